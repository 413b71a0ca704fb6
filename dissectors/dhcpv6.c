/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCPv6: messages of clients, servers and relays; their options are in dhcpv6_options.c. */
/* RFC 8415, 8 and 9. */
#include "shared/dhcpv6.h"

enum {
	DHCPV6,
	TYPE,
	HOPS,
	XID,
	LINK,
	PEER,
	HOPS_NOTE,
};

#define RELAY_MESSAGE 9 /* an option */
#define HOP_LIMIT 32    /* RFC 3315, 5.5 */
enum { RELAY_FORW = 12, RELAY_REPLY };

static const struct word types[] = {
	{1, "Solicit"},
	{2, "Advertise"},
	{3, "Request"},
	{4, "Confirm"},
	{5, "Renew"},
	{6, "Rebind"},
	{7, "Reply"},
	{8, "Release"},
	{9, "Decline"},
	{10, "Reconfigure"},
	{11, "Information-request"},
	{12, "Relay-forw"},
	{13, "Relay-reply"},
	{14, "Leasequery"},
	{15, "Leasequery-reply"},
	{16, "Leasequery-done"},
	{17, "Leasequery-data"},
	{18, "Reconfigure-request"},
	{19, "Reconfigure-reply"},
};

static const struct field fields[] = {
	[DHCPV6] = {"dhcpv6", "DHCPv6", PROTO},
	[TYPE] = {"dhcpv6.msgtype", "Message type", U8, DEC, WORDS(types),
		  .help = "What the message is for", .ref = "RFC 8415, 7.3"},
	[HOPS] = {"dhcpv6.hopcount", "Hopcount", U8, DEC, .help = "Relays that passed it on before",
		  .ref = "RFC 8415, 9"},
	[XID] = {"dhcpv6.xid", "Transaction ID", U24, HEX,
		 .help = "Says which question an answer is to", .ref = "RFC 8415, 8"},
	[LINK] = {"dhcpv6.linkaddr", "Link address", IPV6, .help = "The link that the client is on",
		  .ref = "RFC 8415, 9"},
	[PEER] = {"dhcpv6.peeraddr", "Peer address", IPV6, .help = "Whom the relay had it from",
		  .ref = "RFC 8415, 9"},
	[HOPS_NOTE] =
		EXPERT("dhcpv6.error_hopcount", "Detected error on hop-count", WARNING, G_PROTOCOL),
};

static bool is_relay(unsigned type)
{
	return type == RELAY_FORW || type == RELAY_REPLY;
}

/* A message in a relay's message has its words behind those of the relay's. */
static void note(struct walk *w, struct layer *l)
{
	struct dhcpv6_state *s = new_state(w, l, sizeof *s);
	struct dhcpv6 *m = take(w, sizeof *m);
	bool inner = layer_up(l->parent, "dhcpv6") != NULL;
	struct cursor c = layer_cursor(l, 0);

	*m = (struct dhcpv6){.says = "", .type = u8(&c)};
	s->message = (uintptr_t)m;
	l->follows = l->nameless = inner;
}

/* The message that the relay passes on, and the hop count of one that another relay made. */
static bool carried(struct cursor c, unsigned *type, unsigned *hops)
{
	cursor_take(&c, 32);
	while (c.left.cap) {
		unsigned code = u16(&c), len = u16(&c);
		struct cursor body = {.left = cursor_take(&c, len)};

		if (code != RELAY_MESSAGE)
			continue;
		*type = u8(&body);
		*hops = u8(&body);
		return !body.bad;
	}
	return false;
}

static void check_hops(struct walk *w, const struct cursor *c, unsigned hops)
{
	unsigned type, before;

	if (hops > HOP_LIMIT)
		expert(w, HOPS_NOTE, "Hopcount (%u) exceeds the maximum limit HOP_COUNT_LIMIT (%u)",
		       hops, HOP_LIMIT);
	if (!carried(*c, &type, &before))
		return;
	if (is_relay(type) && hops != before + 1)
		expert(w, HOPS_NOTE,
		       "hopcount is not correctly incremented by 1 (expected : %u, actual : %u)",
		       before + 1, hops);
	if (!is_relay(type) && hops)
		expert(w, HOPS_NOTE, "Hopcount of most inner message has to equal 0 instead of %u",
		       hops);
}

static void put_relay(struct walk *w, struct cursor *c, struct dhcpv6 *m)
{
	unsigned hops = (unsigned)put(w, c, HOPS, 1);
	struct cursor address = *c;

	if (!c->bad)
		check_hops(w, c, hops);
	put(w, c, LINK, 16);
	if (!c->bad)
		dhcpv6_say(w, m, "L: ", address_words(w, IPV6, cursor_take(&address, 16).p));
	put(w, c, PEER, 16);
}

static void put_id(struct walk *w, struct cursor *c, struct dhcpv6 *m)
{
	struct text t = {0};
	unsigned id = (unsigned)put(w, c, XID, 3);

	if (c->bad || !w->summary)
		return;
	text_hex(&t, id, 6);
	dhcpv6_say(w, m, "XID: 0x", text_string(&t));
	text_close(&t);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct dhcpv6 *m = dhcpv6_of(l);
	const char *name = row_word(w, TYPE, m->type, NULL);

	put(w, c, TYPE, 1);
	if (!name) {
		struct text t = {0};

		text_number(&t, "Message Type ", m->type);
		name = arena_copy(&w->arena, t.p, t.len);
		text_close(&t);
	}
	dhcpv6_say(w, m, name, "");
	if (is_relay(m->type))
		put_relay(w, c, m);
	else
		put_id(w, c, m);
	if (!c->bad)
		*c = walk_part(w, also_by(l, 0, DHCPV6_OPTIONS), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{

	(void)r;
	text_put(t, dhcpv6_of(l)->says);
}

static const struct hang hangs[] = {
	{"udp.port", 546}, {"udp.port", 547}, {"dhcpv6.part", RELAY_MESSAGE}, {0}};

const struct proto proto_dhcpv6 = {
	.brief = "DHCPv6",
	.spec = "RFC 8415",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* A client looks for a server: SOLICIT, with an identity and how long it has waited. */
	SAMPLE("\1\0\0\0"
	       "\0\1\0\12\0\3\0\1\2\0\0\0\0\1"
	       "\0\10\0\2\0\0"),
	.next = {.also = {"dhcpv6.part"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
