/* SPDX-License-Identifier: BSD-2-Clause */
/* Interfaces: which there are, and those that a live capture opens. */
#include "config.h"

#include "capture/interfaces.h"
#include "cli/cli.h"
#include "cli/live_interfaces.h"
#include "cli/netns.h"
#include "core/arena.h"
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- listing --- */

static void print_interface(unsigned number, const struct interface *f)
{
	printf("%2u. %-16s %-5s", number, f->name, f->up ? "up" : "down");
	if (f->up && !f->running && !f->loopback)
		printf(" no-carrier");
	if (f->addresses.len)
		printf(" %s", f->addresses.p);
	if (f->description)
		printf("  (%s)", f->description);
	putchar('\n');
}

static bool print_interfaces(void)
{
	struct interfaces all;
	struct fault fault;

	if (!interfaces_open(&all, &fault)) {
		complain("%s", fault.text);
		return false;
	}
	for (unsigned i = 0; i < all.n; i++) {
		text_string(&all.list[i].addresses);
		print_interface(i + 1, &all.list[i]);
	}
	interfaces_close(&all);
	return true;
}

/* The first interface that is up; NULL: there is none.  The caller frees it. */
static char *first_interface(void)
{
	struct interfaces all;
	struct fault fault;
	char *name = NULL;

	if (!interfaces_open(&all, &fault))
		return NULL;
	for (unsigned i = 0; i < all.n && !name; i++)
		if (all.list[i].up && strcmp(all.list[i].name, "any"))
			name = need_copy(all.list[i].name);
	interfaces_close(&all);
	return name;
}

static bool print_words(const struct live_options *o, const char *name)
{
	struct fault fault;
	struct text t = {0};
	bool good = o->list_links ? interface_links(name, o->wish.monitor, &t, &fault)
				  : interface_stamps(name, &t, &fault);

	if (good)
		fputs(text_string(&t), stdout);
	else
		complain("%s", fault.text);
	text_close(&t);
	return good;
}

static bool list(const struct live_options *o)
{
	bool good = true;
	char *first;

	if (o->list)
		return print_interfaces();
	for (unsigned i = 0; i < o->n_interfaces; i++)
		good = print_words(o, o->interfaces[i]) && good;
	first = o->n_interfaces ? NULL : first_interface();
	good = good && (o->n_interfaces || (first && print_words(o, first)));
	free(first);
	return good;
}

int list_interfaces(const struct live_options *o)
{
	bool good;
	int back;

	if (!enter_netns(o->netns, &back))
		return EXIT_USAGE;
	good = list(o);
	leave_netns(back);
	return good && !fflush(stdout) ? EXIT_OK : EXIT_USAGE;
}

/* --- opening --- */

/* " (nearest: eth0)"; or all that there are. */
static void suggest_interfaces(struct text *t, const char *name)
{
	struct interfaces all;
	struct fault fault;
	const char **names;

	if (!interfaces_open(&all, &fault))
		return;
	names = need((all.n + 1) * sizeof *names);
	for (unsigned i = 0; i < all.n; i++)
		names[i] = all.list[i].name;
	suggest(t, name, names, all.n, 3);
	text_put(t, t->len ? "" : " (there are: ");
	for (unsigned i = 0; t->len && t->p[t->len - 1] != ')' && i < all.n; i++) {
		text_put(t, i ? ", " : "");
		text_put(t, names[i]);
		if (i + 1 == all.n)
			text_char(t, ')');
	}
	free(names);
	interfaces_close(&all);
}

static bool exists(const char *name)
{
	struct interfaces all;
	struct fault fault;
	bool found = false;

	if (!interfaces_open(&all, &fault))
		return true;
	for (unsigned i = 0; i < all.n; i++)
		found = found || !strcmp(all.list[i].name, name);
	interfaces_close(&all);
	return found;
}

/* Standard input, or a pipe that has a name. */
static bool is_pipe(const char *name)
{
	struct stat st;

	return !strcmp(name, "-") ||
	       (strchr(name, '/') && !stat(name, &st) && S_ISFIFO(st.st_mode));
}

static bool open_source(const struct live_options *o, struct origin *s, uint32_t *counter)
{
	struct live_wish wish = o->wish;
	struct fault fault;

	if (is_pipe(s->name)) {
		s->reader = reader_open(s->name, counter, &fault);
		if (!s->reader)
			complain_about(s->name, "%s", fault.text);
		return s->reader;
	}
	wish.id = (*counter)++;
	wish.capture = o->read.capture_filter;
	s->live = live_open(s->name, &wish, &fault);
	if (!s->live && !exists(s->name)) {
		struct text nearest = {0};

		suggest_interfaces(&nearest, s->name);
		complain("-i %s: there is no such interface%s", s->name, text_string(&nearest));
		text_close(&nearest);
	} else if (!s->live) {
		complain("%s", fault.text);
	}
	return s->live;
}

static bool name_first(struct live_options *o)
{
	char *first = o->n_interfaces ? NULL : first_interface();

	if (o->n_interfaces)
		return true;
	if (!first) {
		complain("no interface is up: name one with -i (peel live -D lists them)");
		return false;
	}
	o->interfaces = need_more(o->interfaces, sizeof *o->interfaces);
	o->interfaces[o->n_interfaces++] = first;
	o->first = first;
	return true;
}

static bool check_sources(const struct live_options *o)
{
	for (unsigned i = 0; i < o->n_interfaces; i++) {
		if (o->n_interfaces > 1 && is_pipe(o->interfaces[i])) {
			complain("-i %s: a pipe is captured from alone, not beside other "
				 "interfaces",
				 o->interfaces[i]);
			return false;
		}
	}
	if (o->n_interfaces <= MOST_INTERFACES)
		return true;
	complain("at most %d interfaces at once", MOST_INTERFACES);
	return false;
}

bool open_interfaces(struct live_options *o, struct origin *sources, uint32_t *counter)
{
	bool good = true;
	int back;

	if (!enter_netns(o->netns, &back))
		return false;
	good = name_first(o) && check_sources(o);
	for (unsigned i = 0; i < o->n_interfaces && good; i++) {
		sources[i].name = o->interfaces[i];
		good = open_source(o, &sources[i], counter);
	}
	leave_netns(back);
	return good;
}
