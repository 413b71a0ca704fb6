/* SPDX-License-Identifier: BSD-2-Clause */
/* The gate: whatever a packet, a file or a command line brings passes here on its way out. */
#ifndef SHOW_GATE_H
#define SHOW_GATE_H

#include "core/text.h"

/* What the output's own syntax reserves. */
enum gate {
	GATE_TEXT,  /* lines on a terminal or in a text file */
	GATE_JSON,  /* inside a JSON string (RFC 8259, 7) */
	GATE_XML,   /* inside an XML attribute or element */
	GATE_LATER, /* not yet: the caller has the whole pass when it is complete */
};

/*
 * Writes n octets so that they can neither steer a terminal nor break the
 * output's syntax.  Valid UTF-8 passes as it is, except for control characters
 * (C0, DEL, C1), the bidirectional controls, and the line and paragraph
 * separators; these, and octets that aren't UTF-8, are written as escapes:
 * \n, \033, \u202e in text and XML, \u001b in JSON; a backslash of the packet's own is left
 * alone in text and XML, as in Wireshark.  In JSON an octet that isn't
 * UTF-8 becomes U+FFFD, because JSON has no way to say it.
 */
void gate(struct text *t, const void *p, size_t n, enum gate how);

/* Passes what was written from `start` on through the gate, in place where it is plain. */
void gate_again(struct text *t, size_t start, enum gate how);

static inline void gate_string(struct text *t, const char *s, enum gate how)
{
	gate(t, s, strlen(s), how);
}

/*
 * The length (1 to 4) of the valid UTF-8 sequence that begins the n octets at p,
 * 0 when there is none; the character is put into *c.
 */
unsigned utf8_take(const uint8_t *p, size_t n, uint32_t *c);

#endif
