/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of rows as JSON keys, made once a run. */
#include "show/keys.h"
#include "core/arena.h"
#include <stdlib.h>

static void put_underscored(struct text *t, const char *name)
{
	for (; *name; name++)
		text_char(t, *name == '.' ? '_' : *name);
}

/* What ek writes before the name: the protocol that the row belongs to. */
static void put_prefix(struct text *t, const struct session *s, uint32_t id)
{
	const struct field *f = session_row(s, id);
	const struct proto *p = session_row_proto(s, id);

	if (f->traits & BORROWED)
		text_bytes(t, f->name, strcspn(f->name, "."));
	else if (p->prefix && !(f->traits & OWN_NAME))
		put_underscored(t, p->prefix);
	else
		put_underscored(t, p->fields[0].name);
	text_char(t, '_');
}

/* A protocol that is part of another: "wlan.mgt". */
static bool is_part(const struct field *f)
{
	return f->traits & BORROWED && strchr(f->name, '.');
}

static void put_name(struct text *t, const struct session *s, uint32_t id, bool ek)
{
	const struct field *f = session_row(s, id);
	const struct proto *p = session_row_proto(s, id);

	if (!ek) {
		text_put(t, f->name);
		return;
	}
	if ((f->kind != PROTO || is_part(f)) && f->kind != HEADING &&
	    ((p->prefix && !p->bare) || !(f->traits & OWN_NAME)))
		put_prefix(t, s, id);
	put_underscored(t, f->name);
}

static void make_keys(struct keys *k, const struct session *s, bool ek)
{
	uint32_t n = session_rows(s);

	*k = (struct keys){.list = need(n * sizeof *k->list)};
	for (uint32_t id = 0; id < n; id++) {
		size_t at = k->text.len;

		text_char(&k->text, '"');
		put_name(&k->text, s, id, ek);
		text_put(&k->text, "\":");
		k->list[id] = (struct key){(uint32_t)at, (uint32_t)(k->text.len - at)};
	}
}

void keys_plain(struct keys *k, const struct session *s)
{
	make_keys(k, s, false);
}

void keys_ek(struct keys *k, const struct session *s)
{
	make_keys(k, s, true);
}

void keys_close(struct keys *k)
{
	text_close(&k->text);
	free(k->list);
}
