/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel replay says at its end. */
#include "cli/replay_print.h"
#include "stats/json.h"

/* Why frames weren't sent: a key, and the words behind their number. */
static const struct {
	const char *key, *words;
} reasons[N_SKIPS] = {
	[SKIP_TRUNCATED] = {"truncated", "whose end wasn't captured"},
	[SKIP_LINK] = {"link_type", "of another link type than the interface"},
	[SKIP_SHORT] = {"too_short", "shorter than the link layer's header"},
	[SKIP_MTU] = {"over_mtu", "over the MTU"},
	[SKIP_STORM] = {"storm", "to groups or all beyond 100 a second (--yes sends them, --pps "
				 "100 slows down)"},
	[SKIP_EDIT] = {"unchanged", "that can't be changed so"},
};

uint64_t replay_unsent(const struct replay_tally *t)
{
	uint64_t n = t->failed;

	for (unsigned i = 0; i < N_SKIPS; i++)
		n += t->skipped[i].n;
	return n;
}

static uint64_t sent(const struct replay_tally *t)
{
	return t->sent[0] + t->sent[1];
}

/* So many a second; 0 where no time passed. */
static double rate(double n, const struct replay_tally *t)
{
	return t->ns > 0 ? n * 1e9 / (double)t->ns : 0;
}

static double mbps(const struct replay_tally *t)
{
	return rate((double)t->octets * 8 / 1e6, t);
}

/* --- for readers --- */

static void put_numbers(struct text *t, const struct replay_skipped *s)
{
	text_put(t, s->n == 1 ? " (frame " : " (frames ");
	for (uint64_t i = 0; i < s->n && i < SKIP_NUMBERS; i++) {
		text_put(t, i ? ", " : "");
		text_u64(t, s->numbers[i]);
	}
	text_put(t, s->n > SKIP_NUMBERS ? " ...)\n" : ")\n");
}

static void put_skipped(const struct replay_result *r, enum replay_skip why, struct text *t)
{
	const struct replay_skipped *s = &r->tally.skipped[why];

	if (!s->n)
		return;
	text_u64(t, s->n);
	text_format(t, " not sent, %s", reasons[why].words);
	if (why == SKIP_MTU && (!r->about[1] || r->about[1]->mtu == r->about[0]->mtu))
		text_format(t, " of %u", r->about[0]->mtu);
	if (why == SKIP_EDIT)
		text_format(t, ": %s", r->tally.edit_fault.text);
	put_numbers(t, s);
}

static void put_late(const struct lateness *l, struct text *t)
{
	if (l->n)
		text_format(t,
			    "late by %.1f us (median), %.1f us (99th percentile), %.1f us (most)\n",
			    (double)lateness_percentile(l, 50) / 1000,
			    (double)lateness_percentile(l, 99) / 1000, (double)l->most / 1000);
}

void replay_print(const struct replay_result *r, struct text *t)
{
	const struct replay_tally *a = &r->tally;
	uint64_t n = sent(a);

	text_u64(t, n);
	text_format(t, " frame%s sent, %llu octets in %.3f s: %.0f frames/s, %.3f Mbit/s\n",
		    plural(n), (unsigned long long)a->octets, (double)a->ns / 1e9,
		    rate((double)n, a), mbps(a));
	for (unsigned i = 0; i < r->options->n_interfaces && r->options->n_interfaces > 1; i++)
		text_format(t, "%llu by %s\n", (unsigned long long)a->sent[i], r->about[i]->name);
	if (a->failed)
		text_format(t, "%llu failed, frame %llu first: %s\n", (unsigned long long)a->failed,
			    (unsigned long long)a->first_failed, a->fault->text);
	for (unsigned i = 0; i < N_SKIPS; i++)
		put_skipped(r, i, t);
	put_late(r->late, t);
}

/* --- for programs --- */

static void put_double(struct text *t, const char *key, double v)
{
	text_format(t, ",\"%s\":%.3f", key, v);
}

static void put_interfaces(const struct replay_result *r, struct text *t)
{
	text_put(t, ",\"interfaces\":[");
	for (unsigned i = 0; i < r->options->n_interfaces; i++) {
		text_put(t, i ? ",{\"name\":" : "{\"name\":");
		json_string(t, r->about[i]->name);
		json_u64(t, "sent", r->tally.sent[i]);
		text_char(t, '}');
	}
	text_char(t, ']');
}

static void put_reasons(const struct replay_result *r, struct text *t)
{
	text_put(t, ",\"skipped\":{");
	for (unsigned i = 0; i < N_SKIPS; i++)
		text_format(t, "%s\"%s\":%llu", i ? "," : "", reasons[i].key,
			    (unsigned long long)r->tally.skipped[i].n);
	text_char(t, '}');
}

void replay_json(const struct replay_result *r, struct text *t)
{
	const struct replay_tally *a = &r->tally;
	const struct lateness *l = r->late;

	text_number(t, "{\"sent\":", sent(a));
	json_u64(t, "bytes", a->octets);
	json_u64(t, "failed", a->failed);
	put_reasons(r, t);
	put_interfaces(r, t);
	put_double(t, "seconds", (double)a->ns / 1e9);
	put_double(t, "pps", rate((double)sent(a), a));
	put_double(t, "mbps", mbps(a));
	if (l->n) {
		text_put(t, ",\"late\":{\"frames\":");
		text_u64(t, l->n);
		put_double(t, "median_us", (double)lateness_percentile(l, 50) / 1000);
		put_double(t, "p99_us", (double)lateness_percentile(l, 99) / 1000);
		put_double(t, "most_us", (double)l->most / 1000);
		text_char(t, '}');
	} else {
		text_put(t, ",\"late\":null");
	}
	text_put(t, "}\n");
}
