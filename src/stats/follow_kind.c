/* SPDX-License-Identifier: BSD-2-Clause */
/* -z follow: a conversation's bytes among the statistics, in tshark's words. */
#include "core/arena.h"
#include "show/gate.h"
#include "stats/follow.h"
#include "stats/kind.h"
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#define RULER "===================================================================\n"

struct own {
	struct follow *follow;
	enum follow_form form;
	const char *form_name;
	unsigned long first, n; /* which of what was said: counted from 0, and how many */
};

static const char *const forms[] = {"ascii", "hex", "raw", "yaml"};

/* What stands before the next comma, copied; *args goes behind it. */
static void take_word(const char **args, char *word, size_t size)
{
	size_t n;

	*args += **args == ',';
	n = strcspn(*args, ",");
	*word = '\0';
	if (n < size) {
		memcpy(word, *args, n);
		word[n] = '\0';
	}
	*args += n;
}

static bool read_number(const char *s, unsigned long *v)
{
	char *end;

	*v = strtoul(s, &end, 10);
	return *s >= '0' && *s <= '9' && !*end;
}

/* "10.0.0.1:80", "[2001:db8::1]:80" or without the brackets. */
static bool read_end(char *s, struct end_of *e)
{
	char *colon = strrchr(s, ':');
	unsigned long port;

	if (!colon || !read_number(colon + 1, &port) || port > UINT16_MAX)
		return false;
	*colon = '\0';
	if (*s == '[' && colon > s + 1 && colon[-1] == ']') {
		colon[-1] = '\0';
		s++;
	}
	*e = (struct end_of){.port = (uint16_t)port, .kind = IPV4, .len = 4};
	if (inet_pton(AF_INET, s, e->address) == 1)
		return true;
	e->kind = IPV6;
	e->len = 16;
	return inet_pton(AF_INET6, s, e->address) == 1;
}

/* A stream's number, or two ends. */
static bool read_which(struct own *own, const char **args, struct fault *fault)
{
	char a[64], b[64];
	struct end_of ends[2];
	unsigned long stream;

	take_word(args, a, sizeof a);
	if (read_number(a, &stream)) {
		own->follow->stream = (uint32_t)stream;
		return true;
	}
	take_word(args, b, sizeof b);
	if (!read_end(a, &ends[0]) || !read_end(b, &ends[1])) {
		fault_set(fault, "a stream's number is missing, or two ends: ADDRESS:PORT,"
				 "ADDRESS:PORT");
		return false;
	}
	follow_ends(own->follow, &ends[0], &ends[1]);
	return true;
}

/* "3" or "3-5", counted from 1; nothing is all. */
static bool read_range(struct own *own, const char *args, struct fault *fault)
{
	char word[32], *dash;
	unsigned long last;

	own->n = SIZE_MAX;
	if (!*args)
		return true;
	take_word(&args, word, sizeof word);
	dash = strchr(word, '-');
	if (dash)
		*dash = '\0';
	if (*args || !read_number(word, &own->first) || !own->first ||
	    (dash && (!read_number(dash + 1, &last) || last < own->first))) {
		fault_set(fault, "behind the stream there is room for a range alone: 3, or 3-5");
		return false;
	}
	own->n = dash ? last - own->first + 1 : 1;
	own->first--;
	return true;
}

static bool open_follow(struct stat *st, const char *args, struct fault *fault)
{
	struct own *own = need_zero(1, sizeof *own);
	char word[32];

	st->own = own;
	take_word(&args, word, sizeof word);
	own->follow = follow_open(st->session, word, 0);
	if (!own->follow) {
		fault_set(fault, "\"%s\" can't be followed; tcp and udp can", word);
		return false;
	}
	take_word(&args, word, sizeof word);
	for (unsigned i = 0; i < COUNT(forms); i++)
		if (!strcmp(word, forms[i])) {
			own->form = (enum follow_form)i;
			own->form_name = forms[i];
		}
	if (!own->form_name) {
		fault_set(fault, "\"%s\" is no form; there are ascii, hex, raw, yaml", word);
		return false;
	}
	return read_which(own, &args, fault) && read_range(own, args, fault);
}

static void frame(struct stat *st, const struct record *r)
{
	struct own *own = st->own;

	follow_frame(own->follow, r);
}

static void close_follow(struct stat *st)
{
	struct own *own = st->own;

	if (own)
		follow_close(own->follow);
	free(own);
}

/* --- out --- */

static void put_host(struct text *t, const struct end_of *e)
{
	if (e->len)
		text_address(t, e->address, e->len);
}

/* "(ip.src eq A and tcp.srcport eq B)" */
static void put_end_filter(struct text *t, const struct follow *f, const struct end_of *e,
			   const char *side)
{
	const char *ip = e->kind == IPV6 ? "ipv6" : "ip";

	text_format(t, "(%s.%s eq ", ip, side);
	put_host(t, e);
	text_format(t, " and %s.%sport eq %u)", f->type.name, side, e->port);
}

static void put_filter(struct text *t, const struct follow *f)
{
	if (!f->by_ends) {
		text_format(t, "%s.stream eq %u", f->type.name, f->stream);
		return;
	}
	for (unsigned i = 0; i < 2; i++) {
		text_put(t, i ? " or (" : "(");
		put_end_filter(t, f, &f->ends[i], "src");
		text_put(t, " and ");
		put_end_filter(t, f, &f->ends[1 - i], "dst");
		text_char(t, ')');
	}
}

static void put_nodes(struct text *t, const struct follow *f)
{
	for (unsigned i = 0; i < 2; i++) {
		const struct end_of *e = &f->ends[i];
		bool v6 = f->met && e->kind == IPV6;

		text_format(t, "Node %u: %s", i, v6 ? "[" : "");
		if (f->met)
			put_host(t, e);
		text_format(t, "%s:%u\n", v6 ? "]" : "", f->met ? e->port : 0U);
	}
}

static void put_peers(struct text *t, const struct follow *f)
{
	text_put(t, "peers:\n");
	for (unsigned i = 0; i < 2; i++) {
		text_format(t, "  - peer: %u\n    host: ", i);
		if (f->met)
			put_host(t, &f->ends[i]);
		text_format(t, "\n    port: %u\n", f->met ? f->ends[i].port : 0U);
	}
	text_put(t, "packets:\n");
}

static void print(struct stat *st, struct text *t)
{
	const struct own *own = st->own;
	const struct follow *f = own->follow;
	size_t sent[2] = {0, 0};

	if (own->form == FOLLOW_YAML) {
		put_peers(t, f);
	} else {
		text_put(t, "\n" RULER "Follow: ");
		text_format(t, "%s,%s\nFilter: ", f->type.name, own->form_name);
		put_filter(t, f);
		text_char(t, '\n');
		put_nodes(t, f);
	}
	for (size_t k = own->first; k < f->n && k - own->first < own->n; k++)
		follow_print(f, t, own->form, k, sent);
	if (own->form != FOLLOW_YAML)
		text_put(t, RULER);
}

static void json(struct stat *st, struct text *t)
{
	const struct own *own = st->own;
	const struct follow *f = own->follow;
	size_t sent[2] = {0, 0};

	json_member(t, "of", f->type.name);
	json_end(t, "client", &f->ends[0], true);
	json_end(t, "server", &f->ends[1], true);
	json_u64(t, "forgotten", f->forgotten);
	text_put(t, ",\"rows\":[");
	for (size_t i = 0, k = own->first; k < f->n && i < own->n; i++, k++) {
		text_put(t, i ? "," : "");
		follow_print(f, t, FOLLOW_JSON, k, sent);
	}
	text_char(t, ']');
}

static void names(const struct session *s, struct text *t)
{
	(void)s;
	text_put(t, "follow,tcp, follow,udp");
}

const struct stat_kind kind_follow = {
	"follow", names, open_follow, frame, print, json, close_follow,
};
