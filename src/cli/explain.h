/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel explain's parts share: one recognizes and explains one kind of thing. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "core/text.h"

struct field;
struct names;
struct proto;
struct session;
struct when;

/* What an explanation is made with, and where it goes. */
struct explain {
	struct text *t;          /* what is printed; all in it has passed the gate */
	const struct session *s; /* the tables of all protocols; not started */
	struct names *names;     /* services and vendors */
};

/* Whether a word is the kind of thing that was asked. */
enum verdict {
	IS_NOT, /* it isn't: nothing was printed */
	IS,     /* it is, and is explained now */
	IS_BAD, /* it would be, but is wrong: the user has been told what is */
};

/* Each explains `thing` if it is what the function's name says. */
enum verdict explain_field(struct explain *e, const char *thing);
enum verdict explain_proto(struct explain *e, const char *thing);
enum verdict explain_number(struct explain *e, const char *thing);
enum verdict explain_service(struct explain *e, const char *thing);
enum verdict explain_ipv4(struct explain *e, const char *thing);
enum verdict explain_ipv6(struct explain *e, const char *thing);
enum verdict explain_mac(struct explain *e, const char *thing);

/*
 * Reads the command line: what is left begins at argv[optind].  False when the run ends
 * here, with *status.  *link is what --link names; NULL: it isn't given.
 */
bool explain_options_parse(int argc, char **argv, const char **link, int *status);

/* --- octets --- */

/* Octets that a user wrote. */
struct octets {
	struct text bytes; /* owned */
	bool lines;        /* they stand in lines that may begin with offsets */
	bool dump;         /* a line had an offset: lines are those of a dump */
};

/*
 * Adds the octets of one word or line of a dump; complains, with the words of `where`
 * before it, and is false when there is something else in it.
 */
bool octets_add(struct octets *o, const char *line, const char *where);

/* Whether the words together are octets rather than things of their own. */
bool are_octets(char *const *things, int n);

/* Takes the octets of the words (or, for "-", of standard input) apart; an exit status. */
int explain_bytes(char *const *things, int n, const char *link);

/* --- what several parts say --- */

/*
 * A line as it is: what stands over an explanation, what is to be copied.  It passes
 * the gate here.
 */
void title(struct explain *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A line "  what   words", wrapped at 80 columns; the words pass the gate here. */
void say(struct explain *e, const char *what, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The same for words that were put together in a text, which is emptied; no words, no line. */
void say_text(struct explain *e, const char *what, struct text *words);

/* Puts a word into a list: commas between. */
void list_word(struct text *list, const char *word);

/* Whole octets as text: an IPv4 address, a MAC address. */
#define MAC_LEN 6
void text_mac(struct text *t, const uint8_t mac[MAC_LEN]);

/* An IPv4 address in dotted form alone, or false. */
bool parse_ipv4(const char *s, uint32_t *v);

/* What a block of IPv4 addresses is for; the smallest one that holds it. */
void say_ipv4_block(struct explain *e, uint32_t v);

/* The MAC address that an IPv6 interface identifier was made from; false: from none. */
bool mac_of_interface(const uint8_t id[8], uint8_t mac[MAC_LEN]);
/* The interface identifier (RFC 4291, appendix A) that is made from a MAC address. */
void interface_of_mac(const uint8_t mac[MAC_LEN], uint8_t id[8]);

/* Whose address block it is; the vendor's name, or words that say there is none. */
const char *vendor_of(struct explain *e, const uint8_t mac[3]);

/* --- protocols --- */

/* The first number of the protocol's rows over all protocols. */
uint32_t first_row(const struct session *s, const struct proto *p);

/* Where a row stands in its protocol's header. */
struct place {
	uint32_t from, to; /* bits from the header's first, `to` behind the last */
};

/* False when the row has no fixed place in the header, or one that isn't of one piece. */
bool place_of(const struct session *s, const struct proto *p, unsigned row, struct place *place);

/*
 * Draws the header as RFCs do, 32 bits a line; `drawn` (one for each row) says then
 * which rows are in the drawing, or in a box of it.
 */
void draw_header(struct text *t, const struct session *s, const struct proto *p, bool *drawn);

/* A row's type in a few words: "16 bits", "flag", "IPv4 address". */
void text_type(struct text *t, const struct field *f);

/* Under which condition the row is there, in words; nothing when there is none. */
void text_condition(struct text *t, const struct proto *p, const struct when *when);

#endif
