/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: the addresses of all frames, and the number that follows them. */
/* IEEE Std 802.11-2020, 9.2.4.3 and 9.2.4.4, 9.3. */
#include "shared/wifi.h"

enum {
	WLAN_MAC,
	SLICES,
	FRAG,
	SEQ_NUMBER,
	RA,
	RA_NAME,
	TA,
	TA_NAME,
	DA,
	DA_NAME,
	SA,
	SA_NAME,
	BSSID,
	BSSID_NAME,
	STAA,
	STAA_NAME,
	ADDR,
	ADDR_NAME,
};

enum { PART_MAC, PART_QOS, PART_KEY, PART_BLOCK_ACK }; /* in table "wlan.part" */

/* Control frames without a second address, as a set of subtypes. */
#define UNKNOWN 6
#define WRAPPER 7
#define ONE_ADDRESS \
	(1u << 0 | 1u << 1 | 1u << UNKNOWN | 1u << WRAPPER | 1u << WIFI_CTS | 1u << WIFI_ACK)

#define MAC_LEN 6
#define NOBODY 4
#define TO_DS 1
#define FROM_DS 2

static const struct field fields[] = {
	[WLAN_MAC] = {"wlan_mac", "IEEE 802.11 addresses", PROTO},
	[SLICES] = {"text", "Slices", HEADING},
	[FRAG] = {"wlan.frag", "Fragment number", U16, DEC, AT(0, 4), BOX(16, 12), .under = SLICES,
		  .traits = LE, .help = "Number of the fragment", .ref = "9.2.4.4"},
	[SEQ_NUMBER] = {"wlan.seq", "Sequence number", U16, DEC, AT(4, 12), BOX(16, 0),
			.under = SLICES, .traits = LE, .help = "Number of the frame",
			.ref = "9.2.4.4"},
	[RA] = {"wlan.ra", "Receiver address", ETHER, .help = "Who is to hear it",
		.ref = "9.2.4.3"},
	[RA_NAME] = {"wlan.ra_resolved", "Receiver address (resolved)", STRING, NAME_OF, AT(0, 48),
		     .under = RA, .traits = HIDDEN, .help = "The same as a name"},
	[TA] = {"wlan.ta", "Transmitter address", ETHER, .help = "Who sends it", .ref = "9.2.4.3"},
	[TA_NAME] = {"wlan.ta_resolved", "Transmitter address (resolved)", STRING, NAME_OF,
		     AT(0, 48), .under = TA, .traits = HIDDEN, .help = "The same as a name"},
	[DA] = {"wlan.da", "Destination address", ETHER, .help = "Whom it is for in the end",
		.ref = "9.2.4.3"},
	[DA_NAME] = {"wlan.da_resolved", "Destination address (resolved)", STRING, NAME_OF,
		     AT(0, 48), .under = DA, .traits = HIDDEN, .help = "The same as a name"},
	[SA] = {"wlan.sa", "Source address", ETHER, .help = "Whom it is from at first",
		.ref = "9.2.4.3"},
	[SA_NAME] = {"wlan.sa_resolved", "Source address (resolved)", STRING, NAME_OF, AT(0, 48),
		     .under = SA, .traits = HIDDEN, .help = "The same as a name"},
	[BSSID] = {"wlan.bssid", "BSS Id", ETHER, .help = "The access point, or the cell",
		   .ref = "9.2.4.3"},
	[BSSID_NAME] = {"wlan.bssid_resolved", "BSS Id (resolved)", STRING, NAME_OF, AT(0, 48),
			.under = BSSID, .traits = HIDDEN, .help = "The same as a name"},
	[STAA] = {"wlan.staa", "STA address", ETHER,
		  .help = "The station that isn't the access point", .ref = "9.2.4.3"},
	[STAA_NAME] = {"wlan.staa_resolved", "STA address (resolved)", STRING, NAME_OF, AT(0, 48),
		       .under = STAA, .traits = HIDDEN, .help = "The same as a name"},
	[ADDR] = {"wlan.addr", "Hardware address", ETHER, .traits = HIDDEN,
		  .help = "Any of the addresses", .ref = "9.2.4.3"},
	[ADDR_NAME] = {"wlan.addr_resolved", "Hardware address (resolved)", STRING, NAME_OF,
		       AT(0, 48), .under = ADDR, .traits = HIDDEN, .help = "The same as a name"},
};

/* The addresses as they stand in the header. */
struct macs {
	struct cursor at[4];
};

static void put_mac(struct walk *w, struct cursor at, unsigned row)
{
	if (at.left.cap >= MAC_LEN)
		put(w, &at, row, MAC_LEN);
}

/* The row, and the one that any address has. */
static void put_first(struct walk *w, struct cursor at, unsigned row)
{
	put_mac(w, at, row);
	put_mac(w, at, ADDR);
}

static struct address address_at(struct cursor at)
{
	if (at.left.cap < MAC_LEN)
		return (struct address){NONE, 0, NULL};
	return (struct address){ETHER, MAC_LEN, at.left.p};
}

/* "00:00:5e:00:53:01 (RA)": of frames that aren't relayed. */
static struct address address_as(struct walk *w, struct cursor at, const char *role)
{
	struct address a = {STRING, 0, NULL};
	struct text t = {0};

	if (at.left.cap < MAC_LEN || !w->summary)
		return (struct address){NONE, 0, NULL};
	text_hex_bytes(&t, at.left.p, MAC_LEN, ':');
	text_format(&t, " (%s)", role);
	a.len = (uint8_t)t.len;
	a.p = (const uint8_t *)arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return a;
}

static struct cursor next_mac(struct cursor *c)
{
	struct cursor at = cursor_first(*c, MAC_LEN);

	cursor_take(c, MAC_LEN);
	return at;
}

static void put_sequence(struct walk *w, struct cursor c)
{
	put_slice(w, c, FRAG, 2);
	put_slice(w, c, SEQ_NUMBER, 2);
}

static void put_management(struct walk *w, struct cursor *c)
{
	struct macs m;

	for (unsigned i = 0; i < 3; i++)
		m.at[i] = next_mac(c);
	put_first(w, m.at[0], RA);
	put_mac(w, m.at[0], DA);
	put_first(w, m.at[1], TA);
	put_mac(w, m.at[1], SA);
	put_first(w, m.at[2], BSSID);
	new_sender(w, address_at(m.at[1]));
	new_receiver(w, address_at(m.at[0]));
	put_sequence(w, *c);
	cursor_take(c, 2);
}

static void put_control(struct walk *w, struct cursor *c, unsigned subtype)
{
	bool bss = subtype == WIFI_PS_POLL, end = subtype == WIFI_CF_END;
	struct cursor to = next_mac(c), from;

	if (subtype != UNKNOWN)
		put_first(w, to, RA);
	if (bss)
		put_mac(w, to, BSSID);
	new_receiver(w, address_as(w, to, bss ? "BSSID" : "RA"));
	new_sender(w, (struct address){NONE, 0, NULL});
	if (ONE_ADDRESS >> subtype & 1)
		return;
	from = next_mac(c);
	put_first(w, from, end ? BSSID : TA);
	new_sender(w, address_as(w, from, end ? "BSSID" : "TA"));
}

/* Which address is whose, by the flags "to DS" and "from DS". */
static const struct roles {
	uint8_t da, sa, bssid, staa;
} roles[] = {{0, 1, 2, NOBODY}, {2, 1, 0, 1}, {0, 2, 1, 0}, {2, 3, NOBODY, NOBODY}};

static void put_role(struct walk *w, const struct macs *m, unsigned who, unsigned row)
{
	if (who != NOBODY)
		put_mac(w, m->at[who], row);
}

static void put_data_addresses(struct walk *w, unsigned ds, const struct macs *m, bool amsdu)
{
	struct roles who = roles[ds];
	struct address nobody = {NONE, 0, NULL};

	if (amsdu && ds & TO_DS)
		who.da = NOBODY;
	if (amsdu && ds & FROM_DS)
		who.sa = NOBODY;
	put_first(w, m->at[0], RA);
	put_first(w, m->at[1], TA);
	put_role(w, m, who.da, DA);
	put_role(w, m, who.sa, SA);
	put_role(w, m, who.bssid, BSSID);
	put_role(w, m, who.staa, STAA);
	put_mac(w, m->at[2], ADDR);
	if (ds == (TO_DS | FROM_DS))
		put_mac(w, m->at[3], ADDR);
	new_sender(w, who.sa == NOBODY ? nobody : address_at(m->at[who.sa]));
	new_receiver(w, who.da == NOBODY ? nobody : address_at(m->at[who.da]));
}

static void put_data(struct walk *w, struct cursor *c, const struct layer *mac)
{
	unsigned ds = wifi_ds(mac);
	struct cursor sequence;
	struct macs m;

	for (unsigned i = 0; i < 3; i++)
		m.at[i] = next_mac(c);
	sequence = cursor_first(*c, 2);
	cursor_take(c, 2);
	if (ds == (TO_DS | FROM_DS))
		m.at[3] = next_mac(c);
	put_data_addresses(w, ds, &m, wifi_amsdu(mac, *c));
	put_sequence(w, sequence);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = wifi_type(l->parent);

	if (type == WIFI_MANAGEMENT)
		put_management(w, c);
	else if (type == WIFI_CONTROL)
		put_control(w, c, wifi_subtype(l->parent));
	else
		put_data(w, c, l->parent);
}

static const struct hang hangs[] = {{"wlan.part", PART_MAC}, {0}};

const struct proto proto_wlan_mac = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 9.2.4.3",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
