/* SPDX-License-Identifier: BSD-2-Clause */
/* ISAKMP: security associations, their proposals, transforms and attributes. */
/* RFC 2408, 3.4 to 3.6; RFC 7296, 3.3. */
#include "shared/isakmp.h"

enum {
	SA,
	DOI = IKE_OWN,
	SITUATION,
	IDENTITY_ONLY,
	SECRECY,
	INTEGRITY,
	SITUATION_RAW,
	NEXT_ATTRIBUTE,
	RESERVED2,
	PROP_NUMBER,
	PROP_PROTOCOL_1,
	PROP_PROTOCOL_2,
	SPI_SIZE,
	PROP_TRANSFORMS,
	SPI,
	TRANS_NUMBER,
	TRANS_ID,
	TF_TYPE,
	TF_ENCR,
	TF_PRF,
	TF_INTEG,
	TF_DH,
	TF_ESN,
	TF_ID,
	IKE_ATTRIBUTE_ROWS(ATTR),
	ENCRYPTION,
	HASH,
	METHOD,
	GROUP,
	GROUP_TYPE,
	PRIME,
	GENERATOR_1,
	GENERATOR_2,
	CURVE_A,
	CURVE_B,
	LIFE_TYPE,
	IKE_DURATION_ROWS(LIFE),
	PRF,
	KEY_LEN,
	FIELD_SIZE,
	ORDER,
	BLOCK_SIZE,
	ASYMMETRIC,
	IKE_ATTRIBUTE_ROWS(IPSEC),
	IPSEC_LIFE_TYPE,
	IKE_DURATION_ROWS(IPSEC_LIFE),
	IPSEC_GROUP,
	ENCAP_MODE,
	AUTH_ALGORITHM,
	IPSEC_KEY_LEN,
	KEY_ROUNDS,
	DICT_SIZE,
	CMPR_ALGORITHM,
	ECN_TUNNEL,
	EXT_SEQUENCE,
	AUTH_KEY_LEN,
	SIG_ENCODING,
	ADDR_PRESERVATION,
	DIRECTION,
	IKE_ATTRIBUTE_ROWS(ATTR_2),
	ATTR_2_KEY_LEN,
};

/* Domains of interpretation, and protocols. */
enum { DOI_IPSEC = 1, DOI_GDOI = 2, PROTO_ISAKMP = 1, PROTO_AH, PROTO_ESP, PROTO_IPCOMP };

static const struct word key_words[] = {{0, "RESERVED"}, {1, "KEY_IKE"}};
static const struct word ah_words[] = {{0, "RESERVED", 1}, {2, "MD5"},      {3, "SHA"},
				       {4, "DES"},         {5, "SHA2-256"}, {6, "SHA2-384"},
				       {7, "SHA2-512"}};
static const struct word esp_words[] = {
	{0, "RESERVED"}, {1, "DES-IV64"}, {2, "DES"},      {3, "3DES"},  {4, "RC5"},
	{5, "IDEA"},     {6, "CAST"},     {7, "BLOWFISH"}, {8, "3IDEA"}, {9, "DES-IV32"},
	{10, "RC4"},     {11, "NULL"},    {12, "AES"},
};
static const struct word ipcomp_words[] = {
	{0, "RESERVED"}, {1, "OUI"}, {2, "DEFLATE"}, {3, "LZS"}, {4, "LZJH"}};

static const struct word tf_types[] = {
	{0, "RESERVED"},
	{1, "Encryption Algorithm (ENCR)"},
	{2, "Pseudo-random Function (PRF)"},
	{3, "Integrity Algorithm (INTEG)"},
	{4, "Diffie-Hellman Group (D-H)"},
	{5, "Extended Sequence Numbers (ESN)"},
	{6, "Reserved to IANA", 240},
	{241, "Private Use", 255},
};

static const struct word encr_words[] = {
	{0, "RESERVED"},
	{1, "ENCR_DES_IV64"},
	{2, "ENCR_DES"},
	{3, "ENCR_3DES"},
	{4, "ENCR_RC5"},
	{5, "ENCR_IDEA"},
	{6, "ENCR_CAST"},
	{7, "ENCR_BLOWFISH"},
	{8, "ENCR_3IDEA"},
	{9, "ENCR_DES_IV32"},
	{10, "RESERVED"},
	{11, "ENCR_NULL"},
	{12, "ENCR_AES_CBC"},
	{13, "ENCR_AES_CTR"},
	{14, "ENCR_AES-CCM_8"},
	{15, "ENCR-AES-CCM_12"},
	{16, "ENCR-AES-CCM_16"},
	{17, "UNASSIGNED"},
	{18, "AES-GCM with a 8 octet ICV"},
	{19, "AES-GCM with a 12 octet ICV"},
	{20, "AES-GCM with a 16 octet ICV"},
	{21, "ENCR_NULL_AUTH_AES_GMAC"},
	{22, "Reserved for IEEE P1619 XTS-AES"},
	{23, "ENCR_CAMELLIA_CBC"},
	{24, "ENCR_CAMELLIA_CTR"},
	{25, "ENCR_CAMELLIA_CCM with an 8-octet ICV"},
	{26, "ENCR_CAMELLIA_CCM with a 12-octet ICV"},
	{27, "ENCR_CAMELLIA_CCM with a 16-octet ICV"},
	{28, "ENCR_CHACHA20_POLY1305"},
};

static const struct word prf_words[] = {
	{0, "RESERVED"},          {1, "PRF_HMAC_MD5"},      {2, "PRF_HMAC_SHA1"},
	{3, "PRF_HMAC_TIGER"},    {4, "PRF_AES128_CBC"},    {5, "PRF_HMAC_SHA2_256"},
	{6, "PRF_HMAC_SHA2_384"}, {7, "PRF_HMAC_SHA2_512"}, {8, "PRF_AES128_CMAC6"},
};

static const struct word esn_words[] = {
	{0, "No Extended Sequence Numbers"},
	{1, "Extended Sequence Numbers"},
};

static const struct word encryption_words[] = {
	{0, "RESERVED"},        {1, "DES-CBC"},
	{2, "IDEA-CBC"},        {3, "BLOWFISH-CBC"},
	{4, "RC5-R16-B64-CBC"}, {5, "3DES-CBC"},
	{6, "CAST-CBC"},        {7, "AES-CBC"},
	{8, "CAMELLIA-CBC"},    {127, "SM4-CBC (DEPRECATED)"},
	{128, "SM1-CBC"},       {129, "SM4-CBC"},
};

static const struct word hash_words[] = {
	{0, "RESERVED"}, {1, "MD5"},      {2, "SHA"},      {3, "TIGER"},
	{4, "SHA2-256"}, {5, "SHA2-384"}, {6, "SHA2-512"}, {20, "SM3"},
};

static const struct word method_words[] = {
	{0, "RESERVED"},
	{1, "Pre-shared key"},
	{2, "DSS signatures"},
	{3, "RSA signatures"},
	{4, "Encryption with RSA"},
	{5, "Revised encryption with RSA"},
	{6, "Reserved (was Encryption with El-Gamal)"},
	{7, "Reserved (was Revised encryption with El-Gamal)"},
	{8, "Reserved (was ECDSA signatures)"},
	{9, "ECDSA with SHA-256 on the P-256 curve"},
	{10, "ECDSA with SHA-384 on the P-384 curve"},
	{11, "ECDSA with SHA-512 on the P-521 curve"},
	{64221, "HybridInitRSA"},
	{64222, "HybridRespRSA"},
	{64223, "HybridInitDSS"},
	{64224, "HybridRespDSS"},
	{65001, "XAUTHInitPreShared"},
	{65002, "XAUTHRespPreShared"},
	{65003, "XAUTHInitDSS"},
	{65004, "XAUTHRespDSS"},
	{65005, "XAUTHInitRSA"},
	{65006, "XAUTHRespRSA"},
	{65007, "XAUTHInitRSAEncryption"},
	{65008, "XAUTHRespRSAEncryption"},
	{65009, "XAUTHInitRSARevisedEncryption"},
	{65010, "XAUTHRespRSARevisedEncryption"},
};

static const struct word group_type_words[] = {
	{0, "UNDEFINED - 0"},
	{1, "MODP"},
	{2, "ECP"},
	{3, "EC2N"},
};

static const struct word asymmetric_words[] = {
	{1, "RSA"},
	{2, "SM2"},
};

static const struct word encap_words[] = {
	{0, "RESERVED"},
	{1, "Tunnel"},
	{2, "Transport"},
	{3, "UDP-Encapsulated-Tunnel"},
	{4, "UDP-Encapsulated-Transport"},
	{61440, "Check Point IPSec UDP Encapsulation"},
	{61443, "UDP-Encapsulated-Tunnel (draft)"},
	{61444, "UDP-Encapsulated-Transport (draft)"},
};

static const struct word auth_words[] = {
	{0, "RESERVED"},      {1, "HMAC-MD5"},      {2, "HMAC-SHA"},      {3, "DES-MAC"},
	{4, "KPDK"},          {5, "HMAC-SHA2-256"}, {6, "HMAC-SHA2-384"}, {7, "HMAC-SHA2-512"},
	{8, "HMAC-RIPEMD"},   {9, "AES-XCBC-MAC"},  {10, "SIG-RSA"},      {11, "AES-128-GMAC"},
	{12, "AES-192-GMAC"}, {13, "AES-256-GMAC"},
};

static const struct word ecn_words[] = {
	{0, "RESERVED"},
	{1, "Allowed"},
	{2, "Forbidden"},
};

static const struct word sequence_words[] = {
	{0, "RESERVED"},
	{1, "64-bit Sequence Number"},
};

static const struct word preservation_words[] = {
	{0, "Reserved"},
	{1, "None"},
	{2, "Source-Only"},
	{3, "Destination-Only"},
	{4, "Source-and-Destination"},
};

static const struct word direction_words[] = {
	{0, "Reserved"},
	{1, "Sender-Only"},
	{2, "Receiver-Only"},
	{3, "Symmetric"},
};

static const struct word attr_2_types[] = {
	{0, "Reserved", 13},           {14, "Key Length"},
	{15, "Reserved", 17},          {18, "Unassigned (Future use)", 16383},
	{16384, "Private use", 32767},
};

static const struct field fields[] = {
	[SA] = {"isakmp.sa", "Security Association", PROTO},
	IKE_HEAD_FIELDS,
	[DOI] = {"isakmp.sa.doi", "Domain of interpretation", U32, DEC, .words = &ike_doi,
		 .help = "Whose rules the numbers follow", .ref = "RFC 2408, 3.4"},
	[SITUATION] = {"isakmp.sa.situation", "Situation", BYTES,
		       .help = "What the association is for", .ref = "RFC 2407, 4.2"},
	[IDENTITY_ONLY] = {"isakmp.sa.situation.identity_only", "Identity Only", BOOL, AT(31, 1),
			   BOX(32, 31), .under = SITUATION, .help = "Only who the ends are matters",
			   .ref = "RFC 2407, 4.2.1"},
	[SECRECY] = {"isakmp.sa.situation.secrecy", "Secrecy", BOOL, AT(30, 1), BOX(32, 30),
		     .under = SITUATION, .help = "Labeled secrecy is needed",
		     .ref = "RFC 2407, 4.2.2"},
	[INTEGRITY] = {"isakmp.sa.situation.integrity", "Integrity", BOOL, AT(29, 1), BOX(32, 29),
		       .under = SITUATION, .help = "Labeled integrity is needed",
		       .ref = "RFC 2407, 4.2.3"},
	[SITUATION_RAW] = {"isakmp.sa.situation", "Situation", BYTES,
			   .help = "What the association is for", .ref = "RFC 2408, 3.4"},
	[NEXT_ATTRIBUTE] = {"isakmp.sa.next_attribute_payload", "SA Attribute Next Payload", BYTES,
			    .help = "What comes behind it", .ref = "RFC 6407, 5.2"},
	[RESERVED2] = {"isakmp.reserved2", "Reserved2", BYTES, .help = "Always 0",
		       .ref = "RFC 6407, 5.2"},
	[PROP_NUMBER] = {"isakmp.prop.number", "Proposal number", U8, DEC, .help = "Which proposal",
			 .ref = "RFC 7296, 3.3.1"},
	[PROP_PROTOCOL_1] = {"isakmp.prop.protoid", "Protocol ID", U32, DEC,
			     .words = &ike_protocols_1, .help = "For which protocol",
			     .ref = "RFC 2407, 4.4.1"},
	[PROP_PROTOCOL_2] = {"isakmp.prop.protoid", "Protocol ID", U32, DEC,
			     .words = &ike_protocols_2, .help = "For which protocol",
			     .ref = "RFC 7296, 3.3.1"},
	[SPI_SIZE] = {"isakmp.spisize", "SPI Size", U8, DEC, .help = "Octets of the SPI",
		      .ref = "RFC 7296, 3.3.1"},
	[PROP_TRANSFORMS] = {"isakmp.prop.transforms", "Proposal transforms", U8, DEC,
			     .help = "How many transforms follow", .ref = "RFC 7296, 3.3.1"},
	[SPI] = {"isakmp.spi", "SPI", BYTES, .help = "The sender's number of the association",
		 .ref = "RFC 7296, 3.3.1"},
	[TRANS_NUMBER] = {"isakmp.trans.number", "Transform number", U8, DEC,
			  .help = "Which transform", .ref = "RFC 2408, 3.6"},
	[TRANS_ID] = {"isakmp.trans.id", "Transform ID", U8, DEC, .help = "Which algorithm",
		      .ref = "RFC 2407, 4.4"},
	[TF_TYPE] = {"isakmp.tf.type", "Transform Type", U8, DEC, WORDS(tf_types),
		     .help = "What is chosen", .ref = "RFC 7296, 3.3.2"},
	[TF_ENCR] = {"isakmp.tf.id.encr", "Transform ID (ENCR)", U16, DEC, WORDS(encr_words),
		     .help = "How it is encrypted", .ref = "RFC 7296, 3.3.2"},
	[TF_PRF] = {"isakmp.tf.id.prf", "Transform ID (PRF)", U16, DEC, WORDS(prf_words),
		    .help = "How keys are made", .ref = "RFC 7296, 3.3.2"},
	[TF_INTEG] = {"isakmp.tf.id.integ", "Transform ID (INTEG)", U16, DEC,
		      .words = &ike_integrity, .help = "What protects from changes",
		      .ref = "RFC 7296, 3.3.2"},
	[TF_DH] = {"isakmp.tf.id.dh", "Transform ID (D-H)", U16, DEC, .words = &ike_groups,
		   .help = "The group of the key exchange", .ref = "RFC 7296, 3.3.2"},
	[TF_ESN] = {"isakmp.tf.id.esn", "Transform ID (ESN)", U16, DEC, WORDS(esn_words),
		    .help = "Whether sequence numbers have 64 bits", .ref = "RFC 7296, 3.3.2"},
	[TF_ID] = {"isakmp.tf.id", "Transform ID", U16, DEC, .help = "Which algorithm",
		   .ref = "RFC 7296, 3.3.2"},
	IKE_ATTRIBUTE_FIELDS(ATTR, "isakmp.ike.attr", "IKE Attribute", "of a phase 1 transform",
			     .words = &ike_attribute_types, "Format", "Type"),
	[ENCRYPTION] = {"isakmp.ike.attr.encryption_algorithm", "Encryption Algorithm", U16, DEC,
			.under = ATTR, WORDS(encryption_words), .help = "How it is encrypted",
			.ref = "RFC 2409, Appendix A"},
	[HASH] = {"isakmp.ike.attr.hash_algorithm", "HASH Algorithm", U16, DEC, .under = ATTR,
		  WORDS(hash_words), .help = "Which hash", .ref = "RFC 2409, Appendix A"},
	[METHOD] = {"isakmp.ike.attr.authentication_method", "Authentication Method", U16, DEC,
		    .under = ATTR, WORDS(method_words), .help = "How the ends prove who they are",
		    .ref = "RFC 2409, Appendix A"},
	[GROUP] = {"isakmp.ike.attr.group_description", "Group Description", U16, DEC,
		   .under = ATTR, .words = &ike_groups, .help = "The group of the key exchange",
		   .ref = "RFC 2409, Appendix A"},
	[GROUP_TYPE] = {"isakmp.ike.attr.group_type", "Group Type", U16, DEC, .under = ATTR,
			WORDS(group_type_words), .help = "What kind of group",
			.ref = "RFC 2409, Appendix A"},
	[PRIME] = {"isakmp.ike.attr.group_prime", "Group Prime", BYTES, .under = ATTR,
		   .help = "The prime, or the polynomial", .ref = "RFC 2409, Appendix A"},
	[GENERATOR_1] = {"isakmp.ike.attr.group_generator_one", "Group Generator One", BYTES,
			 .under = ATTR, .help = "A generator", .ref = "RFC 2409, Appendix A"},
	[GENERATOR_2] = {"isakmp.ike.attr.group_generator_two", "Group Generator Two", BYTES,
			 .under = ATTR, .help = "Another one", .ref = "RFC 2409, Appendix A"},
	[CURVE_A] = {"isakmp.ike.attr.group_curve_a", "Group Curve A", BYTES, .under = ATTR,
		     .help = "A parameter of the curve", .ref = "RFC 2409, Appendix A"},
	[CURVE_B] = {"isakmp.ike.attr.group_curve_b", "Group Curve B", BYTES, .under = ATTR,
		     .help = "Another one", .ref = "RFC 2409, Appendix A"},
	[LIFE_TYPE] = {"isakmp.ike.attr.life_type", "Life Type", U16, DEC, .under = ATTR,
		       .words = &ike_life_types, .help = "What the duration counts",
		       .ref = "RFC 2409, Appendix A"},
	IKE_DURATION_FIELDS(LIFE, "isakmp.ike.attr", ATTR),
	[PRF] = {"isakmp.ike.attr.prf", "PRF", BYTES, .under = ATTR, .help = "How keys are made",
		 .ref = "RFC 2409, Appendix A"},
	[KEY_LEN] = {"isakmp.ike.attr.key_length", "Key Length", U16, DEC, .under = ATTR,
		     .help = "Bits of the key", .ref = "RFC 2409, Appendix A"},
	[FIELD_SIZE] = {"isakmp.ike.attr.field_size", "Field Size", BYTES, .under = ATTR,
			.help = "Bits of the field", .ref = "RFC 2409, Appendix A"},
	[ORDER] = {"isakmp.ike.attr.group_order", "Group Order", BYTES, .under = ATTR,
		   .help = "How many elements the group has", .ref = "RFC 2409, Appendix A"},
	[BLOCK_SIZE] = {"isakmp.ike.attr.block_size", "Block Size", BYTES, .under = ATTR,
			.help = "Octets of a block", .ref = "RFC 2409, Appendix A"},
	[ASYMMETRIC] = {"isakmp.ike.attr.asymmetric_cryptographic_algorithm_type",
			"Asymmetric Cryptographic Algorithm Type", U16, DEC, .under = ATTR,
			WORDS(asymmetric_words), .help = "Which kind of key pair"},
	IKE_ATTRIBUTE_FIELDS(IPSEC, "isakmp.ipsec.attr", "IPsec Attribute",
			     "of a phase 2 transform", .words = &ipsec_attribute_types, "Format",
			     "Type"),
	[IPSEC_LIFE_TYPE] = {"isakmp.ipsec.attr.life_type", "Life Type", U16, DEC, .under = IPSEC,
			     .words = &ike_life_types, .help = "What the duration counts",
			     .ref = "RFC 2407, 4.5"},
	IKE_DURATION_FIELDS(IPSEC_LIFE, "isakmp.ipsec.attr", IPSEC),
	[IPSEC_GROUP] = {"isakmp.ipsec.attr.group_description", "Group Description", U16, DEC,
			 .under = IPSEC, .words = &ike_groups,
			 .help = "The group of the key exchange", .ref = "RFC 2407, 4.5"},
	[ENCAP_MODE] = {"isakmp.ipsec.attr.encap_mode", "Encapsulation Mode", U16, DEC,
			.under = IPSEC, WORDS(encap_words), .help = "Tunnel or transport",
			.ref = "RFC 2407, 4.5"},
	[AUTH_ALGORITHM] = {"isakmp.ipsec.attr.auth_algorithm", "Authentication Algorithm", U16,
			    DEC, .under = IPSEC, WORDS(auth_words),
			    .help = "What protects from changes", .ref = "RFC 2407, 4.5"},
	[IPSEC_KEY_LEN] = {"isakmp.ipsec.attr.key_length", "Key Length", U16, DEC, .under = IPSEC,
			   .help = "Bits of the key", .ref = "RFC 2407, 4.5"},
	[KEY_ROUNDS] = {"isakmp.ipsec.attr.key_rounds", "Key Rounds", U16, DEC, .under = IPSEC,
			.help = "How many rounds", .ref = "RFC 2407, 4.5"},
	[DICT_SIZE] = {"isakmp.ipsec.attr.cmpr_dict_size", "Compress Dictionary Size", U16, DEC,
		       .under = IPSEC, .help = "The dictionary, as a power of two",
		       .ref = "RFC 2407, 4.5"},
	[CMPR_ALGORITHM] = {"isakmp.ipsec.attr.cmpr_algorithm", "Compress Private Algorithm", BYTES,
			    .under = IPSEC, .help = "A vendor and its algorithm",
			    .ref = "RFC 2407, 4.5"},
	[ECN_TUNNEL] = {"isakmp.ipsec.attr.ecn_tunnel", "ECN Tunnel", U16, DEC, .under = IPSEC,
			WORDS(ecn_words), .help = "Whether congestion marks pass the tunnel",
			.ref = "RFC 3168, 9.2"},
	[EXT_SEQUENCE] = {"isakmp.ipsec.attr.ext_seq_nbr", "Extended (64-bit) Sequence Number", U16,
			  DEC, .under = IPSEC, WORDS(sequence_words),
			  .help = "Whether sequence numbers have 64 bits", .ref = "RFC 4304, 2"},
	[AUTH_KEY_LEN] = {"isakmp.ipsec.attr.auth_key_length", "Authentication Key Length", U16,
			  DEC, .under = IPSEC, .help = "Bits of the key", .ref = "RFC 4359, 4"},
	[SIG_ENCODING] = {"isakmp.ipsec.attr.sig_enco_algorithm", "Signature Encoding Algorithm",
			  BYTES, .under = IPSEC, .help = "How signatures are written",
			  .ref = "RFC 4359, 4"},
	[ADDR_PRESERVATION] = {"isakmp.ipsec.attr.addr_preservation", "Address Preservation", U16,
			       DEC, .under = IPSEC, WORDS(preservation_words),
			       .help = "Which addresses the tunnel keeps",
			       .ref = "RFC 6407, 5.4.1"},
	[DIRECTION] = {"isakmp.ipsec.attr.sa_direction", "SA Direction", U16, DEC, .under = IPSEC,
		       WORDS(direction_words), .help = "Who may send", .ref = "RFC 6407, 5.4.1"},
	IKE_ATTRIBUTE_FIELDS(ATTR_2, "isakmp.ike2.attr", "Transform Attribute",
			     "of a transform of version 2", WORDS(attr_2_types), "Format", "Type"),
	[ATTR_2_KEY_LEN] = {"isakmp.ike2.attr.key_length", "Key Length", U16, DEC, .under = ATTR_2,
			    .help = "Bits of the key", .ref = "RFC 7296, 3.3.5"},
};

static const struct ike_attribute phase_1[] = {
	{1, ENCRYPTION, IKE_WORD},
	{2, HASH, IKE_WORD},
	{3, METHOD, IKE_WORD},
	{4, GROUP, IKE_WORD},
	{5, GROUP_TYPE, IKE_WORD},
	{6, PRIME},
	{7, GENERATOR_1},
	{8, GENERATOR_2},
	{9, CURVE_A},
	{10, CURVE_B},
	{11, LIFE_TYPE, IKE_WORD},
	{12, LIFE, IKE_DURATION},
	{13, PRF},
	{14, KEY_LEN, IKE_NUMBER},
	{15, FIELD_SIZE},
	{16, ORDER},
	{17, BLOCK_SIZE},
	{20, ASYMMETRIC, IKE_WORD},
};
static const struct ike_attribute phase_2[] = {
	{1, IPSEC_LIFE_TYPE, IKE_WORD},
	{2, IPSEC_LIFE, IKE_DURATION},
	{3, IPSEC_GROUP, IKE_WORD},
	{4, ENCAP_MODE, IKE_WORD},
	{5, AUTH_ALGORITHM, IKE_WORD},
	{6, IPSEC_KEY_LEN, IKE_NUMBER},
	{7, KEY_ROUNDS, IKE_NUMBER},
	{8, DICT_SIZE},
	{9, CMPR_ALGORITHM},
	{10, ECN_TUNNEL, IKE_WORD},
	{11, EXT_SEQUENCE, IKE_WORD},
	{12, AUTH_KEY_LEN, IKE_NUMBER},
	{13, SIG_ENCODING},
	{14, ADDR_PRESERVATION, IKE_WORD},
	{15, DIRECTION, IKE_WORD},
};
static const struct ike_attribute version_2[] = {{14, ATTR_2_KEY_LEN, IKE_NUMBER}};

static const struct ike_attributes phase_1_kind = {"IKE Attribute", ATTR, false, phase_1,
						   COUNT(phase_1)};
static const struct ike_attributes phase_2_kind = {"IPsec Attribute", IPSEC, false, phase_2,
						   COUNT(phase_2)};
static const struct ike_attributes version_2_kind = {"Transform Attribute", ATTR_2, false,
						     version_2, COUNT(version_2)};

/* What an algorithm of version 1 is called. */
static void label_algorithm(struct walk *w, unsigned protocol, unsigned id)
{
	static const struct words algorithms[] = {
		[PROTO_ISAKMP] = {key_words, COUNT(key_words)},
		[PROTO_AH] = {ah_words, COUNT(ah_words)},
		[PROTO_ESP] = {esp_words, COUNT(esp_words)},
		[PROTO_IPCOMP] = {ipcomp_words, COUNT(ipcomp_words)},
	};
	static const char *const unknown[] = {
		[PROTO_ISAKMP] = "UNKNOWN-TRANS-TYPE",
		[PROTO_AH] = "UNKNOWN-AH-TRANS-TYPE",
		[PROTO_ESP] = "UNKNOWN-ESP-TRANS-TYPE",
		[PROTO_IPCOMP] = "UNKNOWN-IPCOMP-TRANS-TYPE",
	};
	const char *word;

	if (!protocol || protocol >= COUNT(algorithms))
		return;
	word = word_for(&algorithms[protocol], id);
	label_value(w, "%s (%u)", word ? word : unknown[protocol], id);
}

static void put_transform_1(struct walk *w, struct cursor *c, unsigned protocol, uint32_t group)
{
	unsigned number = (unsigned)put(w, c, TRANS_NUMBER, 1), id;

	label_tail_of(w, group, " # %u", number);
	id = (unsigned)put(w, c, TRANS_ID, 1);
	label_algorithm(w, protocol, id);
	put(w, c, IKE_RESERVED, 2);
	ike_attributes(w, c, protocol == PROTO_ISAKMP ? &phase_1_kind : &phase_2_kind);
}

static void put_transform_2(struct walk *w, struct cursor *c)
{
	static const uint16_t rows[] = {TF_ID, TF_ENCR, TF_PRF, TF_INTEG, TF_DH, TF_ESN};
	unsigned type = (unsigned)put(w, c, TF_TYPE, 1);

	put(w, c, IKE_RESERVED, 1);
	put(w, c, type < COUNT(rows) ? rows[type] : TF_ID, 2);
	ike_attributes(w, c, &version_2_kind);
}

/* One of a proposal's transforms; false: nothing can follow it. */
static bool put_transform(struct walk *w, struct layer *l, struct cursor *c, unsigned protocol)
{
	uint32_t len = 0, group = open_value(w, IKE_PAYLOAD, c->at, IKE_TRANSFORM);
	struct cursor body;

	ike_head(w, l, c, IKE_TRANSFORM, &len);
	body = cursor_first(*c, len < 4 ? 0 : len - 4);

	if (!c->bad && len >= 4) {
		if (ike_version(l) == 1)
			put_transform_1(w, &body, protocol, group);
		else
			put_transform_2(w, &body);
		cursor_take(c, len - 4);
	}
	if (body.bad && !c->bad)
		c->bad = body.bad;
	shut_group(w, group, c);
	return len >= 4;
}

static void put_proposal(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = w->last;
	unsigned number, protocol, n;
	uint32_t spi;

	number = (unsigned)put(w, c, PROP_NUMBER, 1);
	label_tail_of(w, group, " # %u", number);
	protocol = (unsigned)put(w, c, ike_version(l) == 1 ? PROP_PROTOCOL_1 : PROP_PROTOCOL_2, 1);
	spi = (uint32_t)put(w, c, SPI_SIZE, 1);
	n = (unsigned)put(w, c, PROP_TRANSFORMS, 1);
	if (spi)
		put(w, c, SPI, spi);
	while (n-- && c->left.wire && !c->bad && put_transform(w, l, c, protocol))
		;
}

static void put_situation(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned doi = (unsigned)put(w, c, DOI, 4), next;

	switch (doi) {
	case DOI_IPSEC:
		put(w, c, SITUATION, 4);
		ike_chain(w, l, c, IKE_PROPOSAL);
		break;
	case DOI_GDOI:
		put(w, c, SITUATION_RAW, 4);
		peek = *c;
		next = u16(&peek);
		put(w, c, NEXT_ATTRIBUTE, 2);
		put(w, c, RESERVED2, 2);
		if ((next == IKE_SAK || next == IKE_SAT) && !c->bad && also_by(l, 0, next))
			*c = walk_part(w, also_by(l, 0, next), *c);
		break;
	default:
		ike_rest(w, c, SITUATION_RAW);
		break;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (ike_type(l) == IKE_PROPOSAL)
		put_proposal(w, l, c);
	else if (ike_version(l) == 1)
		put_situation(w, l, c);
	else
		ike_chain(w, l, c, IKE_PROPOSAL);
}

static const struct hang hangs[] = {{"isakmp.payload", IKE_SA},
				    {"isakmp.payload", IKE_PROPOSAL},
				    {"isakmp.payload", IKE_SA_2},
				    {0}};

const struct proto proto_isakmp_sa = {
	.brief = "ISAKMP",
	.no_column = true,
	.bare = true,
	.prefix = "isakmp",
	.spec = "RFC 7296",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"isakmp.payload"}},
	.hangs = hangs,
	.rest = rest,
};
