/* SPDX-License-Identifier: BSD-2-Clause */
/* All capture files of a run, one after the other or merged by time. */
#include "capture/input.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>

/* An open file. */
struct open_file {
	struct reader *reader;
	struct frame next; /* when merging: its next frame */
};

struct input {
	const char *const *paths;
	unsigned n_paths;
	unsigned opened; /* of the paths */
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

void input_close(struct input *in)
{
	for (unsigned i = 0; i < in->n_files; i++)
		reader_close(in->files[i].reader);
	free(in->files);
	free(in);
}

/* Opens the next file that can be opened; false when no path is left. */
static bool open_next(struct input *in)
{
	while (in->opened < in->n_paths) {
		const char *path = in->paths[in->opened++];
		struct fault fault;
		struct reader *r = reader_open(path, &in->ifaces, &fault);

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
