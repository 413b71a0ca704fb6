/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: options of secure neighbor discovery. */
/* RFC 3971; RFC 6496 (proxies). */
#include "shared/icmpv6.h"

enum {
	SEND,
	RESERVED,
	PADDING,
	CGA_PAD_LEN,
	CGA,
	CGA_MODIFIER,
	CGA_PREFIX,
	CGA_COUNT,
	CGA_KEY,
	CGA_EXT_TYPE,
	CGA_EXT_LENGTH,
	CGA_EXT_DATA,
	RSA_HASH,
	SIGNATURE,
	PS_HASH,
	TIMESTAMP,
	NONCE,
	CERTIFICATE_PAD,
	NAME_TYPE,
	CERT_TYPE,
	NAME_X501,
	NAME_FQDN,
	CERTIFICATE,
};

static const struct word name_types[] = {
	{1, "DER Encoded X.501 Name"},
	{2, "FQDN"},
	{3, "SHA-1 Subject Key Identifier (SKI)"},
	{4, "SHA-224 Subject Key Identifier (SKI)"},
	{5, "SHA-256 Subject Key Identifier (SKI)"},
	{6, "SHA-384 Subject Key Identifier (SKI)"},
	{7, "SHA-512 Subject Key Identifier (SKI)"},
	{253, "Reserved for Experimental Use"},
	{254, "Reserved for Experimental Use"},
	{255, "Reserved"},
};

static const struct word cert_types[] = {{1, "X.509v3 Certificate"}};

static const struct field fields[] = {
	[SEND] = {"icmpv6.send", "Secure Neighbor Discovery", PROTO},
	[RESERVED] = ROW_OPT_RESERVED,
	[PADDING] = ROW_OPT_PADDING,
	[CGA_PAD_LEN] = {"icmpv6.opt.cga.pad_length", "Pad Length", U8, DEC,
			 .help = "Octets of padding", .ref = "RFC 3971, 5.1"},
	[CGA] = {"icmpv6.opt.cga", "CGA", BYTES, .help = "Parameters of the address",
		 .ref = "RFC 3972, 3"},
	[CGA_MODIFIER] = {"icmpv6.opt.cga.modifier", "Modifier", BYTES, .under = CGA,
			  .help = "Random number", .ref = "RFC 3972, 3"},
	[CGA_PREFIX] = {"icmpv6.opt.cga.subnet_prefix", "Subnet Prefix", BYTES, .under = CGA,
			.help = "Prefix of the address", .ref = "RFC 3972, 3"},
	[CGA_COUNT] = {"icmpv6.opt.cga.count", "Count", BYTES, .under = CGA,
		       .help = "Collisions so far", .ref = "RFC 3972, 3"},
	[CGA_KEY] = {"icmpv6.opt.cga.subject_public_key_info", "Subject Public Key Info", NONE,
		     .under = CGA, .help = "The owner's public key", .ref = "RFC 3972, 3"},
	[CGA_EXT_TYPE] = {"icmpv6.opt.cga.ext_type", "Ext Type", U16, DEC, .under = CGA,
			  .help = "Which extension", .ref = "RFC 4581, 3"},
	[CGA_EXT_LENGTH] = {"icmpv6.opt.cga.ext_length", "Ext Length", U16, DEC, .under = CGA,
			    .help = "Octets of the extension", .ref = "RFC 4581, 3"},
	[CGA_EXT_DATA] = {"icmpv6.opt.cga.ext_data", "Ext Data", BYTES, .under = CGA,
			  .help = "The extension", .ref = "RFC 4581, 3"},
	[RSA_HASH] = {"icmpv6.opt.rsa.key_hash", "Key Hash", BYTES, .help = "Which key signs",
		      .ref = "RFC 3971, 5.2"},
	[SIGNATURE] = {"icmpv6.opt.digital_signature_padding", "Digital Signature and Padding",
		       NONE, .help = "Signature and padding", .ref = "RFC 3971, 5.2"},
	[PS_HASH] = {"icmpv6.opt.ps.key_hash", "Key Hash", BYTES, .help = "Which key signs",
		     .ref = "RFC 6496, 5.1"},
	[TIMESTAMP] = {"icmpv6.opt.timestamp", "Timestamp", ABSTIME, UTC,
		       .help = "When it was sent", .ref = "RFC 3971, 5.3.1"},
	[NONCE] = {"icmpv6.opt.nonce", "Nonce", BYTES, .help = "The same in question and answer",
		   .ref = "RFC 3971, 5.3.2"},
	[CERTIFICATE_PAD] = {"icmpv6.opt.certificate_padding", "Certificate and Padding", NONE,
			     .help = "Certificate of another kind", .ref = "RFC 3971, 6.4.4"},
	[NAME_TYPE] = {"icmpv6.opt.name_type", "Name Type", U8, DEC, WORDS(name_types),
		       .help = "What kind of name", .ref = "RFC 3971, 6.4.3"},
	[CERT_TYPE] = {"icmpv6.opt.name_type", "Cert Type", U8, DEC, WORDS(cert_types),
		       .help = "What kind of certificate", .ref = "RFC 3971, 6.4.4"},
	[NAME_X501] = {"icmpv6.opt.name_x501", "DER Encoded X.501 Name", BYTES,
		       .help = "The name, in DER", .ref = "RFC 3971, 6.4.3"},
	[NAME_FQDN] = {"icmpv6.opt.name_type.fqdn", "FQDN", STRING, .help = "The name",
		       .ref = "RFC 3971, 6.4.3"},
	[CERTIFICATE] = {"icmpv6.x509_Certificate", "Certificate", NONE, .help = "The certificate",
			 .ref = "RFC 3971, 6.4.4"},
};

static const struct part parts_12[] = {{RESERVED, 2}, {RSA_HASH, 16}, {0, 0}};

static const struct part parts_32[] = {{RESERVED, 2}, {PS_HASH, 16}, {0, 0}};

/* Octets of a DER element at the cursor, as far as its length is of the usual kinds. */
static uint32_t der_octets(struct cursor c)
{
	unsigned length;

	u8(&c);
	length = u8(&c);
	if (length < 0x80)
		return 2 + length;
	return length == 0x81 ? 3u + u8(&c) : length == 0x82 ? 4u + u16(&c) : 2;
}

static void body_cga(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint32_t padding = (uint32_t)put(w, c, CGA_PAD_LEN, 1);
	uint32_t group;

	put(w, c, RESERVED, 1);
	group = open_group(w, c, CGA, octets_left(c, h->end));
	put(w, c, CGA_MODIFIER, 16);
	put(w, c, CGA_PREFIX, 8);
	put(w, c, CGA_COUNT, 1);
	put(w, c, CGA_KEY, der_octets(*c));
	while (octets_left(c, h->end) > padding && !c->bad) {
		uint32_t len;

		put(w, c, CGA_EXT_TYPE, 2);
		len = (uint32_t)put(w, c, CGA_EXT_LENGTH, 2);
		put(w, c, CGA_EXT_DATA, len);
	}
	shut_group(w, group, NULL);
	put(w, c, PADDING, octets_left(c, h->end));
}

static void body_signature(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put_rows(w, c, h->type == 12 ? parts_12 : parts_32);
	put(w, c, SIGNATURE, octets_left(c, h->end));
}

/* Seconds since 1970 in 48 bits, and their fraction in 16. */
static void body_timestamp(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint64_t v;
	uint32_t at;

	(void)h;
	put(w, c, RESERVED, 6);
	at = c->at;
	v = u64(c);
	if (!c->bad)
		put_value(w, TIMESTAMP, at, 8,
			  (v >> 16) * 1000000000 + ((v & 0xffff) * 1000000000 >> 16));
}

static void body_nonce(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put(w, c, NONCE, octets_left(c, h->end));
}

enum { NAME_IS_X501 = 1, NAME_IS_FQDN };

static void body_anchor(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint64_t type = put(w, c, NAME_TYPE, 1);
	uint32_t padding = (uint32_t)put(w, c, CGA_PAD_LEN, 1);
	uint32_t n = octets_left(c, h->end) > padding ? octets_left(c, h->end) - padding : 0;

	if (type == NAME_IS_X501)
		put(w, c, NAME_X501, n);
	else if (type == NAME_IS_FQDN)
		put(w, c, NAME_FQDN, n);
	put(w, c, PADDING, octets_left(c, h->end));
}

static void body_certificate(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	bool x509 = put(w, c, CERT_TYPE, 1) == 1;
	uint32_t n;

	put(w, c, RESERVED, 1);
	if (!x509) {
		put(w, c, CERTIFICATE_PAD, octets_left(c, h->end));
		return;
	}
	n = der_octets(*c);
	put(w, c, CERTIFICATE, n < octets_left(c, h->end) ? n : octets_left(c, h->end));
	put(w, c, PADDING, octets_left(c, h->end));
}

static const struct nd_body bodies[] = {
	[11] = {body_cga},       [12] = {body_signature}, [13] = {body_timestamp},
	[14] = {body_nonce},     [15] = {body_anchor},    [16] = {body_certificate},
	[32] = {body_signature},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_nd_option(w, l, c, bodies, COUNT(bodies));
}

static const struct hang hangs[] = {
	{"icmpv6.option", 11}, {"icmpv6.option", 12}, {"icmpv6.option", 13}, {"icmpv6.option", 14},
	{"icmpv6.option", 15}, {"icmpv6.option", 16}, {"icmpv6.option", 32}, {0}};

const struct proto proto_icmpv6_send = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 3971",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 2,
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
