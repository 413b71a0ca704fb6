/* SPDX-License-Identifier: BSD-2-Clause */
/* peel read: capture files in, lines or documents or capture files out. */
#include "config.h"

#include "capture/input.h"
#include "capture/writer.h"
#include "cli/cli.h"
#include "cli/decode.h"
#include "cli/doctor.h"
#include "cli/filters.h"
#include "cli/listeners.h"
#include "cli/progress.h"
#include "cli/read_options.h"
#include "cli/sandbox.h"
#include "flow/track.h"
#include "protocols.h"
#include "show/show.h"
#include "stats/stats.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A run: what is read, what listens. */
struct run {
	struct read_options options;
	struct listeners hears;
	struct input *input;
	struct writer *writer;  /* NULL: nothing is written */
	const char *write_name; /* what messages call that file */
	struct bpf *capture;    /* NULL: none */
	struct progress progress;
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

	out_flush(&run->hears.out);
	progress_end(&run->progress);
	complain_about(path, "%s", fault->text);
	if (run->status < status)
		run->status = status;
}

/* --- setting up --- */

static bool open_capture(struct run *run)
{
	const struct read_options *o = &run->options;

	if (o->capture_filter)
		run->capture = open_capture_filter(o->capture_filter, "-f");
	return run->capture || !o->capture_filter;
}

/* Whether summary lines are printed, which may tell of frames before. */
static bool prints_lines(const struct read_options *o)
{
	return listeners_print(o) && (!strcmp(o->form, "text") || !strcmp(o->form, "tabs") ||
				      !strcmp(o->form, "psml") || o->show.summary);
}

/* Whether lines that turn out to be unsure can be found anew: by reading the files again. */
static bool can_begin_again(const struct read_options *o)
{
	struct stat st;
	bool can = o->display_filter && listeners_print(o) && !strcmp(o->form, "text") &&
		   !o->write_to && !o->n_stats;

	for (unsigned i = 0; i < o->n_files; i++)
		can = can && !stat(o->files[i], &st) && S_ISREG(st.st_mode);
	return can;
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
	if (!run->hears.printer)
		return true;
	if (run->hears.care != WHOLE && session_is_unsure(run->hears.session)) {
		run->again = true;
		return false;
	}
	if (run->shown)
		run->shown--;
	else if (run->printed++, !printer_frame(run->hears.printer, r))
		return false;
	session_displayed(run->hears.session);
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

/* What becomes of a frame; false: the run ends. */
static bool take_frame(struct run *run, const struct frame *f)
{
	const struct record *r;

	run->frames++;
	if (!is_captured(run, f))
		return true;
	if (!listeners_pass(&run->hears, f, &r)) {
		if (run->hears.stats)
			stats_pass_over(run->hears.stats, r);
		return true;
	}
	run->passed++;
	if (run->hears.stats)
		stats_frame(run->hears.stats, r);
	return write_frame(run, f) && print_frame(run, r);
}

static void take_frames(struct run *run)
{
	struct frame f;

	progress_begin(&run->progress, run->input, !run->hears.printer || !isatty(STDOUT_FILENO));
	while (run->passed < run->options.most && input_next(run->input, &f)) {
		progress_frame(&run->progress);
		if (!take_frame(run, &f))
			break;
	}
	progress_end(&run->progress);
}

/* Reads all files once more, passing over less; what was printed stays. */
static void begin_again(struct run *run)
{
	run->shown = run->printed;
	run->frames = run->passed = 0;
	run->hears.care = run->hears.care == HASTY ? SKIMMING : WHOLE;
	run->again = false;
	run->status = EXIT_OK;
	input_again(run->input, on_problem, run);
	if (listeners_again(&run->hears))
		take_frames(run);
	else
		run->status = EXIT_USAGE;
}

static void run_frames(struct run *run)
{
	if (run->hears.printer)
		printer_begin(run->hears.printer);
	take_frames(run);
	while (run->again)
		begin_again(run);
	if (!listeners_end(&run->hears))
		run->status = EXIT_TROUBLE;
}

/* Where nothing passed, the user may want to know why. */
static void explain_silence(const struct run *run)
{
	const struct read_options *o = &run->options;

	if (!run->passed && !o->quiet && (o->display_filter || o->capture_filter))
		doctor(o, run->input, run->frames);
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
	text_u64(&run->hears.out.text, run->passed);
	text_put(&run->hears.out.text, run->passed == 1 ? " packet\n" : " packets\n");
	if (!listeners_flush(&run->hears))
		run->status = EXIT_TROUBLE;
}

int command_read(int argc, char **argv)
{
	struct run run = {.status = EXIT_OK};
	int status;

	if (!read_options_parse(&run.options, argc, argv, &status)) {
		read_options_close(&run.options);
		return status;
	}
	run.hears.care = can_begin_again(&run.options) ? HASTY
			 : prints_lines(&run.options)  ? WHOLE
						       : SKIMMING;
	run.input = input_open(run.options.files, run.options.n_files, run.options.merge,
			       on_problem, &run);
	if (open_capture(&run) && listeners_open(&run.hears, &run.options) && open_writer(&run) &&
	    sandbox_enter(run.options.no_sandbox, run.input, run.hears.session, -1)) {
		run_frames(&run);
		close_writer(&run);
		if (run.options.count)
			print_count(&run);
		explain_silence(&run);
		listeners_say_forgotten(&run.hears);
	} else {
		run.status = EXIT_USAGE;
	}
	listeners_close(&run.hears);
	bpf_close(run.capture);
	input_close(run.input);
	text_close(&run.hears.out.text);
	read_options_close(&run.options);
	return run.status;
}
