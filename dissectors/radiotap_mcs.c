/* SPDX-License-Identifier: BSD-2-Clause */
/* Radiotap: how IEEE 802.11n's frames were modulated. */
/* https://www.radiotap.org/fields/MCS.html */
#include "shared/flags.h"
#include "shared/wifi.h"

enum {
	MCS_FIELD,
	MCS,
	MCS_KNOWN,
	HAVE_BW,
	HAVE_INDEX,
	HAVE_GI,
	HAVE_FORMAT,
	HAVE_FEC,
	HAVE_STBC,
	HAVE_NESS,
	NESS_BIT1,
	MCS_BW,
	MCS_GI,
	MCS_FORMAT,
	MCS_FEC,
	MCS_STBC,
	MCS_NESS_BIT0,
	MCS_INDEX,
	MCS_RATE,
};

static const struct words mcs_bws = {wifi_bandwidths, 4};
static const struct word mcs_formats[] = {
	{0, "mixed"},
	{1, "greenfield"},
};

static const struct field fields[] = {
	[MCS_FIELD] = {"radiotap.mcs_field", "MCS information", PROTO},
	[MCS] = {"radiotap.mcs", "MCS information", NONE,
		 .help = "Modulation and coding scheme of IEEE 802.11n", .ref = "MCS"},
	[MCS_KNOWN] = {"radiotap.mcs.known", "Known MCS information", U8, HEX, AT(0, 8),
		       .under = MCS, .form = form_flags, .help = "What is known of it",
		       .ref = "MCS"},
	[HAVE_BW] = {"radiotap.mcs.have_bw", "Bandwidth", BOOL, AT(0, 1), BOX(8, 7),
		     .under = MCS_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		     .ref = "MCS"},
	[HAVE_INDEX] = {"radiotap.mcs.have_index", "MCS index", BOOL, AT(1, 1), BOX(8, 6),
			.under = MCS_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
			.ref = "MCS"},
	[HAVE_GI] = {"radiotap.mcs.have_gi", "Guard interval", BOOL, AT(2, 1), BOX(8, 5),
		     .under = MCS_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		     .ref = "MCS"},
	[HAVE_FORMAT] = {"radiotap.mcs.have_format", "Format", BOOL, AT(3, 1), BOX(8, 4),
			 .under = MCS_KNOWN, .traits = LE, WORDS(absent_present),
			 .help = "Is known", .ref = "MCS"},
	[HAVE_FEC] = {"radiotap.mcs.have_fec", "FEC type", BOOL, AT(4, 1), BOX(8, 3),
		      .under = MCS_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		      .ref = "MCS"},
	[HAVE_STBC] = {"radiotap.mcs.have_stbc", "STBC streams", BOOL, AT(5, 1), BOX(8, 2),
		       .under = MCS_KNOWN, .traits = LE, WORDS(absent_present), .help = "Is known",
		       .ref = "MCS"},
	[HAVE_NESS] = {"radiotap.mcs.have_ness", "Number of extension spatial streams", BOOL,
		       AT(6, 1), BOX(8, 1), .under = MCS_KNOWN, .traits = LE, WORDS(absent_present),
		       .help = "Is known", .ref = "MCS"},
	[NESS_BIT1] = {"radiotap.mcs.ness_bit1", "Number of extension spatial streams bit 1", U8,
		       DEC, AT(7, 1), BOX(8, 0), .under = MCS_KNOWN, .traits = LE, WHEN(HAVE_NESS),
		       .help = "Higher bit of that number", .ref = "MCS"},
	[MCS_BW] = {"radiotap.mcs.bw", "Bandwidth", U8, DEC, AT(8, 2), BOX(8, 6), .under = MCS,
		    .traits = LE, .words = &mcs_bws, WHEN(HAVE_BW), .help = "Width of the channel",
		    .ref = "MCS"},
	[MCS_GI] = {"radiotap.mcs.gi", "Guard interval", U8, DEC, AT(10, 1), BOX(8, 5),
		    .under = MCS, .traits = LE, WORDS(wifi_guards), WHEN(HAVE_GI),
		    .help = "Pause between symbols", .ref = "MCS"},
	[MCS_FORMAT] = {"radiotap.mcs.format", "Format", U8, DEC, AT(11, 1), BOX(8, 4),
			.under = MCS, .traits = LE, WORDS(mcs_formats), WHEN(HAVE_FORMAT),
			.help = "With or without a preamble for older stations", .ref = "MCS"},
	[MCS_FEC] = {"radiotap.mcs.fec", "FEC type", U8, DEC, AT(12, 1), BOX(8, 3), .under = MCS,
		     .traits = LE, WORDS(wifi_codings), WHEN(HAVE_FEC),
		     .help = "Forward error correction", .ref = "MCS"},
	[MCS_STBC] = {"radiotap.mcs.stbc", "STBC streams", U8, DEC, AT(13, 2), BOX(8, 1),
		      .under = MCS, .traits = LE, WHEN(HAVE_STBC),
		      .help = "Space-time block code streams", .ref = "MCS"},
	[MCS_NESS_BIT0] = {"radiotap.mcs.ness_bit0", "Number of extension spatial streams bit 0",
			   U8, DEC, AT(15, 1), BOX(8, 0), .under = MCS, .traits = LE,
			   WHEN(HAVE_NESS), .help = "Extension spatial streams, lower bit",
			   .ref = "MCS"},
	[MCS_INDEX] = {"radiotap.mcs.index", "MCS index", U8, DEC, AT(16, 8), .under = MCS,
		       WHEN(HAVE_INDEX), .help = "Which scheme", .ref = "MCS"},
	[MCS_RATE] = {"radiotap.datarate", "Data rate (Mb/s)", FLOAT, .traits = GENERATED,
		      .help = "Mbit/s by the scheme", .ref = "MCS"},
};

static const struct wifi_fact facts[] = {
	{HAVE_BW, MCS_BW, WIFI(bandwidth)},
	{HAVE_INDEX, MCS_INDEX, WIFI(mcs)},
	{HAVE_GI, MCS_GI, WIFI(short_gi)},
	{HAVE_FORMAT, MCS_FORMAT, WIFI(greenfield)},
	{HAVE_FEC, MCS_FEC, WIFI(fec)},
	{HAVE_STBC, MCS_STBC, WIFI(stbc)},
	{0},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint32_t at = c->at;
	uint32_t group = open_group(w, c, MCS, 3);
	unsigned rate;

	cursor_pull(c, 3);
	shut_group(w, group, c);
	if (c->bad)
		return;
	f->phy = PHY_N;
	wifi_learn(f, l, facts);
	if (VALUE(l, HAVE_NESS))
		f->ness = VALUE(l, NESS_BIT1) << 1 | VALUE(l, MCS_NESS_BIT0);
	if (f->mcs == ABSENT || f->bandwidth == ABSENT || f->short_gi == ABSENT)
		return;
	rate = wifi_ht_rate((unsigned)f->mcs, f->bandwidth == 1, f->short_gi);
	if (!rate)
		return;
	f->rate = rate;
	put_wifi_rate(w, MCS_RATE, at, 3, "Data Rate", rate);
}

static const struct hang hangs[] = {{"radiotap.field", 19}, {0}};

const struct proto proto_radiotap_mcs = {
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
