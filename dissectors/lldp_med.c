/* SPDX-License-Identifier: BSD-2-Clause */
/* LLDP: elements for phones and other media endpoints. */
/* ANSI/TIA-1057. */
#include "shared/lldp.h"

enum {
	PART,
	LOOSE,
	ORG_OUI,
	SUBTYPE,
	CAPS,
	CAPS_LLPD,
	CAPS_NETWORK_POLICY,
	CAPS_LOCATION_ID,
	CAPS_MDI_PSE,
	CAPS_MID_PD,
	CAPS_INVENTORY,
	CLASS,
	APP,
	POLICY,
	TAGGED,
	VLAN,
	L2_PRIO,
	DSCP,
	FORMAT,
	LAT_RES,
	LAT,
	LONG_RES,
	LONG,
	ALT_TYPE,
	ALT_RES,
	ALT,
	DATUM,
	LCI_LEN,
	WHAT,
	COUNTRY,
	CA_TYPE,
	CA_LEN,
	CA_VALUE,
	ELIN,
	P_TYPE,
	P_SOURCE,
	P_PRIO,
	P_VALUE,
	HARDWARE,
	FIRMWARE,
	SOFTWARE,
	SERIAL,
	MANUFACTURER,
	MODEL,
	ASSET,
	SHORT,
	LONGER,
	TOO_SHORT,
	TOO_LONG,
};

static const struct word subtype_words[] = {
	{1, "Media Capabilities"},
	{2, "Network Policy"},
	{3, "Location Identification"},
	{4, "Extended Power-via-MDI"},
	{5, "Inventory - Hardware Revision"},
	{6, "Inventory - Firmware Revision"},
	{7, "Inventory - Software Revision"},
	{8, "Inventory - Serial Number"},
	{9, "Inventory - Manufacturer Name"},
	{10, "Inventory - Model Name"},
	{11, "Inventory - Asset ID"},
};

static const struct word caps_llpd_words[] = {{0, "Not capable"}, {1, "Capable"}};

static const struct word class_words[] = {
	{0, "Type Not Defined"},   {1, "Endpoint Class I"},     {2, "Endpoint Class II"},
	{3, "Endpoint Class III"}, {4, "Network Connectivity"},
};

static const struct word app_words[] = {
	{0, "Reserved"},
	{1, "Voice"},
	{2, "Voice Signaling"},
	{3, "Guest Voice"},
	{4, "Guest Voice Signaling"},
	{5, "Softphone Voice"},
	{6, "Video Conferencing"},
	{7, "Streaming Video"},
	{8, "Video Signaling"},
};

static const struct word policy_words[] = {{0, "Defined"}, {1, "Unknown"}};

static const struct word format_words[] = {
	{0, "Invalid "},
	{1, "Coordinate-based LCI"},
	{2, "Civic Address LCI"},
	{3, "ECS ELIN"},
};

static const struct word alt_type_words[] = {
	{1, "Meters"},
	{2, "Floors"},
};

static const struct word what_words[] = {
	{0, "Location of the DHCP server"},
	{1, "Location of the network element believed to be closest to the client"},
	{2, "Location of the client"},
};

static const struct word ca_type_words[] = {
	{0, "Language"},
	{1, "National subdivisions (province, state, etc)"},
	{2, "County, parish, district"},
	{3, "City, township"},
	{4, "City division, borough, ward"},
	{5, "Neighborhood, block"},
	{6, "Street"},
	{16, "Leading street direction"},
	{17, "Trailing street suffix"},
	{18, "Street suffix"},
	{19, "House number"},
	{20, "House number suffix"},
	{21, "Landmark or vanity address"},
	{22, "Additional location information"},
	{23, "Name"},
	{24, "Postal/ZIP code"},
	{25, "Building"},
	{26, "Unit"},
	{27, "Floor"},
	{28, "Room number"},
	{29, "Place type"},
	{128, "Script"},
};

static const struct word p_type_words[] = {
	{0, "PSE Device"},
	{1, "PD Device"},
	{2, "PSE Device"},
	{3, "PD Device"},
};

static const struct word p_prio_words[] = {
	{0, "Unknown"},
	{1, "Critical"},
	{2, "High"},
	{3, "Low"},
};

static void form_milliwatt(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u mW", 100 * (unsigned)n->u);
}

/* Degrees of 34 bits with a fraction of 25, whose decimals Wireshark writes as zeros. */
static void put_degrees(struct text *t, uint64_t v, const char *plus, const char *minus)
{
	uint64_t all = v & 0x3ffffffffULL;
	bool negative = all >> 33;
	uint64_t size = negative ? (1ULL << 34) - all : all;

	text_format(t, "%u.0000 degrees %s (0x%010llX)", (unsigned)(size >> 25),
		    negative ? minus : plus, (unsigned long long)all);
}

static void form_latitude(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	put_degrees(t, n->u, "North", "South");
}

static void form_longitude(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	put_degrees(t, n->u, "East", "West");
}

/* What the number means depends on what the port is, which the row before tells. */
static void form_source(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const device[] = {"Unknown", "PSE", "Local", "PSE and Local"};
	static const char *const sourcing[] = {"Unknown", "Primary Power Source",
					       "Backup Power Source", "Unknown"};
	bool sources = n > r->nodes && n[-1].depth == n->depth && !(n[-1].u & 1);

	text_format(t, "%u %s", (unsigned)n->u & 3, (sources ? sourcing : device)[n->u & 3]);
}

static const struct field fields[] = {
	[PART] = {"lldp.media", "Media Endpoint Discovery", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[ORG_OUI] = LLDP_OUI_ROW,
	[SUBTYPE] = {"lldp.media.subtype", "Media Subtype", U8, HEX, WORDS(subtype_words),
		     .help = "Which element", .ref = "10.2"},
	[CAPS] = {"lldp.media.subtype.caps", "Capabilities", U16, HEX, .help = "All of it",
		  .ref = "10.2.2"},
	[CAPS_LLPD] = {"lldp.media.subtype.caps.llpd", "LLDP-MED Capabilities", BOOL, AT(15, 1),
		       BOX(16, 15), .under = CAPS, WORDS(caps_llpd_words),
		       .help = "The system says this, too", .ref = "10.2.2"},
	[CAPS_NETWORK_POLICY] = {"lldp.media.subtype.caps.network_policy", "Network Policy", BOOL,
				 AT(14, 1), BOX(16, 14), .under = CAPS, WORDS(caps_llpd_words),
				 .help = "The system says this, too", .ref = "10.2.2"},
	[CAPS_LOCATION_ID] = {"lldp.media.subtype.caps.location_id", "Location Identification",
			      BOOL, AT(13, 1), BOX(16, 13), .under = CAPS, WORDS(caps_llpd_words),
			      .help = "The system says this, too", .ref = "10.2.2"},
	[CAPS_MDI_PSE] = {"lldp.media.subtype.caps.mdi_pse", "Extended Power via MDI-PSE", BOOL,
			  AT(12, 1), BOX(16, 12), .under = CAPS, WORDS(caps_llpd_words),
			  .help = "The system says this, too", .ref = "10.2.2"},
	[CAPS_MID_PD] = {"lldp.media.subtype.caps.mid_pd", "Extended Power via MDI-PD", BOOL,
			 AT(11, 1), BOX(16, 11), .under = CAPS, WORDS(caps_llpd_words),
			 .help = "The system says this, too", .ref = "10.2.2"},
	[CAPS_INVENTORY] = {"lldp.media.subtype.caps.inventory", "Inventory", BOOL, AT(10, 1),
			    BOX(16, 10), .under = CAPS, WORDS(caps_llpd_words),
			    .help = "The system says this, too", .ref = "10.2.2"},
	[CLASS] = {"lldp.media.subtype.class", "Class Type", U8, DEC, WORDS(class_words),
		   .help = "What the system is", .ref = "10.2.2"},
	[APP] = {"lldp.media.app_type", "Application Type", U8, DEC, WORDS(app_words),
		 .help = "What it is for", .ref = "10.2.3"},
	[POLICY] = {"lldp.media.policy_flag", "Policy", BOOL, AT(0, 1), BOX(24, 0), .under = LOOSE,
		    WORDS(policy_words), .help = "The policy isn't known", .ref = "10.2.3"},
	[TAGGED] = {"lldp.media.tag_flag", "Tagged", BOOL, AT(1, 1), BOX(24, 1), .under = LOOSE,
		    WORDS(yes_no), .help = "Frames have a tag", .ref = "10.2.3"},
	[VLAN] = {"lldp.media.vlan_id", "VLAN Id", U24, DEC, AT(3, 12), BOX(24, 3), .under = LOOSE,
		  .help = "In this VLAN", .ref = "10.2.3"},
	[L2_PRIO] = {"lldp.media.l2_prio", "L2 Priority", U24, DEC, AT(15, 3), BOX(24, 15),
		     .under = LOOSE, .help = "Priority in the tag", .ref = "10.2.3"},
	[DSCP] = {"lldp.media.dscp", "DSCP Priority", U24, DEC, AT(18, 6), BOX(24, 18),
		  .under = LOOSE, .help = "Service in the IP header", .ref = "10.2.3"},
	[FORMAT] = {"lldp.media.loc.data_format", "Location Data Format", U8, DEC,
		    WORDS(format_words), .help = "How the place is told", .ref = "10.2.4"},
	[LAT_RES] = {"lldp.media.loc.lat_resolution", "Latitude Resolution", U8, DEC, AT(0, 6),
		     .under = LOOSE, .help = "Bits that count", .ref = "10.2.4.3"},
	[LAT] = {"lldp.media.loc.latitude", "Latitude", U40, DEC, .form = form_latitude,
		 .help = "Where north or south", .ref = "10.2.4.3"},
	[LONG_RES] = {"lldp.media.loc.long_resolution", "Longitude Resolution", U8, DEC, AT(0, 6),
		      .under = LOOSE, .help = "Bits that count", .ref = "10.2.4.3"},
	[LONG] = {"lldp.media.loc.longitude", "Longitude", U40, DEC, .form = form_longitude,
		  .help = "Where east or west", .ref = "10.2.4.3"},
	[ALT_TYPE] = {"lldp.media.loc.alt_type", "Altitude Type", U8, DEC, AT(0, 4), .under = LOOSE,
		      WORDS(alt_type_words), .help = "What the height counts", .ref = "10.2.4.3"},
	[ALT_RES] = {"lldp.media.loc.alt_resolution", "Altitude Resolution", U16, DEC, AT(4, 6),
		     BOX(16, 4), .under = LOOSE, .help = "Bits that count", .ref = "10.2.4.3"},
	[ALT] = {"lldp.media.loc.altitude", "Altitude", U32, DEC, AT(2, 30), BOX(32, 2),
		 .under = LOOSE, .help = "How high", .ref = "10.2.4.3"},
	[DATUM] = {"lldp.media.loc.datum", "Datum", U8, DEC, .help = "Of which map",
		   .ref = "10.2.4.3"},
	[LCI_LEN] = {"lldp.media.civic.length", "LCI Length", U8, DEC, .help = "Octets that follow",
		     .ref = "10.2.4.4"},
	[WHAT] = {"lldp.media.civic.what", "What", U8, DEC, WORDS(what_words),
		  .help = "Whose place it is", .ref = "10.2.4.4"},
	[COUNTRY] = {"lldp.media.civic.country", "Country", STRING, .help = "In which country",
		     .ref = "10.2.4.4"},
	[CA_TYPE] = {"lldp.media.civic.type", "CA Type", U8, DEC, WORDS(ca_type_words),
		     .help = "Which part of the address", .ref = "10.2.4.4"},
	[CA_LEN] = {"lldp.media.civic.length", "LCI Length", U8, DEC, .help = "Octets of it",
		    .ref = "10.2.4.4"},
	[CA_VALUE] = {"lldp.media.civic.value", "CA Value", STRING, .help = "What it says",
		      .ref = "10.2.4.4"},
	[ELIN] = {"lldp.media.ecs", "ELIN", STRING, .help = "A number to call back",
		  .ref = "10.2.4.5"},
	[P_TYPE] = {"lldp.media.power.type", "Power Type", U8, DEC, AT(0, 2), .under = LOOSE,
		    WORDS(p_type_words), .help = "What the port is", .ref = "10.2.5"},
	[P_SOURCE] = {"lldp.media.power.source", "Power Source", U8, DEC, AT(2, 2), .under = LOOSE,
		      .form = form_source, .help = "Where it comes from", .ref = "10.2.5"},
	[P_PRIO] = {"lldp.media.power.prio", "Power Priority", U8, DEC, AT(4, 4), .under = LOOSE,
		    WORDS(p_prio_words), .help = "How much it matters", .ref = "10.2.5"},
	[P_VALUE] = {"lldp.media.power.value", "Power Value", U16, DEC, .form = form_milliwatt,
		     .help = "Tenths of watts", .ref = "10.2.5"},
	[HARDWARE] = {"lldp.media.hardware", "Hardware Revision", STRING, .traits = ZSTRING,
		      .help = "Of the system", .ref = "10.2.6"},
	[FIRMWARE] = {"lldp.media.firmware", "Firmware Revision", STRING, .traits = ZSTRING,
		      .help = "Of the system", .ref = "10.2.6"},
	[SOFTWARE] = {"lldp.media.software", "Software Revision", STRING, .traits = ZSTRING,
		      .help = "Of the system", .ref = "10.2.6"},
	[SERIAL] = {"lldp.media.sn", "Serial Number", STRING, .traits = ZSTRING,
		    .help = "Of the system", .ref = "10.2.6"},
	[MANUFACTURER] = {"lldp.media.manufacturer", "Manufacturer Name", STRING, .traits = ZSTRING,
			  .help = "Of the system", .ref = "10.2.6"},
	[MODEL] = {"lldp.media.model", "Model Name", STRING, .traits = ZSTRING,
		   .help = "Of the system", .ref = "10.2.6"},
	[ASSET] = {"lldp.media.asset", "Asset ID", STRING, .traits = ZSTRING,
		   .help = "What the owner calls it", .ref = "10.2.6"},
	[SHORT] = {"text", "Invalid length, too short", HEADING},
	[LONGER] = {"text", "Invalid length, greater than expected", HEADING},
	[TOO_SHORT] =
		EXPERT("lldp.incorrect_length", "Invalid length, too short", WARNING, G_MALFORMED),
	[TOO_LONG] = EXPERT("lldp.excess_length", "Invalid length, greater than expected", WARNING,
			    G_MALFORMED),
};

static void put_fault(struct walk *w, struct cursor *c, unsigned head, unsigned note)
{
	uint32_t group = open_group(w, c, head, c->left.wire);

	expert(w, note, NULL);
	shut_group(w, group, NULL);
	cursor_take(c, c->left.wire);
}

/* Puts the parts when so many octets are there, or says that they aren't. */
static void put_sized(struct walk *w, struct cursor *c, uint32_t n, const struct part *parts)
{
	if (c->left.wire < n)
		put_fault(w, c, SHORT, TOO_SHORT);
	else
		put_layout(w, c, parts);
}

static void put_capabilities(struct walk *w, struct cursor *c)
{
	put_sized(w, c, 2, PARTS({CAPS, 2}));
	put_sized(w, c, 1, PARTS({CLASS, 1}));
}

static void put_policy(struct walk *w, struct cursor *c)
{
	put_sized(w, c, 1, PARTS({APP, 1}));
	put_sized(w, c, 3,
		  PARTS({POLICY, SLICE | 3}, {TAGGED, SLICE | 3}, {VLAN, SLICE | 3},
			{L2_PRIO, SLICE | 3}, {DSCP, SLICE | 3}, {0, HOP | 3}));
}

static void put_coordinates(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{LAT_RES, SLICE | 1},
					    {LAT, 5},
					    {LONG_RES, SLICE | 1},
					    {LONG, 5},
					    {ALT_TYPE, SLICE | 1},
					    {ALT_RES, SLICE | 2},
					    {0, HOP | 1},
					    {ALT, SLICE | 4},
					    {0, HOP | 4},
					    {DATUM, 1},
					    {0, 0}};

	put_sized(w, c, 16, parts);
}

static void put_civic(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned len = u8(&peek);

	if (c->left.wire < 1 || len + 1 > c->left.wire) {
		put_fault(w, c, LONGER, TOO_LONG);
		return;
	}
	body = cursor_first(*c, len + 1);
	cursor_take(c, len + 1);
	put_layout(w, &body, PARTS({LCI_LEN, 1}, {WHAT, 1}, {COUNTRY, 2}));
	while (body.left.cap && !body.bad) {
		put(w, &body, CA_TYPE, 1);
		len = (unsigned)put(w, &body, CA_LEN, 1);
		label_name(w, "CA Length");
		if (len && !body.bad)
			put(w, &body, CA_VALUE, len);
	}
	if (body.bad)
		c->bad = body.bad;
}

static void put_location(struct walk *w, struct cursor *c)
{
	unsigned format = (unsigned)put(w, c, FORMAT, 1);

	if (format == 1)
		put_coordinates(w, c);
	else if (format == 2)
		put_civic(w, c);
	else if (format == 3 && c->left.wire)
		put(w, c, ELIN, c->left.wire);
}

static const struct layout list[] = {
	{1, NULL, put_capabilities},
	{2, NULL, put_policy},
	{3, NULL, put_location},
	{4,
	 PARTS({P_TYPE, SLICE | 1}, {P_SOURCE, SLICE | 1}, {P_PRIO, SLICE | 1}, {0, HOP | 1},
	       {P_VALUE, 2}),
	 NULL},
	{5, PARTS({HARDWARE, TO_END}), NULL},
	{6, PARTS({FIRMWARE, TO_END}), NULL},
	{7, PARTS({SOFTWARE, TO_END}), NULL},
	{8, PARTS({SERIAL, TO_END}), NULL},
	{9, PARTS({MANUFACTURER, TO_END}), NULL},
	{10, PARTS({MODEL, TO_END}), NULL},
	{11, PARTS({ASSET, TO_END}), NULL},
};

static const struct lldp_org org = {
	.oui = ORG_OUI,
	.subtype = SUBTYPE,
	.list = list,
	.n = COUNT(list),
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_lldp_org(w, c, &org);
}

static const struct hang hangs[] = {{"lldp.oui", 0x0012bb}, {0}};

const struct proto proto_lldp_med = {
	.brief = "LLDP",
	.no_column = true,
	.bare = true,
	.prefix = "lldp",
	.spec = "ANSI/TIA-1057",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
