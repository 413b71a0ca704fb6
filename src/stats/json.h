/* SPDX-License-Identifier: BSD-2-Clause */
/* Members of JSON objects, as all statistics write them. */
#ifndef STATS_JSON_H
#define STATS_JSON_H

#include "core/text.h"
#include "stats/ends.h"

/* A string in JSON's quotes, passed through the gate. */
void json_string(struct text *t, const char *s);
/* ,"key":"string" and ,"key":number */
void json_member(struct text *t, const char *key, const char *s);
void json_u64(struct text *t, const char *key, uint64_t v);
void json_i64(struct text *t, const char *key, int64_t v);

/* ,"a":{"address":"...","port":N}: the port is null where there is none. */
void json_end(struct text *t, const char *key, const struct end_of *e, bool ports);

#endif
