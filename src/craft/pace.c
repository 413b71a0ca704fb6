/* SPDX-License-Identifier: BSD-2-Clause */
/* When the next frame is due, waiting for it, and how late it was. */
#include "craft/pace.h"
#include <time.h>

/*
 * The kernel wakes sleepers late, by tens of microseconds and more on a busy machine.  So a wait
 * sleeps until a little before the frame is due and spends the rest looking at the clock; how
 * little is learned from how late wake-ups were, between these two bounds (ns).
 */
#define EARLY_LEAST 60000
#define EARLY_MOST 1000000

int64_t pace_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

/* --- how late frames were --- */

/* Below LATE_STEPS a step is a nanosecond; above, the leading bit and the four behind it. */
static unsigned step_of(uint64_t ns)
{
	unsigned bits;

	if (ns < LATE_STEPS)
		return (unsigned)ns;
	bits = 63 - (unsigned)__builtin_clzll(ns);
	return (bits - 3) * LATE_STEPS + (unsigned)(ns >> (bits - 4) & (LATE_STEPS - 1));
}

/* The greatest number of a step. */
static int64_t end_of(unsigned step)
{
	unsigned bits = step / LATE_STEPS + 3;
	uint64_t lead = LATE_STEPS + step % LATE_STEPS;

	if (step < LATE_STEPS)
		return step;
	return (int64_t)(((lead + 1) << (bits - 4)) - 1);
}

void lateness_add(struct lateness *l, int64_t ns)
{
	if (ns < 0)
		ns = 0;
	l->counts[step_of((uint64_t)ns)]++;
	l->n++;
	if (ns > l->most)
		l->most = ns;
}

int64_t lateness_percentile(const struct lateness *l, double percent)
{
	double wanted = (double)l->n * percent / 100;
	uint64_t seen = 0;

	for (unsigned i = 0; i < LATE_ROOM; i++) {
		seen += l->counts[i];
		if (seen && (double)seen >= wanted)
			return end_of(i) < l->most ? end_of(i) : l->most;
	}
	return l->most;
}

/* --- when frames are due --- */

static int64_t due_of(struct pace *p, const struct frame *f, uint32_t octets)
{
	int64_t along = (int64_t)p->along;

	switch (p->kind) {
	case PACE_RECORDED:
		if (!f->has_time)
			return p->last;
		return p->start + (int64_t)((double)(f->time - p->first) / p->speed);
	case PACE_EVERY:
		p->along += p->interval * (double)NS_PER_SECOND;
		return p->start + along;
	case PACE_BITS:
		p->along += octets * 8 * 1000 / p->mbps;
		return p->start + along;
	default:
		return p->last;
	}
}

int64_t pace_due(struct pace *p, const struct frame *f, uint32_t octets)
{
	int64_t due;

	if (!p->running) {
		if (!p->start)
			p->start = p->last = pace_now();
		p->first = f->time;
		p->running = p->kind != PACE_RECORDED || f->has_time;
	}
	due = due_of(p, f, octets);
	if (due > p->last)
		p->last = due;
	return p->last;
}

void pace_again(struct pace *p)
{
	if (p->kind == PACE_RECORDED && p->running) {
		p->running = false;
		p->start = p->last;
	}
}

/* Learns from how late the kernel woke us: at once when it was later, slowly when it wasn't. */
static void learn(struct pace *p, int64_t late)
{
	int64_t wish = 2 * late;

	if (wish < p->early)
		wish = p->early - (p->early - wish) / 64;
	p->early = wish < EARLY_LEAST ? EARLY_LEAST : wish > EARLY_MOST ? EARLY_MOST : wish;
}

static void sleep_until(struct pace *p, int64_t end)
{
	struct timespec t = {end / NS_PER_SECOND, end % NS_PER_SECOND};

	if (!clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL))
		learn(p, pace_now() - end);
}

bool pace_wait(struct pace *p, int64_t due)
{
	int64_t early = p->early ? p->early : EARLY_LEAST;

	while (!(p->stop && *p->stop)) {
		int64_t left = due - pace_now();

		if (left <= 0)
			return true;
		if (left > early)
			sleep_until(p, due - early);
	}
	return false;
}
