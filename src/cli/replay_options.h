/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel replay. */
#ifndef CLI_REPLAY_OPTIONS_H
#define CLI_REPLAY_OPTIONS_H

#include "core/text.h"
#include "craft/pace.h"
#include "craft/remap.h"

struct replay_options {
	const char *interfaces[2]; /* -i: clients' frames go by the first */
	unsigned n_interfaces;
	const char *const *files; /* as they stand on the command line */
	unsigned n_files;
	bool merge;         /* --merge */
	const char *filter; /* -Y; NULL: none */
	char *filter_text;  /* of -Y @FILE; owned */
	uint64_t most;      /* -c: frames of each round; UINT64_MAX: all */
	uint64_t rounds;    /* --loop; 0: until somebody stops it */
	struct pace pace;
	const char *paced_by; /* the option that says how fast; NULL: none */
	struct remap *remap;  /* --map, --mac; owned */
	struct text set;      /* --set: all of them; owned */
	const char **del;     /* --del, owned */
	unsigned n_del;
	bool raw;      /* --raw: nothing is mended */
	uint64_t seed; /* --seed: of random values */
	bool yes;      /* --yes: many frames to many hosts are meant */
	bool json;     /* --json */
	bool reads_stdin;
};

/* False when the command line is wrong (or asks for help): *status is the exit status then. */
bool replay_options_parse(struct replay_options *o, int argc, char **argv, int *status);
void replay_options_close(struct replay_options *o);

#endif
