/* SPDX-License-Identifier: BSD-2-Clause */
/* Crafting: what is set is read back, libnet agrees with the tables, wrong words are found. */
#include "capture/input.h"
#include "core/record.h"
#include "craft/builder.h"
#include "craft/craft.h"
#include "craft/edit.h"
#include "craft/view.h"
#include "protocols.h"
#include "unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct session *new_session(void)
{
	struct session *s = session_open(protocols);

	session_want_all(s);
	session_start(s);
	return s;
}

/* --- what is set is read back --- */

/* A row of the header's own that a value can be given to, and that nothing else is filled into. */
static bool is_settable(const struct session *s, uint32_t id)
{
	const struct field *f = session_row(s, id);

	return session_row_is_once(s, id) && f->bits && f->bits <= 64 && !f->under && !f->fill &&
	       !(f->traits & (HIDDEN | GENERATED | STATE | NOTE | FACTOR)) &&
	       (kind_is_unsigned(f->kind) || f->kind == BOOL);
}

/* How a setting went: not possible, not shown in such a packet, or read back. */
enum outcome { REFUSED, UNSEEN, SAME };

static enum outcome set_and_read(struct session *s, const struct field *f, const char *proto,
				 uint64_t v)
{
	struct craft_options o = {.seed = 1, .tables_only = true};
	struct craft_fault fault;
	const struct packet *k = NULL;
	const struct node *n = NULL;
	char spec[256];
	struct craft *c;

	snprintf(spec, sizeof spec, "%s %s=%llu", proto, f->name, (unsigned long long)v);
	c = craft_compile(s, spec, &o, &fault);
	if (c)
		k = craft_next(c, &fault);
	if (k)
		n = view_node(view(s, k), k, k->n_parts - 1, f->name);
	if (n)
		ck_assert_msg(n->u == v, "%s: %s is read as %llu", spec, f->name,
			      (unsigned long long)n->u);
	craft_close(c);
	return !k ? REFUSED : !n ? UNSEEN : SAME;
}

/* A value of the row that isn't 0, nor what it has by itself. */
static uint64_t some_value(const struct field *f)
{
	uint64_t most = f->bits < 64 ? (UINT64_C(1) << f->bits) - 1 : UINT64_MAX;

	if (f->kind == BOOL)
		return !f->preset;
	return most == 1 ? 1 : most / 3 == f->preset ? most / 2 : most / 3;
}

START_TEST(settings_are_read_back)
{
	struct session *s = new_session();
	unsigned counts[3] = {0};

	for (uint32_t id = 0; id < session_rows(s); id++) {
		const struct proto *p = session_row_proto(s, id);
		const struct field *f = session_row(s, id);
		size_t n = strlen(p->fields[0].name);

		if (p->bare || !is_settable(s, id) || strncmp(f->name, p->fields[0].name, n) ||
		    f->name[n] != '.')
			continue;
		counts[set_and_read(s, f, p->fields[0].name, some_value(f))]++;
	}
	printf("settings: %u read back, %u not shown in such a packet, %u refused\n", counts[SAME],
	       counts[UNSEEN], counts[REFUSED]);
	ck_assert_uint_gt(counts[SAME], 2 * (counts[UNSEEN] + counts[REFUSED]));
	session_close(s);
}
END_TEST

/* --- random packets of all tables --- */

/* A row of a header's own with a place, and with a value that can be written down. */
static bool is_written(const struct session *s, uint32_t id)
{
	const struct field *f = session_row(s, id);
	bool address = f->kind == ETHER || f->kind == IPV4 || f->kind == IPV6;

	return session_row_is_once(s, id) && f->bits && !f->under &&
	       (!f->fill || f->fill == FILL_RANDOM) &&
	       !(f->traits & (HIDDEN | GENERATED | STATE | NOTE | FACTOR)) &&
	       (address || (f->bits <= 64 && (kind_is_unsigned(f->kind) || f->kind == BOOL)));
}

/* Whether another row is there, or as wide as it is, because of this one; or its child is. */
static bool decides(const struct proto *p, unsigned row)
{
	if (p->next.row == row || p->next.other == row)
		return true;
	for (unsigned r = 1; r < p->n_fields; r++) {
		if (p->fields[r].size_of == row)
			return true;
		for (const struct when *w = p->fields[r].when; w; w = w->also)
			if (w->row == row)
				return true;
	}
	return false;
}

static uint32_t first_id(const struct session *s, const struct proto *p)
{
	uint32_t id = session_find(s, p->fields[0].name, 0);

	while (session_row(s, id) != p->fields)
		id = session_find(s, p->fields[0].name, id + 1);
	return id;
}

/*
 * A number that was concluded from the octets at a row's place, such as one with the wrong octet
 * first: what is written down is what stands there.
 */
static void put_place(struct text *t, const struct field *f, const struct layer *l)
{
	text_format(t, " %s=0x%llx", f->name, (unsigned long long)row_value(l, f));
}

static void put_setting(struct text *t, const struct node *n)
{
	text_format(t, " %s=", n->field->name);
	if (n->field->kind == IPV4)
		text_ip4(t, (uint32_t)n->u);
	else if (n->field->kind == IPV6 || n->field->kind == ETHER)
		text_address(t, n->p, n->size);
	else
		text_format(t, "0x%llx", (unsigned long long)n->u);
}

/* Numbers that nobody can guess, of tables that the layer walks. */
static void put_others(struct text *t, const struct record *r, const struct packet *k, unsigned i)
{
	const struct brick *b = &k->parts[i];

	for (uint32_t j = 0; j < r->n_nodes; j++) {
		const struct node *n = &r->nodes[j];
		bool own = n->field >= b->proto->fields &&
			   n->field < b->proto->fields + b->proto->n_fields;

		if (n->field->fill == FILL_RANDOM && !own && !n->source && n->at >= b->at &&
		    n->at < b->at + b->header)
			put_setting(t, n);
	}
}

/* The packet as a specification: each layer's rows with the values that are read. */
static void put_spec(struct text *t, const struct session *s, const struct record *r,
		     const struct packet *k)
{
	t->len = 0;
	for (unsigned i = 0; i < k->n_parts; i++) {
		const struct proto *p = k->parts[i].proto;
		uint32_t id = first_id(s, p);

		text_format(t, "%s%s", i ? " / " : "", p->fields[0].name);
		for (unsigned row = 1; row < p->n_fields; row++) {
			const struct node *n = is_written(s, id + row)
						       ? view_node(r, k, i, p->fields[row].name)
						       : NULL;

			if (n && n->field == &p->fields[row])
				put_setting(t, n);
			else if (n && n->field->traits & STATE)
				put_place(t, &p->fields[row], view_layer(r, k, i));
		}
		put_others(t, r, k, i);
	}
}

/* "NAME field=rand ...": of the fields that such a packet has and that decide nothing. */
static bool put_random_spec(struct text *t, struct session *s, const struct proto *p)
{
	struct craft_options o = {.seed = 1, .tables_only = true};
	struct craft_fault fault;
	struct craft *c = craft_compile(s, p->fields[0].name, &o, &fault);
	const struct packet *k = c ? craft_next(c, &fault) : NULL;
	const struct record *r = k ? view(s, k) : NULL;
	uint32_t id = first_id(s, p);

	t->len = 0;
	text_put(t, p->fields[0].name);
	for (unsigned row = 1; r && row < p->n_fields; row++)
		if (is_written(s, id + row) && !decides(p, row) && !p->fields[row].preset &&
		    view_node(r, k, k->n_parts - 1, p->fields[row].name))
			text_format(t, " %s=rand", p->fields[row].name);
	craft_close(c);
	return k != NULL;
}

/* One packet, read, written down, and built again: the same octets. */
static bool comes_back(struct session *s, const struct packet *k, struct text *spec)
{
	struct craft_options o = {
		.seed = 1, .tables_only = true, .has_link = true, .link = k->link};
	struct craft_fault fault;
	const struct packet *again;
	struct craft *c;
	bool same;

	put_spec(spec, s, view(s, k), k);
	c = craft_compile(s, text_string(spec), &o, &fault);
	again = c ? craft_next(c, &fault) : NULL;
	same = again && again->len == k->len && !memcmp(again->p, k->p, k->len);
	craft_close(c);
	return same;
}

/* Random packets of that protocol that aren't malformed: how many, and how many came back. */
static void try_protocol(struct session *const s[2], const struct proto *p, unsigned most,
			 unsigned counts[2])
{
	struct craft_options o = {.seed = 9, .tables_only = true};
	struct text random = {0}, spec = {0};
	struct craft_fault fault;
	struct craft *c = NULL;
	unsigned lost = 0;

	if (!p->bare && put_random_spec(&random, s[0], p))
		c = craft_compile(s[0], text_string(&random), &o, &fault);
	for (unsigned n = 0; c && n < most; n++) {
		const struct packet *k = craft_next(c, &fault);
		const struct record *r = k ? view(s[1], k) : NULL;
		bool whole = r && !r->trouble && view_layer(r, k, k->n_parts - 1);
		bool same = whole && comes_back(s[1], k, &spec);

		counts[0] += whole;
		counts[1] += same;
		if (whole && !same && !lost++)
			printf("%s: doesn't come back: %s\n", text_string(&random),
			       text_string(&spec));
	}
	if (lost)
		printf("%s: %u of %u don't come back\n", p->fields[0].name, lost, most);
	craft_close(c);
	text_close(&random);
	text_close(&spec);
}

/* PEEL_PACKETS says how many of each protocol; 20 unless it does. */
START_TEST(random_packets_come_back)
{
	const char *wish = getenv("PEEL_PACKETS");
	unsigned most = wish ? (unsigned)strtoul(wish, NULL, 10) : 20, counts[2] = {0};
	struct session *s[2] = {new_session(), new_session()};

	for (unsigned i = 0; protocols[i]; i++)
		try_protocol(s, protocols[i], most, counts);
	printf("random packets: %u of %u come back\n", counts[1], counts[0]);
	ck_assert_uint_gt(counts[0], 30 * most);
	ck_assert_uint_eq(counts[0], counts[1]);
	session_close(s[0]);
	session_close(s[1]);
}
END_TEST

/* --- libnet --- */

static const char *const both[] = {
	"eth dst=rand src=rand type=0x1234",
	"arp opcode=rand src.hw_mac=rand psrc=rand dst.hw_mac=rand pdst=rand",
	"eth / mpls label=rand exp=rand ttl=rand",
	"ip dsfield=rand id=rand flags=2 ttl=rand src=rand dst=rand / udp sport=rand / rand:20",
	"ip flags=rand frag_offset=rand checksum=rand / rand:8",
	"ipv6 tclass=rand flow=0 hlim=rand src=rand dst=rand / udp / rand:31",
	"ip / udp sport=rand dport=rand checksum=rand / rand:7",
	"ip / tcp sport=rand dport=rand seq=rand ack=rand flags=FSRPAUEC win=rand urg=rand",
	"ip / icmp type=8 ident=rand seq=rand / rand:9",
	"ip / icmp type=0 code=rand",
	"ip / icmp type=5 code=rand redir_gw=rand",
	"ip / icmp type=17 address_mask=rand ident=rand seq=rand",
	"ipv6 / icmpv6 type=128 echo.identifier=rand echo.sequence_number=rand",
	"ipv6 / icmpv6 type=135 nd.ns.target_address=rand",
	"udp / dns id=rand flags=0x0100",
	"eth dst=rand src=rand / vlan priority=rand dei=rand id=rand etype=0x1234",
	"eth dst=rand src=rand / llc / rand:50",
	"eth / eapol version=rand type=1",
	"udp / hsrp opcode=0-2 state=rand hellotime=rand priority=rand virt_ip=rand",
	"ipv6 / ipv6.fraghdr offset=rand reserved_bits=rand more=rand ident=rand / rand:16",
	"ipv6 / icmpv6 type=136 nd.na.flag=rand nd.na.target_address=rand",
	"ip / igmp type=0x16 max_resp=rand maddr=rand",
	"ip id=rand options=0x94040000 / udp",
	"ip / tcp sport=rand flags=S options=mss:1460,sackok,ws:7",
	"ipv6 flow=0 / ipv6.hopopts / udp sport=rand",
	"ipv6 flow=0 / ipv6.dstopts / udp sport=rand",
	"ipv6 flow=0 / ipv6.routing segleft=rand / udp sport=rand",
	"ip / ah spi=rand sequence=rand icv=0x010203040506070809101112 / udp sport=rand",
	"ip / gre / ip / udp sport=rand",
	"ip / gre flags_and_version=0x3000 key=rand sequence_number=rand / ip / udp sport=rand",
	"ip / icmp type=3 code=rand / rand:28",
	"ip / icmp type=11 code=rand / rand:28",
	"ip / icmp type=13-14 ident=rand seq=rand originate_timestamp=rand",
	"eth / llc / stp root.cost=rand port=rand flags=rand",
	"ip / ospf srcrouter=rand area_id=rand",
	"udp / rip ip=rand netmask=rand next_hop=rand metric=1-16 route_tag=rand",
	"udp / dhcp id=rand ip.client=rand ip.your=rand ip.server=rand ip.relay=rand flags=rand",
	"udp / ntp stratum=rand ppoll=rand precision=rand rootdelay=rand rootdispersion=rand",
	"tcp / bgp type=4",
	"ip / vrrp virt_rtr_id=rand prio=rand adver_int=rand",
};

/* The innermost layer's header by libnet is the one by the tables, and so are all around it. */
START_TEST(libnet_agrees)
{
	struct session *s = new_session();
	struct builder *b = builder_open();
	struct craft_options o = {.seed = 7 + (uint64_t)_i, .tables_only = true};
	struct craft_fault fault;
	struct craft *c = craft_compile(s, both[_i], &o, &fault);
	struct packet copy = {0};

	ck_assert_msg(c, "%s: %s", both[_i], fault.text);
	for (unsigned n = 0; n < 200; n++) {
		const struct packet *k = craft_next(c, &fault);
		unsigned built = 0;

		ck_assert_msg(k, "%s: %s", both[_i], fault.text);
		packet_copy(&copy, k);
		for (unsigned i = 0; i < k->n_parts; i++)
			built += builder_put(b, view(s, k), &copy, i);
		ck_assert_msg(built >= k->n_parts - (copy.parts[k->n_parts - 1].proto == NULL),
			      "%s: libnet built %u of %u", both[_i], built, k->n_parts);
		ck_assert_msg(!memcmp(k->p, copy.p, k->len), "%s: libnet has other octets",
			      both[_i]);
	}
	packet_close(&copy);
	craft_close(c);
	builder_close(b);
	session_close(s);
}
END_TEST

/* --- captured frames --- */

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	(void)arg;
	(void)path;
	(void)what;
	(void)fault;
}

/* Whether the walker has something to complain of: mending changes lengths then. */
static bool is_wrong(const struct record *r)
{
	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!strcmp(r->nodes[i].field->name, "_ws.malformed") ||
		    !strcmp(r->nodes[i].field->name, "_ws.short"))
			return true;
	return false;
}

/* Makes all checksums of the frame 0: recorded ones may be the network card's to fill in. */
static void clear_checksums(const struct record *r, uint8_t *p)
{
	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];
		size_t len = strlen(n->field->name);

		if (!n->source && len > 9 && !strcmp(n->field->name + len - 9, ".checksum"))
			memset(p + n->at, 0, n->len);
	}
}

static bool is_same(const struct record *r, const struct frame *f, const struct frame *g)
{
	uint8_t *a = malloc(f->cap_len), *b = malloc(f->cap_len);
	bool same = g->cap_len == f->cap_len;

	if (same) {
		memcpy(a, f->bytes, f->cap_len);
		memcpy(b, g->bytes, f->cap_len);
		clear_checksums(r, a);
		clear_checksums(r, b);
		same = !memcmp(a, b, f->cap_len);
	}
	free(a);
	free(b);
	return same;
}

/* A frame that is taken apart and mended is the same again when nothing of it is changed. */
START_TEST(frames_are_mended_to_themselves)
{
	const char *const nothing[] = {"vxlan"};
	struct edit_wishes w = {.set = "", .del = nothing, .n_del = 1, .seed = 1};
	struct session *s = new_session(), *judge = new_session();
	struct craft_fault fault;
	struct edit *e = edit_open(s, &w, &fault);
	unsigned same = 0, all = 0;
	struct frame f;

	for (size_t i = 0; i < captures.gl_pathc; i++) {
		struct input *in;

		if (strstr(captures.gl_pathv[i], "vxlan"))
			continue;
		in = input_open((const char *const *)&captures.gl_pathv[i], 1, false, on_problem,
				NULL);
		while (input_next(in, &f)) {
			const struct record *r = session_walk(judge, &f);
			struct frame g = f;

			if (f.link != 1 || is_wrong(r))
				continue;
			ck_assert(edit_frame(e, &g, &fault));
			all++;
			if (is_same(r, &f, &g))
				same++;
			else
				printf("%s: frame %llu is changed\n", captures.gl_pathv[i],
				       (unsigned long long)f.number);
		}
		input_close(in);
	}
	printf("mended to themselves: %u of %u frames\n", same, all);
	ck_assert_uint_gt(all, 1000);
	ck_assert_uint_ge(same * 1000, all * 995);
	edit_close(e);
	session_close(s);
	session_close(judge);
}
END_TEST

/* An editor that maps these prefixes of IPv4 and IPv6. */
static struct edit *mapper(struct session *s, struct remap *m, const char *v4, const char *v6)
{
	struct edit_wishes w = {.set = "", .remap = m};
	struct craft_fault fault;
	struct fault why;

	ck_assert(remap_addresses(m, v4, &why));
	ck_assert(remap_addresses(m, v6, &why));
	return edit_open(s, &w, &fault);
}

/* Internet checksums of the frame that are wrong. */
static unsigned wrong_checksums(const struct record *r)
{
	unsigned wrong = 0;

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const char *name = r->nodes[i].field->name;
		size_t n = strlen(name);

		wrong += n > 15 && !strcmp(name + n - 15, "checksum.status") && !r->nodes[i].u;
	}
	return wrong;
}

/* Other addresses and back again: each octet is as it was, and no checksum got wrong between. */
START_TEST(addresses_map_back)
{
	struct session *s = new_session(), *judge = new_session();
	struct remap *rules = remap_open(), *undo = remap_open();
	struct edit *there = mapper(s, rules, "10.0.0.0/8=203.0.0.0/8", "fd00::/8=fb00::/8");
	struct edit *back = mapper(s, undo, "203.0.0.0/8=10.0.0.0/8", "fb00::/8=fd00::/8");
	struct craft_fault fault;
	unsigned changed = 0, broken = 0;
	struct frame f;

	for (size_t i = 0; i < captures.gl_pathc; i++) {
		struct input *in = input_open((const char *const *)&captures.gl_pathv[i], 1, false,
					      on_problem, NULL);

		while (input_next(in, &f)) {
			struct frame g = f, h;
			unsigned wrong = wrong_checksums(session_walk(judge, &f));

			ck_assert(edit_frame(there, &g, &fault));
			changed += memcmp(f.bytes, g.bytes, f.cap_len) != 0;
			if (wrong_checksums(session_walk(judge, &g)) != wrong) {
				printf("%s: frame %llu: a checksum is wrong\n",
				       captures.gl_pathv[i], (unsigned long long)f.number);
				broken++;
			}
			h = g;
			ck_assert(edit_frame(back, &h, &fault));
			ck_assert_msg(!memcmp(f.bytes, h.bytes, f.cap_len),
				      "%s: frame %llu doesn't come back", captures.gl_pathv[i],
				      (unsigned long long)f.number);
		}
		input_close(in);
	}
	ck_assert_uint_gt(changed, 1000);
	/* Source routes: the address that counts isn't the one in the header. */
	ck_assert_uint_le(broken * 500, changed);
	edit_close(there);
	edit_close(back);
	remap_close(rules);
	remap_close(undo);
	session_close(s);
	session_close(judge);
}
END_TEST

/* --- the language --- */

static uint64_t count_of(const char *spec, bool zip)
{
	struct session *s = new_session();
	struct craft_options o = {.seed = 1, .zip = zip};
	struct craft_fault fault;
	struct craft *c = craft_compile(s, spec, &o, &fault);
	uint64_t n = c ? craft_count(c) : 0;

	craft_close(c);
	session_close(s);
	return n;
}

START_TEST(combinations_are_counted)
{
	ck_assert_uint_eq(count_of("ip / udp", false), 1);
	ck_assert_uint_eq(count_of("ip ttl=1-3 / udp dport={5,7-8}", false), 9);
	ck_assert_uint_eq(count_of("ip ttl=1-3 / udp dport={5,7-8}", true), 3);
	ck_assert_uint_eq(count_of("ip dst=10.0.0.0/24 / tcp dport=1-1000", false), 256000);
	ck_assert_uint_eq(count_of("ip ttl=rand id=inc / udp", false), 1);
	ck_assert_uint_eq(count_of("ipv6 dst=fe80::/64 / udp", false), 0);
}
END_TEST

/* The ports in the order in which they come. */
START_TEST(combinations_come_in_order)
{
	static const unsigned ttls[] = {1, 1, 2, 2, 1}, ports[] = {7, 9, 7, 9, 7};
	struct session *s = new_session();
	struct craft_options o = {.seed = 1};
	struct craft_fault fault;
	struct craft *c = craft_compile(s, "ip ttl=1-2 / udp dport={7,9}", &o, &fault);

	for (unsigned i = 0; i < COUNT(ttls); i++) {
		const struct packet *k = craft_next(c, &fault);
		const struct record *r = view(s, k);

		ck_assert_uint_eq(view_node(r, k, 1, "ip.ttl")->u, ttls[i]);
		ck_assert_uint_eq(view_node(r, k, 2, "udp.dstport")->u, ports[i]);
	}
	craft_close(c);
	session_close(s);
}
END_TEST

static const struct {
	const char *spec;
	uint32_t at, len;
	const char *words;
} faults[] = {
	{"", 0, 1, "there is no layer"},
	{"ipp dst=1.2.3.4", 0, 3, "no protocol \"ipp\""},
	{"ip dst=1.2.3", 7, 5, "is no IPv4 address"},
	{"ip dst=1.2.3.4 tll=3", 15, 3, "has no field \"tll\""},
	{"ip ttl=256", 7, 3, "is too large"},
	{"ip ttl=", 7, 1, "a value is missing"},
	{"ip ttl=5-3", 7, 3, "range is empty"},
	{"ip ttl={1,2", 7, 1, "has no end"},
	{"ip / ", 5, 1, "another layer is missing"},
	{"ip / udp / \"abc", 11, 1, "has no end"},
	{"ip / udp / \"a\\qc\"", 13, 2, "no such escape"},
	{"ip / udp / 0x123", 15, 1, "pairs of hexadecimal digits"},
	{"ip dst=10.0.0.0/33", 16, 2, "at most 32 bits"},
	{"tcp options=mss:1460,foo", 21, 3, "no option \"foo\""},
	{"udp options=mss:5", 12, 5, "has no list of options"},
	{"ip hdr_len=21", 11, 2, "units of 4"},
	{"udp / @/nonexistent/file", 6, 18, "No such file"},
	{"tcp flags=SX", 10, 2, "is no number"},
};

START_TEST(faults_are_shown)
{
	struct session *s = new_session();
	struct craft_options o = {.seed = 1};
	struct craft_fault fault;
	struct craft *c = craft_compile(s, faults[_i].spec, &o, &fault);

	ck_assert_msg(!c, "%s isn't refused", faults[_i].spec);
	ck_assert_msg(strstr(fault.text, faults[_i].words), "%s: %s", faults[_i].spec, fault.text);
	ck_assert_msg(fault.at == faults[_i].at && fault.len == faults[_i].len,
		      "%s: carets at %u, %u long", faults[_i].spec, fault.at, fault.len);
	session_close(s);
}
END_TEST

/* The same seed gives the same packets, another one others. */
START_TEST(seeds_repeat)
{
	struct session *s = new_session();
	struct packet first = {0};

	for (unsigned i = 0; i < 3; i++) {
		struct craft_options o = {.seed = i < 2 ? 5 : 6};
		struct craft_fault fault;
		struct craft *c = craft_compile(s, "ip src=rand / tcp / rand:50", &o, &fault);
		const struct packet *k = craft_next(c, &fault);

		if (i)
			ck_assert_int_eq(!memcmp(first.p, k->p, k->len), i < 2);
		else
			packet_copy(&first, k);
		craft_close(c);
	}
	packet_close(&first);
	session_close(s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{settings_are_read_back, 1},
		{libnet_agrees, COUNT(both)},
		{random_packets_come_back, 1},
		{frames_are_mended_to_themselves, 1},
		{addresses_map_back, 1},
		{combinations_are_counted, 1},
		{combinations_come_in_order, 1},
		{faults_are_shown, COUNT(faults)},
		{seeds_repeat, 1},
	};

	open_captures();
	return run_units("craft", 600, units, COUNT(units));
}
