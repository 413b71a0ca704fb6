/* SPDX-License-Identifier: BSD-2-Clause */
/* Virtual Router Redundancy Protocol, versions 2 and 3. */
/* RFC 5798; RFC 3768 (version 2). */
#include "core/checksum.h"
#include "core/walk.h"

enum {
	VRRP,
	LOOSE,
	TYPEVER,
	VERSION,
	TYPE,
	ROUTER_ID,
	PRIO,
	COUNT_ROW,
	AUTH_TYPE,
	ADVER_INT,
	RESERVED,
	SHORT_INT,
	CHECKSUM,
	CHECKSUM_BAD_NOTE,
	STATUS,
	ADDRESS,
	ADDRESS_6,
	AUTH_STRING,
	MD5_AUTH,
};

static const struct word type_words[] = {{1, "Advertisement"}};

static const struct word auth_type_words[] = {
	{0, "No Authentication"},
	{1, "Simple Text Authentication [RFC 2338] / Reserved [RFC 3768]"},
	{2, "IP Authentication Header [RFC 2338] / Reserved [RFC 3768]"},
	{254, "Cisco VRRP MD5 authentication"},
};

static const struct word priorities[] = {
	{0, "Current Master has stopped participating in VRRP"},
	{1, "Non-default backup priority", 99},
	{100, "Default priority for a backup VRRP router"},
	{101, "Non-default backup priority", 254},
	{255, "This VRRP router owns the virtual router's IP address(es)"},
};
static const struct words priority_words = {priorities, COUNT(priorities)};

#define IP_PROTO 112

static const struct field fields[] = {
	[VRRP] = {"vrrp", "Virtual Router Redundancy Protocol", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[TYPEVER] = {"vrrp.typever", "VRRP message version and type", U8, DEC,
		     .help = "Version and type", .ref = "5.2"},
	[VERSION] = {"vrrp.version", "VRRP protocol version", U8, DEC, AT(0, 4), .under = TYPEVER,
		     .help = "2, or 3 for IPv6, too", .ref = "5.2.1"},
	[TYPE] = {"vrrp.type", "VRRP packet type", U8, DEC, AT(4, 4), .under = TYPEVER,
		  WORDS(type_words), .help = "What the message is", .ref = "5.2.2"},
	[ROUTER_ID] = {"vrrp.virt_rtr_id", "Virtual Rtr ID", U8, DEC,
		       .help = "Which virtual router", .ref = "5.2.3"},
	[PRIO] = {"vrrp.prio", "Priority", U8, DEC, .help = "The highest becomes master",
		  .ref = "5.2.4"},
	[COUNT_ROW] = {"vrrp.addr_count", "Addr Count", U8, DEC,
		       .help = "How many addresses follow", .ref = "5.2.5"},
	[AUTH_TYPE] = {"vrrp.auth_type", "Auth Type", U8, DEC, WORDS(auth_type_words),
		       .help = "How the sender proves who it is", .ref = "RFC 3768, 5.3.6"},
	[ADVER_INT] = {"vrrp.adver_int", "Adver Int", U8, DEC, .help = "Seconds between messages",
		       .ref = "RFC 3768, 5.3.7"},
	[RESERVED] = {"vrrp.reserved_mbz", "Reserved", U8, DEC, AT(0, 4), .under = LOOSE,
		      .help = "Always 0", .ref = "5.2.6"},
	[SHORT_INT] = {"vrrp.short_adver_int", "Adver Int", U16, DEC, AT(4, 12), BOX(16, 4),
		       .under = LOOSE, .help = "Hundredths of a second between messages",
		       .ref = "5.2.7"},
	[CHECKSUM] = {"vrrp.checksum", "Checksum", U16, HEX, .fill = FILL_CHECKSUM,
		      .help = "Over the message", .ref = "5.2.8"},
	[CHECKSUM_BAD_NOTE] =
		EXPERT("vrrp.checksum_bad.expert", "Bad checksum", WARNING, G_CHECKSUM),
	[STATUS] = {"vrrp.checksum.status", "Checksum Status", U8, .traits = GENERATED,
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[ADDRESS] = {"vrrp.ip_addr", "IP Address", IPV4, .help = "An address of the virtual router",
		     .ref = "5.2.9"},
	[ADDRESS_6] = {"vrrp.ipv6_addr", "IPv6 Address", IPV6,
		       .help = "An address of the virtual router", .ref = "5.2.9"},
	[AUTH_STRING] = {"vrrp.auth_string", "Authentication String", STRING, .traits = ZSTRING,
			 .help = "A password, for all to read", .ref = "RFC 3768, 5.3.10"},
	[MD5_AUTH] = {"vrrp.md5_auth_data", "MD5 Authentication Data", BYTES, .help = "A digest",
		      .ref = "RFC 3768, 5.3.10"},
};

static void put_head(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned first = u8(&peek);
	const char *word = word_for(fields[TYPE].words, first & 15);

	put(w, c, TYPEVER, 1);
	if (!c->bad)
		label_whole(w, "Version %u, Packet type %u (%s)", first >> 4, first & 15,
			    word ? word : "Unknown");
}

static void put_priority(struct walk *w, struct cursor *c)
{
	unsigned prio = (unsigned)put(w, c, PRIO, 1);
	const char *word = word_for(&priority_words, prio);

	if (!c->bad && word)
		label_tail(w, " (%s)", word);
}

static void put_checksum(struct walk *w, const struct layer *l, struct cursor *c, bool old)
{
	uint32_t sum = old ? 0 : inet_pseudo_sum(&w->r, IP_PROTO, l->bytes.wire);
	unsigned status = inet_status(sum, l->bytes);

	put(w, c, CHECKSUM, 2);
	if (c->bad)
		return;
	inet_words(w, CHECKSUM, CHECKSUM_BAD_NOTE, status, sum, l->bytes);
	put_value(w, STATUS, c->at, 0, status);
}

static bool checksum(const struct layer *l, uint32_t pseudo, bool ipv6, uint16_t *value)
{
	struct cursor c = layer_cursor(l, 0);
	bool old = u8(&c) >> 4 != 3;

	(void)ipv6;
	*value = (uint16_t)~inet_fold(inet_sum(old ? 0 : pseudo, l->bytes));
	return true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	bool old = u8(&peek) >> 4 != 3;
	unsigned n, auth = 0;

	put_head(w, c);
	put(w, c, ROUTER_ID, 1);
	put_priority(w, c);
	n = (unsigned)put(w, c, COUNT_ROW, 1);
	if (old) {
		auth = (unsigned)put(w, c, AUTH_TYPE, 1);
		put(w, c, ADVER_INT, 1);
	} else {
		put_slice(w, *c, RESERVED, 1);
		put_slice(w, *c, SHORT_INT, 2);
		cursor_pull(c, 2);
	}
	put_checksum(w, l, c, old);
	while (n-- && !c->bad)
		put(w, c, w->r.from.kind == IPV6 ? ADDRESS_6 : ADDRESS,
		    w->r.from.kind == IPV6 ? 16 : 4);
	if (old && auth == 1 && c->left.cap >= 8)
		put(w, c, AUTH_STRING, 8);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c);

	(void)r;
	if ((first & 15) == 1)
		text_format(t, "Announcement (v%u)", first >> 4);
	else
		text_format(t, "Unknown (v%u)", first >> 4);
}

static const struct hang hangs[] = {{"ip.proto", IP_PROTO}, {0}};

const struct proto proto_vrrp = {
	.brief = "VRRP",
	.spec = "RFC 5798",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	/* A router of group 1 is there: version 2, every second. */
	SAMPLE("!\1d\1"
	       "\0\1\0\0"
	       "\0\0\0\0"
	       "\0\0\0\0\0\0\0\0"),
	.sum = SUM_OWN,
	.sum_at = 6,
	.checksum = checksum,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
