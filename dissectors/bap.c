/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the Bandwidth Allocation Protocol. */
/* RFC 2125. */
#include "shared/layout.h"
#include "shared/ppp.h"

enum {
	BAP,
	TYPE,
	ID,
	LENGTH,
	RESPONSE,
	OPTIONS,
	BAD,
	BAD_LENGTH,
	OTHER,
	OPT_TYPE,
	OPT_LENGTH,
	SPEED,
	LINK_TYPE,
	SUB,
	SUB_TYPE,
	SUB_LENGTH,
	DIGIT,
	SUBSCRIBER,
	SUB_ADDRESS,
	SUB_DATA,
	REASON,
	DISCRIMINATOR,
	STATUS,
	ACTION,
	SUB_BAD,
	LINK_TYPE_OPTION,
	PHONE_DELTA,
	NO_PHONE,
	REASON_OPTION,
	DISCRIMINATOR_OPTION,
	CALL_STATUS_OPTION,
};

static const struct word types[] = {
	{1, "Call Request"},
	{2, "Call Response"},
	{3, "Callback Request"},
	{4, "Callback Response"},
	{5, "Link Drop Query Request"},
	{6, "Link Drop Query Response"},
	{7, "Call Status Indication"},
	{8, "Call Status Response"},
};

static const struct word responses[] = {
	{0, "Request Ack"},
	{1, "Request Nak"},
	{2, "Request Rej"},
	{3, "Request Full Nak"},
};

static const struct word link_types[] = {
	{0, "ISDN"},
	{1, "X.25"},
	{2, "Analog"},
	{3, "Switched Digital (non-ISDN)"},
	{4, "ISDN data over voice"},
	{5, "Reserved"},
	{6, "Reserved"},
	{7, "Reserved"},
};

static const struct word sub_types[] = {
	{1, "Unique Digit"},
	{2, "Subscriber Number"},
	{3, "Phone Number Sub Address"},
};

static const struct word statuses[] = {
	{0, "Call successful"},
	{1, "Unallocated (unassigned) number"},
	{2, "No route to specified transit network"},
	{3, "No route to destination"},
	{4, "Send special information tone"},
	{5, "Misdialled trunk prefix"},
	{6, "Channel unacceptable"},
	{7, "Call awarded and being delivered in an established channel"},
	{8, "Prefix 0 dialed but not allowed"},
	{9, "Prefix 1 dialed but not allowed"},
	{10, "Prefix 1 dialed but not required"},
	{11, "More digits received than allowed, call is proceeding"},
	{16, "Normal call clearing"},
	{17, "User busy"},
	{18, "No user responding"},
	{19, "No answer from user (user alerted)"},
	{20, "Subscriber absent"},
	{21, "Call rejected"},
	{22, "Number changed"},
	{23, "Reverse charging rejected"},
	{24, "Call suspended"},
	{25, "Call resumed"},
	{26, "Non-selected user clearing"},
	{27, "Destination out of order"},
	{28, "Invalid number format (incomplete number)"},
	{29, "Facility rejected"},
	{30, "Response to STATUS ENQUIRY"},
	{31, "Normal unspecified"},
	{33, "Circuit out of order"},
	{34, "No circuit/channel available"},
	{35, "Destination unattainable"},
	{37, "Degraded service"},
	{38, "Network out of order"},
	{39, "Transit delay range cannot be achieved"},
	{40, "Throughput range cannot be achieved"},
	{41, "Temporary failure"},
	{42, "Switching equipment congestion"},
	{43, "Access information discarded"},
	{44, "Requested circuit/channel not available"},
	{45, "Pre-empted"},
	{46, "Precedence call blocked"},
	{47, "Resources unavailable, unspecified"},
	{49, "Quality of service unavailable"},
	{50, "Requested facility not subscribed"},
	{51, "Reverse charging not allowed"},
	{52, "Outgoing calls barred"},
	{53, "Outgoing calls barred within CUG"},
	{54, "Incoming calls barred"},
	{55, "Incoming calls barred within CUG"},
	{56, "Call waiting not subscribed"},
	{57, "Bearer capability not authorized"},
	{58, "Bearer capability not presently available"},
	{62, "Inconsistency in designated outgoing access information and subscriber class"},
	{63, "Service or option not available, unspecified"},
	{65, "Bearer capability not implemented"},
	{66, "Channel type not implemented"},
	{67, "Transit network selection not implemented"},
	{68, "Message not implemented"},
	{69, "Requested facility not implemented"},
	{70, "Only restricted digital information bearer capability is available"},
	{79, "Service or option not implemented, unspecified"},
	{81, "Invalid call reference value"},
	{82, "Identified channel does not exist"},
	{83, "Call identity does not exist for suspended call"},
	{84, "Call identity in use"},
	{85, "No call suspended"},
	{86, "Call having the requested call identity has been cleared"},
	{87, "Called user not member of CUG"},
	{88, "Incompatible destination"},
	{89, "Non-existent abbreviated address entry"},
	{90, "Destination address missing, and direct call not subscribed"},
	{91, "Invalid transit network selection (national use)"},
	{92, "Invalid facility parameter"},
	{93, "Mandatory information element is missing"},
	{95, "Invalid message, unspecified"},
	{96, "Mandatory information element is missing"},
	{97, "Message type non-existent or not implemented"},
	{98,
	 "Message not compatible with call state or message type non-existent or not implemented"},
	{99, "Information element non-existent or not implemented"},
	{100, "Invalid information element contents"},
	{101, "Message not compatible with call state"},
	{102, "Recovery on timer expiry"},
	{103, "Parameter non-existent or not implemented - passed on"},
	{110, "Message with unrecognized parameter discarded"},
	{111, "Protocol error, unspecified"},
	{127, "Internetworking, unspecified"},
	{255, "Non-specific failure"},
};

static const struct word actions[] = {
	{0, "No retry"},
	{1, "Retry"},
};

static const struct field fields[] = {
	[BAP] = {"bap", "PPP Bandwidth Allocation Protocol", PROTO},
	[TYPE] = {"bap.type", "Type", U8, HEX, AT(0, 8), WORDS(types),
		  .help = "What the packet is for", .ref = "6"},
	[ID] = {"bap.identifier", "Identifier", U8, HEX, AT(8, 8),
		.help = "Which request is answered", .ref = "6"},
	[LENGTH] = {"bap.length", "Length", U16, DEC, AT(16, 16), .fill = FILL_LENGTH,
		    .help = "Octets of the packet", .ref = "6"},
	[RESPONSE] = {"bap.response_code", "Response Code", U8, HEX, WORDS(responses),
		      .help = "Whether it is done", .ref = "6.2"},
	[OPTIONS] = {"text", "Data", HEADING},
	[BAD] = {"text", "Option", HEADING},
	[BAD_LENGTH] =
		EXPERT("ppp.opt.len.invalid", "Invalid length for option", WARNING, G_PROTOCOL),
	[OTHER] = {"text", "Unknown", HEADING},
	[OPT_TYPE] = {"bap.opt.type", "Type", U8, DEC, .help = "What the option tells", .ref = "7"},
	[OPT_LENGTH] = {"bap.opt.length", "Length", U8, DEC, .help = "Octets of the option",
			.ref = "7"},
	[SPEED] = {"bacp.link_speed", "Link Speed", U16, DEC, .traits = BORROWED, .unit = "Kbps",
		   .help = "How fast the link is", .ref = "7.1"},
	[LINK_TYPE] = {"bacp.link_type", "Link Type", U8, DEC, .traits = BORROWED,
		       WORDS(link_types), .help = "What the link is", .ref = "7.1"},
	[SUB] = {"text", "Sub-Option", HEADING},
	[SUB_TYPE] = {"bap.sub_option_type", "Sub-Option Type", U8, DEC, WORDS(sub_types),
		      .help = "What it tells of the number", .ref = "7.2"},
	[SUB_LENGTH] = {"bap.sub_option_length", "Sub-Option Length", U8, DEC,
			.help = "Octets of it", .ref = "7.2"},
	[DIGIT] = {"bap.unique_digit", "Unique Digit", U8, DEC,
		   .help = "Digits at the end that differ", .ref = "7.2"},
	[SUBSCRIBER] = {"bap.subscriber_number", "Subscriber Number", STRING,
			.help = "Whom to call", .ref = "7.2"},
	[SUB_ADDRESS] = {"bap.phone_number_sub_address", "Phone Number Sub Address", STRING,
			 .help = "Which line there", .ref = "7.2"},
	[SUB_DATA] = {"bap.unknown_option_data", "Unknown", BYTES, .help = "What nobody knows",
		      .ref = "7.2"},
	[REASON] = {"bap.reason", "Reason", STRING, .help = "A text for people", .ref = "7.4"},
	[DISCRIMINATOR] = {"bap.link_discriminator", "Link Discriminator", U16, HEX,
			   .help = "Which link of the bundle", .ref = "7.5"},
	[STATUS] = {"bap.call_status", "Status", U8, HEX, WORDS(statuses),
		    .help = "How the call ended, as Q.931 says", .ref = "7.6"},
	[ACTION] = {"bap.call_action", "Action", U8, HEX, WORDS(actions),
		    .help = "What the caller does now", .ref = "7.6"},
	[SUB_BAD] = EXPERT("bap.sub_option_length.invalid", "Invalid length", WARNING, G_PROTOCOL),
	CP_OPTION(LINK_TYPE_OPTION, "bap.opt.link_type", "Link Type"),
	CP_OPTION(PHONE_DELTA, "bap.opt.phone_delta", "Phone Delta"),
	CP_OPTION(NO_PHONE, "bap.opt.no_phone", "No Phone Number Needed"),
	CP_OPTION(REASON_OPTION, "bap.opt.reason", "Reason"),
	CP_OPTION(DISCRIMINATOR_OPTION, "bap.opt.link_disc", "Link Discriminator"),
	CP_OPTION(CALL_STATUS_OPTION, "bap.opt.call_status", "Call Status"),
};

enum { CALL_RESPONSE = 2, CALLBACK_RESPONSE = 4, DROP_RESPONSE = 6, STATUS_RESPONSE = 8 };
enum { SUB_DIGIT = 1, SUB_SUBSCRIBER, SUB_SUB_ADDRESS };

#define HEAD 4 /* octets of type, identifier and length */

static void put_sub_value(struct walk *w, struct cursor *c, unsigned type, unsigned len)
{
	if (type == SUB_DIGIT && len != 3)
		expert(w, SUB_BAD, "Invalid suboption length: %u (must be == 3)", len);
	else if (type == SUB_DIGIT)
		put(w, c, DIGIT, 1);
	else if (type == SUB_SUBSCRIBER && len > 2)
		put(w, c, SUBSCRIBER, len - 2);
	else if (type == SUB_SUB_ADDRESS && len > 2)
		put(w, c, SUB_ADDRESS, len - 2);
	else if (len > 2)
		put(w, c, SUB_DATA, len - 2);
}

static void rest_phone(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, sub;
		unsigned type = u8(&peek), len = u8(&peek);
		uint32_t node;

		if (peek.bad || len > c->left.wire) {
			cursor_fail(c, c->left.wire + 1);
			return;
		}
		node = open_group(w, c, SUB, len);
		w->last = node;
		label_whole(w, "Sub-Option (%u byte%s)", len, len == 1 ? "" : "s");
		sub = *c;
		put(w, &sub, SUB_TYPE, 1);
		put(w, &sub, SUB_LENGTH, 1);
		if (len < 2) {
			expert(w, SUB_BAD, "Sub-Option Length invalid, must be >= 2");
			shut_group(w, node, NULL);
			cursor_take(c, c->left.wire);
			return;
		}
		put_sub_value(w, &sub, type, len);
		shut_group(w, node, NULL);
		cursor_take(c, len);
	}
}

static void rest_reason(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, REASON, c->left.wire);
}

static void rest_speed(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, SPEED, 2);
	put(w, c, LINK_TYPE, 1);
}

static const struct ppp_option option_list[] = {
	{.code = 1, .len = 5, .row = LINK_TYPE_OPTION, .rest = rest_speed},
	{.code = 2, .len = 4, .more = true, .row = PHONE_DELTA, .rest = rest_phone},
	{.code = 3, .len = 2, .row = NO_PHONE},
	{.code = 4, .len = 2, .more = true, .row = REASON_OPTION, .rest = rest_reason},
	{.code = 5, .len = 4, .row = DISCRIMINATOR_OPTION, .parts = PARTS({DISCRIMINATOR, 2})},
	{.code = 6, .len = 4, .row = CALL_STATUS_OPTION, .parts = PARTS({STATUS, 1}, {ACTION, 1})},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH, option_list, COUNT(option_list),
					   BAD,      BAD_LENGTH, OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	int n = (int)VALUE(l, LENGTH) - HEAD;
	uint32_t group;

	if (type == CALL_RESPONSE || type == CALLBACK_RESPONSE || type == DROP_RESPONSE ||
	    type == STATUS_RESPONSE) {
		put(w, c, RESPONSE, 1);
		n--;
	}
	if (n > 0 && (uint32_t)n > c->left.wire)
		cursor_fail(c, (uint32_t)n);
	if (c->bad)
		return;
	if (n > 0) {
		group = open_group(w, c, OPTIONS, (uint32_t)n);
		w->last = group;
		label_whole(w, "Data (%d byte%s)", n, n == 1 ? "" : "s");
		ppp_put_options(w, c, group, (uint32_t)n, &options);
		shut_group(w, group, NULL);
	}
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(fields[TYPE].words, VALUE(l, TYPE));

	(void)r;
	text_put(t, word ? word : "Unknown");
}

static const struct hang hangs[] = {{"ppp.protocol", 0xc02d}, {0}};

const struct proto proto_bap = {
	.brief = "PPP BAP",
	.spec = "RFC 2125",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = HEAD,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
