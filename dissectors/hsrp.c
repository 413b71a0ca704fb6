/* SPDX-License-Identifier: BSD-2-Clause */
/* Hot Standby Router Protocol, versions 1 and 2. */
/* RFC 2281. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	HSRP,
	VERSION,
	OPCODE,
	V1_STATE,
	HELLO,
	HOLD,
	PRIORITY,
	GROUP,
	RESERVED,
	AUTH,
	VIRTUAL,
	ADV_TYPE,
	ADV_LEN,
	ADV_STATE,
	ADV_RES1,
	ADV_ACTIVE,
	ADV_PASSIVE,
	ADV_RES2,
	MD5_IP,
	UNKNOWN_NOTE,
	GROUP_TLV,
	INTERFACE_TLV,
	TEXT_TLV,
	MD5_TLV,
	V2_VERSION,
	V2_OPCODE,
	V2_STATE,
	V2_IP,
	V2_GROUP,
	V2_ID,
	V2_PRIORITY,
	V2_HELLO,
	V2_HOLD,
	V2_VIRTUAL,
	V2_VIRTUAL6,
	V2_ACTIVE,
	V2_PASSIVE,
	V2_AUTH,
	V2_ALGORITHM,
	V2_PADDING,
	V2_MD5_FLAGS,
	V2_KEY,
	V2_DIGEST,
};

static const struct word opcode_words[] = {
	{0, "Hello"},
	{1, "Coup"},
	{2, "Resign"},
	{3, "Advertise"},
};

static const struct word v1_state_words[] = {
	{0, "Initial"}, {1, "Learn"}, {2, "Listen"}, {4, "Speak"}, {8, "Standby"}, {16, "Active"},
};

static const struct word adv_type_words[] = {
	{1, "HSRP interface state"},
	{2, "IP redundancy"},
};

static const struct word adv_state_words[] = {
	{1, "Dormant"},
	{2, "Passive"},
	{3, "Active"},
};

static const struct word v2_opcode_words[] = {
	{0, "Hello"},
	{1, "Coup"},
	{2, "Resign"},
};

static const struct word v2_state_words[] = {
	{1, "Init"}, {2, "Learn"}, {3, "Listen"}, {4, "Speak"}, {5, "Standby"}, {6, "Active"},
};

static const struct word v2_ip_words[] = {
	{4, "IPv4"},
	{6, "IPv6"},
};

static const struct word v2_algorithm_words[] = {{1, "MD5"}};

static void form_default(struct text *t, const struct node *n, uint64_t usual)
{
	text_put(t, n->u == usual ? "Default (" : "Non-Default (");
	text_u64(t, n->u);
	text_char(t, ')');
}

static void form_hello(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	form_default(t, n, 3);
}

static void form_hold(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	form_default(t, n, 10);
}

static void form_hello2(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	form_default(t, n, 3000);
}

static void form_hold2(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	form_default(t, n, 10000);
}

static void form_auth(struct text *t, const struct record *r, const struct node *n)
{
	bool usual = n->size == 5 && !memcmp(n->p, "cisco", 5);

	(void)r;
	text_put(t, usual ? "Default (" : "Non-Default (");
	text_bytes(t, n->p, n->size);
	text_char(t, ')');
}

static void form_tlv(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "Type=%u Len=%u", (unsigned)n->u, n->u == 2 ? n->len : n->len - 2);
}

static const struct field fields[] = {
	[HSRP] = {"hsrp", "Cisco Hot Standby Router Protocol", PROTO},
	[VERSION] = {"hsrp.version", "Version", U8, DEC, .help = "Always 0 here", .ref = "5.1"},
	[OPCODE] = {"hsrp.opcode", "Op Code", U8, DEC, WORDS(opcode_words),
		    .help = "What the message is for", .ref = "5.1"},
	[V1_STATE] = {"hsrp.state", "State", U8, DEC, WORDS(v1_state_words),
		      .help = "What the sender is to the group", .ref = "5.1"},
	[HELLO] = {"hsrp.hellotime", "Hellotime", U8, DEC, .form = form_hello,
		   .help = "Seconds between hellos", .ref = "5.1"},
	[HOLD] = {"hsrp.holdtime", "Holdtime", U8, DEC, .form = form_hold,
		  .help = "Seconds of silence until it counts as gone", .ref = "5.1"},
	[PRIORITY] = {"hsrp.priority", "Priority", U8, DEC, .help = "The highest becomes active",
		      .ref = "5.1"},
	[GROUP] = {"hsrp.group", "Group", U8, DEC, .help = "Which group of routers", .ref = "5.1"},
	[RESERVED] = {"hsrp.reserved", "Reserved", U8, DEC, .help = "Always 0", .ref = "5.1"},
	[AUTH] = {"hsrp.auth_data", "Authentication Data", STRING, .form = form_auth,
		  .traits = ZSTRING, .help = "A password, for all to read", .ref = "5.1"},
	[VIRTUAL] = {"hsrp.virt_ip", "Virtual IP Address", IPV4,
		     .help = "The address that they share", .ref = "5.1"},
	[ADV_TYPE] = {"hsrp.adv.tlvtype", "Adv type", U16, DEC, WORDS(adv_type_words),
		      .help = "What is advertised"},
	[ADV_LEN] = {"hsrp.adv.tlvlength", "Adv length", U16, DEC, .help = "Octets of it"},
	[ADV_STATE] = {"hsrp.adv.state", "Adv state", U8, DEC, WORDS(adv_state_words),
		       .help = "What the interface does"},
	[ADV_RES1] = {"hsrp.adv.reserved1", "Adv reserved1", U8, DEC, .help = "Always 0"},
	[ADV_ACTIVE] = {"hsrp.adv.activegrp", "Adv active groups", U16, DEC,
			.help = "How many groups it is active in"},
	[ADV_PASSIVE] = {"hsrp.adv.passivegrp", "Adv passive groups", U16, DEC,
			 .help = "How many groups it waits in"},
	[ADV_RES2] = {"hsrp.adv.reserved2", "Adv reserved2", U32, DEC, .help = "Always 0"},
	[MD5_IP] = {"hsrp.md5_ip_address", "Sender's IP Address", IPV4, .help = "Who sends it"},
	[UNKNOWN_NOTE] =
		EXPERT("hsrp.unknown_tlv", "Unknown TLV sequence (HSRPv1)", WARNING, G_UNDECODED),
	[GROUP_TLV] = {"hsrp2.group_state_tlv", "Group State TLV", U8, DEC, .form = form_tlv,
		       .help = "What the sender is to a group"},
	[INTERFACE_TLV] = {"hsrp2.interface_state_tlv", "Interface State TLV", U8, DEC,
			   .form = form_tlv, .help = "What the interface does"},
	[TEXT_TLV] = {"hsrp2.text_auth_tlv", "Text Authentication TLV", U8, DEC, .form = form_tlv,
		      .help = "A password"},
	[MD5_TLV] = {"hsrp2.md5_auth_tlv", "MD5 Authentication TLV", U8, DEC, .form = form_tlv,
		     .help = "A digest"},
	[V2_VERSION] = {"hsrp2.version", "Version", U8, DEC, .help = "Always 2"},
	[V2_OPCODE] = {"hsrp2.opcode", "Op Code", U8, DEC, WORDS(v2_opcode_words),
		       .help = "What the message is for"},
	[V2_STATE] = {"hsrp2.state", "State", U8, DEC, WORDS(v2_state_words),
		      .help = "What the sender is to the group"},
	[V2_IP] = {"hsrp2.ipversion", "IP Ver.", U8, DEC, WORDS(v2_ip_words),
		   .help = "Of which addresses"},
	[V2_GROUP] = {"hsrp2.group", "Group", U16, DEC, .help = "Which group of routers"},
	[V2_ID] = {"hsrp2.identifier", "Identifier", ETHER, .help = "Who sends it"},
	[V2_PRIORITY] = {"hsrp2.priority", "Priority", U32, DEC,
			 .help = "The highest becomes active"},
	[V2_HELLO] = {"hsrp2.hellotime", "Hellotime", U32, DEC, .form = form_hello2,
		      .help = "Milliseconds between hellos"},
	[V2_HOLD] = {"hsrp2.holdtime", "Holdtime", U32, DEC, .form = form_hold2,
		     .help = "Milliseconds of silence until it counts as gone"},
	[V2_VIRTUAL] = {"hsrp2.virt_ip", "Virtual IP Address", IPV4,
			.help = "The address that they share"},
	[V2_VIRTUAL6] = {"hsrp2.virt_ip_v6", "Virtual IPv6 Address", IPV6,
			 .help = "The address that they share"},
	[V2_ACTIVE] = {"hsrp2.active_groups", "Active Groups", U16, DEC,
		       .help = "How many groups it is active in"},
	[V2_PASSIVE] = {"hsrp2.passive_groups", "Passive Groups", U16, DEC,
			.help = "How many groups it waits in"},
	[V2_AUTH] = {"hsrp2.auth_data", "Authentication Data", STRING, .form = form_auth,
		     .traits = ZSTRING, .help = "A password, for all to read"},
	[V2_ALGORITHM] = {"hsrp2.md5_algorithm", "MD5 Algorithm", U8, DEC,
			  WORDS(v2_algorithm_words), .help = "How the digest is made"},
	[V2_PADDING] = {"hsrp2.md5_padding", "Padding", U8, HEX, .help = "Always 0"},
	[V2_MD5_FLAGS] = {"hsrp2.md5_flags", "MD5 Flags", U16, DEC, .help = "All flags"},
	[V2_KEY] = {"hsrp2.md5_key_id", "MD5 Key ID", U32, DEC, .help = "Which key"},
	[V2_DIGEST] = {"hsrp2.md5_auth_data", "MD5 Authentication Data", BYTES,
		       .help = "The digest"},
};

#define ALL_ROUTERS_V2 0xe0000066 /* 224.0.0.102 */

enum { ADVERTISE = 3, MD5_TYPE = 4 };

/* --- version 1 --- */

static void put_md5(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);
	uint32_t len = u8(&peek), group;

	put_value(w, MD5_TLV, c->at, 2 + len, type);
	group = w->last;
	w->depth++;
	cursor_pull(c, 2);
	put_layout(w, c,
		   PARTS({V2_ALGORITHM, 1}, {V2_PADDING, 1}, {V2_MD5_FLAGS, 2}, {MD5_IP, 4},
			 {V2_KEY, 4}, {V2_DIGEST, TO_END}));
	w->depth--;
	w->last = group;
}

static void put_first(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned opcode;

	u8(&peek);
	opcode = u8(&peek);
	put(w, c, VERSION, 1);
	put(w, c, OPCODE, 1);
	if (opcode == ADVERTISE) {
		put_layout(w, c,
			   PARTS({ADV_TYPE, 2}, {ADV_LEN, 2}, {ADV_STATE, 1}, {ADV_RES1, 1},
				 {ADV_ACTIVE, 2}, {ADV_PASSIVE, 2}, {ADV_RES2, 4}));
		return;
	}
	put_layout(w, c,
		   PARTS({V1_STATE, 1}, {HELLO, 1}, {HOLD, 1}, {PRIORITY, 1}, {GROUP, 1},
			 {RESERVED, 1}, {AUTH, 8}, {VIRTUAL, 4}));
	peek = *c;
	if (c->left.wire && u8(&peek) == MD5_TYPE && !c->bad)
		put_md5(w, c);
}

/* --- version 2 --- */

static void put_group(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned ip;

	cursor_pull(&peek, 3);
	ip = u8(&peek);
	put_layout(w, c,
		   PARTS({V2_VERSION, 1}, {V2_OPCODE, 1}, {V2_STATE, 1}, {V2_IP, 1}, {V2_GROUP, 2},
			 {V2_ID, 6}, {V2_PRIORITY, 4}, {V2_HELLO, 4}, {V2_HOLD, 4}));
	if (ip == 4)
		put(w, c, V2_VIRTUAL, 4);
	else if (ip == 6)
		put(w, c, V2_VIRTUAL6, 16);
}

static const struct layout elements[] = {
	{1, NULL, put_group},
	{2, PARTS({V2_ACTIVE, 2}, {V2_PASSIVE, 2}), NULL},
	{3, PARTS({V2_AUTH, 8}), NULL},
	{4,
	 PARTS({V2_ALGORITHM, 1}, {V2_PADDING, 1}, {V2_MD5_FLAGS, 2}, {MD5_IP, 4}, {V2_KEY, 4},
	       {V2_DIGEST, TO_END}),
	 NULL},
};

static void put_second(struct walk *w, struct cursor *c)
{
	static const unsigned rows[] = {
		[1] = GROUP_TLV, [2] = INTERFACE_TLV, [3] = TEXT_TLV, [4] = MD5_TLV};

	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u8(&peek);
		uint32_t len = u8(&peek), group;

		if (!type || type >= COUNT(rows)) {
			walk_inside(w, NULL, *c);
			cursor_take(c, c->left.wire);
			return;
		}
		body = cursor_first(peek, len);
		put_value(w, rows[type], c->at, 2 + len, type);
		group = w->last;
		w->depth++;
		put_layout_of(w, &body, type, elements, COUNT(elements));
		w->depth--;
		w->last = group;
		cursor_take(c, 2 + len);
		if (body.bad)
			c->bad = body.bad;
	}
}

/* Version 2 has groups of its own to send to. */
static bool second(const struct record *r, const struct layer *l)
{
	struct span s = {r->to.p, r->to.len, r->to.len};

	(void)l;
	if (r->to.kind == IPV6)
		return true;
	return r->to.kind == IPV4 && r->to.len == 4 && span_bits(s, 0, 32, false) == ALL_ROUTERS_V2;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (second(&w->r, l)) {
		l->column = "HSRPv2";
		put_second(w, c);
	} else {
		put_first(w, c);
	}
}

static void put_words(struct text *t, const char *what, const char *state)
{
	text_format(t, "%s (state %s)", what ? what : "Unknown", state ? state : "Unknown");
}

static void first_words(struct text *t, struct cursor *c)
{
	unsigned opcode, state;

	u8(c);
	opcode = u8(c);
	if (opcode == ADVERTISE) {
		cursor_pull(c, 4);
		state = u8(c);
	} else {
		state = u8(c);
	}
	put_words(t, word_for(fields[OPCODE].words, opcode),
		  word_for(fields[opcode == ADVERTISE ? ADV_STATE : V1_STATE].words, state));
}

static void second_words(struct text *t, struct cursor *c)
{
	while (c->left.cap) {
		unsigned type = u8(c);
		uint32_t len = u8(c);
		struct cursor body = cursor_first(*c, len);

		if (type == 1) {
			const char *what, *state;

			u8(&body);
			what = word_for(fields[V2_OPCODE].words, u8(&body));
			state = word_for(fields[V2_STATE].words, u8(&body));
			put_words(t, what, state);
		} else if (type == 2) {
			unsigned active = u16(&body), passive = u16(&body);

			text_format(t, "Interface State TLV (Act=%u Pass=%u)", active, passive);
		}
		cursor_take(c, len);
		if (type == 1 || type == 2)
			return;
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	if (l->column)
		second_words(t, &c);
	else
		first_words(t, &c);
	(void)r;
}

static const struct hang hangs[] = {{"udp.port", 1985}, {"udp.port", 2029}, {0}};

const struct proto proto_hsrp = {
	.brief = "HSRP",
	.spec = "RFC 2281",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
