/* SPDX-License-Identifier: BSD-2-Clause */
/* Words that several payloads of ISAKMP share. */
/* RFC 2407; RFC 2408; RFC 7296; IANA's registries of IKE. */
#include "shared/isakmp.h"

static const struct word payloads[] = {
	{0, "NONE / No Next Payload "},
	{1, "Security Association"},
	{2, "Proposal"},
	{3, "Transform"},
	{4, "Key Exchange"},
	{5, "Identification"},
	{6, "Certificate"},
	{7, "Certificate Request"},
	{8, "Hash"},
	{9, "Signature"},
	{10, "Nonce"},
	{11, "Notification"},
	{12, "Delete"},
	{13, "Vendor ID"},
	{14, "Attributes"},
	{15, "SA KEK Payload"},
	{16, "SA TEK Payload"},
	{17, "Key Download"},
	{18, "Sequence Number"},
	{19, "Proof of Possession"},
	{20, "NAT-D (RFC 3947)"},
	{21, "NAT-OA (RFC 3947)"},
	{22, "Group Associated Policy"},
	{33, "Security Association"},
	{34, "Key Exchange"},
	{35, "Identification - Initiator"},
	{36, "Identification - Responder"},
	{37, "Certificate"},
	{38, "Certificate Request"},
	{39, "Authentication"},
	{40, "Nonce"},
	{41, "Notify"},
	{42, "Delete"},
	{43, "Vendor ID"},
	{44, "Traffic Selector - Initiator"},
	{45, "Traffic Selector - Responder"},
	{46, "Encrypted and Authenticated"},
	{47, "Configuration"},
	{48, "Extensible Authentication"},
	{49, "Generic Secure Password Method"},
	{50, "Group Identification"},
	{51, "Group Security Association"},
	{52, "Key Download"},
	{53, "Encrypted and Authenticated Fragment"},
	{54, "Unassigned", 127},
	{128, "Private Use", 129},
	{130, "NAT-D (draft-ietf-ipsec-nat-t-ike-01 to 03)"},
	{131, "NAT-OA (draft-ietf-ipsec-nat-t-ike-01 to 03)"},
	{132, "Cisco-Fragmentation"},
	{133, "Private Use", 256},
};
const struct words ike_payloads = {payloads, COUNT(payloads)};

static const struct word groups[] = {
	{0, "UNDEFINED - 0"},
	{1, "Default 768-bit MODP group"},
	{2, "Alternate 1024-bit MODP group"},
	{3, "EC2N group on GP[2^155] group"},
	{4, "EC2N group on GP[2^185] group"},
	{5, "1536 bit MODP group"},
	{6, "EC2N group over GF[2^163]"},
	{7, "EC2N group over GF[2^163]"},
	{8, "EC2N group over GF[2^283]"},
	{9, "EC2N group over GF[2^283]"},
	{10, "EC2N group over GF[2^409]"},
	{11, "EC2N group over GF[2^409]"},
	{12, "EC2N group over GF[2^571]"},
	{13, "EC2N group over GF[2^571]"},
	{14, "2048 bit MODP group"},
	{15, "3072 bit MODP group"},
	{16, "4096 bit MODP group"},
	{17, "6144 bit MODP group"},
	{18, "8192 bit MODP group"},
	{19, "256-bit random ECP group"},
	{20, "384-bit random ECP group"},
	{21, "521-bit random ECP group"},
	{22, "1024-bit MODP Group with 160-bit Prime Order Subgroup"},
	{23, "2048-bit MODP Group with 224-bit Prime Order Subgroup"},
	{24, "2048-bit MODP Group with 256-bit Prime Order Subgroup"},
	{25, "192-bit Random ECP Group"},
	{26, "224-bit Random ECP Group"},
	{27, "224-bit Brainpool ECP group"},
	{28, "256-bit Brainpool ECP group"},
	{29, "384-bit Brainpool ECP group"},
	{30, "512-bit Brainpool ECP group"},
	{31, "Curve25519"},
	{32, "Curve448"},
	{33, "GOST3410_2012_256"},
	{34, "GOST3410_2012_512"},
};
const struct words ike_groups = {groups, COUNT(groups)};

static const struct word doi[] = {
	{0, "ISAKMP"},
	{1, "IPSEC"},
	{2, "GDOI"},
};
const struct words ike_doi = {doi, COUNT(doi)};

static const struct word protocols_1[] = {
	{0, "RESERVED"},  {1, "ISAKMP"}, {2, "IPSEC_AH"},
	{3, "IPSEC_ESP"}, {4, "IPCOMP"}, {5, "GIGABEAM_RADIO"},
};
const struct words ike_protocols_1 = {protocols_1, COUNT(protocols_1)};

static const struct word protocols_2[] = {
	{0, "RESERVED"}, {1, "IKE"},           {2, "AH"},
	{3, "ESP"},      {4, "FC_ESP_HEADER"}, {5, "FC_CT_AUTHENTICATION"},
};
const struct words ike_protocols_2 = {protocols_2, COUNT(protocols_2)};

static const struct word integrity[] = {
	{0, "NONE"},
	{1, "AUTH_HMAC_MD5_96"},
	{2, "AUTH_HMAC_SHA1_96"},
	{3, "AUTH_DES_MAC"},
	{4, "AUTH_KPDK_MD5"},
	{5, "AUTH_AES_XCBC_96"},
	{6, "AUTH_HMAC_MD5_128"},
	{7, "AUTH_HMAC_SHA1_160"},
	{8, "AUTH_AES_CMAC_96"},
	{9, "AUTH_AES_128_GMAC"},
	{10, "AUTH_AES_192_GMAC"},
	{11, "AUTH_AES_256_GMAC"},
	{12, "AUTH_HMAC_SHA2_256_128"},
	{13, "AUTH_HMAC_SHA2_384_192"},
	{14, "AUTH_HMAC_SHA2_512_256"},
};
const struct words ike_integrity = {integrity, COUNT(integrity)};

static const struct word ids_1[] = {
	{0, "RESERVED"},         {1, "IPV4_ADDR"},        {2, "FQDN"},
	{3, "USER_FQDN"},        {4, "IPV4_ADDR_SUBNET"}, {5, "IPV6_ADDR"},
	{6, "IPV6_ADDR_SUBNET"}, {7, "IPV4_ADDR_RANGE"},  {8, "IPV6_ADDR_RANGE"},
	{9, "DER_ASN1_DN"},      {10, "DER_ASN1_GN"},     {11, "KEY_ID"},
	{12, "KEY_LIST"},        {13, "Future use", 248}, {249, "Private Use", 255},
};
const struct words ike_ids_1 = {ids_1, COUNT(ids_1)};

static const struct word life_types[] = {
	{0, "RESERVED"},
	{1, "Seconds"},
	{2, "Kilobytes"},
};
const struct words ike_life_types = {life_types, COUNT(life_types)};

static const struct word attribute_types[] = {
	{1, "Encryption-Algorithm"},
	{2, "Hash-Algorithm"},
	{3, "Authentication-Method"},
	{4, "Group-Description"},
	{5, "Group-Type"},
	{6, "Group-Prime"},
	{7, "Group-Generator-One"},
	{8, "Group-Generator-Two"},
	{9, "Group-Curve-A"},
	{10, "Group-Curve-B"},
	{11, "Life-Type"},
	{12, "Life-Duration"},
	{13, "PRF"},
	{14, "Key-Length"},
	{15, "Field-Size"},
	{16, "Group-Order"},
	{17, "Block-Size"},
	{18, "Unassigned (Future use)", 19},
	{20, "Asymmetric-Cryptographic-Algorithm-Type"},
	{21, "Unassigned (Future use)", 16383},
	{16384, "Private use", 32767},
};
const struct words ike_attribute_types = {attribute_types, COUNT(attribute_types)};

static const struct word ipsec_types[] = {
	{1, "SA-Life-Type"},
	{2, "SA-Life-Duration"},
	{3, "Group-Description"},
	{4, "Encapsulation-Mode"},
	{5, "Authentication-Algorithm"},
	{6, "Key-Length"},
	{7, "Key-Rounds"},
	{8, "Compress-Dictionary-Size"},
	{9, "Compress-Private-Algorithm"},
	{10, "ECN Tunnel"},
	{11, "Extended (64-bit) Sequence Number"},
	{12, "Authentication Key Length"},
	{13, "Signature Encoding Algorithm"},
	{14, "Address Preservation"},
	{15, "SA Direction"},
	{16, "Unassigned (Future use)", 32000},
	{32001, "Private use", 32767},
};
const struct words ipsec_attribute_types = {ipsec_types, COUNT(ipsec_types)};

static const struct word tv[] = {{0, "Type/Length/Value (TLV)"}, {1, "Type/Value (TV)"}};
const struct words ike_tv = {tv, COUNT(tv)};

static const struct word critical[] = {{0, "Not critical"}, {1, "Critical"}};
const struct words ike_critical = {critical, COUNT(critical)};
