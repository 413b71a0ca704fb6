/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: echoes, plain and extended. */
/* RFC 4443, 4; RFC 8335. */
#include "flow/echo.h"
#include "shared/icmp.h"
#include "shared/icmpv6.h"

enum {
	ECHO,
	LOOSE,
	EXT_RSV,
	EXT_LOCAL,
	EXT_STATE,
	EXT_RSP_RSV,
	EXT_ACTIVE,
	EXT_IPV4,
	EXT_IPV6,
	ECHO_ID,
	ECHO_SEQUENCE,
	RESP_TO,
	RESPTIME,
	EXT_SEQUENCE,
};

struct state {
	uint64_t resp_to; /* the request's frame */
};

enum { ECHO_REQUEST = 128, ECHO_REPLY, EXT_ECHO_REQUEST = 160, EXT_ECHO_REPLY };

static const struct field fields[] = {
	[ECHO] = {"icmpv6.echo", "Echo", PROTO},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[EXT_RSV] = {"icmpv6.ext.echo.req.res", "Reserved", U8, HEX, AT(0, 7), .under = LOOSE,
		     .help = "Always 0", .ref = "RFC 8335, 2"},
	[EXT_LOCAL] = {"icmpv6.ext.echo.req.local", "Local bit", BOOL, AT(7, 1), .under = LOOSE,
		       WORDS(set_notset), .help = "The interface is on the node itself",
		       .ref = "RFC 8335, 2"},
	[EXT_STATE] = {"icmpv6.ext.echo.rsp.state", "State", U8, DEC, AT(0, 3), .under = LOOSE,
		       WORDS(neighbor_states), .help = "State of the neighbour entry",
		       .ref = "RFC 8335, 3"},
	[EXT_RSP_RSV] = {"icmpv6.ext.echo.rsp.res", "Reserved", U8, HEX, AT(3, 2), .under = LOOSE,
			 .help = "Always 0", .ref = "RFC 8335, 3"},
	[EXT_ACTIVE] = {"icmpv6.ext.echo.rsp.active", "Active bit", BOOL, AT(5, 1), .under = LOOSE,
			WORDS(set_notset), .help = "The interface is up", .ref = "RFC 8335, 3"},
	[EXT_IPV4] = {"icmpv6.ext.echo.rsp.ipv4", "IPv4 bit", BOOL, AT(6, 1), .under = LOOSE,
		      WORDS(set_notset), .help = "IPv4 runs on it", .ref = "RFC 8335, 3"},
	[EXT_IPV6] = {"icmpv6.ext.echo.rsp.ipv6", "IPv6 bit", BOOL, AT(7, 1), .under = LOOSE,
		      WORDS(set_notset), .help = "IPv6 runs on it", .ref = "RFC 8335, 3"},
	[ECHO_ID] = {"icmpv6.echo.identifier", "Identifier", U16, HEX, .fill = FILL_RANDOM,
		     .help = "Pairs replies with requests", .ref = "RFC 4443, 4.1"},
	[ECHO_SEQUENCE] = {"icmpv6.echo.sequence_number", "Sequence", U16, DEC,
			   .help = "Pairs replies with requests", .ref = "RFC 4443, 4.1"},
	[RESP_TO] = {"icmpv6.resp_to", "Response To", FRAMENUM, .traits = GENERATED,
		     .help = "Where the request is"},
	[RESPTIME] = {"icmpv6.resptime", "Response Time", DOUBLE, .traits = GENERATED,
		      .form = form_resptime, .help = "Milliseconds since the request"},
	[EXT_SEQUENCE] = {"icmpv6.ext.echo.seq", "Sequence number", U8, DEC_HEX,
			  .help = "Pairs replies with requests", .ref = "RFC 8335, 2"},
};

/* Its words stand behind those of the header. */
static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct state));
	l->follows = true;
}

static void put_response(struct walk *w, struct layer *l, const struct echo *echo)
{
	uint64_t frame, ms;

	if (icmpv6_type(l) == ECHO_REQUEST) {
		echo_request(w, echo);
		return;
	}
	frame = echo_reply(w, echo, &ms);
	if (!frame)
		return;
	put_value(w, RESP_TO, 0, 0, frame);
	put_value(w, RESPTIME, 0, 0, ms);
	l->state[offsetof(struct state, resp_to) / 8] = frame;
}

static void read_echo(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	struct echo echo = {0};

	echo.ident = u16(&peek);
	echo.sequence = u16(&peek);
	put(w, c, ECHO_ID, 2);
	put(w, c, ECHO_SEQUENCE, 2);
	if (!c->bad && !l->quoted && w->r.from.len)
		put_response(w, l, &echo);
	if (c->left.cap)
		walk_inside(w, w->data, *c);
}

static void read_ext_request(struct walk *w, struct layer *l, struct cursor *c)
{
	if (cursor_has(c, 1)) {
		put_slice(w, *c, EXT_RSV, 1);
		put_slice(w, *c, EXT_LOCAL, 1);
	}
	u8(c);
	if (c->left.cap)
		walk_inside(w, also_by(l, 0, 0), *c);
}

static void read_ext_reply(struct walk *w, struct cursor *c)
{
	static const uint8_t rows[] = {EXT_STATE, EXT_RSP_RSV, EXT_ACTIVE, EXT_IPV4, EXT_IPV6};

	for (unsigned i = 0; cursor_has(c, 1) && i < COUNT(rows); i++)
		put_slice(w, *c, rows[i], 1);
	u8(c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = icmpv6_type(l);

	if (type == ECHO_REQUEST || type == ECHO_REPLY) {
		read_echo(w, l, c);
		return;
	}
	put(w, c, ECHO_ID, 2);
	put(w, c, EXT_SEQUENCE, 1);
	if (c->bad)
		return;
	if (type == EXT_ECHO_REQUEST)
		read_ext_request(w, l, c);
	else
		read_ext_reply(w, c);
}

#define HLIM_AT 7 /* octet of the IPv6 header's hop limit */

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct layer *ip = layer_up(l, "ipv6");
	struct cursor c = layer_cursor(l, 0);
	struct cursor hlim = ip ? layer_cursor(ip, HLIM_AT) : (struct cursor){0};
	const struct state *s = (const struct state *)l->state;
	unsigned ident = u16(&c), sequence = u16(&c);

	(void)r;
	if (c.bad || icmpv6_type(l) > ECHO_REPLY)
		return;
	text_put(t, " id=0x");
	text_hex(t, ident, 4);
	text_number(t, ", seq=", sequence);
	text_number(t, ", hop limit=", u8(&hlim));
	if (s->resp_to != ABSENT)
		text_echo_reply(t, s->resp_to);
}

static const struct hang hangs[] = {{"icmpv6.type", ECHO_REQUEST},
				    {"icmpv6.type", ECHO_REPLY},
				    {"icmpv6.type", EXT_ECHO_REQUEST},
				    {"icmpv6.type", EXT_ECHO_REPLY},
				    {0}};

const struct proto proto_icmpv6_echo = {
	.brief = "ICMPv6",
	.no_column = true,
	.bare = true,
	.prefix = "icmpv6",
	.spec = "RFC 4443, 4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"icmp.ext"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
