/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies of a media type that nobody takes apart. */
/* RFC 2046. */
#include "shared/media.h"

enum { MEDIA, TYPE };

static const struct field fields[] = {
	[MEDIA] = {"media", "Media Type", PROTO},
	[TYPE] = {"media.type", "Media type", BYTES, .help = "The body"},
};

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t n = c->left.cap;

	put(w, c, TYPE, n);
	label_whole(w, "Media type: %s (%u byte%s)", media_type_of(l), n, plural(n));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, " (%s)", media_type_of(l));
}

static const struct hang hangs[] = {{"media_type", MEDIA_OTHER}, {0}};

const struct proto proto_media = {
	.brief = "Media",
	.no_column = true,
	.spec = "RFC 2046",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.opaque = true,
	.note = note,
	.rest = rest,
	.info = info,
};
