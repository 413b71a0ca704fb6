/* SPDX-License-Identifier: BSD-2-Clause */
/* rows: lists every row's name, type and base as `tshark -G fields` has them. */
/* rows --page: the list of protocols of peel-protocols(7). */
#include "core/about.h"
#include "protocols.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void list_rows(void)
{
	struct session *s = session_open(protocols);
	uint32_t n, *rows = rows_by_name(s, &n);

	for (uint32_t i = 0; i < n; i++) {
		const struct field *f = session_row(s, rows[i]);
		const char *base = field_base(f);

		printf("%s\tFT_%s\t%s%s\n", f->name, field_type(f), base ? "BASE_" : "",
		       base ? base : "");
	}
	free(rows);
	session_close(s);
}

static int by_name(const void *a, const void *b)
{
	const struct proto *const *p = a, *const *q = b;

	return strcmp((*p)->fields[0].name, (*q)->fields[0].name);
}

/* Not the table by which it says that it leads to more of itself. */
static void print_hangs(const struct proto *p)
{
	const char *between = "\nFound at\n", *name = p->fields[0].name;

	for (const struct hang *h = p->hangs; h && h->table; h++) {
		size_t n = strlen(name);

		if (!strncmp(h->table, name, n) && h->table[n] == '.' && !h->value)
			continue;
		printf("%s.Cm %s", between, h->table);
		between = " ,\n";
		if (h->value > 255)
			printf(" 0x%04x", h->value);
		else
			printf(" %u", h->value);
	}
	if (*between == ' ')
		printf(" .");
}

static void print_page(void)
{
	const struct proto *sorted[256];
	size_t n = 0;

	for (const struct proto *const *p = protocols; *p && n < COUNT(sorted); p++)
		if (!(*p)->bare)
			sorted[n++] = *p;
	qsort(sorted, n, sizeof *sorted, by_name);
	for (size_t i = 0; i < n; i++) {
		const struct proto *p = sorted[i];

		printf(".It Cm %s\n%s", p->fields[0].name, p->fields[0].label);
		if (p->spec)
			printf(" (%s)", p->spec);
		putchar('.');
		print_hangs(p);
		putchar('\n');
	}
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "--page"))
		print_page();
	else
		list_rows();
	return 0;
}
