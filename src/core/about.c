/* SPDX-License-Identifier: BSD-2-Clause */
/* What the tables say about a field, in words. */
#include "core/about.h"
#include "core/arena.h"
#include <ctype.h>
#include <stdlib.h>

const char *field_type(const struct field *f)
{
	static const char *const types[N_KINDS] = {
		[NONE] = "NONE",
		[PROTO] = "PROTOCOL",
		[BOOL] = "BOOLEAN",
		[CHAR] = "CHAR",
		[U8] = "UINT8",
		[U16] = "UINT16",
		[U24] = "UINT24",
		[U32] = "UINT32",
		[U40] = "UINT40",
		[U48] = "UINT48",
		[U56] = "UINT56",
		[U64] = "UINT64",
		[I8] = "INT8",
		[I16] = "INT16",
		[I24] = "INT24",
		[I32] = "INT32",
		[I64] = "INT64",
		[FLOAT] = "FLOAT",
		[DOUBLE] = "DOUBLE",
		[BYTES] = "BYTES",
		[STRING] = "STRING",
		[ETHER] = "ETHER",
		[EUI64] = "EUI64",
		[IPV4] = "IPv4",
		[IPV6] = "IPv6",
		[GUID] = "GUID",
		[ABSTIME] = "ABSOLUTE_TIME",
		[FRAMENUM] = "FRAMENUM",
		[RELTIME] = "RELATIVE_TIME",
		[OID] = "OID",
	};

	if ((f->traits & OWN_NAME) && (f->kind == BYTES || f->kind == PROTO))
		return "PROTOCOL";
	return types[f->kind];
}

/* Numbers alone have a base there. */
const char *field_base(const struct field *f)
{
	static const char *const bases[] = {
		[DEC] = "DEC",         [HEX] = "HEX",         [OCT] = "OCT",
		[DEC_HEX] = "DEC_HEX", [HEX_DEC] = "HEX_DEC", [OUI] = "OUI",
	};

	if (f->traits & OWN_NAME)
		return NULL;
	if (!kind_is_unsigned(f->kind) && !kind_is_signed(f->kind))
		return NULL;
	return f->base < COUNT(bases) ? bases[f->base] : NULL;
}

unsigned field_bits(const struct field *f)
{
	if (f->traits & (REST | ZSTRING) || f->size_of)
		return 0;
	return f->bits ? f->bits : 8 * kind_size(f->kind);
}

/* --- where it is specified --- */

/* Whether the reference names a document, and not just a section: "WPA 2.0", "TS-1, 3". */
static bool names_document(const char *ref)
{
	const char *s = ref;

	if (strstr(ref, ", ") || !strncmp(ref, "draft-", 6))
		return true;
	while (isupper((unsigned char)*s))
		s++;
	return s > ref && s[0] == ' ' && isdigit((unsigned char)s[1]);
}

void put_reference(struct text *t, const struct field *f, const struct proto *p)
{
	const char *section;

	if (f->kind == PROTO && !f->ref && p->spec)
		text_put(t, p->spec);
	if (!f->ref)
		return;
	if (p->spec && !names_document(f->ref) && strcmp(f->ref, p->spec)) {
		section = strstr(p->spec, ", ");
		text_bytes(t, p->spec, section ? (size_t)(section - p->spec) : strlen(p->spec));
		text_put(t, ", ");
	}
	text_put(t, f->ref);
}

/* --- rows as users know them --- */

/* The protocol that the first n characters of `name` call; NULL when there is none. */
static const struct proto *proto_named(const struct session *s, const char *name, size_t n)
{
	struct text key = {0};
	uint32_t rows = session_rows(s), id = 0;

	text_bytes(&key, name, n);
	for (; (id = session_find(s, text_string(&key), id)) < rows; id++)
		if (session_row(s, id) == session_row_proto(s, id)->fields &&
		    !session_row_proto(s, id)->bare)
			break;
	text_close(&key);
	return id < rows ? session_row_proto(s, id) : NULL;
}

const struct proto *row_owner(const struct session *s, uint32_t id)
{
	const char *name = session_row(s, id)->name;
	const struct proto *p = session_row_proto(s, id), *owner = NULL;

	for (size_t n = strlen(name); !owner && n; n--)
		if (!name[n] || name[n] == '.')
			owner = proto_named(s, name, n);
	if (!owner && p->prefix)
		owner = proto_named(s, p->prefix, strlen(p->prefix));
	return owner ? owner : p;
}

static bool is_nameable(const struct session *s, uint32_t id)
{
	const struct field *f = session_row(s, id);

	return f->kind != HEADING && !(f->kind == PROTO && session_row_proto(s, id)->bare);
}

/* How much a row tells: its own protocol's before a borrower's, with reference, with help. */
static unsigned telling(const struct session *s, uint32_t id)
{
	const struct field *f = session_row(s, id);

	return is_nameable(s, id) * 8u + !(f->traits & BORROWED) * 4u + (f->ref != NULL) * 2u +
	       (f->help != NULL);
}

struct named {
	const char *name;
	uint32_t id;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

uint32_t *rows_by_name(const struct session *s, uint32_t *n)
{
	uint32_t rows = session_rows(s);
	uint32_t *list = need(rows * sizeof *list);
	struct named *names = need(rows * sizeof *names);

	*n = 0;
	for (uint32_t id = 0; id < rows; id++) { /* `list` has the best row of each first one */
		uint32_t first = session_first_of(s, id);

		if (first == id || telling(s, id) > telling(s, list[first]))
			list[first] = id;
	}
	for (uint32_t id = 0; id < rows; id++)
		if (session_first_of(s, id) == id && is_nameable(s, list[id]))
			names[(*n)++] = (struct named){session_row(s, id)->name, list[id]};
	qsort(names, *n, sizeof *names, compare_names);
	for (uint32_t i = 0; i < *n; i++)
		list[i] = names[i].id;
	free(names);
	return list;
}
