/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet that is being built as the walker sees it. */
#ifndef CRAFT_VIEW_H
#define CRAFT_VIEW_H

#include "core/session.h"
#include "craft/packet.h"

/* Takes the packet apart; the record lives until the next call. */
const struct record *view(struct session *s, const struct packet *k);

/* The record's layer that the part is; NULL: the walker doesn't come to it. */
const struct layer *view_layer(const struct record *r, const struct packet *k, unsigned part);

/*
 * The first node of that name in the part's own octets that stands for octets of the packet;
 * NULL: there is none.
 */
const struct node *view_node(const struct record *r, const struct packet *k, unsigned part,
			     const char *name);

#endif
