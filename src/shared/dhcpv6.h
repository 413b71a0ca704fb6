/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of DHCPv6 share: names of domains, and the parts of a message. */
/* RFC 8415. */
#ifndef SHARED_DHCPV6_H
#define SHARED_DHCPV6_H

#include "core/walk.h"

enum { DHCPV6_OPTIONS, DHCPV6_VENDOR }; /* values of "dhcpv6.part" */

/* What a message keeps in its layer's state. */
struct dhcpv6_state {
	uint64_t message; /* the address of its struct dhcpv6 */
};

struct dhcpv6_option;
struct dhcpv6_family;

struct dhcpv6 {
	const char *says;                   /* words for the summary line */
	unsigned type;                      /* of the message */
	unsigned depth;                     /* options around the one at hand */
	const struct dhcpv6_option *option; /* the one at hand, for the part that reads it */
	const struct dhcpv6_family *family; /* its family */
};

/* An option as its readers find it; the cursor they get ends where the option does. */
struct dhcpv6_option {
	unsigned code;
	uint32_t len;      /* octets of the body */
	uint32_t group;    /* its node, which has the note that it makes no sense */
	struct dhcpv6 *in; /* the message */
};

/* How the body of an option is read. */
struct dhcpv6_body {
	uint8_t code;
	uint16_t row;      /* its value, or the first of several */
	uint16_t min, max; /* octets that it may have */
	const char *name;  /* what the note calls it */
	void (*read)(struct walk *, struct cursor *, const struct dhcpv6_option *,
		     const struct dhcpv6_body *);
};

/* Options that are read alike. */
struct dhcpv6_family {
	const struct dhcpv6_body *list;
	unsigned n;
	uint16_t malformed; /* row of the note that one makes no sense */
	uint16_t stray;     /* row of the note that text ends before its octets */
};

/* Reads the body of an option of the family; of others nothing. */
void dhcpv6_body(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_family *family);
/* Notes that it makes no sense. */
void dhcpv6_malformed(struct walk *w, const struct dhcpv6_option *o, const char *name);
/* What is left of the body are options; the part's `next.also` begins with "dhcpv6.part". */
void dhcpv6_inner(struct walk *w, struct cursor *c, const struct dhcpv6_option *o);

/* Readers: a number or octets that fill the body, text, nothing but options. */
void dhcpv6_one(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		const struct dhcpv6_body *b);
void dhcpv6_text(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_body *b);
void dhcpv6_container(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		      const struct dhcpv6_body *b);

/* The message that the layer, or the one that it is part of, is. */
struct dhcpv6 *dhcpv6_of(const struct layer *l);
/* Adds words to the summary line. */
void dhcpv6_say(struct walk *w, struct dhcpv6 *m, const char *what, const char *words);

/* The rows of what may be wrong with a name, from NAME_EMPTY on. */
#define DHCPV6_NAME_ROWS                                                                     \
	NAME_EMPTY, NAME_BOGUS, NAME_BEYOND, NAME_PORTION, NAME_LONG, NAME_ROOT, NAME_TLD,   \
		NAME_PARTIAL, NAME_WORDS, NAME_BOGUS_NOTE, NAME_BEYOND_NOTE, NAME_LONG_NOTE, \
		NAME_ROOT_NOTE, NAME_TLD_NOTE, NAME_PARTIAL_NOTE

#define DHCPV6_NAME_FIELDS                                                                         \
	[NAME_EMPTY] = {"dhcpv6.domain_field_len", "Empty domain name - field length", U16, DEC,   \
			.help = "There is no name at all"},                                        \
	[NAME_BOGUS] = {"dhcpv6.bogus_label_length",                                               \
			"Non-DNS encoded name. Label length exceeds 63", U8, DEC,                  \
			.help = "A length that no label has"},                                     \
	[NAME_BEYOND] = {"dhcpv6.domain_field_len_exceeded",                                       \
			 "Remaining length in the domain name field exceeded", U8, DEC,            \
			 .help = "A label that is longer than what is left"},                      \
	[NAME_PORTION] = {"dhcpv6.decoded_portion", "Portion successfully decoded", STRING,        \
			  .help = "The name up to where it goes wrong"},                           \
	[NAME_LONG] = {"dhcpv6.encoded_fqdn_gt_255",                                               \
		       "DNS-encoded labels of FQDN exceed 255 octets", U16, DEC,                   \
		       .help = "Octets of a name that has too many"},                              \
	[NAME_ROOT] = {"dhcpv6.root_only_domain_name", "Root only domain name", STRING,            \
		       .help = "Nothing but the root"},                                            \
	[NAME_TLD] = {"dhcpv6.tld", "Top Level Domain name", STRING,                               \
		      .help = "A name of one label"},                                              \
	[NAME_PARTIAL] = {"dhcpv6.partial_name_preceded_by_fqdn", "Partial name preceded by FQDN", \
			  STRING, .help = "A name without its end behind whole ones"},             \
	[NAME_WORDS] = {"text", "What is wrong", HEADING},                                         \
	[NAME_BOGUS_NOTE] =                                                                        \
		EXPERT("dhcpv6.expert.name_not_dns_encoded",                                       \
		       "ERROR: This name is not a DNS record encoded", ERROR, G_PROTOCOL),         \
	[NAME_BEYOND_NOTE] =                                                                       \
		EXPERT("dhcpv6.expert.domain_field_length_exceeded",                               \
		       "ERROR: FQDN exceeds length of the domain name field", ERROR, G_MALFORMED), \
	[NAME_LONG_NOTE] =                                                                         \
		EXPERT("dhcpv6.expert.encoded_fqdn_gt_255",                                        \
		       "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]", ERROR, \
		       G_MALFORMED),                                                               \
	[NAME_ROOT_NOTE] =                                                                         \
		EXPERT("dhcpv6.expert.root_only_domain_name",                                      \
		       "ERROR: A root-only domain name cannot be resolved.", ERROR, G_PROTOCOL),   \
	[NAME_TLD_NOTE] = EXPERT("dhcpv6.expert.tld_lookup",                                       \
				 "WARNING: TLDs are rarely resolvable ", WARNING, G_COMMENTS),     \
	[NAME_PARTIAL_NOTE] =                                                                      \
		EXPERT("dhcpv6.expert.partial_name_preceded_by_fqdn",                              \
		       "ERROR: Partial name is preceded by an FQDN", ERROR, G_PROTOCOL)

/*
 * Puts the names that fill the cursor as values of the row; `rows` is NAME_EMPTY of the
 * table at hand.
 */
void dhcpv6_names(struct walk *w, struct cursor *c, unsigned row, unsigned rows);

#endif
