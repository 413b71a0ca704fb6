/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel read. */
#ifndef CLI_READ_OPTIONS_H
#define CLI_READ_OPTIONS_H

#include "capture/reader.h"
#include "flow/overlap.h"
#include "show/options.h"

struct read_options {
	const char **files; /* owned, as are the next two */
	unsigned n_files;
	const char **fields; /* -e; what show.fields points to */
	unsigned n_fields;
	const char **only; /* -O; what show.only points to */
	unsigned n_only;
	const char **stats; /* -z; owned */
	unsigned n_stats;
	const char **decode; /* -d; owned */
	unsigned n_decode;
	bool json;                         /* --json: the statistics as one JSON document */
	uint64_t memory;                   /* --memory: bytes; 0: nobody said */
	char *only_text;                   /* -O's argument, cut into names; owned */
	const char *display_filter;        /* -Y, or what stands behind the files; NULL: none */
	const char *filter_option;         /* where it stood: "-Y", or "filter" behind the files */
	const char *capture_filter;        /* -f; NULL: none */
	char *display_text, *capture_text; /* of -Y @FILE and -f @FILE; owned */
	char *trailing;                    /* the words behind the files as one text; owned */
	struct show_options show;
	const char *form; /* a name that printer_open() knows */
	bool merge;
	uint64_t most;                   /* -c: frames to show or write; UINT64_MAX: all */
	bool quiet;                      /* -q */
	bool no_sandbox;                 /* --no-sandbox */
	bool count;                      /* --count */
	bool by_line;                    /* -l */
	const char *write_to;            /* -w; NULL: nowhere */
	enum reader_format write_format; /* -F */
	bool print;                      /* --print, -P: print although -w is given */
	bool names_ports;                /* -N t */
	enum overlap overlap;            /* --overlap */
};

/* --- for subcommands that take frames apart as peel read does: see read_letters.h --- */

/* Their defaults. */
void read_options_begin(struct read_options *o);
/* An option that getopt_long() gave; false: it is wrong, and the user knows why. */
bool read_options_take(struct read_options *o, int c, char **argv);
/* What follows from several together; false as above. */
bool read_options_check(struct read_options *o);

/*
 * Reads the command line.  False when the run ends here: *status is then its exit
 * status, and the user has been told why.
 */
bool read_options_parse(struct read_options *o, int argc, char **argv, int *status);
void read_options_close(struct read_options *o);

/* --- for subcommands that read files, too --- */

/* An option's argument: a filter, or with "@" the file that it stands in; false: it can't be read.
 */
bool read_options_filter(const char **filter, char **owned, int option);
/* What --color says: auto (on a terminal), always, never; false: something else. */
bool parse_color(const char *when, bool *color);
/* Another file that an option names. */
void read_options_file(struct read_options *o, const char *path);
/* What -t says; false: there is no such form. */
bool read_options_time(const char *s, enum time_column *time);
/* What -N says; false: something else than names of ports. */
bool read_options_names(struct read_options *o);
/*
 * What stands behind the options: files, and behind them a display filter.  With -r all
 * of it is the filter, as with tshark; without it the first is a file, be it there or not.
 */
void read_options_rest(struct read_options *o, int argc, char **argv);

#endif
