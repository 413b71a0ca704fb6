/* SPDX-License-Identifier: BSD-2-Clause */
/* Parameters of elliptic curves' keys. */
/* RFC 3279, 2.3.5; RFC 5480, 2.1.1. */
#include "shared/asn1.h"

enum {
	ROOT,
	PARAMETERS,
	NAMED,
	SPECIFIED,
	VERSION,
	FIELD,
	FIELD_TYPE,
	CURVE,
	A,
	B,
	PADDING,
	SEED,
	BASE,
	ORDER,
	COFACTOR
};

static const struct word kinds[] = {{0, "specifiedCurve"}, {1, "namedCurve"}, {2, "implicitCurve"}};
static const struct word versions[] = {{1, "ecpVer1"}};

static const struct field fields[] = {
	[ROOT] = {"pkcs-1.ec", "PKCS#1 Curve", PROTO, .help = "What a public key is"},
	[PARAMETERS] = {"pkcs1.ECParameters", "ECParameters", U32, DEC, WORDS(kinds),
			.help = "How the curve is told", .ref = "RFC 3279, 2.3.5"},
	[NAMED] = {"pkcs1.namedCurve", "namedCurve", OID, .help = "Which curve",
		   .ref = "RFC 5480, 2.1.1.1"},
	[SPECIFIED] = {"pkcs1.specifiedCurve_element", "specifiedCurve", NONE,
		       .help = "The curve itself", .ref = "RFC 3279, 2.3.5"},
	[VERSION] = {"pkcs1.version", "version", I32, DEC, WORDS(versions), .help = "Always 1",
		     .ref = "RFC 3279, 2.3.5"},
	[FIELD] = {"pkcs1.fieldID_element", "fieldID", NONE, .help = "The field that it is over",
		   .ref = "RFC 3279, 2.3.5"},
	[FIELD_TYPE] = {"pkcs1.fieldType", "fieldType", OID, .help = "What kind of field",
			.ref = "RFC 3279, 2.3.5"},
	[CURVE] = {"pkcs1.curve_element", "curve", NONE, .help = "The equation",
		   .ref = "RFC 3279, 2.3.5"},
	[A] = {"pkcs1.a", "a", BYTES, .help = "Its first coefficient", .ref = "RFC 3279, 2.3.5"},
	[B] = {"pkcs1.b", "b", BYTES, .help = "Its second coefficient", .ref = "RFC 3279, 2.3.5"},
	[PADDING] = {"ber.bitstring.padding", "Padding", U8, DEC, .traits = BORROWED,
		     .help = "Bits of the last octet that don't count"},
	[SEED] = {"pkcs1.seed", "seed", BYTES, .help = "What they were made from",
		  .ref = "RFC 3279, 2.3.5"},
	[BASE] = {"pkcs1.base", "base", BYTES, .help = "The generator", .ref = "RFC 3279, 2.3.5"},
	[ORDER] = {"pkcs1.order", "order", I32, DEC, .help = "Its order", .ref = "RFC 3279, 2.3.5"},
	[COFACTOR] = {"pkcs1.cofactor", "cofactor", I32, DEC,
		      .help = "Points of the curve for one of its group", .ref = "RFC 3279, 2.3.5"},
};

static const struct der_type integer = {A_INTEGER}, octets = {A_OCTETS}, oid = {A_OID},
			     bits = {A_BITS}, any = {A_ANY};
static const struct der_part field_parts[] = {{FIELD_TYPE, &oid}, {0, &any}};
static const struct der_type field = {A_SEQUENCE, ASN1_PARTS(field_parts)};
static const struct der_part curve_parts[] = {
	{A, &octets}, {B, &octets}, {SEED, &bits, .optional = true}};
static const struct der_type curve = {A_SEQUENCE, ASN1_PARTS(curve_parts)};
static const struct der_part specified_parts[] = {
	{VERSION, &integer}, {FIELD, &field},   {CURVE, &curve},
	{BASE, &octets},     {ORDER, &integer}, {COFACTOR, &integer, .optional = true}};
static const struct der_type specified = {A_SEQUENCE, ASN1_PARTS(specified_parts)};
static const struct der_part parameter_kinds[] = {{SPECIFIED, &specified, .value = 0},
						  {NAMED, &oid, .value = 1}};
static const struct der_type parameters = {A_CHOICE, ASN1_PARTS(parameter_kinds)};

static const char *name_of(struct span id)
{
	static const struct der_oid curves[] = {
		{"\x2a\x86\x48\xce\x3d\x03\x01\x07", 8, "secp256r1", 0, 0},
		{"\x2b\x81\x04\x00\x22", 5, "secp384r1", 0, 0},
		{"\x2b\x81\x04\x00\x23", 5, "secp521r1", 0, 0},
		{"\x2a\x86\x48\xce\x3d\x01\x01", 7, "prime-field", 0, 0},
	};
	const struct der_oid *known = asn1_find(curves, COUNT(curves), id);

	return known ? known->name : NULL;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct asn1 a = {.w = w, .padding_row = PADDING, .l = l, .name = name_of};

	asn1_read(&a, c, PARAMETERS, &parameters);
	if (a.bad && !c->bad)
		c->bad = a.bad;
}

enum { PART_EC_PARAMETERS = 4 };
static const struct hang hangs[] = {{"asn1.der", PART_EC_PARAMETERS}, {0}};

const struct proto proto_pkcs1_ec = {
	.brief = "PKCS-1",
	.no_column = true,
	.bare = true,
	.prefix = "pkcs-1",
	.spec = "RFC 3279",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
