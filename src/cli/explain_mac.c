/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: a MAC address, an EUI-64 or a vendor's prefix, in any usual spelling. */
/* IEEE Std 802-2014, 8; RFC 9542 (use of IANA's block); RFC 4291, appendix A. */
#include "cli/cli.h"
#include "cli/explain.h"
#include "core/names.h"
#include <ctype.h>
#include <string.h>

#define EUI64_LEN 8
#define OUI_LEN 3

#define GROUP 1 /* the least bits of the first octet */
#define LOCAL 2

/* An address or the first octets of many, and what it is for. */
struct known {
	uint8_t octets[MAC_LEN];
	uint8_t len; /* octets that count */
	const char *says;
};

static const struct known known[] = {
	{{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, 6, "broadcast: everybody on this link"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x00}, 6, "bridges, spanning tree (IEEE 802.1D)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x01}, 6, "pause frames (IEEE 802.3, 31B)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x02}, 6, "slow protocols: LACP, OAM (IEEE 802.3, 57A)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x03}, 6, "port access, EAPOL (IEEE 802.1X)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x0e}, 6, "nearest bridge: LLDP, PTP (IEEE 802.1AB)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x14}, 6, "IS-IS, level 1 (ISO/IEC 10589)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00, 0x15}, 6, "IS-IS, level 2 (ISO/IEC 10589)"},
	{{0x01, 0x80, 0xc2, 0x00, 0x00}, 5, "groups that IEEE 802.1 has for bridges"},
	{{0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xcc}, 6, "CDP, VTP, UDLD (Cisco)"},
	{{0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xcd}, 6, "spanning tree for each VLAN (Cisco)"},
	{{0x01, 0x1b, 0x19, 0x00, 0x00, 0x00}, 6, "PTP (IEEE 1588)"},
	{{0x00, 0x00, 0x5e, 0x00, 0x01}, 5, "virtual router, IPv4 (VRRP, RFC 9568, 7.3)"},
	{{0x00, 0x00, 0x5e, 0x00, 0x02}, 5, "virtual router, IPv6 (VRRP, RFC 9568, 7.3)"},
	{{0x00, 0x00, 0x5e, 0x00, 0x53}, 5, "documentation (RFC 9542)"},
	{{0x01, 0x00, 0x5e, 0x90, 0x10}, 5, "documentation (RFC 9542)"},
	{{0x00, 0x00, 0x0c, 0x07, 0xac}, 5, "virtual router (HSRP, Cisco)"},
	{{0x44, 0x45, 0x53, 0x54}, 4, "dial-up adapter of Windows, \"DEST\""},
	{{0x00, 0x00, 0x00, 0x00, 0x00, 0x00}, 6, "nobody: not known, not set"},
};

void text_mac(struct text *t, const uint8_t mac[MAC_LEN])
{
	text_hex_bytes(t, mac, MAC_LEN, ':');
}

const char *vendor_of(struct explain *e, const uint8_t mac[3])
{
	const char *vendor = names_vendor(e->names, mac);

	return vendor ? vendor : "unknown to the IEEE's table";
}

void interface_of_mac(const uint8_t mac[MAC_LEN], uint8_t id[8])
{
	memcpy(id, mac, 3);
	id[0] ^= LOCAL;
	id[3] = 0xff;
	id[4] = 0xfe;
	memcpy(id + 5, mac + 3, 3);
}

bool mac_of_interface(const uint8_t id[8], uint8_t mac[MAC_LEN])
{
	memcpy(mac, id, 3);
	memcpy(mac + 3, id + 5, 3);
	mac[0] ^= LOCAL;
	return id[3] == 0xff && id[4] == 0xfe && !(mac[0] & GROUP);
}

/* --- reading --- */

static int digit_of(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

/* Digits in pairs; false when they aren't for so many octets. */
static bool take_digits(const char *s, size_t n, uint8_t *octets, unsigned room, unsigned *len)
{
	if (n % 2 || n / 2 > room - *len)
		return false;
	for (size_t i = 0; i < n; i += 2) {
		if (!isxdigit((unsigned char)s[i]) || !isxdigit((unsigned char)s[i + 1]))
			return false;
		octets[(*len)++] = (uint8_t)(digit_of(s[i]) << 4 | digit_of(s[i + 1]));
	}
	return true;
}

/* "0:1b:2:..." as some systems print it: an octet may be one digit. */
static bool take_single(char c, uint8_t *octets, unsigned room, unsigned *len)
{
	if (!isxdigit((unsigned char)c) || *len == room)
		return false;
	octets[(*len)++] = (uint8_t)digit_of(c);
	return true;
}

/*
 * Octets in groups of the same separator; as many of them as there are, or 0.  The
 * groups are pairs (or single digits) between colons and dashes, fours between dots.
 */
static unsigned parse_groups(const char *s, uint8_t octets[EUI64_LEN])
{
	size_t first = strcspn(s, ":-.");
	char separator = s[first];
	unsigned len = 0, groups = 0;

	for (;; groups++) {
		size_t n = strcspn(s, ":-.");
		bool fine = separator == '.' ? n == 4 : n == 1 || n == 2;

		if (!separator)
			fine = n == 2 * (size_t)MAC_LEN;
		if (!fine || (n == 1 ? !take_single(*s, octets, EUI64_LEN, &len)
				     : !take_digits(s, n, octets, EUI64_LEN, &len)))
			return 0;
		if (!s[n])
			return len;
		if (s[n] != separator)
			return 0;
		s += n + 1;
	}
}

/* --- explaining --- */

static void say_spellings(struct explain *e, const uint8_t *mac)
{
	struct text words = {0};

	text_mac(&words, mac);
	text_put(&words, ", ");
	text_hex_bytes(&words, mac, MAC_LEN, '-');
	text_put(&words, ", ");
	for (unsigned i = 0; i < MAC_LEN; i += 2) {
		text_hex_bytes(&words, mac + i, 2, '\0');
		text_put(&words, i + 2 < MAC_LEN ? "." : "");
	}
	say_text(e, "spellings", &words);
}

/* What IEEE 802c makes of the two bits above: who may choose a local address. */
static const char *quadrant(uint8_t first)
{
	static const char *const quadrants[] = {"chosen by an administrator",
						"reserved (IEEE 802c)",
						"extended, by a company's CID (IEEE 802c)",
						"given by a standard's protocol (IEEE 802c)"};

	return quadrants[first >> 2 & 3];
}

static void say_bits(struct explain *e, const uint8_t *octets)
{
	say(e, "group bit", "%u: %s", octets[0] & GROUP,
	    octets[0] & GROUP ? "a group, multicast" : "individual, unicast");
	if (!(octets[0] & LOCAL))
		say(e, "local bit", "0: universal, given by the vendor");
	else if (octets[0] & GROUP)
		say(e, "local bit", "1: local, given on the spot");
	else
		say(e, "local bit", "1: local, %s", quadrant(octets[0]));
}

static void say_vendor(struct explain *e, const uint8_t *octets)
{
	uint8_t oui[OUI_LEN];

	memcpy(oui, octets, OUI_LEN);
	if (!names_vendor(e->names, oui))
		oui[0] &= (uint8_t)~GROUP; /* groups stand in the block of the individual */
	if (!(octets[0] & LOCAL) || names_vendor(e->names, oui))
		say(e, "vendor", "%s", vendor_of(e, oui));
}

static void say_known(struct explain *e, const uint8_t *mac)
{
	for (size_t i = 0; i < COUNT(known); i++)
		if (!memcmp(known[i].octets, mac, known[i].len)) {
			say(e, "use", "%s", known[i].says);
			return;
		}
}

/* The groups of IPv4 and IPv6 whose packets go there. */
static void say_groups(struct explain *e, const uint8_t *mac)
{
	uint32_t low = (uint32_t)(mac[3] & 0x7f) << 16 | (uint32_t)mac[4] << 8 | mac[5];
	uint8_t group[16] = {0xff, 0x02};
	struct text words = {0};

	if (mac[0] == 0x33 && mac[1] == 0x33) {
		memcpy(group + 12, mac + 2, 4);
		text_put(&words, "IPv6 groups that end so (RFC 2464, 7), such as ");
		text_ip6(&words, group);
		if (mac[2] == 0xff) {
			memcpy(group + 8, (const uint8_t[]){0, 0, 0, 1}, 4);
			text_put(&words, " or, solicited-node, ");
			text_ip6(&words, group);
		}
	} else if (mac[0] == 1 && !mac[1] && mac[2] == 0x5e && !(mac[3] & 0x80)) {
		text_ip4(&words, UINT32_C(224) << 24 | low);
		text_put(&words, " and 31 more IPv4 groups, to ");
		text_ip4(&words, UINT32_C(239) << 24 | 1 << 23 | low);
		text_put(&words, " (RFC 1112, 6.4)");
	}
	say_text(e, "multicast", &words);
}

static void say_interface(struct explain *e, const uint8_t *mac)
{
	uint8_t link_local[16] = {0xfe, 0x80};
	struct text words = {0};

	if (mac[0] & GROUP)
		return;
	text_hex_bytes(&words, mac, OUI_LEN, ':');
	text_put(&words, ":ff:fe:");
	text_hex_bytes(&words, mac + OUI_LEN, OUI_LEN, ':');
	say_text(e, "EUI-64", &words);
	interface_of_mac(mac, link_local + 8);
	text_ip6(&words, link_local);
	text_put(&words, ", IPv6 link-local address made from it (RFC 4291, appendix A)");
	say_text(e, "link-local", &words);
}

static void say_eui64(struct explain *e, const uint8_t *octets)
{
	uint8_t link_local[16] = {0xfe, 0x80};
	struct text words = {0};

	memcpy(link_local + 8, octets, EUI64_LEN);
	link_local[8] ^= LOCAL;
	text_ip6(&words, link_local);
	say_text(e, "link-local", &words);
	if (octets[3] != 0xff || octets[4] != 0xfe)
		return;
	text_hex_bytes(&words, octets, OUI_LEN, ':');
	text_char(&words, ':');
	text_hex_bytes(&words, octets + 5, OUI_LEN, ':');
	say_text(e, "MAC", &words);
}

enum verdict explain_mac(struct explain *e, const char *thing)
{
	uint8_t octets[EUI64_LEN];
	unsigned len = parse_groups(thing, octets);

	if (len != MAC_LEN && len != EUI64_LEN && len != OUI_LEN)
		return IS_NOT;
	title(e, "%s: %s", thing,
	      len == OUI_LEN     ? "the prefix of a vendor's MAC addresses"
	      : len == EUI64_LEN ? "an EUI-64"
				 : "a MAC address");
	say_vendor(e, octets);
	if (len == MAC_LEN)
		say_known(e, octets);
	say_bits(e, octets);
	if (len == MAC_LEN) {
		say_groups(e, octets);
		say_spellings(e, octets);
		say_interface(e, octets);
	} else if (len == EUI64_LEN) {
		say_eui64(e, octets);
	}
	return IS;
}
