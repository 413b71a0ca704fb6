/* SPDX-License-Identifier: BSD-2-Clause */
/* Locator/ID Separation Protocol: the control messages. */
/* RFC 9301; RFC 8060 (canonical address format), RFC 8111 (referrals). */
#include "core/numbers.h"
#include "core/walk.h"

/* Rows of addresses come together: family, and behind it one for each family. */
enum {
	LISP,
	TYPE,
	ECM_S,
	ECM_D,
	ECM_RESERVED,
	REQ_FLAGS,
	REQ_A,
	REQ_M,
	REQ_P,
	REQ_S,
	REQ_PITR,
	REQ_SMRI,
	REQ_RESERVED,
	IRC,
	REP_P,
	REP_E,
	REP_S,
	REP_RESERVED,
	REG_P,
	REG_S,
	REG_I,
	REG_R,
	REG_RESERVED,
	REG_M,
	NOT_I,
	NOT_R,
	NOT_RESERVED,
	REF_RESERVED,
	INFO_R,
	INFO_RESERVED,
	RECORDS,
	NONCE,
	SRC_AFI,
	SRC_IPV4,
	SRC_IPV6,
	SRC_MAC,
	SRC_STRING,
	ITR,
	ITR_AFI,
	ITR_IPV4,
	ITR_IPV6,
	UNEXPECTED,
	REQUEST,
	REQUEST_RESERVED,
	REQUEST_LEN,
	REQUEST_AFI,
	REQUEST_IPV4,
	REQUEST_IPV6,
	REQUEST_MAC,
	REQUEST_TEXT,
	REPLY,
	MAPPING,
	MAP_TTL,
	MAP_LOCATORS,
	MAP_LEN,
	MAP_ACTION,
	MAP_AUTH,
	MAP_INCOMPLETE,
	MAP_RESERVED,
	MAP_RESERVED2,
	MAP_SIGNATURES,
	MAP_VERSION,
	MAP_AFI,
	EID_AFI,
	EID_IPV4,
	EID_IPV6,
	EID_MAC,
	EID_TEXT,
	LOC,
	LOC_PRIORITY,
	LOC_WEIGHT,
	LOC_MPRIORITY,
	LOC_MWEIGHT,
	LOC_FLAGS,
	LOC_RESERVED,
	LOC_LOCAL,
	LOC_PROBE,
	LOC_REACH,
	LOC_AFI,
	LOCATOR,
	KEY_ID,
	AUTH_LEN,
	AUTH,
	XTR_ID,
	SITE_ID,
	RTR_KEY_ID,
	RTR_AUTH_LEN,
	RTR_AUTH,
	INFO_TTL,
	LOOSE,
	INFO_RESERVED2,
	INFO_PREFIX,
	INFO_LEN,
	PREFIX_AFI,
	PREFIX_IPV4,
	PREFIX_IPV6,
	INFO_AFI,
	EXPECTED,
	LCAF,
	LCAF_HEADER,
	LCAF_RESERVED,
	LCAF_FLAGS,
	LCAF_TYPE,
	LCAF_RESERVED2,
	LCAF_LENGTH,
	ITEM,
	ITEM_AFI,
	ITEM_IPV4,
	ITEM_IPV6,
	ITEM_MAC,
	ITEM_TEXT,
	IID,
	IID_AFI,
	IID_IPV4,
	IID_IPV6,
	IID_MAC,
	IID_TEXT,
	ASN,
	ASN_AFI,
	ASN_IPV4,
	ASN_IPV6,
	ASN_MAC,
	ASN_TEXT,
	NAT_MS_PORT,
	NAT_ETR_PORT,
	NAT_RLOC,
	NAT_AFI,
	NAT_IPV4,
	NAT_IPV6,
	NAT_MAC,
};

enum { MAP_REQUEST = 1, MAP_REPLY, MAP_REGISTER, MAP_NOTIFY, MAP_REFERRAL = 6, INFO, ECM };

enum { AFI_NONE, AFI_IPV4, AFI_IPV6, AFI_LCAF = 16387, AFI_MAC = 16389 };

enum { LCAF_LIST = 1, LCAF_IID, LCAF_ASN, LCAF_NAT = 7 };

#define HEAD 4
#define NONCE_LEN 8
#define LCAF_HEAD 6
#define MAX_LEVEL 8 /* of canonical addresses inside one another: more is somebody's joke */

static const struct word types[] = {
	{1, "Map-Request"},
	{2, "Map-Reply"},
	{3, "Map-Register"},
	{4, "Map-Notify"},
	{6, "Map-Referral"},
	{7, "Info"},
	{8, "Encapsulated Control Message"},
};
static const struct words type_words = {types, COUNT(types)};

static const struct word actions[] = {
	{0, "No-Action"},
	{1, "Natively-Forward"},
	{2, "Send-Map-Request"},
	{3, "Drop/No-Reason"},
	{4, "Drop/Policy-Denied"},
	{5, "Drop/Authentication-Failure"},
	{6, "Forward-For-Unknown-Address"},
};
static const struct words action_words = {actions, COUNT(actions)};

static const struct word referrals[] = {
	{0, "Node Referral"},   {1, "Map-Server Referral"},
	{2, "Map-Server ACK"},  {3, "Map-Server Not Registered"},
	{4, "Delegation Hole"}, {5, "Not Authoritative"},
};
static const struct words referral_words = {referrals, COUNT(referrals)};

static const struct word lcaf_types[] = {
	{0, "Null Body"},
	{1, "AFI List"},
	{2, "Instance ID"},
	{3, "AS Number"},
	{4, "Application Data"},
	{5, "Geo Coordinates"},
	{6, "Opaque Key"},
	{7, "NAT Traversal"},
	{8, "Nonce Locator"},
	{9, "Multicast Info"},
	{10, "Explicit Locator Path"},
	{11, "Security Key"},
	{12, "Source/Dest Key"},
	{13, "Replication List Entry"},
	{14, "JSON Data Model"},
	{15, "Key/Value Address Pair"},
	{255, "Vendor Specific LCAF"},
};
static const struct words lcaf_words = {lcaf_types, COUNT(lcaf_types)};

#define FLAG(row, filter, what, bit, type, parent, says) \
	[row] = {filter,                                 \
		 what,                                   \
		 BOOL,                                   \
		 AT(bit, 1),                             \
		 BOX(24, bit),                           \
		 .under = (parent),                      \
		 WHEN_IN(TYPE, type),                    \
		 WORDS(set_notset),                      \
		 .help = says,                           \
		 .ref = "5"}
#define SPARE(row, filter, bit, width, type) \
	[row] = {filter,                     \
		 "Reserved bits",            \
		 U24,                        \
		 HEX,                        \
		 AT(bit, width),             \
		 BOX(24, bit),               \
		 WHEN_IN(TYPE, type),        \
		 .help = "Always 0",         \
		 .ref = "5"}
#define ADDRESSES(prefix, filter, what, parent)                                      \
	[prefix##_AFI] = {filter "afi",                                              \
			  what " AFI",                                               \
			  U16,                                                       \
			  DEC,                                                       \
			  .under = (parent),                                         \
			  .words = &address_families,                                \
			  .help = "Which family",                                    \
			  .ref = "5"},                                               \
	[prefix##_IPV4] = {filter "ipv4",        what,      IPV4, .under = (parent), \
			   .help = "An address", .ref = "5"},                        \
	[prefix##_IPV6] = {filter "ipv6",        what,      IPV6, .under = (parent), \
			   .help = "An address", .ref = "5"}
#define MAC_AND_TEXT(prefix, filter, what, parent)                                   \
	[prefix##_MAC] = {filter "mac",         what,      ETHER, .under = (parent), \
			  .help = "An address", .ref = "5"},                         \
	[prefix##_TEXT] = {"text", what, HEADING, .under = (parent)}

static const struct field fields[] = {
	[LISP] = {"lisp", "Locator/ID Separation Protocol", PROTO},
	[TYPE] = {"lisp.type", "Type", U24, DEC, AT(0, 4), BOX(24, 0), .words = &type_words,
		  .help = "Which message", .ref = "5.1"},
	[ECM_S] = {"lisp.ecm.flags.sec", "S bit (LISP-SEC capable)", BOOL, AT(4, 1), BOX(32, 4),
		   WHEN_IN(TYPE, ECM), WORDS(set_notset), .help = "There is a signature",
		   .ref = "5.8"},
	[ECM_D] = {"lisp.ecm.flags.ddt", "D bit (DDT-originated)", BOOL, AT(5, 1), BOX(32, 5),
		   WHEN_IN(TYPE, ECM), WORDS(set_notset), .help = "From the delegation tree",
		   .ref = "5.8"},
	[ECM_RESERVED] = {"lisp.ecm.res", "Reserved bits", U32, HEX, AT(6, 26), BOX(32, 6),
			  WHEN_IN(TYPE, ECM), .help = "Always 0", .ref = "5.8"},
	[REQ_FLAGS] = {"lisp.mreq.flags", "Flags", U24, HEX, AT(4, 6), BOX(24, 4),
		       WHEN_IN(TYPE, MAP_REQUEST), .help = "All flags", .ref = "5.2"},
	FLAG(REQ_A, "lisp.mreq.flags.auth", "A bit (Authoritative)", 4, MAP_REQUEST, REQ_FLAGS,
	     "Asks the site itself"),
	FLAG(REQ_M, "lisp.mreq.flags.mrp", "M bit (Map-Reply present)", 5, MAP_REQUEST, REQ_FLAGS,
	     "The sender's mapping is in it"),
	FLAG(REQ_P, "lisp.mreq.flags.probe", "P bit (Probe)", 6, MAP_REQUEST, REQ_FLAGS,
	     "Asks whether a locator is up"),
	FLAG(REQ_S, "lisp.mreq.flags.smr", "S bit (Solicit-Map-Request)", 7, MAP_REQUEST, REQ_FLAGS,
	     "Asks to be asked"),
	FLAG(REQ_PITR, "lisp.mreq.flags.pitr", "p bit (Proxy ITR)", 8, MAP_REQUEST, REQ_FLAGS,
	     "From a proxy"),
	FLAG(REQ_SMRI, "lisp.mreq.flags.smri", "s bit (SMR-invoked)", 9, MAP_REQUEST, REQ_FLAGS,
	     "Because it was asked to ask"),
	SPARE(REQ_RESERVED, "lisp.mreq.res", 10, 9, MAP_REQUEST),
	[IRC] = {"lisp.irc", "ITR-RLOC Count", U24, DEC, AT(19, 5), BOX(24, 19),
		 WHEN_IN(TYPE, MAP_REQUEST), .help = "Locators of the asker, but one",
		 .ref = "5.2"},
	FLAG(REP_P, "lisp.mrep.flags.probe", "P bit (Probe)", 4, MAP_REPLY, 0, "Answers a probe"),
	FLAG(REP_E, "lisp.mrep.flags.enlr",
	     "E bit (Echo-Nonce locator reachability algorithm enabled)", 5, MAP_REPLY, 0,
	     "The sender echoes nonces"),
	FLAG(REP_S, "lisp.mrep.flags.sec", "S bit (LISP-SEC capable)", 6, MAP_REPLY, 0,
	     "There is a signature"),
	SPARE(REP_RESERVED, "lisp.mrep.res", 7, 17, MAP_REPLY),
	FLAG(REG_P, "lisp.mreg.flags.pmr", "P bit (Proxy-Map-Reply)", 4, MAP_REGISTER, 0,
	     "The server is to answer"),
	FLAG(REG_S, "lisp.mreg.flags.sec", "S bit (LISP-SEC capable)", 5, MAP_REGISTER, 0,
	     "The sender signs"),
	FLAG(REG_I, "lisp.mreg.flags.xtrid", "I bit (xTR-ID present)", 6, MAP_REGISTER, 0,
	     "The router's name is in it"),
	FLAG(REG_R, "lisp.mreg.flags.rtr", "R bit (Built for an RTR)", 7, MAP_REGISTER, 0,
	     "By way of a relay"),
	SPARE(REG_RESERVED, "lisp.mreg.res", 8, 15, MAP_REGISTER),
	FLAG(REG_M, "lisp.mreg.flags.wmn", "M bit (Want-Map-Notify)", 23, MAP_REGISTER, 0,
	     "The server is to confirm"),
	FLAG(NOT_I, "lisp.mnot.flags.xtrid", "I bit (xTR-ID present)", 4, MAP_NOTIFY, 0,
	     "The router's name is in it"),
	FLAG(NOT_R, "lisp.mnot.flags.rtr", "R bit (Built for an RTR)", 5, MAP_NOTIFY, 0,
	     "By way of a relay"),
	SPARE(NOT_RESERVED, "lisp.mnot.res", 6, 18, MAP_NOTIFY),
	SPARE(REF_RESERVED, "lisp.mref.res", 4, 20, MAP_REFERRAL),
	FLAG(INFO_R, "lisp.info.r", "R bit (Info-Reply)", 4, INFO, 0, "It is the answer"),
	[INFO_RESERVED] = {"lisp.info.res1", "Reserved bits", U32, HEX, AT(5, 27), BOX(32, 5),
			   WHEN_IN(TYPE, INFO), .help = "Always 0", .ref = "5"},
	[RECORDS] = {"lisp.records", "Record Count", U8, DEC, AT(24, 8),
		     WHEN_IN(TYPE, MAP_REQUEST, MAP_REPLY, MAP_REGISTER, MAP_NOTIFY, MAP_REFERRAL),
		     .help = "How many records follow", .ref = "5"},
	[NONCE] = {"lisp.nonce", "Nonce", U64, HEX, .help = "Joins question and answer",
		   .ref = "5"},
	[SRC_AFI] = {"lisp.mreq.srceid.afi", "Source EID AFI", U16, DEC, .words = &address_families,
		     .help = "Which family", .ref = "5.2"},
	[SRC_IPV4] = {"lisp.mreq.srceid.ipv4", "Source EID", IPV4, .help = "Who asks",
		      .ref = "5.2"},
	[SRC_IPV6] = {"lisp.mreq.srceid_ipv6", "Source EID", IPV6, .help = "Who asks",
		      .ref = "5.2"},
	[SRC_MAC] = {"lisp.mreq.srceid.mac", "Source EID", ETHER, .help = "Who asks", .ref = "5.2"},
	[SRC_STRING] = {"lisp.mreq.srceid.string", "Source EID", STRING, .help = "Who asks",
			.ref = "5.2"},
	[ITR] = {"lisp.mreq.itr_rloc", "ITR-RLOC", NONE, .help = "Where to send the answer",
		 .ref = "5.2"},
	[ITR_AFI] = {"lisp.mreq.itr_rloc.afi", "ITR-RLOC AFI", U16, DEC, .under = ITR,
		     .words = &address_families, .help = "Which family", .ref = "5.2"},
	[ITR_IPV4] = {"lisp.mreq.itr_rloc_ipv4", "ITR-RLOC Address", IPV4, .under = ITR,
		      .help = "Where to send the answer", .ref = "5.2"},
	[ITR_IPV6] = {"lisp.mreq.itr_rloc_ipv6", "ITR-RLOC Address", IPV6, .under = ITR,
		      .help = "Where to send the answer", .ref = "5.2"},
	[UNEXPECTED] = EXPERT("lisp.unexpected_field", "Unexpected field", ERROR, G_PROTOCOL),
	[REQUEST] = {"lisp.mreq.record", "Map-Request Record", NONE, .help = "What is asked for",
		     .ref = "5.2"},
	[REQUEST_RESERVED] = {"lisp.mreq.record.res", "Reserved", U8, HEX, .under = REQUEST,
			      .help = "Always 0", .ref = "5.2"},
	[REQUEST_LEN] = {"lisp.mreq.record.prefix.length", "Prefix Length", U8, DEC,
			 .under = REQUEST, .help = "Bits that count", .ref = "5.2"},
	ADDRESSES(REQUEST, "lisp.mreq.record.prefix.", "Prefix", REQUEST),
	MAC_AND_TEXT(REQUEST, "lisp.mreq.record.prefix.", "Prefix", REQUEST),
	[REPLY] = {"lisp.mrep.record", "Map-Reply Record", NONE, .help = "The asker's mapping",
		   .ref = "5.2"},
	[MAPPING] = {"lisp.mapping", "Mapping Record", NONE, .help = "Where an identifier is",
		     .ref = "5.4"},
	[MAP_TTL] = {"lisp.mapping.ttl", "Record TTL", U32, DEC, AT(0, 32), .under = MAPPING,
		     .help = "Minutes that it holds good", .ref = "5.4"},
	[MAP_LOCATORS] = {"lisp.mapping.loccnt", "Locator Count", U8, DEC, AT(32, 8),
			  .under = MAPPING, .help = "How many locators follow", .ref = "5.4"},
	[MAP_LEN] = {"lisp.mapping.eid.masklen", "EID Mask Length", U8, DEC, AT(40, 8),
		     .under = MAPPING, .help = "Bits that count", .ref = "5.4"},
	[MAP_ACTION] = {"lisp.mapping.act", "Action", U16, DEC, AT(48, 3), BOX(16, 0),
			.under = MAPPING, .words = &action_words,
			.help = "What to do without locators", .ref = "5.4"},
	[MAP_AUTH] = {"lisp.mapping.auth", "Authoritative bit", BOOL, AT(51, 1), BOX(16, 3),
		      .under = MAPPING, WORDS(set_notset), .help = "From the site itself",
		      .ref = "5.4"},
	[MAP_INCOMPLETE] = {"lisp.referral.incomplete", "Incomplete", BOOL, AT(52, 1), BOX(16, 4),
			    .under = MAPPING, WHEN_IN(TYPE, MAP_REFERRAL), WORDS(set_notset),
			    .help = "Some referrals lack", .ref = "RFC 8111, 6.3"},
	[MAP_RESERVED] = {"lisp.mapping.res1", "Reserved", U16, HEX, AT(53, 11), BOX(16, 5),
			  .under = MAPPING, .help = "Always 0", .ref = "5.4"},
	[MAP_RESERVED2] = {"lisp.mapping.res2", "Reserved", U16, HEX, AT(64, 4), BOX(16, 0),
			   .under = MAPPING, WHEN_NOT_IN(TYPE, MAP_REFERRAL), .help = "Always 0",
			   .ref = "5.4"},
	[MAP_SIGNATURES] = {"lisp.referral.sigcnt", "Signature Count", U16, DEC, AT(64, 4),
			    BOX(16, 0), .under = MAPPING, WHEN_IN(TYPE, MAP_REFERRAL),
			    .help = "How many signatures follow", .ref = "RFC 8111, 6.3"},
	[MAP_VERSION] = {"lisp.mapping.ver", "Mapping Version", U16, DEC, AT(68, 12), BOX(16, 4),
			 .under = MAPPING, .help = "Counts changes", .ref = "5.4"},
	[MAP_AFI] = {"lisp.mapping.eid.afi", "EID Prefix AFI", U16, DEC, AT(80, 16),
		     .under = MAPPING, .words = &address_families, .help = "Which family",
		     .ref = "5.4"},
	ADDRESSES(EID, "lisp.mapping.eid.", "EID Prefix", MAPPING),
	MAC_AND_TEXT(EID, "lisp.mapping.eid.", "EID Prefix", MAPPING),
	[LOC] = {"lisp.loc", "Locator Record", NONE, .help = "One locator", .ref = "5.4"},
	[LOC_PRIORITY] = {"lisp.loc.priority", "Priority", U8, DEC, AT(0, 8), .under = LOC,
			  .help = "The lowest is taken", .ref = "5.4"},
	[LOC_WEIGHT] = {"lisp.loc.weight", "Weight", U8, DEC, AT(8, 8), .under = LOC,
			.help = "Its share", .ref = "5.4"},
	[LOC_MPRIORITY] = {"lisp.loc.multicast_priority", "Multicast Priority", U8, DEC, AT(16, 8),
			   .under = LOC, .help = "The same for groups", .ref = "5.4"},
	[LOC_MWEIGHT] = {"lisp.loc.multicast_weight", "Multicast Weight", U8, DEC, AT(24, 8),
			 .under = LOC, .help = "The same for groups", .ref = "5.4"},
	[LOC_FLAGS] = {"lisp.loc.flags", "Flags", U16, HEX, AT(32, 16), .under = LOC,
		       .help = "All flags", .ref = "5.4"},
	[LOC_RESERVED] = {"lisp.loc.flags.res", "Reserved", U16, HEX, AT(32, 13),
			  .under = LOC_FLAGS, .help = "Always 0", .ref = "5.4"},
	[LOC_LOCAL] = {"lisp.loc.flags.local", "Local", BOOL, AT(45, 1), BOX(16, 13),
		       .under = LOC_FLAGS, WORDS(set_notset), .help = "The sender's own",
		       .ref = "5.4"},
	[LOC_PROBE] = {"lisp.loc.flags.probe", "Probe", BOOL, AT(46, 1), BOX(16, 14),
		       .under = LOC_FLAGS, WORDS(set_notset), .help = "The one that was probed",
		       .ref = "5.4"},
	[LOC_REACH] = {"lisp.loc.flags.reach", "Reachable", BOOL, AT(47, 1), BOX(16, 15),
		       .under = LOC_FLAGS, WORDS(set_notset), .help = "As the sender sees it",
		       .ref = "5.4"},
	[LOC_AFI] = {"lisp.loc.afi", "AFI", U16, DEC, AT(48, 16), .under = LOC,
		     .words = &address_families, .help = "Which family", .ref = "5.4"},
	[LOCATOR] = {"lisp.loc.locator", "Locator", STRING, .under = LOC,
		     .help = "The address in words", .ref = "5.4"},
	[KEY_ID] = {"lisp.keyid", "Key ID", U16, HEX, .help = "How it is signed", .ref = "5.6"},
	[AUTH_LEN] = {"lisp.authlen", "Authentication Data Length", U16, DEC,
		      .help = "Octets of the signature", .ref = "5.6"},
	[AUTH] = {"lisp.auth", "Authentication Data", BYTES, .help = "The signature", .ref = "5.6"},
	[XTR_ID] = {"lisp.xtrid", "xTR-ID", BYTES, .help = "Which router", .ref = "5.6"},
	[SITE_ID] = {"lisp.siteid", "Site-ID", BYTES, .help = "Which site", .ref = "5.6"},
	[RTR_KEY_ID] = {"lisp.msrtr.keyid", "MS-RTR Key ID", U16, HEX, .help = "How it is signed",
			.ref = "5.7"},
	[RTR_AUTH_LEN] = {"lisp.msrtr.authlen", "MS-RTR Authentication Data Length", U16, DEC,
			  .help = "Octets of the signature", .ref = "5.7"},
	[RTR_AUTH] = {"lisp.msrtr.auth", "MS-RTR Authentication Data", BYTES,
		      .help = "The signature for the relay", .ref = "5.7"},
	[INFO_TTL] = {"lisp.info.ttl", "TTL", U32, DEC, .help = "Minutes that it holds good",
		      .ref = "5"},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[INFO_RESERVED2] = {"lisp.info.res2", "Reserved bits", U8, HEX, AT(0, 8), BOX(8, 0),
			    .under = LOOSE, .help = "Always 0", .ref = "5"},
	[INFO_PREFIX] = {"text", "EID Prefix", HEADING},
	[INFO_LEN] = {"lisp.info.prefix.masklen", "EID Prefix Mask Length", U8, DEC,
		      .under = INFO_PREFIX, .help = "Bits that count", .ref = "5"},
	ADDRESSES(PREFIX, "lisp.info.prefix.", "Prefix", INFO_PREFIX),
	[INFO_AFI] = {"lisp.info.afi", "AFI", U16, DEC, .words = &address_families,
		      .help = "Which family", .ref = "5"},
	[EXPECTED] = EXPERT("lisp.expected_field", "Expecting field", ERROR, G_PROTOCOL),
	[LCAF] = {"lisp.lcaf", "LCAF", NONE, .help = "A canonical address", .ref = "RFC 8060, 3"},
	[LCAF_HEADER] = {"lisp.lcaf.header", "LCAF Header", BYTES, .under = LCAF,
			 .help = "What kind of address", .ref = "RFC 8060, 3"},
	[LCAF_RESERVED] = {"lisp.lcaf.res1", "Reserved bits", U8, HEX, AT(0, 8),
			   .under = LCAF_HEADER, .help = "Always 0", .ref = "RFC 8060, 3"},
	[LCAF_FLAGS] = {"lisp.lcaf.flags", "Flags", U8, HEX, AT(8, 8), .under = LCAF_HEADER,
			.help = "Always 0", .ref = "RFC 8060, 3"},
	[LCAF_TYPE] = {"lisp.lcaf.type", "Type", U8, DEC, AT(16, 8), .under = LCAF_HEADER,
		       .words = &lcaf_words, .help = "What kind of address", .ref = "RFC 8060, 3"},
	[LCAF_RESERVED2] = {"lisp.lcaf.res2", "Reserved bits", U8, HEX, AT(24, 8),
			    .under = LCAF_HEADER, .help = "By the type", .ref = "RFC 8060, 3"},
	[LCAF_LENGTH] = {"lisp.lcaf.length", "Length", U16, DEC, AT(32, 16), .under = LCAF_HEADER,
			 .help = "Octets that follow", .ref = "RFC 8060, 3"},
	[ITEM] = {"lisp.lcaf.afi_list.item", "List Item", NONE, .help = "One of several addresses",
		  .ref = "RFC 8060, 4.1"},
	[ITEM_AFI] = {"lisp.lcaf.afi_list.afi", "List Item AFI", U16, DEC, .under = ITEM,
		      .words = &address_families, .help = "Which family", .ref = "RFC 8060, 4.1"},
	[ITEM_IPV4] = {"lisp.lcaf.afi_list.ipv4", "List Item Address", IPV4, .under = ITEM,
		       .help = "An address", .ref = "RFC 8060, 4.1"},
	[ITEM_IPV6] = {"lisp.lcaf.afi_list.ipv6", "List Item Address", IPV6, .under = ITEM,
		       .help = "An address", .ref = "RFC 8060, 4.1"},
	MAC_AND_TEXT(ITEM, "lisp.lcaf.afi_list.", "List Item Address", ITEM),
	[IID] = {"lisp.lcaf.iid", "Instance ID", U32, DEC, .help = "Which network",
		 .ref = "RFC 8060, 4.2"},
	ADDRESSES(IID, "lisp.lcaf.iid.", "Address", 0),
	MAC_AND_TEXT(IID, "lisp.lcaf.iid.", "Address", 0),
	[ASN] = {"lisp.lcaf.asn", "AS Number", U32, DEC, .help = "Which autonomous system",
		 .ref = "RFC 8060, 4.3"},
	ADDRESSES(ASN, "lisp.lcaf.asn.", "Address", 0),
	MAC_AND_TEXT(ASN, "lisp.lcaf.asn.", "Address", 0),
	[NAT_MS_PORT] = {"lisp.lcaf.natt.msport", "MS UDP Port Number", U16, DEC,
			 .help = "Of the map server", .ref = "RFC 8060, 4.4"},
	[NAT_ETR_PORT] = {"lisp.lcaf.natt.etrport", "ETR UDP Port Number", U16, DEC,
			  .help = "Of the router, as seen outside", .ref = "RFC 8060, 4.4"},
	[NAT_RLOC] = {"lisp.lcaf.natt.rloc", "RLOC", NONE, .help = "One locator",
		      .ref = "RFC 8060, 4.4"},
	ADDRESSES(NAT, "lisp.lcaf.natt.rloc.", "RLOC", NAT_RLOC),
	[NAT_MAC] = {"text", "RLOC", HEADING, .under = NAT_RLOC},
};

/* --- addresses --- */

static void text_address(struct text *t, struct cursor *c, unsigned family, unsigned level);

/* RFC 8060 in words; the cursor is behind the family. */
static void text_lcaf(struct text *t, struct cursor *c, unsigned level)
{
	struct cursor head = *c, body;
	unsigned type, number;
	const char *word;

	cursor_pull(&head, 2);
	type = u8(&head);
	cursor_pull(&head, 1);
	body = cursor_first(*c, LCAF_HEAD + (uint32_t)u16(&head));
	cursor_take(c, LCAF_HEAD + body.left.wire - (body.left.wire < LCAF_HEAD ? 0 : LCAF_HEAD));
	cursor_pull(&body, LCAF_HEAD);
	word = word_for(&lcaf_words, type);
	if ((type != LCAF_IID && type != LCAF_ASN) || level >= MAX_LEVEL || body.bad) {
		text_put(t, word ? word : "Unknown");
		return;
	}
	number = u32(&body);
	if (type == LCAF_IID)
		text_format(t, "[%u] ", number);
	text_address(t, &body, u16(&body), level + 1);
	if (type == LCAF_ASN)
		text_format(t, " (ASN %u)", number);
}

static void text_address(struct text *t, struct cursor *c, unsigned family, unsigned level)
{
	struct span s;

	switch (family) {
	case AFI_NONE:
		text_put(t, "not set");
		break;
	case AFI_IPV4:
		text_ip4(t, u32(c));
		break;
	case AFI_IPV6:
		s = cursor_take(c, 16);
		if (s.cap == 16)
			text_ip6(t, s.p);
		break;
	case AFI_MAC:
		s = cursor_take(c, 6);
		text_hex_bytes(t, s.p, s.cap, ':');
		break;
	case AFI_LCAF:
		text_lcaf(t, c, level);
		break;
	default:
		break;
	}
}

/* The words of the address at the cursor; they live as long as the frame. */
static const char *words_of(struct walk *w, struct cursor c, unsigned family)
{
	struct text t = {0};
	const char *words;

	text_address(&t, &c, family, 0);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

static void put_lcaf(struct walk *w, struct cursor *c, unsigned level);

/* The address behind its family; `rows` is the family's row, behind which the others stand. */
static void put_address(struct walk *w, struct cursor *c, unsigned rows, unsigned family,
			unsigned level)
{
	struct cursor start = *c;
	uint32_t group;

	switch (family) {
	case AFI_IPV4:
		put(w, c, rows + 1, 4);
		break;
	case AFI_IPV6:
		put(w, c, rows + 2, 16);
		break;
	case AFI_MAC:
		put(w, c, rows + 3, 6);
		break;
	case AFI_LCAF:
		group = open_group(w, c, rows + 4, c->left.cap);
		label_tail_of(w, group, ": %s", words_of(w, start, family));
		put_lcaf(w, c, level);
		shut_group(w, group, c);
		break;
	default:
		break;
	}
}

static void put_list(struct walk *w, struct cursor *c, unsigned level)
{
	for (unsigned i = 1; c->left.cap; i++) {
		uint32_t group = open_group(w, c, ITEM, c->left.wire);
		unsigned family = (unsigned)put(w, c, ITEM_AFI, 2);
		const char *kind = family == AFI_IPV4   ? "IPv4"
				   : family == AFI_IPV6 ? "IPv6"
							: "MAC";

		if (family == AFI_IPV4 || family == AFI_IPV6 || family == AFI_MAC)
			label_tail_of(w, group, " %u. %s Address: %s", i, kind,
				      words_of(w, *c, family));
		put_address(w, c, ITEM_AFI, family, level + 1);
		shut_group(w, group, c);
	}
}

/* An instance or an autonomous system, and an address in it. */
static void put_inside(struct walk *w, struct cursor *c, unsigned row, unsigned rows,
		       uint32_t group, unsigned level)
{
	unsigned number = (unsigned)put(w, c, row, 4);
	unsigned family = (unsigned)put(w, c, rows, 2);

	label_tail_of(w, group, ": %u, Address: %s", number, words_of(w, *c, family));
	if (family == AFI_LCAF)
		put_lcaf(w, c, level + 1);
	else
		put_address(w, c, rows, family, level + 1);
}

/* RFC 8060, 4.4 */
static void put_nat(struct walk *w, struct cursor *c)
{
	static const char *const of[] = {"Global ETR", "MS", "Private ETR"};

	put(w, c, NAT_MS_PORT, 2);
	put(w, c, NAT_ETR_PORT, 2);
	for (unsigned i = 0; c->left.cap; i++) {
		uint32_t group = open_group(w, c, NAT_RLOC, c->left.wire);
		unsigned family = (unsigned)put(w, c, NAT_AFI, 2);
		const char *words = words_of(w, *c, family);

		if (i < COUNT(of))
			label_tail_of(w, group, " of %s: %s", of[i], words);
		else
			label_tail_of(w, group, " of RTR %u: %s", i - 2, words);
		if (family != AFI_LCAF)
			put_address(w, c, NAT_AFI, family, 0);
		shut_group(w, group, c);
	}
}

static void put_lcaf(struct walk *w, struct cursor *c, unsigned level)
{
	struct cursor peek = *c, body;
	unsigned type = (cursor_pull(&peek, 2), u8(&peek));
	uint32_t group = open_group(w, c, LCAF, c->left.wire), len;
	const char *word = word_for(&lcaf_words, type);

	cursor_pull(&peek, 1);
	len = u16(&peek);
	label_tail_of(w, group, ": %s", word ? word : "Unknown");
	put(w, c, LCAF_HEADER, LCAF_HEAD);
	len = len < c->left.wire ? len : c->left.wire;
	body = cursor_first(*c, len);
	cursor_take(c, len);
	if (type == LCAF_NAT)
		put_nat(w, &body);
	else if (level < MAX_LEVEL && type == LCAF_LIST)
		put_list(w, &body, level);
	else if (level < MAX_LEVEL && type == LCAF_IID)
		put_inside(w, &body, IID, IID_AFI, group, level);
	else if (level < MAX_LEVEL && type == LCAF_ASN)
		put_inside(w, &body, ASN, ASN_AFI, group, level);
	shut_group(w, group, c);
}

static bool is_known(unsigned family)
{
	return family <= AFI_IPV6 || family == AFI_LCAF || family == AFI_MAC;
}

/* Behind an address of an unknown family nothing makes sense. */
static bool bad_family(struct walk *w, const struct cursor *c, const char *of, unsigned family)
{
	if (c->bad)
		return false;
	w->last = NO_NODE;
	expert(w, UNEXPECTED, "Unexpected %s (%u), cannot decode", of, family);
	return false;
}

/* --- mapping records (RFC 9301, 5.4) --- */

#define MAP_HEAD 12
#define LOC_HEAD 8

static void put_locator(struct walk *w, struct cursor *c, unsigned number)
{
	struct cursor head = *c;
	uint32_t group = open_group(w, c, LOC, c->left.wire);
	unsigned priority = u8(&head), weight = u8(&head), mpriority = u8(&head);
	unsigned mweight = u8(&head), flags = u16(&head), family = u16(&head);
	const char *words = words_of(w, head, family);
	struct text skipped = {0};
	uint32_t at = head.at;

	if (head.bad) {
		cursor_fail(c, LOC_HEAD);
		shut_group(w, group, NULL);
		return;
	}
	label_tail_of(w, group,
		      " %u, %sRLOC: %s%s, %s, Priority/Weight: %u/%u, Multicast "
		      "Priority/Weight: %u/%u",
		      number, flags & 4 ? "Local " : "", words, flags & 2 ? " (probed)" : "",
		      flags & 1 ? "Reachable" : "Unreachable", priority, weight, mpriority,
		      mweight);
	*c = head;
	text_address(&skipped, c, family, 0);
	text_close(&skipped);
	if (!c->bad) {
		if (family == AFI_LCAF)
			put_lcaf(w, &head, 0);
		else
			put_string(w, LOCATOR, at, c->at - at, words);
	}
	shut_group(w, group, c);
}

static const char *action_of(const struct layer *l, unsigned bits)
{
	bool referral = VALUE(l, TYPE) == MAP_REFERRAL;
	const char *word = word_for(referral ? &referral_words : &action_words, bits >> 13);

	return word ? word : "Unknown";
}

/* Gives the words "10.0.0.0/8". */
static const char *put_mapping(struct walk *w, const struct layer *l, struct cursor *c,
			       unsigned number)
{
	struct cursor head = *c;
	uint32_t group;
	unsigned ttl = u32(&head), locators = u8(&head), len = u8(&head), bits = u16(&head);
	unsigned family = (u16(&head), u16(&head));
	bool referral = VALUE(l, TYPE) == MAP_REFERRAL;
	const char *eid = words_of(w, head, family);

	if (head.bad) {
		cursor_fail(c, MAP_HEAD);
		return NULL;
	}
	if (!is_known(family)) {
		bad_family(w, c, "EID prefix AFI", family);
		return NULL;
	}
	group = open_group(w, c, MAPPING, MAP_HEAD);
	*c = head;
	label_tail_of(w, group, " %u, EID Prefix: %s/%u, TTL: ", number, eid, len);
	if (ttl == UINT32_MAX)
		label_tail_of(w, group, "Unlimited");
	else
		label_tail_of(w, group, "%u", ttl);
	label_tail_of(w, group, ", %s", referral ? "" : "Action: ");
	if (referral && bits >> 13 > 5)
		label_tail_of(w, group, "Invalid action code (%u)", bits >> 13);
	else
		label_tail_of(w, group, "%s", action_of(l, bits));
	label_tail_of(w, group, "%s, %sAuthoritative",
		      referral && bits & 0x0800 ? " (Incomplete)" : "",
		      bits & 0x1000 ? "" : "Not ");
	put_address(w, c, EID_AFI, family, 0);
	for (unsigned i = 1; i <= locators && !c->bad; i++)
		put_locator(w, c, i);
	shut_group(w, group, c);
	return eid;
}

/* --- the summary line --- */

/* What is asked for or told, when it is just one thing. */
struct subject {
	const char *eid;
	unsigned len;
};

static const char *request_kind(const struct layer *l)
{
	static const char *const kinds[] = {"",
					    " (SMR-invoked)",
					    " by P-ITR",
					    " by P-ITR (SMR-invoked)",
					    " (SMR)",
					    " (SMR) (SMR-invoked)",
					    " (SMR) by P-ITR",
					    " (SMR) by P-ITR (SMR-invoked)"};

	return kinds[VALUE(l, REQ_S) << 2 | VALUE(l, REQ_PITR) << 1 | VALUE(l, REQ_SMRI)];
}

static void text_kind(struct text *t, const struct layer *l)
{
	const struct layer *outer = layer_up(l->parent, "lisp");
	unsigned type = (unsigned)VALUE(l, TYPE);
	const char *word = word_for(&type_words, type);

	if (outer)
		text_put(t, "Encapsulated ");
	if (type == INFO)
		text_put(t, VALUE(l, INFO_R) ? "Info-Reply" : "Info-Request");
	else if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown LISP Control Packet (%u)", type);
	if (outer && VALUE(outer, ECM_D))
		text_put(t, " (DDT-originated)");
	if (type == MAP_REQUEST)
		text_put(t, request_kind(l));
	if (type == MAP_REQUEST && VALUE(l, REQ_P))
		text_put(t, " (RLOC-probe)");
	if (type == MAP_REPLY && VALUE(l, REP_P))
		text_put(t, " (RLOC-probe reply)");
	if ((type == MAP_REGISTER && VALUE(l, REG_R)) || (type == MAP_NOTIFY && VALUE(l, NOT_R)))
		text_put(t, " (RTR)");
}

/* --- messages --- */

static void put_auth(struct walk *w, struct cursor *c, unsigned rows)
{
	uint32_t len;

	put(w, c, rows, 2);
	len = (uint32_t)put(w, c, rows + 1, 2);
	put(w, c, rows + 2, len);
	if (!len)
		label_value(w, "<MISSING>");
}

static bool put_itr(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, ITR, c->left.wire);
	unsigned family = (unsigned)put(w, c, ITR_AFI, 2);
	bool known = family == AFI_IPV4 || family == AFI_IPV6;

	if (known && !c->bad)
		label_tail_of(w, group, " %u: %s", number, words_of(w, *c, family));
	if (known)
		put_address(w, c, ITR_AFI, family, 0);
	shut_group(w, group, c);
	return known || bad_family(w, c, "ITR-RLOC-AFI", family);
}

static struct subject put_request(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, REQUEST, c->left.wire);
	struct subject s = {NULL, 0};
	unsigned family;

	put(w, c, REQUEST_RESERVED, 1);
	s.len = (unsigned)put(w, c, REQUEST_LEN, 1);
	family = (unsigned)put(w, c, REQUEST_AFI, 2);
	if (!c->bad) {
		s.eid = words_of(w, *c, family);
		label_tail_of(w, group, " %u: %s/%u", number, s.eid, s.len);
		put_address(w, c, REQUEST_AFI, family, 0);
	}
	shut_group(w, group, c);
	return s;
}

static bool put_source(struct walk *w, struct cursor *c)
{
	unsigned family = (unsigned)put(w, c, SRC_AFI, 2);
	struct cursor start = *c;

	if (c->bad)
		return false;
	if (family == AFI_LCAF) {
		put_string(w, SRC_STRING, c->at, c->left.cap, words_of(w, start, family));
		w->depth++;
		put_lcaf(w, c, 0);
		w->depth--;
	} else if (family == AFI_NONE && !c->bad) {
		put_string(w, SRC_STRING, c->at, 0, "not set");
	} else {
		put_address(w, c, SRC_AFI, family, 0);
	}
	return is_known(family) || bad_family(w, c, "Source EID AFI", family);
}

static struct subject put_map_request(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned n = (unsigned)VALUE(l, RECORDS), itrs = (unsigned)VALUE(l, IRC) + 1;
	struct subject s = {NULL, 0};

	if (!put_source(w, c))
		return s;
	for (unsigned i = 1; i <= itrs && !c->bad; i++)
		if (!put_itr(w, c, i))
			return s;
	for (unsigned i = 1; i <= n && !c->bad; i++)
		s = put_request(w, c, i);
	if (VALUE(l, REQ_M) && !c->bad) {
		uint32_t group = open_group(w, c, REPLY, c->left.wire);

		put_mapping(w, l, c, 1);
		shut_group(w, group, c);
	}
	return n == 1 ? s : (struct subject){NULL, 0};
}

static struct subject put_mappings(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned n = (unsigned)VALUE(l, RECORDS);
	struct subject s = {NULL, 0};

	for (unsigned i = 1; i <= n && !c->bad; i++) {
		struct cursor head = *c;

		cursor_pull(&head, 5);
		s.len = u8(&head);
		s.eid = put_mapping(w, l, c, i);
	}
	return n == 1 && !c->bad ? s : (struct subject){NULL, 0};
}

static void put_names(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);

	if (c->bad || !(type == MAP_REGISTER ? VALUE(l, REG_I) : VALUE(l, NOT_I)))
		return;
	put(w, c, XTR_ID, 16);
	put(w, c, SITE_ID, 8);
	if (type == MAP_NOTIFY && VALUE(l, NOT_R))
		put_auth(w, c, RTR_KEY_ID);
}

static struct subject put_info(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct subject s = {NULL, 0};
	unsigned family;
	uint32_t group;

	put_auth(w, c, KEY_ID);
	put(w, c, INFO_TTL, 4);
	put_slice(w, *c, INFO_RESERVED2, 1);
	cursor_pull(c, 1);
	group = open_group(w, c, INFO_PREFIX, c->left.wire);
	s.len = (unsigned)put(w, c, INFO_LEN, 1);
	family = (unsigned)put(w, c, PREFIX_AFI, 2);
	s.eid = words_of(w, *c, family);
	label_tail_of(w, group, ": %s/%u", s.eid, s.len);
	if (family == AFI_IPV4 || family == AFI_IPV6)
		put_address(w, c, PREFIX_AFI, family, 0);
	shut_group(w, group, c);
	if (c->bad)
		return s;
	family = (unsigned)put(w, c, INFO_AFI, 2);
	if (VALUE(l, INFO_R) && family != AFI_LCAF)
		expert(w, EXPECTED, "Expecting LCAF AFI (16387), found %u, incorrect packet!",
		       family);
	else if (VALUE(l, INFO_R))
		put_lcaf(w, c, 0);
	return s;
}

static void walk_packet(struct walk *w, struct layer *l, struct cursor c)
{
	struct cursor peek = c;
	unsigned version = u8(&peek) >> 4;

	walk_next(w, version == 4 || version == 6 ? next_by(l, version) : NULL, c);
}

static struct subject put_message(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	struct subject s = {NULL, 0};

	put(w, c, NONCE, NONCE_LEN);
	if (c->bad)
		return s;
	switch (type) {
	case MAP_REQUEST:
		return put_map_request(w, l, c);
	case MAP_REGISTER:
	case MAP_NOTIFY:
		put_auth(w, c, KEY_ID);
		s = put_mappings(w, l, c);
		put_names(w, l, c);
		return s;
	case INFO:
		return put_info(w, l, c);
	default:
		return put_mappings(w, l, c);
	}
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->column = "LISP";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	struct subject s = {NULL, 0};
	struct text t = {0};

	if (type == ECM)
		walk_packet(w, l, *c);
	else if (!word_for(&type_words, type))
		walk_next(w, NULL, layer_cursor(l, 0));
	else
		s = put_message(w, l, c);
	if (c->at > l->at + HEAD && !c->bad && c->left.cap)
		walk_inside(w, NULL, *c);
	if (!w->summary)
		return;
	text_kind(&t, l);
	if (s.eid)
		text_format(&t, " for %s/%u", s.eid, s.len);
	l->says = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_kind(t, l);
}

static const struct hang hangs[] = {{"udp.port", 4342}, {0}};

const struct proto proto_lisp = {
	.brief = "LISP Control",
	.spec = "RFC 9301",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = 1,
	.next = {.table = "ip.version"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
