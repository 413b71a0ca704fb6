/* SPDX-License-Identifier: BSD-2-Clause */
/* What the subcommands share. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "core/fault.h"
#include "core/text.h"

struct option;
struct session;

/* Exit statuses; the man pages list them. */
enum { EXIT_OK = 0, EXIT_TROUBLE = 1, EXIT_USAGE = 2 };

/* A line on standard error, "peel: " before it; what it quotes goes through the gate. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same about a file. */
void complain_about(const char *path, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Says where help is to be had, for a wrong command line. */
int usage_error(const char *command);

/* What is wrong with an option: getopt_long() returned c (':' or '?') at `word`. */
void complain_about_option(int c, const char *word, const struct option *options);

/* Writes up to `most` names that `name` may have been meant for: " (nearest: a, b)". */
void suggest(struct text *t, const char *name, const char *const *names, size_t n, unsigned most);
/* The same among all field and protocol names of a session. */
void suggest_fields(struct text *t, const char *name, const struct session *s);

/* A whole decimal number from `least` to `most`; false when it is none. */
bool parse_number(const char *s, uint64_t least, uint64_t most, uint64_t *v);

/* A size in bytes, with K, M or G behind it for powers of 1024; false: `option` is wrong. */
bool parse_size(const char *option, const char *s, uint64_t *v);

/* Says so when what was remembered across frames was more than it may be. */
void complain_about_memory(uint64_t forgotten, uint64_t limit);

/* Whether the user's locale has more characters than ASCII: as setlocale(3) would find out. */
bool knows_utf8(void);

/* The subcommands: argv[0] is the subcommand's name. */
int command_conversations(int argc, char **argv);
int command_craft(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_fields(int argc, char **argv);
int command_follow(int argc, char **argv);
int command_ladder(int argc, char **argv);
int command_live(int argc, char **argv);
int command_read(int argc, char **argv);
int command_replay(int argc, char **argv);
int command_send(int argc, char **argv);
int command_sockets(int argc, char **argv);
int command_stats(int argc, char **argv);

#endif
