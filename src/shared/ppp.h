/* SPDX-License-Identifier: BSD-2-Clause */
/* What PPP's control protocols have in common: codes, and lists of options. */
/* RFC 1661, 5 and 6; RFC 1570 (further codes), RFC 2153 (vendors). */
#ifndef SHARED_PPP_H
#define SHARED_PPP_H

#include "core/walk.h"

/* What a frame carries. */
extern const struct words ppp_protocols;

/* Rows that each of them begins with, in this order. */
enum {
	CP_SELF,
	CP_CODE,
	CP_ID,
	CP_LENGTH,
	CP_VENDOR_MAGIC,
	CP_OUI,
	CP_KIND,
	CP_DATA,
	CP_MAGIC,
	CP_ECHO,
	CP_MESSAGE,
	CP_SECONDS,
	CP_REJECTED,
	CP_OPTIONS,
	CP_BAD,
	CP_BAD_LENGTH,
	CP_OTHER,
	CP_ROWS
};

#define CP_FIELDS(name, title, codes)                                                             \
	[CP_SELF] = {name, title, PROTO},                                                         \
	[CP_CODE] = {"ppp.code",                                                                  \
		     "Code",                                                                      \
		     U8,                                                                          \
		     DEC,                                                                         \
		     AT(0, 8),                                                                    \
		     .traits = BORROWED,                                                          \
		     WORDS(codes),                                                                \
		     .help = "What the packet is for",                                            \
		     .ref = "RFC 1661, 5"},                                                       \
	[CP_ID] = {"ppp.identifier",                                                              \
		   "Identifier",                                                                  \
		   U8,                                                                            \
		   DEC_HEX,                                                                       \
		   AT(8, 8),                                                                      \
		   .traits = BORROWED,                                                            \
		   .help = "Which request is answered",                                           \
		   .ref = "RFC 1661, 5"},                                                         \
	[CP_LENGTH] = {"ppp.length",                                                              \
		       "Length",                                                                  \
		       U16,                                                                       \
		       DEC,                                                                       \
		       AT(16, 16),                                                                \
		       .traits = BORROWED,                                                        \
		       .fill = FILL_LENGTH,                                                       \
		       .help = "Octets of the packet",                                            \
		       .ref = "RFC 1661, 5"},                                                     \
	CP_BORROW(CP_VENDOR_MAGIC, "ppp.magic_number", "Magic Number", U32, HEX,                  \
		  "The sender's number", "RFC 2153, 2"),                                          \
	CP_BORROW(CP_OUI, "ppp.oui", "OUI", U24, OUI, "Whose packet it is", "RFC 2153, 2"),       \
	CP_BORROW(CP_KIND, "ppp.kind", "Kind", U8, DEC_HEX, "Which of its kinds", "RFC 2153, 2"), \
	CP_BORROW(CP_DATA, "ppp.data", "Data", BYTES, 0, "What there is more of it",              \
		  "RFC 1661, 5"),                                                                 \
	CP_BORROW(CP_MAGIC, "lcp.magic_number", "Magic Number", U32, HEX, "The sender's number",  \
		  "RFC 1661, 5.8"),                                                               \
	CP_BORROW(CP_ECHO, "lcp.data", "Data", BYTES, 0, "To be sent back", "RFC 1661, 5.8"),     \
	CP_BORROW(CP_MESSAGE, "lcp.message", "Message", STRING, 0, "A text for people",           \
		  "RFC 1570, 2"),                                                                 \
	[CP_SECONDS] = {"lcp.secs_remaining",                                                     \
			"Seconds Remaining",                                                      \
			U32,                                                                      \
			DEC,                                                                      \
			.traits = BORROWED,                                                       \
			.unit = " seconds",                                                       \
			.help = "How long the session lasts yet",                                 \
			.ref = "RFC 1570, 2"},                                                    \
	[CP_REJECTED] = {"lcp.rej_proto",                                                         \
			 "Rejected Protocol",                                                     \
			 U16,                                                                     \
			 HEX,                                                                     \
			 .traits = BORROWED,                                                      \
			 .words = &ppp_protocols,                                                 \
			 .help = "What the sender doesn't know",                                  \
			 .ref = "RFC 1661, 5.7"},                                                 \
	[CP_OPTIONS] = {"text", "Options", HEADING}, [CP_BAD] = {"text", "Option", HEADING},      \
	[CP_BAD_LENGTH] =                                                                         \
		EXPERT("ppp.opt.len.invalid", "Invalid length for option", WARNING, G_PROTOCOL),  \
	[CP_OTHER] = {"text", "Unknown", HEADING}

#define CP_BORROW(row, name, label, kind, base, what, where) \
	[row] = {name, label, kind, base, .traits = BORROWED, .help = what, .ref = where}

/* The row over an option, which Wireshark registers as a protocol of its own. */
#define CP_OPTION(row, name, label) \
	[row] = {name, label, BYTES, .traits = OWN_NAME, .line = label, .help = label}

/* One kind of option. */
struct ppp_option {
	uint8_t code;             /* its type */
	uint8_t len;              /* octets that it has, with its head */
	bool more;                /* it may have more */
	uint16_t row;             /* the row over it */
	uint16_t type, length;    /* rows of its head; 0: as the list says */
	const struct part *parts; /* its rows; NULL: none */
	/* Behind them, with the number of the node over it; NULL: nothing. */
	void (*rest)(struct walk *, struct cursor *, uint32_t group);
	const char *name;     /* what the list's line calls it; NULL: its label */
	const char *misnamed; /* what the note of a bad length calls it; NULL: its label */
	uint8_t said;         /* the length that it calls for; 0: `len` */
};

/* The options of one protocol; of one code there may be several of different lengths. */
struct ppp_options {
	uint16_t type, length;         /* rows of an option's head */
	const struct ppp_option *list; /* in any order */
	unsigned n;
	uint16_t bad, note, other; /* HEADING, EXPERT, HEADING of what can't be read */
};

/*
 * Shows n octets of options below the group, whose line names them.  Those that
 * contradict themselves have a note.
 */
void ppp_put_options(struct walk *w, struct cursor *c, uint32_t group, uint32_t n,
		     const struct ppp_options *o);

/* The `rest` of a control protocol: what its code says. */
void ppp_control(struct walk *w, struct layer *l, struct cursor *c, const struct ppp_options *o);

/* The `info` of one. */
void ppp_control_info(struct text *t, const struct record *r, const struct layer *l);

/* Codes that all control protocols know. */
#define CP_CODES                                                                                   \
	{0, "Vendor Specific"}, {1, "Configuration Request"}, {2, "Configuration Ack"},            \
		{3, "Configuration Nak"}, {4, "Configuration Reject"}, {5, "Termination Request"}, \
		{6, "Termination Ack"},                                                            \
	{                                                                                          \
		7, "Code Reject"                                                                   \
	}

#endif
