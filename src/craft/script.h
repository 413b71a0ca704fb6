/* SPDX-License-Identifier: BSD-2-Clause */
/* Scripts: packets that are sent and packets that are expected, a line each. */
#ifndef CRAFT_SCRIPT_H
#define CRAFT_SCRIPT_H

#include "core/fault.h"
#include "core/text.h"
#include <stdbool.h>
#include <stdint.h>

enum script_what {
	SCRIPT_END,    /* there are no more lines */
	SCRIPT_SEND,   /* "> SPEC" */
	SCRIPT_EXPECT, /* "< SPEC" */
	SCRIPT_NEVER,  /* "! SPEC": nothing like it may come */
	SCRIPT_WRONG,  /* the line can't be read: see `fault` */
};

/* A value that a line learnt from a packet: "$name". */
struct script_learnt {
	uint32_t at; /* the place in the specification where it stands */
	char name[32];
};

/* One line. */
struct script_line {
	enum script_what what;
	unsigned number; /* of the line, from 1 */
	double seconds;  /* "+0.5": before it is sent; within which it must come */
	bool has_seconds;
	const char *spec; /* with the values of variables; lives until the next line */
	struct script_learnt learnt[8];
	unsigned n_learnt;
	const char *comment; /* the one above; "" without; lives until the next line */
	struct fault fault;
};

struct script;

/* NULL: the file can't be read, and the fault says why; "-" is standard input. */
struct script *script_open(const char *path, struct fault *fault);
void script_close(struct script *s);

/* The next line, with what is known of its variables. */
void script_next(struct script *s, struct script_line *line);

/* From now on $name is that number. */
void script_learn(struct script *s, const char *name, uint64_t v);

#endif
