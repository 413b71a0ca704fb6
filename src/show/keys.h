/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of rows as JSON keys, made once a run.  For show/ alone. */
#ifndef SHOW_KEYS_H
#define SHOW_KEYS_H

#include "core/session.h"
#include "core/text.h"

struct key {
	uint32_t at; /* in `text` */
	uint32_t len;
};

struct keys {
	struct text text;
	struct key *list; /* by row number */
};

/* Keys are the rows' names, ready to be written: "ip.ttl" in quotes, with a colon behind. */
void keys_plain(struct keys *k, const struct session *s);
/* The same as -T ek has them: "ip_ip_ttl", the protocol's name before the field's. */
void keys_ek(struct keys *k, const struct session *s);
void keys_close(struct keys *k);

static inline void put_key(struct text *t, const struct keys *k, uint32_t id)
{
	text_bytes(t, k->text.p + k->list[id].at, k->list[id].len);
}

#endif
