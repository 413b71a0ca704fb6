/* SPDX-License-Identifier: BSD-2-Clause */
/* rows: lists every row's name, type and base as `tshark -G fields` has them. */
/* rows --page: the list of protocols of peel-protocols(7). */
#include "core/session.h"
#include "protocols.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *type_of(const struct field *f)
{
	static const char *const types[N_KINDS] = {
		[NONE] = "FT_NONE",
		[PROTO] = "FT_PROTOCOL",
		[BOOL] = "FT_BOOLEAN",
		[CHAR] = "FT_CHAR",
		[U8] = "FT_UINT8",
		[U16] = "FT_UINT16",
		[U24] = "FT_UINT24",
		[U32] = "FT_UINT32",
		[U40] = "FT_UINT40",
		[U48] = "FT_UINT48",
		[U56] = "FT_UINT56",
		[U64] = "FT_UINT64",
		[I8] = "FT_INT8",
		[I16] = "FT_INT16",
		[I24] = "FT_INT24",
		[I32] = "FT_INT32",
		[I64] = "FT_INT64",
		[FLOAT] = "FT_FLOAT",
		[DOUBLE] = "FT_DOUBLE",
		[BYTES] = "FT_BYTES",
		[STRING] = "FT_STRING",
		[ETHER] = "FT_ETHER",
		[EUI64] = "FT_EUI64",
		[IPV4] = "FT_IPv4",
		[IPV6] = "FT_IPv6",
		[GUID] = "FT_GUID",
		[ABSTIME] = "FT_ABSOLUTE_TIME",
		[RELTIME] = "FT_RELATIVE_TIME",
		[FRAMENUM] = "FT_FRAMENUM",
		[OID] = "FT_OID",
	};

	if ((f->traits & OWN_NAME) && (f->kind == BYTES || f->kind == PROTO))
		return "FT_PROTOCOL";
	return types[f->kind];
}

/* Numbers alone have a base there. */
static const char *base_of(const struct field *f)
{
	static const char *const bases[] = {
		[DEC] = "BASE_DEC",         [HEX] = "BASE_HEX",         [OCT] = "BASE_OCT",
		[DEC_HEX] = "BASE_DEC_HEX", [HEX_DEC] = "BASE_HEX_DEC", [OUI] = "BASE_OUI"};

	if (f->traits & OWN_NAME)
		return "";
	if (!kind_is_unsigned(f->kind) && !kind_is_signed(f->kind))
		return "";
	return f->base < COUNT(bases) && bases[f->base] ? bases[f->base] : "";
}

static void list_rows(void)
{
	struct session *s = session_open(protocols);

	for (uint32_t id = 0; id < session_rows(s); id++) {
		const struct field *f = session_row(s, id);

		if (session_first_of(s, id) == id && f->kind != HEADING &&
		    !(f->kind == PROTO && session_row_proto(s, id)->bare))
			printf("%s\t%s\t%s\n", f->name, type_of(f), base_of(f));
	}
	session_close(s);
}

static int by_name(const void *a, const void *b)
{
	const struct proto *const *p = a, *const *q = b;

	return strcmp((*p)->fields[0].name, (*q)->fields[0].name);
}

static void print_hangs(const struct hang *h)
{
	const char *between = "\nFound at\n";

	for (; h && h->table; h++) {
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
		print_hangs(p->hangs);
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
