/* SPDX-License-Identifier: BSD-2-Clause */
/* Which side of a conversation a frame comes from, for a replay by two interfaces. */
#include "craft/sides.h"
#include "core/arena.h"
#include "core/cursor.h"
#include <stdlib.h>

/* Two ends: hardware or IP addresses, and ports where there are any. */
struct end {
	uint8_t address[16];
	uint16_t port;
};

/* Which conversation a frame belongs to, and what it says of its sides. */
struct talk {
	struct end from, to;
	uint8_t protocol; /* of IP; 255: below IP */
	bool opens;       /* a SYN: who sent it is the client */
	bool answers;     /* SYN, ACK or a reply: whom it goes to is */
	bool to_many;
	bool by_host; /* ARP: its sender's side counts, where that is known */
};

/* What is remembered of a conversation: its ends in order, and which of them is the client. */
struct memory {
	struct end low, high;
	uint8_t protocol;
	bool used, low_is_client;
};

/* A host on the link, and the side that it was last seen on. */
struct host {
	uint8_t mac[6];
	bool used, is_server;
};

/* Conversations and hosts that are remembered; a newer one takes an older one's place. */
enum { MEMORIES = 1 << 16, HOSTS = 1 << 12 };

struct sides {
	struct memory *memories; /* owned */
	struct host hosts[HOSTS];
};

struct sides *sides_open(void)
{
	struct sides *s = need_zero(1, sizeof *s);

	s->memories = need_zero(MEMORIES, sizeof *s->memories);
	return s;
}

void sides_close(struct sides *s)
{
	if (!s)
		return;
	free(s->memories);
	free(s);
}

/* FNV-1a (draft-eastlake-fnv). */
static uint32_t hash(uint32_t h, const uint8_t *p, uint32_t n)
{
	while (n--)
		h = (h ^ *p++) * 16777619;
	return h;
}

#define HASH_BEGIN UINT32_C(2166136261)

/* --- reading a frame --- */

static void read_address(struct cursor *c, struct end *e, uint32_t n)
{
	const uint8_t *p = cursor_pull(c, n);

	*e = (struct end){0};
	if (p)
		memcpy(e->address, p, n);
}

static void read_ports(struct cursor *c, struct talk *t)
{
	if (t->protocol == 1)
		t->answers = c->left.cap && u8(c) == 0; /* echo reply */
	if (t->protocol == 58) {
		uint8_t type = u8(c);

		t->answers = type == 129 || type == 136; /* ... and neighbour advertisement */
	}
	if (t->protocol != 6 && t->protocol != 17 && t->protocol != 132 && t->protocol != 33)
		return;
	t->from.port = u16(c);
	t->to.port = u16(c);
	if (t->protocol != 6)
		return;
	cursor_pull(c, 9);
	switch (u8(c) & 0x12) {
	case 0x02:
		t->opens = true;
		break;
	case 0x12:
		t->answers = true;
		break;
	}
}

/* Fragments belong together by their addresses alone: none of them has ports here. */
static void read_ipv4(struct cursor *c, struct talk *t)
{
	uint32_t header = (u8(c) & 15u) * 4;
	uint16_t fragment;

	cursor_pull(c, 5);
	fragment = u16(c);
	u8(c);
	t->protocol = u8(c);
	u16(c);
	read_address(c, &t->from, 4);
	read_address(c, &t->to, 4);
	t->to_many = t->to_many || t->to.address[0] >= 224;
	if (header > 20)
		cursor_pull(c, header - 20);
	if (!(fragment & 0x3fff))
		read_ports(c, t);
}

static void read_ipv6(struct cursor *c, struct talk *t)
{
	cursor_pull(c, 6);
	t->protocol = u8(c);
	u8(c);
	read_address(c, &t->from, 16);
	read_address(c, &t->to, 16);
	t->to_many = t->to_many || t->to.address[0] == 0xff;
	while (!c->bad && (t->protocol == 0 || t->protocol == 43 || t->protocol == 60)) {
		t->protocol = u8(c);
		cursor_pull(c, u8(c) * 8u + 6);
	}
	read_ports(c, t);
}

static void read_ip(struct cursor *c, struct talk *t)
{
	if (c->left.cap && *c->left.p >> 4 == 4)
		read_ipv4(c, t);
	else if (c->left.cap && *c->left.p >> 4 == 6)
		read_ipv6(c, t);
}

/* Ends are IP addresses: the question goes to all hosts. */
static void read_arp(struct cursor *c, struct talk *t)
{
	t->by_host = true;
	cursor_pull(c, 6);
	t->answers = u16(c) == 2;
	t->to_many = t->to_many && t->answers;
	cursor_pull(c, 6);
	read_address(c, &t->from, 4);
	cursor_pull(c, 6);
	read_address(c, &t->to, 4);
}

static void read_ethernet(struct cursor *c, struct talk *t)
{
	uint16_t type;

	t->to_many = c->left.cap && (*c->left.p & 1);
	read_address(c, &t->to, 6);
	read_address(c, &t->from, 6);
	type = u16(c);
	while (type == 0x8100 || type == 0x88a8 || type == 0x9100) {
		u16(c);
		type = u16(c);
	}
	if (type == 0x0806)
		read_arp(c, t);
	else if (type == 0x0800 || type == 0x86dd)
		read_ip(c, t);
}

/* --- remembering --- */

static bool is_high(const struct talk *t)
{
	int order = memcmp(t->from.address, t->to.address, sizeof t->from.address);

	return order ? order > 0 : t->from.port > t->to.port;
}

static bool is_same(const struct end *a, const struct end *b)
{
	return a->port == b->port && !memcmp(a->address, b->address, sizeof a->address);
}

static uint32_t hash_end(uint32_t h, const struct end *e)
{
	const uint8_t port[] = {(uint8_t)(e->port >> 8), (uint8_t)e->port};

	return hash(hash(h, e->address, sizeof e->address), port, sizeof port);
}

static enum side side_in_talk(struct sides *s, const struct talk *t)
{
	bool high = is_high(t);
	const struct end *lower = high ? &t->to : &t->from, *upper = high ? &t->from : &t->to;
	uint32_t h = hash_end(hash_end(HASH_BEGIN ^ t->protocol, lower), upper);
	struct memory *m = &s->memories[(h ^ h >> 16) % MEMORIES];
	bool known = m->used && m->protocol == t->protocol && is_same(&m->low, lower) &&
		     is_same(&m->high, upper);

	if (!known || t->opens || t->answers)
		*m = (struct memory){*lower, *upper, t->protocol, true, high == t->answers};
	return m->low_is_client == !high ? SIDE_CLIENT : SIDE_SERVER;
}

static struct host *host_of(struct sides *s, const uint8_t *mac)
{
	uint32_t h = hash(HASH_BEGIN, mac, 6);

	return &s->hosts[(h ^ h >> 16) % HOSTS];
}

enum side sides_of(struct sides *s, const struct frame *f)
{
	struct cursor c = {.left = {f->bytes, f->cap_len, f->wire_len}};
	struct talk t = {.protocol = 255};
	static const uint8_t nobody[6];
	const uint8_t *mac = f->link == 1 && f->cap_len >= 12 ? f->bytes + 6 : nobody;
	struct host *host = host_of(s, mac);
	bool known = host->used && !memcmp(host->mac, mac, 6);
	enum side side;

	if (f->link == 1)
		read_ethernet(&c, &t);
	else
		read_ip(&c, &t);
	if (t.to_many || (t.by_host && known))
		return known && host->is_server ? SIDE_SERVER : SIDE_CLIENT;
	side = side_in_talk(s, &t);
	*host = (struct host){.used = true, .is_server = side == SIDE_SERVER};
	memcpy(host->mac, mac, 6);
	return side;
}
