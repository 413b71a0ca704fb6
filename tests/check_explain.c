/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel explain works out: prefixes, what hides in addresses, drawings, octets. */
#include "cli/explain.h"
#include "core/names.h"
#include "core/session.h"
#include "filter/filter.h"
#include "protocols.h"
#include "unit.h"

struct bench {
	struct text text;
	struct explain e;
};

static void bench_open(struct bench *b)
{
	*b = (struct bench){0};
	b->e.t = &b->text;
	b->e.s = session_open(protocols);
	b->e.names = names_open(NULL, NULL);
}

static void bench_close(struct bench *b)
{
	session_close((struct session *)(uintptr_t)b->e.s);
	names_close(b->e.names);
	text_close(&b->text);
}

/* The function explains the thing, and says these words. */
static void says(enum verdict (*explain)(struct explain *, const char *), const char *thing,
		 const char *words)
{
	struct bench b;

	bench_open(&b);
	ck_assert_int_eq(explain(&b.e, thing), IS);
	if (!strstr(text_string(&b.text), words))
		ck_abort_msg("%s: no \"%s\" in:\n%s", thing, words, text_string(&b.text));
	bench_close(&b);
}

static void is(enum verdict verdict, enum verdict (*explain)(struct explain *, const char *),
	       const char *thing)
{
	struct bench b;

	bench_open(&b);
	ck_assert_msg(explain(&b.e, thing) == verdict, "%s", thing);
	ck_assert(verdict == IS || !b.text.len);
	bench_close(&b);
}

START_TEST(ipv4_prefixes)
{
	says(explain_ipv4, "10.1.2.3/8", "hosts        10.0.0.1 to 10.255.255.254: 16777214");
	says(explain_ipv4, "10.1.2.3/8", "broadcast    10.255.255.255, directed");
	says(explain_ipv4, "192.0.2.77/255.255.255.192", "network      192.0.2.64\n");
	says(explain_ipv4, "192.0.2.77/26", "hosts        192.0.2.65 to 192.0.2.126: 62");
	says(explain_ipv4, "192.0.2.0/31", "192.0.2.0 to 192.0.2.1: 2, the ends");
	says(explain_ipv4, "192.0.2.1/32", "this one alone");
	says(explain_ipv4, "0.0.0.0/0", "hosts        0.0.0.1 to 255.255.255.254: 4294967294");
	is(IS_BAD, explain_ipv4, "10.0.0.0/33");
	is(IS_BAD, explain_ipv4, "10.0.0.0/255.0.255.0");
	is(IS_BAD, explain_ipv4, "10.0.0.256");
	is(IS_NOT, explain_ipv4, "10.0.0");
	is(IS_NOT, explain_ipv4, "4445.5354.0000");
}
END_TEST

START_TEST(ipv4_blocks)
{
	static const struct {
		const char *address, *says;
	} list[] = {
		{"0.0.0.0", "this host"},
		{"9.255.255.255", "global unicast"},
		{"10.0.0.0", "private use"},
		{"100.64.0.1", "100.64.0.0/10: shared"},
		{"100.128.0.0", "global unicast"},
		{"127.0.0.1", "loopback"},
		{"169.254.1.1", "link-local"},
		{"172.31.255.255", "172.16.0.0/12: private"},
		{"172.32.0.0", "global unicast"},
		{"192.88.99.1", "6to4"},
		{"198.19.0.1", "198.18.0.0/15"},
		{"224.0.0.251", "MAC          01:00:5e:00:00:fb"},
		{"239.255.255.250", "SSDP"},
		{"233.1.2.3", "AS 258"},
		{"240.0.0.1", "E (1111...)"},
		{"255.255.255.255", "limited broadcast"},
		{"191.255.0.1", "B (10...)"},
	};

	for (size_t i = 0; i < COUNT(list); i++)
		says(explain_ipv4, list[i].address, list[i].says);
}
END_TEST

START_TEST(ipv6_kinds)
{
	static const struct {
		const char *address, *says;
	} list[] = {
		{"::", "unspecified"},
		{"::1", "loopback"},
		{"::ffff:192.168.0.1", "192.168.0.0/16: private use"},
		{"64:ff9b::808:808", "IPv4         8.8.8.8"},
		{"64:ff9b:1::1", "RFC 8215"},
		{"2001:db8::1", "documentation"},
		{"2001:30::1", "drones"},
		{"2a00::1", "2000::/3: global unicast"},
		{"4000::1", "not assigned"},
		{"fdff::1", "fd00::/8: unique local"},
		{"fe80::1%eth0", "zone         eth0"},
		{"febf::1", "fe80::/10: link-local"},
		{"2001:db8:1:2::/62", "range        2001:db8:1:: to "},
		{"2001:db8::5efe:c000:201", "ISATAP"},
		{"2001:db8::fdff:ffff:ffff:fffe", "number 126 of those reserved"},
	};

	for (size_t i = 0; i < COUNT(list); i++)
		says(explain_ipv6, list[i].address, list[i].says);
	is(IS_BAD, explain_ipv6, "::1/129");
	is(IS_NOT, explain_ipv6, "1.2.3.4");
	is(IS_NOT, explain_ipv6, "00:11:22:33:44:55");
}
END_TEST

/* The example of RFC 4380 as Wikipedia and many a log have it. */
START_TEST(teredo_is_unwrapped)
{
	const char *address = "2001:0:4136:e378:8000:63bf:3fff:fdd2";

	says(explain_ipv6, address, "server       65.54.227.120\n");
	says(explain_ipv6, address, "flags        0x8000: behind a cone NAT\n");
	says(explain_ipv6, address, "client       192.0.2.45, UDP port 40000");
}
END_TEST

START_TEST(ipv6_groups)
{
	says(explain_ipv6, "ff02::1:ff22:3344", "addresses that end in 22:3344");
	says(explain_ipv6, "ff02::fb", "mDNS");
	says(explain_ipv6, "ff05::1:3", "DHCP servers (RFC 8415)");
	says(explain_ipv6, "ff02::1:3", "LLMNR");
	says(explain_ipv6, "ff0e::101", "14: global");
	says(explain_ipv6, "ff7e:130:2001:db8::1", "rendezvous   2001:db8::1\n");
	says(explain_ipv6, "ff3e::1", "source-specific");
	says(explain_ipv6, "ff02::1:2", "MAC          33:33:00:01:00:02");
}
END_TEST

START_TEST(eui64_there_and_back)
{
	static const uint8_t mac[MAC_LEN] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55};
	static const uint8_t want[8] = {0x02, 0x11, 0x22, 0xff, 0xfe, 0x33, 0x44, 0x55};
	uint8_t id[8], back[MAC_LEN];

	interface_of_mac(mac, id);
	ck_assert_mem_eq(id, want, sizeof id);
	ck_assert(mac_of_interface(id, back));
	ck_assert_mem_eq(back, mac, sizeof back);
	id[3] = 0;
	ck_assert(!mac_of_interface(id, back));
	says(explain_mac, "00:11:22:33:44:55", "link-local   fe80::211:22ff:fe33:4455");
	says(explain_ipv6, "fe80::211:22ff:fe33:4455", "MAC          00:11:22:33:44:55");
}
END_TEST

START_TEST(macs_in_any_spelling)
{
	static const char *const spellings[] = {"44-45-53-54-00-00", "44:45:53:54:00:00",
						"4445.5354.0000", "444553540000",
						"44:45:53:54:0:0"};

	for (size_t i = 0; i < COUNT(spellings); i++)
		says(explain_mac, spellings[i],
		     "44:45:53:54:00:00, 44-45-53-54-00-00, 4445.5354.0000");
	says(explain_mac, "01:00:5e:7f:ff:fa", "239.255.255.250");
	says(explain_mac, "33:33:ff:00:00:01", "ff02::1:ff00:1");
	says(explain_mac, "5a:00:00:00:00:01", "extended, by a company's CID");
	says(explain_mac, "00:11:22:ff:fe:33:44:55", "MAC          00:11:22:33:44:55");
	is(IS, explain_mac, "44-45-53");
	is(IS_NOT, explain_mac, "44-45:53-54-00-00");
	is(IS_NOT, explain_mac, "44-45-53-54-00");
	is(IS_NOT, explain_mac, "44-45-53-54-00-0g");
	is(IS_NOT, explain_mac, "44-45-53-54-00-00-");
	is(IS_NOT, explain_mac, "");
	is(IS_NOT, explain_mac, "1234");
}
END_TEST

/* --- drawings --- */

#define SCALE                                                                 \
	"    0                   1                   2                   3\n" \
	"    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1\n" RULER
#define RULER "   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+\n"

/* RFC 768. */
static const char udp[] =
	SCALE "   |          Source Port          |       Destination Port        |\n" RULER
	      "   |            Length             |           Checksum            |\n" RULER;

/* RFC 9293, figure 1, with the AE bit of RFC 8311. */
static const char tcp[] =
	SCALE "   |          Source Port          |       Destination Port        |\n" RULER
	      "   |                        Sequence Number                        |\n" RULER
	      "   |                     Acknowledgment number                     |\n" RULER
	      "   |Header |     |A|C|E|U|A|P|R|S|F|                               |\n"
	      "   |Length | RES |E|W|C|R|C|S|S|Y|I|            Window             |\n"
	      "   |       |     | |R|E|G|K|H|T|N|N|                               |\n" RULER
	      "   |           Checksum            |        Urgent Pointer         |\n" RULER;

/* RFC 791, 3.1, with the DS field of RFC 2474 and RFC 3168. */
static const char ip[] =
	SCALE "   |Version|Header |   DSCP    |ECN|         Total Length          |\n"
	      "   |       |Length |           |   |                               |\n" RULER
	      "   |        Identification         |R|D|M|     Fragment Offset     |\n"
	      "   |                               |B|F|F|                         |\n" RULER
	      "   | Time to Live  |   Protocol    |        Header Checksum        |\n" RULER
	      "   |                        Source Address                         |\n" RULER
	      "   |                      Destination Address                      |\n" RULER;

#define OPEN                                                                     \
	"   |                                                               |\n" \
	"   +                                                               +\n" \
	"   |                                                               |\n"

/* RFC 8200, 3. */
static const char ipv6[] = SCALE
	"   |Version|   DSCP    |ECN|              Flow Label               |\n" RULER
	"   |        Payload Length         |  Next Header  |   Hop Limit   |\n" RULER OPEN
	"   +                        Source Address                         +\n" OPEN RULER OPEN
	"   +                      Destination Address                      +\n" OPEN RULER;

/* Fields that don't end where a line does. */
static const char eth[] =
	SCALE "   |                          Destination                          |\n"
	      "   +                               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+\n"
	      "   |                               |                               |\n"
	      "   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+                               +\n"
	      "   |                            Source                             |\n" RULER;

START_TEST(headers_as_rfcs_draw_them)
{
	static const struct {
		const char *name, *drawing;
	} list[] = {{"udp", udp}, {"tcp", tcp}, {"ip", ip}, {"ipv6", ipv6}, {"eth", eth}};

	for (size_t i = 0; i < COUNT(list); i++)
		says(explain_proto, list[i].name, list[i].drawing);
}
END_TEST

/* The filter that an explanation offers is one. */
static void filter_is_right(struct session *s, const char *explanation)
{
	static const char key[] = "\n  filter       ";
	const char *line = strstr(explanation, key);
	struct filter_fault fault;
	char words[128] = "";
	struct filter *f;

	ck_assert_ptr_nonnull(line);
	line += sizeof key - 1;
	memcpy(words, line, strcspn(line, "\n"));
	f = filter_compile(s, words, &fault);
	ck_assert_msg(f != NULL, "%s: %s", words, f ? "" : fault.text);
	filter_close(f);
}

/* Every table can be drawn and every row explained. */
START_TEST(everything_is_explained)
{
	struct session *filters = session_open(protocols);
	struct bench b;

	bench_open(&b);
	for (const struct proto *const *p = protocols; *p; p++)
		ck_assert_int_eq(explain_proto(&b.e, (*p)->fields[0].name), IS);
	for (uint32_t id = 0; id < session_rows(b.e.s); id++) {
		const struct field *f = session_row(b.e.s, id);

		b.text.len = 0;
		if (f->kind == PROTO || f->kind == HEADING)
			continue;
		ck_assert_msg(explain_field(&b.e, f->name) == IS, "%s", f->name);
		filter_is_right(filters, text_string(&b.text));
	}
	bench_close(&b);
	session_close(filters);
}
END_TEST

START_TEST(fields_tell_their_place)
{
	says(explain_field, "tcp.flags.syn", "octet 13 of the header (from 0), mask 0x02");
	says(explain_field, "tcp.flags.syn", "filter       tcp.flags.syn == 1\n");
	says(explain_field, "ip.frag_offset", "octets 6 to 7 of the header (from 0), mask 0x1fff");
	says(explain_field, "tcp.seq", "Of the first octet");
	says(explain_field, "tcp.stream", "peel concludes it");
	says(explain_field, "ip.proto", "6: TCP");
	says(explain_field, "icmp.redir_gw", "there        when Type is 5\n");
	says(explain_field, "icmp.ident", "when Type is 0, 8, 13 to 18, 42, 43\n");
	says(explain_field, "gre.flags.ack", "when Protocol Type is 0x880b, 0x8881, 0x88d2");
	says(explain_field, "arp.src.hw", "Hardware size isn't 6, 0\n");
	is(IS_NOT, explain_field, "tcp");
	is(IS_NOT, explain_field, "text");
}
END_TEST

START_TEST(numbers_have_readings)
{
	says(explain_number, "6", "or           IP protocol: TCP (tcp in peel)");
	says(explain_number, "0x86dd", "or           EtherType: IPv6 (ipv6 in peel)");
	says(explain_number, "1023", "well-known");
	says(explain_number, "1024", "registered");
	says(explain_number, "49151", "registered");
	says(explain_number, "49152", "dynamic");
	is(IS_BAD, explain_number, "65536");
	is(IS_NOT, explain_number, "0x12345");
	is(IS_NOT, explain_number, "0x");
	is(IS_NOT, explain_number, "80a");
}
END_TEST

/* --- octets --- */

/* The lines of a dump are these octets. */
static void dumps(const char *const *lines, unsigned n, const char *want, size_t len)
{
	struct octets o = {.lines = true};

	for (unsigned i = 0; i < n; i++)
		ck_assert_msg(octets_add(&o, lines[i], ""), "%s", lines[i]);
	ck_assert_msg(o.bytes.len == len, "%s: %zu octets", lines[0], o.bytes.len);
	ck_assert_mem_eq(o.bytes.p, want, len);
	text_close(&o.bytes);
}

START_TEST(dumps_of_all_kinds)
{
	static const char want[] = "ABCDEFGHIJKLMNOPab";
	static const char *const kinds[][3] = {
		{"0000  41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50   ABCDEFGHIJKLMNOP",
		 "0010  61 62                                             ab", ""},
		{"00000000: 4142 4344 4546 4748 494a 4b4c 4d4e 4f50  ABCDEFGHIJKLMNOP",
		 "00000010: 6162                                     ab", ""},
		{"00000000  41 42 43 44 45 46 47 48  49 4a 4b 4c 4d 4e 4f 50  |ABCDEFGHIJKLMNOP|",
		 "00000010  61 62                                             |ab|", "00000012"},
		{"\t0x0000:  4142 4344 4546 4748 494a 4b4c 4d4e 4f50  ABCDEFGHIJKLMNOP",
		 "\t0x0010:  6162                                     ab", ""},
		{"0000000 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50", "0000020 61 62",
		 "0000022"},
		{"4142434445464748494a4b4c4d4e4f50", "6162", ""},
		{"41:42:43:44:45:46:47:48", "0x49 0x4a 0x4b 0x4c, 0x4d4e", "0x4f50 61 62"},
	};

	for (size_t i = 0; i < COUNT(kinds); i++)
		dumps(kinds[i], 3, want, sizeof want - 1);
}
END_TEST

START_TEST(octets_that_arent)
{
	static const char *const wrong[] = {"4", "41 4", "41 4g", "zz", "*", "0x"};

	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct octets o = {.lines = true};

		ck_assert_msg(!octets_add(&o, wrong[i], "") || !o.bytes.len, "%s", wrong[i]);
		text_close(&o.bytes);
	}
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{ipv4_prefixes, 1},
		{ipv4_blocks, 1},
		{ipv6_kinds, 1},
		{teredo_is_unwrapped, 1},
		{ipv6_groups, 1},
		{eui64_there_and_back, 1},
		{macs_in_any_spelling, 1},
		{headers_as_rfcs_draw_them, 1},
		{everything_is_explained, 1},
		{fields_tell_their_place, 1},
		{numbers_have_readings, 1},
		{dumps_of_all_kinds, 1},
		{octets_that_arent, 1},
	};

	return run_units("explain", 300, units, COUNT(units));
}
