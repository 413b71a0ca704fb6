/* SPDX-License-Identifier: BSD-2-Clause */
/* One part of a body of several: its headers, and its own body. */
/* RFC 2046, 5.1; RFC 2183. */
#include "shared/http.h"
#include "shared/media.h"

enum {
	PART_PROTO,
	PART,
	DESCRIPTION,
	DISPOSITION,
	ENCODING,
	ID,
	LANGUAGE,
	LENGTH,
	TRANSFER_ENCODING,
	TYPE,
	ORIGINAL,
	TOKEN_LEN,
	OTHER,
};

#define ROW(row, filter, label, says, section)    \
	[row] = {"mime_multipart.header." filter, \
		 label,                           \
		 STRING,                          \
		 .under = PART,                   \
		 .help = says,                    \
		 .ref = section}

static const struct field fields[] = {
	[PART_PROTO] = {"mime_multipart.a_part", "Part", PROTO},
	[PART] = {"mime_multipart.part", "Encapsulated multipart part", STRING,
		  .help = "A part with its headers", .ref = "5.1"},
	ROW(DESCRIPTION, "content-description", "Content-Description", "What it is", "RFC 2045, 8"),
	ROW(DISPOSITION, "content-disposition", "Content-Disposition", "What to do with it",
	    "RFC 2183, 2"),
	ROW(ENCODING, "content-encoding", "Content-Encoding", "How it is packed", "RFC 9110, 8.4"),
	ROW(ID, "content-id", "Content-Id", "Its name", "RFC 2045, 7"),
	ROW(LANGUAGE, "content-language", "Content-Language", "Its language", "RFC 9110, 8.5"),
	ROW(LENGTH, "content-length", "Content-Length", "Its octets", "RFC 9110, 8.6"),
	ROW(TRANSFER_ENCODING, "content-transfer-encoding", "Content-Transfer-Encoding",
	    "How it is written", "RFC 2045, 6"),
	ROW(TYPE, "content-type", "Content-Type", "What it is", "RFC 2045, 5"),
	ROW(ORIGINAL, "originalcontent", "OriginalContent", "What it was before encryption", NULL),
	[TOKEN_LEN] = {"mime_multipart.header.sectoken-length", "Length of security token", U32,
		       DEC, .under = PART, .help = "Octets of a token before an encrypted body"},
	[OTHER] = {"text", "Header", HEADING, .under = PART},
};

static const struct {
	const char *name;
	uint16_t row;
} headers[] = {
	{"content-description", DESCRIPTION},
	{"content-disposition", DISPOSITION},
	{"content-encoding", ENCODING},
	{"content-id", ID},
	{"content-language", LANGUAGE},
	{"content-length", LENGTH},
	{"content-transfer-encoding", TRANSFER_ENCODING},
	{"content-type", TYPE},
	{"originalcontent", ORIGINAL},
};

static unsigned row_of(struct span name)
{
	for (unsigned i = 0; i < COUNT(headers); i++)
		if (span_says(name, headers[i].name))
			return headers[i].row;
	return OTHER;
}

/* A value on one line, without the blanks around separators. */
static const char *compact(struct walk *w, struct span value)
{
	char *to = take(w, value.cap + 1u), *end = to;
	bool blank = false, separator = true;

	for (uint32_t i = 0; i < value.cap; i++) {
		char ch = (char)span_octet(value, i);

		if (strchr(" \t\r\n", ch)) {
			blank = true;
			continue;
		}
		if (strchr(":;,=", ch)) {
			separator = true;
		} else {
			if (blank && !separator)
				*end++ = ' ';
			separator = false;
		}
		blank = false;
		*end++ = ch;
	}
	*end = '\0';
	return to;
}

static void put_header(struct walk *w, struct cursor *c, const struct http_header *h,
		       uint32_t octets)
{
	unsigned row = row_of(h->name);
	struct span all = span_first(c->left, octets);

	if (row == OTHER)
		put(w, c, OTHER, octets);
	else
		put_string(w, row, c->at, octets, compact(w, h->value));
	if (w->labels)
		label_whole(w, "%s", words_of(w, all));
	if (row != OTHER)
		cursor_take(c, octets);
}

/* Reads the headers, the last one with the empty line behind it; gives the body's kind. */
static enum media put_headers(struct walk *w, struct cursor *c, struct media_state *s)
{
	struct span left = c->left;
	struct http_header h;
	enum media media = MEDIA_OTHER;

	while (c->left.cap && http_next_header(&left, &h) && h.name.cap) {
		uint32_t octets = c->left.cap - left.cap;
		struct line line = span_line(left);

		if (line.ended && !line.text.cap)
			octets += line.len;
		if (span_says(h.name, "content-type"))
			media = media_read(w, h.value, s);
		put_header(w, c, &h, octets);
		left = c->left;
		if (line.ended && !line.text.cap)
			break;
	}
	return media;
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct media_state));
	l->carries_media = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct media_state *s = (struct media_state *)l->state;
	uint32_t group;
	enum media media;

	put_string(w, PART, c->at, c->left.cap, "");
	group = w->last;
	w->depth++;
	media = put_headers(w, c, s);
	if (s->type != ABSENT)
		label_tail_of(w, group, " (%s)", (const char *)(uintptr_t)s->type);
	if (c->left.wire)
		walk_inside(w, s->type == ABSENT ? NULL : next_by(l, media), *c);
	*c = cursor_first(*c, 0);
	w->depth--;
}

static const struct hang hangs[] = {{"mime.part", 0}, {0}};

const struct proto proto_mime_part = {
	.brief = "MIME part",
	.no_column = true,
	.bare = true,
	.prefix = "mime_multipart",
	.spec = "RFC 2046",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "media_type"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
};
