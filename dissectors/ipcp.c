/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the control protocol of IPv4. */
/* RFC 1332; RFC 1877 (name servers), RFC 2290 (mobile nodes). */
#include "shared/layout.h"
#include "shared/ppp.h"
#include "shared/ppp_compress.h"

enum {
	SOURCE = COMPRESS_ROWS,
	DESTINATION,
	ADDRESS,
	HOME_ADDRESS,
	DNS_1_ADDRESS,
	NBNS_1_ADDRESS,
	DNS_2_ADDRESS,
	NBNS_2_ADDRESS,
	ADDRS,
	ADDR,
	MOBILE,
	DNS_1,
	NBNS_1,
	DNS_2,
	NBNS_2,
};

#define OPT_TYPE COMPRESS_TYPE
#define OPT_LENGTH COMPRESS_LENGTH

static const struct word codes[] = {CP_CODES};

static const struct field fields[] = {
	CP_FIELDS("ipcp", "PPP IP Control Protocol", codes),
	COMPRESS_FIELDS,
	[SOURCE] = {"ipcp.opt.src_address", "Source IP Address", IPV4,
		    .help = "The sender's address", .ref = "RFC 1172, 5.1"},
	[DESTINATION] = {"ipcp.opt.dst_address", "Destination IP Address", IPV4,
			 .help = "The receiver's address", .ref = "RFC 1172, 5.1"},
	[ADDRESS] = {"ipcp.opt.ip_address", "IP Address", IPV4, .help = "The sender's address",
		     .ref = "3.3"},
	[HOME_ADDRESS] = {"ipcp.opt.mobilenodehomeaddress", "Mobile Node's Home Address", IPV4,
			  .help = "Where it is at home", .ref = "RFC 2290, 2"},
	[DNS_1_ADDRESS] = {"ipcp.opt.pri_dns_address", "Primary DNS Address", IPV4,
			   .help = "A name server", .ref = "RFC 1877, 1.1"},
	[NBNS_1_ADDRESS] = {"ipcp.opt.pri_nbns_address", "Primary NBNS Address", IPV4,
			    .help = "A name server of NetBIOS", .ref = "RFC 1877, 1.2"},
	[DNS_2_ADDRESS] = {"ipcp.opt.sec_dns_address", "Secondary DNS Address", IPV4,
			   .help = "A name server", .ref = "RFC 1877, 1.3"},
	[NBNS_2_ADDRESS] = {"ipcp.opt.sec_nbns_address", "Secondary NBNS Address", IPV4,
			    .help = "A name server of NetBIOS", .ref = "RFC 1877, 1.4"},
	CP_OPTION(ADDRS, "ipcp.opt.addrs", "IP Addresses (deprecated)"),
	CP_OPTION(ADDR, "ipcp.opt.addr", "IP Address"),
	CP_OPTION(MOBILE, "ipcp.opt.mobileipv4", "Mobile Node's Home IP Address"),
	CP_OPTION(DNS_1, "ipcp.opt.pri_dns", "Primary DNS Server IP Address"),
	CP_OPTION(NBNS_1, "ipcp.opt.pri_nbns", "Primary NBNS Server IP Address"),
	CP_OPTION(DNS_2, "ipcp.opt.sec_dns", "Secondary DNS Server IP Address"),
	CP_OPTION(NBNS_2, "ipcp.opt.sec_nbns", "Secondary NBNS Server IP Address"),
};

static const struct ppp_option option_list[] = {
	{.code = 1, .len = 10, .row = ADDRS, .parts = PARTS({SOURCE, 4}, {DESTINATION, 4})},
	{.code = 2, .len = 2, .more = true, .row = COMPRESS, .rest = compress_rest},
	{.code = 3, .len = 6, .row = ADDR, .parts = PARTS({ADDRESS, 4})},
	{.code = 4, .len = 6, .row = MOBILE, .parts = PARTS({HOME_ADDRESS, 4})},
	{.code = 129, .len = 6, .row = DNS_1, .parts = PARTS({DNS_1_ADDRESS, 4})},
	{.code = 130, .len = 6, .row = NBNS_1, .parts = PARTS({NBNS_1_ADDRESS, 4})},
	{.code = 131, .len = 6, .row = DNS_2, .parts = PARTS({DNS_2_ADDRESS, 4})},
	{.code = 132, .len = 6, .row = NBNS_2, .parts = PARTS({NBNS_2_ADDRESS, 4})},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH,    option_list, COUNT(option_list),
					   CP_BAD,   CP_BAD_LENGTH, CP_OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	ppp_control(w, l, c, &options);
}

static const struct hang hangs[] = {{"ppp.protocol", 0x8021}, {0}};

const struct proto proto_ipcp = {
	.brief = "PPP IPCP",
	.spec = "RFC 1332",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.least = 4,
	.next = {.also = {"ppp.protocol"}},
	.hangs = hangs,
	.rest = rest,
	.info = ppp_control_info,
};
