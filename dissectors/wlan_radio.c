/* SPDX-License-Identifier: BSD-2-Clause */
/* How a frame of IEEE 802.11 was sent: what the header in front tells, in the same words. */
/* IEEE Std 802.11-2020. */
#include "shared/wifi.h"

enum {
	RADIO,
	PHY,
	HOPSET,
	PATTERN,
	B_PREAMBLE,
	A_TURBO,
	G_MODE,
	N_MCS,
	N_BANDWIDTH,
	N_SHORT_GI,
	N_GREENFIELD,
	N_FEC,
	N_STBC,
	N_NESS,
	AC_SHORT_GI,
	AC_BANDWIDTH,
	AC_STBC,
	AC_TXOP,
	AC_NSYM,
	AC_LDPC,
	AC_BEAM,
	AC_USER,
	AC_MCS,
	AC_NSS,
	AC_NSTS,
	AC_FEC,
	AC_GID,
	AC_PAID,
	RATE,
	CHANNEL,
	FREQUENCY,
	SIGNAL_DB,
	SIGNAL,
	NOISE_DB,
	NOISE,
	SNR,
	TIMESTAMP,
	SLICES,
	LAST_PART,
	DELIM_ERROR,
	AGGREGATE_ID,
	DURATION,
	PREAMBLE,
	START,
	END,
	ASSUMED_PREAMBLE,
	ASSUMED_MIXED,
	ASSUMED_NO_STBC,
	ASSUMED_NO_NESS,
	ASSUMED_BCC,
};

#define DB " dB"
#define DBM " dBm"
#define US "\xc2\xb5s"

static const struct word phys[] = {
	{1, "802.11 FHSS"},       {2, "802.11 IR"},      {3, "802.11 DSSS"},
	{4, "802.11b (HR/DSSS)"}, {5, "802.11a (OFDM)"}, {6, "802.11g (ERP)"},
	{7, "802.11n (HT)"},      {8, "802.11ac (VHT)"}, {9, "802.11ad (DMG)"},
	{10, "802.11ah (S1G)"},   {11, "802.11ax (HE)"},
};
static const struct word n11a_turbo_types[] = {
	{0, "Non-turbo"},
	{1, "Turbo"},
	{2, "Dynamic turbo"},
	{3, "Static turbo"},
};
static const struct word n11g_modes[] = {
	{0, "None"},
	{1, "Super G"},
};
static const struct word n11n_bandwidths[] = {
	{0, "20 MHz"},
	{1, "40 MHz"},
	{2, "20 MHz + 20 MHz lower"},
	{3, "20 MHz + 20 MHz upper"},
	{4, "80 MHz"},
	{5, "40 MHz + 40 MHz lower"},
	{6, "40 MHz + 40 MHz upper"},
	{7, "20 MHz, channel 1/4"},
	{8, "20 MHz, channel 2/4"},
	{9, "20 MHz, channel 3/4"},
	{10, "20 MHz, channel 4/4"},
	{11, "160 MHz"},
	{12, "80 MHz + 80 MHz lower"},
	{13, "80 MHz + 80 MHz upper"},
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
static const struct word n11n_fecs[] = {
	{0, "BEC"},
	{1, "LDPC"},
};
static const struct field fields[] = {
	[RADIO] = {"wlan_radio", "802.11 radio information", PROTO},
	[PHY] = {"wlan_radio.phy", "PHY type", U32, DEC, WORDS(phys),
		 .help = "Which physical layer", .ref = "4.5"},
	[HOPSET] = {"wlan_radio.fhss.hop_set", "Hop set", U8, HEX, .help = "Frequency hopping",
		    .ref = "14"},
	[PATTERN] = {"wlan_radio.fhss.hop_pattern", "Hop pattern", U8, HEX,
		     .help = "Frequency hopping", .ref = "14"},
	[B_PREAMBLE] = {"wlan_radio.short_preamble", "Short preamble", BOOL,
			.help = "Short preamble", .ref = "16.2"},
	[A_TURBO] = {"wlan_radio.11a.turbo_type", "Turbo type", U32, DEC, WORDS(n11a_turbo_types),
		     .help = "Two channels as one", .ref = "17"},
	[G_MODE] = {"wlan_radio.11g.mode", "Proprietary mode", U32, DEC, WORDS(n11g_modes),
		    .help = "A vendor's mode", .ref = "18"},
	[N_MCS] = {"wlan_radio.11n.mcs_index", "MCS index", U32, DEC,
		   .help = "Modulation and coding", .ref = "19.5"},
	[N_BANDWIDTH] = {"wlan_radio.11n.bandwidth", "Bandwidth", U32, DEC, WORDS(n11n_bandwidths),
			 .help = "Width of the channel", .ref = "19.2"},
	[N_SHORT_GI] = {"wlan_radio.11n.short_gi", "Short GI", BOOL, .help = "Short guard interval",
			.ref = "19.2"},
	[N_GREENFIELD] = {"wlan_radio.11n.greenfield", "Greenfield", BOOL,
			  .help = "Without a preamble for older stations", .ref = "19.1.4"},
	[N_FEC] = {"wlan_radio.11n.fec", "FEC", U32, DEC, WORDS(n11n_fecs),
		   .help = "Forward error correction", .ref = "19.3.11"},
	[N_STBC] = {"wlan_radio.11n.stbc_streams", "Number of STBC streams", U32, DEC,
		    .help = "Space-time block code streams", .ref = "19.3.11"},
	[N_NESS] = {"wlan_radio.11n.ness", "Number of extension spatial streams", U32, DEC,
		    .help = "Extension spatial streams", .ref = "19.2"},
	[AC_SHORT_GI] = {"wlan_radio.11ac.short_gi", "Short GI", BOOL,
			 .help = "Short guard interval", .ref = "21.2"},
	[AC_BANDWIDTH] = {"wlan_radio.11ac.bandwidth", "Bandwidth", U32, DEC,
			  WORDS(n11n_bandwidths), .help = "Width of the channel", .ref = "21.2"},
	[AC_STBC] = {"wlan_radio.11ac.stbc", "STBC", BOOL, WORDS(wifi_off_on),
		     .help = "Space-time block code", .ref = "21.2"},
	[AC_TXOP] = {"wlan_radio_11ac.txop_ps_not_allowed", "TXOP_PS_NOT_ALLOWED", BOOL,
		     .help = "Stations must not doze", .ref = "21.2"},
	[AC_NSYM] = {"wlan_radio.11ac.short_gi_nsym_disambig", "Short GI Nsym disambiguation", BOOL,
		     .help = "Symbols modulo 10 are 9", .ref = "21.3.8"},
	[AC_LDPC] = {"wlan_radio.11ac.ldpc_extra_ofdm_symbol", "LDPC extra OFDM symbol", BOOL,
		     .help = "An extra symbol", .ref = "21.3.8"},
	[AC_BEAM] = {"wlan_radio.11ac.beamformed", "Beamformed", BOOL, .help = "Beamformed",
		     .ref = "21.3.8"},
	[AC_USER] = {"wlan_radio.11ac.user", "User", NONE, .help = "One receiver", .ref = "21.2"},
	[AC_MCS] = {"wlan_radio.11ac.mcs", "MCS index", U32, DEC, .help = "Modulation and coding",
		    .ref = "21.5"},
	[AC_NSS] = {"wlan_radio.11ac.nss", "Spatial streams", U32, DEC, .help = "Spatial streams",
		    .ref = "21.5"},
	[AC_NSTS] = {"wlan_radio.11ac.nsts", "Space-time streams", U32, DEC,
		     .help = "Space-time streams", .ref = "21.5"},
	[AC_FEC] = {"wlan_radio.11ac.fec", "FEC", U32, DEC, WORDS(n11n_fecs),
		    .help = "Forward error correction", .ref = "21.2"},
	[AC_GID] = {"wlan_radio.11ac.gid", "Group Id", U32, DEC, .help = "Group of receivers",
		    .ref = "21.2"},
	[AC_PAID] = {"wlan_radio.11ac.paid", "Partial AID", U16, DEC,
		     .help = "Part of the association's number", .ref = "21.2"},
	[RATE] = {"wlan_radio.data_rate", "Data rate", FLOAT, .help = "Mbit/s"},
	[CHANNEL] = {"wlan_radio.channel", "Channel", U32, DEC, .help = "Its number",
		     .ref = "17.3.8"},
	[FREQUENCY] = {"wlan_radio.frequency", "Frequency", U16, DEC, .unit = "MHz", .help = "MHz"},
	[SIGNAL_DB] = {"wlan_radio.signal_db", "Signal strength (dB)", U8, DEC, .unit = DB,
		       .help = "Strength above some level"},
	[SIGNAL] = {"wlan_radio.signal_dbm", "Signal strength (dBm)", I8, DEC, .unit = DBM,
		    .help = "Strength at the antenna"},
	[NOISE_DB] = {"wlan_radio.noise_db", "Noise level (dB)", U8, DEC, .unit = DB,
		      .help = "Noise above some level"},
	[NOISE] = {"wlan_radio.noise_dbm", "Noise level (dBm)", I8, DEC, .unit = DBM,
		   .help = "Noise at the antenna"},
	[SNR] = {"wlan_radio.snr", "Signal/noise ratio (dB)", I32, DEC, .unit = DB,
		 .help = "How far the signal is above the noise"},
	[TIMESTAMP] = {"wlan_radio.timestamp", "TSF timestamp", U64, DEC,
		       .help = "The MAC's clock, in us", .ref = "11.1.3"},
	[SLICES] = {"text", "Slices", HEADING},
	[LAST_PART] = {"wlan_radio.last_part_of_an_ampdu", "Last part of an A-MPDU", BOOL, AT(0, 1),
		       BOX(32, 31), .under = SLICES, .traits = LE,
		       .help = "The last frame of those sent as one", .ref = "9.7"},
	[DELIM_ERROR] = {"wlan_radio.a_mpdu_delim_crc_error", "A-MPDU delimiter CRC error", BOOL,
			 AT(1, 1), BOX(32, 30), .under = SLICES, .traits = LE,
			 .help = "Its delimiter was wrong", .ref = "9.7"},
	[AGGREGATE_ID] = {"wlan_radio.a_mpdu_aggregate_id", "A-MPDU aggregate ID", U32, DEC,
			  .help = "Which frames were sent as one", .ref = "9.7"},
	[DURATION] = {"wlan_radio.duration", "Duration", U32, DEC, .traits = GENERATED, .unit = US,
		      .help = "How long sending it took, concluded"},
	[PREAMBLE] = {"wlan_radio.preamble", "Preamble", U32, DEC, .traits = GENERATED, .unit = US,
		      .help = "How long its preamble took"},
	[START] = {"wlan_radio.start_tsf", "Start", U64, DEC, .traits = GENERATED, .unit = US,
		   .help = "When its sending began"},
	[END] = {"wlan_radio.end_tsf", "End", U64, DEC, .traits = GENERATED, .unit = US,
		 .help = "When its sending ended"},
	[ASSUMED_PREAMBLE] =
		EXPERT("wlan_radio.assumed.short_preamble",
		       "No preamble length information was available, assuming short preamble.",
		       WARNING, G_ASSUMPTION),
	[ASSUMED_MIXED] = EXPERT("wlan_radio.assumed.non_greenfield",
				 "No plcp type information was available, assuming non greenfield.",
				 WARNING, G_ASSUMPTION),
	[ASSUMED_NO_STBC] = EXPERT("wlan_radio.assumed.no_stbc",
				   "No stbc information was available, assuming no stbc.", WARNING,
				   G_ASSUMPTION),
	[ASSUMED_NO_NESS] = EXPERT(
		"wlan_radio.assumed.no_extension_streams",
		"No extension stream information was available, assuming no extension streams.",
		WARNING, G_ASSUMPTION),
	[ASSUMED_BCC] = EXPERT("wlan_radio.assumed.bcc_fec",
			       "No fec type information was available, assuming bcc fec.", WARNING,
			       G_ASSUMPTION),
};

/* A row, and the member of struct wifi that it shows. */
struct shown {
	uint16_t row;
	uint16_t from;
};

static const struct shown b_rows[] = {{B_PREAMBLE, WIFI(short_pre)}, {0}};
static const struct shown hopping_rows[] = {{HOPSET, WIFI(hopset)}, {PATTERN, WIFI(pattern)}, {0}};
static const struct shown a_rows[] = {{A_TURBO, WIFI(turbo)}, {0}};
static const struct shown g_rows[] = {{G_MODE, WIFI(mode)}, {0}};
static const struct shown n_rows[] = {
	{N_MCS, WIFI(mcs)},           {N_BANDWIDTH, WIFI(bandwidth)},
	{N_SHORT_GI, WIFI(short_gi)}, {N_GREENFIELD, WIFI(greenfield)},
	{N_FEC, WIFI(fec)},           {N_STBC, WIFI(stbc)},
	{N_NESS, WIFI(ness)},         {0}};
static const struct shown ac_rows[] = {
	{AC_SHORT_GI, WIFI(short_gi)}, {AC_BANDWIDTH, WIFI(bandwidth)},
	{AC_STBC, WIFI(stbc)},         {AC_TXOP, WIFI(txop_ps)},
	{AC_NSYM, WIFI(nsym_da)},      {AC_LDPC, WIFI(ldpc_extra)},
	{AC_BEAM, WIFI(beamformed)},   {0}};
static const struct shown group_rows[] = {{AC_GID, WIFI(gid)}, {AC_PAID, WIFI(paid)}, {0}};
static const struct shown air_rows[] = {{CHANNEL, WIFI(channel)},
					{FREQUENCY, WIFI(frequency)},
					{SIGNAL_DB, WIFI(signal_db)},
					{SIGNAL, WIFI(signal_dbm)},
					{NOISE_DB, WIFI(noise_db)},
					{NOISE, WIFI(noise_dbm)},
					{0}};

static const struct shown *const phy_rows[] = {
	[PHY_FHSS] = hopping_rows, [PHY_B] = b_rows,   [PHY_A] = a_rows, [PHY_G] = g_rows,
	[PHY_N] = n_rows,          [PHY_AC] = ac_rows, [PHY_AX] = NULL};

static void put_shown(struct walk *w, const struct layer *l, const struct wifi *f,
		      const struct shown *rows)
{
	const uint64_t *members = (const uint64_t *)f;

	for (; rows && rows->row; rows++) {
		uint64_t v = members[rows->from / sizeof v];

		if (v != ABSENT)
			put_value(w, rows->row, l->at, 0, v);
	}
}

static void put_user(struct walk *w, const struct layer *l, const struct wifi *f)
{
	struct cursor here = layer_cursor(l, 0);
	unsigned mcs = (unsigned)f->mcs;
	uint32_t group;

	if (f->mcs == ABSENT)
		return;
	group = open_group(w, &here, AC_USER, 0);
	label_whole(w, "User 0: MCS %u", mcs);
	put_value(w, AC_MCS, l->at, 0, mcs);
	label_wifi_scheme(w, mcs);
	put_value(w, AC_NSS, l->at, 0, f->nss);
	if (f->stbc != ABSENT)
		put_value(w, AC_NSTS, l->at, 0, f->nss * (1 + f->stbc));
	put_value(w, AC_FEC, l->at, 0, f->fec);
	shut_group(w, group, NULL);
}

/* Of a frame whose header tells no more than its rate. */
static uint64_t guess_phy(const struct wifi *f)
{
	switch (f->rate) {
	case 10:
	case 20:
	case 55:
	case 110:
		return PHY_B;
	case ABSENT:
		return ABSENT;
	default:
		if (f->frequency == ABSENT)
			return ABSENT;
		return f->frequency > 4000 ? PHY_A : PHY_G;
	}
}

static void put_rate(struct walk *w, const struct layer *l, const struct wifi *f)
{
	if (f->rate != ABSENT)
		put_wifi_rate(w, RATE, l->at, 0, "Data rate", (unsigned)f->rate);
}

static void put_ampdu(struct walk *w, const struct layer *l, const struct wifi *f)
{
	if (f->ampdu_id == ABSENT)
		return;
	put_value(w, LAST_PART, l->at, 0, f->ampdu_flags & 1);
	put_value(w, DELIM_ERROR, l->at, 0, f->ampdu_flags >> 1 & 1);
	put_value(w, AGGREGATE_ID, l->at, 0, f->ampdu_id);
}

/* Long training fields for so many streams. */
static unsigned training(unsigned streams)
{
	return streams == 3 ? 4 : streams;
}

/* How long sending took, in us: all of it, and its preamble; 0: nobody knows. */
struct times {
	unsigned all, preamble;
};

static struct times times_ht(const struct wifi *f, unsigned octets)
{
	unsigned mcs = (unsigned)f->mcs, stbc = f->stbc == ABSENT ? 0 : (unsigned)f->stbc;
	unsigned streams = mcs / 8 + 1 + stbc, ness = f->ness == ABSENT ? 0 : (unsigned)f->ness;
	unsigned per_symbol = wifi_ht_rate(mcs, f->bandwidth == 1, false) * 4 / 10;
	unsigned step = stbc ? 2 : 1, symbols, us;
	struct times t;

	if (f->mcs == ABSENT || f->bandwidth == ABSENT || f->short_gi == ABSENT || !per_symbol)
		return (struct times){0, 0};
	t.preamble = (f->greenfield == 1 ? 24 : 32) + 4 * training(streams) + 4 * training(ness);
	symbols = (8 * octets + 22 + step * per_symbol - 1) / (step * per_symbol) * step;
	us = f->short_gi ? (symbols * 36 + 5) / 10 : symbols * 4;
	t.all = t.preamble + us;
	return t;
}

static struct times times_vht(const struct wifi *f, unsigned octets)
{
	unsigned streams = (unsigned)(f->nss * (1 + (f->stbc == 1)));
	struct times t = {0, 0};

	if (f->mcs == ABSENT || !f->rate || f->rate == ABSENT)
		return t;
	t.preamble = 32 + 4 * training(streams);
	t.all = t.preamble + octets * 80 / (unsigned)f->rate;
	return t;
}

static struct times times_of(const struct wifi *f, uint64_t phy, uint32_t octets)
{
	unsigned rate = f->rate == ABSENT ? 0 : (unsigned)f->rate;
	unsigned preamble = f->short_pre == 0 ? 192 : 96, symbol = rate * 4 / 10;

	if (octets > UINT32_MAX / 1000)
		return (struct times){0, 0};
	if (phy == PHY_B && rate)
		return (struct times){preamble + (octets * 80 + rate - 1) / rate, preamble};
	if ((phy == PHY_A || phy == PHY_G) && symbol)
		return (struct times){20 + (8 * octets + 22 + symbol - 1) / symbol * 4, 20};
	if (phy == PHY_N)
		return times_ht(f, octets);
	if (phy == PHY_AC)
		return times_vht(f, octets);
	return (struct times){0, 0};
}

/* What the times rest on where the header in front didn't say. */
static void note_assumptions(struct walk *w, const struct wifi *f, uint64_t phy)
{
	if (phy == PHY_B && f->short_pre == ABSENT)
		expert(w, ASSUMED_PREAMBLE, NULL);
	if (phy == PHY_N && f->greenfield == ABSENT)
		expert(w, ASSUMED_MIXED, NULL);
	if ((phy == PHY_N || phy == PHY_AC) && f->stbc == ABSENT)
		expert(w, ASSUMED_NO_STBC, NULL);
	if (phy == PHY_N && f->ness == ABSENT)
		expert(w, ASSUMED_NO_NESS, NULL);
	if (phy == PHY_N && f->fec == ABSENT)
		expert(w, ASSUMED_BCC, NULL);
}

static void put_times(struct walk *w, const struct layer *l, const struct wifi *f, uint64_t phy)
{
	/* What PPI's dissector hands on counts the check sequence twice. */
	bool twice = !strcmp(l->parent->proto->fields[0].name, "ppi") && f->fcs != ABSENT;
	struct times t = times_of(f, phy, l->bytes.wire + (twice ? (uint32_t)f->fcs : 0));

	if (!t.all)
		return;
	put_value(w, DURATION, l->at, 0, t.all);
	note_assumptions(w, f, phy);
	w->depth++;
	put_value(w, PREAMBLE, l->at, 0, t.preamble);
	if (f->tsf != ABSENT) {
		put_value(w, START, l->at, 0, f->tsf - t.all);
		put_value(w, END, l->at, 0, f->tsf);
	}
	w->depth--;
}

static void put_air(struct walk *w, const struct layer *l, const struct wifi *f)
{
	uint64_t phy = f->phy == ABSENT ? guess_phy(f) : f->phy;

	if (phy != ABSENT)
		put_value(w, PHY, l->at, 0, phy);
	if (phy < COUNT(phy_rows))
		put_shown(w, l, f, phy_rows[phy]);
	if (phy == PHY_AC) {
		put_user(w, l, f);
		put_shown(w, l, f, group_rows);
	}
	put_rate(w, l, f);
	put_shown(w, l, f, air_rows);
	if (f->signal_dbm != ABSENT && f->noise_dbm != ABSENT)
		put_value(w, SNR, l->at, 0, f->signal_dbm - f->noise_dbm);
	if (f->tsf != ABSENT)
		put_value(w, TIMESTAMP, l->at, 0, f->tsf);
	put_ampdu(w, l, f);
	put_times(w, l, f, phy);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct wifi *f = wifi_of(l);

	if (f)
		put_air(w, l, f);
	walk_next(w, next_fixed(l), *c);
}

static const struct hang hangs[] = {{"ppi.dlt", 105}, {0}};

const struct proto proto_wlan_radio = {
	.brief = "802.11 Radio",
	.no_column = true,
	.spec = "IEEE Std 802.11-2020",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.fixed = "wlan"},
	.hangs = hangs,
	.rest = rest,
};
