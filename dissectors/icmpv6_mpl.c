/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: multicast for low-power and lossy networks. */
/* RFC 7731, 6.2. */
#include "shared/icmpv6.h"

enum {
	MPL,
	LOOSE,
	MPL_LEN,
	MPL_S,
	UNKNOWN_DATA,
	UNKNOWN_NOTE,
	MPL_INFO,
	MPL_MIN,
	MPL_SEED,
	MPL_MESSAGES,
	MPL_SEQUENCE,
};

static const struct word seed_lengths[] = {{0, "0 bit, not included in MPL Seed Info"},
					   {1, "16 bits"},
					   {2, "64 bits"},
					   {3, "128 bits"}};

static const struct field fields[] = {
	[MPL] = {"icmpv6.mpl", "MPL Control Message", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[MPL_LEN] = {"icmpv6.mpl.seed_info.bm_len", "Buffered Messages Length", U8, DEC, AT(0, 6),
		     .under = LOOSE, .help = "Octets of the bitmap", .ref = "RFC 7731, 6.3"},
	[MPL_S] = {"icmpv6.mpl.seed_info.s", "Seed ID Length", U8, DEC, AT(6, 2), .under = LOOSE,
		   WORDS(seed_lengths), .help = "Octets of the seed's name",
		   .ref = "RFC 7731, 6.3"},
	[UNKNOWN_DATA] = {"icmpv6.unknown_data", "Unknown Data", BYTES,
			  .help = "More than the message should have"},
	[UNKNOWN_NOTE] = NOTE_UNKNOWN_DATA,
	[MPL_INFO] = {"text", "MPL Seed Info", HEADING},
	[MPL_MIN] = {"icmpv6.mpl.seed_info.min_sequence", "MinSequence", U8, DEC, .under = MPL_INFO,
		     .help = "Lowest number that is kept", .ref = "RFC 7731, 6.3"},
	[MPL_SEED] = {"icmpv6.mpl.seed_info.seed_id", "Seed ID", STRING, .under = MPL_INFO,
		      .help = "Who floods", .ref = "RFC 7731, 6.3"},
	[MPL_MESSAGES] = {"text", "Buffered Messages", HEADING, .under = MPL_INFO},
	[MPL_SEQUENCE] = {"icmpv6.mpl.seed_info.sequence", "Sequence", U8, DEC,
			  .under = MPL_MESSAGES, .help = "A message that is kept",
			  .ref = "RFC 7731, 6.3"},
};

/* Octets that are too few for what should stand there. */
static void put_too_few(struct walk *w, struct cursor *c, const char *what, uint32_t octets)
{
	uint32_t n = c->left.wire;

	put(w, c, UNKNOWN_DATA, n);
	expert(w, UNKNOWN_NOTE, "Remaining data, %u bytes, is too short for %s of %u bytes", n,
	       what, octets);
}

/* The name of a seed: by default the packet's sender. */
static const char *seed_words(struct walk *w, struct span s)
{
	static const char digits[] = "0123456789abcdef";
	struct cursor c = {.left = s};
	char *hex;
	unsigned v;

	if (s.cap == 16)
		return address_words(w, IPV6, s.p);
	if (s.cap == 8)
		return address_words(w, EUI64, s.p);
	if (s.cap == 0)
		return w->r.from.kind == IPV6 ? address_words(w, IPV6, w->r.from.p) : "";
	hex = take(w, 5);
	v = u16(&c);
	for (unsigned i = 0; i < 4; i++)
		hex[i] = digits[v >> (12 - 4 * i) & 15];
	hex[4] = '\0';
	return hex;
}

/* A bit for each message that is kept, from the lowest number on. */
static void put_kept(struct walk *w, struct cursor *c, uint32_t octets, unsigned least)
{
	uint32_t group = open_group(w, c, MPL_MESSAGES, octets);

	for (uint32_t i = 0; i < octets; i++) {
		uint32_t at = c->at;
		unsigned bits = u8(c);

		for (unsigned bit = 0; bit < 8; bit++)
			if (bits << bit & 0x80)
				put_value(w, MPL_SEQUENCE, at, 1, least + 8 * i + bit);
	}
	shut_group(w, group, c);
}

static void put_seed(struct walk *w, struct cursor *c, unsigned number)
{
	static const uint8_t seed_octets[] = {0, 2, 8, 16};
	uint32_t group = open_group(w, c, MPL_INFO, 2);
	unsigned least = (unsigned)put(w, c, MPL_MIN, 1);
	uint32_t kept, seed, at;

	label_tail_of(w, group, ": [%u]", number);
	kept = (uint32_t)put_slice(w, *c, MPL_LEN, 1);
	seed = seed_octets[put_slice(w, *c, MPL_S, 1)];
	u8(c);
	if (c->left.wire < seed) {
		put_too_few(w, c, "Seed ID", seed);
		shut_group(w, group, c);
		return;
	}
	at = c->at;
	put_string(w, MPL_SEED, at, seed, seed_words(w, cursor_take(c, seed)));
	if (c->left.wire < kept)
		put_too_few(w, c, "Buffered Messages", kept);
	else if (kept)
		put_kept(w, c, kept, least);
	shut_group(w, group, c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	for (unsigned i = 1; c->left.wire && !c->bad; i++) {
		if (!cursor_has(c, 2)) {
			cursor_fail(c, 2);
			return;
		}
		put_seed(w, c, i);
	}
}

static const struct hang hangs[] = {{"icmpv6.type", 159}, {0}};

const struct proto proto_icmpv6_mpl = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 7731, 6.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
