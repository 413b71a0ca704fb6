/* SPDX-License-Identifier: BSD-2-Clause */
/* Point-to-Point Protocol: Link Control Protocol. */
/* RFC 1661, 5 and 6; RFC 1570, 1990, 2153, 2125, 2484, 2686, 2878 and others (options). */
#include "shared/flags.h"
#include "shared/layout.h"
#include "shared/ppp.h"

enum {
	OPT_TYPE = CP_ROWS,
	OPT_LENGTH,
	OPT_OUI,
	OPT_KIND,
	OPT_DATA,
	MRU,
	ASYNCMAP,
	MAP_US,
	MAP_RS,
	MAP_GS,
	MAP_FS,
	MAP_ESC,
	MAP_SUB,
	MAP_EM,
	MAP_CAN,
	MAP_ETB,
	MAP_SYN,
	MAP_NAK,
	MAP_DC4,
	MAP_DC3,
	MAP_DC2,
	MAP_DC1,
	MAP_DLE,
	MAP_SI,
	MAP_SO,
	MAP_CR,
	MAP_FF,
	MAP_VT,
	MAP_LF,
	MAP_HT,
	MAP_BS,
	MAP_BEL,
	MAP_ACK,
	MAP_ENQ,
	MAP_EOT,
	MAP_ETX,
	MAP_STX,
	MAP_SOH,
	MAP_NUL,
	AUTH_PROTOCOL,
	ALGORITHM,
	QUALITY_PROTOCOL,
	MAGIC,
	PERIOD,
	FCS,
	FCS_32,
	FCS_16,
	FCS_NONE,
	MAXIMUM,
	WINDOW,
	ADDRESS,
	OPERATION,
	CALLBACK_MESSAGE,
	MRRU,
	CLASS,
	IP_ADDRESS,
	MAC_ADDRESS,
	MAGIC_BLOCK,
	DIRECTORY_NUMBER,
	MODE,
	UNUSED,
	DISCRIMINATOR,
	ID,
	COBS_FLAGS,
	COBS_RESERVED,
	COBS_PRE,
	COBS_ZXE,
	PREFIX_CLASS,
	PREFIX,
	FORMAT,
	CLASSES,
	CHARSET,
	LANGUAGE,
	VENDOR_OPTION,
	MRU_OPTION,
	ASYNCMAP_OPTION,
	AUTH_OPTION,
	QUALITY_OPTION,
	MAGIC_OPTION,
	MONITORING,
	PFC,
	ACFC,
	FCS_OPTION,
	PAD_OPTION,
	NUMBERED_OPTION,
	CALLBACK_OPTION,
	COMPOUND,
	NOMINAL,
	MRRU_OPTION,
	SHORT_SEQUENCE,
	ENDPOINT_OPTION,
	DCE_OPTION,
	PLUS_OPTION,
	DISCRIMINATOR_OPTION,
	AUTH_ID_OPTION,
	COBS_OPTION,
	ELISION_OPTION,
	FORMAT_OPTION,
	CHARSET_OPTION,
	SONET,
};

static const struct word codes[] = {
	CP_CODES,
	{8, "Protocol Reject"},
	{9, "Echo Request"},
	{10, "Echo Reply"},
	{11, "Discard Request"},
	{12, "Identification"},
	{13, "Time Remaining"},
};

static const struct word algorithms[] = {
	{0, "Reserved", 4}, {5, "CHAP with MD5"}, {6, "CHAP with SHA-1"},
	{128, "MS-CHAP"},   {129, "MS-CHAP-2"},
};

static const struct word operations[] = {
	{0, "Location is determined by user authentication"},
	{1, "Message is dialing string"},
	{2, "Message is location identifier"},
	{3, "Message is E.164"},
	{4, "Message is distinguished name"},
	{5, "unassigned"},
	{6, "Location is determined during CBCP negotiation"},
};

static const struct word classes[] = {
	{0, "Null"},
	{1, "Locally assigned address"},
	{2, "Internet Protocol (IP) address"},
	{3, "IEEE 802.1 globally assigned MAC address"},
	{4, "PPP magic-number block"},
	{5, "Public switched network directory number"},
};

static const struct word modes[] = {
	{1, "Mode-1 (No Additional Negotiation)"},
	{2, "Mode-2 (Full PPP Negotiation and State Machine)"},
};

static const struct word formats[] = {
	{2, "Long sequence number fragment format with classes"},
	{6, "Short sequence number fragment format with classes"},
};

/* Character sets by their number in the IANA's list of MIBs. */
static const struct word charsets[] = {
	{3, "ANSI_X3.4-1968"},
	{4, "ISO_8859-1:1987"},
	{5, "ISO_8859-2:1987"},
	{6, "ISO_8859-3:1988"},
	{7, "ISO_8859-4:1988"},
	{8, "ISO_8859-5:1988"},
	{9, "ISO_8859-6:1987"},
	{10, "ISO_8859-7:1987"},
	{11, "ISO_8859-8:1988"},
	{12, "ISO_8859-9:1989"},
	{13, "ISO-8859-10"},
	{14, "ISO_6937-2-add"},
	{15, "JIS_X0201"},
	{16, "JIS_Encoding"},
	{17, "Shift_JIS"},
	{18, "Extended_UNIX_Code_Packed_Format_for_Japanese"},
	{19, "Extended_UNIX_Code_Fixed_Width_for_Japanese"},
	{20, "BS_4730"},
	{21, "SEN_850200_C"},
	{22, "IT"},
	{23, "ES"},
	{24, "DIN_66003"},
	{25, "NS_4551-1"},
	{26, "NF_Z_62-010"},
	{27, "ISO-10646-UTF-1"},
	{28, "ISO_646.basic:1983"},
	{29, "INVARIANT"},
	{30, "ISO_646.irv:1983"},
	{31, "NATS-SEFI"},
	{32, "NATS-SEFI-ADD"},
	{33, "NATS-DANO"},
	{34, "NATS-DANO-ADD"},
	{35, "SEN_850200_B"},
	{36, "KS_C_5601-1987"},
	{37, "ISO-2022-KR"},
	{38, "EUC-KR"},
	{39, "ISO-2022-JP"},
	{40, "ISO-2022-JP-2"},
	{41, "JIS_C6220-1969-jp"},
	{42, "JIS_C6220-1969-ro"},
	{43, "PT"},
	{44, "greek7-old"},
	{45, "latin-greek"},
	{46, "NF_Z_62-010_(1973)"},
	{47, "Latin-greek-1"},
	{48, "ISO_5427"},
	{49, "JIS_C6226-1978"},
	{50, "BS_viewdata"},
	{51, "INIS"},
	{52, "INIS-8"},
	{53, "INIS-cyrillic"},
	{54, "ISO_5427:1981"},
	{55, "ISO_5428:1980"},
	{56, "GB_1988-80"},
	{57, "GB_2312-80"},
	{58, "NS_4551-2"},
	{59, "videotex-suppl"},
	{60, "PT2"},
	{61, "ES2"},
	{62, "MSZ_7795.3"},
	{63, "JIS_C6226-1983"},
	{64, "greek7"},
	{65, "ASMO_449"},
	{66, "iso-ir-90"},
	{67, "JIS_C6229-1984-a"},
	{68, "JIS_C6229-1984-b"},
	{69, "JIS_C6229-1984-b-add"},
	{70, "JIS_C6229-1984-hand"},
	{71, "JIS_C6229-1984-hand-add"},
	{72, "JIS_C6229-1984-kana"},
	{73, "ISO_2033-1983"},
	{74, "ANSI_X3.110-1983"},
	{75, "T.61-7bit"},
	{76, "T.61-8bit"},
	{77, "ECMA-cyrillic"},
	{78, "CSA_Z243.4-1985-1"},
	{79, "CSA_Z243.4-1985-2"},
	{80, "CSA_Z243.4-1985-gr"},
	{81, "ISO_8859-6-E"},
	{82, "ISO_8859-6-I"},
	{83, "T.101-G2"},
	{84, "ISO_8859-8-E"},
	{85, "ISO_8859-8-I"},
	{86, "CSN_369103"},
	{87, "JUS_I.B1.002"},
	{88, "IEC_P27-1"},
	{89, "JUS_I.B1.003-serb"},
	{90, "JUS_I.B1.003-mac"},
	{91, "greek-ccitt"},
	{92, "NC_NC00-10:81"},
	{93, "ISO_6937-2-25"},
	{94, "GOST_19768-74"},
	{95, "ISO_8859-supp"},
	{96, "ISO_10367-box"},
	{97, "latin-lap"},
	{98, "JIS_X0212-1990"},
	{99, "DS_2089"},
	{100, "us-dk"},
	{101, "dk-us"},
	{102, "KSC5636"},
	{103, "UNICODE-1-1-UTF-7"},
	{104, "ISO-2022-CN"},
	{105, "ISO-2022-CN-EXT"},
	{106, "UTF-8"},
	{109, "ISO-8859-13"},
	{110, "ISO-8859-14"},
	{111, "ISO-8859-15"},
	{112, "ISO-8859-16"},
	{113, "GBK"},
	{114, "GB18030"},
	{115, "OSD_EBCDIC_DF04_15"},
	{116, "OSD_EBCDIC_DF03_IRV"},
	{117, "OSD_EBCDIC_DF04_1"},
	{118, "ISO-11548-1"},
	{119, "KZ-1048"},
	{1000, "ISO-10646-UCS-2"},
	{1001, "ISO-10646-UCS-4"},
	{1002, "ISO-10646-UCS-Basic"},
	{1003, "ISO-10646-Unicode-Latin1"},
	{1004, "ISO-10646-J-1"},
	{1005, "ISO-Unicode-IBM-1261"},
	{1006, "ISO-Unicode-IBM-1268"},
	{1007, "ISO-Unicode-IBM-1276"},
	{1008, "ISO-Unicode-IBM-1264"},
	{1009, "ISO-Unicode-IBM-1265"},
	{1010, "UNICODE-1-1"},
	{1011, "SCSU"},
	{1012, "UTF-7"},
	{1013, "UTF-16BE"},
	{1014, "UTF-16LE"},
	{1015, "UTF-16"},
	{1016, "CESU-8"},
	{1017, "UTF-32"},
	{1018, "UTF-32BE"},
	{1019, "UTF-32LE"},
	{1020, "BOCU-1"},
	{2000, "ISO-8859-1-Windows-3.0-Latin-1"},
	{2001, "ISO-8859-1-Windows-3.1-Latin-1"},
	{2002, "ISO-8859-2-Windows-Latin-2"},
	{2003, "ISO-8859-9-Windows-Latin-5"},
	{2004, "hp-roman8"},
	{2005, "Adobe-Standard-Encoding"},
	{2006, "Ventura-US"},
	{2007, "Ventura-International"},
	{2008, "DEC-MCS"},
	{2009, "IBM850"},
	{2010, "IBM852"},
	{2011, "IBM437"},
	{2012, "PC8-Danish-Norwegian"},
	{2013, "IBM862"},
	{2014, "PC8-Turkish"},
	{2015, "IBM-Symbols"},
	{2016, "IBM-Thai"},
	{2017, "HP-Legal"},
	{2018, "HP-Pi-font"},
	{2019, "HP-Math8"},
	{2020, "Adobe-Symbol-Encoding"},
	{2021, "HP-DeskTop"},
	{2022, "Ventura-Math"},
	{2023, "Microsoft-Publishing"},
	{2024, "Windows-31J"},
	{2025, "GB2312"},
	{2026, "Big5"},
	{2027, "macintosh"},
	{2028, "IBM037"},
	{2029, "IBM038"},
	{2030, "IBM273"},
	{2031, "IBM274"},
	{2032, "IBM275"},
	{2033, "IBM277"},
	{2034, "IBM278"},
	{2035, "IBM280"},
	{2036, "IBM281"},
	{2037, "IBM284"},
	{2038, "IBM285"},
	{2039, "IBM290"},
	{2040, "IBM297"},
	{2041, "IBM420"},
	{2042, "IBM423"},
	{2043, "IBM424"},
	{2044, "IBM500"},
	{2045, "IBM851"},
	{2046, "IBM855"},
	{2047, "IBM857"},
	{2048, "IBM860"},
	{2049, "IBM861"},
	{2050, "IBM863"},
	{2051, "IBM864"},
	{2052, "IBM865"},
	{2053, "IBM868"},
	{2054, "IBM869"},
	{2055, "IBM870"},
	{2056, "IBM871"},
	{2057, "IBM880"},
	{2058, "IBM891"},
	{2059, "IBM903"},
	{2060, "IBM904"},
	{2061, "IBM905"},
	{2062, "IBM918"},
	{2063, "IBM1026"},
	{2064, "EBCDIC-AT-DE"},
	{2065, "EBCDIC-AT-DE-A"},
	{2066, "EBCDIC-CA-FR"},
	{2067, "EBCDIC-DK-NO"},
	{2068, "EBCDIC-DK-NO-A"},
	{2069, "EBCDIC-FI-SE"},
	{2070, "EBCDIC-FI-SE-A"},
	{2071, "EBCDIC-FR"},
	{2072, "EBCDIC-IT"},
	{2073, "EBCDIC-PT"},
	{2074, "EBCDIC-ES"},
	{2075, "EBCDIC-ES-A"},
	{2076, "EBCDIC-ES-S"},
	{2077, "EBCDIC-UK"},
	{2078, "EBCDIC-US"},
	{2079, "UNKNOWN-8BIT"},
	{2080, "MNEMONIC"},
	{2081, "MNEM"},
	{2082, "VISCII"},
	{2083, "VIQR"},
	{2084, "KOI8-R"},
	{2085, "HZ-GB-2312"},
	{2086, "IBM866"},
	{2087, "IBM775"},
	{2088, "KOI8-U"},
	{2089, "IBM00858"},
	{2090, "IBM00924"},
	{2091, "IBM01140"},
	{2092, "IBM01141"},
	{2093, "IBM01142"},
	{2094, "IBM01143"},
	{2095, "IBM01144"},
	{2096, "IBM01145"},
	{2097, "IBM01146"},
	{2098, "IBM01147"},
	{2099, "IBM01148"},
	{2100, "IBM01149"},
	{2101, "Big5-HKSCS"},
	{2102, "IBM1047"},
	{2103, "PTCP154"},
	{2104, "Amiga-1251"},
	{2105, "KOI7-switched"},
	{2106, "BRF"},
	{2107, "TSCII"},
	{2108, "CP51932"},
	{2109, "windows-874"},
	{2250, "windows-1250"},
	{2251, "windows-1251"},
	{2252, "windows-1252"},
	{2253, "windows-1253"},
	{2254, "windows-1254"},
	{2255, "windows-1255"},
	{2256, "windows-1256"},
	{2257, "windows-1257"},
	{2258, "windows-1258"},
	{2259, "TIS-620"},
	{2260, "CP50220"},
};

static void form_words_of_map(struct text *t, const struct record *r, const struct node *n)
{
	form_flags(t, r, n);
	if (!n->u)
		text_put(t, " (None)");
	else if (n->u == UINT32_MAX)
		text_put(t, " (All)");
}

static const struct field fields[] = {
	CP_FIELDS("lcp", "PPP Link Control Protocol", codes),
	[OPT_TYPE] = {"lcp.opt.type", "Type", U8, DEC, .help = "Which option", .ref = "6"},
	[OPT_LENGTH] = {"lcp.opt.length", "Length", U8, DEC, .help = "Octets of the option",
			.ref = "6"},
	[OPT_OUI] = {"lcp.opt.oui", "OUI", U24, OUI, .help = "Whose option it is",
		     .ref = "RFC 2153, 3"},
	[OPT_KIND] = {"lcp.opt.kind", "Kind", U8, DEC_HEX, .help = "Which of its options",
		      .ref = "RFC 2153, 3"},
	[OPT_DATA] = {"lcp.opt.data", "Data", BYTES, .help = "What nobody knows", .ref = "6"},
	[MRU] = {"lcp.opt.mru", "Maximum Receive Unit", U16, DEC,
		 .help = "Octets that the sender can take", .ref = "6.1"},
	[ASYNCMAP] = {"lcp.opt.asyncmap", "Async Control Character Map", U32, HEX,
		      .form = form_words_of_map, .help = "Characters that are to be escaped",
		      .ref = "RFC 1662, 7.1"},
	[MAP_US] = {"lcp.opt.asyncmap.us", "US", BOOL, AT(0, 1), BOX(32, 0), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_RS] = {"lcp.opt.asyncmap.rs", "RS", BOOL, AT(1, 1), BOX(32, 1), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_GS] = {"lcp.opt.asyncmap.gs", "GS", BOOL, AT(2, 1), BOX(32, 2), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_FS] = {"lcp.opt.asyncmap.fs", "FS", BOOL, AT(3, 1), BOX(32, 3), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_ESC] = {"lcp.opt.asyncmap.esc", "ESC", BOOL, AT(4, 1), BOX(32, 4), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_SUB] = {"lcp.opt.asyncmap.sub", "SUB", BOOL, AT(5, 1), BOX(32, 5), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_EM] = {"lcp.opt.asyncmap.em", "EM", BOOL, AT(6, 1), BOX(32, 6), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_CAN] = {"lcp.opt.asyncmap.can", "CAN", BOOL, AT(7, 1), BOX(32, 7), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_ETB] = {"lcp.opt.asyncmap.etb", "ETB", BOOL, AT(8, 1), BOX(32, 8), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_SYN] = {"lcp.opt.asyncmap.syn", "SYN", BOOL, AT(9, 1), BOX(32, 9), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_NAK] = {"lcp.opt.asyncmap.nak", "NAK", BOOL, AT(10, 1), BOX(32, 10), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_DC4] = {"lcp.opt.asyncmap.dc4", "DC4", BOOL, AT(11, 1), BOX(32, 11), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_DC3] = {"lcp.opt.asyncmap.dc3", "DC3 (XOFF)", BOOL, AT(12, 1), BOX(32, 12),
		     .under = ASYNCMAP, .help = "This character is to be escaped",
		     .ref = "RFC 1662, 7.1"},
	[MAP_DC2] = {"lcp.opt.asyncmap.dc2", "DC2", BOOL, AT(13, 1), BOX(32, 13), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_DC1] = {"lcp.opt.asyncmap.dc1", "DC1 (XON)", BOOL, AT(14, 1), BOX(32, 14),
		     .under = ASYNCMAP, .help = "This character is to be escaped",
		     .ref = "RFC 1662, 7.1"},
	[MAP_DLE] = {"lcp.opt.asyncmap.dle", "DLE", BOOL, AT(15, 1), BOX(32, 15), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_SI] = {"lcp.opt.asyncmap.si", "SI", BOOL, AT(16, 1), BOX(32, 16), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_SO] = {"lcp.opt.asyncmap.so", "SO", BOOL, AT(17, 1), BOX(32, 17), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_CR] = {"lcp.opt.asyncmap.cr", "CR", BOOL, AT(18, 1), BOX(32, 18), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_FF] = {"lcp.opt.asyncmap.ff", "FF", BOOL, AT(19, 1), BOX(32, 19), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_VT] = {"lcp.opt.asyncmap.vt", "VT", BOOL, AT(20, 1), BOX(32, 20), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_LF] = {"lcp.opt.asyncmap.lf", "LF", BOOL, AT(21, 1), BOX(32, 21), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_HT] = {"lcp.opt.asyncmap.ht", "HT", BOOL, AT(22, 1), BOX(32, 22), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_BS] = {"lcp.opt.asyncmap.bs", "BS", BOOL, AT(23, 1), BOX(32, 23), .under = ASYNCMAP,
		    .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_BEL] = {"lcp.opt.asyncmap.bel", "BEL", BOOL, AT(24, 1), BOX(32, 24), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_ACK] = {"lcp.opt.asyncmap.ack", "ACK", BOOL, AT(25, 1), BOX(32, 25), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_ENQ] = {"lcp.opt.asyncmap.enq", "ENQ", BOOL, AT(26, 1), BOX(32, 26), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_EOT] = {"lcp.opt.asyncmap.eot", "EOT", BOOL, AT(27, 1), BOX(32, 27), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_ETX] = {"lcp.opt.asyncmap.etx", "ETX", BOOL, AT(28, 1), BOX(32, 28), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_STX] = {"lcp.opt.asyncmap.stx", "STX", BOOL, AT(29, 1), BOX(32, 29), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_SOH] = {"lcp.opt.asyncmap.soh", "SOH", BOOL, AT(30, 1), BOX(32, 30), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[MAP_NUL] = {"lcp.opt.asyncmap.nul", "NUL", BOOL, AT(31, 1), BOX(32, 31), .under = ASYNCMAP,
		     .help = "This character is to be escaped", .ref = "RFC 1662, 7.1"},
	[AUTH_PROTOCOL] = {"lcp.opt.auth_protocol", "Authentication Protocol", U16, HEX,
			   .words = &ppp_protocols, .help = "How the peer is to prove who it is",
			   .ref = "6.2"},
	[ALGORITHM] = {"lcp.opt.algorithm", "Algorithm", U8, DEC, WORDS(algorithms),
		       .help = "How digests are made", .ref = "RFC 1994, 3"},
	[QUALITY_PROTOCOL] = {"lcp.opt.quality_protocol", "Quality Protocol", U16, HEX,
			      .words = &ppp_protocols, .help = "How the link is watched",
			      .ref = "6.3"},
	[MAGIC] = {"lcp.opt.magic_number", "Magic Number", U32, HEX,
		   .help = "Tells a link that loops back", .ref = "6.4"},
	[PERIOD] = {"lcp.opt.reporting_period", "Reporting Period", U32, DEC,
		    .help = "Microseconds between two reports", .ref = "RFC 1989, 2.1"},
	[FCS] = {"lcp.opt.fcs_alternatives", "FCS Alternatives", U8, HEX, .form = form_flags,
		 .help = "All flags", .ref = "RFC 1570, 3"},
	[FCS_32] = {"lcp.opt.fcs_alternatives.ccitt32", "CCITT 32-bit", BOOL, AT(5, 1),
		    .under = FCS, .help = "Check sequences of 32 bits", .ref = "RFC 1570, 3"},
	[FCS_16] = {"lcp.opt.fcs_alternatives.ccitt16", "CCITT 16-bit", BOOL, AT(6, 1),
		    .under = FCS, .help = "Check sequences of 16 bits", .ref = "RFC 1570, 3"},
	[FCS_NONE] = {"lcp.opt.fcs_alternatives.null", "NULL FCS", BOOL, AT(7, 1), .under = FCS,
		      .help = "No check sequences", .ref = "RFC 1570, 3"},
	[MAXIMUM] = {"lcp.opt.maximum", "Maximum", U8, DEC, .help = "Octets of padding at most",
		     .ref = "RFC 1570, 4"},
	[WINDOW] = {"lcp.opt.window", "Window", U8, DEC,
		    .help = "Frames that may wait for an answer", .ref = "RFC 1663, 2"},
	[ADDRESS] = {"lcp.opt.hdlc_address", "Address", BYTES, .help = "The address of HDLC",
		     .ref = "RFC 1663, 2"},
	[OPERATION] = {"lcp.opt.operation", "Operation", U8, DEC, WORDS(operations),
		       .help = "What the message is", .ref = "RFC 1570, 5"},
	[CALLBACK_MESSAGE] = {"lcp.opt.message", "Message", BYTES, .help = "Whom to call",
			      .ref = "RFC 1570, 5"},
	[MRRU] = {"lcp.opt.mrru", "MRRU", U16, DEC, .help = "Octets of what is put together",
		  .ref = "RFC 1990, 5.1"},
	[CLASS] = {"lcp.opt.ep_disc_class", "Class", U8, DEC, WORDS(classes),
		   .help = "What the address is", .ref = "RFC 1990, 5.1"},
	[IP_ADDRESS] = {"lcp.opt.ip_address", "IP Address", IPV4, .help = "Who sends it",
			.ref = "RFC 1990, 5.1"},
	[MAC_ADDRESS] = {"lcp.opt.802_1_address", "IEEE 802.1 Address", ETHER,
			 .help = "Who sends it", .ref = "RFC 1990, 5.1"},
	[MAGIC_BLOCK] = {"lcp.opt.magic_block", "PPP Magic-Number Block", BYTES,
			 .help = "Random numbers", .ref = "RFC 1990, 5.1"},
	[DIRECTORY_NUMBER] = {"lcp.opt.psndn", "Public Switched Network Directory Number", BYTES,
			      .help = "Who sends it", .ref = "RFC 1990, 5.1"},
	[MODE] = {"lcp.opt.mode", "Mode", U8, DEC, WORDS(modes), .help = "How much is negotiated",
		  .ref = "RFC 1976, 2"},
	[UNUSED] = {"lcp.opt.unused", "Unused", BYTES, .help = "Always 0", .ref = "RFC 1934, 4.2"},
	[DISCRIMINATOR] = {"lcp.opt.link_discrim", "Link Discriminator", U16, DEC_HEX,
			   .help = "Which link of the bundle", .ref = "RFC 2125, 7"},
	[ID] = {"lcp.opt.id", "Identification", BYTES, .help = "Who is to be asked",
		.ref = "RFC 1661, 6"},
	[COBS_FLAGS] = {"lcp.opt.flags", "Flags", U8, HEX, .form = form_flags, .help = "All flags",
			.ref = "draft-ietf-pppext-cobs"},
	[COBS_RESERVED] = {"lcp.opt.flags.reserved", "Reserved", U8, HEX, AT(0, 6),
			   .under = COBS_FLAGS, .help = "Always 0",
			   .ref = "draft-ietf-pppext-cobs"},
	[COBS_PRE] = {"lcp.opt.flags.pre", "PRE", BOOL, AT(6, 1), .under = COBS_FLAGS,
		      .help = "Frames may be interrupted", .ref = "draft-ietf-pppext-cobs"},
	[COBS_ZXE] = {"lcp.opt.flags.zxe", "ZXE", BOOL, AT(7, 1), .under = COBS_FLAGS,
		      .help = "Pairs and runs of zeros are left out",
		      .ref = "draft-ietf-pppext-cobs"},
	[PREFIX_CLASS] = {"lcp.opt.class", "Class", U8, DEC, .help = "Which class it is for",
			  .ref = "RFC 2686, 6"},
	[PREFIX] = {"lcp.opt.prefix", "Prefix", BYTES, .help = "What is left out",
		    .ref = "RFC 2686, 6"},
	[FORMAT] = {"lcp.opt.code", "Code", U8, DEC, WORDS(formats),
		    .help = "The shape of the header", .ref = "RFC 2686, 5"},
	[CLASSES] = {"lcp.opt.max_susp_classes", "Max suspendable classes", U8, DEC,
		     .help = "Classes that may be interrupted", .ref = "RFC 2686, 5"},
	[CHARSET] = {"lcp.opt.MIBenum", "MIBenum", U32, DEC, WORDS(charsets),
		     .help = "The character set of texts", .ref = "RFC 2484, 3"},
	[LANGUAGE] = {"lcp.opt.language_tag", "Language-Tag", STRING,
		      .help = "The language of texts", .ref = "RFC 2484, 3"},
	CP_OPTION(VENDOR_OPTION, "lcp.opt.vendor", "Vendor Specific"),
	CP_OPTION(MRU_OPTION, "lcp.opt.mtu_bytes", "Maximum Receive Unit"),
	CP_OPTION(ASYNCMAP_OPTION, "lcp.opt.asyncmap_bytes", "Async Control Character Map"),
	CP_OPTION(AUTH_OPTION, "lcp.opt.auth_protocol_bytes", "Authentication Protocol"),
	CP_OPTION(QUALITY_OPTION, "lcp.opt.quality_protocol_bytes", "Quality Protocol"),
	CP_OPTION(MAGIC_OPTION, "lcp.opt.magic_number_bytes", "Magic Number"),
	CP_OPTION(MONITORING, "lcp.opt.linkqualmon", "Link Quality Monitoring"),
	CP_OPTION(PFC, "lcp.opt.field_compress", "Protocol Field Compression"),
	CP_OPTION(ACFC, "lcp.opt.addr_field_compress", "Address and Control Field Compression"),
	CP_OPTION(FCS_OPTION, "lcp.opt.fcs_alternatives_bytes", "FCS Alternatives"),
	CP_OPTION(PAD_OPTION, "lcp.opt.self_desc_pad", "Self Describing Pad"),
	CP_OPTION(NUMBERED_OPTION, "lcp.opt.numbered_mode", "Numbered Mode"),
	CP_OPTION(CALLBACK_OPTION, "lcp.opt.callback", "Callback"),
	CP_OPTION(COMPOUND, "lcp.opt.compound_frames", "Compound Frames (Deprecated)"),
	CP_OPTION(NOMINAL, "lcp.opt.nomdataencap", "Nominal Data Encapsulation (Deprecated)"),
	CP_OPTION(MRRU_OPTION, "lcp.opt.multilink_mrru", "Multilink MRRU"),
	CP_OPTION(SHORT_SEQUENCE, "lcp.opt.multilink_ssnh",
		  "Multilink Short Sequence Number Header"),
	CP_OPTION(ENDPOINT_OPTION, "lcp.opt.multilink_ep_disc", "Multilink Endpoint Discriminator"),
	CP_OPTION(DCE_OPTION, "lcp.opt.dce_identifier", "DCE Identifier"),
	CP_OPTION(PLUS_OPTION, "lcp.opt.multilink_pp", "Multi Link Plus Procedure"),
	CP_OPTION(DISCRIMINATOR_OPTION, "lcp.opt.link_discrim_bytes",
		  "Link Discriminator for BACP"),
	CP_OPTION(AUTH_ID_OPTION, "lcp.opt.auth", "Authentication Option"),
	CP_OPTION(COBS_OPTION, "lcp.opt.cobs", "Consistent Overhead Byte Stuffing (COBS)"),
	CP_OPTION(ELISION_OPTION, "lcp.opt.prefix_elision", "Prefix Elision"),
	CP_OPTION(FORMAT_OPTION, "lcp.opt.multilink_hdr_fmt", "Multilink header format"),
	CP_OPTION(CHARSET_OPTION, "lcp.opt.internationalization", "Internationalization"),
	CP_OPTION(SONET, "lcp.opt.sonet_sdh", "Simple Data Link on SONET/SDH"),
};

/* --- options --- */

/* What is left of an option. */
static void put_left(struct walk *w, struct cursor *c, unsigned row)
{
	if (c->left.wire && !c->bad)
		put(w, c, row, c->left.wire);
}

static void rest_vendor(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, OPT_OUI, 3);
	put(w, c, OPT_KIND, 1);
	put_left(w, c, OPT_DATA);
}

static void rest_mru(struct walk *w, struct cursor *c, uint32_t group)
{
	label_tail_of(w, group, ": %u", (unsigned)put(w, c, MRU, 2));
}

/* Wireshark forgets the bracket before the names. */
static void rest_map(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t map = (uint32_t)put(w, c, ASYNCMAP, 4);
	bool any = false;

	label_tail_of(w, group, ": 0x%08x%s", map,
		      !map                ? " (None)"
		      : map == UINT32_MAX ? " (All)"
					  : "");
	if (!w->labels || !map || map == UINT32_MAX)
		return;
	for (unsigned row = MAP_US; row <= MAP_NUL; row++)
		if (map >> (MAP_NUL - row) & 1) {
			label_tail_of(w, group, "%s%s", any ? ", " : "", fields[row].label);
			any = true;
		}
	label_tail_of(w, group, ")");
}

#define CHAP 0xc223

static void rest_auth(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t protocol = (uint32_t)put(w, c, AUTH_PROTOCOL, 2);

	label_tail_of(w, group, ": %s (0x%02x)", row_word(w, AUTH_PROTOCOL, protocol, "Unknown"),
		      protocol);
	if (protocol == CHAP && c->left.wire && !c->bad)
		put(w, c, ALGORITHM, 1);
	put_left(w, c, OPT_DATA);
}

/* Wireshark looks for the period where the option has ended. */
static void rest_quality(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t protocol = (uint32_t)put(w, c, QUALITY_PROTOCOL, 2);

	label_tail_of(w, group, ": %s (0x%02x)", row_word(w, QUALITY_PROTOCOL, protocol, "Unknown"),
		      protocol);
	if (c->left.wire && !c->bad)
		cursor_fail(c, c->left.wire + 1);
}

static void rest_magic(struct walk *w, struct cursor *c, uint32_t group)
{
	label_tail_of(w, group, ": 0x%08x", (unsigned)put(w, c, MAGIC, 4));
}

static void rest_monitoring(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t period = (uint32_t)put(w, c, PERIOD, 4);

	label_value(w, "%u microsecond%s", period, period == 1 ? "" : "s");
	label_tail_of(w, group, ": %u microsecond%s", period, period == 1 ? "" : "s");
}

static void rest_fcs(struct walk *w, struct cursor *c, uint32_t group)
{
	label_tail_of(w, group, ": 0x%02x", (unsigned)put(w, c, FCS, 1));
}

static void rest_pad(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t n = (uint32_t)put(w, c, MAXIMUM, 1);

	label_value(w, "%u octet%s", n, n == 1 ? "" : "s");
	label_tail_of(w, group, ": %u octet%s", n, n == 1 ? "" : "s");
}

static void rest_numbered(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t n = (uint32_t)put(w, c, WINDOW, 1);

	const char *invalid = n ? "" : " [invalid]";

	label_value(w, "%u frame%s%s", n, n == 1 ? "" : "s", invalid);
	label_tail_of(w, group, ": %u frame%s%s", n, n == 1 ? "" : "s", invalid);
	put_left(w, c, ADDRESS);
}

static void rest_callback(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t operation = (uint32_t)put(w, c, OPERATION, 1);

	label_tail_of(w, group, ": %s", row_word(w, OPERATION, operation, "Unknown"));
	put_left(w, c, CALLBACK_MESSAGE);
}

static void rest_mrru(struct walk *w, struct cursor *c, uint32_t group)
{
	label_tail_of(w, group, ": %u", (unsigned)put(w, c, MRRU, 2));
}

/* The row of an address of that class with so many octets. */
static unsigned address_row(unsigned class, uint32_t n)
{
	switch (class) {
	case 2:
		return n == 4 ? IP_ADDRESS : OPT_DATA;
	case 3:
		return n >= 6 ? MAC_ADDRESS : OPT_DATA;
	case 4:
		return n % 4 == 0 && n <= 20 ? MAGIC_BLOCK : OPT_DATA;
	case 5:
		return n <= 15 ? DIRECTORY_NUMBER : OPT_DATA;
	default:
		return OPT_DATA;
	}
}

static void rest_endpoint(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned class = (unsigned)put(w, c, CLASS, 1), row;
	struct cursor numbers = *c;
	uint32_t block;

	label_tail_of(w, group, ": Class: %s", row_word(w, CLASS, class, "Unknown"));
	if (!c->left.wire || c->bad)
		return;
	row = address_row(class, c->left.wire);
	if (row == MAC_ADDRESS)
		put(w, c, row, 6);
	if (row != MAGIC_BLOCK) {
		put_left(w, c, row == MAC_ADDRESS ? OPT_DATA : row);
		return;
	}
	block = open_group(w, c, MAGIC_BLOCK, c->left.wire);
	while (numbers.left.wire && !numbers.bad)
		put(w, &numbers, MAGIC, 4);
	shut_group(w, block, NULL);
	*c = numbers;
}

static void rest_dce(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned mode = (unsigned)put(w, c, MODE, 1);

	label_tail_of(w, group, ": %s", row_word(w, MODE, mode, "Unknown"));
}

static void rest_discriminator(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t n = (uint32_t)put(w, c, DISCRIMINATOR, 2);

	label_tail_of(w, group, ": %u (0x%04x)", n, n);
}

/* Octets whose number stands before them. */
static void put_counted(struct walk *w, struct cursor *c, unsigned row)
{
	put(w, c, row, u8(c));
}

static void rest_auth_id(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put_counted(w, c, ID);
	put_left(w, c, OPT_DATA);
}

static void rest_elision(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	while (c->left.wire > 1 && !c->bad) {
		put(w, c, PREFIX_CLASS, 1);
		put_counted(w, c, PREFIX);
	}
}

static void rest_charset(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, CHARSET, 4);
	put_left(w, c, LANGUAGE);
}

static const struct ppp_option option_list[] = {
	{.code = 0,
	 .len = 6,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = VENDOR_OPTION,
	 .rest = rest_vendor},
	{.code = 1, .len = 4, .row = MRU_OPTION, .rest = rest_mru},
	{.code = 2, .len = 6, .row = ASYNCMAP_OPTION, .rest = rest_map},
	{.code = 3,
	 .len = 4,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = AUTH_OPTION,
	 .rest = rest_auth},
	{.code = 4,
	 .len = 4,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = QUALITY_OPTION,
	 .rest = rest_quality},
	{.code = 5, .len = 6, .row = MAGIC_OPTION, .rest = rest_magic},
	{.code = 6, .len = 6, .row = MONITORING, .rest = rest_monitoring},
	{.code = 7, .len = 2, .row = PFC},
	{.code = 8, .len = 2, .row = ACFC},
	{.code = 9, .len = 3, .row = FCS_OPTION, .rest = rest_fcs},
	{.code = 10, .len = 3, .row = PAD_OPTION, .rest = rest_pad},
	{.code = 11,
	 .len = 3,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = NUMBERED_OPTION,
	 .rest = rest_numbered},
	{.code = 13,
	 .len = 3,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = CALLBACK_OPTION,
	 .rest = rest_callback},
	{.code = 15, .len = 2, .row = COMPOUND},
	{.code = 16, .len = 2, .row = NOMINAL},
	{.code = 17, .len = 4, .row = MRRU_OPTION, .rest = rest_mrru},
	{.code = 18, .len = 2, .row = SHORT_SEQUENCE},
	{.code = 19,
	 .len = 3,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = ENDPOINT_OPTION,
	 .rest = rest_endpoint},
	{.code = 21, .len = 3, .row = DCE_OPTION, .rest = rest_dce},
	{.code = 22, .len = 4, .row = PLUS_OPTION, .parts = PARTS({UNUSED, 2})},
	{.code = 23, .len = 4, .row = DISCRIMINATOR_OPTION, .rest = rest_discriminator},
	{.code = 24,
	 .len = 3,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = AUTH_ID_OPTION,
	 .rest = rest_auth_id},
	{.code = 25, .len = 3, .row = COBS_OPTION, .parts = PARTS({COBS_FLAGS, 1})},
	{.code = 26,
	 .len = 2,
	 .more = true,
	 .misnamed = "Vendor Specific",
	 .said = 6,
	 .row = ELISION_OPTION,
	 .rest = rest_elision},
	{.code = 27, .len = 4, .row = FORMAT_OPTION, .parts = PARTS({FORMAT, 1}, {CLASSES, 1})},
	{
		.code = 28,
		.len = 7,
		.more = true,
		.misnamed = "Vendor Specific",
		.said = 6,
		.row = CHARSET_OPTION,
		.rest = rest_charset,
	},
	{.code = 29, .len = 2, .row = SONET},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH,    option_list, COUNT(option_list),
					   CP_BAD,   CP_BAD_LENGTH, CP_OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	ppp_control(w, l, c, &options);
}

static const struct hang hangs[] = {{"ppp.protocol", 0xc021}, {0}};

const struct proto proto_lcp = {
	.brief = "PPP LCP",
	.spec = "RFC 1661",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.least = 4,
	.next = {.also = {"ppp.protocol"}},
	.hangs = hangs,
	.rest = rest,
	.info = ppp_control_info,
};
