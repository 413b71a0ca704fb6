/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: what the sender can do. */
/* RFC 5492. */
#include "shared/bgp.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	PART,
	LOOSE,
	CAP,
	CAP_TYPE,
	LENGTH,
	ACTION,
	BAD_NOTE,
	UNKNOWN,
	RESERVED,
	MP_AFI,
	MP_SAFI,
	ENH_AFI,
	ENH_SAFI,
	ENH_NHAFI,
	GR_TIMERS,
	GR_RESTART,
	GR_NOTIFY,
	GR_TIME,
	GR_NOTE,
	GR_AFI,
	GR_SAFI,
	GR_FLAG,
	GR_PFS,
	AS4,
	DYNAMIC,
	AP_AFI,
	AP_SAFI,
	AP_WAYS,
	ORF_AFI,
	ORF_SAFI,
	ORF_NUMBER,
	ORF_TYPE,
	ORF_WAYS,
	HOST_LEN,
	HOST,
	DOMAIN_LEN,
	DOMAIN,
	MULTI_FLAGS,
	SEC_FLAGS,
	SEC_VERSION,
	SEC_WAYS,
	SEC_RESERVED,
	SEC_AFI,
};

static const struct word action_words[] = {
	{0, "advertising a capability"},
	{1, "removing a capability"},
};

static const struct word ap_ways_words[] = {
	{1, "Receive"},
	{2, "Send"},
	{3, "Both"},
};

static const struct word sec_ways_words[] = {
	{0, "Receive"},
	{1, "Send"},
};

static const struct field fields[] = {
	[PART] = {"bgp.capability", "BGP capabilities", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[CAP] = {"bgp.cap", "Capability", NONE, .help = "Something that the sender can do",
		 .ref = "RFC 5492, 4"},
	[CAP_TYPE] = {"bgp.cap.type", "Type", U8, DEC, .words = &bgp_capabilities,
		      .help = "What it can do", .ref = "RFC 5492, 4"},
	[LENGTH] = {"bgp.cap.length", "Length", U8, DEC, .help = "Octets of what belongs to it",
		    .ref = "RFC 5492, 4"},
	[ACTION] = {"bgp.cap.action", "Action", U8, DEC, WORDS(action_words),
		    .help = "Whether it comes or goes", .ref = "draft-ietf-idr-dynamic-cap"},
	[BAD_NOTE] = EXPERT("bgp.cap.length.bad", "Capability length is wrong", ERROR, G_MALFORMED),
	[UNKNOWN] = {"bgp.cap.unknown", "Unknown", BYTES, .help = "What nobody knows",
		     .ref = "RFC 5492, 4"},
	[RESERVED] = {"bgp.cap.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 5492, 4"},
	[MP_AFI] = {"bgp.cap.mp.afi", "AFI", U16, DEC, .words = &bgp_afis,
		    .help = "Of which address family it takes routes", .ref = "RFC 4760, 8"},
	[MP_SAFI] = {"bgp.cap.mp.safi", "SAFI", U8, DEC, .words = &bgp_safis,
		     .help = "Of which kind", .ref = "RFC 4760, 8"},
	[ENH_AFI] = {"bgp.cap.enh.afi", "AFI", U16, DEC, .words = &bgp_afis,
		     .help = "Of which address family the routes are", .ref = "RFC 8950, 4"},
	[ENH_SAFI] = {"bgp.cap.enh.safi", "SAFI", U16, DEC, .words = &bgp_safis,
		      .help = "Of which kind", .ref = "RFC 8950, 4"},
	[ENH_NHAFI] = {"bgp.cap.enh.nhafi", "Next hop AFI", U16, DEC, .words = &bgp_afis,
		       .help = "Of which address family their next hops are", .ref = "RFC 8950, 4"},
	[GR_TIMERS] = {"bgp.cap.gr.timers", "Restart Timers", U16, HEX, .form = form_flags,
		       .help = "Flags and a time", .ref = "RFC 4724, 3"},
	[GR_RESTART] = {"bgp.cap.gr.timers.restart_flag", "Restart state", BOOL, AT(0, 1),
			BOX(16, 0), .under = GR_TIMERS, WORDS(yes_no),
			.help = "The sender has restarted", .ref = "RFC 4724, 3"},
	[GR_NOTIFY] = {"bgp.cap.gr.timers.notification_flag", "Graceful notification", BOOL,
		       AT(1, 1), BOX(16, 1), .under = GR_TIMERS, WORDS(yes_no),
		       .help = "A notification doesn't end it", .ref = "RFC 8538, 2"},
	[GR_TIME] = {"bgp.cap.gr.timers.restart_time", "Time", U16, DEC, AT(4, 12), BOX(16, 4),
		     .under = GR_TIMERS, .help = "Seconds that a restart takes",
		     .ref = "RFC 4724, 3"},
	[GR_NOTE] = EXPERT("bgp.cap.gr.helper_mode_only",
			   "Graceful Restart Capability supported in Helper mode only", CHAT,
			   G_REQUEST),
	[GR_AFI] = {"bgp.cap.gr.afi", "AFI", U16, DEC, .words = &bgp_afis,
		    .help = "Address family that outlives a restart", .ref = "RFC 4724, 3"},
	[GR_SAFI] = {"bgp.cap.gr.safi", "SAFI", U8, DEC, .words = &bgp_safis,
		     .help = "Of which kind", .ref = "RFC 4724, 3"},
	[GR_FLAG] = {"bgp.cap.gr.flag", "Flag", U8, HEX, .form = form_flags, .help = "All flags",
		     .ref = "RFC 4724, 3"},
	[GR_PFS] = {"bgp.cap.gr.flag.pfs", "Preserve forwarding state", BOOL, AT(0, 1),
		    .under = GR_FLAG, WORDS(yes_no), .help = "Packets went on during the restart",
		    .ref = "RFC 4724, 3"},
	[AS4] = {"bgp.cap.4as", "AS Number", U32, DEC, .form = bgp_form_as,
		 .help = "The sender's autonomous system", .ref = "RFC 6793, 3"},
	[DYNAMIC] = {"bgp.cap.dc", "Capability Dynamic", U8, DEC, .words = &bgp_capabilities,
		     .help = "What it can change in a session",
		     .ref = "draft-ietf-idr-dynamic-cap"},
	[AP_AFI] = {"bgp.cap.ap.afi", "AFI", U16, DEC, .words = &bgp_afis,
		    .help = "Of which address family several paths are told", .ref = "RFC 7911, 4"},
	[AP_SAFI] = {"bgp.cap.ap.safi", "SAFI", U8, DEC, .words = &bgp_safis,
		     .help = "Of which kind", .ref = "RFC 7911, 4"},
	[AP_WAYS] = {"bgp.cap.ap.sendreceive", "Send/Receive", U8, DEC, WORDS(ap_ways_words),
		     .help = "Which way", .ref = "RFC 7911, 4"},
	[ORF_AFI] = {"bgp.cap.orf.afi", "AFI", U16, DEC, .words = &bgp_afis,
		     .help = "Of which address family routes are filtered", .ref = "RFC 5291, 5"},
	[ORF_SAFI] = {"bgp.cap.orf.safi", "SAFI", U8, DEC, .words = &bgp_safis,
		      .help = "Of which kind", .ref = "RFC 5291, 5"},
	[ORF_NUMBER] = {"bgp.cap.orf.number", "Number", U8, DEC,
			.help = "How many kinds of filters follow", .ref = "RFC 5291, 5"},
	[ORF_TYPE] = {"bgp.cap.orf.type", "Type", U8, DEC, .words = &bgp_orf_types,
		      .help = "What the filters look at", .ref = "RFC 5291, 5"},
	[ORF_WAYS] = {"bgp.cap.orf.sendreceive", "Send Receive", U8, DEC, WORDS(ap_ways_words),
		      .help = "Which way they go", .ref = "RFC 5291, 5"},
	[HOST_LEN] = {"bgp.cap.orf.fqdn.hostname.len", "Hostname Length", U8, DEC,
		      .help = "Octets of the name", .ref = "draft-walton-bgp-hostname-capability"},
	[HOST] = {"bgp.cap.orf.fqdn.hostname", "Hostname", STRING, .traits = ZSTRING,
		  .help = "The sender's name", .ref = "draft-walton-bgp-hostname-capability"},
	[DOMAIN_LEN] = {"bgp.cap.orf.fqdn.domain_name.len", "Domain Name Length", U8, DEC,
			.help = "Octets of the domain",
			.ref = "draft-walton-bgp-hostname-capability"},
	[DOMAIN] = {"bgp.cap.orf.fqdn.domain_name", "Domain Name", STRING, .traits = ZSTRING,
		    .help = "Its domain", .ref = "draft-walton-bgp-hostname-capability"},
	[MULTI_FLAGS] = {"bgp.cap.multisession.flags", "Flag", U8, HEX, .help = "All flags",
			 .ref = "draft-ietf-idr-bgp-multisession"},
	[SEC_FLAGS] = {"bgp.cap.bgpsec.flags", "Flag", U8, HEX, .form = form_flags,
		       .help = "Version and direction", .ref = "RFC 8205, 2.1"},
	[SEC_VERSION] = {"bgp.cap.bgpsec.version", "Version", U8, DEC, AT(0, 4), .under = SEC_FLAGS,
			 .help = "Version of the protocol", .ref = "RFC 8205, 2.1"},
	[SEC_WAYS] = {"bgp.cap.bgpsec.sendreceive", "Send/Receive", U8, DEC, AT(4, 1),
		      .under = SEC_FLAGS, WORDS(sec_ways_words),
		      .help = "Whether the sender sends or receives signed paths",
		      .ref = "RFC 8205, 2.1"},
	[SEC_RESERVED] = {"bgp.cap.bgpsec.reserved", "Reserved", U8, HEX, AT(5, 3),
			  .under = SEC_FLAGS, .help = "Always 0", .ref = "RFC 8205, 2.1"},
	[SEC_AFI] = {"bgp.cap.bgpsec.afi", "AFI", U16, DEC, .words = &bgp_afis,
		     .help = "For which address family", .ref = "RFC 8205, 2.1"},
};

#define TOO_SHORT 6
#define GR_HEAD 2
#define FQDN 73

/* How long the body of a capability has to be. */
enum rule { ANY, EXACTLY, MULTIPLE, LONGER };

struct capability {
	uint8_t code;
	uint8_t rule, octets;     /* octets: of the rule */
	const struct part *parts; /* rows, again and again to the end */
	void (*rest)(struct walk *, struct cursor *, uint32_t); /* or what reads it */
};

static void put_name(struct walk *w, struct cursor *c, unsigned len_row, unsigned row)
{
	uint32_t len = (uint32_t)put(w, c, len_row, 1);

	if (c->bad)
		return;
	put(w, c, row, len);
}

static void put_fqdn(struct walk *w, struct cursor *c, uint32_t len)
{
	(void)len;
	put_name(w, c, HOST_LEN, HOST);
	if (!c->bad)
		put_name(w, c, DOMAIN_LEN, DOMAIN);
}

static void put_restart(struct walk *w, struct cursor *c, uint32_t len)
{
	static const struct part family[] = {{GR_AFI, 2}, {GR_SAFI, 1}, {GR_FLAG, 1}, {0}};
	uint32_t end = c->at + len;

	put(w, c, GR_TIMERS, GR_HEAD);
	while (c->at < end && !c->bad)
		put_rows(w, c, family);
}

/* Filters of one family; Wireshark takes what follows them for the next capability. */
static void put_filters(struct walk *w, struct cursor *c, uint32_t len)
{
	static const struct part head[] = {{ORF_AFI, 2}, {RESERVED, 1}, {ORF_SAFI, 1}, {0}};
	unsigned n;

	(void)len;
	put_rows(w, c, head);
	n = c->bad ? 0 : (unsigned)put(w, c, ORF_NUMBER, 1);
	for (; n && !c->bad; n--) {
		put(w, c, ORF_TYPE, 1);
		put(w, c, ORF_WAYS, 1);
	}
}

static void put_session(struct walk *w, struct cursor *c, uint32_t len)
{
	(void)len;
	put(w, c, MULTI_FLAGS, 1);
}

static const struct capability list[] = {
	{0, EXACTLY, 0, NULL, NULL},
	{1, EXACTLY, 4, PARTS({MP_AFI, 2}, {RESERVED, 1}, {MP_SAFI, 1}), NULL},
	{2, EXACTLY, 0, NULL, NULL},
	{3, LONGER, TOO_SHORT, NULL, put_filters},
	{5, MULTIPLE, 6, PARTS({ENH_AFI, 2}, {ENH_SAFI, 2}, {ENH_NHAFI, 2}), NULL},
	{6, EXACTLY, 0, NULL, NULL},
	{7, EXACTLY, 3, PARTS({SEC_FLAGS, 1}, {SEC_AFI, 2}), NULL},
	{64, LONGER, TOO_SHORT, NULL, put_restart},
	{65, EXACTLY, 4, PARTS({AS4, 4}), NULL},
	{66, ANY, 0, PARTS({DYNAMIC, 1}), NULL},
	{67, ANY, 0, PARTS({DYNAMIC, 1}), NULL},
	{69, MULTIPLE, 4, PARTS({AP_AFI, 2}, {AP_SAFI, 1}, {AP_WAYS, 1}), NULL},
	{70, EXACTLY, 0, NULL, NULL},
	{72, EXACTLY, 0, NULL, NULL},
	{FQDN, ANY, 0, NULL, put_fqdn},
	{128, EXACTLY, 0, NULL, NULL},
	{130, LONGER, TOO_SHORT, NULL, put_filters},
	{131, ANY, 0, NULL, put_session},
};

static const struct capability *look_up(unsigned code)
{
	for (unsigned i = 0; i < COUNT(list); i++)
		if (list[i].code == code)
			return &list[i];
	return NULL;
}

/* Whether the body is as long as it has to be; notes where it isn't. */
static bool fits(struct walk *w, const struct capability *a, uint32_t len)
{
	if (a->code == 64 && len == GR_HEAD) {
		expert(w, GR_NOTE, NULL);
		return true;
	}
	if (a->rule == LONGER && len < a->octets) {
		expert(w, BAD_NOTE, "Capability length %u too short, must be greater than %u", len,
		       a->octets);
		return false;
	}
	if (a->rule == MULTIPLE && len % a->octets) {
		expert(w, BAD_NOTE, "Capability length %u is wrong, must be multiple of %s%u", len,
		       a->code == 69 ? " " : "", a->octets);
		return false;
	}
	if (a->rule == EXACTLY && len != a->octets) {
		expert(w, BAD_NOTE, "Capability length %u %swrong, must be = %u", len,
		       a->octets ? "is " : "", a->octets);
		return false;
	}
	return true;
}

static void put_unknown(struct walk *w, struct cursor *c, uint32_t len, bool missing)
{
	if (!len && !missing)
		return;
	put(w, c, UNKNOWN, len);
	if (!len)
		label_value(w, "<MISSING>");
}

static void put_body(struct walk *w, struct cursor *c, const struct capability *a, uint32_t len)
{
	uint32_t end = c->at + len;

	if (a->rest) {
		a->rest(w, c, len);
		return;
	}
	while (a->parts && c->at < end && !c->bad)
		put_layout(w, c, a->parts);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool action = bgp_of(l)->message == 6;
	struct cursor peek = *c;
	unsigned code = u8(&peek);
	uint32_t len = u8(&peek), group = open_group(w, c, CAP, 2 + action + len);
	const struct capability *a = look_up(code);
	const char *word = row_word(w, CAP_TYPE, code, NULL);
	bool fine;

	if (word)
		label_whole(w, "Capability: %s", word);
	else
		label_whole(w, "Capability: Unknown capability %u", code);
	put(w, c, CAP_TYPE, 1);
	put(w, c, LENGTH, 1);
	fine = !c->bad && a && fits(w, a, len);
	if (action && !c->bad)
		put(w, c, ACTION, 1);
	if (fine)
		put_body(w, c, a, len);
	else if (!c->bad)
		put_unknown(w, c, len, a);
	shut_group(w, group, c);
}

static const struct hang hangs[] = {{"bgp.part", BGP_CAPABILITIES}, {0}};

const struct proto proto_bgp_cap = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 5492",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
