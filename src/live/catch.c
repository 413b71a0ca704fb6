/* SPDX-License-Identifier: BSD-2-Clause */
/* Moves frames from the kernel's rings to the capture file and to who decodes them. */
#include "live/catch.h"
#include "core/clock.h"
#include <errno.h>
#include <poll.h>
#include <string.h>

#define TICK 100                        /* milliseconds between looks at clocks and counts */
#define FLUSH_AFTER (NS_PER_SECOND / 2) /* frames wait at most so long to be written */
#define DRAIN 20                        /* ticks that the kernel has to hand over its last block */

/* --- counts --- */

/* Brings the shared counts up to date. */
static void count(struct catcher *c)
{
	uint64_t dropped = 0;

	for (unsigned i = 0; i < c->n_sources; i++) {
		struct iface_totals *t = &c->totals->ifaces[i];
		struct live_counts counts;

		if (!c->sources[i].live) {
			t->saw = t->delivered;
			continue;
		}
		live_count(c->sources[i].live, &counts);
		t->saw = counts.saw;
		t->dropped = counts.dropped;
		t->if_dropped = counts.if_dropped;
		t->left =
			t->saw > t->delivered + t->dropped ? t->saw - t->delivered - t->dropped : 0;
		dropped += counts.dropped;
	}
	c->dropped = dropped;
}

/* --- frames --- */

static void give_up(struct catcher *c, const struct fault *fault)
{
	if (!c->fault.text[0])
		c->fault = *fault;
	c->stop = true;
}

static void enqueue(struct catcher *c, const struct frame *f)
{
	uint64_t dropped = c->dropped - c->dropped_put;

	while (!queue_put(c->queue, f, c->lost, dropped)) {
		if (!c->waits || c->totals->over) {
			c->lost++;
			c->totals->skipped++;
			return;
		}
		queue_wait_room(c->queue, TICK);
	}
	c->lost = 0;
	c->dropped_put += dropped;
}

/* Whether it has all that it may have: what comes stays in the ring, so to say. */
static bool is_full(const struct catcher *c)
{
	return c->number >= c->most || (c->sink && c->sink->ended && !c->sink->failed);
}

static void take_frame(void *arg, struct frame *f)
{
	struct catcher *c = arg;
	uint32_t id = f->iface && f->iface->id < c->n_sources ? f->iface->id : 0;

	if (is_full(c))
		return;
	f->number = c->number + 1;
	if (c->sink && !sink_frame(c->sink, f)) {
		c->stop = true;
		if (!c->sink->failed)
			return;
	}
	c->number++;
	c->totals->ifaces[id].delivered++;
	if (c->queue)
		enqueue(c, f);
	if (c->number >= c->most)
		c->stop = true;
}

/* Takes what waits at a source; false: nothing did. */
static bool take_from(struct catcher *c, struct origin *s)
{
	struct fault fault;
	struct frame f;
	int rc;

	if (s->live) {
		rc = live_take(s->live, take_frame, c, &fault);
	} else {
		rc = reader_next(s->reader, &f, &fault);
		if (rc > 0 && (!c->capture || bpf_passes(c->capture, &f, &fault) > 0))
			take_frame(c, &f);
		else if (!rc)
			c->stop = true; /* the pipe was closed */
	}
	if (rc < 0)
		give_up(c, &fault);
	return rc > 0;
}

/* --- what the opener wants --- */

static void obey(void *arg, const struct letter *l)
{
	struct catcher *c = arg;
	struct letter answer = {.what = SAY_COUNTED, .fd = -1};

	switch (l->what) {
	case DO_STOP:
		c->stop = true;
		break;
	case DO_COUNT:
		count(c);
		link_say(c->link, &answer);
		break;
	case DO_ROTATE:
		if (c->sink && !sink_rotate(c->sink, clock_wall()))
			c->stop = true;
		break;
	case DO_FLUSH:
		if (c->sink && !sink_flush(c->sink))
			c->stop = true;
		break;
	default:
		break;
	}
}

static void hear(struct catcher *c)
{
	struct letter l;
	int rc;

	while ((rc = link_hear(c->link, &l, 0)) > 0)
		obey(c, &l);
	if (rc < 0)
		c->stop = true; /* the opener is gone */
}

static bool is_stopped(void *catcher)
{
	struct catcher *c = catcher;

	hear(c);
	return c->stop;
}

/* --- the loop --- */

/* Waits until a ring has frames, the opener says something, or a tick has passed. */
static void wait_for_news(const struct catcher *c)
{
	struct pollfd fds[MOST_INTERFACES + 1];
	unsigned n = 0;

	for (unsigned i = 0; i < c->n_sources; i++)
		if (c->sources[i].live)
			fds[n++] = (struct pollfd){.fd = live_fd(c->sources[i].live),
						   .events = POLLIN};
	fds[n++] = (struct pollfd){.fd = c->link, .events = POLLIN};
	poll(fds, n, TICK);
}

/* What is done now and then: counts, the file's clock, and what waited long enough. */
static void tick(struct catcher *c, bool idle)
{
	int64_t at = clock_steady();

	if (!idle && at - c->flushed < FLUSH_AFTER)
		return;
	count(c);
	if (!c->sink)
		return;
	if (sink_is_due(c->sink, clock_wall()))
		sink_rotate(c->sink, clock_wall());
	if ((at - c->flushed >= FLUSH_AFTER || c->at_once) && !sink_flush(c->sink))
		c->stop = true;
	if (c->sink->ended)
		c->stop = true;
	if (at - c->flushed >= FLUSH_AFTER)
		c->flushed = at;
}

static bool take_all(struct catcher *c)
{
	bool took = false;

	for (unsigned i = 0; i < c->n_sources && !c->stop; i++)
		took |= take_from(c, &c->sources[i]);
	return took;
}

/* Interfaces go on while we finish: nothing more may join what waits, so that counts add up. */
static void close_rings(const struct catcher *c)
{
	for (unsigned i = 0; i < c->n_sources; i++)
		if (c->sources[i].live)
			live_stop(c->sources[i].live);
}

static uint64_t left_in_rings(struct catcher *c)
{
	uint64_t sum = 0;

	count(c);
	for (unsigned i = 0; i < c->n_sources; i++)
		sum += c->totals->ifaces[i].left;
	return sum;
}

/*
 * Takes what waits in the rings.  Where libpcap drops frames behind the ring (lo's doubles, the
 * other direction) something seems left for ever: what doesn't come for a while was filtered.
 */
static void drain(struct catcher *c)
{
	struct fault ignored;

	for (unsigned quiet = 0; left_in_rings(c) && quiet < DRAIN && !is_full(c);) {
		uint64_t before = c->number;

		for (unsigned i = 0; i < c->n_sources; i++)
			if (c->sources[i].live)
				live_take(c->sources[i].live, take_frame, c, &ignored);
		quiet = c->number > before ? 0 : quiet + 1;
		if (quiet)
			poll(NULL, 0, 10);
	}
	for (unsigned i = 0; !is_full(c) && i < c->n_sources; i++) {
		c->totals->ifaces[i].filtered = c->totals->ifaces[i].left;
		c->totals->ifaces[i].left = 0;
	}
}

bool catch_frames(struct catcher *c)
{
	c->flushed = clock_steady();
	for (unsigned i = 0; i < c->n_sources; i++)
		if (c->sources[i].reader)
			reader_interrupt(c->sources[i].reader, c->link, is_stopped, c);
	while (!c->stop) {
		bool took = take_all(c);

		hear(c);
		if (c->at_once && took && c->sink)
			sink_flush(c->sink);
		tick(c, !took);
		if (!took && !c->stop)
			wait_for_news(c);
		if (c->totals->over)
			c->stop = true;
	}
	close_rings(c);
	drain(c);
	if (c->sink && !sink_end(c->sink))
		c->fault = c->sink->fault;
	if (c->sink)
		c->totals->failed = c->number - c->totals->written;
	if (c->queue)
		queue_end(c->queue);
	return !c->fault.text[0];
}
