/* SPDX-License-Identifier: BSD-2-Clause */
/* Extensions of ICMP messages, of both versions: objects behind the quoted packet. */
/* RFC 4884; RFC 4950 (MPLS), RFC 5837 (interface information), RFC 8335 (PROBE). */
#include "core/checksum.h"
#include "core/walk.h"
#include "shared/numbers.h"

enum {
	ICMP_EXT,
	EXT,
	VERSION,
	RESERVED,
	CHECKSUM,
	CHECKSUM_NOTE,
	STATUS,
	OBJECT,
	LENGTH,
	CLASS,
	CTYPE,
	DATA,
	MPLS_ENTRY,
	LABEL,
	EXPERIMENTAL,
	BOTTOM,
	TTL,
	MPLS_DATA,
	INFO_CTYPE,
	ROLE,
	INFO_RESERVED,
	HAS_INDEX,
	HAS_ADDRESS,
	HAS_NAME,
	HAS_MTU,
	INFO_INDEX,
	INFO_ADDRESS,
	INFO_AFI,
	INFO_UNUSED,
	INFO_IPV4,
	INFO_IPV6,
	INFO_NAMING,
	NAME_LENGTH,
	INFO_NAME,
	INFO_MTU,
	NAME,
	INDEX,
	AFI,
	ADDRESS_LENGTH,
	UNUSED,
	IPV4_ADDRESS,
	IPV6_ADDRESS,
	ADDRESS,
	STRAY,
};

enum { MPLS = 1, INTERFACE_INFO, INTERFACE_ID };
enum { BY_NAME = 1, BY_INDEX, BY_ADDRESS };
enum { AFI_IPV4 = 1, AFI_IPV6 };

#define OBJECT_HEAD 4

static const struct word classes[] = {
	{MPLS, "MPLS Label Stack Class"},
	{INTERFACE_INFO, "Interface Information Object"},
	{INTERFACE_ID, "Interface Identification Object"},
};

static const struct word roles[] = {
	{0, "IP interface upon which datagram arrived"},
	{1, "sub-IP component of an IP interface upon which datagram arrived"},
	{2, "IP interface through which datagram would be forwarded"},
	{3, "IP next-hop to which datagram would be forwarded"},
};

static const struct word presence[] = {{0, "Not Present"}, {1, "Present"}};

static const struct word identifications[] = {
	{BY_NAME, "Identifies Interface By Name"},
	{BY_INDEX, "Identifies Interface By Index"},
	{BY_ADDRESS, "Identifies Interface By Address"},
};

/* "79, Interface Role: ..., ifIndex, MTU" */
static void form_info_ctype(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const parts[] = {"MTU", "Interface Name", "IP Address", "ifIndex"};

	(void)r;
	text_u64(t, n->u);
	text_put(t, ", Interface Role: ");
	text_put(t, roles[n->u >> 6 & 3].text);
	for (int bit = 3; bit >= 0; bit--)
		if (n->u >> bit & 1) {
			text_put(t, ", ");
			text_put(t, parts[bit]);
		}
}

static const struct field fields[] = {
	[ICMP_EXT] = {"icmp_ext", "ICMP Multi-Part Extensions", PROTO},
	[EXT] = {"icmp.ext", "ICMP Extensions", NONE, .line = "ICMP Multi-Part Extensions",
		 .help = "What the sender adds to the quoted packet", .ref = "7"},
	[VERSION] = {"icmp.ext.version", "Version", U8, DEC, AT(0, 4), .under = EXT,
		     .traits = SPREAD, .preset = 2, .help = "2 since RFC 4884", .ref = "7"},
	[RESERVED] = {"icmp.ext.res", "Reserved", U16, HEX, AT(4, 12), .under = EXT,
		      .help = "Always 0", .ref = "7"},
	[CHECKSUM] = {"icmp.ext.checksum", "Checksum", U16, HEX, AT(16, 16), .under = EXT,
		      .help = "Over the extensions; 0: none", .ref = "7"},
	[CHECKSUM_NOTE] = EXPERT("icmp.ext.checksum_bad", "Bad checksum", WARNING, G_CHECKSUM),
	[STATUS] = {"icmp.ext.checksum.status", "Checksum Status", U8, PLAIN, .under = EXT,
		    .traits = GENERATED, .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[OBJECT] = {"text", "Object", HEADING, .under = EXT},
	[LENGTH] = {"icmp.ext.length", "Length", U16, DEC, .under = OBJECT,
		    .help = "Octets of the object", .ref = "8"},
	[CLASS] = {"icmp.ext.class", "Class", U8, DEC, .under = OBJECT, WORDS(classes),
		   .help = "What the object is about", .ref = "8"},
	[CTYPE] = {"icmp.ext.ctype", "C-Type", U8, DEC, .under = OBJECT,
		   .help = "Which kind of its class", .ref = "8"},
	[DATA] = {"icmp.ext.data", "Data", BYTES, .under = OBJECT,
		  .help = "What nobody understands"},
	[MPLS_ENTRY] = {"text", "MPLS stack entry", HEADING, .under = OBJECT,
			.line = "Label: {icmp.mpls.label}, Exp: {icmp.mpls.exp}, S: {icmp.mpls.s}, "
				"TTL: {icmp.mpls.ttl}"},
	[LABEL] = {"icmp.mpls.label", "Label", U24, DEC, AT(0, 20), BOX(24, 0), .under = MPLS_ENTRY,
		   .help = "Label of the packet as it came in", .ref = "RFC 4950, 3"},
	[EXPERIMENTAL] = {"icmp.mpls.exp", "Experimental", U24, DEC, AT(20, 3), BOX(24, 20),
			  .under = MPLS_ENTRY, .help = "Traffic class", .ref = "RFC 4950, 3"},
	[BOTTOM] = {"icmp.mpls.s", "Stack bit", BOOL, AT(23, 1), BOX(24, 23), .under = MPLS_ENTRY,
		    WORDS(set_notset), .help = "The stack ends here", .ref = "RFC 4950, 3"},
	[TTL] = {"icmp.mpls.ttl", "Time to live", U8, DEC, AT(24, 8), .under = MPLS_ENTRY,
		 .help = "Hops left", .ref = "RFC 4950, 3"},
	[MPLS_DATA] = {"icmp.mpls.data", "Data", BYTES, .under = OBJECT,
		       .help = "Too short for an entry"},
	[INFO_CTYPE] = {"icmp.ext.ctype", "C-Type", U8, DEC, .under = OBJECT,
			.form = form_info_ctype, .help = "What is told of the interface",
			.ref = "RFC 5837, 4.1"},
	[ROLE] = {"icmp.int_info.role", "Interface Role", U8, DEC, AT(0, 2), .under = INFO_CTYPE,
		  WORDS(roles), .help = "Which interface it is", .ref = "RFC 5837, 4.1"},
	[INFO_RESERVED] = {"icmp.int_info.reserved", "Reserved", U8, DEC, AT(2, 2),
			   .under = INFO_CTYPE, .help = "Always 0", .ref = "RFC 5837, 4.1"},
	[HAS_INDEX] = {"icmp.int_info.ifindex", "ifIndex", BOOL, AT(4, 1), .under = INFO_CTYPE,
		       .help = "Its index is told", .ref = "RFC 5837, 4.1"},
	[HAS_ADDRESS] = {"icmp.int_info.ipaddr", "IP Address", BOOL, AT(5, 1), .under = INFO_CTYPE,
			 WORDS(presence), .help = "An address is told", .ref = "RFC 5837, 4.1"},
	[HAS_NAME] = {"icmp.int_info.name_present", "Interface Name", BOOL, AT(6, 1),
		      .under = INFO_CTYPE, WORDS(presence), .help = "Its name is told",
		      .ref = "RFC 5837, 4.1"},
	[HAS_MTU] = {"icmp.int_info.mtu_present", "MTU", BOOL, AT(7, 1), .under = INFO_CTYPE,
		     WORDS(presence), .help = "Its MTU is told", .ref = "RFC 5837, 4.1"},
	[INFO_INDEX] = {"icmp.int_info.index", "Interface Index", U32, DEC, .under = OBJECT,
			.help = "As in the interface MIB", .ref = "RFC 5837, 4.2"},
	[INFO_ADDRESS] = {"text", "IP Address Sub-Object", HEADING, .under = OBJECT},
	[INFO_AFI] = {"icmp.int_info.afi", "Address Family Identifier", U16, DEC,
		      .under = INFO_ADDRESS, .help = "1: IPv4; 2: IPv6", .ref = "RFC 5837, 4.2"},
	[INFO_UNUSED] = {"icmp.reserved", "Reserved", BYTES, .under = INFO_ADDRESS,
			 .help = "Always 0", .ref = "RFC 5837, 4.2"},
	[INFO_IPV4] = {"icmp.int_info.ipv4", "Source", IPV4, .under = INFO_ADDRESS,
		       .help = "Address of the interface", .ref = "RFC 5837, 4.2"},
	[INFO_IPV6] = {"icmp.int_info.ipv6", "Source", IPV6, .under = INFO_ADDRESS,
		       .help = "Address of the interface", .ref = "RFC 5837, 4.2"},
	[INFO_NAMING] = {"text", "Interface Name Sub-Object", HEADING, .under = OBJECT},
	[NAME_LENGTH] = {"icmp.int_info.name_length", "Name Length", U8, DEC, .under = INFO_NAMING,
			 .help = "Octets of the sub-object", .ref = "RFC 5837, 4.3"},
	[INFO_NAME] = {"icmp.int_info.name", "Name", STRING, .under = INFO_NAMING,
		       .traits = ZSTRING, .help = "Name of the interface", .ref = "RFC 5837, 4.3"},
	[INFO_MTU] = {"icmp.int_info.mtu", "Maximum Transmission Unit", U32, DEC, .under = OBJECT,
		      .help = "MTU of the interface", .ref = "RFC 5837, 4.1"},
	[NAME] = {"icmp.int_ident.name", "Name", STRING, .under = OBJECT, .traits = ZSTRING,
		  .help = "Name of the interface asked for", .ref = "RFC 8335, 2.1"},
	[INDEX] = {"icmp.int_ident.index", "Interface Index", U32, DEC, .under = OBJECT,
		   .help = "Index of the interface asked for", .ref = "RFC 8335, 2.1"},
	[AFI] = {"icmp.int_ident.afi", "Address Family Identifier", U16, DEC, .under = OBJECT,
		 .words = &address_families, .help = "What kind of address",
		 .ref = "RFC 8335, 2.1"},
	[ADDRESS_LENGTH] = {"icmp.int_ident.addr_length", "Address Length", U8, DEC,
			    .under = OBJECT, .help = "Octets that matter", .ref = "RFC 8335, 2.1"},
	[UNUSED] = {"icmp.int_ident.reserved", "Reserved", BYTES, .under = OBJECT,
		    .help = "Always 0", .ref = "RFC 8335, 2.1"},
	[IPV4_ADDRESS] = {"icmp.int_ident.ipv4", "Address", IPV4, .under = OBJECT,
			  .help = "Address of the interface asked for", .ref = "RFC 8335, 2.1"},
	[IPV6_ADDRESS] = {"icmp.int_ident.ipv6", "Address", IPV6, .under = OBJECT,
			  .help = "Address of the interface asked for", .ref = "RFC 8335, 2.1"},
	[ADDRESS] = {"icmp.int_ident.address", "Address", BYTES, .under = OBJECT,
		     .help = "Address of the interface asked for", .ref = "RFC 8335, 2.1"},
	[STRAY] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			 WARNING, G_UNDECODED),
};

static void put_mpls(struct walk *w, struct cursor *c)
{
	while (cursor_has(c, 4)) {
		uint32_t entry = open_group(w, c, MPLS_ENTRY, 4);

		cursor_pull(c, 4);
		shut_group(w, entry, NULL);
	}
	if (c->left.cap)
		put(w, c, MPLS_DATA, c->left.cap);
}

static void put_info_address(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t afi = u16(&peek);
	uint32_t len = afi == AFI_IPV4 ? 4 : 16;
	uint32_t group;

	if ((afi != AFI_IPV4 && afi != AFI_IPV6) || !cursor_has(c, 4 + len)) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, INFO_ADDRESS, 4 + len);
	put(w, c, INFO_AFI, 2);
	put(w, c, INFO_UNUSED, 2);
	put(w, c, afi == AFI_IPV4 ? INFO_IPV4 : INFO_IPV6, len);
	shut_group(w, group, NULL);
}

static void put_info_name(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t len = u8(&peek), group;

	if (!cursor_has(c, len)) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, INFO_NAMING, len);
	put(w, c, NAME_LENGTH, 1);
	if (len <= c->left.cap)
		put(w, c, INFO_NAME, len ? len - 1 : c->left.cap);
	shut_group(w, group, NULL);
}

static void put_interface_info(struct walk *w, struct cursor *c, unsigned ctype)
{
	if (ctype & 8)
		put(w, c, INFO_INDEX, 4);
	if (ctype & 4)
		put_info_address(w, c);
	if (ctype & 2)
		put_info_name(w, c);
	if (ctype & 1)
		put(w, c, INFO_MTU, 4);
}

static void put_interface_name(struct walk *w, struct cursor *c)
{
	struct cursor after = *c;

	put(w, c, NAME, c->left.cap);
	while (after.left.cap && u8(&after))
		;
	if (!span_is_zero(after.left, after.left.cap))
		expert(w, STRAY, NULL);
}

static void put_interface_address(struct walk *w, struct cursor *c)
{
	uint64_t afi = put(w, c, AFI, 2);
	uint32_t len = afi == AFI_IPV4 ? 4 : 16;

	put(w, c, ADDRESS_LENGTH, 1);
	put(w, c, UNUSED, 1);
	if (afi != AFI_IPV4 && afi != AFI_IPV6) {
		if (c->left.cap)
			put(w, c, ADDRESS, c->left.cap);
		return;
	}
	while (cursor_has(c, len))
		put(w, c, afi == AFI_IPV4 ? IPV4_ADDRESS : IPV6_ADDRESS, len);
}

/* RFC 8335, 2.1. */
static void put_interface_id(struct walk *w, struct cursor *c, unsigned ctype)
{
	switch (ctype) {
	case BY_NAME:
		put_interface_name(w, c);
		break;
	case BY_INDEX:
		put(w, c, INDEX, 4);
		break;
	case BY_ADDRESS:
		put_interface_address(w, c);
		break;
	default:
		break;
	}
}

static void put_unknown(struct walk *w, struct cursor *c, unsigned class, unsigned ctype)
{
	if (class == MPLS)
		put_value(w, CTYPE, c->at - 1, 1, ctype);
	if (c->left.cap)
		put(w, c, DATA, c->left.cap);
}

/* What follows an object's length and class. */
static void put_object_body(struct walk *w, struct cursor *c, unsigned class)
{
	struct cursor peek = *c;
	unsigned ctype = u8(&peek);
	const char *word;

	if (class == INTERFACE_INFO) {
		put(w, c, INFO_CTYPE, 1);
		put_interface_info(w, c, ctype);
		return;
	}
	put(w, c, CTYPE, 1);
	if (class == INTERFACE_ID) {
		word = word_for(&(const struct words){identifications, COUNT(identifications)},
				ctype);
		if (word)
			label_tail(w, " (%s)", word);
		else
			label_tail(w, " (Unknown C-Type %u)", ctype);
		put_interface_id(w, c, ctype);
	} else if (class == MPLS && ctype == 1) {
		put_mpls(w, c);
	} else {
		put_unknown(w, c, class, ctype);
	}
}

static void label_object(struct walk *w, unsigned len, unsigned class, unsigned ctype)
{
	if (len < OBJECT_HEAD)
		label_whole(w, "Object with bad length");
	else if (class == MPLS && ctype == 1)
		label_whole(w, "MPLS Stack Entry");
	else if (class == INTERFACE_INFO || class == INTERFACE_ID)
		label_whole(w, "%s", classes[class - 1].text);
	else
		label_whole(w, "Unknown object (%u/%u)", class, ctype);
}

/* One object; false when its length leaves no way to the next. */
static bool put_object(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned len = u16(&peek), class = u8(&peek), ctype = u8(&peek);
	bool cut = len > c->left.cap;
	struct cursor object = cursor_first(*c, len < OBJECT_HEAD ? OBJECT_HEAD : len);
	uint32_t group = open_group(w, &object, OBJECT, object.left.cap);

	label_object(w, len, class, ctype);
	if (cut)
		label_tail_of(w, group, " (truncated)");
	put(w, &object, LENGTH, 2);
	put(w, &object, CLASS, 1);
	if (len >= OBJECT_HEAD)
		put_object_body(w, &object, class);
	shut_group(w, group, NULL);
	if (object.bad)
		cursor_fail(c, UINT32_MAX);
	else
		cursor_take(c, cut ? c->left.wire : len);
	return len >= OBJECT_HEAD && !cut;
}

static void put_checksum(struct walk *w, struct span all, unsigned field)
{
	unsigned status = field ? inet_status(0, all) : CHECKSUM_ABSENT;
	struct node *n = own_node(w, CHECKSUM);

	if (status != CHECKSUM_ABSENT) {
		inet_words(w, CHECKSUM, CHECKSUM_NOTE, status, 0, all);
	} else if (n) {
		w->last = (uint32_t)(n - w->r.nodes);
		n->generated = true;
		label_value(w, "[missing]");
	}
	put_value(w, STATUS, 0, 0, status);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct span all = c->left;
	struct cursor peek = *c;
	unsigned version = u16(&peek) >> 12, field = u16(&peek);
	uint32_t group = open_group(w, c, EXT, cursor_has(c, 4) ? c->left.cap : 0);

	(void)l;
	if (cursor_has(c, 4)) {
		cursor_pull(c, 4);
		if (version != 1 && version != 2)
			label_tail_of(w, group, " (unsupported version)");
		put_checksum(w, all, field);
		if (version == 1 || version == 2)
			while (cursor_has(c, OBJECT_HEAD) && put_object(w, c))
				;
	}
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"icmp.ext", 0}, {0}};

const struct proto proto_icmp_ext = {
	.brief = "ICMP",
	.no_column = true,
	.bare = true,
	.prefix = "icmp",
	.spec = "RFC 4884",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
