/* SPDX-License-Identifier: BSD-2-Clause */
/* Syslog: what programs and devices report, in either shape of its messages. */
/* RFC 5424; RFC 3164. */
#include "core/ascii.h"
#include "core/walk.h"
#include <time.h>

enum {
	SYSLOG,
	FACILITY,
	LEVEL,
	MESSAGE,
	VERSION,
	TIMESTAMP,
	OLD_TIMESTAMP,
	HOSTNAME,
	APPNAME,
	PROCID,
	MSGID,
};

static const struct word facilities[] = {
	{0, "KERN - kernel messages"},
	{1, "USER - random user-level messages"},
	{2, "MAIL - mail system"},
	{3, "DAEMON - system daemons"},
	{4, "AUTH - security/authorization messages"},
	{5, "SYSLOG - messages generated internally by syslogd"},
	{6, "LPR - line printer subsystem"},
	{7, "NEWS - network news subsystem"},
	{8, "UUCP - UUCP subsystem"},
	{9, "CRON - clock daemon (BSD, Linux)"},
	{10, "AUTHPRIV - security/authorization messages (private)"},
	{11, "FTP - ftp daemon"},
	{12, "NTP - ntp subsystem"},
	{13, "LOGAUDIT - log audit"},
	{14, "LOGALERT - log alert"},
	{15, "CRON - clock daemon (Solaris)"},
	{16, "LOCAL0 - reserved for local use"},
	{17, "LOCAL1 - reserved for local use"},
	{18, "LOCAL2 - reserved for local use"},
	{19, "LOCAL3 - reserved for local use"},
	{20, "LOCAL4 - reserved for local use"},
	{21, "LOCAL5 - reserved for local use"},
	{22, "LOCAL6 - reserved for local use"},
	{23, "LOCAL7 - reserved for local use"},
};
static const struct words facility_words = {facilities, COUNT(facilities)};
static const struct word levels[] = {
	{0, "EMERG - system is unusable"},   {1, "ALERT - action must be taken immediately"},
	{2, "CRIT - critical conditions"},   {3, "ERR - error conditions"},
	{4, "WARNING - warning conditions"}, {5, "NOTICE - normal but significant condition"},
	{6, "INFO - informational"},         {7, "DEBUG - debug-level messages"},
};
static const struct words level_words = {levels, COUNT(levels)};

static const struct field fields[] = {
	[SYSLOG] = {"syslog", "Syslog Message", PROTO, .help = "What a program reports"},
	[FACILITY] = {"syslog.facility", "Facility", U8, DEC, WORDS(facilities),
		      .help = "Which part of the system", .ref = "RFC 5424, 6.2.1"},
	[LEVEL] = {"syslog.level", "Level", U8, DEC, WORDS(levels), .help = "How bad it is",
		   .ref = "RFC 5424, 6.2.1"},
	[MESSAGE] = {"syslog.msg", "Message", STRING, .traits = ZSTRING,
		     .help = "All behind the priority", .ref = "RFC 5424, 6.4"},
	[VERSION] = {"syslog.version", "Syslog version", STRING, .help = "Version of the format",
		     .ref = "RFC 5424, 6.2.2"},
	[TIMESTAMP] = {"syslog.timestamp", "Syslog timestamp", ABSTIME, UTC, .help = "When it was",
		       .ref = "RFC 5424, 6.2.3"},
	[OLD_TIMESTAMP] = {"syslog.timestamp_rfc3164", "Syslog timestamp (RFC3164)", STRING,
			   .help = "When it was, in the sender's zone", .ref = "RFC 3164, 4.1.2"},
	[HOSTNAME] = {"syslog.hostname", "Syslog hostname", STRING, .help = "Where it was",
		      .ref = "RFC 5424, 6.2.4"},
	[APPNAME] = {"syslog.appname", "Syslog app name", STRING, .help = "What reports it",
		     .ref = "RFC 5424, 6.2.5"},
	[PROCID] = {"syslog.procid", "Syslog process id", STRING, .help = "Which process of it",
		    .ref = "RFC 5424, 6.2.6"},
	[MSGID] = {"syslog.msgid", "Syslog message id", STRING, .traits = ZSTRING,
		   .help = "What kind of message, and what it says", .ref = "RFC 5424, 6.2.7"},
};

/* "<13>" before the message. */
struct priority {
	bool known;
	unsigned value;
	uint32_t len; /* octets that it takes */
};

static struct priority priority_of(struct span s)
{
	struct priority p = {0};
	uint32_t i = 1;

	if (span_octet(s, 0) != '<')
		return p;
	p.known = true;
	for (; i <= 3 && span_octet(s, i) >= '0' && span_octet(s, i) <= '9'; i++)
		p.value = p.value * 10 + (unsigned)(span_octet(s, i) - '0');
	p.len = span_octet(s, i) == '>' ? i + 1 : i;
	return p;
}

/* The short name that a word begins with: "KERN". */
static void put_short(struct text *t, const struct words *words, unsigned value)
{
	const char *word = word_for(words, value);
	const char *blank = word ? strchr(word, ' ') : NULL;

	if (blank)
		text_bytes(t, word, (size_t)(blank - word));
	else
		text_put(t, "UNKNOWN");
}

static const char *words_of(struct walk *w, struct span s)
{
	struct text t = {0};
	const char *words;

	text_bytes(&t, s.p, s.cap);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

/* "KERN.NOTICE: what it says" */
static const char *line_of(struct walk *w, const struct priority *p, struct span message,
			   const char *unknown)
{
	struct text t = {0};
	const char *line;

	if (p->known) {
		put_short(&t, &facility_words, p->value >> 3);
		text_char(&t, '.');
		put_short(&t, &level_words, p->value & 7);
		text_put(&t, ": ");
	} else {
		text_put(&t, unknown);
	}
	text_bytes(&t, message.p, message.cap);
	line = words_of(w, (struct span){(const uint8_t *)t.p, (uint32_t)t.len, (uint32_t)t.len});
	text_close(&t);
	return line;
}

static void put_priority(struct walk *w, struct cursor *c, const struct priority *p)
{
	char bits[9];

	for (unsigned i = 0; i < 8; i++)
		bits[i] = p->value >> (7 - i) & 1 ? '1' : '0';
	bits[8] = '\0';
	put_value(w, FACILITY, c->at, p->len, p->value >> 3 & 0x7f);
	label_name(w, "%.4s %c... = Facility", bits, bits[4]);
	put_value(w, LEVEL, c->at, p->len, p->value & 7);
	label_name(w, ".... .%.3s = Level", bits + 5);
	cursor_take(c, p->len);
}

/* --- RFC 5424 --- */

/* A number of so many digits; 0 where there are others. */
static int digits(struct span s, uint32_t at, uint32_t n)
{
	uint64_t v;

	return span_decimal(span_first(span_skip(s, at), n), &v) ? (int)v : 0;
}

/* RFC 3339: "2003-10-11T22:14:15.003Z", as nanoseconds since 1970; 0: it is no time. */
static uint64_t time_of(struct span s)
{
	struct tm tm = {.tm_year = digits(s, 0, 4) - 1900,
			.tm_mon = digits(s, 5, 2) - 1,
			.tm_mday = digits(s, 8, 2),
			.tm_hour = digits(s, 11, 2),
			.tm_min = digits(s, 14, 2),
			.tm_sec = digits(s, 17, 2)};
	uint64_t ns = 0, unit = 100000000;
	uint32_t at = 19;
	int zone = 0;

	if (s.cap < 20 || span_octet(s, 4) != '-' || span_octet(s, 10) != 'T')
		return 0;
	if (span_octet(s, at) == '.')
		for (at++; span_octet(s, at) >= '0' && span_octet(s, at) <= '9'; at++, unit /= 10)
			ns += (uint64_t)(span_octet(s, at) - '0') * unit;
	if (span_octet(s, at) == '+' || span_octet(s, at) == '-')
		zone = (digits(s, at + 1, 2) * 60 + digits(s, at + 4, 2)) * 60;
	if (span_octet(s, at) == '-')
		zone = -zone;
	return (uint64_t)(timegm(&tm) - zone) * 1000000000 + ns;
}

/* The word up to the next blank, which is skipped; false: none follows. */
static bool put_word(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t len = span_find(c->left, ' ');

	if (len == NOT_FOUND || !len)
		return false;
	if (row == TIMESTAMP)
		put_value(w, row, c->at, len, time_of(span_first(c->left, len)));
	if (row == TIMESTAMP)
		cursor_take(c, len);
	else
		put(w, c, row, len);
	cursor_take(c, 1);
	return true;
}

static void put_new(struct walk *w, struct cursor c)
{
	static const uint8_t words[] = {VERSION, TIMESTAMP, HOSTNAME, APPNAME, PROCID};

	for (unsigned i = 0; i < COUNT(words); i++)
		if (!put_word(w, &c, words[i]))
			return;
	put(w, &c, MSGID, c.left.wire);
}

/* --- RFC 3164 --- */

#define TIME_LEN 15 /* "Oct 21 06:55:08" */

static bool is_old(struct span s)
{
	return span_octet(s, 3) == ' ' && span_octet(s, 6) == ' ' && span_octet(s, 9) == ':' &&
	       span_octet(s, 12) == ':' && span_octet(s, TIME_LEN) == ' ';
}

static void put_old(struct walk *w, struct cursor c)
{
	uint32_t len;

	put(w, &c, OLD_TIMESTAMP, TIME_LEN);
	cursor_take(&c, 1);
	if (!put_word(w, &c, HOSTNAME))
		return;
	len = span_find_any(c.left, ":[ ");
	if (len == NOT_FOUND) {
		walk_trouble(w, c.left.cap < c.left.wire ? TRUNCATED : MALFORMED);
		return;
	}
	put(w, &c, PROCID, len);
	put(w, &c, MSGID, c.left.wire);
}

/* --- the message --- */

static void note(struct walk *w, struct layer *l)
{
	struct priority p = priority_of(l->bytes);

	if (w->summary && p.len < l->bytes.cap)
		l->says = line_of(w, &p, span_skip(l->bytes, p.len), "");
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct priority p = priority_of(c->left);
	struct cursor message;
	uint32_t group;

	(void)l;
	if (p.len >= c->left.cap) {
		cursor_fail(c, p.len + 1);
		return;
	}
	if (w->labels)
		label_whole(w, "Syslog message: %s",
			    line_of(w, &p, span_skip(c->left, p.len), "(unknown): "));
	if (p.known)
		put_priority(w, c, &p);
	message = *c;
	put(w, c, MESSAGE, c->left.wire);
	group = w->last;
	w->depth++;
	if (span_begins(message.left, "1 "))
		put_new(w, message);
	else if (is_old(message.left))
		put_old(w, message);
	w->depth--;
	w->last = group;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"udp.port", 514}, {0}};

const struct proto proto_syslog = {
	.brief = "Syslog",
	.spec = "RFC 5424",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
