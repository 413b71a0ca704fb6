/* SPDX-License-Identifier: BSD-2-Clause */
/* Which station claims an IPv4 address, as ARP tells it. */
#include "flow/claim.h"
#include "flow/conv.h"

#define MAC_LEN 6

/* What is remembered of an address. */
struct owner {
	uint64_t frame; /* 0: nobody has it yet */
	int64_t time;
	uint8_t mac[MAC_LEN];
};

static void note_owner(struct owner *o, const struct frame *f, struct span mac)
{
	o->frame = f->number;
	o->time = f->time;
	memcpy(o->mac, mac.p, MAC_LEN);
}

bool claim_address(struct walk *w, struct span address, struct span mac, struct claim *before)
{
	static const char table_key;
	const struct frame *f = w->r.frame;
	struct conv *c = conv_numbered(w, &table_key, span_bits(address, 0, 32, false),
				       sizeof(struct owner));
	struct owner *o = conv_own(c);

	if (!o->frame || !memcmp(o->mac, mac.p, MAC_LEN)) {
		note_owner(o, f, mac);
		return false;
	}
	*before = (struct claim){
		.mac = {(const uint8_t *)arena_copy(&w->arena, o->mac, MAC_LEN), MAC_LEN, MAC_LEN},
		.frame = o->frame,
		.ago = (uint64_t)(f->time / NS_PER_SECOND - o->time / NS_PER_SECOND),
	};
	return true;
}
