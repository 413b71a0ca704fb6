/* SPDX-License-Identifier: BSD-2-Clause */
/* ASN.1 in words: identifiers, and what doesn't fit. */
/* X.690, 8; X.660 (the names of the roots). */
#include "shared/asn1.h"

enum { NUMBER = 0x1f }; /* of a tag */

const char *const asn1_classes[] = {"UNIVERSAL", "APPLICATION", "CONTEXT", "PRIVATE"};

/* Words that errors use for a type's tag: "tag:2(INTEGER)". */
static void text_expected(struct text *t, const struct der_part *part)
{
	static const char *const names[] = {
		[0x01] = "BOOLEAN",      [0x02] = "INTEGER", [0x03] = "BIT STRING",
		[0x04] = "OCTET STRING", [0x05] = "NULL",    [0x06] = "OBJECT IDENTIFIER",
		[0x10] = "SEQUENCE",     [0x11] = "SET"};
	unsigned tag = part->tag ? part->tag : asn1_tag(part->type), number = tag & NUMBER;

	text_format(t, "class:%s(%u) tag:%u", asn1_classes[tag >> 6], tag >> 6, number);
	if (tag >> 6 == 0)
		text_format(t, "(%s)", number < COUNT(names) && names[number] ? names[number] : "");
}

void asn1_unfit(struct asn1 *a, struct cursor *c, const struct der_part *part, const char *where)
{
	struct text t = {0};
	struct asn1_head h;
	const char *words;

	if (!asn1_head(c, &h))
		return;
	text_put(&t, "BER Error: ");
	if (part) {
		text_format(&t, "Wrong field in %s: expected ", where);
		text_expected(&t, part);
		text_format(&t, " but found class:%s(%u) tag:%u", asn1_classes[h.tag >> 6],
			    h.tag >> 6, h.tag & NUMBER);
	} else {
		text_put(&t, "This field lies beyond the end of the known sequence definition.");
	}
	words = arena_copy(&a->w->arena, t.p, t.len);
	text_close(&t);
	put_value(a->w, a->errors, c->at, h.octets, 0);
	label_whole(a->w, "%s", words);
	expert(a->w, a->errors + (part ? ASN1_WRONG_FIELD : ASN1_BEYOND), "%s", words);
	cursor_take(c, h.octets);
}

void asn1_text_oid(struct text *t, struct span oid)
{
	static const char *const roots[] = {"itu-t", "iso", "joint-iso-itu-t"};
	struct text dotted = {0};
	const char *words;

	text_oid(&dotted, oid.p, oid.cap);
	words = text_string(&dotted);
	if (*words >= '0' && *words <= '2') {
		text_put(t, roots[*words - '0']);
		text_put(t, words + 1);
	}
	text_close(&dotted);
}

void asn1_label_oid(struct walk *w, struct span oid)
{
	struct text t = {0};

	if (!w->labels)
		return;
	asn1_text_oid(&t, oid);
	label_tail(w, " (%s)", text_string(&t));
	text_close(&t);
}
