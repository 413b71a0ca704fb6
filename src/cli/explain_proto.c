/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: a protocol: where it is found, what it carries, its header and fields. */
#include "cli/explain.h"
#include "core/arena.h"
#include "core/session.h"
#include "protocols.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define WIDEST_NAME 34 /* of a field in the list; longer ones push their line to the right */
#define TYPE_WIDTH 16  /* of its type */

static void say_hangs(struct explain *e, const struct proto *p)
{
	struct text words = {0};

	for (const struct hang *h = p->hangs; h && h->table; h++) {
		list_word(&words, h->table);
		text_format(&words, h->value > 255 ? " 0x%04x" : " %u", h->value);
	}
	say_text(e, "found at", &words);
}

static bool hangs_in(const struct proto *p, const char *table)
{
	for (const struct hang *h = p->hangs; table && h && h->table; h++)
		if (!strcmp(h->table, table))
			return true;
	return false;
}

static bool is_carried(const struct proto *p, const struct next *next)
{
	if (next->fixed && !strcmp(next->fixed, p->fields[0].name))
		return true;
	for (size_t i = 0; i < COUNT(next->also); i++)
		if (hangs_in(p, next->also[i]))
			return true;
	return hangs_in(p, next->table);
}

/* Protocols inside this one, or (bare ones) parts that the code sets apart. */
static void say_carried(struct explain *e, const struct proto *by, bool bare)
{
	struct text words = {0};

	for (const struct proto *const *p = protocols; *p; p++)
		if ((*p)->bare == bare && is_carried(*p, &by->next))
			list_word(&words, (*p)->fields[0].name);
	say_text(e, bare ? "parts" : "carries", &words);
}

static void say_length(struct explain *e, const struct proto *p)
{
	if (p->bare || !p->fixed)
		return;
	say(e, "header", "%u octets%s", p->fixed,
	    p->header_len ? " and more, as it says itself" : "");
}

/* --- the fields --- */

static bool is_listed(const struct field *f)
{
	return f->kind != PROTO && f->kind != HEADING && !(f->traits & (HIDDEN | NOTE));
}

static size_t name_width(const struct proto *p)
{
	size_t width = 0;

	for (unsigned i = 1; i < p->n_fields; i++) {
		size_t n = strlen(p->fields[i].name);

		if (is_listed(&p->fields[i]) && n > width && n <= WIDEST_NAME)
			width = n;
	}
	return width;
}

static void fill_to(struct text *t, size_t start, size_t width)
{
	size_t n = t->len - start;

	text_fill(t, ' ', n < width ? width - n : 1);
}

/* What it is, and when it is there, if other fields of the header decide. */
static void text_help(struct text *t, const struct proto *p, const struct field *f)
{
	struct text condition = {0};

	text_put(t, f->help ? f->help : f->label);
	if (f->when && !(p->fields[f->when->row].traits & STATE)) {
		text_condition(&condition, p, f->when);
		text_format(t, " (%s)", text_string(&condition));
	}
	text_close(&condition);
}

static void list_fields(struct text *t, const struct proto *p)
{
	size_t width = name_width(p) + 4;

	for (unsigned i = 1; i < p->n_fields; i++) {
		const struct field *f = &p->fields[i];
		size_t start = t->len;

		if (!is_listed(f))
			continue;
		text_put(t, "  ");
		text_put(t, f->name);
		fill_to(t, start, width);
		text_type(t, f);
		fill_to(t, start, width + TYPE_WIDTH);
		text_help(t, p, f);
		text_char(t, '\n');
	}
}

/* --- the header --- */

/* What the drawing lacks: fields that come and go, or whose place isn't fixed. */
static void say_behind(struct explain *e, const struct proto *p, const bool *drawn)
{
	struct text words = {0};

	for (unsigned i = 1; i < p->n_fields; i++) {
		const struct field *f = &p->fields[i];

		if (drawn[i] || !is_listed(f) || (f->traits & (STATE | GENERATED)))
			continue;
		if (!f->under || p->fields[f->under].kind == HEADING)
			list_word(&words, f->label);
	}
	if (words.len)
		text_char(e->t, '\n');
	say_text(e, "and then", &words);
}

static void show_header(struct explain *e, const struct proto *p)
{
	bool *drawn = need_zero(p->n_fields, sizeof *drawn);
	size_t start = e->t->len;

	text_char(e->t, '\n');
	draw_header(e->t, e->s, p, drawn);
	if (e->t->len == start + 1)
		e->t->len = start;
	say_behind(e, p, drawn);
	free(drawn);
}

/* --- the whole --- */

static void explain_table(struct explain *e, const struct proto *p)
{
	const struct field *self = &p->fields[0];

	title(e, "%s: %s%s%s%s", self->name, self->label, p->spec ? " (" : "",
	      p->spec ? p->spec : "", p->spec ? ")" : "");
	if (self->help)
		say(e, "what", "%s", self->help);
	say_hangs(e, p);
	say_carried(e, p, false);
	say_carried(e, p, true);
	say_length(e, p);
	if (!p->bare)
		say(e, "filter", "%s", self->name);
	show_header(e, p);
	if (p->n_fields > 1)
		text_put(e->t, "\n  Fields:\n");
	list_fields(e->t, p);
}

/* By its name in filters, or else by what the Protocol column calls it. */
static const struct proto *find(const char *name)
{
	for (const struct proto *const *p = protocols; *p; p++)
		if (!strcmp((*p)->fields[0].name, name))
			return *p;
	for (const struct proto *const *p = protocols; *p; p++)
		if (!(*p)->bare && (!strcasecmp((*p)->fields[0].name, name) ||
				    ((*p)->brief && !strcasecmp((*p)->brief, name))))
			return *p;
	return NULL;
}

enum verdict explain_proto(struct explain *e, const char *thing)
{
	const struct proto *p = find(thing);

	if (!p)
		return IS_NOT;
	explain_table(e, p);
	return IS;
}
