/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP's parameters. */
/* RFC 9260, 3.2.1, 3.3; RFC 3758, 4895, 5061, 6525. */
#include "shared/sctp.h"

enum {
	PARAMETERS,
	PARAMETER,
	PARAMETER_FINAL,
	PTYPE,
	PTYPE_BIT_1,
	PTYPE_BIT_2,
	PLENGTH,
	HEARTBEAT_INFO,
	P_IPV4,
	P_IPV6,
	STATE_COOKIE,
	COOKIE_INCREMENT,
	HOSTNAME,
	ADDRESS_TYPE,
	REQUEST_NUMBER,
	RESPONSE_NUMBER,
	LAST_TSN,
	RECONFIG_SID,
	RESULT,
	SENDER_TSN,
	RECEIVER_TSN,
	ADD_OUT,
	ADD_OUT_RESERVED,
	ADD_IN,
	ADD_IN_RESERVED,
	RANDOM,
	AUTH_CHUNK,
	HMAC_ID,
	EXT_CHUNK,
	CORRELATION,
	INDICATION,
	PVALUE,
	PPADDING,
};

enum {
	P_HEARTBEAT = 0x0001,
	P_IPV4_ADDRESS = 0x0005,
	P_IPV6_ADDRESS = 0x0006,
	P_STATE_COOKIE = 0x0007,
	P_UNRECOGNIZED = 0x0008,
	P_PRESERVATIVE = 0x0009,
	P_HOSTNAME = 0x000b,
	P_ADDRESS_TYPES = 0x000c,
	P_OUTGOING_RESET = 0x000d,
	P_INCOMING_RESET = 0x000e,
	P_TSN_RESET = 0x000f,
	P_RESPONSE = 0x0010,
	P_ADD_OUT = 0x0011,
	P_ADD_IN = 0x0012,
	P_ECN = 0x8000,
	P_RANDOM = 0x8002,
	P_AUTH_CHUNKS = 0x8003,
	P_HMACS = 0x8004,
	P_EXTENSIONS = 0x8008,
	P_FORWARD_TSN = 0xc000,
	P_ADD_IP = 0xc001,
	P_DELETE_IP = 0xc002,
	P_ERROR_CAUSE = 0xc003,
	P_SET_PRIMARY = 0xc004,
	P_SUCCESS = 0xc005,
	P_ADAPTATION = 0xc006,
};

static const struct word parameter_stop[] = {
	{0, "Stop processing of chunk"},
	{1, "Skip parameter and continue processing of the chunk"},
};

static const struct word address_types[] = {
	{5, "IPv4 address"},
	{6, "IPv6 address"},
	{11, "Hostname address"},
};

static const struct word results[] = {
	{0, "Nothing to do"},
	{1, "Performed"},
	{2, "Denied"},
	{3, "Error - Wrong SSN"},
	{4, "Error - Request already in progress"},
	{5, "Error - Bad sequence number"},
	{6, "In progress"},
};

#define P_PUT(row, name, what, kind, base, says, section) \
	[row] = {"sctp." name, what, kind, base, .under = PARAMETER, .help = says, .ref = section}

static void put_parameters(struct walk *w, struct cursor *c, uint32_t owner, bool nested);

static const struct field fields[] = {
	[PARAMETERS] = {"sctp.parameters", "SCTP Parameters", PROTO},
	[PARAMETER] = {"text", "Parameter", HEADING},
	[PARAMETER_FINAL] = EXPERT("sctp.parameter_padding.expert",
				   "The padding of this final parameter should be the padding of "
				   "the chunk.",
				   REMARK, G_MALFORMED),
	[PTYPE] = {"sctp.parameter_type", "Parameter type", U16, HEX, .under = PARAMETER,
		   .words = &sctp_parameters, .help = "Which parameter", .ref = "3.2.1"},
	[PTYPE_BIT_1] = {"sctp.parameter_bit_1", "Bit", BOOL, AT(0, 1), BOX(16, 0), .under = PTYPE,
			 WORDS(parameter_stop), .help = "What to do with an unknown one",
			 .ref = "3.2.1"},
	[PTYPE_BIT_2] = {"sctp.parameter_bit_2", "Bit", BOOL, AT(1, 1), BOX(16, 1), .under = PTYPE,
			 .words = &sctp_reporting, .help = "Whether to tell the sender",
			 .ref = "3.2.1"},
	P_PUT(PLENGTH, "parameter_length", "Parameter length", U16, DEC, "Octets without padding",
	      "3.2.1"),
	P_PUT(HEARTBEAT_INFO, "parameter_heartbeat_information", "Heartbeat information", BYTES,
	      PLAIN, "To be sent back", "3.3.5"),
	P_PUT(P_IPV4, "parameter_ipv4_address", "IP Version 4 address", IPV4, PLAIN,
	      "One of the sender's", "3.3.2.1"),
	P_PUT(P_IPV6, "parameter_ipv6_address", "IP Version 6 address", IPV6, PLAIN,
	      "One of the sender's", "3.3.2.1"),
	P_PUT(STATE_COOKIE, "parameter_state_cookie", "State cookie", BYTES, PLAIN,
	      "To be sent back", "3.3.3.1"),
	P_PUT(COOKIE_INCREMENT, "parameter_cookie_preservative_incr",
	      "Suggested Cookie life-span increment (msec)", U32, DEC,
	      "How much longer it should live", "3.3.2.1"),
	[HOSTNAME] = {"sctp.parameter_hostname", "Hostname", STRING, .under = PARAMETER,
		      .traits = ZSTRING, .help = "Instead of addresses; now forbidden",
		      .ref = "3.3.2.1"},
	[ADDRESS_TYPE] = {"sctp.parameter_supported_address_type", "Supported address type", U16,
			  DEC, .under = PARAMETER, WORDS(address_types),
			  .help = "What the sender understands", .ref = "3.3.2.1"},
	P_PUT(REQUEST_NUMBER, "parameter_reconfig_request_sequence_number",
	      "Re-configuration request sequence number", U32, DEC, "Counts requests",
	      "RFC 6525, 4.1"),
	P_PUT(RESPONSE_NUMBER, "parameter_reconfig_response_sequence_number",
	      "Re-configuration response sequence number", U32, DEC, "Of the request",
	      "RFC 6525, 4.4"),
	P_PUT(LAST_TSN, "parameter_senders_last_assigned_tsn", "Senders last assigned TSN", U32,
	      DEC, "The last one before the reset", "RFC 6525, 4.1"),
	P_PUT(RECONFIG_SID, "parameter_reconfig_sid", "Stream Identifier", U16, DEC,
	      "A stream to be reset", "RFC 6525, 4.1"),
	[RESULT] = {"sctp.parameter_reconfig_response_result", "Result", U32, DEC,
		    .under = PARAMETER, WORDS(results), .help = "What became of the request",
		    .ref = "RFC 6525, 4.4"},
	P_PUT(SENDER_TSN, "parameter_senders_next_tsn", "Senders next TSN", U32, DEC,
	      "Where it goes on", "RFC 6525, 4.4"),
	P_PUT(RECEIVER_TSN, "parameter_receivers_next_tsn", "Receivers next TSN", U32, DEC,
	      "Where the other goes on", "RFC 6525, 4.4"),
	P_PUT(ADD_OUT, "parameter_add_outgoing_streams_number", "Number of streams", U16, DEC,
	      "Streams to be added", "RFC 6525, 4.5"),
	P_PUT(ADD_OUT_RESERVED, "parameter_add_outgoing_streams_reserved", "Reserved", U16, DEC,
	      "Always 0", "RFC 6525, 4.5"),
	P_PUT(ADD_IN, "parameter_add_incoming_streams_number", "Number of streams", U16, DEC,
	      "Streams to be added", "RFC 6525, 4.6"),
	P_PUT(ADD_IN_RESERVED, "parameter_add_incoming_streams_reserved", "Reserved", U16, DEC,
	      "Always 0", "RFC 6525, 4.6"),
	P_PUT(RANDOM, "random_number", "Random number", BYTES, PLAIN, "For the keys",
	      "RFC 4895, 3.1"),
	[AUTH_CHUNK] = {"sctp.chunk_type_to_auth", "Chunk type", U8, DEC, .under = PARAMETER,
			.words = &sctp_chunks, .help = "To be authenticated",
			.ref = "RFC 4895, 3.2"},
	[HMAC_ID] = {"sctp.hmac_id", "HMAC identifier", U16, DEC, .under = PARAMETER,
		     .words = &sctp_hmacs, .help = "A hash that the sender knows",
		     .ref = "RFC 4895, 3.3"},
	[EXT_CHUNK] = {"sctp.supported_chunk_type", "Supported chunk type", U8, DEC,
		       .under = PARAMETER, .words = &sctp_chunks, .help = "That the sender knows",
		       .ref = "RFC 5061, 4.2.7"},
	P_PUT(CORRELATION, "correlation_id", "Correlation_id", U32, HEX, "Tells changes apart",
	      "RFC 5061, 4.2"),
	P_PUT(INDICATION, "adaptation_layer_indication", "Indication", U32, HEX, "What lies above",
	      "RFC 5061, 4.2.6"),
	P_PUT(PVALUE, "parameter_value", "Parameter value", BYTES, PLAIN, "Of an unknown one",
	      "3.2.1"),
	P_PUT(PPADDING, "parameter_padding", "Parameter padding", BYTES, PLAIN, "Fills words up",
	      "3.2.1"),
};

/* Words of a list behind the label of `group`: " (Supported types: IPv4, IPv6)". */
static void put_list(struct walk *w, struct cursor *c, uint32_t group, unsigned row, uint32_t size,
		     const char *what)
{
	const char *before = "";

	label_tail_of(w, group, " (%s: ", what);
	while (cursor_has(c, size)) {
		uint64_t v = put(w, c, row, size);

		label_tail_of(w, group, "%s%s", before, row_word(w, row, v, "Unknown"));
		before = ", ";
	}
	label_tail_of(w, group, ")");
}

static void put_address_types(struct walk *w, struct cursor *c, uint32_t group)
{
	const char *before = "";

	label_tail_of(w, group, " (Supported types: ");
	while (cursor_has(c, 2)) {
		unsigned type = (unsigned)put(w, c, ADDRESS_TYPE, 2);

		label_tail_of(w, group, "%s", before);
		if (type == P_IPV4_ADDRESS || type == P_IPV6_ADDRESS)
			label_tail_of(w, group, type == P_IPV4_ADDRESS ? "IPv4" : "IPv6");
		else if (type == P_HOSTNAME)
			label_tail_of(w, group, "hostname");
		else
			label_tail_of(w, group, "%u", type);
		before = ", ";
	}
	label_tail_of(w, group, ")");
}

/* An address, in words behind the parameter and, where it stands in another one, behind that. */
static void put_address(struct walk *w, struct cursor *c, uint32_t group, uint32_t owner, bool six)
{
	struct text t = {0};
	struct cursor peek = *c;
	uint32_t len = six ? 16 : 4;

	if (!cursor_has(c, len)) {
		cursor_fail(c, len);
		return;
	}
	if (six)
		text_ip6(&t, cursor_take(&peek, len).p);
	else
		text_ip4(&t, u32(&peek));
	put(w, c, six ? P_IPV6 : P_IPV4, len);
	label_tail_of(w, group, " (Address: %s)", text_string(&t));
	label_tail_of(w, owner, "%s", text_string(&t));
	text_close(&t);
}

static void put_hostname(struct walk *w, struct cursor *c, uint32_t group, uint32_t owner)
{
	struct cursor name = *c;
	struct text t = {0};

	put(w, c, HOSTNAME, c->left.cap);
	while (name.left.cap) {
		uint8_t octet = u8(&name);

		if (!octet)
			break;
		text_char(&t, (char)octet);
	}
	label_tail_of(w, group, " (Hostname: %s)", text_string(&t));
	label_tail_of(w, owner, " (Hostname: %s)", text_string(&t));
	text_close(&t);
}

/* A change of addresses, RFC 5061, 4.2: its number, and the address as a parameter inside. */
static void put_change(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned correlation = (unsigned)put(w, c, CORRELATION, 4);

	label_tail_of(w, group, " (Address: ");
	put_parameters(w, c, group, true);
	label_tail_of(w, group, ", correlation ID: %u)", correlation);
}

/* RFC 6525, 4. */
static void put_reconfiguration(struct walk *w, struct cursor *c, unsigned type)
{
	put(w, c, type == P_RESPONSE ? RESPONSE_NUMBER : REQUEST_NUMBER, 4);
	switch (type) {
	case P_OUTGOING_RESET:
		put(w, c, RESPONSE_NUMBER, 4);
		put(w, c, LAST_TSN, 4);
		break;
	case P_RESPONSE:
		put(w, c, RESULT, 4);
		if (cursor_has(c, 8)) {
			put(w, c, SENDER_TSN, 4);
			put(w, c, RECEIVER_TSN, 4);
		}
		break;
	case P_ADD_OUT:
		put(w, c, ADD_OUT, 2);
		put(w, c, ADD_OUT_RESERVED, 2);
		break;
	case P_ADD_IN:
		put(w, c, ADD_IN, 2);
		put(w, c, ADD_IN_RESERVED, 2);
		break;
	default:
		break;
	}
	if (type == P_OUTGOING_RESET || type == P_INCOMING_RESET)
		while (cursor_has(c, 2))
			put(w, c, RECONFIG_SID, 2);
}

static void put_unknown_parameter(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	uint32_t n = c->left.wire;

	label_tail_of(w, group, " (Type %u, value length: %u byte%s)", type, n, plural(n));
	if (n)
		put(w, c, PVALUE, n);
}

/* Parameters that are just octets or numbers. */
static void put_plain_parameter(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	uint32_t n = c->left.wire;

	switch (type) {
	case P_HEARTBEAT:
		label_tail_of(w, group, " (Information: %u byte%s)", n, plural(n));
		if (n)
			put(w, c, HEARTBEAT_INFO, n);
		break;
	case P_STATE_COOKIE:
		label_tail_of(w, group, " (Cookie length: %u byte%s)", n, plural(n));
		if (n)
			put(w, c, STATE_COOKIE, n);
		break;
	case P_PRESERVATIVE:
		label_tail_of(w, group, " (Increment :%u msec)",
			      (unsigned)put(w, c, COOKIE_INCREMENT, 4));
		break;
	case P_RANDOM:
		if (n)
			put(w, c, RANDOM, n);
		break;
	case P_SUCCESS:
		label_tail_of(w, group, " (Correlation ID: %u)",
			      (unsigned)put(w, c, CORRELATION, 4));
		break;
	case P_ADAPTATION:
		label_tail_of(w, group, " (Indication: %u)", (unsigned)put(w, c, INDICATION, 4));
		break;
	case P_ECN:
	case P_FORWARD_TSN:
		break;
	default:
		put_unknown_parameter(w, c, type, group);
		break;
	}
}

static void put_parameter_value(struct walk *w, struct cursor *c, unsigned type, uint32_t group,
				uint32_t owner)
{
	switch (type) {
	case P_IPV4_ADDRESS:
	case P_IPV6_ADDRESS:
		put_address(w, c, group, owner, type == P_IPV6_ADDRESS);
		break;
	case P_HOSTNAME:
		put_hostname(w, c, group, owner);
		break;
	case P_ADDRESS_TYPES:
		put_address_types(w, c, group);
		break;
	case P_AUTH_CHUNKS:
		put_list(w, c, group, AUTH_CHUNK, 1, "Chunk types to be authenticated");
		break;
	case P_HMACS:
		put_list(w, c, group, HMAC_ID, 2, "Supported HMACs");
		break;
	case P_EXTENSIONS:
		put_list(w, c, group, EXT_CHUNK, 1, "Supported types");
		break;
	case P_ADD_IP:
	case P_DELETE_IP:
	case P_SET_PRIMARY:
		put_change(w, c, group);
		break;
	case P_ERROR_CAUSE:
		put(w, c, CORRELATION, 4);
		put_sctp_part(w, c, SCTP_CAUSES, NO_NODE);
		break;
	case P_UNRECOGNIZED:
		put_parameters(w, c, NO_NODE, true);
		break;
	default:
		if (type >= P_OUTGOING_RESET && type <= P_ADD_IN)
			put_reconfiguration(w, c, type);
		else
			put_plain_parameter(w, c, type, group);
		break;
	}
}

/* One parameter (RFC 9260, 3.2.1); `owner` is what has an address in its words. */
static void put_parameter(struct walk *w, struct cursor *c, uint32_t owner, bool nested)
{
	struct cursor peek = *c, value;
	unsigned type = u16(&peek), len = u16(&peek);
	uint32_t padded = (len + 3) & ~3u;
	bool final = padded > len && padded == c->left.wire;
	uint32_t group = open_group(w, c, PARAMETER, padded);

	label_whole(w, "%s parameter", row_word(w, PTYPE, type, "Unknown"));
	if (final && !nested)
		expert(w, PARAMETER_FINAL, NULL);
	put(w, c, PTYPE, 2);
	put(w, c, PLENGTH, 2);
	value = sctp_value(*c, len);
	if (len >= SCTP_HEAD)
		put_parameter_value(w, &value, type, group, owner);
	sctp_pass_value(c, len, value.bad);
	if (!nested)
		put_padding(w, c, PPADDING, len);
	else if (c->left.cap)
		put(w, c, PPADDING, c->left.cap);
	shut_group(w, group, NULL);
}

/* Parameters to the end; one that stands in another is alone there. */
static void put_parameters(struct walk *w, struct cursor *c, uint32_t owner, bool nested)
{
	if (w->depth > SCTP_MAX_DEPTH) {
		cursor_take(c, c->left.wire);
		return;
	}
	while (c->left.cap) {
		put_parameter(w, c, owner, nested);
		if (c->left.cap)
			label_tail_of(w, owner, " ");
	}
}

/* Parameters to the end; w->last is the node that has addresses in its words. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_parameters(w, c, w->last, false);
}

static const struct hang hangs[] = {{"sctp.part", SCTP_PARAMETERS}, {0}};

const struct proto proto_sctp_params = {
	.brief = "SCTP",
	.no_column = true,
	.bare = true,
	.prefix = "sctp",
	.spec = "RFC 9260, 3.2.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"sctp.part"}},
	.hangs = hangs,
	.rest = rest,
};
