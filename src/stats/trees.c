/* SPDX-License-Identifier: BSD-2-Clause */
/* plen,tree and its like: lengths, addresses, transports and ports, counted in trees. */
#include "core/arena.h"
#include "stats/ends.h"
#include "stats/tree.h"
#include <ctype.h>
#include <stdlib.h>

struct tree_stat {
	struct tree tree; /* first */
	struct ends_type type;
	struct text name; /* of a twig, while it is written */
	const char *root;
	char *roots[2]; /* "Source IPv4 Addresses" and the other; owned */
};

/* --- setting up --- */

static struct tree_stat *open_tree(struct stat *st, const char *args, struct fault *fault)
{
	struct tree_stat *own = need_zero(1, sizeof *own);

	st->own = own;
	if (!stat_filter(st, args, fault))
		return NULL;
	own->tree.tally = tally_open(st->session, sizeof(struct twig));
	return own;
}

static void close_tree(struct stat *st)
{
	struct tree_stat *own = st->own;

	if (!own)
		return;
	tally_close(own->tree.tally);
	text_close(&own->name);
	free(own->tree.owned_title);
	free(own->roots[0]);
	free(own->roots[1]);
	free(own);
}

static void print(struct stat *st, struct text *t)
{
	(void)t;
	tree_print(st->own, st->out);
}

static void json(struct stat *st, struct text *t)
{
	tree_json(st->own, t);
}

/* --- lengths of frames --- */

static const struct {
	const char *name;
	uint32_t most;
} lengths[] = {
	{"0-19", 19},        {"20-39", 39},
	{"40-79", 79},       {"80-159", 159},
	{"160-319", 319},    {"320-639", 639},
	{"640-1279", 1279},  {"1280-2559", 2559},
	{"2560-5119", 5119}, {"5120 and greater", UINT32_MAX},
};

static bool open_lengths(struct stat *st, const char *args, struct fault *fault)
{
	struct tree_stat *own = open_tree(st, args, fault);
	uint64_t root;

	if (!own)
		return false;
	own->tree.title = own->root = "Packet Lengths";
	own->tree.averages = own->tree.as_made = true;
	root = tree_add(&own->tree, 0, own->root);
	for (size_t i = 0; i < COUNT(lengths); i++)
		tree_add(&own->tree, root, lengths[i].name);
	return true;
}

static void frame_lengths(struct stat *st, const struct record *r)
{
	struct tree_stat *own = st->own;
	uint32_t len = r->frame->wire_len;
	uint64_t root;
	size_t i = 0;

	while (len > lengths[i].most)
		i++;
	tree_time(&own->tree, r->since_first);
	root = tree_count(&own->tree, 0, own->root, strlen(own->root), r->since_first, len);
	tree_count(&own->tree, root, lengths[i].name, strlen(lengths[i].name), r->since_first, len);
}

/* --- what is counted of packets --- */

/* `title` stands behind the protocol's name; at the tree's top, too, if it is its `root`. */
static bool open_ends(struct stat *st, const char *args, const char *title, bool root,
		      struct fault *fault)
{
	struct tree_stat *own = open_tree(st, args, fault);
	bool six = strstr(st->kind->name, "ipv6");
	struct text t = {0};

	if (!own)
		return false;
	ends_type_find(st->session, six ? "ipv6" : "ip", six ? 4 : 2, &own->type);
	ends_want(st->session, &own->type, false);
	text_put(&t, own->type.title);
	text_put(&t, " Statistics/");
	text_put(&t, title);
	own->root = title;
	own->tree.title = own->tree.owned_title = need_copy(text_string(&t));
	text_close(&t);
	if (root)
		tree_add(&own->tree, 0, own->root);
	return true;
}

/* So many packets of the statistic's protocol are in the frame. */
static unsigned packets(const struct tree_stat *own, const struct record *r)
{
	struct meeting m;
	unsigned n = 0;

	for (uint32_t i = 0; i < r->n_layers; i++)
		n += ends_of_layer(&own->type, r, r->layers[i], &m);
	return n;
}

static uint64_t count_words(struct tree_stat *own, uint64_t parent, const char *name, int64_t now)
{
	return tree_count(&own->tree, parent, name, strlen(name), now, 0);
}

static uint64_t count_written(struct tree_stat *own, uint64_t parent, int64_t now)
{
	return tree_count(&own->tree, parent, own->name.p, own->name.len, now, 0);
}

static uint64_t count_end(struct tree_stat *own, uint64_t parent, const struct address *a,
			  int64_t now)
{
	own->name.len = 0;
	if (a->len)
		text_address(&own->name, a->p, a->len);
	else
		text_put(&own->name, "NONE");
	return count_written(own, parent, now);
}

/* Has ports looked for: those of the frame's last transport, quoted or not, count. */
static void want_ports(struct session *s)
{
	const struct proto *p;

	for (uint32_t id = 0; id < session_rows(s); id += p->n_fields) {
		p = session_row_proto(s, id);
		if (p->sport)
			session_want(s, p->fields[p->sport].name);
	}
}

static const struct layer *transport(const struct record *r)
{
	for (uint32_t i = r->n_layers; i-- > 0;)
		if (r->layers[i]->proto->sport)
			return r->layers[i];
	return NULL;
}

/* "UDP": the letters of its table of children, "udp.port". */
static uint64_t count_transport(struct tree_stat *own, uint64_t parent, const struct layer *l,
				int64_t now)
{
	const char *name = l && l->proto->next.table ? l->proto->next.table : "none";

	own->name.len = 0;
	for (; *name && *name != '.'; name++)
		text_char(&own->name, (char)toupper((unsigned char)*name));
	return count_written(own, parent, now);
}

/* --- the kinds --- */

static bool open_ports(struct stat *st, const char *args, struct fault *fault)
{
	want_ports(st->session);
	return open_ends(st, args, "IP Protocol Types", true, fault);
}

static void frame_ports(struct stat *st, const struct record *r)
{
	struct tree_stat *own = st->own;
	int64_t now = r->since_first;

	for (unsigned n = packets(own, r); n; n--) {
		tree_time(&own->tree, now);
		count_transport(own, count_words(own, 0, own->root, now), transport(r), now);
	}
}

static bool open_dests(struct stat *st, const char *args, struct fault *fault)
{
	want_ports(st->session);
	return open_ends(st, args, "Destinations and Ports", true, fault);
}

static void frame_dests(struct stat *st, const struct record *r)
{
	struct tree_stat *own = st->own;
	int64_t now = r->since_first;
	struct address src, dst;

	for (unsigned n = packets(own, r); n; n--) {
		const struct layer *l = transport(r);
		uint64_t up = count_words(own, 0, own->root, now);

		tree_time(&own->tree, now);
		network_ends(r, &src, &dst);
		up = count_end(own, up, &dst, now);
		up = count_transport(own, up, l, now);
		own->name.len = 0;
		text_u64(&own->name, l ? VALUE_OF(l, l->proto->dport) : 0);
		count_written(own, up, now);
	}
}

static bool open_hosts(struct stat *st, const char *args, struct fault *fault)
{
	return open_ends(st, args, "All Addresses", true, fault);
}

static void frame_hosts(struct stat *st, const struct record *r)
{
	struct tree_stat *own = st->own;
	int64_t now = r->since_first;
	struct address src, dst;

	for (unsigned n = packets(own, r); n; n--) {
		uint64_t root = count_words(own, 0, own->root, now);

		tree_time(&own->tree, now);
		network_ends(r, &src, &dst);
		count_end(own, root, &src, now);
		count_end(own, root, &dst, now);
	}
}

static bool open_srcdst(struct stat *st, const char *args, struct fault *fault)
{
	static const char *const ways[2] = {"Source ", "Destination "};
	struct tree_stat *own;

	if (!open_ends(st, args, "Source and Destination Addresses", false, fault))
		return false;
	own = st->own;
	for (unsigned i = 0; i < 2; i++) {
		struct text t = {0};

		text_put(&t, ways[i]);
		text_put(&t, own->type.title);
		text_put(&t, " Addresses");
		own->roots[i] = need_copy(text_string(&t));
		text_close(&t);
		tree_add(&own->tree, 0, own->roots[i]);
	}
	return true;
}

static void frame_srcdst(struct stat *st, const struct record *r)
{
	struct tree_stat *own = st->own;
	int64_t now = r->since_first;
	struct address src, dst;

	for (unsigned n = packets(own, r); n; n--) {
		tree_time(&own->tree, now);
		network_ends(r, &src, &dst);
		count_end(own, count_words(own, 0, own->roots[0], now), &src, now);
		count_end(own, count_words(own, 0, own->roots[1], now), &dst, now);
	}
}

#define TREE(name, what)                                                        \
	{                                                                       \
		name, NULL, open_##what, frame_##what, print, json, close_tree, \
	}

const struct stat_kind tree_kinds[N_TREE_KINDS] = {
	TREE("plen,tree", lengths),       TREE("ptype,tree", ports),
	TREE("dests,tree", dests),        TREE("ip_hosts,tree", hosts),
	TREE("ip_srcdst,tree", srcdst),   TREE("ipv6_ptype,tree", ports),
	TREE("ipv6_dests,tree", dests),   TREE("ipv6_hosts,tree", hosts),
	TREE("ipv6_srcdst,tree", srcdst),
};
