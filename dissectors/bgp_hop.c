/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: next hops of routes of all address families. */
/* RFC 4760, 3. */
#include "shared/bgp.h"

enum {
	PART,
	HOP,
	HOP_RD,
	HOP4,
	HOP6,
	HOP_LOCAL,
	SCOPE_NOTE,
	RD_NOTE,
	HOP_LEN_NOTE,
	AFI_NOTE,
	SAFI_NOTE,
};

static const struct field fields[] = {
	[PART] = {"bgp.hop", "BGP next hops", PROTO},
	[HOP] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop", "Next hop", BYTES,
		 .help = "Where packets are to go", .ref = "RFC 4760, 3"},
	[HOP_RD] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.rd", "Route Distinguisher",
		    STRING, .help = "Always 0", .ref = "RFC 4364, 4.3.2"},
	[HOP4] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv4", "IPv4 Address", IPV4,
		  .help = "Its IPv4 address", .ref = "RFC 4760, 3"},
	[HOP6] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6", "IPv6 Address", IPV6,
		  .help = "Its IPv6 address", .ref = "RFC 4760, 3"},
	[HOP_LOCAL] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local",
		       "Link-local Address", IPV6, .help = "Its address on the link",
		       .ref = "RFC 2545, 3"},
	[SCOPE_NOTE] = EXPERT("bgp.next_hop.ipv6.scope", "Invalid IPv6 address scope", WARNING,
			      G_PROTOCOL),
	[RD_NOTE] = EXPERT("bgp.next_hop.rd.nonzero",
			   "Route Distinguisher in Next Hop Network Address nonzero", WARNING,
			   G_PROTOCOL),
	[HOP_LEN_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[AFI_NOTE] = EXPERT("bgp.unknown_afi", "Unknown Address Family", ERROR, G_PROTOCOL),
	[SAFI_NOTE] = EXPERT("bgp.unknown_safi", "Unknown SAFI", ERROR, G_PROTOCOL),
};

#define RD_LEN 8

/* Whether next hops of the family are addresses, or (2) stand behind route distinguishers; 0:
 * neither is known. */
static unsigned hop_form(unsigned afi, unsigned safi)
{
	if (afi == BGP_L2VPN || afi == BGP_L2VPN_OLD)
		return safi == SAFI_VPLS || safi == SAFI_EVPN ||
		       (safi >= SAFI_VPN_UNICAST && safi <= SAFI_VPN_BOTH);
	if (afi == BGP_LS_AFI)
		return safi == SAFI_LINK_STATE || safi == SAFI_LINK_STATE_VPN;
	if (safi >= SAFI_VPN_UNICAST && safi <= SAFI_VPN_BOTH)
		return 2;
	return (safi >= SAFI_UNICAST && safi <= SAFI_MCAST_VPN) || safi == SAFI_ENCAPSULATION ||
	       safi == SAFI_TUNNEL || safi == SAFI_TARGETS || safi == SAFI_EVPN;
}

static const char *put_hop_address(struct walk *w, struct cursor *c, unsigned row, uint32_t n,
				   bool rd)
{
	struct cursor peek = *c;
	const char *words, *before = NULL;

	if (rd) {
		before = bgp_rd_words(w, *c);
		bgp_put_rd(w, c, HOP_RD);
		if (before && cursor_be(&peek, 8))
			expert(w, RD_NOTE, NULL);
	}
	words = c->left.cap >= n ? address_words(w, n == 4 ? IPV4 : IPV6, c->left.p) : "";
	if (!c->bad)
		put(w, c, row, n);
	return before ? bgp_words(w, " RD=%s %s=%s", before,
				  row == HOP4   ? "IPv4"
				  : row == HOP6 ? "IPv6"
						: "Link-local",
				  words)
		      : words;
}

/* Two addresses, the second one on the link. */
static void put_two_hops(struct walk *w, struct cursor *c, bool rd)
{
	struct cursor local = *c;
	uint32_t group = w->last;
	const char *one = put_hop_address(w, c, HOP6, 16, rd),
		   *two = put_hop_address(w, c, HOP_LOCAL, 16, rd);

	cursor_take(&local, rd ? 32 : 16);
	if (u16(&local) >> 6 != 0xfe80 >> 6 && !rd)
		expert(w, SCOPE_NOTE, "Invalid IPv6 address scope; should be link-local");
	if (rd)
		label_tail_of(w, group, ": %s%s", one, two);
	else
		label_tail_of(w, group, ": IPv6=%s Link-local=%s", one, two);
}

static void put_strange_hop(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t len,
			    bool known)
{
	uint32_t group = w->last;
	struct text t = {0};

	if (len)
		text_put(&t, ": ");
	text_hex_bytes(&t, c->left.p, len < c->left.cap ? len : c->left.cap, 0);
	label_tail_of(w, group, "%s", text_string(&t));
	text_close(&t);
	if (b->afi == BGP_L2VPN_OLD || !bgp_known_afi(b->afi, false))
		expert(w, AFI_NOTE, NULL);
	else if (bgp_is_ip(b->afi) && (b->safi == SAFI_FLOW_SPEC || b->safi == SAFI_FLOW_SPEC_VPN))
		expert(w, HOP_LEN_NOTE, "The length (%u) of Next Hop (FlowSpec) is not zero", len);
	else if (!known)
		expert(w, SAFI_NOTE, "Unknown SAFI (%u) for AFI %u", b->safi, b->afi);
	w->last = group;
	expert(w, HOP_LEN_NOTE, "Unknown Next Hop length (%u byte%s)", len, plural(len));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);
	struct cursor peek = *c;
	uint32_t len = u8(&peek), group = open_group(w, c, HOP, 1 + len);
	unsigned form = bgp_known_afi(b->afi, true) ? hop_form(b->afi, b->safi) : 0;
	bool rd = form == 2;
	uint32_t octets = !rd ? len : len > RD_LEN ? len - RD_LEN : 0;

	label_whole(w, "Next hop");
	*c = peek;
	if (form && octets == 4 && b->afi != BGP_IPV6) {
		label_tail_of(w, group, ": %s", put_hop_address(w, c, HOP4, 4, rd));
	} else if (form && octets == 16) {
		label_tail_of(w, group, ": %s", put_hop_address(w, c, HOP6, 16, rd));
	} else if (form && len == (rd ? 48 : 32)) {
		put_two_hops(w, c, rd);
	} else if (!len && bgp_is_ip(b->afi) &&
		   (b->safi == SAFI_FLOW_SPEC || b->safi == SAFI_FLOW_SPEC_VPN)) {
		label_tail_of(w, group, ": ");
	} else {
		put_strange_hop(w, c, b, len, form);
		cursor_take(c, len);
	}
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"bgp.part", BGP_HOP}, {0}};

const struct proto proto_bgp_hop = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 4760",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
