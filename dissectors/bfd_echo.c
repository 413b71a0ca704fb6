/* SPDX-License-Identifier: BSD-2-Clause */
/* BFD Echo: what a system sends to itself by way of its neighbour. */
/* RFC 5881. */
#include "core/walk.h"

enum {
	ECHO_PROTO,
	PACKET,
};

static const struct field fields[] = {
	[ECHO_PROTO] = {"bfd_echo", "BFD Echo message", PROTO},
	[PACKET] = {"bfd_echo.packet", "Echo", BYTES, .help = "Whatever its sender likes",
		    .ref = "4"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (c->left.wire)
		put(w, c, PACKET, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r, (void)l;
	text_put(t, "Originator specific content");
}

static const struct hang hangs[] = {{"udp.port", 3785}, {0}};

const struct proto proto_bfd_echo = {
	.brief = "BFD Echo",
	.spec = "RFC 5881",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
