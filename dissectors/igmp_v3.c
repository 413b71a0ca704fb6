/* SPDX-License-Identifier: BSD-2-Clause */
/* IGMP, version 3: sources of queries, and the records of reports. */
/* RFC 3376, 4. */
#include "core/walk.h"

enum {
	VERSION3,
	SADDR,
	RECORD,
	RECORD_TYPE,
	AUX_LEN,
	RECORD_SRC,
	RECORD_MADDR,
	RECORD_SADDR,
	AUX_DATA,
};

enum { QUERY = 0x11, REPORT = 0x22 };
enum { IS_INCLUDE = 1, IS_EXCLUDE, TO_INCLUDE, TO_EXCLUDE, ALLOW, BLOCK_OLD };

#define QUERY_COUNT_AT 10 /* octets before the number of sources ... */
#define REPORT_COUNT_AT 6 /* ... and before that of records */

static const struct word record_types[] = {
	{IS_INCLUDE, "Mode Is Include"},        {IS_EXCLUDE, "Mode Is Exclude"},
	{TO_INCLUDE, "Change To Include Mode"}, {TO_EXCLUDE, "Change To Exclude Mode"},
	{ALLOW, "Allow New Sources"},           {BLOCK_OLD, "Block Old Sources"},
};

static const struct field fields[] = {
	[VERSION3] = {"igmp.v3", "IGMP Version 3", PROTO},
	[SADDR] = {"igmp.saddr", "Source Address", IPV4, .help = "A source",
		   .ref = "RFC 3376, 4.1.9"},
	[RECORD] = {"text", "Group Record", HEADING},
	[RECORD_TYPE] = {"igmp.record_type", "Record Type", U8, DEC, .under = RECORD,
			 WORDS(record_types), .help = "What is told of the sources",
			 .ref = "RFC 3376, 4.2.12"},
	[AUX_LEN] = {"igmp.aux_data_len", "Aux Data Len", U8, DEC, .under = RECORD,
		     .help = "Words of further data", .ref = "RFC 3376, 4.2.6"},
	[RECORD_SRC] = {"igmp.num_src", "Num Src", U16, DEC, .under = RECORD,
			.help = "Sources that are told of", .ref = "RFC 3376, 4.2.7"},
	[RECORD_MADDR] = {"igmp.maddr", "Multicast Address", IPV4, .under = RECORD,
			  .help = "Which group", .ref = "RFC 3376, 4.2.8"},
	[RECORD_SADDR] = {"igmp.saddr", "Source Address", IPV4, .under = RECORD, .help = "A source",
			  .ref = "RFC 3376, 4.2.9"},
	[AUX_DATA] = {"igmp.aux_data", "Aux Data", BYTES, .under = RECORD, .help = "Further data",
		      .ref = "RFC 3376, 4.2.10"},
};

static bool is_query(const struct layer *l)
{
	struct cursor c = layer_cursor(l->parent, 0);

	return u8(&c) == QUERY;
}

/* How many sources or records the header tells of. */
static unsigned count_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l->parent, is_query(l) ? QUERY_COUNT_AT : REPORT_COUNT_AT);

	return u16(&c);
}

/* Its words stand behind those of the header. */
static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static void put_record(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint64_t type, aux, sources, address = (u32(&peek), u32(&peek));
	const char *word;
	uint32_t group;

	if (peek.bad) {
		cursor_fail(c, 8);
		return;
	}
	group = open_group(w, c, RECORD, c->left.wire);
	type = put(w, c, RECORD_TYPE, 1);
	aux = put(w, c, AUX_LEN, 1);
	sources = put(w, c, RECORD_SRC, 2);
	put(w, c, RECORD_MADDR, 4);
	while (sources-- && !c->bad)
		put(w, c, RECORD_SADDR, 4);
	if (aux)
		put(w, c, AUX_DATA, (uint32_t)aux * 4);
	shut_group(w, group, c);
	word = word_for(fields[RECORD_TYPE].words, type);
	label_tail_of(w, group, " : %u.%u.%u.%u  %s", (unsigned)(address >> 24),
		      (unsigned)(address >> 16 & 255), (unsigned)(address >> 8 & 255),
		      (unsigned)(address & 255), word ? word : "");
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	for (unsigned n = count_of(l); n && !c->bad; n--)
		if (is_query(l))
			put(w, c, SADDR, 4);
		else
			put_record(w, c);
}

/* --- the summary line --- */

/* "{10.0.0.1, 10.0.0.2}" */
static void put_sources(struct text *t, struct cursor *c, uint64_t n)
{
	text_char(t, '{');
	for (uint64_t i = 0; i < n && cursor_has(c, 4); i++) {
		text_ip4(t, u32(c));
		text_put(t, i + 1 < n ? ", " : "}");
	}
}

static void put_group(struct text *t, const char *what, uint32_t address, const char *more)
{
	text_put(t, what);
	text_ip4(t, address);
	text_put(t, more);
}

/* " / Join group 224.1.2.3 for source {10.0.0.1}", in the words of users, not of the standard. */
static void info_record(struct text *t, struct cursor *c)
{
	unsigned type = u8(c), aux = u8(c), n = u16(c);
	uint32_t group = u32(c);

	if (c->bad)
		return;
	switch (type) {
	case IS_INCLUDE:
	case TO_INCLUDE:
		put_group(t, n ? " / Join group " : " / Leave group ", group,
			  n > 1 ? " for sources in "
			  : n   ? " for source "
				: "");
		break;
	case IS_EXCLUDE:
	case TO_EXCLUDE:
		put_group(t, " / Join group ", group,
			  n > 1 ? ", for sources not in "
			  : n   ? ", for source not "
				: " for any sources");
		break;
	case ALLOW:
		put_group(t, " / Group ", group,
			  n > 1 ? ", new sources "
			  : n   ? ", new source "
				: ", ALLOW_NEW_SOURCES but no source specified (?)");
		break;
	case BLOCK_OLD:
		put_group(t, " / Group ", group,
			  n > 1 ? ", block sources "
			  : n   ? ", block source "
				: ", BLOCK_OLD_SOURCES but no source specified (?)");
		break;
	default:
		put_group(t, " / Group ", group,
			  n > 1 ? ", unknown record type (?), sources "
			  : n   ? ", unknown record type (?), source "
				: ", unknown record type (?)");
		break;
	}
	if (n)
		put_sources(t, c, n);
	cursor_take(c, aux * 4);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned n = count_of(l);

	(void)r;
	if (is_query(l) && n) {
		text_put(t, n > 1 ? ", sources " : ", source ");
		put_sources(t, &c, n);
	} else if (!is_query(l) && !n) {
		text_put(t, " - General query");
	}
	while (!is_query(l) && n-- && c.left.cap)
		info_record(t, &c);
}

static const struct hang hangs[] = {{"igmp.part", QUERY}, {"igmp.part", REPORT}, {0}};

const struct proto proto_igmp_v3 = {
	.brief = "IGMP",
	.no_column = true,
	.bare = true,
	.prefix = "igmp",
	.spec = "RFC 3376, 4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
