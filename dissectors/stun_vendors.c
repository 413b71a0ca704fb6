/* SPDX-License-Identifier: BSD-2-Clause */
/* STUN's attributes that Microsoft and Google made. */
/* MS-TURN, MS-TURNBWM, MS-ICE2. */
#include "shared/stun.h"

enum {
	PART,
	RESERVED,
	MS_VERSION,
	MS_ICE_VERSION,
	MS_CONNECTION,
	MS_SEQUENCE,
	MS_STREAM,
	MS_QUALITY,
	MS_FOUNDATION,
	MS_SESSIONS,
	MS_SESSION,
	BW_MESSAGE,
	BW_ID,
	BW_MIN_SEND,
	BW_MAX_SEND,
	BW_MIN_RECEIVE,
	BW_MAX_RECEIVE,
	RP_VALID,
	RP_PSTN,
	RP_RESERVED,
	RP_MAX_SEND,
	RP_MAX_RECEIVE,
	SIP_DIALOG,
	SIP_CALL,
	PEER_LOCATION,
	SELF_LOCATION,
	FEDERATION,
	NETWORK_ID,
	NETWORK_COST,
};

static const struct word ms_versions[] = {
	{1, "ICE"},
	{2, "MS-ICE2"},
	{3, "MS-ICE2 with SHA256"},
	{4, "MS-ICE2 with SHA256 and IPv6"},
	{5, "MULTIPLEXED TURN over UDP only"},
	{6, "MULTIPLEXED TURN over UDP and TCP"},
};
static const struct word streams[] = {
	{1, "Audio"}, {2, "Video"}, {3, "Supplemental Video"}, {4, "Data"}};
static const struct word qualities[] = {{0, "Best effort delivery"}, {1, "Reliable delivery"}};
static const struct word reservation_steps[] = {
	{0, "Reservation Check"}, {1, "Reservation Commit"}, {2, "Reservation Update"}};
static const struct word locations[] = {{0, "Unknown"}, {1, "Internet"}, {2, "Intranet"}};
static const struct word federations[] = {
	{0, "No Federation"}, {1, "Enterprise Federation"}, {2, "Public Cloud Federation"}};
static const struct word costs[] = {
	{0, "Min"},          {10, "Low"},         {50, "Unknown"},
	{250, "Cellular5G"}, {500, "Cellular4G"}, {900, "Cellular"},
	{910, "Cellular3G"}, {980, "Cellular2G"}, {999, "Max"},
};
static const struct words ms_version_words = {ms_versions, COUNT(ms_versions)};
static void form_ice_version(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%s (%u)",
		    n->u < 3 ? "Supports only RFC3489bis-02 message formats"
			     : "Supports RFC5389 message formats",
		    (unsigned)n->u);
}

#define ROW(row, name, label, kind, base, words) \
	[row] = {"stun.att." name, label, kind, base, .help = (words), .ref = "RFC 8489, 14"}
#define TEXT_ROW(row, name, label, words)                    \
	[row] = {"stun.att." name,  label,           STRING, \
		 .traits = ZSTRING, .help = (words), .ref = "RFC 8489, 14"}
static const struct field fields[] = {
	[PART] = {"stun.vendors", "STUN Vendors", PROTO, .help = "What vendors add"},
	ROW(RESERVED, "reserved", "Reserved", BYTES, 0, "Zero"),
	[MS_VERSION] = {"stun.att.ms.version", "MS Version", U32, DEC, WORDS(ms_versions),
			.help = "What the sender knows", .ref = "MS-TURN, 2.2.2.18"},
	[MS_ICE_VERSION] = {"stun.att.ms.version.ice", "MS ICE Version", U32, DEC,
			    .form = form_ice_version, .help = "What the sender knows",
			    .ref = "MS-ICE2, 2.2.3.2"},
	ROW(MS_CONNECTION, "ms.connection_id", "Connection ID", BYTES, 0, "Names the connection"),
	ROW(MS_SEQUENCE, "ms.sequence_number", "Sequence Number", U32, DEC, "Counts messages"),
	[MS_STREAM] = {"stun.att.ms.stream_type", "Stream Type", U16, DEC, WORDS(streams),
		       .help = "What it carries", .ref = "MS-TURN, 2.2.2.19"},
	[MS_QUALITY] = {"stun.att.ms.service_quality", "Service Quality", U16, DEC,
			WORDS(qualities), .help = "How reliably", .ref = "MS-TURN, 2.2.2.19"},
	TEXT_ROW(MS_FOUNDATION, "ms.foundation", "Foundation", "Of the candidate"),
	ROW(MS_SESSIONS, "ms.multiplexed_turn_session_id", "MS Multiplexed TURN Session Id", U64,
	    HEX, "Names the session"),
	ROW(MS_SESSION, "ms.turn_session_id", "MS TURN Session Id", U64, HEX, "Names the session"),
	[BW_MESSAGE] = {"stun.att.bandwidth_acm.type", "Message Type", U16, DEC,
			WORDS(reservation_steps), .help = "What is wanted", .ref = "MS-TURNBWM"},
	ROW(BW_ID, "bandwidth_rsv_id", "Reservation ID", BYTES, 0, "Names what is reserved"),
	ROW(BW_MIN_SEND, "bandwidth_rsv_amount.misb", "Minimum Send Bandwidth", U32, DEC,
	    "Kilobits a second"),
	ROW(BW_MAX_SEND, "bandwidth_rsv_amount.masb", "Maximum Send Bandwidth", U32, DEC,
	    "Kilobits a second"),
	ROW(BW_MIN_RECEIVE, "bandwidth_rsv_amount.mirb", "Minimum Receive Bandwidth", U32, DEC,
	    "Kilobits a second"),
	ROW(BW_MAX_RECEIVE, "bandwidth_rsv_amount.marb", "Maximum Receive Bandwidth", U32, DEC,
	    "Kilobits a second"),
	[RP_VALID] = {"stun.att.address_rp.valid", "Valid", BOOL, WORDS(yes_no),
		      .help = "The site is known", .ref = "MS-TURNBWM"},
	[RP_PSTN] = {"stun.att.address_rp.pstn", "PSTN", BOOL, WORDS(yes_no),
		     .help = "It is the telephone network", .ref = "MS-TURNBWM"},
	ROW(RP_RESERVED, "address_rp.reserved", "Reserved", U32, HEX, "Zero"),
	ROW(RP_MAX_SEND, "address_rp.masb", "Maximum Send Bandwidth", U32, DEC,
	    "Kilobits a second"),
	ROW(RP_MAX_RECEIVE, "address_rp.marb", "Maximum Receive Bandwidth", U32, DEC,
	    "Kilobits a second"),
	ROW(SIP_DIALOG, "sip_dialog_id", "SIP Dialog ID", BYTES, 0, "The call that it is for"),
	ROW(SIP_CALL, "sip_call_id", "SIP Call ID", BYTES, 0, "The call that it is for"),
	[PEER_LOCATION] = {"stun.att.lp.peer_location", "Peer Location", U8, DEC, WORDS(locations),
			   .help = "Where the peer is", .ref = "MS-TURNBWM"},
	[SELF_LOCATION] = {"stun.att.lp.seft_location", "Self Location", U8, DEC, WORDS(locations),
			   .help = "Where the sender is", .ref = "MS-TURNBWM"},
	[FEDERATION] = {"stun.att.lp.federation", "Federation", U8, DEC, WORDS(federations),
			.help = "Whose users they are", .ref = "MS-TURNBWM"},
	ROW(NETWORK_ID, "google.network_id", "Google Network ID", U16, DEC, "Of an interface"),
	[NETWORK_COST] = {"stun.att.google.network_cost", "Google Network Cost", U16, DEC,
			  WORDS(costs), .help = "What it costs to use it"},
};

static void read_ms_version(const struct stun_value *r, struct cursor *c, unsigned row)
{
	unsigned version = (unsigned)put(r->w, c, row, 4);
	const char *word = word_for(&ms_version_words, version);

	if (c->bad)
		return;
	if (word)
		label_tail_of(r->w, r->group, ": %s", word);
	else
		label_tail_of(r->w, r->group, ": Unknown (0x%u)", version);
}

static void read_ice_version(const struct stun_value *r, struct cursor *c, unsigned row)
{
	uint64_t version = put(r->w, c, row, 4);

	if (!c->bad)
		label_tail_of(r->w, r->group, ": %s",
			      version < 3 ? "Supports only RFC3489bis-02 message formats"
					  : "Supports RFC5389 message formats");
}

/* Rows behind one another, whatever the attribute's length. */
static void read_sequence(const struct stun_value *r, struct cursor *c, unsigned row)
{
	(void)row;
	put_rows(r->w, c, (const struct part[]){{MS_CONNECTION, 20}, {MS_SEQUENCE, 4}, {0, 0}});
}

static void read_quality(const struct stun_value *r, struct cursor *c, unsigned row)
{
	(void)row;
	put_rows(r->w, c, (const struct part[]){{MS_STREAM, 2}, {MS_QUALITY, 2}, {0, 0}});
}

static void read_foundation(const struct stun_value *r, struct cursor *c, unsigned row)
{
	put(r->w, c, row, r->len < 4 ? r->len : 4);
}

static void read_bandwidth_step(const struct stun_value *r, struct cursor *c, unsigned row)
{
	(void)row;
	put_rows(r->w, c, (const struct part[]){{RESERVED, 2}, {BW_MESSAGE, 2}, {0, 0}});
}

static void read_bandwidth_id(const struct stun_value *r, struct cursor *c, unsigned row)
{
	put(r->w, c, row, 16);
}

static void read_bandwidths(const struct stun_value *r, struct cursor *c, unsigned row)
{
	(void)row;
	put_rows(r->w, c,
		 (const struct part[]){{BW_MAX_SEND, 4},
				       {BW_MIN_SEND, 4},
				       {BW_MAX_RECEIVE, 4},
				       {BW_MIN_RECEIVE, 4},
				       {0, 0}});
}

static void read_site(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct cursor bits = *c;
	uint32_t all = u32(&bits);
	bool whose = r->type & 1;

	(void)row;
	put_value(r->w, RP_VALID, c->at, 4, all >> 31);
	label_name(r->w, "%u... .... .... .... .... .... .... .... = Valid", all >> 31);
	if (whose) {
		put_value(r->w, RP_PSTN, c->at, 4, all >> 30 & 1);
		label_name(r->w, ".%u.. .... .... .... .... .... .... .... = PSTN", all >> 30 & 1);
	}
	put_spread(r->w, *c, RP_RESERVED, 4, whose ? 0x3fffffff : 0x7fffffff);
	cursor_pull(c, 4);
	put_rows(r->w, c, (const struct part[]){{RP_MAX_SEND, 4}, {RP_MAX_RECEIVE, 4}, {0, 0}});
}

static void read_location(const struct stun_value *r, struct cursor *c, unsigned row)
{
	(void)row;
	put_rows(r->w, c,
		 (const struct part[]){{PEER_LOCATION, 1},
				       {SELF_LOCATION, 1},
				       {FEDERATION, 1},
				       {RESERVED, 1},
				       {0, 0}});
}

static void read_network(const struct stun_value *r, struct cursor *c, unsigned row)
{
	(void)row;
	put_rows(r->w, c, (const struct part[]){{NETWORK_ID, 2}, {NETWORK_COST, 2}, {0, 0}});
}

static void read_octets(const struct stun_value *r, struct cursor *c, unsigned row)
{
	put(r->w, c, row, r->len);
}

static void read_long(const struct stun_value *r, struct cursor *c, unsigned row)
{
	put(r->w, c, row, 8);
}

static const struct reader {
	uint16_t type;
	uint8_t row; /* shows the value, for hooks that want one */
	void (*read)(const struct stun_value *, struct cursor *, unsigned row);
} readers[] = {
	{0x8008, MS_VERSION, read_ms_version},
	{0x8050, 0, read_sequence},
	{0x8054, MS_FOUNDATION, read_foundation},
	{0x8055, 0, read_quality},
	{0x8056, 0, read_bandwidth_step},
	{0x8057, BW_ID, read_bandwidth_id},
	{0x8058, 0, read_bandwidths},
	{0x805d, 0, read_site},
	{0x805e, 0, read_site},
	{0x805f, 0, read_site},
	{0x8060, 0, read_site},
	{0x8061, SIP_DIALOG, read_octets},
	{0x8062, SIP_CALL, read_octets},
	{0x8068, 0, read_location},
	{0x8070, MS_ICE_VERSION, read_ice_version},
	{0x8095, MS_SESSIONS, read_long},
	{0xc057, 0, read_network},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct stun_value *value = stun_value_of(l->parent->parent);

	(void)w;
	for (unsigned i = 0; i < COUNT(readers); i++)
		if (readers[i].type == value->type)
			readers[i].read(value, c, readers[i].row);
}

static const struct hang hangs[] = {{"stun.part", STUN_VENDORS}, {0}};

const struct proto proto_stun_vendors = {
	.brief = "STUN",
	.no_column = true,
	.bare = true,
	.prefix = "stun",
	.spec = "RFC 8489, 14",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
