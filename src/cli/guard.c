/* SPDX-License-Identifier: BSD-2-Clause */
/* Keeping the kernel from resetting TCP connections that it knows nothing of: nft(8). */
#include "config.h"

#include "cli/guard.h"
#include "core/arena.h"
#include "core/record.h"
#include "core/text.h"
#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Connections that are guarded at once. */
#define MOST 1024

struct guard {
	char table[32];
	struct text rules; /* those that stand, one behind the other: a rule isn't made twice */
	unsigned n;
};

/* nft stands where the administrator's programs do, which isn't in every user's PATH. */
static const char *const places[] = {"/usr/sbin/nft", "/sbin/nft", "/usr/bin/nft"};

static bool run_nft(const char *command, struct fault *fault)
{
	char *const arguments[] = {(char *)(uintptr_t) "nft", (char *)(uintptr_t)command, NULL};
	char *const environment[] = {NULL};
	int rc = ENOENT, status = 0;
	pid_t child = 0;

	for (unsigned i = 0; rc == ENOENT && i < COUNT(places); i++)
		rc = posix_spawn(&child, places[i], NULL, NULL, arguments, environment);
	if (rc) {
		fault_set(fault, "--guard: nft can't be run (apt-get install nftables): %s",
			  strerror(rc));
		return false;
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return true;
	fault_set(fault, "--guard: nft refuses \"%.200s\" (it needs cap_net_admin)", command);
	return false;
}

struct guard *guard_open(struct fault *fault)
{
	struct guard *g = need_zero(1, sizeof *g);
	struct text t = {0};
	bool made;

	text_format(&t, "peel_guard_%d", (int)getpid());
	memcpy(g->table, t.p, t.len);
	t.len = 0;
	text_format(
		&t,
		"add table inet %s; add chain inet %s output { type filter hook output priority "
		"0 ; }",
		g->table, g->table);
	made = run_nft(text_string(&t), fault);
	text_close(&t);
	if (made)
		return g;
	free(g);
	return NULL;
}

void guard_close(struct guard *g)
{
	struct text t = {0};
	struct fault ignored;

	if (!g)
		return;
	text_format(&t, "delete table inet %s", g->table);
	run_nft(text_string(&t), &ignored);
	text_close(&t);
	text_close(&g->rules);
	free(g);
}

/* The part that is TCP, with the part around it; 0: the packet has none. */
static unsigned tcp_of(const struct packet *k)
{
	for (unsigned i = 1; i < k->n_parts; i++)
		if (k->parts[i].proto && !strcmp(k->parts[i].proto->fields[0].name, "tcp") &&
		    k->parts[i - 1].proto && k->parts[i - 1].proto->src)
			return i;
	return 0;
}

static void put_address(struct text *t, const struct layer *l, unsigned row)
{
	const struct field *f = &l->proto->fields[row];
	struct cursor c = layer_cursor(l, f->at / 8);
	struct span s = cursor_take(&c, f->bits / 8);

	text_address(t, s.p, s.cap);
}

static void put_rule(struct text *t, const struct guard *g, const struct packet *k, unsigned tcp)
{
	struct layer ip, l;
	const char *family;

	packet_layer(k, tcp - 1, &ip);
	packet_layer(k, tcp, &l);
	family = ip.proto->fields[ip.proto->src].kind == IPV6 ? "ip6" : "ip";
	text_format(t, "add rule inet %s output %s saddr ", g->table, family);
	put_address(t, &ip, ip.proto->src);
	text_format(t, " %s daddr ", family);
	put_address(t, &ip, ip.proto->dst);
	text_format(t, " tcp sport %u tcp dport %u tcp flags & rst == rst drop",
		    (unsigned)VALUE_OF(&l, l.proto->sport), (unsigned)VALUE_OF(&l, l.proto->dport));
}

bool guard_add(struct guard *g, const struct packet *k, struct fault *fault)
{
	unsigned tcp = tcp_of(k);
	struct text t = {0};
	bool good = true;

	if (!tcp)
		return true;
	put_rule(&t, g, k, tcp);
	if (!g->rules.len || !strstr(text_string(&g->rules), text_string(&t))) {
		good = g->n < MOST && run_nft(text_string(&t), fault);
		if (g->n == MOST)
			fault_set(fault, "--guard: at most %u connections", MOST);
		g->n++;
		text_bytes(&g->rules, t.p, t.len);
		text_char(&g->rules, '\n');
	}
	text_close(&t);
	return good;
}
