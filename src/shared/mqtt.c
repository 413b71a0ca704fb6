/* SPDX-License-Identifier: BSD-2-Clause */
/* What MQTT's messages and their properties share. */
/* MQTT 5.0, 1.5.5. */
#include "shared/mqtt.h"

uint32_t mqtt_number(struct cursor *c)
{
	uint32_t v = 0;

	for (unsigned shift = 0; shift < 28; shift += 7) {
		unsigned octet = u8(c);

		v |= (octet & 0x7f) << shift;
		if (!(octet & 0x80))
			return v;
	}
	cursor_fail(c, UINT32_MAX);
	return 0;
}
