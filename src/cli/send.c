/* SPDX-License-Identifier: BSD-2-Clause */
/* peel send: packets from a specification onto the wire, and what answers them. */
#include "config.h"

#include "cli/cli.h"
#include "cli/craft_spec.h"
#include "cli/send_answers.h"
#include "cli/send_options.h"
#include "cli/send_plain.h"
#include "cli/sender.h"
#include <inttypes.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

/* A run: what is built, where it goes, what comes back. */
struct run {
	struct send_options options;
	struct session *session;
	struct craft *craft;
	struct sender sender;
	struct answers answers;
	struct out out;
	uint64_t sent, octets, failed;
	int64_t due; /* when the next packet is: nanoseconds of the monotonic clock */
	int status;
};

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

static int64_t now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

/* --- waiting --- */

/* Takes in what is captured until that time of the monotonic clock; false: all is lost. */
static bool listen_until(struct run *run, int64_t end, bool all_answered)
{
	struct fault fault;
	struct frame f;
	int64_t left;

	do {
		int rc;

		left = end - now(CLOCK_MONOTONIC);
		rc = live_next(run->sender.live, &f, left > 0 ? (int)(left / 1000000) : 0, &fault);
		if (rc < 0) {
			complain("%s", fault.text);
			run->status = EXIT_USAGE;
			return false;
		}
		if (rc)
			answers_got(&run->answers, &f);
		if (all_answered && run->answers.answered == run->answers.n)
			return true;
	} while (left > 1000000 && !interrupted);
	return true;
}

static void sleep_until(int64_t end)
{
	struct timespec t = {end / NS_PER_SECOND, end % NS_PER_SECOND};

	while (!interrupted && clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL))
		;
}

/* Waits until the next packet is due. */
static bool wait_for_turn(struct run *run)
{
	if (run->sender.live && !listen_until(run, run->due, false))
		return false;
	if (run->due)
		sleep_until(run->due);
	return true;
}

static void set_due(struct run *run, uint32_t octets)
{
	const struct send_options *o = &run->options;
	double seconds = o->interval;

	if (o->mbps > 0 && octets * 8 / (o->mbps * 1e6) > seconds)
		seconds = octets * 8 / (o->mbps * 1e6);
	if (seconds > 0)
		run->due = (run->due ? run->due : now(CLOCK_MONOTONIC)) +
			   (int64_t)(seconds * (double)NS_PER_SECOND);
}

/* --- sending --- */

static bool count_sent(struct run *run, bool sent, uint32_t n, const struct fault *fault)
{
	if (sent) {
		run->sent++;
		run->octets += n;
		return true;
	}
	if (!run->failed++)
		complain("packet %" PRIu64 ": %s", run->sent + run->failed, fault->text);
	run->status = EXIT_USAGE;
	return false;
}

/* Many packets to groups or to all are a storm: somebody must mean it. */
static bool is_storm(const struct run *run, const struct packet *k, uint64_t n)
{
	const struct send_options *o = &run->options;

	if (o->yes || n <= 100 || (o->interval >= 0.01) || !goes_to_many(k))
		return false;
	complain("more than 100 packets a second to a group or to all: --pps 100, or --yes");
	return true;
}

static bool send_next(struct run *run, uint64_t n)
{
	struct craft_fault fault;
	struct fault why;
	const struct packet *k = craft_next(run->craft, &fault);

	if (!k) {
		complain_about_spec(run->session, run->options.spec, &fault);
		run->status = EXIT_USAGE;
		return false;
	}
	if (!run->sent && is_storm(run, k, n)) {
		run->status = EXIT_USAGE;
		return false;
	}
	if (run->sender.live)
		answers_sent(&run->answers, k, now(CLOCK_REALTIME));
	count_sent(run, sender_send(&run->sender, k, &why), k->len, &why);
	set_due(run, k->len);
	return true;
}

static int64_t end_of_wait(const struct run *run)
{
	return now(CLOCK_MONOTONIC) + (int64_t)(run->options.timeout * (double)NS_PER_SECOND);
}

/* Sends again what wasn't answered. */
static bool retry(struct run *run)
{
	struct fault why;

	for (uint32_t i = 0; i < run->answers.n && !interrupted; i++) {
		struct asked *s = &run->answers.all[i];

		if (s->answered)
			continue;
		if (!wait_for_turn(run))
			return false;
		s->time = now(CLOCK_REALTIME);
		count_sent(run, wire_send(run->sender.wire, s->bytes, s->len, &why), s->len, &why);
		set_due(run, s->len);
	}
	return true;
}

static void run_packets(struct run *run)
{
	const struct send_options *o = &run->options;
	uint64_t n = o->count ? o->count : craft_count(run->craft);

	for (uint64_t i = 0; i < n && !interrupted; i++)
		if (!wait_for_turn(run) || !send_next(run, n))
			return;
	if (!run->sender.live || !listen_until(run, end_of_wait(run), true))
		return;
	for (uint64_t i = 0; i < o->retries && run->answers.answered < run->answers.n; i++)
		if (!retry(run) || !listen_until(run, end_of_wait(run), true))
			return;
}

static void sum_up(struct run *run)
{
	struct text *t = &run->out.text;

	if (run->sender.live) {
		answers_list_missing(&run->answers);
		answers_sum_up(&run->answers, run->sent);
		if (run->status == EXIT_OK && !run->answers.answered)
			run->status = EXIT_TROUBLE;
	} else {
		text_u64(t, run->sent);
		text_format(t, " packet%s sent, %llu octets\n", plural(run->sent),
			    (unsigned long long)run->octets);
	}
	out_flush(&run->out);
}

/* --- setting up --- */

static bool open_sender(struct run *run)
{
	struct send_options *o = &run->options;

	return sender_open(&run->sender, o->interface, o->expect != NULL, run->session,
			   &o->craft) &&
	       (!o->guard || sender_guard(&run->sender));
}

static bool open_answers(struct run *run)
{
	const struct send_options *o = &run->options;

	return !o->expect || answers_open(&run->answers, o->expect, &run->out, o->quiet);
}

static int run_spec(struct run *run)
{
	run->out.fd = STDOUT_FILENO;
	run->session = craft_session();
	if (open_sender(run) && open_answers(run))
		run->craft = craft_open_spec(run->session, run->options.spec, &run->options.craft);
	if (run->craft) {
		signal(SIGINT, interrupt);
		signal(SIGTERM, interrupt);
		run_packets(run);
		if (run->sent || run->status == EXIT_OK)
			sum_up(run);
	} else {
		run->status = EXIT_USAGE;
	}
	craft_close(run->craft);
	answers_close(&run->answers);
	sender_close(&run->sender);
	session_close(run->session);
	text_close(&run->out.text);
	return run->status;
}

int command_send(int argc, char **argv)
{
	struct run run = {.status = EXIT_OK};
	int status;

	if (!send_options_parse(&run.options, argc, argv, &status))
		return status;
	if (run.options.plain[0])
		return send_plain(run.options.plain, run.options.timeout);
	return run_spec(&run);
}
