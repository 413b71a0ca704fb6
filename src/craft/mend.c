/* SPDX-License-Identifier: BSD-2-Clause */
/* Filling in what follows from the rest of a packet: children, lengths, checksums. */
/* RFC 1071 (the Internet checksum), RFC 9293, 3.1 and RFC 8200, 8.1 (pseudo headers). */
#include "core/checksum.h"
#include "craft/packet.h"

bool when_has(const struct when *when, uint64_t v)
{
	if (!when->n)
		return v != 0;
	for (unsigned i = 0; i < when->n; i++)
		if (when->values[i] == v)
			return true;
	return false;
}

/* Whether the row is there, as far as the header's own bits tell. */
bool row_is_there(const struct layer *l, const struct field *f)
{
	for (const struct when *when = f->when; when; when = when->also) {
		const struct field *by = &l->proto->fields[when->row];

		if (by->bits && !(by->traits & (SEQ | STATE)) &&
		    when_has(when, row_value(l, by)) == when->not )
			return false;
	}
	return true;
}

/* The part's row that is filled like this; NULL: there is none, or somebody has forced it. */
static const struct field *row_to_fill(const struct packet *k, unsigned part, enum fill fill)
{
	const struct proto *p = k->parts[part].proto;
	struct layer l;

	packet_layer(k, part, &l);
	for (unsigned r = 1; p && r < p->n_fields; r++)
		if (p->fields[r].fill == fill && row_is_there(&l, &p->fields[r]))
			return k->parts[part].forced[r] ? NULL : &p->fields[r];
	return NULL;
}

/* --- what comes next --- */

/* The value at which the child hangs in that table; NO_VALUE: it doesn't. */
static uint32_t hang_in(const struct proto *child, const char *table)
{
	for (const struct hang *h = child->hangs; table && h && h->table; h++)
		if (!strcmp(h->table, table))
			return h->value;
	return NO_VALUE;
}

/* Whether the child hangs at that value. */
static bool hangs_at(const struct proto *child, const char *table, uint64_t value)
{
	for (const struct hang *h = child->hangs; h && h->table; h++)
		if (!strcmp(h->table, table) && h->value == value)
			return true;
	return false;
}

/* Of two ports the second is the server's: the child's, unless somebody chose it, or the first. */
static void fill_ports(struct packet *k, unsigned i, uint32_t value)
{
	const struct brick *part = &k->parts[i];
	const struct next *next = &part->proto->next;
	const struct field *f = &part->proto->fields[next->other];
	struct layer l;

	packet_layer(k, i, &l);
	if (part->forced[next->other] ||
	    (part->forced[next->row] &&
	     hangs_at(part[1].proto, next->table, VALUE_OF(&l, next->row))))
		return;
	packet_put(k, i, f, f->at, f->bits, value);
}

static void fill_next(struct packet *k, unsigned i)
{
	struct brick *part = &k->parts[i];
	const struct proto *child = i + 1 < k->n_parts ? part[1].proto : NULL;
	const struct field *f = row_to_fill(k, i, FILL_NEXT);
	uint32_t at, bits;

	if (!part->proto || !child)
		return;
	part->next = hang_in(child, part->proto->next.table);
	if (part->next == NO_VALUE)
		return;
	if (part->proto->next.other) {
		fill_ports(k, i, part->next);
	} else if (f) {
		at = row_place(part, f, &bits);
		packet_put(k, i, f, at, bits, part->next);
	}
}

/* --- lengths --- */

typedef uint32_t measure(const struct layer *);

static uint32_t try(struct packet *k, unsigned i, const struct field *f, uint32_t bits, uint32_t at,
		    measure *of, uint64_t v)
{
	struct layer l;

	packet_layer(k, i, &l);
	packet_put(k, i, f, at, bits, v);
	return of(&l);
}

/*
 * Finds the value of the row with which the protocol's own measure gives `octets`: as lengths
 * count octets or words, from the header's start or its end, two tries tell how it counts.
 */
static bool solve(struct packet *k, unsigned i, const struct field *f, measure *of, uint32_t octets)
{
	uint32_t bits, at = row_place(&k->parts[i], f, &bits);
	uint64_t most = bits < 64 ? (UINT64_C(1) << bits) - 1 : UINT64_MAX;
	const uint64_t guesses[] = {octets, 1, 5, most / 2};

	for (unsigned g = 0; bits && g < COUNT(guesses); g++) {
		uint64_t v = guesses[g] < most ? guesses[g] : most - 1;
		uint32_t one = try(k, i, f, bits, at, of, v);
		uint32_t two = try(k, i, f, bits, at, of, v + 1);
		int64_t wanted;

		if (!one || two <= one)
			continue;
		wanted = (int64_t)v + ((int64_t)octets - one) / (two - one);
		if (wanted >= 0 && (uint64_t)wanted <= most &&
		    try(k, i, f, bits, at, of, (uint64_t)wanted) == octets)
			return true;
	}
	return false;
}

static bool too_long(struct fault *fault, const struct field *f, uint32_t octets)
{
	fault_set(fault, "%s can't tell a length of %u octets: send less, or set it yourself",
		  f->name, (unsigned)octets);
	return false;
}

static bool fill_header(struct packet *k, unsigned i, struct fault *fault)
{
	const struct brick *part = &k->parts[i];
	const struct field *f = row_to_fill(k, i, FILL_HEADER);

	if (!f || !part->proto->header_len || solve(k, i, f, part->proto->header_len, part->header))
		return true;
	return too_long(fault, f, part->header);
}

/* A length that counts what follows it, or all there is, as there is no measure for it. */
static bool fill_plain_length(struct packet *k, unsigned i, const struct field *f,
			      struct fault *fault)
{
	const struct brick *part = &k->parts[i];
	uint32_t bits, at = row_place(part, f, &bits);
	uint32_t octets = part->end - part->at;

	if (!bits)
		return true;
	if (f->fill == FILL_BEHIND)
		octets -= (at + bits) / 8;
	if (bits < 32 && octets >> bits)
		return too_long(fault, f, octets);
	packet_put(k, i, f, at, bits, octets);
	return true;
}

/* Whether the part carries the next one by its length, in place of a type. */
static bool carries_by_length(const struct packet *k, unsigned i)
{
	const struct brick *part = &k->parts[i];
	const struct next *next = &part->proto->next;

	for (unsigned t = 0; i + 1 < k->n_parts && part[1].proto && t < COUNT(next->also); t++)
		if (part->next == NO_VALUE && hang_in(part[1].proto, next->also[t]) != NO_VALUE)
			return true;
	return false;
}

/* The length of what the part carries, where the type would stand: IEEE Std 802.3, 3.2.6. */
static bool fill_length_for_type(struct packet *k, unsigned i, const struct field *f,
				 struct fault *fault)
{
	uint32_t bits, at = row_place(&k->parts[i], f, &bits);
	uint32_t octets;

	if (!carries_by_length(k, i))
		return true;
	octets = k->parts[i + 1].end - k->parts[i + 1].at;
	if (octets >> bits)
		return too_long(fault, f, octets);
	packet_put(k, i, f, at, bits, octets);
	return true;
}

static bool fill_length(struct packet *k, unsigned i, struct fault *fault)
{
	const struct brick *part = &k->parts[i];
	const struct field *f = row_to_fill(k, i, FILL_LENGTH);

	if (!f)
		f = row_to_fill(k, i, FILL_BEHIND);
	if (!f)
		return true;
	if (!f->bits && k->parts[i].proto->next.table)
		return fill_length_for_type(k, i, f, fault);
	if (!part->proto->total_len || f->fill == FILL_BEHIND)
		return fill_plain_length(k, i, f, fault);
	if (solve(k, i, f, part->proto->total_len, part->end - part->at))
		return true;
	return too_long(fault, f, part->end - part->at);
}

/* --- checksums --- */

/* The innermost part around part i that has addresses of Internet hosts; NULL: there is none. */
static const struct brick *network_of(const struct packet *k, unsigned i)
{
	while (i--) {
		const struct proto *p = k->parts[i].proto;

		if (p && p->src &&
		    (p->fields[p->src].kind == IPV4 || p->fields[p->src].kind == IPV6))
			return &k->parts[i];
	}
	return NULL;
}

/* The addresses, the length and the protocol's number, as RFC 9293 and RFC 8200 have them. */
static uint32_t pseudo_sum(const struct packet *k, const struct brick *network,
			   const struct brick *p)
{
	const struct field *src = &network->proto->fields[network->proto->src];
	uint32_t n = 2u * kind_size(src->kind), len = p->end - p->at;
	struct span ends = {k->p + network->at + src->at / 8, n, n};
	uint32_t number = hang_in(p->proto, "ip.proto");

	return inet_sum((len >> 16) + (len & 0xffff) + number, ends);
}

static uint32_t inet_checksum(const struct packet *k, unsigned i)
{
	const struct brick *p = &k->parts[i], *network = network_of(k, i);
	uint32_t n = p->proto->sum == SUM_HEADER ? p->header : p->end - p->at;
	struct span s = {k->p + p->at, n, n};
	bool pseudo = p->proto->sum == SUM_PSEUDO || p->proto->sum == SUM_PSEUDO_NONZERO;
	uint16_t v;

	if (p->proto->sum == SUM_PSEUDO_IPV6)
		pseudo = network && network->proto->fields[network->proto->src].kind == IPV6;
	v = (uint16_t)~inet_fold(inet_sum(pseudo && network ? pseudo_sum(k, network, p) : 0, s));
	return !v && p->proto->sum == SUM_PSEUDO_NONZERO ? 0xffff : v;
}

/* The protocol knows; where it says that there is none, what stood there stays. */
static void fill_own(struct packet *k, unsigned i, const struct field *f, uint32_t at,
		     uint32_t bits, uint64_t old)
{
	const struct brick *p = &k->parts[i], *network = network_of(k, i);
	uint16_t v = (uint16_t)old;
	struct layer l;

	packet_layer(k, i, &l);
	if (network &&
	    p->proto->checksum(&l, pseudo_sum(k, network, p),
			       network->proto->fields[network->proto->src].kind == IPV6, &v))
		old = v;
	packet_put(k, i, f, at, bits, old);
}

static void fill_checksum(struct packet *k, unsigned i)
{
	const struct brick *p = &k->parts[i];
	const struct field *f = row_to_fill(k, i, FILL_CHECKSUM);
	uint32_t at, bits, n = p->end - p->at;
	uint64_t old;

	if (!f || !p->proto->sum)
		return;
	at = row_place(p, f, &bits);
	old = span_bits((struct span){k->p + p->at, n, n}, at, bits, false);
	packet_put(k, i, f, at, bits, 0);
	if (p->proto->sum == SUM_OWN)
		fill_own(k, i, f, at, bits, old);
	else if (p->proto->sum == SUM_CRC32C)
		packet_put(k, i, f, at, bits,
			   __builtin_bswap32(crc32c(0, (struct span){k->p + p->at, n, n})));
	else
		packet_put(k, i, f, at, bits, inet_checksum(k, i));
}

void packet_seal(struct packet *k)
{
	for (unsigned i = k->n_parts; i--;)
		if (k->parts[i].proto)
			fill_checksum(k, i);
}

bool packet_mend(struct packet *k, struct fault *fault)
{
	for (unsigned i = 0; i < k->n_parts; i++) {
		if (!k->parts[i].proto)
			continue;
		fill_next(k, i);
		if (!fill_header(k, i, fault) || !fill_length(k, i, fault))
			return false;
	}
	packet_seal(k);
	return true;
}
