/* SPDX-License-Identifier: BSD-2-Clause */
/* Who listens to the frames of a run: printer, filter, statistics. */
#include "config.h"

#include "cli/cli.h"
#include "cli/decode.h"
#include "cli/listeners.h"
#include "flow/track.h"
#include "protocols.h"
#include <errno.h>
#include <unistd.h>

/* --- setting up --- */

static bool check_names(const struct listeners *h, const char *const *names, unsigned n, char flag)
{
	for (unsigned i = 0; i < n; i++) {
		struct text nearest = {0};

		if (show_knows(h->session, names[i]))
			continue;
		suggest_fields(&nearest, names[i], h->session);
		complain("-%c %s: there is no such field%s", flag, names[i], text_string(&nearest));
		text_close(&nearest);
		return false;
	}
	return true;
}

bool listeners_print(const struct read_options *o)
{
	return !o->quiet && !o->count && (!o->write_to || o->print);
}

static bool open_filter(struct listeners *h)
{
	const struct read_options *o = h->options;

	if (h->when_words) {
		h->when = open_display_filter(h->session, h->when_words, "--when");
		if (!h->when)
			return false;
	}
	if (!o->display_filter)
		return true;
	h->filter = open_display_filter(h->session, o->display_filter, o->filter_option);
	return h->filter != NULL;
}

static bool open_stats(struct listeners *h)
{
	const struct read_options *o = h->options;
	struct fault fault;

	if (!o->n_stats)
		return true;
	h->stats = stats_open(h->session);
	for (unsigned i = 0; i < o->n_stats; i++)
		if (!stats_add(h->stats, o->stats[i], &fault)) {
			complain("-z %s: %s", o->stats[i], fault.text);
			return false;
		}
	return true;
}

bool listeners_open(struct listeners *h, const struct read_options *o)
{
	h->options = o;
	h->out.fd = STDOUT_FILENO;
	h->out.by_line = o->by_line || isatty(STDOUT_FILENO);
	if (!listeners_print(o) && !o->display_filter && !o->n_stats && !h->when_words)
		return true;
	h->session = session_open(protocols);
	if (o->memory)
		tracker_limit(tracker_of(h->session), o->memory);
	session_vendor_file(h->session, IEEE_DATA "/oui.csv");
	if (!decode_apply(h->session, o))
		return false;
	if (o->names_ports)
		session_services_file(h->session, "/etc/services");
	if (!check_names(h, o->fields, o->n_fields, 'e') ||
	    !check_names(h, o->only, o->n_only, 'O') || !open_filter(h) || !open_stats(h))
		return false;
	if (listeners_print(o))
		h->printer = printer_open(o->form, &h->out, h->session, &o->show);
	if (h->care == HASTY)
		session_hurry(h->session);
	session_start(h->session);
	return true;
}

void listeners_close(struct listeners *h)
{
	printer_close(h->printer);
	stats_close(h->stats);
	filter_close(h->filter);
	filter_close(h->when);
	if (h->session)
		session_close(h->session);
	h->printer = NULL;
	h->stats = NULL;
	h->filter = h->when = NULL;
	h->session = NULL;
}

bool listeners_again(struct listeners *h)
{
	struct session *before = h->session;
	bool good;

	h->session = NULL;
	listeners_close(h);
	good = listeners_open(h, h->options);
	if (good && before)
		session_take_names(h->session, before);
	if (before)
		session_close(before);
	return good;
}

/* --- frames --- */

bool listeners_pass(struct listeners *h, const struct frame *f, const struct record **r)
{
	bool skimmed, passes = true;

	*r = h->filter && h->care != WHOLE ? session_skim(h->session, f) : NULL;
	skimmed = *r != NULL;
	if (skimmed) {
		passes = filter_passes(h->filter, *r);
		if (!passes || (!h->printer && !h->stats)) {
			session_pass_over(h->session);
			return passes;
		}
	}
	*r = h->session ? session_walk(h->session, f) : NULL;
	return skimmed || !h->filter || filter_passes(h->filter, *r);
}

/* --- the end --- */

bool listeners_flush(struct listeners *h)
{
	if (out_flush(&h->out))
		return true;
	/* That the reader of our output went away is its right, and no news to it. */
	if (errno != EPIPE)
		complain("%s", h->out.fault.text);
	return false;
}

static bool print_stats(struct listeners *h)
{
	if (h->options->json)
		stats_json(h->stats, &h->out.text);
	else
		stats_print(h->stats, &h->out);
	return listeners_flush(h);
}

bool listeners_end(struct listeners *h)
{
	if (h->out.failed || (h->printer && !printer_end(h->printer)))
		return listeners_flush(h);
	return !h->stats || print_stats(h);
}

void listeners_say_forgotten(const struct listeners *h)
{
	const struct tracker *t = h->session ? tracker_of(h->session) : NULL;

	if (t)
		complain_about_memory(tracker_forgotten(t), tracker_limit_of(t));
}
