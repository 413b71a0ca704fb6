/* SPDX-License-Identifier: BSD-2-Clause */
/* peel: which subcommand is meant. */
#include "config.h"

#include "cli/cli.h"
#include "live/lock.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *does;
} commands[] = {
	{"read", command_read, "take capture files apart: list, show in detail, convert"},
	{"live", command_live, "capture from interfaces: show, count, write"},
	{"follow", command_follow, "show what the two ends of a conversation told each other"},
	{"stats", command_stats, "say on one page what is in capture files"},
	{"conversations", command_conversations,
	 "list connections: who opened them, how they went"},
	{"ladder", command_ladder, "draw who sent what to whom"},
	{"craft", command_craft, "build packets: from a specification, or from captured ones"},
	{"send", command_send, "send packets, and show what answers them"},
	{"replay", command_replay, "send the frames of capture files again"},
	{"sockets", command_sockets, "list this machine's sockets, and whose they are"},
	{"explain", command_explain, "say what a field, protocol, port, address or octets are"},
	{"fields", command_fields, "list the fields that there are"},
};

static int help(void)
{
	puts("peel takes network packets apart, and puts them together.\n\n"
	     "usage: peel SUBCOMMAND [OPTIONS] ...\n"
	     "       peel FILE ...            (is peel read FILE ...)\n");
	for (size_t i = 0; i < COUNT(commands); i++)
		printf("  %-13s %s\n", commands[i].name, commands[i].does);
	puts("\n'peel SUBCOMMAND --help' lists its options; 'man peel-SUBCOMMAND' has examples.");
	return EXIT_OK;
}

/* The version, and what of it depends on how peel was built. */
static int version(void)
{
	static const char *const parts[] = {
#ifdef HAVE_ZLIB
		"gzip",
#endif
#ifdef HAVE_ZSTD
		"zstd",
#endif
#ifdef HAVE_LZ4
		"lz4",
#endif
#ifdef HAVE_NETTLE
		"ja3",
#endif
	};

	printf("peel " PACKAGE_VERSION "\nbuilt with:");
	for (size_t i = 0; i < COUNT(parts); i++)
		printf(" %s", parts[i]);
	if (lock_missing())
		printf("\nno system calls are locked: %s\n", lock_missing());
	else
		puts(" seccomp");
	return EXIT_OK;
}

int main(int argc, char **argv)
{
	signal(SIGPIPE, SIG_IGN);
	if (argc < 2) {
		help();
		return EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help"))
		return help();
	if (!strcmp(argv[1], "--version")) {
		return version();
	}
	if (!strcmp(argv[1], "conv"))
		return command_conversations(argc - 1, argv + 1);
	for (size_t i = 0; i < COUNT(commands); i++)
		if (!strcmp(argv[1], commands[i].name))
			return commands[i].run(argc - 1, argv + 1);
	return command_read(argc, argv);
}
