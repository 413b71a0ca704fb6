/* SPDX-License-Identifier: BSD-2-Clause */
/* What a form on a web page sends. */
/* HTML Living Standard, 4.10.21.7; URL Standard, 5. */
#include "shared/media.h"

enum { FORM, ITEM, KEY, VALUE_ROW };

static const struct field fields[] = {
	[FORM] = {"urlencoded-form", "HTML Form URL Encoded", PROTO},
	[ITEM] = {"text", "Form item", HEADING},
	[KEY] = {"urlencoded-form.key", "Key", STRING, .under = ITEM, .help = "A field's name"},
	[VALUE_ROW] = {"urlencoded-form.value", "Value", STRING, .under = ITEM,
		       .help = "What stands in it"},
};

/* URL Standard, 5.1: "+" stands for a blank, "%41" for an octet. */
static const char *decoded(struct walk *w, struct span s)
{
	char *to = take(w, s.cap + 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < s.cap; i++) {
		int octet = span_octet(s, i);
		uint64_t v;

		if (octet == '%' && i + 2 < s.cap &&
		    span_hexadecimal(span_first(span_skip(s, i + 1), 2), &v)) {
			octet = (int)v;
			i += 2;
		}
		to[n++] = octet == '+' ? ' ' : (char)octet;
	}
	to[n] = '\0';
	return to;
}

static void put_item(struct walk *w, struct cursor c, struct span item)
{
	struct span left = item;
	struct span key = span_word(&left, "=");
	const char *name = decoded(w, key), *value = decoded(w, left);
	uint32_t group = open_group(w, &c, ITEM, item.cap);

	label_whole(w, "Form item: \"%s\" = \"%s\"", name, value);
	put_string(w, KEY, c.at, key.cap, name);
	source_of_last(w, c.source);
	put_string(w, VALUE_ROW, c.at + item.cap - left.cap, left.cap, value);
	source_of_last(w, c.source);
	shut_group(w, group, NULL);
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	label_whole(w, "HTML Form URL Encoded: %s", media_type_of(l));
	while (c->left.cap) {
		struct span left = c->left;
		struct span item = span_word(&left, "&");

		put_item(w, *c, item);
		cursor_take(c, c->left.cap - left.cap);
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, " (%s)", media_type_of(l));
}

static const struct hang hangs[] = {{"media_type", MEDIA_FORM}, {0}};

const struct proto proto_urlencoded_form = {
	.brief = "URL Encoded Form Data",
	.no_column = true,
	.spec = "HTML Living Standard",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
