/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel read: tshark's flags, tcpdump's where tshark has none. */
#include "config.h"

#include "cli/cli.h"
#include "cli/decode.h"
#include "cli/read_letters.h"
#include "cli/read_options.h"
#include "core/arena.h"
#include <errno.h>
#include <fnmatch.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct option long_options[] = {
	READ_LONG_OPTIONS,
	{"merge", no_argument, NULL, OPT_MERGE},
	{"read-file", required_argument, NULL, 'r'},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel read [OPTIONS] FILE ... [FILTER]      ('-' is standard input)\n"
	"\n"
	"input\n"
	"  -r FILE        read FILE, too (FILEs may also stand at the end)\n"
	"  --merge        order the frames of several files by time\n"
	"  -Y FILTER      just the frames that pass a display filter, see peel-filter(7);\n"
	"                 it may also stand behind the files; @FILE reads it from a file\n"
	"  -f FILTER      just the frames that pass a capture filter, see pcap-filter(7)\n"
	"  -c N           stop after N frames (that passed)\n"
	"  -d FIELD==VALUE,PROTOCOL   take these bytes for that protocol: tcp.port==8888,http\n"
	"  --overlap WHO  whose octets count where fragments overlap: bsd, first, last, linux\n"
	"output\n"
	"  -V             the detail tree of every frame\n"
	"  -O P[,P...]    the same, but details of these protocols alone\n"
	"  -x             the bytes in hexadecimal and ASCII\n"
	"  -P, --print    summary lines beside -V or -x; print although -w is given\n"
	"  -T FORM        text, tabs, fields, json, jsonraw, ek, pdml, psml, ndjson\n"
	"  -e FIELD       a field to print, with -T fields, json or ek (repeat for more)\n"
	"  -E KEY=VALUE   header=y|n separator=/t|/s|C occurrence=a|f|l aggregator=,|/s|C\n"
	"                 quote=d|s|n bom=y|n\n"
	"  -t FORM        time: r a ad adoy d dd e u ud udoy (tcpdump's -t ... -ttttt, too)\n"
	"  -N t           names for ports\n"
	"  --color WHEN   auto (on a terminal), always, never\n"
	"  -l             write line by line\n"
	"  -q             print no frames;  --count: just how many there are\n"
	"  -z STATISTIC   counts, behind the frames (repeat for more): conv,TYPE endpoints,TYPE\n"
	"                 io,phs io,stat,SECONDS expert plen,tree ...\n"
	"  --json         the statistics as one JSON document, no frames\n"
	"  --memory SIZE  remember at most so much across frames (default 512M)\n"
	"  --no-sandbox   keep all rights that peel was started with\n"
	"writing captures\n"
	"  -w FILE        write the frames to FILE ('-' is standard output)\n"
	"  -F FORMAT      pcapng (default), pcap, nsecpcap\n"
	"\n"
	"Addresses and ports are printed as numbers; -n is accepted.  man peel-read has more.";

/* --- single options --- */

bool read_options_time(const char *s, enum time_column *time)
{
	static const struct {
		const char *name;
		enum time_column time;
	} names[] = {
		{"r", TIME_RELATIVE},
		{"a", TIME_ABSOLUTE},
		{"ad", TIME_ABSOLUTE_DATE},
		{"adoy", TIME_ABSOLUTE_DOY},
		{"d", TIME_DELTA},
		{"dd", TIME_DELTA_DISPLAYED},
		{"e", TIME_EPOCH},
		{"u", TIME_UTC},
		{"ud", TIME_UTC_DATE},
		{"udoy", TIME_UTC_DOY},
		/* tcpdump's -tt, -ttt, -tttt and -ttttt arrive here without their first letter. */
		{"t", TIME_EPOCH},
		{"tt", TIME_DELTA},
		{"ttt", TIME_ABSOLUTE_DATE},
		{"tttt", TIME_RELATIVE},
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (!strcmp(s, names[i].name)) {
			*time = names[i].time;
			return true;
		}
	return false;
}

/* tcpdump's bare -t takes no argument: what getopt took for one is the next word. */
static bool set_time(struct read_options *o, char **argv)
{
	if (read_options_time(optarg, &o->show.time))
		return true;
	if (optarg == argv[optind - 1] && (*optarg == '-' || !access(optarg, F_OK))) {
		optind--;
		o->show.time = TIME_NONE;
		return true;
	}
	complain("-t %s: no such form of time; there are r, a, ad, adoy, d, dd, e, u, ud, udoy",
		 optarg);
	return false;
}

static bool set_form(struct read_options *o)
{
	static const char *const forms[] = {"text", "tabs", "fields", "json",  "jsonraw",
					    "ek",   "pdml", "psml",   "ndjson"};

	for (size_t i = 0; i < COUNT(forms); i++)
		if (!strcmp(optarg, forms[i])) {
			o->form = forms[i];
			return true;
		}
	complain("-T %s: no such form of output; there are text, tabs, fields, json, jsonraw, ek, "
		 "pdml, psml, ndjson",
		 optarg);
	return false;
}

static bool set_format(struct read_options *o)
{
	if (!strcmp(optarg, "pcapng"))
		o->write_format = FORMAT_PCAPNG;
	else if (!strcmp(optarg, "pcap"))
		o->write_format = FORMAT_PCAP;
	else if (!strcmp(optarg, "nsecpcap"))
		o->write_format = FORMAT_PCAP_NS;
	else {
		complain("-F %s: no such capture format; there are pcapng, pcap, nsecpcap", optarg);
		return false;
	}
	return true;
}

/* "/t" and "/s" are a tab and a blank; anything else stands for itself. */
static const char *separator(const char *s)
{
	return !strcmp(s, "/t") ? "\t" : !strcmp(s, "/s") ? " " : s;
}

static bool set_print_option(struct show_options *show)
{
	const char *value = strchr(optarg, '=');
	size_t n = value ? (size_t)(value - optarg) : 0;
	char c = '\0';

	if (value)
		c = *++value;
	if (n == 6 && !memcmp(optarg, "header", n) && strchr("yn", c) && c)
		show->header = c == 'y';
	else if (n == 9 && !memcmp(optarg, "separator", n) && c)
		show->separator = separator(value);
	else if (n == 10 && !memcmp(optarg, "aggregator", n) && c)
		show->aggregator = separator(value);
	else if (n == 10 && !memcmp(optarg, "occurrence", n) && c && strchr("afl", c))
		show->occurrence = c == 'a' ? OCCUR_ALL : c == 'f' ? OCCUR_FIRST : OCCUR_LAST;
	else if (n == 5 && !memcmp(optarg, "quote", n) && c && strchr("dsn", c))
		show->quote = c == 'd' ? '"' : c == 's' ? '\'' : '\0';
	else if (n == 3 && !memcmp(optarg, "bom", n) && c && strchr("yn", c))
		show->bom = c == 'y';
	else if (!(n == 6 && !memcmp(optarg, "escape", n))) {
		complain("-E %s: expected header=y|n, separator=C, aggregator=C, occurrence=a|f|l, "
			 "quote=d|s|n or bom=y|n",
			 optarg);
		return false;
	}
	return true;
}

bool parse_color(const char *when, bool *color)
{
	const char *term = getenv("TERM");
	const char *no = getenv("NO_COLOR");

	if (!strcmp(when, "always"))
		*color = true;
	else if (!strcmp(when, "never"))
		*color = false;
	else if (!strcmp(when, "auto"))
		*color = isatty(STDOUT_FILENO) && !(no && *no) && term && strcmp(term, "dumb");
	else {
		complain("--color %s: expected auto, always or never", when);
		return false;
	}
	return true;
}

static bool set_count(struct read_options *o)
{
	if (parse_number(optarg, 1, UINT64_MAX - 1, &o->most))
		return true;
	complain("-c %s: expected how many frames, from 1 on", optarg);
	return false;
}

static void add_name(const char ***list, unsigned *n, const char *name)
{
	*list = need_more(*list, (*n + 1) * sizeof **list);
	(*list)[(*n)++] = name;
}

void read_options_file(struct read_options *o, const char *path)
{
	add_name(&o->files, &o->n_files, path);
}

static void set_only(struct read_options *o)
{
	char *save = NULL;

	free(o->only_text);
	o->only_text = need_copy(optarg);
	o->n_only = 0;
	for (char *p = strtok_r(o->only_text, ", ", &save); p; p = strtok_r(NULL, ", ", &save))
		add_name(&o->only, &o->n_only, p);
	o->form = "detail";
}

bool read_options_names(struct read_options *o)
{
	for (const char *c = optarg; *c; c++) {
		if (*c == 't') {
			o->names_ports = true;
		} else {
			complain("-N %s: peel knows names for ports (-N t) alone", optarg);
			return false;
		}
	}
	return true;
}

/* The lines of a file as one text, those that begin with '#' left out; false: it can't be read. */
static bool read_filter(const char *path, struct text *t)
{
	FILE *f = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	bool whole;

	while (f && (n = getline(&line, &room, f)) > 0)
		if (*line != '#')
			text_bytes(t, line, (size_t)n);
	whole = f && !ferror(f);
	free(line);
	if (f)
		fclose(f);
	return whole;
}

bool read_options_filter(const char **filter, char **owned, int option)
{
	struct text t = {0};

	*filter = optarg;
	if (*optarg != '@')
		return true;
	if (!read_filter(optarg + 1, &t)) {
		complain("-%c %s: the file can't be read: %s", option, optarg, strerror(errno));
		text_close(&t);
		return false;
	}
	free(*owned);
	*owned = need_copy(text_string(&t));
	*filter = *owned;
	text_close(&t);
	return true;
}

/* --- the whole --- */

/* What an option says; false when it is wrong, and the user knows why. */
static bool set_option(struct read_options *o, int c, char **argv)
{
	switch (c) {
	case 'r':
		read_options_file(o, optarg);
		return true;
	case 'e':
		add_name(&o->fields, &o->n_fields, optarg);
		return true;
	case 'Y':
		o->filter_option = "-Y";
		return read_options_filter(&o->display_filter, &o->display_text, c);
	case 'f':
		return read_options_filter(&o->capture_filter, &o->capture_text, c);
	case 'c':
		return set_count(o);
	case 'z':
		add_name(&o->stats, &o->n_stats, optarg);
		return true;
	case OPT_MEMORY:
		return parse_size("--memory", optarg, &o->memory);
	case OPT_NO_SANDBOX:
		return o->no_sandbox = true;
	case 'E':
		return set_print_option(&o->show);
	case 'F':
		return set_format(o);
	case 'N':
		return read_options_names(o);
	case 'O':
		set_only(o);
		return true;
	case 'T':
		return set_form(o);
	case 't':
		return set_time(o, argv);
	case OPT_COLOR:
		return parse_color(optarg, &o->show.color);
	case OPT_OVERLAP:
		return decode_set_overlap(o, optarg);
	case 'd':
		decode_add(o, optarg);
		return true;
	default:
		return false;
	}
}

/* Options without an argument; false when it is none of them. */
static bool set_flag(struct read_options *o, int c)
{
	switch (c) {
	case 'l':
		o->by_line = true;
		return true;
	case 'n':
		return true;
	case 'P':
	case OPT_PRINT:
		o->print = true;
		return true;
	case 'q':
		o->quiet = true;
		return true;
	case 'V':
		o->form = "detail";
		return true;
	case 'w':
		o->write_to = optarg;
		return true;
	case 'x':
		o->show.hex = true;
		return true;
	case OPT_COUNT:
		o->count = true;
		return true;
	case OPT_JSON:
		o->json = o->quiet = true;
		return true;
	case OPT_MERGE:
		o->merge = true;
		return true;
	default:
		return false;
	}
}

/* What follows from several options together. */
bool read_options_check(struct read_options *o)
{
	bool fields = o->form && (!strcmp(o->form, "fields") || !strcmp(o->form, "json") ||
				  !strcmp(o->form, "ek"));

	if (o->n_fields && !fields) {
		complain("-e goes with -T fields, -T json or -T ek");
		return false;
	}
	if (o->form && !strcmp(o->form, "fields") && !o->n_fields) {
		complain("-T fields prints the fields that -e names: name at least one");
		return false;
	}
	if (o->json && !o->n_stats) {
		complain("--json is about statistics: name at least one with -z (-T json prints "
			 "frames)");
		return false;
	}
	if (!o->form)
		o->form = o->show.hex && !o->print ? "hex" : "text";
	o->show.summary = o->print;
	o->show.fields = o->fields;
	o->show.n_fields = o->n_fields;
	o->show.only = o->only;
	o->show.n_only = o->n_only;
	o->show.file = o->n_files ? o->files[0] : "-";
	return true;
}

/* Whether the argument names a file, rather than being a filter's first word. */
static bool is_file(const char *s)
{
	return !strcmp(s, "-") || !access(s, F_OK) ||
	       !fnmatch("*.@(pcap|pcapng|cap)?(.gz|.zst|.lz4)", s, FNM_EXTMATCH);
}

void read_options_rest(struct read_options *o, int argc, char **argv)
{
	struct text t = {0};

	for (; optind < argc && (!o->n_files || is_file(argv[optind])); optind++)
		add_name(&o->files, &o->n_files, argv[optind]);
	if (optind == argc || o->display_filter)
		for (; optind < argc; optind++)
			add_name(&o->files, &o->n_files, argv[optind]);
	for (; optind < argc; optind++) {
		text_put(&t, t.len ? " " : "");
		text_put(&t, argv[optind]);
	}
	if (!t.len)
		return;
	o->trailing = need_copy(text_string(&t));
	o->display_filter = o->trailing;
	o->filter_option = "filter";
	text_close(&t);
}

void read_options_begin(struct read_options *o)
{
	*o = (struct read_options){.most = UINT64_MAX, .write_format = FORMAT_PCAPNG};
	o->show.separator = "\t";
	o->show.aggregator = ",";
	parse_color("auto", &o->show.color);
}

bool read_options_take(struct read_options *o, int c, char **argv)
{
	return set_flag(o, c) || set_option(o, c, argv);
}

static bool has_files(const struct read_options *o)
{
	if (!o->n_files)
		complain("no capture file is named ('-' is standard input)");
	return o->n_files;
}

bool read_options_parse(struct read_options *o, int argc, char **argv, int *status)
{
	int c;

	read_options_begin(o);
	*status = EXIT_USAGE;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":c:f:r:w:" READ_LETTERS, long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || !read_options_take(o, c, argv)) {
			usage_error("read");
			return false;
		}
	}
	read_options_rest(o, argc, argv);
	if (has_files(o) && read_options_check(o))
		return true;
	usage_error("read");
	return false;
}

void read_options_close(struct read_options *o)
{
	free(o->files);
	free(o->fields);
	free(o->only);
	free(o->stats);
	free(o->decode);
	free(o->only_text);
	free(o->trailing);
	free(o->display_text);
	free(o->capture_text);
}
