/* SPDX-License-Identifier: BSD-2-Clause */
/* peel fields: what is found, and how it is written. */
#ifndef CLI_FIELDS_H
#define CLI_FIELDS_H

#include "core/text.h"

struct session;

/* Rows to tell of, in this order; owned by the caller, as everything here. */
struct listing {
	const struct session *session;
	uint32_t *rows;
	uint32_t n;
};

typedef void put_function(struct text *, const struct listing *);

/*
 * Writes the fields that the words (protocols and patterns, ended by NULL) mean, or
 * all when there are no words; the exit status.
 */
int list_fields(put_function *put, char **words);

/* One line a field, in columns. */
put_function put_columns;

/* One JSON object a line. */
put_function put_json;

/* The manual page peel-fields(7), one section a protocol. */
put_function put_page;

#endif
