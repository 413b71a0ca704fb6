/* SPDX-License-Identifier: BSD-2-Clause */
/* JavaScript Object Notation. */
/* RFC 8259. */
#include "core/arena.h"
#include "shared/media.h"

enum {
	JSON,
	OBJECT,
	ARRAY,
	MEMBER,
	PATH_WITH_VALUE,
	MEMBER_WITH_VALUE,
	STRING_VALUE,
	NUMBER_VALUE,
	FALSE_VALUE,
	NULL_VALUE,
	TRUE_VALUE,
	KEY,
	PATH,
};

static const struct field fields[] = {
	[JSON] = {"json", "JavaScript Object Notation", PROTO},
	[OBJECT] = {"json.object", "Object", NONE, .help = "Members in braces", .ref = "4"},
	[ARRAY] = {"json.array", "Array", NONE, .help = "Values in brackets", .ref = "5"},
	[MEMBER] = {"json.member", "Member", STRING, .help = "A name with its value", .ref = "4"},
	[PATH_WITH_VALUE] = {"json.path_with_value", "Path with value", STRING, .traits = GENERATED,
			     .help = "Where a value stands, and the value"},
	[MEMBER_WITH_VALUE] = {"json.member_with_value", "Member with value", STRING,
			       .traits = GENERATED, .help = "Its name, and the value"},
	[STRING_VALUE] = {"json.value.string", "String value", STRING, .help = "A string",
			  .ref = "7"},
	[NUMBER_VALUE] = {"json.value.number", "Number value", STRING, .help = "A number",
			  .ref = "6"},
	[FALSE_VALUE] = {"json.value.false", "False value", NONE, .help = "false", .ref = "3"},
	[NULL_VALUE] = {"json.value.null", "Null value", NONE, .help = "null", .ref = "3"},
	[TRUE_VALUE] = {"json.value.true", "True value", NONE, .help = "true", .ref = "3"},
	[KEY] = {"json.key", "Key", STRING, .help = "The member's name", .ref = "4"},
	[PATH] = {"json.path", "Path", STRING, .traits = GENERATED,
		  .help = "The names on the way to it"},
};

/* What is nested more deeply is nobody's data. */
#define MAX_DEPTH 96

/* Reads twice: first only whether the text is right, then putting its rows. */
struct reader {
	struct walk *w;
	struct cursor c;
	bool puts;
	unsigned depth;
};

/* A value's place: the path to it and its own name. */
struct place_in {
	const char *path, *name;
};

static bool read_value(struct reader *r, struct place_in at);

static void skip_blanks(struct reader *r)
{
	int octet;

	while ((octet = span_octet(r->c.left, 0)) == ' ' || octet == '\t' || octet == '\r' ||
	       octet == '\n')
		cursor_take(&r->c, 1);
}

/* Passes over that character; false: it isn't there. */
static bool pass(struct reader *r, int octet)
{
	skip_blanks(r);
	if (span_octet(r->c.left, 0) != octet)
		return false;
	cursor_take(&r->c, 1);
	return true;
}

/* Octets of the string that begins there, with both quotes; 0: it doesn't end. */
static uint32_t string_len(struct span s)
{
	uint32_t i = 1;

	for (; i < s.cap && span_octet(s, i) != '"'; i++)
		if (span_octet(s, i) == '\\')
			i++;
	return i < s.cap ? i + 1 : 0;
}

static unsigned put_utf8(char *to, uint32_t c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xc0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	to[0] = (char)(0xe0 | c >> 12);
	to[1] = (char)(0x80 | (c >> 6 & 0x3f));
	to[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

/* RFC 8259, 7: the character that stands behind a backslash; gives the octets read. */
static uint32_t put_escape(char *to, unsigned *n, struct span s)
{
	static const char letters[] = "b\bf\fn\nr\rt\t";
	int octet = span_octet(s, 0);
	uint64_t v;

	if (octet == 'u' && span_hexadecimal(span_first(span_skip(s, 1), 4), &v)) {
		*n += put_utf8(to + *n, (uint32_t)v);
		return 5;
	}
	for (unsigned i = 0; i + 1 < sizeof letters; i += 2)
		if (octet == letters[i])
			octet = (unsigned char)letters[i + 1];
	to[(*n)++] = (char)octet;
	return 1;
}

/* The text of a string of so many octets, quotes and all. */
static const char *text_of(struct reader *r, uint32_t len)
{
	struct span s = span_first(span_skip(r->c.left, 1), len - 2);
	char *to = take(r->w, 2 * (size_t)len);
	unsigned n = 0;

	while (s.cap) {
		int octet = span_octet(s, 0);

		s = span_skip(s, 1);
		if (octet == '\\' && s.cap)
			s = span_skip(s, put_escape(to, &n, s));
		else
			to[n++] = (char)octet;
	}
	to[n] = '\0';
	return to;
}

static const char *join(struct walk *w, const char *a, const char *between, const char *b)
{
	return arena_join(&w->arena, arena_join(&w->arena, a, between), b);
}

static void put_text(struct reader *r, unsigned row, uint32_t at, uint32_t len, const char *s)
{
	put_string(r->w, row, at, len, s);
	source_of_last(r->w, r->c.source);
}

/* A value that isn't made of others. */
static void put_plain(struct reader *r, unsigned row, uint32_t len, const char *value,
		      struct place_in at)
{
	struct cursor c = r->c;

	if (!r->puts)
		return;
	put_text(r, PATH_WITH_VALUE, c.at, len, join(r->w, at.path, ":", value));
	put_text(r, MEMBER_WITH_VALUE, c.at, len, join(r->w, at.name, ":", value));
	if (row == STRING_VALUE || row == NUMBER_VALUE)
		put_text(r, row, c.at, len, value);
	else
		put(r->w, &c, row, len);
}

static bool read_string(struct reader *r, struct place_in at)
{
	uint32_t len = string_len(r->c.left);

	if (!len)
		return false;
	if (r->puts)
		put_plain(r, STRING_VALUE, len, text_of(r, len), at);
	cursor_take(&r->c, len);
	return true;
}

/* The octets of a number (RFC 8259, 6), not looked at closely. */
static uint32_t number_len(struct span s)
{
	uint32_t n = 0;
	int octet;

	while ((octet = span_octet(s, n)) > 0 && strchr("0123456789+-.eE", octet))
		n++;
	return n;
}

static bool read_word(struct reader *r, struct place_in at)
{
	static const struct {
		const char *word;
		uint16_t row;
	} words[] = {{"false", FALSE_VALUE}, {"null", NULL_VALUE}, {"true", TRUE_VALUE}};
	uint32_t len = number_len(r->c.left);

	for (unsigned i = 0; i < COUNT(words) && !len; i++) {
		if (!span_begins(r->c.left, words[i].word))
			continue;
		put_plain(r, words[i].row, (uint32_t)strlen(words[i].word), words[i].word, at);
		cursor_take(&r->c, (uint32_t)strlen(words[i].word));
		return true;
	}
	if (!len)
		return false;
	put_plain(r, NUMBER_VALUE, len, arena_copy(&r->w->arena, r->c.left.p, len), at);
	cursor_take(&r->c, len);
	return true;
}

static bool read_member(struct reader *r, struct place_in of)
{
	struct place_in at = {of.path, ""};
	struct cursor key;
	uint32_t len, group = NO_NODE;
	bool good;

	skip_blanks(r);
	key = r->c;
	len = span_octet(r->c.left, 0) == '"' ? string_len(r->c.left) : 0;
	if (!len)
		return false;
	if (r->puts) {
		at.name = text_of(r, len);
		at.path = join(r->w, of.path, "/", at.name);
		group = open_group(r->w, &r->c, MEMBER, 0);
		if (group != NO_NODE) {
			r->w->r.nodes[group].p = (const uint8_t *)at.name;
			r->w->r.nodes[group].size = (uint32_t)strlen(at.name);
		}
	}
	cursor_take(&r->c, len);
	good = pass(r, ':') && read_value(r, at);
	if (!r->puts)
		return good;
	put_text(r, KEY, key.at, len, at.name);
	put_text(r, PATH, key.at, len, at.path);
	shut_group(r->w, group, &r->c);
	return good;
}

/* What stands between brackets or braces, with commas between. */
static bool read_list(struct reader *r, unsigned row, int end, struct place_in at)
{
	uint32_t group = r->puts ? open_group(r->w, &r->c, row, 0) : NO_NODE;
	struct place_in inside = at;
	bool good = ++r->depth <= MAX_DEPTH;

	if (row == ARRAY && r->puts)
		inside = (struct place_in){join(r->w, at.path, "/", "[]"), "[]"};
	cursor_take(&r->c, 1);
	if (good && !pass(r, end)) {
		do
			good = row == ARRAY ? read_value(r, inside) : read_member(r, at);
		while (good && pass(r, ','));
		good = good && pass(r, end);
	}
	r->depth--;
	if (r->puts)
		shut_group(r->w, group, &r->c);
	return good;
}

static bool read_value(struct reader *r, struct place_in at)
{
	skip_blanks(r);
	switch (span_octet(r->c.left, 0)) {
	case '{':
		return read_list(r, OBJECT, '}', at);
	case '[':
		return read_list(r, ARRAY, ']', at);
	case '"':
		return read_string(r, at);
	default:
		return read_word(r, at);
	}
}

/* An object or array that is right as a whole. */
static bool read_text(struct reader *r)
{
	struct place_in root = {"", ""};
	struct reader first = *r;
	int octet;

	skip_blanks(&first);
	octet = span_octet(first.c.left, 0);
	if (octet != '{' && octet != '[')
		return false;
	r->c = first.c;
	if (!read_value(&first, root))
		return false;
	if (!any_wanted(r->w)) {
		r->c = first.c;
		return true;
	}
	r->puts = true;
	read_value(r, root);
	r->puts = false;
	return true;
}

static void note(struct walk *w, struct layer *l)
{
	struct media_state *s = new_state(w, l, sizeof *s);

	if (l->parent->carries_media) {
		*s = *(const struct media_state *)l->parent->state;
		l->carries_media = true; /* what isn't JSON after all has the same type */
	}
	l->follows = true;
	if (w->summary)
		l->column = media_column(w, l, "JSON");
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct reader r = {.w = w, .c = *c};

	if (l->carries_media)
		label_whole(w, "JavaScript Object Notation: %s", media_type_of(l));
	while (read_text(&r))
		skip_blanks(&r);
	if (r.c.left.cap) {
		l->last_word = true;
		walk_next(w, next_by(l, MEDIA_LINES), r.c);
	}
	cursor_take(c, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, ", JavaScript Object Notation");
	if (l->carries_media)
		text_format(t, " (%s)", media_type_of(l));
}

static const struct hang hangs[] = {{"media_type", MEDIA_JSON}, {0}};

const struct proto proto_json = {
	.brief = "JSON",
	.spec = "RFC 8259",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "media_type"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
