/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel explain. */
#include "cli/cli.h"
#include "cli/explain.h"
#include <getopt.h>
#include <stdio.h>

enum { OPT_HELP = 256, OPT_LINK };

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"link", required_argument, NULL, OPT_LINK},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel explain THING ...\n"
	"       peel explain [--link NAME] OCTETS ...    ('-' is standard input)\n"
	"\n"
	"things\n"
	"  tcp.flags.syn        a field\n"
	"  tcp                  a protocol, with its header\n"
	"  80, 0x0800, ftp      a port or another number, or a service\n"
	"  10.1.2.3/8           an IPv4 address, alone or with its prefix\n"
	"  fe80::1              an IPv6 address, alone or with its prefix\n"
	"  44:45:53:54:00:00    a MAC address, in any usual spelling\n"
	"  0x45000054...        octets of a frame: taken apart\n"
	"options\n"
	"  --link NAME          what the octets are: eth (default), ip, ipv6, raw, sll, another\n"
	"                       protocol of the link layer, or a LINKTYPE_ number\n"
	"\n"
	"man peel-explain has more, and examples.";

bool explain_options_parse(int argc, char **argv, const char **link, int *status)
{
	int c;

	*link = NULL;
	opterr = 0;
	*status = EXIT_USAGE;
	while ((c = getopt_long(argc, argv, ":", long_options, NULL)) != -1) {
		if (c == OPT_LINK) {
			*link = optarg;
			continue;
		}
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		complain_about_option(c, argv[optind - 1], long_options);
		usage_error("explain");
		return false;
	}
	if (optind < argc)
		return true;
	complain("nothing is named that is to be explained");
	usage_error("explain");
	return false;
}
