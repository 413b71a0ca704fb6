/* SPDX-License-Identifier: BSD-2-Clause */
/* The craft language: compiling a specification, and one packet after the other. */
#include "craft/syntax.h"
#include <stdlib.h>

/* --- combinations --- */

static bool varies(const struct setting *s)
{
	return s->field && (s->n > 1 || s->choices[0].kind != CHOICE_RANGE);
}

static uint64_t times(uint64_t a, uint64_t b)
{
	return b && a > UINT64_MAX / b ? UINT64_MAX : a * b;
}

/* How many packets there are: the product of all values, or in step the longest list. */
static void count_packets(struct craft *c)
{
	c->varying = arena_take(&c->arena, (c->n_settings + 1) * sizeof(struct setting *));
	c->count = 1;
	for (unsigned i = 0; i < c->n_settings; i++) {
		struct setting *s = &c->settings[i];

		if (!varies(s))
			continue;
		c->varying[c->n_varying++] = s;
		if (!c->options.zip)
			c->count = times(c->count, s->n);
		else if (s->n > c->count)
			c->count = s->n;
	}
}

/* Which value each setting has in that combination: the last one changes fastest. */
static void take_turns(struct craft *c, uint64_t combination)
{
	for (unsigned i = c->n_varying; i--;) {
		struct setting *s = c->varying[i];

		s->turn = combination % s->n;
		if (!c->options.zip)
			combination /= s->n;
	}
}

/* --- packets that differ in numbers alone --- */

/* Whether another row of the table is there, or as wide as it is, because of this one. */
static bool decides(const struct setting *s)
{
	const struct proto *p = s->owner;

	for (unsigned r = 1; r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];

		if (f->size_of == s->row)
			return true;
		for (const struct when *when = f->when; when; when = when->also)
			if (when->row == s->row)
				return true;
	}
	return false;
}

static bool is_simple(const struct craft *c)
{
	for (unsigned i = 0; i < c->n_varying; i++) {
		const struct setting *s = c->varying[i];

		if (!s->row || !s->field->bits || s->place != s->field->at ||
		    (s->field->fill && s->field->fill != FILL_RANDOM) || decides(s))
			return false;
	}
	return true;
}

static bool vary(struct craft *c)
{
	put_spots(c, &c->packet);
	for (unsigned i = 0; i < c->n_varying; i++) {
		const struct setting *s = c->varying[i];
		struct worth w = worth_of(c, s, s->turn, c->next);

		put_worth(&c->packet, s, s->place, s->field->bits, &w);
	}
	if (!complete_way(c, &c->packet))
		return false;
	packet_seal(&c->packet);
	return true;
}

/* --- what others call --- */

uint64_t craft_count(const struct craft *c)
{
	return c->count;
}

const struct packet *craft_next(struct craft *c, struct craft_fault *fault)
{
	c->fault = fault;
	take_turns(c, c->next % c->count);
	if (c->built && c->simple) {
		if (!vary(c))
			return NULL;
	} else {
		if (!build(c, &c->packet, c->next))
			return NULL;
		c->simple = is_simple(c);
		c->built = true;
	}
	c->next++;
	return &c->packet;
}

struct craft *craft_compile(struct session *s, const char *spec, const struct craft_options *o,
			    struct craft_fault *fault)
{
	struct craft *c = need_zero(1, sizeof *c);

	c->session = s;
	c->text = arena_copy(&c->arena, spec, strlen(spec));
	c->options = *o;
	c->fault = fault;
	c->grows = true;
	c->random.state = o->seed;
	*fault = (struct craft_fault){0};
	if (!read_spec(c) || !add_carriers(c)) {
		craft_close(c);
		return NULL;
	}
	count_packets(c);
	return c;
}

void craft_close(struct craft *c)
{
	if (!c)
		return;
	builder_close(c->builder);
	packet_close(&c->packet);
	free(c->settings);
	arena_close(&c->arena);
	free(c);
}
