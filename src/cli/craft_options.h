/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel craft. */
#ifndef CLI_CRAFT_OPTIONS_H
#define CLI_CRAFT_OPTIONS_H

#include "capture/reader.h"
#include "craft/options.h"
#include "craft/remap.h"

/* What becomes of a packet. */
enum craft_form { CRAFT_HEX, CRAFT_SHOW, CRAFT_C, CRAFT_RAW_HEX };

struct craft_cli {
	struct craft_options craft;
	const char *script;    /* -f: lines of packets that are sent and expected; NULL: none */
	const char *interface; /* -i, for a script; NULL: by the kernel's routes */
	const char *spec;      /* NULL with --from */
	const char *json;      /* --json: records of frames; NULL: none */
	const char *from;      /* --from: a capture file; NULL: none */
	uint64_t from_frame;   /* ... and the number of a frame of it; 0: all */
	char *from_text;       /* owned: holds `from` */
	const char *filter;    /* -Y: frames of it that pass; NULL: all */
	const char **set;      /* --set, owned */
	unsigned n_set;
	const char **del; /* --del, owned */
	unsigned n_del;
	bool guard;          /* --guard, for a script */
	struct remap *remap; /* --map, --mac; owned */
	bool raw;            /* --raw: nothing is mended */
	uint64_t count;      /* -n; 0: all combinations, once */
	enum craft_form form;
	const char *write_to;      /* -w; NULL: packets are printed */
	enum reader_format format; /* -F */
};

/* False when the command line is wrong (or asks for help): *status is the exit status then. */
bool craft_options_parse(struct craft_cli *o, int argc, char **argv, int *status);
void craft_options_close(struct craft_cli *o);

#endif
