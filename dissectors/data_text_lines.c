/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies that are lines of text. */
/* RFC 2046, 4.1. */
#include "shared/media.h"

enum { LINES, LINE };

static const struct field fields[] = {
	[LINES] = {"data-text-lines", "Line-based text data", PROTO},
	[LINE] = {"text", "Line", HEADING},
};

static uint32_t count_lines(struct span left)
{
	uint32_t n = 0;

	for (; left.cap; n++)
		left = span_skip(left, span_line(left).len);
	return n;
}

/* XML is XML, whatever its type says. */
static const struct plan *instead(const struct layer *l)
{
	return span_begins(l->bytes, "<?xml") ? next_by(l, MEDIA_XML) : NULL;
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
	l->nameless = !l->bytes.wire;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const char *type = media_type_of(l);

	if (w->labels)
		label_whole(w, "Line-based text data%s%s (%u lines)", *type ? ": " : "", type,
			    count_lines(c->left));
	if (!wanted(w, LINE))
		return;
	while (c->left.cap) {
		uint32_t n = span_line(c->left).len;
		const char *words = w->labels ? words_of(w, span_first(c->left, n)) : "";

		put(w, c, LINE, n);
		label_whole(w, "%s", words);
	}
}

/* Its type stands behind the words of what carries it. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *type = media_type_of(l);

	(void)r;
	if (*type)
		text_format(t, " (%s)", type);
}

static const struct hang hangs[] = {{"media_type", MEDIA_LINES}, {0}};

const struct proto proto_data_text_lines = {
	.brief = "text",
	.no_column = true,
	.spec = "RFC 2046",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "media_type"},
	.hangs = hangs,
	.opaque = true,
	.instead = instead,
	.note = note,
	.rest = rest,
	.info = info,
};
