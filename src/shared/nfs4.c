/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System 4: what operations are made of. */
/* RFC 7530; RFC 8881 (version 4.1). */
#include "shared/nfs4.h"
#include "core/checksum.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const letters[] = {"RD", "LU", "MD", "XT", "DL", "XE"};

static struct nfs4_state *state_of(const struct walk *w)
{
	return (struct nfs4_state *)w->now->state;
}

/* --- what operations are made of --- */

void nfs4_say(struct walk *w, const char *format, ...)
{
	struct text t = {0};
	va_list args;

	va_start(args, format);
	text_format_list(&t, format, args);
	va_end(args);
	w->now->says = arena_join(&w->arena, w->now->says, text_string(&t));
	text_close(&t);
}

static uint32_t open_named(struct walk *w, const struct cursor *c, const char *words)
{
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s", words);
	return group;
}

void nfs4_read_handle(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_named(w, c, part->words);
	uint32_t n = (uint32_t)put(w, c, FH_LENGTH, 4);
	uint32_t hash = crc32_of(span_first(c->left, n));

	put_value(w, FH_HASH, c->at, n, hash);
	if (n)
		put(w, c, FHANDLE, n);
	cursor_take(c, xdr_rounded(n) - n);
	state_of(w)->handle = hash;
	shut_group(w, group, c);
}

/* The root, whose handle isn't told. */
void nfs4_read_root(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	(void)c;
	(void)part;
	state_of(w)->handle = ABSENT;
}

const char *nfs4_put_text(struct walk *w, struct cursor *c, unsigned row, const char *label)
{
	const struct xdr_counted rows = {TEXT, TEXT_LENGTH, (uint16_t)row, TEXT_FILL};
	struct span s = xdr_text(w, c, &rows, label);

	return arena_copy(&w->arena, s.p, s.cap);
}

static void put_octets(struct walk *w, struct cursor *c, unsigned row, const char *label)
{
	const struct xdr_counted rows = {TEXT, TEXT_LENGTH, (uint16_t)row, TEXT_FILL};

	xdr_data(w, c, &rows, label);
}

/* A name in the current directory. */
void nfs4_read_name(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint64_t hash = state_of(w)->handle;
	const char *name = nfs4_put_text(w, c, NAME, "Name");

	(void)part;
	if (hash == ABSENT)
		nfs4_say(w, " %s", name);
	else
		nfs4_say(w, " DH: 0x%08x/%s", (unsigned)hash, name);
}

void nfs4_read_new_name(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	const char *name = nfs4_put_text(w, c, NAME, "Name");

	if (part->words)
		nfs4_say(w, "%s%s", part->words, name);
}

void nfs4_read_link(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs4_put_text(w, c, part->row, part->words);
}

/* 9.1.4.  The hashes are short names that others write, too. */
void nfs4_read_state(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	struct cursor body = cursor_first(*c, STATE_OCTETS);
	uint32_t group = open_group(w, c, STATEID, STATE_OCTETS);
	unsigned hash = crc16_of(body.left);

	label_whole(w, "StateID");
	put_value(w, STATEID_HASH, c->at, STATE_OCTETS, hash);
	put(w, c, STATEID_SEQID, 4);
	body = *c;
	put(w, c, STATEID_OTHER, STATE_OCTETS - 4);
	put_value(w, STATEID_OTHER_HASH, body.at, STATE_OCTETS - 4,
		  crc32_of(span_first(body.left, STATE_OCTETS - 4)));
	shut_group(w, group, NULL);
	if (part->words)
		nfs4_say(w, "%s0x%04x", part->words, hash);
}

/* 16.2.5: nobody uses what CLOSE answers. */
void nfs4_read_closed(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_group(w, c, STATEID, STATE_OCTETS);

	(void)part;
	expert(w, DEPRECATED, NULL);
	cursor_pull(c, STATE_OCTETS);
	shut_group(w, group, NULL);
}

void nfs4_read_owner(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_named(w, c, part->words);

	put(w, c, CLIENTID, 8);
	put_octets(w, c, LOCK_OWNER, "owner");
	shut_group(w, group, c);
}

void nfs4_read_change(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	static const struct part rows[] = {{ATOMIC, 4}, {BEFORE, 8}, {AFTER, 8}, {0}};
	uint32_t group = open_named(w, c, part->words);

	put_rows(w, c, rows);
	shut_group(w, group, c);
}

/* A number that the summary line tells. */
void nfs4_read_number(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs4_say(w, "%s%llu", part->words, (unsigned long long)put(w, c, part->row, part->octets));
}

void nfs4_read_client(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	(void)part;
	nfs4_say(w, " CID: 0x%016llx", (unsigned long long)put(w, c, CLIENTID, 8));
}

/* COMMIT and LOCKU say of which file. */
void nfs4_read_commit(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint64_t hash = state_of(w)->handle;

	(void)c;
	(void)part;
	nfs4_say(w, " FH: 0x%08x", hash == ABSENT ? 0 : (unsigned)hash);
}

void nfs4_read_written(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	struct cursor ahead = *c;

	nfs4_say(w, " Len: %u", (unsigned)put(w, &ahead, WRITE_LENGTH, 4));
	put_octets(w, c, part->row, "Data");
}

void nfs4_read_data(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	struct cursor ahead = *c;

	put(w, &ahead, READ_LENGTH, 4);
	put_octets(w, c, part->row, "Data");
}

/* --- SETCLIENTID --- */

/* RFC 5665, 5.2.3.3: COUNT octets in decimal with points between them, in S. */
static bool universal_octets(const char *s, unsigned *n, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *end;

		if (!isdigit((unsigned char)*s))
			return false;
		n[i] = (unsigned)strtoul(s, &end, 10);
		if (*end != (i + 1 < count ? '.' : '\0'))
			return false;
		s = end + 1;
	}
	return true;
}

/* RFC 5665, 5.2.3.3: four octets of address and two of port. */
static void put_universal(struct walk *w, uint32_t at, const char *netid, const char *s)
{
	unsigned n[6];

	if (!universal_octets(s, n, 6))
		return;
	put_value(w, UNIVERSAL, at, (uint32_t)strlen(s),
		  (n[0] & 0xff) << 24 | (n[1] & 0xff) << 16 | (n[2] & 0xff) << 8 | (n[3] & 0xff));
	label_whole(w, "IPv4 address %u.%u.%u.%u, protocol=%s, port=%u", n[0], n[1], n[2], n[3],
		    netid, n[4] << 8 | n[5]);
}

void nfs4_read_client_name(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_named(w, c, "client");

	(void)part;
	put(w, c, VERIFIER, 8);
	put_octets(w, c, CLIENT_NAME, "id");
	shut_group(w, group, c);
}

void nfs4_read_callback(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t outer = open_named(w, c, "callback"), inner, at;
	const char *netid;

	(void)part;
	put(w, c, CB_PROGRAM, 4);
	inner = open_named(w, c, "cb_location");
	netid = nfs4_put_text(w, c, NETID, "r_netid");
	at = c->at + 4;
	put_universal(w, at, netid, nfs4_put_text(w, c, ADDRESS, "r_addr"));
	shut_group(w, inner, c);
	shut_group(w, outer, c);
}

/* --- ACCESS --- */

/* Rows for the bits that `of` has: the six from `first` on. */
static void put_bits(struct walk *w, struct cursor *c, unsigned row, unsigned first, uint32_t of)
{
	struct cursor low;
	uint32_t group;

	cursor_pull(c, 3);
	low = *c;
	group = open_group(w, c, row, 1);
	for (unsigned i = 0; i < COUNT(letters); i++)
		if (of >> i & 1)
			put_slice(w, low, first + i, 1);
	cursor_pull(c, 1);
	shut_group(w, group, NULL);
}

static const char *letters_of(struct walk *w, const char *lead, uint32_t bits)
{
	const char *s = "";

	for (unsigned i = 0; i < COUNT(letters); i++)
		if (bits >> i & 1)
			s = arena_join(&w->arena, arena_join(&w->arena, s, " "), letters[i]);
	return *s ? arena_join(&w->arena, arena_join(&w->arena, lead, s), "]") : "";
}

void nfs4_read_check(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t bits = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t node = state_of(w)->node;
	uint64_t hash = state_of(w)->handle;
	const char *words = letters_of(w, ", [Check:", bits);

	(void)part;
	put_bits(w, c, CHECK, ASK_READ, bits);
	label_tail_of(w, node, "%s", words);
	nfs4_say(w, " FH: 0x%08x%s", hash == ABSENT ? 0 : (unsigned)hash, words);
}

void nfs4_read_rights(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t known = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t may = (uint32_t)span_bits(c->left, 32, 32, false);
	uint32_t node = state_of(w)->node;
	const char *words = arena_join(&w->arena, letters_of(w, ", [Access Denied:", known & ~may),
				       letters_of(w, ", [Allowed:", may));

	(void)part;
	put_bits(w, c, SUPPORTED, KNOWN_READ, known);
	put_bits(w, c, RIGHTS, MAY_READ, known);
	label_tail_of(w, node, "%s", words);
	nfs4_say(w, "%s", words);
}
