/* SPDX-License-Identifier: BSD-2-Clause */
/* The listeners that print: one a form of output. */
#ifndef SHOW_SHOW_H
#define SHOW_SHOW_H

#include "core/record.h"
#include "core/session.h"
#include "show/gate.h"
#include "show/out.h"

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
	bool color;               /* paint summary lines */
	bool hex;                 /* -x: the bytes, too */
	bool summary;             /* -P: the summary line beside the detail tree or the bytes */
	const char *const *fields; /* -e: names, in order */
	unsigned n_fields;
	bool header;              /* -E header=y */
	const char *separator;    /* -E separator= */
	const char *aggregator;   /* -E aggregator= */
	char quote;               /* -E quote=; '\0': none */
	bool bom;                 /* -E bom=y */
	enum occurrence occurrence;
	const char *file;         /* the first capture's name, for pdml */
};

struct printer;

/*
 * The printer of a form ("text", "fields", "json", "jsonraw", "ek", "pdml",
 * "psml", "tabs", "ndjson"; "detail" for -V, "hex" for -x alone); it tells the
 * session what it wants to see.  NULL: there is no such form.  The options must
 * outlive it.
 */
struct printer *printer_open(const char *form, struct out *out, struct session *s,
			     const struct show_options *options);
void printer_close(struct printer *p);

/* Whether a name given to -e means something: a field, a protocol or a column. */
bool show_knows(const struct session *s, const char *name);

void printer_begin(struct printer *p);
/* Prints one frame; false when the output can't be written any more (see out->fault). */
bool printer_frame(struct printer *p, const struct record *r);
/* Ends the document and writes what waits; false as above. */
bool printer_end(struct printer *p);

#endif
