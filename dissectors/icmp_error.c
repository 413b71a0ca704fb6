/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMP: the second word of errors. */
/* RFC 792; RFC 1191 (MTU), RFC 4884 (extensions). */
#include "core/walk.h"

enum {
	ERRORS,
	UNUSED,
	POINTER,
	LENGTH,
	LENGTH_ORIGINAL,
	MTU,
};

enum {
	UNREACHABLE = 3,
	EXCEEDED = 11,
	PARAMETER = 12,
};

enum { FRAG_NEEDED = 4 }; /* code of UNREACHABLE */

static const struct field fields[] = {
	[ERRORS] = {"icmp.error", "ICMP Error", PROTO},
	[UNUSED] = {"icmp.unused", "Unused", BYTES, .help = "Always 0", .ref = "RFC 4884, 4"},
	[POINTER] = {"icmp.pointer", "Pointer", U32, DEC,
		     .help = "The octet of the quoted packet that is wrong",
		     .ref = "Parameter Problem"},
	[LENGTH] = {"icmp.length", "Length", U8, DEC, .help = "Of the quoted packet, in words",
		    .ref = "RFC 4884, 4"},
	[LENGTH_ORIGINAL] = {"icmp.length.original_datagram", "Length of original datagram", U8,
			     DEC, .traits = GENERATED, .help = "The same in octets"},
	[MTU] = {"icmp.mtu", "MTU of next hop", U16, DEC, .help = "Octets that packets may have",
		 .ref = "RFC 1191, 4"},
};

/* The second word of an error (RFC 4884, 4.1): how long the quote is, and what is special. */
static void put_error_word(struct walk *w, const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, 4), 4), peek = c;
	struct cursor head = layer_cursor(l, 0);
	unsigned type = u8(&head), code = u8(&head), words;
	bool frag_needed = type == UNREACHABLE && code == FRAG_NEEDED;

	u8(&peek);
	words = u8(&peek);
	if (type == PARAMETER)
		put(w, &c, POINTER, 1);
	else if (words)
		put(w, &c, UNUSED, 1);
	if (words) {
		uint32_t at = c.at;

		put(w, &c, LENGTH, 1);
		put_value(w, LENGTH_ORIGINAL, at, 1, (uint8_t)(words * 4));
	}
	if (!frag_needed) {
		put(w, &c, UNUSED, c.left.cap);
		return;
	}
	if (!words)
		put(w, &c, UNUSED, 2);
	put(w, &c, MTU, 2);
}

/* What follows the header is the caller's matter. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)c;
	put_error_word(w, l->parent);
}

static const struct hang hangs[] = {
	{"icmp.type", UNREACHABLE}, {"icmp.type", EXCEEDED}, {"icmp.type", PARAMETER}, {0}};

const struct proto proto_icmp_error = {
	.brief = "ICMP",
	.no_column = true,
	.bare = true,
	.prefix = "icmp",
	.spec = "RFC 792",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
