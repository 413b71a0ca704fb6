/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * What a run finds doesn't depend on what else it was asked for: the rows of a protocol's
 * header, and what it concludes before its other hooks run, are those that a run has which
 * wants everything; and what stands in a frame is the same whether or not its bytes are seen.
 */
#include "capture/input.h"
#include "core/arena.h"
#include "core/session.h"
#include "core/text.h"
#include "protocols.h"
#include "show/show.h"
#include "unit.h"
#include <stdlib.h>
#include <string.h>

static void ignore(void *arg, const char *path, enum input_problem what, const struct fault *fault)
{
	(void)arg;
	(void)path;
	(void)what;
	(void)fault;
}

/*
 * By the number of the first row of the name: whether the protocol's rows of that name are wanted;
 * those of its header, or `alone` just itself.
 */
static bool *wishes_for(struct session *s, const struct proto *p, bool alone)
{
	bool *wanted = need_zero(session_rows(s), sizeof *wanted);

	if (alone) {
		wanted[session_find(s, p->fields[0].name, 0)] = true;
		return wanted;
	}
	for (uint32_t id = 0; id < session_rows(s); id++) {
		const struct field *f = session_row(s, id);

		if (session_row_proto(s, id) == p && f->kind != HEADING &&
		    (f->bits || (f->traits & STATE)) && !(f->traits & ALL_LAYERS))
			wanted[session_first_of(s, id)] = true;
	}
	return wanted;
}

/* The wanted rows of a record and their values. */
static struct text rows_of(const struct record *r, const bool *wanted)
{
	struct text t = {0};

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (!wanted[session_first_of(r->session, n->id)])
			continue;
		text_format(&t, "%s=", n->field->name);
		if (n->size)
			text_hex_bytes(&t, n->p, n->size, 0);
		else
			text_u64(&t, n->u);
		text_char(&t, '\n');
	}
	return t;
}

/* Walks the capture in two runs, of which one wants the protocol or its rows alone. */
static void compare_runs(const char *path, const struct proto *p, bool alone)
{
	struct session *all = session_open(protocols), *few = session_open(protocols);
	struct input *in = input_open(&path, 1, false, ignore, NULL);
	bool *wanted = wishes_for(all, p, alone);
	struct frame f;

	session_want_all(all);
	for (uint32_t id = 0; id < session_rows(few); id++)
		if (wanted[id])
			session_want(few, session_row(few, id)->name);
	session_start(all);
	session_start(few);
	while (input_next(in, &f)) {
		struct text of_all = rows_of(session_walk(all, &f), wanted);
		struct text of_few = rows_of(session_walk(few, &f), wanted);

		ck_assert_msg(!strcmp(text_string(&of_all), text_string(&of_few)),
			      "%s frame %u: all rows wanted:\n%sthose of %s alone:\n%s", path,
			      (unsigned)f.number, text_string(&of_all), p->fields[0].name,
			      text_string(&of_few));
		text_close(&of_all);
		text_close(&of_few);
	}
	free(wanted);
	input_close(in);
	session_close(few);
	session_close(all);
}

#define MOST_PROTOS 64

/* The protocols that occur in a capture; gives how many. */
static unsigned protos_in(const char *path, const struct proto **found)
{
	struct session *s = session_open(protocols);
	struct input *in = input_open(&path, 1, false, ignore, NULL);
	unsigned n = 0;
	struct frame f;

	session_want_all(s);
	session_start(s);
	while (input_next(in, &f)) {
		const struct record *r = session_walk(s, &f);

		for (uint32_t i = 0; i < r->n_layers; i++) {
			const struct proto *p = r->layers[i]->proto;
			unsigned k = 0;

			while (k < n && found[k] != p)
				k++;
			if (k == n && n < MOST_PROTOS && !p->bare)
				found[n++] = p;
		}
	}
	input_close(in);
	session_close(s);
	return n;
}

START_TEST(few_rows_are_those_of_all)
{
	const struct proto *found[MOST_PROTOS];
	unsigned n = protos_in(captures.gl_pathv[_i], found);

	for (unsigned i = 0; i < n; i++) {
		compare_runs(captures.gl_pathv[_i], found[i], false);
		compare_runs(captures.gl_pathv[_i], found[i], true);
	}
}
END_TEST

/* What stands at the root of the tree, and the summary line. */
static struct text outline_of(const struct record *r)
{
	static const enum column columns[] = {COL_SOURCE, COL_DESTINATION, COL_PROTOCOL, COL_INFO};
	static const struct show_options options;
	struct text t = {0};

	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!r->nodes[i].depth && !r->nodes[i].hidden)
			text_format(&t, "%s ", r->nodes[i].field->name);
	for (unsigned i = 0; i < COUNT(columns); i++) {
		text_char(&t, '\n');
		put_column(&t, r, columns[i], &options, GATE_TEXT);
	}
	return t;
}

/* A run that wants no values: lines, and protocols if they are counted. */
static struct session *outline_run(bool lines, bool bytes)
{
	struct session *s = session_open(protocols);

	if (lines)
		session_want_summary(s);
	else
		session_want_protocols(s);
	if (bytes)
		session_want_bytes(s);
	session_start(s);
	return s;
}

static void compare_outlines(const char *path, bool lines)
{
	struct session *all = outline_run(lines, true), *few = outline_run(lines, false);
	struct input *in = input_open(&path, 1, false, ignore, NULL);
	struct frame f;

	while (input_next(in, &f)) {
		struct text of_all = outline_of(session_walk(all, &f));
		struct text of_few = outline_of(session_walk(few, &f));

		ck_assert_msg(!strcmp(text_string(&of_all), text_string(&of_few)),
			      "%s frame %u: where bytes are looked at: %s\nwhere not: %s", path,
			      (unsigned)f.number, text_string(&of_all), text_string(&of_few));
		text_close(&of_all);
		text_close(&of_few);
	}
	input_close(in);
	session_close(few);
	session_close(all);
}

/* What is left unread where nobody looks at values has no say in what else is found. */
START_TEST(a_glance_tells_as_much)
{
	compare_outlines(captures.gl_pathv[_i], false);
	compare_outlines(captures.gl_pathv[_i], true);
}
END_TEST

int main(void)
{
	int n = open_captures();
	const struct unit units[] = {{few_rows_are_those_of_all, n}, {a_glance_tells_as_much, n}};

	return run_units("wishes", 0, units, COUNT(units));
}
