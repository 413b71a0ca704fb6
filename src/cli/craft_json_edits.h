/* SPDX-License-Identifier: BSD-2-Clause */
/* What somebody changed in a record of a frame: octets, fields, layers. */
#ifndef CLI_CRAFT_JSON_EDITS_H
#define CLI_CRAFT_JSON_EDITS_H

#include "core/arena.h"
#include "core/record.h"
#include "core/text.h"
#include "craft/edit.h"
#include <jansson.h>

/* Parses it; numbers above 2^63 become binary64.  NULL: `error` says what is wrong. */
json_t *json_read(const char *p, size_t n, size_t flags, json_error_t *error);
/* A number without a fraction that a binary64 holds exactly, or an integer; false: it is none. */
bool json_whole(const json_t *value, int64_t *v);

#define MOST_SPLICES 1024 /* in a frame */

struct json_edits {
	struct arena arena;                  /* what the others point to */
	struct splice splices[MOST_SPLICES]; /* by their places */
	unsigned n_splices;
	struct text set;     /* as --set takes it */
	const char *del[32]; /* layers that are gone */
	unsigned n_del;
	bool *unchanged; /* by row: another value stood there, of what is concluded */
};

/*
 * Compares the record with the list "layers"; false: it has what can't be, and the user was told,
 * `where` before it.
 */
bool json_edits_find(struct json_edits *e, const struct record *r, const json_t *layers,
		     const char *where);
/* Names some of what was changed in vain, if there is any. */
void json_edits_say_unchanged(const struct json_edits *e, const struct session *s);
void json_edits_close(struct json_edits *e);

#endif
