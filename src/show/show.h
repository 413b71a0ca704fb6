/* SPDX-License-Identifier: BSD-2-Clause */
/* The listeners that print: one a form of output. */
#ifndef SHOW_SHOW_H
#define SHOW_SHOW_H

#include "core/out.h"
#include "core/record.h"
#include "core/session.h"
#include "show/gate.h"
#include "show/options.h"

struct printer;

/* Seven columns: what the summary line consists of. */
enum column {
	COL_NUMBER,
	COL_TIME,
	COL_SOURCE,
	COL_DESTINATION,
	COL_PROTOCOL,
	COL_LENGTH,
	COL_INFO,
	N_COLUMNS
};

/* Writes one column's text, through the gate, unpadded. */
void put_column(struct text *t, const struct record *r, enum column column,
		const struct show_options *options, enum gate how);

/* A field's value as -T ndjson writes it, and which nodes are fields and layers there. */
void ndjson_value(struct text *t, const struct record *r, const struct node *n);
bool ndjson_is_field(const struct node *n);
bool ndjson_is_layer(const struct record *r, const struct node *n);

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
