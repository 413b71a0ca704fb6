/* SPDX-License-Identifier: BSD-2-Clause */
/* rsh and rexec: what is remembered of a connection, and how its packets are read. */
#include "flow/remote.h"
#include "core/ascii.h"
#include "flow/conv.h"

/* Octets of each string at most, with the NUL behind it. */
enum { MOST_PORT = 5, MOST_NAME = 16, MOST_COMMAND = 256 };

struct remote {
	uint8_t next;         /* the row of the string that comes next; 0: none does */
	char name[MOST_NAME]; /* the one that is told */
};

static struct remote *remote_of(struct walk *w, const struct layer *l)
{
	static const char table_key;
	const struct layer *tcp = layer_up(l, "tcp");
	bool from_a;

	return conv_own(conv_get(w, &table_key, (uint16_t)VALUE_OF(tcp, tcp->proto->sport),
				 (uint16_t)VALUE_OF(tcp, tcp->proto->dport), sizeof(struct remote),
				 &from_a));
}

enum { FRESH, OVER = UINT8_MAX };

/* Whether the n octets before a NUL are printable, or digits. */
static bool all_are(struct cursor c, uint32_t n, uint8_t first, uint8_t last)
{
	while (n--) {
		uint8_t octet = u8(&c);

		if (octet < first || octet > last)
			return false;
	}
	return true;
}

/* Whether the string of n octets and a NUL can be what that row stands for. */
static bool may_be(const struct cursor *c, unsigned row, uint32_t n)
{
	switch (row) {
	case REMOTE_PORT:
		return n < MOST_PORT && all_are(*c, n, '0', '9');
	case REMOTE_NAME:
	case REMOTE_SECOND:
		return n && n < MOST_NAME && all_are(*c, n, ' ', '~');
	default:
		return n && n < MOST_COMMAND && all_are(*c, n, ' ', '~');
	}
}

/* The strings of one packet; false: one of them isn't what it should be. */
static bool put_strings(struct walk *w, struct cursor *c, struct remote *r, unsigned named)
{
	unsigned row = r->next ? r->next : REMOTE_PORT;

	for (; c->left.cap && row <= REMOTE_COMMAND; row++) {
		uint32_t n = span_find(c->left, 0);
		bool fits = n != NOT_FOUND && may_be(c, row, n);

		if (!fits && row != REMOTE_SECOND)
			return false;
		if (fits && row == named && n < MOST_NAME) {
			struct cursor name = *c;

			memcpy(r->name, cursor_pull(&name, n), n);
			r->name[n] = '\0';
		}
		if (fits)
			put(w, c, row, n + 1);
		else
			cursor_take(c, n + 1);
		r->next = row < REMOTE_COMMAND ? (uint8_t)(row + 1) : REMOTE_COMMAND;
	}
	cursor_take(c, c->left.wire);
	return true;
}

/* Whether the packet is but strings. */
static bool ends_well(const struct cursor *c)
{
	return c->left.wire == c->left.cap && span_octet(c->left, c->left.cap - 1) == 0;
}

void remote_rest(struct walk *w, struct layer *l, struct cursor *c, unsigned port, unsigned named)
{
	struct remote_state *s = (struct remote_state *)l->state;
	const struct layer *tcp = layer_up(l, "tcp");
	struct remote *r = remote_of(w, l);
	struct cursor whole = *c;
	bool request = VALUE_OF(tcp, tcp->proto->dport) == port;

	s->what = request ? REMOTE_SENT : REMOTE_ANSWERED;
	if (*r->name)
		s->known = (uint64_t)(uintptr_t)arena_copy(&w->arena, r->name, strlen(r->name));
	if (request && r->next != OVER && ends_well(c)) {
		bool alone = span_find(c->left, 0) == c->left.cap - 1;

		if (put_strings(w, c, r, named)) {
			s->what = REMOTE_COMMAND;
			return;
		}
		if (alone && r->next == FRESH) {
			r->next = OVER;
			s->what = 0;
			cursor_take(c, c->left.wire);
			return;
		}
	}
	r->next = OVER;
	put(w, &whole, (unsigned)s->what, whole.left.wire);
	*c = whole;
}

void remote_info(struct text *t, const struct layer *l, const char *before)
{
	const struct remote_state *s = (const struct remote_state *)l->state;

	if (s->what == REMOTE_COMMAND) {
		text_put(t, "Session Establishment");
		return;
	}
	if (s->what && s->known)
		text_format(t, "%s:%s ", before, (const char *)(uintptr_t)s->known);
	if (s->what == REMOTE_SENT)
		text_put(t, "Client -> Server data");
	else if (s->what == REMOTE_ANSWERED)
		text_put(t, "Server -> Client Data");
}
