/* SPDX-License-Identifier: BSD-2-Clause */
/* peel follow: what the two ends of a conversation told each other. */
#include "config.h"

#include "capture/input.h"
#include "cli/cli.h"
#include "cli/filters.h"
#include "cli/follow_options.h"
#include "cli/sandbox.h"
#include "core/out.h"
#include "protocols.h"
#include "stats/follow.h"
#include "stats/stats.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct run {
	struct follow_options options;
	struct input *input;
	struct session *session;
	int folder; /* of --save; -1: nothing is saved */
	struct out out;
	bool told; /* what is wrong with the files was said */
	int status;
};

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	struct run *run = arg;
	int status = what == INPUT_DAMAGED ? EXIT_TROUBLE : EXIT_USAGE;

	if (!run->told)
		complain_about(path, "%s", fault->text);
	if (run->status < status)
		run->status = status;
}

static void open_session(struct run *run)
{
	const struct read_options *o = &run->options.read;

	run->session = session_open(protocols);
	if (o->memory)
		tracker_limit(tracker_of(run->session), o->memory);
}

/* Gives each frame to `frame`, until it says that this was enough. */
static void read_frames(struct run *run, bool (*frame)(void *arg, const struct record *r),
			void *arg)
{
	struct frame f;

	input_again(run->input, on_problem, run);
	while (input_next(run->input, &f))
		if (!frame(arg, session_walk(run->session, &f)))
			break;
}

/* --- which conversation --- */

struct search {
	struct wanted_stream *wanted;
	struct filter *filter;    /* NULL: none, by its number */
	struct follow *follow[2]; /* of TCP and UDP */
	bool found;               /* the frame ... */
};

static bool look_at(void *arg, const struct record *r)
{
	static const char *const protocols_followed[] = {"tcp", "udp"};
	struct search *s = arg;

	if (s->filter ? !filter_passes(s->filter, r) : r->frame->number != s->wanted->frame)
		return true;
	s->found = true;
	for (unsigned i = 0; i < COUNT(s->follow); i++)
		if (follow_stream_of(s->follow[i], r, &s->wanted->stream)) {
			s->wanted->protocol = protocols_followed[i];
			return false;
		}
	return s->filter != NULL;
}

static bool say_not_found(const struct run *run, const struct search *s)
{
	if (s->wanted->protocol)
		return true;
	if (s->found)
		complain("%s neither TCP nor UDP: nothing to be followed",
			 s->filter ? "the frames that pass are" : "that frame is");
	else if (s->filter)
		complain("no frame passes the filter %s", run->options.read.display_filter);
	else
		complain("there is no frame %" PRIu64, s->wanted->frame);
	return false;
}

/* Looks the frame up whose conversation it is to be; false: there is none. */
static bool find_stream(struct run *run)
{
	const struct read_options *o = &run->options.read;
	struct search s = {.wanted = &run->options.wanted};

	for (unsigned i = 0; i < o->n_files; i++)
		if (!strcmp(o->files[i], "-")) {
			complain("standard input can't be read twice: name the conversation by its "
				 "number, tcp N or udp N");
			return false;
		}
	open_session(run);
	s.follow[0] = follow_open(run->session, "tcp", 0);
	s.follow[1] = follow_open(run->session, "udp", 0);
	if (!s.wanted->frame)
		s.filter = open_display_filter(run->session, o->display_filter, o->filter_option);
	if (s.filter || s.wanted->frame) {
		session_start(run->session);
		read_frames(run, look_at, &s);
		run->told = true;
	}
	follow_close(s.follow[0]);
	follow_close(s.follow[1]);
	filter_close(s.filter);
	session_close(run->session);
	run->session = NULL;
	return (s.filter || s.wanted->frame) && say_not_found(run, &s);
}

/* --- what was said --- */

static bool hear(void *arg, const struct record *r)
{
	follow_frame(arg, r);
	return true;
}

static bool hear_stats(void *arg, const struct record *r)
{
	stats_frame(arg, r);
	return true;
}

static void put_title(struct text *t, const struct follow *f)
{
	text_format(t, "%s.stream == %u  ", f->type.name, f->stream);
	for (unsigned i = 0; i < 2; i++) {
		bool v6 = f->ends[i].kind == IPV6;

		text_put(t, i ? " > " : "");
		text_put(t, v6 ? "[" : "");
		text_end(t, &f->ends[i]);
		text_number(t, v6 ? "]:" : ":", f->ends[i].port);
	}
	text_char(t, '\n');
}

static void print(struct run *run, const struct follow *f)
{
	static const char *const colors[] = {"\033[36m", "\033[33m"};
	const struct follow_options *o = &run->options;
	struct text *t = &run->out.text;
	size_t sent[2] = {0, 0};

	if (!o->raw && o->form != FOLLOW_JSON)
		put_title(t, f);
	for (size_t k = 0; k < f->n; k++) {
		const struct said *s = &f->said[k];

		if (!o->sides[s->from] || (o->raw && s->missing))
			continue;
		if (o->raw) {
			text_bytes(t, f->heard.p + s->at, s->len);
			continue;
		}
		text_put(t, o->color ? colors[s->from] : "");
		follow_print(f, t, o->form, k, sent);
		text_put(t, o->color ? "\033[0m" : "");
	}
}

/* What isn't there, where it isn't seen in the output itself. */
static void say_what_is_missing(const struct run *run, const struct follow *f)
{
	size_t gaps = 0;

	for (size_t k = 0; k < f->n; k++)
		gaps += f->said[k].missing;
	if (gaps && (run->options.raw || run->options.save))
		complain("%zu gap%s: what isn't in the capture file is left out", gaps,
			 plural(gaps));
	if (f->forgotten)
		complain("%" PRIu64 " bytes were forgotten for want of memory: give more with "
			 "--memory",
			 f->forgotten);
}

static void follow(struct run *run)
{
	struct follow_options *o = &run->options;
	struct follow *f;

	open_session(run);
	f = follow_open(run->session, o->wanted.protocol, o->wanted.stream);
	session_start(run->session);
	read_frames(run, hear, f);
	if (!f->met && run->status < EXIT_USAGE) {
		complain("there is no %s.stream == %u", o->wanted.protocol, o->wanted.stream);
		run->status = EXIT_USAGE;
	} else if (f->met && o->save) {
		if (!follow_save(f, run->folder))
			run->status = EXIT_TROUBLE;
	} else if (f->met) {
		print(run, f);
	}
	say_what_is_missing(run, f);
	follow_close(f);
}

/* As tshark's -z does it, which is what --format is for. */
static void follow_as_tshark(struct run *run)
{
	const struct follow_options *o = &run->options;
	struct stats *stats;
	struct fault fault;
	struct text name = {0};

	open_session(run);
	stats = stats_open(run->session);
	text_format(&name, "follow,%s,%s,%u", o->wanted.protocol, o->format, o->wanted.stream);
	stats_add(stats, text_string(&name), &fault);
	session_start(run->session);
	read_frames(run, hear_stats, stats);
	stats_print(stats, &run->out);
	stats_close(stats);
	text_close(&name);
}

static void write_out(struct run *run)
{
	if (out_flush(&run->out))
		return;
	if (errno != EPIPE)
		complain("%s", run->out.fault.text);
	run->status = EXIT_TROUBLE;
}

/* Opens all files, and gives up what isn't needed for them; false: the user knows why. */
static bool open_files(struct run *run)
{
	const struct follow_options *o = &run->options;

	run->folder = -1;
	if (o->save && (run->folder = follow_folder(o->save)) < 0)
		return false;
	run->input = input_open(o->read.files, o->read.n_files, false, on_problem, run);
	return sandbox_enter(o->read.no_sandbox, run->input, NULL, run->folder);
}

static void run_follow(struct run *run)
{
	if (!open_files(run) || (!run->options.wanted.protocol && !find_stream(run))) {
		run->status = EXIT_USAGE;
		return;
	}
	(run->options.format ? follow_as_tshark : follow)(run);
	write_out(run);
	session_close(run->session);
}

int command_follow(int argc, char **argv)
{
	struct run run = {.out.fd = STDOUT_FILENO, .folder = -1};
	int status;

	if (!follow_options_parse(&run.options, argc, argv, &status)) {
		read_options_close(&run.options.read);
		return status;
	}
	run_follow(&run);
	if (run.input)
		input_close(run.input);
	if (run.folder >= 0)
		close(run.folder);
	text_close(&run.out.text);
	read_options_close(&run.options.read);
	return run.status;
}
