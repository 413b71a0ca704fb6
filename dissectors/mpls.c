/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiprotocol Label Switching, and the associated channel of pseudowires and tunnels. */
/* RFC 3032, 2.1; RFC 4928, 3 (what follows); RFC 4385, 5, and RFC 5586 (the channel). */
#include "core/walk.h"

enum {
	MPLS,
	LABEL,
	EXP,
	BOTTOM,
	TTL,
	ENTRY,
	ENTRY_LABEL,
	ENTRY_EXP,
	ENTRY_BOTTOM,
	ENTRY_TTL,
	INVALID_LINE,
	INVALID,
};

/* What the channel needs to know of the stack. */
struct state {
	uint64_t label; /* the last one */
};

/* Children that no label names, in the table "mpls.pw". */
enum { PW_WITH_WORD, PW_WITHOUT_WORD, PW_CHANNEL };
/* Tables in `next.also`. */
enum { BY_VERSION, PSEUDOWIRE };

#define ENTRY_LEN 4
#define RESERVED_MAX 15 /* labels up to here are special, RFC 3032, 2.1 */
#define GAL 13          /* the associated channel's label, RFC 5586, 4 */
#define MACS_LEN 14     /* octets of an Ethernet header */

static const struct word labels_list[] = {
	{0, "IPv4 Explicit-Null"},
	{1, "Router Alert"},
	{2, "IPv6 Explicit-Null"},
	{3, "Implicit-Null"},
	{7, "Entropy Label Indicator (ELI)"},
	{13, "Generic Associated Channel Label (GAL)"},
	{14, "OAM Alert"},
};

static const struct words labels = {labels_list, COUNT(labels_list)};

/* "100 (0x00064)", or a special label's name */
static void form_label(struct text *t, const struct record *r, const struct node *n)
{
	const char *name = word_for(&labels, n->u);

	(void)r;
	if (n->u <= RESERVED_MAX)
		text_format(t, "%s (%u)", name ? name : "Unknown", (unsigned)n->u);
	else
		text_format(t, "%u (0x%05x)", (unsigned)n->u, (unsigned)n->u);
}

/* "Label: 100, Exp: 0, S: 1, TTL: 64"; the entry's rows stand behind its node. */
static void form_entry(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = node_next(r, n);
	const char *name;

	if (end - n < 5)
		return;
	name = word_for(&labels, n[1].u);
	text_format(t, ", Label: %u", (unsigned)n[1].u);
	if (n[1].u <= RESERVED_MAX)
		text_format(t, " (%s)", name ? name : "Reserved - Unknown");
	text_format(t, ", Exp: %u, S: %u, TTL: %u", (unsigned)n[2].u, (unsigned)n[3].u,
		    (unsigned)n[4].u);
}

#define ENTRY_ROWS(over, label, exp, bottom, ttl)                                          \
	[label] = {"mpls.label",  "MPLS Label",                                            \
		   U32,           DEC_HEX,                                                 \
		   AT(0, 20),     BOX(32, 0),                                              \
		   .under = over, .form = form_label,                                      \
		   .preset = 16,  .help = "Where the packet goes",                         \
		   .ref = "2.1"},                                                          \
	[exp] = {"mpls.exp",                                                               \
		 "MPLS Experimental Bits",                                                 \
		 U32,                                                                      \
		 DEC,                                                                      \
		 AT(20, 3),                                                                \
		 BOX(32, 20),                                                              \
		 .under = over,                                                            \
		 .help = "Its traffic class",                                              \
		 .ref = "RFC 5462, 2"},                                                    \
	[bottom] = {"mpls.bottom",                                                         \
		    "MPLS Bottom Of Label Stack",                                          \
		    U32,                                                                   \
		    DEC,                                                                   \
		    AT(23, 1),                                                             \
		    BOX(32, 23),                                                           \
		    .preset = 1,                                                           \
		    .under = over,                                                         \
		    .help = "No label follows",                                            \
		    .ref = "2.1"},                                                         \
	[ttl] = {"mpls.ttl",    "MPLS TTL",   U32,                                         \
		 DEC,           AT(24, 8),    BOX(32, 24),                                 \
		 .under = over, .preset = 64, .help = "Routers that may still forward it", \
		 .ref = "2.1"}

static const struct field fields[] = {
	[MPLS] = {"mpls", "MultiProtocol Label Switching Header", PROTO, .form = form_entry},
	ENTRY_ROWS(MPLS, LABEL, EXP, BOTTOM, TTL),
	[ENTRY] = {"mpls", "MultiProtocol Label Switching Header", PROTO, .form = form_entry},
	ENTRY_ROWS(ENTRY, ENTRY_LABEL, ENTRY_EXP, ENTRY_BOTTOM, ENTRY_TTL),
	[INVALID_LINE] = {"text", "Invalid Label", HEADING},
	[INVALID] = EXPERT("mpls.invalid_label", "Invalid Label", WARNING, G_PROTOCOL),
};

/* The rest of the stack; gives its last label. */
static uint64_t put_stack(struct walk *w, struct cursor *c, uint64_t entry)
{
	while (!(entry >> 8 & 1) && !c->bad) {
		struct cursor peek = *c;

		if (entry >> 12 == GAL) {
			put_bytes(w, INVALID_LINE, c->at, 0, fields[INVALID_LINE].label,
				  (uint32_t)strlen(fields[INVALID_LINE].label));
			expert(w, INVALID, NULL);
		}
		entry = u32(&peek);
		if (!peek.bad)
			shut_group(w, open_group(w, c, ENTRY, ENTRY_LEN), NULL);
		cursor_pull(c, ENTRY_LEN);
	}
	return entry >> 12;
}

/* A packet of IP tells where the whole ends. */
static uint32_t total_len(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0), peek;
	const struct plan *child;

	while (!(u32(&c) >> 8 & 1) && !c.bad)
		;
	peek = c;
	child = also_by(l, BY_VERSION, u8(&peek) >> 4);
	if (c.bad || !child)
		return 0;
	return l->bytes.wire - c.left.wire + extent(child, c.left);
}

/* RFC 4448, 4.6, leaves it open whether a control word precedes the frame. */
static bool is_plain_ethernet(const struct walk *w, struct cursor c)
{
	uint64_t dst = u24(&c), src;

	if (c.left.wire < MACS_LEN - 3)
		return false;
	u24(&c);
	src = u24(&c);
	return !c.bad && session_vendor(w->session, dst) && session_vendor(w->session, src);
}

static void walk_pseudowire(struct walk *w, struct layer *l, struct cursor c)
{
	if (is_plain_ethernet(w, c))
		walk_past(w, also_by(l, PSEUDOWIRE, PW_WITHOUT_WORD), c,
			  "pwethheuristic:pwethnocw");
	else if (c.left.wire < 4)
		walk_past(w, NULL, c, "pwethheuristic");
	else
		walk_past(w, also_by(l, PSEUDOWIRE, PW_WITH_WORD), c, "pwethheuristic");
}

static void walk_payload(struct walk *w, struct layer *l, struct cursor c, uint64_t label)
{
	const struct plan *child = next_by(l, label);
	struct cursor peek = c;
	uint8_t nibble = u8(&peek) >> 4;

	if (child)
		walk_next(w, child, c);
	else if (label == GAL || nibble == 1)
		walk_next(w, also_by(l, PSEUDOWIRE, PW_CHANNEL), c);
	else if (nibble == 0)
		walk_pseudowire(w, l, c);
	else
		walk_next(w, also_by(l, BY_VERSION, nibble), c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct cursor first = layer_cursor(l, 0);

	w->depth--;
	s->label = put_stack(w, c, u32(&first));
	w->depth++;
	if (!c->left.cap)
		cursor_fail(c, 1);
	else
		walk_payload(w, l, *c, s->label);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "MPLS Label Switched Packet");
}

static const struct hang hangs[] = {{"ethertype", 0x8847},      {"ethertype", 0x8848},
				    {"ppp.protocol", 0x0281},   {"ppp.protocol", 0x0283},
				    {"chdlc.protocol", 0x8847}, {"chdlc.protocol", 0x8848},
				    {"gre.proto", 0x8847},      {"gre.proto", 0x8848},
				    {"udp.port", 6635},         {"ip.proto", 137},
				    {"vxlan.next_proto", 5},    {"nsh.next_proto", 5},
				    {"nsh.next_proto", 5},      {0}};

const struct proto proto_mpls = {
	.brief = "MPLS",
	.spec = "RFC 3032",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = ENTRY_LEN,
	.total_len = total_len,
	.next = {.table = "mpls.label", .also = {"ip.version", "mpls.pw"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};

/* --- the associated channel --- */

enum { PWACH, VERSION, RESERVED, CHANNEL, RESERVED_NOTE };

static const struct word channels[] = {
	{0x0000, "Reserved"},
	{0x0001, "Management Communication Channel (MCC)"},
	{0x0002, "Signaling Communication Channel (SCC)"},
	{0x0007, "BFD Control, PW-ACH-encapsulated (BFD Without IP/UDP Headers)"},
	{0x000a, "MPLS Direct Loss Measurement (DLM)"},
	{0x000b, "MPLS Inferred Loss Measurement (ILM)"},
	{0x000c, "MPLS Delay Measurement (DM)"},
	{0x000d, "MPLS Direct Loss and Delay Measurement (DLM+DM)"},
	{0x000e, "MPLS Inferred Loss and Delay Measurement (ILM+DM)"},
	{0x0021, "IPv4 packet"},
	{0x0022, "MPLS-TP CC message"},
	{0x0023, "MPLS-TP CV message"},
	{0x0024, "Protection State Coordination Protocol (PSC)"},
	{0x0025, "On-Demand CV"},
	{0x0026, "LI"},
	{0x0027, "Pseudo-Wire OAM"},
	{0x0028, "MAC Withdraw OAM Msg"},
	{0x0057, "IPv6 packet"},
	{0x0058, "Fault OAM"},
	{0x7ff8, "Reserved for Experimental Use", 0x7fff},
	{0x8902, "MPLS-TP OAM"},
};

static const struct field channel_fields[] = {
	[PWACH] = {"pwach", "PW Associated Channel Header", PROTO},
	[VERSION] = {"pwach.ver", "Channel Version", U8, DEC, AT(4, 4), .help = "Always 0",
		     .ref = "RFC 4385, 5"},
	[RESERVED] = {"pwach.res", "Reserved", U8, HEX, AT(8, 8), .help = "Always 0",
		      .ref = "RFC 4385, 5"},
	[CHANNEL] = {"pwach.channel_type", "Channel Type", U16, HEX, AT(16, 16), WORDS(channels),
		     .fill = FILL_NEXT, .help = "What the channel carries", .ref = "RFC 4385, 5"},
	[RESERVED_NOTE] = EXPERT("pwach.res.not_zero", "Error: this byte is reserved and must be 0",
				 WARNING, G_PROTOCOL),
};

static void channel_rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct layer *stack = l->parent;

	if (stack->proto == &proto_mpls && stack->state &&
	    ((const struct state *)stack->state)->label == GAL)
		label_whole(w, "Generic Associated Channel Header");
	if (VALUE_OF(l, RESERVED))
		expert_on(w, RESERVED, RESERVED_NOTE, NULL);
	walk_next(w, next_by(l, VALUE_OF(l, CHANNEL)), *c);
}

static const struct hang channel_hangs[] = {{"mpls.pw", PW_CHANNEL}, {0}};

const struct proto proto_pwach = {
	.brief = "PW Associated Channel",
	.no_column = true,
	.spec = "RFC 4385",
	.fields = channel_fields,
	.n_fields = COUNT(channel_fields),
	.prefix = "mpls",
	.fixed = 4,
	.next = {.table = "pwach.channel_type"},
	.hangs = channel_hangs,
	.rest = channel_rest,
};
