/* SPDX-License-Identifier: BSD-2-Clause */
/* PKCS #1 and what else says what a public key is. */
/* RFC 8017, A.1; RFC 3279, 2.3. */
#include "shared/asn1.h"

enum { ROOT, MODULUS, EXPONENT };

static const struct field fields[] = {
	[ROOT] = {"pkcs-1.key", "PKCS#1 Key", PROTO, .help = "What a public key is"},
	[MODULUS] = {"pkcs1.modulus", "modulus", BYTES, .help = "The product of the primes",
		     .ref = "RFC 8017, A.1.1"},
	[EXPONENT] = {"pkcs1.publicExponent", "publicExponent", I32, DEC,
		      .help = "The public exponent", .ref = "RFC 8017, A.1.1"},
};

static const struct der_type integer = {A_INTEGER};
static const struct der_part key_parts[] = {{MODULUS, &integer}, {EXPONENT, &integer}};
static const struct der_type key = {A_SEQUENCE, ASN1_PARTS(key_parts)};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct asn1 a = {.w = w, .l = l};

	asn1_read(&a, c, 0, &key);
	if (a.bad && !c->bad)
		c->bad = a.bad;
}

enum { PART_RSA_KEY = 3 };
static const struct hang hangs[] = {{"asn1.der", PART_RSA_KEY}, {0}};

const struct proto proto_pkcs1 = {
	.brief = "PKCS-1",
	.no_column = true,
	.bare = true,
	.prefix = "pkcs-1",
	.spec = "RFC 8017",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
