/* SPDX-License-Identifier: BSD-2-Clause */
/* Running a script of packets: what is sent, what comes, and where they part. */
#include "config.h"

#include "cli/cli.h"
#include "cli/craft_script.h"
#include "cli/craft_spec.h"
#include "cli/sender.h"
#include "core/out.h"
#include "craft/fit.h"
#include "craft/script.h"
#include "protocols.h"
#include "show/show.h"
#include <time.h>
#include <unistd.h>

#define PATIENCE 1.0 /* seconds within which a packet must come where the script doesn't say */

struct run {
	const char *path;
	struct script *script;
	struct session *session; /* builds; takes apart what comes */
	struct craft_options options;
	struct sender sender;
	struct out out;
	unsigned sent, came;
	int status;
};

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

static void sleep_for(double seconds)
{
	struct timespec t = {(time_t)seconds,
			     (long)((seconds - (double)(time_t)seconds) * (double)NS_PER_SECOND)};

	nanosleep(&t, NULL);
}

/* Says where in the script something is wrong, and what the comment above says. */
static void complain_about_line(const struct run *run, const struct script_line *line,
				const char *words)
{
	complain("%s, line %u: %s%s%s%s", run->path, line->number, words,
		 *line->comment ? " (" : "", line->comment, *line->comment ? ")" : "");
}

static struct craft *compile(struct run *run, const struct script_line *line,
			     const struct craft_options *o)
{
	struct craft_fault fault;
	struct craft *c = craft_compile(run->session, line->spec, o, &fault);

	if (c)
		return c;
	complain_about_line(run, line, "the specification is wrong");
	complain_about_spec(run->session, line->spec, &fault);
	run->status = EXIT_USAGE;
	return NULL;
}

/* --- sending --- */

static bool send_line(struct run *run, const struct script_line *line)
{
	struct craft *c = compile(run, line, &run->options);
	uint64_t n = c ? craft_count(c) : 0;
	struct craft_fault fault;
	struct fault why;
	bool sent = c != NULL;

	if (line->has_seconds)
		sleep_for(line->seconds);
	for (uint64_t i = 0; i < n && sent; i++) {
		const struct packet *k = craft_next(c, &fault);

		if (!k)
			complain_about_spec(run->session, line->spec, &fault);
		sent = k && wire_send(run->sender.wire, k->p, k->len, &why);
		if (k && !sent)
			complain_about_line(run, line, why.text);
		run->sent += sent;
	}
	craft_close(c);
	if (!sent)
		run->status = EXIT_USAGE;
	return sent;
}

/* --- what comes --- */

/* Both packets, field by field. */
static void print_difference(struct run *run, const struct script_line *line, const struct craft *c,
			     const struct record *r)
{
	struct text *t = &run->out.text;
	struct comparison d = {0};

	complain_about_line(run, line, "another packet came");
	text_put(t, "    field                            expected                 came\n");
	for (unsigned i = 0; craft_compare(c, r, i, &d); i++)
		text_format(t, "  %c %-32s %-24s %s\n", d.same ? ' ' : '*', d.name,
			    text_string(&d.expected), text_string(&d.came));
	text_close(&d.expected);
	text_close(&d.came);
	out_flush(&run->out);
}

static void learn(struct run *run, const struct script_line *line, const struct craft *c,
		  const struct record *r)
{
	for (unsigned i = 0; i < line->n_learnt; i++) {
		uint64_t v;

		if (craft_number_at(c, r, line->learnt[i].at, &v))
			script_learn(run->script, line->learnt[i].name, v);
	}
}

/* The first packet until then that is about the same layers; NULL: none came. */
static const struct record *wait_for(struct run *run, const struct craft *c, int64_t until,
				     enum fit *fit)
{
	struct fault fault;
	struct frame f;
	int rc;

	do {
		int64_t left = (until - now()) / 1000000;

		rc = live_next(run->sender.live, &f, left > 0 ? (int)left + 1 : 0, &fault);
		if (rc > 0) {
			const struct record *r;

			f.number = 1;
			r = session_walk(run->session, &f);
			*fit = craft_fits(c, r);
			if (*fit != FIT_OTHER)
				return r;
		}
	} while (rc > 0 || (!rc && now() < until));
	return NULL;
}

static bool expect_line(struct run *run, const struct script_line *line)
{
	double seconds = line->has_seconds ? line->seconds : PATIENCE;
	struct craft_options o = {.seed = 1, .has_link = true, .link = run->options.link};
	struct craft *c = compile(run, line, &o);
	const struct record *r = NULL;
	enum fit fit = FIT_OTHER;
	bool never = line->what == SCRIPT_NEVER, good;

	if (!c)
		return false;
	do
		r = wait_for(run, c, now() + (int64_t)(seconds * (double)NS_PER_SECOND), &fit);
	while (never && r && fit != FIT_SAME);
	good = never ? !r : r && fit == FIT_SAME;
	if (good && r)
		learn(run, line, c, r);
	else if (!good && never)
		complain_about_line(run, line, "what mustn't come came");
	else if (!good && !r)
		complain_about_line(run, line, "no such packet came");
	else if (!good)
		print_difference(run, line, c, r);
	run->came += good && r;
	craft_close(c);
	if (!good)
		run->status = EXIT_TROUBLE;
	return good;
}

/* --- the whole --- */

static void run_lines(struct run *run)
{
	struct script_line line;
	bool good = true;

	while (good) {
		script_next(run->script, &line);
		if (line.what == SCRIPT_END)
			break;
		if (line.what == SCRIPT_WRONG) {
			complain_about_line(run, &line, line.fault.text);
			run->status = EXIT_USAGE;
			break;
		}
		good = line.what == SCRIPT_SEND ? send_line(run, &line) : expect_line(run, &line);
	}
	if (run->status == EXIT_OK)
		text_format(&run->out.text, "%s: %u sent, %u came as expected\n", run->path,
			    run->sent, run->came);
	out_flush(&run->out);
}

int run_script(const char *path, const char *interface, struct craft_options options)
{
	struct run run = {.path = path, .options = options, .status = EXIT_OK};
	struct fault fault;

	run.out.fd = STDOUT_FILENO;
	run.script = script_open(path, &fault);
	if (!run.script) {
		complain_about(path, "%s", fault.text);
		return EXIT_USAGE;
	}
	run.session = craft_session();
	if (sender_open(&run.sender, interface, true, run.session, &run.options))
		run_lines(&run);
	else
		run.status = EXIT_USAGE;
	sender_close(&run.sender);
	session_close(run.session);
	script_close(run.script);
	text_close(&run.out.text);
	return run.status;
}
