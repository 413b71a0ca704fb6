/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel craft: apart from the tables, which have a struct option, too. */
#include "config.h"

#include "cli/cli.h"
#include "cli/craft_options.h"
#include "core/arena.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum {
	OPT_HELP = 256,
	OPT_FROM,
	OPT_JSON,
	OPT_SET,
	OPT_DEL,
	OPT_RAW,
	OPT_ZIP,
	OPT_SEED,
	OPT_SHOW,
	OPT_C,
	OPT_HEX,
	OPT_IP,
	OPT_GUARD,
	OPT_MAP,
	OPT_MAC,
};

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},       {"from", required_argument, NULL, OPT_FROM},
	{"json", required_argument, NULL, OPT_JSON}, {"set", required_argument, NULL, OPT_SET},
	{"del", required_argument, NULL, OPT_DEL},   {"raw", no_argument, NULL, OPT_RAW},
	{"zip", no_argument, NULL, OPT_ZIP},         {"seed", required_argument, NULL, OPT_SEED},
	{"show", no_argument, NULL, OPT_SHOW},       {"c", no_argument, NULL, OPT_C},
	{"hex", no_argument, NULL, OPT_HEX},         {"ip", no_argument, NULL, OPT_IP},
	{"guard", no_argument, NULL, OPT_GUARD},     {"map", required_argument, NULL, OPT_MAP},
	{"mac", required_argument, NULL, OPT_MAC},   {NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel craft [OPTIONS] SPEC\n"
	"       peel craft [OPTIONS] --from FILE[:FRAME]\n"
	"       peel craft [OPTIONS] --json FILE\n"
	"       peel craft [-i INTERFACE] -f SCRIPT\n"
	"\n"
	"SPEC is layers with / between them, and fields as NAME=VALUE, see peel-craft(7):\n"
	"  peel craft 'ip dst=10.77.0.2 ttl=3 / tcp dport=80 flags=S options=mss:1460'\n"
	"\n"
	"building\n"
	"  -n N           N packets (default: every combination of the values, once)\n"
	"  --zip          values of several fields in step, not every combination\n"
	"  --seed N       what is random is the same for the same N\n"
	"  --ip           packets begin with the IP header, there is no link layer\n"
	"from captured packets\n"
	"  --from FILE[:FRAME]  frames of a capture file, or just that one\n"
	"  -Y FILTER      of these the ones that pass a display filter\n"
	"  --set FIELD=VALUE    changes a field: ip.ttl=3 (repeat for more)\n"
	"  --del PROTOCOL       takes a layer's header away: vlan (repeat for more)\n"
	"  --map OLD=NEW  other IP addresses: 10.0.0.0/8=10.77.0.0/16 (repeat for more)\n"
	"  --mac OLD=NEW  other hardware addresses; src=NEW, dst=NEW for all of them\n"
	"  --json FILE    lines of peel read -T ndjson, with values changed ('-': standard input)\n"
	"  --raw          leaves lengths and checksums as they are\n"
	"scripts\n"
	"  -f SCRIPT      sends and expects packets, a line each ('-' is standard input)\n"
	"  -i INTERFACE   by this interface (else IP packets by the routes)\n"
	"  --guard        keep the kernel from resetting its TCP connections (by nftables)\n"
	"what comes out\n"
	"  -w FILE        a capture file ('-' is standard output);  -F pcapng, pcap, nsecpcap\n"
	"  --show         the packets' detail trees, as peel read -V has them\n"
	"  --hex          hexadecimal digits, a line a packet\n"
	"  --c            arrays for C programs\n"
	"                 (default: octets in hexadecimal and ASCII)";

static bool set_format(struct craft_cli *o)
{
	static const struct {
		const char *name;
		enum reader_format format;
	} formats[] = {
		{"pcapng", FORMAT_PCAPNG}, {"pcap", FORMAT_PCAP}, {"nsecpcap", FORMAT_PCAP_NS}};

	for (size_t i = 0; i < COUNT(formats); i++)
		if (!strcmp(optarg, formats[i].name)) {
			o->format = formats[i].format;
			return true;
		}
	complain("-F %s: no such capture format; there are pcapng, pcap, nsecpcap", optarg);
	return false;
}

/* "FILE:12", or a file whose name ends so. */
static bool set_from(struct craft_cli *o)
{
	char *colon;

	free(o->from_text);
	o->from_text = need_copy(optarg);
	o->from = o->from_text;
	o->from_frame = 0;
	colon = strrchr(o->from_text, ':');
	if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1))
		return true;
	if (!parse_number(colon + 1, 1, UINT64_MAX - 1, &o->from_frame)) {
		complain("--from %s: frames are counted from 1", optarg);
		return false;
	}
	*colon = '\0';
	return true;
}

static void add(const char ***list, unsigned *n)
{
	*list = need_more(*list, (*n + 1) * sizeof **list);
	(*list)[(*n)++] = optarg;
}

static bool set_number(const char *option, uint64_t least, uint64_t *v)
{
	if (parse_number(optarg, least, UINT64_MAX, v))
		return true;
	complain("%s %s: expected a number from %u on", option, optarg, (unsigned)least);
	return false;
}

static bool set_output(struct craft_cli *o, int c)
{
	switch (c) {
	case 'w':
		o->write_to = optarg;
		return true;
	case 'F':
		return set_format(o);
	case OPT_SHOW:
		o->form = CRAFT_SHOW;
		return true;
	case OPT_HEX:
		o->form = CRAFT_RAW_HEX;
		return true;
	default:
		o->form = CRAFT_C;
		return true;
	}
}

static bool set_map(struct craft_cli *o, int c)
{
	struct fault fault;

	if (c == OPT_MAP ? remap_addresses(o->remap, optarg, &fault)
			 : remap_macs(o->remap, optarg, &fault))
		return true;
	complain("--%s %s", c == OPT_MAP ? "map" : "mac", fault.text);
	return false;
}

#define LINK_RAW 101

static bool set_option(struct craft_cli *o, int c)
{
	switch (c) {
	case 'f':
		o->script = optarg;
		return true;
	case 'i':
		o->interface = optarg;
		return true;
	case 'n':
		return set_number("-n", 1, &o->count);
	case 'Y':
		o->filter = optarg;
		return true;
	case OPT_FROM:
		return set_from(o);
	case OPT_JSON:
		o->json = optarg;
		return true;
	case OPT_SET:
		add(&o->set, &o->n_set);
		return true;
	case OPT_DEL:
		add(&o->del, &o->n_del);
		return true;
	case OPT_GUARD:
		o->guard = true;
		return true;
	case OPT_MAP:
	case OPT_MAC:
		return set_map(o, c);
	case OPT_RAW:
		o->raw = true;
		return true;
	case OPT_ZIP:
		o->craft.zip = true;
		return true;
	case OPT_SEED:
		return set_number("--seed", 0, &o->craft.seed);
	case OPT_IP:
		o->craft.has_link = true;
		o->craft.link = LINK_RAW;
		return true;
	default:
		return set_output(o, c);
	}
}

static bool check_json(const struct craft_cli *o, int left)
{
	if (!left && !o->from && !o->script && !o->n_set && !o->n_del && !o->filter &&
	    remap_is_empty(o->remap))
		return true;
	complain("--json FILE goes with -n, --raw, --seed and what comes out: changes stand in the "
		 "JSON");
	return false;
}

/* What fits together; false: the user was told what doesn't. */
static bool check_options(const struct craft_cli *o, int left)
{
	if (o->json)
		return check_json(o, left);
	if (o->script && !left && !o->from)
		return true;
	if (o->script)
		complain("-f SCRIPT goes with -i, --guard, --seed and nothing else");
	else if (!o->from && left != 1)
		complain(left ? "the specification is one argument: put it into quotation marks"
			      : "there is no specification, and no --from FILE");
	else if (o->from && left)
		complain("--from and a specification don't go together: --set changes fields");
	else if (!o->from &&
		 (o->n_set || o->n_del || !remap_is_empty(o->remap) || o->filter || o->raw))
		complain("--set, --del, --map, --mac, -Y and --raw are for --from FILE");
	else
		return true;
	return false;
}

bool craft_options_parse(struct craft_cli *o, int argc, char **argv, int *status)
{
	int c;

	*o = (struct craft_cli){.format = FORMAT_PCAPNG, .remap = remap_open()};
	*status = EXIT_USAGE;
	if (getrandom(&o->craft.seed, sizeof o->craft.seed, 0) < 0)
		o->craft.seed = 1;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":f:i:n:w:F:Y:", long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || !set_option(o, c)) {
			usage_error("craft");
			return false;
		}
	}
	if (!check_options(o, argc - optind)) {
		usage_error("craft");
		return false;
	}
	o->spec = o->from || o->script || o->json ? NULL : argv[optind];
	return true;
}

void craft_options_close(struct craft_cli *o)
{
	remap_close(o->remap);
	free(o->from_text);
	free(o->set);
	free(o->del);
}
