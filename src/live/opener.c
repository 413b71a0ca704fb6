/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes the files of a series: the one part of a run that still may. */
#include "live/opener.h"
#include "capture/new_file.h"
#include "core/arena.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool opener_begin(struct opener *o, const struct series_options *options, struct fault *fault)
{
	size_t n = options->path ? series_folder_len(options->path) : 0;
	struct text folder = {0};

	*o = (struct opener){.options = options, .series.options = options};
	text_bytes(&folder, n ? options->path : ".", n ? n : 1);
	o->folder = open(text_string(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (o->folder < 0)
		fault_set(fault, "the folder %s can't be opened: %s", text_string(&folder),
			  strerror(errno));
	text_close(&folder);
	return o->folder >= 0;
}

void opener_close(struct opener *o)
{
	for (unsigned i = 0; i < o->n_names; i++)
		text_close(&o->names[i]);
	free(o->names);
	text_close(&o->ended);
	series_close(&o->series);
	if (o->folder >= 0)
		close(o->folder);
}

/* Names whose files go again are remembered; the last one always is. */
static void remember(struct opener *o, struct text *name)
{
	uint64_t keep = o->options->style == SERIES_DUMPCAP ? o->options->keep : 0;

	o->names = need_more(o->names, (o->n_names + 1) * sizeof *o->names);
	o->names[o->n_names++] = *name;
	while (o->n_names > (keep ? keep : 1)) {
		if (keep)
			unlinkat(o->folder, text_string(&o->names[0]), 0);
		text_close(&o->names[0]);
		memmove(o->names, o->names + 1, --o->n_names * sizeof *o->names);
	}
}

bool opener_is_full(const struct opener *o)
{
	return o->options->style == SERIES_ONE ||
	       (o->options->most && o->series.number >= o->options->most);
}

void opener_end(struct opener *o)
{
	o->ended.len = 0;
	if (o->n_names)
		text_put(&o->ended, text_string(&o->names[o->n_names - 1]));
}

int opener_next(struct opener *o, int64_t time, struct fault *fault)
{
	struct text name = {0};
	int fd;

	opener_end(o);
	series_name(&o->series, time, &name);
	fd = new_file(o->folder, text_string(&name), fault);
	if (fd >= 0)
		remember(o, &name);
	else
		text_close(&name);
	return fd;
}

int opener_aside(struct opener *o, uint64_t number, struct text *name, struct fault *fault)
{
	text_format(name, "peel-frame-%llu.pcapng", (unsigned long long)number);
	return new_file(o->folder, text_string(name), fault);
}
