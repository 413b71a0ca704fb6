/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel live: tshark's flags, tcpdump's where tshark has none. */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_options.h"
#include "cli/read_letters.h"
#include "core/arena.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QUEUE (UINT64_C(64) << 20)  /* octets between capturing and decoding */
#define BUFFER (UINT32_C(32) << 20) /* octets that may wait in the kernel */

enum {
	OPT_STATS = OPT_OTHERS,
	OPT_NETNS,
	OPT_IMMEDIATE,
	OPT_PRECISION,
	OPT_WHEN,
	OPT_BEFORE,
	OPT_AFTER,
	OPT_QUEUE,
	OPT_POST_ROTATE
};

static const struct option long_options[] = {
	READ_LONG_OPTIONS,
	{"interface", required_argument, NULL, 'i'},
	{"list-interfaces", no_argument, NULL, 'D'},
	{"list-data-link-types", no_argument, NULL, 'L'},
	{"list-time-stamp-types", no_argument, NULL, 'J'},
	{"linktype", required_argument, NULL, 'y'},
	{"snapshot-length", required_argument, NULL, 's'},
	{"no-promiscuous-mode", no_argument, NULL, 'p'},
	{"monitor-mode", no_argument, NULL, 'I'},
	{"buffer-size", required_argument, NULL, 'B'},
	{"direction", required_argument, NULL, 'Q'},
	{"time-stamp-type", required_argument, NULL, 'j'},
	{"time-stamp-precision", required_argument, NULL, OPT_PRECISION},
	{"immediate-mode", no_argument, NULL, OPT_IMMEDIATE},
	{"packet-buffered", no_argument, NULL, 'U'},
	{"stats", no_argument, NULL, OPT_STATS},
	{"netns", required_argument, NULL, OPT_NETNS},
	{"when", required_argument, NULL, OPT_WHEN},
	{"before", required_argument, NULL, OPT_BEFORE},
	{"after", required_argument, NULL, OPT_AFTER},
	{"queue", required_argument, NULL, OPT_QUEUE},
	{"post-rotate", required_argument, NULL, OPT_POST_ROTATE},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel live [OPTIONS] [CAPTURE FILTER] [-- COMMAND ...]\n"
	"\n"
	"what is captured\n"
	"  -i INTERFACE   (repeat for more) any, lo, a named pipe, '-' for standard input;\n"
	"                 without -i: the first interface that is up\n"
	"  -D, -L, -J     list interfaces; the link types, the time stamp types of one\n"
	"  -f FILTER      just the frames that pass a capture filter, see pcap-filter(7)\n"
	"  -Y FILTER      just the frames that pass a display filter, see peel-filter(7)\n"
	"  -Q DIRECTION   in, out, inout\n"
	"  -s N           octets kept of a frame;  -p  not promiscuous;  -I  monitor mode\n"
	"  -B SIZE        that may wait in the kernel (default 32M);  -y TYPE  link type\n"
	"  -j TYPE        who stamps times;  --time-stamp-precision micro|nano\n"
	"  --immediate-mode  every frame as it comes;  -U  every frame written at once\n"
	"  --netns NAME   inside a network namespace, or that of a process (its number)\n"
	"  -- COMMAND     run it, and capture until it ends\n"
	"when it ends\n"
	"  -c N           after N frames (that passed)\n"
	"  -a WHAT:N      duration:TIME packets:N filesize:KB files:N\n"
	"where it goes\n"
	"  -w FILE        write the frames;  --print  print them, too;  -F  format\n"
	"  -b WHAT:N      one file after the other: filesize:KB duration:TIME\n"
	"                 interval:TIME packets:N; files:N keeps the last N\n"
	"  -C MB -G SECONDS -W N   the same as tcpdump has it\n"
	"  -z COMMAND     with -C or -G: run it with each file that is complete (--post-rotate)\n"
	"  --when FILTER --before 30s --after 10s   keep what is around such frames\n"
	"what is shown: -V -O -x -T -e -E -t -N -d -l -q -z -P --color --count --json --memory\n"
	"                 as in peel read\n"
	"  --stats        counts of frames, once a second\n"
	"whose rights\n"
	"  -Z USER        becomes that user after the start (default: nobody)\n"
	"  --no-sandbox   keeps all rights that it was started with\n"
	"\n"
	"man peel-live has more.";

/* --- single options --- */

static void add_interface(struct live_options *o, const char *name)
{
	o->interfaces = need_more(o->interfaces, (o->n_interfaces + 1) * sizeof *o->interfaces);
	o->interfaces[o->n_interfaces++] = name;
}

static bool set_number(const char *option, const char *s, uint64_t most, uint64_t *v)
{
	if (parse_number(s, 1, most, v))
		return true;
	complain("%s %s: expected a number from 1 on", option, s);
	return false;
}

/* Seconds, with s, m or h behind them. */
static bool set_span(const char *option, const char *s, int64_t *ns)
{
	char *end;
	double v = strtod(s, &end);
	double unit = !strcmp(end, "ms") ? 1e-3 : !strcmp(end, "m") ? 60 : *end == 'h' ? 3600 : 1;

	if (end == s || !(v >= 0) || v * unit > 1e9 ||
	    (*end && strcmp(end, "ms") && strcmp(end, "s") && strcmp(end, "m") &&
	     strcmp(end, "h"))) {
		complain("%s %s: expected a time such as 30s, 500ms, 5m", option, s);
		return false;
	}
	*ns = (int64_t)(v * unit * (double)NS_PER_SECOND);
	return true;
}

/* A time in which something may come: not none. */
static bool set_duration(const char *option, const char *s, int64_t *ns)
{
	if (!set_span(option, s, ns))
		return false;
	if (!*ns)
		complain("%s %s: expected a time above 0", option, s);
	return *ns;
}

/* "WHAT:N"; the rest of the option is the caller's matter. */
static const char *number_behind(const char *what, const char *name)
{
	size_t n = strlen(name);

	return !strncmp(what, name, n) && what[n] == ':' ? what + n + 1 : NULL;
}

/* Kilobytes, as dumpcap counts them: 1000 octets. */
static bool set_kilobytes(const char *option, const char *s, uint64_t *octets)
{
	if (!set_number(option, s, UINT64_C(1) << 40, octets))
		return false;
	*octets *= 1000;
	return true;
}

static bool set_autostop(struct live_options *o)
{
	const char *n;

	if ((n = number_behind(optarg, "duration")))
		return set_duration("-a duration", n, &o->duration);
	if ((n = number_behind(optarg, "packets")))
		return set_number("-a packets", n, UINT64_MAX - 1, &o->read.most);
	if ((n = number_behind(optarg, "files")))
		return set_number("-a files", n, UINT64_C(1) << 31, &o->series.most);
	if ((n = number_behind(optarg, "filesize"))) {
		if (!o->series.most)
			o->series.most = 1;
		return set_kilobytes("-a filesize", n, &o->series.octets);
	}
	complain("-a %s: expected duration:TIME, packets:N, files:N or filesize:KB", optarg);
	return false;
}

static bool set_ring(struct live_options *o)
{
	struct series_options *s = &o->series;
	const char *n;

	s->style = SERIES_DUMPCAP;
	if ((n = number_behind(optarg, "filesize")))
		return set_kilobytes("-b filesize", n, &s->octets);
	if ((n = number_behind(optarg, "duration")))
		return set_duration("-b duration", n, &s->lasts);
	if ((n = number_behind(optarg, "interval")))
		return set_duration("-b interval", n, &s->interval);
	if ((n = number_behind(optarg, "packets")))
		return set_number("-b packets", n, UINT64_MAX - 1, &s->packets);
	if ((n = number_behind(optarg, "files")))
		return set_number("-b files", n, UINT64_C(1) << 20, &s->keep);
	complain("-b %s: expected filesize:KB, duration:TIME, interval:TIME, packets:N or "
		 "files:N",
		 optarg);
	return false;
}

/* -C counts millions of octets, or what a letter behind says (of 1024), as tcpdump does. */
static bool set_megabytes(struct live_options *o)
{
	uint64_t n;

	o->series.style = SERIES_TCPDUMP;
	if (parse_number(optarg, 1, UINT64_C(1) << 40, &n)) {
		o->series.octets = n * 1000000;
		return true;
	}
	return parse_size("-C", optarg, &o->series.octets);
}

static bool set_direction(struct live_options *o)
{
	static const char *const names[] = {"inout", "in", "out"};

	for (unsigned i = 0; i < COUNT(names); i++)
		if (!strcmp(optarg, names[i])) {
			o->wish.direction = (enum live_direction)i;
			return true;
		}
	complain("-Q %s: expected in, out or inout", optarg);
	return false;
}

static bool set_buffer(struct live_options *o)
{
	uint64_t size;

	if (!parse_size("-B", optarg, &size))
		return false;
	/* tcpdump's and tshark's -B are bare numbers of kilobytes and megabytes: ask. */
	if (size < 65536 || size > INT32_MAX) {
		complain("-B %s: expected a size such as 64M, from 64K up to 2047M", optarg);
		return false;
	}
	o->wish.buffer = (uint32_t)size;
	return true;
}

static bool set_snap_len(struct live_options *o)
{
	uint64_t n;

	if (!parse_number(optarg, 0, 262144, &n)) {
		complain("-s %s: expected octets, up to 262144 (0: all)", optarg);
		return false;
	}
	o->wish.snap_len = (uint32_t)n;
	return true;
}

static bool set_precision(struct live_options *o)
{
	o->wish.micro = !strcmp(optarg, "micro");
	if (o->wish.micro || !strcmp(optarg, "nano"))
		return true;
	complain("--time-stamp-precision %s: expected micro or nano", optarg);
	return false;
}

/* -z is tshark's statistic, and tcpdump's command where files follow one another. */
static bool set_z(struct live_options *o, char **argv)
{
	if (o->series.style == SERIES_TCPDUMP && !strchr(optarg, ',')) {
		o->post_rotate = optarg;
		return true;
	}
	return read_options_take(&o->read, 'z', argv);
}

/* --- the whole --- */

static bool set_number_option(struct live_options *o, int c)
{
	switch (c) {
	case 'c':
		return set_number("-c", optarg, UINT64_MAX - 1, &o->read.most);
	case 'C':
		return set_megabytes(o);
	case 'G':
		o->series.style = SERIES_TCPDUMP;
		return set_duration("-G", optarg, &o->series.lasts);
	case 'W':
		return set_number("-W", optarg, UINT64_C(1) << 20, &o->series.keep);
	case OPT_BEFORE:
		return set_span("--before", optarg, &o->before);
	case OPT_AFTER:
		return set_span("--after", optarg, &o->after);
	default:
		return parse_size("--queue", optarg, &o->queue);
	}
}

static bool set_option(struct live_options *o, int c, char **argv)
{
	switch (c) {
	case 'a':
		return set_autostop(o);
	case 'b':
		return set_ring(o);
	case 'B':
		return set_buffer(o);
	case 'Q':
		return set_direction(o);
	case 's':
		return set_snap_len(o);
	case OPT_PRECISION:
		return set_precision(o);
	case 'f':
		return read_options_filter(&o->read.capture_filter, &o->read.capture_text, c);
	case 'z':
		return set_z(o, argv);
	case 'c':
	case 'C':
	case 'G':
	case 'W':
	case OPT_BEFORE:
	case OPT_AFTER:
	case OPT_QUEUE:
		return set_number_option(o, c);
	default:
		return read_options_take(&o->read, c, argv);
	}
}

/* Options that need no look at what they say; false: it is none of them. */
static bool set_flag(struct live_options *o, int c)
{
	switch (c) {
	case 'i':
		add_interface(o, optarg);
		return true;
	case 'D':
		return o->list = true;
	case 'L':
		return o->list_links = true;
	case 'J':
		return o->list_stamps = true;
	case 'p':
		o->wish.promiscuous = false;
		return true;
	case 'I':
		return o->wish.monitor = true;
	case 'U':
		return o->at_once = true;
	case 'y':
		o->wish.link = optarg;
		return true;
	case 'j':
		o->wish.stamp = optarg;
		return true;
	case 'w':
		o->read.write_to = optarg;
		return true;
	case 'Z':
		o->user = optarg;
		return true;
	case OPT_STATS:
		return o->each_second = true;
	case OPT_NETNS:
		o->netns = optarg;
		return true;
	case OPT_IMMEDIATE:
		o->wish.gathers = false;
		return true;
	case OPT_WHEN:
		o->when = optarg;
		return true;
	case OPT_POST_ROTATE:
		o->post_rotate = optarg;
		return true;
	default:
		return false;
	}
}

/* Words behind the options are a capture filter, as with tcpdump. */
static bool set_words(struct live_options *o, int argc, char **argv)
{
	struct text t = {0};

	if (optind == argc)
		return true;
	if (o->read.capture_filter) {
		complain("%s: there is a capture filter already (-f %s)", argv[optind],
			 o->read.capture_filter);
		return false;
	}
	for (; optind < argc; optind++) {
		text_put(&t, t.len ? " " : "");
		text_put(&t, argv[optind]);
	}
	o->words = need_copy(text_string(&t));
	o->read.capture_filter = o->words;
	text_close(&t);
	return true;
}

static bool check_series(struct live_options *o)
{
	struct series_options *s = &o->series;
	struct fault fault;
	bool rotates = s->style != SERIES_ONE;

	if (!o->read.write_to && (rotates || s->most || s->octets || o->when)) {
		complain("-a files, -a filesize, -b, -C, -G and --when are about a capture file: "
			 "name it with -w");
		return false;
	}
	if (s->style == SERIES_TCPDUMP && !s->octets && s->keep) {
		s->most = s->keep; /* tcpdump: -W with -G alone ends the capture */
		s->keep = 0;
	}
	if (rotates && !s->octets && !s->lasts && !s->interval && !s->packets) {
		complain("-b files and -W say how many files; say, too, when the next one begins "
			 "(-b filesize, duration, interval, packets; -C, -G)");
		return false;
	}
	if (s->most && !rotates)
		s->style = SERIES_ONE;
	s->path = o->read.write_to;
	if (!s->path || series_check(s, &fault))
		return true;
	complain("-w %s: %s", s->path, fault.text);
	return false;
}

static bool check(struct live_options *o)
{
	if (o->queue & (o->queue - 1) || o->queue < UINT64_C(1) << 20) {
		complain("--queue: expected a power of two from 1M on");
		return false;
	}
	if ((o->before || o->after) && !o->when) {
		complain("--before and --after are about frames that --when waits for");
		return false;
	}
	if (o->post_rotate && o->series.style == SERIES_ONE) {
		complain("--post-rotate is about files that follow one another (-b, -C, -G)");
		return false;
	}
	return check_series(o) && read_options_check(&o->read);
}

/* What stands behind "--" is a command with its arguments. */
static int cut_command(struct live_options *o, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "--")) {
			o->command = argv[i + 1] ? argv + i + 1 : NULL;
			argv[i] = NULL;
			return i;
		}
	return argc;
}

static void begin(struct live_options *o)
{
	*o = (struct live_options){.queue = QUEUE};
	o->wish = (struct live_wish){.promiscuous = true, .gathers = true, .buffer = BUFFER};
	read_options_begin(&o->read);
}

bool live_options_parse(struct live_options *o, int argc, char **argv, int *status)
{
	int c;

	begin(o);
	argc = cut_command(o, argc, argv);
	*status = EXIT_USAGE;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":a:b:B:c:C:Df:G:i:Ij:JLpQ:s:Uw:W:y:Z:" READ_LETTERS,
				long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || (!set_flag(o, c) && !set_option(o, c, argv))) {
			usage_error("live");
			return false;
		}
	}
	if (set_words(o, argc, argv) && check(o))
		return true;
	usage_error("live");
	return false;
}

void live_options_close(struct live_options *o)
{
	free(o->interfaces);
	free(o->first);
	free(o->words);
	read_options_close(&o->read);
}
