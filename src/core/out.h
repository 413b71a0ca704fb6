/* SPDX-License-Identifier: BSD-2-Clause */
/* The one checked writer of everything that is printed. */
#ifndef CORE_OUT_H
#define CORE_OUT_H

#include "core/fault.h"
#include "core/text.h"

struct out {
	struct text text;   /* what waits to be written */
	int fd;             /* not owned */
	uint64_t written;   /* bytes that the system took */
	bool by_line;       /* write after every frame: a terminal, or -l */
	bool failed;        /* a write failed; nothing more is written */
	struct fault fault; /* why */
};

/* Writes what waits; false, with the fault filled in, when it couldn't all be written. */
bool out_flush(struct out *o);

/* A write failed, errno says how: no more is written, and the fault says why. */
void out_fail(struct out *o);

/* To be called behind every frame: writes in large blocks, or at once with by_line. */
static inline bool out_frame_done(struct out *o)
{
	if (o->by_line || o->text.len >= (size_t)256 << 10)
		return out_flush(o);
	return !o->failed;
}

#endif
