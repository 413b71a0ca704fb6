/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of BGP share: words, prefixes, route distinguishers. */
/* RFC 4271; RFC 4364, 4.2. */
#include "shared/bgp.h"
#include <stdarg.h>

#define AS_TRANS 23456
#define RD_LEN 8
#define MAX_LABELS 32

static const struct word afi_words[] = {
	{0, "Reserved"},
	{1, "IPv4"},
	{2, "IPv6"},
	{3, "NSAP"},
	{4, "HDLC (8-bit multidrop)"},
	{5, "BBN 1822"},
	{6, "802 (includes all 802 media plus Ethernet)"},
	{7, "E.163"},
	{8, "E.164 (SMDS, Frame Relay, ATM)"},
	{9, "F.69 (Telex)"},
	{10, "X.121 (X.25, Frame Relay)"},
	{11, "IPX"},
	{12, "Appletalk"},
	{13, "Decnet IV"},
	{14, "Banyan Vines"},
	{15, "E.164 with NSAP subaddress"},
	{16, "DNS (Domain Name System)"},
	{17, "Distinguished Name"},
	{18, "AS Number"},
	{19, "XTP over IP version 4"},
	{20, "XTP over IP version 6"},
	{21, "XTP native mode XTP"},
	{22, "Fibre Channel World-Wide Port Name"},
	{23, "Fibre Channel World-Wide Node Name"},
	{24, "GWID"},
	{25, "Layer-2 VPN"},
	{26, "MPLS-TP Section Endpoint Identifier"},
	{27, "MPLS-TP LSP Endpoint Identifier"},
	{28, "MPLS-TP Pseudowire Endpoint Identifier"},
	{29, "MT IP: Multi-Topology IP version 4"},
	{30, "MT IPv6: Multi-Topology IP version 6"},
	{196, "Layer-2 VPN (old)"},
	{16384, "EIGRP Common Service Family"},
	{16385, "EIGRP IPv4 Service Family"},
	{16386, "EIGRP IPv6 Service Family"},
	{16387, "LISP Canonical Address Format (LCAF)"},
	{16388, "BGP-LS"},
	{16389, "48-bit MAC Address"},
	{16390, "64-bit MAC Address"},
	{16391, "OUI"},
	{16392, "MAC/24"},
	{16393, "MAC/40"},
	{16394, "IPv6/64"},
	{16395, "RBridge Port ID"},
	{16396, "TRILL Nickname"},
	{65535, "Reserved"},
};
const struct words bgp_afis = {afi_words, COUNT(afi_words)};

static const struct word safi_words[] = {
	{0, "Reserved"},
	{1, "Unicast"},
	{2, "Multicast"},
	{3, "Unicast+Multicast (Deprecated)"},
	{4, "Labeled Unicast"},
	{5, "MCAST-VPN"},
	{6, "Multi-Segment Pseudowires"},
	{7, "Encapsulation (Deprecated)"},
	{8, "MCAST-VPLS"},
	{64, "Tunnel (Deprecated)"},
	{65, "VPLS"},
	{66, "Cisco MDT"},
	{67, "4over6"},
	{68, "6over4"},
	{69, "Layer-1 VPN"},
	{70, "EVPN"},
	{71, "BGP-LS"},
	{72, "BGP-LS-VPN"},
	{73, "SR Policy"},
	{74, "SD-WAN"},
	{75, "Routing Policy Distribution"},
	{76, "Classful Transport Planes"},
	{77, "Tunneled Traffic Flowspec"},
	{78, "MCAST-TREE"},
	{128, "Labeled VPN Unicast"},
	{129, "Labeled VPN Multicast"},
	{130, "Labeled VPN Unicast+Multicast (Deprecated)"},
	{132, "Route Target Filter"},
	{133, "Flow Spec Filter"},
	{134, "Flow Spec Filter VPN"},
	{140, "Layer-3 VPN (Deprecated)"},
};
const struct words bgp_safis = {safi_words, COUNT(safi_words)};

static const struct word orf_type_words[] = {
	{2, "Communities ORF-Type"},
	{3, "Extended Communities ORF-Type"},
	{128, "Cisco PrefixList ORF-Type"},
	{129, "Cisco CommunityList ORF-Type"},
	{130, "Cisco Extended CommunityList ORF-Type"},
	{131, "Cisco AsPathList ORF-Type"},
};
const struct words bgp_orf_types = {orf_type_words, COUNT(orf_type_words)};

static const struct word capability_words[] = {
	{0, "Reserved capability"},
	{1, "Multiprotocol extensions capability"},
	{2, "Route refresh capability"},
	{3, "Cooperative route filtering capability"},
	{4, "Multiple routes to a destination capability"},
	{5, "Extended Next Hop Encoding"},
	{6, "BGP-Extended Message"},
	{7, "BGPsec capability"},
	{8, "Multiple Labels capability"},
	{9, "BGP Role"},
	{64, "Graceful Restart capability"},
	{65, "Support for 4-octet AS number capability"},
	{66, "Deprecated Dynamic Capability (Cisco)"},
	{67, "Support for Dynamic capability"},
	{68, "Multisession BGP Capability"},
	{69, "Support for Additional Paths"},
	{70, "Enhanced route refresh capability"},
	{71, "Long-Lived Graceful Restart (LLGR) Capability"},
	{72, "CP-ORF Capability"},
	{73, "FQDN Capability"},
	{128, "Route refresh capability (Cisco)"},
	{130, "Cooperative route filtering capability (Cisco)"},
	{131, "Multisession BGP Capability (Cisco)"},
};
const struct words bgp_capabilities = {capability_words, COUNT(capability_words)};

struct bgp *bgp_of(const struct layer *l)
{
	while (!l->state)
		l = l->parent;
	return (struct bgp *)(uintptr_t)((const struct bgp_state *)l->state)->message;
}

void bgp_form_as(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	if (n->u == AS_TRANS)
		text_put(t, " (AS_TRANS)");
}

static const char *copy_words(struct walk *w, const char *format, va_list args)
{
	struct text t = {0};
	const char *copy;

	text_format_list(&t, format, args);
	copy = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return copy;
}

const char *bgp_words(struct walk *w, const char *format, ...)
{
	const char *words;
	va_list args;

	va_start(args, format);
	words = copy_words(w, format, args);
	va_end(args);
	return words;
}

void bgp_wrong(struct walk *w, const struct cursor *c, uint32_t n, unsigned heading, unsigned note,
	       const char *format, ...)
{
	uint32_t group = open_group(w, c, heading, n);
	const char *words;
	va_list args;

	va_start(args, format);
	words = copy_words(w, format, args);
	va_end(args);
	label_whole(w, "%s", words);
	expert(w, note, "%s", words);
	shut_group(w, group, NULL);
}

bool bgp_take_prefix(struct cursor *c, struct bgp_prefix *p, unsigned bits, bool v6)
{
	uint32_t n = (bits + 7) / 8;
	const uint8_t *from;

	*p = (struct bgp_prefix){.at = c->at, .len = n, .bits = bits, .v6 = v6};
	from = cursor_pull(c, n);
	if (!from || n > (v6 ? 16 : 4))
		return false;
	memcpy(p->octets, from, n);
	if (bits % 8)
		p->octets[n - 1] &= (uint8_t)(0xff00 >> bits % 8);
	return true;
}

const char *bgp_prefix_words(struct walk *w, const struct bgp_prefix *p)
{
	return address_words(w, p->v6 ? IPV6 : IPV4, p->octets);
}

void bgp_put_prefix(struct walk *w, const struct bgp_prefix *p, unsigned row)
{
	uint8_t *copy;

	if (!p->v6) {
		put_value(w, row, p->at, p->len, load_be(p->octets, 4));
		return;
	}
	copy = take(w, sizeof p->octets);
	memcpy(copy, p->octets, sizeof p->octets);
	put_bytes(w, row, p->at, p->len, copy, sizeof p->octets);
}

const char *bgp_rd_words(struct walk *w, struct cursor c)
{
	unsigned type = u16(&c);
	const uint8_t *p = cursor_pull(&c, 6);
	struct text t = {0};
	const char *words;

	if (!p)
		return NULL;
	if (type == 0)
		text_format(&t, "%u:%u", (unsigned)load_be(p, 2), (unsigned)load_be(p + 2, 4));
	else if (type == 1)
		text_address(&t, p, 4);
	else if (type == 2)
		text_format(&t, "%u:%u", (unsigned)load_be(p, 4), (unsigned)load_be(p + 4, 2));
	else
		text_format(&t, "Unknown (0x%04x) RD type", type);
	if (type == 1)
		text_number(&t, ":", load_be(p + 4, 2));
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

void bgp_put_rd(struct walk *w, struct cursor *c, unsigned row)
{
	const char *words = bgp_rd_words(w, *c);

	if (!words) {
		cursor_fail(c, RD_LEN);
	} else if (w->now->proto->fields[row].kind == STRING) {
		put_string(w, row, c->at, RD_LEN, words);
		cursor_pull(c, RD_LEN);
	} else {
		put(w, c, row, RD_LEN);
		label_value(w, "%s", words);
	}
}

void bgp_put_rd_octets(struct walk *w, struct cursor *c, unsigned row)
{
	const char *words = bgp_rd_words(w, *c);

	put(w, c, row, RD_LEN);
	if (words)
		label_tail(w, " (%s)", words);
}

const char *bgp_take_labels(struct walk *w, struct cursor *c, unsigned *n)
{
	const char *words = "";
	unsigned label = 0;

	for (*n = 0; *n < MAX_LABELS && !c->bad && !(label & 1); ++*n) {
		label = u24(c);
		if (!label || label == 0x800000) {
			++*n;
			return bgp_words(w, "%s%s0 (withdrawn)", words, *n > 1 ? "," : "");
		}
		words = bgp_words(w, "%s%s%u%s", words, *n ? "," : "", label >> 4,
				  label & 1 ? " (bottom)" : "");
	}
	return words;
}

bool bgp_is_ip(unsigned afi)
{
	return afi == BGP_IPV4 || afi == BGP_IPV6;
}

bool bgp_known_afi(unsigned afi, bool withdrawn)
{
	return bgp_is_ip(afi) || afi == BGP_L2VPN || afi == BGP_LS_AFI ||
	       (afi == BGP_L2VPN_OLD && withdrawn);
}

const char *bgp_tag(const struct bgp *b)
{
	static const char *const tags[] = {"Withdrawn route", "NLRI", "MP Reach NLRI",
					   "MP Unreach NLRI"};

	return tags[b->place];
}

void bgp_say(struct walk *w, const struct bgp_community *m, const char *words)
{
	label_tail_of(w, m->group, "%s:%s%s [%s]", m->name, *words ? " " : "", words, m->kind);
}

const char *bgp_peek_ip4(struct walk *w, const struct cursor *c, uint32_t skip)
{
	struct cursor peek = *c;
	const uint8_t *p;

	cursor_pull(&peek, skip);
	p = cursor_pull(&peek, 4);
	return p ? address_words(w, IPV4, p) : "";
}
