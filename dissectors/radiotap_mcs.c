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

static const struct word mcs_bws[] = {
	{0, "20 MHz"},
	{1, "40 MHz"},
	{2, "20 MHz lower"},
	{3, "20 MHz upper"},
};
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
		    .traits = LE, WORDS(mcs_bws), WHEN(HAVE_BW), .help = "Width of the channel",
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

/* What is known of the frame stands in the state of the header around this field. */
static struct wifi *wifi_here(const struct walk *w)
{
	return (struct wifi *)w->now->parent->state;
}

#define KNOWN_BW 0x01
#define KNOWN_INDEX 0x02
#define KNOWN_GI 0x04
#define KNOWN_FORMAT 0x08
#define KNOWN_FEC 0x10
#define KNOWN_STBC 0x20
#define KNOWN_NESS 0x40

static void learn_mcs(struct wifi *f, unsigned known, unsigned flags, unsigned index)
{
	f->phy = PHY_N;
	if (known & KNOWN_BW)
		f->bandwidth = flags & 3;
	if (known & KNOWN_INDEX)
		f->mcs = index;
	if (known & KNOWN_GI)
		f->short_gi = flags >> 2 & 1;
	if (known & KNOWN_FORMAT)
		f->greenfield = flags >> 3 & 1;
	if (known & KNOWN_FEC)
		f->fec = flags >> 4 & 1;
	if (known & KNOWN_STBC)
		f->stbc = flags >> 5 & 3;
	if (known & KNOWN_NESS)
		f->ness = (known >> 6 & 2) | flags >> 7;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint32_t at = c->at;
	uint32_t group = open_group(w, c, MCS, 3);
	unsigned known = u8(c), flags = u8(c), index = u8(c), rate;

	(void)l;
	shut_group(w, group, c);
	if (c->bad)
		return;
	learn_mcs(f, known, flags, index);
	if (f->mcs == ABSENT || f->bandwidth == ABSENT || f->short_gi == ABSENT)
		return;
	rate = wifi_ht_rate(index, f->bandwidth == 1, f->short_gi);
	if (!rate)
		return;
	f->rate = rate;
	put_value(w, MCS_RATE, at, 3, wifi_mbits(rate));
	label_whole(w, "Data Rate: %u.%u Mb/s", rate / 10, rate % 10);
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
