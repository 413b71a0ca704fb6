/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCPv6: names of domains, and what may be wrong with them. */
/* RFC 8415, 10; RFC 1035, 3.1; RFC 4704, 4.2 (partial names). */
#include "shared/dhcpv6.h"

#define LONGEST_LABEL 63
#define LONGEST_NAME 255

struct dhcpv6 *dhcpv6_of(const struct layer *l)
{
	while (!l->state)
		l = l->parent;
	return (struct dhcpv6 *)(uintptr_t)((const struct dhcpv6_state *)l->state)->message;
}

void dhcpv6_say(struct walk *w, struct dhcpv6 *m, const char *what, const char *words)
{
	struct text t = {0};

	if (!w->summary)
		return;
	text_put(&t, m->says);
	text_put(&t, what);
	text_put(&t, words);
	text_char(&t, ' ');
	m->says = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
}

/* A name as it is read. */
struct name {
	char words[2 * LONGEST_NAME]; /* its labels with dots between them */
	uint32_t len;                 /* octets of `words` */
	uint32_t at;                  /* where it begins */
	uint32_t labels;              /* how many there are */
	struct span first;            /* what stands behind its first length */
};

enum {
	EMPTY,
	BOGUS,
	BEYOND,
	PORTION,
	LONG,
	ROOT,
	TLD,
	PARTIAL,
	WORDS_ROW,
	BOGUS_NOTE,
	BEYOND_NOTE,
	LONG_NOTE,
	ROOT_NOTE,
	TLD_NOTE,
	PARTIAL_NOTE
};

/* A line of its own under what is wrong, with the note. */
static void complain(struct walk *w, uint32_t group, const struct cursor *c, unsigned rows,
		     unsigned note)
{
	static const char *const says[] = {[BEYOND_NOTE] = "[DOMAIN FIELD LEN EXCEEDED]",
					   [LONG_NOTE] = "[FQDN > 255]",
					   [ROOT_NOTE] = "[ROOT-ONLY DOMAIN NAME]",
					   [PARTIAL_NOTE] = "[PROTOCOL VIOLATION]"};
	uint32_t line = open_group(w, c, rows + WORDS_ROW, 0);

	if (says[note])
		dhcpv6_say(w, dhcpv6_of(w->now), says[note], "");

	label_whole(w, "%s", w->now->proto->fields[rows + note].label);
	expert(w, rows + note, NULL);
	shut_group(w, line, NULL);
	shut_group(w, group, NULL);
}

static void put_portion(struct walk *w, const struct name *n, unsigned rows, const char *words)
{
	const char *copy;

	if (!n->len)
		return;
	copy = arena_copy(&w->arena, n->words, n->len);
	put_string(w, rows + PORTION, n->at, n->len, copy);
	label_whole(w, "%s [%s]\n", words, copy);
}

static void bogus_label(struct walk *w, struct cursor *c, const struct name *n, unsigned rows,
			unsigned len)
{
	uint32_t group;

	put_value(w, rows + BOGUS, c->at, 1, len);
	label_whole(w,
		    "Label Length: %u\nThis is not a DNS record encoded domain name. The value "
		    "in the first octet of\na label is the length of the name that follows and "
		    "must be 63 octets or less.\nHowever, in this case it is %u which typically "
		    "means the name is not DNS encoded.",
		    len, len);
	group = w->last;
	w->depth++;
	put_portion(w, n, rows, "The decoded portion of this FQDN to this point is");
	complain(w, group, c, rows, BOGUS_NOTE);
	cursor_take(c, c->left.wire);
}

static void label_beyond(struct walk *w, struct cursor *c, const struct name *n, unsigned rows,
			 unsigned len)
{
	uint32_t group;

	put_value(w, rows + BEYOND, c->at, 1, len);
	label_whole(w,
		    "ERROR: The length of this name, %u, exceeds the remaining length, %u, in "
		    "the\ndomain name field.\n",
		    len, c->left.wire - 1);
	group = w->last;
	w->depth++;
	put_portion(w, n, rows, "The successfully decoded portion of this FQDN:");
	complain(w, group, c, rows, BEYOND_NOTE);
	cursor_take(c, c->left.wire);
}

static void too_long(struct walk *w, struct cursor *c, const struct name *n, unsigned rows)
{
	uint32_t group;

	put_value(w, rows + LONG, n->at, n->len, n->len + 1);
	label_whole(w, "FQDN: %.*s", (int)n->len, n->words);
	group = w->last;
	w->depth++;
	complain(w, group, c, rows, LONG_NOTE);
	cursor_take(c, c->left.wire);
}

/* A name that ends: with its root alone, one label, or more.  An octet 0 in it ends its words. */
static void put_whole(struct walk *w, struct cursor *c, struct name *n, unsigned row, unsigned rows)
{
	const char *words;
	uint32_t group;

	n->words[n->len++] = '.';
	words = n->labels ? arena_copy(&w->arena, n->words, n->len) : "['.' (0)]";
	put_string(w,
		   n->labels > 1 ? row
		   : n->labels   ? rows + TLD
				 : rows + ROOT,
		   n->at, c->at - n->at, words);
	if (n->labels > 1)
		return;
	label_whole(w, n->labels ? "Top Level Domain name (TLD): %s" : "Root only domain name: %s",
		    words);
	group = w->last;
	w->depth++;
	complain(w, group, c, rows, n->labels ? TLD_NOTE : ROOT_NOTE);
}

/* A name without an end: fine (RFC 4704, 4.2) where it stands alone. */
static void put_partial(struct walk *w, struct cursor *c, const struct name *n, unsigned row,
			unsigned rows, bool alone)
{
	const char *words = arena_copy(&w->arena, n->words, n->len);
	uint32_t group;

	put_string(w, alone ? row : rows + PARTIAL, n->at, n->len, words);
	if (alone && n->labels > 1) {
		label_whole(w, "Multi-part partially qualified Domain Name: %s", words);
		return;
	}
	if (alone) {
		label_whole(w, "Partial domain name: %s", words);
		return;
	}
	label_whole(w,
		    "Partial name: %s\nERROR: A single or multi-part partial name must be the "
		    "only name in the domain field",
		    words);
	group = w->last;
	w->depth++;
	complain(w, group, c, rows, PARTIAL_NOTE);
}

/* Takes the next label; the last one of a name without an end is, oddly, the first again. */
static void add_label(struct name *n, struct cursor *c, unsigned len)
{
	struct span label;

	u8(c);
	if (!n->labels)
		n->first = c->left;
	label = cursor_take(c, len);
	if (!c->left.wire)
		label = span_first(n->first, len);
	else if (n->labels)
		n->words[n->len++] = '.';
	if (label.cap < len || n->len + len > LONGEST_NAME + LONGEST_LABEL)
		label.cap = 0;
	memcpy(n->words + n->len, label.p, label.cap);
	n->len += label.cap;
	n->labels++;
}

/* Reads one name; false: something is so wrong with it that nothing follows. */
static bool put_name(struct walk *w, struct cursor *c, unsigned row, unsigned rows, bool alone)
{
	struct name n = {.at = c->at};

	while (c->left.wire) {
		struct cursor peek = *c;
		unsigned len = u8(&peek);

		if (peek.bad)
			return *c = peek, false;
		if (!len) {
			*c = peek;
			if (c->at - n.at <= LONGEST_NAME)
				put_whole(w, c, &n, row, rows);
			return n.labels && c->at - n.at <= LONGEST_NAME;
		}
		if (len > LONGEST_LABEL)
			return bogus_label(w, c, &n, rows, len), false;
		if (len > peek.left.wire)
			return label_beyond(w, c, &n, rows, len), false;
		if (len > peek.left.cap)
			return cursor_pull(c, 1 + len), false;
		add_label(&n, c, len);
		if (n.len > LONGEST_NAME)
			return too_long(w, c, &n, rows), false;
	}
	put_partial(w, c, &n, row, rows, alone);
	return false;
}

void dhcpv6_names(struct walk *w, struct cursor *c, unsigned row, unsigned rows)
{
	bool alone = true;

	if (!c->left.wire && !c->bad) {
		put_value(w, rows + EMPTY, c->at, 0, 0);
		label_whole(w, "Empty domain field: the client requests the server to provide a "
			       "domain name");
		return;
	}
	while (c->left.wire && !c->bad && put_name(w, c, row, rows, alone))
		alone = false;
}

/* --- options --- */

#define DEEPEST 32 /* options inside options that are read */

void dhcpv6_malformed(struct walk *w, const struct dhcpv6_option *o, const char *name)
{
	uint32_t last = w->last;

	w->last = o->group;
	expert(w, o->in->family->malformed, "%s: malformed option", name);
	w->last = last;
}

void dhcpv6_body(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_family *family)
{
	const struct dhcpv6_body *b = family->list, *end = b + family->n;

	while (b < end && b->code != o->code)
		b++;
	if (b == end)
		return;
	o->in->family = family;
	if (o->len < b->min || o->len > b->max)
		dhcpv6_malformed(w, o, b->name);
	else
		b->read(w, c, o, b);
}

void dhcpv6_inner(struct walk *w, struct cursor *c, const struct dhcpv6_option *o)
{
	if (c->bad || !c->left.wire || o->in->depth >= DEEPEST)
		return;
	o->in->depth++;
	*c = walk_part(w, also_by(w->now, 0, DHCPV6_OPTIONS), *c);
	o->in->depth--;
}

void dhcpv6_one(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		const struct dhcpv6_body *b)
{
	put(w, c, b->row, o->len);
}

void dhcpv6_container(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		      const struct dhcpv6_body *b)
{
	(void)b;
	dhcpv6_inner(w, c, o);
}

/* What stands behind an octet 0 is stray; an octet that isn't ASCII is shown as three. */
void dhcpv6_text(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_body *b)
{
	struct cursor each = *c;
	uint32_t len = c->left.cap, words = 0, octet;

	put(w, c, b->row, c->left.wire);
	while ((octet = u8(&each)))
		words += octet < 0x80 ? 1 : 3;
	if (!each.bad && each.left.cap && words + 1 < len)
		expert(w, o->in->family->stray, NULL);
}
