/* SPDX-License-Identifier: BSD-2-Clause */
/* Remote Authentication Dial In User Service: the frame of attributes; those are parts. */
/* RFC 2865; RFC 2866 (accounting), RFC 5176 (changes on the way), RFC 6929 (more types). */
#include "shared/radius.h"
#include "flow/queries.h"
#include "shared/snmp_engine.h"
#include <stdio.h>

enum {
	RADIUS,
	CODE,
	ID,
	LENGTH,
	AUTHENTICATOR,
	IS_REQUEST,
	IS_RESPONSE,
	REQUEST_FRAME,
	TIME,
	DUP,
	REQUEST_DUP,
	RESPONSE_DUP,
	AVPS,
	AVP,
	TYPE,
	AVP_LENGTH,
	EXTENDED_TYPE,
	MORE,
	VENDOR,
	VSA,
	VENDOR_TYPE,
	VENDOR_LENGTH,
	EAP,
	VLAN,
	VLAN_TAG,
	VLAN_PAD,
	VLAN_ID,
	NAME_TAG,
	VLAN_NAME,
	SHORT_AVP,
	SHORT_NOTE,
};

#define HEADER 20
#define LONGEST 4096
enum {
	VENDOR_SPECIFIC = 26,
	EGRESS_VLANID = 56,
	EGRESS_VLAN_NAME = 58,
	EAP_MESSAGE = 79,
	EXTENDED = 241,
	LONG_EXTENDED = 245,
	LAST_EXTENDED
};
enum { STANDARD_PART, VENDOR_PART };

#define AGAIN_WITHIN (300 * INT64_C(1000000000))

static const struct word codes[] = {
	{1, "Access-Request"},
	{2, "Access-Accept"},
	{3, "Access-Reject"},
	{4, "Accounting-Request"},
	{5, "Accounting-Response"},
	{6, "Accounting-Status"},
	{7, "Password-Request"},
	{8, "Password-Ack"},
	{9, "Password-Reject"},
	{10, "Accounting-Message"},
	{11, "Access-Challenge"},
	{12, "Status-Server"},
	{13, "Status-Client"},
	{21, "Resource-Free-Request"},
	{22, "Resource-Free-Response"},
	{23, "Resource-Query-Request"},
	{24, "Query_Response"},
	{25, "Alternate-Resource-Reclaim-Request"},
	{26, "NAS-Reboot-Request"},
	{27, "NAS-Reboot-Response"},
	{29, "Next-Passcode"},
	{30, "New-Pin"},
	{31, "Terminate-Session"},
	{32, "Password-Expired"},
	{33, "Event-Request"},
	{34, "Event-Response"},
	{40, "Disconnect-Request"},
	{41, "Disconnect-ACK"},
	{42, "Disconnect-NAK"},
	{43, "CoA-Request"},
	{44, "CoA-ACK"},
	{45, "CoA-NAK"},
	{50, "IP-Address-Allocate"},
	{51, "IP-Address-Release"},
	{129, "ALU-State-Request"},
	{130, "ALU-State-Accept"},
	{131, "ALU-State-Reject"},
	{132, "ALU-State-Error"},
};

static void form_id(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%x (%u)", (unsigned)n->u, (unsigned)n->u);
}

static const struct word tagging[] = {{0x31, "Tagged"}, {0x32, "Untagged"}};
static const struct words tagging_words = {tagging, COUNT(tagging)};

static const struct field fields[] = {
	[RADIUS] = {"radius", "RADIUS Protocol", PROTO},
	[CODE] = {"radius.code", "Code", U8, DEC, AT(0, 8), WORDS(codes), .preset = 1,
		  .help = "What the message is for", .ref = "RFC 2865, 3"},
	[ID] = {"radius.id", "Packet identifier", U8, DEC, AT(8, 8), .form = form_id,
		.help = "Says which request a response answers", .ref = "RFC 2865, 3"},
	[LENGTH] = {"radius.length", "Length", U16, DEC, AT(16, 16), .fill = FILL_LENGTH,
		    .help = "Octets of the whole message", .ref = "RFC 2865, 3"},
	[AUTHENTICATOR] = {"radius.authenticator", "Authenticator", BYTES, PLAIN, AT(32, 128),
			   .help = "Random in a request; a digest in a response",
			   .ref = "RFC 2865, 3"},
	[IS_REQUEST] = {"radius.req", "Request", BOOL, .traits = HIDDEN, .help = "It asks"},
	[IS_RESPONSE] = {"radius.rsp", "Response", BOOL, .traits = HIDDEN, .help = "It answers"},
	[REQUEST_FRAME] = {"radius.reqframe", "Request Frame", FRAMENUM, .traits = GENERATED,
			   .help = "The frame of the request that it answers"},
	[TIME] = {"radius.time", "Time from request", RELTIME, .traits = GENERATED,
		  .help = "Time since the request"},
	[DUP] = {"radius.dup", "Duplicate Message ID", U32, DEC, .traits = HIDDEN,
		 .help = "The identifier that came again"},
	[REQUEST_DUP] = {"radius.req.dup", "Duplicate Request Frame Number", FRAMENUM,
			 .traits = GENERATED, .help = "The frame of the request that it repeats"},
	[RESPONSE_DUP] = {"radius.rsp.dup", "Duplicate Response Frame Number", FRAMENUM,
			  .traits = GENERATED, .help = "The frame of the response that it repeats"},
	[AVPS] = {"text", "Attribute Value Pairs", HEADING},
	[AVP] = {"radius.avp", "AVP", BYTES, .under = AVPS, .help = "An attribute and its value",
		 .ref = "RFC 2865, 5"},
	[TYPE] = {"radius.avp.type", "Type", U8, DEC, .under = AVP, .help = "Which attribute",
		  .ref = "RFC 2865, 5"},
	[AVP_LENGTH] = {"radius.avp.length", "Length", U8, DEC, .under = AVP,
			.help = "Octets of the whole attribute", .ref = "RFC 2865, 5"},
	[EXTENDED_TYPE] = {"radius.avp.extended_type", "Extended Type", U8, DEC, .under = AVP,
			   .help = "Which one of many more attributes", .ref = "RFC 6929, 2.1"},
	[MORE] = {"radius.avp.extended_more", "Extended More", BOOL, .at = 0, .under = AVP,
		  .box = 8, .help = "The value goes on in the next attribute",
		  .ref = "RFC 6929, 2.2"},
	[VENDOR] = {"radius.avp.vendor_id", "Vendor ID", U32, DEC, .under = AVP,
		    .words = &snmp_enterprises, .help = "Whose attributes follow",
		    .ref = "RFC 2865, 5.26"},
	[VSA] = {"text", "VSA", HEADING, .under = AVP},
	[VENDOR_TYPE] = {"radius.avp.vendor_type", "Type", U8, DEC, .under = VSA,
			 .help = "Which of the vendor's attributes", .ref = "RFC 2865, 5.26"},
	[VENDOR_LENGTH] = {"radius.avp.vendor_len", "Length", U8, DEC, .under = VSA,
			   .help = "Octets of the whole attribute", .ref = "RFC 2865, 5.26"},
	[EAP] = {"radius.eap_fragment", "EAP fragment", BYTES, .under = AVP,
		 .help = "An EAP packet, or a part of one", .ref = "RFC 3579, 3.1"},
	[VLAN] = {"text", "VLAN", HEADING, .under = AVP},
	[VLAN_TAG] = {"radius.egress_vlanid_tag", "Tag", U32, HEX, AT(0, 8), BOX(32, 0),
		      .under = VLAN, .words = &tagging_words,
		      .help = "Whether frames bear its number", .ref = "RFC 4675, 2.1"},
	[VLAN_PAD] = {"radius.egress_vlanid_pad", "Pad", U32, HEX, AT(8, 12), BOX(32, 8),
		      .under = VLAN, .help = "Zero", .ref = "RFC 4675, 2.1"},
	[VLAN_ID] = {"radius.egress_vlanid", "Vlan ID", U32, DEC, AT(20, 12), BOX(32, 20),
		     .under = VLAN, .help = "Which VLAN", .ref = "RFC 4675, 2.1"},
	[NAME_TAG] = {"radius.egress_vlan_name_tag", "Tag", U8, HEX, .under = AVP,
		      .words = &tagging_words, .help = "Whether frames bear its number",
		      .ref = "RFC 4675, 2.3"},
	[VLAN_NAME] = {"radius.egress_vlan_name", "Vlan Name", STRING, .under = AVP,
		       .help = "Which VLAN", .ref = "RFC 4675, 2.3"},
	[SHORT_AVP] = {"text", "AVP too short", HEADING},
	[SHORT_NOTE] = EXPERT("radius.avp.invalid", "Malformed AVP", ERROR, G_MALFORMED),
};

static uint32_t total_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, LENGTH);
}

static bool claims(const struct layer *l)
{
	return word_for(fields[CODE].words, VALUE(l, CODE)) &&
	       (l->bytes.cap < 4 || (VALUE(l, LENGTH) >= HEADER && VALUE(l, LENGTH) <= LONGEST));
}

/* The code of the request that a response with this one answers; 0: it is no response. */
static unsigned request_of(unsigned code)
{
	static const uint8_t requests[] = {
		[2] = 1,   [3] = 1,   [5] = 4,   [8] = 7,   [9] = 7,   [11] = 1,  [22] = 21,
		[24] = 23, [27] = 26, [34] = 33, [41] = 40, [42] = 40, [44] = 43, [45] = 43};

	return code < COUNT(requests) ? requests[code] : 0;
}

static bool is_request(unsigned code)
{
	return code == 1 || code == 4 || code == 7 || code == 21 || code == 23 || code == 26 ||
	       code == 33 || code == 40 || code == 43;
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct radius_state));
}

static bool from_server(const struct layer *udp)
{
	static const uint16_t ports[] = {1645, 1646, 1700, 1812, 1813, 3799};
	uint64_t port = udp->proto->sport ? VALUE_OF(udp, udp->proto->sport) : 0;

	for (unsigned i = 0; i < COUNT(ports); i++)
		if (ports[i] == port)
			return true;
	return false;
}

static void put_repeated(struct walk *w, const struct layer *l, unsigned row, uint64_t frame,
			 unsigned id)
{
	bool request = row == REQUEST_DUP;

	put_value(w, DUP, l->at, 0, id);
	put_value(w, row, l->at, 0, frame);
	((struct radius_state *)l->state)->says =
		(uintptr_t)(request ? ", Duplicate Request" : ", Duplicate Response");
}

static void put_matches(struct walk *w, struct layer *l, unsigned code, unsigned id)
{
	unsigned asks = request_of(code), at = l->at;
	struct query_found f = {0};

	if (is_request(code)) {
		f = query_asked(w, l, code << 8 | id, AGAIN_WITHIN);
		put_value(w, IS_REQUEST, at, 0, true);
		if (f.request)
			put_repeated(w, l, REQUEST_DUP, f.request, id);
	} else if (asks) {
		if (from_server(l->parent))
			f = query_answered(w, l, asks << 8 | id);
		put_value(w, IS_RESPONSE, at, 0, true);
		if (f.request) {
			put_value(w, REQUEST_FRAME, at, 0, f.request);
			label_whole(w, "This is a response to a request in frame %ju",
				    (uintmax_t)f.request);
			put_value(w, TIME, at, 0, (uint64_t)f.since);
		}
		if (f.reply)
			put_repeated(w, l, RESPONSE_DUP, f.reply, id);
	}
}

static void put_vendor(struct walk *w, struct layer *l, struct cursor *c)
{
	struct radius_state *s = (struct radius_state *)l->state;
	struct text t = {0};
	uint32_t avp = (uint32_t)s->group, all = c->left.cap + 2;
	uint64_t vendor = put(w, c, VENDOR, 4);
	const char *word = row_word(w, VENDOR, vendor, "Unknown");

	text_format(&t, "AVP: t=Vendor-Specific(26) l=%u vnd=%s(%ju)", all, word,
		    (uintmax_t)vendor);
	if (avp != NO_NODE) {
		w->last = avp;
		label_whole(w, "%s", text_string(&t));
	}
	text_close(&t);
	s->vendor = vendor;
	s->title = (uintptr_t) "VSA";
	while (c->left.wire && !c->bad) {
		struct cursor look = *c, value;
		unsigned len = (u8(&look), u8(&look));

		if (look.bad || len < 2) {
			cursor_fail(c, c->left.wire + 1);
			return;
		}
		value = *c;
		value.left = cursor_take(c, len);
		if (c->bad)
			return;
		s->group = open_group(w, &value, VSA, len);
		look = value;
		put(w, &look, VENDOR_TYPE, 1);
		put(w, &look, VENDOR_LENGTH, 1);
		walk_part(w, also_by(l, 0, VENDOR_PART), value);
		shut_group(w, (uint32_t)s->group, NULL);
	}
}

static void put_extended(struct walk *w, unsigned type, struct cursor *c)
{
	put(w, c, EXTENDED_TYPE, 1);
	if (type >= LONG_EXTENDED && c->left.cap) {
		put_value(w, MORE, c->at, 1, span_bits(c->left, 0, 1, false));
		cursor_take(c, 1);
	}
}

/* An EAP packet, which attributes behind one another hold in pieces (RFC 3579, 3.1). */
struct eap {
	uint8_t *joined;
	uint32_t len;
	unsigned n; /* pieces so far */
	bool last;  /* this is the last one */
};

static void put_eap(struct walk *w, struct layer *l, struct cursor *c, struct eap *eap)
{
	const struct radius_state *s = (const struct radius_state *)l->state;
	struct cursor packet = *c;
	uint8_t *joined = take(w, eap->len + c->left.cap);

	if (eap->len)
		memcpy(joined, eap->joined, eap->len);
	memcpy(joined + eap->len, c->left.p, c->left.cap);
	eap->joined = joined;
	eap->len += c->left.cap;
	eap->n++;
	if (s->group != NO_NODE) {
		w->last = (uint32_t)s->group;
		label_whole(w, "AVP: t=EAP-Message(79) l=%u %sSegment[%u]", c->left.wire + 2,
			    eap->last ? "Last " : "", eap->n);
	}
	put(w, c, EAP, c->left.wire);
	if (!eap->last)
		return;
	if (eap->n > 1)
		packet = add_source(w, "Reassembled EAP", joined, eap->len);
	walk_inside(w, also_by(l, 1, 0), packet);
	*eap = (struct eap){0};
}

static const char *tagging_word(uint64_t tag)
{
	const char *word = word_for(&tagging_words, tag);

	return word ? word : "Unknown";
}

/* In the attribute's line, its length without the two octets before it. */
static void label_vlan(struct walk *w, uint32_t avp, const char *name, uint32_t len,
		       const char *value)
{
	if (avp == NO_NODE)
		return;
	w->last = avp;
	label_whole(w, "AVP: t=%s l=%u val=%s", name, len, value);
}

static void put_vlan_id(struct walk *w, uint32_t avp, struct cursor *c)
{
	uint32_t v = (uint32_t)span_bits(c->left, 0, 32, false);
	char words[64];

	snprintf(words, sizeof words, "%s, Vlan ID: %u", tagging_word(v >> 24), v & 0xfff);
	label_vlan(w, avp, "Egress-VLANID(56)", 6, words);
	for (unsigned row = VLAN_TAG; row <= VLAN_ID; row++)
		put_slice(w, *c, row, 4);
	cursor_take(c, 4);
}

static void put_vlan_name(struct walk *w, uint32_t avp, struct cursor *c)
{
	uint64_t tag = span_bits(c->left, 0, 8, false);
	struct span name = span_skip(c->left, 1);
	char words[300];

	snprintf(words, sizeof words, "%s, Vlan Name: %.*s", tagging_word(tag), (int)name.cap,
		 (const char *)name.p);
	label_vlan(w, avp, "Egress-VLAN-Name(58)", c->left.wire + 2, words);
	put(w, c, NAME_TAG, 1);
	put(w, c, VLAN_NAME, c->left.wire);
}

static enum trouble put_avp(struct walk *w, struct layer *l, struct cursor avp, unsigned type,
			    struct eap *eap)
{
	struct radius_state *s = (struct radius_state *)l->state;
	struct cursor c = avp;
	uint32_t group = open_group(w, &avp, AVP, avp.left.cap);

	if (group != NO_NODE) {
		w->r.nodes[group].p = avp.left.p;
		w->r.nodes[group].size = avp.left.cap;
	}
	s->group = group;
	s->title = (uintptr_t) "AVP";
	put(w, &c, TYPE, 1);
	put(w, &c, AVP_LENGTH, 1);
	if (type == EAP_MESSAGE) {
		put_eap(w, l, &c, eap);
	} else if (type == EGRESS_VLANID && c.left.wire == 4) {
		put_vlan_id(w, (uint32_t)group, &c);
	} else if (type == EGRESS_VLAN_NAME && c.left.wire) {
		put_vlan_name(w, (uint32_t)group, &c);
	} else if (type == VENDOR_SPECIFIC) {
		put_vendor(w, l, &c);
	} else {
		if (type >= EXTENDED && type <= LAST_EXTENDED)
			put_extended(w, type, &c);
		walk_part(w, also_by(l, 0, STANDARD_PART), avp);
	}
	shut_group(w, group, NULL);
	return c.bad;
}

static void put_short(struct walk *w, const struct cursor *c, const char *words)
{
	uint32_t group = open_group(w, c, SHORT_AVP, 0);

	label_whole(w, "%s", words);
	expert(w, SHORT_NOTE, "%s", words);
	shut_group(w, group, NULL);
}

static void put_avps(struct walk *w, struct layer *l, struct cursor *c)
{
	struct eap eap = {0};

	while (c->left.wire && !c->bad) {
		struct cursor look = *c, avp = *c;
		unsigned type = u8(&look), len = u8(&look);

		if (look.bad || len > c->left.wire) {
			put_short(w, c,
				  look.bad ? "Not enough room in packet for AVP header"
					   : "Not enough room in packet for AVP");
			return;
		}
		if (len < 2) {
			put_short(w, c,
				  len ? "AVP too short: length 1 < 2"
				      : "AVP too short: length 0 < 2");
			return;
		}
		avp.left = cursor_take(c, len);
		eap.last = !c->left.cap || span_bits(c->left, 0, 8, false) != EAP_MESSAGE;
		c->bad = put_avp(w, l, avp, type, &eap);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group;

	l->last_word = true;
	put_matches(w, l, (unsigned)VALUE(l, CODE), (unsigned)VALUE(l, ID));
	if (VALUE(l, LENGTH) > l->room.wire) {
		cursor_fail(c, c->left.wire + 1);
		return;
	}
	if (!c->left.wire)
		return;
	group = open_group(w, c, AVPS, c->left.cap);
	put_avps(w, l, c);
	shut_group(w, group, NULL);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct radius_state *s = (const struct radius_state *)l->state;

	(void)r;
	text_format(t, "%s id=%u", word_for(fields[CODE].words, VALUE(l, CODE)),
		    (unsigned)VALUE(l, ID));
	if (s->says != ABSENT)
		text_put(t, (const char *)(uintptr_t)s->says);
}

static const struct hang hangs[] = {{"udp.port", 1645},
				    {"udp.port", 1646},
				    {"udp.port", 1700},
				    {"udp.port", 1812},
				    {"udp.port", 1813},
				    {"udp.port", 3799},
				    {0}};

const struct proto proto_radius = {
	.brief = "RADIUS",
	.spec = "RFC 2865",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.total_len = total_len,
	.next = {.also = {"radius.part", "radius.eap"}},
	.hangs = hangs,
	.claims = claims,
	.note = note,
	.rest = rest,
	.info = info,
};
