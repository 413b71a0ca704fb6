/* SPDX-License-Identifier: BSD-2-Clause */
/* Compiling a protocol's table into the steps that this run wants of it. */
#include "core/plan.h"
#include "core/arena.h"
#include <stdlib.h>

/* Whether a group's rows put this one by themselves, without a hook. */
static bool is_static(const struct field *f)
{
	return f->bits || f->size_of || (f->traits & (STATE | REST));
}

/* Whether rows under this one count their places from where this one's are counted. */
static bool is_transparent(const struct field *f)
{
	return (f->traits & STATE) || (f->bits && !(f->traits & (SEQ | REPEAT | REST)));
}

/* The row whose group this row's place is counted in. */
static unsigned scope_of(const struct proto *p, unsigned row)
{
	unsigned up = p->fields[row].under;

	while (up && is_transparent(&p->fields[up]))
		up = p->fields[up].under;
	return up;
}

bool plan_row_is_once(const struct proto *p, unsigned row)
{
	const struct field *f = &p->fields[row];

	return (f->traits & ONCE) ||
	       (row && is_static(f) && !(f->traits & REPEAT) && scope_of(p, row) == 0);
}

static unsigned depth_in(const struct proto *p, unsigned row, unsigned scope)
{
	unsigned depth = 1;

	for (unsigned up = p->fields[row].under; up != scope; up = p->fields[up].under)
		depth++;
	return depth;
}

/* Whether some row of the scope refers to this one, by condition or for its size. */
static bool asked_for(const struct proto *p, unsigned row)
{
	for (unsigned r = 1; r < p->n_fields; r++)
		if (p->fields[r].size_of == row ||
		    (p->fields[r].when && p->fields[r].when->row == row))
			return true;
	return false;
}

/* What is known of a row before steps are made of it. */
struct sketch {
	uint16_t scope; /* of a static row: the one that heads its group */
	bool is_step;   /* it is one of that group's steps */
	bool heads;     /* somebody wants a row of the group that it heads */
};

static struct step step_of(const struct plan *plan, unsigned row, unsigned scope)
{
	const struct proto *p = plan->proto;
	const struct field *f = &p->fields[row];

	return (struct step){
		.field = f,
		.row = (uint16_t)row,
		.depth = (uint8_t)depth_in(p, row, scope),
		.silent = !plan->want[row],
		.far_when = f->when && scope && scope_of(p, f->when->row) != scope,
		.remember = (f->traits & SEQ) && asked_for(p, row),
	};
}

/* Which rows become steps: those that are wanted, and those that lie before one in a sequence. */
static void sketch_steps(struct plan *plan, struct sketch *rows)
{
	const struct proto *p = plan->proto;

	for (unsigned r = 1; r < p->n_fields; r++) {
		rows[r].is_step = is_static(&p->fields[r]);
		if (!rows[r].is_step)
			continue;
		rows[r].scope = (uint16_t)scope_of(p, r);
		rows[rows[r].scope].heads |= plan->want[r];
	}
	for (unsigned r = 1; r < p->n_fields; r++) {
		rows[r].is_step = rows[r].is_step && rows[rows[r].scope].heads &&
				  (plan->want[r] || (p->fields[r].traits & SEQ));
		if (rows[r].is_step)
			plan->scopes[rows[r].scope].n++;
	}
}

/* Lists, for each row that heads a group, the rows of the group that are wanted. */
static void plan_steps(struct plan *plan)
{
	const struct proto *p = plan->proto;
	struct sketch *rows = need_zero(p->n_fields, sizeof *rows);
	uint32_t n = 0;

	sketch_steps(plan, rows);
	for (unsigned scope = 0; scope < p->n_fields; scope++) {
		plan->scopes[scope].first = n;
		n += plan->scopes[scope].n;
		plan->scopes[scope].n = 0;
	}
	plan->steps = need((n + 1u) * sizeof *plan->steps);
	for (unsigned r = 1; r < p->n_fields; r++) {
		struct scope *scope = &plan->scopes[rows[r].scope];

		if (rows[r].is_step)
			plan->steps[scope->first + scope->n++] = step_of(plan, r, rows[r].scope);
	}
	free(rows);
}

/* The octets that a row is said to cover: of bits, those of the number that they are drawn in. */
static void note_cover(struct step *s)
{
	const struct field *f = s->field;
	uint32_t from = f->at >= f->lead ? (f->at - f->lead) / 8u : s->first;
	uint32_t to = from + f->box / 8u;

	s->cover_first = s->first;
	s->cover_end = s->end;
	if (!f->box || (f->traits & (SEQ | LE)) || from > s->first || to < s->end)
		return;
	s->cover_first = (uint16_t)from;
	s->cover_end = (uint16_t)to;
}

/* Marks the steps that need no more than their bits read. */
static void mark_simple(struct plan *plan)
{
	uint32_t n = 0;

	for (unsigned scope = 0; scope < plan->proto->n_fields; scope++)
		n += plan->scopes[scope].n;
	for (struct step *s = plan->steps; s < plan->steps + n; s++) {
		const struct field *f = s->field;
		bool number = kind_is_unsigned(f->kind) || f->kind == BOOL || f->kind == IPV4;
		uint16_t odd = SEQ | REPEAT | REST | STATE | ZSTRING;

		s->simple = number && f->bits && f->bits <= 64 && !(f->traits & odd) && !f->when &&
			    !f->hole && !s->silent && !s->remember && !plan->scopes[s->row].n;
		s->first = f->at / 8;
		s->end = (uint16_t)((f->at + f->bits + 7) / 8);
		note_cover(s);
	}
}

static bool below_options(const struct proto *p, unsigned row)
{
	const struct options *o = p->options;

	for (unsigned up = row; up; up = p->fields[up].under) {
		if (up == o->all || up == o->each || up == o->unknown)
			return true;
		for (unsigned i = 0; i < o->n; i++)
			if (o->list[i].row == up)
				return true;
	}
	return false;
}

/* Whether the row is read from the header alone, without what is remembered. */
static bool is_of_header(const struct proto *p, unsigned row)
{
	const struct field *f = &p->fields[row];

	if (!f->bits || (f->traits & STATE))
		return false;
	for (const struct when *w = f->when; w; w = w->also)
		if (p->fields[w->row].traits & STATE)
			return false;
	return true;
}

/* Whether the row is put with the header's, before any hook but `note` is called. */
static bool is_put_first(const struct proto *p, unsigned row)
{
	return is_static(&p->fields[row]) && !scope_of(p, row);
}

static struct end end_at(const struct field *f)
{
	return (struct end){f->kind, (uint8_t)(f->bits / 8), f->at / 8};
}

void plan_compile(struct plan *plan)
{
	const struct proto *p = plan->proto;

	if (p->src) {
		plan->src = end_at(&p->fields[p->src]);
		plan->dst = end_at(&p->fields[p->dst]);
	}
	plan->header_only = plan->plain_only = plan->no_hooks = true;
	plan->shown = plan->want[0] && !p->bare;
	for (unsigned r = 0; r < p->n_fields; r++) {
		if (!plan->want[r] || (!r && p->bare)) /* a part has no node of its own */
			continue;
		plan->any = true;
		plan->rows = plan->rows || r;
		if (r && !is_of_header(p, r))
			plan->header_only = plan->plain_only = false;
		if (r && !is_put_first(p, r))
			plan->no_hooks = plan->plain_only = false;
		plan->all_layers = plan->all_layers || (p->fields[r].traits & ALL_LAYERS);
		if (p->options && ((p->fields[r].traits & NOTE) || below_options(p, r)))
			plan->any_options = true;
	}
	if (!plan->any)
		return;
	plan_steps(plan);
	mark_simple(plan);
}
