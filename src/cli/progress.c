/* SPDX-License-Identifier: BSD-2-Clause */
/* How far the reading of files has come, for somebody who waits at a terminal. */
#include "cli/progress.h"
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WIDTH 40 /* characters of the bar */

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

void progress_begin(struct progress *p, const struct input *in, bool quiet)
{
	*p = (struct progress){.input = in};
	if (!quiet || !isatty(STDERR_FILENO))
		return;
	if (!input_size(in, &p->total))
		p->total = 0;
	p->begun = p->shown = now();
}

void progress_draw(struct progress *p)
{
	int64_t clock = now();
	double took = (double)(clock - p->begun) / NS_PER_SECOND;
	double share = (double)input_position(p->input) / (double)p->total;
	char bar[WIDTH + 1];

	if (took < 1 || (p->drawn && clock - p->shown < NS_PER_SECOND / 5))
		return;
	share = share > 1 ? 1 : share;
	memset(bar, ' ', WIDTH);
	memset(bar, '#', (size_t)(share * WIDTH));
	bar[WIDTH] = '\0';
	fprintf(stderr, "\r[%s] %3.0f %%", bar, 100 * share);
	if (share > 0.01)
		fprintf(stderr, ", %.0f s left ", took / share - took);
	fflush(stderr);
	p->shown = clock;
	p->drawn = true;
}

void progress_end(struct progress *p)
{
	if (p->drawn)
		fputs("\r\033[K", stderr);
	p->drawn = false;
}
