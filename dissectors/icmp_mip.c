/* SPDX-License-Identifier: BSD-2-Clause */
/* Mobile IP's extensions of ICMP router advertisements. */
/* RFC 5944, 2.1; RFC 4721 (challenge). */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	EXTENSIONS,
	MIP,
	MIP_TYPE,
	MIP_LENGTH,
	MIP_SEQUENCE,
	MIP_LIFE,
	MIP_FLAGS,
	MIP_R,
	MIP_B,
	MIP_H,
	MIP_F,
	MIP_M,
	MIP_G,
	MIP_V,
	MIP_RT,
	MIP_U,
	MIP_X,
	MIP_RESERVED,
	MIP_COA,
	MIP_PREFIX,
	MIP_CHALLENGE,
	MIP_CONTENT,
};

enum { PADDING = 0, AGENT = 16, PREFIXES = 19, CHALLENGE = 24 };

static const struct word mip_types[] = {
	{PADDING, "One byte padding extension"},
	{AGENT, "Mobility Agent Advertisement Extension"},
	{PREFIXES, "Prefix Lengths Extension"},
	{CHALLENGE, "Challenge Extension"},
};

#define MIP_FLAG(row, name, what, bit, says) \
	[row] = {"icmp.mip." name,           \
		 what,                       \
		 BOOL,                       \
		 AT(bit, 1),                 \
		 BOX(16, bit),               \
		 .under = MIP_FLAGS,         \
		 .help = says,               \
		 .ref = "RFC 5944, 2.1.1"}

static const struct field fields[] = {
	[EXTENSIONS] = {"icmp.mip_ext", "Mobile IP Extensions", PROTO},
	[MIP] = {"text", "Ext", HEADING},
	[MIP_TYPE] = {"icmp.mip.type", "Extension Type", U8, DEC, .under = MIP, WORDS(mip_types),
		      .help = "Which extension", .ref = "RFC 5944, 1.10"},
	[MIP_LENGTH] = {"icmp.mip.length", "Length", U8, DEC, .under = MIP,
			.help = "Octets that follow", .ref = "RFC 5944, 1.10"},
	[MIP_SEQUENCE] = {"icmp.mip.seq", "Sequence Number", U16, DEC, .under = MIP,
			  .help = "Counts advertisements", .ref = "RFC 5944, 2.1.1"},
	[MIP_LIFE] = {"icmp.mip.life", "Registration Lifetime", U16, DEC, .under = MIP,
		      .help = "Seconds that a registration may last", .ref = "RFC 5944, 2.1.1"},
	[MIP_FLAGS] = {"icmp.mip.flags", "Flags", U16, HEX, .under = MIP, .form = form_flags,
		       .help = "What the agent offers", .ref = "RFC 5944, 2.1.1"},
	MIP_FLAG(MIP_R, "r", "Registration Required", 0, "Even with a co-located address"),
	MIP_FLAG(MIP_B, "b", "Busy", 1, "No more registrations"),
	MIP_FLAG(MIP_H, "h", "Home Agent", 2, "It is a home agent"),
	MIP_FLAG(MIP_F, "f", "Foreign Agent", 3, "It is a foreign agent"),
	MIP_FLAG(MIP_M, "m", "Minimal Encapsulation", 4, "It takes RFC 2004 tunnels"),
	MIP_FLAG(MIP_G, "g", "GRE", 5, "It takes GRE tunnels"),
	MIP_FLAG(MIP_V, "v", "VJ Comp", 6, "Van Jacobson's header compression; now reserved"),
	MIP_FLAG(MIP_RT, "rt", "Reverse tunneling", 7, "It tunnels back, too"),
	MIP_FLAG(MIP_U, "u", "UDP tunneling", 8, "It takes tunnels in UDP (RFC 3519)"),
	MIP_FLAG(MIP_X, "x", "Revocation support", 9, "It revokes registrations (RFC 3543)"),
	[MIP_RESERVED] = {"icmp.mip.reserved", "Reserved", U16, HEX, AT(10, 6), .under = MIP_FLAGS,
			  .help = "Always 0", .ref = "RFC 5944, 2.1.1"},
	[MIP_COA] = {"icmp.mip.coa", "Care-Of-Address", IPV4, .under = MIP,
		     .help = "Where the agent takes tunnels", .ref = "RFC 5944, 2.1.1"},
	[MIP_PREFIX] = {"icmp.mip.prefixlength", "Prefix Length", U8, DEC, .under = MIP,
			.help = "Bits of a router's network", .ref = "RFC 5944, 2.1.2"},
	[MIP_CHALLENGE] = {"icmp.mip.challenge", "Challenge", BYTES, .under = MIP,
			   .help = "To be sent back", .ref = "RFC 4721, 2"},
	[MIP_CONTENT] = {"icmp.mip.content", "Content", BYTES, .under = MIP,
			 .help = "What nobody understands"},
};

static void put_agent(struct walk *w, struct cursor *c, unsigned len)
{
	put(w, c, MIP_SEQUENCE, 2);
	put(w, c, MIP_LIFE, 2);
	put(w, c, MIP_FLAGS, 2);
	for (; len >= 10; len -= 4)
		put(w, c, MIP_COA, 4);
}

/* One of Mobile IP's extensions (RFC 5944, 2.1). */
static void put_mip(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek), len = type == PADDING ? 0 : u8(&peek);
	const char *word = word_for(fields[MIP_TYPE].words, type);
	uint32_t group = open_group(w, c, MIP, type == PADDING ? 1 : 2 + len);

	if (word)
		label_whole(w, "Ext: %s", word);
	else
		label_whole(w, "Ext: Unknown ext %u", type);
	put(w, c, MIP_TYPE, 1);
	if (type != PADDING)
		put(w, c, MIP_LENGTH, 1);
	if (type == AGENT)
		put_agent(w, c, len);
	else if (type == CHALLENGE)
		put(w, c, MIP_CHALLENGE, len);
	else if (type == PREFIXES)
		while (len--)
			put(w, c, MIP_PREFIX, 1);
	else if (len >= 4)
		put(w, c, MIP_CONTENT, len - 4);
	else if (len)
		cursor_fail(c, UINT32_MAX);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.cap)
		put_mip(w, c);
}

static const struct hang hangs[] = {{"icmp.ext", 1}, {0}};

const struct proto proto_icmp_mip = {
	.brief = "ICMP",
	.no_column = true,
	.bare = true,
	.prefix = "icmp",
	.spec = "RFC 5944, 2.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
