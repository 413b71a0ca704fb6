/* SPDX-License-Identifier: BSD-2-Clause */
/* GTP: the elements that tell who the subscriber is, and where. */
/* 3GPP TS 29.060, 7.7; ITU-T E.164 and E.212. */
#include "shared/gtp.h"

enum {
	SUBSCRIBER,
	LOOSE,
	IMSI,
	IMSI_BAD,
	ASSOCIATION,
	IMSI_MCC,
	IMSI_MNC,
	RAI,
	RAI_MCC,
	RAI_MNC,
	LAC,
	RAC,
	MSISDN_IE,
	MSISDN_LENGTH,
	EXTENSION,
	NATURE,
	PLAN,
	MSISDN,
	COUNTRY,
	ZONE_IE,
	LENGTH,
	ZONE,
	DST,
	PLACE_IE,
	PLACE,
	PLACE_BAD,
	CGI_MCC,
	CGI_MNC,
	CELL,
	SAI_MCC,
	SAI_MNC,
	SERVICE_AREA,
	IMEI_IE,
	IMEI,
	GATEWAY_IE,
	GATEWAY,
	GATEWAY6,
};

static const struct word nature_words[] = {
	{0, "unknown"},
	{1, "International Number"},
	{2, "National Significant Number"},
	{3, "Network Specific Number"},
	{4, "Subscriber Number"},
	{5, "Reserved"},
	{6, "Abbreviated Number"},
	{7, "Reserved for extension"},
};

static const struct word plan_words[] = {
	{0, "unknown"},
	{1, "ISDN/Telephony Numbering (Rec ITU-T E.164)"},
	{2, "spare"},
	{3, "Data Numbering (ITU-T Rec. X.121)"},
	{4, "Telex Numbering (ITU-T Rec. F.69)"},
	{5, "spare"},
	{6, "Land Mobile Numbering (ITU-T Rec. E.212)"},
	{7, "spare"},
	{8, "National Numbering"},
	{9, "Private Numbering"},
	{10, "spare"},
	{11, "spare"},
	{12, "spare"},
	{13, "spare"},
	{14, "spare"},
	{15, "Reserved for extension"},
};

static const struct word place_words[] = {
	{0, "Cell Global Identification (CGI)"},
	{1, "Service Area Identity (SAI)"},
	{2, "Routing Area Identification (RAI)"},
	{128, "TAI"},
	{129, "ECGI"},
	{130, "TAI & ECGI"},
	{131, "eNodeB ID"},
	{132, "TAI and eNodeB ID"},
	{133, "extended eNodeB ID"},
	{134, "TAI and extended eNodeB ID"},
	{135, "NCGI"},
	{136, "5GS TAI"},
	{137, "5GS TAI and NCGI"},
	{138, "NG-RAN Node ID"},
	{139, "5GS TAI and NG-RAN Node ID"},
};

static const struct word dst_words[] = {
	{0, "No adjustment"},
	{1, "+1 hour adjustment for Daylight Saving Time"},
	{2, "+2 hours adjustment for Daylight Saving Time"},
	{3, "Reserved"},
};

static const struct word extension_words[] = {{0, "Extension"}, {1, "No Extension"}};

/* Country codes of telephone numbers: ITU-T E.164. */
static const struct word country_words[] = {
	{0, "Reserved"},
	{1, "Americas"},
	{7, "Russian Federation, Kazakstan (Republic of)"},
	{20, "Egypt (Arab Republic of)"},
	{27, "South Africa (Republic of)"},
	{30, "Greece"},
	{31, "Netherlands (Kingdom of the)"},
	{32, "Belgium"},
	{33, "France"},
	{34, "Spain"},
	{36, "Hungary (Republic of)"},
	{39, "Italy"},
	{40, "Romania"},
	{41, "Switzerland (Confederation of)"},
	{43, "Austria"},
	{44, "United Kingdom of Great Britain and Northern Ireland"},
	{45, "Denmark"},
	{46, "Sweden"},
	{47, "Norway"},
	{48, "Poland (Republic of)"},
	{49, "Germany (Federal Republic of)"},
	{51, "Peru"},
	{52, "Mexico"},
	{53, "Cuba"},
	{54, "Argentine Republic"},
	{55, "Brazil (Federative Republic of)"},
	{56, "Chile"},
	{57, "Colombia (Republic of)"},
	{58, "Venezuela(Bolivarian Republic of)"},
	{60, "Malaysia"},
	{61, "Australia"},
	{62, "Indonesia (Republic of)"},
	{63, "Philippines (Republic of the)"},
	{64, "New Zealand"},
	{65, "Singapore (Republic of)"},
	{66, "Thailand"},
	{81, "Japan"},
	{82, "Korea (Republic of)"},
	{84, "Viet Nam (Socialist Republic of)"},
	{86, "China (People's Republic of)"},
	{90, "Turkey"},
	{91, "India (Republic of)"},
	{92, "Pakistan (Islamic Republic of)"},
	{93, "Afghanistan"},
	{94, "Sri Lanka (Democratic Socialist Republic of)"},
	{95, "Myanmar (the Republic of the Union of)"},
	{98, "Iran (Islamic Republic of)"},
	{210, "Spare code"},
	{211, "South Sudan (Republic of)"},
	{212, "Morocco (Kingdom of)"},
	{213, "Algeria (People's Democratic Republic of)"},
	{214, "Spare code"},
	{215, "Spare code"},
	{216, "Tunisia"},
	{217, "Spare code"},
	{218, "Libya (Socialist People's Libyan Arab Jamahiriya)"},
	{219, "Spare code"},
	{220, "Gambia (Republic of)"},
	{221, "Senegal (Republic of)"},
	{222, "Mauritania (Islamic Republic of)"},
	{223, "Mali (Republic of)"},
	{224, "Guinea (Republic of)"},
	{225, "Cote d'Ivoire (Republic of)"},
	{226, "Burkina Faso"},
	{227, "Niger (Republic of the)"},
	{228, "Togolese Republic"},
	{229, "Benin (Republic of)"},
	{230, "Mauritius (Republic of)"},
	{231, "Liberia (Republic of)"},
	{232, "Sierra Leone"},
	{233, "Ghana"},
	{234, "Nigeria (Federal Republic of)"},
	{235, "Chad (Republic of)"},
	{236, "Central African Republic"},
	{237, "Cameroon (Republic of)"},
	{238, "Cape Verde (Republic of)"},
	{239, "Sao Tome and Principe (Democratic Republic of)"},
	{240, "Equatorial Guinea (Republic of)"},
	{241, "Gabonese Republic"},
	{242, "Congo (Republic of the)"},
	{243, "Democratic Republic of Congo"},
	{244, "Angola (Republic of)"},
	{245, "Guinea-Bissau (Republic of)"},
	{246, "Diego Garcia"},
	{247, "Saint Helena, Ascension and Tristan da Cunha"},
	{248, "Seychelles (Republic of)"},
	{249, "Sudan (Republic of the)"},
	{250, "Rwanda (Republic of)"},
	{251, "Ethiopia (Federal Democratic Republic of)"},
	{252, "Somali Democratic Republic"},
	{253, "Djibouti (Republic of)"},
	{254, "Kenya (Republic of)"},
	{255, "Tanzania (United Republic of)"},
	{256, "Uganda (Republic of)"},
	{257, "Burundi (Republic of)"},
	{258, "Mozambique (Republic of)"},
	{259, "Spare code"},
	{260, "Zambia (Republic of)"},
	{261, "Madagascar (Republic of)"},
	{262, "French Departments and Territories in the Indian Ocean"},
	{263, "Zimbabwe (Republic of)"},
	{264, "Namibia (Republic of)"},
	{265, "Malawi"},
	{266, "Lesotho (Kingdom of)"},
	{267, "Botswana (Republic of)"},
	{268, "Swaziland (Kingdom of)"},
	{269, "Comoros (Union of the)"},
	{280, "Spare code"},
	{281, "Spare code"},
	{282, "Spare code"},
	{283, "Spare code"},
	{284, "Spare code"},
	{285, "Spare code"},
	{286, "Spare code"},
	{287, "Spare code"},
	{288, "Spare code"},
	{289, "Spare code"},
	{290, "Saint Helena, Ascension and Tristan da Cunha"},
	{291, "Eritrea"},
	{292, "Spare code"},
	{293, "Spare code"},
	{294, "Spare code"},
	{295, "Spare code"},
	{296, "Spare code"},
	{297, "Aruba"},
	{298, "Faroe Islands"},
	{299, "Greenland (Denmark)"},
	{350, "Gibraltar"},
	{351, "Portugal"},
	{352, "Luxembourg"},
	{353, "Ireland"},
	{354, "Iceland"},
	{355, "Albania (Republic of)"},
	{356, "Malta"},
	{357, "Cyprus (Republic of)"},
	{358, "Finland"},
	{359, "Bulgaria (Republic of)"},
	{370, "Lithuania (Republic of)"},
	{371, "Latvia (Republic of)"},
	{372, "Estonia (Republic of)"},
	{373, "Moldova (Republic of)"},
	{374, "Armenia (Republic of)"},
	{375, "Belarus (Republic of)"},
	{376, "Andorra (Principality of)"},
	{377, "Monaco (Principality of)"},
	{378, "San Marino (Republic of)"},
	{379, "Vatican City State"},
	{380, "Ukraine"},
	{381, "Serbia (Republic of)"},
	{382, "Montenegro (Republic of)"},
	{383, "Spare code"},
	{384, "Spare code"},
	{385, "Croatia (Republic of)"},
	{386, "Slovenia (Republic of)"},
	{387, "Bosnia and Herzegovina"},
	{388, "Group of countries, shared code"},
	{389, "The Former Yugoslav Republic of Macedonia"},
	{420, "Czech Republic"},
	{421, "Slovak Republic"},
	{422, "Spare code"},
	{423, "Liechtenstein (Principality of)"},
	{424, "Spare code"},
	{425, "Spare code"},
	{426, "Spare code"},
	{427, "Spare code"},
	{428, "Spare code"},
	{429, "Spare code"},
	{500, "Falkland Islands (Malvinas)"},
	{501, "Belize"},
	{502, "Guatemala (Republic of)"},
	{503, "El Salvador (Republic of)"},
	{504, "Honduras (Republic of)"},
	{505, "Nicaragua"},
	{506, "Costa Rica"},
	{507, "Panama (Republic of)"},
	{508, "Saint Pierre and Miquelon (Collectivite territoriale de la Republique francaise)"},
	{509, "Haiti (Republic of)"},
	{590, "Guadeloupe (French Department of)"},
	{591, "Bolivia (Plurinational State of)"},
	{592, "Guyana"},
	{593, "Ecuador"},
	{594, "French Guiana (French Department of)"},
	{595, "Paraguay (Republic of)"},
	{596, "Martinique (French Department of)"},
	{597, "Suriname (Republic of)"},
	{598, "Uruguay (Eastern Republic of)"},
	{599, "Bonaire, Saint Eustatius and Saba, Curacao"},
	{670, "Democratic Republic of Timor-Leste"},
	{671, "Spare code"},
	{672, "Australian External Territories"},
	{673, "Brunei Darussalam"},
	{674, "Nauru (Republic of)"},
	{675, "Papua New Guinea"},
	{676, "Tonga (Kingdom of)"},
	{677, "Solomon Islands"},
	{678, "Vanuatu (Republic of)"},
	{679, "Fiji (Republic of)"},
	{680, "Palau (Republic of)"},
	{681, "Wallis and Futuna (Territoire francais d'outre-mer)"},
	{682, "Cook Islands"},
	{683, "Niue"},
	{684, "Spare code"},
	{685, "Samoa (Independent State of)"},
	{686, "Kiribati (Republic of)"},
	{687, "New Caledonia (Territoire francais d'outre-mer)"},
	{688, "Tuvalu"},
	{689, "French Polynesia (Territoire francais d'outre-mer)"},
	{690, "Tokelau"},
	{691, "Micronesia (Federated States of)"},
	{692, "Marshall Islands (Republic of the)"},
	{693, "Spare code"},
	{694, "Spare code"},
	{695, "Spare code"},
	{696, "Spare code"},
	{697, "Spare code"},
	{698, "Spare code"},
	{699, "Spare code"},
	{800, "International Freephone Service"},
	{801, "Spare code"},
	{802, "Spare code"},
	{803, "Spare code"},
	{804, "Spare code"},
	{805, "Spare code"},
	{806, "Spare code"},
	{807, "Spare code"},
	{808, "International Shared Cost Service (ISCS)"},
	{809, "Spare code"},
	{830, "Spare code"},
	{831, "Spare code"},
	{832, "Spare code"},
	{833, "Spare code"},
	{834, "Spare code"},
	{835, "Spare code"},
	{836, "Spare code"},
	{837, "Spare code"},
	{838, "Spare code"},
	{839, "Spare code"},
	{850, "Democratic People's Republic of Korea"},
	{851, "Spare code"},
	{852, "Hong Kong, China"},
	{853, "Macau, China"},
	{854, "Spare code"},
	{855, "Cambodia (Kingdom of)"},
	{856, "Lao People's Democratic Republic"},
	{857, "Spare code"},
	{858, "Spare code"},
	{859, "Spare code"},
	{870, "Inmarsat SNAC"},
	{871, "Spare code"},
	{872, "Spare code"},
	{873, "Spare code"},
	{874, "Spare code"},
	{875, "Reserved - Maritime Mobile Service Applications"},
	{876, "Reserved - Maritime Mobile Service Applications"},
	{877, "Reserved - Maritime Mobile Service Applications"},
	{878, "Universal Personal Telecommunication Service (UPT)"},
	{879, "Reserved for national non-commercial purposes"},
	{880, "Bangladesh"},
	{881, "Global Mobile Satellite System (GMSS), shared code"},
	{882, "International Networks, shared code"},
	{883, "International Networks, shared code"},
	{884, "Spare code"},
	{885, "Spare code"},
	{886, "Taiwan, China"},
	{887, "Spare code"},
	{888, "Telecommunications for Disaster Relief (TDR)"},
	{889, "Spare code"},
	{890, "Spare code"},
	{891, "Spare code"},
	{892, "Spare code"},
	{893, "Spare code"},
	{894, "Spare code"},
	{895, "Spare code"},
	{896, "Spare code"},
	{897, "Spare code"},
	{898, "Spare code"},
	{899, "Spare code"},
	{960, "Maldives (Republic of)"},
	{961, "Lebanon"},
	{962, "Jordan (Hashemite Kingdom of)"},
	{963, "Syrian Arab Republic"},
	{964, "Iraq (Republic of)"},
	{965, "Kuwait (State of)"},
	{966, "Saudi Arabia (Kingdom of)"},
	{967, "Yemen (Republic of)"},
	{968, "Oman (Sultanate of)"},
	{969, "Reserved - reservation currently under investigation"},
	{970, "Reserved"},
	{971, "United Arab Emirates"},
	{972, "Israel (State of)"},
	{973, "Bahrain (Kingdom of)"},
	{974, "Qatar (State of)"},
	{975, "Bhutan (Kingdom of)"},
	{976, "Mongolia"},
	{977, "Nepal (Federal Democratic Republic of)"},
	{978, "Spare code"},
	{979, "International Premium Rate Service (IPRS)"},
	{990, "Spare code"},
	{991, "Trial of a proposed new international telecommunication public correspondence "
	      "service, shared code"},
	{992, "Tajikstan (Republic of)"},
	{993, "Turkmenistan"},
	{994, "Azerbaijan"},
	{995, "Georgia"},
	{996, "Kyrgyz Republic"},
	{997, "Spare code"},
	{998, "Uzbekistan (Republic of)"},
	{999, "Reserved for future global service"},
};

static const struct field fields[] = {
	[SUBSCRIBER] = {"gtp.subscriber", "Subscriber", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[IMSI] = {"e212.imsi", "IMSI", STRING, .traits = BORROWED, .help = "Which subscriber",
		  .ref = "ITU-T E.212"},
	[IMSI_BAD] = EXPERT("e212.imsi.malformed", "Malformed IMSI", WARNING, G_MALFORMED),
	[ASSOCIATION] = {"e212.assoc.imsi", "Association IMSI", STRING,
			 .traits = BORROWED | GENERATED, .help = "Which subscriber",
			 .ref = "ITU-T E.212"},
	[IMSI_MCC] = {"e212.mcc", "Mobile Country Code (MCC)", U16, DEC, .traits = BORROWED,
		      .words = &gtp_countries, .help = "The country of the network",
		      .ref = "ITU-T E.212"},
	[IMSI_MNC] = {"e212.mnc", "Mobile Network Code (MNC)", U16, DEC, .traits = BORROWED,
		      .help = "The network", .ref = "ITU-T E.212"},
	[RAI] = {"text", "Routing Area Identity", HEADING},
	[RAI_MCC] = {"e212.rai.mcc", "Mobile Country Code (MCC)", U16, DEC, .traits = BORROWED,
		     .words = &gtp_countries, .help = "The country of the network",
		     .ref = "ITU-T E.212"},
	[RAI_MNC] = {"e212.rai.mnc", "Mobile Network Code (MNC)", U16, DEC, .traits = BORROWED,
		     .help = "The network", .ref = "ITU-T E.212"},
	[LAC] = {"gtp.lac", "Location Area Code (LAC)", U16, DEC, .help = "The area of paging",
		 .ref = "TS 23.003, 4.1"},
	[RAC] = {"gtp.rai_rac", "Routing Area Code (RAC)", U8, DEC, .help = "The area within that",
		 .ref = "TS 23.003, 4.2"},
	[MSISDN_IE] = {"text", "MS international PSTN/ISDN number", HEADING},
	[MSISDN_LENGTH] = {"gtp.length", "Length", U16, DEC, .help = "Octets that follow",
			   .ref = "TS 29.060, 7.7.33"},
	[EXTENSION] = {"gsm_map.extension", "Extension", BOOL, AT(0, 1), .under = LOOSE,
		       .traits = BORROWED, WORDS(extension_words),
		       .help = "No more octets of this kind follow", .ref = "TS 29.002, 17.7.8"},
	[NATURE] = {"gsm_map.nature_of_number", "Nature of number", U8, HEX, AT(1, 3),
		    .under = LOOSE, .traits = BORROWED, WORDS(nature_words),
		    .help = "Which part of the number it is", .ref = "TS 29.002, 17.7.8"},
	[PLAN] = {"gsm_map.number_plan", "Number plan", U8, HEX, AT(4, 4), .under = LOOSE,
		  .traits = BORROWED, WORDS(plan_words), .help = "Whose numbers",
		  .ref = "TS 29.002, 17.7.8"},
	[MSISDN] = {"e164.msisdn", "E.164 number (MSISDN)", STRING, .traits = BORROWED,
		    .help = "The subscriber's telephone", .ref = "ITU-T E.164"},
	[COUNTRY] = {"e164.country_code", "Country Code", U16, DEC, .traits = BORROWED,
		     WORDS(country_words), .help = "Where it is at home", .ref = "ITU-T E.164"},
	[ZONE_IE] = {"text", "MS Time Zone", HEADING},
	[LENGTH] = {"gtp.ext_length", "Length", U16, DEC, .help = "Octets that follow",
		    .ref = "TS 29.060, 7.7"},
	[ZONE] = {"gtp.timezone", "Timezone", U8, DEC, .help = "Quarters of an hour from UTC",
		  .ref = "TS 24.008, 10.5.3.8"},
	[DST] = {"gtp.timezone_dst", "DST", U8, DEC, AT(6, 2), .under = LOOSE, WORDS(dst_words),
		 .help = "Whether it is summer", .ref = "TS 24.008, 10.5.3.12"},
	[PLACE_IE] = {"text", "User Location Information", HEADING},
	[PLACE] = {"gtp.geo_loc_type", "Geographic Location Type", U8, DEC, WORDS(place_words),
		   .help = "How the place is told", .ref = "TS 29.060, 7.7.51"},
	[PLACE_BAD] = EXPERT("gtp.ext_geo_loc_type.unknown", "Unknown Location type data", WARNING,
			     G_PROTOCOL),
	[CGI_MCC] = {"e212.cgi.mcc", "Mobile Country Code (MCC)", U16, DEC, .traits = BORROWED,
		     .words = &gtp_countries, .help = "The country of the network",
		     .ref = "ITU-T E.212"},
	[CGI_MNC] = {"e212.cgi.mnc", "Mobile Network Code (MNC)", U16, DEC, .traits = BORROWED,
		     .help = "The network", .ref = "ITU-T E.212"},
	[CELL] = {"gtp.cgi_ci", "Cell ID (CI)", U16, DEC, .help = "Which cell",
		  .ref = "TS 23.003, 4.3"},
	[SAI_MCC] = {"e212.sai.mcc", "Mobile Country Code (MCC)", U16, DEC, .traits = BORROWED,
		     .words = &gtp_countries, .help = "The country of the network",
		     .ref = "ITU-T E.212"},
	[SAI_MNC] = {"e212.sai.mnc", "Mobile Network Code (MNC)", U16, DEC, .traits = BORROWED,
		     .help = "The network", .ref = "ITU-T E.212"},
	[SERVICE_AREA] = {"gtp.sai_sac", "Service Area Code (SAC)", U16, DEC, .help = "Some cells",
			  .ref = "TS 23.003, 12.5"},
	[IMEI_IE] = {"text", "IMEI", HEADING, .line = "IMEI(SV): {gtp.ext_imeisv}"},
	[IMEI] = {"gtp.ext_imeisv", "IMEI(SV)", STRING, .help = "Which mobile",
		  .ref = "TS 23.003, 6.2"},
	[GATEWAY_IE] = {"text", "Charging Gateway address", HEADING,
			.line = "Charging Gateway address : [{gtp.chrg_ipv4}][{gtp.chrg_ipv6}]"},
	[GATEWAY] = {"gtp.chrg_ipv4", "CG address IPv4", IPV4, .help = "Who counts",
		     .ref = "TS 29.060, 7.7.44"},
	[GATEWAY6] = {"gtp.chrg_ipv6", "CG address IPv6", IPV6, .help = "Who counts",
		      .ref = "TS 29.060, 7.7.44"},
};

enum { T_IMSI = 2, T_RAI, T_MSISDN = 134, T_PLACE = 152, T_ZONE, T_IMEI, T_GATEWAY = 251 };
enum { CELL_PLACE, SERVICE_PLACE, ROUTING_PLACE };

#define FILLER 15 /* the digit that fills an octet up */

/* Digits of n octets, the lower half first, up to a filler. */
static unsigned take_digits(struct cursor *c, uint32_t n, char *digits)
{
	unsigned count = 0;
	bool ended = false;

	while (n--) {
		unsigned octet = u8(c);

		for (unsigned i = 0; i < 2; i++) {
			unsigned digit = i ? octet >> 4 : octet & 15;

			ended = ended || digit == FILLER;
			if (!ended)
				digits[count++] = "0123456789?????"[digit];
		}
	}
	return count;
}

static void put_digits(struct walk *w, unsigned row, uint32_t at, uint32_t len, const char *digits,
		       unsigned n)
{
	put_bytes(w, row, at, len, arena_copy(&w->arena, digits, n), n);
}

/* Country and network in three octets; `long_form` says that three digits name the network. */
static void put_network(struct walk *w, uint32_t at, const uint8_t *d, unsigned mcc_row)
{
	unsigned mcc = d[0] * 100u + d[1] * 10u + d[2], mnc = d[3] * 10u + d[4];
	bool three = d[5] != FILLER;
	const char *name;

	if (three)
		mnc = mnc * 10 + d[5];
	name = gtp_network(mcc, mnc, three);
	put_value(w, mcc_row, at, 2, mcc);
	put_value(w, mcc_row + 1, at + 1, 2, mnc);
	label_value(w, three ? "%s (%03u)" : "%s (%02u)", name ? name : "Unknown", mnc);
}

/* The digits d1 d2 d3 of the country, and those of the network, of which the third stands first. */
static void take_network(struct walk *w, struct cursor *c, unsigned mcc_row)
{
	uint32_t at = c->at;
	unsigned a = u8(c), b = u8(c), m = u8(c);
	const uint8_t d[] = {a & 15, a >> 4 & 15, b & 15, m & 15, m >> 4 & 15, b >> 4 & 15};

	if (!c->bad)
		put_network(w, at, d, mcc_row);
}

#define IMSI_OCTETS 8
#define IMSI_MOST 15 /* digits */

static void put_imsi(struct walk *w, struct cursor *c)
{
	struct cursor half = *c;
	uint32_t at = c->at;
	char digits[2 * IMSI_OCTETS];
	unsigned n = take_digits(c, IMSI_OCTETS, digits), group;
	unsigned a = u8(&half), b = u8(&half), m = u8(&half);
	uint8_t d[] = {a & 15, a >> 4 & 15, b & 15, b >> 4 & 15, m & 15, m >> 4 & 15};

	if (c->bad)
		return;
	put_digits(w, IMSI, at, IMSI_OCTETS, digits, n);
	if (n > IMSI_MOST || n < 5)
		expert(w, IMSI_BAD, NULL);
	put_digits(w, ASSOCIATION, at, IMSI_OCTETS, digits, n);
	group = d[0] * 100u + d[1] * 10u + d[2];
	if (gtp_network(group, d[3] * 10u + d[4], false))
		d[5] = FILLER;
	w->depth++;
	put_network(w, at, d, IMSI_MCC);
	w->depth--;
}

static void put_area(struct walk *w, struct cursor *c, unsigned mcc_row)
{
	take_network(w, c, mcc_row);
	put(w, c, LAC, 2);
}

static void put_msisdn(struct walk *w, struct cursor *c)
{
	char digits[64];
	unsigned n, code = 0;
	uint32_t at, len;

	put_slice(w, *c, EXTENSION, 1);
	put_slice(w, *c, NATURE, 1);
	put_slice(w, *c, PLAN, 1);
	u8(c);
	at = c->at;
	len = c->left.wire;
	if (!len || len > sizeof digits / 2)
		return;
	n = take_digits(c, len, digits);
	if (c->bad)
		return;
	put_digits(w, MSISDN, at, len, digits, n);
	for (unsigned i = 0; i < n && i < 3; i++) {
		code = code * 10 + (unsigned)(digits[i] - '0');
		if (code && word_for(fields[COUNTRY].words, code)) {
			w->depth++;
			put_value(w, COUNTRY, at, (i + 2) / 2, code);
			w->depth--;
			return;
		}
	}
}

/* TS 24.008, 10.5.3.8: tens last, and the sign above them. */
static void put_zone(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t at = c->at;
	unsigned code = u8(c);
	unsigned quarters = (code & 7) * 10 + (code >> 4);
	char sign = code & 8 ? '-' : '+';

	if (c->bad)
		return;
	put_value(w, ZONE, at, 1, quarters);
	label_value(w, "GMT %c %u hours %u minutes", sign, quarters / 4, quarters % 4 * 15);
	label_tail_of(w, group, ": GMT %c %u hours %u minutes", sign, quarters / 4,
		      quarters % 4 * 15);
	if (c->left.wire)
		put_slice(w, *c, DST, 1);
}

static void put_place(struct walk *w, struct cursor *c)
{
	switch (put(w, c, PLACE, 1)) {
	case CELL_PLACE:
		put_area(w, c, CGI_MCC);
		put(w, c, CELL, 2);
		break;
	case SERVICE_PLACE:
		put_area(w, c, SAI_MCC);
		put(w, c, SERVICE_AREA, 2);
		break;
	case ROUTING_PLACE:
		put_area(w, c, RAI_MCC);
		put(w, c, RAC, 1);
		break;
	default:
		expert(w, PLACE_BAD, NULL);
		break;
	}
}

static void put_imei(struct walk *w, struct cursor *c)
{
	char digits[32];
	uint32_t at = c->at, len = c->left.wire;
	unsigned n;

	if (len > sizeof digits / 2)
		return;
	n = take_digits(c, len, digits);
	if (!c->bad)
		put_digits(w, IMEI, at, len, digits, n);
}

static void put_gateway(struct walk *w, struct cursor *c)
{
	if (c->left.wire == 4)
		put(w, c, GATEWAY, 4);
	else if (c->left.wire == 16)
		put(w, c, GATEWAY6, 16);
}

static void put_gateway_length(struct walk *w, struct cursor *c)
{
	unsigned len = (unsigned)put(w, c, LENGTH, 2);

	label_whole(w, "Charging Gateway address length : %u", len);
}

/* An element with its length behind its type. */
static void put_long(struct walk *w, struct cursor *c, unsigned type, unsigned row)
{
	uint32_t group = open_group(w, c, row, c->left.wire);

	u8(c);
	if (type == T_GATEWAY)
		put_gateway_length(w, c);
	else
		put(w, c, type == T_MSISDN ? MSISDN_LENGTH : LENGTH, 2);
	if (type == T_MSISDN)
		put_msisdn(w, c);
	else if (type == T_PLACE)
		put_place(w, c);
	else if (type == T_ZONE)
		put_zone(w, c, group);
	else if (type == T_IMEI)
		put_imei(w, c);
	else
		put_gateway(w, c);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);
	uint32_t group;

	(void)l;
	switch (type) {
	case T_IMSI:
		u8(c);
		put_imsi(w, c);
		break;
	case T_RAI:
		group = open_group(w, c, RAI, c->left.wire);
		u8(c);
		put_area(w, c, RAI_MCC);
		put(w, c, RAC, 1);
		shut_group(w, group, NULL);
		break;
	case T_MSISDN:
		put_long(w, c, type, MSISDN_IE);
		break;
	case T_PLACE:
		put_long(w, c, type, PLACE_IE);
		break;
	case T_ZONE:
		put_long(w, c, type, ZONE_IE);
		break;
	case T_IMEI:
		put_long(w, c, type, IMEI_IE);
		break;
	default:
		put_long(w, c, type, GATEWAY_IE);
		break;
	}
}

static const struct hang hangs[] = {{"gtp.part", 2}, {0}};

const struct proto proto_gtp_subscriber = {
	.brief = "GTP",
	.no_column = true,
	.bare = true,
	.prefix = "gtp",
	.spec = "3GPP TS 29.060, 7.7",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
