/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: the QoS Control field of data frames. */
/* IEEE Std 802.11-2020, 9.2.4.5. */
#include "shared/wifi.h"

enum {
	WLAN_QOS,
	SLICES,
	TID,
	PRIORITY,
	EOSP,
	BIT4,
	ACK,
	AMSDU,
	PS_BUF,
	PS_BUF_SAID,
	PS_BUF_AC,
	PS_BUF_LOAD,
	TXOP_LIMIT,
	TXOP_WISH,
	QUEUE,
	QOS,
};

enum { PART_MAC, PART_QOS, PART_KEY, PART_BLOCK_ACK }; /* in table "wlan.part" */

#define FROM_DS 2

static const struct word qos_prioritys[] = {
	{0, "Best Effort (Best Effort)"},
	{1, "Background (Background)"},
	{2, "Spare (Background)"},
	{3, "Excellent Effort (Best Effort)"},
	{4, "Controlled Load (Video)"},
	{5, "Video (Video)"},
	{6, "Voice (Voice)"},
	{7, "Network Control (Voice)"},
};
static const struct word qos_eosps[] = {
	{0, "Service period"},
	{1, "End of service period"},
};
static const struct word qos_bit4s[] = {
	{0, "Bits 8-15 of QoS Control field are TXOP Duration Requested"},
	{1, "Bits 8-15 of QoS Control field are Queue Size"},
};
static const struct word qos_acks[] = {
	{0, "Normal Ack"},
	{1, "No Ack"},
	{2, "No explicit acknowledgment"},
	{3, "Block Ack"},
};
static const struct word qos_amsdupresents[] = {
	{0, "MSDU"},
	{1, "A-MSDU"},
};
static const struct word qos_highest_pri_buf_acs[] = {
	{0, "Best Effort"},
	{1, "Background"},
	{2, "Video"},
	{3, "Voice"},
};

static const struct field fields[] = {
	[WLAN_QOS] = {"wlan_qos", "IEEE 802.11 QoS Control", PROTO},
	[SLICES] = {"text", "Slices", HEADING},
	[TID] = {"wlan.qos.tid", "TID", U16, DEC, AT(0, 4), BOX(16, 12), .under = SLICES,
		 .traits = LE, .help = "Traffic identifier", .ref = "9.2.4.5.2"},
	[PRIORITY] = {"wlan.qos.priority", "Priority", U16, DEC, AT(0, 3), BOX(16, 13),
		      .under = SLICES, .traits = GENERATED | LE, WORDS(qos_prioritys),
		      .help = "Its class", .ref = "9.2.4.5.2"},
	[EOSP] = {"wlan.qos.eosp", "EOSP", BOOL, AT(4, 1), BOX(16, 11), .under = SLICES,
		  .traits = LE, WORDS(qos_eosps), .help = "The service period ends",
		  .ref = "9.2.4.5.3"},
	[BIT4] = {"wlan.qos.bit4", "QoS bit 4", BOOL, AT(4, 1), BOX(16, 11), .under = SLICES,
		  .traits = LE, WORDS(qos_bit4s), .help = "What bits 8 to 15 are",
		  .ref = "9.2.4.5.1"},
	[ACK] = {"wlan.qos.ack", "Ack Policy", U16, HEX, AT(5, 2), BOX(16, 9), .under = SLICES,
		 .traits = LE, WORDS(qos_acks), .help = "How it is to be acknowledged",
		 .ref = "9.2.4.5.4"},
	[AMSDU] = {"wlan.qos.amsdupresent", "Payload Type", BOOL, AT(7, 1), BOX(16, 8),
		   .under = SLICES, .traits = LE, WORDS(qos_amsdupresents),
		   .help = "Several packets in one", .ref = "9.2.4.5.9"},
	[PS_BUF] = {"wlan.qos.ps_buf_state", "QAP PS Buffer State", U16, HEX, AT(8, 8), BOX(16, 0),
		    .under = SLICES, .traits = LE,
		    .help = "What the access point keeps for sleepers", .ref = "9.2.4.5.7"},
	[PS_BUF_SAID] = {"wlan.qos.buf_state_indicated", "Buffer State Indicated", BOOL, AT(9, 1),
			 BOX(16, 6), .under = SLICES, .traits = LE, WORDS(yes_no),
			 .help = "Whether it tells", .ref = "9.2.4.5.7"},
	[PS_BUF_AC] = {"wlan.qos.highest_pri_buf_ac", "Highest-Priority Buffered AC", U16, DEC,
		       AT(10, 2), BOX(16, 4), .under = SLICES, .traits = LE,
		       WORDS(qos_highest_pri_buf_acs), .help = "Highest class that waits",
		       .ref = "9.2.4.5.7"},
	[PS_BUF_LOAD] = {"wlan.qos.qap_buf_load", "QAP Buffered Load", U16, DEC, AT(12, 4),
			 BOX(16, 0), .under = SLICES, .traits = LE, .help = "How much waits",
			 .ref = "9.2.4.5.7"},
	[TXOP_LIMIT] = {"wlan.qos.txop_limit", "TXOP Limit", U16, DEC, AT(8, 8), BOX(16, 0),
			.under = SLICES, .traits = LE, .help = "How long the station may send",
			.ref = "9.2.4.5.5"},
	[TXOP_WISH] = {"wlan.qos.txop_dur_req", "TXOP Duration Requested", U16, DEC, AT(8, 8),
		       BOX(16, 0), .under = SLICES, .traits = LE, .help = "How long it wants to",
		       .ref = "9.2.4.5.8"},
	[QUEUE] = {"wlan.qos.queue_size", "Queue Size", U16, DEC, AT(8, 8), BOX(16, 0),
		   .under = SLICES, .traits = LE, .help = "How much it has to send",
		   .ref = "9.2.4.5.6"},
	[QOS] = {"wlan.qos", "Qos Control", U16, HEX, .traits = LE,
		 .help = "Class of traffic, and more", .ref = "9.2.4.5"},
};

static void put_load(struct walk *w, unsigned load)
{
	if (!load)
		label_tail(w, " (no buffered traffic)");
	else if (load == 15)
		label_tail(w, " (greater than 57344 octets)");
	else
		label_tail(w, " (%u octets)", load * 4096);
}

/* The upper octet as an access point fills it. */
static void put_power_save(struct walk *w, struct cursor at)
{
	unsigned state = (unsigned)put_slice(w, at, PS_BUF, 2);

	w->depth++;
	put_slice(w, at, PS_BUF_SAID, 2);
	if (state & 2) {
		put_slice(w, at, PS_BUF_AC, 2);
		put_slice(w, at, PS_BUF_LOAD, 2);
		put_load(w, state >> 4);
	}
	w->depth--;
}

static void put_queue(struct walk *w, struct cursor at)
{
	unsigned n = (unsigned)put_slice(w, at, QUEUE, 2);

	if (n < 254)
		label_tail(w, " (%u bytes)", n * 256);
	else
		label_tail(w, n == 254 ? " (more than 64768 octets)" : " (unspecified or unknown)");
}

static void put_wish(struct walk *w, struct cursor at)
{
	unsigned n = (unsigned)put_slice(w, at, TXOP_WISH, 2);

	if (n)
		label_tail(w, " (%u \xc2\xb5s)", n * 32);
	else
		label_tail(w, " (no TXOP requested)");
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor at = cursor_first(*c, 2);
	bool from_ap = wifi_ds(l->parent) & FROM_DS;
	unsigned subtype = wifi_subtype(l->parent), v = (unsigned)span_bits(at.left, 0, 16, true);
	uint32_t group = open_group(w, c, QOS, 2);

	cursor_take(c, 2);
	put_slice(w, at, TID, 2);
	put_slice(w, at, PRIORITY, 2);
	put_slice(w, at, from_ap ? EOSP : BIT4, 2);
	put_slice(w, at, ACK, 2);
	if (!(subtype & WIFI_NO_DATA))
		put_slice(w, at, AMSDU, 2);
	if (from_ap && subtype & 2)
		put_slice(w, at, TXOP_LIMIT, 2);
	else if (from_ap)
		put_power_save(w, at);
	else if (v & 0x10)
		put_queue(w, at);
	else
		put_wish(w, at);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"wlan.part", PART_QOS}, {0}};

const struct proto proto_wlan_qos = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 9.2.4.5",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
