/* SPDX-License-Identifier: BSD-2-Clause */
/* Radiotap: how IEEE 802.11ac's frames were modulated. */
/* https://www.radiotap.org/fields/VHT.html */
#include "shared/wifi.h"

enum {
	VHT_FIELD,
	VHT,
	VHT_KNOWN,
	V_STBC,
	V_TXOP,
	V_GI,
	V_NSYM,
	V_LDPC,
	V_BEAM,
	V_BW,
	V_GID,
	V_PAID,
	VHT_STBC,
	VHT_TXOP,
	VHT_GI,
	VHT_NSYM,
	VHT_LDPC,
	VHT_BEAM,
	VHT_BW,
	VHT_USER,
	SLICES,
	VHT_MCS0,
	VHT_MCS1,
	VHT_MCS2,
	VHT_MCS3,
	VHT_NSS0,
	VHT_NSS1,
	VHT_NSS2,
	VHT_NSS3,
	VHT_CODING0,
	VHT_CODING1,
	VHT_CODING2,
	VHT_CODING3,
	VHT_NSTS0,
	VHT_NSTS1,
	VHT_NSTS2,
	VHT_NSTS3,
	VHT_RATE0,
	VHT_RATE1,
	VHT_RATE2,
	VHT_RATE3,
	VHT_GID,
	VHT_PAID,
};

static const struct word vht_stbcs[] = {
	{0, "Off"},
	{1, "On"},
};
static const struct word vht_bws[] = {
	{0, "20 MHz"},
	{1, "40 MHz"},
	{2, "20 MHz lower"},
	{3, "20 MHz upper"},
	{4, "80 MHz"},
	{5, "40 MHz lower"},
	{6, "40 MHz upper"},
	{7, "20 MHz, channel 1/4"},
	{8, "20 MHz, channel 2/4"},
	{9, "20 MHz, channel 3/4"},
	{10, "20 MHz, channel 4/4"},
	{11, "160 MHz"},
	{12, "80 MHz lower"},
	{13, "80 MHz upper"},
	{14, "40 MHz, channel 1/4"},
	{15, "40 MHz, channel 2/4"},
	{16, "40 MHz, channel 3/4"},
	{17, "40 MHz, channel 4/4"},
	{18, "20 MHz, channel 1/8"},
	{19, "20 MHz, channel 2/8"},
	{20, "20 MHz, channel 3/8"},
	{21, "20 MHz, channel 4/8"},
	{22, "20 MHz, channel 5/8"},
	{23, "20 MHz, channel 6/8"},
	{24, "20 MHz, channel 7/8"},
	{25, "20 MHz, channel 8/8"},
};

static const struct field fields[] = {
	[VHT_FIELD] = {"radiotap.vht_field", "VHT information", PROTO},
	[VHT] = {"radiotap.vht", "VHT information", NONE, .help = "Parameters of IEEE 802.11ac",
		 .ref = "VHT"},
	[VHT_KNOWN] = {"radiotap.vht.known", "Known VHT information", U16, HEX, AT(0, 16),
		       .under = VHT, .help = "What is known of it", .ref = "VHT"},
	[V_STBC] = {"radiotap.vht.have_stbc", "STBC", BOOL, AT(0, 1), BOX(16, 15),
		    .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		    .ref = "VHT"},
	[V_TXOP] = {"radiotap.vht.have_txop_ps", "TXOP_PS_NOT_ALLOWED", BOOL, AT(1, 1), BOX(16, 14),
		    .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		    .ref = "VHT"},
	[V_GI] = {"radiotap.vht.have_gi", "Guard interval", BOOL, AT(2, 1), BOX(16, 13),
		  .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		  .ref = "VHT"},
	[V_NSYM] = {"radiotap.vht.have_sgi_nsym_da", "SGI Nsym disambiguation", BOOL, AT(3, 1),
		    BOX(16, 12), .under = VHT_KNOWN, .traits = LE, WORDS(absent_present),
		    .help = "Is known", .ref = "VHT"},
	[V_LDPC] = {"radiotap.vht.ldpc_extra", "LDPC extra OFDM symbol", BOOL, AT(4, 1),
		    BOX(16, 11), .under = VHT_KNOWN, .traits = LE, WORDS(absent_present),
		    .help = "Is known", .ref = "VHT"},
	[V_BEAM] = {"radiotap.vht.have_beamformed", "Beamformed", BOOL, AT(5, 1), BOX(16, 10),
		    .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		    .ref = "VHT"},
	[V_BW] = {"radiotap.mcs.have_bw", "Bandwidth", BOOL, AT(6, 1), BOX(16, 9),
		  .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		  .ref = "VHT"},
	[V_GID] = {"radiotap.mcs.have_gid", "Group ID", BOOL, AT(7, 1), BOX(16, 8),
		   .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		   .ref = "VHT"},
	[V_PAID] = {"radiotap.mcs.have_paid", "Partial AID", BOOL, AT(8, 1), BOX(16, 7),
		    .under = VHT_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		    .ref = "VHT"},
	[VHT_STBC] = {"radiotap.vht.stbc", "STBC", BOOL, AT(16, 1), BOX(8, 7), .under = VHT,
		      .traits = LE, WORDS(vht_stbcs), WHEN(V_STBC), .help = "How it was sent",
		      .ref = "VHT"},
	[VHT_TXOP] = {"radiotap.vht.txop_ps", "TXOP_PS_NOT_ALLOWED", BOOL, AT(17, 1), BOX(8, 6),
		      .under = VHT, .traits = LE, WHEN(V_TXOP), .help = "How it was sent",
		      .ref = "VHT"},
	[VHT_GI] = {"radiotap.vht.gi", "Guard interval", U8, DEC, AT(18, 1), BOX(8, 5),
		    .under = VHT, .traits = LE, WORDS(wifi_guards), WHEN(V_GI),
		    .help = "How it was sent", .ref = "VHT"},
	[VHT_NSYM] = {"radiotap.vht.sgi_nsym_da", "SGI Nsym disambiguation", BOOL, AT(19, 1),
		      BOX(8, 4), .under = VHT, .traits = LE, WHEN(V_NSYM),
		      .help = "How it was sent", .ref = "VHT"},
	[VHT_LDPC] = {"radiotap.vht.ldpc_extra", "LDPC extra OFDM symbol", BOOL, AT(20, 1),
		      BOX(8, 3), .under = VHT, .traits = LE, WHEN(V_LDPC),
		      .help = "How it was sent", .ref = "VHT"},
	[VHT_BEAM] = {"radiotap.vht.beamformed", "Beamformed", BOOL, AT(21, 1), BOX(8, 2),
		      .under = VHT, .traits = LE, WHEN(V_BEAM), .help = "How it was sent",
		      .ref = "VHT"},
	[VHT_BW] = {"radiotap.vht.bw", "Bandwidth", U8, DEC, AT(24, 8), .under = VHT,
		    WORDS(vht_bws), WHEN(V_BW), .help = "Width of the channel", .ref = "VHT"},
	[VHT_USER] = {"radiotap.vht.user", "User", NONE, .help = "One of up to four receivers",
		      .ref = "VHT"},
	[SLICES] = {"text", "Slices", HEADING},
	[VHT_MCS0] = {"radiotap.vht.mcs.0", "MCS index 0", U8, DEC, AT(4, 4), BOX(8, 0),
		      .under = SLICES, .traits = LE, .help = "Modulation and coding", .ref = "VHT"},
	[VHT_MCS1] = {"radiotap.vht.mcs.1", "MCS index 1", U8, DEC, AT(4, 4), BOX(8, 0),
		      .under = SLICES, .traits = LE, .help = "Modulation and coding", .ref = "VHT"},
	[VHT_MCS2] = {"radiotap.vht.mcs.2", "MCS index 2", U8, DEC, AT(4, 4), BOX(8, 0),
		      .under = SLICES, .traits = LE, .help = "Modulation and coding", .ref = "VHT"},
	[VHT_MCS3] = {"radiotap.vht.mcs.3", "MCS index 3", U8, DEC, AT(4, 4), BOX(8, 0),
		      .under = SLICES, .traits = LE, .help = "Modulation and coding", .ref = "VHT"},
	[VHT_NSS0] = {"radiotap.vht.nss.0", "Spatial streams 0", U8, DEC, AT(0, 4), BOX(8, 4),
		      .under = SLICES, .traits = LE, .help = "Spatial streams", .ref = "VHT"},
	[VHT_NSS1] = {"radiotap.vht.nss.1", "Spatial streams 1", U8, DEC, AT(0, 4), BOX(8, 4),
		      .under = SLICES, .traits = LE, .help = "Spatial streams", .ref = "VHT"},
	[VHT_NSS2] = {"radiotap.vht.nss.2", "Spatial streams 2", U8, DEC, AT(0, 4), BOX(8, 4),
		      .under = SLICES, .traits = LE, .help = "Spatial streams", .ref = "VHT"},
	[VHT_NSS3] = {"radiotap.vht.nss.3", "Spatial streams 3", U8, DEC, AT(0, 4), BOX(8, 4),
		      .under = SLICES, .traits = LE, .help = "Spatial streams", .ref = "VHT"},
	[VHT_CODING0] = {"radiotap.vht.coding.0", "Coding 0", U8, DEC, AT(0, 1), BOX(8, 7),
			 .under = SLICES, .traits = LE, WORDS(wifi_codings),
			 .help = "Error correction", .ref = "VHT"},
	[VHT_CODING1] = {"radiotap.vht.coding.1", "Coding 1", U8, DEC, AT(1, 1), BOX(8, 6),
			 .under = SLICES, .traits = LE, WORDS(wifi_codings),
			 .help = "Error correction", .ref = "VHT"},
	[VHT_CODING2] = {"radiotap.vht.coding.2", "Coding 2", U8, DEC, AT(2, 1), BOX(8, 5),
			 .under = SLICES, .traits = LE, WORDS(wifi_codings),
			 .help = "Error correction", .ref = "VHT"},
	[VHT_CODING3] = {"radiotap.vht.coding.3", "Coding 3", U8, DEC, AT(3, 1), BOX(8, 4),
			 .under = SLICES, .traits = LE, WORDS(wifi_codings),
			 .help = "Error correction", .ref = "VHT"},
	[VHT_NSTS0] = {"radiotap.vht.nsts.0", "Space-time streams 0", U8, DEC, .traits = GENERATED,
		       .help = "Space-time streams", .ref = "VHT"},
	[VHT_NSTS1] = {"radiotap.vht.nsts.1", "Space-time streams 1", U8, DEC, .traits = GENERATED,
		       .help = "Space-time streams", .ref = "VHT"},
	[VHT_NSTS2] = {"radiotap.vht.nsts.2", "Space-time streams 2", U8, DEC, .traits = GENERATED,
		       .help = "Space-time streams", .ref = "VHT"},
	[VHT_NSTS3] = {"radiotap.vht.nsts.3", "Space-time streams 3", U8, DEC, .traits = GENERATED,
		       .help = "Space-time streams", .ref = "VHT"},
	[VHT_RATE0] = {"radiotap.vht.datarate.0", "Data rate (Mb/s) 0", FLOAT, .traits = GENERATED,
		       .help = "Mbit/s", .ref = "VHT"},
	[VHT_RATE1] = {"radiotap.vht.datarate.1", "Data rate (Mb/s) 1", FLOAT, .traits = GENERATED,
		       .help = "Mbit/s", .ref = "VHT"},
	[VHT_RATE2] = {"radiotap.vht.datarate.2", "Data rate (Mb/s) 2", FLOAT, .traits = GENERATED,
		       .help = "Mbit/s", .ref = "VHT"},
	[VHT_RATE3] = {"radiotap.vht.datarate.3", "Data rate (Mb/s) 3", FLOAT, .traits = GENERATED,
		       .help = "Mbit/s", .ref = "VHT"},
	[VHT_GID] = {"radiotap.vht.gid", "Group Id", U8, DEC, .help = "Group of receivers",
		     .ref = "VHT"},
	[VHT_PAID] = {"radiotap.vht.paid", "Partial AID", U16, DEC, .traits = LE,
		      .help = "Part of the association's number", .ref = "VHT"},
};

/* What is known of the frame stands in the state of the header around this field. */
static struct wifi *wifi_here(const struct walk *w)
{
	return (struct wifi *)w->now->parent->state;
}

static const char *const schemes[] = {"BPSK 1/2",    "QPSK 1/2",   "QPSK 3/4",   "16-QAM 1/2",
				      "16-QAM 3/4",  "64-QAM 2/3", "64-QAM 3/4", "64-QAM 5/6",
				      "256-QAM 3/4", "256-QAM 5/6"};

/* The channel's width in units of 20 MHz. */
static unsigned width_of(unsigned bandwidth)
{
	return bandwidth == 0 ? 1 : bandwidth < 4 ? 2 : bandwidth < 11 ? 4 : 8;
}

#define V_KNOWN_STBC 0x001
#define V_KNOWN_TXOP 0x002
#define V_KNOWN_GI 0x004
#define V_KNOWN_NSYM 0x008
#define V_KNOWN_LDPC 0x010
#define V_KNOWN_BEAM 0x020
#define V_KNOWN_BW 0x040
#define V_KNOWN_GID 0x080
#define V_KNOWN_PAID 0x100

/* One receiver: its octet of scheme and streams, and the octet on everybody's coding. */
static void put_user(struct walk *w, struct cursor *c, struct cursor coding, unsigned i,
		     unsigned known)
{
	struct wifi *f = wifi_here(w);
	struct cursor octet = cursor_first(*c, 1);
	uint32_t at = c->at;
	unsigned both = u8(c), mcs = both >> 4, nss = both & 15, rate;
	uint32_t group;

	if (!nss)
		return;
	group = open_group(w, &octet, VHT_USER, 1);
	label_whole(w, "User %u: MCS %u", i, mcs);
	put_slice(w, octet, VHT_MCS0 + i, 1);
	label_value(w, "%u (%s)", mcs, mcs < COUNT(schemes) ? schemes[mcs] : "unknown");
	put_slice(w, octet, VHT_NSS0 + i, 1);
	if (known & V_KNOWN_STBC)
		put_value(w, VHT_NSTS0 + i, at, 1, f->stbc ? 2 * nss : nss);
	put_slice(w, coding, VHT_CODING0 + i, 1);
	rate = wifi_vht_rate(mcs, width_of((unsigned)f->bandwidth), f->short_gi == 1) * nss;
	if (rate && known & V_KNOWN_BW && known & V_KNOWN_GI) {
		f->rate = rate;
		put_value(w, VHT_RATE0 + i, at, 1, wifi_mbits(rate));
		label_whole(w, "Data Rate: %u.%u Mb/s", rate / 10, rate % 10);
	}
	shut_group(w, group, NULL);
	if (!i) {
		f->mcs = mcs;
		f->nss = nss;
		f->fec = u8(&coding) & 1;
	}
}

static void learn_vht(struct wifi *f, unsigned known, unsigned flags, unsigned bandwidth)
{
	f->phy = PHY_AC;
	if (known & V_KNOWN_STBC)
		f->stbc = flags & 1;
	f->txop_ps = known & V_KNOWN_TXOP ? flags >> 1 & 1 : 0;
	if (known & V_KNOWN_GI)
		f->short_gi = flags >> 2 & 1;
	if (known & V_KNOWN_NSYM)
		f->nsym_da = flags >> 3 & 1;
	if (known & V_KNOWN_LDPC)
		f->ldpc_extra = flags >> 4 & 1;
	if (known & V_KNOWN_BEAM)
		f->beamformed = flags >> 5 & 1;
	if (known & V_KNOWN_BW)
		f->bandwidth = bandwidth;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint32_t group = open_group(w, c, VHT, 12);
	unsigned known = le16(c), flags = u8(c), bandwidth = u8(c);
	struct cursor coding = *c;

	(void)l;
	learn_vht(f, known, flags, bandwidth);
	cursor_take(&coding, 4);
	for (unsigned i = 0; i < 4; i++)
		put_user(w, c, cursor_first(coding, 1), i, known);
	u8(c);
	if (known & V_KNOWN_GID)
		f->gid = put(w, c, VHT_GID, 1);
	else
		u8(c);
	if (known & V_KNOWN_PAID)
		f->paid = put(w, c, VHT_PAID, 2);
	else
		u16(c);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"radiotap.field", 21}, {0}};

const struct proto proto_radiotap_vht = {
	.brief = "Radiotap",
	.no_column = true,
	.bare = true,
	.prefix = "radiotap",
	.spec = "radiotap.org",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
