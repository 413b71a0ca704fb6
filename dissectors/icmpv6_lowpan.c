/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: options of neighbor discovery for 6LoWPAN. */
/* RFC 6775, 4; RFC 7400 (capabilities). */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	LOWPAN,
	LOOSE,
	CIO_UNASSIGNED,
	CIO_G,
	RESERVED,
	ARO_STATUS,
	ARO_LIFETIME,
	ARO_EUI64,
	CO_LEN,
	CO_FLAGS,
	CO_C,
	CO_CID,
	CO_RSV,
	CO_LIFETIME,
	CO_PREFIX,
	ABRO_LOW,
	ABRO_HIGH,
	ABRO_LIFETIME,
	ABRO_ADDRESS,
	CIO_UNASSIGNED_2,
};

static const struct field fields[] = {
	[LOWPAN] = {"icmpv6.lowpan", "Options for 6LoWPAN", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[CIO_UNASSIGNED] = {"icmpv6.opt.6cio.unassigned1", "Unassigned", U16, HEX, AT(0, 15),
			    BOX(16, 0), .under = LOOSE, .help = "Nothing yet",
			    .ref = "RFC 7400, 3.3"},
	[CIO_G] = {"icmpv6.opt.6cio.flag_g", "G", U16, HEX, AT(15, 1), BOX(16, 15), .under = LOOSE,
		   .help = "Understands generic compression", .ref = "RFC 7400, 3.3"},
	[RESERVED] = ROW_OPT_RESERVED,
	[ARO_STATUS] = {"icmpv6.opt.aro.status", "Status", U8, DEC, .words = &duplicate_statuses,
			.help = "What became of the registration", .ref = "RFC 6775, 4.1"},
	[ARO_LIFETIME] = {"icmpv6.opt.aro.registration_lifetime", "Registration  Lifetime", U16,
			  DEC, .help = "Minutes that it is valid", .ref = "RFC 6775, 4.1"},
	[ARO_EUI64] = {"icmpv6.opt.aro.eui64", "EUI-64", EUI64, .help = "Whose address",
		       .ref = "RFC 6775, 4.1"},
	[CO_LEN] = {"icmpv6.opt.6co.context_length", "Context Length", U8, DEC,
		    .help = "Bits of the prefix", .ref = "RFC 6775, 4.2"},
	[CO_FLAGS] = {"icmpv6.opt.6co.flag", "Flag", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 6775, 4.2"},
	[CO_C] = {"icmpv6.opt.6co.flag.c", "Compression Flag", BOOL, AT(3, 1), .under = CO_FLAGS,
		  WORDS(set_notset), .help = "Good for compression", .ref = "RFC 6775, 4.2"},
	[CO_CID] = {"icmpv6.opt.6co.flag.cid", "CID", U8, DEC, AT(4, 4), .under = CO_FLAGS,
		    .help = "The context's number", .ref = "RFC 6775, 4.2"},
	[CO_RSV] = {"icmpv6.opt.6co.flag.reserved", "Reserved", U8, DEC, AT(0, 3),
		    .under = CO_FLAGS, .help = "Always 0", .ref = "RFC 6775, 4.2"},
	[CO_LIFETIME] = {"icmpv6.opt.6co.valid_lifetime", "Lifetime", U16, DEC,
			 .help = "Minutes that it is valid", .ref = "RFC 6775, 4.2"},
	[CO_PREFIX] = {"icmpv6.opt.6co.context_prefix", "Context Prefix", IPV6,
		       .help = "The prefix", .ref = "RFC 6775, 4.2"},
	[ABRO_LOW] = {"icmpv6.opt.abro.version_low", "Version Low", U16, DEC,
		      .help = "Version's lower half", .ref = "RFC 6775, 4.3"},
	[ABRO_HIGH] = {"icmpv6.opt.abro.version_high", "Version", U16, DEC,
		       .help = "Version's upper half", .ref = "RFC 6775, 4.3"},
	[ABRO_LIFETIME] = {"icmpv6.opt.abro.valid_lifetime", "Valid Lifetime", U16, DEC,
			   .help = "Minutes that it is valid", .ref = "RFC 6775, 4.3"},
	[ABRO_ADDRESS] = {"icmpv6.opt.abro.6lbr_address", "6LBR Address", IPV6,
			  .help = "The border router", .ref = "RFC 6775, 4.3"},
	[CIO_UNASSIGNED_2] = {"icmpv6.opt.6cio.unassigned2", "Unassigned", U32, HEX,
			      .help = "Nothing yet", .ref = "RFC 7400, 3.3"},
};

static void body_registration(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	struct cursor peek = *c;
	unsigned status = u8(&peek);
	const char *word = word_for(fields[ARO_STATUS].words, status);
	struct span id;

	put(w, c, ARO_STATUS, 1);
	put(w, c, RESERVED, 3);
	put(w, c, ARO_LIFETIME, 2);
	peek = *c;
	id = cursor_take(&peek, 8);
	put(w, c, ARO_EUI64, 8);
	if (c->bad)
		return;
	label_tail_of(w, h->group, " : Register %s", address_words(w, EUI64, id.p));
	if (word)
		label_tail_of(w, h->group, " %s", word);
	else
		label_tail_of(w, h->group, " Unknown %u", status);
}

static void body_context(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	static const struct part parts[] = {{CO_FLAGS, 1}, {RESERVED, 2}, {CO_LIFETIME, 2}, {0, 0}};
	int bits = (int)put(w, c, CO_LEN, 1);

	put_rows(w, c, parts);
	put_prefix(w, c, h->group, CO_PREFIX, h->octets == 16 ? 8 : 16, bits);
}

static void body_border_router(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	unsigned low = (unsigned)put(w, c, ABRO_LOW, 2);
	unsigned high = (unsigned)put(w, c, ABRO_HIGH, 2);
	unsigned lifetime = (unsigned)put(w, c, ABRO_LIFETIME, 2);
	const char *address = peek_address(w, *c);

	put(w, c, ABRO_ADDRESS, 16);
	if (address)
		label_tail_of(w, h->group, " : Version %u.%u, Valid Lifetime : %u, 6LBR : %s", high,
			      low, lifetime, address);
}

static void body_capability(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	(void)h;
	put_slice(w, *c, CIO_UNASSIGNED, 2);
	put_slice(w, *c, CIO_G, 2);
	u16(c);
	put(w, c, CIO_UNASSIGNED_2, 4);
}

static const struct nd_body bodies[] = {
	[33] = {body_registration},
	[34] = {body_context},
	[35] = {body_border_router},
	[36] = {body_capability},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_nd_option(w, l, c, bodies, COUNT(bodies));
}

static const struct hang hangs[] = {{"icmpv6.option", 33},
				    {"icmpv6.option", 34},
				    {"icmpv6.option", 35},
				    {"icmpv6.option", 36},
				    {0}};

const struct proto proto_icmpv6_lowpan = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 6775, 4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 2,
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
