/* SPDX-License-Identifier: BSD-2-Clause */
/* Radiotap: what a wireless device tells of a frame that it sent or heard. */
/* https://www.radiotap.org/ */
#include "shared/flags.h"
#include "shared/wifi.h"

enum {
	RADIOTAP,
	VERSION,
	PAD,
	LENGTH,
	LENGTH_BAD,
	PRESENT,
	WORD,
	P_TSFT,
	P_FLAGS,
	P_RATE,
	P_CHANNEL,
	P_FHSS,
	P_DBM_ANTSIGNAL,
	P_DBM_ANTNOISE,
	P_LOCK_QUALITY,
	P_TX_ATTENUATION,
	P_DB_TX_ATTENUATION,
	P_DBM_TX_POWER,
	P_ANTENNA,
	P_DB_ANTSIGNAL,
	P_DB_ANTNOISE,
	P_RXFLAGS,
	P_TXFLAGS,
	P_DATA_RETRIES,
	P_XCHANNEL,
	P_MCS,
	P_AMPDU,
	P_VHT,
	P_TIMESTAMP,
	P_HE,
	P_HE_MU,
	P_0_LENGTH_PSDU,
	P_L_SIG,
	P_TLV,
	P_RTAP_NS,
	P_VENDOR_NS,
	P_EXT,
	P_RADIOTAP_AND_VENDOR,
	WORD_OTHER,
	O_RTAP,
	O_VENDOR,
	O_EXT,
	PAST_END,
	MACTIME,
	FLAGS,
	F_CFP,
	F_PREAMBLE,
	F_WEP,
	F_FRAG,
	F_FCS,
	F_DATAPAD,
	F_BADFCS,
	F_SHORTGI,
	RATE,
	FREQ,
	CHFLAGS,
	C_700MHZ,
	C_800MHZ,
	C_900MHZ,
	C_TURBO,
	C_CCK,
	C_OFDM,
	C_2GHZ,
	C_5GHZ,
	C_PASSIVE,
	C_DYNAMIC,
	C_GFSK,
	C_GSM,
	C_STURBO,
	C_HALF,
	C_QUARTER,
	HOPSET,
	PATTERN,
	SIGNAL,
	NOISE,
	QUALITY,
	ATTENUATION,
	DB_ATTENUATION,
	TXPOWER,
	ANTENNA,
	DB_SIGNAL,
	DB_NOISE,
	RXFLAGS,
	BADPLCP,
	TXFLAGS,
	T_FAIL,
	T_CTS,
	T_RTS,
	T_NOACK,
	T_NOSEQNO,
	T_ORDER,
	TLV_UNKNOWN,
	RETRIES,
	XCHANNEL,
	XFREQ,
	XFLAGS,
	X_TURBO,
	X_CCK,
	X_OFDM,
	X_2GHZ,
	X_5GHZ,
	X_PASSIVE,
	X_DYNAMIC,
	X_GFSK,
	X_GSM,
	X_STURBO,
	X_HALF,
	X_QUARTER,
	X_HT20,
	X_HT40U,
	X_HT40D,
	AMPDU,
	REFERENCE,
	AFLAGS,
	A_REPORT_ZEROLEN,
	A_IS_ZEROLEN,
	A_LASTKNOWN,
	A_LAST,
	A_DELIM_CRC_ERROR,
	A_EOF,
	A_EOF_KNOWN,
	DELIM_CRC,
	STAMP,
	TS,
	ACCURACY,
	UNIT,
	POSITION,
	TS_32BIT,
	TS_ACCURACY,
	VENDOR,
	VENDOR_OUI,
	VENDOR_SUB,
	VENDOR_LEN,
	VENDOR_DATA,
};

#define HEADER 4 /* as far as the first word of flags */
#define LEAST 8
#define DBM " dBm"
#define DB " dB"
#define FIELDS_IN_WORD 29 /* the bits behind them are about the next word */
#define NEXT_RADIOTAP (1u << 29)
#define NEXT_VENDOR (1u << 30)
#define MORE_WORDS (1u << 31)
#define FLAG_SHORT_PREAMBLE 0x02
#define FLAG_FCS 0x10
#define FLAG_DATAPAD 0x20
#define FCS_LEN 4

static const struct word flags_preambles[] = {
	{0, "Long"},
	{1, "Short"},
};
static const struct word timestamp_units[] = {
	{0, "msec"},
	{1, "usec"},
	{2, "nsec"},
};
static const struct word timestamp_samplingposs[] = {
	{0, "first MPDU bit/symbol"},
	{1, "signal acquisition"},
	{2, "end of frame"},
	{15, "undefined"},
};

static const struct field fields[] = {
	[RADIOTAP] = {"radiotap", "Radiotap Header", PROTO,
		      .line = "Radiotap Header v{radiotap.version}[, Length {radiotap.length}]"},
	[VERSION] = {"radiotap.version", "Header revision", U8, DEC, AT(0, 8),
		     .help = "Of this header's format", .ref = "Header"},
	[PAD] = {"radiotap.pad", "Header pad", U8, DEC, AT(8, 8), .help = "Nothing",
		 .ref = "Header"},
	[LENGTH] = {"radiotap.length", "Header length", U16, DEC, AT(16, 16), .traits = LE,
		    .help = "Octets of this header", .ref = "Header"},
	[LENGTH_BAD] =
		EXPERT("radiotap.length.invalid", "The radiotap header length is less than 8 bytes",
		       ERROR, G_MALFORMED),
	[PRESENT] = {"radiotap.present", "Present flags", NONE, .help = "Which fields follow",
		     .ref = "Header"},
	[WORD] = {"radiotap.present.word", "Present flags word", U32, HEX, .under = PRESENT,
		  .traits = LE, .help = "32 of them", .ref = "Header"},
	[P_TSFT] = {"radiotap.present.tsft", "TSFT", BOOL, AT(0, 1), BOX(32, 31), .under = WORD,
		    .traits = LE, WORDS(absent_present), .help = "TSFT follows", .ref = "Header"},
	[P_FLAGS] = {"radiotap.present.flags", "Flags", BOOL, AT(1, 1), BOX(32, 30), .under = WORD,
		     .traits = LE, WORDS(absent_present), .help = "Flags follows", .ref = "Header"},
	[P_RATE] = {"radiotap.present.rate", "Rate", BOOL, AT(2, 1), BOX(32, 29), .under = WORD,
		    .traits = LE, WORDS(absent_present), .help = "Rate follows", .ref = "Header"},
	[P_CHANNEL] = {"radiotap.present.channel", "Channel", BOOL, AT(3, 1), BOX(32, 28),
		       .under = WORD, .traits = LE, WORDS(absent_present),
		       .help = "Channel follows", .ref = "Header"},
	[P_FHSS] = {"radiotap.present.fhss", "FHSS", BOOL, AT(4, 1), BOX(32, 27), .under = WORD,
		    .traits = LE, WORDS(absent_present), .help = "FHSS follows", .ref = "Header"},
	[P_DBM_ANTSIGNAL] = {"radiotap.present.dbm_antsignal", "dBm Antenna Signal", BOOL, AT(5, 1),
			     BOX(32, 26), .under = WORD, .traits = LE, WORDS(absent_present),
			     .help = "dBm Antenna Signal follows", .ref = "Header"},
	[P_DBM_ANTNOISE] = {"radiotap.present.dbm_antnoise", "dBm Antenna Noise", BOOL, AT(6, 1),
			    BOX(32, 25), .under = WORD, .traits = LE, WORDS(absent_present),
			    .help = "dBm Antenna Noise follows", .ref = "Header"},
	[P_LOCK_QUALITY] = {"radiotap.present.lock_quality", "Lock Quality", BOOL, AT(7, 1),
			    BOX(32, 24), .under = WORD, .traits = LE, WORDS(absent_present),
			    .help = "Lock Quality follows", .ref = "Header"},
	[P_TX_ATTENUATION] = {"radiotap.present.tx_attenuation", "TX Attenuation", BOOL, AT(8, 1),
			      BOX(32, 23), .under = WORD, .traits = LE, WORDS(absent_present),
			      .help = "TX Attenuation follows", .ref = "Header"},
	[P_DB_TX_ATTENUATION] = {"radiotap.present.db_tx_attenuation", "dB TX Attenuation", BOOL,
				 AT(9, 1), BOX(32, 22), .under = WORD, .traits = LE,
				 WORDS(absent_present), .help = "dB TX Attenuation follows",
				 .ref = "Header"},
	[P_DBM_TX_POWER] = {"radiotap.present.dbm_tx_power", "dBm TX Power", BOOL, AT(10, 1),
			    BOX(32, 21), .under = WORD, .traits = LE, WORDS(absent_present),
			    .help = "dBm TX Power follows", .ref = "Header"},
	[P_ANTENNA] = {"radiotap.present.antenna", "Antenna", BOOL, AT(11, 1), BOX(32, 20),
		       .under = WORD, .traits = LE, WORDS(absent_present),
		       .help = "Antenna follows", .ref = "Header"},
	[P_DB_ANTSIGNAL] = {"radiotap.present.db_antsignal", "dB Antenna Signal", BOOL, AT(12, 1),
			    BOX(32, 19), .under = WORD, .traits = LE, WORDS(absent_present),
			    .help = "dB Antenna Signal follows", .ref = "Header"},
	[P_DB_ANTNOISE] = {"radiotap.present.db_antnoise", "dB Antenna Noise", BOOL, AT(13, 1),
			   BOX(32, 18), .under = WORD, .traits = LE, WORDS(absent_present),
			   .help = "dB Antenna Noise follows", .ref = "Header"},
	[P_RXFLAGS] = {"radiotap.present.rxflags", "RX flags", BOOL, AT(14, 1), BOX(32, 17),
		       .under = WORD, .traits = LE, WORDS(absent_present),
		       .help = "RX flags follows", .ref = "Header"},
	[P_TXFLAGS] = {"radiotap.present.txflags", "TX flags", BOOL, AT(15, 1), BOX(32, 16),
		       .under = WORD, .traits = LE, WORDS(absent_present),
		       .help = "TX flags follows", .ref = "Header"},
	[P_DATA_RETRIES] = {"radiotap.present.data_retries", "data retries", BOOL, AT(17, 1),
			    BOX(32, 14), .under = WORD, .traits = LE, WORDS(absent_present),
			    .help = "data retries follows", .ref = "Header"},
	[P_XCHANNEL] = {"radiotap.present.xchannel", "Channel+", BOOL, AT(18, 1), BOX(32, 13),
			.under = WORD, .traits = LE, WORDS(absent_present),
			.help = "Channel+ follows", .ref = "Header"},
	[P_MCS] = {"radiotap.present.mcs", "MCS information", BOOL, AT(19, 1), BOX(32, 12),
		   .under = WORD, .traits = LE, WORDS(absent_present),
		   .help = "MCS information follows", .ref = "Header"},
	[P_AMPDU] = {"radiotap.present.ampdu", "A-MPDU Status", BOOL, AT(20, 1), BOX(32, 11),
		     .under = WORD, .traits = LE, WORDS(absent_present),
		     .help = "A-MPDU Status follows", .ref = "Header"},
	[P_VHT] = {"radiotap.present.vht", "VHT information", BOOL, AT(21, 1), BOX(32, 10),
		   .under = WORD, .traits = LE, WORDS(absent_present),
		   .help = "VHT information follows", .ref = "Header"},
	[P_TIMESTAMP] = {"radiotap.present.timestamp", "frame timestamp", BOOL, AT(22, 1),
			 BOX(32, 9), .under = WORD, .traits = LE, WORDS(absent_present),
			 .help = "frame timestamp follows", .ref = "Header"},
	[P_HE] = {"radiotap.present.he", "HE information", BOOL, AT(23, 1), BOX(32, 8),
		  .under = WORD, .traits = LE, WORDS(absent_present),
		  .help = "HE information follows", .ref = "Header"},
	[P_HE_MU] = {"radiotap.present.he_mu", "HE-MU information", BOOL, AT(24, 1), BOX(32, 7),
		     .under = WORD, .traits = LE, WORDS(absent_present),
		     .help = "HE-MU information follows", .ref = "Header"},
	[P_0_LENGTH_PSDU] = {"radiotap.present.0_length.psdu", "0 Length PSDU", BOOL, AT(26, 1),
			     BOX(32, 5), .under = WORD, .traits = LE, WORDS(absent_present),
			     .help = "0 Length PSDU follows", .ref = "Header"},
	[P_L_SIG] = {"radiotap.present.l_sig", "L-SIG", BOOL, AT(27, 1), BOX(32, 4), .under = WORD,
		     .traits = LE, WORDS(absent_present), .help = "L-SIG follows", .ref = "Header"},
	[P_TLV] = {"radiotap.present.tlv", "TLVs", BOOL, AT(28, 1), BOX(32, 3), .under = WORD,
		   .traits = LE, WORDS(absent_present), .help = "TLVs follows", .ref = "Header"},
	[P_RTAP_NS] = {"radiotap.present.rtap_ns", "Radiotap NS next", BOOL, AT(29, 1), BOX(32, 2),
		       .under = WORD, .traits = LE, .help = "Radiotap NS follows", .ref = "Header"},
	[P_VENDOR_NS] = {"radiotap.present.vendor_ns", "Vendor NS next", BOOL, AT(30, 1),
			 BOX(32, 1), .under = WORD, .traits = LE, .help = "Vendor NS follows",
			 .ref = "Header"},
	[P_EXT] = {"radiotap.present.ext", "Ext", BOOL, AT(31, 1), BOX(32, 0), .under = WORD,
		   .traits = LE, WORDS(absent_present), .help = "Another word follows",
		   .ref = "Header"},
	[P_RADIOTAP_AND_VENDOR] = {"radiotap.present.radiotap_and_vendor",
				   "Both radiotap and vendor namespace specified in bitmask word",
				   NONE, .under = WORD,
				   .help = "Both radiotap and vendor namespace specified in "
					   "bitmask word follows",
				   .ref = "Header"},
	[WORD_OTHER] = {"radiotap.present.word", "Present flags word", U32, HEX, .under = PRESENT,
			.traits = LE, .help = "32 of them", .ref = "Header"},
	[O_RTAP] = {"radiotap.present.rtap_ns", "Radiotap NS next", BOOL, AT(29, 1), BOX(32, 2),
		    .under = WORD_OTHER, .traits = LE, .help = "The next word is radiotap's",
		    .ref = "Header"},
	[O_VENDOR] = {"radiotap.present.vendor_ns", "Vendor NS next", BOOL, AT(30, 1), BOX(32, 1),
		      .under = WORD_OTHER, .traits = LE, .help = "The next word is a vendor's",
		      .ref = "Header"},
	[O_EXT] = {"radiotap.present.ext", "Ext", BOOL, AT(31, 1), BOX(32, 0), .under = WORD_OTHER,
		   .traits = LE, WORDS(absent_present), .help = "Another word follows",
		   .ref = "Header"},
	[PAST_END] = EXPERT("radiotap.data_past_header",
			    "Radiotap data goes past the end of the radiotap header", ERROR,
			    G_MALFORMED),
	[MACTIME] = {"radiotap.mactime", "MAC timestamp", U64, DEC, .traits = LE,
		     .help = "The MAC's clock, in us", .ref = "TSFT"},
	[FLAGS] = {"radiotap.flags", "Flags", U8, HEX, .help = "About the frame", .ref = "Flags"},
	[F_CFP] = {"radiotap.flags.cfp", "CFP", BOOL, AT(0, 1), BOX(8, 7), .under = FLAGS,
		   .traits = LE, .help = "In the contention-free period", .ref = "Flags"},
	[F_PREAMBLE] = {"radiotap.flags.preamble", "Preamble", BOOL, AT(1, 1), BOX(8, 6),
			.under = FLAGS, .traits = LE, WORDS(flags_preambles),
			.help = "Short, or long", .ref = "Flags"},
	[F_WEP] = {"radiotap.flags.wep", "WEP", BOOL, AT(2, 1), BOX(8, 5), .under = FLAGS,
		   .traits = LE, .help = "Encrypted by WEP", .ref = "Flags"},
	[F_FRAG] = {"radiotap.flags.frag", "Fragmentation", BOOL, AT(3, 1), BOX(8, 4),
		    .under = FLAGS, .traits = LE, .help = "Is a fragment", .ref = "Flags"},
	[F_FCS] = {"radiotap.flags.fcs", "FCS at end", BOOL, AT(4, 1), BOX(8, 3), .under = FLAGS,
		   .traits = LE, .help = "Ends with its check sequence", .ref = "Flags"},
	[F_DATAPAD] = {"radiotap.flags.datapad", "Data Pad", BOOL, AT(5, 1), BOX(8, 2),
		       .under = FLAGS, .traits = LE, .help = "The MAC header is padded to 4 octets",
		       .ref = "Flags"},
	[F_BADFCS] = {"radiotap.flags.badfcs", "Bad FCS", BOOL, AT(6, 1), BOX(8, 1), .under = FLAGS,
		      .traits = LE, .help = "The check sequence was wrong", .ref = "Flags"},
	[F_SHORTGI] = {"radiotap.flags.shortgi", "Short GI", BOOL, AT(7, 1), BOX(8, 0),
		       .under = FLAGS, .traits = LE, .help = "With a short guard interval",
		       .ref = "Flags"},
	[RATE] = {"radiotap.datarate", "Data rate (Mb/s)", FLOAT, .help = "Mbit/s", .ref = "Rate"},
	[FREQ] = {"radiotap.channel.freq", "Channel frequency", U32, DEC, .traits = LE,
		  .help = "MHz", .ref = "Channel"},
	[CHFLAGS] = {"radiotap.channel.flags", "Channel flags", U16, HEX, .traits = LE,
		     .form = form_flags, .help = "Band and modulation", .ref = "Channel"},
	[C_700MHZ] = {"radiotap.channel.flags.700mhz", "700 MHz spectrum", BOOL, AT(0, 1),
		      BOX(16, 15), .under = CHFLAGS, .traits = LE, .help = "Band at 700mhz",
		      .ref = "Channel"},
	[C_800MHZ] = {"radiotap.channel.flags.800mhz", "800 MHz spectrum", BOOL, AT(1, 1),
		      BOX(16, 14), .under = CHFLAGS, .traits = LE, .help = "Band at 800mhz",
		      .ref = "Channel"},
	[C_900MHZ] = {"radiotap.channel.flags.900mhz", "900 MHz spectrum", BOOL, AT(2, 1),
		      BOX(16, 13), .under = CHFLAGS, .traits = LE, .help = "Band at 900mhz",
		      .ref = "Channel"},
	[C_TURBO] = {"radiotap.channel.flags.turbo", "Turbo", BOOL, AT(4, 1), BOX(16, 11),
		     .under = CHFLAGS, .traits = LE, .help = "Two channels as one",
		     .ref = "Channel"},
	[C_CCK] = {"radiotap.channel.flags.cck", "Complementary Code Keying (CCK)", BOOL, AT(5, 1),
		   BOX(16, 10), .under = CHFLAGS, .traits = LE, .help = "CCK, IEEE 802.11b",
		   .ref = "Channel"},
	[C_OFDM] = {"radiotap.channel.flags.ofdm",
		    "Orthogonal Frequency-Division Multiplexing (OFDM)", BOOL, AT(6, 1), BOX(16, 9),
		    .under = CHFLAGS, .traits = LE, .help = "OFDM, IEEE 802.11a and later",
		    .ref = "Channel"},
	[C_2GHZ] = {"radiotap.channel.flags.2ghz", "2 GHz spectrum", BOOL, AT(7, 1), BOX(16, 8),
		    .under = CHFLAGS, .traits = LE, .help = "Band at 2ghz", .ref = "Channel"},
	[C_5GHZ] = {"radiotap.channel.flags.5ghz", "5 GHz spectrum", BOOL, AT(8, 1), BOX(16, 7),
		    .under = CHFLAGS, .traits = LE, .help = "Band at 5ghz", .ref = "Channel"},
	[C_PASSIVE] = {"radiotap.channel.flags.passive", "Passive", BOOL, AT(9, 1), BOX(16, 6),
		       .under = CHFLAGS, .traits = LE, .help = "May only be listened to",
		       .ref = "Channel"},
	[C_DYNAMIC] = {"radiotap.channel.flags.dynamic", "Dynamic CCK-OFDM", BOOL, AT(10, 1),
		       BOX(16, 5), .under = CHFLAGS, .traits = LE,
		       .help = "CCK or OFDM, by the frame", .ref = "Channel"},
	[C_GFSK] = {"radiotap.channel.flags.gfsk", "Gaussian Frequency Shift Keying (GFSK)", BOOL,
		    AT(11, 1), BOX(16, 4), .under = CHFLAGS, .traits = LE,
		    .help = "Frequency hopping", .ref = "Channel"},
	[C_GSM] = {"radiotap.channel.flags.gsm", "GSM (900MHz)", BOOL, AT(12, 1), BOX(16, 3),
		   .under = CHFLAGS, .traits = LE, .help = "At 900 MHz", .ref = "Channel"},
	[C_STURBO] = {"radiotap.channel.flags.sturbo", "Static Turbo", BOOL, AT(13, 1), BOX(16, 2),
		      .under = CHFLAGS, .traits = LE, .help = "Always two channels as one",
		      .ref = "Channel"},
	[C_HALF] = {"radiotap.channel.flags.half", "Half Rate Channel (10MHz Channel Width)", BOOL,
		    AT(14, 1), BOX(16, 1), .under = CHFLAGS, .traits = LE, .help = "10 MHz wide",
		    .ref = "Channel"},
	[C_QUARTER] = {"radiotap.channel.flags.quarter",
		       "Quarter Rate Channel (5MHz Channel Width)", BOOL, AT(15, 1), BOX(16, 0),
		       .under = CHFLAGS, .traits = LE, .help = "5 MHz wide", .ref = "Channel"},
	[HOPSET] = {"radiotap.fhss.hopset", "FHSS Hop Set", U8, DEC, .help = "Which set of hops",
		    .ref = "FHSS"},
	[PATTERN] = {"radiotap.fhss.pattern", "FHSS Pattern", U8, DEC, .help = "Which of the set",
		     .ref = "FHSS"},
	[SIGNAL] = {"radiotap.dbm_antsignal", "Antenna signal", I8, DEC, .unit = DBM,
		    .help = "Strength at the antenna", .ref = "Antenna signal"},
	[NOISE] = {"radiotap.dbm_antnoise", "Antenna noise", I8, DEC, .unit = DBM,
		   .help = "Noise at the antenna", .ref = "Antenna noise"},
	[QUALITY] = {"radiotap.quality", "Signal Quality", U16, DEC, .traits = LE,
		     .help = "How well the signal was locked to", .ref = "Lock quality"},
	[ATTENUATION] = {"radiotap.txattenuation", "TX attenuation", U16, DEC, .traits = LE,
			 .help = "Below the most power", .ref = "TX attenuation"},
	[DB_ATTENUATION] = {"radiotap.db_txattenuation", "dB TX attenuation", U16, DEC,
			    .traits = LE, .unit = DB, .help = "Below the most power",
			    .ref = "dB TX attenuation"},
	[TXPOWER] = {"radiotap.txpower", "Transmit power", I8, DEC, .unit = DBM,
		     .help = "Power at the antenna", .ref = "dBm TX power"},
	[ANTENNA] = {"radiotap.antenna", "Antenna", U32, DEC, .help = "Which antenna",
		     .ref = "Antenna"},
	[DB_SIGNAL] = {"radiotap.db_antsignal", "dB antenna signal", U8, DEC, .unit = DB,
		       .help = "Strength above some level", .ref = "dB antenna signal"},
	[DB_NOISE] = {"radiotap.db_antnoise", "dB antenna noise", U8, DEC, .unit = DB,
		      .help = "Noise above some level", .ref = "dB antenna noise"},
	[RXFLAGS] = {"radiotap.rxflags", "RX flags", U16, HEX, .traits = LE, .form = form_flags,
		     .help = "About receiving", .ref = "RX flags"},
	[BADPLCP] = {"radiotap.rxflags.badplcp", "Bad PLCP", BOOL, AT(1, 1), BOX(24, 22),
		     .under = RXFLAGS, .traits = LE, .help = "The PLCP's check was wrong",
		     .ref = "RX flags"},
	[TXFLAGS] = {"radiotap.txflags", "TX flags", U16, HEX, .traits = LE, .form = form_flags,
		     .help = "About sending", .ref = "TX flags"},
	[T_FAIL] = {"radiotap.rxflags.fail", "Fail", BOOL, AT(0, 1), BOX(24, 23), .under = TXFLAGS,
		    .traits = LE, .help = "Given up after too many tries", .ref = "TX flags"},
	[T_CTS] = {"radiotap.rxflags.cts", "CTS", BOOL, AT(1, 1), BOX(24, 22), .under = TXFLAGS,
		   .traits = LE, .help = "Protected by a CTS to itself", .ref = "TX flags"},
	[T_RTS] = {"radiotap.rxflags.rts", "RTS/CTS", BOOL, AT(2, 1), BOX(24, 21), .under = TXFLAGS,
		   .traits = LE, .help = "Protected by RTS and CTS", .ref = "TX flags"},
	[T_NOACK] = {"radiotap.rxflags.noack", "No ACK", BOOL, AT(3, 1), BOX(24, 20),
		     .under = TXFLAGS, .traits = LE, .help = "No acknowledgement is due",
		     .ref = "TX flags"},
	[T_NOSEQNO] = {"radiotap.rxflags.noseqno", "Has Seqnum", BOOL, AT(4, 1), BOX(24, 19),
		       .under = TXFLAGS, .traits = LE, .help = "Has its sequence number already",
		       .ref = "TX flags"},
	[T_ORDER] = {"radiotap.rxflags.order", "Order", BOOL, AT(5, 1), BOX(24, 18),
		     .under = TXFLAGS, .traits = LE, .help = "Must not overtake others",
		     .ref = "TX flags"},
	[TLV_UNKNOWN] = {"radiotap.tlv.unknown_data", "unknown TLV data", BYTES,
			 .help = "What nobody knows", .ref = "Fields"},
	[RETRIES] = {"radiotap.data_retries", "data retries", U8, DEC,
		     .help = "How often it was sent again", .ref = "data retries"},
	[XCHANNEL] = {"radiotap.xchannel.channel", "Channel number", U32, DEC, .help = "Its number",
		      .ref = "XChannel"},
	[XFREQ] = {"radiotap.xchannel.freq", "Channel frequency", U32, DEC, .traits = LE,
		   .help = "MHz", .ref = "XChannel"},
	[XFLAGS] = {"radiotap.xchannel.flags", "Channel flags", U32, HEX, .traits = LE,
		    .form = form_flags, .help = "Band and modulation", .ref = "XChannel"},
	[X_TURBO] = {"radiotap.xchannel.flags.turbo", "Turbo", BOOL, AT(4, 1), BOX(24, 19),
		     .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		     .ref = "XChannel"},
	[X_CCK] = {"radiotap.xchannel.flags.cck", "Complementary Code Keying (CCK)", BOOL, AT(5, 1),
		   BOX(24, 18), .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		   .ref = "XChannel"},
	[X_OFDM] = {"radiotap.xchannel.flags.ofdm",
		    "Orthogonal Frequency-Division Multiplexing (OFDM)", BOOL, AT(6, 1),
		    BOX(24, 17), .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		    .ref = "XChannel"},
	[X_2GHZ] = {"radiotap.xchannel.flags.2ghz", "2 GHz spectrum", BOOL, AT(7, 1), BOX(24, 16),
		    .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		    .ref = "XChannel"},
	[X_5GHZ] = {"radiotap.xchannel.flags.5ghz", "5 GHz spectrum", BOOL, AT(8, 1), BOX(24, 15),
		    .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		    .ref = "XChannel"},
	[X_PASSIVE] = {"radiotap.channel.xtype.passive", "Passive", BOOL, AT(9, 1), BOX(24, 14),
		       .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		       .ref = "XChannel"},
	[X_DYNAMIC] = {"radiotap.xchannel.flags.dynamic", "Dynamic CCK-OFDM", BOOL, AT(10, 1),
		       BOX(24, 13), .under = XFLAGS, .traits = LE,
		       .help = "Band, modulation or width", .ref = "XChannel"},
	[X_GFSK] = {"radiotap.xchannel.flags.gfsk", "Gaussian Frequency Shift Keying (GFSK)", BOOL,
		    AT(11, 1), BOX(24, 12), .under = XFLAGS, .traits = LE,
		    .help = "Band, modulation or width", .ref = "XChannel"},
	[X_GSM] = {"radiotap.xchannel.flags.gsm", "GSM (900MHz)", BOOL, AT(12, 1), BOX(24, 11),
		   .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		   .ref = "XChannel"},
	[X_STURBO] = {"radiotap.xchannel.flags.sturbo", "Static Turbo", BOOL, AT(13, 1),
		      BOX(24, 10), .under = XFLAGS, .traits = LE,
		      .help = "Band, modulation or width", .ref = "XChannel"},
	[X_HALF] = {"radiotap.xchannel.flags.half", "Half Rate Channel (10MHz Channel Width)", BOOL,
		    AT(14, 1), BOX(24, 9), .under = XFLAGS, .traits = LE,
		    .help = "Band, modulation or width", .ref = "XChannel"},
	[X_QUARTER] = {"radiotap.xchannel.flags.quarter",
		       "Quarter Rate Channel (5MHz Channel Width)", BOOL, AT(15, 1), BOX(24, 8),
		       .under = XFLAGS, .traits = LE, .help = "Band, modulation or width",
		       .ref = "XChannel"},
	[X_HT20] = {"radiotap.xchannel.flags.ht20", "HT Channel (20MHz Channel Width)", BOOL,
		    AT(16, 1), BOX(24, 7), .under = XFLAGS, .traits = LE,
		    .help = "Band, modulation or width", .ref = "XChannel"},
	[X_HT40U] = {"radiotap.xchannel.flags.ht40u",
		     "HT Channel (40MHz Channel Width with Extension channel above)", BOOL,
		     AT(17, 1), BOX(24, 6), .under = XFLAGS, .traits = LE,
		     .help = "Band, modulation or width", .ref = "XChannel"},
	[X_HT40D] = {"radiotap.xchannel.flags.ht40d",
		     "HT Channel (40MHz Channel Width with Extension channel below)", BOOL,
		     AT(18, 1), BOX(24, 5), .under = XFLAGS, .traits = LE,
		     .help = "Band, modulation or width", .ref = "XChannel"},
	[AMPDU] = {"radiotap.ampdu", "A-MPDU status", NONE, .help = "Frames sent as one",
		   .ref = "A-MPDU status"},
	[REFERENCE] = {"radiotap.ampdu.reference", "A-MPDU reference number", U32, DEC, AT(0, 32),
		       .under = AMPDU, .traits = LE, .help = "Which ones are together",
		       .ref = "A-MPDU status"},
	[AFLAGS] = {"radiotap.ampdu.flags", "A-MPDU flags", U16, HEX, AT(32, 16), .under = AMPDU,
		    .traits = LE, .help = "About this one", .ref = "A-MPDU status"},
	[A_REPORT_ZEROLEN] = {"radiotap.ampdu.flags.report_zerolen",
			      "Driver reports 0-length subframes in this A-MPDU", BOOL, AT(32, 1),
			      BOX(16, 15), .under = AFLAGS, .traits = LE,
			      .help = "Empty ones are told", .ref = "A-MPDU status"},
	[A_IS_ZEROLEN] = {"radiotap.ampdu.flags.is_zerolen", "This is a 0-length subframe", BOOL,
			  AT(33, 1), BOX(16, 14), .under = AFLAGS, .traits = LE, .help = "Is empty",
			  .ref = "A-MPDU status"},
	[A_LASTKNOWN] = {"radiotap.ampdu.flags.lastknown", "Last subframe of this A-MPDU is known",
			 BOOL, AT(34, 1), BOX(16, 13), .under = AFLAGS, .traits = LE,
			 .help = "Whether it is the last is known", .ref = "A-MPDU status"},
	[A_LAST] = {"radiotap.ampdu.flags.last", "This is the last subframe of this A-MPDU", BOOL,
		    AT(35, 1), BOX(16, 12), .under = AFLAGS, .traits = LE, .help = "Is the last",
		    .ref = "A-MPDU status"},
	[A_DELIM_CRC_ERROR] = {"radiotap.ampdu.flags.delim_crc_error",
			       "Delimiter CRC error on this subframe", BOOL, AT(36, 1), BOX(16, 11),
			       .under = AFLAGS, .traits = LE, .help = "Its delimiter was wrong",
			       .ref = "A-MPDU status"},
	[A_EOF] = {"radiotap.ampdu.flags.eof", "EOF on this subframe", BOOL, AT(38, 1), BOX(16, 9),
		   .under = AFLAGS, .traits = LE, .help = "Ends them", .ref = "A-MPDU status"},
	[A_EOF_KNOWN] = {"radiotap.ampdu.flags.eof_known", "EOF of this A-MPDU is known", BOOL,
			 AT(39, 1), BOX(16, 8), .under = AFLAGS, .traits = LE,
			 .help = "Whether it ends them is known", .ref = "A-MPDU status"},
	[DELIM_CRC] = {"radiotap.ampdu.delim_crc", "A-MPDU subframe delimiter CRC", U8, HEX,
		       .help = "Check of its delimiter", .ref = "A-MPDU status"},
	[STAMP] = {"radiotap.timestamp", "timestamp information", NONE, .help = "When it was",
		   .ref = "timestamp"},
	[TS] = {"radiotap.timestamp.ts", "timestamp", U64, DEC, AT(0, 64), .under = STAMP,
		.traits = LE, .help = "Clock of the device", .ref = "timestamp"},
	[ACCURACY] = {"radiotap.timestamp.accuracy", "accuracy", U16, DEC, AT(64, 16),
		      .under = STAMP, .traits = LE, .help = "In its units", .ref = "timestamp"},
	[UNIT] = {"radiotap.timestamp.unit", "time unit", U8, DEC, AT(80, 4), BOX(8, 4),
		  .under = STAMP, .traits = LE, WORDS(timestamp_units), .help = "What it counts",
		  .ref = "timestamp"},
	[POSITION] = {"radiotap.timestamp.samplingpos", "sampling position", U8, DEC, AT(84, 4),
		      BOX(8, 0), .under = STAMP, .traits = LE, WORDS(timestamp_samplingposs),
		      .help = "When in the frame it was read", .ref = "timestamp"},
	[TS_32BIT] = {"radiotap.timestamp.flags.32bit", "32-bit counter", BOOL, AT(88, 1),
		      BOX(8, 7), .under = STAMP, .traits = LE, WORDS(yes_no),
		      .help = "It counts to 32 bits", .ref = "timestamp"},
	[TS_ACCURACY] = {"radiotap.timestamp.flags.accuracy", "accuracy field", BOOL, AT(89, 1),
			 BOX(8, 6), .under = STAMP, .traits = LE, WORDS(absent_present),
			 .help = "Its accuracy is known", .ref = "timestamp"},
	[VENDOR] = {"radiotap.vendor_namespace", "Vendor namespace", NONE,
		    .help = "What a vendor adds", .ref = "Vendor namespace"},
	[VENDOR_OUI] = {"radiotap.vendor_oui", "Vendor OUI", U24, OUI, .help = "Whose it is",
			.ref = "Vendor namespace"},
	[VENDOR_SUB] = {"radiotap.vendor_subns", "Vendor sub namespace", U8, DEC,
			.help = "Which of that vendor's", .ref = "Vendor namespace"},
	[VENDOR_LEN] = {"radiotap.vendor_data_len", "Vendor data length", U16, DEC, .traits = LE,
			.help = "Octets of it", .ref = "Vendor namespace"},
	[VENDOR_DATA] = {"radiotap.vendor_data", "Vendor data", NONE, .help = "The vendor's own",
			 .ref = "Vendor namespace"},
};

static void put_tsf(struct walk *w, struct cursor *c)
{
	wifi_here(w)->tsf = put(w, c, MACTIME, 8);
}

static void put_flags_(struct walk *w, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint64_t flags = put(w, c, FLAGS, 1);

	f->fcs = flags & FLAG_FCS ? FCS_LEN : 0;
	f->datapad = (flags & FLAG_DATAPAD) != 0;
	f->short_pre = (flags & FLAG_SHORT_PREAMBLE) != 0;
}

static void put_rate(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned rate = 5u * u8(c);

	if (c->bad)
		return;
	wifi_here(w)->rate = rate;
	put_wifi_rate(w, RATE, at, 1, "Data Rate", rate);
}

#define CHAN_TURBO 0x0010
#define CHAN_CCK 0x0020
#define CHAN_OFDM 0x0040
#define CHAN_2GHZ 0x0080
#define CHAN_5GHZ 0x0100
#define CHAN_DYNAMIC 0x0400
#define CHAN_KINDS (CHAN_CCK | CHAN_OFDM | CHAN_2GHZ | CHAN_5GHZ | CHAN_DYNAMIC)

/* Which physical layer the channel's flags speak of. */
static void learn_phy(struct wifi *f, unsigned flags)
{
	if (f->phy == PHY_FHSS)
		return;
	switch (flags & CHAN_KINDS) {
	case CHAN_5GHZ | CHAN_OFDM:
		f->phy = PHY_A;
		f->turbo = (flags & CHAN_TURBO) != 0;
		break;
	case CHAN_2GHZ | CHAN_CCK:
		f->phy = PHY_B;
		break;
	case CHAN_2GHZ | CHAN_OFDM:
	case CHAN_2GHZ | CHAN_DYNAMIC:
		f->phy = PHY_G;
		f->mode = (flags & CHAN_TURBO) != 0;
		break;
	default:
		break;
	}
}

static void put_channel(struct walk *w, struct cursor *c)
{
	unsigned mhz = (unsigned)put(w, c, FREQ, 2);

	label_wifi_channel(w, mhz);
	wifi_tune(wifi_here(w), mhz);
	learn_phy(wifi_here(w), (unsigned)put(w, c, CHFLAGS, 2));
}

static void put_hopping(struct walk *w, struct cursor *c)
{
	struct wifi *f = wifi_here(w);

	f->phy = PHY_FHSS;
	f->hopset = put(w, c, HOPSET, 1);
	f->pattern = put(w, c, PATTERN, 1);
}

static void put_signal(struct walk *w, struct cursor *c)
{
	wifi_here(w)->signal_dbm = (uint64_t)wifi_level(*c);
	put(w, c, SIGNAL, 1);
}

static void put_noise(struct walk *w, struct cursor *c)
{
	wifi_here(w)->noise_dbm = (uint64_t)wifi_level(*c);
	put(w, c, NOISE, 1);
}

static void put_db_signal(struct walk *w, struct cursor *c)
{
	wifi_here(w)->signal_db = put(w, c, DB_SIGNAL, 1);
}

static void put_db_noise(struct walk *w, struct cursor *c)
{
	wifi_here(w)->noise_db = put(w, c, DB_NOISE, 1);
}

static void put_xchannel(struct walk *w, struct cursor *c)
{
	struct cursor flags = *c;
	unsigned kind = le32(c);
	struct cursor number = *c;

	u16(&number);
	put(w, &number, XCHANNEL, 1);
	wifi_tune(wifi_here(w), (unsigned)put(w, c, XFREQ, 2));
	put(w, &flags, XFLAGS, 4);
	cursor_take(c, 2);
	learn_phy(wifi_here(w), kind);
}

static void put_ampdu(struct walk *w, struct cursor *c)
{
	struct wifi *f = wifi_here(w);
	uint32_t group = open_group(w, c, AMPDU, 8);
	struct cursor head = cursor_first(*c, 6);
	unsigned flags;

	f->ampdu_id = le32(&head);
	flags = le16(&head);
	f->ampdu_flags = (flags >> 3 & 1) | (flags >> 4 & 1) << 1;
	cursor_take(c, 6);
	if (flags & 0x20 || flags & 0x10)
		put(w, c, DELIM_CRC, 1);
	shut_group(w, group, NULL);
	cursor_take(c, flags & 0x30 ? 1 : 2);
}

static void put_stamp(struct walk *w, struct cursor *c)
{
	shut_group(w, open_group(w, c, STAMP, 12), NULL);
	cursor_take(c, 12);
}

static void pass_he(struct walk *w, struct cursor *c)
{
	wifi_here(w)->phy = PHY_AX;
	cursor_take(c, 12);
}

/* What stands for a bit: so many octets, aligned; a single row, or what a hook puts. */
struct item {
	uint8_t align, octets;
	uint16_t row;
	void (*hook)(struct walk *, struct cursor *);
};

static const struct item items[FIELDS_IN_WORD] = {
	[0] = {8, 8, 0, put_tsf},         [1] = {1, 1, 0, put_flags_},
	[2] = {1, 1, 0, put_rate},        [3] = {2, 4, 0, put_channel},
	[4] = {2, 2, 0, put_hopping},     [5] = {1, 1, 0, put_signal},
	[6] = {1, 1, 0, put_noise},       [7] = {2, 2, QUALITY, NULL},
	[8] = {2, 2, ATTENUATION, NULL},  [9] = {2, 2, DB_ATTENUATION, NULL},
	[10] = {1, 1, TXPOWER, NULL},     [11] = {1, 1, ANTENNA, NULL},
	[12] = {1, 1, 0, put_db_signal},  [13] = {1, 1, 0, put_db_noise},
	[14] = {2, 2, RXFLAGS, NULL},     [15] = {2, 2, TXFLAGS, NULL},
	[16] = {1, 1, TLV_UNKNOWN, NULL}, [17] = {1, 1, RETRIES, NULL},
	[18] = {4, 8, 0, put_xchannel},   [19] = {1, 3, 0, NULL},
	[20] = {4, 8, 0, put_ampdu},      [21] = {2, 12, 0, NULL},
	[22] = {8, 12, 0, put_stamp},     [23] = {2, 12, 0, pass_he},
	[24] = {2, 12, 0, NULL},          [25] = {2, 6, 0, NULL},
	[26] = {1, 1, 0, NULL},           [27] = {2, 4, 0, NULL},
};

/* The field of that bit: it may have a table of its own. */
static void put_item(struct walk *w, const struct layer *l, struct cursor *c, unsigned bit)
{
	const struct plan *part = also_by(l, 0, bit);
	const struct item *item = &items[bit];

	if (part)
		*c = walk_part(w, part, *c);
	else if (item->hook)
		item->hook(w, c);
	else if (item->row)
		put(w, c, item->row, item->octets);
	else
		cursor_take(c, item->octets);
}

/* The fields that a word tells; false when one lies behind the header's end. */
static bool put_items(struct walk *w, const struct layer *l, struct cursor *c, uint32_t word)
{
	for (unsigned i = 0; i < FIELDS_IN_WORD; i++) {
		const struct item *item = &items[i];

		if (!(word >> i & 1) || !item->octets)
			continue;
		cursor_take(c, (0u - (c->at - l->at)) % item->align);
		if (c->left.wire < item->octets)
			return false;
		put_item(w, l, c, i);
	}
	return true;
}

static void put_vendor(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, VENDOR, c->left.cap);
	struct cursor peek = *c;
	uint32_t oui = u24(&peek), len;

	label_whole(w, "Vendor namespace: %02x:%02x:%02x-%u", oui >> 16, oui >> 8 & 255, oui & 255,
		    u8(&peek));
	put(w, c, VENDOR_OUI, 3);
	put(w, c, VENDOR_SUB, 1);
	len = (uint32_t)put(w, c, VENDOR_LEN, 2);
	put(w, c, VENDOR_DATA, len);
	shut_group(w, group, c);
}

/* All words of flags; gives a cursor on them and leaves `c` behind them. */
static struct cursor put_words(struct walk *w, struct cursor *c)
{
	struct cursor words = *c;
	uint32_t group = open_group(w, c, PRESENT, 4), word = NEXT_RADIOTAP;

	do
		word = (uint32_t)put(w, c, word & NEXT_RADIOTAP ? WORD : WORD_OTHER, 4);
	while (word & MORE_WORDS && !c->bad);
	shut_group(w, group, c);
	return cursor_first(words, words.left.cap - c->left.cap);
}

static void put_fields(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor words = put_words(w, c);
	bool ours = true, fits = true;

	while (words.left.cap >= 4 && fits) {
		uint32_t word = le32(&words);

		if (ours)
			fits = put_items(w, l, c, word);
		if (word & NEXT_VENDOR)
			put_vendor(w, c);
		ours = word & NEXT_RADIOTAP;
	}
	if (!fits) {
		label_tail_of(w, l->node, " (malformed)");
		expert_on(w, PRESENT, PAST_END, NULL);
	}
}

static uint32_t header_len(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, LENGTH);

	return len < HEADER ? HEADER : len;
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct wifi));
	l->column = "WLAN";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor fields_ = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);

	if (VALUE(l, LENGTH) < LEAST) {
		expert_on(w, LENGTH, LENGTH_BAD, NULL);
		return;
	}
	if (VALUE(l, VERSION))
		label_tail_of(w, l->node, " (invalid)");
	else
		put_fields(w, l, &fields_);
	walk_next(w, next_fixed(l), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_number(t, "Radiotap Capture v", VALUE(l, VERSION));
	text_number(t, ", Length ", VALUE(l, LENGTH));
}

static const struct hang hangs[] = {{"link", 127}, {0}};

const struct proto proto_radiotap = {
	.brief = "Radiotap",
	.spec = "radiotap.org",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.fixed = "wlan_radio", .also = {"radiotap.field"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
