/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of EAP share. */
#include "shared/eap.h"

static const struct word messages[] = {
	{1, "Beacon"},
	{2, "Probe Request"},
	{3, "Probe Response"},
	{4, "M1"},
	{5, "M2"},
	{6, "M2D"},
	{7, "M3"},
	{8, "M4"},
	{9, "M5"},
	{10, "M6"},
	{11, "M7"},
	{12, "M8"},
	{13, "WSC_ACK"},
	{14, "WSC_NACK"},
	{15, "WSC_DONE"},
};

const struct words wps_messages = {messages, COUNT(messages)};

enum { T_MESSAGE = 0x1022, WSC_MSG = 4, LENGTH_FLAG = 2 };

void eap_put_expanded(struct text *t, struct cursor c)
{
	unsigned vendor = u24(&c), code, flags;

	u32(&c);
	if (vendor != EAP_WFA || c.bad)
		return;
	code = u8(&c);
	flags = u8(&c);
	if (c.bad)
		return;
	text_put(t, ", WPS");
	if (flags & LENGTH_FLAG)
		u16(&c);
	while (code == WSC_MSG && c.left.cap) {
		unsigned type = u16(&c), len = u16(&c);
		struct span value = cursor_take(&c, len);
		struct cursor number = {.left = value};
		unsigned message = u8(&number);
		const char *word = word_for(&wps_messages, message);

		if (type != T_MESSAGE || number.bad || c.bad)
			continue;
		if (word)
			text_format(t, ", %s", word);
		else
			text_format(t, ", Unknown (0x%02x)", message);
	}
}
