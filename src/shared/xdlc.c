/* SPDX-License-Identifier: BSD-2-Clause */
/* Control fields of HDLC's children. */
/* ISO/IEC 13239, 5.3. */
#include "shared/xdlc.h"

enum {
	CONTROL_I = 0,
	CONTROL_S_CMD = 5,
	CONTROL_S_RESP = 10,
	CONTROL_U_CMD = 15,
	CONTROL_U_RESP = 19
};

enum { SUPERVISORY = 1, UNNUMBERED = 3 };

static const struct word frame_types[] = {
	{0, "Information frame"}, {1, "Supervisory frame"}, {3, "Unnumbered frame"}};

static const struct word supervisory[] = {
	{0, "Receiver ready"}, {1, "Receiver not ready"}, {2, "Reject"}, {3, "Selective reject"}};

/* Unnumbered frames: commands and responses differ in the words of three. */
#define UNNUMBERED_WORDS(of_0x01, of_0x03, of_0x10)                                              \
	{                                                                                        \
		{0x00, "Unnumbered Information"}, {0x01, of_0x01}, {0x03, of_0x03},              \
			{0x08, "Unnumbered Poll"}, {0x0b, "Set Asynchronous Balanced Mode"},     \
			{0x10, of_0x10}, {0x13, "Set Asynchronous Response Mode Extended"},      \
			{0x18, "Unnumbered Acknowledge"},                                        \
			{0x1b, "Set Asynchronous Balanced Mode Extended"},                       \
			{0x20, "Set Normal Response Mode"}, {0x21, "Frame reject"},              \
			{0x23, "Reset"}, {0x2b, "Exchange identification"}, {0x31, "Configure"}, \
			{0x33, "Set Normal Response Mode Extended"}, {0x38, "Test"},             \
			{0x3b, "Beacon"},                                                        \
	}

static const struct word commands[] =
	UNNUMBERED_WORDS("Set Initialization Mode", "Set Asynchronous Response Mode", "Disconnect");
static const struct word responses[] =
	UNNUMBERED_WORDS("Request Initialization Mode", "Disconnected mode", "Request Disconnect");

const struct words xdlc_frame_types = {frame_types, COUNT(frame_types)};
const struct words xdlc_supervisory = {supervisory, COUNT(supervisory)};
const struct words xdlc_commands = {commands, COUNT(commands)};
const struct words xdlc_responses = {responses, COUNT(responses)};

static const struct word command_names[] = {
	{0x00, "UI"},   {0x01, "SIM"},   {0x03, "SARM"}, {0x08, "UP"},    {0x0b, "SABM"},
	{0x10, "DISC"}, {0x13, "SARME"}, {0x18, "UA"},   {0x1b, "SABME"}, {0x20, "SNRM"},
	{0x21, "FRMR"}, {0x23, "RESET"}, {0x2b, "XID"},  {0x31, "CFGR"},  {0x33, "SNRME"},
	{0x38, "TEST"}, {0x3b, "BCN"},
};

/* Responses that aren't named as commands are. */
static const struct word response_names[] = {{0x01, "RIM"}, {0x03, "DM"}, {0x10, "RD"}};

static bool is_unnumbered(unsigned control)
{
	return (control & 3) == UNNUMBERED;
}

static bool is_supervisory(unsigned control)
{
	return (control & 3) == SUPERVISORY;
}

unsigned xdlc_control(struct cursor c)
{
	unsigned first = u8(&c);

	return is_unnumbered(first) ? first : first | (unsigned)u8(&c) << 8;
}

bool xdlc_is_information(unsigned control)
{
	return !(control & 1) || control == XDLC_UI;
}

static void text_unnumbered(struct text *t, unsigned control, bool response)
{
	static const struct words short_commands = {command_names, COUNT(command_names)};
	static const struct words short_responses = {response_names, COUNT(response_names)};
	unsigned function = control >> 2 & 0x3b;
	const char *name = response ? word_for(&short_responses, function) : NULL;

	if (!name)
		name = word_for(&short_commands, function);
	text_char(t, 'U');
	if (control & 0x10)
		text_put(t, response ? " F" : " P");
	text_put(t, ", func=");
	text_put(t, name ? name : "Unknown");
}

void text_xdlc(struct text *t, unsigned control, bool response)
{
	static const char *const names[] = {"RR", "RNR", "REJ", "SREJ"};
	bool polls = control & 0x100;

	if (is_unnumbered(control)) {
		text_unnumbered(t, control, response);
		return;
	}
	text_char(t, is_supervisory(control) ? 'S' : 'I');
	if (polls)
		text_put(t, is_supervisory(control) && response ? " F" : " P");
	if (is_supervisory(control)) {
		text_put(t, ", func=");
		text_put(t, names[control >> 2 & 3]);
	}
	text_number(t, ", N(R)=", control >> 9);
	if (!is_supervisory(control))
		text_number(t, ", N(S)=", control >> 1 & 0x7f);
}

/* "Control field: U, func=UI (0x03)" */
static void name_control(struct walk *w, unsigned control, bool response)
{
	struct text t = {0};

	if (!w->labels)
		return;
	text_put(&t, "Control field: ");
	text_xdlc(&t, control, response);
	text_format(&t, is_unnumbered(control) ? " (0x%02X)" : " (0x%04X)", control);
	label_whole(w, "%s", text_string(&t));
	text_close(&t);
}

unsigned put_xdlc(struct walk *w, struct cursor *c, unsigned first, bool response)
{
	unsigned control = xdlc_control(*c);
	unsigned row = CONTROL_I;

	if (is_unnumbered(control))
		row = response ? CONTROL_U_RESP : CONTROL_U_CMD;
	else if (is_supervisory(control))
		row = response ? CONTROL_S_RESP : CONTROL_S_CMD;
	put(w, c, first + row, is_unnumbered(control) ? 1 : 2);
	if (w->last != NO_NODE && w->r.nodes[w->last].field->kind == U8)
		w->r.nodes[w->last].u &= UINT8_MAX; /* as much of it as Wireshark keeps */
	name_control(w, control, response);
	return control;
}
