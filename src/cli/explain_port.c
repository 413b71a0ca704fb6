/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: a number (a port, and whatever else it may be) or a service's name. */
/* RFC 6335 (ranges of ports); names are those of services(5). */
#include "cli/cli.h"
#include "cli/explain.h"
#include "core/names.h"
#include "core/session.h"
#include "protocols.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ETHERTYPE_MIN 0x600 /* smaller ones are lengths, IEEE 802.3, 3.2.6 */

/* What hangs at `value` in the table; NULL: nothing. */
static const struct proto *hanging(const char *table, uint64_t value)
{
	for (const struct proto *const *p = protocols; *p; p++)
		for (const struct hang *h = (*p)->hangs; h && h->table; h++)
			if (h->value == value && !strcmp(h->table, table))
				return *p;
	return NULL;
}

/* --- ports --- */

static void say_range(struct explain *e, unsigned port)
{
	if (port == 0)
		say(e, "range", "0 is reserved: no packet should have it (RFC 6335, 6)");
	else if (port < 1024)
		say(e, "range",
		    "well-known, 0-1023: assigned by IANA to services (RFC 6335, 6); on Unix "
		    "only a privileged program may listen there");
	else if (port < 49152)
		say(e, "range",
		    "registered, 1024-49151: assigned by IANA on request (RFC 6335, 6)");
	else
		say(e, "range",
		    "dynamic, 49152-65535: never assigned, clients choose any (RFC 6335, 6)");
}

static void say_services(struct explain *e, unsigned port)
{
	struct service_name s;
	struct text words = {0};

	for (size_t i = 0; names_nth_service(e->names, i, &s) && s.port <= port; i++) {
		if (s.port != port)
			continue;
		list_word(&words, s.name);
		text_format(&words, "/%s", s.transport);
	}
	if (!words.len)
		text_put(&words, "none that services(5) knows");
	say_text(e, "services", &words);
}

/* Which protocols peel looks for behind that port. */
static void say_protocols(struct explain *e, unsigned port)
{
	static const char *const tables[] = {"tcp.port", "udp.port", "sctp.port", "dccp.port"};
	struct text words = {0};

	for (size_t i = 0; i < COUNT(tables); i++) {
		const struct proto *p = hanging(tables[i], port);

		if (!p)
			continue;
		list_word(&words, p->fields[0].name);
		text_format(&words, " at %s (%s)", tables[i], p->fields[0].label);
	}
	if (!words.len)
		text_put(&words, "nothing hangs there");
	say_text(e, "in peel", &words);
}

static void explain_port(struct explain *e, const char *thing, unsigned port)
{
	title(e, "%s: port %u", thing, port);
	say_range(e, port);
	say_services(e, port);
	say_protocols(e, port);
	say(e, "filter", "tcp.port == %u or udp.port == %u", port, port);
}

/* --- what else a number may be --- */

/* One line for a number of a registry whose words a row has. */
static void say_reading(struct explain *e, const char *what, const char *row, const char *table,
			uint64_t number)
{
	uint32_t id = session_find(e->s, row, 0);
	const struct proto *p = hanging(table, number);
	const char *word = p ? p->fields[0].label : NULL;
	struct text words = {0};

	if (id < session_rows(e->s) && word_for(session_row(e->s, id)->words, number))
		word = word_for(session_row(e->s, id)->words, number);
	if (!word)
		return;
	text_format(&words, "%s: %s", what, word);
	if (p)
		text_format(&words, " (%s in peel)", p->fields[0].name);
	say_text(e, "or", &words);
}

static void say_other_readings(struct explain *e, uint64_t number)
{
	if (number <= 0xff)
		say_reading(e, "IP protocol", "ip.proto", "ip.proto", number);
	if (number >= ETHERTYPE_MIN)
		say_reading(e, "EtherType", "eth.type", "ethertype", number);
	say_reading(e, "link type", "", "link", number);
}

/* "80" or "0x800"; false when it is no number. */
static bool parse_any(const char *s, uint64_t *v)
{
	if (strncasecmp(s, "0x", 2))
		return parse_number(s, 0, UINT64_MAX, v);
	if (!s[2] || strlen(s) > 6)
		return false;
	*v = 0;
	for (s += 2; isxdigit((unsigned char)*s); s++) {
		unsigned c = (unsigned)tolower((unsigned char)*s);

		*v = *v << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
	}
	return !*s;
}

enum verdict explain_number(struct explain *e, const char *thing)
{
	uint64_t v;

	if (!parse_any(thing, &v))
		return IS_NOT;
	if (v > UINT16_MAX && strlen(thing) == 2 * MAC_LEN)
		return IS_NOT; /* a MAC address without separators */
	if (v > UINT16_MAX) {
		complain("%s: numbers of ports, protocols and types end at 65535", thing);
		return IS_BAD;
	}
	explain_port(e, thing, (unsigned)v);
	say_other_readings(e, v);
	return IS;
}

/* --- names --- */

enum verdict explain_service(struct explain *e, const char *thing)
{
	struct service_name s;
	enum verdict verdict = IS_NOT;
	unsigned last = UINT16_MAX + 1;

	for (size_t i = 0; names_nth_service(e->names, i, &s); i++) {
		if (strcasecmp(s.name, thing) || s.port == last)
			continue;
		if (verdict == IS)
			text_char(e->t, '\n');
		explain_port(e, thing, s.port);
		last = s.port;
		verdict = IS;
	}
	return verdict;
}
