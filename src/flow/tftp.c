/* SPDX-License-Identifier: BSD-2-Clause */
/* TFTP: which file a packet is of. */
/* RFC 1350, 4: the server answers from a port of its own, so the client's tells. */
#include "flow/tftp.h"
#include "flow/conv.h"
#include "flow/expect.h"

#define BLOCK 512 /* RFC 1350, 2 */

static const char transfers;

struct tftp_transfer *tftp_begin(struct walk *w, const struct layer *udp, const struct plan *who)
{
	uint16_t port = (uint16_t)VALUE_OF(udp, udp->proto->sport);
	struct tftp_transfer *t =
		conv_own(conv_of_end(w, &transfers, &w->r.from, port, 0, sizeof *t));

	*t = (struct tftp_transfer){.request = w->r.frame->number, .block = BLOCK};
	if (who)
		expect(w, OVER_UDP, &w->r.from, port, 0, who);
	return t;
}

struct tftp_transfer *tftp_of(struct walk *w, const struct layer *udp)
{
	uint16_t to = (uint16_t)VALUE_OF(udp, udp->proto->dport);
	uint16_t from = (uint16_t)VALUE_OF(udp, udp->proto->sport);
	struct conv *c = conv_of_end_known(w, &transfers, &w->r.to, to, 0);

	if (!c)
		c = conv_of_end_known(w, &transfers, &w->r.from, from, 0);
	return c ? conv_own(c) : NULL;
}

uint32_t tftp_block(struct tftp_transfer *t, uint16_t number)
{
	if (number < 0x4000 && t->low > 0xc000)
		t->high += 0x10000;
	else if (number > 0xc000 && t->low < 0x4000 && t->high)
		return t->high - 0x10000 + number; /* a late one */
	t->low = number;
	return t->high + number;
}
