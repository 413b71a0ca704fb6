/* SPDX-License-Identifier: BSD-2-Clause */
/* expert: what is remarkable, by how grave it is. */
#include "stats/expert.h"
#include "core/arena.h"
#include "core/marks.h"
#include "show/gate.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const struct severity_word severities[N_SEVERITIES] = {
	{ERROR, "error", "Errors"}, {WARNING, "warn", "Warns"},       {REMARK, "note", "Notes"},
	{CHAT, "chat", "Chats"},    {COMMENT, "comment", "Comments"},
};

struct experts {
	struct tally *tally;
	struct text key;
	unsigned least; /* number of the least grave that counts, in `severities` */
};

/* --- notes --- */

void want_notes(struct session *s)
{
	for (uint32_t id = 0; id < session_rows(s); id++)
		if (session_row(s, id)->traits & NOTE)
			session_want(s, session_row(s, id)->name);
}

/* Whether the node with that number is in a packet that another one quotes. */
static bool in_quoted(const struct record *r, uint32_t number)
{
	for (uint32_t i = r->n_layers; i-- > 0;)
		if (r->layers[i]->node <= number)
			return r->layers[i]->quoted;
	return false;
}

const struct node *next_note(const struct record *r, uint32_t *at)
{
	while (*at < r->n_nodes) {
		const struct node *n = &r->nodes[*at];

		++*at;
		if ((n->field->traits & NOTE) && !in_quoted(r, *at - 1))
			return n;
	}
	return NULL;
}

unsigned severity_of(const struct node *note)
{
	unsigned i = 0;

	while (i + 1 < N_SEVERITIES && severities[i].severity != note->field->preset)
		i++;
	return i;
}

/* The protocol at work; a bare one speaks for the one whose fields it has. */
static const char *brief_of(const struct record *r, const struct node *note)
{
	const struct proto *p = session_row_proto(r->session, note->id);
	uint32_t id;

	if (p == &proto_ws_malformed && r->trouble_in)
		p = r->trouble_in->proto;
	if (p->bare && p->prefix) {
		id = session_find(r->session, p->prefix, 0);
		if (id < session_rows(r->session))
			p = session_row_proto(r->session, id);
	}
	return p->brief ? p->brief : "Frame";
}

struct remark *count_note(struct tally *tally, struct text *scratch, const struct record *r,
			  const struct node *note)
{
	const char *proto = brief_of(r, note);
	struct remark *m;

	scratch->len = 0;
	text_bytes(scratch, &proto, sizeof proto);
	text_bytes(scratch, &note->field->from, sizeof note->field->from);
	text_bytes(scratch, note->p, note->size);
	m = entry_own(tally_get(tally, severity_of(note) + 1, scratch->p, (uint32_t)scratch->len));
	m->proto = proto;
	m->field = note->field;
	m->times++;
	return m;
}

const char *remark_says(const struct entry *e, size_t *n)
{
	size_t head = sizeof(char *) + sizeof((struct field *)0)->from;

	*n = e->len - head;
	return (const char *)entry_key(e) + head;
}

/* --- the statistic --- */

/* ",SEVERITY", if that is what stands there: what stands behind it, and how grave it is. */
static const char *take_severity(const char *args, unsigned *least)
{
	size_t n = *args ? strcspn(args + 1, ",") : 0;

	for (unsigned i = 0; i < N_SEVERITIES; i++) {
		if (strlen(severities[i].name) != n || strncmp(args + 1, severities[i].name, n))
			continue;
		*least = i;
		return args + 1 + n;
	}
	return args;
}

static bool open_expert(struct stat *st, const char *args, struct fault *fault)
{
	struct experts *x = need_zero(1, sizeof *x);

	st->own = x;
	x->least = N_SEVERITIES - 1;
	if (!stat_filter(st, take_severity(args, &x->least), fault))
		return false;
	want_notes(st->session);
	x->tally = tally_open(st->session, sizeof(struct remark));
	return true;
}

static void close_expert(struct stat *st)
{
	struct experts *x = st->own;

	if (!x)
		return;
	tally_close(x->tally);
	text_close(&x->key);
	free(x);
}

static void frame(struct stat *st, const struct record *r)
{
	struct experts *x = st->own;
	const struct node *note;
	uint32_t at = 0;

	while ((note = next_note(r, &at)))
		if (severity_of(note) <= x->least)
			count_note(x->tally, &x->key, r, note);
}

/* --- out --- */

static const char *group_of(const struct remark *m)
{
	const char *group = word_for(&expert_groups, m->field->from);

	return group ? group : "";
}

static void put_remark(struct text *t, struct entry *e)
{
	const struct remark *m = entry_own(e);
	size_t n;
	const char *says = remark_says(e, &n);

	text_format(t, "%12" PRIu64 " %10s %18s  ", m->times, group_of(m), m->proto);
	gate(t, says, n, GATE_TEXT);
	text_char(t, '\n');
}

static void put_severity(struct text *t, const char *title, struct entry *const *list, uint32_t n)
{
	uint64_t times = 0;

	for (uint32_t i = 0; i < n; i++)
		times += ((struct remark *)entry_own(list[i]))->times;
	if (!times)
		return;
	text_format(t, "\n%s (%" PRIu64 ")\n=============\n", title, times);
	text_put(t, "   Frequency      Group           Protocol  Summary\n");
	for (uint32_t i = 0; i < n; i++)
		put_remark(t, list[i]);
}

static void print(struct stat *st, struct text *t)
{
	const struct experts *x = st->own;
	uint32_t n, count;
	struct entry **list = tally_list(x->tally, NULL, &n);

	for (unsigned i = 0; i < N_SEVERITIES; i++) {
		uint32_t first = children_of(list, n, i + 1, &count);

		put_severity(t, severities[i].plural, list + first, count);
	}
	free(list);
}

static void json(struct stat *st, struct text *t)
{
	const struct experts *x = st->own;
	uint32_t n;
	struct entry **list = tally_list(x->tally, NULL, &n);

	text_put(t, ",\"rows\":[");
	for (uint32_t i = 0; i < n; i++) {
		const struct remark *m = entry_own(list[i]);
		size_t len;
		const char *says = remark_says(list[i], &len);

		text_put(t, i ? ",{\"severity\":" : "{\"severity\":");
		json_string(t, severities[list[i]->parent - 1].name);
		json_member(t, "group", group_of(m));
		json_member(t, "protocol", m->proto);
		json_member(t, "name", m->field->name);
		json_u64(t, "times", m->times);
		text_put(t, ",\"text\":\"");
		gate(t, says, len, GATE_JSON);
		text_put(t, "\"}");
	}
	text_char(t, ']');
	free(list);
}

const struct stat_kind kind_expert = {
	"expert", NULL, open_expert, frame, print, json, close_expert,
};
