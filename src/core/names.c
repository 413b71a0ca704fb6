/* SPDX-License-Identifier: BSD-2-Clause */
/* Vendors of MAC addresses and services of ports, from the system's tables. */
#include "core/names.h"
#include "core/arena.h"
#include "core/text.h"
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vendor {
	uint32_t oui;
	uint32_t name; /* where its name begins in `vendor_text` */
};

/* The names of one port over several transports stand behind one another. */
struct service {
	uint16_t port;
	char transport[8]; /* "tcp" */
	uint32_t name;     /* where its name begins in `service_text` */
};

#define RECENT 256 /* answers that are kept at hand */

struct names {
	const char *oui_csv, *services_file; /* read at the first question; then NULL */
	struct text vendor_text, service_text;
	struct vendor *vendors; /* sorted by oui */
	size_t n, cap;
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

static void add(struct names *n, uint32_t oui, size_t name)
{
	if (n->n == n->cap) {
		n->cap = n->cap ? 2 * n->cap : 4096;
		n->vendors = need_more(n->vendors, n->cap * sizeof *n->vendors);
	}
	n->vendors[n->n++] = (struct vendor){oui, (uint32_t)name};
}

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

/* Copies one field of comma-separated values (RFC 4180), without its quotes. */
static void copy_field(struct text *t, const char *from)
{
	bool quoted = *from == '"';

	from += quoted;
	for (; *from && (quoted || *from != ','); from++) {
		if (quoted && *from == '"') {
			if (from[1] != '"')
				break;
			from++;
		}
		text_char(t, *from);
	}
	while (t->len && t->p[t->len - 1] == ' ')
		t->len--;
	text_char(t, '\0');
}

/* "MA-L,002272,American Micro-Fuel Device Corp.,address" */
static void read_line(struct names *n, const char *line)
{
	size_t name = n->vendor_text.len;
	char *end;
	unsigned long oui;

	if (strncmp(line, "MA-L,", 5))
		return;
	oui = strtoul(line + 5, &end, 16);
	if (end != line + 11 || *end != ',')
		return;
	copy_field(&n->vendor_text, end + 1);
	calm(n->vendor_text.p + name);
	add(n, (uint32_t)oui, name);
}

static int compare(const void *a, const void *b)
{
	const struct vendor *x = a, *y = b;

	return x->oui != y->oui ? (x->oui > y->oui) - (x->oui < y->oui)
				: (x->name > y->name) - (x->name < y->name);
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

static void read_vendors(struct names *n)
{
	for (size_t i = 0; i < sizeof well_known / sizeof *well_known; i++) {
		add(n, well_known[i].oui, n->vendor_text.len);
		text_bytes(&n->vendor_text, well_known[i].name, strlen(well_known[i].name) + 1);
	}
	read_lines(n, n->oui_csv, read_line);
	n->oui_csv = NULL;
	qsort(n->vendors, n->n, sizeof *n->vendors, compare);
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

void names_close(struct names *n)
{
	if (!n)
		return;
	text_close(&n->vendor_text);
	text_close(&n->service_text);
	free(n->vendors);
	free(n->services);
	free(n);
}

static const char *find_vendor(struct names *n, uint32_t oui)
{
	size_t low = 0, high;

	if (n->oui_csv)
		read_vendors(n);
	high = n->n;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (n->vendors[mid].oui < oui)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < n->n && n->vendors[low].oui == oui)
		return n->vendor_text.p + n->vendors[low].name;
	return NULL;
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
