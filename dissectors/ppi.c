/* SPDX-License-Identifier: BSD-2-Clause */
/* Per-Packet Information: what a wireless device tells of a frame, as CACE writes it. */
/* CACE Technologies, PPI header format 1.0.7. */
#include "shared/wifi.h"

enum {
	PPI,
	VERSION,
	FLAGS,
	ALIGNMENT,
	RESERVED,
	LENGTH,
	DLT,
	GROUP,
	TYPE,
	LEN,
	TSFT,
	CFLAGS,
	CF_FCS,
	CF_TSFT,
	CF_FCS_INVALID,
	CF_PHY_ERR,
	RATE,
	FREQ,
	CHAN,
	CH_TURBO,
	CH_CCK,
	CH_OFDM,
	CH_2GHZ,
	CH_5GHZ,
	CH_PASSIVE,
	CH_DYNAMIC,
	CH_GFSK,
	HOPSET,
	PATTERN,
	SIGNAL,
	NOISE,
	MAC,
	MAC_GREENFIELD,
	MAC_HT20_40,
	MAC_RX_SHORT_GUARD_INTERVAL,
	MAC_RX_DUPLICATE,
	MAC_AGG,
	MAC_MORE_AGG,
	MAC_DELIM_CRC_ERROR_AFTER,
	AMPDU,
	DELIMITERS,
	MAC_RESERVED,
	MCS,
	STREAMS,
	RSSI,
	RSSI0CTL,
	RSSI1CTL,
	RSSI2CTL,
	RSSI3CTL,
	RSSI0EXT,
	RSSI1EXT,
	RSSI2EXT,
	RSSI3EXT,
	EXT_FREQ,
	EXT,
	EXT_TURBO,
	EXT_CCK,
	EXT_OFDM,
	EXT_2GHZ,
	EXT_5GHZ,
	EXT_PASSIVE,
	EXT_DYNAMIC,
	EXT_GFSK,
	SIGNAL0,
	NOISE0,
	SIGNAL1,
	NOISE1,
	SIGNAL2,
	NOISE2,
	SIGNAL3,
	NOISE3,
	EVM0,
	EVM1,
	EVM2,
	EVM3,
};

#define HEADER 8
#define HEAD 4 /* of a field */
#define FCS_LEN 4
#define CHAN_TURBO 0x0010

enum { COMMON = 2, MAC_EXTENSION, MAC_PHY };
enum { COMMON_LEN = 20, MAC_LEN = 12, MAC_PHY_LEN = 48 };

static const struct word flags_alignments[] = {
	{0, "Not aligned"},
	{1, "32-bit aligned"},
};
static const struct word field_types[] = {
	{2, "802.11-Common"},
	{3, "802.11n MAC Extensions"},
	{4, "802.11n MAC+PHY Extensions"},
	{5, "Spectrum-Map"},
	{6, "Process-Info"},
	{7, "Capture-Info"},
	{8, "Aggregation Extension"},
	{9, "802.3 Extension"},
	{0x7530, "Intel Corporation (private)"},
	{0x7531, "Mohamed Thaga (private)"},
	{0x7532, "GPS Tagging"},
	{0x7533, "Vector Tagging"},
	{0x7534, "Sensor tagging"},
	{0x7535, "Antenna Tagging"},
	{0xc017, "FlukeNetworks (private)"},
	{0xcace, "CACE Technologies (private)"},
};
static const struct word n80211_common_flags_tsfts[] = {
	{0, "microseconds"},
	{1, "milliseconds"},
};
static const struct word n80211_common_flags_fcs_invalids[] = {
	{0, "Valid"},
	{1, "Invalid"},
};
static const struct word n80211_common_flags_phy_errs[] = {
	{0, "No errors"},
	{1, "PHY error"},
};
static const struct word n80211n_mac_flags_ht20_40s[] = {
	{0, "HT20"},
	{1, "HT40"},
};

static const struct word names[] = {
	{0, "Reserved"},
	{2, "802.11-Common"},
	{3, "802.11n MAC"},
	{4, "802.11n MAC+PHY"},
	{5, "Radio spectrum map"},
	{6, "Process information"},
	{7, "Capture information"},
};

static void form_rssi(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	if (n->u == 255)
		text_put(t, " [invalid]");
}

static void form_dbm(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_i64(t, (int64_t)n->u);
	if ((int64_t)n->u == -128)
		text_put(t, " [invalid]");
}

static void form_evm(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	if (!n->u)
		text_put(t, " [invalid]");
}

static const struct field fields[] = {
	[PPI] = {"ppi", "PPI", PROTO, .line = "PPI version {ppi.version}, {ppi.length} bytes"},
	[VERSION] = {"ppi.version", "Version", U8, DEC, AT(0, 8), .help = "Of this header",
		     .ref = "3.1"},
	[FLAGS] = {"ppi.flags", "Flags", U8, HEX, AT(8, 8), .help = "About this header",
		   .ref = "3.1"},
	[ALIGNMENT] = {"ppi.flags.alignment", "Alignment", BOOL, AT(15, 1), .under = FLAGS,
		       WORDS(flags_alignments), .help = "Fields are padded to 4 octets",
		       .ref = "3.1.2"},
	[RESERVED] = {"ppi.flags.reserved", "Reserved", U8, HEX, AT(8, 7), .under = FLAGS,
		      .help = "Nothing", .ref = "3.1.2"},
	[LENGTH] = {"ppi.length", "Header length", U16, DEC, AT(16, 16), .traits = LE,
		    .help = "Octets of this header", .ref = "3.1"},
	[DLT] = {"ppi.dlt", "DLT", U32, DEC, AT(32, 32), .traits = LE, .help = "What follows it",
		 .ref = "3.1"},
	[GROUP] = {"text", "Field", HEADING},
	[TYPE] = {"ppi.field_type", "Field type", U16, DEC, .traits = LE, WORDS(field_types),
		  .help = "Which field", .ref = "3.2"},
	[LEN] = {"ppi.field_len", "Field length", U16, DEC, .traits = LE, .help = "Its octets",
		 .ref = "3.2"},
	[TSFT] = {"ppi.80211-common.tsft", "TSFT", U64, DEC, .traits = LE,
		  .help = "The MAC's clock", .ref = "4.1.2"},
	[CFLAGS] = {"ppi.80211-common.flags", "Flags", U16, HEX, .traits = LE,
		    .help = "About the frame", .ref = "4.1.2"},
	[CF_FCS] = {"ppi.80211-common.flags.fcs", "FCS present flag", BOOL, AT(0, 1), BOX(16, 15),
		    .under = CFLAGS, .traits = LE, WORDS(absent_present),
		    .help = "It ends with its check sequence", .ref = "4.1.2"},
	[CF_TSFT] = {"ppi.80211-common.flags.tsft", "TSFT flag", BOOL, AT(1, 1), BOX(16, 14),
		     .under = CFLAGS, .traits = LE, WORDS(n80211_common_flags_tsfts),
		     .help = "The clock counts ms", .ref = "4.1.2"},
	[CF_FCS_INVALID] = {"ppi.80211-common.flags.fcs-invalid", "FCS validity", BOOL, AT(2, 1),
			    BOX(16, 13), .under = CFLAGS, .traits = LE,
			    WORDS(n80211_common_flags_fcs_invalids),
			    .help = "The check sequence was wrong", .ref = "4.1.2"},
	[CF_PHY_ERR] = {"ppi.80211-common.flags.phy-err", "PHY error flag", BOOL, AT(3, 1),
			BOX(16, 12), .under = CFLAGS, .traits = LE,
			WORDS(n80211_common_flags_phy_errs), .help = "The radio met an error",
			.ref = "4.1.2"},
	[RATE] = {"ppi.80211-common.rate", "Data rate", U32, DEC, .help = "kbit/s", .ref = "4.1.2"},
	[FREQ] = {"ppi.80211-common.chan.freq", "Channel frequency", U16, DEC, .traits = LE,
		  .help = "MHz", .ref = "4.1.2"},
	[CHAN] = {"ppi.80211-common.chan.flags", "Channel flags", U16, HEX, .traits = LE,
		  .help = "Band and modulation", .ref = "4.1.2"},
	[CH_TURBO] = {"ppi.80211-common.chan.flags.turbo", "Turbo", BOOL, AT(4, 1), BOX(16, 11),
		      .under = CHAN, .traits = LE, .help = "Band or modulation", .ref = "4.1.2"},
	[CH_CCK] = {"ppi.80211-common.chan.flags.cck", "Complementary Code Keying (CCK)", BOOL,
		    AT(5, 1), BOX(16, 10), .under = CHAN, .traits = LE,
		    .help = "Band or modulation", .ref = "4.1.2"},
	[CH_OFDM] = {"ppi.80211-common.chan.flags.ofdm",
		     "Orthogonal Frequency-Division Multiplexing (OFDM)", BOOL, AT(6, 1),
		     BOX(16, 9), .under = CHAN, .traits = LE, .help = "Band or modulation",
		     .ref = "4.1.2"},
	[CH_2GHZ] = {"ppi.80211-common.chan.flags.2ghz", "2 GHz spectrum", BOOL, AT(7, 1),
		     BOX(16, 8), .under = CHAN, .traits = LE, .help = "Band or modulation",
		     .ref = "4.1.2"},
	[CH_5GHZ] = {"ppi.80211-common.chan.flags.5ghz", "5 GHz spectrum", BOOL, AT(8, 1),
		     BOX(16, 7), .under = CHAN, .traits = LE, .help = "Band or modulation",
		     .ref = "4.1.2"},
	[CH_PASSIVE] = {"ppi.80211-common.chan.flags.passive", "Passive", BOOL, AT(9, 1),
			BOX(16, 6), .under = CHAN, .traits = LE, .help = "Band or modulation",
			.ref = "4.1.2"},
	[CH_DYNAMIC] = {"ppi.80211-common.chan.flags.dynamic", "Dynamic CCK-OFDM", BOOL, AT(10, 1),
			BOX(16, 5), .under = CHAN, .traits = LE, .help = "Band or modulation",
			.ref = "4.1.2"},
	[CH_GFSK] = {"ppi.80211-common.chan.flags.gfsk", "Gaussian Frequency Shift Keying (GFSK)",
		     BOOL, AT(11, 1), BOX(16, 4), .under = CHAN, .traits = LE,
		     .help = "Band or modulation", .ref = "4.1.2"},
	[HOPSET] = {"ppi.80211-common.fhss.hopset", "FHSS hopset", U8, HEX,
		    .help = "Which set of hops", .ref = "4.1.2"},
	[PATTERN] = {"ppi.80211-common.fhss.pattern", "FHSS pattern", U8, HEX,
		     .help = "Which of the set", .ref = "4.1.2"},
	[SIGNAL] = {"ppi.80211-common.dbm.antsignal", "dBm antenna signal", I8, DEC,
		    .help = "Strength at the antenna", .ref = "4.1.2"},
	[NOISE] = {"ppi.80211-common.dbm.antnoise", "dBm antenna noise", I8, DEC,
		   .help = "Noise at the antenna", .ref = "4.1.2"},
	[MAC] = {"ppi.80211n-mac.flags", "MAC flags", U32, HEX, .traits = LE,
		 .help = "How frames were sent as one", .ref = "4.1.3"},
	[MAC_GREENFIELD] = {"ppi.80211n-mac.flags.greenfield", "Greenfield flag", BOOL, AT(0, 1),
			    BOX(32, 31), .under = MAC, .traits = LE, .help = "Of IEEE 802.11n",
			    .ref = "4.1.3"},
	[MAC_HT20_40] = {"ppi.80211n-mac.flags.ht20_40", "HT20/HT40 flag", BOOL, AT(1, 1),
			 BOX(32, 30), .under = MAC, .traits = LE, WORDS(n80211n_mac_flags_ht20_40s),
			 .help = "Of IEEE 802.11n", .ref = "4.1.3"},
	[MAC_RX_SHORT_GUARD_INTERVAL] = {"ppi.80211n-mac.flags.rx.short_guard_interval",
					 "RX Short Guard Interval (SGI) flag", BOOL, AT(2, 1),
					 BOX(32, 29), .under = MAC, .traits = LE,
					 .help = "Of IEEE 802.11n", .ref = "4.1.3"},
	[MAC_RX_DUPLICATE] = {"ppi.80211n-mac.flags.rx.duplicate", "Duplicate RX flag", BOOL,
			      AT(3, 1), BOX(32, 28), .under = MAC, .traits = LE,
			      .help = "Of IEEE 802.11n", .ref = "4.1.3"},
	[MAC_AGG] = {"ppi.80211n-mac.flags.agg", "Aggregate flag", BOOL, AT(4, 1), BOX(32, 27),
		     .under = MAC, .traits = LE, .help = "Of IEEE 802.11n", .ref = "4.1.3"},
	[MAC_MORE_AGG] = {"ppi.80211n-mac.flags.more_agg", "More aggregates flag", BOOL, AT(5, 1),
			  BOX(32, 26), .under = MAC, .traits = LE, .help = "Of IEEE 802.11n",
			  .ref = "4.1.3"},
	[MAC_DELIM_CRC_ERROR_AFTER] = {"ppi.80211n-mac.flags.delim_crc_error_after",
				       "A-MPDU Delimiter CRC error after this frame flag", BOOL,
				       AT(6, 1), BOX(32, 25), .under = MAC, .traits = LE,
				       .help = "Of IEEE 802.11n", .ref = "4.1.3"},
	[AMPDU] = {"ppi.80211n-mac.ampdu_id", "AMPDU-ID", U32, HEX, .traits = LE,
		   .help = "Which frames belong together", .ref = "4.1.3"},
	[DELIMITERS] = {"ppi.80211n-mac.num_delimiters", "Num-Delimiters", U8, DEC,
			.help = "Empty ones before it", .ref = "4.1.3"},
	[MAC_RESERVED] = {"ppi.80211n-mac.reserved", "Reserved", U24, HEX, .help = "Nothing",
			  .ref = "4.1.3"},
	[MCS] = {"ppi.80211n-mac-phy.mcs", "MCS", U8, DEC, .help = "Modulation and coding scheme",
		 .ref = "4.1.4"},
	[STREAMS] = {"ppi.80211n-mac-phy.num_streams", "Number of spatial streams", U8, DEC,
		     .help = "Spatial streams", .ref = "4.1.4"},
	[RSSI] = {"ppi.80211n-mac-phy.rssi.combined", "RSSI combined", U8, DEC,
		  .help = "Strength of all antennas", .ref = "4.1.4"},
	[RSSI0CTL] = {"ppi.80211n-mac-phy.rssi.ant0ctl", "Antenna 0 control RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI1CTL] = {"ppi.80211n-mac-phy.rssi.ant1ctl", "Antenna 1 control RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI2CTL] = {"ppi.80211n-mac-phy.rssi.ant2ctl", "Antenna 2 control RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI3CTL] = {"ppi.80211n-mac-phy.rssi.ant3ctl", "Antenna 3 control RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI0EXT] = {"ppi.80211n-mac-phy.rssi.ant0ext", "Antenna 0 extension RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI1EXT] = {"ppi.80211n-mac-phy.rssi.ant1ext", "Antenna 1 extension RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI2EXT] = {"ppi.80211n-mac-phy.rssi.ant2ext", "Antenna 2 extension RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[RSSI3EXT] = {"ppi.80211n-mac-phy.rssi.ant3ext", "Antenna 3 extension RSSI", U8, DEC,
		      .form = form_rssi, .help = "Strength at an antenna", .ref = "4.1.4"},
	[EXT_FREQ] = {"ppi.80211-mac-phy.ext-chan.freq", "Ext. Channel frequency", U16, DEC,
		      .traits = LE, .help = "MHz of the second half", .ref = "4.1.4"},
	[EXT] = {"ppi.80211-mac-phy.ext-chan.flags", "Channel flags", U16, HEX, .traits = LE,
		 .help = "Its band and modulation", .ref = "4.1.4"},
	[EXT_TURBO] = {"ppi.80211-mac-phy.ext-chan.flags.turbo", "Turbo", BOOL, AT(4, 1),
		       BOX(16, 11), .under = EXT, .traits = LE, .help = "Band or modulation",
		       .ref = "4.1.4"},
	[EXT_CCK] = {"ppi.80211-mac-phy.ext-chan.flags.cck", "Complementary Code Keying (CCK)",
		     BOOL, AT(5, 1), BOX(16, 10), .under = EXT, .traits = LE,
		     .help = "Band or modulation", .ref = "4.1.4"},
	[EXT_OFDM] = {"ppi.80211-mac-phy.ext-chan.flags.ofdm",
		      "Orthogonal Frequency-Division Multiplexing (OFDM)", BOOL, AT(6, 1),
		      BOX(16, 9), .under = EXT, .traits = LE, .help = "Band or modulation",
		      .ref = "4.1.4"},
	[EXT_2GHZ] = {"ppi.80211-mac-phy.ext-chan.flags.2ghz", "2 GHz spectrum", BOOL, AT(7, 1),
		      BOX(16, 8), .under = EXT, .traits = LE, .help = "Band or modulation",
		      .ref = "4.1.4"},
	[EXT_5GHZ] = {"ppi.80211-mac-phy.ext-chan.flags.5ghz", "5 GHz spectrum", BOOL, AT(8, 1),
		      BOX(16, 7), .under = EXT, .traits = LE, .help = "Band or modulation",
		      .ref = "4.1.4"},
	[EXT_PASSIVE] = {"ppi.80211-mac-phy.ext-chan.flags.passive", "Passive", BOOL, AT(9, 1),
			 BOX(16, 6), .under = EXT, .traits = LE, .help = "Band or modulation",
			 .ref = "4.1.4"},
	[EXT_DYNAMIC] = {"ppi.80211-mac-phy.ext-chan.flags.dynamic", "Dynamic CCK-OFDM", BOOL,
			 AT(10, 1), BOX(16, 5), .under = EXT, .traits = LE,
			 .help = "Band or modulation", .ref = "4.1.4"},
	[EXT_GFSK] = {"ppi.80211-mac-phy.ext-chan.flags.gfsk",
		      "Gaussian Frequency Shift Keying (GFSK)", BOOL, AT(11, 1), BOX(16, 4),
		      .under = EXT, .traits = LE, .help = "Band or modulation", .ref = "4.1.4"},
	[SIGNAL0] = {"ppi.80211n-mac-phy.dbmant0.signal", "dBm antenna 0 signal", I8, DEC,
		     .form = form_dbm, .help = "Strength at an antenna", .ref = "4.1.4"},
	[NOISE0] = {"ppi.80211n-mac-phy.dbmant0.noise", "dBm antenna 0 noise", I8, DEC,
		    .form = form_dbm, .help = "Noise at an antenna", .ref = "4.1.4"},
	[SIGNAL1] = {"ppi.80211n-mac-phy.dbmant1.signal", "dBm antenna 1 signal", I8, DEC,
		     .form = form_dbm, .help = "Strength at an antenna", .ref = "4.1.4"},
	[NOISE1] = {"ppi.80211n-mac-phy.dbmant1.noise", "dBm antenna 1 noise", I8, DEC,
		    .form = form_dbm, .help = "Noise at an antenna", .ref = "4.1.4"},
	[SIGNAL2] = {"ppi.80211n-mac-phy.dbmant2.signal", "dBm antenna 2 signal", I8, DEC,
		     .form = form_dbm, .help = "Strength at an antenna", .ref = "4.1.4"},
	[NOISE2] = {"ppi.80211n-mac-phy.dbmant2.noise", "dBm antenna 2 noise", I8, DEC,
		    .form = form_dbm, .help = "Noise at an antenna", .ref = "4.1.4"},
	[SIGNAL3] = {"ppi.80211n-mac-phy.dbmant3.signal", "dBm antenna 3 signal", I8, DEC,
		     .form = form_dbm, .help = "Strength at an antenna", .ref = "4.1.4"},
	[NOISE3] = {"ppi.80211n-mac-phy.dbmant3.noise", "dBm antenna 3 noise", I8, DEC,
		    .form = form_dbm, .help = "Noise at an antenna", .ref = "4.1.4"},
	[EVM0] = {"ppi.80211n-mac-phy.evm0", "EVM-0", U32, DEC, .traits = LE, .form = form_evm,
		  .help = "Error of an antenna", .ref = "4.1.4"},
	[EVM1] = {"ppi.80211n-mac-phy.evm1", "EVM-1", U32, DEC, .traits = LE, .form = form_evm,
		  .help = "Error of an antenna", .ref = "4.1.4"},
	[EVM2] = {"ppi.80211n-mac-phy.evm2", "EVM-2", U32, DEC, .traits = LE, .form = form_evm,
		  .help = "Error of an antenna", .ref = "4.1.4"},
	[EVM3] = {"ppi.80211n-mac-phy.evm3", "EVM-3", U32, DEC, .traits = LE, .form = form_evm,
		  .help = "Error of an antenna", .ref = "4.1.4"},
};

static unsigned put_frequency(struct walk *w, struct cursor *c, unsigned row)
{
	unsigned mhz = (unsigned)put(w, c, row, 2);

	label_wifi_channel(w, mhz);
	return mhz;
}

static void put_rate(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned rate = 5u * le16(c);

	put_value(w, RATE, at, 2, (uint64_t)rate * 100);
	label_whole(w, "Rate: %u.%u Mbps", rate / 10, rate % 10);
	if (rate)
		wifi_here(w)->rate = rate;
}

static void put_levels(struct walk *w, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	int8_t signal = wifi_level(*c), noise;

	put(w, c, SIGNAL, 1);
	noise = wifi_level(*c);
	put(w, c, NOISE, 1);
	if (signal)
		f->signal_dbm = (uint64_t)signal;
	if (noise)
		f->noise_dbm = (uint64_t)noise;
}

static void put_common(struct walk *w, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint64_t tsf = put(w, c, TSFT, 8);
	unsigned flags = (unsigned)put(w, c, CFLAGS, 2);

	if (tsf)
		f->tsf = flags & 2 ? tsf * 1000 : tsf;
	f->fcs = flags & 1 ? FCS_LEN : 0;
	put_rate(w, c);
	wifi_tune(f, put_frequency(w, c, FREQ));
	f->turbo = f->mode = (put(w, c, CHAN, 2) & CHAN_TURBO) != 0;
	put(w, c, HOPSET, 1);
	put(w, c, PATTERN, 1);
	put_levels(w, c);
}

static unsigned put_mac(struct walk *w, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	unsigned flags = (unsigned)put(w, c, MAC, 4);

	f->phy = PHY_N;
	f->greenfield = flags & 1;
	f->bandwidth = flags >> 1 & 1;
	f->short_gi = flags >> 2 & 1;
	put(w, c, AMPDU, 4);
	put(w, c, DELIMITERS, 1);
	return flags;
}

static void put_mac_phy(struct walk *w, struct cursor *c)
{
	static const struct part rssi[] = {
		{RSSI, 1},     {RSSI0CTL, 1}, {RSSI1CTL, 1}, {RSSI2CTL, 1}, {RSSI3CTL, 1},
		{RSSI0EXT, 1}, {RSSI1EXT, 1}, {RSSI2EXT, 1}, {RSSI3EXT, 1}, {0}};
	static const struct part rest_of[] = {{EXT, 2},    {SIGNAL0, 1}, {NOISE0, 1}, {SIGNAL1, 1},
					      {NOISE1, 1}, {SIGNAL2, 1}, {NOISE2, 1}, {SIGNAL3, 1},
					      {NOISE3, 1}, {EVM0, 4},    {EVM1, 4},   {EVM2, 4},
					      {EVM3, 4},   {0}};
	struct wifi *f = wifi_here(w);

	put_mac(w, c);
	f->mcs = put(w, c, MCS, 1);
	f->ness = put(w, c, STREAMS, 1);
	if (wifi_ht_rate((unsigned)f->mcs, f->bandwidth, f->short_gi))
		f->rate = wifi_ht_rate((unsigned)f->mcs, f->bandwidth, f->short_gi);
	put_rows(w, c, rssi);
	put_frequency(w, c, EXT_FREQ);
	put_rows(w, c, rest_of);
}

static void put_body(struct walk *w, unsigned type, struct cursor body)
{
	if (type == COMMON && body.left.cap >= COMMON_LEN) {
		put_common(w, &body);
	} else if (type == MAC_EXTENSION && body.left.cap >= MAC_LEN) {
		put_mac(w, &body);
		put(w, &body, MAC_RESERVED, 3);
	} else if (type == MAC_PHY && body.left.cap >= MAC_PHY_LEN) {
		put_mac_phy(w, &body);
	}
}

static void put_field(struct walk *w, const struct layer *l, struct cursor *c)
{
	static const struct words known = {names, COUNT(names)};
	struct cursor peek = *c;
	unsigned type = le16(&peek), len = le16(&peek), pad;
	const char *name = word_for(&known, type);
	uint32_t group = open_group(w, c, GROUP, HEAD + len);

	label_whole(w, "%s", name ? name : "Unknown");
	put(w, c, TYPE, 2);
	put(w, c, LEN, 2);
	put_body(w, type, cursor_first(*c, len));
	shut_group(w, group, NULL);
	pad = VALUE(l, ALIGNMENT) ? (0u - len) % 4 : 0;
	cursor_take(c, len + pad);
}

static uint32_t header_len(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, LENGTH);

	return len < HEADER ? HEADER : len;
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct wifi));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor f = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);
	const struct plan *child = also_by(l, 0, VALUE(l, DLT));

	while (f.left.wire >= HEAD && f.left.cap && !f.bad)
		put_field(w, l, &f);
	if (!c->left.wire)
		return;
	if (child)
		walk_next(w, child, *c);
	else
		walk_past(w, next_by(l, VALUE(l, DLT)), *c, "pcap_pktdata");
}

static const struct hang hangs[] = {{"link", 192}, {0}};

const struct proto proto_ppi = {
	.brief = "PPI",
	.spec = "PPI 1.0.7",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "link", .row = DLT, .also = {"ppi.dlt"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
};
