/* SPDX-License-Identifier: BSD-2-Clause */
/* The filters of a run: compiling them, and saying what is wrong with them. */
#include "cli/filters.h"
#include "cli/carets.h"
#include "cli/cli.h"
#include "core/arena.h"
#include "core/session.h"
#include "protocols.h"
#include <ctype.h>
#include <stdlib.h>

/* --- the other language --- */

/* Words of pcap-filter(7), cut off one by one. */
struct phrase {
	const char *at;
	size_t len;
};

static bool next_word(struct phrase *w)
{
	w->at += w->len;
	w->at += strspn(w->at, " \t");
	w->len = strcspn(w->at, " \t");
	return w->len > 0;
}

static bool is_word(const struct phrase *w, const char *word)
{
	return strlen(word) == w->len && !memcmp(w->at, word, w->len);
}

/* What a primitive says before its value. */
struct primitive {
	const char *transport; /* "tcp", "udp", "sctp"; NULL: any */
	bool ether;
	const char *side; /* "src", "dst"; NULL: either */
};

/* One comparison for each protocol that the primitive may mean, " || " between them. */
static void put_ports(struct text *t, const struct primitive *p, const char *relation,
		      const char *value, size_t len)
{
	static const char *const transports[] = {"tcp", "udp"};
	unsigned n = p->transport ? 1 : COUNT(transports);

	if (n > 1)
		text_char(t, '(');
	for (unsigned i = 0; i < n; i++) {
		text_put(t, i ? " || " : "");
		text_put(t, p->transport ? p->transport : transports[i]);
		text_put(t, ".");
		text_put(t, p->side ? p->side : "");
		text_put(t, "port ");
		text_put(t, relation);
		text_bytes(t, value, len);
		text_put(t, *relation == 'i' ? "}" : "");
	}
	if (n > 1)
		text_char(t, ')');
}

/* "80-90" as "80 .. 90". */
static bool put_port_range(struct text *t, const struct primitive *p, const struct phrase *w)
{
	const char *dash = memchr(w->at, '-', w->len);
	struct text range = {0};

	if (!dash)
		return false;
	text_bytes(&range, w->at, (size_t)(dash - w->at));
	text_put(&range, " .. ");
	text_bytes(&range, dash + 1, w->len - (size_t)(dash + 1 - w->at));
	put_ports(t, p, "in {", range.p, range.len);
	text_close(&range);
	return true;
}

static void put_address(struct text *t, const struct primitive *p, const struct phrase *w)
{
	text_put(t, p->ether ? "eth." : memchr(w->at, ':', w->len) ? "ipv6." : "ip.");
	text_put(t, p->side ? p->side : "addr");
	text_put(t, " == ");
	text_bytes(t, w->at, w->len);
}

static bool is_protocol(const struct phrase *w, struct text *t)
{
	static const char *const names[][2] = {
		{"ip", "ip"},     {"ip6", "ipv6"},     {"arp", "arp"},   {"rarp", "arp"},
		{"tcp", "tcp"},   {"udp", "udp"},      {"icmp", "icmp"}, {"icmp6", "icmpv6"},
		{"igmp", "igmp"}, {"sctp", "sctp"},    {"vlan", "vlan"}, {"mpls", "mpls"},
		{"pim", "pim"},   {"pppoes", "pppoes"}};

	for (size_t i = 0; i < COUNT(names); i++)
		if (is_word(w, names[i][0])) {
			text_put(t, names[i][1]);
			return true;
		}
	return false;
}

/* What stands before a primitive's kind: protocol and direction. */
static void take_qualifiers(struct phrase *w, struct primitive *p)
{
	static const char *const transports[] = {"tcp", "udp", "sctp"};

	for (size_t i = 0; i < COUNT(transports); i++)
		if (is_word(w, transports[i])) {
			p->transport = transports[i];
			next_word(w);
			break;
		}
	p->ether = is_word(w, "ether");
	if (p->ether || is_word(w, "ip") || is_word(w, "ip6"))
		next_word(w);
	p->side = is_word(w, "src") ? "src" : is_word(w, "dst") ? "dst" : NULL;
	if (p->side)
		next_word(w);
}

/* Whether the word joins two primitives. */
static bool is_between(const struct phrase *w)
{
	return is_word(w, "and") || is_word(w, "&&") || is_word(w, "or") || is_word(w, "||");
}

/* "tcp dst port 80", "host 10.0.0.1", "less 100". */
static bool translate_primitive(struct phrase *w, struct text *t)
{
	struct phrase kind, behind = *w;
	struct primitive p = {0};

	if (!next_word(&behind) || is_between(&behind)) { /* a protocol alone */
		kind = *w;
		*w = behind;
		return is_protocol(&kind, t);
	}
	take_qualifiers(w, &p);
	kind = *w;
	if (p.side && (isdigit((unsigned char)*kind.at) || memchr(kind.at, ':', kind.len)))
		put_address(t, &p, w);
	else if (!next_word(w))
		return false;
	else if (is_word(&kind, "port"))
		put_ports(t, &p, "== ", w->at, w->len);
	else if (is_word(&kind, "portrange"))
		return put_port_range(t, &p, w) && (next_word(w) || true);
	else if (is_word(&kind, "host") || is_word(&kind, "net"))
		put_address(t, &p, w);
	else if (is_word(&kind, "less") || is_word(&kind, "greater")) {
		text_put(t, is_word(&kind, "less") ? "frame.len <= " : "frame.len >= ");
		text_bytes(t, w->at, w->len);
	} else {
		return false;
	}
	next_word(w);
	return true;
}

bool translate_capture_filter(const char *expression, struct text *t)
{
	struct phrase w = {expression, 0};
	bool more = next_word(&w);

	while (more) {
		while (is_word(&w, "not") || is_word(&w, "!")) {
			text_put(t, "!");
			next_word(&w);
		}
		if (!translate_primitive(&w, t))
			return false;
		if (!w.len)
			return true;
		if (!is_between(&w))
			return false;
		text_put(t, *w.at == 'a' || *w.at == '&' ? " && " : " || ");
		more = next_word(&w);
	}
	return false;
}

/* Whether it would do as a capture filter; says so, and how it is written as a display filter. */
static void hint_capture(struct text *t, const char *expression)
{
	struct fault fault;
	struct bpf *b = bpf_open(expression, &fault);
	struct text here = {0};

	if (!b)
		return;
	bpf_close(b);
	text_put(t, "\n  that is a capture filter's syntax: give it to -f");
	if (translate_capture_filter(expression, &here)) {
		text_put(t, ", or write ");
		text_bytes(t, here.p, here.len);
	}
	text_close(&here);
}

struct filter *open_display_filter(struct session *s, const char *expression, const char *option)
{
	struct filter_fault fault;
	struct filter *f = filter_compile(s, expression, &fault);
	struct text t = {0};

	if (f) {
		if (filter_warning(f))
			complain("%s: %s", option, filter_warning(f));
		return f;
	}
	text_put(&t, fault.text);
	if (*fault.field)
		suggest_fields(&t, fault.field, s);
	put_carets(&t, expression, fault.at, fault.len);
	hint_capture(&t, expression);
	complain("%s: %s", option, text_string(&t));
	text_close(&t);
	return NULL;
}

/* Whether it would do as a display filter. */
static bool is_display_filter(const char *expression)
{
	struct session *s = session_open(protocols);
	struct filter_fault fault;
	struct filter *f = filter_compile(s, expression, &fault);
	bool is = f != NULL;

	filter_close(f);
	session_close(s);
	return is;
}

struct bpf *open_capture_filter(const char *expression, const char *option)
{
	struct fault fault;
	struct bpf *b = bpf_open(expression, &fault);

	if (b)
		return b;
	complain("%s: %s%s\n    %s", option, fault.text,
		 is_display_filter(expression)
			 ? "\n  that is a display filter's syntax: give it to -Y"
			 : "; see pcap-filter(7)",
		 expression);
	return NULL;
}
