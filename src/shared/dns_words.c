/* SPDX-License-Identifier: BSD-2-Clause */
/* Words for the numbers of DNS. */
/* IANA, Domain Name System (DNS) Parameters. */
#include "shared/dns.h"
#include <stdio.h>

static const struct word types[] = {
	{0, "Unused"},
	{1, "A (Host Address)"},
	{2, "NS (authoritative Name Server)"},
	{3, "MD (Mail Destination)"},
	{4, "MF (Mail Forwarder)"},
	{5, "CNAME (Canonical NAME for an alias)"},
	{6, "SOA (Start Of a zone of Authority)"},
	{7, "MB (MailBox domain name)"},
	{8, "MG (Mail Group member)"},
	{9, "MR (Mail Rename domain)"},
	{10, "NULL RR"},
	{11, "WKS (Well Known Service)"},
	{12, "PTR (domain name PoinTeR)"},
	{13, "HINFO (host information)"},
	{14, "MINFO (Mailbox or mail list information)"},
	{15, "MX (Mail eXchange)"},
	{16, "TXT (Text strings)"},
	{17, "RP (Responsible Person)"},
	{18, "AFSDB (AFS Data Base location)"},
	{19, "X25 (XX.25 PSDN address)"},
	{20, "ISDN (ISDN address)"},
	{21, "RT (Route Through)"},
	{22, "NSAP (NSAP address)"},
	{23, "NSAP-PTR (NSAP domain name pointer)"},
	{24, "SIG (security signature)"},
	{25, "KEY (security key)"},
	{26, "PX (X.400 mail mapping information)"},
	{27, "GPOS (Geographical Position)"},
	{28, "AAAA (IPv6 Address)"},
	{29, "LOC (Location Information)"},
	{30, "NXT (Next Domain)"},
	{31, "EID (Endpoint Identifier)"},
	{32, "NIMLOC (Nimrod Locator)"},
	{33, "SRV (Server Selection)"},
	{34, "ATMA (ATM Address)"},
	{35, "NAPTR (Naming Authority Pointer)"},
	{36, "KX (Key Exchanger)"},
	{37, "CERT"},
	{38, "A6 (OBSOLETE - use AAAA)"},
	{39, "DNAME"},
	{40, "SINK"},
	{41, "OPT"},
	{42, "APL"},
	{43, "DS (Delegation Signer)"},
	{44, "SSHFP (SSH Key Fingerprint)"},
	{45, "IPSECKEY"},
	{46, "RRSIG (Resource Record Signature)"},
	{47, "NSEC (Next Secure)"},
	{48, "DNSKEY (DNS Public Key)"},
	{49, "DHCID"},
	{50, "NSEC3"},
	{51, "NSEC3PARAM"},
	{52, "TLSA"},
	{55, "HIP (Host Identity Protocol)"},
	{57, "RKEY"},
	{58, "TALINK (Trust Anchor LINK)"},
	{59, "CDS (Child DS)"},
	{60, "CDNSKEY (DNSKEY(s) the Child wants reflected in DS)"},
	{61, "OPENPGPKEY (OpenPGP Key)"},
	{62, "CSYNC (Child-to-Parent Synchronization)"},
	{63, "ZONEMD"},
	{64, "SVCB (General Purpose Service Endpoints)"},
	{65, "HTTPS (HTTPS Specific Service Endpoints)"},
	{99, "SPF"},
	{100, "UINFO"},
	{101, "UID"},
	{102, "GID"},
	{103, "UNSPEC"},
	{104, "NID (NodeID)"},
	{105, "L32 (Locator32)"},
	{106, "L64 (Locator64)"},
	{107, "LP (Locator FQDN)"},
	{108, "EUI48"},
	{109, "EUI64"},
	{249, "TKEY (Transaction Key)"},
	{250, "TSIG (Transaction Signature)"},
	{251, "IXFR (incremental transfer)"},
	{252, "AXFR (transfer of an entire zone)"},
	{253, "MAILB (mailbox-related RRs)"},
	{254, "MAILA (mail agent RRs)"},
	{255, "* (A request for all records the server/cache has available)"},
	{256, "URI"},
	{257, "CAA (Certification Authority Restriction)"},
	{32768, "TA (DNSSEC Trust Authorities)"},
	{32769, "DLV (DNSSEC Lookaside Validation)"},
	{65281, "WINS"},
	{65282, "WINS-R"},
	{65422, "XPF"},
};
const struct words dns_types = {types, COUNT(types)};

static const struct word classes[] = {
	{1, "IN"}, {2, "CS"}, {3, "CH"}, {4, "HS"}, {254, "NONE"}, {255, "ANY"},
};
const struct words dns_classes = {classes, COUNT(classes)};

static const struct word algorithms[] = {
	{1, "RSA/MD5"},
	{2, "Diffie-Hellman"},
	{3, "DSA"},
	{4, "Elliptic curve crypto"},
	{5, "RSA/SHA1"},
	{6, "DSA + NSEC3/SHA1"},
	{7, "RSA/SHA1 + NSEC3/SHA1"},
	{8, "RSA/SHA-256"},
	{10, "RSA/SHA-512"},
	{12, "GOST R 34.10-2001"},
	{13, "ECDSA Curve P-256 with SHA-256"},
	{14, "ECDSA Curve P-386 with SHA-386"},
	{15, "Ed25519"},
	{16, "Ed448"},
	{157, "HMAC/MD5"},
	{252, "Indirect key"},
	{253, "Private, domain name"},
	{254, "Private, OID"},
};
const struct words dns_algorithms = {algorithms, COUNT(algorithms)};

static const struct word digests[] = {
	{0, "Reserved digest"}, {1, "SHA-1"},   {2, "SHA-256"},
	{3, "GOST R 34.11-94"}, {4, "SHA-384"},
};
const struct words dns_digests = {digests, COUNT(digests)};

static const struct word errors[] = {
	{0, "No error"},
	{1, "Format error"},
	{2, "Server failure"},
	{3, "No such name"},
	{4, "Not implemented"},
	{5, "Refused"},
	{6, "Name exists"},
	{7, "RRset exists"},
	{8, "RRset does not exist"},
	{9, "Not authoritative"},
	{10, "Name out of zone"},
	{11, "DSO-Type not implemented"},
	{16, "Bad OPT Version or TSIG Signature Failure"},
	{17, "Key not recognized"},
	{18, "Signature out of time window"},
	{19, "Bad TKEY Mode"},
	{20, "Duplicate key name"},
	{21, "Algorithm not supported"},
	{22, "Bad Truncation"},
	{23, "Bad/missing Server Cookie"},
};
const struct words dns_errors = {errors, COUNT(errors)};

/* The first word of the long one. */
/* Octets of the mnemonic that the words begin with. */
static size_t word_len(const char *words)
{
	size_t n = 0;

	while (words[n] && words[n] != ' ' && words[n] != '(')
		n++;
	return n;
}

const char *dns_type_name(struct walk *w, unsigned type)
{
	const char *words = word_for(&dns_types, type), *name;
	struct text t = {0};

	if (type == 255)
		return "ANY";
	if (words)
		return arena_copy(&w->arena, words, word_len(words));
	text_format(&t, "Unknown (%u)", type);
	name = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return name;
}

const char *dns_class_name(unsigned class)
{
	const char *word = word_for(&dns_classes, class);

	return word ? word : "Unknown";
}
