/* SPDX-License-Identifier: BSD-2-Clause */
/* What TCP says in the summary line behind the words of what it carries. */
/* RFC 9293. */
#include "core/walk.h"

enum { WORDS_OF_TCP };

static const struct field fields[] = {
	[WORDS_OF_TCP] = {"tcp", "Transmission Control Protocol", PROTO},
};

/* The words are the layer's own: see walk_words(). */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says);
}

static const struct hang hangs[] = {{"tcp.part", 2}, {0}};

const struct proto proto_tcp_words = {
	.brief = "TCP",
	.no_column = true,
	.bare = true,
	.prefix = "tcp",
	.spec = "RFC 9293",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.info = info,
};
