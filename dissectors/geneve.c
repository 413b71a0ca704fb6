/* SPDX-License-Identifier: BSD-2-Clause */
/* Generic Network Virtualization Encapsulation. */
/* RFC 8926. */
#include "core/walk.h"
#include "shared/flags.h"
#include "shared/numbers.h"

enum {
	GENEVE,
	LOOSE,
	VERSION,
	VERSION_LINE,
	UNKNOWN_VERSION,
	LENGTH,
	FLAGS,
	OAM,
	CRITICAL,
	FLAGS_RESERVED,
	PROTOCOL,
	VNI,
	RESERVED,
	OPTIONS,
	OPTION,
	CLASS,
	TYPE,
	TYPE_CRITICAL,
	OPTION_FLAGS,
	OPTION_RESERVED,
	OPTION_LENGTH,
	GCP_VNID,
	GCP_DIRECTION,
	GCP_RESERVED,
	GCP_ENDPOINT,
	GCP_PROFILE,
	UNKNOWN_DATA,
	PAST_END,
};

#define HEAD 8
#define OPTION_HEAD 4
#define WORD 4

static const struct word classes[] = {
	{0x0000, "Standard", 0x00ff},
	{0x0100, "Linux"},
	{0x0101, "Open vSwitch"},
	{0x0102, "Open Virtual Networking (OVN)"},
	{0x0103, "In-band Network Telemetry (INT)"},
	{0x0104, "VMware"},
	{0x0105, "Amazon.com, Inc."},
	{0x0106, "Cisco Systems, Inc."},
	{0x0107, "Oracle Corporation"},
	{0x0108, "Amazon.com, Inc.", 0x0110},
	{0x0111, "IBM", 0x0118},
	{0x0119, "Ericsson", 0x0128},
	{0x0129, "Oxide Computer Company"},
	{0x0130, "Cisco Systems, Inc.", 0x0131},
	{0x0132, "Google LLC", 0x0135},
	{0x0136, "InfoQuick Global Connection Tech Ltd."},
	{0x0137, "Unassigned", 0xfeff},
	{0xfff0, "Experimental", 0xffff},
};

static const struct word directions[] = {{0, "Ingress"}, {1, "Egress"}};

static const struct field fields[] = {
	[GENEVE] = {"geneve", "Generic Network Virtualization Encapsulation", PROTO,
		    .line = "Generic Network Virtualization Encapsulation[, VNI: {geneve.vni}]"},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[VERSION] = {"geneve.version", "Version", U8, DEC, .help = "Always 0", .ref = "3.4"},
	[VERSION_LINE] = {"text", "Unknown version", HEADING},
	[UNKNOWN_VERSION] =
		EXPERT("geneve.version.unknown", "Unknown version", WARNING, G_PROTOCOL),
	[LENGTH] = {"geneve.option.length", "Length", U8, DEC, .unit = " bytes",
		    .help = "Octets of options", .ref = "3.4"},
	[FLAGS] = {"geneve.flags", "Flags", U8, HEX, .form = form_flags, .help = "All flags",
		   .ref = "3.4"},
	[OAM] = {"geneve.flags.oam", "Operations, Administration and Management Frame", BOOL,
		 AT(0, 1), .under = FLAGS, .help = "It is for the tunnel's own maintenance",
		 .ref = "3.4"},
	[CRITICAL] = {"geneve.flags.critical", "Critical Options Present", BOOL, AT(1, 1),
		      .under = FLAGS, .help = "Some option must be understood", .ref = "3.4"},
	[FLAGS_RESERVED] = {"geneve.flags.reserved", "Reserved", BOOL, AT(2, 6), .under = FLAGS,
			    .help = "Always 0", .ref = "3.4"},
	[PROTOCOL] = {"geneve.proto_type", "Protocol Type", U16, HEX, .words = &ethertypes,
		      .help = "What the packet carries", .ref = "3.4"},
	[VNI] = {"geneve.vni", "Virtual Network Identifier (VNI)", U24, HEX_DEC,
		 .help = "Which network", .ref = "3.4"},
	[RESERVED] = {"geneve.reserved", "Reserved", U8, HEX, .help = "Always 0", .ref = "3.4"},
	[OPTIONS] = {"geneve.options", "Geneve Options", BYTES, .line = "Options: ({#} bytes)",
		     .help = "All options", .ref = "3.5"},
	[OPTION] = {"geneve.option", "Option", BYTES, .under = OPTIONS, .help = "An option",
		    .ref = "3.5"},
	[CLASS] = {"geneve.option.class", "Class", U16, HEX, .under = OPTION, WORDS(classes),
		   .help = "Who defines the type", .ref = "3.5"},
	[TYPE] = {"geneve.option.type", "Type", U8, HEX, .under = OPTION, .help = "Which option",
		  .ref = "3.5"},
	[TYPE_CRITICAL] = {"geneve.option.type.critical", "Critical Option", BOOL, AT(0, 1),
			   .under = TYPE, .traits = HIDDEN, .help = "It must be understood",
			   .ref = "3.5"},
	[OPTION_FLAGS] = {"geneve.option.flags", "Flags", U8, HEX, .under = OPTION,
			  .help = "All flags", .ref = "3.5"},
	[OPTION_RESERVED] = {"geneve.option.flags.reserved", "Reserved", BOOL, AT(0, 3), BOX(8, 0),
			     .under = LOOSE, .help = "Always 0", .ref = "3.5"},
	[OPTION_LENGTH] = {"geneve.option.length", "Length", U8, DEC, .under = OPTION,
			   .unit = " bytes", .help = "Octets of the whole option", .ref = "3.5"},
	[GCP_VNID] = {"geneve.option.gcp.vnid", "GCP Virtual Network ID", U32, DEC, .under = OPTION,
		      .help = "Google's network", .ref = "3.5"},
	[GCP_DIRECTION] = {"geneve.option.gcp.direction", "GCP Traffic Direction", BOOL, AT(31, 1),
			   BOX(32, 31), .under = LOOSE, WORDS(directions),
			   .help = "Into or out of the machine", .ref = "3.5"},
	[GCP_RESERVED] = {"geneve.option.gcp.reserved", "GCP Reserved bits", BOOL, AT(28, 3),
			  BOX(32, 28), .under = LOOSE, .help = "Always 0", .ref = "3.5"},
	[GCP_ENDPOINT] = {"geneve.option.gcp.endpoint", "GCP Endpoint ID", BYTES, .under = OPTION,
			  .help = "Google's machine", .ref = "3.5"},
	[GCP_PROFILE] = {"geneve.option.gcp.profile", "GCP Profile ID", U64, DEC, .under = OPTION,
			 .help = "Google's profile", .ref = "3.5"},
	[UNKNOWN_DATA] = {"geneve.option.unknown.data", "Unknown Option Data", BYTES,
			  .under = OPTION, .help = "Data of an unknown option", .ref = "3.5"},
	[PAST_END] = EXPERT("geneve.option.length.invalid", "Invalid length for option", WARNING,
			    G_PROTOCOL),
};

static void hide_last(struct walk *w)
{
	if (w->last != NO_NODE)
		w->r.nodes[w->last].hidden = true;
}

/* --- options --- */

enum { GOOGLE = 0x0132, GOOGLE_VNID = 1, GOOGLE_ENDPOINT, GOOGLE_PROFILE };

/* An option's head. */
struct head {
	unsigned class, type;
	unsigned flags;
	uint32_t octets; /* of the whole option */
};

static struct head head_of(struct cursor c)
{
	struct head h;
	unsigned last;

	h.class = u16(&c);
	h.type = u8(&c);
	last = u8(&c);
	h.flags = last >> 5;
	h.octets = OPTION_HEAD + (last & 31) * WORD;
	return h;
}

static const char *name_of(const struct head *h)
{
	static const char *const names[] = {"GCP Virtual Network ID", "GCP Endpoint ID",
					    "GCP Profile ID"};

	if (h->class == GOOGLE && h->type >= GOOGLE_VNID && h->type <= GOOGLE_PROFILE)
		return names[h->type - GOOGLE_VNID];
	return "Unknown";
}

static void put_option_flags(struct walk *w, struct cursor c, unsigned flags)
{
	put_value(w, OPTION_FLAGS, c.at, 1, flags);
	if (flags)
		label_tail(w, " (RSVD)");
	else
		hide_last(w);
	w->depth++;
	put_slice(w, c, OPTION_RESERVED, 1);
	if (!flags)
		hide_last(w);
	w->depth--;
}

/* The upper 28 bits of a number, drawn in pairs of four. */
static void put_vnid(struct walk *w, struct cursor c)
{
	uint32_t at = c.at;
	uint32_t vnid = u32(&c) >> 4;
	char drawing[40];
	unsigned n = 0;

	for (unsigned bit = 28; bit-- > 0;) {
		drawing[n++] = vnid >> bit & 1 ? '1' : '0';
		if (bit % 4)
			continue;
		drawing[n++] = ' ';
		if (bit % 8 == 4)
			drawing[n++] = ' ';
	}
	drawing[n] = '\0';
	put_value(w, GCP_VNID, at, 4, vnid);
	label_whole(w, "%s.... = GCP Virtual Network ID: %u", drawing, vnid);
}

static void put_data(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t len = h->octets - OPTION_HEAD;
	bool google = h->class == GOOGLE;

	if (google && h->type == GOOGLE_VNID && len >= WORD) {
		put_vnid(w, *c);
		put_slice(w, *c, GCP_DIRECTION, 4);
		put_slice(w, *c, GCP_RESERVED, 4);
		cursor_take(c, len);
	} else if (google && h->type == GOOGLE_ENDPOINT) {
		put(w, c, GCP_ENDPOINT, len);
	} else if (google && h->type == GOOGLE_PROFILE) {
		put(w, c, GCP_PROFILE, len);
	} else {
		put(w, c, UNKNOWN_DATA, len);
	}
}

static void put_option(struct walk *w, struct cursor *c, const struct head *h)
{
	const char *class = word_for(fields[CLASS].words, h->class);
	const char *critical = h->type >> 7 ? "Critical" : "Non-critical";
	uint32_t group = open_group(w, c, OPTION, h->octets);
	struct cursor last;

	label_whole(w, "%s, Class: %s (0x%04x) Type: 0x%02x (%s)", name_of(h),
		    class ? class : "Unknown", h->class, h->type, critical);
	put(w, c, CLASS, 2);
	put(w, c, TYPE, 1);
	label_tail(w, " (%s)", critical);
	last = *c;
	u8(c);
	put_option_flags(w, last, h->flags);
	put_value(w, OPTION_LENGTH, last.at, 1, h->octets);
	put_data(w, c, h);
	shut_group(w, group, c);
}

#define PAST_END_WORDS "%s, Class: %s (0x%04x) Type: 0x%02x (length of %u is past end of options)"

static void put_past_end(struct walk *w, const struct cursor *c, const struct head *h)
{
	const char *class = word_for(fields[CLASS].words, h->class);

	class = class ? class : "Unknown";
	put_bytes(w, OPTION, c->at, c->left.cap, c->left.p, c->left.cap);
	label_whole(w, PAST_END_WORDS, name_of(h), class, h->class, h->type, h->octets);
	expert(w, PAST_END, PAST_END_WORDS, name_of(h), class, h->class, h->type, h->octets);
}

static void put_geneve_options(struct walk *w, struct cursor *c, uint32_t octets)
{
	struct cursor options = cursor_first(*c, octets);
	uint32_t group;

	if (octets > c->left.cap) {
		cursor_fail(c, octets);
		return;
	}
	group = open_group(w, c, OPTIONS, octets);
	while (options.left.cap) {
		struct head h = head_of(options);

		if (h.octets > options.left.wire) {
			put_past_end(w, &options, &h);
			break;
		}
		put_option(w, &options, &h);
	}
	shut_group(w, group, NULL);
	cursor_take(c, octets);
}

/* --- */

/* Gives the octets of options. */
static uint32_t put_head(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned first = u8(c);
	uint32_t octets = (first & 63) * WORD;

	if (c->bad)
		return 0;
	put_value(w, VERSION, at, 1, first >> 6);
	if (first >> 6) {
		put_value(w, VERSION_LINE, at, 1, 0);
		label_whole(w, "Unknown version %u", first >> 6);
		expert(w, UNKNOWN_VERSION, "Unknown version %u", first >> 6);
	}
	put_value(w, LENGTH, at, 1, octets);
	put(w, c, FLAGS, 1);
	return octets;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t node = w->last;
	struct cursor peek = *c;
	uint32_t octets = put_head(w, c);
	bool oam = u16(&peek) >> 7 & 1;
	uint64_t protocol = put(w, c, PROTOCOL, 2);

	put(w, c, VNI, 3);
	if (oam && !c->bad)
		label_tail_of(w, node, ", OAM");
	if (!put(w, c, RESERVED, 1))
		hide_last(w);
	if (octets && !c->bad && trouble_wanted(w))
		put_geneve_options(w, c, octets);
	else
		cursor_pull(c, octets);
	l->header = l->bytes.wire - c->left.wire;
	if (!c->bad)
		walk_next(w, next_by(l, protocol), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 2);
	unsigned protocol = u16(&c);
	const char *name = word_for(&ethertypes, protocol);

	(void)r;
	if (c.bad)
		return;
	text_put(t, "Encapsulated ");
	if (name)
		text_put(t, name);
	else
		text_format(t, "0x%04x (unknown)", protocol);
}

static const struct hang hangs[] = {{"udp.port", 6081}, {0}};

const struct proto proto_geneve = {
	.brief = "Geneve",
	.spec = "RFC 8926",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "ethertype"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
