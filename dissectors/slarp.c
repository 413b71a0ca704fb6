/* SPDX-License-Identifier: BSD-2-Clause */
/* Serial Line Address Resolution Protocol: what Cisco's HDLC asks and how it stays alive. */
/* RFC 1547, 4.3.1 mentions it; Cisco publishes no more. */
#include "core/walk.h"

enum { SLARP, PTYPE, ADDRESS, NETMASK, MINE, YOURS, RELIABILITY, INVALID };

enum { REQUEST, REPLY, KEEPALIVE };

#define HEADER 4
#define BODY 10
#define RELIABLE 0xffff
#define IS_ADDRESS WHEN_IN(PTYPE, REQUEST, REPLY)
#define IS_KEEPALIVE WHEN_IN(PTYPE, KEEPALIVE)

static const struct word ptypes[] = {{0, "Request"}, {1, "Reply"}, {2, "Line keepalive"}};

static const struct field fields[] = {
	[SLARP] = {"slarp", "Cisco SLARP", PROTO},
	[PTYPE] = {"slarp.ptype", "Packet type", U32, DEC, AT(0, 32), WORDS(ptypes),
		   .preset = KEEPALIVE, .help = "What it asks or says"},
	[ADDRESS] = {"slarp.address", "Address", IPV4, AT(32, 32), IS_ADDRESS,
		     .help = "The address of this end"},
	[NETMASK] = {"slarp.netmask", "Netmask", IPV4, AT(64, 32), IS_ADDRESS,
		     .help = "How much of it names the network"},
	[MINE] = {"slarp.mysequence", "Outgoing sequence number", U32, DEC, AT(32, 32),
		  IS_KEEPALIVE, .help = "Counts keepalives sent"},
	[YOURS] = {"slarp.yoursequence", "Returned sequence number", U32, DEC, AT(64, 32),
		   IS_KEEPALIVE, .help = "The last one received"},
	[RELIABILITY] = {"slarp.reliability", "Reliability", U16, HEX, AT(96, 16), IS_KEEPALIVE,
			 .preset = RELIABLE, .help = "Always all ones"},
	[INVALID] = EXPERT("slarp.reliability.invalid", "Reliability must be 0xFFFF", WARNING,
			   G_MALFORMED),
};

static bool is_known(const struct layer *l)
{
	return VALUE(l, PTYPE) <= KEEPALIVE;
}

static uint32_t header_len(const struct layer *l)
{
	switch (VALUE(l, PTYPE)) {
	case REQUEST:
	case REPLY:
		return HEADER + BODY - 2;
	case KEEPALIVE:
		return HEADER + BODY;
	default:
		return HEADER;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (VALUE(l, PTYPE) == KEEPALIVE && VALUE(l, RELIABILITY) != RELIABLE)
		expert_on(w, RELIABILITY, INVALID, NULL);
	if (!is_known(l) && c->left.wire)
		walk_inside(w, NULL, *c);
}

static void info_address(struct text *t, const struct layer *l)
{
	text_put(t, VALUE(l, PTYPE) == REQUEST ? "Request, from " : "Reply, from ");
	text_ip4(t, (uint32_t)VALUE(l, ADDRESS));
	text_put(t, ", mask ");
	text_ip4(t, (uint32_t)VALUE(l, NETMASK));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	if (l->header > l->bytes.cap)
		return;
	if (!is_known(l))
		text_format(t, "Unknown packet type 0x%08x", (unsigned)VALUE(l, PTYPE));
	else if (VALUE(l, PTYPE) == KEEPALIVE)
		text_format(t, "Line keepalive, outgoing sequence %u, returned sequence %u",
			    (unsigned)VALUE(l, MINE), (unsigned)VALUE(l, YOURS));
	else
		info_address(t, l);
}

static const struct hang hangs[] = {{"chdlc.protocol", 0x8035}, {0}};

const struct proto proto_slarp = {
	.brief = "SLARP",
	.spec = "Cisco",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
