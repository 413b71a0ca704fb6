/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel replay: apart from the tables, which have a struct option, too. */
#include "config.h"

#include "cli/cli.h"
#include "cli/read_options.h"
#include "cli/replay_options.h"
#include "core/arena.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum {
	OPT_HELP = 256,
	OPT_DEL,
	OPT_INTERVAL,
	OPT_JSON,
	OPT_LOOP,
	OPT_MAC,
	OPT_MAP,
	OPT_MBPS,
	OPT_MERGE,
	OPT_PPS,
	OPT_RAW,
	OPT_SEED,
	OPT_SET,
	OPT_SPEED,
	OPT_TOP,
	OPT_YES,
};

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"del", required_argument, NULL, OPT_DEL},
	{"interval", required_argument, NULL, OPT_INTERVAL},
	{"json", no_argument, NULL, OPT_JSON},
	{"loop", required_argument, NULL, OPT_LOOP},
	{"mac", required_argument, NULL, OPT_MAC},
	{"map", required_argument, NULL, OPT_MAP},
	{"mbps", required_argument, NULL, OPT_MBPS},
	{"merge", no_argument, NULL, OPT_MERGE},
	{"pps", required_argument, NULL, OPT_PPS},
	{"raw", no_argument, NULL, OPT_RAW},
	{"seed", required_argument, NULL, OPT_SEED},
	{"set", required_argument, NULL, OPT_SET},
	{"speed", required_argument, NULL, OPT_SPEED},
	{"top", no_argument, NULL, OPT_TOP},
	{"yes", no_argument, NULL, OPT_YES},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel replay [OPTIONS] -i INTERFACE [-i INTERFACE] FILE ...\n"
	"\n"
	"Sends the frames of capture files ('-' is standard input) as they were recorded.\n"
	"As root, or with the capability cap_net_raw.\n"
	"\n"
	"which frames\n"
	"  -i INTERFACE   where they go; given twice: clients' by the first, servers' by the "
	"second\n"
	"  -Y FILTER      just those that pass this display filter ('@FILE' reads it from there)\n"
	"  -c N           stop after N frames\n"
	"  --loop N       N times; 0: until it is interrupted\n"
	"  --merge        order the frames of several files by time\n"
	"when\n"
	"  --speed N      N times as fast as recorded: 2x, 0.5x (default 1x)\n"
	"  --pps N        so many frames a second;  --interval S  one every S seconds\n"
	"  --mbps N       so many million bits a second\n"
	"  --top          as fast as possible\n"
	"  --yes          more than 100 frames a second to groups or all are meant\n"
	"with changes\n"
	"  --map OLD=NEW  other addresses: 10.0.0.0/8=10.77.0.0/16 (repeat for more)\n"
	"  --mac OLD=NEW  another hardware address; src=NEW, dst=NEW: of all frames\n"
	"  --set FIELD=VALUE  changes a field: ip.ttl=3 (repeat for more)\n"
	"  --del PROTOCOL     takes a layer's header away: vlan (repeat for more)\n"
	"  --raw          --set and --del leave lengths and checksums as they are\n"
	"  --seed N       what is random is the same for the same N\n"
	"afterwards\n"
	"  --json         what was sent, as one JSON object";

/* A number greater than 0, with a fraction; behind it may stand `unit`. */
static bool read_rate(const char *option, char unit, double *v)
{
	char *end;

	*v = strtod(optarg, &end);
	if (end != optarg && unit && *end == unit)
		end++;
	if (end != optarg && !*end && *v > 1e-9 && *v < 1e12)
		return true;
	complain("%s %s: expected a number above 0", option, optarg);
	return false;
}

/* Just one option says how fast. */
static bool set_pace(struct replay_options *o, enum pace_kind kind, const char *option)
{
	if (o->paced_by && strcmp(o->paced_by, option)) {
		complain("%s and %s don't go together: both say how fast", o->paced_by, option);
		return false;
	}
	o->paced_by = option;
	o->pace.kind = kind;
	return true;
}

static bool set_pps(struct replay_options *o)
{
	double pps;

	if (!read_rate("--pps", '\0', &pps))
		return false;
	o->pace.interval = 1 / pps;
	return set_pace(o, PACE_EVERY, "--pps");
}

static bool set_interface(struct replay_options *o)
{
	if (o->n_interfaces == COUNT(o->interfaces)) {
		complain("-i %s: there are two sides of a conversation, no more", optarg);
		return false;
	}
	o->interfaces[o->n_interfaces++] = optarg;
	return true;
}

static bool set_number(const char *option, uint64_t least, uint64_t *v)
{
	if (parse_number(optarg, least, UINT64_MAX - 1, v))
		return true;
	complain("%s %s: expected a number from %u on", option, optarg, (unsigned)least);
	return false;
}

static bool set_addresses(struct replay_options *o, bool macs)
{
	struct fault fault;

	if (macs ? remap_macs(o->remap, optarg, &fault) : remap_addresses(o->remap, optarg, &fault))
		return true;
	complain("%s: %s", macs ? "--mac" : "--map", fault.text);
	return false;
}

static void add_change(struct replay_options *o, bool del)
{
	if (del) {
		o->del = need_more(o->del, (o->n_del + 1) * sizeof *o->del);
		o->del[o->n_del++] = optarg;
		return;
	}
	text_put(&o->set, o->set.len ? " " : "");
	text_put(&o->set, optarg);
}

/* Options without an argument; false when it is none of them. */
static bool set_flag(struct replay_options *o, int c)
{
	bool *flag = c == OPT_JSON    ? &o->json
		     : c == OPT_MERGE ? &o->merge
		     : c == OPT_RAW   ? &o->raw
		     : c == OPT_YES   ? &o->yes
				      : NULL;

	if (flag)
		*flag = true;
	return flag != NULL;
}

static bool set_option(struct replay_options *o, int c)
{
	switch (c) {
	case 'c':
		return set_number("-c", 1, &o->most);
	case 'i':
		return set_interface(o);
	case 'Y':
		return read_options_filter(&o->filter, &o->filter_text, c);
	case OPT_LOOP:
		return set_number("--loop", 0, &o->rounds);
	case OPT_SEED:
		return set_number("--seed", 0, &o->seed);
	case OPT_MAC:
	case OPT_MAP:
		return set_addresses(o, c == OPT_MAC);
	case OPT_SET:
	case OPT_DEL:
		add_change(o, c == OPT_DEL);
		return true;
	case OPT_TOP:
		return set_pace(o, PACE_TOP, "--top");
	case OPT_PPS:
		return set_pps(o);
	case OPT_INTERVAL:
		return read_rate("--interval", '\0', &o->pace.interval) &&
		       set_pace(o, PACE_EVERY, "--interval");
	case OPT_MBPS:
		return read_rate("--mbps", '\0', &o->pace.mbps) && set_pace(o, PACE_BITS, "--mbps");
	case OPT_SPEED:
		return read_rate("--speed", 'x', &o->pace.speed) &&
		       set_pace(o, PACE_RECORDED, "--speed");
	default:
		return false;
	}
}

/* What follows from several options together; false: the user was told what doesn't fit. */
static bool check_options(struct replay_options *o)
{
	for (unsigned i = 0; i < o->n_files; i++)
		o->reads_stdin = o->reads_stdin || !strcmp(o->files[i], "-");
	if (!o->n_files)
		complain("no capture file is named ('-' is standard input)");
	else if (!o->n_interfaces)
		complain("no interface is named: -i INTERFACE says where frames go");
	else if (o->n_interfaces == 2 && !strcmp(o->interfaces[0], o->interfaces[1]))
		complain("-i %s: it is named twice; once sends both sides by it", o->interfaces[0]);
	else if (o->reads_stdin && o->rounds != 1)
		complain("--loop reads files again, which standard input isn't fit for");
	else if (o->raw && !o->set.len && !o->n_del)
		complain("--raw is about --set and --del");
	else
		return true;
	return false;
}

bool replay_options_parse(struct replay_options *o, int argc, char **argv, int *status)
{
	int c;

	*o = (struct replay_options){.most = UINT64_MAX, .rounds = 1, .pace = {.speed = 1}};
	o->remap = remap_open();
	*status = EXIT_USAGE;
	if (getrandom(&o->seed, sizeof o->seed, 0) < 0)
		o->seed = 1;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":c:i:Y:", long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || (!set_flag(o, c) && !set_option(o, c))) {
			usage_error("replay");
			return false;
		}
	}
	o->files = (const char *const *)argv + optind;
	o->n_files = (unsigned)(argc - optind);
	if (check_options(o))
		return true;
	usage_error("replay");
	return false;
}

void replay_options_close(struct replay_options *o)
{
	remap_close(o->remap);
	text_close(&o->set);
	free(o->del);
	free(o->filter_text);
}
