/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture files one after the other: when the next one begins, what it is called. */
/* strftime(3); names as dumpcap(1) and tcpdump(8) make them */
#include "live/series.h"
#include <string.h>
#include <time.h>

bool series_is_due(const struct series_options *o, const struct series_file *file,
		   int64_t frame_time, uint64_t frame_octets)
{
	if (o->lasts && frame_time - file->began >= o->lasts)
		return true;
	if (o->interval && frame_time / o->interval != file->began / o->interval &&
	    frame_time > file->began)
		return true;
	if (!file->packets)
		return false;
	return (o->octets && file->octets + frame_octets > o->octets) ||
	       (o->packets && file->packets >= o->packets);
}

bool series_has_clock(const struct series_options *o)
{
	return o->lasts || o->interval;
}

size_t series_folder_len(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

static void put_time(struct text *t, const char *format, int64_t time)
{
	time_t seconds = (time_t)(time / NS_PER_SECOND);
	char words[256] = "";
	struct tm tm;

	if (localtime_r(&seconds, &tm) && strftime(words, sizeof words, format, &tm))
		text_put(t, words);
}

/* Decimal, with zeros before it. */
static void put_digits(struct text *t, uint64_t n, unsigned digits)
{
	text_format(t, "%0*llu", (int)digits, (unsigned long long)n);
}

static unsigned digits_of(uint64_t n)
{
	unsigned digits = 1;

	for (; n >= 10; n /= 10)
		digits++;
	return digits;
}

/* dumpcap's: number and time before the ending. */
static void put_dumpcap(struct text *t, const char *name, uint64_t number, int64_t time)
{
	const char *dot = strrchr(name, '.');
	size_t stem = dot && dot != name ? (size_t)(dot - name) : strlen(name);

	text_bytes(t, name, stem);
	text_char(t, '_');
	put_digits(t, number + 1, 5);
	put_time(t, "_%Y%m%d%H%M%S", time);
	text_put(t, name + stem);
}

static bool is_same(struct text *a, struct text *b)
{
	return !strcmp(text_string(a), text_string(b));
}

void series_name(struct series *s, int64_t time, struct text *name)
{
	const struct series_options *o = s->options;
	const char *base = o->path + series_folder_len(o->path);
	struct text stem = {0};

	if (strchr(base, '%'))
		put_time(&stem, base, time);
	if (!stem.len)
		text_put(&stem, base);
	s->same = s->number && is_same(&stem, &s->before) ? s->same + 1 : 0;
	name->len = 0;
	if (o->style == SERIES_DUMPCAP)
		put_dumpcap(name, text_string(&stem), s->number, time);
	else
		text_put(name, text_string(&stem));
	if (o->style == SERIES_TCPDUMP && o->keep)
		put_digits(name, s->same % o->keep, digits_of(o->keep - 1));
	else if (o->style == SERIES_TCPDUMP && s->same)
		put_digits(name, s->same, 1);
	text_close(&s->before);
	s->before = stem;
	s->number++;
}

void series_close(struct series *s)
{
	text_close(&s->before);
}

bool series_check(const struct series_options *o, struct fault *fault)
{
	size_t folder = series_folder_len(o->path);

	if (memchr(o->path, '%', folder)) {
		fault_set(fault, "times (%%) may stand in the file's name, not in its folder's");
		return false;
	}
	if (!o->path[folder]) {
		fault_set(fault, "that is a folder: name a file in it");
		return false;
	}
	if (!strcmp(o->path, "-") && o->style != SERIES_ONE) {
		fault_set(fault,
			  "standard output is one file: -b, -C and -G need files with names");
		return false;
	}
	return true;
}
