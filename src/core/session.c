/* SPDX-License-Identifier: BSD-2-Clause */
/* A run over frames: names bound to rows, tables of children, what is wanted. */
#include "core/session.h"
#include "core/marks.h"
#include "core/names.h"
#include "core/plan.h"
#include "core/reach.h"
#include "core/table.h"
#include "core/walk.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct slot {
	const void *key;
	void *value;
	void (*drop)(void *);
};

struct session {
	const struct proto **protos;
	struct plan *plans; /* one a protocol, in the order of `protos` */
	uint32_t n_plans;
	uint32_t n_rows;
	uint32_t *plan_of;   /* by row number */
	uint32_t *names;     /* the first row of each name + 1, by hash; 0: free */
	uint32_t names_mask; /* of that table, at most half full */
	uint32_t *first_of;  /* by row number: the first row of the same name */
	uint32_t *next_of;   /* ... and the next one; n_rows: there is none */
	struct table *tables;
	uint32_t n_tables;
	struct slot slots[256]; /* what run-long memory hangs on, by key: open addressing */
	struct walk w;
	const char *vendor_file;   /* NULL: vendors have no names */
	const char *services_file; /* NULL: ports have no names */
	bool all, summary, labels, hasty;
	bool values; /* somebody looks at what rows say, or at bytes */
	bool marks;  /* somebody wants to know of notes by the marks that they leave */
};

/* --- tables of children --- */

static struct table *table_named(struct session *s, const char *name)
{
	for (uint32_t i = 0; i < s->n_tables; i++)
		if (!strcmp(s->tables[i].name, name))
			return &s->tables[i];
	s->tables = need_more(s->tables, (s->n_tables + 1) * sizeof *s->tables);
	s->tables[s->n_tables] = (struct table){.name = name};
	return &s->tables[s->n_tables++];
}

enum decoding session_decode_as(struct session *s, const char *table, uint32_t value,
				const char *protocol)
{
	const struct plan *plan = session_plan(s, protocol);
	struct table *t = NULL;

	for (uint32_t i = 0; i < s->n_tables; i++)
		if (!strcmp(s->tables[i].name, table))
			t = &s->tables[i];
	if (!t)
		return DECODE_NO_TABLE;
	if (!plan)
		return DECODE_NO_PROTOCOL;
	table_grow(t);
	table_put(t, value, plan);
	return DECODE_DONE;
}

/* Counts what hangs in each table, makes them large enough, then hangs it. */
static void fill_tables(struct session *s)
{
	for (uint32_t i = 0; i < s->n_plans; i++)
		for (const struct hang *h = s->plans[i].proto->hangs; h && h->table; h++)
			table_named(s, h->table)->n++;
	for (uint32_t i = 0; i < s->n_tables; i++)
		table_open(&s->tables[i]);
	for (uint32_t i = 0; i < s->n_plans; i++)
		for (const struct hang *h = s->plans[i].proto->hangs; h && h->table; h++)
			table_put(table_named(s, h->table), h->value, &s->plans[i]);
}

static const struct table *existing_table(const struct session *s, const char *name)
{
	for (uint32_t i = 0; name && i < s->n_tables; i++)
		if (!strcmp(s->tables[i].name, name))
			return &s->tables[i];
	return NULL;
}

const struct plan *session_plan(const struct session *s, const char *name)
{
	for (uint32_t i = 0; name && i < s->n_plans; i++)
		if (!strcmp(s->protos[i]->fields[0].name, name))
			return &s->plans[i];
	return NULL;
}

static void link_plans(struct session *s)
{
	for (uint32_t i = 0; i < s->n_plans; i++) {
		struct plan *p = &s->plans[i];
		const struct next *next = &p->proto->next;

		p->next = existing_table(s, next->table);
		p->fixed = session_plan(s, next->fixed);
		for (unsigned k = 0; k < COUNT(next->also); k++)
			p->also[k] = existing_table(s, next->also[k]);
	}
}

/* --- rows by number and name --- */

uint32_t session_rows(const struct session *s)
{
	return s->n_rows;
}

const struct field *session_row(const struct session *s, uint32_t id)
{
	const struct plan *p = &s->plans[s->plan_of[id]];

	return &p->proto->fields[id - p->first_id];
}

const struct proto *session_row_proto(const struct session *s, uint32_t id)
{
	return s->plans[s->plan_of[id]].proto;
}

/* FNV-1a; http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint32_t hash_name(const char *name)
{
	uint32_t hash = UINT32_C(2166136261);

	for (; *name; name++)
		hash = (hash ^ (uint8_t)*name) * UINT32_C(16777619);
	return hash;
}

/* The place of the name's first row, or the free one that it would get. */
static uint32_t *place_of_name(const struct session *s, const char *name)
{
	uint32_t i = hash_name(name) & s->names_mask;

	while (s->names[i] && strcmp(session_row(s, s->names[i] - 1)->name, name))
		i = (i + 1) & s->names_mask;
	return &s->names[i];
}

/* Chains the rows of each name; from the last one on, so that the first one stays in the table. */
static void index_names(struct session *s)
{
	s->names_mask = 1;
	while (s->names_mask < 2 * s->n_rows)
		s->names_mask = 2 * s->names_mask + 1;
	s->names = need_zero(s->names_mask + 1, sizeof *s->names);
	s->next_of = need(s->n_rows * sizeof *s->next_of);
	s->first_of = need(s->n_rows * sizeof *s->first_of);
	for (uint32_t id = s->n_rows; id-- > 0;) {
		uint32_t *first = place_of_name(s, session_row(s, id)->name);

		s->next_of[id] = *first ? *first - 1 : s->n_rows;
		*first = id + 1;
		s->first_of[id] = id;
	}
	for (uint32_t id = 0; id < s->n_rows; id++)
		if (s->next_of[id] < s->n_rows)
			s->first_of[s->next_of[id]] = s->first_of[id];
}

uint32_t session_first_of(const struct session *s, uint32_t id)
{
	return s->first_of[id];
}

bool session_row_is_once(const struct session *s, uint32_t id)
{
	const struct plan *p = &s->plans[s->plan_of[id]];

	return plan_row_is_once(p->proto, id - p->first_id);
}

uint32_t session_find(const struct session *s, const char *name, uint32_t from)
{
	uint32_t first = *place_of_name(s, name);
	uint32_t id = first ? first - 1 : s->n_rows;

	while (id < from)
		id = s->next_of[id];
	return id;
}

bool session_is_unsure(const struct session *s)
{
	return s->w.unsure;
}

/* --- opening, closing --- */

static void number_rows(struct session *s)
{
	for (uint32_t i = 0; i < s->n_plans; i++) {
		s->plans[i].first_id = s->n_rows;
		s->n_rows += s->protos[i]->n_fields;
	}
	s->plan_of = need(s->n_rows * sizeof *s->plan_of);
	for (uint32_t i = 0; i < s->n_plans; i++)
		for (uint32_t r = 0; r < s->protos[i]->n_fields; r++)
			s->plan_of[s->plans[i].first_id + r] = i;
}

/* The protocols given, and the marks. */
static void list_protos(struct session *s, const struct proto *const *protos)
{
	static const struct proto *const marks[] = {&proto_ws_expert, &proto_ws_malformed,
						    &proto_ws_short, &proto_ws_unreassembled};
	uint32_t n = 0;

	while (protos[n])
		n++;
	s->n_plans = n + COUNT(marks);
	s->protos = need(s->n_plans * sizeof(const struct proto *));
	memcpy(s->protos, protos, n * sizeof *protos);
	memcpy(s->protos + n, marks, sizeof marks);
}

static void name_marks(struct session *s)
{
	s->w.root = session_plan(s, "frame");
	s->w.data = session_plan(s, "data");
	s->w.expert = session_plan(s, "_ws.expert");
	s->w.malformed = session_plan(s, "_ws.malformed");
	s->w.cut_short = session_plan(s, "_ws.short");
	assert(s->w.root && s->w.data);
}

struct session *session_open(const struct proto *const *protos)
{
	struct session *s = need_zero(1, sizeof *s);

	list_protos(s, protos);
	s->plans = need_zero(s->n_plans, sizeof *s->plans);
	for (uint32_t i = 0; i < s->n_plans; i++) {
		s->plans[i].proto = s->protos[i];
		s->plans[i].want = need_zero(s->protos[i]->n_fields, sizeof(bool));
		s->plans[i].scopes = need_zero(s->protos[i]->n_fields, sizeof(struct scope));
	}
	number_rows(s);
	index_names(s);
	fill_tables(s);
	link_plans(s);
	name_marks(s);
	s->w.session = s;
	s->w.r.session = s;
	return s;
}

void session_close(struct session *s)
{
	for (uint32_t i = 0; i < COUNT(s->slots); i++)
		if (s->slots[i].value)
			s->slots[i].drop(s->slots[i].value);
	for (uint32_t i = 0; i < s->n_plans; i++) {
		free(s->plans[i].want);
		free(s->plans[i].steps);
		free(s->plans[i].scopes);
	}
	for (uint32_t i = 0; i < s->n_tables; i++)
		free(s->tables[i].entries);
	free(s->tables);
	free(s->plans);
	free(s->protos);
	free(s->plan_of);
	free(s->names);
	free(s->next_of);
	free(s->first_of);
	free(s->w.r.nodes);
	free(s->w.r.layers);
	free(s->w.seen);
	names_close(s->w.names);
	arena_close(&s->w.arena);
	free(s);
}

/* The number of the key's slot, or of the free one that it would get. */
static uint32_t slot_of(const struct session *s, const void *key)
{
	uint32_t i = hash_value((uint32_t)(uintptr_t)key) % COUNT(s->slots);

	for (uint32_t left = COUNT(s->slots); s->slots[i].key && s->slots[i].key != key; left--) {
		assert(left);
		i = (i + 1) % COUNT(s->slots);
	}
	return i;
}

void **session_slot(struct session *s, const void *key, void (*drop)(void *))
{
	struct slot *slot = &s->slots[slot_of(s, key)];

	if (!slot->key)
		*slot = (struct slot){key, NULL, drop};
	return &slot->value;
}

void *session_kept(const struct session *s, const void *key)
{
	return s->slots[slot_of(s, key)].value;
}

struct walk *session_walker(struct session *s)
{
	return &s->w;
}

/* --- wishes --- */

bool session_want_shown(struct session *s, const char *name)
{
	uint32_t id = session_find(s, name, 0);
	bool found = id < s->n_rows;

	for (; id < s->n_rows; id = session_find(s, name, id + 1)) {
		struct plan *p = &s->plans[s->plan_of[id]];

		p->want[id - p->first_id] = true;
	}
	return found;
}

bool session_want(struct session *s, const char *name)
{
	s->values = true;
	s->marks = s->marks || !strcmp(name, s->w.malformed->proto->fields[0].name);
	return session_want_shown(s, name);
}

void session_want_bytes(struct session *s)
{
	s->values = true;
}

/* The frame is over everything, and notes stand below what they are about: never counted. */
static bool is_counted(const struct session *s, const struct plan *p)
{
	return !p->proto->bare && p != s->w.root && p != s->w.expert;
}

void session_want_protocols(struct session *s)
{
	for (uint32_t i = 0; i < s->n_plans; i++)
		if (is_counted(s, &s->plans[i]))
			session_want_shown(s, s->protos[i]->fields[0].name);
}

void session_want_all(struct session *s)
{
	s->all = true;
}

void session_want_summary(struct session *s)
{
	s->summary = true;
}

void session_hurry(struct session *s)
{
	s->hasty = true;
}

void session_want_labels(struct session *s)
{
	s->labels = true;
}

void session_vendor_file(struct session *s, const char *path)
{
	s->vendor_file = path;
}

void session_services_file(struct session *s, const char *path)
{
	s->services_file = path;
}

/* --- starting --- */

void session_hold_files(struct session *s)
{
	if (s->w.names)
		names_hold(s->w.names);
}

void session_take_names(struct session *s, struct session *from)
{
	struct names *own = s->w.names;

	s->w.names = from->w.names;
	from->w.names = own;
}

const char *session_vendor(const struct session *s, uint64_t oui)
{
	uint8_t p[3] = {(uint8_t)(oui >> 16), (uint8_t)(oui >> 8), (uint8_t)oui};

	return names_vendor(s->w.names, p);
}

const char *session_service(const struct session *s, unsigned port, const char *transport)
{
	return s->services_file ? names_service(s->w.names, port, transport) : NULL;
}

/* Whether all wanted rows stand in headers, so that nothing else of a frame need be looked at. */
static bool can_skim_all(const struct session *s)
{
	bool all = !s->w.all_layers && !s->w.data->any; /* data is what nobody else wants */

	for (uint32_t i = 0; all && i < s->n_plans; i++)
		all = &s->plans[i] == s->w.root || can_skim(&s->plans[i]);
	return all;
}

/* Whether all that is wanted of the frame itself is known before it is walked. */
static bool is_known(const struct plan *root)
{
	for (unsigned r = 0; r < root->proto->n_fields; r++)
		if (root->want[r] && !(root->proto->fields[r].traits & STATE))
			return false;
	return true;
}

void session_start(struct session *s)
{
	unsigned most = 1;

	for (uint32_t i = 0; i < s->n_plans; i++) {
		if (s->all)
			memset(s->plans[i].want, true, s->protos[i]->n_fields);
		plan_compile(&s->plans[i]);
		s->w.all_layers = s->w.all_layers || s->plans[i].all_layers;
		if (s->protos[i]->n_fields > most)
			most = s->protos[i]->n_fields;
	}
	mark_reach(s->plans, s->n_plans, s->w.data->any,
		   !s->summary ? NO_MEMORY
		   : s->hasty  ? OF_WHOSE
			       : OF_ALL);
	/* Trouble and notes may turn up in any layer. */
	s->w.judged = s->w.expert->any || s->w.malformed->any || s->w.cut_short->any;
	s->w.noted = s->w.expert->any || s->all || s->marks;
	s->w.values = s->values || s->all || s->labels;
	s->w.all_layers = s->w.all_layers || s->w.judged;
	for (uint32_t i = 0; i < s->n_plans; i++) {
		struct plan *p = &s->plans[i];
		bool all = s->w.all_layers || s->summary;

		p->walked = all || p->any || p->deeper;
		p->header_ends = !all && ends_with_header(p);
	}
	s->w.frame_too = can_skim_all(s) && is_known(s->w.root);
	s->w.skims = s->w.frame_too && !s->w.root->any;
	s->w.names = names_open(s->vendor_file, s->services_file);
	s->w.seen = need_zero(most, sizeof *s->w.seen);
	s->w.labels = s->labels;
	s->w.summary = s->summary;
	s->w.hasty = s->summary && s->hasty && s->w.skims;
}
