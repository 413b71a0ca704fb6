/* SPDX-License-Identifier: BSD-2-Clause */
/* peel fields --man: the manual page peel-fields(7), in mdoc. */
#include "cli/fields.h"
#include "core/about.h"
#include "core/arena.h"
#include <stdlib.h>

static const char head[] =
	".\\\" SPDX-License-Identifier: BSD-2-Clause\n"
	".\\\" Made from the tables by peel fields --man: change those.\n"
	".Dd November 22, 2026\n"
	".Dt PEEL-FIELDS 7\n"
	".Os\n"
	".Sh NAME\n"
	".Nm peel-fields\n"
	".Nd fields that peel knows, and where each is specified\n"
	".Sh DESCRIPTION\n"
	"Fields have Wireshark's names and types.\n"
	"They are what the options\n"
	".Fl e\n"
	"and\n"
	".Fl O\n"
	"of\n"
	".Xr peel-read 1\n"
	"name, and the keys of its JSON.\n"
	"Here they stand protocol by protocol, each with its type, its label in the\n"
	"detail tree, what it is, and the section of the specification.\n"
	".Xr peel-fields 1\n"
	"searches among them, and knows their values' meanings, too.\n"
	".Sh THE FIELDS\n";

static const char tail[] = ".Sh SEE ALSO\n"
			   ".Xr peel-fields 1 ,\n"
			   ".Xr peel-read 1 ,\n"
			   ".Xr peel-protocols 7\n";

/* --- text lines --- */

#define LINE 78 /* characters of a line, as far as words let */

/* A page that is being written. */
struct page {
	struct text *text;
	size_t line; /* where its last line begins */
};

/* A word that neither roff nor mdoc mistakes for a request. */
static void put_word(struct page *p, const char *s, size_t n)
{
	struct text *t = p->text;

	if (t->len > p->line && t->len - p->line + 1 + n > LINE) {
		text_char(t, '\n');
		p->line = t->len;
	}
	if (t->len > p->line)
		text_char(t, ' ');
	else if (*s == '.' || *s == '\'')
		text_put(t, "\\&");
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\\')
			text_put(t, "\\e");
		else
			text_char(t, s[i]);
}

static void put_phrase(struct page *p, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, " ");

		if (n)
			put_word(p, s, n);
		if (n && s[n] && s[n - 1] == '.') /* not a sentence's end to roff, as "Ext." */
			text_put(p->text, "\\&");
		s += n + (s[n] == ' ');
	}
}

/* A sentence ends its line, so that roff sets the right space behind it. */
static void end_sentence(struct page *p)
{
	if (!strchr(".?!", p->text->p[p->text->len - 1]))
		text_char(p->text, '.');
	text_char(p->text, '\n');
	p->line = p->text->len;
}

/* What a field is called, what it is, and in brackets where it is specified. */
static void put_about(struct page *p, const struct field *f, const struct proto *proto)
{
	struct text reference = {0};

	p->line = p->text->len;
	put_phrase(p, f->label);
	if (f->help) {
		end_sentence(p);
		put_phrase(p, f->help);
	}
	text_char(&reference, '(');
	put_reference(&reference, f, proto);
	if (reference.len > 1) {
		text_char(&reference, ')');
		put_phrase(p, text_string(&reference));
	}
	end_sentence(p);
	text_close(&reference);
}

/* --- sections --- */

/* The rows of one protocol, but for its own. */
static void put_rows(struct page *p, const struct listing *l, const struct proto *const *owners,
		     const struct proto *owner)
{
	bool any = false;

	for (uint32_t i = 0; i < l->n; i++) {
		const struct field *f = session_row(l->session, l->rows[i]);

		if (owners[i] != owner || f == owner->fields)
			continue;
		if (!any)
			text_put(p->text, ".Bl -tag -width Ds\n");
		any = true;
		text_format(p->text, ".It Cm %s Pq %s\n", f->name, field_type(f));
		put_about(p, f, session_row_proto(l->session, l->rows[i]));
	}
	if (any)
		text_put(p->text, ".El\n");
}

void put_page(struct text *t, const struct listing *l)
{
	const struct proto **owners = need(l->n * sizeof *owners);
	struct page p = {.text = t};

	for (uint32_t i = 0; i < l->n; i++)
		owners[i] = row_owner(l->session, l->rows[i]);
	text_put(t, head);
	for (uint32_t i = 0; i < l->n; i++) {
		const struct field *f = session_row(l->session, l->rows[i]);

		if (f != owners[i]->fields)
			continue;
		text_format(t, ".Ss %s\n", f->name);
		put_about(&p, f, owners[i]);
		put_rows(&p, l, owners, owners[i]);
	}
	text_put(t, tail);
	free(owners);
}
