/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers that libnet builds. */
#ifndef CRAFT_BUILDER_H
#define CRAFT_BUILDER_H

#include "core/record.h"
#include "craft/packet.h"

struct builder;

/* NULL: libnet has no memory left. */
struct builder *builder_open(void);
void builder_close(struct builder *b);

/*
 * Has libnet build the header of a part from the values that the record has for it, and puts its
 * octets in place of those that are there.  False: libnet has no builder for such a header, and
 * the octets stay.
 */
bool builder_put(struct builder *b, const struct record *r, struct packet *k, unsigned part);

#endif
