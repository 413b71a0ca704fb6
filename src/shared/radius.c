/* SPDX-License-Identifier: BSD-2-Clause */
/* RADIUS: attributes by a table, of standards and of vendors alike. */
#include "shared/radius.h"

#define CHAP_OCTETS 17
#define SHOWN 36      /* octets that a line shows */
#define LAST_TAG 0x1f /* RFC 2868, 3.3 */
#define ASSIGNED 0xfffffffe
#define NEGOTIATED 0xffffffff

static const struct field *field_of(const struct layer *l, unsigned row)
{
	return &l->proto->fields[row];
}

static void say_octets(struct text *t, struct span s)
{
	text_hex_bytes(t, s.p, s.cap < SHOWN ? s.cap : SHOWN, 0);
	if (s.cap > SHOWN)
		text_put(t, "…");
}

/* What the client shall do about an address (RFC 2865, 5.8 and 5.14); NULL: it is one. */
static const char *address_word(const struct field *f, uint32_t v)
{
	if (!strcmp(f->name, "radius.Framed-IP-Address"))
		return v == NEGOTIATED ? "Negotiated" : v == ASSIGNED ? "Assigned" : NULL;
	if (!strcmp(f->name, "radius.Login-IP-Host"))
		return v == UINT32_MAX ? "User-selected" : v ? NULL : "NAS-selected";
	return NULL;
}

static void put_ip4(struct walk *w, struct cursor *c, const struct field *f, unsigned row,
		    struct text *t)
{
	uint32_t v = (uint32_t)put(w, c, row, 4);
	const char *word = address_word(f, v);

	if (word) {
		text_put(t, word);
		label_value(w, "%s", word);
	} else {
		text_ip4(t, v);
	}
}

static void put_integer(struct walk *w, struct cursor *c, const struct field *f, unsigned row,
			struct text *t)
{
	uint64_t v = put(w, c, row, c->left.wire);
	const char *word = word_for(f->words, v);

	if (f->words)
		text_format(t, "%s(%ju)", word ? word : "Unknown", (uintmax_t)v);
	else
		text_u64(t, v);
}

static void put_prefix(struct walk *w, struct cursor *c, unsigned row, struct text *t)
{
	struct cursor look = *c;
	uint8_t address[16] = {0};
	unsigned bits, i;

	u8(&look);
	bits = u8(&look);
	for (i = 0; i < sizeof address && look.left.cap; i++)
		address[i] = u8(&look);
	text_ip6(t, address);
	text_format(t, "/%u", bits);
	put(w, c, row, c->left.wire);
}

/* Whether the value's length suits its kind; an empty value suits but a few. */
static bool fits(enum kind kind, uint32_t len, struct text *t)
{
	if (kind == IPV4 && len != 4)
		text_put(t, "[wrong length for IP address]");
	else if (kind == IPV6 && len != 16)
		text_put(t, "[wrong length for IPv6 address]");
	else if (kind == ABSTIME && len != 4)
		text_put(t, "[wrong length for timestamp]");
	else if (kind_is_unsigned(kind) && (!len || len > 8))
		text_format(t, "[unhandled integer length(%u)]", len);
	else
		return true;
	return false;
}

static void put_chap(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t group = open_group(w, c, row, CHAP_OCTETS);

	if (group != NO_NODE) {
		w->r.nodes[group].p = c->left.p;
		w->r.nodes[group].size = c->left.cap;
	}
	put(w, c, row + 1, 1);
	put(w, c, row + 2, CHAP_OCTETS - 1);
	shut_group(w, group, NULL);
}

static void put_value_of(struct walk *w, struct layer *l, struct cursor *c,
			 const struct radius_attribute *a, struct text *t)
{
	const struct field *f = field_of(l, a->row);
	struct span s = c->left;

	if (!fits(f->kind, s.wire, t))
		return;
	if (a->how & RADIUS_CHAP && s.wire != CHAP_OCTETS) {
		text_put(t, "[wrong length for CHAP-Password]");
	} else if (a->how & RADIUS_CHAP) {
		put_chap(w, c, a->row);
		say_octets(t, s);
	} else if (a->how & RADIUS_PREFIX) {
		put_prefix(w, c, a->row, t);
	} else if (f->kind == IPV4) {
		put_ip4(w, c, f, a->row, t);
	} else if (kind_is_unsigned(f->kind)) {
		put_integer(w, c, f, a->row, t);
	} else {
		put(w, c, a->row, s.wire);
		if (f->kind == STRING)
			text_bytes(t, s.p, s.cap);
		else if (f->kind == IPV6 && s.cap == 16)
			text_ip6(t, s.p);
		else if (f->kind == ABSTIME)
			text_time(t, (int64_t)span_bits(s, 0, 32, false) * 1000000000, TIME_WORDS,
				  9, false);
		else
			say_octets(t, s);
	}
}

/* The tag, where there is one: of numbers always, of text when it can't be a character. */
static void put_tag(struct walk *w, struct layer *l, struct cursor *c,
		    const struct radius_attribute *a, struct text *t)
{
	struct cursor look = *c;
	unsigned tag = u8(&look);

	if (look.bad || (field_of(l, a->row)->kind == STRING && tag > LAST_TAG))
		return;
	text_format(t, " Tag=0x%02x", tag);
	put(w, c, a->row + 1u, 1);
}

static void name_group(struct walk *w, const struct radius_state *s, struct text *t)
{
	uint32_t before = w->last;

	w->last = (uint32_t)s->group;
	if (s->group != NO_NODE)
		label_whole(w, "%s", text_string(t));
	w->last = before;
}

void radius_attribute(struct walk *w, struct layer *l, struct cursor *c,
		      const struct radius_attribute *list, unsigned n, unsigned unknown)
{
	const struct radius_state *s = (const struct radius_state *)l->parent->state;
	const struct radius_attribute other = {.row = (uint16_t)unknown,
					       .name = "Unknown-Attribute"};
	const struct radius_attribute *a = &other;
	unsigned code = u8(c), len = u8(c);
	struct text t = {0};

	for (unsigned i = 0; i < n; i++)
		if (list[i].code == code)
			a = &list[i];
	text_format(&t, "%s: t=%s(%u) l=%u", (const char *)(uintptr_t)s->title, a->name, code, len);
	if (a->how & RADIUS_TAG)
		put_tag(w, l, c, a, &t);
	text_put(&t, " val=");
	if (a->how & RADIUS_SECRET) {
		text_put(&t, "Encrypted");
		put(w, c, a->row + (a->how & RADIUS_TAG ? 2u : 1u), c->left.wire);
	} else {
		put_value_of(w, l, c, a, &t);
	}
	name_group(w, s, &t);
	text_close(&t);
}
