/* SPDX-License-Identifier: BSD-2-Clause */
/* Building a packet: layer by layer, each value where the table or the walker says it stands. */
#include "config.h"

#include "core/record.h"
#include "craft/syntax.h"
#include "craft/view.h"

/* Octets that a message may lack before the walker has nothing to complain of. */
#define MOST_MISSING 256

/* --- what a setting is worth --- */

/* Number `u` more than an address of 16 octets. */
static const uint8_t *counted_on(struct craft *c, const struct worth *w, uint64_t u)
{
	uint8_t *p = (uint8_t *)arena_copy(&c->arena, w->p, w->n);

	for (uint32_t i = w->n; i-- && u; u >>= 8) {
		u += p[i];
		p[i] = (uint8_t)u;
	}
	return p;
}

static struct worth random_worth(struct craft *c, const struct setting *s)
{
	const struct field *f = s->field;
	uint32_t n = f && (f->kind == IPV6 || f->kind == GUID) ? 16 : 0;
	uint8_t *p = n ? arena_take(&c->arena, n) : NULL;

	for (uint32_t i = 0; i < n; i++)
		p[i] = (uint8_t)random_next(&c->random);
	return (struct worth){random_next(&c->random), p, n};
}

struct worth worth_of(struct craft *c, const struct setting *s, uint64_t turn, uint64_t index)
{
	for (unsigned i = 0; i < s->n_choices; i++) {
		const struct choice *choice = &s->choices[i];
		struct worth w = choice->first;

		if (turn >= choice->n) {
			turn -= choice->n;
			continue;
		}
		if (choice->kind == CHOICE_RANDOM)
			return random_worth(c, s);
		if (choice->kind == CHOICE_UP)
			turn = index;
		else if (choice->kind == CHOICE_DOWN)
			turn = -index;
		if (w.p && turn && w.n == 16)
			w.p = counted_on(c, &w, turn);
		w.u += turn;
		return w;
	}
	return (struct worth){0};
}

/* --- putting it --- */

static bool too_large(struct craft *c, const struct setting *s)
{
	return amiss(c, s->at, s->len, "the packet grows beyond %u octets", MAX_PACKET);
}

static bool mend(struct craft *c, struct packet *k, const struct setting *s)
{
	struct fault fault;

	return packet_mend(k, &fault) || amiss(c, s ? s->at : 0, s ? s->len : 1, "%s", fault.text);
}

/* Whether the row has a place in the header that doesn't depend on anything. */
static bool is_placed(const struct craft *c, const struct packet *k, const struct setting *s,
		      uint32_t *at, uint32_t *bits)
{
	const struct field *f = s->field;

	*at = f->at;
	*bits = f->bits;
	if (!s->row || f->traits & (SEQ | REPEAT | REST | STATE))
		return false;
	if (f->bits && session_row_is_once(c->session, c->first_id[s->part] + s->row))
		return true;
	*at = row_place(&k->parts[s->part], f, bits);
	return *bits > 0 && f->fill;
}

bool put_worth(struct packet *k, const struct setting *s, uint32_t at, uint32_t bits,
	       const struct worth *w)
{
	if (8 * k->parts[s->part].at + at + bits > 8 * k->len || (w->p && 8 * w->n != bits))
		return false;
	if (!w->p) {
		packet_put(k, s->part, s->field, at, bits, w->u);
		return bits <= 64;
	}
	if (at % 8)
		return false;
	memcpy(k->p + k->parts[s->part].at + at / 8, w->p, w->n);
	return true;
}

/* Whether the layer is whole and has the field; `*n` is its node. */
static bool is_seen(struct craft *c, struct packet *k, const struct setting *s,
		    const struct node **n)
{
	const struct record *r = view(c->session, k);
	bool whole = r->trouble != MALFORMED || r->trouble_in != view_layer(r, k, s->part);

	*n = view_node(r, k, s->part, s->name);
	return whole && *n;
}

/*
 * Makes the layer larger by zeros until the walker finds the field in it and doesn't miss
 * anything: so the table says how large a message of this kind is.  Without success the layer
 * is as large as before, and *n NULL.
 */
static bool find_place(struct craft *c, struct packet *k, const struct setting *s,
		       const struct node **n)
{
	struct brick *part = &k->parts[s->part];
	uint32_t before = part->header;

	if (!mend(c, k, s))
		return false;
	while (!is_seen(c, k, s, n)) {
		if (part->header - before == MOST_MISSING || !c->grows ||
		    s->part + 1 < k->n_parts ||
		    !packet_splice(k, s->part, part->at + part->header, 0, NULL, 1) ||
		    !mend(c, k, s))
			break;
	}
	if (!*n)
		packet_splice(k, s->part, part->at + before, part->header - before, NULL, 0);
	return !c->failed;
}

/* The bit where a node's value begins and how many it has: the row's own, inside the node's octets.
 */
static uint32_t bits_of(const struct node *n, uint32_t *bits)
{
	const struct field *f = n->field;

	*bits = f->bits && f->bits < 8 * n->len ? f->bits : 8 * n->len;
	if (*bits == 8 * n->len)
		return 8 * n->at;
	return 8 * n->at + (f->box ? f->lead : f->at % 8);
}

static bool put_payload(struct craft *c, struct packet *k, const struct setting *s,
			const struct worth *w)
{
	const struct brick *part = &k->parts[s->part];

	return packet_splice(k, s->part, part->at, 0, w->p, w->n) || too_large(c, s);
}

/* Sets a row of the part's own that nobody else has set. */
static void put_decider(struct craft *c, struct packet *k, unsigned part, unsigned row, uint64_t v)
{
	const struct field *f = &k->parts[part].proto->fields[row];

	if (f->bits && !f->fill && !k->parts[part].forced[row] &&
	    session_row_is_once(c->session, c->first_id[part] + row))
		packet_put(k, part, f, f->at, f->bits, v);
}

/* The values of other rows without which this one isn't there: "redir_gw" says what type it is. */
static void decide(struct craft *c, struct packet *k, const struct setting *s)
{
	struct layer l;

	packet_layer(k, s->part, &l);
	for (const struct when *w = s->field->when; s->row && w; w = w->also)
		if (!w->not &&!when_has(w, VALUE_OF(&l, w->row)))
			put_decider(c, k, s->part, w->row, w->n ? w->values[0] : 1);
}

/* The row that says which part of the layer follows: the table that it hangs in is called so. */
static unsigned decider_of(const struct craft *c, const struct packet *k, const struct setting *s)
{
	const struct proto *p = k->parts[s->part].proto;
	const struct hang *h = s->row || !c->grows ? NULL : s->owner->hangs;

	for (unsigned r = 1; h && h->table && r < p->n_fields; r++)
		if (!strcmp(p->fields[r].name, h->table) && !(p->fields[r].traits & (STATE | NOTE)))
			return r;
	return 0;
}

/* Finds the field in the kind of message that there is, or else in one that has it. */
static bool search(struct craft *c, struct packet *k, const struct setting *s,
		   const struct node **n)
{
	unsigned decider = decider_of(c, k, s);

	if (!find_place(c, k, s, n) || *n || !decider)
		return !c->failed;
	for (const struct hang *h = s->owner->hangs; h->table && !*n; h++) {
		put_decider(c, k, s->part, decider, h->value);
		if (!find_place(c, k, s, n))
			return false;
	}
	return true;
}

static bool put_found(struct craft *c, struct packet *k, struct setting *s, const struct worth *w)
{
	struct brick *part = &k->parts[s->part];
	const struct node *n;
	uint32_t at, bits;

	if (!search(c, k, s, &n))
		return false;
	if (!n)
		return !c->grows || amiss(c, s->at, s->len,
					  "%s doesn't stand in such a packet: another field "
					  "decides about it, or "
					  "it is something that --from FILE can bring",
					  s->name);
	if (w->p && w->n != n->len)
		return packet_splice(k, s->part, n->at, n->len, w->p, w->n) || too_large(c, s);
	at = bits_of(n, &bits) - 8 * part->at;
	s->place = at;
	return put_worth(k, s, at, bits, w) ||
	       amiss(c, s->at, s->len, "%s is wider than can be set", s->name);
}

/* Presets of rows that with this value of the setting aren't there. */
static void clear_others(struct craft *c, struct packet *k, const struct setting *s)
{
	const struct proto *p = k->parts[s->part].proto;
	struct layer l;

	packet_layer(k, s->part, &l);
	for (unsigned r = 1; c->grows && r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];

		if (f->preset && f->bits && f->when && f->when->row == s->row &&
		    !(f->traits & (NOTE | SEQ | STATE)) && !row_is_there(&l, f))
			packet_put(k, s->part, f, f->at, f->bits, 0);
	}
}

bool put_setting(struct craft *c, struct packet *k, struct setting *s, uint64_t index)
{
	struct worth w = worth_of(c, s, s->turn, index);
	uint32_t at, bits;

	if (!s->field)
		return put_payload(c, k, s, &w);
	if (c->grows)
		decide(c, k, s);
	if (is_placed(c, k, s, &at, &bits) && put_worth(k, s, at, bits, &w)) {
		s->place = at;
		clear_others(c, k, s);
		return true;
	}
	return put_found(c, k, s, &w);
}

/* --- a layer of presets --- */

uint32_t first_id_of(const struct session *s, const struct proto *p)
{
	uint32_t id = session_find(s, p->fields[0].name, 0);

	while (session_row(s, id) != p->fields)
		id = session_find(s, p->fields[0].name, id + 1);
	return id;
}

static void put_presets(struct craft *c, struct packet *k, unsigned part)
{
	const struct proto *p = k->parts[part].proto;

	for (unsigned r = 1; r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];

		if ((f->traits & (NOTE | SEQ | STATE)) || !f->bits || f->bits > 64 || !f->preset ||
		    !session_row_is_once(c->session, c->first_id[part] + r) ||
		    (f->at + f->bits + 7u) / 8 > k->parts[part].header)
			continue;
		packet_put(k, part, f, f->at, f->bits, f->preset);
	}
}

static bool put_layer(struct craft *c, struct packet *k, unsigned i)
{
	const struct proto *p = c->protos[i];
	uint32_t n = !p ? 0 : p->sample ? p->sample_len : p->fixed;

	if (!packet_append(k, p, n))
		return amiss(c, 0, 1, "the packet grows too large");
	k->parts[i].forced = c->forced[i];
	if (!p)
		return true;
	if (p->sample)
		memcpy(k->p + k->parts[i].at, p->sample, n);
	c->first_id[i] = first_id_of(c->session, p);
	put_presets(c, k, i);
	return true;
}

/* The settings of a layer in the order of its rows: those that decide stand first. */
static bool put_settings(struct craft *c, struct packet *k, unsigned part, bool fills,
			 uint64_t index)
{
	for (unsigned i = 0; i < c->n_settings; i++) {
		struct setting *s = &c->settings[i];
		bool fill = s->field && s->field->fill && s->field->fill != FILL_RANDOM;

		if (s->part == part && fill == fills && !put_setting(c, k, s, index))
			return false;
	}
	return true;
}

static bool has_child(const struct proto *p)
{
	return p->next.table || p->next.fixed;
}

/* A last layer that the walker finds cut off is filled up with zeros. */
static bool complete(struct craft *c, struct packet *k, unsigned part)
{
	const struct brick *p = &k->parts[part];

	if (!p->proto || has_child(p->proto))
		return true;
	for (uint32_t missing = 0; missing < MOST_MISSING; missing++) {
		const struct record *r;

		if (!mend(c, k, NULL))
			return false;
		r = view(c->session, k);
		if (r->trouble != MALFORMED || r->trouble_in != view_layer(r, k, part))
			return true;
		if (!packet_splice(k, part, p->at + p->header, 0, NULL, 1))
			break;
	}
	return true;
}

/* --- what is random --- */

/* Whether somebody has set these bits of the part, or some of them. */
static bool is_set(const struct craft *c, unsigned part, const struct spot *spot)
{
	for (unsigned i = 0; i < c->n_settings; i++) {
		const struct setting *s = &c->settings[i];
		uint32_t bits = s->field && s->field->bits ? s->field->bits : spot->bits;

		if (s->part == part && s->field && s->place != NO_VALUE &&
		    s->place < spot->at + spot->bits && spot->at < s->place + bits)
			return true;
	}
	return false;
}

/* Where the part has numbers that nobody can guess, and that nobody has set. */
static void find_spots(struct craft *c, const struct record *r, const struct packet *k, unsigned i)
{
	const struct brick *p = &k->parts[i];

	for (uint32_t j = 0; p->proto && j < r->n_nodes; j++) {
		const struct node *n = &r->nodes[j];
		bool own = !n->source && n->at >= p->at && n->at < p->at + p->header;

		if (n->field->fill != FILL_RANDOM || !own || c->n_spots == COUNT(c->spots))
			continue;
		c->spots[c->n_spots] = (struct spot){
			.part = i,
			.field = n->field,
			.at = 8 * (n->at - p->at),
			.bits = 8 * n->len,
			.ephemeral = n->field == &p->proto->fields[p->proto->next.row],
		};
		c->n_spots += !is_set(c, i, &c->spots[c->n_spots]);
	}
}

#define EPHEMERAL 0xc000 /* the first port for clients (RFC 6335, 6) */

void put_spots(struct craft *c, struct packet *k)
{
	for (unsigned i = 0; i < c->n_spots; i++) {
		const struct spot *s = &c->spots[i];
		uint64_t v = random_next(&c->random);

		packet_put(k, s->part, s->field, s->at, s->bits, s->ephemeral ? v | EPHEMERAL : v);
	}
}

static void randomize(struct craft *c, struct packet *k)
{
	const struct record *r = view(c->session, k);

	c->n_spots = 0;
	for (unsigned i = 0; i < k->n_parts; i++)
		find_spots(c, r, k, i);
	put_spots(c, k);
}

bool complete_way(struct craft *c, struct packet *k)
{
	struct fault fault;

	return !c->options.complete || c->options.complete(c->options.arg, k, &fault) ||
	       amiss(c, 0, (uint32_t)strlen(c->text), "%s", fault.text);
}

/* Headers that libnet has a builder for come from there. */
static void put_headers(struct craft *c, struct packet *k)
{
	const struct record *r = view(c->session, k);

	if (c->options.tables_only)
		return;
	if (!c->builder)
		c->builder = builder_open();
	for (unsigned i = 0; c->builder && i < k->n_parts; i++)
		if (view_layer(r, k, i))
			builder_put(c->builder, r, k, i);
}

bool build(struct craft *c, struct packet *k, uint64_t index)
{
	k->len = 0;
	k->n_parts = 0;
	k->link = c->link;
	for (unsigned i = 0; i < c->n_parts; i++)
		if (!put_layer(c, k, i) || !put_settings(c, k, i, false, index) ||
		    !put_elements(c, k, i) || !complete(c, k, i))
			return false;
	if (!mend(c, k, NULL))
		return false;
	randomize(c, k);
	for (unsigned i = 0; i < c->n_parts; i++)
		if (!put_settings(c, k, i, true, index))
			return false;
	if (!complete_way(c, k))
		return false;
	packet_seal(k);
	put_headers(c, k);
	return true;
}
