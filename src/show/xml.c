/* SPDX-License-Identifier: BSD-2-Clause */
/* -T pdml and -T psml: the tree and the summary as XML, as tshark writes them. */
#include "config.h"

#include "core/session.h"
#include "show/printer.h"
#include "show/value.h"
#include <time.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

static void attribute(struct text *t, const char *name)
{
	text_char(t, ' ');
	text_put(t, name);
	text_put(t, "=\"");
}

static void number_attribute(struct text *t, const char *name, uint64_t v)
{
	attribute(t, name);
	text_u64(t, v);
	text_char(t, '"');
}

static bool is_part(const struct field *f)
{
	return f->bits && (f->bits % 8 || f->at % 8);
}

/* value="": the field's octets; of a part of a number its value, and the octets beside it. */
static void put_octets(struct text *t, const struct record *r, const struct node *n)
{
	struct span s = span_first(span_skip(r->sources[n->source].bytes, n->at), n->len);

	if (!n->len || n->field->kind == PROTO)
		return;
	attribute(t, "value");
	if (is_part(n->field)) {
		text_format(t, "%llX", (unsigned long long)n->u);
		text_char(t, '"');
		attribute(t, "unmaskedvalue");
	}
	text_hex_bytes(t, s.p, s.cap, '\0');
	text_char(t, '"');
}

static void put_attributes(struct text *t, const struct record *r, const struct node *n)
{
	attribute(t, "name");
	if (n->field->kind != HEADING)
		text_put(t, n->field->name);
	text_char(t, '"');
	attribute(t, n->field->kind == HEADING ? "show" : "showname");
	put_label(t, r, n, GATE_XML);
	text_char(t, '"');
	if (n->hidden)
		text_put(t, " hide=\"yes\"");
	number_attribute(t, "size", n->len);
	number_attribute(t, "pos", n->at);
	if (n->field->kind != PROTO && n->field->kind != HEADING) {
		attribute(t, "show");
		if (n->field->kind != NONE)
			put_node_value(t, r, n, VALUE_JSON, GATE_XML);
		text_char(t, '"');
	}
	put_octets(t, r, n);
}

/* A node and all below it; gives the node behind them. */
static const struct node *put_node(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = r->nodes + r->n_nodes;
	const struct node *next = n + 1;
	const char *tag = n->depth == 0 && n->field->kind == PROTO ? "proto" : "field";

	text_fill(t, ' ', 2u * n->depth + 2);
	text_char(t, '<');
	text_put(t, tag);
	put_attributes(t, r, n);
	if (next == end || next->depth <= n->depth) {
		text_put(t, n->depth ? "/>\n" : ">\n");
		if (!n->depth)
			text_format(t, "  </%s>\n", tag);
		return next;
	}
	text_put(t, ">\n");
	while (next < end && next->depth > n->depth)
		next = put_node(t, r, next);
	text_fill(t, ' ', 2u * n->depth + 2);
	text_format(t, "</%s>\n", tag);
	return next;
}

/* Number, lengths and time, which PDML wants before all else. */
static void put_general(struct text *t, const struct frame *f)
{
	text_format(t,
		    "  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\" "
		    "size=\"%u\">\n"
		    "    <field name=\"num\" pos=\"0\" show=\"%llu\" showname=\"Number\" "
		    "value=\"%llx\" size=\"%u\"/>\n"
		    "    <field name=\"len\" pos=\"0\" show=\"%u\" showname=\"Frame Length\" "
		    "value=\"%x\" size=\"%u\"/>\n"
		    "    <field name=\"caplen\" pos=\"0\" show=\"%u\" showname=\"Captured Length\" "
		    "value=\"%x\" size=\"%u\"/>\n"
		    "    <field name=\"timestamp\" pos=\"0\" show=\"",
		    f->wire_len, (unsigned long long)f->number, (unsigned long long)f->number,
		    f->wire_len, f->wire_len, f->wire_len, f->wire_len, f->cap_len, f->cap_len,
		    f->wire_len);
	text_time(t, f->time, TIME_WORDS, 9, true);
	text_put(t, "\" showname=\"Captured Time\" value=\"");
	text_seconds(t, f->time, 9);
	text_format(t, "\" size=\"%u\"/>\n  </proto>\n", f->wire_len);
}

static void pdml_frame(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;

	text_put(t, "<packet>\n");
	put_general(t, r->frame);
	for (const struct node *n = r->nodes; n < r->nodes + r->n_nodes;)
		n = put_node(t, r, n);
	text_put(t, "</packet>\n\n");
}

static void pdml_begin(struct printer *p)
{
	struct text *t = &p->out->text;
	time_t now = time(NULL);
	struct tm tm;
	char when[32];

	localtime_r(&now, &tm);
	strftime(when, sizeof when, "%a %b %e %H:%M:%S %Y", &tm);
	text_put(t, DECLARATION "<?xml-stylesheet type=\"text/xsl\" href=\"pdml2html.xsl\"?>\n");
	text_format(t, "<pdml version=\"0\" creator=\"peel/%s\" time=\"%s\" capture_file=\"",
		    PACKAGE_VERSION, when);
	gate_string(t, p->options->file, GATE_XML);
	text_put(t, "\">\n");
}

static void pdml_end(struct printer *p)
{
	text_put(&p->out->text, "</pdml>\n");
}

static void pdml_open(struct printer *p, struct session *s)
{
	(void)p;
	session_want_all(s);
	session_want_labels(s);
}

static void psml_frame(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;

	text_put(t, "<packet>\n");
	for (enum column c = COL_NUMBER; c < N_COLUMNS; c++) {
		text_put(t, "<section>");
		put_column(t, r, c, p->options, GATE_XML);
		text_put(t, "</section>\n");
	}
	text_put(t, "</packet>\n\n");
}

static void psml_begin(struct printer *p)
{
	struct text *t = &p->out->text;

	text_format(t, DECLARATION "<psml version=\"0\" creator=\"peel/%s\">\n<structure>\n",
		    PACKAGE_VERSION);
	for (enum column c = COL_NUMBER; c < N_COLUMNS; c++)
		text_format(t, "<section>%s</section>\n", column_titles[c]);
	text_put(t, "</structure>\n\n");
}

static void psml_end(struct printer *p)
{
	text_put(&p->out->text, "</psml>\n");
}

static void psml_open(struct printer *p, struct session *s)
{
	(void)p;
	session_want_summary(s);
}

const struct printer pdml_printer = {
	.open = pdml_open, .begin = pdml_begin, .frame = pdml_frame, .end = pdml_end};
const struct printer psml_printer = {
	.open = psml_open, .begin = psml_begin, .frame = psml_frame, .end = psml_end};
