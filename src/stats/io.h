/* SPDX-License-Identifier: BSD-2-Clause */
/* io,stat: what passed in each interval of time.  For stats/ alone. */
#ifndef STATS_IO_H
#define STATS_IO_H

#include "stats/kind.h"

enum io_function { IO_FRAMES, IO_COUNT, IO_SUM, IO_MIN, IO_MAX, IO_AVG };

/* How the values of a field are added up. */
enum io_values { IO_UNSIGNED, IO_SIGNED, IO_TIME, IO_FLOAT };

struct io_column {
	char *text;                /* as the user wrote it; owned */
	enum io_function function; /* what is asked of the field; IO_FRAMES: there is none */
	enum io_values values;
	uint32_t id;           /* the lowest number of a row of the field's name */
	struct filter *filter; /* NULL: all */
};

/* What a column has in an interval. */
struct io_cell {
	uint64_t n;     /* frames, or values */
	uint64_t bytes; /* on the wire */
	union io_value {
		uint64_t u;
		int64_t i; /* times in nanoseconds, too */
		double d;
	} sum, least, most;
};

struct io_stat {
	struct tally *tally; /* of a cell a column, by the interval's number */
	struct io_column *columns;
	unsigned n;
	uint64_t interval; /* microseconds; 0: the whole run is one */
	uint64_t last;     /* number of the last interval that has something */
};

extern const char *const io_function_names[];

/* The value that a column shows of a cell (which may be NULL: there is nothing). */
union io_value io_result(const struct io_column *c, const struct io_cell *cell);

void io_print(struct stat *st, struct text *t);
void io_json(struct stat *st, struct text *t);

#endif
