/* SPDX-License-Identifier: BSD-2-Clause */
/* All capture files of a run, one after the other or merged by time. */
#include "capture/input.h"
#include "capture/stream.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* An open file. */
struct open_file {
	struct reader *reader;
	struct frame next; /* when merging: its next frame */
};

/* A file that is open before its turn comes. */
struct held {
	int fd; /* -1: it can't be opened; 0: standard input */
	struct fault fault;
};

struct input {
	const char *const *paths;
	unsigned n_paths;
	struct held *held; /* of each path; NULL: they are opened in their turn */
	unsigned opened;   /* of the paths */
	bool merge;
	bool primed; /* when merging: every file's next frame was read */
	void (*complain)(void *, const char *, enum input_problem, const struct fault *);
	void *arg;
	uint32_t ifaces;         /* numbers interfaces */
	uint64_t frames;         /* given so far */
	struct open_file *files; /* merging: all; else the one at hand */
	unsigned n_files;
	unsigned last;   /* the file that the last frame came from */
	uint64_t behind; /* octets of the files that are done */
	bool stale;      /* when merging: its next frame is still the last one given */
};

struct input *input_open(const char *const *paths, unsigned n, bool merge,
			 void (*complain)(void *arg, const char *path, enum input_problem what,
					  const struct fault *fault),
			 void *arg)
{
	struct input *in = need_zero(1, sizeof *in);

	in->paths = paths;
	in->n_paths = n;
	in->merge = merge;
	in->complain = complain;
	in->arg = arg;
	in->files = need_zero(n ? n : 1, sizeof *in->files);
	return in;
}

static void close_readers(struct input *in)
{
	for (unsigned i = 0; i < in->n_files; i++)
		reader_close(in->files[i].reader);
	in->n_files = 0;
}

void input_close(struct input *in)
{
	close_readers(in);
	for (unsigned i = 0; in->held && i < in->n_paths; i++)
		if (in->held[i].fd > STDIN_FILENO)
			close(in->held[i].fd);
	free(in->held);
	free(in->files);
	free(in);
}

/* Each is open twice while it is read, and the process has files of its own. */
static bool have_room(unsigned files)
{
	struct rlimit limit;
	rlim_t wanted = 2 * (rlim_t)files + 64;

	if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur >= wanted)
		return true;
	limit.rlim_cur = limit.rlim_max;
	return limit.rlim_max >= wanted && !setrlimit(RLIMIT_NOFILE, &limit);
}

bool input_hold(struct input *in, struct fault *fault)
{
	if (!have_room(in->n_paths)) {
		fault_set(fault, "%u files are more than may be open at once (ulimit -n)",
			  in->n_paths);
		return false;
	}
	in->held = need_zero(in->n_paths, sizeof *in->held);
	for (unsigned i = 0; i < in->n_paths; i++)
		in->held[i].fd = stream_file(in->paths[i], &in->held[i].fault);
	return true;
}

void input_again(struct input *in,
		 void (*complain)(void *arg, const char *path, enum input_problem what,
				  const struct fault *fault),
		 void *arg)
{
	close_readers(in);
	for (unsigned i = 0; in->held && i < in->opened; i++)
		if (in->held[i].fd >= 0)
			lseek(in->held[i].fd, 0, SEEK_SET);
	in->complain = complain;
	in->arg = arg;
	in->opened = in->ifaces = in->last = 0;
	in->primed = in->stale = false;
	in->frames = in->behind = 0;
}

/* A held file is read through another descriptor, so that it can be read again. */
static struct reader *open_path(struct input *in, unsigned i, struct fault *fault)
{
	const struct held *h = in->held ? &in->held[i] : NULL;
	int fd = h && h->fd > STDIN_FILENO ? dup(h->fd) : STDIN_FILENO;

	if (!h)
		return reader_open(in->paths[i], &in->ifaces, fault);
	if (h->fd < 0 || fd < 0) {
		*fault = h->fault;
		return NULL;
	}
	return reader_begin(fd, in->paths[i], &in->ifaces, fault);
}

/* Opens the next file that can be opened; false when no path is left. */
static bool open_next(struct input *in)
{
	while (in->opened < in->n_paths) {
		const char *path = in->paths[in->opened];
		struct fault fault;
		struct reader *r = open_path(in, in->opened++, &fault);

		if (r) {
			in->files[in->n_files++].reader = r;
			return true;
		}
		in->complain(in->arg, path, INPUT_UNREADABLE, &fault);
	}
	return false;
}

static void close_file(struct input *in, unsigned i)
{
	in->behind += reader_position(in->files[i].reader);
	reader_close(in->files[i].reader);
	in->n_files--;
	memmove(&in->files[i], &in->files[i + 1], (in->n_files - i) * sizeof *in->files);
}

/* The file's next frame; false when it has no more. */
static inline bool next_of(struct input *in, unsigned i, struct frame *f)
{
	struct fault fault;
	int rc = reader_next(in->files[i].reader, f, &fault);

	if (rc < 0)
		in->complain(in->arg, reader_path(in->files[i].reader), INPUT_DAMAGED, &fault);
	return rc > 0;
}

static inline bool next_in_turn(struct input *in, struct frame *f)
{
	while (in->n_files || open_next(in)) {
		if (next_of(in, 0, f))
			return true;
		close_file(in, 0);
	}
	return false;
}

/* Reads the next frame of a file, or closes it. */
static void refill(struct input *in, unsigned i)
{
	if (!next_of(in, i, &in->files[i].next))
		close_file(in, i);
}

static bool next_by_time(struct input *in, struct frame *f)
{
	if (!in->primed) {
		while (open_next(in))
			continue;
		for (unsigned i = in->n_files; i-- > 0;)
			refill(in, i);
		in->primed = true;
	} else if (in->stale) {
		refill(in, in->last);
	}
	if (!in->n_files)
		return false;
	in->last = 0;
	for (unsigned i = 1; i < in->n_files; i++)
		if (in->files[i].next.time < in->files[in->last].next.time)
			in->last = i;
	in->stale = true;
	*f = in->files[in->last].next;
	return true;
}

bool input_next(struct input *in, struct frame *f)
{
	if (!(in->merge ? next_by_time : next_in_turn)(in, f))
		return false;
	f->number = ++in->frames;
	return true;
}

bool input_size(const struct input *in, uint64_t *octets)
{
	*octets = 0;
	for (unsigned i = 0; i < in->n_paths; i++) {
		const struct held *h = in->held ? &in->held[i] : NULL;
		struct stat st;
		int rc = h ? fstat(h->fd, &st) : stat(in->paths[i], &st);

		if (rc || !S_ISREG(st.st_mode) || (h && h->fd == STDIN_FILENO))
			return false;
		*octets += (uint64_t)st.st_size;
	}
	return true;
}

uint64_t input_position(const struct input *in)
{
	uint64_t at = in->behind;

	for (unsigned i = 0; i < in->n_files; i++)
		at += reader_position(in->files[i].reader);
	return at;
}

const struct reader *input_reader(struct input *in)
{
	if (!in->n_files && !in->primed)
		open_next(in);
	return in->n_files ? in->files[in->merge ? in->last : 0].reader : NULL;
}
