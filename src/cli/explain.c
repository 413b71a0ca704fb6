/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: what a word from a packet, a manual or a log means. */
#include "config.h"

#include "cli/cli.h"
#include "cli/explain.h"
#include "core/arena.h"
#include "core/names.h"
#include "core/out.h"
#include "core/session.h"
#include "protocols.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* All readings of a word, in the order in which they are told. */
static enum verdict (*const readings[])(struct explain *, const char *) = {
	explain_ipv4,  explain_ipv6,   explain_mac,     explain_proto,
	explain_field, explain_number, explain_service,
};

/* Names that an unknown word may have been meant for. */
static void complain_about_thing(struct explain *e, const char *thing)
{
	struct text nearest = {0};
	struct service_name s;
	const char **names = NULL;
	size_t n = 0;

	suggest_fields(&nearest, thing, e->s);
	for (size_t i = 0; !nearest.len && names_nth_service(e->names, i, &s); i++) {
		if (n && !strcmp(names[n - 1], s.name))
			continue;
		names = need_more(names, (n + 1) * sizeof *names);
		names[n++] = s.name;
	}
	if (!nearest.len)
		suggest(&nearest, thing, names, n, 3);
	complain("%s: no field, protocol, service, port, address or octets%s", thing,
		 text_string(&nearest));
	text_close(&nearest);
	free(names);
}

/* Every reading of the word; false, and the user has been told, when there is none. */
static bool explain_thing(struct explain *e, const char *thing)
{
	size_t start = e->t->len;
	bool known = false;

	if (start)
		text_char(e->t, '\n');
	for (size_t i = 0; i < COUNT(readings); i++) {
		size_t before = e->t->len;
		enum verdict verdict;

		if (known)
			text_char(e->t, '\n');
		verdict = readings[i](e, thing);
		if (verdict == IS)
			known = true;
		else
			e->t->len = verdict == IS_BAD ? start : before;
		if (verdict == IS_BAD)
			return false;
	}
	if (known)
		return true;
	e->t->len = start;
	complain_about_thing(e, thing);
	return false;
}

static int explain_things(char *const *things, int n)
{
	struct out out = {.fd = STDOUT_FILENO};
	struct session *s = session_open(protocols);
	struct explain e = {.t = &out.text, .s = s};
	int status = EXIT_OK;

	e.names = names_open(IEEE_DATA "/oui.csv", "/etc/services");
	for (int i = 0; i < n; i++)
		if (!explain_thing(&e, things[i]))
			status = EXIT_USAGE;
	if (!out_flush(&out)) {
		if (errno != EPIPE)
			complain("%s", out.fault.text);
		status = EXIT_TROUBLE;
	}
	names_close(e.names);
	session_close(s);
	text_close(&out.text);
	return status;
}

int command_explain(int argc, char **argv)
{
	const char *link;
	int status;

	if (!explain_options_parse(argc, argv, &link, &status))
		return status;
	if (link || are_octets(argv + optind, argc - optind))
		return explain_bytes(argv + optind, argc - optind, link ? link : "eth");
	return explain_things(argv + optind, argc - optind);
}
