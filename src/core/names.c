/* SPDX-License-Identifier: BSD-2-Clause */
/* Vendors of MAC addresses and services of ports, from the system's tables. */
#include "core/names.h"
#include "core/arena.h"
#include "core/ascii.h"
#include "core/table.h"
#include "core/text.h"
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a vendor's line of the IEEE's table begins in `vendor_text`; 0: the place is free. */
struct vendor {
	uint32_t oui;
	uint32_t line;
};

/* The names of one port over several transports stand behind one another. */
struct service {
	uint16_t port;
	char transport[8]; /* "tcp" */
	uint32_t name;     /* where its name begins in `service_text` */
};

#define RECENT 256                       /* answers that are kept at hand */
#define FIRST_VENDORS 65536              /* room in the table: the IEEE has given 32,000 prefixes */
#define VENDOR_BLOCK ((size_t)256 << 10) /* octets of the IEEE's file that are read at once */

struct names {
	const char *oui_csv, *services_file; /* read at the first question; the latter NULL then */
	FILE *oui_held;                      /* the former, open already; NULL: it isn't; owned */
	struct text vendor_text, service_text;
	struct vendor *vendors; /* by oui: open addressing; at most three of four are taken */
	uint32_t n, mask;
	struct {
		uint32_t oui; /* + 1; 0: free */
		const char *name;
	} recent[RECENT];         /* the vendors last asked for, by the last octet */
	struct service *services; /* sorted by port */
	size_t n_services, cap_services;
};

/*
 * Prefixes that the IEEE's table lacks, or knows by an owner long gone, in the
 * words that users of Wireshark know.
 */
static const struct {
	uint32_t oui;
	const char *name;
} well_known[] = {
	{0x000000, "Officially Xerox, but 0:0:0:0:0:0 is more common"},
	{0x080027, "PCS Computer Systems GmbH"},
	{0x525400, "Realtek (UpTech? also reported)"},
	{0xaa0004, "DEC"},
};

/* A name that the table shouts is written as a name: "XEROX CORPORATION" is Xerox Corporation. */
static void calm(char *name)
{
	bool inside = false;

	for (const char *c = name; *c; c++)
		if (islower((unsigned char)*c))
			return;
	for (; *name; name++) {
		if (inside)
			*name = (char)tolower((unsigned char)*name);
		inside = isalpha((unsigned char)*name);
	}
}

/* Makes one field of comma-separated values (RFC 4180) a string without its quotes, in place. */
static char *cut_field(char *field)
{
	const char *from = field;
	bool quoted = *from == '"';
	char *to = field;

	from += quoted;
	for (; *from != '\n' && (quoted || *from != ','); from++) {
		if (quoted && *from == '"') {
			if (from[1] != '"')
				break;
			from++;
		}
		*to++ = *from;
	}
	while (to > field && to[-1] == ' ')
		to--;
	*to = '\0';
	return field;
}

/* The place of the vendor in the table, or the free one that it would get. */
static struct vendor *vendor_at(const struct names *n, uint32_t oui)
{
	uint32_t i = hash_value(oui) & n->mask;

	while (n->vendors[i].line && n->vendors[i].oui != oui)
		i = (i + 1) & n->mask;
	return &n->vendors[i];
}

static void grow_vendors(struct names *n)
{
	struct vendor *old = n->vendors;
	uint32_t room = n->mask + 1;

	n->mask = 2 * n->mask + 1;
	n->vendors = need_zero(n->mask + 1, sizeof *n->vendors);
	for (uint32_t i = 0; i < room; i++)
		if (old[i].line)
			*vendor_at(n, old[i].oui) = old[i];
	free(old);
}

/* The first line of a prefix counts. */
static void add_vendor(struct names *n, struct vendor vendor)
{
	struct vendor *at = vendor_at(n, vendor.oui);

	if (at->line)
		return;
	*at = vendor;
	if (++n->n > n->mask / 4 * 3)
		grow_vendors(n);
}

#define HEX_AT 5   /* "MA-L,": where the prefix stands in a line of the table */
#define NAME_AT 12 /* "MA-L,002272,": ... and the name */

/* "MA-L,002272,American Micro-Fuel Device Corp.,address" */
static void read_vendor(struct names *n, const char *line, size_t len)
{
	struct span digits = {(const uint8_t *)line + HEX_AT, NAME_AT - HEX_AT - 1, 0};
	uint64_t oui;

	if (len > NAME_AT && !memcmp(line, "MA-L,", HEX_AT) && line[NAME_AT - 1] == ',' &&
	    span_hexadecimal(digits, &oui))
		add_vendor(n, (struct vendor){(uint32_t)oui, (uint32_t)(line - n->vendor_text.p)});
}

struct names *names_open(const char *oui_csv, const char *services_file)
{
	struct names *n = need_zero(1, sizeof *n);

	n->oui_csv = oui_csv;
	n->services_file = services_file;
	return n;
}

/* Gives every line of a text file to `read`; a file that isn't there has none. */
static void read_lines(struct names *n, const char *path,
		       void (*read)(struct names *n, const char *line))
{
	FILE *f = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;

	while (f && getline(&line, &room, f) > 0)
		read(n, line);
	free(line);
	if (f)
		fclose(f);
}

/* The whole file, with a line's end before its first line and behind its last one. */
static void read_file(struct text *t, FILE *f)
{
	size_t got = f ? 1 : 0;

	text_char(t, '\n');
	while (got) {
		got = fread(text_room(t, VENDOR_BLOCK), 1, VENDOR_BLOCK, f);
		t->len += got;
	}
	if (f)
		fclose(f);
	text_char(t, '\n');
}

static void hold_vendors(struct names *n)
{
	if (!n->oui_held && n->oui_csv && !n->vendor_text.len)
		n->oui_held = fopen(n->oui_csv, "re");
}

/* Just where each line begins: of most vendors nobody asks for the name. */
static void read_vendors(struct names *n)
{
	const char *end;

	n->mask = FIRST_VENDORS - 1;
	n->vendors = need_zero(FIRST_VENDORS, sizeof *n->vendors);
	hold_vendors(n);
	read_file(&n->vendor_text, n->oui_held);
	n->oui_held = NULL;
	end = n->vendor_text.p + n->vendor_text.len;
	for (const char *line = n->vendor_text.p; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));

		read_vendor(n, line, (size_t)(stop - line));
		line = stop + 1;
	}
}

static void add_service(struct names *n, struct service s, const char *name)
{
	if (n->n_services == n->cap_services) {
		n->cap_services = n->cap_services ? 2 * n->cap_services : 512;
		n->services = need_more(n->services, n->cap_services * sizeof *n->services);
	}
	s.name = (uint32_t)n->service_text.len;
	text_bytes(&n->service_text, name, strlen(name) + 1);
	n->services[n->n_services++] = s;
}

/* "http  80/tcp  www  # World Wide Web": a name, its port, and other names of it. */
static void read_service(struct names *n, const char *line)
{
	struct service s = {0};
	char name[64], number[8];
	unsigned long port;
	int used;

	if (*line == '#' ||
	    sscanf(line, "%63s %7[0-9]/%7[a-z]%n", name, number, s.transport, &used) != 3)
		return;
	port = strtoul(number, NULL, 10);
	if (port > UINT16_MAX)
		return;
	s.port = (uint16_t)port;
	add_service(n, s, name);
	for (line += used; sscanf(line, "%63s%n", name, &used) == 1 && *name != '#'; line += used)
		add_service(n, s, name);
}

static int compare_services(const void *a, const void *b)
{
	const struct service *x = a, *y = b;

	return x->port != y->port ? (x->port > y->port) - (x->port < y->port)
				  : (x->name > y->name) - (x->name < y->name);
}

static void read_services(struct names *n)
{
	read_lines(n, n->services_file, read_service);
	n->services_file = NULL;
	qsort(n->services, n->n_services, sizeof *n->services, compare_services);
}

const char *names_service(struct names *n, unsigned port, const char *transport)
{
	size_t low = 0, high;

	if (n->services_file)
		read_services(n);
	high = n->n_services;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (n->services[mid].port < port)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < n->n_services && n->services[low].port == port; low++)
		if (!strcmp(n->services[low].transport, transport))
			return n->service_text.p + n->services[low].name;
	return NULL;
}

bool names_nth_service(struct names *n, size_t i, struct service_name *service)
{
	if (n->services_file)
		read_services(n);
	if (i >= n->n_services)
		return false;
	*service = (struct service_name){
		.name = n->service_text.p + n->services[i].name,
		.transport = n->services[i].transport,
		.port = n->services[i].port,
	};
	return true;
}

void names_hold(struct names *n)
{
	hold_vendors(n);
	if (n->services_file)
		read_services(n);
}

void names_close(struct names *n)
{
	if (!n)
		return;
	if (n->oui_held)
		fclose(n->oui_held);
	text_close(&n->vendor_text);
	text_close(&n->service_text);
	free(n->vendors);
	free(n->services);
	free(n);
}

/* The name in a line of the IEEE's table, which is made a string when it is asked for first. */
static const char *name_in(char *line)
{
	if (line[NAME_AT - 1]) {
		calm(cut_field(line + NAME_AT));
		line[NAME_AT - 1] = '\0';
	}
	return line + NAME_AT;
}

static const char *find_vendor(struct names *n, uint32_t oui)
{
	const struct vendor *vendor;

	for (size_t i = 0; i < COUNT(well_known); i++)
		if (well_known[i].oui == oui)
			return well_known[i].name;
	if (!n->vendors)
		read_vendors(n);
	vendor = vendor_at(n, oui);
	return vendor->line ? name_in(n->vendor_text.p + vendor->line) : NULL;
}

const char *names_vendor(struct names *n, const uint8_t *p)
{
	uint32_t oui = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];

	if (n->recent[p[2] % RECENT].oui != oui + 1) {
		n->recent[p[2] % RECENT].oui = oui + 1;
		n->recent[p[2] % RECENT].name = find_vendor(n, oui);
	}
	return n->recent[p[2] % RECENT].name;
}
