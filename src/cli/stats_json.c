/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel stats --json prints of an overview. */
#include "cli/stats_page.h"
#include "core/marks.h"
#include "stats/json.h"
#include <stdlib.h>

struct listing {
	const struct overview *overview;
	struct text *t;
	struct entry **list;
	uint32_t n;
	const char *path[64];
};

/* ,"packets":N,"bytes":N,"filter":"..."; the filter is closed. */
static void put_seen(struct text *t, const struct seen *s, struct text *filter)
{
	json_u64(t, "packets", s->frames);
	json_u64(t, "bytes", s->bytes);
	json_member(t, "filter", text_string(filter));
	text_close(filter);
}

static void put_protocols(struct listing *l, uint64_t parent, unsigned level)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);

	text_char(l->t, '[');
	for (uint32_t i = first; i < first + count && level < COUNT(l->path); i++) {
		const struct overview_stratum *s = entry_own(l->list[i]);
		struct text filter = {0};
		struct seen seen;

		l->path[level] = s->name;
		overview_path_filter(l->overview, l->path, level + 1, &filter, &seen);
		text_put(l->t, i > first ? ",{\"protocol\":" : "{\"protocol\":");
		json_string(l->t, s->name);
		put_seen(l->t, &seen, &filter);
		text_put(l->t, ",\"inside\":");
		put_protocols(l, l->list[i]->order, level + 1);
		text_char(l->t, '}');
	}
	text_char(l->t, ']');
}

static void put_talkers(const struct page *p, struct text *t)
{
	uint32_t n;
	struct entry **list = tally_list(p->overview->talkers, overview_by_bytes, &n);

	for (uint32_t i = 0; i < n && i < p->top; i++) {
		const struct talker *talker = entry_own(list[i]);
		struct text filter = {0};

		text_put(t, i ? ",{\"address\":\"" : "{\"address\":\"");
		overview_talker_name(list[i], t);
		text_char(t, '"');
		overview_talker_filter(list[i], &filter);
		put_seen(t, &talker->seen, &filter);
		text_char(t, '}');
	}
	free(list);
}

static void put_optional(struct text *t, const char *key, uint64_t v)
{
	text_format(t, ",\"%s\":", key);
	if (v == ABSENT)
		text_put(t, "null");
	else
		text_u64(t, v);
}

static void put_conversations(const struct page *p, struct text *t)
{
	uint32_t n;
	struct entry **list = tally_list(p->overview->convs, overview_by_bytes, &n);

	for (uint32_t i = 0; i < n && i < p->top; i++) {
		const struct overview_conv *c = entry_own(list[i]);
		struct text filter = {0};

		text_put(t, i ? ",{\"protocol\":" : "{\"protocol\":");
		json_string(t, c->proto->fields[0].name);
		json_end(t, "a", &c->ends.src, true);
		json_end(t, "b", &c->ends.dst, true);
		json_i64(t, "start", c->first);
		json_i64(t, "duration", c->last - c->first);
		put_optional(t, "completeness", c->state);
		put_optional(t, "rtt", c->rtt);
		overview_conv_filter(list[i], &filter);
		put_seen(t, &c->seen, &filter);
		text_char(t, '}');
	}
	free(list);
}

static void put_notes(const struct page *p, struct text *t)
{
	uint32_t n;
	struct entry **list = tally_list(p->overview->notes, overview_by_gravity, &n);

	for (uint32_t i = 0; i < n; i++) {
		const struct overview_note *note = entry_own(list[i]);
		const char *severity = word_for(&expert_severities, note->field->preset);
		const char *group = word_for(&expert_groups, note->field->from);
		struct text filter = {0};

		text_put(t, i ? ",{\"name\":" : "{\"name\":");
		json_string(t, note->field->name);
		json_member(t, "severity", severity ? severity : "");
		json_member(t, "group", group ? group : "");
		json_member(t, "text", note->field->label);
		text_put(&filter, note->field->name);
		put_seen(t, &note->seen, &filter);
		text_char(t, '}');
	}
	free(list);
}

static void put_timeline(const struct overview *o, struct text *t)
{
	unsigned n = o->timed ? (unsigned)((o->end - o->begin) / o->moment) + 1 : 0;

	text_put(t, ",\"timeline\":{\"interval\":");
	text_i64(t, o->moment);
	text_put(t, ",\"packets\":[");
	for (unsigned i = 0; i < n; i++) {
		text_put(t, i ? "," : "");
		text_u64(t, o->moments[i]);
	}
	text_put(t, "]}");
}

static void put_time(struct text *t, const char *key, bool there, int64_t ns)
{
	if (there)
		json_i64(t, key, ns);
	else
		text_format(t, ",\"%s\":null", key);
}

void page_json(const struct page *p, struct text *t)
{
	const struct overview *o = p->overview;
	struct listing l = {.overview = o, .t = t};

	text_put(t, "{\"type\":\"overview\",\"files\":[");
	for (unsigned i = 0; i < p->n_files; i++) {
		text_put(t, i ? "," : "");
		json_string(t, p->files[i]);
	}
	text_char(t, ']');
	json_u64(t, "packets", o->frames);
	json_u64(t, "bytes", o->bytes);
	put_time(t, "begin", o->timed, o->begin);
	put_time(t, "end", o->timed, o->end);
	json_u64(t, "cut", o->cut);
	json_u64(t, "forgotten", p->forgotten);
	put_timeline(o, t);
	text_put(t, ",\n\"protocols\":");
	l.list = tally_list(o->strata, NULL, &l.n);
	put_protocols(&l, 0, 0);
	free(l.list);
	text_put(t, ",\n\"talkers\":[");
	put_talkers(p, t);
	text_put(t, "],\n\"conversations\":[");
	put_conversations(p, t);
	text_put(t, "],\n\"trouble\":[");
	put_notes(p, t);
	text_put(t, "]}\n");
}
