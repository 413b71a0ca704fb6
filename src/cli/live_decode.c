/* SPDX-License-Identifier: BSD-2-Clause */
/* The part of a live capture that takes frames apart, filters, prints and counts. */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_decode.h"
#include "live/lock.h"
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define TICK 200      /* milliseconds to wait for a frame before something else is looked at */
#define MOST_ASIDE 16 /* frames that are put aside; what kills more often is the same bug */
#define SYNC_AFTER                                                                     \
	131072 /* octets: less than the writers gather before they write by themselves \
		*/

/* --- frames --- */

static bool ends(struct decoder *d, int status)
{
	if (d->status < status)
		d->status = status;
	d->totals->over = 1;
	return false;
}

/* Writes all that waits: what was taken may go then. */
static bool sync_all(struct decoder *d, uint64_t number)
{
	bool good = listeners_flush(d->hears);

	if (d->sink && !sink_flush(d->sink))
		good = false;
	queue_release(d->queue);
	d->taken = 0;
	d->totals->printed = number;
	return good || ends(d, EXIT_TROUBLE);
}

/*
 * What was written must be released at once, or a successor would write it again: lines that
 * went out by themselves, and soon enough what waits for the file.
 */
static bool wants_sync(const struct decoder *d)
{
	return d->taken > SYNC_AFTER || (d->hears->printer && !d->hears->out.text.len);
}

/* Frames are missing here: whoever reads the lines must know. */
static void put_gap(struct decoder *d, const struct queued *q)
{
	struct text *t = &d->hears->out.text;
	const char *form = d->options->read.form;

	if (!d->hears->printer)
		return;
	if (!strcmp(form, "ndjson"))
		text_format(t,
			    "{\"gap\":{\"before\":%" PRIu64 ",\"dropped_by_kernel\":%" PRIu64
			    ",\"not_decoded\":%" PRIu64 "}}\n",
			    q->frame.number, q->dropped, q->lost);
	else if (!strcmp(form, "text") || !strcmp(form, "tabs") || !strcmp(form, "detail"))
		text_format(t,
			    "-- before frame %" PRIu64 ": %" PRIu64
			    " dropped by the kernel, %" PRIu64 " not shown --\n",
			    q->frame.number, q->dropped, q->lost);
}

static bool write_frame(struct decoder *d, const struct frame *f)
{
	if (!d->sink || sink_frame(d->sink, f))
		return true;
	return ends(d, d->sink->failed ? EXIT_TROUBLE : EXIT_OK);
}

/* The flight recorder: what is around the frames that it waits for is written. */
static bool record_frame(struct decoder *d, const struct frame *f, const struct record *r,
			 int64_t *until)
{
	struct frame before;

	if (r && filter_passes(d->hears->when, r)) {
		*until = f->time + d->options->after;
		while (recorder_take(d->recorder, &before))
			if (!write_frame(d, &before))
				return false;
		return write_frame(d, f);
	}
	if (f->time <= *until)
		return write_frame(d, f);
	recorder_add(d->recorder, f);
	return true;
}

static bool print_frame(struct decoder *d, const struct record *r)
{
	if (d->hears->stats)
		stats_frame(d->hears->stats, r);
	if (!d->hears->printer)
		return true;
	if (!printer_frame(d->hears->printer, r))
		return ends(d, EXIT_TROUBLE);
	session_displayed(d->hears->session);
	return true;
}

static bool take_frame(struct decoder *d, const struct frame *f, int64_t *until)
{
	const struct record *r;
	bool passes = listeners_pass(d->hears, f, &r);

	d->totals->decoded++;
	if (d->hears->when && !record_frame(d, f, r, until))
		return false;
	if (!passes) {
		if (d->hears->stats)
			stats_pass_over(d->hears->stats, r);
		return true;
	}
	d->totals->passed++;
	if (!print_frame(d, r) || (!d->hears->when && !write_frame(d, f)))
		return false;
	return d->totals->passed < d->options->read.most || ends(d, EXIT_OK);
}

/* What captured it, as this process knows it. */
static const struct iface *iface_of(struct decoder *d, const struct queued *q)
{
	if (q->id < d->n_ifaces && d->ifaces[q->id])
		return d->ifaces[q->id];
	d->pipe = (struct iface){.link = q->link,
				 .fcs_len = -1,
				 .ticks = NS_PER_SECOND,
				 .resolution = q->resolution};
	return &d->pipe;
}

/* --- letters --- */

static void obey(void *arg, const struct letter *l)
{
	struct decoder *d = arg;

	if (l->what == DO_ROTATE && d->sink)
		sink_rotate(d->sink, l->time);
	else if (l->what == DO_FLUSH)
		listeners_flush(d->hears);
	if (l->what == DO_FLUSH && d->sink)
		sink_flush(d->sink);
}

static void hear(struct decoder *d)
{
	struct letter l;

	while (link_hear(d->link, &l, 0) > 0)
		obey(d, &l);
}

/* --- the process --- */

static void take_frames(struct decoder *d)
{
	struct queued q = {0};
	int64_t until = INT64_MIN;

	while (!queue_is_over(d->queue)) {
		if (!queue_take(d->queue, &q)) {
			if (!sync_all(d, q.frame.number))
				return;
			hear(d);
			queue_wait(d->queue, TICK);
			continue;
		}
		q.frame.iface = iface_of(d, &q);
		q.frame.link = q.link;
		if (q.lost || q.dropped)
			put_gap(d, &q);
		if (!take_frame(d, &q.frame, &until))
			return;
		d->taken += q.frame.cap_len + 64;
		if (wants_sync(d) && !sync_all(d, q.frame.number))
			return;
	}
}

static int decode(struct decoder *d)
{
	if (d->hears->when || listeners_print(&d->options->read))
		d->hears->care = WHOLE;
	if (d->sink) {
		d->sink->other = obey;
		d->sink->arg = d;
	}
	if (d->hears->printer && !d->totals->died)
		printer_begin(d->hears->printer);
	take_frames(d);
	if (!listeners_end(d->hears) && d->status < EXIT_TROUBLE)
		d->status = EXIT_TROUBLE;
	if (d->sink && !sink_end(d->sink))
		d->status = EXIT_TROUBLE;
	queue_release(d->queue);
	if (d->sink && d->sink->failed)
		complain("%s: %s", d->options->read.write_to, d->sink->fault.text);
	listeners_say_forgotten(d->hears);
	if (d->recorder && recorder_lost(d->recorder))
		complain("%" PRIu64 " frames of --before were forgotten for want of memory",
			 recorder_lost(d->recorder));
	return d->status;
}

/* --- its keeper --- */

static int begin(struct decoder *d, bool locked)
{
	int child = fork();
	struct fault fault;

	if (child)
		return child;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (locked && !lock_calls(ROLE_DECODER, &fault)) {
		complain("%s", fault.text);
		exit(EXIT_USAGE);
	}
	d->status = decode(d);
	recorder_close(d->recorder);
	exit(d->status);
}

static bool ask_for_file(const struct decoder *d, uint64_t number, int *fd)
{
	struct letter l = {.what = SAY_ASIDE, .time = (int64_t)number, .fd = -1};

	if (!link_say(d->link, &l))
		return false;
	while (link_hear(d->link, &l, -1) > 0)
		if (l.what == HERE_FILE) {
			*fd = l.fd;
			return l.fd >= 0;
		}
	return false;
}

/* Writes the frame that killed a decoder to a file of its own; false: it can't be written. */
static bool put_aside(struct decoder *d, struct queued *q)
{
	struct writer *w;
	struct fault fault;
	bool good;
	int fd;

	if (d->totals->died > MOST_ASIDE || !ask_for_file(d, q->frame.number, &fd))
		return false;
	q->frame.iface = iface_of(d, q);
	q->frame.link = q->link;
	w = writer_on(fd, FORMAT_PCAPNG, NULL);
	good = writer_frame(w, &q->frame, &fault);
	return writer_close(w, &fault) && good;
}

/* A decoder died; false: not in a frame, and without having done anything. */
static bool recover(struct decoder *d, int signal)
{
	struct queued q;

	d->totals->died++;
	if (!queue_recover(d->queue, &q)) {
		bool again = d->totals->decoded != d->decoded_before;

		d->decoded_before = d->totals->decoded;
		complain("decoding died of signal %d (%s) outside of any frame%s", signal,
			 strsignal(signal), again ? "; another decoder goes on" : "");
		return again;
	}
	if (put_aside(d, &q))
		complain("decoding died of signal %d (%s) in frame %" PRIu64
			 " (a fault of peel's): the frame is in peel-frame-%" PRIu64
			 ".pcapng beside the capture; decoding goes on behind it",
			 signal, strsignal(signal), q.frame.number, q.frame.number);
	else
		complain("decoding died of signal %d (%s) in frame %" PRIu64
			 " (a fault of peel's); decoding goes on behind it",
			 signal, strsignal(signal), q.frame.number);
	return true;
}

int decode_keep(struct decoder *d, bool locked)
{
	int status;

	for (;;) {
		int child = begin(d, locked);

		if (child < 0 || waitpid(child, &status, 0) < 0) {
			complain("no process for decoding can be had");
			return EXIT_TROUBLE;
		}
		if (WIFEXITED(status))
			return WEXITSTATUS(status);
		if (!recover(d, WTERMSIG(status)))
			return EXIT_TROUBLE;
		d->status = EXIT_TROUBLE;
		if (d->sink)
			sink_inherit(d->sink);
	}
}
