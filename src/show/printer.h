/* SPDX-License-Identifier: BSD-2-Clause */
/* What the forms of output share.  For show/ alone. */
#ifndef SHOW_PRINTER_H
#define SHOW_PRINTER_H

#include "show/show.h"

/* One form of output.  All functions but `open` and `frame` may be NULL. */
struct printer {
	void (*open)(struct printer *p, struct session *s); /* says what it wants to see */
	void (*begin)(struct printer *p);
	void (*frame)(struct printer *p, const struct record *r);
	void (*end)(struct printer *p);
	void (*close)(struct printer *p);
	struct out *out;
	const struct session *session;
	const struct show_options *options;
	void *own;       /* what the form keeps */
	uint64_t frames; /* printed so far */
};

extern const struct printer text_printer, tabs_printer, detail_printer, hex_printer, fields_printer,
	json_printer, jsonraw_printer, ek_printer, pdml_printer, psml_printer, ndjson_printer;

extern const char *const column_titles[N_COLUMNS];

/* The summary line without its end; with `tabs` between the columns as -T tabs has them. */
void put_summary(struct text *t, const struct record *r, const struct show_options *options,
		 bool tabs);

/* Bytes in hexadecimal and ASCII, sixteen a line. */
void put_hex_lines(struct text *t, struct span s);

/* The bytes of all sources in hexadecimal and ASCII, as -x prints them. */
void put_hex(struct text *t, const struct record *r);

#endif
