/* SPDX-License-Identifier: BSD-2-Clause */
/* Addresses that packets get from the way they are to go. */
/* RFC 1112, 6.4 and RFC 2464, 7 (hardware addresses of groups). */
#include "craft/way.h"
#include "core/span.h"
#include "core/text.h"
#include <string.h>

/* --- a part's addresses --- */

/* The part of the packet with addresses of so many octets, the outermost one; -1: none has. */
static int part_with(const struct packet *k, unsigned octets)
{
	for (unsigned i = 0; i < k->n_parts; i++) {
		const struct proto *p = k->parts[i].proto;

		if (p && p->dst && kind_size(p->fields[p->dst].kind) == octets)
			return (int)i;
	}
	return -1;
}

static uint8_t *octets_of(struct packet *k, unsigned part, unsigned row)
{
	const struct brick *b = &k->parts[part];

	return k->p + b->at + b->proto->fields[row].at / 8;
}

static void put_unless_set(struct packet *k, unsigned part, unsigned row, const uint8_t *p,
			   unsigned n)
{
	if (!k->parts[part].forced[row])
		memcpy(octets_of(k, part, row), p, n);
}

/* --- the way --- */

static bool look_up(struct way *w, const uint8_t *address, unsigned n, struct fault *fault)
{
	struct text t = {0};

	if (w->last_n == n && !memcmp(w->last, address, n))
		return true;
	w->last_n = 0;
	w->has_mac = false;
	if (!route_to(address, n, wire_about(w->wire)->index, &w->route)) {
		text_address(&t, address, n);
		fault_set(fault, "there is no route to %s", text_string(&t));
		text_close(&t);
		return false;
	}
	memcpy(w->last, address, n);
	w->last_n = n;
	return true;
}

/* The hardware address of a group, or of all; false: it is one host's. */
static bool group_mac(const uint8_t *address, unsigned n, uint8_t mac[6])
{
	static const uint8_t all[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};

	if (n == 4 && !memcmp(address, all, 4)) {
		memcpy(mac, all, 6);
		return true;
	}
	if (n == 4 && *address >> 4 == 0xe) {
		const uint8_t group[6] = {1, 0, 0x5e, address[1] & 0x7f, address[2], address[3]};

		memcpy(mac, group, 6);
		return true;
	}
	if (n == 16 && *address == 0xff) {
		mac[0] = mac[1] = 0x33;
		memcpy(mac + 2, address + 12, 4);
		return true;
	}
	return false;
}

static bool next_hop(struct way *w, const uint8_t *address, unsigned n, struct fault *fault)
{
	struct text t = {0};

	if (w->has_mac)
		return true;
	w->has_mac = group_mac(address, n, w->mac) ||
		     neighbour_of(w->route.hop, n, wire_about(w->wire)->index, w->mac) ||
		     (w->resolve && w->resolve(w->arg, w->route.hop, n, w->mac));
	if (w->has_mac)
		return true;
	text_address(&t, w->route.hop, n);
	fault_set(fault, "%s: %s doesn't say what its hardware address is: set eth dst=...",
		  wire_about(w->wire)->name, text_string(&t));
	text_close(&t);
	return false;
}

/* --- ARP, whose addresses are fields like others --- */

static unsigned row_named(const struct proto *p, const char *name)
{
	for (unsigned r = 1; r < p->n_fields; r++)
		if (!strcmp(p->fields[r].name, name))
			return r;
	return 0;
}

/* RFC 826: octets 8 to 13 are the sender's hardware address, 14 to 17 its IPv4 address. */
static void complete_arp(struct way *w, struct packet *k, unsigned part)
{
	struct brick *b = &k->parts[part];
	uint8_t *p = k->p + b->at;
	struct fault ignored;

	if (b->header < 28)
		return;
	if (!b->forced[row_named(b->proto, "arp.src.hw_mac")])
		memcpy(p + 8, wire_about(w->wire)->mac, 6);
	if (!b->forced[row_named(b->proto, "arp.src.proto_ipv4")] &&
	    look_up(w, p + 24, 4, &ignored))
		memcpy(p + 14, w->route.src, 4);
}

/* --- the whole --- */

static bool complete_ip(struct way *w, struct packet *k, unsigned ip, struct fault *fault)
{
	const struct proto *p = k->parts[ip].proto;
	unsigned n = kind_size(p->fields[p->dst].kind);

	if (!look_up(w, octets_of(k, ip, p->dst), n, fault))
		return false;
	if (w->route.has_src)
		put_unless_set(k, ip, p->src, w->route.src, n);
	return true;
}

static bool complete_frame(struct way *w, struct packet *k, int ip, struct fault *fault)
{
	static const uint8_t all[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	const struct proto *eth = k->parts[0].proto, *p;

	put_unless_set(k, 0, eth->src, wire_about(w->wire)->mac, 6);
	if (k->parts[0].forced[eth->dst])
		return true;
	if (ip < 0) {
		put_unless_set(k, 0, eth->dst, all, 6);
		return true;
	}
	p = k->parts[ip].proto;
	if (!w->route.local && !next_hop(w, octets_of(k, (unsigned)ip, p->dst),
					 kind_size(p->fields[p->dst].kind), fault))
		return false;
	put_unless_set(k, 0, eth->dst, w->mac, 6);
	return true;
}

bool way_complete(void *way, struct packet *k, struct fault *fault)
{
	struct way *w = way;
	const struct proto *first = k->parts[0].proto;
	bool framed = first && first->dst && first->fields[first->dst].kind == ETHER;
	int ip4 = part_with(k, 4), ip6 = part_with(k, 16);
	int ip = ip4 < 0 || (ip6 >= 0 && ip6 < ip4) ? ip6 : ip4;

	if (ip >= 0 && !complete_ip(w, k, (unsigned)ip, fault))
		return false;
	for (unsigned i = 0; i < k->n_parts; i++)
		if (k->parts[i].proto && !strcmp(k->parts[i].proto->fields[0].name, "arp"))
			complete_arp(w, k, i);
	return !framed || complete_frame(w, k, ip, fault);
}

bool goes_to_many(const struct packet *k)
{
	int ip4 = part_with(k, 4), ip6 = part_with(k, 16), eth = part_with(k, 6);
	const struct brick *b = eth >= 0 ? &k->parts[eth] : NULL;

	if (b && k->p[b->at + b->proto->fields[b->proto->dst].at / 8] & 1)
		return true;
	b = ip4 >= 0 ? &k->parts[ip4] : NULL;
	if (b && k->p[b->at + b->proto->fields[b->proto->dst].at / 8] >= 0xe0)
		return true;
	b = ip6 >= 0 ? &k->parts[ip6] : NULL;
	return b && k->p[b->at + b->proto->fields[b->proto->dst].at / 8] == 0xff;
}
