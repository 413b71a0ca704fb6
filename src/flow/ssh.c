/* SPDX-License-Identifier: BSD-2-Clause */
/* SSH: where messages end, and what was agreed on. */
/* RFC 4253, 4.2, 6 and 7.1; SSH 1: draft-ylonen-ssh-protocol-00. */
#include "flow/ssh.h"
#include "core/ascii.h"
#include "flow/conv.h"
#include <stdlib.h>

enum { KEX_INIT = 20, NEW_KEYS };

static void drop_lists(struct ssh_end *e)
{
	for (unsigned i = 0; i < SSH_LISTS; i++)
		free(e->lists[i]);
	memset(e->lists, 0, sizeof e->lists);
}

static void drop(void *own)
{
	struct ssh_connection *c = own;

	drop_lists(&c->end[0]);
	drop_lists(&c->end[1]);
}

static const struct layer *carrier(const struct layer *l)
{
	const struct layer *up = l->parent;

	while (up && !up->proto->sport)
		up = up->parent;
	return up;
}

struct ssh_connection *ssh_connection_of(struct walk *w, const struct layer *l)
{
	static const char table_key;
	const struct layer *up = carrier(l);
	struct conv *c;
	bool from_a;

	if (!up)
		return NULL;
	c = conv_get(w, &table_key, (uint16_t)VALUE_OF(up, up->proto->sport),
		     (uint16_t)VALUE_OF(up, up->proto->dport), sizeof(struct ssh_connection),
		     &from_a);
	c->drop_own = drop;
	return conv_own(c);
}

/* Of two ports that are SSH's the lower one is the server's. */
bool ssh_from_server(const struct layer *l)
{
	const struct layer *up = carrier(l);
	uint64_t from = up ? VALUE_OF(up, up->proto->sport) : 0;
	uint64_t to = up ? VALUE_OF(up, up->proto->dport) : 0;
	uint64_t low = from < to ? from : to, high = from < to ? to : from;

	return to != (low == 22 || low == 29418 ? low : high);
}

/* --- where messages end --- */

static uint32_t line_len(struct span s)
{
	struct line line = span_line(s);

	return line.ended ? line.len : PDU_MORE;
}

/* A length and what follows it; as much is never waited for as would be beyond all reason. */
static uint32_t counted(struct span s, uint32_t beside)
{
	uint64_t len;

	if (s.cap < 4)
		return PDU_MORE;
	len = span_bits(s, 0, 32, false) + 4 + beside;
	return len > INT32_MAX ? INT32_MAX : (uint32_t)len;
}

uint32_t ssh_step(struct ssh_progress *p, bool server, uint64_t frame, struct span s)
{
	struct ssh_place *end = &p->end[server];
	uint32_t len;

	if ((!end->greeted || end->greeted == frame) && span_begins(s, "SSH-")) {
		len = line_len(s);
		if (len <= s.wire)
			ssh_greet(p, server, frame, s);
		return len;
	}
	if (p->version == 1)
		return counted(s, 8 - (uint32_t)span_bits(s, 0, 32, false) % 8);
	if (p->version != 2 || (end->started && end->keyed))
		return s.wire;
	len = counted(s, 0);
	if (len > s.wire)
		return len;
	if (len < span_bits(s, 32, 8, false) + 6) /* nothing is read behind it */
		return s.wire;
	if (span_octet(s, 5) == KEX_INIT && !end->started)
		end->started = frame;
	else if (span_octet(s, 5) == NEW_KEYS)
		end->keyed = true;
	return len;
}

uint32_t ssh_extent(struct walk *w, const struct layer *l)
{
	struct ssh_connection *c = ssh_connection_of(w, l);
	bool server = ssh_from_server(l);
	uint64_t frame = w->r.frame->number;
	struct span s = l->bytes;
	uint32_t len = s.wire;

	if (!c)
		return len;
	if (c->frame != frame)
		c->ahead = c->now;
	else if (c->from == s.p)
		c->ahead = c->before;
	c->frame = frame;
	c->from = s.p;
	c->before = c->ahead;
	while (s.wire) {
		len = ssh_step(&c->ahead, server, frame, s);
		if (len > s.wire || !len)
			break;
		s = span_skip(s, len);
	}
	return s.wire == l->bytes.wire ? len : l->bytes.wire - s.wire;
}

void ssh_greet(struct ssh_progress *p, bool server, uint64_t frame, struct span line)
{
	p->end[server].greeted = frame;
	if (server)
		return;
	if (span_begins(line, "SSH-2.") || span_begins(line, "SSH-1.99-"))
		p->version = 2;
	else if (span_begins(line, "SSH-1."))
		p->version = 1;
}

/* --- what is agreed on --- */

static bool lists_name(const char *list, const char *name, size_t len)
{
	while (*list) {
		size_t n = strcspn(list, ",");

		if (n == len && !memcmp(list, name, n))
			return true;
		list += n + (list[n] == ',');
	}
	return false;
}

/* The client's first choice that the server has, too (RFC 4253, 7.1). */
static void choose(char *to, const char *client, const char *server)
{
	if (*to)
		return;
	while (*client) {
		size_t n = strcspn(client, ",");

		if (n && n < SSH_NAME && lists_name(server, client, n)) {
			memcpy(to, client, n);
			to[n] = '\0';
			return;
		}
		client += n + (client[n] == ',');
	}
}

void ssh_set_lists(struct ssh_connection *c, bool server, const struct span *lists)
{
	struct conv *conv = (struct conv *)(void *)c - 1;
	struct ssh_end *e = &c->end[server];
	const struct ssh_end *other = &c->end[!server];
	size_t all = 0;

	if (e->lists[0])
		return;
	for (unsigned i = 0; i < SSH_LISTS; i++) {
		e->lists[i] = strndup((const char *)lists[i].p, lists[i].cap);
		all += lists[i].cap + 1;
		if (!e->lists[i]) {
			drop_lists(e);
			return;
		}
	}
	conv_charge(conv, all);
	if (other->lists[0])
		choose(c->kex, c->end[0].lists[SSH_KEX], c->end[1].lists[SSH_KEX]);
}

void ssh_settle(struct ssh_connection *c)
{
	char **client = c->end[0].lists, **server = c->end[1].lists;

	if (!client[0] || !server[0])
		return;
	for (unsigned i = 0; i < 2; i++) {
		struct ssh_end *e = &c->end[i];

		choose(e->enc, client[SSH_ENC_TO_SERVER + i], server[SSH_ENC_TO_SERVER + i]);
		choose(e->mac, client[SSH_MAC_TO_SERVER + i], server[SSH_MAC_TO_SERVER + i]);
		choose(e->comp, client[SSH_COMP_TO_SERVER + i], server[SSH_COMP_TO_SERVER + i]);
	}
}

uint32_t ssh_number(struct ssh_end *e, enum ssh_numbered which, bool early)
{
	uint32_t *n = &e->number[which];

	if (!*n) {
		*n = e->next++;
		*n += early;
	}
	return *n;
}

uint32_t ssh_mac_len(const char *mac, bool *plain_length)
{
	static const struct {
		const char *name;
		uint8_t len;
	} macs[] = {
		{"hmac-md5", 16},       {"hmac-md5-96", 12},   {"hmac-sha1", 20},
		{"hmac-sha1-96", 12},   {"hmac-sha2-256", 32}, {"hmac-sha2-512", 64},
		{"hmac-ripemd160", 20}, {"umac-64", 8},        {"umac-128", 16},
	};
	size_t n = strcspn(mac, "@");

	*plain_length = n > 4 && !strncmp(mac + n - 4, "-etm", 4);
	if (*plain_length)
		n -= 4;
	for (unsigned i = 0; i < COUNT(macs); i++)
		if (strlen(macs[i].name) == n && !memcmp(macs[i].name, mac, n))
			return macs[i].len;
	return 0;
}

enum ssh_cover ssh_cover(const char *enc)
{
	static const char *const blocks[] = {"aes128-ctr", "aes192-ctr", "aes256-ctr",
					     "aes128-cbc", "aes192-cbc", "aes256-cbc"};

	if (!strcmp(enc, "chacha20-poly1305@openssh.com"))
		return SSH_STREAM;
	for (unsigned i = 0; i < COUNT(blocks); i++)
		if (!strcmp(enc, blocks[i]))
			return SSH_BLOCKS;
	return SSH_SHOWN;
}

bool ssh_authenticates(const char *enc)
{
	return !strcmp(enc, "chacha20-poly1305@openssh.com") ||
	       !strcmp(enc, "aes128-gcm@openssh.com") || !strcmp(enc, "aes256-gcm@openssh.com");
}

void ssh_say(struct walk *w, const struct ssh_state *s, const char *words)
{
	struct text *said = (struct text *)(uintptr_t)s->said;

	if (!w->summary)
		return;
	if (said->len)
		text_put(said, ", ");
	text_put(said, words);
}
