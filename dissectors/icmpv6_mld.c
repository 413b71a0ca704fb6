/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: multicast listeners and routers. */
/* RFC 2710 and 3810 (listener discovery), RFC 4286 (router discovery). */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	MLD,
	RESERVED,
	MLD_DELAY,
	MLD_CODE,
	MLD_ADDRESS,
	MLD_FLAGS,
	MLD_S,
	MLD_QRV,
	MLD_RSV,
	MLD_QQI,
	MLD_N,
	MLD_SOURCE,
	MLDR_N,
	MAR,
	MAR_TYPE,
	MAR_AUX_LEN,
	MAR_N,
	MAR_ADDRESS,
	MAR_SOURCE,
	MAR_AUX,
	MRD_INTERVAL,
	MRD_ROBUSTNESS,
};

enum {
	MLD_QUERY = 130,
	MLD2_REPORT = 143,
	MULTICAST_ADVERT = 151,
	MULTICAST_SOLICIT,
	MULTICAST_END
};

static const struct word record_types[] = {
	{1, "Include"},
	{2, "Exclude"},
	{3, "Changed to include"},
	{4, "Changed to exclude"},
	{5, "Allow new sources"},
	{6, "Block old sources"},
};

static const struct field fields[] = {
	[MLD] = {"icmpv6.mld", "Multicast Listener Discovery", PROTO},
	[RESERVED] = ROW_RESERVED,
	[MLD_DELAY] = {"icmpv6.mld.maximum_response_delay", "Maximum Response Delay [ms]", U16, DEC,
		       .help = "Milliseconds until the report at most", .ref = "RFC 2710, 3.4"},
	[MLD_CODE] = {"icmpv6.mld.maximum_response_code", "Maximum Response Code", U16, DEC,
		      .help = "Milliseconds until the report at most", .ref = "RFC 3810, 5.1.3"},
	[MLD_ADDRESS] = {"icmpv6.mld.multicast_address", "Multicast Address", IPV6,
			 .help = "The group", .ref = "RFC 2710, 3.6"},
	[MLD_FLAGS] = {"icmpv6.mld.flag", "Flags", U8, HEX, .form = form_flags, .help = "All flags",
		       .ref = "RFC 3810, 5.1.7"},
	[MLD_S] = {"icmpv6.mld.flag.s", "Suppress Router-Side Processing", BOOL, AT(4, 1),
		   .under = MLD_FLAGS, .help = "Routers leave their timers alone",
		   .ref = "RFC 3810, 5.1.7"},
	[MLD_QRV] = {"icmpv6.mld.flag.qrv", "QRV (Querier's Robustness Variable)", U8, DEC,
		     AT(5, 3), .under = MLD_FLAGS, .help = "Losses that are expected",
		     .ref = "RFC 3810, 5.1.8"},
	[MLD_RSV] = {"icmpv6.mld.flag.reserved", "Reserved", U8, DEC, AT(0, 4), .under = MLD_FLAGS,
		     .help = "Always 0", .ref = "RFC 3810, 5.1.6"},
	[MLD_QQI] = {"icmpv6.mld.qqi", "QQIC (Querier's Query Interval Code)", U8, DEC,
		     .help = "Seconds between queries", .ref = "RFC 3810, 5.1.9"},
	[MLD_N] = {"icmpv6.mld.nb_sources", "Number of Sources", U16, DEC,
		   .help = "How many sources", .ref = "RFC 3810, 5.1.10"},
	[MLD_SOURCE] = {"icmpv6.mld.source_address", "Source Address", IPV6, .help = "A source",
			.ref = "RFC 3810, 5.1.11"},
	[MLDR_N] = {"icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records", U16, DEC,
		    .help = "How many records", .ref = "RFC 3810, 5.2.2"},
	[MAR] = {"icmpv6.mldr.mar", "Multicast Address Record", NONE,
		 .help = "What is wanted of one group", .ref = "RFC 3810, 5.2.4"},
	[MAR_TYPE] = {"icmpv6.mldr.mar.record_type", "Record Type", U8, DEC, .under = MAR,
		      WORDS(record_types), .help = "What kind of record",
		      .ref = "RFC 3810, 5.2.12"},
	[MAR_AUX_LEN] = {"icmpv6.mldr.mar.aux_data_len", "Aux Data Len", U8, DEC, .under = MAR,
			 .help = "Words of auxiliary data", .ref = "RFC 3810, 5.2.6"},
	[MAR_N] = {"icmpv6.mldr.mar.nb_sources", "Number of Sources", U16, DEC, .under = MAR,
		   .help = "How many sources", .ref = "RFC 3810, 5.2.7"},
	[MAR_ADDRESS] = {"icmpv6.mldr.mar.multicast_address", "Multicast Address", IPV6,
			 .under = MAR, .help = "The group", .ref = "RFC 3810, 5.2.8"},
	[MAR_SOURCE] = {"icmpv6.mldr.mar.source_address", "Source Address", IPV6, .under = MAR,
			.help = "A source", .ref = "RFC 3810, 5.2.9"},
	[MAR_AUX] = {"icmpv6.mldr.mar.auxiliary_data", "Auxiliary Data", BYTES, .under = MAR,
		     .help = "Auxiliary data", .ref = "RFC 3810, 5.2.10"},
	[MRD_INTERVAL] = {"icmpv6.mcast_ra.query_interval", "Query Interval", U16, DEC,
			  .help = "Seconds between queries", .ref = "RFC 4286, 3.2"},
	[MRD_ROBUSTNESS] = {"icmpv6.mcast_ra.robustness_variable", "Robustness Variable", U16, DEC,
			    .help = "Losses that are expected", .ref = "RFC 4286, 3.2"},
};

/* RFC 3810, 5.1.3, 5.1.9: a number with an exponent when its first bit is set. */
static uint32_t float_code(uint32_t code, unsigned mantissa_bits)
{
	uint32_t one = UINT32_C(1) << mantissa_bits;
	unsigned exponent = code >> mantissa_bits & 7;

	return code < 8 * one ? code : ((code & (one - 1)) | one) << (exponent + 3);
}

#define MLD1_LEN 24

static void read_mld_1(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {
		{MLD_DELAY, 2}, {RESERVED, 2}, {MLD_ADDRESS, 16}, {0, 0}};

	put_rows(w, c, parts);
}

static void read_mld(struct walk *w, const struct layer *l, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned code;

	if (icmpv6_type(l) != MLD_QUERY || l->parent->bytes.wire == MLD1_LEN) {
		read_mld_1(w, c);
		return;
	}
	code = u16(c);
	if (c->bad)
		return;
	put_value(w, MLD_CODE, at, 2, float_code(code, 12));
	put(w, c, RESERVED, 2);
	put(w, c, MLD_ADDRESS, 16);
	put(w, c, MLD_FLAGS, 1);
	at = c->at;
	code = u8(c);
	if (c->bad)
		return;
	put_value(w, MLD_QQI, at, 1, float_code(code, 4));
	for (uint64_t n = put(w, c, MLD_N, 2); n && !c->bad; n--)
		put(w, c, MLD_SOURCE, 16);
}

static void put_record(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, MAR, 20);
	uint32_t type = (uint32_t)put(w, c, MAR_TYPE, 1);
	uint32_t aux = (uint32_t)put(w, c, MAR_AUX_LEN, 1) * 4;
	uint64_t n = put(w, c, MAR_N, 2);
	const char *word = word_for(fields[MAR_TYPE].words, type);
	const char *address = peek_address(w, *c);

	if (address && word)
		label_tail_of(w, group, " %s: %s", word, address);
	else if (address)
		label_tail_of(w, group, " Unknown Record Type (%u): %s", type, address);
	put(w, c, MAR_ADDRESS, 16);
	for (; n && !c->bad; n--)
		put(w, c, MAR_SOURCE, 16);
	if (aux)
		put(w, c, MAR_AUX, aux);
	shut_group(w, group, c);
}

static void read_mld_2(struct walk *w, struct cursor *c)
{
	put(w, c, RESERVED, 2);
	put(w, c, MLDR_N, 2);
	while (c->left.wire && !c->bad)
		put_record(w, c);
}

static void read_router(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{MRD_INTERVAL, 2}, {MRD_ROBUSTNESS, 2}, {0, 0}};

	put_rows(w, c, parts);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	switch (icmpv6_type(l)) {
	case MLD2_REPORT:
		read_mld_2(w, c);
		break;
	case MULTICAST_ADVERT:
		read_router(w, c);
		break;
	case MULTICAST_SOLICIT:
	case MULTICAST_END:
		break;
	default:
		read_mld(w, l, c);
		break;
	}
}

static const struct hang hangs[] = {
	{"icmpv6.type", 130}, {"icmpv6.type", 131}, {"icmpv6.type", 132}, {"icmpv6.type", 143},
	{"icmpv6.type", 151}, {"icmpv6.type", 152}, {"icmpv6.type", 153}, {0}};

const struct proto proto_icmpv6_mld = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 3810, 5",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
