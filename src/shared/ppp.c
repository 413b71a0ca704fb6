/* SPDX-License-Identifier: BSD-2-Clause */
/* What PPP's control protocols have in common. */
#include "shared/ppp.h"
#include "shared/layout.h"

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
const struct words ppp_protocols = {protocols, COUNT(protocols)};

enum {
	VENDOR,
	REQUEST,
	ACK,
	NAK,
	REJECT,
	CODE_REJECT = 7,
	PROTOCOL_REJECT,
	ECHO_REQUEST,
	ECHO_REPLY,
	DISCARD,
	IDENTIFICATION,
	TIME_REMAINING,
};

#define HEAD 4   /* octets of code, identifier and length */
#define OPTION 2 /* octets of an option's type and length */

/* --- options --- */

static const char *plural_of(uint32_t n)
{
	return n == 1 ? "" : "s";
}

/* The option of that code: the one of just that length, or else the first one. */
static const struct ppp_option *option_of(const struct ppp_options *o, unsigned code, uint32_t len)
{
	const struct ppp_option *found = NULL;

	for (unsigned i = 0; i < o->n; i++) {
		const struct ppp_option *option = &o->list[i];

		if (option->code == code && (!found || option->len == len))
			found = option;
	}
	return found;
}

static const char *label_of(const struct walk *w, unsigned row)
{
	return w->now->proto->fields[row].label;
}

/* A line over n octets that says what is wrong, and a note of the same words. */
static void put_wrong(struct walk *w, const struct cursor *c, const struct ppp_options *o,
		      uint32_t n, struct text *t)
{
	uint32_t group = open_group(w, c, o->bad, n);

	shut_group(w, group, NULL);
	label_whole(w, "%s", text_string(t));
	expert(w, o->note, "%s", text_string(t));
	text_close(t);
}

/* An option without a length, or with one that leads out of the list. */
static void put_stray(struct walk *w, const struct cursor *c, const struct ppp_options *o)
{
	struct cursor peek = *c;
	unsigned code = u8(&peek), len = u8(&peek);
	const struct ppp_option *option = option_of(o, code, 0);
	struct text t = {0};

	if (option)
		text_put(&t, label_of(w, option->row));
	else
		text_format(&t, "Unknown (0x%02x)", code);
	if (c->left.wire < OPTION)
		text_put(&t, " (length byte past end of options)");
	else if (len < OPTION)
		text_format(&t, " (with too-short option length = %u byte%s)", len, plural_of(len));
	else
		text_format(&t, " (option length = %u byte%s says option goes past end of options)",
			    len, plural_of(len));
	put_wrong(w, c, o, c->left.wire, &t);
}

/* Whether its length may be; says so where it may not. */
static bool fits(struct walk *w, const struct cursor *c, const struct ppp_options *o,
		 const struct ppp_option *option)
{
	uint32_t len = c->left.wire;
	struct text t = {0};

	if (len == option->len || (option->more && len > option->len))
		return true;
	text_put(&t, option->misnamed ? option->misnamed : label_of(w, option->row));
	text_format(&t, " (with option length = %u byte%s; should be %s%u)", len, plural_of(len),
		    option->more ? "at least " : "", option->said ? option->said : option->len);
	put_wrong(w, c, o, len, &t);
	return false;
}

static void put_option(struct walk *w, struct cursor *c, const struct ppp_options *o,
		       const struct ppp_option *option)
{
	struct cursor peek = *c;
	unsigned code = u8(&peek);
	uint32_t group;

	if (!fits(w, c, o, option))
		return;
	group = open_group(w, c, option->row, c->left.wire);
	put(w, c, option->type ? option->type : o->type, 1);
	label_value(w, "%s (%u)", label_of(w, option->row), code);
	put(w, c, option->length ? option->length : o->length, 1);
	if (option->parts && !c->bad)
		put_layout(w, c, option->parts);
	if (option->rest && !c->bad)
		option->rest(w, c, group);
	shut_group(w, group, NULL);
}

static void put_unknown(struct walk *w, const struct cursor *c, const struct ppp_options *o,
			unsigned code)
{
	uint32_t group = open_group(w, c, o->other, c->left.wire);

	shut_group(w, group, NULL);
	label_whole(w, "Unknown (0x%02x) (%u byte%s)", code, c->left.wire, plural_of(c->left.wire));
}

void ppp_put_options(struct walk *w, struct cursor *c, uint32_t group, uint32_t n,
		     const struct ppp_options *o)
{
	struct cursor list = cursor_first(*c, n);

	cursor_take(c, n);
	while (list.left.wire && !list.bad && !c->bad) {
		struct cursor peek = list, element;
		unsigned code = u8(&peek);
		uint32_t len = list.left.wire > 1 ? u8(&peek) : 0;
		const struct ppp_option *option = option_of(o, code, len);

		if (peek.bad) {
			c->bad = peek.bad;
			return;
		}
		if (len < OPTION || len > list.left.wire) {
			put_stray(w, &list, o);
			return;
		}
		element = cursor_first(list, len);
		if (option)
			put_option(w, &element, o, option);
		else
			put_unknown(w, &element, o, code);
		c->bad = element.bad;
		if (option && !c->bad)
			label_tail_of(w, group, ", %s",
				      option->name ? option->name : label_of(w, option->row));
		cursor_take(&list, len);
	}
}

/* --- packets --- */

static void put_list(struct walk *w, struct cursor *c, int n, const struct ppp_options *o)
{
	uint32_t group;

	if (n <= 0)
		return;
	if ((uint32_t)n > c->left.wire) {
		cursor_fail(c, (uint32_t)n);
		return;
	}
	group = open_group(w, c, CP_OPTIONS, (uint32_t)n);
	w->last = group;
	label_whole(w, "Options: (%d byte%s)", n, plural_of((uint32_t)n));
	ppp_put_options(w, c, group, (uint32_t)n, o);
	shut_group(w, group, NULL);
}

/* So many octets of the row, if any. */
static void put_some(struct walk *w, struct cursor *c, unsigned row, int n)
{
	if (n > 0 && !c->bad)
		put(w, c, row, (uint32_t)n);
}

static void label_vendor(struct walk *w, const uint8_t *p)
{
	const char *vendor = vendor_for_label(w, p);

	uint32_t oui = (uint32_t)load_be(p, 3);

	if (vendor)
		label_value(w, "%02x:%02x:%02x(%s)", oui >> 16, oui >> 8 & 0xff, oui & 0xff,
			    vendor);
}

static void put_vendor(struct walk *w, struct cursor *c, int n)
{
	struct cursor oui;
	const uint8_t *p;

	put(w, c, CP_VENDOR_MAGIC, 4);
	oui = *c;
	put(w, c, CP_OUI, 3);
	p = cursor_pull(&oui, 3);
	if (p)
		label_vendor(w, p);
	put(w, c, CP_KIND, 1);
	put_some(w, c, CP_DATA, n - 8);
}

static void put_code_reject(struct walk *w, struct cursor *c, int n)
{
	if (n <= 0)
		return;
	put(w, c, CP_DATA, (uint32_t)n);
	label_name(w, "Rejected Packet (%d byte%s)", n, plural_of((uint32_t)n));
}

static void put_protocol_reject(struct walk *w, struct layer *l, struct cursor *c, int n)
{
	uint64_t protocol = put(w, c, CP_REJECTED, 2);

	if (c->bad || n <= 2)
		return;
	if ((uint32_t)n - 2 > c->left.wire) {
		cursor_fail(c, (uint32_t)n - 2);
		return;
	}
	walk_quoted(w, also_by(l, 0, protocol), cursor_first(*c, (uint32_t)n - 2));
	cursor_take(c, (uint32_t)n - 2);
}

void ppp_control(struct walk *w, struct layer *l, struct cursor *c, const struct ppp_options *o)
{
	struct cursor head = layer_cursor(l, 0);
	unsigned code = u8(&head);
	int n;

	u8(&head);
	n = u16(&head) - HEAD;
	switch (code) {
	case VENDOR:
		put_vendor(w, c, n);
		break;
	case REQUEST:
	case ACK:
	case NAK:
	case REJECT:
		put_list(w, c, n, o);
		break;
	case CODE_REJECT:
		put_code_reject(w, c, n);
		break;
	case PROTOCOL_REJECT:
		put_protocol_reject(w, l, c, n);
		break;
	case ECHO_REQUEST:
	case ECHO_REPLY:
	case DISCARD:
		put(w, c, CP_MAGIC, 4);
		put_some(w, c, CP_ECHO, n - 4);
		break;
	case IDENTIFICATION:
		put(w, c, CP_MAGIC, 4);
		put_some(w, c, CP_MESSAGE, n - 4);
		break;
	case TIME_REMAINING:
		put(w, c, CP_MAGIC, 4);
		put(w, c, CP_SECONDS, 4);
		put_some(w, c, CP_MESSAGE, n - 8);
		break;
	default:
		put_some(w, c, CP_DATA, n);
		break;
	}
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

void ppp_control_info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	const char *word = word_for(l->proto->fields[CP_CODE].words, u8(&c));

	(void)r;
	text_put(t, word ? word : "Unknown");
}
