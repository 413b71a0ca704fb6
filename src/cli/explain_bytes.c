/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: octets in hexadecimal, taken apart as peel read -V -x does a frame. */
#include "config.h"

#include "cli/cli.h"
#include "cli/explain.h"
#include "core/arena.h"
#include "protocols.h"
#include "show/show.h"
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define MOST_OCTETS (256u << 10) /* as many as a capture file's frame may have */
#define FEW_DIGITS 4             /* of 0x...: up to here it is a number */
#define MANY_WORDS 8             /* so many pairs of digits are octets, not ports */

/* --- reading --- */

static unsigned digit_of(char c)
{
	return (unsigned)(isdigit((unsigned char)c) ? c - '0'
						    : tolower((unsigned char)c) - 'a' + 10);
}

static bool is_digit(char c)
{
	return isxdigit((unsigned char)c);
}

static size_t count_digits(const char *s)
{
	size_t n = 0;

	while (is_digit(s[n]))
		n++;
	return n;
}

/*
 * The offset that begins a line of a dump, as peel -x, hexdump -C ("0000  "), xxd
 * ("00000000: "), tcpdump ("0x0000:  ") and od ("000000 ") print it: how many characters
 * it takes.
 */
static size_t offset_at(const char *s, bool dump)
{
	size_t prefix = strncasecmp(s, "0x", 2) ? 0 : 2;
	size_t digits = count_digits(s + prefix), n = prefix + digits;

	if (digits < 4)
		return 0;
	if (s[n] == ':' && (!s[n + 1] || s[n + 1] == ' '))
		return n + 1;
	if (!prefix && ((s[n] == ' ' && s[n + 1] == ' ') || (dump && !s[n])))
		return n;
	if (!prefix && digits >= 6 && s[n] == ' ' && count_digits(s + n + 1) == 2)
		return n;
	return 0;
}

/* Behind the octets of a dump's line two blanks announce its text; hexdump -C has two amid them. */
static bool ends_line(const char *s, unsigned octets)
{
	if (s[0] != ' ' || s[1] != ' ')
		return false;
	return !(octets == 8 && s[2] != ' ' && count_digits(s + 2) == 2);
}

static bool complain_about_octets(const char *where, const char *line, const char *at,
				  const char *what)
{
	complain("%s%s\n%s\n%*s^", where, what, line, (int)(at - line), "");
	return false;
}

/* The digits of one group, which stand for whole octets. */
static bool add_group(struct octets *o, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i += 2)
		text_char(&o->bytes, (char)(digit_of(s[i]) << 4 | digit_of(s[i + 1])));
	return o->bytes.len <= MOST_OCTETS;
}

/* Where the octets of a line begin; notices a dump that leaves lines out. */
static const char *begin_line(struct octets *o, const char *line, bool *offset)
{
	const char *s = line + strspn(line, " \t");
	size_t n = o->lines ? offset_at(s, o->dump) : 0;

	*offset = n > 0;
	o->dump = o->dump || n;
	s += n;
	return s + (n ? strspn(s, " ") : 0);
}

bool octets_add(struct octets *o, const char *line, const char *where)
{
	bool offset;
	const char *s = begin_line(o, line, &offset);
	size_t before = o->bytes.len;

	if (*s == '*')
		return complain_about_octets(where, line, s, "lines were left out here");
	while (*s) {
		size_t n;

		if (offset && ends_line(s, (unsigned)(o->bytes.len - before)))
			break;
		s += strspn(s, " \t:,");
		s += strncasecmp(s, "0x", 2) ? 0 : 2;
		n = count_digits(s);
		if (!*s || (offset && *s == '|'))
			break;
		if (!n || (s[n] && !strchr(" \t:,|", s[n])))
			return complain_about_octets(where, line, s + n, "not hexadecimal");
		if (n % 2)
			return complain_about_octets(where, line, s, "half an octet too much");
		if (!add_group(o, s, n))
			return complain_about_octets(where, line, s, "more than 262144 octets");
		s += n;
	}
	return true;
}

static bool read_dump(struct octets *o)
{
	char *line = NULL;
	size_t room = 0;
	bool fine = true;
	struct text where = {0};

	o->lines = true;
	for (unsigned n = 1; fine && getline(&line, &room, stdin) > 0; n++) {
		line[strcspn(line, "\r\n")] = '\0';
		where.len = 0;
		text_format(&where, "standard input: line %u: ", n);
		fine = octets_add(o, line, text_string(&where));
	}
	free(line);
	text_close(&where);
	return fine;
}

static bool read_words(struct octets *o, char *const *things, int n)
{
	for (int i = 0; i < n; i++)
		if (!(strcmp(things[i], "-") ? octets_add(o, things[i], "") : read_dump(o)))
			return false;
	if (o->bytes.len)
		return true;
	complain("there are no octets to explain");
	return false;
}

/* --- which words are octets --- */

/* "0x450000..." of more digits than a number has, or octets with blanks between. */
static bool is_long(const char *s)
{
	if (!strncasecmp(s, "0x", 2))
		return strlen(s) > 2 + FEW_DIGITS;
	return strchr(s, ' ') && strspn(s, "0123456789abcdefABCDEFxX: ") == strlen(s);
}

bool are_octets(char *const *things, int n)
{
	if (!strcmp(things[0], "-") || is_long(things[0]))
		return true;
	for (int i = 0; i < n; i++)
		if (!count_digits(things[i]) || count_digits(things[i]) % 2 ||
		    things[i][count_digits(things[i])])
			return false;
	return n >= MANY_WORDS;
}

/* --- what they are of --- */

static const struct hang *link_of(const struct proto *p)
{
	for (const struct hang *h = p->hangs; h && h->table; h++)
		if (!strcmp(h->table, "link"))
			return h;
	return NULL;
}

/* A LINKTYPE_ value, or the name of a protocol that hangs at one. */
static bool parse_link(const char *name, uint32_t *link)
{
	const char *names[256];
	struct text nearest = {0};
	uint64_t number;
	size_t n = 0;

	if (parse_number(name, 0, UINT16_MAX, &number)) {
		*link = (uint32_t)number;
		return true;
	}
	for (const struct proto *const *p = protocols; *p; p++) {
		if (!link_of(*p) || n == COUNT(names))
			continue;
		names[n++] = (*p)->fields[0].name;
		if (strcmp(names[n - 1], name))
			continue;
		*link = link_of(*p)->value;
		return true;
	}
	suggest(&nearest, name, names, n, 3);
	complain("--link %s: expected eth, ip, ipv6, raw, sll, another protocol of the link "
		 "layer, or a LINKTYPE_ number%s",
		 name, text_string(&nearest));
	text_close(&nearest);
	return false;
}

/* --- showing --- */

static int show(const struct octets *o, uint32_t link)
{
	static const struct show_options options = {.hex = true, .separator = "\t"};
	const struct iface iface = {.link = link, .fcs_len = -1};
	struct out out = {.fd = STDOUT_FILENO};
	struct session *s = session_open(protocols);
	struct frame f = {
		.bytes = (const uint8_t *)o->bytes.p,
		.cap_len = (uint32_t)o->bytes.len,
		.wire_len = (uint32_t)o->bytes.len,
		.number = 1,
		.link = link,
		.fcs_len = -1,
		.iface = &iface,
	};
	struct printer *printer;
	int status = EXIT_OK;

	session_vendor_file(s, IEEE_DATA "/oui.csv");
	printer = printer_open("detail", &out, s, &options);
	session_start(s);
	printer_begin(printer);
	printer_frame(printer, session_walk(s, &f));
	if (!printer_end(printer)) {
		if (errno != EPIPE)
			complain("%s", out.fault.text);
		status = EXIT_TROUBLE;
	}
	printer_close(printer);
	session_close(s);
	text_close(&out.text);
	return status;
}

int explain_bytes(char *const *things, int n, const char *link)
{
	struct octets o = {0};
	uint32_t number;
	int status = EXIT_USAGE;

	if (parse_link(link, &number) && read_words(&o, things, n))
		status = show(&o, number);
	text_close(&o.bytes);
	return status;
}
