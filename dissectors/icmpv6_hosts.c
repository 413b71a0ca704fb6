/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: options by which routers configure hosts. */
/* RFC 8106 (DNS), RFC 5175 (flags), RFC 8910 (captive portals). */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	HOSTS,
	RESERVED,
	PADDING,
	RDNSS_LIFETIME,
	RDNSS,
	EFO,
	EFO_M,
	EFO_O,
	EFO_H,
	EFO_PRF,
	EFO_P,
	EFO_RSV,
	DNSSL_LIFETIME,
	DNSSL,
	PORTAL,
};

static const struct word rdnss_lifetimes[] = {{0, "RDNSS address MUST no longer be used"},
					      {UINT32_MAX, "Infinity"}};
static const struct word dnssl_lifetimes[] = {{0, "DNSSL domain name MUST no longer be used"},
					      {UINT32_MAX, "Infinity"}};

static const struct field fields[] = {
	[HOSTS] = {"icmpv6.hosts", "Options for hosts", PROTO},
	[RESERVED] = ROW_OPT_RESERVED,
	[PADDING] = ROW_OPT_PADDING,
	[RDNSS_LIFETIME] = {"icmpv6.opt.rdnss.lifetime", "Lifetime", U32, DEC,
			    WORDS(rdnss_lifetimes), .form = form_special,
			    .help = "Seconds that they may be used", .ref = "RFC 8106, 5.1"},
	[RDNSS] = {"icmpv6.opt.rdnss", "Recursive DNS Servers", IPV6, .help = "A DNS server",
		   .ref = "RFC 8106, 5.1"},
	[EFO] = {"icmpv6.opt.efo", "Flags Expansion Option", U16, HEX, .form = form_flags,
		 .help = "More flags", .ref = "RFC 5175, 4"},
	[EFO_M] = {"icmpv6.opt.efo.m", "Managed address configuration", BOOL, AT(0, 1), BOX(16, 0),
		   .under = EFO, WORDS(set_notset), .help = "Addresses by DHCPv6",
		   .ref = "RFC 4861, 4.2"},
	[EFO_O] = {"icmpv6.opt.efo.o", "Other configuration", BOOL, AT(1, 1), BOX(16, 1),
		   .under = EFO, WORDS(set_notset), .help = "Other settings by DHCPv6",
		   .ref = "RFC 4861, 4.2"},
	[EFO_H] = {"icmpv6.opt.efo.h", "Home Agent", BOOL, AT(2, 1), BOX(16, 2), .under = EFO,
		   WORDS(set_notset), .help = "The router is a home agent", .ref = "RFC 6275, 7.1"},
	[EFO_PRF] = {"icmpv6.opt.efo.prf", "Prf (Default Router Preference)", U16, DEC, AT(3, 2),
		     BOX(16, 3), .under = EFO, .words = &router_preferences,
		     .help = "Which router to prefer", .ref = "RFC 4191, 2.2"},
	[EFO_P] = {"icmpv6.opt.efo.p", "Proxy", BOOL, AT(5, 1), BOX(16, 5), .under = EFO,
		   WORDS(set_notset), .help = "The router is a proxy", .ref = "RFC 4389, 4.1.3.3"},
	[EFO_RSV] = {"icmpv6.opt.efo.rsv", "Reserved", U16, DEC, .under = EFO, .help = "Always 0",
		     .ref = "RFC 5175, 4"},
	[DNSSL_LIFETIME] = {"icmpv6.opt.dnssl.lifetime", "Lifetime", U32, DEC,
			    WORDS(dnssl_lifetimes), .form = form_special,
			    .help = "Seconds that they may be used", .ref = "RFC 8106, 5.2"},
	[DNSSL] = {"icmpv6.opt.dnssl", "Domain Names", STRING, .help = "A domain to search",
		   .ref = "RFC 8106, 5.2"},
	[PORTAL] = {"icmpv6.opt.captive_portal", "Captive Portal", STRING, .traits = ZSTRING,
		    .help = "Where to log in", .ref = "RFC 8910, 2.3"},
};

static void body_rdnss(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put(w, c, RESERVED, 2);
	put(w, c, RDNSS_LIFETIME, 4);
	while (octets_left(c, h->end) && !c->bad)
		put_address_of(w, c, h->group, RDNSS);
}

#define EFO_RESERVED 0x02ff

static void body_flags(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint32_t group = open_group(w, c, EFO, 2);

	(void)h;
	put_spread(w, *c, EFO_RSV, 2, EFO_RESERVED);
	u16(c);
	shut_group(w, group, c);
	put(w, c, RESERVED, 4);
}

static void body_dnssl(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put(w, c, RESERVED, 2);
	put(w, c, DNSSL_LIFETIME, 4);
	while (octets_left(c, h->end) && !c->bad) {
		struct cursor peek = *c;
		const char *name;

		if (!u8(&peek)) {
			put(w, c, PADDING, octets_left(c, h->end));
			return;
		}
		name = put_labels(w, c, DNSSL, octets_left(c, h->end));
		if (!name)
			return;
		label_tail_of(w, h->group, " %s", name);
	}
}

static void body_portal(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put(w, c, PORTAL, octets_left(c, h->end));
}

static const struct nd_body bodies[] = {
	[25] = {body_rdnss},
	[26] = {body_flags},
	[31] = {body_dnssl},
	[37] = {body_portal},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_nd_option(w, l, c, bodies, COUNT(bodies));
}

static const struct hang hangs[] = {{"icmpv6.option", 25},
				    {"icmpv6.option", 26},
				    {"icmpv6.option", 31},
				    {"icmpv6.option", 37},
				    {0}};

const struct proto proto_icmpv6_hosts = {
	.brief = "ICMPv6",
	.no_column = true,
	.bare = true,
	.prefix = "icmpv6",
	.spec = "RFC 8106",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 2,
	.hangs = hangs,
	.rest = rest,
};
