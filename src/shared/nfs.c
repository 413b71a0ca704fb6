/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System: handles, names and attributes, which all procedures have. */
/* RFC 1813, 2.3 to 2.6. */
#include "shared/nfs.h"
#include "core/checksum.h"
#include <stdio.h>

#define NS_PER_S UINT64_C(1000000000)

/* Adds words to the layer's line, in the tree and in the summary. */
void nfs_say(struct walk *w, const char *format, ...)
{
	struct text t = {0};
	va_list args;

	va_start(args, format);
	text_format_list(&t, format, args);
	va_end(args);
	w->now->says = arena_join(&w->arena, w->now->says, text_string(&t));
	text_close(&t);
}

uint32_t nfs_open_named(struct walk *w, const struct cursor *c, const char *words)
{
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s", words);
	return group;
}

/* --- handles and names --- */

uint32_t nfs_put_handle(struct walk *w, struct cursor *c)
{
	uint32_t n = (uint32_t)put(w, c, FH_LENGTH, 4);
	uint32_t hash = crc32_of(span_first(c->left, n));

	put_value(w, FH_HASH, c->at, n, hash);
	if (n)
		put(w, c, FHANDLE, n);
	cursor_take(c, xdr_rounded(n) - n);
	return hash;
}

uint32_t nfs_put_named_handle(struct walk *w, struct cursor *c, const char *words)
{
	uint32_t group = nfs_open_named(w, c, words);
	uint32_t hash = nfs_put_handle(w, c);

	shut_group(w, group, c);
	return hash;
}

void nfs_read_file(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, ", FH: 0x%08x", (unsigned)nfs_put_named_handle(w, c, part->words));
}

const char *nfs_put_name(struct walk *w, struct cursor *c, unsigned row, const char *label)
{
	struct xdr_counted rows = {TEXT, TEXT_LENGTH, (uint16_t)row, TEXT_FILL};
	struct span s = xdr_text(w, c, &rows, label);

	return arena_copy(&w->arena, s.p, s.cap);
}

/* A directory and a name in it, after `lead`. */
void nfs_put_entry(struct walk *w, struct cursor *c, const char *words, const char *lead)
{
	uint32_t group = nfs_open_named(w, c, words);
	uint32_t hash = nfs_put_named_handle(w, c, "dir");

	nfs_say(w, "%s DH: 0x%08x/%s", lead, (unsigned)hash, nfs_put_name(w, c, NAME, "Name"));
	shut_group(w, group, c);
}

void nfs_read_entry(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_put_entry(w, c, part->words, ",");
}

void nfs_read_from(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_put_entry(w, c, part->words, ", From");
}

void nfs_read_to(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_put_entry(w, c, part->words, " To");
}

/* --- attributes --- */

void nfs_put_time(struct walk *w, struct cursor *c, unsigned row)
{
	uint64_t s = span_bits(c->left, 0, 32, false), ns = span_bits(c->left, 32, 32, false);
	uint32_t group = open_value(w, row, c->at, s * NS_PER_S + ns);

	put(w, c, row + 1, 4);
	put(w, c, row + 2, 4);
	shut_group(w, group, c);
}

static void read_time(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_put_time(w, c, part->row);
}

void nfs_read_rdev(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_group(w, c, RDEV, 0);

	(void)part;
	label_whole(w, "rdev: %u,%u", (unsigned)span_bits(c->left, 0, 32, false),
		    (unsigned)span_bits(c->left, 32, 32, false));
	put(w, c, SPEC1, 4);
	put(w, c, SPEC2, 4);
	shut_group(w, group, c);
}

/* What a line says of attributes that follow. */
static const char *words_of_attributes(struct walk *w, struct cursor c)
{
	char line[64];
	uint32_t type = u32(&c), mode = u32(&c), uid, gid;

	u32(&c);
	uid = u32(&c);
	gid = u32(&c);
	snprintf(line, sizeof line, "  %s mode: %04o uid: %u gid: %u",
		 row_word(w, TYPE, type, "Unknown"), (unsigned)(mode & 0xfff), (unsigned)uid,
		 (unsigned)gid);
	return arena_copy(&w->arena, line, strlen(line));
}

static const struct xdr_part attributes[] = {
	{TYPE, 4, 0, 0},          {MODE, 4, 0, 0},
	{NLINK, 4, 0, 0},         {UID, 4, 0, 0},
	{GID, 4, 0, 0},           {SIZE, 8, 0, 0},
	{USED, 8, 0, 0},          {0, 0, 0, nfs_read_rdev},
	{FSID, 8, 0, 0},          {FILEID, 8, 0, 0},
	{ATIME, 0, 0, read_time}, {MTIME, 0, 0, read_time},
	{CTIME, 0, 0, read_time}, {0},
};

static const char *put_attributes(struct walk *w, struct cursor *c, const char *words)
{
	const char *line = words_of_attributes(w, *c);
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s%s", words, line);
	xdr_parts(w, c, attributes);
	shut_group(w, group, c);
	return line;
}

void nfs_read_attributes(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, "%s", put_attributes(w, c, part->words));
}

/* 2.6: attributes that need not be there. */
void nfs_read_post(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	struct cursor ahead = *c;
	bool any = u32(&ahead);
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s%s", part->words, any ? words_of_attributes(w, ahead) : "");
	if (put(w, c, FOLLOWS, 4))
		put_attributes(w, c, "attributes");
	shut_group(w, group, c);
}

static void put_before(struct walk *w, struct cursor *c)
{
	uint32_t group = nfs_open_named(w, c, "before");
	uint32_t inner;

	if (put(w, c, FOLLOWS, 4)) {
		inner = nfs_open_named(w, c, "attributes");
		put(w, c, WCC_SIZE, 8);
		nfs_put_time(w, c, MTIME);
		nfs_put_time(w, c, CTIME);
		shut_group(w, inner, c);
	}
	shut_group(w, group, c);
}

void nfs_read_wcc(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	static const struct xdr_part after = {0, 0, "after", NULL};
	uint32_t group = nfs_open_named(w, c, part->words);

	put_before(w, c);
	nfs_read_post(w, c, &after);
	shut_group(w, group, c);
}

void nfs_read_post_handle(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = nfs_open_named(w, c, part->words);

	if (put(w, c, HANDLE_FOLLOWS, 4))
		nfs_put_handle(w, c);
	shut_group(w, group, c);
}

/* One attribute that may be set: whether it is, and to what. */
static void put_setting(struct walk *w, struct cursor *c, const char *label, unsigned row,
			uint32_t octets)
{
	uint32_t how = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s: %s", label, row_word(w, SET_IT, how, "Unknown"));
	if (put(w, c, SET_IT, 4))
		put(w, c, row, octets);
	shut_group(w, group, c);
}

static void put_time_setting(struct walk *w, struct cursor *c, const char *label, unsigned row)
{
	uint32_t how = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s: %s", label, row_word(w, SET_TIME, how, "Unknown"));
	if (put(w, c, SET_TIME, 4) == 2)
		nfs_put_time(w, c, row);
	shut_group(w, group, c);
}

void nfs_read_settings(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = nfs_open_named(w, c, part->words);

	put_setting(w, c, "mode", MODE, 4);
	put_setting(w, c, "uid", NEW_UID, 4);
	put_setting(w, c, "gid", NEW_GID, 4);
	put_setting(w, c, "size", SET_SIZE, 8);
	put_time_setting(w, c, "atime", ATIME);
	put_time_setting(w, c, "mtime", ATIME);
	shut_group(w, group, c);
}

void nfs_read_guard(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t how = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s: %s", part->words, row_word(w, GUARD, how, "Unknown"));
	if (put(w, c, GUARD, 4))
		nfs_put_time(w, c, CTIME);
	shut_group(w, group, c);
}
