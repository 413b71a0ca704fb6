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
		      .traits = LE, WORDS(wifi_off_on), WHEN(V_STBC), .help = "How it was sent",
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
		    WORDS(wifi_bandwidths), WHEN(V_BW), .help = "Width of the channel",
		    .ref = "VHT"},
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

static const struct wifi_fact facts[] = {
	{V_STBC, VHT_STBC, WIFI(stbc)},
	{V_GI, VHT_GI, WIFI(short_gi)},
	{V_NSYM, VHT_NSYM, WIFI(nsym_da)},
	{V_LDPC, VHT_LDPC, WIFI(ldpc_extra)},
	{V_BEAM, VHT_BEAM, WIFI(beamformed)},
	{V_BW, VHT_BW, WIFI(bandwidth)},
	{0},
};

/* One receiver: its octet of scheme and streams, and the octet on everybody's coding. */
static void put_user(struct walk *w, const struct layer *l, struct cursor *c, struct cursor coding,
		     unsigned i)
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
	label_wifi_scheme(w, mcs);
	put_slice(w, octet, VHT_NSS0 + i, 1);
	if (VALUE(l, V_STBC))
		put_value(w, VHT_NSTS0 + i, at, 1, f->stbc ? 2 * nss : nss);
	put_slice(w, coding, VHT_CODING0 + i, 1);
	rate = wifi_vht_rate(mcs, wifi_width((unsigned)f->bandwidth), f->short_gi == 1) * nss;
	if (rate && VALUE(l, V_BW) && VALUE(l, V_GI)) {
		f->rate = rate;
		put_wifi_rate(w, VHT_RATE0 + i, at, 1, "Data Rate", rate);
	}
	shut_group(w, group, NULL);
	if (!i) {
		f->mcs = mcs;
		f->nss = nss;
		f->fec = u8(&coding) & 1;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint32_t group = open_group(w, c, VHT, 12);
	struct cursor coding;

	f->phy = PHY_AC;
	f->txop_ps = VALUE(l, V_TXOP) && VALUE(l, VHT_TXOP);
	wifi_learn(f, l, facts);
	cursor_pull(c, 4);
	coding = *c;
	cursor_take(&coding, 4);
	for (unsigned i = 0; i < 4; i++)
		put_user(w, l, c, cursor_first(coding, 1), i);
	u8(c);
	if (VALUE(l, V_GID))
		f->gid = put(w, c, VHT_GID, 1);
	else
		u8(c);
	if (VALUE(l, V_PAID))
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
