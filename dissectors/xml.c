/* SPDX-License-Identifier: BSD-2-Clause */
/* Extensible Markup Language: tags, attributes and text. */
/* https://www.w3.org/TR/xml. */
#include "shared/http.h"
#include "shared/media.h"

enum {
	XML,
	PI,
	PI_XML,
	PI_ENCODING,
	PI_VERSION,
	PI_STANDALONE,
	CDATA_SECTION,
	COMMENT_ROW,
	ATTRIBUTE,
	DOCTYPE,
	DTD_TAG,
	CDATA,
	UNKNOWN_TEXT,
	TAG,
	CLOSING,
	UNOPENED,
	UNOPENED_NOTE,
	UNKNOWN,
	UNKNOWN_NOTE,
};

#define MAX_DEPTH 100

#define ROW(row, filter, label, says, section) \
	[row] = {"xml." filter, label, STRING, .help = says, .ref = section}

static const struct field fields[] = {
	[XML] = {"xml", "eXtensible Markup Language", PROTO},
	ROW(PI, "xmlpi", "XMLPI", "Words for programs", "2.6"),
	ROW(PI_XML, "xmlpi.xml", "xml.xmlpi.xml", "What the document is", "2.8"),
	ROW(PI_ENCODING, "xmlpi.xml.encoding", "encoding", "How its letters are written", "4.3.3"),
	ROW(PI_VERSION, "xmlpi.xml.version", "version", "The version of XML", "2.8"),
	ROW(PI_STANDALONE, "xmlpi.xml.standalone", "standalone", "Whether it needs no other file",
	    "2.9"),
	ROW(CDATA_SECTION, "cdatasection", "CDATASection", "Text without markup", "2.7"),
	ROW(COMMENT_ROW, "comment", "Comment", "A comment", "2.5"),
	ROW(ATTRIBUTE, "attribute", "Attribute", "A name and its value", "3.1"),
	ROW(DOCTYPE, "doctype", "Doctype", "What kind of document", "2.8"),
	ROW(DTD_TAG, "dtdtag", "DTD Tag", "A rule for documents of this kind", "2.8"),
	ROW(CDATA, "cdata", "CDATA", "Text", "2.4"),
	ROW(UNKNOWN_TEXT, "unknown", "Unknown", "Text outside of all elements", "2.1"),
	ROW(TAG, "tag", "Tag", "An element", "3.1"),
	[CLOSING] = {"text", "Closing tag", HEADING},
	[UNOPENED] = {"text", "Closing an unopened tag", HEADING},
	[UNOPENED_NOTE] =
		EXPERT("xml.closing_unopened_tag", "Closing an unopened tag", ERROR, G_MALFORMED),
	[UNKNOWN] = {"text", "Unrecognized text", HEADING},
	[UNKNOWN_NOTE] = EXPERT("xml.unrecognized_text", "Unrecognized text", WARNING, G_PROTOCOL),
};

static bool is_blank(int ch)
{
	return ch == ' ' || ch == '\t' || ch == '\r' || ch == '\n';
}

/* What a name may have in it. */
static bool is_name(int ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
	       ch == ':' || ch == '_' || ch == '-' || ch == '.';
}

static uint32_t blanks(struct span s, uint32_t at)
{
	while (is_blank(span_octet(s, at)))
		at++;
	return at;
}

static uint32_t name_end(struct span s, uint32_t at)
{
	while (is_name(span_octet(s, at)))
		at++;
	return at;
}

/* Where the text ends, if it stands there at all; NOT_FOUND: it doesn't. */
static uint32_t end_of(struct span s, const char *text)
{
	uint32_t len = (uint32_t)strlen(text), at = 0, next;

	while ((next = span_find(span_skip(s, at), (uint8_t)*text)) != NOT_FOUND) {
		at += next;
		if (s.cap - at >= len && span_says(span_first(span_skip(s, at), len), text))
			return at + len;
		at++;
	}
	return NOT_FOUND;
}

/* name = "value": where it ends; 0: there is none. */
static uint32_t attribute_end(struct span s, uint32_t at)
{
	uint32_t end = name_end(s, at), close;
	int quote;

	if (end == at)
		return 0;
	end = blanks(s, end);
	if (span_octet(s, end) != '=')
		return 0;
	end = blanks(s, end + 1);
	quote = span_octet(s, end);
	if (quote != '"' && quote != '\'') {
		close = name_end(s, end);
		return close > end ? close : 0;
	}
	close = span_find(span_skip(s, end + 1), (uint8_t)quote);
	return close == NOT_FOUND ? 0 : end + 2 + close;
}

/* A tag at the span's start. */
struct tag {
	uint32_t name; /* where its name ends */
	uint32_t end;  /* where its attributes do */
	uint32_t len;  /* octets of all of it; 0: it is none */
	bool any;      /* it has attributes */
};

static struct tag tag_of(struct span s, uint32_t start, const char *close, const char *other)
{
	struct tag t = {.name = name_end(s, start)};
	uint32_t at = blanks(s, t.name), next;

	if (t.name == start)
		return t;
	while ((next = attribute_end(s, at)) != 0) {
		t.any = true;
		at = blanks(s, next);
	}
	t.end = at;
	if (span_begins(span_skip(s, at), close))
		t.len = at + (uint32_t)strlen(close);
	else if (span_begins(span_skip(s, at), other))
		t.len = at + (uint32_t)strlen(other);
	return t;
}

/* The document at hand. */
struct reader {
	struct walk *w;
	struct cursor *c;
	unsigned open; /* elements that aren't closed yet */
};

static void put_text(struct reader *r, unsigned row, uint32_t len)
{
	struct span text = span_first(r->c->left, len);

	put(r->w, r->c, row, len);
	if (r->w->labels)
		label_whole(r->w, "%s", words_of(r->w, text));
}

static unsigned pi_row(struct span name)
{
	return span_says(name, "version")      ? PI_VERSION
	       : span_says(name, "encoding")   ? PI_ENCODING
	       : span_says(name, "standalone") ? PI_STANDALONE
					       : ATTRIBUTE;
}

/* An attribute of the line <?xml ...?>: its row has the value alone. */
static void put_pi_attribute(struct reader *r, struct span attribute)
{
	struct span value = attribute, name = span_trim(span_word(&value, "="));
	struct cursor c = cursor_on(*r->c, span_skip(value, blanks(value, 0)));

	cursor_pull(&c, 1);
	put(r->w, &c, pi_row(name), c.left.cap ? c.left.cap - 1 : 0);
	if (r->w->labels)
		label_whole(r->w, "%s", words_of(r->w, attribute));
}

/* The attributes of a tag; the last one's line has the tag's end. */
static void put_attributes(struct reader *r, const struct tag *t, bool pi)
{
	struct span s = r->c->left;
	uint32_t at = blanks(s, t->name), end;

	for (; (end = attribute_end(s, at)) != 0; at = blanks(s, end)) {
		struct span text = span_skip(span_first(s, end), at);
		struct cursor c = cursor_on(*r->c, text);
		const char *more = "";

		if (pi) {
			put_pi_attribute(r, text);
			continue;
		}
		if (blanks(s, end) == t->end)
			more = words_of(r->w, span_skip(span_first(s, t->len), t->end));
		put(r->w, &c, ATTRIBUTE, text.cap);
		if (r->w->labels)
			label_whole(r->w, "%s%s", words_of(r->w, text), more);
	}
}

static bool put_pi(struct reader *r)
{
	struct span s = r->c->left;
	struct tag t = tag_of(s, 2, "?>", "?>");
	struct cursor end;

	if (!t.len)
		return false;
	end = cursor_on(*r->c, span_skip(span_first(s, t.len), t.end));
	put_bytes(r->w, span_says(span_skip(span_first(s, t.name), 2), "xml") ? PI_XML : PI,
		  r->c->at, t.len, s.p, t.len);
	if (r->w->labels)
		label_whole(r->w, "%s", words_of(r->w, span_first(s, t.name)));
	r->w->depth++;
	put_attributes(r, &t, true);
	put(r->w, &end, CLOSING, end.left.cap);
	label_whole(r->w, "?>");
	r->w->depth--;
	cursor_take(r->c, t.len);
	return true;
}

static bool put_tag(struct reader *r)
{
	struct span s = r->c->left;
	struct tag t = tag_of(s, 1, ">", "/>");

	if (!t.len)
		return false;
	put_bytes(r->w, TAG, r->c->at, t.len, s.p, t.len);
	if (r->w->labels)
		label_whole(r->w, "%s", words_of(r->w, span_first(s, t.any ? t.name : t.len)));
	r->w->depth++;
	if (t.any)
		put_attributes(r, &t, false);
	r->w->depth--;
	if (span_octet(s, t.len - 2) != '/' && r->open < MAX_DEPTH) {
		r->w->depth++;
		r->open++;
	}
	cursor_take(r->c, t.len);
	return true;
}

static void put_unopened(struct reader *r)
{
	uint32_t group = open_group(r->w, r->c, UNOPENED, 0);

	expert(r->w, UNOPENED_NOTE, NULL);
	shut_group(r->w, group, NULL);
}

static bool put_closing(struct reader *r)
{
	struct span s = r->c->left;
	uint32_t end = blanks(s, name_end(s, 2));

	if (span_octet(s, end) != '>')
		return false;
	put_text(r, CLOSING, end + 1);
	if (r->open) {
		r->open--;
		r->w->depth--;
	} else {
		put_unopened(r);
	}
	return true;
}

/* <!DOCTYPE name ... >, or rules between [ and ]. */
static bool put_doctype(struct reader *r)
{
	struct span s = r->c->left;
	uint32_t start = blanks(s, 9), name = name_end(s, start), end = span_find(s, '>');

	if (end == NOT_FOUND || name == start)
		return false;
	put_bytes(r->w, DOCTYPE, r->c->at, name - start, span_skip(s, start).p, name - start);
	if (r->w->labels)
		label_whole(r->w, "%s", words_of(r->w, span_first(s, end + 1)));
	cursor_take(r->c, end + 1);
	return true;
}

/* What runs up to an end that is known; false: it never comes. */
static bool put_up_to(struct reader *r, unsigned row, const char *end)
{
	uint32_t len = end_of(r->c->left, end);

	if (len == NOT_FOUND)
		return false;
	put_text(r, row, len);
	return true;
}

static bool put_markup(struct reader *r)
{
	struct span s = r->c->left;

	if (span_begins(s, "<!--"))
		return put_up_to(r, COMMENT_ROW, "-->");
	if (span_begins(s, "<![CDATA["))
		return put_up_to(r, CDATA_SECTION, "]]>");
	if (span_begins(s, "<!DOCTYPE"))
		return put_doctype(r);
	if (span_begins(s, "<!"))
		return put_up_to(r, DTD_TAG, ">");
	if (span_begins(s, "<?"))
		return put_pi(r);
	return span_begins(s, "</") ? put_closing(r) : put_tag(r);
}

static void put_unknown(struct reader *r)
{
	struct span s = r->c->left;
	uint32_t len = 1, group;

	while (len < s.cap && !is_blank(span_octet(s, len)) && span_octet(s, len) != '<')
		len++;
	group = open_group(r->w, r->c, UNKNOWN, len);
	expert(r->w, UNKNOWN_NOTE, NULL);
	shut_group(r->w, group, NULL);
	cursor_take(r->c, len);
}

static void note(struct walk *w, struct layer *l)
{
	l->follows = true;
	if (w->summary)
		l->column = media_column(w, l, "XML");
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct reader r = {w, c, 0};
	uint32_t text;

	(void)l;
	for (;;) {
		cursor_take(c, blanks(c->left, 0));
		if (!c->left.cap)
			break;
		text = span_find(c->left, '<');
		if (text)
			put_text(&r, r.open ? CDATA : UNKNOWN_TEXT,
				 text == NOT_FOUND ? c->left.cap : text);
		else if (!put_markup(&r))
			put_unknown(&r);
	}
	w->depth = (uint8_t)(w->depth - r.open);
}

/* It has nothing to say. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t, (void)r, (void)l;
}

static const struct hang hangs[] = {{"media_type", MEDIA_XML}, {0}};

const struct proto proto_xml = {
	.brief = "XML",
	.spec = "https://www.w3.org/TR/xml",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
