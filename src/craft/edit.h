/* SPDX-License-Identifier: BSD-2-Clause */
/* Changing captured packets: the same fields by the same names. */
#ifndef CRAFT_EDIT_H
#define CRAFT_EDIT_H

#include "core/frame.h"
#include "craft/craft.h"
#include "craft/remap.h"

struct edit;

/* Octets of a frame in place of others, as many or not. */
struct splice {
	uint32_t at, old; /* where they begin in the frame, and how many go */
	const uint8_t *p; /* what comes: n octets */
	uint32_t n;
};

/* What is changed in each frame. */
struct edit_wishes {
	const char *set;        /* "ip.ttl=3 tcp.dstport=80"; "": nothing */
	const char *const *del; /* protocols whose headers go, n_del of them */
	unsigned n_del;
	const struct remap
		*remap; /* addresses in place of others, which must outlive this; NULL: none */
	const struct splice *splices; /* of one frame, by their places; n_splices of them */
	unsigned n_splices;
	bool raw;      /* lengths and checksums stay as they are */
	uint64_t seed; /* of random values */
};

/*
 * NULL: something is wrong, and the fault says what; its place is one in `set`, or the number of
 * a name in `del` when `fault->layer` isn't empty.  The session is one as craft_compile() wants.
 */
struct edit *edit_open(struct session *s, const struct edit_wishes *wishes,
		       struct craft_fault *fault);
void edit_close(struct edit *e);

/*
 * Changes the frame: its octets, lengths and link type; what it points to lives until the next
 * call.  A field or layer that the frame doesn't have is passed over.  Lengths and checksums of
 * a frame that is changed are mended, but not those that cover octets which weren't captured,
 * or stand in other fragments, nor a UDP checksum of 0.  False: the change isn't possible, the
 * fault says why, and the frame is as it was.
 */
bool edit_frame(struct edit *e, struct frame *f, struct craft_fault *fault);

#endif
