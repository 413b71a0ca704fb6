/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel send: apart from the tables, which have a struct option, too. */
#include "config.h"

#include "cli/cli.h"
#include "cli/send_options.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum {
	OPT_HELP = 256,
	OPT_EXPECT,
	OPT_GUARD,
	OPT_INTERVAL,
	OPT_MBPS,
	OPT_PPS,
	OPT_RETRIES,
	OPT_SEED,
	OPT_TIMEOUT,
	OPT_YES,
	OPT_ZIP,
};

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"expect", required_argument, NULL, OPT_EXPECT},
	{"guard", no_argument, NULL, OPT_GUARD},
	{"interval", required_argument, NULL, OPT_INTERVAL},
	{"mbps", required_argument, NULL, OPT_MBPS},
	{"pps", required_argument, NULL, OPT_PPS},
	{"retries", required_argument, NULL, OPT_RETRIES},
	{"seed", required_argument, NULL, OPT_SEED},
	{"timeout", required_argument, NULL, OPT_TIMEOUT},
	{"yes", no_argument, NULL, OPT_YES},
	{"zip", no_argument, NULL, OPT_ZIP},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel send [OPTIONS] [-i INTERFACE] SPEC\n"
	"       peel send [--timeout SECONDS] udp|tcp HOST PORT TEXT\n"
	"\n"
	"SPEC is layers and fields, see peel-craft(7); addresses that nobody sets are those of\n"
	"the way to the destination.  As root, or with the capability cap_net_raw.\n"
	"\n"
	"sending\n"
	"  -i INTERFACE   whole frames by this interface (else IP packets by the routes)\n"
	"  -n N           N packets (default: every combination of the values, once)\n"
	"  --pps N        so many packets a second;  --interval S  one every S seconds\n"
	"  --mbps N       at most N million bits a second\n"
	"  --zip          values of several fields in step, not every combination\n"
	"  --seed N       what is random is the same for the same N\n"
	"  --yes          more than 100 packets a second to groups or all are meant\n"
	"answers\n"
	"  --expect FILTER  wait for packets that answer and pass this display filter ('' any)\n"
	"  --timeout S    wait S seconds behind the last packet (default 1)\n"
	"  --retries N    send what isn't answered again, N times\n"
	"  --guard        keep the kernel from resetting these TCP connections (by nftables)\n"
	"  -q             just the summary";

/* A number greater than 0, with a fraction. */
static bool set_rate(const char *option, double *v)
{
	char *end;

	*v = strtod(optarg, &end);
	if (end != optarg && !*end && *v > 0 && *v < 1e12)
		return true;
	complain("%s %s: expected a number above 0", option, optarg);
	return false;
}

static bool set_pps(struct send_options *o)
{
	double pps;

	if (!set_rate("--pps", &pps))
		return false;
	o->interval = 1 / pps;
	return true;
}

static bool set_number(const char *option, uint64_t least, uint64_t *v)
{
	if (parse_number(optarg, least, UINT64_MAX, v))
		return true;
	complain("%s %s: expected a number from %u on", option, optarg, (unsigned)least);
	return false;
}

static bool set_option(struct send_options *o, int c)
{
	switch (c) {
	case 'i':
		o->interface = optarg;
		return true;
	case 'n':
		return set_number("-n", 1, &o->count);
	case 'q':
		o->quiet = true;
		return true;
	case OPT_EXPECT:
		o->expect = optarg;
		return true;
	case OPT_GUARD:
		o->guard = true;
		return true;
	case OPT_INTERVAL:
		return set_rate("--interval", &o->interval);
	case OPT_MBPS:
		return set_rate("--mbps", &o->mbps);
	case OPT_PPS:
		return set_pps(o);
	case OPT_RETRIES:
		return set_number("--retries", 0, &o->retries);
	case OPT_SEED:
		return set_number("--seed", 0, &o->craft.seed);
	case OPT_TIMEOUT:
		return set_rate("--timeout", &o->timeout);
	case OPT_YES:
		o->yes = true;
		return true;
	default:
		o->craft.zip = true;
		return true;
	}
}

static bool is_plain(const char *word)
{
	return !strcmp(word, "udp") || !strcmp(word, "tcp");
}

/* What stands behind the options. */
static bool take_rest(struct send_options *o, int n, char **words)
{
	if (n == 4 && is_plain(words[0]) && !o->interface && !o->expect) {
		memcpy(o->plain, words, sizeof o->plain);
		return true;
	}
	if (n == 1 && !o->expect && o->retries) {
		complain("--retries is for --expect FILTER");
		return false;
	}
	o->spec = words[0];
	if (n == 1)
		return true;
	complain(n ? "the specification is one argument: put it into quotation marks"
		   : "there is no specification");
	return false;
}

bool send_options_parse(struct send_options *o, int argc, char **argv, int *status)
{
	int c;

	*o = (struct send_options){.timeout = 1};
	*status = EXIT_USAGE;
	if (getrandom(&o->craft.seed, sizeof o->craft.seed, 0) < 0)
		o->craft.seed = 1;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":i:n:q", long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || !set_option(o, c)) {
			usage_error("send");
			return false;
		}
	}
	if (take_rest(o, argc - optind, argv + optind))
		return true;
	usage_error("send");
	return false;
}
