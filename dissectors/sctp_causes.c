/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP's causes of errors. */
/* RFC 9260, 3.3.10; RFC 5061, 4.3. */
#include "shared/sctp.h"

enum {
	CAUSES,
	CAUSE,
	CAUSE_CODE,
	CAUSE_LENGTH,
	CAUSE_SID,
	CAUSE_RESERVED,
	MISSING_COUNT,
	MISSING_TYPE,
	STALENESS,
	CAUSE_TSN,
	CAUSE_INFO,
	CAUSE_PADDING,
	HMAC_ID,
};

enum {
	E_INVALID_SID = 1,
	E_MISSING_PARAMETER,
	E_STALE_COOKIE,
	E_RESOURCES,
	E_UNRESOLVABLE,
	E_UNRECOGNIZED_CHUNK,
	E_INVALID_PARAMETER,
	E_UNRECOGNIZED_PARAMETERS,
	E_NO_DATA,
	E_COOKIE_IN_SHUTDOWN,
	E_NEW_ADDRESSES,
	E_USER_ABORT,
	E_VIOLATION,
	E_LAST_ADDRESS = 0xa0,
	E_SHORTAGE,
	E_SOURCE_ADDRESS,
	E_ILLEGAL_ACK,
	E_NO_AUTHORIZATION,
	E_HMAC = 0x105,
};

static const struct word cause_codes[] = {
	{0x1, "Invalid stream identifier"},
	{0x2, "Missing mandatory parameter"},
	{0x3, "Stale cookie error"},
	{0x4, "Out of resource"},
	{0x5, "Unresolvable address"},
	{0x6, "Unrecognized chunk type"},
	{0x7, "Invalid mandatory parameter"},
	{0x8, "Unrecognized parameters"},
	{0x9, "No user data"},
	{0xa, "Cookie received while shutting down"},
	{0xb, "Restart of an association with new addresses"},
	{0xc, "User initiated ABORT"},
	{0xd, "Protocol violation"},
	{0xa0, "Request to delete last address"},
	{0xa1, "Operation refused due to resource shortage"},
	{0xa2, "Request to delete source address"},
	{0xa3, "Association Aborted due to illegal ASCONF-ACK"},
	{0xa4, "Request refused - no authorization"},
	{0x105, "Unsupported HMAC identifier"},
};

#define E_PUT(row, name, what, kind, base, says)                         \
	[row] = {"sctp.cause_" name, what,         kind,           base, \
		 .under = CAUSE,     .help = says, .ref = "3.3.10"}

static const struct field fields[] = {
	[CAUSES] = {"sctp.causes", "SCTP Error Causes", PROTO},
	[CAUSE] = {"text", "Cause", HEADING},
	[CAUSE_CODE] = {"sctp.cause_code", "Cause code", U16, HEX, .under = CAUSE,
			WORDS(cause_codes), .help = "What is wrong", .ref = "3.3.10"},
	E_PUT(CAUSE_LENGTH, "length", "Cause length", U16, DEC, "Octets without padding"),
	E_PUT(CAUSE_SID, "stream_identifier", "Stream identifier", U16, DEC,
	      "There is no such stream"),
	E_PUT(CAUSE_RESERVED, "reserved", "Reserved", U16, DEC, "Always 0"),
	E_PUT(MISSING_COUNT, "nr_of_missing_parameters", "Number of missing parameters", U32, DEC,
	      "How many are missing"),
	[MISSING_TYPE] = {"sctp.cause_missing_parameter_type", "Missing parameter type", U16, HEX,
			  .under = CAUSE, .words = &sctp_parameters, .help = "Which one",
			  .ref = "3.3.10.2"},
	E_PUT(STALENESS, "measure_of_staleness", "Measure of staleness in usec", U32, DEC,
	      "How long ago the cookie expired"),
	E_PUT(CAUSE_TSN, "tsn", "TSN", U32, DEC, "Of the chunk without data"),
	E_PUT(CAUSE_INFO, "information", "Cause information", BYTES, PLAIN, "More about it"),
	E_PUT(CAUSE_PADDING, "padding", "Cause padding", BYTES, PLAIN, "Fills words up"),
	[HMAC_ID] = {"sctp.hmac_id", "HMAC identifier", U16, DEC, .under = CAUSE,
		     .words = &sctp_hmacs, .help = "A hash that the sender knows",
		     .ref = "RFC 4895, 3.3"},
};

static void put_missing(struct walk *w, struct cursor *c)
{
	uint64_t n = put(w, c, MISSING_COUNT, 4);

	for (; n && cursor_has(c, 2); n--)
		put(w, c, MISSING_TYPE, 2);
}

static void put_cause_info(struct walk *w, struct cursor *c)
{
	if (c->left.wire)
		put(w, c, CAUSE_INFO, c->left.wire);
}

static void put_coded_info(struct walk *w, struct cursor *c, unsigned code, uint32_t group)
{
	label_tail_of(w, group, " (Code: %u, information length: %u byte%s)", code, c->left.wire,
		      plural(c->left.wire));
	put_cause_info(w, c);
}

/* A parameter whose address stands in the cause's words, too. */
static void put_cause_address(struct walk *w, struct cursor *c, uint32_t group, const char *what)
{
	label_tail_of(w, group, " (%s: ", what);
	put_sctp_part(w, c, SCTP_PARAMETERS, group);
	label_tail_of(w, group, ")");
}

static void put_cause_value(struct walk *w, struct cursor *c, unsigned code, uint32_t group)
{
	switch (code) {
	case E_INVALID_SID:
		label_tail_of(w, group, " (SID: %u)", (unsigned)put(w, c, CAUSE_SID, 2));
		put(w, c, CAUSE_RESERVED, 2);
		break;
	case E_MISSING_PARAMETER:
		put_missing(w, c);
		break;
	case E_STALE_COOKIE:
		label_tail_of(w, group, " (Measure: %u usec)", (unsigned)put(w, c, STALENESS, 4));
		break;
	case E_UNRESOLVABLE:
		put_sctp_part(w, c, SCTP_PARAMETERS, group);
		break;
	case E_NEW_ADDRESSES:
		put_cause_address(w, c, group, "New addresses");
		break;
	case E_UNRECOGNIZED_CHUNK:
		put_sctp_part(w, c, SCTP_CHUNK, group);
		break;
	case E_UNRECOGNIZED_PARAMETERS:
	case E_SHORTAGE:
	case E_NO_AUTHORIZATION:
		put_sctp_part(w, c, SCTP_PARAMETERS, NO_NODE);
		break;
	case E_NO_DATA:
		label_tail_of(w, group, " (TSN: %u)", (unsigned)put(w, c, CAUSE_TSN, 4));
		break;
	case E_RESOURCES:
	case E_INVALID_PARAMETER:
	case E_COOKIE_IN_SHUTDOWN:
		break;
	case E_USER_ABORT:
	case E_VIOLATION:
		put_cause_info(w, c);
		break;
	case E_LAST_ADDRESS:
		put_cause_address(w, c, group, "Last address");
		break;
	case E_SOURCE_ADDRESS:
		put_cause_address(w, c, group, "Deleted address");
		break;
	case E_HMAC:
		put(w, c, HMAC_ID, 2);
		break;
	default:
		put_coded_info(w, c, code, group);
		break;
	}
}

static void put_cause(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, value;
	unsigned code = u16(&peek), len = u16(&peek);
	uint32_t group = open_group(w, c, CAUSE, len);

	label_whole(w, "%s cause", row_word(w, CAUSE_CODE, code, "Unknown"));
	put(w, c, CAUSE_CODE, 2);
	put(w, c, CAUSE_LENGTH, 2);
	value = sctp_value(*c, len);
	if (len >= SCTP_HEAD)
		put_cause_value(w, &value, code, group);
	sctp_pass_value(c, len, value.bad);
	put_padding(w, c, CAUSE_PADDING, len);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (w->depth > SCTP_MAX_DEPTH) {
		cursor_take(c, c->left.wire);
		return;
	}
	while (c->left.cap)
		put_cause(w, c);
}

static const struct hang hangs[] = {{"sctp.part", SCTP_CAUSES}, {0}};

const struct proto proto_sctp_causes = {
	.brief = "SCTP",
	.no_column = true,
	.bare = true,
	.prefix = "sctp",
	.spec = "RFC 9260, 3.3.10",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"sctp.part"}},
	.hangs = hangs,
	.rest = rest,
};
