/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux netfilter's log: packets that a firewall rule chose, and what it knew of them. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html */
#include "core/walk.h"

enum {
	NFLOG,
	FAMILY,
	VERSION,
	RES_ID,
	TLV,
	LENGTH,
	SLICES,
	TYPE,
	PROTOCOL,
	HOOK,
	INDEV,
	OUTDEV,
	PHYSINDEV,
	PHYSOUTDEV,
	PREFIX,
	UID,
	GID,
	TIMESTAMP,
	VALUE_,
};

#define HEADER 4
#define HEAD 4 /* of a TLV */
#define LINUX_INET 2
#define LINUX_INET6 10
enum { PACKET_HDR = 1, PAYLOAD = 9 };

static const struct word familys[] = {
	{0, "Unspecified"}, {1, "IPv4/IPv6"}, {2, "IPv4"},  {3, "ARP"},
	{5, "Netdev"},      {7, "Bridge"},    {10, "IPv6"}, {12, "DECNET"},
};
static const struct word tlv_types[] = {
	{0, "NFULA_UNSPEC"},
	{1, "NFULA_PACKET_HDR"},
	{2, "NFULA_MARK"},
	{3, "NFULA_TIMESTAMP"},
	{4, "NFULA_IFINDEX_INDEV"},
	{5, "NFULA_IFINDEX_OUTDEV"},
	{6, "NFULA_IFINDEX_PHYSINDEV"},
	{7, "NFULA_IFINDEX_PHYSOUTDEV"},
	{8, "NFULA_HWADDR"},
	{9, "NFULA_PAYLOAD"},
	{10, "NFULA_PREFIX"},
	{11, "NFULA_UID"},
	{12, "NFULA_SEQ"},
	{13, "NFULA_SEQ_GLOBAL"},
	{14, "NFULA_GID"},
	{15, "NFULA_HWTYPE"},
	{16, "NFULA_HWHEADER"},
	{17, "NFULA_HWLEN"},
};
static const struct word protocols[] = {
	{1536, "XNS Internet Datagram Protocol"},
	{2048, "IPv4"},
	{2053, "X.25 Layer 3"},
	{2054, "ARP"},
	{2114, "Wake on LAN"},
	{2288, "WiMax Mac-to-Mac"},
	{2303, "AX.25"},
	{2989, "Vines IP"},
	{2991, "Vines Echo"},
	{0x1984, "Netmon Train"},
	{0x2001, "Cisco Group Management Protocol"},
	{0x22e5, "Gigamon Header"},
	{0x22ea, "802.1Qat Multiple Stream Reservation Protocol"},
	{0x22f0, "IEEE 1722 Audio Video Transport Protocol"},
	{0x22f1, "Robust Header Compression(RoHC)"},
	{0x22f3, "Transparent Interconnection of Lots of Links"},
	{0x22f4, "Intermediate System to Intermediate System"},
	{0x2452, "IEEE 802.11 (Centrino promiscuous)"},
	{0x3c07, "3Com NBP Datagram"},
	{0x3e3f, "EPL_V1"},
	{0x6000, "DEC proto"},
	{0x6001, "DEC DNA Dump/Load"},
	{0x6002, "DEC DNA Remote Console"},
	{0x6003, "DEC DNA Routing"},
	{0x6004, "DEC LAT"},
	{0x6005, "DEC Diagnostics"},
	{0x6006, "DEC Customer use"},
	{0x6007, "DEC LAVC/SCA"},
	{0x6558, "Transparent Ethernet bridging"},
	{0x8021, "PPP IP Control Protocol"},
	{0x8035, "RARP"},
	{0x8038, "DEC LanBridge"},
	{0x8041, "DEC LAST"},
	{0x809b, "AppleTalk LLAP bridging"},
	{0x80d5, "SNA-over-Ethernet"},
	{0x80e1, "EtherNet/IP Device Level Ring"},
	{0x80f3, "AARP"},
	{0x80fd, "PPP Compression Control Protocol"},
	{0x80ff, "Wellfleet Compression Protocol"},
	{0x8100, "802.1Q Virtual LAN"},
	{0x8102, "Simple Loop Protection Protocol"},
	{0x8103, "Virtual LACP"},
	{0x8104, "Simple Loop Protection Protocol (old)"},
	{0x8133, "Juniper Netscreen Redundant Protocol"},
	{0x8137, "Netware IPX/SPX"},
	{0x8181, "Spanning Tree Protocol"},
	{0x81fd, "Cabletron Interswitch Message Protocol"},
	{0x81ff, "Cabletron SFVLAN 1.8 Tag-Based Flood"},
	{0x8204, "QNX 6 QNET protocol"},
	{0x86dd, "IPv6"},
	{0x872d, "Cisco Wireless Lan Context Control Protocol"},
	{0x8783, "Motorola Media Independent Network Transport"},
	{0x8808, "MAC Control"},
	{0x8809, "Slow Protocols"},
	{0x8819, "Cirrus Cobranet Packet"},
	{0x8847, "MPLS label switched packet"},
	{0x8848, "MPLS multicast label switched packet"},
	{0x885a, "Foundry proprietary"},
	{0x8863, "PPPoE Discovery"},
	{0x8864, "PPPoE Session"},
	{0x886c, "HomePNA, wlan link local tunnel"},
	{0x886d, "Intel ANS probe"},
	{0x886f, "MS NLB heartbeat"},
	{0x8870, "Jumbo LLC"},
	{0x8874, "Broadcom tag"},
	{0x887b, "Homeplug"},
	{0x8881, "CDMA2000 A10 Unstructured byte stream"},
	{0x8884, "ATM over Ethernet"},
	{0x888e, "802.1X Authentication"},
	{0x8892, "PROFINET"},
	{0x8899, "Realtek Layer 2 Protocols"},
	{0x889b, "CSM_ENCAPS Protocol"},
	{0x88a1, "Telkonet powerline"},
	{0x88a2, "ATA over Ethernet"},
	{0x88a4, "EtherCAT frame"},
	{0x88a8, "802.1ad Provider Bridge (Q-in-Q)"},
	{0x88ab, "ETHERNET Powerlink v2"},
	{0x88ad, "XiMeta Technology"},
	{0x88b4, "WAI Authentication Protocol"},
	{0x88b5, "Local Experimental Ethertype 1"},
	{0x88b6, "Local Experimental Ethertype 2"},
	{0x88b7, "IEEE 802a OUI Extended Ethertype"},
	{0x88b8, "IEC 61850/GOOSE"},
	{0x88b9, "IEC 61850/GSE management services"},
	{0x88ba, "IEC 61850/SV (Sampled Value Transmission"},
	{0x88c7, "802.11i Pre-Authentication"},
	{0x88ca, "Transparent Inter Process Communication"},
	{0x88cc, "802.1 Link Layer Discovery Protocol (LLDP)"},
	{0x88d2, "CDMA2000 A10 3GPP2 Packet"},
	{0x88d8, "Circuit Emulation Services over Ethernet (MEF8)"},
	{0x88d9, "Link Layer Topology Discovery (LLTD)"},
	{0x88dc, "(WAVE) Short Message Protocol (WSM)"},
	{0x88de, "VMware Lab Manager"},
	{0x88e1, "Homeplug AV"},
	{0x88e3, "MRP"},
	{0x88e5, "802.1AE (MACsec)"},
	{0x88e7, "802.1ah Provider Backbone Bridge (mac-in-mac)"},
	{0x88ee, "Ethernet Local Management Interface (MEF16)"},
	{0x88f6, "802.1ak Multiple Mac Registration Protocol"},
	{0x88f7, "PTPv2 over Ethernet (IEEE1588)"},
	{0x88f8, "Network Controller Sideband Interface"},
	{0x88fb, "Parallel Redundancy Protocol (PRP) and HSR Supervision (IEC62439 Part 3)"},
	{0x8901, "Flow Layer Internal Protocol"},
	{0x8902, "IEEE 802.1ag Connectivity Fault Management (CFM) protocol"},
	{0x8903, "Data Center Ethernet (DCE) protocol(Cisco)"},
	{0x8906, "Fibre Channel over Ethernet"},
	{0x8909, "CiscoMetaData"},
	{0x890d, "IEEE 802.11 data encapsulation"},
	{0x8911, "LINX IPC Protocol"},
	{0x8914, "FCoE Initialization Protocol"},
	{0x8915, "RDMA over Converged Ethernet"},
	{0x8917, "Media Independent Handover Protocol"},
	{0x891d, "TTEthernet Protocol Control Frame"},
	{0x8926, "VN-Tag"},
	{0x892b, "Schweitzer Engineering Labs Layer 2 Protocol"},
	{0x892d, "bluecom Protocol"},
	{0x892f, "High-availability Seamless Redundancy (IEC62439 Part 3)"},
	{0x893a, "1905.1a Convergent Digital Home Network for Heterogenous Technologies"},
	{0x893f, "802.1br Bridge Port Extension E-Tag"},
	{0x8947, "GeoNetworking"},
	{0x894f, "Network Service Header"},
	{0x8988, "PA HB Backup"},
	{0x9000, "Loopback"},
	{0x9021, "Real-Time Media Access Control"},
	{0x9022, "Real-Time Configuration Protocol"},
	{0x9100, "QinQ: old non-standard 802.1ad"},
	{0x9104, "EERO Broadcast Packet"},
	{0x99fe, "Technically Enhanced Capture Module Protocol (TECMP)"},
	{0xa0ed, "6LoWPAN"},
	{0xaefe, "eCPRI"},
	{0xb4e3, "CableLabs Layer-3 Protocol"},
	{0xc021, "PPP Link Control Protocol"},
	{0xc023, "PPP Password Authentication Protocol"},
	{0xc0de, "eXpressive Internet Protocol"},
	{0xc0df, "Neighborhood Watch Protocol"},
	{0xcafe, "Veritas Low Latency Transport (not officially registered)"},
	{0xd00d, "Digium TDM over Ethernet Protocol"},
	{0xd28b, "Arista Timestamp"},
	{0xe555, "EXos internal Extra Header"},
	{0xf1c1, "802.1CB Frame Replication and Elimination for Reliability"},
	{0xfff2, "Cisco ACI ARP gleaning"},
};
static const struct word hooks[] = {
	{0, "Pre-routing"}, {1, "Local in"},     {2, "Forward"},
	{3, "Local out"},   {4, "Post-routing"}, {5, "Number of hooks"},
};

static void form_tlv(struct text *t, const struct record *r, const struct node *n);

static const struct field fields[] = {
	[NFLOG] = {"nflog", "Linux Netfilter NFLOG", PROTO},
	[FAMILY] = {"nflog.family", "Family", U8, DEC, AT(0, 8), WORDS(familys),
		    .help = "Kind of packet", .ref = "Header"},
	[VERSION] = {"nflog.version", "Version", U8, DEC, AT(8, 8), .help = "Of this header",
		     .ref = "Header"},
	[RES_ID] = {"nflog.res_id", "Resource id", U16, DEC, AT(16, 16),
		    .help = "Which group it was logged to", .ref = "Header"},
	[TLV] = {"nflog.tlv", "TLV", BYTES, .form = form_tlv, .help = "One of what is known",
		 .ref = "TLVs"},
	[LENGTH] = {"nflog.tlv_length", "Length", U16, DEC, .traits = LE,
		    .help = "Octets with this head", .ref = "TLVs"},
	[SLICES] = {"text", "Slices", HEADING},
	[TYPE] = {"nflog.tlv_type", "Type", U16, DEC, AT(0, 15), BOX(16, 1), .under = SLICES,
		  .traits = LE, WORDS(tlv_types), .help = "Which it is", .ref = "TLVs"},
	[PROTOCOL] = {"nflog.protocol", "HW protocol", U16, HEX, WORDS(protocols),
		      .help = "EtherType of the packet", .ref = "TLVs"},
	[HOOK] = {"nflog.hook", "Netfilter hook", U8, DEC, WORDS(hooks),
		  .help = "Where it was seen", .ref = "TLVs"},
	[INDEV] = {"nflog.ifindex_indev", "IFINDEX_INDEV", U32, DEC, .help = "Where it came in",
		   .ref = "TLVs"},
	[OUTDEV] = {"nflog.ifindex_outdev", "IFINDEX_OUTDEV", U32, DEC, .help = "Where it goes out",
		    .ref = "TLVs"},
	[PHYSINDEV] = {"nflog.ifindex_physindev", "IFINDEX_PHYSINDEV", U32, DEC,
		       .help = "Port of the bridge where it came in", .ref = "TLVs"},
	[PHYSOUTDEV] = {"nflog.ifindex_physoutdev", "IFINDEX_PHYSOUTDEV", U32, DEC,
			.help = "Port of the bridge where it goes out", .ref = "TLVs"},
	[PREFIX] = {"nflog.prefix", "Prefix", STRING, .traits = ZSTRING,
		    .help = "Words of the rule", .ref = "TLVs"},
	[UID] = {"nflog.uid", "UID", I32, DEC, .help = "Whose socket", .ref = "TLVs"},
	[GID] = {"nflog.gid", "GID", I32, DEC, .help = "Which group's socket", .ref = "TLVs"},
	[TIMESTAMP] = {"nflog.timestamp", "Timestamp", ABSTIME, UTC, .help = "When it came",
		       .ref = "TLVs"},
	[VALUE_] = {"nflog.tlv_value", "Value", BYTES, .help = "What nobody knows", .ref = "TLVs"},
};

/* Said by label_whole(). */
static void form_tlv(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_hex_bytes(t, n->p, n->size, '\0');
}

/* Rows of TLVs that hold a single value: its octets. */
static const struct item {
	uint16_t row;
	uint8_t octets; /* 0: all */
} items[] = {
	[3] = {TIMESTAMP, 16}, [4] = {INDEV, 4},   [5] = {OUTDEV, 4}, [6] = {PHYSINDEV, 4},
	[7] = {PHYSOUTDEV, 4}, [10] = {PREFIX, 0}, [11] = {UID, 4},   [14] = {GID, 4},
};

/* Seconds and microseconds, 8 octets each. */
static void put_time(struct walk *w, struct cursor c)
{
	uint32_t at = c.at;
	uint64_t seconds = u64(&c), us = u64(&c);

	if (!c.bad)
		put_value(w, TIMESTAMP, at, 16, seconds * 1000000000u + us * 1000u);
}

static void put_item(struct walk *w, unsigned type, struct cursor body)
{
	const struct item *item = type < COUNT(items) ? &items[type] : &(const struct item){0, 0};

	if (type == PACKET_HDR && body.left.cap >= 3) {
		put(w, &body, PROTOCOL, 2);
		put(w, &body, HOOK, 1);
	} else if (type == 3 && body.left.cap >= 16) {
		put_time(w, body);
	} else if (item->row && body.left.cap >= item->octets) {
		put(w, &body, item->row, item->octets ? item->octets : body.left.wire);
	} else if (body.left.cap && type != PAYLOAD) {
		put(w, &body, VALUE_, body.left.wire);
	}
}

static const struct plan *child_of(const struct layer *l)
{
	if (VALUE(l, FAMILY) == LINUX_INET)
		return next_by(l, 4);
	return VALUE(l, FAMILY) == LINUX_INET6 ? next_by(l, 6) : NULL;
}

static void put_tlv(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned len = le16(&peek), type = le16(&peek) & 0x7fff;
	const char *name = word_for(fields[TYPE].words, type);
	uint32_t group;

	if (len < HEAD) {
		cursor_take(c, c->left.wire);
		return;
	}
	body = cursor_first(peek, len - HEAD);
	group = open_group(w, c, TLV, len);
	label_whole(w, "TLV Type: %s (%u), Length: %u", name ? name : "Unknown", type, len);
	put(w, c, LENGTH, 2);
	put_slice(w, *c, TYPE, 2);
	put_item(w, type, body);
	shut_group(w, group, NULL);
	if (type == PAYLOAD)
		walk_next(w, child_of(l), body);
	cursor_take(c, (len + 3) / 4 * 4 - 2 > c->left.wire ? c->left.wire : (len + 3) / 4 * 4 - 2);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	while (c->left.wire >= HEAD && c->left.cap && !c->bad)
		put_tlv(w, l, c);
}

static const struct hang hangs[] = {{"link", 239}, {0}};

const struct proto proto_nflog = {
	.brief = "NFLOG",
	.spec = "LINKTYPE_NFLOG",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ip.version"},
	.hangs = hangs,
	.rest = rest,
};
