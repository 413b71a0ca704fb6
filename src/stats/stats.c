/* SPDX-License-Identifier: BSD-2-Clause */
/* The statistics of a run: found by their names, fed, and printed. */
#include "core/arena.h"
#include "show/gate.h"
#include "stats/kind.h"
#include <stdlib.h>
#include <string.h>

struct stats {
	struct session *session;
	struct stat *list; /* in the order in which they were added */
	unsigned n;
};

static const struct stat_kind *const kinds[] = {
	&kind_conv,     &kind_endpoints, &kind_hierarchy, &kind_io,
	&kind_expert,   &kind_follow,    &kind_flow,      &tree_kinds[0],
	&tree_kinds[1], &tree_kinds[2],  &tree_kinds[3],  &tree_kinds[4],
	&tree_kinds[5], &tree_kinds[6],  &tree_kinds[7],  &tree_kinds[8],
};

/* --- what the kinds share --- */

struct filter *open_filter(struct session *s, const char *text, struct fault *fault)
{
	struct filter_fault why;
	struct filter *f = filter_compile(s, text, &why);

	if (!f)
		fault_set(fault, "the filter \"%s\" is wrong at column %u: %s", text, why.at + 1,
			  why.text);
	return f;
}

bool stat_filter(struct stat *st, const char *args, struct fault *fault)
{
	if (!*args)
		return true;
	st->filter_text = args + 1;
	st->filter = *st->filter_text ? open_filter(st->session, st->filter_text, fault) : NULL;
	return st->filter || !*st->filter_text;
}

void text_size(struct text *t, uint64_t bytes)
{
	static const char *const units[] = {" bytes", " kB", " MB", " GB", " TB"};
	unsigned i = 0;

	while (bytes >= 10000 && i + 1 < COUNT(units)) {
		bytes /= 1000;
		i++;
	}
	text_u64(t, bytes);
	text_put(t, units[i]);
}

void text_fill_to(struct text *t, size_t start, size_t width)
{
	size_t n = t->len - start;

	if (n < width)
		text_fill(t, ' ', width - n);
}

/* --- the run --- */

struct stats *stats_open(struct session *s)
{
	struct stats *st = need_zero(1, sizeof *st);

	st->session = s;
	return st;
}

static void close_stat(struct stat *s)
{
	s->kind->close(s);
	filter_close(s->filter);
	free(s->name);
}

void stats_close(struct stats *st)
{
	if (!st)
		return;
	for (unsigned i = 0; i < st->n; i++)
		close_stat(&st->list[i]);
	free(st->list);
	free(st);
}

/* The kind whose name the text begins with, and what stands behind it. */
static const struct stat_kind *kind_named(const char *name, const char **args)
{
	for (unsigned i = 0; i < COUNT(kinds); i++) {
		size_t n = strlen(kinds[i]->name);

		if (strncmp(name, kinds[i]->name, n) || (name[n] && name[n] != ','))
			continue;
		*args = name + n;
		return kinds[i];
	}
	return NULL;
}

static void say_what_there_is(const struct stats *st, const char *name, struct fault *fault)
{
	struct text all = {0};

	for (unsigned i = 0; i < COUNT(kinds); i++) {
		text_put(&all, i ? ", " : "");
		if (kinds[i]->names)
			kinds[i]->names(st->session, &all);
		else
			text_put(&all, kinds[i]->name);
	}
	fault_set(fault, "%s%sthere is no such statistic; there are %s", name, *name ? ": " : "",
		  text_string(&all));
	text_close(&all);
}

bool stats_add(struct stats *st, const char *name, struct fault *fault)
{
	struct stat *s;
	size_t n = strlen(name);
	const char *args;
	const struct stat_kind *kind = kind_named(name, &args);

	if (!kind) {
		say_what_there_is(st, "", fault);
		return false;
	}
	st->list = need_more(st->list, (st->n + 1) * sizeof *st->list);
	s = &st->list[st->n++];
	*s = (struct stat){.kind = kind, .session = st->session, .name = need_copy(name)};
	return kind->open(s, s->name + n - strlen(args), fault);
}

void stats_frame(struct stats *st, const struct record *r)
{
	for (unsigned i = 0; i < st->n; i++) {
		struct stat *s = &st->list[i];

		if (r->since_first > s->elapsed)
			s->elapsed = r->since_first;
		if (!s->filter || filter_passes(s->filter, r))
			s->kind->frame(s, r);
	}
}

void stats_pass_over(struct stats *st, const struct record *r)
{
	for (unsigned i = 0; i < st->n; i++)
		if (r->since_first > st->list[i].elapsed)
			st->list[i].elapsed = r->since_first;
}

void stats_print(struct stats *st, struct out *out)
{
	for (unsigned i = st->n; i-- > 0;) {
		st->list[i].out = out;
		st->list[i].kind->print(&st->list[i], &out->text);
	}
}

void stats_json(struct stats *st, struct text *t)
{
	text_put(t, "{\"type\":\"statistics\",\"statistics\":[");
	for (unsigned i = 0; i < st->n; i++) {
		struct stat *s = &st->list[i];

		text_put(t, i ? ",\n{\"type\":\"statistic\",\"kind\":"
			      : "\n{\"type\":\"statistic\",\"kind\":");
		json_string(t, s->kind->name);
		json_member(t, "name", s->name);
		text_put(t, ",\"filter\":");
		if (s->filter_text && *s->filter_text)
			json_string(t, s->filter_text);
		else
			text_put(t, "null");
		s->kind->json(s, t);
		text_char(t, '}');
	}
	text_put(t, "\n]}\n");
}
