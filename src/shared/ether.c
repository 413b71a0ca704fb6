/* SPDX-License-Identifier: BSD-2-Clause */
/* Payloads of Ethernet and of the tags in it. */
/* IEEE Std 802.3-2018, 3.2. */
#include "shared/ether.h"
#include "core/checksum.h"
#include "shared/numbers.h"

#define FRAME_MIN 60 /* octets of the shortest frame, without its FCS */
#define FCS_LEN 4
#define NOVELL_RAW 0xffff /* first octets of IPX's checksum: Novell's 802.3 without LLC */

/* Octets that had to fill the frame up to its least length, all tags and carriers counted. */
static uint32_t padding_due(const struct walk *w, struct span trailer)
{
	uint32_t frame = w->r.frame->wire_len;
	uint32_t content = frame - trailer.wire;
	uint32_t n = frame >= FRAME_MIN && content < FRAME_MIN ? FRAME_MIN - content : 0;

	return n < trailer.wire ? n : trailer.wire;
}

/* Whether the last four octets of what is left over are the frame check sequence. */
static bool has_fcs(const struct layer *l, uint32_t left, int fcs_len)
{
	if (left < FCS_LEN || fcs_len == FCS_NONE)
		return false;
	return fcs_len == FCS_LEN || l->bytes.wire >= FRAME_MIN + FCS_LEN;
}

/* What the payload leaves over: padding, a trailer of somebody's own, the FCS. */
static void put_trailer(struct walk *w, const struct layer *l, const struct ether_rows *rows,
			struct cursor c, int fcs_len)
{
	uint32_t due = padding_due(w, c.left);
	bool padded = due && span_is_zero(c.left, due);
	struct cursor trailer;
	bool fcs;

	if (padded && due > c.left.cap)
		return;
	if (padded)
		put(w, &c, rows->padding, due);
	fcs = has_fcs(l, c.left.wire, fcs_len);
	trailer = cursor_first(c, c.left.wire - (fcs ? FCS_LEN : 0));
	cursor_take(&c, trailer.left.wire);
	if (trailer.left.cap) {
		put(w, &trailer, rows->trailer, trailer.left.cap);
		if (due && !padded)
			expert(w, rows->padding_bad,
			       "Didn't find padding of zeros, and an undecoded trailer exists. "
			       "There may be padding of non-zeros.");
	}
	if (fcs && cursor_has(&c, FCS_LEN)) {
		put(w, &c, rows->fcs, FCS_LEN);
		put_value(w, rows->fcs_status, c.at, 0, CHECKSUM_UNVERIFIED);
	}
}

/* The payload without the check sequence that is known to end it. */
static struct cursor without_fcs(struct cursor c, int fcs_len)
{
	uint32_t fcs = fcs_len > 0 ? (uint32_t)fcs_len : 0;

	return fcs < c.left.wire ? cursor_first(c, c.left.wire - fcs) : c;
}

/* A payload that nobody takes has the type's number and name in the summary line. */
static void name_payload(struct walk *w, struct layer *l, uint64_t type)
{
	column_number(w, l, type);
	l->says = word_for(&ethertypes, type);
}

void walk_ethertype(struct walk *w, struct layer *l, const struct ether_rows *rows, uint64_t type,
		    struct cursor c, int fcs_len)
{
	const struct plan *child = next_by(l, type);
	struct cursor payload = without_fcs(c, fcs_len), trailer = c;

	if (!child)
		name_payload(w, l, type);
	else if (any_wanted(w))
		payload = cursor_first(payload, extent(child, payload.left));
	cursor_take(&trailer, child ? extent_counted(child, payload.left) : payload.left.wire);
	if (trailer.left.wire && rows->trailer)
		put_trailer(w, l, rows, trailer, fcs_len);
	walk_via(w, child, payload);
}

bool is_novell(struct cursor c)
{
	u16(&c);
	return u16(&c) == NOVELL_RAW;
}

void walk_802_3(struct walk *w, struct layer *l, const struct ether_rows *rows, struct cursor *c,
		int fcs_len)
{
	const struct plan *child = also_by(l, 0, is_novell(*c));
	uint32_t len = (uint32_t)put(w, c, rows->len, 2);
	struct cursor payload = without_fcs(*c, fcs_len), trailer = *c;

	if (c->bad)
		return;
	if (len > payload.left.wire)
		expert(w, rows->past_end, NULL);
	payload = cursor_first(payload, len);
	cursor_take(&trailer, payload.left.wire);
	if (trailer.left.wire && rows->trailer)
		put_trailer(w, l, rows, trailer, fcs_len);
	walk_next(w, child, payload);
}
