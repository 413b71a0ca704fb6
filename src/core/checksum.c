/* SPDX-License-Identifier: BSD-2-Clause */
/* Checksums that several protocols share. */
#include "core/checksum.h"

static const struct word checksum_statuses_list[] = {
	{CHECKSUM_BAD, "Bad"},
	{CHECKSUM_GOOD, "Good"},
	{CHECKSUM_UNVERIFIED, "Unverified"},
	{CHECKSUM_ABSENT, "Not present"},
	{CHECKSUM_ILLEGAL, "Illegal"},
};

const struct words checksum_statuses = {checksum_statuses_list, COUNT(checksum_statuses_list)};

uint32_t inet_sum(uint32_t sum, struct span s)
{
	uint32_t i = 0;

	for (; i + 1 < s.cap; i += 2) {
		sum += (uint32_t)(s.p[i] << 8 | s.p[i + 1]);
		sum = (sum & 0xffff) + (sum >> 16);
	}
	return i < s.cap ? sum + (uint32_t)(s.p[i] << 8) : sum;
}

uint16_t inet_fold(uint32_t sum)
{
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return (uint16_t)sum;
}

uint32_t inet_pseudo_sum(const struct record *r, uint8_t protocol, uint32_t length)
{
	struct span src = {r->from.p, r->from.len, r->from.len};
	struct span dst = {r->to.p, r->to.len, r->to.len};
	uint32_t sum = inet_sum(inet_sum(0, src), dst);

	return sum + protocol + (length >> 16) + (length & 0xffff);
}

unsigned inet_status(uint32_t sum, struct span s)
{
	if (s.cap < s.wire)
		return CHECKSUM_UNVERIFIED;
	return inet_fold(inet_sum(sum, s)) == 0xffff ? CHECKSUM_GOOD : CHECKSUM_BAD;
}

void checksum_words(struct walk *w, unsigned row, unsigned note, unsigned status, unsigned digits,
		    uint64_t right)
{
	const struct node *n = own_node(w, row);
	uint32_t at = n ? (uint32_t)(n - w->r.nodes) : NO_NODE;

	if (!n)
		return;
	if (status == CHECKSUM_GOOD) {
		label_tail_of(w, at, " [correct]");
	} else if (status == CHECKSUM_BAD) {
		label_tail_of(w, at, " incorrect, should be 0x%0*jx", (int)digits,
			      (uintmax_t)right);
		expert_on(w, row, note, "Bad checksum [should be 0x%0*jx]", (int)digits,
			  (uintmax_t)right);
	} else {
		label_tail_of(w, at, " [unverified]");
	}
}

void inet_words(struct walk *w, unsigned row, unsigned note, unsigned status, uint32_t sum,
		struct span s)
{
	const struct node *n = own_node(w, row);
	uint32_t right = 0;

	if (n && status == CHECKSUM_BAD)
		right = inet_fold((uint32_t)n->u + (uint16_t)~inet_fold(inet_sum(sum, s)));
	checksum_words(w, row, note, status, 4, right);
}

/* The polynomial has its bits reversed. */
static uint32_t crc_reflected(uint32_t crc, struct span s, uint32_t polynomial)
{
	crc = ~crc;
	for (uint32_t i = 0; i < s.cap; i++) {
		crc ^= s.p[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
	}
	return ~crc;
}

uint32_t crc32c(uint32_t crc, struct span s)
{
	return crc_reflected(crc, s, 0x82f63b78);
}

uint32_t crc32_of(struct span s)
{
	return crc_reflected(0, s, 0xedb88320);
}

/* The register never leaves its 16 bits: it begins with them, and the polynomial has no more. */
uint16_t crc16_of(struct span s)
{
	return (uint16_t)crc_reflected(UINT32_C(0xffff0000), s, 0x8408);
}

void form_unverified(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 2 * kind_size(n->field->kind));
	text_put(t, " [unverified]");
}
