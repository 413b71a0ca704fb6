/* SPDX-License-Identifier: BSD-2-Clause */
/* Chains of ISAKMP payloads, and attributes. */
#include "shared/isakmp.h"
#include "shared/media.h"
#include <inttypes.h>

#define HEAD_LEN 4

unsigned ike_version(const struct layer *l)
{
	const struct layer *message = ike_message(l);

	return message ? (unsigned)span_bits(message->bytes, 136, 4, false) : 0;
}

unsigned ike_type(const struct layer *l)
{
	const struct ike_state *s = ike_state_of(l);

	return s ? (unsigned)s->type : 0;
}

uint32_t ike_body(const struct layer *l)
{
	const struct ike_state *s = ike_state_of(l);

	return s ? (uint32_t)s->body : 0;
}

unsigned ike_head(struct walk *w, const struct layer *l, struct cursor *c, unsigned type,
		  uint32_t *len)
{
	unsigned next = (unsigned)put(w, c, IKE_NEXT, 1), version = ike_version(l);

	if (version == 1 || type == IKE_PROPOSAL || type == IKE_TRANSFORM) {
		put(w, c, IKE_RESERVED, 1);
	} else {
		if (version == 2) {
			put_slice(w, *c, IKE_CRITICAL, 1);
			put_slice(w, *c, IKE_RESERVED7, 1);
		}
		cursor_pull(c, 1);
	}
	*len = (uint32_t)put(w, c, IKE_LENGTH, 2);
	return next;
}

static void put_bogus(struct walk *w, struct cursor *c, uint32_t len)
{
	static const char words[] = "Payload (bogus, length is %u, must be at least %u)";
	uint32_t group = open_group(w, c, IKE_BOGUS, 0);

	label_whole(w, words, len, HEAD_LEN);
	expert(w, IKE_BOGUS_NOTE, words, len, HEAD_LEN);
	shut_group(w, group, NULL);
}

static void put_no_room(struct walk *w, struct cursor *c)
{
	static const char words[] = "Not enough room in payload for all transforms";
	uint32_t group = open_group(w, c, IKE_BOGUS, 0);

	label_whole(w, words);
	expert(w, IKE_BOGUS_NOTE, words);
	shut_group(w, group, NULL);
	*c = cursor_first(*c, 0);
}

/* An identity is read past the end of its payload. */
static bool bounded(unsigned type)
{
	return type != IKE_ID && type != IKE_ID_INITIATOR && type != IKE_ID_RESPONDER;
}

static void walk_body(struct walk *w, struct layer *l, struct cursor *c, unsigned type,
		      uint32_t len)
{
	const struct plan *part = also_by(l, 0, type);
	struct ike_state *s = ike_state_of(l);
	struct cursor body = bounded(type) ? cursor_first(*c, len) : *c;

	if (c->left.wire < len) {
		cursor_fail(c, len);
		return;
	}
	if (!part)
		part = also_by(l, 0, IKE_NOBODY);
	if (s) {
		s->type = type;
		s->body = len;
	}
	if (part)
		body = walk_part(w, part, body);
	cursor_take(c, len);
	if (body.bad && !c->bad)
		c->bad = body.bad;
}

static unsigned put_payload(struct walk *w, struct layer *l, struct cursor *c, unsigned type)
{
	uint32_t len = 0, group = open_value(w, IKE_PAYLOAD, c->at, type);
	unsigned next = ike_head(w, l, c, type, &len);

	w->last = group;
	if (c->bad)
		;
	else if (len < HEAD_LEN)
		put_bogus(w, c, len);
	else
		walk_body(w, l, c, type, len - HEAD_LEN);
	shut_group(w, group, c);
	return next;
}

void ike_chain(struct walk *w, struct layer *l, struct cursor *c, unsigned type)
{
	while (c->left.wire && !c->bad) {
		if (!type) {
			put(w, c, IKE_EXTRA, c->left.wire);
			return;
		}
		if (c->left.wire < HEAD_LEN) {
			put_no_room(w, c);
			return;
		}
		type = put_payload(w, l, c, type);
	}
}

void ike_rest(struct walk *w, struct cursor *c, unsigned row)
{
	put(w, c, row, c->left.wire);
}

const char *ike_words(struct walk *w, const char *format, ...)
{
	struct text t = {0};
	const char *copy;
	va_list args;

	va_start(args, format);
	text_format_list(&t, format, args);
	va_end(args);
	copy = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return copy;
}

/* The attribute at hand. */
struct attribute {
	struct walk *w;
	struct cursor value;
	uint32_t len;   /* octets of its value */
	uint32_t group; /* its node */
	const struct ike_attribute *about;
};

/* What its line says of numbers are the first two octets. */
static void put_short(struct attribute *a)
{
	struct cursor peek = a->value;
	unsigned row = a->about->row, number;

	put(a->w, &a->value, row, a->len);
	number = u16(&peek);
	if (peek.bad) {
		a->value.bad = peek.bad;
	} else if (a->about->shape == IKE_NUMBER) {
		label_tail_of(a->w, a->group, ": %u", number);
	} else {
		const char *word = row_word(a->w, row, number, NULL);

		if (word)
			label_tail_of(a->w, a->group, ": %s", word);
		else
			label_tail_of(a->w, a->group, ": Unknown %u", number);
	}
}

static void put_duration(struct attribute *a)
{
	struct cursor peek = a->value;
	unsigned row = a->about->row;

	if (a->len <= 8)
		label_tail_of(a->w, a->group, ": %" PRIu64, cursor_be(&peek, a->len));
	else
		label_tail_of(a->w, a->group, ": %016" PRIx64 " ...", u64(&peek));
	put(a->w, &a->value, a->len <= 4 ? row : a->len <= 8 ? row + 1 : row + 2, a->len);
}

static void put_each(struct attribute *a)
{
	const struct ike_attribute *about = a->about;
	uint32_t each = about->octets + (about->shape == IKE_PAIRS ? about->more : 0u);

	if (!each || a->len % each)
		return;
	while (a->value.left.cap && !a->value.bad) {
		put(a->w, &a->value, about->row, about->octets);
		if (about->shape == IKE_PAIRS)
			put(a->w, &a->value, about->row + 1u, about->more);
	}
}

static void put_split(struct attribute *a)
{
	put(a->w, &a->value, a->about->row, a->about->octets);
	if (!a->value.bad && a->value.left.wire)
		put(a->w, &a->value, a->about->row + 1u, a->value.left.wire);
}

static void put_shape(struct attribute *a)
{
	switch (a->about->shape) {
	case IKE_WORD:
	case IKE_NUMBER:
		put_short(a);
		break;
	case IKE_TEXT:
		label_tail_of(a->w, a->group, ": %s", words_of(a->w, a->value.left));
		put(a->w, &a->value, a->about->row, a->len);
		break;
	case IKE_DURATION:
		put_duration(a);
		break;
	case IKE_EACH:
	case IKE_PAIRS:
		put_each(a);
		break;
	case IKE_SPLIT:
		put_split(a);
		break;
	default:
		put(a->w, &a->value, a->about->row, a->about->octets ? a->about->octets : a->len);
		break;
	}
}

static const struct ike_attribute *attribute_for(const struct ike_attributes *kind, unsigned type)
{
	for (unsigned i = 0; i < kind->n; i++)
		if (kind->list[i].type == type)
			return &kind->list[i];
	return NULL;
}

static void put_value_of(struct walk *w, struct attribute *a, const struct ike_attributes *kind)
{
	struct cursor all = a->value;

	if (a->len) {
		put(w, &all, kind->rows + 4u, a->len);
		if (a->about)
			put_shape(a);
	} else if (!kind->may_be_empty) {
		w->last = a->group;
		expert(w, IKE_EMPTY_NOTE, NULL);
	}
}

static void put_attribute(struct walk *w, struct cursor *c, const struct ike_attributes *kind)
{
	struct cursor peek = *c;
	unsigned first = u16(&peek), type = first & 0x7fff;
	bool shortened = first >> 15;
	uint32_t len = shortened ? 2 : u16(&peek);
	struct attribute a = {w, {{0}}, len, open_group(w, c, kind->rows, 2), NULL};

	label_whole(w, "%s (t=%u,l=%u): %s", kind->name, type, len,
		    row_word(w, kind->rows + 2u, type, "Unknown"));
	put_value(w, kind->rows + 2u, c->at, 2, type);
	cursor_pull(c, 2);
	if (!shortened)
		put(w, c, kind->rows + 3u, 2);
	a.value = cursor_first(*c, len);
	a.about = attribute_for(kind, type);
	if (!cursor_has(c, len))
		cursor_fail(c, len);
	if (!c->bad)
		put_value_of(w, &a, kind);
	cursor_pull(c, len);
	shut_group(w, a.group, c);
	if (a.value.bad && !c->bad)
		c->bad = a.value.bad;
}

void ike_attributes(struct walk *w, struct cursor *c, const struct ike_attributes *kind)
{
	while (c->left.cap && !c->bad)
		put_attribute(w, c, kind);
}
