/* SPDX-License-Identifier: BSD-2-Clause */
/* Asking a link who has an address: the kernel tells just what it needed to know itself. */
#include "cli/send_resolve.h"
#include "capture/live.h"
#include "core/record.h"
#include "craft/craft.h"
#include "craft/way.h"

#define TRIES 3
#define LOOKS 50 /* a try's, of 20 milliseconds */

/* The question as a specification, from that hardware address. */
static void put_question(struct text *t, const uint8_t *address, unsigned n, const uint8_t mac[6])
{
	const uint8_t *last = address + n - 3;

	if (n == 4)
		text_put(t, "eth dst=broadcast / arp pdst=");
	else
		text_format(
			t,
			"eth dst=33:33:ff:%02x:%02x:%02x / ip6 hlim=255 dst=ff02::1:ff%02x:%02x%02x"
			" / icmp6 nd.ns.target_address=",
			last[0], last[1], last[2], last[0], last[1], last[2]);
	text_address(t, address, n);
	if (n == 4)
		return;
	text_put(t, " / 0x0101"); /* the source's link-layer address: RFC 4861, 4.6.1 */
	text_hex_bytes(t, mac, 6, '\0');
}

/* Whether the node is that address. */
static bool is_address(const struct node *n, const uint8_t *address, unsigned octets)
{
	if (n->field->kind == IPV4)
		return octets == 4 && n->u == load_be(address, 4);
	return octets == 16 && n->size == 16 && !memcmp(n->p, address, 16);
}

/* Whether the frame says whose the address is: its sender, who is then known. */
static bool is_answer(const struct record *r, const uint8_t *address, unsigned n, uint8_t mac[6])
{
	const char *said = n == 4 ? "arp.src.proto_ipv4" : "icmpv6.nd.na.target_address";
	bool is = false;

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *node = &r->nodes[i];

		if (!strcmp(node->field->name, "eth.src") && node->size == 6)
			memcpy(mac, node->p, 6);
		is = is || (!strcmp(node->field->name, said) && is_address(node, address, n));
	}
	return is;
}

static bool listen(struct resolver *v, struct live *live, const uint8_t *address, unsigned n,
		   uint8_t mac[6])
{
	struct fault ignored;
	struct frame f;

	for (unsigned i = 0; i < LOOKS; i++)
		while (live_next(live, &f, 20, &ignored) > 0) {
			f.number = 1;
			if (is_answer(session_walk(v->session, &f), address, n, mac))
				return true;
		}
	return false;
}

static bool ask(struct resolver *v, struct live *live, const struct packet *k,
		const uint8_t *address, unsigned n, uint8_t mac[6])
{
	struct packet question = {0};
	bool found = false;
	struct fault ignored;

	packet_copy(&question, k);
	for (unsigned i = 0; i < TRIES && !found; i++)
		found = wire_send(v->wire, question.p, question.len, &ignored) &&
			listen(v, live, address, n, mac);
	packet_close(&question);
	return found;
}

bool resolve(void *resolver, const uint8_t *address, unsigned n, uint8_t mac[6])
{
	struct resolver *v = resolver;
	struct way way = {.wire = v->wire};
	struct craft_options o = {.seed = 1, .complete = way_complete, .arg = &way};
	struct craft_fault fault;
	struct text t = {0};
	struct craft *c;
	struct fault ignored;
	const struct live_wish wish = {.direction = LIVE_IN};
	struct live *live = live_open(wire_about(v->wire)->name, &wish, &ignored);
	const struct packet *k;
	bool found = false;

	put_question(&t, address, n, wire_about(v->wire)->mac);
	c = live ? craft_compile(v->session, text_string(&t), &o, &fault) : NULL;
	k = c ? craft_next(c, &fault) : NULL;
	if (k)
		found = ask(v, live, k, address, n, mac);
	craft_close(c);
	live_close(live);
	text_close(&t);
	return found;
}
