/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading a specification: layers, settings, choices of values. */
#include "config.h"

#include "craft/syntax.h"
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

bool amiss(struct craft *c, uint32_t at, uint32_t len, const char *format, ...)
{
	va_list args;

	if (c->failed)
		return false;
	c->failed = true;
	c->fault->at = at;
	c->fault->len = len ? len : 1;
	va_start(args, format);
	vsnprintf(c->fault->text, sizeof c->fault->text, format, args);
	va_end(args);
	return false;
}

/* --- scanning --- */

static bool is_space(char ch)
{
	return ch && strchr(" \t\r\n", ch);
}

static uint32_t skip_space(const struct craft *c, uint32_t at)
{
	while (is_space(c->text[at]))
		at++;
	return at;
}

/* A '/' that is part of a value: a prefix's length stands behind it. */
static bool is_prefix(const char *s)
{
	size_t n = strspn(s + 1, "0123456789");

	return *s == '/' && n > 0 && n < 4 &&
	       (!s[1 + n] || is_space(s[1 + n]) || strchr(",}/", s[1 + n]));
}

/* Octets up to what ends a word: space, one of `ends`, a '/' between layers. */
static uint32_t word_len(const char *s, const char *ends)
{
	const char *p = s;

	while (*p && !is_space(*p) && !strchr(ends, *p) && (*p != '/' || (p > s && is_prefix(p))))
		p += *p == '/' ? 1 + strspn(p + 1, "0123456789") : 1;
	return (uint32_t)(p - s);
}

/* --- values --- */

static struct choice *new_choice(struct craft *c, struct setting *s)
{
	struct choice *more = arena_take(&c->arena, (s->n_choices + 1) * sizeof *more);

	if (s->n_choices)
		memcpy(more, s->choices, s->n_choices * sizeof *more);
	s->choices = more;
	more += s->n_choices++;
	*more = (struct choice){.kind = CHOICE_RANGE, .n = 1};
	return more;
}

static bool is_number(const struct field *f)
{
	return f->kind != STRING && f->kind != BYTES && f->kind != OID && f->kind != GUID;
}

/* "10.77.0.0/28": all addresses with that prefix, the network's own included. */
static bool read_prefix(struct craft *c, struct setting *s, uint32_t at, uint32_t len,
			const char *slash)
{
	unsigned size = 8 * kind_size(s->field->kind),
		 length = (unsigned)strtoul(slash + 1, NULL, 10);
	struct choice *choice = new_choice(c, s);
	uint32_t before = (uint32_t)(slash - c->text) - at;

	if (s->field->kind != IPV4 && s->field->kind != IPV6)
		return amiss(c, at, len, "a prefix is for addresses, which %s isn't", s->name);
	if (length > size)
		return amiss(c, at + before + 1, len - before - 1,
			     "a prefix of %s has at most %u bits", s->name, size);
	if (size - length > 63)
		return amiss(c, at, len, "a prefix of fewer than %u bits has too many addresses",
			     size - 63);
	if (!read_worth(c, s->field, at, before, &choice->first))
		return false;
	choice->n = UINT64_C(1) << (size - length);
	if (s->field->kind == IPV4)
		choice->first.u &= ~(choice->n - 1);
	else
		for (unsigned bit = length; bit < size; bit++)
			((uint8_t *)(uintptr_t)choice->first.p)[bit / 8] &=
				(uint8_t) ~(0x80 >> bit % 8);
	return true;
}

/* "1-1024", both included. */
static bool read_range(struct craft *c, struct setting *s, uint32_t at, uint32_t len, uint32_t dash)
{
	struct choice *choice = new_choice(c, s);
	struct worth last;

	if (!read_worth(c, s->field, at, dash, &choice->first) ||
	    !read_worth(c, s->field, at + dash + 1, len - dash - 1, &last))
		return false;
	if (last.u < choice->first.u)
		return amiss(c, at, len, "the range is empty: its end is less than its start");
	choice->n = last.u - choice->first.u + 1;
	return true;
}

/* "rand", "inc", "dec:100": false: it is none of these. */
static bool read_change(struct craft *c, struct setting *s, uint32_t at, uint32_t len, bool *is)
{
	static const struct {
		const char *word;
		enum choice_kind kind;
	} words[] = {{"rand", CHOICE_RANDOM}, {"inc", CHOICE_UP}, {"dec", CHOICE_DOWN}};

	*is = false;
	for (unsigned i = 0; i < COUNT(words); i++) {
		uint32_t n = (uint32_t)strlen(words[i].word);
		struct choice *choice;

		if (len < n || memcmp(c->text + at, words[i].word, n) ||
		    (len > n && c->text[at + n] != ':'))
			continue;
		*is = true;
		choice = new_choice(c, s);
		choice->kind = words[i].kind;
		if (!is_number(s->field) && words[i].kind != CHOICE_RANDOM)
			return amiss(c, at, len, "%s is no number that could be counted", s->name);
		return len <= n + 1 ||
		       read_worth(c, s->field, at + n + 1, len - n - 1, &choice->first);
	}
	return true;
}

/* Where the '-' of a range stands; 0: it is no range. */
static uint32_t dash_of(const struct setting *s, const char *text, uint32_t len)
{
	const char *dash = memchr(text + 1, '-', len > 1 ? len - 1 : 0);
	bool ranged = kind_is_unsigned(s->field->kind) || s->field->kind == IPV4;

	return dash && ranged && dash + 1 < text + len ? (uint32_t)(dash - text) : 0;
}

static bool read_choice(struct craft *c, struct setting *s, uint32_t at, uint32_t len)
{
	const char *text = c->text + at, *slash = memchr(text, '/', len);
	uint32_t dash = dash_of(s, text, len);
	bool is;

	if (*text != '"') {
		if (!read_change(c, s, at, len, &is) || is)
			return !c->failed;
		if (slash && is_number(s->field))
			return read_prefix(c, s, at, len, slash);
		if (dash && isdigit((unsigned char)*text))
			return read_range(c, s, at, len, dash);
	}
	return read_worth(c, s->field, at, len, &new_choice(c, s)->first);
}

/* The octets that one value takes of the text. */
static bool value_len(struct craft *c, uint32_t at, const char *ends, uint32_t *len)
{
	struct worth w;

	if (c->text[at] == '"')
		return read_quoted(c, at, len, &w);
	*len = word_len(c->text + at, ends);
	return *len || amiss(c, at, 1, "here a value is missing");
}

/* "{80,443,8000-8010}" */
static bool read_list(struct craft *c, struct setting *s, uint32_t *at)
{
	uint32_t start = (*at)++, len;

	for (;;) {
		*at = skip_space(c, *at);
		if (!value_len(c, *at, ",}", &len) || !read_choice(c, s, *at, len))
			return false;
		*at = skip_space(c, *at + len);
		if (c->text[*at] == '}')
			break;
		if (c->text[*at] != ',')
			return amiss(c, start, 1, "the list that begins here has no end");
		(*at)++;
	}
	(*at)++;
	return true;
}

/* --- payloads --- */

/* The whole file; a fault when it can't be read, or is larger than a packet may be. */
static bool read_file(struct craft *c, uint32_t at, uint32_t len, struct worth *w)
{
	char *path = arena_copy(&c->arena, c->text + at + 1, len - 1);
	uint8_t *p = arena_take(&c->arena, MAX_PACKET + 1);
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f)
		return amiss(c, at, len, "%.200s: %s", path, strerror(errno));
	n = fread(p, 1, MAX_PACKET + 1, f);
	fclose(f);
	if (n > MAX_PACKET)
		return amiss(c, at, len, "%.200s is larger than a packet may be (%u octets)", path,
			     MAX_PACKET);
	*w = (struct worth){.p = p, .n = (uint32_t)n};
	return true;
}

/* "zero:100", "rand:100" */
static bool read_fill(struct craft *c, uint32_t at, uint32_t len, struct worth *w)
{
	bool random = c->text[at] == 'r';
	unsigned long n = strtoul(c->text + at + 5, NULL, 10);
	uint8_t *p;

	if (strspn(c->text + at + 5, "0123456789") != len - 5 || len == 5 || n > MAX_PACKET)
		return amiss(c, at + 5, len > 5 ? len - 5 : 1,
			     "here stands how many octets, at most %u", MAX_PACKET);
	p = arena_take(&c->arena, n + 8);
	memset(p, 0, n);
	for (unsigned long i = 0; random && i < n; i++)
		p[i] = (uint8_t)random_next(&c->random);
	*w = (struct worth){.p = p, .n = (uint32_t)n};
	return true;
}

static bool is_payload(const char *s)
{
	return *s == '"' || *s == '@' || !strncmp(s, "0x", 2) || !strncmp(s, "zero:", 5) ||
	       !strncmp(s, "rand:", 5);
}

static bool read_octets(struct craft *c, uint32_t at, uint32_t *len, struct worth *w)
{
	const char *s = c->text + at;

	if (*s == '"')
		return read_quoted(c, at, len, w);
	*len = *s == '@' ? (uint32_t)strcspn(s, " \t\r\n") : word_len(s, "");
	if (*s == '@')
		return read_file(c, at, *len, w);
	if (*s == '0')
		return read_hex(c, at + 2, *len - 2, w);
	return read_fill(c, at, *len, w);
}

/* --- settings --- */

static struct setting *new_setting(struct craft *c, uint32_t at)
{
	struct setting *s;

	if (c->n_settings == c->cap_settings) {
		c->cap_settings = c->cap_settings ? 2 * c->cap_settings : 16;
		c->settings = need_more(c->settings, c->cap_settings * sizeof *c->settings);
	}
	s = &c->settings[c->n_settings++];
	*s = (struct setting){.part = c->n_parts - 1, .at = at, .place = NO_VALUE};
	return s;
}

static bool read_payload(struct craft *c, uint32_t *at)
{
	struct setting *s;
	struct worth w;
	uint32_t len;

	c->protos[c->n_parts] = NULL;
	c->forced[c->n_parts++] = NULL;
	if (!read_octets(c, *at, &len, &w))
		return false;
	s = new_setting(c, *at);
	s->len = len;
	new_choice(c, s)->first = w;
	*at += len;
	return true;
}

/* The field in the layer's own table, or else in whichever has it. */
static bool bind(struct craft *c, struct setting *s, uint32_t at, uint32_t len)
{
	const struct proto *p = c->protos[s->part];
	uint32_t id;

	s->name = field_named(c, p, c->text + at, len);
	if (!s->name) {
		snprintf(c->fault->field, sizeof c->fault->field, "%s.%.*s", p->fields[0].name,
			 (int)(len < 60 ? len : 60), c->text + at);
		return amiss(c, at, len, "%s has no field \"%.*s\"", p->fields[0].name, (int)len,
			     c->text + at);
	}
	for (unsigned r = 1; r < p->n_fields; r++)
		if (!strcmp(p->fields[r].name, s->name) &&
		    !(p->fields[r].traits & (STATE | NOTE)) && !s->row)
			s->row = r;
	id = session_find(c->session, s->name, 0);
	s->owner = s->row ? p : session_row_proto(c->session, id);
	s->field = s->row ? &p->fields[s->row] : session_row(c->session, id);
	if (s->field->traits & (GENERATED | NOTE))
		return amiss(c, at, len, "%s is concluded from a packet, it doesn't stand in one",
			     s->name);
	if (s->row)
		c->forced[s->part][s->row] = true;
	return true;
}

static void count_choices(struct setting *s)
{
	for (unsigned i = 0; i < s->n_choices; i++)
		s->n += s->choices[i].n;
}

bool read_setting(struct craft *c, uint32_t *at)
{
	uint32_t name = *at, len = word_len(c->text + name, "="), n;
	struct setting *s;

	*at += len;
	if (c->text[*at] != '=')
		return amiss(c, name, len, "\"%.*s\" isn't followed by = and a value", (int)len,
			     c->text + name);
	(*at)++;
	if (len == 7 && !memcmp(c->text + name, "options", 7)) {
		n = (uint32_t)strcspn(c->text + *at, " \t\r\n/");
		*at += n;
		return read_elements(c, c->n_parts - 1, *at - n, n);
	}
	s = new_setting(c, name);
	if (!bind(c, s, name, len))
		return false;
	if (c->text[*at] == '{') {
		if (!read_list(c, s, at))
			return false;
	} else {
		if (!value_len(c, *at, "", &n) || !read_choice(c, s, *at, n))
			return false;
		*at += n;
	}
	s->len = *at - name;
	count_choices(s);
	return true;
}

static bool read_layer(struct craft *c, uint32_t *at)
{
	uint32_t len = word_len(c->text + *at, "=");
	const struct proto *p = proto_named(c->session, c->text + *at, len);

	if (!p) {
		snprintf(c->fault->layer, sizeof c->fault->layer, "%.*s",
			 (int)(len < 79 ? len : 79), c->text + *at);
		return amiss(c, *at, len, "there is no protocol \"%.*s\"", (int)len, c->text + *at);
	}
	c->protos[c->n_parts] = p;
	c->forced[c->n_parts] = arena_take(&c->arena, p->n_fields * sizeof(bool));
	memset(c->forced[c->n_parts], 0, p->n_fields * sizeof(bool));
	c->n_parts++;
	*at += len;
	for (;;) {
		*at = skip_space(c, *at);
		if (!c->text[*at] || c->text[*at] == '/')
			return true;
		if (!read_setting(c, at))
			return false;
	}
}

bool read_spec(struct craft *c)
{
	uint32_t at = 0;

	for (;;) {
		at = skip_space(c, at);
		if (!c->text[at])
			return amiss(c, at, 1,
				     c->n_parts ? "behind the / another layer is missing"
						: "there is no layer");
		if (c->n_parts == MAX_PARTS)
			return amiss(c, at, 1, "a packet has at most %u layers", MAX_PARTS);
		if (!(is_payload(c->text + at) ? read_payload(c, &at) : read_layer(c, &at)))
			return false;
		at = skip_space(c, at);
		if (!c->text[at])
			return true;
		if (c->text[at] != '/')
			return amiss(c, at, 1, "between layers stands a /");
		at++;
	}
}
