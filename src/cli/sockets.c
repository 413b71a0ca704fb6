/* SPDX-License-Identifier: BSD-2-Clause */
/* peel sockets: the sockets of this machine, and whose they are. */
#include "config.h"

#include "cli/cli.h"
#include "cli/filters.h"
#include "cli/netns.h"
#include "cli/sockets_frame.h"
#include "cli/sockets_options.h"
#include "cli/sockets_print.h"
#include "core/arena.h"
#include "core/out.h"
#include "protocols.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct run {
	struct sockets_options options;
	struct sockets sockets;
	struct processes processes;
	struct session *session;
	struct filter *filter; /* NULL: none */
	struct socket_row *rows;
	size_t n;
	struct out out;
	bool told; /* that processes of others can't be seen */
};

/* --- one listing --- */

static bool look(struct run *run)
{
	struct fault fault;
	int back;
	bool good;

	if (!enter_netns(run->options.netns, &back))
		return false;
	good = sockets_open(&run->sockets, &fault);
	leave_netns(back);
	if (!good)
		complain("%s", fault.text);
	processes_open(&run->processes);
	return good;
}

static bool open_session(struct run *run)
{
	const struct sockets_options *o = &run->options;

	run->session = session_open(protocols);
	if (!o->numbers)
		session_services_file(run->session, "/etc/services");
	if (o->filter)
		run->filter = open_display_filter(run->session, o->filter, o->filter_option);
	if (o->filter && !run->filter)
		return false;
	session_start(run->session);
	return true;
}

/* A socket that nobody has open any more belongs to nobody, too. */
static struct socket_row row_of(const struct run *run, const struct socket_info *s)
{
	struct socket_row row = {.info = s};

	if (s->inode)
		row.processes = processes_of(&run->processes, s->inode, &row.n_processes);
	row.user = run->options.numbers ? NULL : user_name(s->uid);
	return row;
}

static void choose(struct run *run)
{
	struct text octets = {0};
	struct frame f = {0};

	run->rows = need_zero(run->sockets.n + 1, sizeof *run->rows);
	for (size_t i = 0; i < run->sockets.n; i++) {
		struct socket_row row = row_of(run, &run->sockets.list[i]);

		socket_frame(&row, &octets, &f);
		if (!run->filter || filter_passes(run->filter, session_walk(run->session, &f)))
			run->rows[run->n++] = row;
	}
	text_close(&octets);
}

static void say_what_is_hidden(struct run *run)
{
	bool hidden = false;

	for (size_t i = 0; i < run->n; i++)
		hidden = hidden || (run->rows[i].info->inode && !run->rows[i].n_processes);
	if (!hidden || !run->processes.denied || run->told)
		return;
	complain("processes of other users aren't shown: that takes root's rights (sudo peel "
		 "sockets)");
	run->told = true;
}

static void print(struct run *run)
{
	struct socket_listing l = {.session = run->session, .rows = run->rows, .n = run->n};

	(run->options.json ? sockets_json : sockets_table)(&l, &run->out.text);
}

static void forget(struct run *run)
{
	sockets_close(&run->sockets);
	processes_close(&run->processes);
	filter_close(run->filter);
	if (run->session)
		session_close(run->session);
	free(run->rows);
	run->filter = NULL;
	run->session = NULL;
	run->rows = NULL;
	run->n = 0;
}

/* Looks, chooses and prints; the exit status. */
static int list(struct run *run)
{
	int status = EXIT_OK;

	if (!open_session(run))
		status = EXIT_USAGE;
	else if (!look(run))
		status = run->options.netns ? EXIT_USAGE : EXIT_TROUBLE;
	if (status == EXIT_OK) {
		choose(run);
		print(run);
		if (!out_flush(&run->out)) {
			if (errno != EPIPE)
				complain("%s", run->out.fault.text);
			status = EXIT_TROUBLE;
		}
		say_what_is_hidden(run);
	}
	forget(run);
	return status;
}

/* --- again and again --- */

/* A terminal shows the newest alone; elsewhere an empty line stands between listings. */
static void separate(struct run *run, uint64_t time)
{
	if (!run->options.watch || run->options.json)
		return;
	if (isatty(STDOUT_FILENO))
		text_put(&run->out.text, "\033[H\033[J");
	else
		text_put(&run->out.text, time ? "\n" : "");
}

int command_sockets(int argc, char **argv)
{
	struct run run = {.out.fd = STDOUT_FILENO};
	int status;

	if (sockets_options_parse(&run.options, argc, argv, &status)) {
		uint64_t most = run.options.watch ? run.options.most : 1;

		status = EXIT_OK;
		for (uint64_t i = 0; i < most && status == EXIT_OK; i++) {
			if (i)
				sleep((unsigned)run.options.pause);
			separate(&run, i);
			status = list(&run);
		}
	}
	text_close(&run.out.text);
	sockets_options_close(&run.options);
	return status;
}
