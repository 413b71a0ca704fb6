/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that a live capture runs: the one it watches, and what works on complete files. */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_interfaces.h"
#include "cli/live_kin.h"
#include "cli/netns.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Signals as a new program expects them. */
static void reset_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
}

static _Noreturn void run_command(const struct live_options *o, int start)
{
	char go;
	int back;

	if (read(start, &go, 1) != 1 || !enter_netns(o->netns, &back))
		exit(EXIT_USAGE);
	reset_signals();
	execvp(o->command[0], o->command);
	complain("%s: can't be run: %s", o->command[0], strerror(errno));
	exit(127);
}

pid_t kin_command(const struct live_options *o, int *start)
{
	int fds[2];
	pid_t child = pipe2(fds, O_CLOEXEC) ? -1 : fork();

	if (child < 0) {
		complain("%s: no process can be had: %s", o->command[0], strerror(errno));
		return -1;
	}
	if (!child) {
		close(fds[1]);
		run_command(o, fds[0]);
	}
	close(fds[0]);
	*start = fds[1];
	return child;
}

static void run_with(const char *command, char *file)
{
	char *argv[] = {(char *)(uintptr_t)command, file, NULL};
	pid_t child = fork();

	if (!child) {
		reset_signals();
		execvp(command, argv);
		complain("--post-rotate %s: can't be run: %s", command, strerror(errno));
		exit(127);
	}
	while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
}

static _Noreturn void help(const struct live_options *o, const struct identity *who, int names)
{
	struct fault fault;
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	FILE *f = fdopen(names, "r");

	if (!f || (!o->read.no_sandbox && !lock_identity(who, &fault))) {
		complain("--post-rotate: %s", f ? fault.text : strerror(errno));
		exit(EXIT_USAGE);
	}
	while ((n = getline(&line, &room, f)) > 0) {
		line[n - 1] = '\0';
		run_with(o->post_rotate, line);
	}
	exit(EXIT_OK);
}

pid_t kin_helper(const struct live_options *o, const struct identity *who, int *names)
{
	int fds[2];
	pid_t child = pipe2(fds, O_CLOEXEC) ? -1 : fork();

	if (child < 0) {
		complain("--post-rotate: no process can be had: %s", strerror(errno));
		return -1;
	}
	if (!child) {
		close(fds[1]);
		help(o, who, fds[0]);
	}
	close(fds[0]);
	*names = fds[1];
	return child;
}

void kin_rotated(const struct live_options *o, int names, const char *name)
{
	struct text t = {0};

	text_bytes(&t, o->series.path, series_folder_len(o->series.path));
	text_put(&t, name);
	text_char(&t, '\n');
	if (write(names, t.p, t.len) < 0)
		complain("--post-rotate: the process that runs it is gone");
	text_close(&t);
}
