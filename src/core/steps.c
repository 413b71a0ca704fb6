/* SPDX-License-Identifier: BSD-2-Clause */
/* Putting the rows of a group: bytes and a table become nodes. */
#include "core/steps.h"
#include "core/names.h"

void grow_nodes(struct walk *w)
{
	w->cap_nodes = w->cap_nodes ? 2 * w->cap_nodes : 256;
	w->r.nodes = need_more(w->r.nodes, w->cap_nodes * sizeof *w->r.nodes);
}

/* The value of a number's octets, sign-extended where the kind has a sign. */
static uint64_t number(const struct field *f, const uint8_t *p, uint32_t len)
{
	uint64_t v;

	if (len > 8)
		len = 8;
	v = f->traits & LE ? load_le(p, len) : load_be(p, len);
	if (kind_is_signed(f->kind) && len && len < 8)
		v = (uint64_t)((int64_t)(v << (64 - 8 * len)) >> (64 - 8 * len));
	return v;
}

/* Nanoseconds from 4 octets of seconds, or 8 of seconds and nanoseconds (or NTP's fraction). */
static uint64_t nanoseconds(const struct field *f, const uint8_t *p, uint32_t len)
{
	bool le = f->traits & LE;
	bool ntp = f->base == NTP_UTC;
	uint64_t s = len < 4 ? 0 : le ? load_le(p, 4) : load_be(p, 4);
	uint64_t part = len < 8 ? 0 : le ? load_le(p + 4, 4) : load_be(p + 4, 4);

	if (!ntp)
		return s * (uint64_t)NS_PER_SECOND + part;
	/* RFC 5905, 6: era 0 began in 1900; a clear top bit means era 1, from 2036 on. */
	s += s & 0x80000000 ? 0 : UINT64_C(1) << 32;
	return (s - UINT64_C(2208988800)) * (uint64_t)NS_PER_SECOND +
	       ((part * (uint64_t)NS_PER_SECOND) >> 32);
}

void read_value(struct node *n, const struct field *f, const uint8_t *p, uint32_t len)
{
	switch ((enum kind)f->kind) {
	case NONE:
	case PROTO:
		break;
	case HEADING:
		n->p = (const uint8_t *)f->label;
		n->size = (uint32_t)strlen(f->label);
		break;
	case BYTES:
	case STRING:
	case ETHER:
	case EUI64:
	case IPV6:
	case GUID:
	case OID:
	case N_KINDS:
		n->p = p;
		n->size = len;
		break;
	case ABSTIME:
	case RELTIME:
		n->u = nanoseconds(f, p, len);
		break;
	default:
		n->u = number(f, p, len);
		if (f->kind == BOOL)
			n->u = n->u != 0;
		break;
	}
}

static bool among(const struct when *when, uint64_t v)
{
	if (!when->n)
		return v != 0;
	for (unsigned i = 0; i < when->n; i++)
		if (when->values[i] == v)
			return true;
	return false;
}

/* The value of a row that decides over another: of the group, or of the header. */
static uint64_t deciding_value(const struct walk *w, const struct layer *l, const struct step *s,
			       unsigned row, struct span room)
{
	const struct field *f = &l->proto->fields[row];

	if (f->traits & SEQ)
		return w->seen[row];
	if (f->traits & STATE)
		return l->state && l->state[f->from / sizeof *l->state] != ABSENT;
	return span_bits(s->far_when ? l->bytes : room, f->at, f->bits, f->traits & LE);
}

static bool holds(const struct walk *w, const struct layer *l, const struct step *s,
		  struct span room)
{
	const struct when *when = s->field->when;

	for (; when; when = when->also)
		if (among(when, deciding_value(w, l, s, when->row, room)) == when->not )
			return false;
	return true;
}

/* A row whose value the layer's note hook left behind. */
static void put_state(struct walk *w, const struct layer *l, const struct step *s, unsigned depth)
{
	uint64_t v = l->state ? l->state[s->field->from / sizeof v] : ABSENT;
	struct node *n;

	if (v == ABSENT)
		return;
	n = push(w, l->plan, s->row, depth + s->depth - 1, (struct place){l->at, 0, l->source});
	if (n && s->field->kind == HEADING) {
		read_value(n, s->field, NULL, 0);
	} else if (n && s->field->kind == STRING) {
		n->p = (const uint8_t *)(uintptr_t)v;
		n->size = (uint32_t)strlen((const char *)n->p);
	} else if (n) {
		n->u = kind_is_signed(s->field->kind) && kind_size(s->field->kind) == 4
			       ? (uint64_t)(int32_t)v
			       : v;
	}
}

/* How many bits a row fills that begins `bit` bits into its group. */
static uint32_t width_of(const struct walk *w, const struct layer *l, const struct step *s,
			 struct span room, uint32_t bit)
{
	const struct field *f = s->field;
	uint32_t first = bit / 8;

	if (f->bits)
		return f->bits;
	if (f->size_of) {
		uint64_t v = deciding_value(w, l, s, f->size_of, room);
		int64_t n = (int64_t)(v * (f->factor ? f->factor : 1)) + f->size_bias;

		return n < 0 ? 0 : n > UINT32_MAX / 8 ? UINT32_MAX - 7 : (uint32_t)n * 8;
	}
	if ((f->traits & ZSTRING) && first < room.cap) {
		const uint8_t *end = memchr(room.p + first, 0, room.cap - first);

		if (end)
			return (uint32_t)(end - room.p - first + 1) * 8;
	}
	return first < room.wire ? (room.wire - first) * 8 : 0;
}

/* Octets of a string without the NUL that ends it. */
static void trim(struct node *n)
{
	const uint8_t *end = n->size ? memchr(n->p, 0, n->size) : NULL;

	if (end)
		n->size = (uint32_t)(end - n->p);
}

/* The name of the vendor of a MAC address; NULL: nobody knows it. */
static const char *vendor_of(const struct walk *w, struct span room, struct place bits)
{
	return names_vendor(w->names, room.p + bits.at / 8);
}

/* The octets that a row is said to cover: where it is a part of a number, those of the number. */
static inline struct place place_of(const struct step *s, const struct cursor *group,
				    uint32_t first, uint32_t end)
{
	if (first == s->first && end == s->end && s->cover_end <= group->left.cap) {
		first = s->cover_first;
		end = s->cover_end;
	}
	return (struct place){group->at + first, end - first, group->source};
}

static void put_bits(struct walk *w, const struct layer *l, const struct step *s,
		     const struct cursor *group, struct place bits, unsigned depth)
{
	const struct field *f = s->field;
	uint32_t first = bits.at / 8;
	uint32_t last = (bits.at + bits.len + 7) / 8;
	bool odd = (bits.len | bits.at) & 7;
	const char *vendor = NULL;
	struct node *n;
	uint64_t v = 0;

	if (f->base == VENDOR_OF && !(vendor = vendor_of(w, group->left, bits)))
		return;
	if (bits.len <= 64 && (s->remember || odd))
		v = span_bits(group->left, bits.at, bits.len, f->traits & LE) & ~(uint64_t)f->hole;
	if (s->remember)
		w->seen[s->row] = v;
	if (s->silent)
		return;
	n = push(w, l->plan, s->row, depth + s->depth - 1, place_of(s, group, first, last));
	if (!n)
		return;
	if (vendor)
		read_value(n, f, (const uint8_t *)vendor, (uint32_t)strlen(vendor));
	else if (odd)
		n->u = f->kind == BOOL ? v != 0 : v;
	else
		read_value(n, f, group->left.p + first, last - first);
	if (f->traits & FACTOR)
		n->u *= f->factor;
	if (f->traits & ZSTRING)
		trim(n);
}

/* What fits of a row that the group's end cuts off: octets to the end, if it is of that kind. */
static bool cut_short(const struct field *f, struct span room, struct place *bits)
{
	if (!(f->traits & REST) && f->kind != BYTES && f->kind != STRING)
		return false;
	if (bits->at / 8 >= room.cap || (bits->at + bits->len) / 8 > room.wire)
		return false;
	bits->len = room.cap * 8 - bits->at;
	return true;
}

/* The bytes of a group inside this one. */
static struct cursor inner(const struct cursor *group, struct place bits)
{
	struct cursor c = *group;

	cursor_take(&c, bits.at / 8);
	return cursor_first(c, bits.len / 8);
}

/* One row at one place, and the rows of the group that it heads; gives its trouble. */
static enum trouble put_row(struct walk *w, const struct layer *l, const struct step *s,
			    const struct cursor *group, struct place *bits, unsigned depth)
{
	const struct field *f = s->field;
	struct span room = group->left;

	bits->len = width_of(w, l, s, room, bits->at);
	if ((uint64_t)bits->at + bits->len > (uint64_t)room.cap * 8 && !cut_short(f, room, bits))
		return bits->at / 8 + (bits->len + 7) / 8 > room.wire ? MALFORMED : TRUNCATED;
	if (!bits->len && (f->traits & REST))
		return FINE;
	put_bits(w, l, s, group, *bits, depth);
	if (l->plan->scopes[s->row].n) {
		struct cursor c = inner(group, *bits);

		put_steps(w, l, s->row, &c, depth + s->depth);
	}
	bits->at += bits->len;
	return FINE;
}

/* A row that stands again and again until the group ends. */
static void put_repeated(struct walk *w, const struct layer *l, const struct step *s,
			 const struct cursor *group, struct place *bits, unsigned depth)
{
	uint32_t before;

	do
		before = bits->at;
	while (!put_row(w, l, s, group, bits, depth) && bits->at > before);
}

/* A number with a fixed place; false: it isn't all there. */
static inline bool put_simple(struct walk *w, const struct layer *l, const struct step *s,
			      const struct cursor *group, unsigned depth)
{
	const struct field *f = s->field;
	struct node *n;
	uint64_t v;

	if (s->end > group->left.cap)
		return false;
	v = span_bits(group->left, f->at, f->bits, f->traits & LE);
	n = push(w, l->plan, s->row, depth + s->depth - 1, place_of(s, group, s->first, s->end));
	if (n)
		n->u = f->kind == BOOL ? v != 0 : f->traits & FACTOR ? v * f->factor : v;
	return true;
}

enum trouble put_steps(struct walk *w, const struct layer *l, unsigned scope,
		       const struct cursor *group, unsigned depth)
{
	unsigned last = l->stop ? l->stop : l->proto->n_fields;
	struct scope rows = l->plan->scopes[scope];
	const struct step *s = rows.n ? l->plan->steps + rows.first : NULL;
	const struct step *end = rows.n ? s + rows.n : NULL;
	uint32_t sequence = scope ? 0 : l->proto->fixed * 8u;
	enum trouble trouble = FINE;

	for (; s < end && s->row <= last && !trouble; s++) {
		const struct field *f = s->field;
		struct place bits;

		if (s->simple && put_simple(w, l, s, group, depth))
			continue;
		bits = (struct place){f->at + (f->traits & SEQ ? sequence : 0), 0, 0};
		if (f->when && !holds(w, l, s, group->left))
			continue;
		if (f->traits & STATE)
			put_state(w, l, s, depth);
		else if (f->traits & REPEAT)
			put_repeated(w, l, s, group, &bits, depth);
		else
			trouble = put_row(w, l, s, group, &bits, depth);
		if (f->traits & SEQ)
			sequence = bits.at;
	}
	return trouble;
}
