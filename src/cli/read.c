/* SPDX-License-Identifier: BSD-2-Clause */
/* peel read: capture files in, lines or documents or capture files out. */
#include "config.h"

#include "capture/input.h"
#include "capture/writer.h"
#include "cli/cli.h"
#include "cli/decode.h"
#include "cli/doctor.h"
#include "cli/filters.h"
#include "cli/progress.h"
#include "cli/read_options.h"
#include "flow/track.h"
#include "protocols.h"
#include "show/show.h"
#include "stats/stats.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * What is remembered of frames that a filter drops, for the lines of those that it keeps: what TCP
 * needs; what a look at the headers tells to be worth a walk; all, by a walk of every frame.
 */
enum care { HASTY, SKIMMING, WHOLE };

/* A run: what is read, what listens. */
struct run {
	struct read_options options;
	struct session *session; /* NULL: no listener needs frames taken apart */
	struct input *input;
	struct printer *printer; /* NULL: nothing is printed */
	struct stats *stats;     /* NULL: nothing is counted */
	struct writer *writer;   /* NULL: nothing is written */
	const char *write_name;  /* what messages call that file */
	struct filter *filter;   /* NULL: none */
	struct bpf *capture;     /* NULL: none */
	struct progress progress;
	struct out out;
	enum care care;
	bool again;       /* a line was unsure: with more care, from the first frame on */
	uint64_t printed; /* frames */
	uint64_t shown;   /* of them, those that stand before the frame at hand once more */
	uint64_t frames;  /* read */
	uint64_t passed;  /* of them, the filters */
	int status;
};

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	struct run *run = arg;
	int status = what == INPUT_DAMAGED ? EXIT_TROUBLE : EXIT_USAGE;

	out_flush(&run->out);
	progress_end(&run->progress);
	complain_about(path, "%s", fault->text);
	if (run->status < status)
		run->status = status;
}

/* --- setting up --- */

static bool check_names(const struct run *run, const char *const *names, unsigned n, char flag)
{
	for (unsigned i = 0; i < n; i++) {
		struct text nearest = {0};

		if (show_knows(run->session, names[i]))
			continue;
		suggest_fields(&nearest, names[i], run->session);
		complain("-%c %s: there is no such field%s", flag, names[i], text_string(&nearest));
		text_close(&nearest);
		return false;
	}
	return true;
}

static bool wants_print(const struct read_options *o)
{
	return !o->quiet && !o->count && (!o->write_to || o->print);
}

static bool open_capture(struct run *run)
{
	const struct read_options *o = &run->options;

	if (o->capture_filter)
		run->capture = open_capture_filter(o->capture_filter, "-f");
	return run->capture || !o->capture_filter;
}

static bool open_filter(struct run *run)
{
	const struct read_options *o = &run->options;

	if (!o->display_filter)
		return true;
	run->filter = open_display_filter(run->session, o->display_filter, o->filter_option);
	return run->filter != NULL;
}

static bool open_stats(struct run *run)
{
	const struct read_options *o = &run->options;
	struct fault fault;

	if (!o->n_stats)
		return true;
	run->stats = stats_open(run->session);
	for (unsigned i = 0; i < o->n_stats; i++)
		if (!stats_add(run->stats, o->stats[i], &fault)) {
			complain("-z %s: %s", o->stats[i], fault.text);
			return false;
		}
	return true;
}

/* Whether summary lines are printed, which may tell of frames before. */
static bool prints_lines(const struct read_options *o)
{
	return wants_print(o) && (!strcmp(o->form, "text") || !strcmp(o->form, "tabs") ||
				  !strcmp(o->form, "psml") || o->show.summary);
}

/* Whether lines that turn out to be unsure can be found anew: by reading the files again. */
static bool can_begin_again(const struct read_options *o)
{
	struct stat st;
	bool can = o->display_filter && wants_print(o) && !strcmp(o->form, "text") &&
		   !o->write_to && !o->n_stats;

	for (unsigned i = 0; i < o->n_files; i++)
		can = can && !stat(o->files[i], &st) && S_ISREG(st.st_mode);
	return can;
}

/* The session and its listeners, if there are any. */
static bool open_session(struct run *run)
{
	const struct read_options *o = &run->options;

	run->out.fd = STDOUT_FILENO;
	run->out.by_line = o->by_line || isatty(STDOUT_FILENO);
	if (!wants_print(o) && !o->display_filter && !o->n_stats)
		return true;
	run->session = session_open(protocols);
	if (o->memory)
		tracker_limit(tracker_of(run->session), o->memory);
	session_vendor_file(run->session, IEEE_DATA "/oui.csv");
	if (!decode_apply(run->session, o))
		return false;
	if (o->names_ports)
		session_services_file(run->session, "/etc/services");
	if (!check_names(run, o->fields, o->n_fields, 'e') ||
	    !check_names(run, o->only, o->n_only, 'O') || !open_filter(run) || !open_stats(run))
		return false;
	if (wants_print(o))
		run->printer = printer_open(o->form, &run->out, run->session, &o->show);
	if (run->care == HASTY)
		session_hurry(run->session);
	session_start(run->session);
	return true;
}

/* Whether the file that is to be written is one of those to be read. */
static bool writes_to_input(const struct read_options *o)
{
	struct stat to, from;

	if (!strcmp(o->write_to, "-") || stat(o->write_to, &to) || !S_ISREG(to.st_mode))
		return false;
	for (unsigned i = 0; i < o->n_files; i++)
		if (!stat(o->files[i], &from) && from.st_dev == to.st_dev &&
		    from.st_ino == to.st_ino)
			return true;
	return false;
}

static bool open_writer(struct run *run)
{
	const struct read_options *o = &run->options;
	struct fault fault;

	if (!o->write_to)
		return true;
	run->write_name = strcmp(o->write_to, "-") ? o->write_to : "standard output";
	if (!strcmp(o->write_to, "-") && isatty(STDOUT_FILENO)) {
		complain("-w -: a capture isn't written to a terminal");
		return false;
	}
	if (writes_to_input(o)) {
		complain_about(o->write_to, "is being read: write to another file");
		return false;
	}
	run->writer = writer_open(o->write_to, o->write_format, input_reader(run->input), &fault);
	if (!run->writer)
		complain_about(run->write_name, "%s", fault.text);
	return run->writer != NULL;
}

/* --- running --- */

static bool print_frame(struct run *run, const struct record *r)
{
	if (!run->printer)
		return true;
	if (run->care < WHOLE && session_is_unsure(run->session)) {
		run->again = true;
		return false;
	}
	if (run->shown)
		run->shown--;
	else if (run->printed++, !printer_frame(run->printer, r))
		return false;
	session_displayed(run->session);
	return true;
}

static bool write_frame(struct run *run, const struct frame *f)
{
	struct fault fault;

	if (!run->writer || writer_frame(run->writer, f, &fault))
		return true;
	complain_about(run->write_name, "%s", fault.text);
	run->status = EXIT_TROUBLE;
	return false;
}

/* The reader of our output went away: that is its right, and no news to it. */
static bool output_failed(struct run *run)
{
	if (!run->out.failed)
		return false;
	if (errno != EPIPE)
		complain("%s", run->out.fault.text);
	run->status = EXIT_TROUBLE;
	return true;
}

/* Whether the capture filter lets it pass; one that makes no sense for its link type doesn't. */
static bool is_captured(struct run *run, const struct frame *f)
{
	struct fault fault;
	int passes = run->capture ? bpf_passes(run->capture, f, &fault) : 1;

	if (passes < 0 && run->status == EXIT_OK) {
		complain("-f: frame %" PRIu64 ": %s", f->number, fault.text);
		run->status = EXIT_TROUBLE;
	}
	return passes > 0;
}

/*
 * Whether the frame passes the display filter.  Where its headers alone say so, the frame
 * is walked only if it is to be printed; *r is its record then.
 */
static bool is_displayed(struct run *run, const struct frame *f, const struct record **r)
{
	bool skimmed, passes = true;

	*r = run->filter && run->care < WHOLE ? session_skim(run->session, f) : NULL;
	skimmed = *r != NULL;
	if (skimmed) {
		passes = filter_passes(run->filter, *r);
		if (!passes || (!run->printer && !run->stats)) {
			session_pass_over(run->session);
			return passes;
		}
	}
	*r = run->session ? session_walk(run->session, f) : NULL;
	return skimmed || !run->filter || filter_passes(run->filter, *r);
}

/* What becomes of a frame; false: the run ends. */
static bool take_frame(struct run *run, const struct frame *f)
{
	const struct record *r;

	run->frames++;
	if (!is_captured(run, f))
		return true;
	if (!is_displayed(run, f, &r)) {
		if (run->stats)
			stats_pass_over(run->stats, r);
		return true;
	}
	run->passed++;
	if (run->stats)
		stats_frame(run->stats, r);
	return write_frame(run, f) && print_frame(run, r);
}

static void print_stats(struct run *run)
{
	if (run->options.json)
		stats_json(run->stats, &run->out.text);
	else
		stats_print(run->stats, &run->out);
	if (!out_flush(&run->out))
		output_failed(run);
}

static void take_frames(struct run *run)
{
	struct frame f;

	progress_begin(&run->progress, run->input, run->options.files, run->options.n_files,
		       !run->printer || !isatty(STDOUT_FILENO));
	while (run->passed < run->options.most && input_next(run->input, &f)) {
		progress_frame(&run->progress);
		if (!take_frame(run, &f))
			break;
	}
	progress_end(&run->progress);
}

static void close_session(struct run *run)
{
	printer_close(run->printer);
	stats_close(run->stats);
	filter_close(run->filter);
	if (run->session)
		session_close(run->session);
	run->printer = NULL;
	run->stats = NULL;
	run->filter = NULL;
	run->session = NULL;
}

static void open_files(struct run *run)
{
	run->input = input_open(run->options.files, run->options.n_files, run->options.merge,
				on_problem, run);
}

/* Reads all files once more, passing over less; what was printed stays. */
static void begin_again(struct run *run)
{
	run->shown = run->printed;
	run->frames = run->passed = 0;
	run->care++;
	run->again = false;
	run->status = EXIT_OK;
	close_session(run);
	input_close(run->input);
	open_files(run);
	if (open_session(run))
		take_frames(run);
	else
		run->status = EXIT_USAGE;
}

static void run_frames(struct run *run)
{
	if (run->printer)
		printer_begin(run->printer);
	take_frames(run);
	while (run->again)
		begin_again(run);
	if (output_failed(run))
		return;
	if (run->printer && !printer_end(run->printer))
		output_failed(run);
	else if (run->stats)
		print_stats(run);
}

/* What was forgotten is missing from what was said. */
static void say_what_was_forgotten(const struct run *run)
{
	const struct tracker *t = run->session ? tracker_of(run->session) : NULL;

	if (t)
		complain_about_memory(tracker_forgotten(t), tracker_limit_of(t));
}

/* Where nothing passed, the user may want to know why. */
static void explain_silence(const struct run *run)
{
	const struct read_options *o = &run->options;

	if (!run->passed && !o->quiet && (o->display_filter || o->capture_filter))
		doctor(o, run->frames);
}

static void close_writer(struct run *run)
{
	struct fault fault;

	if (!run->writer || writer_close(run->writer, &fault))
		return;
	complain_about(run->write_name, "%s", fault.text);
	run->status = EXIT_TROUBLE;
}

static void print_count(struct run *run)
{
	text_u64(&run->out.text, run->passed);
	text_put(&run->out.text, run->passed == 1 ? " packet\n" : " packets\n");
	if (!out_flush(&run->out))
		output_failed(run);
}

int command_read(int argc, char **argv)
{
	struct run run = {.status = EXIT_OK};
	int status;

	if (!read_options_parse(&run.options, argc, argv, &status)) {
		read_options_close(&run.options);
		return status;
	}
	run.care = can_begin_again(&run.options) ? HASTY
		   : prints_lines(&run.options)  ? WHOLE
						 : SKIMMING;
	open_files(&run);
	if (open_capture(&run) && open_session(&run) && open_writer(&run)) {
		run_frames(&run);
		close_writer(&run);
		if (run.options.count)
			print_count(&run);
		explain_silence(&run);
		say_what_was_forgotten(&run);
	} else {
		run.status = EXIT_USAGE;
	}
	close_session(&run);
	bpf_close(run.capture);
	input_close(run.input);
	text_close(&run.out.text);
	read_options_close(&run.options);
	return run.status;
}
