/* SPDX-License-Identifier: BSD-2-Clause */
/* GTP: the element that tells the quality of service. */
/* 3GPP TS 29.060, 7.7.34; TS 24.008, 10.5.6.5. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	QOS_PART,
	LOOSE,
	LENGTH,
	ARP,
	SPARE_1,
	DELAY,
	RELIABILITY,
	PEAK,
	SPARE_2,
	PRECEDENCE,
	SPARE_3,
	MEAN,
	TRAFFIC,
	ORDER,
	ERRONEOUS,
	SDU_SIZE,
	MAX_UP,
	MAX_DOWN,
	BIT_ERRORS,
	SDU_ERRORS,
	TRANSFER,
	HANDLING,
	SURE_UP,
	SURE_DOWN,
	SPARE_4,
	SIGNALLING,
	SOURCE,
	EXTENDED,
	EXTENDED_NOTE,
};

static const struct word qos_delay_words[] = {
	{0, "Subscribed delay class (in MS to network direction)"},
	{1, "Delay class 1"},
	{2, "Delay class 2"},
	{3, "Delay class 3"},
	{4, "Delay class 4 (best effort)"},
	{7, "Reserved"},
};

static const struct word qos_reliability_words[] = {
	{0, "Subscribed reliability class (in MS to network direction)"},
	{1, "Acknowledged GTP, LLC, and RLC; Protected data"},
	{2, "Unacknowledged GTP, Ack LLC/RLC, Protected data"},
	{3, "Unacknowledged GTP/LLC, Ack RLC, Protected data"},
	{4, "Unacknowledged GTP/LLC/RLC, Protected data"},
	{5, "Unacknowledged GTP/LLC/RLC, Unprotected data"},
	{7, "Reserved"},
};

static const struct word qos_peak_words[] = {
	{0, "Subscribed peak throughput (in MS to network direction)"},
	{1, "Up to 1 000 oct/s"},
	{2, "Up to 2 000 oct/s"},
	{3, "Up to 4 000 oct/s"},
	{4, "Up to 8 000 oct/s"},
	{5, "Up to 16 000 oct/s"},
	{6, "Up to 32 000 oct/s"},
	{7, "Up to 64 000 oct/s"},
	{8, "Up to 128 000 oct/s"},
	{9, "Up to 256 000 oct/s"},
	{10, "Reserved"},
	{11, "Reserved"},
	{12, "Reserved"},
	{13, "Reserved"},
	{14, "Reserved"},
	{15, "Reserved"},
};

static const struct word qos_precedence_words[] = {
	{0, "Subscribed precedence (in MS to network direction)"},
	{1, "High priority"},
	{2, "Normal priority"},
	{3, "Low priority"},
	{7, "Reserved"},
};

static const struct word qos_mean_words[] = {
	{0, "Subscribed mean throughput (in MS to network direction)"},
	{1, "100 oct/h"},
	{2, "200 oct/h"},
	{3, "500 oct/h"},
	{4, "1 000 oct/h"},
	{5, "2 000 oct/h"},
	{6, "5 000 oct/h"},
	{7, "10 000 oct/h"},
	{8, "20 000 oct/h"},
	{9, "50 000 oct/h"},
	{10, "100 000 oct/h"},
	{11, "200 000 oct/h"},
	{12, "500 000 oct/h"},
	{13, "1 000 000 oct/h"},
	{14, "2 000 000 oct/h"},
	{15, "5 000 000 oct/h"},
	{16, "10 000 000 oct/h"},
	{17, "20 000 000 oct/h"},
	{18, "50 000 000 oct/h"},
	{19, "Reserved"},
	{20, "Reserved"},
	{21, "Reserved"},
	{22, "Reserved"},
	{23, "Reserved"},
	{24, "Reserved"},
	{25, "Reserved"},
	{26, "Reserved"},
	{27, "Reserved"},
	{28, "Reserved"},
	{29, "Reserved"},
	{30, "Reserved"},
	{31, "Best effort"},
};

static const struct word qos_traf_class_words[] = {
	{0, "Subscribed traffic class (in MS to network direction)"},
	{1, "Conversational class"},
	{2, "Streaming class"},
	{3, "Interactive class"},
	{4, "Background class"},
	{7, "Reserved"},
};

static const struct word qos_del_order_words[] = {
	{0, "Subscribed delivery order (in MS to network direction)"},
	{1, "With delivery order ('yes')"},
	{2, "Without delivery order ('no')"},
	{3, "Reserved"},
};

static const struct word qos_del_err_sdu_words[] = {
	{0, "Subscribed delivery of erroneous SDUs (in MS to network direction)"},
	{1, "No detect ('-')"},
	{2, "Erroneous SDUs are delivered ('yes')"},
	{3, "Erroneous SDUs are not delivered ('no')"},
	{7, "Reserved"},
};

static const struct word qos_max_sdu_size_words[] = {
	{0, "Subscribed maximum SDU size (in MS to network direction"},
	{151, "1502 octets"},
	{152, "1510 octets"},
	{153, "1520 octets"},
};

static const struct word qos_res_ber_words[] = {
	{0, "Subscribed residual BER (in MS to network direction)"},
	{1, "1/20 = 5x10^-2"},
	{2, "1/100 = 1x10^-2"},
	{3, "1/200 = 5x10^-3"},
	{4, "1/250 = 4x10^-3"},
	{5, "1/1 000 = 1x10^-3"},
	{6, "1/10 000 = 1x10^-4"},
	{7, "1/100 000 = 1x10^-5"},
	{8, "1/1 000 000 = 1x10^-6"},
	{9, "3/50 000 000 = 6x10^-8"},
	{15, "Reserved"},
};

static const struct word qos_sdu_err_ratio_words[] = {
	{0, "Subscribed SDU error ratio (in MS to network direction)"},
	{1, "1/100 = 1x10^-2"},
	{2, "7/1000 = 7x10^-3"},
	{3, "1/1 000 = 1x10^-3"},
	{4, "1/10 000 = 1x10^-4"},
	{5, "1/100 000 = 1x10^-5"},
	{6, "1/1 000 000 = 1x10^-6"},
	{7, "1/10 = 1x10^-1"},
	{15, "Reserved"},
};

static const struct word qos_trans_delay_words[] = {
	{0, "Subscribed Transfer Delay (in MS to network direction)"},
	{1, "10 ms"},
	{2, "20 ms"},
	{3, "30 ms"},
	{4, "40 ms"},
	{5, "50 ms"},
	{6, "60 ms"},
	{7, "70 ms"},
	{8, "80 ms"},
	{9, "90 ms"},
	{10, "100 ms"},
	{11, "110 ms"},
	{12, "120 ms"},
	{13, "130 ms"},
	{14, "140 ms"},
	{15, "150 ms"},
	{16, "200 ms"},
	{17, "250 ms"},
	{18, "300 ms"},
	{19, "350 ms"},
	{20, "400 ms"},
	{21, "450 ms"},
	{22, "500 ms"},
	{23, "550 ms"},
	{24, "600 ms"},
	{25, "650 ms"},
	{26, "700 ms"},
	{27, "750 ms"},
	{28, "800 ms"},
	{29, "850 ms"},
	{30, "900 ms"},
	{31, "950 ms"},
	{32, "1000 ms"},
	{33, "1100 ms"},
	{34, "1200 ms"},
	{35, "1300 ms"},
	{36, "1400 ms"},
	{37, "1500 ms"},
	{38, "1600 ms"},
	{39, "1700 ms"},
	{40, "1800 ms"},
	{41, "1900 ms"},
	{42, "2000 ms"},
	{43, "2100 ms"},
	{44, "2200 ms"},
	{45, "2300 ms"},
	{46, "2400 ms"},
	{47, "2500 ms"},
	{48, "2600 ms"},
	{49, "2700 ms"},
	{50, "2800 ms"},
	{51, "2900 ms"},
	{52, "3000 ms"},
	{53, "3100 ms"},
	{54, "3200 ms"},
	{55, "3300 ms"},
	{56, "3400 ms"},
	{57, "3500 ms"},
	{58, "3600 ms"},
	{59, "3700 ms"},
	{60, "3800 ms"},
	{61, "3900 ms"},
	{62, "4000 ms"},
	{63, "Reserved"},
};

static const struct word qos_traf_handl_prio_words[] = {
	{0, "Subscribed traffic handling priority (in MS to network direction)"},
	{1, "Priority level 1"},
	{2, "Priority level 2"},
	{3, "Priority level 3"},
};

static const struct word src_stat_desc_words[] = {
	{0, "unknown"},
	{1, "speech"},
};

static const struct word signalling_words[] = {{0, "Not optimised for signalling traffic"},
					       {1, "Optimised for signalling traffic"}};

static const struct field fields[] = {
	[QOS_PART] = {"gtp.qos", "Quality of Service", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[EXTENDED] = {"text", "Extended bit rate", HEADING},
	[EXTENDED_NOTE] = EXPERT("gtp.guaranteed_bit_rate_value",
				 "Use the value indicated by the other octet", REMARK, G_PROTOCOL),
	[LENGTH] = {"gtp.qos_umts_length", "Length", U16, DEC, .help = "Octets that follow",
		    .ref = "TS 29.060, 7.7.34"},
	[ARP] = {"gtp.qos_al_ret_priority", "Allocation/Retention priority", U8, DEC,
		 .help = "Who is served first", .ref = "TS 24.008, 10.5.6.5"},
	[SPARE_1] = {"gtp.qos_spare1", "Spare", U8, DEC, AT(0, 2), .under = LOOSE,
		     .help = "Always 0", .ref = "TS 24.008, 10.5.6.5"},
	[DELAY] = {"gtp.qos_delay", "QoS delay", U8, DEC, AT(2, 3), .under = LOOSE,
		   WORDS(qos_delay_words), .help = "How late packets may be",
		   .ref = "TS 24.008, 10.5.6.5"},
	[RELIABILITY] = {"gtp.qos_reliability", "QoS reliability", U8, DEC, AT(5, 3),
			 .under = LOOSE, WORDS(qos_reliability_words),
			 .help = "How packets are protected", .ref = "TS 24.008, 10.5.6.5"},
	[PEAK] = {"gtp.qos_peak", "QoS peak", U8, DEC, AT(0, 4), .under = LOOSE,
		  WORDS(qos_peak_words), .help = "Octets a second at most",
		  .ref = "TS 24.008, 10.5.6.5"},
	[SPARE_2] = {"gtp.qos_spare2", "Spare", U8, DEC, AT(4, 1), .under = LOOSE,
		     .help = "Always 0", .ref = "TS 24.008, 10.5.6.5"},
	[PRECEDENCE] = {"gtp.qos_precedence", "QoS precedence", U8, DEC, AT(5, 3), .under = LOOSE,
			WORDS(qos_precedence_words), .help = "What is kept in need",
			.ref = "TS 24.008, 10.5.6.5"},
	[SPARE_3] = {"gtp.qos_spare3", "Spare", U8, DEC, AT(0, 3), .under = LOOSE,
		     .help = "Always 0", .ref = "TS 24.008, 10.5.6.5"},
	[MEAN] = {"gtp.qos_mean", "QoS mean", U8, DEC, AT(3, 5), .under = LOOSE,
		  WORDS(qos_mean_words), .help = "Octets an hour", .ref = "TS 24.008, 10.5.6.5"},
	[TRAFFIC] = {"gtp.qos_traf_class", "Traffic class", U8, DEC, AT(0, 3), .under = LOOSE,
		     WORDS(qos_traf_class_words), .help = "What the packets are",
		     .ref = "TS 24.008, 10.5.6.5"},
	[ORDER] = {"gtp.qos_del_order", "Delivery order", U8, DEC, AT(3, 2), .under = LOOSE,
		   WORDS(qos_del_order_words), .help = "Whether packets stay in order",
		   .ref = "TS 24.008, 10.5.6.5"},
	[ERRONEOUS] = {"gtp.qos_del_err_sdu", "Delivery of erroneous SDU", U8, DEC, AT(5, 3),
		       .under = LOOSE, WORDS(qos_del_err_sdu_words),
		       .help = "Whether damaged packets are kept", .ref = "TS 24.008, 10.5.6.5"},
	[SDU_SIZE] = {"gtp.qos_max_sdu_size", "Maximum SDU size", U8, DEC,
		      WORDS(qos_max_sdu_size_words), .help = "Octets of a packet",
		      .ref = "TS 24.008, 10.5.6.5"},
	[MAX_UP] = {"gtp.qos_max_ul", "Maximum bit rate for uplink", U8, DEC,
		    .help = "Bits a second from the mobile, in code", .ref = "TS 24.008, 10.5.6.5"},
	[MAX_DOWN] = {"gtp.qos_max_dl", "Maximum bit rate for downlink", U8, DEC,
		      .help = "Bits a second to the mobile, in code", .ref = "TS 24.008, 10.5.6.5"},
	[BIT_ERRORS] = {"gtp.qos_res_ber", "Residual BER", U8, DEC, AT(0, 4), .under = LOOSE,
			WORDS(qos_res_ber_words), .help = "Wrong bits that are left",
			.ref = "TS 24.008, 10.5.6.5"},
	[SDU_ERRORS] = {"gtp.qos_sdu_err_ratio", "SDU Error ratio", U8, DEC, AT(4, 4),
			.under = LOOSE, WORDS(qos_sdu_err_ratio_words),
			.help = "Packets that are lost", .ref = "TS 24.008, 10.5.6.5"},
	[TRANSFER] = {"gtp.qos_trans_delay", "Transfer delay", U8, DEC, AT(0, 6), .under = LOOSE,
		      WORDS(qos_trans_delay_words), .help = "Milliseconds on the way",
		      .ref = "TS 24.008, 10.5.6.5"},
	[HANDLING] = {"gtp.qos_traf_handl_prio", "Traffic handling priority", U8, DEC, AT(6, 2),
		      .under = LOOSE, WORDS(qos_traf_handl_prio_words),
		      .help = "Who is served first", .ref = "TS 24.008, 10.5.6.5"},
	[SURE_UP] = {"gtp.qos_guar_ul", "Guaranteed bit rate for uplink", U8, DEC,
		     .help = "Bits a second from the mobile, in code",
		     .ref = "TS 24.008, 10.5.6.5"},
	[SURE_DOWN] = {"gtp.qos_guar_dl", "Guaranteed bit rate for downlink", U8, DEC,
		       .help = "Bits a second to the mobile, in code",
		       .ref = "TS 24.008, 10.5.6.5"},
	[SPARE_4] = {"gtp.qos_spare4", "Spare", U8, DEC, AT(0, 3), .under = LOOSE,
		     .help = "Always 0", .ref = "TS 24.008, 10.5.6.5"},
	[SIGNALLING] = {"gtp.sig_ind", "Signalling Indication", BOOL, AT(3, 1), .under = LOOSE,
			WORDS(signalling_words), .help = "The packets are signals",
			.ref = "TS 24.008, 10.5.6.5"},
	[SOURCE] = {"gtp.src_stat_desc", "Source Statistics Descriptor", U8, DEC, AT(4, 4),
		    .under = LOOSE, WORDS(src_stat_desc_words), .help = "What the source is",
		    .ref = "TS 24.008, 10.5.6.5"},
};

/* A bit rate's code in kbit/s; TS 24.008, table 10.5.156. */
static unsigned rate_of(unsigned code)
{
	if (code < 0x40)
		return code;
	if (code < 0x80)
		return 64 + (code - 0x40) * 8;
	return 576 + (code - 0x80) * 64;
}

#define NO_RATE 0xff /* the code of 0 kbit/s */

static void put_rate(struct walk *w, struct cursor *c, unsigned row, const char *what)
{
	uint32_t at = c->at;
	unsigned code = u8(c);

	if (c->bad)
		return;
	put_value(w, row, at, 1, code && code != NO_RATE ? rate_of(code) : code);
	if (!code)
		label_value(w, "Subscribed %s (in MS to network direction) (0)", what);
	else if (code == NO_RATE)
		label_value(w, "0 kbps (255)");
	else
		label_value(w, "%u kbps", rate_of(code));
}

#define MOST 0xfa /* the highest code of an extended rate */

/* Further rates, above those of the octet that is told; TS 24.008, table 10.5.156. */
static void put_extended(struct walk *w, struct cursor *c, unsigned row, const char *what,
			 const char *octet)
{
	struct cursor peek = *c;
	unsigned code = u8(&peek), rate;

	if (!code) {
		shut_group(w, open_group(w, c, EXTENDED, 1), NULL);
		label_whole(w, "Ext %s: Use the value %s", what, octet);
		expert(w, EXTENDED_NOTE, "Ext %s: Use the value %s", what, octet);
	} else {
		rate = code <= 0x4a   ? 8600 + code * 100
		       : code <= 0xba ? 16 + code - 0x4a
				      : 128 + (code - 0xba) * 2;
		put_value(w, row, c->at, 1, rate);
		label_whole(w, "Ext %s: %u %s", what, rate, code <= 0x4a ? "kbps" : "Mbps");
	}
	u8(c);
}

static bool has_extended(const struct cursor *c)
{
	struct cursor peek = *c;

	return u8(&peek) <= MOST && !peek.bad;
}

static void put_extensions(struct walk *w, struct cursor *c, unsigned n)
{
	static const char *const what[] = {
		"Maximum bit rate for downlink", "Guaranteed bit rate for downlink",
		"Maximum bit rate for uplink", "Guaranteed bit rate for uplink"};
	static const char *const octets[] = {"in octet 9", "in octet 13", "indicated in octet 8",
					     "indicated in octet 12"};

	static const uint16_t rows[] = {MAX_DOWN, SURE_DOWN, MAX_UP, SURE_UP};

	for (unsigned i = 0; i < n; i++) {
		if (has_extended(c))
			put_extended(w, c, rows[i], what[i], octets[i]);
		else
			u8(c);
	}
}

enum { UMTS = 12, SIGNALS = 13, DOWN = 15, BOTH = 17 };

/* In tens of octets, or a code of its own. */
static void put_size(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned code = u8(c);

	if (c->bad)
		return;
	put_value(w, SDU_SIZE, at, 1, code && code <= 150 ? code * 10 : code);
	if (code && code <= 150)
		label_value(w, "%u octets", code * 10);
}

static void put_umts(struct walk *w, struct cursor *c, uint32_t n)
{
	put_layout(w, c,
		   PARTS({TRAFFIC, SLICE | 1}, {ORDER, SLICE | 1}, {ERRONEOUS, SLICE | 1},
			 {0, HOP | 1}));
	if (!c->bad)
		put_size(w, c);
	if (!c->bad) {
		put_rate(w, c, MAX_UP, "maximum bit rate for uplink");
		put_rate(w, c, MAX_DOWN, "maximum bit rate for downlink");
	}
	put_layout(w, c,
		   PARTS({BIT_ERRORS, SLICE | 1}, {SDU_ERRORS, SLICE | 1}, {0, HOP | 1},
			 {TRANSFER, SLICE | 1}, {HANDLING, SLICE | 1}, {0, HOP | 1}));
	if (!c->bad) {
		put_rate(w, c, SURE_UP, "guaranteed bit rate for uplink");
		put_rate(w, c, SURE_DOWN, "guaranteed bit rate for downlink");
	}
	if (n >= SIGNALS && !c->bad)
		put_layout(w, c,
			   PARTS({SPARE_4, SLICE | 1}, {SIGNALLING, SLICE | 1}, {SOURCE, SLICE | 1},
				 {0, HOP | 1}));
	if (n >= DOWN && !c->bad)
		put_extensions(w, c, n >= BOTH ? 4 : 2);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t n = c->left.wire - 2;

	(void)l;
	put(w, c, LENGTH, 2);
	if (n < UMTS - 1)
		cursor_fail(c, c->left.wire + 1);
	put(w, c, ARP, 1);
	put_layout(w, c,
		   PARTS({SPARE_1, SLICE | 1}, {DELAY, SLICE | 1}, {RELIABILITY, SLICE | 1},
			 {0, HOP | 1}, {PEAK, SLICE | 1}, {SPARE_2, SLICE | 1},
			 {PRECEDENCE, SLICE | 1}, {0, HOP | 1}, {SPARE_3, SLICE | 1},
			 {MEAN, SLICE | 1}, {0, HOP | 1}));
	if (n >= UMTS && !c->bad)
		put_umts(w, c, n);
}

static const struct hang hangs[] = {{"gtp.part", 1}, {0}};

const struct proto proto_gtp_qos = {
	.brief = "GTP",
	.no_column = true,
	.bare = true,
	.prefix = "gtp",
	.spec = "3GPP TS 29.060, 7.7.34",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
