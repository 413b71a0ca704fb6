/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets from peel's own records: peel read -T ndjson, edited or not, becomes frames again. */
#ifndef CLI_CRAFT_JSON_H
#define CLI_CRAFT_JSON_H

#include "core/frame.h"
#include "core/session.h"
#include <stdint.h>

/* What comes out of it. */
struct json_taker {
	struct session *session; /* one as craft_session() makes it: where fields stand */
	bool raw;                /* lengths and checksums aren't mended */
	uint64_t most;           /* frames; UINT64_MAX: all */
	uint64_t seed;           /* of random values */
	bool (*frame)(void *arg, struct frame *f); /* false: no more are wanted */
	void *arg;
};

/*
 * Reads the file ("-": standard input), an object a line.  Of each, "bytes" is the frame, and
 * what differs in "layers" from what those octets say is changed in it.  The exit status; what is
 * wrong was told.
 */
int craft_from_json(const char *path, const struct json_taker *taker);

#endif
