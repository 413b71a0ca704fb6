/* SPDX-License-Identifier: BSD-2-Clause */
/* What the tables say about a field, in words: its type, base, owner and where it is specified. */
#ifndef CORE_ABOUT_H
#define CORE_ABOUT_H

#include "core/session.h"

/* Wireshark's name of the type without FT_: "UINT16"; a HEADING has none: NULL. */
const char *field_type(const struct field *f);

/* Wireshark's name of the base without BASE_: "HEX_DEC"; NULL: it has none. */
const char *field_base(const struct field *f);

/* Octets times eight, or the bits of a row that is narrower; 0: it varies. */
unsigned field_bits(const struct field *f);

/*
 * Where the field is specified: "RFC 9293, 3.1"; nothing when the table doesn't
 * say.  A row's `ref` is a section of the protocol's `spec`, unless it names a
 * document itself: "RFC 5578, 5", "draft-...", "FIPS 188".
 */
void put_reference(struct text *t, const struct field *f, const struct proto *p);

/*
 * The protocol that users look for the row in: the one that its name begins with
 * ("ipv6.routing" before "ipv6"), or else the one whose table it stands in.
 */
const struct proto *row_owner(const struct session *s, uint32_t id);

/*
 * Numbers of the rows that users may name, sorted by name: without headings, without
 * bare protocols, and of several rows of the same name the one that says most.
 * There are *n of them; the caller frees the list.
 */
uint32_t *rows_by_name(const struct session *s, uint32_t *n);

#endif
