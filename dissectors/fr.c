/* SPDX-License-Identifier: BSD-2-Clause */
/* Frame Relay. */
/* ITU-T Q.922, 3.3 (addresses); RFC 2427 (what it carries); Cisco's EtherTypes. */
#include "shared/snap.h"
#include "shared/xdlc.h"

enum {
	FR,
	FIRST,
	UPPER,
	CR,
	FIRST_EA,
	SECOND,
	SECOND_DLCI,
	FECN,
	BECN,
	DE,
	SECOND_EA,
	THIRD,
	THIRD_DLCI,
	THIRD_EA,
	BOGUS,
	FINAL,
	LOWER,
	CORE,
	DC,
	FINAL_EA,
	DLCI,
	XDLC_ROWS,
	PADDING,
	NLPID,
	OWN_NLPID,
	SNAP_ROWS,
	CHDLC_TYPE,
	CLNS_PADDING,
	LAPF,
	XID_BODY,
	BOGUS_NOTE,
	LAPF_NOTE,
	XID_NOTE,
};

struct state {
	uint64_t dlci, control,
		snap; /* `control`: offset of that field; `snap`: of SNAP's header */
};

/* NLPIDs, ISO/IEC TR 9577. */
enum { NULL_NLPID = 0x00, Q933 = 0x08, NLPID_SNAP = 0x80, CLNP = 0x81, ISIS = 0x83 };

#define LAPF_DLCI 0 /* where signalling goes */
#define XID 0xaf
#define CISCO_OSI 0xfefe
#define TYPE_MAX_LEN 1500 /* Ethernet: up to here it is a length */
#define MACS_LEN 12
#define BRIDGED_ETHERNET 1 /* with its FCS, RFC 2427, 4.2 */
#define FCS_LEN 4

static const struct word response[] = {{0, "Response"}, {1, "Command"}};
static const struct word last_octet[] = {{0, "More Follows"}, {1, "Last Octet"}};
static const struct word dc[] = {{0, "Control"}, {1, "DLCI Address"}};

static const struct word nlpids[] = {
	{0x00, "NULL"},      {0x01, "T.70"},
	{0x03, "X.633"},     {0x08, "Q.933"},
	{0x09, "LMI"},       {0x0c, "Q.2119"},
	{0x80, "SNAP"},      {0x81, "CLNP"},
	{0x82, "ESIS"},      {0x83, "ISIS"},
	{0x85, "IDRP"},      {0x8a, "ESIS (X.25)"},
	{0x8c, "ISO 10030"}, {0x8d, "ISO 11577"},
	{0x8e, "IPv6"},      {0xb0, "Data compression protocol"},
	{0xcc, "IP"},        {0xcf, "PPP"},
};

static const struct word cisco_types[] = {
	{0x0800, "IP"},
	{0x2000, "Cisco Discovery Protocol"},
	{0x4242, "Spanning Tree BPDU"},
	{0x6558, "Transparent Ethernet bridging"},
	{0x8035, "SLARP"},
	{0x8038, "DEC LanBridge"},
	{0x809b, "Appletalk"},
	{0x80f3, "AARP"},
	{0x8137, "Netware IPX/SPX"},
	{0x86dd, "IPv6"},
	{0x8847, "MPLS unicast"},
	{0x8848, "MPLS multicast"},
	{0xfefe, "OSI"},
};

/* "0x4a, CR" */
static void form_first(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%02x%s%s", (unsigned)n->u, n->u & 2 ? ", CR" : "",
		    n->u & 1 ? ", EA" : "");
}

/* "0xe1, FECN, EA" */
static void form_second(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%02x%s%s%s%s", (unsigned)n->u, n->u & 8 ? ", FECN" : "",
		    n->u & 4 ? ", BECN" : "", n->u & 2 ? ", DE" : "", n->u & 1 ? ", EA" : "");
}

#define EA(row, above)                            \
	[row] = {"fr.ea",                         \
		 "EA",                            \
		 BOOL,                            \
		 AT(7, 1),                        \
		 .under = above,                  \
		 WORDS(last_octet),               \
		 .help = "The address ends here", \
		 .ref = "3.3.2"}

static const struct field fields[] = {
	[FR] = {"fr", "Frame Relay", PROTO},
	[FIRST] = {"fr.first_addr_octet", "First address octet", U8, HEX, .form = form_first,
		   .help = "The address begins", .ref = "3.3.1"},
	[UPPER] = {"fr.upper_dlci", "Upper DLCI", U8, HEX, AT(0, 6), .under = FIRST,
		   .help = "First bits of the circuit's number", .ref = "3.3.6"},
	[CR] = {"fr.cr", "CR", BOOL, AT(6, 1), .under = FIRST, WORDS(response),
		.help = "Command or response", .ref = "3.3.3"},
	EA(FIRST_EA, FIRST),
	[SECOND] = {"fr.second_addr_octet", "Second address octet", U8, HEX, .form = form_second,
		    .help = "The address goes on", .ref = "3.3.1"},
	[SECOND_DLCI] = {"fr.second_dlci", "Second DLCI", U8, HEX, AT(0, 4), .under = SECOND,
			 .help = "More bits of the circuit's number", .ref = "3.3.6"},
	[FECN] = {"fr.fecn", "FECN", BOOL, AT(4, 1), .under = SECOND,
		  .help = "Congestion on the way here", .ref = "3.3.4"},
	[BECN] = {"fr.becn", "BECN", BOOL, AT(5, 1), .under = SECOND,
		  .help = "Congestion on the way back", .ref = "3.3.4"},
	[DE] = {"fr.de", "DE", BOOL, AT(6, 1), .under = SECOND,
		.help = "May be dropped before others", .ref = "3.3.5"},
	EA(SECOND_EA, SECOND),
	[THIRD] = {"fr.third_addr_octet", "Third address octet", U8, HEX, .form = form_first,
		   .help = "The address goes on", .ref = "3.3.1"},
	[THIRD_DLCI] = {"fr.third_dlci", "Third DLCI", U8, HEX, AT(0, 7), .under = THIRD,
			.help = "More bits of the circuit's number", .ref = "3.3.6"},
	EA(THIRD_EA, THIRD),
	[BOGUS] = {"text", "Bogus address", HEADING},
	[FINAL] = {"text", "Final address octet", HEADING},
	[LOWER] = {"fr.lower_dlci", "Lower DLCI", U8, HEX, AT(0, 6), .under = FINAL, UNLESS(DC),
		   .help = "Last bits of the circuit's number", .ref = "3.3.6"},
	[CORE] = {"fr.dlcore_control", "DL-CORE Control", U8, HEX, AT(0, 6), .under = FINAL,
		  WHEN(DC), .help = "For the network's own use", .ref = "3.3.7"},
	[DC] = {"fr.dc", "DC", BOOL, AT(6, 1), BOX(16, 14), .under = FINAL, WORDS(dc),
		.help = "Which of both the octet holds", .ref = "3.3.7"},
	EA(FINAL_EA, FINAL),
	[DLCI] = {"fr.dlci", "DLCI", U32, DEC, .help = "The circuit's number", .ref = "3.3.6"},
	XDLC_FIELDS("fr", "Control Field", U8),
	[PADDING] = {"text", "Padding", HEADING},
	[NLPID] = {"fr.nlpid", "NLPID", U8, HEX, WORDS(nlpids), .help = "What the frame carries",
		   .ref = "RFC 2427, 3"},
	[OWN_NLPID] = {"fr.nlpid", "NLPID", U8, HEX, .traits = HIDDEN, WORDS(nlpids),
		       .help = "The first octet of the packet that it names", .ref = "RFC 2427, 3"},
	SNAP_FIELDS("fr.snap.oui", "fr.snaptype", "fr.snap.pid", BORROWED),
	[CHDLC_TYPE] = {"fr.chdlctype", "Type", U16, HEX, WORDS(cisco_types),
			.help = "What the frame carries, as Cisco says it"},
	[CLNS_PADDING] = {"chdlc.clns_padding", "CLNS Padding", U8, HEX, .traits = BORROWED,
			  .help = "An octet before packets of OSI"},
	[LAPF] = {"text", "Frame relay lapf not yet implemented", HEADING},
	[XID_BODY] = {"text", "Frame relay xid not yet implemented", HEADING},
	[BOGUS_NOTE] = EXPERT("fr.bogus_address", "Bogus address", WARNING, G_PROTOCOL),
	[LAPF_NOTE] = EXPERT("fr.frame_relay.lapf", "Frame relay lapf not yet implemented", WARNING,
			     G_UNDECODED),
	[XID_NOTE] = EXPERT("fr.frame_relay.xid", "Frame relay xid not yet implemented", WARNING,
			    G_UNDECODED),
};

/* Tables of children behind SNAP's in `next.also`. */
enum { BY_CISCO_TYPE = SNAP_TABLES_COUNT, BY_OSINL, BY_FR_OSINL };

static uint8_t octet_at(struct cursor c, uint32_t n)
{
	cursor_take(&c, n);
	return u8(&c);
}

/* --- the address --- */

static void put_bogus(struct walk *w, struct cursor *c, const char *what)
{
	open_group(w, c, BOGUS, 1);
	w->depth--;
	label_whole(w, "%s", what);
	expert(w, BOGUS_NOTE, "%s", what);
	cursor_take(c, 1);
}

/* The octets behind the second: up to one in the middle, and the last. */
static uint64_t put_long_address(struct walk *w, struct cursor *c, uint64_t dlci)
{
	uint8_t octet = octet_at(*c, 0);

	if (!(octet & 1)) {
		put(w, c, THIRD, 1);
		dlci = dlci << 7 | octet >> 1;
		while (!((octet = octet_at(*c, 0)) & 1) && !c->bad && c->left.cap)
			put_bogus(w, c, "Bogus extra address octet");
	}
	if (!cursor_has(c, 1)) {
		cursor_fail(c, 1);
		return dlci;
	}
	open_group(w, c, FINAL, 1);
	w->depth--;
	label_whole(w, "Final address octet: 0x%02x", octet);
	cursor_take(c, 1);
	return octet & 2 ? dlci : dlci << 6 | octet >> 2;
}

static uint64_t put_address(struct walk *w, struct cursor *c)
{
	uint8_t first = octet_at(*c, 0), second = octet_at(*c, 1);
	uint64_t dlci = (uint64_t)(first >> 2) << 4 | second >> 4;

	if (first & 1) {
		put_bogus(w, c, "Bogus 1-octet address field");
		dlci = 0;
	} else {
		put(w, c, FIRST, 1);
		put(w, c, SECOND, 1);
		if (!(second & 1) && !c->bad)
			dlci = put_long_address(w, c, dlci);
	}
	if (!c->bad)
		put_value(w, DLCI, c->at, 0, dlci);
	return dlci;
}

/* --- what follows it --- */

/* Whether the identifier is the first octet of the packet that it names. */
static bool begins_packet(uint64_t nlpid)
{
	return nlpid == Q933 || (nlpid >= CLNP && nlpid <= ISIS);
}

/* RFC 2427, 3: a padding octet may align what the identifier names. */
static void walk_nlpid(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	const struct plan *child;
	uint64_t nlpid;

	if (octet_at(*c, 0) == NULL_NLPID && c->left.cap) {
		put_bytes(w, PADDING, c->at, 1, "Padding", 7);
		cursor_take(c, 1);
	}
	nlpid = octet_at(*c, 0);
	if (!cursor_has(c, 1)) {
		cursor_fail(c, 1);
	} else if (begins_packet(nlpid)) {
		put_value(w, OWN_NLPID, c->at, 1, nlpid);
		child = also_by(l, BY_FR_OSINL, nlpid);
		walk_next(w, child ? child : also_by(l, BY_OSINL, nlpid), *c);
	} else {
		put(w, c, NLPID, 1);
		if (nlpid == NLPID_SNAP) {
			s->snap = c->at - l->at;
			walk_snap(w, l, c, SNAP_OUI, true, false);
		} else if (c->left.wire) {
			walk_next(w, next_by(l, nlpid), *c);
		}
	}
}

/* A line at the tree's root: that this kind of frame isn't taken apart. */
static void put_undecoded(struct walk *w, unsigned row, unsigned note)
{
	w->depth--;
	put_bytes(w, row, 0, 0, fields[row].label, (uint32_t)strlen(fields[row].label));
	expert(w, note, NULL);
	w->depth++;
}

/* Whether one of the identifiers that RFC 2427 uses stands behind a control field. */
static bool has_nlpid(struct cursor c)
{
	static const uint8_t used[] = {0x00, 0x08, 0x09, 0x80, 0x81, 0x82,
				       0x83, 0x8e, 0xb0, 0xcc, 0xcf};
	uint8_t nlpid;

	if (octet_at(c, 0) == NULL_NLPID)
		u8(&c);
	if ((u8(&c) & 3) != 3)
		u8(&c);
	nlpid = u8(&c);
	return !c.bad && memchr(used, nlpid, sizeof used);
}

static bool looks_like_ethernet(const struct layer *l, struct cursor c)
{
	uint64_t type;

	cursor_take(&c, MACS_LEN);
	type = u16(&c);
	return !c.bad &&
	       (type <= TYPE_MAX_LEN || also_by(l, 0, type) || word_for(&ethertypes, type));
}

/* Cisco's frames have an EtherType; a padding octet may precede OSI's packets. */
static void walk_cisco(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t type = put(w, c, CHDLC_TYPE, 2);
	uint8_t first = octet_at(*c, 0);

	if (type == CISCO_OSI && (first < CLNP || first > ISIS))
		put(w, c, CLNS_PADDING, 1);
	if (c->left.wire)
		walk_next(w, also_by(l, BY_CISCO_TYPE, type), *c);
}

static void put_control(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;

	s->control = c->at - l->at;
	put_xdlc(w, c, CONTROL_I, false);
}

/* A frame that neither the control field nor the circuit explain. */
static void walk_guess(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t type = u16(&peek);

	if (!peek.bad && word_for(fields[CHDLC_TYPE].words, type)) {
		walk_cisco(w, l, c);
	} else if (has_nlpid(*c)) {
		put_control(w, l, c);
		walk_nlpid(w, l, c);
	} else if (looks_like_ethernet(l, *c)) {
		walk_next(w, also_by(l, 1, BRIDGED_ETHERNET),
			  cursor_first(*c, c->left.wire - FCS_LEN));
	} else {
		walk_next(w, NULL, *c);
	}
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct state));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	uint64_t dlci = put_address(w, c);
	uint8_t control = octet_at(*c, 0);
	struct cursor all = *c;

	if (!c->bad)
		s->dlci = dlci;
	if (!cursor_has(c, 1)) {
		cursor_fail(c, 1);
	} else if (control == XDLC_UI) {
		put_control(w, l, c);
		walk_nlpid(w, l, c);
	} else if (dlci == LAPF_DLCI) {
		put_control(w, l, c);
		put_undecoded(w, LAPF, LAPF_NOTE);
		walk_next(w, NULL, all);
	} else if (control == XID) {
		put_control(w, l, c);
		put_undecoded(w, XID_BODY, XID_NOTE);
		walk_next(w, NULL, all);
	} else {
		walk_guess(w, l, c);
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (!s || s->dlci == ABSENT)
		return;
	text_format(t, "DLCI %u", (unsigned)s->dlci);
	if (s->control == ABSENT)
		return;
	text_put(t, ", ");
	text_xdlc(t, xdlc_control(layer_cursor(l, (uint32_t)s->control)), false);
	if (s->snap != ABSENT)
		text_snap(t, r, layer_cursor(l, (uint32_t)s->snap));
}

static const struct hang hangs[] = {{"link", 107}, {"sll.hatype", 770}, {"gre.proto", 0x6559}, {0}};

const struct proto proto_fr = {
	.brief = "FR",
	.spec = "ITU-T Q.922",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "fr.nlpid",
		 .also = {SNAP_TABLES, "chdlc.protocol", "osinl.incl", "fr.osinl"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
