/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP over Ethernet, discovery stage. */
/* RFC 2516; RFC 4638 (PPP-Max-Payload), RFC 5578 (credits, metrics), TR-101 (DSL Forum's tags). */
#include "core/walk.h"
#include "shared/pppoe.h"

enum {
	PPPOED,
	PPPOE_ROWS,
	TAGS,
	SERVICE_NAME,
	AC_NAME,
	HOST_UNIQ,
	AC_COOKIE,
	VENDOR,
	VENDOR_OTHER,
	VENDOR_TAGS,
	CIRCUIT_ID,
	REMOTE_ID,
	RATE_UP,
	RATE_DOWN,
	MIN_UP,
	MIN_DOWN,
	ATTAINABLE_UP,
	ATTAINABLE_DOWN,
	MAX_UP,
	MAX_DOWN,
	MIN_UP_LP,
	MIN_DOWN_LP,
	MAX_DELAY_UP,
	DELAY_UP,
	MAX_DELAY_DOWN,
	DELAY_DOWN,
	VENDOR_TAG,
	VENDOR_TAG_LEN,
	VENDOR_UNKNOWN,
	LOOP_ENCAP,
	DATA_LINK,
	ENCAP_1,
	ENCAP_2,
	CREDITS,
	FCN,
	BCN,
	METRICS,
	MDR_UNITS,
	CDR_UNITS,
	RECEIVE_ONLY,
	LINK_QUALITY,
	RESOURCE,
	LATENCY,
	CURRENT_RATE,
	MAX_RATE,
	SEQ_NUM,
	CREDIT_SCALE,
	RELAY_SESSION,
	HURL,
	MOTM,
	MAX_PAYLOAD,
	IP_ROUTE,
	SERVICE_ERROR,
	SYSTEM_ERROR,
	GENERIC_ERROR,
	TAG,
	TAG_LEN,
	UNKNOWN_DATA,
	WRONG_LENGTH,
};

#define TAG_HEAD 4
#define END_OF_LIST 0
#define TAG_SERVICE_NAME 0x0101
#define TAG_AC_NAME 0x0102
#define TAG_VENDOR 0x0105
#define TAG_CREDITS 0x0106
#define TAG_METRICS 0x0107
#define DSL_FORUM 3561
#define LOOP_ENCAP_TAG 0x90

static const struct word tag_names[] = {
	{0x0000, "End-Of-List"},
	{0x0101, "Service-Name"},
	{0x0102, "AC-Name"},
	{0x0103, "Host-Uniq"},
	{0x0104, "AC-Cookie"},
	{0x0105, "Vendor-Specific"},
	{0x0106, "Credits"},
	{0x0107, "Metrics"},
	{0x0108, "Sequence Number"},
	{0x0109, "Credit Scale Factor"},
	{0x0110, "Relay-Session-Id"},
	{0x0111, "HURL"},
	{0x0112, "MOTM"},
	{0x0120, "PPP-Max-Payload"},
	{0x0121, "IP Route Add"},
	{0x0201, "Service-Name-Error"},
	{0x0202, "AC-System-Error"},
	{0x0203, "Generic-Error"},
};

static const struct word vendor_tag_names[] = {
	{0x01, "Circuit-ID"},
	{0x02, "Remote-ID"},
	{0x81, "Actual-Data-Rate-Up"},
	{0x82, "Actual-Data-Rate-Down"},
	{0x83, "Min-Data-Rate-Up"},
	{0x84, "Min-Data-Rate-Down"},
	{0x85, "Attainable-Data-Rate-Up"},
	{0x86, "Attainable-Data-Rate-Down"},
	{0x87, "Max-Data-Rate-Up"},
	{0x88, "Max-Data-Rate-Down"},
	{0x89, "Min-Data-Rate-Up-Low-Power"},
	{0x8a, "Min-Data-Rate-Down-Low-Power"},
	{0x8b, "Max-Interleaving-Delay-Up"},
	{0x8c, "Actual-Interleaving-Delay-Up"},
	{0x8d, "Max-Interleaving-Delay-Down"},
	{0x8e, "Actual-Interleaving-Delay-Down"},
	{0x90, "Access-Loop-Encapsulation"},
};

static const struct word data_links[] = {{0, "ATM AAL5"}, {1, "Ethernet"}};
static const struct word encaps_1[] = {{0, "NA"},
				       {1, "Untagged Ethernet"},
				       {2, "Single-tagged Ethernet"},
				       {3, "Double-tagged Ethernet"}};
static const struct word encaps_2[] = {
	{0, "NA"},
	{1, "PPPoA LLC"},
	{2, "PPPoA Null"},
	{3, "IPoA LLC"},
	{4, "IPoA Null"},
	{5, "Ethernet over AAL5 LLC w FCS"},
	{6, "Ethernet over AAL5 LLC w/o FCS"},
	{7, "Ethernet over AAL5 Null w FCS"},
	{8, "Ethernet over AAL5 Null w/o FCS"},
};
static const struct word rate_units[] = {{0, "kilobits per second"},
					 {1, "megabits per second"},
					 {2, "gigabits per second"},
					 {3, "terabits per second"}};

#define TEXT(row, name, what, says)                                                                \
	[row] = {                                                                                  \
		"pppoed.tags." name, what, STRING, .under = TAGS, .traits = ZSTRING, .help = says, \
		.ref = "RFC 2516, A"}
#define OCTETS(row, name, what, says, where) \
	[row] = {"pppoed.tags." name, what, BYTES, .under = TAGS, .help = says, .ref = where}
#define RATE(row, name, what, says)                                                         \
	[row] = {"pppoed.tags." name,   what, U32, DEC, .under = VENDOR_TAGS, .help = says, \
		 .ref = "TR-101, 3.9.4"}

static const struct field fields[] = {
	[PPPOED] = {"pppoed", "PPP-over-Ethernet Discovery", PROTO},
	PPPOE_FIELDS,
	[TAGS] = {"pppoed.tags", "PPPoE Tags", NONE, .help = "What is asked for and offered",
		  .ref = "5"},
	TEXT(SERVICE_NAME, "service_name", "Service-Name", "Which service"),
	TEXT(AC_NAME, "ac_name", "AC-Name", "Which access concentrator"),
	OCTETS(HOST_UNIQ, "host_uniq", "Host-Uniq", "The host's mark, to be sent back", "A"),
	OCTETS(AC_COOKIE, "ac_cookie", "AC-Cookie", "The concentrator's mark, to be sent back",
	       "A"),
	[VENDOR] = {"pppoed.tags.vendor_id", "Vendor id", U32, DEC, .under = TAGS,
		    .help = "Whose tag", .ref = "A"},
	[VENDOR_OTHER] = {"pppoed.tags.vendor_unspecified", "Vendor unspecified", BYTES,
			  .under = TAGS, .help = "What the vendor has in it", .ref = "A"},
	[VENDOR_TAGS] = {"pppoed.tags.vendorspecific.tags", "Vendor Specific PPPoE Tags", NONE,
			 .under = TAGS, .help = "The DSL Forum's tags about the line",
			 .ref = "TR-101, 3.9.4"},
	[CIRCUIT_ID] = {"pppoed.tags.circuit_id", "Circuit ID", STRING, .under = VENDOR_TAGS,
			.help = "Which line, to the access node", .ref = "TR-101, 3.9.3"},
	[REMOTE_ID] = {"pppoed.tags.remote_id", "Remote ID", STRING, .under = VENDOR_TAGS,
		       .help = "Which line, to the operator", .ref = "TR-101, 3.9.3"},
	RATE(RATE_UP, "act_data_rate_up", "Actual Data Rate Upstream", "kbit/s now"),
	RATE(RATE_DOWN, "act_data_rate_down", "Actual Data Rate Downstream", "kbit/s now"),
	RATE(MIN_UP, "min_data_rate_up", "Minimum Data Rate Upstream", "Least kbit/s"),
	RATE(MIN_DOWN, "min_data_rate_down", "Minimum Data Rate Downstream", "Least kbit/s"),
	RATE(ATTAINABLE_UP, "attainable_data_rate_up", "Attainable DataRate Upstream",
	     "kbit/s that the line could do"),
	RATE(ATTAINABLE_DOWN, "attainable_data_rate_down", "Attainable DataRate Downstream",
	     "kbit/s that the line could do"),
	RATE(MAX_UP, "max_data_rate_up", "Maximum Data Rate Upstream", "Most kbit/s"),
	RATE(MAX_DOWN, "max_data_rate_down", "Maximum Data Rate Downstream", "Most kbit/s"),
	RATE(MIN_UP_LP, "min_data_rate_up_lp", "Min DataRate Upstream in low power state",
	     "Least kbit/s while saving power"),
	RATE(MIN_DOWN_LP, "min_data_rate_down_lp",
	     "Minimum Data Rate Downstream in low power state", "Least kbit/s while saving power"),
	RATE(MAX_DELAY_UP, "max_int_delay_up", "Max Interleaving Delay Upstream", "ms at most"),
	RATE(DELAY_UP, "act_int_delay_up", "Actual Interleaving Delay Upstream", "ms now"),
	RATE(MAX_DELAY_DOWN, "max_int_delay_down", "Maximum Interleaving Delay Downstream",
	     "ms at most"),
	RATE(DELAY_DOWN, "act_int_delay_down", "Actual Interleaving Delay Downstream", "ms now"),
	[VENDOR_TAG] = {"pppoed.tag", "Tag", U16, HEX, .under = VENDOR_TAGS,
			WORDS(vendor_tag_names), .help = "Which tag", .ref = "TR-101, 3.9.4"},
	[VENDOR_TAG_LEN] = {"pppoed.tag_length_8", "Tag Length", U8, DEC, .under = VENDOR_TAGS,
			    .help = "Octets of it", .ref = "TR-101, 3.9.4"},
	[VENDOR_UNKNOWN] = {"pppoed.tag.unknown_data", "Unknown Data", BYTES, .under = VENDOR_TAGS,
			    .help = "What it holds", .ref = "TR-101, 3.9.4"},
	[LOOP_ENCAP] = {"pppoed.tags.access_loop_encap", "Access-Loop-Encapsulation", NONE,
			.under = VENDOR_TAGS, .help = "How frames travel on the line",
			.ref = "TR-101, 3.9.4"},
	[DATA_LINK] = {"pppoed.tags.access_loop_encap.data_link", "Data link", U8, HEX, AT(0, 8),
		       .under = LOOP_ENCAP, WORDS(data_links), .help = "Over which link",
		       .ref = "TR-101, 3.9.4"},
	[ENCAP_1] = {"pppoed.tags.access_loop_encap.encap_1", "Encaps 1", U8, HEX, AT(8, 8),
		     .under = LOOP_ENCAP, WORDS(encaps_1), .help = "With which tags",
		     .ref = "TR-101, 3.9.4"},
	[ENCAP_2] = {"pppoed.tags.access_loop_encap.encap_2", "Encaps 2", U8, HEX, AT(16, 8),
		     .under = LOOP_ENCAP, WORDS(encaps_2), .help = "In which cells",
		     .ref = "TR-101, 3.9.4"},
	OCTETS(CREDITS, "credits", "Credits", "Of an unknown form", "RFC 5578, 5"),
	[FCN] = {"pppoed.tags.credits.fcn", "FCN", U16, DEC, .under = TAGS,
		 .help = "Credits granted by this packet", .ref = "RFC 5578, 5"},
	[BCN] = {"pppoed.tags.credits.bcn", "BCN", U16, DEC, .under = TAGS,
		 .help = "Credits left for the other side", .ref = "RFC 5578, 5"},
	OCTETS(METRICS, "metrics", "Metrics", "Of an unknown form", "RFC 5578, 5"),
	[MDR_UNITS] = {"pppoed.tags.metrics.mdr_units", "MDR Units", U16, HEX, .under = TAGS,
		       WORDS(rate_units), .help = "Units of the greatest rate",
		       .ref = "RFC 5578, 5"},
	[CDR_UNITS] = {"pppoed.tags.metrics.cdr_units", "CDR Units", U16, HEX, .under = TAGS,
		       WORDS(rate_units), .help = "Units of the rate now", .ref = "RFC 5578, 5"},
	[RECEIVE_ONLY] = {"pppoed.tags.metrics.r", "Receive Only", BOOL, .under = TAGS,
			  .help = "The link carries nothing out", .ref = "RFC 5578, 5"},
	[LINK_QUALITY] = {"pppoed.tags.metrics.rlq", "Relative Link Quality", U8, DEC,
			  .under = TAGS, .help = "0 to 100", .ref = "RFC 5578, 5"},
	[RESOURCE] = {"pppoed.tags.metrics.resource", "Resource", U8, DEC, .under = TAGS,
		      .help = "0 to 100", .ref = "RFC 5578, 5"},
	[LATENCY] = {"pppoed.tags.metrics.latency", "Latency", U16, DEC, .under = TAGS,
		     .help = "Milliseconds", .ref = "RFC 5578, 5"},
	[CURRENT_RATE] = {"pppoed.tags.metrics.curr_drate", "Curr. datarate", U16, DEC,
			  .under = TAGS, .help = "In its units", .ref = "RFC 5578, 5"},
	[MAX_RATE] = {"pppoed.tags.metrics.max_drate", "Max. datarate", U16, DEC, .under = TAGS,
		      .help = "In its units", .ref = "RFC 5578, 5"},
	[SEQ_NUM] = {"pppoed.tags.seq_num", "Sequence Number", U16, HEX, .under = TAGS,
		     .help = "Which packet is answered", .ref = "RFC 5578, 5"},
	[CREDIT_SCALE] = {"pppoed.tags.credit_scale", "Credit Scale Factor", U16, DEC,
			  .under = TAGS, .help = "Octets of a credit", .ref = "RFC 5578, 5"},
	OCTETS(RELAY_SESSION, "relay_session_id", "Relay-Session-Id",
	       "A relay's mark, to be sent back", "A"),
	OCTETS(HURL, "hurl", "HURL", "A page for the user", "RFC 2516, extension"),
	OCTETS(MOTM, "motm", "MOTM", "A message of the minute", "RFC 2516, extension"),
	OCTETS(MAX_PAYLOAD, "max_payload", "PPP-Max-Payload", "Octets of PPP in a frame",
	       "RFC 4638, 3"),
	OCTETS(IP_ROUTE, "ip_route_add", "IP Route Add", "A route for the host",
	       "RFC 2516, extension"),
	TEXT(SERVICE_ERROR, "service_name_error", "Service-Name-Error", "Why not this service"),
	TEXT(SYSTEM_ERROR, "ac_system_error", "AC-System-Error", "What went wrong"),
	TEXT(GENERIC_ERROR, "generic_error", "Generic-Error", "What went wrong"),
	[TAG] = {"pppoed.tag", "Tag", U16, HEX, .under = TAGS, WORDS(tag_names),
		 .help = "Which tag", .ref = "A"},
	[TAG_LEN] = {"pppoed.tag_length", "Tag Length", U16, DEC, .under = TAGS,
		     .help = "Octets of it", .ref = "5"},
	[UNKNOWN_DATA] = {"pppoed.tag.unknown_data", "Unknown Data", BYTES, .under = TAGS,
			  .help = "What it holds", .ref = "5"},
	[WRONG_LENGTH] = EXPERT("pppoed.tag_length.invalid", "Wrong length", WARNING, G_MALFORMED),
};

/* Tags whose value is one row; of a size that must be right, or any (0). */
static const struct {
	uint16_t tag, row;
	uint8_t size;
} simple[] = {
	{0x0102, AC_NAME, 0},       {0x0103, HOST_UNIQ, 0},     {0x0104, AC_COOKIE, 0},
	{0x0108, SEQ_NUM, 2},       {0x0109, CREDIT_SCALE, 2},  {0x0110, RELAY_SESSION, 0},
	{0x0111, HURL, 0},          {0x0112, MOTM, 0},          {0x0120, MAX_PAYLOAD, 0},
	{0x0121, IP_ROUTE, 0},      {0x0201, SERVICE_ERROR, 0}, {0x0202, SYSTEM_ERROR, 0},
	{0x0203, GENERIC_ERROR, 0},
};

/* --- the DSL Forum's tags --- */

static void put_vendor_tag(struct walk *w, struct cursor *c)
{
	struct cursor head = *c, value;
	uint8_t tag = u8(c), len = u8(c);
	const char *name = word_for(fields[VENDOR_TAG].words, tag);

	value = *c;
	if (tag == 1 || tag == 2) {
		put(w, c, tag == 1 ? CIRCUIT_ID : REMOTE_ID, len);
		return;
	}
	if (tag == LOOP_ENCAP_TAG) {
		put(w, &value, LOOP_ENCAP, 3);
	} else if (!name) {
		put(w, &head, VENDOR_TAG, 1);
		put(w, &head, VENDOR_TAG_LEN, 1);
		put(w, &head, VENDOR_UNKNOWN, len);
	} else if (len == 4) {
		put(w, &value, RATE_UP + tag - 0x81u, 4);
	} else {
		expert(w, WRONG_LENGTH, "%s: Wrong length: %u (expected == 4)", name, len);
	}
	cursor_take(c, len);
}

static void put_vendor(struct walk *w, struct cursor *c)
{
	uint64_t vendor;
	uint32_t group;

	if (c->left.wire < 4)
		return;
	vendor = put(w, c, VENDOR, 4);
	if (!c->left.wire)
		return;
	if (vendor != DSL_FORUM) {
		put(w, c, VENDOR_OTHER, c->left.wire);
		return;
	}
	group = open_group(w, c, VENDOR_TAGS, c->left.wire);
	while (c->left.wire >= 2 && !c->bad)
		put_vendor_tag(w, c);
	shut_group(w, group, NULL);
}

/* --- tags --- */

static void put_metrics(struct walk *w, struct cursor *c)
{
	static const char *const units[] = {"kbps", "mbps", "gbps", "tbps"};
	uint32_t at = c->at;
	unsigned bits;

	if (c->left.wire != 10) {
		put(w, c, METRICS, c->left.wire);
		return;
	}
	bits = u16(c);
	put_value(w, MDR_UNITS, at, 2, bits >> 3 & 3);
	put_value(w, CDR_UNITS, at, 2, bits >> 1 & 3);
	put_value(w, RECEIVE_ONLY, at, 2, bits & 1);
	put(w, c, LINK_QUALITY, 1);
	put(w, c, RESOURCE, 1);
	put(w, c, LATENCY, 2);
	put(w, c, CURRENT_RATE, 2);
	label_tail(w, " %s", units[bits >> 1 & 3]);
	put(w, c, MAX_RATE, 2);
	label_tail(w, " %s", units[bits >> 3 & 3]);
}

static void put_credits(struct walk *w, struct cursor *c)
{
	if (c->left.wire != 4) {
		put(w, c, CREDITS, c->left.wire);
		return;
	}
	put(w, c, FCN, 2);
	put(w, c, BCN, 2);
}

static void put_unknown(struct walk *w, struct cursor *head, struct cursor *value)
{
	if (!value->left.wire)
		return;
	put(w, head, TAG, 2);
	put(w, head, TAG_LEN, 2);
	put(w, value, UNKNOWN_DATA, value->left.wire);
}

/* Whether the tag is one of the simple ones: then it is put. */
static bool put_simple(struct walk *w, unsigned tag, struct cursor *c)
{
	unsigned i = 0;

	while (i < COUNT(simple) && simple[i].tag != tag)
		i++;
	if (i == COUNT(simple))
		return false;
	if (simple[i].size && simple[i].size != c->left.wire)
		expert(w, WRONG_LENGTH, "%s tag: Wrong length: %u (expected %u)",
		       word_for(fields[TAG].words, tag), c->left.wire, simple[i].size);
	else
		put(w, c, simple[i].row, c->left.wire);
	return true;
}

static void put_tag(struct walk *w, struct cursor *c)
{
	struct cursor head = *c, value;
	unsigned tag = u16(c), len = u16(c);

	value = cursor_first(*c, len);
	cursor_take(c, len);
	if (c->bad)
		return;
	if (tag == TAG_SERVICE_NAME && len)
		put(w, &value, SERVICE_NAME, len);
	else if (tag == TAG_VENDOR)
		put_vendor(w, &value);
	else if (tag == TAG_CREDITS)
		put_credits(w, &value);
	else if (tag == TAG_METRICS)
		put_metrics(w, &value);
	else if (tag != TAG_SERVICE_NAME && !put_simple(w, tag, &value))
		put_unknown(w, &head, &value);
	if (value.bad)
		c->bad = value.bad;
}

static bool ends(struct cursor c)
{
	return u16(&c) == END_OF_LIST && !c.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t start = c->at, len = (uint32_t)VALUE(l, LENGTH), group;

	if (!len)
		return;
	group = open_group(w, c, TAGS, len);
	while (c->at - start + 2 <= len && !c->bad && !ends(*c))
		put_tag(w, c);
	shut_group(w, group, NULL);
}

/* "AC-Name='...'", which tells offers apart. */
static void put_names(struct text *t, const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, PPPOE_HEADER), (uint32_t)VALUE(l, LENGTH));

	while (c.left.cap >= TAG_HEAD) {
		unsigned tag = u16(&c), len = u16(&c);
		struct span value = cursor_take(&c, len);

		if (tag == END_OF_LIST)
			return;
		if (tag != TAG_AC_NAME || c.bad)
			continue;
		text_put(t, " AC-Name='");
		text_bytes(t, value.p, strnlen((const char *)value.p, value.cap));
		text_char(t, '\'');
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *code = word_for(&pppoe_codes, VALUE(l, CODE));

	(void)r;
	text_put(t, code ? code : "Unknown");
	put_names(t, l);
}

static const struct hang hangs[] = {{"ethertype", 0x8863}, {0}};

const struct proto proto_pppoed = {
	.brief = "PPPoED",
	.spec = "RFC 2516",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = PPPOE_HEADER,
	/* Who has the service?  PADI, of any service. */
	SAMPLE("\21\11\0\0\0\4"
	       "\1\1\0\0"),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
