/* SPDX-License-Identifier: BSD-2-Clause */
/* What was sent and waits for its answer. */
#include "config.h"

#include "cli/filters.h"
#include "cli/send_answers.h"
#include "core/arena.h"
#include "protocols.h"
#include "show/show.h"
#include <stdlib.h>

static const struct show_options plain;

bool answers_open(struct answers *a, const char *filter, struct out *out, bool quiet)
{
	*a = (struct answers){.out = out, .quiet = quiet};
	a->session = session_open(protocols);
	a->filter = open_display_filter(a->session, filter, "--expect");
	if (!a->filter)
		return false;
	session_want_all(a->session);
	session_want_summary(a->session);
	session_start(a->session);
	return true;
}

void answers_close(struct answers *a)
{
	for (uint32_t i = 0; i < a->n; i++) {
		free(a->all[i].bytes);
		free(a->all[i].info);
	}
	free(a->all);
	filter_close(a->filter);
	if (a->session)
		session_close(a->session);
}

/* --- finding the question --- */

static uint32_t hash_of(const struct answers *a, const uint8_t *host, unsigned n, uint64_t port,
			uint64_t other)
{
	uint64_t h = (port ^ other) * UINT64_C(0x9e3779b97f4a7c15);

	for (unsigned i = 0; i < n; i++)
		h = (h ^ host[i]) * UINT64_C(0x100000001b3);
	return (uint32_t)((h ^ h >> 32) % COUNT(a->hashed));
}

static uint32_t hash_of_sent(const struct answers *a, const struct question_key *k)
{
	return hash_of(a, k->dst, k->n, k->sport, k->dport);
}

/* The packet that the one with these keys answers; NULL: none. */
static struct asked *find(struct answers *a, const struct question_key *got,
			  const struct question_key *quoted)
{
	uint32_t hashes[2] = {hash_of(a, got->src, got->n, got->sport, got->dport),
			      hash_of_sent(a, quoted)};

	for (unsigned h = 0; h < COUNT(hashes); h++)
		for (uint32_t i = a->hashed[hashes[h]]; i; i = a->all[i - 1].next)
			if (!a->all[i - 1].answered && key_answers(&a->all[i - 1].key, got, quoted))
				return &a->all[i - 1];
	return NULL;
}

/* --- what was sent --- */

static void put_summary_of(struct text *t, const struct record *r)
{
	put_column(t, r, COL_PROTOCOL, &plain, GATE_TEXT);
	text_char(t, ' ');
	put_column(t, r, COL_INFO, &plain, GATE_TEXT);
}

void answers_sent(struct answers *a, const struct packet *k, int64_t now)
{
	struct frame f = {.bytes = k->p,
			  .cap_len = k->len,
			  .wire_len = k->len,
			  .number = ++a->frames,
			  .time = now,
			  .has_time = true,
			  .link = k->link,
			  .fcs_len = -1};
	const struct record *r = session_walk(a->session, &f);
	struct asked *s;
	struct text t = {0};
	uint32_t hash;

	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 64;
		a->all = need_more(a->all, a->cap * sizeof *a->all);
	}
	s = &a->all[a->n++];
	*s = (struct asked){.len = k->len, .time = now};
	key_of(r, false, &s->key);
	s->bytes = need(k->len + 1);
	memcpy(s->bytes, k->p, k->len);
	put_summary_of(&t, r);
	s->info = need_copy(text_string(&t));
	text_close(&t);
	hash = hash_of_sent(a, &s->key);
	s->next = a->hashed[hash];
	a->hashed[hash] = a->n;
}

/* --- what came --- */

static void put_milliseconds(struct text *t, int64_t ns)
{
	text_format(t, "%lld.%03lld ms", (long long)(ns / 1000000), (long long)(ns / 1000 % 1000));
}

static void print_answer(struct answers *a, const struct asked *s, const struct record *r,
			 int64_t took)
{
	struct text *t = &a->out->text;

	if (a->quiet)
		return;
	text_u64_padded(t, (uint64_t)(s - a->all) + 1, 4, ' ');
	text_put(t, "  ");
	put_column(t, r, COL_SOURCE, &plain, GATE_TEXT);
	text_put(t, "  ");
	put_milliseconds(t, took);
	text_put(t, "  ");
	put_summary_of(t, r);
	text_char(t, '\n');
	out_flush(a->out);
}

void answers_got(struct answers *a, const struct frame *frame)
{
	struct frame f = *frame;
	struct question_key got, quoted;
	const struct record *r;
	struct asked *s;
	int64_t took;

	f.number = ++a->frames;
	r = session_walk(a->session, &f);
	if (!filter_passes(a->filter, r) || !key_of(r, false, &got))
		return;
	key_of(r, true, &quoted);
	s = find(a, &got, &quoted);
	if (!s)
		return;
	s->answered = true;
	took = f.time - s->time > 0 ? f.time - s->time : 0;
	a->least = !a->answered || took < a->least ? took : a->least;
	a->most = took > a->most ? took : a->most;
	a->sum += took;
	a->answered++;
	print_answer(a, s, r, took);
}

/* --- the end --- */

void answers_list_missing(struct answers *a)
{
	for (uint32_t i = 0; i < a->n && !a->quiet; i++)
		if (!a->all[i].answered) {
			text_u64_padded(&a->out->text, i + 1, 4, ' ');
			text_format(&a->out->text, "  no answer to %s\n", a->all[i].info);
		}
}

void answers_sum_up(struct answers *a, uint64_t sent)
{
	struct text *t = &a->out->text;

	text_u64(t, sent);
	text_format(t, " packet%s sent, %u answered", plural(sent), a->answered);
	if (a->n)
		text_format(t, ", %u%% lost",
			    (unsigned)((a->n - a->answered) * UINT64_C(100) / a->n));
	if (a->answered) {
		text_put(t, "; round trip min ");
		put_milliseconds(t, a->least);
		text_put(t, ", mean ");
		put_milliseconds(t, a->sum / a->answered);
		text_put(t, ", max ");
		put_milliseconds(t, a->most);
	}
	text_char(t, '\n');
}
