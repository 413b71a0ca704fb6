/* SPDX-License-Identifier: BSD-2-Clause */
/* rows: lists every row's name, type and base as `tshark -G fields` has them. */
#include "core/session.h"
#include "protocols.h"
#include <stdio.h>

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

int main(void)
{
	struct session *s = session_open(protocols);

	for (uint32_t id = 0; id < session_rows(s); id++) {
		const struct field *f = session_row(s, id);

		if (session_first_of(s, id) == id && f->kind != HEADING &&
		    !(f->kind == PROTO && session_row_proto(s, id)->bare))
			printf("%s\t%s\t%s\n", f->name, type_of(f), base_of(f));
	}
	session_close(s);
	return 0;
}
