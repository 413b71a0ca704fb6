/* SPDX-License-Identifier: BSD-2-Clause */
/* UDP encapsulation of IPsec packets: what shares port 4500. */
/* RFC 3948. */
#include "core/walk.h"

enum { UDPENCAP, NAT_KEEPALIVE, NON_ESP_MARKER };

#define KEEPALIVE 0xff
#define MARKER_LEN 4
#define PROTO_ESP 50

static const struct field fields[] = {
	[UDPENCAP] = {"udpencap", "UDP Encapsulation of IPsec Packets", PROTO},
	[NAT_KEEPALIVE] = {"udpencap.nat_keepalive", "NAT-keepalive packet", NONE,
			   .help = "Keeps the NAT's mapping", .ref = "2.3"},
	[NON_ESP_MARKER] = {"udpencap.non_esp_marker", "Non-ESP Marker", NONE,
			    .help = "What follows is IKE, not ESP", .ref = "2.2"},
};

static bool is_keepalive(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	return l->bytes.wire == 1 && u8(&c) == KEEPALIVE;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;

	if (is_keepalive(l)) {
		put(w, c, NAT_KEEPALIVE, 1);
		return;
	}
	if (u32(&peek)) {
		walk_next(w, also_by(l, 0, PROTO_ESP), *c);
		return;
	}
	put(w, c, NON_ESP_MARKER, MARKER_LEN);
	if (!c->bad && c->left.wire)
		walk_next(w, next_fixed(l), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	if (is_keepalive(l))
		text_put(t, "NAT-keepalive");
}

static const struct hang hangs[] = {{"udp.port", 4500}, {0}};

const struct proto proto_udpencap = {
	.brief = "UDPENCAP",
	.spec = "RFC 3948",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.fixed = "isakmp", .also = {"ip.proto"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
