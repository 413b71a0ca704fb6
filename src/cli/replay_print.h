/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel replay says at its end. */
#ifndef CLI_REPLAY_PRINT_H
#define CLI_REPLAY_PRINT_H

#include "cli/replay_options.h"
#include "core/text.h"
#include "craft/replay.h"

struct replay_result {
	const struct replay_options *options;
	const struct wire_about *about[2]; /* of each interface */
	struct replay_tally tally;
	const struct lateness *late;
};

void replay_print(const struct replay_result *r, struct text *t);
void replay_json(const struct replay_result *r, struct text *t);

/* Frames that weren't sent, though they should have been. */
uint64_t replay_unsent(const struct replay_tally *t);

#endif
