/* SPDX-License-Identifier: BSD-2-Clause */
/* Modbus/TCP and Modbus/UDP: the header before a Modbus message. */
/* MODBUS Messaging on TCP/IP Implementation Guide V1.0b, 3.1.3. */
#include "core/walk.h"
#include "flow/modbus.h"

enum { MBTCP, TRANS_ID, PROT_ID, LENGTH, UNIT_ID };

#define HEADER 7
#define BEFORE_COUNT 6 /* octets that the length doesn't count */

static const struct field fields[] = {
	[MBTCP] = {"mbtcp", "Modbus/TCP", PROTO},
	[TRANS_ID] = {"mbtcp.trans_id", "Transaction Identifier", U16, DEC, AT(0, 16),
		      .help = "Says which query a response answers", .ref = "3.1.3"},
	[PROT_ID] = {"mbtcp.prot_id", "Protocol Identifier", U16, DEC, AT(16, 16),
		     .fill = FILL_NEXT, .help = "0: Modbus", .ref = "3.1.3"},
	[LENGTH] = {"mbtcp.len", "Length", U16, DEC, AT(32, 16), .fill = FILL_BEHIND,
		    .help = "Octets that follow", .ref = "3.1.3"},
	[UNIT_ID] = {"mbtcp.unit_id", "Unit Identifier", U8, DEC, AT(48, 8),
		     .help = "The device behind a gateway", .ref = "3.1.3"},
};

static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	(void)w;
	return BEFORE_COUNT + (uint32_t)VALUE(l, LENGTH);
}

static bool claims(const struct layer *l)
{
	return l->bytes.cap > HEADER && !VALUE(l, PROT_ID) && VALUE(l, LENGTH) >= 2;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_next(w, next_by(l, VALUE(l, PROT_ID)), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct modbus_head head = modbus_head_of(l, layer_payload(l));
	const char *how = head.way == MODBUS_QUERY      ? "   Query"
			  : head.way == MODBUS_RESPONSE ? "Response"
							: "Unknown";

	(void)r;
	text_format(t, "%s: Trans: %5u; Unit: %3u, Func: %3u", how, (unsigned)VALUE(l, TRANS_ID),
		    (unsigned)VALUE(l, UNIT_ID), head.function);
	modbus_words(t, &head);
}

static const struct hang hangs[] = {{"tcp.port", 502}, {"tls.port", 802}, {0}};

const struct proto proto_mbtcp = {
	.brief = "Modbus/TCP",
	.spec = "MODBUS Messaging on TCP/IP Implementation Guide V1.0b",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "mbtcp.prot_id", .row = PROT_ID},
	.hangs = hangs,
	.claims = claims,
	.pdu_len = pdu_len,
	.pdu_head = BEFORE_COUNT,
	.pdu_sized = true,
	.rest = rest,
	.info = info,
};
