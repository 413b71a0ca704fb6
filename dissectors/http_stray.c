/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP: bytes that begin no message. */
/* No specification has them: they are shown as Wireshark reads them. */
#include "shared/http.h"

enum { PART, UNKNOWN_HEADER, EMPTY_LINE, BAD_HEADER_NAME, FILE_DATA };

static const struct field fields[] = {
	[PART] = {"http.stray", "HTTP Continuation", PROTO, .help = "What begins no message"},
	[UNKNOWN_HEADER] = {"http.unknown_header", "Unknown header", STRING,
			    .help = "A line like a header, where no message begins"},
	[EMPTY_LINE] = {"text", "Empty line", HEADING},
	[BAD_HEADER_NAME] = EXPERT("http.bad_header_name",
				   "Illegal characters found in header name", WARNING, G_PROTOCOL),
	[FILE_DATA] = {"http.file_data", "File Data", STRING, ASCII, .help = "What a body holds"},
};

/* A line that looks like a header; false: it doesn't, or the headers end with it. */
static bool put_stray_header(struct walk *w, struct cursor *c)
{
	struct line line = span_line(c->left);
	struct span whole = span_first(c->left, line.len);
	uint32_t colon = span_find(line.text, ':');

	if (line.ended && !line.text.cap)
		put(w, c, EMPTY_LINE, line.len);
	else if (colon != NOT_FOUND)
		put(w, c, UNKNOWN_HEADER, line.len);
	else
		return false;
	label_whole(w, "%s", words_of(w, whole));
	if (colon != NOT_FOUND && !http_good_name(span_first(line.text, colon)))
		expert(w, BAD_HEADER_NAME, NULL);
	return colon != NOT_FOUND;
}

/* What goes on with nothing; lines at its beginning may look like headers. */
static void put_lines(struct walk *w, struct cursor c)
{
	uint32_t first = c.at, last = c.at;
	bool text = http_is_text(c.left);

	if (http_like_header(span_line(c.left).text))
		while (c.left.cap && put_stray_header(w, &c))
			last = c.at;
	if (!c.left.cap)
		return;
	if (last != first && last == c.at && !span_line(c.left).ended) {
		walk_trouble(w, MALFORMED); /* Wireshark takes it for a header that is cut off */
		return;
	}
	if (text)
		http_file_data(w, c, FILE_DATA);
	walk_inside(w, NULL, c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_lines(w, *c);
	cursor_take(c, c->left.wire);
}

static const struct hang hangs[] = {{"http.part", HTTP_STRAY_PART}, {0}};

const struct proto proto_http_stray = {
	.brief = "HTTP",
	.no_column = true,
	.bare = true,
	.prefix = "http",
	.spec = "RFC 9112",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
