/* SPDX-License-Identifier: BSD-2-Clause */
/* The frame itself: what the capture file says about it. */
#include "core/walk.h"
#include <stdlib.h>

enum {
	FRAME,
	SECTION,
	INTERFACE,
	INTERFACE_NAME,
	INTERFACE_DESCRIPTION,
	PACKET_FLAGS,
	DIRECTION,
	RECEPTION,
	FCS_LENGTH,
	RESERVED,
	CRC_ERROR,
	TOO_LONG,
	TOO_SHORT,
	WRONG_GAP,
	UNALIGNED,
	NO_DELIMITER,
	BAD_PREAMBLE,
	SYMBOL_ERROR,
	ENCAP,
	TIME,
	OFFSET_SHIFT,
	EPOCH,
	DELTA,
	DELTA_DISPLAYED,
	RELATIVE,
	NUMBER,
	LEN,
	CAP_LEN,
	MARKED,
	IGNORED,
	CB_PEN,
	CB_COPY,
	PROTOCOLS,
	PKT_COMMENT,
	COMMENT_TEXT,
	COMMENT_NOTE,
};

/* What the rows show; `note` fills it in. */
struct state {
	uint64_t section, interface, encap, time, zero, epoch, delta, delta_displayed, relative;
	uint64_t number, len, cap_len, no, pen, copy;
	uint64_t name, description; /* of the interface: C strings */
};

static const struct word directions[] = {{0, "Unknown"}, {1, "Inbound"}, {2, "Outbound"}};
static const struct word receptions[] = {{0, "Not specified"},
					 {1, "Unicast"},
					 {2, "Multicast"},
					 {3, "Broadcast"},
					 {4, "Promiscuous"}};
static const struct word copying[] = {{0, "Not Allowed"}, {1, "Allowed"}};

static void put_size(struct text *t, uint64_t octets)
{
	text_u64(t, octets);
	text_put(t, octets == 1 ? " byte (" : " bytes (");
	text_u64(t, 8 * octets);
	text_put(t, " bits)");
}

static void form_size(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	put_size(t, n->u);
}

static void form_interface(struct text *t, const struct record *r, const struct node *n)
{
	text_u64(t, n->u);
	if (r->frame->iface && r->frame->iface->name)
		text_format(t, " (%s)", r->frame->iface->name);
}

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct frame *f = r->frame;

	(void)n;
	text_char(t, ' ');
	text_u64(t, f->number);
	text_put(t, ": ");
	text_u64(t, f->wire_len);
	text_put(t, f->wire_len == 1 ? " byte on wire (" : " bytes on wire (");
	text_u64(t, UINT64_C(8) * f->wire_len);
	text_put(t, " bits), ");
	text_u64(t, f->cap_len);
	text_put(t, f->cap_len == 1 ? " byte captured (" : " bytes captured (");
	text_u64(t, UINT64_C(8) * f->cap_len);
	text_put(t, " bits)");
	if (!f->section || f->link == LINK_CUSTOM)
		return;
	text_put(t, " on interface ");
	text_put(t, f->iface->name ? f->iface->name : "unknown");
	text_put(t, ", id ");
	text_u64(t, f->section_iface);
}

static const struct word encapsulation_names[] = {
	{0, "Unknown"},
	{1, "Ethernet"},
	{2, "Token Ring"},
	{3, "SLIP"},
	{4, "PPP"},
	{5, "FDDI"},
	{6, "FDDI with bit-swapped MAC addresses"},
	{7, "Raw IP"},
	{8, "ARCNET"},
	{9, "Linux ARCNET"},
	{10, "RFC 1483 ATM"},
	{11, "Linux ATM CLIP"},
	{12, "LAPB"},
	{13, "ATM PDUs"},
	{14, "ATM PDUs - untruncated"},
	{15, "NULL/Loopback"},
	{16, "Lucent/Ascend access equipment"},
	{17, "ISDN"},
	{18, "RFC 2625 IP-over-Fibre Channel"},
	{19, "PPP with Directional Info"},
	{20, "IEEE 802.11 Wireless LAN"},
	{21, "IEEE 802.11 plus Prism II monitor mode radio header"},
	{22, "IEEE 802.11 Wireless LAN with radio information"},
	{23, "IEEE 802.11 plus radiotap radio header"},
	{24, "IEEE 802.11 plus AVS radio header"},
	{25, "Linux cooked-mode capture v1"},
	{26, "Frame Relay"},
	{27, "Frame Relay with Directional Info"},
	{28, "Cisco HDLC"},
	{29, "Cisco IOS internal"},
	{30, "Localtalk"},
	{31, "OpenBSD PF Firewall logs, pre-3.4"},
	{32, "HiPath HDLC"},
	{33, "Data Over Cable Service Interface Specification"},
	{34, "CoSine L2 debug log"},
	{35, "Wellfleet HDLC"},
	{36, "SDLC"},
	{37, "Tazmen sniffer protocol"},
	{38, "OpenBSD enc(4) encapsulating interface"},
	{39, "OpenBSD PF Firewall logs"},
	{40, "Cisco HDLC with Directional Info"},
	{41, "Bluetooth H4"},
	{42, "SS7 MTP2"},
	{43, "SS7 MTP3"},
	{44, "IrDA"},
	{45, "USER 0"},
	{46, "USER 1"},
	{47, "USER 2"},
	{48, "USER 3"},
	{49, "USER 4"},
	{50, "USER 5"},
	{51, "USER 6"},
	{52, "USER 7"},
	{53, "USER 8"},
	{54, "USER 9"},
	{55, "USER 10"},
	{56, "USER 11"},
	{57, "USER 12"},
	{58, "USER 13"},
	{59, "USER 14"},
	{60, "USER 15"},
	{61, "Symantec Enterprise Firewall"},
	{62, "Apple IP-over-IEEE 1394"},
	{63, "BACnet MS/TP"},
	{64, "Raw ICMP with nettl headers"},
	{65, "Raw ICMPv6 with nettl headers"},
	{66, "GPRS LLC"},
	{67, "Juniper ATM1"},
	{68, "Juniper ATM2"},
	{69, "Redback SmartEdge"},
	{70, "Raw IP with nettl headers"},
	{71, "Ethernet with nettl headers"},
	{72, "Token Ring with nettl headers"},
	{73, "FDDI with nettl headers"},
	{74, "Unknown link-layer type with nettl headers"},
	{75, "MTP2 with pseudoheader"},
	{76, "Juniper PPPoE"},
	{77, "GCOM TIE1"},
	{78, "GCOM Serial"},
	{79, "X.25 with nettl headers"},
	{80, "K12 protocol analyzer"},
	{81, "Juniper MLPPP"},
	{82, "Juniper MLFR"},
	{83, "Juniper Ethernet"},
	{84, "Juniper PPP"},
	{85, "Juniper Frame-Relay"},
	{86, "Juniper C-HDLC"},
	{87, "Juniper GGSN"},
	{88, "LAPD with Linux pseudo-header"},
	{89, "Catapult DCT2000"},
	{90, "ASN.1 Basic Encoding Rules"},
	{91, "Juniper Voice PIC"},
	{92, "USB packets with FreeBSD header"},
	{93, "IEEE 802.16 MAC Common Part Sublayer"},
	{94, "Raw telnet with nettl headers"},
	{95, "USB packets with Linux header"},
	{96, "MPEG"},
	{97, "Per-Packet Information header"},
	{98, "Extensible Record Format"},
	{99, "Bluetooth H4 with linux header"},
	{100, "SITA WAN packets"},
	{101, "SS7 SCCP"},
	{102, "Bluetooth without transport layer"},
	{103, "Intelligent Platform Management Bus with Kontron pseudo-header"},
	{104, "IEEE 802.15.4 Wireless PAN"},
	{105, "X2E Xoraya"},
	{106, "FlexRay"},
	{107, "Local Interconnect Network"},
	{108, "Media Oriented Systems Transport"},
	{109, "Controller Area Network 2.0B"},
	{110, "EyeSDN Layer 1 event"},
	{111, "X2E serial line capture"},
	{112, "I2C with Linux-specific pseudo-header"},
	{113, "IEEE 802.15.4 Wireless PAN non-ASK PHY"},
	{114, "Transport-Neutral Encapsulation Format"},
	{115, "USB packets with Linux header and padding"},
	{116, "GSM Um Interface"},
	{117, "Digital Private Signalling System No 1 Link Layer"},
	{118, "Apple Bluetooth PacketLogger"},
	{119, "NetScaler Encapsulation 1.0 of Ethernet"},
	{120, "NetScaler Encapsulation 2.0 of Ethernet"},
	{121, "Fibre Channel FC-2"},
	{122, "Fibre Channel FC-2 With Frame Delimiter"},
	{123, "JPEG/JFIF"},
	{124, "Solaris IPNET"},
	{125, "SocketCAN"},
	{126, "IEEE 802.11 plus Network Monitor radio header"},
	{127, "IEEE 802.15.4 Wireless PAN with FCS not present"},
	{128, "RFC 5655/RFC 5101 IPFIX"},
	{129, "Raw IPv4"},
	{130, "Raw IPv6"},
	{131, "LAPD"},
	{132, "DVB-CI (Common Interface)"},
	{133, "MUX27010"},
	{134, "MIME"},
	{135, "Hilscher netANALYZER"},
	{136, "Hilscher netANALYZER-Transparent"},
	{137, "IP over InfiniBand"},
	{138, "ISO/IEC 13818-1 MPEG2-TS"},
	{139, "PPP-over-Ethernet session"},
	{140, "NFC LLCP"},
	{141, "NFLOG"},
	{142, "V5 Envelope Function"},
	{143, "BACnet MS/TP with Directional Info"},
	{144, "IxVeriWave header and stats block"},
	{145, "SDH"},
	{146, "D-Bus"},
	{147, "AX.25 with KISS header"},
	{148, "Amateur Radio AX.25"},
	{149, "SCTP"},
	{150, "InfiniBand"},
	{151, "Juniper Services"},
	{152, "USB packets with USBPcap header"},
	{153, "RTAC serial-line"},
	{154, "Bluetooth Low Energy Link Layer"},
	{155, "Wireshark Upper PDU export"},
	{156, "STANAG 4607"},
	{157, "STANAG 5066 Data Transfer Sublayer PDUs(D_PDU)"},
	{158, "Linux Netlink"},
	{159, "Bluetooth Linux Monitor"},
	{160, "Bluetooth BR/EDR Baseband RF"},
	{161, "Bluetooth Low Energy Link Layer RF"},
	{162, "NetScaler Encapsulation 3.0 of Ethernet"},
	{163, "Android Logcat Binary format"},
	{164, "Android Logcat Brief text format"},
	{165, "Android Logcat Process text format"},
	{166, "Android Logcat Tag text format"},
	{167, "Android Logcat Thread text format"},
	{168, "Android Logcat Time text format"},
	{169, "Android Logcat Threadtime text format"},
	{170, "Android Logcat Long text format"},
	{171, "Apple PKTAP"},
	{172, "Ethernet Passive Optical Network"},
	{173, "IPMI Trace Data Collection"},
	{174, "OpenBSD loopback"},
	{175, "JavaScript Object Notation"},
	{176, "NetScaler Encapsulation 3.5 of Ethernet"},
	{177, "ISO 14443 contactless smartcard standards"},
	{178, "ITU-T G.7041/Y.1303 Generic Framing Procedure Transparent mode"},
	{179, "ITU-T G.7041/Y.1303 Generic Framing Procedure Frame-mapped mode"},
	{180, "IP over IB"},
	{181, "Juniper VN"},
	{182, "USB packets with Darwin (macOS, etc.) headers"},
	{183, "LoRaTap"},
	{184, "Xerox 3MB Ethernet"},
	{185, "Linux vsock"},
	{186, "nRF Sniffer for Bluetooth LE"},
	{187, "Network Monitor Network Event"},
	{188, "Network Monitor Header"},
	{189, "Network Monitor Filter"},
	{190, "Network Monitor Network Info"},
	{191, "Message Analyzer WFP Capture v4"},
	{192, "Message Analyzer WFP Capture v6"},
	{193, "Message Analyzer WFP Capture2 v4"},
	{194, "Message Analyzer WFP Capture2 v6"},
	{195, "Message Analyzer WFP Capture Auth v4"},
	{196, "Message Analyzer WFP Capture Auth v6"},
	{197, "Juniper Secure Tunnel Information"},
	{198, "IEEE 802.3br mPackets"},
	{199, "DOCSIS with Excentis XRA pseudo-header"},
	{200, "DisplayPort AUX channel with Unigraf pseudo-header"},
	{201, "Ruby marshal object"},
	{202, "RFC 7468 file"},
	{203, "systemd journal"},
	{204, "Elektrobit High Speed Capture and Replay"},
	{205, "Vector Packet Processing graph dispatch trace"},
	{206, "IEEE 802.15.4 Wireless with TAP pseudo-header"},
	{207, "3GPP Phone Log"},
	{208, "USB 2.0/1.1/1.0 packets"},
	{209, "MP4 files"},
	{210, "Linux cooked-mode capture v2"},
	{211, "Z-Wave Serial API packets"},
	{212, "Event Tracing for Windows messages"},
	{213, "Ericsson eNode-B raw log"},
	{214, "ZBOSS NCP"},
	{215, "Low-Speed USB 2.0/1.1/1.0 packets"},
	{216, "Full-Speed USB 2.0/1.1/1.0 packets"},
	{217, "High-Speed USB 2.0 packets"},
};

static const struct field fields[] = {
	[FRAME] = {"frame", "Frame", PROTO, .form = form_line},
	[SECTION] = {"frame.section_number", "Section number", U32, DEC,
		     KNOWN(struct state, section),
		     .help = "Which section of a pcapng file the frame stands in"},
	[INTERFACE] = {"frame.interface_id", "Interface id", U32, DEC,
		       KNOWN(struct state, interface), .form = form_interface,
		       .help = "Which of the section's interfaces captured it"},
	[INTERFACE_NAME] = {"frame.interface_name", "Interface name", STRING, .under = INTERFACE,
			    KNOWN(struct state, name), .help = "What that interface is called"},
	[INTERFACE_DESCRIPTION] = {"frame.interface_description", "Interface description", STRING,
				   .under = INTERFACE, KNOWN(struct state, description),
				   .help = "What that interface is"},
	[PACKET_FLAGS] = {"frame.packet_flags", "Packet flags", U32, HEX,
			  .help = "pcapng's epb_flags"},
	[DIRECTION] = {"frame.packet_flags_direction", "Direction", U32, HEX, AT(30, 2),
		       .under = PACKET_FLAGS, WORDS(directions),
		       .help = "Which way the frame went"},
	[RECEPTION] = {"frame.packet_flags_reception_type", "Reception type", U32, DEC, AT(27, 3),
		       .under = PACKET_FLAGS, WORDS(receptions), .help = "Why it was taken in"},
	[FCS_LENGTH] = {"frame.packet_flags_fcs_length", "FCS length", U32, DEC, AT(23, 4),
			.under = PACKET_FLAGS, .help = "Octets of frame check sequence"},
	[RESERVED] = {"frame.packet_flags_reserved", "Reserved", U32, DEC, AT(16, 7), BOX(32, 16),
		      .under = PACKET_FLAGS, .help = "Always 0"},
#define ERROR_FLAG(row, name, label, bit, text)                 \
	[row] = {"frame.packet_flags_" name,                    \
		 label,                                         \
		 BOOL,                                          \
		 AT(31 - (bit), 1),                             \
		 BOX(32, 31 - (bit)),                           \
		 .under = PACKET_FLAGS,                         \
		 .words = &(const struct words){set_notset, 2}, \
		 .help = (text)}
	ERROR_FLAG(CRC_ERROR, "crc_error", "CRC error", 24, "The frame check sequence was wrong"),
	ERROR_FLAG(TOO_LONG, "packet_too_error", "Packet too long error", 25, "It was too long"),
	ERROR_FLAG(TOO_SHORT, "packet_too_short_error", "Packet too short error", 26,
		   "It was too short"),
	ERROR_FLAG(WRONG_GAP, "wrong_inter_frame_gap_error", "Wrong interframe gap error", 27,
		   "It came too soon after the one before"),
	ERROR_FLAG(UNALIGNED, "unaligned_frame_error", "Unaligned frame error", 28,
		   "It did not end with a whole octet"),
	ERROR_FLAG(NO_DELIMITER, "start_frame_delimiter_error", "Start frame delimiter error", 29,
		   "Its start frame delimiter was wrong"),
	ERROR_FLAG(BAD_PREAMBLE, "preamble_error", "Preamble error", 30, "Its preamble was wrong"),
	ERROR_FLAG(SYMBOL_ERROR, "symbol_error", "Symbol error", 31, "A symbol was wrong"),
	[ENCAP] = {"frame.encap_type", "Encapsulation type", I16, DEC, KNOWN(struct state, encap),
		   WORDS(encapsulation_names), .help = "Wireshark's number of the link layer"},
	[TIME] = {"frame.time", "Arrival Time", ABSTIME, LOCAL, KNOWN(struct state, time),
		  .help = "When the frame was captured"},
	[OFFSET_SHIFT] = {"frame.offset_shift", "Time shift for this packet", RELTIME,
			  FROM(struct state, zero), .help = "Always 0: peel shifts no times"},
	[EPOCH] = {"frame.time_epoch", "Epoch Time", RELTIME, KNOWN(struct state, epoch),
		   .help = "Seconds since 1970-01-01 00:00 UTC"},
	[DELTA] = {"frame.time_delta", "Time delta from previous captured frame", RELTIME,
		   FROM(struct state, delta), .help = "Time since the frame before this one"},
	[DELTA_DISPLAYED] = {"frame.time_delta_displayed",
			     "Time delta from previous displayed frame", RELTIME,
			     FROM(struct state, delta_displayed),
			     .help = "Time since the displayed frame before this one"},
	[RELATIVE] = {"frame.time_relative", "Time since reference or first frame", RELTIME,
		      FROM(struct state, relative), .help = "Time since the first frame"},
	[NUMBER] = {"frame.number", "Frame Number", U32, DEC, KNOWN(struct state, number),
		    .help = "The frame's number, from 1"},
	[LEN] = {"frame.len", "Frame Length", U32, DEC, KNOWN(struct state, len), .form = form_size,
		 .help = "Octets on the wire"},
	[CAP_LEN] = {"frame.cap_len", "Capture Length", U32, DEC, KNOWN(struct state, cap_len),
		     .form = form_size, .help = "Octets in the capture file"},
	[MARKED] = {"frame.marked", "Frame is marked", BOOL, FROM(struct state, no),
		    .help = "Always false: only Wireshark's window can mark frames"},
	[IGNORED] = {"frame.ignored", "Frame is ignored", BOOL, FROM(struct state, no),
		     .help = "Always false"},
	[CB_PEN] = {"frame.cb_pen", "Private Enterprise Number", U32, DEC, KNOWN(struct state, pen),
		    .help = "Whose pcapng custom block this is"},
	[CB_COPY] = {"frame.cb_copy", "Copying", BOOL, KNOWN(struct state, copy), WORDS(copying),
		     .help = "Whether a program that doesn't know the block may copy it"},
	[PROTOCOLS] = {"frame.protocols", "Protocols in frame", STRING,
		       .traits = GENERATED | ONCE | ALL_LAYERS,
		       .help = "The protocols found, outermost first"},
	[PKT_COMMENT] = {"pkt_comment", "Packet comments", PROTO, .traits = OWN_NAME,
			 .help = "What somebody wrote about the frame"},
	[COMMENT_TEXT] = {"frame.comment", "Comment", STRING, .under = PKT_COMMENT,
			  .help = "What somebody wrote about the frame"},
	[COMMENT_NOTE] = EXPERT("frame.comment.expert", "Formatted comment", COMMENT, G_COMMENTS),
};

/* LINKTYPE_ values, sorted, and Wireshark's numbers for them. */
static const struct encapsulation {
	uint16_t link, number;
} encapsulations[] = {
	{0, 15},    {1, 1},     {2, 184},   {3, 148},   {6, 2},     {7, 8},     {8, 3},
	{9, 4},     {10, 6},    {11, 10},   {12, 7},    {13, 38},   {14, 7},    {16, 11},
	{18, 11},   {19, 11},   {32, 69},   {50, 4},    {51, 139},  {99, 61},   {100, 10},
	{101, 7},   {104, 28},  {105, 20},  {106, 11},  {107, 26},  {108, 174}, {109, 38},
	{112, 28},  {113, 25},  {114, 30},  {117, 39},  {118, 29},  {119, 21},  {121, 32},
	{122, 18},  {123, 13},  {127, 23},  {128, 37},  {129, 9},   {130, 81},  {131, 82},
	{133, 87},  {135, 68},  {136, 151}, {137, 67},  {138, 62},  {139, 75},  {140, 42},
	{141, 43},  {142, 101}, {143, 33},  {147, 45},  {148, 46},  {149, 47},  {150, 48},
	{151, 49},  {152, 50},  {153, 51},  {154, 52},  {155, 53},  {156, 54},  {157, 55},
	{158, 56},  {159, 57},  {160, 58},  {161, 59},  {162, 60},  {163, 24},  {165, 63},
	{167, 76},  {169, 66},  {170, 178}, {171, 179}, {172, 77},  {173, 78},  {178, 83},
	{179, 84},  {180, 85},  {181, 86},  {183, 91},  {184, 181}, {186, 92},  {187, 41},
	{188, 93},  {189, 95},  {190, 109}, {192, 97},  {195, 104}, {196, 100}, {197, 98},
	{199, 103}, {200, 197}, {201, 99},  {202, 147}, {203, 131}, {204, 19},  {209, 112},
	{210, 106}, {211, 108}, {212, 107}, {213, 111}, {214, 105}, {215, 113}, {220, 115},
	{224, 121}, {225, 122}, {226, 124}, {227, 125}, {228, 129}, {229, 130}, {230, 127},
	{231, 146}, {235, 132}, {236, 133}, {237, 157}, {239, 141}, {240, 135}, {241, 136},
	{242, 180}, {243, 138}, {245, 140}, {248, 149}, {249, 152}, {250, 153}, {251, 154},
	{252, 155}, {253, 158}, {254, 159}, {255, 160}, {256, 161}, {258, 171}, {259, 172},
	{260, 173}, {264, 177}, {266, 182}, {268, 36},  {270, 183}, {271, 185}, {272, 186},
	{273, 199}, {274, 198}, {275, 200}, {276, 210}, {279, 204}, {280, 205}, {283, 206},
	{287, 211}, {288, 208}, {290, 212}, {292, 214}, {293, 215}, {294, 216}, {295, 217},
};

static int compare_links(const void *link, const void *entry)
{
	uint32_t a = *(const uint32_t *)link, b = ((const struct encapsulation *)entry)->link;

	return (a > b) - (a < b);
}

/* Wireshark's number for a LINKTYPE_ value; 0, "Unknown", where it has none. */
static unsigned encapsulation_of(uint32_t link)
{
	const struct encapsulation *e = bsearch(&link, encapsulations, COUNT(encapsulations),
						sizeof *encapsulations, compare_links);

	return e ? e->number : 0;
}

static void note_interface(struct state *s, const struct frame *f)
{
	s->interface = f->section_iface;
	if (f->iface && f->iface->name)
		s->name = (uint64_t)(uintptr_t)f->iface->name;
	if (f->iface && f->iface->description)
		s->description = (uint64_t)(uintptr_t)f->iface->description;
}

static void note(struct walk *w, struct layer *l)
{
	const struct frame *f = w->r.frame;
	struct state *s;

	if (!rows_wanted(l))
		return;
	s = new_state(w, l, sizeof *s);
	s->number = f->number;
	s->len = f->wire_len;
	s->cap_len = f->cap_len;
	s->no = 0;
	if (f->section)
		s->section = f->section;
	if (f->link == LINK_CUSTOM) {
		s->pen = f->pen;
		s->copy = f->may_copy;
		return;
	}
	if (f->section)
		note_interface(s, f);
	s->encap = encapsulation_of(f->link);
	if (!f->has_time)
		return;
	s->time = s->epoch = (uint64_t)f->time;
	s->zero = 0;
	s->delta = (uint64_t)w->r.since_previous;
	s->delta_displayed = (uint64_t)w->r.since_displayed;
	s->relative = (uint64_t)w->r.since_first;
}

/* They are no octets of the frame's: their nodes have no place in it. */
static void put_packet_flags(struct walk *w)
{
	uint32_t first = w->r.n_nodes, flags = w->r.frame->flags;
	uint8_t *p = take(w, 4);
	struct cursor c = {.left = {p, 4, 4}};

	for (unsigned i = 0; i < 4; i++)
		p[i] = (uint8_t)(flags >> (24 - 8 * i));
	put(w, &c, PACKET_FLAGS, 4);
	for (uint32_t i = first; i < w->r.n_nodes; i++) {
		w->r.nodes[i].at = 0;
		w->r.nodes[i].len = 0;
	}
	nodes_before(w, first, PACKET_FLAGS);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct frame *f = w->r.frame;

	if (w->last != NO_NODE)
		w->r.nodes[w->last].len = l->bytes.cap;
	if (f->has_flags)
		put_packet_flags(w);
	put_string(w, PROTOCOLS, 0, 0, "");
	if (f->link == LINK_CUSTOM)
		l->column = "PCAPNG";
	walk_next(w, next_by(l, f->link), *c);
}

static void put_protocol(struct text *t, const char *name)
{
	if (!name)
		return;
	if (t->len)
		text_char(t, ':');
	text_put(t, name);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct frame *f = r->frame;

	(void)l;
	if (f->link == LINK_CUSTOM)
		text_format(t, "Custom Block: PEN = %s (%u), will%s be copied",
			    f->pen == 32473 ? "Example Enterprise Number for Documentation Use"
					    : "Unknown",
			    f->pen, f->may_copy ? "" : " not");
}

/* "eth:ethertype:ip:tcp" */
static void put_protocols(struct text *t, const struct record *r)
{
	for (uint32_t i = 1; i < r->n_layers; i++) {
		const struct layer *l = r->layers[i];

		if (l->more || (l->quoted && l->bytes.cap < l->proto->least))
			continue;
		put_protocol(t, l->via);
		if (!l->proto->bare && !l->nameless)
			put_protocol(t, l->proto->fields[0].name);
		put_protocol(t, l->inside);
	}
}

static void put_comments(struct walk *w)
{
	const struct frame *f = w->r.frame;
	uint32_t first = w->r.n_nodes;

	w->depth = 0;
	put_value(w, PKT_COMMENT, 0, 0, 0);
	w->depth = 1;
	for (uint32_t i = 0; i < f->n_comments; i++) {
		put_string(w, COMMENT_TEXT, 0, 0, f->comments[i]);
		label_whole(w, "%s", f->comments[i]);
		expert(w, COMMENT_NOTE, "%s", f->comments[i]);
	}
	nodes_to_front(w, first);
}

static void done(struct walk *w, struct layer *l)
{
	struct node *n = own_node(w, PROTOCOLS);

	(void)l;
	if (n) {
		struct text t = {0};

		put_protocols(&t, &w->r);
		n->size = (uint32_t)t.len;
		n->p = (const uint8_t *)arena_copy(&w->arena, t.p ? t.p : "", t.len);
		text_close(&t);
	}
	if (w->r.frame->n_comments)
		put_comments(w);
}

const struct proto proto_frame = {
	.brief = "Frame",
	.no_column = true,
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "link"},
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
