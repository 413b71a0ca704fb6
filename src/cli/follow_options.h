/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel follow. */
#ifndef CLI_FOLLOW_OPTIONS_H
#define CLI_FOLLOW_OPTIONS_H

#include "cli/read_options.h"
#include "stats/follow_form.h"

struct follow;

/* Which conversation is meant: by its number, or by a frame that belongs to it. */
struct wanted_stream {
	const char *protocol; /* "tcp", "udp"; NULL: that of the frame */
	uint32_t stream;      /* with `protocol`: its number */
	uint64_t frame;       /* without: that frame's; 0: that of the first that passes -Y */
};

struct follow_options {
	struct read_options read; /* those that read has, too */
	struct wanted_stream wanted;
	enum follow_form form;
	const char *format; /* --format: one of tshark's, for which it is all; NULL: none */
	bool raw;           /* --raw: the octets themselves */
	bool color;
	bool sides[2];    /* who is shown: 0: who sent the first packet */
	const char *save; /* --save: a folder; NULL: none */
};

/* False when the run ends here: *status is then its exit status, and the user knows why. */
bool follow_options_parse(struct follow_options *o, int argc, char **argv, int *status);

/* Opens the folder, which is made if it isn't there: a descriptor, or -1: the user knows why. */
int follow_folder(const char *path);
/* Writes what each end said to a file of its own in it; false: the user knows why. */
bool follow_save(const struct follow *f, int folder);

#endif
