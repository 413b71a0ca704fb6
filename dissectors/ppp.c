/* SPDX-License-Identifier: BSD-2-Clause */
/* Point-to-Point Protocol, with or without the address and control of HDLC before it. */
/* RFC 1661; RFC 1662, 3.1 (address and control). */
#include "shared/link.h"

enum { PPP, ADDRESS, CONTROL, PROTOCOL };

#define ALL_STATIONS 0xff
#define COMPRESSED 1       /* this bit of its first octet ends the protocol, RFC 1661, 2 */
#define CISCO_UNICAST 0x0f /* Cisco HDLC begins with one of these instead */
#define CISCO_MULTICAST 0x8f

static const struct word protocols[] = {
	{0x0001, "Padding Protocol"},
	{0x0003, "ROHC small-CID"},
	{0x0005, "ROHC large-CID"},
	{0x0021, "Internet Protocol version 4"},
	{0x0023, "OSI Network Layer"},
	{0x0025, "Xerox NS IDP"},
	{0x0027, "DECnet Phase IV"},
	{0x0029, "Appletalk"},
	{0x002b, "Novell IPX"},
	{0x002d, "Van Jacobson Compressed TCP/IP"},
	{0x002f, "Van Jacobson Uncompressed TCP/IP"},
	{0x0031, "Bridging PDU"},
	{0x0033, "Stream Protocol (ST-II)"},
	{0x0035, "Banyan Vines"},
	{0x0039, "AppleTalk EDDP"},
	{0x003b, "AppleTalk SmartBuffered"},
	{0x003d, "Multi-Link"},
	{0x003f, "NETBIOS Framing"},
	{0x0041, "Cisco Systems"},
	{0x0043, "Ascom Timeplex"},
	{0x0045, "Fujitsu Link Backup and Load Balancing (LBLB)"},
	{0x0047, "DCA Remote Lan"},
	{0x0049, "Serial Data Transport Protocol (PPP-SDTP)"},
	{0x004b, "SNA over 802.2"},
	{0x004d, "SNA"},
	{0x004f, "IPv6 Header Compression "},
	{0x0051, "KNX Bridging Data"},
	{0x0053, "Encryption"},
	{0x0055, "Individual Link Encryption"},
	{0x0057, "Internet Protocol version 6"},
	{0x0059, "PPP Muxing"},
	{0x005b, "Vendor-Specific Network Protocol (VSNP)"},
	{0x005d, "TRILL Network Protocol (TNP)"},
	{0x0061, "RTP IPHC Full Header"},
	{0x0063, "RTP IPHC Compressed TCP"},
	{0x0065, "RTP IPHC Compressed Non TCP"},
	{0x0067, "RTP IPHC Compressed UDP 8"},
	{0x0069, "RTP IPHC Compressed RTP 8"},
	{0x006f, "Stampede Bridging"},
	{0x0073, "MP+ Protocol"},
	{0x00c1, "NTCITS IPI"},
	{0x00fb, "Single link compression in multilink"},
	{0x00fd, "Compressed datagram"},
	{0x0201, "802.1d Hello Packets"},
	{0x0203, "IBM Source Routing BPDU"},
	{0x0205, "DEC LANBridge100 Spanning Tree"},
	{0x0207, "Cisco Discovery Protocol"},
	{0x0209, "Netcs Twin Routing"},
	{0x020b, "STP - Scheduled Transfer Protocol"},
	{0x020d, "EDP - Extreme Discovery Protocol"},
	{0x0211, "Optical Supervisory Channel Protocol (OSCP)"},
	{0x0213, "Optical Supervisory Channel Protocol (OSCP)"},
	{0x0231, "Luxcom"},
	{0x0233, "Sigma Network Systems"},
	{0x0235, "Apple Client Server Protocol"},
	{0x0281, "MPLS Unicast"},
	{0x0283, "MPLS Multicast"},
	{0x0285, "IEEE p1284.4 standard - data packets"},
	{0x0287, "ETSI TETRA Network Protocol Type 1"},
	{0x0289, "Multichannel Flow Treatment Protocol"},
	{0x2063, "RTP IPHC Compressed TCP No Delta"},
	{0x2065, "RTP IPHC Context State"},
	{0x2067, "RTP IPHC Compressed UDP 16"},
	{0x2069, "RTP IPHC Compressed RTP 16"},
	{0x4001, "Cray Communications Control Protocol"},
	{0x4003, "CDPD Mobile Network Registration Protocol"},
	{0x4005, "Expand accelerator protocol"},
	{0x4007, "ODSICP NCP"},
	{0x4009, "DOCSIS DLL"},
	{0x400b, "Cetacean Network Detection Protocol"},
	{0x4021, "Stacker LZS"},
	{0x4023, "RefTek Protocol"},
	{0x4025, "Fibre Channel"},
	{0x4027, "EMIT Protocols"},
	{0x405b, "Vendor-Specific Protocol (VSP)"},
	{0x405d, "TRILL Link State Protocol (TLSP)"},
	{0x8021, "Internet Protocol Control Protocol"},
	{0x8023, "OSI Network Layer Control Protocol"},
	{0x8025, "Xerox NS IDP Control Protocol"},
	{0x8027, "DECnet Phase IV Control Protocol"},
	{0x8029, "AppleTalk Control Protocol"},
	{0x802b, "Novell IPX Control Protocol"},
	{0x8031, "Bridging NCP"},
	{0x8033, "Stream Protocol Control Protocol"},
	{0x8035, "Banyan Vines Control Protocol"},
	{0x803d, "Multi-Link Control Protocol"},
	{0x803f, "NETBIOS Framing Control Protocol"},
	{0x8041, "Cisco Systems Control Protocol"},
	{0x8043, "Ascom Timeplex"},
	{0x8045, "Fujitsu LBLB Control Protocol"},
	{0x8047, "DCA Remote Lan Network Control Protocol (RLNCP)"},
	{0x8049, "Serial Data Control Protocol (PPP-SDCP)"},
	{0x804b, "SNA over 802.2 Control Protocol"},
	{0x804d, "SNA Control Protocol"},
	{0x804f, "IP6 Header Compression Control Protocol"},
	{0x8051, "KNX Bridging Control Protocol"},
	{0x8053, "Encryption Control Protocol"},
	{0x8055, "Individual Link Encryption Control Protocol"},
	{0x8057, "IPv6 Control Protocol"},
	{0x8059, "PPP Muxing Control Protocol"},
	{0x805b, "Vendor-Specific Network Control Protocol (VSNCP)"},
	{0x805d, "TRILL Network Control Protocol"},
	{0x806f, "Stampede Bridging Control Protocol"},
	{0x8073, "MP+ Control Protocol"},
	{0x80c1, "NTCITS IPI Control Protocol"},
	{0x80fb, "Single link compression in multilink control"},
	{0x80fd, "Compression Control Protocol"},
	{0x8207, "Cisco Discovery Protocol Control Protocol"},
	{0x8209, "Netcs Twin Routing"},
	{0x820b, "STP - Control Protocol"},
	{0x820d, "EDPCP - Extreme Discovery Protocol Control Protocol"},
	{0x8235, "Apple Client Server Protocol Control"},
	{0x8281, "MPLS Control Protocol"},
	{0x8285, "IEEE p1284.4 standard - Protocol Control"},
	{0x8287, "ETSI TETRA TNP1 Control Protocol"},
	{0x8289, "Multichannel Flow Treatment Protocol"},
	{0xc021, "Link Control Protocol"},
	{0xc023, "Password Authentication Protocol"},
	{0xc025, "Link Quality Report"},
	{0xc027, "Shiva Password Authentication Protocol"},
	{0xc029, "Callback Control Protocol (CBCP)"},
	{0xc02b, "BACP Bandwidth Allocation Control Protocol"},
	{0xc02d, "BAP Bandwidth Allocation Protocol"},
	{0xc05b, "Vendor-Specific Authentication Protocol (VSAP)"},
	{0xc081, "Container Control Protocol"},
	{0xc223, "Challenge Handshake Authentication Protocol"},
	{0xc225, "RSA Authentication Protocol"},
	{0xc227, "Extensible Authentication Protocol"},
	{0xc229, "Mitsubishi Security Information Exchange Protocol (SIEP)"},
	{0xc26f, "Stampede Bridging Authorization Protocol"},
	{0xc281, "Proprietary Authentication Protocol"},
	{0xc283, "Proprietary Authentication Protocol"},
	{0xc481, "Proprietary Node ID Authentication Protocol"},
};

static const struct field fields[] = {
	[PPP] = {"ppp", "Point-to-Point Protocol", PROTO},
	[ADDRESS] = {"ppp.address", "Address", U8, HEX, .preset = ALL_STATIONS,
		     .help = "All stations: there is but one", .ref = "RFC 1662, 3.1"},
	[CONTROL] = {"ppp.control", "Control", U8, HEX, .preset = 3,
		     .help = "Unnumbered information", .ref = "RFC 1662, 3.1"},
	[PROTOCOL] = {"ppp.protocol", "Protocol", U16, HEX, WORDS(protocols), .fill = FILL_NEXT,
		      .help = "What the frame carries", .ref = "2"},
};

static uint8_t first_octet(struct cursor c)
{
	return u8(&c);
}

static bool is_cisco(uint8_t first)
{
	return first == CISCO_UNICAST || first == CISCO_MULTICAST;
}

/* Inside PPPoE and Frame Relay there is never an address: RFC 2516, 6; RFC 1973, 4. */
static bool is_framed(const struct layer *l)
{
	const char *outer = l->parent->proto->fields[0].name;

	return strcmp(outer, "pppoes") != 0 && strcmp(outer, "fr") != 0;
}

/* A frame that comes right from the line has no other addresses. */
static void note(struct walk *w, struct layer *l)
{
	if (!l->parent->parent)
		no_addresses(w);
}

static void walk_cisco(struct walk *w, struct layer *l, struct cursor c)
{
	if (l->node < w->r.n_nodes)
		w->r.nodes[l->node].hidden = true;
	walk_next(w, also_by(l, 0, 0), c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool framed = is_framed(l);
	const struct plan *child;
	uint64_t protocol;

	if (framed && is_cisco(first_octet(*c))) {
		walk_cisco(w, l, *c);
		return;
	}
	if (framed && first_octet(*c) == ALL_STATIONS) {
		put(w, c, ADDRESS, 1);
		put(w, c, CONTROL, 1);
	}
	protocol = put(w, c, PROTOCOL, first_octet(*c) & COMPRESSED ? 1 : 2);
	if (c->bad)
		return;
	child = next_by(l, protocol);
	if (!child)
		column_number(w, l, protocol);
	if (c->left.wire)
		walk_next(w, child, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	const char *name;
	unsigned protocol;

	(void)r;
	if (!l->column)
		return;
	if (is_framed(l) && first_octet(c) == ALL_STATIONS)
		cursor_take(&c, 2);
	protocol = first_octet(c) & COMPRESSED ? u8(&c) : u16(&c);
	name = word_for(fields[PROTOCOL].words, protocol);
	text_format(t, "PPP %s (0x%04x)", name ? name : "Unknown", protocol);
}

static const struct hang hangs[] = {
	{"link", 9},           {"link", 50},       {"ppp", 0},           {"sll.ltype", 7},
	{"gre.proto", 0x880b}, {"fr.nlpid", 0xcf}, {"osinl.excl", 0xcf}, {0}};

const struct proto proto_ppp = {
	.brief = "PPP",
	.spec = "RFC 1661",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "ppp.protocol", .also = {"chdlc"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
