/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel send. */
#ifndef CLI_SEND_OPTIONS_H
#define CLI_SEND_OPTIONS_H

#include "craft/options.h"

struct send_options {
	struct craft_options craft;
	const char *spec;      /* NULL: a plain socket's text */
	const char *interface; /* -i; NULL: by the kernel's routes */
	uint64_t count;        /* -n; 0: all combinations, once */
	double interval;       /* seconds from one packet to the next; 0: none */
	double mbps;           /* at most so many million bits a second; 0: any number */
	const char *expect;    /* --expect: a display filter; NULL: no answers are waited for */
	double timeout;        /* seconds to wait for an answer behind the last packet */
	uint64_t retries;      /* how often what wasn't answered is sent again */
	bool guard;            /* --guard: the kernel's resets are held back */
	bool yes;              /* --yes: many packets to many hosts are meant */
	bool quiet;            /* -q */
	const char *plain[4];  /* "udp" or "tcp", host, port, text */
};

/* False when the command line is wrong (or asks for help): *status is the exit status then. */
bool send_options_parse(struct send_options *o, int argc, char **argv, int *status);

#endif
