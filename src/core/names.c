/* SPDX-License-Identifier: BSD-2-Clause */
/* Vendors of MAC addresses, from the table that the IEEE publishes. */
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
	uint32_t name; /* where its name begins in `text` */
};

struct names {
	struct text text;
	struct vendor *vendors; /* sorted by oui */
	size_t n, cap;
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
	size_t name = n->text.len;
	char *end;
	unsigned long oui;

	if (strncmp(line, "MA-L,", 5))
		return;
	oui = strtoul(line + 5, &end, 16);
	if (end != line + 11 || *end != ',')
		return;
	copy_field(&n->text, end + 1);
	calm(n->text.p + name);
	add(n, (uint32_t)oui, name);
}

static int compare(const void *a, const void *b)
{
	const struct vendor *x = a, *y = b;

	return x->oui != y->oui ? (x->oui > y->oui) - (x->oui < y->oui)
				: (x->name > y->name) - (x->name < y->name);
}

struct names *names_open(const char *oui_csv)
{
	struct names *n = need_zero(1, sizeof *n);
	FILE *f = fopen(oui_csv, "re");
	char *line = NULL;
	size_t room = 0;

	for (size_t i = 0; i < sizeof well_known / sizeof *well_known; i++) {
		add(n, well_known[i].oui, n->text.len);
		text_bytes(&n->text, well_known[i].name, strlen(well_known[i].name) + 1);
	}
	while (f && getline(&line, &room, f) > 0)
		read_line(n, line);
	free(line);
	if (f)
		fclose(f);
	qsort(n->vendors, n->n, sizeof *n->vendors, compare);
	return n;
}

void names_close(struct names *n)
{
	if (!n)
		return;
	text_close(&n->text);
	free(n->vendors);
	free(n);
}

const char *names_vendor(const struct names *n, const uint8_t *p)
{
	uint32_t oui = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
	size_t low = 0, high = n->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (n->vendors[mid].oui < oui)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < n->n && n->vendors[low].oui == oui)
		return n->text.p + n->vendors[low].name;
	return NULL;
}
