/* SPDX-License-Identifier: BSD-2-Clause */
/* How the user wants frames shown. */
#ifndef SHOW_OPTIONS_H
#define SHOW_OPTIONS_H

#include <stdbool.h>

/* The Time column: tshark's -t. */
enum time_column {
	TIME_RELATIVE,        /* r: since the first frame */
	TIME_ABSOLUTE,        /* a: local time of day */
	TIME_ABSOLUTE_DATE,   /* ad: with the date */
	TIME_ABSOLUTE_DOY,    /* adoy: with the day of the year */
	TIME_DELTA,           /* d: since the previous captured frame */
	TIME_DELTA_DISPLAYED, /* dd: since the previous displayed frame */
	TIME_EPOCH,           /* e: seconds since 1970 */
	TIME_UTC,             /* u: time of day in UTC */
	TIME_UTC_DATE,        /* ud */
	TIME_UTC_DOY,         /* udoy */
	TIME_NONE,            /* tcpdump's -t: no time at all */
};

/* Which occurrences of a field -T fields prints: -E occurrence. */
enum occurrence { OCCUR_ALL, OCCUR_FIRST, OCCUR_LAST };

struct show_options {
	enum time_column time;
	bool color;                /* paint summary lines */
	bool hex;                  /* -x: the bytes, too */
	bool summary;              /* -P: the summary line beside the detail tree or the bytes */
	const char *const *fields; /* -e: names, in order */
	unsigned n_fields;
	const char *const *only; /* -O: protocols whose details -V shows; NULL: all */
	unsigned n_only;
	bool header;            /* -E header=y */
	const char *separator;  /* -E separator= */
	const char *aggregator; /* -E aggregator= */
	char quote;             /* -E quote=; '\0': none */
	bool bom;               /* -E bom=y */
	enum occurrence occurrence;
	const char *file; /* the first capture's name, for pdml */
};

#endif
