/* SPDX-License-Identifier: BSD-2-Clause */
/* What the unit tests share: how they run, the fixtures, files of their own. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>
#include <glob.h>
#include <stddef.h>

/* A test; it runs for every _i below `times`. */
struct unit {
	const TTest *test;
	int times;
};

/* Runs them, each for so many seconds at most (0: as long as it takes); gives main()'s status. */
int run_units(const char *suite, double seconds, const struct unit *units, size_t n);

/* All captures that there are, once open_captures() has looked for them. */
extern glob_t captures;
/* Gives how many; ends the program when there are none. */
int open_captures(void);

/* Makes a file of those octets. */
void write_file(const char *path, const void *p, size_t n);

#endif
