/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: the MAC header of all frames; its parts stand in tables of their own. */
/* IEEE Std 802.11-2020, 9.2 (format), 9.3 (types). */
#include "core/checksum.h"
#include "shared/wifi.h"

enum {
	WLAN,
	OTHER_VERSION,
	TYPE_SUBTYPE,
	FC,
	VERSION,
	TYPE,
	SUBTYPE,
	FLAGS,
	DS,
	TODS,
	FROMDS,
	FRAG_MORE,
	RETRY,
	RETRY_NOTE,
	PWRMGT,
	MOREDATA,
	PROTECTED,
	ORDER,
	SLICES,
	DURATION,
	AID,
	FCS,
	FCS_STATUS,
	HTC,
};

struct state {
	uint64_t type_subtype;
	uint64_t whole; /* the MAC header was all there */
};

enum { PART_MAC, PART_QOS, PART_KEY, PART_BLOCK_ACK }; /* in table "wlan.part" */

#define HEADER 2
#define FCS_LEN 4
#define US " microseconds"

static const struct word fc_type_subtypes[] = {
	{0, "Association Request"},
	{1, "Association Response"},
	{2, "Reassociation Request"},
	{3, "Reassociation Response"},
	{4, "Probe Request"},
	{5, "Probe Response"},
	{6, "Measurement Pilot"},
	{7, "Unrecognized (Reserved frame)"},
	{8, "Beacon frame"},
	{9, "ATIM"},
	{10, "Disassociate"},
	{11, "Authentication"},
	{12, "Deauthentication"},
	{13, "Action"},
	{14, "Action No Ack"},
	{15, "Aruba Management"},
	{16, "Unrecognized (Reserved frame)"},
	{17, "Unrecognized (Reserved frame)"},
	{18, "Trigger"},
	{19, "Unrecognized (Reserved frame)"},
	{20, "Beamforming Report Poll"},
	{21, "VHT/HE NDP Announcement"},
	{22, "Unrecognized (Reserved frame)"},
	{23, "Control Wrapper"},
	{24, "802.11 Block Ack Req"},
	{25, "802.11 Block Ack"},
	{26, "Power-Save poll"},
	{27, "Request-to-send"},
	{28, "Clear-to-send"},
	{29, "Acknowledgement"},
	{30, "CF-End (Control-frame)"},
	{31, "CF-End + CF-Ack (Control-frame)"},
	{32, "Data"},
	{33, "Data + CF-Ack"},
	{34, "Data + CF-Poll"},
	{35, "Data + CF-Ack + CF-Poll"},
	{36, "Null function (No data)"},
	{37, "Acknowledgement (No data)"},
	{38, "CF-Poll (No data)"},
	{39, "CF-Ack/Poll (No data)"},
	{40, "QoS Data"},
	{41, "QoS Data + CF-Acknowledgment"},
	{42, "QoS Data + CF-Poll"},
	{43, "QoS Data + CF-Ack + CF-Poll"},
	{44, "QoS Null function (No data)"},
	{45, "Unrecognized (Reserved frame)"},
	{46, "QoS CF-Poll (No Data)"},
	{47, "QoS CF-Ack + CF-Poll (No data)"},
	{48, "DMG Beacon"},
	{49, "S1G Beacon"},
	{50, "Unrecognized (Reserved frame)"},
	{51, "Unrecognized (Reserved frame)"},
	{52, "Unrecognized (Reserved frame)"},
	{53, "Unrecognized (Reserved frame)"},
	{54, "Unrecognized (Reserved frame)"},
	{55, "Unrecognized (Reserved frame)"},
	{56, "Unrecognized (Reserved frame)"},
	{57, "Unrecognized (Reserved frame)"},
	{58, "Unrecognized (Reserved frame)"},
	{59, "Unrecognized (Reserved frame)"},
	{60, "Unrecognized (Reserved frame)"},
	{61, "Unrecognized (Reserved frame)"},
	{62, "Unrecognized (Reserved frame)"},
	{63, "Unrecognized (Reserved frame)"},
	{354, "Poll"},
	{355, "Service Period Request"},
	{356, "Grant"},
	{357, "DMG Clear-to-send"},
	{358, "DMG Denial-to-send"},
	{359, "Grant Acknowledgment"},
	{360, "Sector Sweep"},
	{361, "Sector Sweep Feedback"},
	{362, "Sector Sweep Acknowledgment"},
};
static const struct word fc_types[] = {
	{0, "Management frame"}, {1, "Control frame"},
	{2, "Data frame"},       {3, "Extension frame"},
	{4, "PV1 Reserved"},     {5, "PV1 Reserved"},
	{6, "PV1 Reserved"},     {7, "PV1 Extension (currently reserved)"},
};
static const struct word fc_dss[] = {
	{0, "Not leaving DS or network is operating in AD-HOC mode (To DS: 0 From DS: 0)"},
	{1, "Frame from STA to DS via an AP (To DS: 1 From DS: 0)"},
	{2, "Frame from DS to a STA via AP(To DS: 0 From DS: 1)"},
	{3, "WDS (AP to AP) or Mesh (MP to MP) Frame (To DS: 1 From DS: 1)"},
};
static const struct word fc_todss[] = {
	{0, "Frame is not entering DS"},
	{1, "Frame is entering DS"},
};
static const struct word fc_fromdss[] = {
	{0, "Frame is not exiting DS"},
	{1, "Frame is exiting DS"},
};
static const struct word fc_frags[] = {
	{0, "This is the last fragment"},
	{1, "More fragments follow"},
};
static const struct word fc_retrys[] = {
	{0, "Frame is not being retransmitted"},
	{1, "Frame is being retransmitted"},
};
static const struct word fc_pwrmgts[] = {
	{0, "STA will stay up"},
	{1, "STA will go to sleep"},
};
static const struct word fc_moredatas[] = {
	{0, "No data buffered"},
	{1, "Data is buffered for STA at AP"},
};
static const struct word fc_protecteds[] = {
	{0, "Data is not protected"},
	{1, "Data is protected"},
};
static const struct word fc_orders[] = {
	{0, "Not strictly ordered"},
	{1, "Strictly ordered"},
};

static const struct words kinds = {fc_type_subtypes, COUNT(fc_type_subtypes)};

static const struct field fields[] = {
	[WLAN] = {"wlan", "IEEE 802.11", PROTO},
	[OTHER_VERSION] = {"wlan.fc.version", "Version", U8, DEC, AT(6, 2), WHEN(VERSION),
			   .help = "Of frames that nobody knows", .ref = "9.2.4.1.2"},
	[TYPE_SUBTYPE] = {"wlan.fc.type_subtype", "Type/Subtype", U16, HEX, WORDS(fc_type_subtypes),
			  KNOWN(struct state, type_subtype), .help = "Both as one number",
			  .ref = "9.2.4.1.3"},
	[FC] = {"wlan.fc", "Frame Control Field", U16, HEX, AT(0, 16),
		.help = "Kind of the frame, and flags", .ref = "9.2.4.1"},
	[VERSION] = {"wlan.fc.version", "Version", U8, DEC, AT(6, 2), .under = FC,
		     .help = "Always 0", .ref = "9.2.4.1.2"},
	[TYPE] = {"wlan.fc.type", "Type", U8, DEC, AT(4, 2), .under = FC, WORDS(fc_types),
		  .help = "Management, control or data", .ref = "9.2.4.1.3"},
	[SUBTYPE] = {"wlan.fc.subtype", "Subtype", U8, DEC, AT(0, 4), .under = FC,
		     .help = "Which of that type", .ref = "9.2.4.1.3"},
	[FLAGS] = {"wlan.flags", "Flags", U8, HEX, AT(8, 8), .under = FC, .help = "All of them",
		   .ref = "9.2.4.1"},
	[DS] = {"wlan.fc.ds", "DS status", U8, HEX, AT(14, 2), .under = FLAGS, WORDS(fc_dss),
		.help = "Whether an access point is one of the ends", .ref = "9.2.4.1.4"},
	[TODS] = {"wlan.fc.tods", "To DS", BOOL, AT(15, 1), .under = FLAGS, .traits = HIDDEN,
		  WORDS(fc_todss), .help = "For an access point to relay", .ref = "9.2.4.1.4"},
	[FROMDS] = {"wlan.fc.fromds", "From DS", BOOL, AT(14, 1), .under = FLAGS, .traits = HIDDEN,
		    WORDS(fc_fromdss), .help = "From an access point", .ref = "9.2.4.1.4"},
	[FRAG_MORE] = {"wlan.fc.frag", "More Fragments", BOOL, AT(13, 1), .under = FLAGS,
		       WORDS(fc_frags), .help = "Another fragment follows", .ref = "9.2.4.1.5"},
	[RETRY] = {"wlan.fc.retry", "Retry", BOOL, AT(12, 1), .under = FLAGS, WORDS(fc_retrys),
		   .help = "Sent again", .ref = "9.2.4.1.6"},
	[RETRY_NOTE] = EXPERT("wlan.fc.retry.expert", "Retransmission (retry)", REMARK, G_SEQUENCE),
	[PWRMGT] = {"wlan.fc.pwrmgt", "PWR MGT", BOOL, AT(11, 1), .under = FLAGS, WORDS(fc_pwrmgts),
		    .help = "The station will sleep", .ref = "9.2.4.1.7"},
	[MOREDATA] = {"wlan.fc.moredata", "More Data", BOOL, AT(10, 1), .under = FLAGS,
		      WORDS(fc_moredatas), .help = "More is waiting for the station",
		      .ref = "9.2.4.1.8"},
	[PROTECTED] = {"wlan.fc.protected", "Protected flag", BOOL, AT(9, 1), .under = FLAGS,
		       WORDS(fc_protecteds), .help = "The body is encrypted", .ref = "9.2.4.1.9"},
	[ORDER] = {"wlan.fc.order", "+HTC/Order flag", BOOL, AT(8, 1), .under = FLAGS,
		   WORDS(fc_orders), .help = "HT Control follows, or order matters",
		   .ref = "9.2.4.1.10"},
	[SLICES] = {"text", "Slices", HEADING},
	[DURATION] = {"wlan.duration", "Duration", U16, DEC, AT(0, 15), BOX(16, 1), .under = SLICES,
		      .traits = LE, .unit = US, .help = "How long the medium is taken",
		      .ref = "9.2.4.2"},
	[AID] = {"wlan.aid", "Association ID", U16, DEC, AT(0, 14), BOX(16, 2), .under = SLICES,
		 .traits = LE, .help = "Number of the association", .ref = "9.2.4.2"},
	[FCS] = {"wlan.fcs", "Frame check sequence", U32, HEX, .traits = LE,
		 .form = form_unverified, .help = "CRC-32 over the frame", .ref = "9.2.4.8"},
	[FCS_STATUS] = {"wlan.fcs.status", "FCS Status", U8, PLAIN, .traits = GENERATED,
			.words = &checksum_statuses, .help = "Whether it is right"},
	[HTC] = {"wlan.htc", "HT Control (+HTC)", U32, HEX, .traits = LE,
		 .help = "Link adaptation and more", .ref = "9.2.4.6"},
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	l->column = "802.11";
	s->type_subtype = VALUE(l, TYPE) << 4 | VALUE(l, SUBTYPE);
}

/* "o.mPRMFTC": a letter for each flag, from the highest on, and for the check sequence. */
static void put_flags(struct text *t, unsigned flags, bool fcs)
{
	static const char set[] = "opmPRMFT", unset[] = "........";

	for (unsigned i = 0; i < 8; i++)
		text_char(t, (flags << i & 0x80 ? set : unset)[i]);
	if (fcs)
		text_char(t, 'C');
}

static bool has_fcs(const struct layer *l)
{
	const struct wifi *f = wifi_of(l);

	return f && f->fcs == FCS_LEN;
}

static const char *kind_of(const struct layer *l)
{
	return word_for(&kinds, ((const struct state *)l->state)->type_subtype);
}

/* --- fields that all frames have --- */

static void put_duration(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor at = cursor_first(*c, 2);
	unsigned v = le16(c);

	if (c->bad)
		return;
	if (!(v & 0x8000)) {
		put_slice(w, at, DURATION, 2);
	} else if (wifi_type(l) == WIFI_CONTROL && wifi_subtype(l) == WIFI_PS_POLL) {
		put_slice(w, at, AID, 2);
	} else {
		put_slice(w, at, DURATION, 2);
		if (v == 0x8000)
			label_whole(w, "Duration/ID: %u", v);
		else
			label_whole(w, "Duration/ID: %u (reserved)", v & 0x3fff);
	}
}

/* Cuts the check sequence off that ends the frame. */
static void put_fcs(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct cursor tail = *c;

	if (!has_fcs(l) || c->left.wire < FCS_LEN)
		return;
	cursor_take(&tail, c->left.wire - FCS_LEN);
	*c = cursor_first(*c, c->left.wire - FCS_LEN);
	if (tail.left.cap < FCS_LEN)
		return;
	put(w, &tail, FCS, FCS_LEN);
	put_value(w, FCS_STATUS, tail.at, 0, CHECKSUM_UNVERIFIED);
}

static void put_htc(struct walk *w, const struct layer *l, struct cursor *c)
{
	if (VALUE(l, ORDER))
		put(w, c, HTC, 4);
}

/* The header has all been there: its line says what the frame is. */
static void conclude(struct walk *w, struct layer *l, const struct cursor *c)
{
	struct text t = {0};

	if (c->bad)
		return;
	((struct state *)l->state)->whole = 1;
	put_flags(&t, (unsigned)VALUE(l, FLAGS), has_fcs(l));
	text_char(&t, '\0');
	label_tail_of(w, l->node, ", Flags: %s", t.p);
	text_close(&t);
}

/* Has another table read what is left, up to where its part ends. */
static void put_part(struct walk *w, struct cursor *c, unsigned part)
{
	*c = walk_part(w, also_by(w->now, 1, part), *c);
}

/* --- bodies --- */

static void put_body(struct walk *w, struct layer *l, struct cursor *c, const struct plan *child)
{
	bool sealed = VALUE(l, PROTECTED), fragment = VALUE(l, FRAG_MORE);

	if (sealed && c->left.wire)
		put_part(w, c, PART_KEY);
	if (c->bad || (!c->left.wire && (sealed || wifi_type(l) == WIFI_MANAGEMENT)))
		return;
	if (fragment && !sealed)
		l->says = "Fragmented IEEE 802.11 frame";
	walk_next(w, sealed || fragment ? NULL : child, *c);
}

static void rest_management(struct walk *w, struct layer *l, struct cursor *c)
{
	put_htc(w, l, c);
	conclude(w, l, c);
	put_body(w, l, c, next_by(l, WIFI_MANAGEMENT));
}

static void rest_control(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned subtype = wifi_subtype(l);

	conclude(w, l, c);
	if (!c->bad && (subtype == WIFI_BLOCK_ACK_REQ || subtype == WIFI_BLOCK_ACK))
		put_part(w, c, PART_BLOCK_ACK);
}

static void pass_padding(struct cursor *c, const struct layer *l)
{
	const struct wifi *f = wifi_of(l);

	if (f && f->datapad == 1)
		cursor_take(c, (0u - (c->at - l->at)) % 4);
}

static void rest_data(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned subtype = wifi_subtype(l);
	bool amsdu = wifi_amsdu(l, *c);

	if (subtype & WIFI_QOS) {
		put_part(w, c, PART_QOS);
		put_htc(w, l, c);
	}
	conclude(w, l, c);
	pass_padding(c, l);
	if (!(subtype & WIFI_NO_DATA) && !c->bad)
		put_body(w, l, c, amsdu ? next_by(l, WIFI_DATA) : also_by(l, 0, 0));
}

/* Only version 0 is known: of others nothing can be said. */
static unsigned believed(const struct layer *l)
{
	return VALUE(l, VERSION) ? OTHER_VERSION : 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (l->stop) {
		label_tail_of(w, l->node, " Unknown Protocol Version:%u",
			      (unsigned)VALUE(l, VERSION));
		cursor_fail(c, c->left.cap + 1);
		return;
	}
	if (VALUE(l, RETRY))
		expert_on(w, RETRY, RETRY_NOTE, NULL);
	if (wifi_type(l) > WIFI_DATA) {
		walk_next(w, NULL, *c);
		return;
	}
	label_tail_of(w, l->node, " %s", kind_of(l));
	put_duration(w, l, c);
	put_part(w, c, PART_MAC);
	put_fcs(w, l, c);
	if (wifi_type(l) == WIFI_MANAGEMENT)
		rest_management(w, l, c);
	else if (wifi_type(l) == WIFI_CONTROL)
		rest_control(w, l, c);
	else
		rest_data(w, l, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 22);

	(void)r;
	if (l->stop) {
		text_format(t, "Unknown protocol version: %u", (unsigned)VALUE(l, VERSION));
		return;
	}
	text_put(t, kind_of(l));
	if (((const struct state *)l->state)->whole != 1)
		return;
	if (wifi_type(l) != WIFI_CONTROL) {
		unsigned seq = le16(&c);

		text_format(t, ", SN=%u, FN=%u", seq >> 4, seq & 15);
	}
	text_put(t, ", Flags=");
	put_flags(t, (unsigned)VALUE(l, FLAGS), has_fcs(l));
}

static const struct hang hangs[] = {{"link", 105}, {0}};

const struct proto proto_wlan = {
	.brief = "IEEE 802.11",
	.spec = "IEEE Std 802.11-2020",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = HEADER,
	.next = {.table = "wlan.type", .also = {"eth.802_3", "wlan.part"}},
	.hangs = hangs,
	.believed = believed,
	.note = note,
	.rest = rest,
	.info = info,
};
