/* SPDX-License-Identifier: BSD-2-Clause */
/* What STUN's attributes say in the summary line. */
/* RFC 8489, 14. */
#include "shared/stun.h"

void stun_say(const struct stun_value *v, const char *before, const char *words)
{
	struct text *said = stun_said(v->message);

	if (!v->w->summary)
		return;
	text_put(said, before);
	text_put(said, words);
}

const char *stun_words(const struct stun_value *v, struct text *t)
{
	const char *words = arena_copy(&v->w->arena, t->p, t->len);

	text_close(t);
	return words;
}
