/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMP: the routers that an advertisement tells of. */
/* RFC 1256, 3; RFC 5944, 2.1 (mobility agents). */
#include "core/walk.h"

enum {
	ROUTERS,
	ROUTER,
	PREFERENCE,
};

enum { ADVERTISEMENT = 9 };       /* type */
enum { NORMAL, NOT_COMMON = 16 }; /* codes: only mobility agents route so little */
enum { PART_MOBILE = 1 };         /* in table "icmp.ext" */
#define ENTRY_WORDS 2

static const struct field fields[] = {
	[ROUTERS] = {"icmp.router", "ICMP Routers", PROTO},
	[ROUTER] = {"icmp.router_address", "Router address", IPV4, .help = "A router",
		    .ref = "RFC 1256, 3"},
	[PREFERENCE] = {"icmp.pref_level", "Preference level", I32, DEC,
			.help = "The highest is to be preferred", .ref = "RFC 1256, 3"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l->parent, 1);
	unsigned code = u8(&head), n = (u16(&head), u8(&head)), words = u8(&head);

	if (words != ENTRY_WORDS) {
		if (c->left.cap)
			walk_inside(w, w->data, *c);
		return;
	}
	for (; n && !c->bad; n--) {
		put(w, c, ROUTER, 4);
		put(w, c, PREFERENCE, 4);
	}
	if (code == NORMAL || code == NOT_COMMON)
		*c = walk_part(w, also_by(l, 0, PART_MOBILE), *c);
}

static const struct hang hangs[] = {{"icmp.type", ADVERTISEMENT}, {0}};

const struct proto proto_icmp_router = {
	.brief = "ICMP",
	.no_column = true,
	.bare = true,
	.prefix = "icmp",
	.spec = "RFC 1256, 3",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"icmp.ext"}},
	.hangs = hangs,
	.rest = rest,
};
