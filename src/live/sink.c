/* SPDX-License-Identifier: BSD-2-Clause */
/* Where captured frames are written: one file, or one after the other. */
#include "live/sink.h"
#include "core/clock.h"
#include <string.h>
#include <unistd.h>

/* Octets that a file needs beside its frames: an interface's description and its counts. */
#define PER_INTERFACE 160

static void set_totals(struct sink *s)
{
	uint64_t added = s->before + (s->writer ? writer_records(s->writer) : 0);

	s->totals->written = added;
}

/* No frame more: those that the system didn't take have failed. */
static bool fail(struct sink *s, uint64_t whole)
{
	s->totals->written = s->totals->flushed = s->before + whole;
	s->failed = s->ended = true;
	return false;
}

bool sink_flush(struct sink *s)
{
	if (!s->writer || s->ended)
		return !s->failed;
	if (!writer_flush(s->writer, &s->fault))
		return fail(s, writer_whole(s->writer));
	s->totals->flushed = s->totals->written;
	return true;
}

void sink_begin(struct sink *s, int fd, int64_t time)
{
	s->writer = writer_on(fd, s->format, NULL);
	if (fd > STDERR_FILENO)
		writer_go_direct(s->writer);
	s->file = (struct series_file){.began = time};
	s->totals->files++;
	if (s->n_ifaces)
		writer_begin(s->writer, s->ifaces[0]);
	sink_flush(s);
}

static void put_statistics(struct sink *s)
{
	for (unsigned i = 0; i < s->n_ifaces; i++) {
		const struct iface_totals *t = &s->totals->ifaces[i];
		struct iface_statistics stats = {
			.iface = s->ifaces[i],
			.end = clock_wall(),
			.received = t->saw,
			.if_dropped = t->if_dropped,
			.dropped = t->dropped,
			.delivered = t->delivered,
		};

		if (stats.iface)
			writer_statistics(s->writer, &stats);
	}
}

bool sink_end(struct sink *s)
{
	uint64_t records;

	if (!s->writer)
		return !s->failed;
	if (!s->failed)
		put_statistics(s);
	records = writer_records(s->writer);
	if (!s->failed && !writer_flush(s->writer, &s->fault))
		fail(s, writer_whole(s->writer));
	if (!writer_close(s->writer, s->failed ? &(struct fault){0} : &s->fault) && !s->failed)
		fail(s, records);
	s->writer = NULL;
	s->before += records;
	if (!s->failed)
		s->totals->flushed = s->totals->written;
	return !s->failed;
}

/* The file that the opener gives; -1: there is none more. */
static int ask_for_file(struct sink *s, int64_t time)
{
	struct letter l = {.what = SAY_NEXT_FILE, .time = time, .fd = -1};

	if (!link_say(s->link, &l))
		return -1;
	while (link_hear(s->link, &l, -1) > 0) {
		if (l.what == HERE_FILE || l.what == NO_MORE)
			return l.fd;
		s->other(s->arg, &l);
	}
	return -1;
}

bool sink_rotate(struct sink *s, int64_t time)
{
	int fd;

	if (s->ended || !sink_end(s))
		return false;
	fd = ask_for_file(s, time);
	if (fd < 0)
		s->ended = true;
	else
		sink_begin(s, fd, time);
	return fd >= 0;
}

void sink_inherit(struct sink *s)
{
	int fd = s->options->style == SERIES_ONE ? writer_fd(s->writer)
						 : ask_for_file(s, clock_wall());

	if (fd >= 0)
		lseek(fd, 0, SEEK_END);
	s->ended = fd < 0;
	s->before = s->totals->flushed;
	s->writer = fd < 0 ? NULL : writer_on(fd, s->format, NULL);
	s->file = (struct series_file){.began = clock_wall()};
	if (fd >= 0 && s->totals->flushed && s->options->style == SERIES_ONE)
		writer_resume(s->writer, (uint32_t)s->totals->link - 1);
}

bool sink_is_due(const struct sink *s, int64_t time)
{
	return !s->ended && series_is_due(s->options, &s->file, time, 0);
}

/* Octets that the file needs for the frame, with what will stand at its end. */
static uint64_t octets_for(const struct sink *s, const struct frame *f)
{
	if (s->format != FORMAT_PCAPNG)
		return 16 + (uint64_t)f->cap_len;
	return 32 + (((uint64_t)f->cap_len + 3) & ~UINT64_C(3)) +
	       (uint64_t)s->n_ifaces * PER_INTERFACE;
}

bool sink_frame(struct sink *s, const struct frame *f)
{
	if (s->ended)
		return false;
	if (series_is_due(s->options, &s->file, f->time, octets_for(s, f)) &&
	    !sink_rotate(s, f->time))
		return false;
	if (!writer_frame(s->writer, f, &s->fault))
		return fail(s, writer_whole(s->writer));
	if (!s->file.packets++)
		s->file.began = f->time;
	s->file.octets = writer_size(s->writer);
	s->totals->link = f->link + UINT64_C(1);
	set_totals(s);
	return true;
}
