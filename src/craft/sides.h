/* SPDX-License-Identifier: BSD-2-Clause */
/* Which side of a conversation a frame comes from, for a replay by two interfaces. */
#ifndef CRAFT_SIDES_H
#define CRAFT_SIDES_H

#include "core/frame.h"

struct sides;

enum side { SIDE_CLIENT, SIDE_SERVER };

/* Remembers nothing at first; never NULL.  Its size doesn't grow. */
struct sides *sides_open(void);
void sides_close(struct sides *s);

/*
 * The client of a TCP conversation is who sends the SYN, or is answered by SYN, ACK; where no
 * handshake is seen, and of anything else, it is who speaks first.  A frame to a group or to
 * all comes from the side that its sender was last seen on; from the client's if it wasn't.
 */
enum side sides_of(struct sides *s, const struct frame *f);

#endif
