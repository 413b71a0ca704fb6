/* SPDX-License-Identifier: BSD-2-Clause */
/* Changing captured packets: the same fields by the same names. */
#include "craft/edit.h"
#include "core/record.h"
#include "craft/syntax.h"
#include "craft/view.h"
#include <stdlib.h>

struct edit {
	struct craft craft; /* whose settings are those of the wishes; part: of which wish */
	const struct proto *of[MAX_PARTS]; /* the layer that each wish is about */
	const struct proto **del;          /* what is taken away; owned */
	unsigned n_del;
	bool raw;
	const struct splice *splices;
	unsigned n_splices;
	const struct remap *remap;
	struct packet packet;
	struct arena arena; /* what lives as long as the frame at hand */
	uint64_t frames;
};

/* --- wishes --- */

/* The protocol that the name of a field begins with: the longest that there is. */
static const struct proto *proto_of(const struct session *s, const char *name, uint32_t len,
				    uint32_t *prefix)
{
	for (*prefix = len; (*prefix)--;) {
		const struct proto *p;

		if (name[*prefix] == '.' && (p = proto_named(s, name, *prefix)))
			return p;
	}
	return NULL;
}

static bool read_wish(struct edit *e, uint32_t *at)
{
	struct craft *c = &e->craft;
	uint32_t len = (uint32_t)strcspn(c->text + *at, "= \t"), prefix;
	const struct proto *p = proto_of(c->session, c->text + *at, len, &prefix);

	if (c->n_parts == MAX_PARTS)
		return amiss(c, *at, len, "at most %u fields can be set", MAX_PARTS);
	if (!p) {
		memcpy(c->fault->field, c->text + *at, len < 79 ? len : 79);
		return amiss(c, *at, len, "there is no field \"%.*s\"", (int)len, c->text + *at);
	}
	c->protos[c->n_parts] = p;
	c->forced[c->n_parts] = arena_take(&c->arena, p->n_fields * sizeof(bool));
	e->of[c->n_parts++] = p;
	*at += prefix + 1;
	return read_setting(c, at);
}

static bool read_wishes(struct edit *e, const struct edit_wishes *w, struct craft_fault *fault)
{
	uint32_t at = 0;

	e->del = need((w->n_del + 1) * sizeof *e->del);
	for (; e->n_del < w->n_del; e->n_del++) {
		const char *name = w->del[e->n_del];

		e->del[e->n_del] = proto_named(e->craft.session, name, strlen(name));
		if (e->del[e->n_del])
			continue;
		memcpy(fault->layer, name, strlen(name) < 79 ? strlen(name) : 79);
		return amiss(&e->craft, e->n_del, 1, "there is no protocol \"%.60s\"", name);
	}
	while (e->craft.text[at += (uint32_t)strspn(e->craft.text + at, " \t\n")])
		if (!read_wish(e, &at))
			return false;
	return true;
}

struct edit *edit_open(struct session *s, const struct edit_wishes *w, struct craft_fault *fault)
{
	struct edit *e = need_zero(1, sizeof *e);

	*fault = (struct craft_fault){0};
	e->craft.session = s;
	e->craft.text = arena_copy(&e->craft.arena, w->set, strlen(w->set));
	e->craft.fault = fault;
	e->craft.random.state = w->seed;
	e->raw = w->raw;
	e->remap = w->remap;
	e->splices = w->splices;
	e->n_splices = w->n_splices;
	if (read_wishes(e, w, fault))
		return e;
	edit_close(e);
	return NULL;
}

void edit_close(struct edit *e)
{
	if (!e)
		return;
	packet_close(&e->packet);
	arena_close(&e->arena);
	arena_close(&e->craft.arena);
	free(e->craft.settings);
	free(e->del);
	free(e);
}

/* --- a frame as layers --- */

static bool can_carry(const struct proto *p)
{
	return p->next.table || p->next.fixed;
}

/* What of a layer's rows stays as it is: what it carries, and sums over what isn't there. */
static bool *kept(struct edit *e, const struct layer *l, bool partial)
{
	const struct proto *p = l->proto;
	bool *forced = arena_take(&e->arena, p->n_fields * sizeof(bool));

	for (unsigned r = 0; r < p->n_fields; r++) {
		uint8_t fill = p->fields[r].fill;
		bool unused = fill == FILL_CHECKSUM && p->sum == SUM_PSEUDO_NONZERO &&
			      !row_value(l, &p->fields[r]);

		forced[r] = fill == FILL_NEXT || e->raw || unused ||
			    (partial && (fill == FILL_CHECKSUM || fill == FILL_LENGTH));
	}
	if (p->next.other)
		forced[p->next.row] = forced[p->next.other] = true;
	return forced;
}

/* The nearest layer around it that has a node of its own. */
static const struct layer *carrier_of(const struct layer *l)
{
	do
		l = l->parent;
	while (l && l->proto->bare);
	return l;
}

/* Whether it is one of several fragments: what it carries isn't whole. */
static bool is_fragment(const struct record *r, const struct layer *l)
{
	static const char *const marks[] = {"ip.flags.mf", "ip.frag_offset", "ipv6.fraghdr.more",
					    "ipv6.fraghdr.offset"};

	for (uint32_t i = l->node + 1; l->node != NO_NODE && i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (n->depth < l->depth)
			break;
		for (unsigned m = 0; m < COUNT(marks); m++)
			if (n->u && !strcmp(n->field->name, marks[m]))
				return true;
	}
	return false;
}

/* Whether it isn't carried but part of the header around it, such as an option. */
static bool is_in_header(const struct layer *around, const struct layer *l)
{
	return around->parent && l->at + l->bytes.cap <= around->at + around->header;
}

/* The layers of the frame that lie inside one another. */
static void take_apart(struct edit *e, const struct record *r)
{
	struct packet *k = &e->packet;
	const struct layer *last = r->layers[0];
	bool partial = false;

	k->n_parts = 0;
	for (uint32_t i = 1; i < r->n_layers && k->n_parts < MAX_PARTS; i++) {
		const struct layer *l = r->layers[i];
		struct brick *b = &k->parts[k->n_parts];

		if (l->proto->bare || (l->at >= last->at && is_in_header(last, l)))
			continue;
		if (l->source || l->quoted || l->again || carrier_of(l) != last ||
		    l->bytes.cap < l->proto->fixed)
			break;
		if (k->n_parts)
			b[-1].header = l->at - b[-1].at;
		partial = partial || l->bytes.cap < l->bytes.wire;
		*b = (struct brick){l->proto, l->at, 0, l->at + l->bytes.cap, NULL, NO_VALUE};
		b->header = can_carry(l->proto) ? l->header : l->bytes.cap;
		b->forced = kept(e, l, partial);
		partial = partial || is_fragment(r, l);
		k->n_parts++;
		last = l;
	}
}

/* --- changing it --- */

static unsigned part_of(const struct packet *k, const struct proto *p)
{
	for (unsigned i = 0; i < k->n_parts; i++)
		if (k->parts[i].proto == p)
			return i;
	return MAX_PARTS;
}

static bool set_one(struct edit *e, unsigned wish)
{
	struct craft *c = &e->craft;
	struct setting s = c->settings[wish];
	unsigned part = part_of(&e->packet, e->of[s.part]);

	if (part == MAX_PARTS)
		return true;
	s.part = part;
	s.turn = e->frames % s.n;
	if (s.row)
		e->packet.parts[part].forced[s.row] = true;
	return put_setting(c, &e->packet, &s, e->frames);
}

/* The innermost part that the octet lies in, or ends in front of it. */
static unsigned part_at(const struct packet *k, uint32_t at)
{
	unsigned part = 0;

	for (unsigned i = 0; i < k->n_parts; i++)
		if (k->parts[i].at <= at && at <= k->parts[i].end)
			part = i;
	return part;
}

/* From the last one on, so that places hold. */
static bool put_splices(struct edit *e)
{
	struct packet *k = &e->packet;

	for (unsigned i = e->n_splices; i--;) {
		const struct splice *s = &e->splices[i];
		unsigned part = part_at(k, s->at);

		if (s->at + s->old > k->len || !k->n_parts)
			return amiss(&e->craft, 0, 1, "octets %u to %u aren't in the frame", s->at,
				     s->at + s->old);
		if (!packet_splice(k, part, s->at, s->old, s->p, s->n))
			return amiss(&e->craft, 0, 1, "the frame would have more than %u octets",
				     MAX_PACKET);
	}
	return true;
}

/* Takes the part's header away; the one around it then carries what it carried. */
static void take_away(struct packet *k, unsigned i)
{
	struct brick *b = &k->parts[i];
	const struct proto *around = i ? b[-1].proto : NULL;

	packet_splice(k, i, b->at, b->header, NULL, 0);
	for (unsigned r = 1; around && r < around->n_fields; r++)
		if (around->fields[r].fill == FILL_NEXT)
			b[-1].forced[r] = false;
	memmove(b, b + 1, (k->n_parts - i - 1) * sizeof *b);
	k->n_parts--;
	if (!i && k->n_parts)
		k->link = link_of(k->parts[0].proto);
}

static void take_all_away(struct edit *e)
{
	for (unsigned d = 0; d < e->n_del; d++)
		for (unsigned i = e->packet.n_parts; i--;)
			if (e->packet.parts[i].proto == e->del[d])
				take_away(&e->packet, i);
}

static bool change(struct edit *e, struct craft_fault *fault)
{
	struct fault why;

	e->craft.fault = fault;
	e->craft.failed = false;
	for (unsigned i = 0; i < e->packet.n_parts; i++)
		e->craft.first_id[i] = first_id_of(e->craft.session, e->packet.parts[i].proto);
	if (!put_splices(e))
		return false;
	for (unsigned i = 0; i < e->craft.n_settings; i++)
		if (!set_one(e, i))
			return false;
	take_all_away(e);
	if (e->packet.link == NO_VALUE)
		return amiss(&e->craft, 0, 1, "what is left begins with no link layer");
	return packet_mend(&e->packet, &why) || amiss(&e->craft, 0, 1, "%s", why.text);
}

bool edit_frame(struct edit *e, struct frame *f, struct craft_fault *fault)
{
	struct packet *k = &e->packet;
	struct frame g = *f;

	e->frames++;
	if (!e->craft.n_settings && !e->n_del && !e->n_splices && !e->remap)
		return true;
	*fault = (struct craft_fault){0};
	arena_empty(&e->arena);
	k->n_parts = 0;
	k->len = 0;
	k->link = f->link;
	if (!packet_splice(k, 0, 0, 0, f->bytes, f->cap_len))
		return amiss(&e->craft, 0, 1, "the frame has more than %u octets", MAX_PACKET);
	if (e->remap)
		remap_frame(e->remap, k->p, k->len, k->link);
	if (e->craft.n_settings || e->n_del || e->n_splices) {
		g.bytes = k->p;
		take_apart(e, session_walk(e->craft.session, &g));
		if (!change(e, fault))
			return false;
	}
	f->wire_len = f->wire_len - f->cap_len + k->len;
	f->bytes = k->p;
	f->cap_len = k->len;
	f->link = k->link;
	return true;
}
