/* SPDX-License-Identifier: BSD-2-Clause */
/* The options of DNS: EDNS. */
/* RFC 6891, 6.1.2, and one RFC for each option: see the rows. */
#include "shared/dns.h"

enum {
	OPTIONS,
	OPT,
	CODE,
	LEN,
	DATA,
	DAU,
	DHU,
	N3U,
	FAMILY,
	NETMASK,
	SCOPE,
	ADDR,
	ADDR4,
	ADDR6,
	COOKIE_CLIENT,
	COOKIE_SERVER,
	KEEPALIVE,
	PADDING,
	CHAIN,
	ERROR_CODE,
	ERROR_TEXT,
	BAD_LENGTH,
};

static const struct word words_opt_code[] = {
	{0, "Reserved"},
	{1, "LLQ - Long-lived query"},
	{2, "UL - Update lease"},
	{3, "NSID - Name Server Identifier"},
	{4, "Owner (reserved)"},
	{5, "DAU - DNSSEC Algorithm Understood (RFC6975)"},
	{6, "DHU - DS Hash Understood (RFC6975)"},
	{7, "N3U - NSEC3 Hash Understood (RFC6975)"},
	{8, "CSUBNET - Client subnet"},
	{9, "EDNS EXPIRE (RFC7314)"},
	{10, "COOKIE"},
	{11, "EDNS TCP Keepalive"},
	{12, "PADDING"},
	{13, "CHAIN"},
	{15, "Extended DNS Error"},
	{20730, "Experimental - CSUBNET - Client subnet"},
};

static const struct word words_opt_n3u[] = {
	{0, "Reserved"},
	{1, "SHA-1"},
};

static const struct word words_opt_client_family[] = {
	{1, "IPv4"},
	{2, "IPv6"},
};

static const struct word extended[] = {
	{0, "Other Error"},
	{1, "Unsupported DNSKEY Algorithm"},
	{2, "Unsupported DS Digest Type"},
	{3, "Stale Answer"},
	{4, "Forged Answer"},
	{5, "DNSSEC Indeterminate"},
	{6, "DNSSEC Bogus"},
	{7, "Signature Expired"},
	{8, "Signature Not Yet Valid"},
	{9, "DNSKEY Missing"},
	{10, "RRSIGs Missing"},
	{11, "No Zone Key Bit Set"},
	{12, "NSEC Missing"},
	{13, "Cached Error"},
	{14, "Not Ready"},
	{15, "Blocked"},
	{16, "Censored"},
	{17, "Filtered"},
	{18, "Prohibited"},
	{19, "Stale NXDomain Answer"},
	{20, "Not Authoritative"},
	{21, "Not Supported"},
	{22, "No Reachable Authority"},
	{23, "Network Error"},
	{24, "Invalid Data"},
	{25, "Signature Expired before Valid"},
	{26, "Too Early"},
	{27, "Unsupported NSEC3 Iterations Value"},
	{28, "Unable to conform to policy"},
	{29, "Synthesized"},
	{30, "Unassigned", 49151},
	{49152, "Reserved for Private Use", 65535},
};

static const struct field fields[] = {
	[OPTIONS] = {"dns.options", "Options", PROTO},
	[OPT] = {"dns.opt", "Option", NONE, .help = "An option", .ref = "RFC 6891, 6.1.2"},
	[CODE] = {"dns.opt.code", "Option Code", U16, DEC, .under = OPT, WORDS(words_opt_code),
		  .help = "Which option", .ref = "RFC 6891, 6.1.2"},
	[LEN] = {"dns.opt.len", "Option Length", U16, DEC, .under = OPT,
		 .help = "Octets of the option", .ref = "RFC 6891, 6.1.2"},
	[DATA] = {"dns.opt.data", "Option Data", BYTES, .under = OPT, .help = "All of it",
		  .ref = "RFC 6891, 6.1.2"},
	[DAU] = {"dns.opt.dau", "DAU", U8, DEC, .under = OPT, .words = &dns_algorithms,
		 .help = "A signing algorithm that is understood", .ref = "RFC 6975, 3"},
	[DHU] = {"dns.opt.dhu", "DHU", U8, DEC, .under = OPT, .words = &dns_digests,
		 .help = "A hash of keys that is understood", .ref = "RFC 6975, 3"},
	[N3U] = {"dns.opt.n3u", "N3U", U8, DEC, .under = OPT, WORDS(words_opt_n3u),
		 .help = "A hash of names that is understood", .ref = "RFC 6975, 3"},
	[FAMILY] = {"dns.opt.client.family", "Family", U16, DEC, .under = OPT,
		    WORDS(words_opt_client_family), .help = "Family of the address",
		    .ref = "RFC 7871, 6"},
	[NETMASK] = {"dns.opt.client.netmask", "Source Netmask", U8, DEC, .under = OPT,
		     .help = "Bits that the asker tells", .ref = "RFC 7871, 6"},
	[SCOPE] = {"dns.opt.client.scope", "Scope Netmask", U8, DEC, .under = OPT,
		   .help = "Bits that the answer is good for", .ref = "RFC 7871, 6"},
	[ADDR] = {"dns.opt.client.addr", "Client Subnet", BYTES, .under = OPT,
		  .help = "For whom it is asked", .ref = "RFC 7871, 6"},
	[ADDR4] = {"dns.opt.client.addr4", "Client Subnet", IPV4, .under = OPT,
		   .help = "For whom it is asked", .ref = "RFC 7871, 6"},
	[ADDR6] = {"dns.opt.client.addr6", "Client Subnet", IPV6, .under = OPT,
		   .help = "For whom it is asked", .ref = "RFC 7871, 6"},
	[COOKIE_CLIENT] = {"dns.opt.cookie.client", "Client Cookie", BYTES, .under = OPT,
			   .help = "What the client chose", .ref = "RFC 7873, 4"},
	[COOKIE_SERVER] = {"dns.opt.cookie.server", "Server Cookie", BYTES, .under = OPT,
			   .help = "What the server chose", .ref = "RFC 7873, 4"},
	[KEEPALIVE] = {"dns.opt.edns_tcp_keepalive.timeout", "Timeout", U16, DEC, .under = OPT,
		       .help = "Units of 100 ms", .ref = "RFC 7828, 3.1"},
	[PADDING] = {"dns.opt.padding", "Padding", BYTES, .under = OPT, .help = "Hides the length",
		     .ref = "RFC 7830, 3"},
	[CHAIN] = {"dns.opt.chain.fqdn", "Closest Trust Point", STRING, .under = OPT,
		   .help = "The closest name that is trusted", .ref = "RFC 7901, 4"},
	[ERROR_CODE] = {"dns.opt.ext_error.info_code", "Info Code", U16, DEC, .under = OPT,
			WORDS(extended), .help = "Why it failed", .ref = "RFC 8914, 2"},
	[ERROR_TEXT] = {"dns.opt.ext_error.extra_text", "Extra Text", STRING, .under = OPT,
			.help = "The same in words", .ref = "RFC 8914, 2"},
	[BAD_LENGTH] = EXPERT("dns.rr.opt.bad_length",
			      "Length too long for any type of IP address.", ERROR, G_MALFORMED),
};

/* RFC 7871, 6: as many octets as the prefix needs. */
static void put_client(struct walk *w, struct cursor *c)
{
	unsigned family = (unsigned)put(w, c, FAMILY, 2);
	uint32_t n, at;
	uint8_t *address = take(w, 16);

	put(w, c, NETMASK, 1);
	put(w, c, SCOPE, 1);
	if (c->bad)
		return;
	n = c->left.wire;
	at = c->at;
	memset(address, 0, 16);
	if (n > 16)
		expert(w, BAD_LENGTH, NULL);
	if ((family != 1 || n > 4) && (family != 2 || n > 16)) {
		put(w, c, ADDR, n);
		return;
	}
	for (uint32_t i = 0; i < n; i++)
		memset(address + i, u8(c), 1);
	if (family == 1)
		put_value(w, ADDR4, at, n, load_be(address, 4));
	else
		put_bytes(w, ADDR6, at, n, address, 16);
}

static void put_each(struct walk *w, struct cursor *c, unsigned row)
{
	while (c->left.cap)
		put(w, c, row, 1);
}

static void put_cookie(struct walk *w, struct cursor *c)
{
	put(w, c, COOKIE_CLIENT, 8);
	if (!c->bad)
		put(w, c, COOKIE_SERVER, c->left.wire);
}

static void put_option(struct walk *w, struct cursor *c, unsigned code)
{
	switch (code) {
	case 5:
	case 6:
	case 7:
		put_each(w, c, DAU + code - 5);
		return;
	case 8:
	case 20730:
		put_client(w, c);
		return;
	case 10:
		put_cookie(w, c);
		return;
	case 11:
		if (c->left.wire == 2)
			put(w, c, KEEPALIVE, 2);
		return;
	case 12:
		put(w, c, PADDING, c->left.wire);
		return;
	case 13:
		put(w, c, CHAIN, c->left.wire);
		return;
	case 15:
		put(w, c, ERROR_CODE, 2);
		if (c->left.wire)
			put(w, c, ERROR_TEXT, c->left.wire);
		return;
	default:
		return;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.cap) {
		struct cursor head = *c, body;
		unsigned code = u16(&head);
		uint32_t len = u16(&head), group = open_group(w, c, OPT, len + 4);

		label_tail_of(w, group, ": %s", row_word(w, CODE, code, "Unknown"));
		put(w, c, CODE, 2);
		put(w, c, LEN, 2);
		body = *c;
		put(w, c, DATA, len);
		body = cursor_first(body, len);
		put_option(w, &body, code);
		shut_group(w, group, c);
	}
}

static const struct hang hangs[] = {{"dns.type", 41}, {0}};

const struct proto proto_dns_opt = {
	.brief = "DNS",
	.no_column = true,
	.bare = true,
	.prefix = "dns",
	.spec = "RFC 6891",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
