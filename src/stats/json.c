/* SPDX-License-Identifier: BSD-2-Clause */
/* Members of JSON objects, as all statistics write them. */
#include "stats/json.h"
#include "show/gate.h"

void json_string(struct text *t, const char *s)
{
	text_char(t, '"');
	gate_string(t, s, GATE_JSON);
	text_char(t, '"');
}

static void json_key(struct text *t, const char *key)
{
	text_put(t, ",\"");
	text_put(t, key);
	text_put(t, "\":");
}

void json_member(struct text *t, const char *key, const char *s)
{
	json_key(t, key);
	json_string(t, s);
}

void json_u64(struct text *t, const char *key, uint64_t v)
{
	json_key(t, key);
	text_u64(t, v);
}

void json_i64(struct text *t, const char *key, int64_t v)
{
	json_key(t, key);
	text_i64(t, v);
}

void json_end(struct text *t, const char *key, const struct end_of *e, bool ports)
{
	text_format(t, ",\"%s\":{\"address\":\"", key);
	text_end(t, e);
	text_put(t, "\",\"port\":");
	if (ports)
		text_u64(t, e->port);
	else
		text_put(t, "null");
	text_char(t, '}');
}
