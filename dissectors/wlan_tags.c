/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: elements of management frames that came before 802.11n. */
/* IEEE Std 802.11-2020, 9.4.2.3 to 9.4.2.17. */
#include "core/walk.h"

enum {
	WLAN_TAGS,
	RATES,
	EXT_RATES,
	CURRENT_CHANNEL,
	DTIM_COUNT,
	DTIM_PERIOD,
	BITMAP_CONTROL,
	B_MULTICAST,
	B_OFFSET,
	BITMAP,
	ERP,
	ERP_ERP_PRESENT,
	ERP_USE_PROTECTION,
	ERP_BARKER_PREAMBLE_MODE,
	ERP_RESERVED,
	CODE,
	ENVIRONMENT,
	TRIPLET,
	FIRST,
	CHANNELS,
	MOST_POWER,
	CLASS_TRIPLET,
	EXTENSION,
	OP_CLASS,
	COVERAGE,
	COUNTRY_PAD,
	POWER_MIN,
	POWER_MAX,
	CHANNEL_SET,
	SET_FIRST,
	SET_RANGE,
};

enum {
	TAG_RATES = 1,
	TAG_DS = 3,
	TAG_TIM = 5,
	TAG_COUNTRY = 7,
	TAG_POWER = 33,
	TAG_CHANNELS = 36,
	TAG_ERP = 42,
	TAG_ERP_OLD = 47,
	TAG_EXT_RATES = 50,
}; /* in table "wlan.tag.number" */

#define DBM " dBm"
#define LEAST_EXTENSION 201 /* a triplet that begins so tells an operating class */

static const struct word country_info_environments[] = {
	{1, "Operating classes in the United States"},
	{2, "Operating classes in Europe"},
	{3, "Operating classes in Japan"},
	{4, "Global operating classes"},
	{5, "S1G operating classes"},
	{6, "Operating classes in China"},
	{32, "All"},
	{73, "Indoor"},
	{79, "Outdoor"},
	{88, "Non Country Entity"},
};

/* "5.5(B)": 500 kbit/s each, and whether every station must know the rate. */
static void put_rate(struct text *t, unsigned v)
{
	unsigned half = v & 0x7f;

	if (v == 0xff) {
		text_put(t, "BSS requires support for mandatory features of HT PHY (IEEE 802.11 - "
			    "Clause 20)");
		return;
	}
	text_u64(t, half / 2);
	if (half & 1)
		text_put(t, ".5");
	if (v & 0x80)
		text_put(t, "(B)");
}

static void form_rate(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	put_rate(t, (unsigned)n->u);
	text_format(t, " (0x%02x)", (unsigned)n->u);
}

static const struct field fields[] = {
	[WLAN_TAGS] = {"wlan_tags", "Elements of IEEE 802.11 before 802.11n", PROTO},
	[RATES] = {"wlan.supported_rates", "Supported Rates", U8, HEX, .form = form_rate,
		   .help = "In 500 kbit/s; top bit: basic", .ref = "9.4.2.3"},
	[EXT_RATES] = {"wlan.extended_supported_rates", "Extended Supported Rates", U8, HEX,
		       .form = form_rate, .help = "In 500 kbit/s; top bit: basic",
		       .ref = "9.4.2.13"},
	[CURRENT_CHANNEL] = {"wlan.ds.current_channel", "Current Channel", U8, DEC,
			     .help = "Its number", .ref = "9.4.2.4"},
	[DTIM_COUNT] = {"wlan.tim.dtim_count", "DTIM count", U8, DEC,
			.help = "Beacons until the next DTIM", .ref = "9.4.2.6"},
	[DTIM_PERIOD] = {"wlan.tim.dtim_period", "DTIM period", U8, DEC,
			 .help = "Beacons from one to the next", .ref = "9.4.2.6"},
	[BITMAP_CONTROL] = {"wlan.tim.bmapctl", "Bitmap control", U8, HEX,
			    .help = "Where the bitmap begins", .ref = "9.4.2.6"},
	[B_MULTICAST] = {"wlan.tim.bmapctl.multicast", "Multicast", BOOL, AT(0, 1), BOX(8, 7),
			 .under = BITMAP_CONTROL, .traits = LE, .help = "Group traffic waits",
			 .ref = "9.4.2.6"},
	[B_OFFSET] = {"wlan.tim.bmapctl.offset", "Bitmap Offset", U8, HEX, AT(1, 7), BOX(8, 0),
		      .under = BITMAP_CONTROL, .traits = LE, .help = "In octets, halved",
		      .ref = "9.4.2.6"},
	[BITMAP] = {"wlan.tim.partial_virtual_bitmap", "Partial Virtual Bitmap", BYTES,
		    .help = "For whom traffic waits", .ref = "9.4.2.6"},
	[ERP] = {"wlan.erp_info", "ERP Information", U8, HEX,
		 .help = "Whether older stations are near", .ref = "9.4.2.12"},
	[ERP_ERP_PRESENT] = {"wlan.erp_info.erp_present", "Non ERP Present", BOOL, AT(0, 1),
			     BOX(8, 7), .under = ERP, .traits = LE, WORDS(set_notset),
			     .help = "Older stations are there", .ref = "9.4.2.12"},
	[ERP_USE_PROTECTION] = {"wlan.erp_info.use_protection", "Use Protection", BOOL, AT(1, 1),
				BOX(8, 6), .under = ERP, .traits = LE, WORDS(set_notset),
				.help = "Protect frames from them", .ref = "9.4.2.12"},
	[ERP_BARKER_PREAMBLE_MODE] = {"wlan.erp_info.barker_preamble_mode", "Barker Preamble Mode",
				      BOOL, AT(2, 1), BOX(8, 5), .under = ERP, .traits = LE,
				      WORDS(set_notset), .help = "No short preambles",
				      .ref = "9.4.2.12"},
	[ERP_RESERVED] = {"wlan.erp_info.reserved", "Reserved", U8, HEX, AT(3, 5), BOX(8, 0),
			  .under = ERP, .traits = LE, .help = "Nothing", .ref = "9.4.2.12"},
	[CODE] = {"wlan.country_info.code", "Code", STRING, .help = "Which country's rules",
		  .ref = "9.4.2.8"},
	[ENVIRONMENT] = {"wlan.country_info.environment", "Environment", U8, DEC,
			 WORDS(country_info_environments), .help = "Indoors, outdoors or both",
			 .ref = "9.4.2.8"},
	[TRIPLET] = {"wlan.country_info.fnm", "Country Info", NONE,
		     .line = "Country Info: First Channel Number: {wlan.country_info.fnm.fcn}, "
			     "Number of Channels: {wlan.country_info.fnm.nc}, Maximum Transmit "
			     "Power Level: {wlan.country_info.fnm.mtpl}" DBM,
		     .help = "Power on some channels", .ref = "9.4.2.8"},
	[FIRST] = {"wlan.country_info.fnm.fcn", "First Channel Number", U8, DEC, AT(0, 8),
		   .under = TRIPLET, .help = "First of the channels", .ref = "9.4.2.8"},
	[CHANNELS] = {"wlan.country_info.fnm.nc", "Number of Channels", U8, DEC, AT(8, 8),
		      .under = TRIPLET, .help = "How many", .ref = "9.4.2.8"},
	[MOST_POWER] = {"wlan.country_info.fnm.mtpl", "Maximum Transmit Power Level", I8, DEC,
			AT(16, 8), .under = TRIPLET, .unit = DBM, .help = "As much is allowed",
			.ref = "9.4.2.8"},
	[CLASS_TRIPLET] = {"wlan.country_info.rrc", "Country Info", NONE,
			   .line = "Country Info: Operating Extension Identifier: "
				   "{wlan.country_info.rrc.oei}, Operating Class: "
				   "{wlan.country_info.rrc.oc}, Coverage Class: "
				   "{wlan.country_info.rrc.cc}",
			   .help = "Operating class", .ref = "9.4.2.8"},
	[EXTENSION] = {"wlan.country_info.rrc.oei", "Operating Extension Identifier", U8, DEC,
		       AT(0, 8), .under = CLASS_TRIPLET, .help = "At least 201", .ref = "9.4.2.8"},
	[OP_CLASS] = {"wlan.country_info.rrc.oc", "Operating Class", U8, DEC, AT(8, 8),
		      .under = CLASS_TRIPLET, .help = "Which class", .ref = "9.4.2.8"},
	[COVERAGE] = {"wlan.country_info.rrc.cc", "Coverage Class", U8, DEC, AT(16, 8),
		      .under = CLASS_TRIPLET, .help = "How far it reaches", .ref = "9.4.2.8"},
	[COUNTRY_PAD] = {"wlan.country_info.padding", "Padding", BYTES,
			 .help = "Makes the length even", .ref = "9.4.2.8"},
	[POWER_MIN] = {"wlan.powercap.min", "Minimum Transmit Power", I8, DEC,
		       .help = "dBm, at least", .ref = "9.4.2.14"},
	[POWER_MAX] = {"wlan.powercap.max", "Maximum Transmit Power", I8, DEC,
		       .help = "dBm, at most", .ref = "9.4.2.14"},
	[CHANNEL_SET] = {"wlan.supchan", "Supported Channels Set", NONE,
			 .help = "Channels that it can", .ref = "9.4.2.17"},
	[SET_FIRST] = {"wlan.supchan.first", "First Supported Channel", U8, DEC, AT(0, 8),
		       .under = CHANNEL_SET, .help = "First of them", .ref = "9.4.2.17"},
	[SET_RANGE] = {"wlan.supchan.range", "Supported Channel Range", U8, DEC, AT(8, 8),
		       .under = CHANNEL_SET, .help = "How many", .ref = "9.4.2.17"},
};

static void put_rates(struct walk *w, struct cursor *c, uint32_t tag, unsigned row)
{
	struct text t = {0};

	while (c->left.wire && !c->bad) {
		put_rate(&t, (unsigned)put(w, c, row, 1));
		text_put(&t, ", ");
	}
	text_char(&t, '\0');
	label_tail_of(w, tag, " %s[Mbit/sec]", t.p);
	text_close(&t);
}

static void put_channel(struct walk *w, struct cursor *c, uint32_t tag)
{
	label_tail_of(w, tag, ": Current Channel: %u", (unsigned)put(w, c, CURRENT_CHANNEL, 1));
}

static void put_tim(struct walk *w, struct cursor *c, uint32_t tag)
{
	unsigned count = (unsigned)put(w, c, DTIM_COUNT, 1);
	unsigned period = (unsigned)put(w, c, DTIM_PERIOD, 1);

	label_tail_of(w, tag, ": DTIM %u of %u bitmap", count, period);
	put(w, c, BITMAP_CONTROL, 1);
	if (!c->bad && c->left.wire)
		put(w, c, BITMAP, c->left.wire);
}

/* Power on some channels, or an operating class: three octets. */
static void put_triplet(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	bool class = u8(&peek) >= LEAST_EXTENSION;

	shut_group(w, open_group(w, c, class ? CLASS_TRIPLET : TRIPLET, 3), NULL);
	cursor_take(c, 3);
}

static void put_country(struct walk *w, struct cursor *c, uint32_t tag)
{
	struct span code = span_first(c->left, 2);
	const char *where;

	put(w, c, CODE, 2);
	where = word_for(fields[ENVIRONMENT].words, put(w, c, ENVIRONMENT, 1));
	if (c->bad)
		return;
	label_tail_of(w, tag, ": Country Code %.2s, Environment %s", (const char *)code.p,
		      where ? where : "Unknown");
	while (c->left.cap >= 3)
		put_triplet(w, c);
	if (c->left.wire)
		put(w, c, COUNTRY_PAD, c->left.wire);
}

static void put_power(struct walk *w, struct cursor *c, uint32_t tag)
{
	struct cursor peek = *c;
	int8_t least = (int8_t)u8(&peek), most = (int8_t)u8(&peek);

	label_tail_of(w, tag, " Min: %d, Max: %d", least, most);
	put(w, c, POWER_MIN, 1);
	put(w, c, POWER_MAX, 1);
}

static void put_channels(struct walk *w, struct cursor *c)
{
	for (unsigned i = 1; c->left.cap >= 2; i++) {
		struct cursor peek = *c;
		unsigned first = u8(&peek), range = u8(&peek);
		uint32_t group = open_group(w, c, CHANNEL_SET, 2);

		label_tail(w, " #%u First: %u, Range: %u ", i, first, range);
		cursor_take(c, 2);
		shut_group(w, group, NULL);
	}
}

static void put_element(struct walk *w, struct cursor *c, unsigned number, uint32_t tag)
{
	switch (number) {
	case TAG_RATES:
		put_rates(w, c, tag, RATES);
		break;
	case TAG_EXT_RATES:
		put_rates(w, c, tag, EXT_RATES);
		break;
	case TAG_DS:
		put_channel(w, c, tag);
		break;
	case TAG_TIM:
		put_tim(w, c, tag);
		break;
	case TAG_COUNTRY:
		put_country(w, c, tag);
		break;
	case TAG_POWER:
		put_power(w, c, tag);
		break;
	case TAG_CHANNELS:
		put_channels(w, c);
		break;
	default:
		put(w, c, ERP, 1);
	}
}

/* An element from its head on, which is shown already; w->last is its node. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t tag = w->last;
	unsigned number = u8(c);

	(void)l;
	u8(c);
	put_element(w, c, number, tag);
}

static const struct hang hangs[] = {
	{"wlan.tag.number", TAG_RATES},     {"wlan.tag.number", TAG_DS},
	{"wlan.tag.number", TAG_TIM},       {"wlan.tag.number", TAG_COUNTRY},
	{"wlan.tag.number", TAG_POWER},     {"wlan.tag.number", TAG_CHANNELS},
	{"wlan.tag.number", TAG_ERP},       {"wlan.tag.number", TAG_ERP_OLD},
	{"wlan.tag.number", TAG_EXT_RATES}, {0}};

const struct proto proto_wlan_tags = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 9.4.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
