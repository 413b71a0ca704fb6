/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel follow. */
#include "config.h"

#include "cli/cli.h"
#include "cli/follow_options.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
	OPT_HELP = 256,
	OPT_CLIENT,
	OPT_COLOR,
	OPT_FORMAT,
	OPT_HEX,
	OPT_JSON,
	OPT_MEMORY,
	OPT_NO_SANDBOX,
	OPT_RAW,
	OPT_SAVE,
	OPT_SERVER
};

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"client", no_argument, NULL, OPT_CLIENT},
	{"color", required_argument, NULL, OPT_COLOR},
	{"format", required_argument, NULL, OPT_FORMAT},
	{"hex", no_argument, NULL, OPT_HEX},
	{"json", no_argument, NULL, OPT_JSON},
	{"memory", required_argument, NULL, OPT_MEMORY},
	{"no-sandbox", no_argument, NULL, OPT_NO_SANDBOX},
	{"raw", no_argument, NULL, OPT_RAW},
	{"read-file", required_argument, NULL, 'r'},
	{"save", required_argument, NULL, OPT_SAVE},
	{"server", no_argument, NULL, OPT_SERVER},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel follow [OPTIONS] FILE ... tcp N | udp N | frame N | FILTER\n"
	"\n"
	"  tcp N, udp N   the conversation of that number (tcp.stream, udp.stream)\n"
	"  frame N        the one that the frame belongs to\n"
	"  FILTER         that of the first frame that passes the display filter; or -Y FILTER\n"
	"\n"
	"  --hex          octets and characters, instead of text\n"
	"  --raw          the octets unchanged, to a file or pipe\n"
	"  --json         an object a line\n"
	"  --format FORM  as tshark writes it: ascii, hex, raw, yaml\n"
	"  --client       just what was said by who sent the first packet; --server: the other\n"
	"  --save DIR     each end's octets to a file of its own in the folder DIR\n"
	"  --color WHEN   auto (on a terminal), always, never\n"
	"  --memory SIZE  remember at most so much across frames (default 512M)\n"
	"  --no-sandbox   keep all rights that peel was started with\n"
	"  -r FILE        read FILE, too";

static bool set_format(struct follow_options *o)
{
	static const char *const forms[] = {"ascii", "hex", "raw", "yaml"};

	for (size_t i = 0; i < COUNT(forms); i++)
		if (!strcmp(optarg, forms[i])) {
			o->format = forms[i];
			return true;
		}
	complain("--format %s: expected ascii, hex, raw or yaml", optarg);
	return false;
}

/* What an option says; false when it is wrong, and the user knows why. */
static bool set_option(struct follow_options *o, int c)
{
	switch (c) {
	case 'r':
		read_options_file(&o->read, optarg);
		return true;
	case 'Y':
		o->read.filter_option = "-Y";
		return read_options_filter(&o->read.display_filter, &o->read.display_text, c);
	case OPT_CLIENT:
	case OPT_SERVER:
		o->sides[c == OPT_CLIENT] = false;
		return true;
	case OPT_COLOR:
		return parse_color(optarg, &o->color);
	case OPT_FORMAT:
		return set_format(o);
	case OPT_HEX:
		o->form = FOLLOW_HEX;
		return true;
	case OPT_JSON:
		o->form = FOLLOW_JSON;
		return true;
	case OPT_MEMORY:
		return parse_size("--memory", optarg, &o->read.memory);
	case OPT_NO_SANDBOX:
		o->read.no_sandbox = true;
		return true;
	case OPT_RAW:
		o->raw = true;
		return true;
	case OPT_SAVE:
		o->save = optarg;
		return true;
	default:
		return false;
	}
}

/* "tcp 0", "frame 12": anything else is a display filter. */
static bool take_wanted(struct follow_options *o)
{
	static const char *const protocols[] = {"tcp ", "udp "};
	const char *words = o->read.display_filter;
	uint64_t n;

	if (!words) {
		complain("which conversation? tcp N, udp N, frame N, or a display filter");
		return false;
	}
	for (size_t i = 0; i < COUNT(protocols); i++)
		if (!strncmp(words, protocols[i], 4) &&
		    parse_number(words + 4, 0, UINT32_MAX, &n)) {
			o->wanted = (struct wanted_stream){i ? "udp" : "tcp", (uint32_t)n, 0};
			return true;
		}
	if (!strncmp(words, "frame ", 6) && parse_number(words + 6, 1, UINT64_MAX, &n))
		o->wanted.frame = n;
	return true;
}

static bool go_together(const struct follow_options *o)
{
	if (!o->sides[0] && !o->sides[1]) {
		complain("--client and --server: each leaves out the other");
		return false;
	}
	if (o->raw && isatty(STDOUT_FILENO)) {
		complain("--raw: octets that may be anything aren't written to a terminal");
		return false;
	}
	return true;
}

bool follow_options_parse(struct follow_options *o, int argc, char **argv, int *status)
{
	int c;

	*o = (struct follow_options){.form = FOLLOW_TEXT, .sides = {true, true}};
	o->read.most = UINT64_MAX;
	parse_color("auto", &o->color);
	*status = EXIT_USAGE;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":r:Y:", long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || !set_option(o, c)) {
			usage_error("follow");
			return false;
		}
	}
	read_options_rest(&o->read, argc, argv);
	if (!o->read.n_files)
		complain("no capture file is named ('-' is standard input)");
	if (o->read.n_files && take_wanted(o) && go_together(o))
		return true;
	usage_error("follow");
	return false;
}
