/* SPDX-License-Identifier: BSD-2-Clause */
/* X.509: certificates, with their extensions. */
/* RFC 5280; ITU-T X.509. */
#include "shared/asn1.h"

enum {
	ROOT,
	SIGNED,
	VERSION,
	SERIAL,
	SIGNATURE,
	ALGORITHM_ID,
	ISSUER,
	IF_RDN,
	RDN,
	RDN_ITEM,
	ATTRIBUTE,
	COUNTRY,
	DIRECTORY,
	TELETEX,
	PRINTABLE,
	UNIVERSAL,
	BMP,
	UTF8,
	SAT_PRINTABLE,
	SAT_IA5,
	VALIDITY,
	NOT_BEFORE,
	NOT_AFTER,
	UTC_TIME,
	GENERAL_TIME,
	SUBJECT,
	AF_RDN,
	KEY_INFO,
	ALGORITHM,
	DSS,
	DSS_P,
	DSS_Q,
	DSS_G,
	KEY,
	ISSUER_UID,
	SUBJECT_UID,
	EXTENSIONS,
	EXTENSION,
	EXTENSION_ID,
	CRITICAL,
	ALG_IDENTIFIER,
	ENCRYPTED,
	PADDING,
	NULL_TAG,
	PKIX_EXTENSION,
	PKIX_ID,
	PKIX_CRITICAL,
	OCSP_NONCE,
	OCSP_NULL,
	OCSP_RESPONSES,
	OCSP_RESPONSE,
	OCSP_CUTOFF,
	AUTHORITY_KEY,
	KEY_ID,
	CERT_ISSUER,
	CERT_SERIAL,
	SUBJECT_KEY,
	KEY_USAGE,
	KU_SIGN,
	KU_COMMIT,
	KU_KEY,
	KU_DATA,
	KU_AGREE,
	KU_CERT,
	KU_CRL,
	KU_ENCIPHER,
	KU_DECIPHER,
	PURPOSES,
	PURPOSE,
	POLICIES,
	POLICY,
	POLICY_ID,
	QUALIFIERS,
	QUALIFIER,
	QUALIFIER_ID,
	CPS,
	NOTICE,
	NOTICE_REF,
	ORGANIZATION,
	NUMBERS,
	NUMBER,
	TEXT,
	T_IA5,
	T_VISIBLE,
	T_BMP,
	T_UTF8,
	MAPPINGS,
	MAPPING,
	MAP_ISSUER,
	MAP_SUBJECT,
	NAMES,
	NAME,
	OTHER_NAME,
	TYPE_ID,
	RFC822,
	DNS,
	X400,
	DIR_NAME,
	EDI,
	URI,
	IP,
	IP4,
	IP6,
	REGISTERED,
	BASIC,
	CA,
	PATH_LEN,
	NAME_LIMITS,
	PERMITTED,
	EXCLUDED,
	SUBTREE,
	BASE,
	MINIMUM,
	MAXIMUM,
	POLICY_LIMITS,
	REQUIRE,
	INHIBIT,
	SKIP,
	CRL_NUMBER,
	POINTS,
	POINT,
	POINT_NAME,
	FULL_NAME,
	REL_NAME,
	REASONS,
	CRL_ISSUER,
	PERIOD,
	P_BEFORE,
	P_AFTER,
	AIA,
	ACCESS,
	METHOD,
	LOCATION,
	FEATURES,
	FEATURE,
	NS_TYPE,
	NS_CLIENT,
	NS_SERVER,
	NS_SMIME,
	NS_OBJECT,
	NS_RESERVED,
	NS_SSL_CA,
	NS_SMIME_CA,
	NS_OBJECT_CA,
	NS_BASE,
	NS_REVOKE,
	NS_CA_REVOKE,
	NS_RENEW,
	NS_POLICY,
	NS_NAME,
	NS_COMMENT,
};

static const struct word versions[] = {{0, "v1"}, {1, "v2"}, {2, "v3"}};
static const struct word names[] = {{0, "rdnSequence"}};
static const struct word strings[] = {{0, "teletexString"},
				      {1, "printableString"},
				      {2, "universalString"},
				      {3, "bmpString"},
				      {4, "uTF8String"}};
static const struct word times[] = {{0, "utcTime"}, {1, "generalizedTime"}};
static const struct word general_names[] = {{0, "otherName"},
					    {1, "rfc822Name"},
					    {2, "dNSName"},
					    {3, "x400Address"},
					    {4, "directoryName"},
					    {5, "ediPartyName"},
					    {6, "uniformResourceIdentifier"},
					    {7, "iPAddress"},
					    {8, "registeredID"}};
static const struct word point_names[] = {{0, "fullName"}, {1, "nameRelativeToCRLIssuer"}};
static const struct word texts[] = {
	{0, "ia5String"}, {1, "visibleString"}, {2, "bmpString"}, {3, "utf8String"}};

static const struct field fields[] = {
	[ROOT] = {"x509af.der", "X.509 Certificate", PROTO,
		  .help = "Whose a public key is, signed"},
	[SIGNED] = {"x509af.signedCertificate_element", "signedCertificate", NONE,
		    .help = "What the authority signed", .ref = "RFC 5280, 4"},
	[VERSION] = {"x509af.version", "version", I32, DEC, WORDS(versions),
		     .help = "Version of the certificate", .ref = "RFC 5280, 4"},
	[SERIAL] = {"x509af.serialNumber", "serialNumber", BYTES,
		    .help = "Number that the authority gave it", .ref = "RFC 5280, 4"},
	[SIGNATURE] = {"x509af.signature_element", "signature", NONE, .help = "How it is signed",
		       .ref = "RFC 5280, 4"},
	[ALGORITHM_ID] = {"x509af.algorithm.id", "Algorithm Id", OID, .help = "Which algorithm",
			  .ref = "RFC 5280, 4"},
	[ISSUER] = {"x509af.issuer", "issuer", U32, DEC, WORDS(names), .help = "Who signed it",
		    .ref = "RFC 5280, 4"},
	[IF_RDN] = {"x509if.rdnSequence", "rdnSequence", U32, DEC, .traits = BORROWED,
		    .help = "A name, from the country down", .ref = "RFC 5280, 4"},
	[RDN] = {"x509if.RDNSequence_item", "RDNSequence item", U32, DEC, .traits = BORROWED,
		 .help = "A step of the name", .ref = "RFC 5280, 4"},
	[RDN_ITEM] = {"x509if.RelativeDistinguishedName_item_element",
		      "RelativeDistinguishedName item", NONE, .traits = BORROWED,
		      .help = "An attribute of the step", .ref = "RFC 5280, 4"},
	[ATTRIBUTE] = {"x509if.oid", "Object Id", OID, .traits = BORROWED,
		       .help = "Which attribute", .ref = "RFC 5280, 4"},
	[COUNTRY] = {"x509sat.CountryName", "CountryName", STRING, .traits = BORROWED,
		     .help = "The country", .ref = "RFC 5280, 4"},
	[DIRECTORY] = {"x509sat.DirectoryString", "DirectoryString", U32, DEC, WORDS(strings),
		       .traits = BORROWED, .help = "A text of some kind", .ref = "RFC 5280, 4"},
	[TELETEX] = {"x509sat.teletexString", "teletexString", STRING, .traits = BORROWED,
		     .help = "Text in T.61", .ref = "RFC 5280, 4"},
	[PRINTABLE] = {"x509sat.printableString", "printableString", STRING, .traits = BORROWED,
		       .help = "Text in a small alphabet", .ref = "RFC 5280, 4"},
	[UNIVERSAL] = {"x509sat.universalString", "universalString", STRING, .traits = BORROWED,
		       .help = "Text in UTF-32", .ref = "RFC 5280, 4"},
	[BMP] = {"x509sat.bmpString", "bmpString", STRING, .traits = BORROWED,
		 .help = "Text in UTF-16", .ref = "RFC 5280, 4"},
	[UTF8] = {"x509sat.uTF8String", "uTF8String", STRING, .traits = BORROWED,
		  .help = "Text in UTF-8", .ref = "RFC 5280, 4"},
	[SAT_PRINTABLE] = {"x509sat.PrintableString", "PrintableString", STRING, .traits = BORROWED,
			   .help = "Text in a small alphabet", .ref = "RFC 5280, 4"},
	[SAT_IA5] = {"x509sat.IA5String", "IA5String", STRING, .traits = BORROWED,
		     .help = "Text in ASCII", .ref = "RFC 5280, 4"},
	[VALIDITY] = {"x509af.validity_element", "validity", NONE,
		      .help = "From when to when it is good", .ref = "RFC 5280, 4"},
	[NOT_BEFORE] = {"x509af.notBefore", "notBefore", U32, DEC, WORDS(times),
			.help = "From when", .ref = "RFC 5280, 4"},
	[NOT_AFTER] = {"x509af.notAfter", "notAfter", U32, DEC, WORDS(times), .help = "To when",
		       .ref = "RFC 5280, 4"},
	[UTC_TIME] = {"x509af.utcTime", "utcTime", STRING, .help = "A time, the year in two digits",
		      .ref = "RFC 5280, 4"},
	[GENERAL_TIME] = {"x509af.generalizedTime", "generalizedTime", ABSTIME, UTC,
			  .help = "A time", .ref = "RFC 5280, 4"},
	[SUBJECT] = {"x509af.subject", "subject", U32, DEC, WORDS(names),
		     .help = "Whose certificate it is", .ref = "RFC 5280, 4"},
	[AF_RDN] = {"x509af.rdnSequence", "rdnSequence", U32, DEC,
		    .help = "A name, from the country down", .ref = "RFC 5280, 4"},
	[KEY_INFO] = {"x509af.subjectPublicKeyInfo_element", "subjectPublicKeyInfo", NONE,
		      .help = "The key and what it is for", .ref = "RFC 5280, 4"},
	[ALGORITHM] = {"x509af.algorithm_element", "algorithm", NONE, .help = "Which kind of key",
		       .ref = "RFC 5280, 4"},
	[DSS] = {"x509af.DSS_Params_element", "DSS-Params", NONE, .help = "Parameters of a DSA key",
		 .ref = "RFC 5280, 4"},
	[DSS_P] = {"x509af.p", "p", BYTES, .help = "The prime", .ref = "RFC 5280, 4"},
	[DSS_Q] = {"x509af.q", "q", BYTES, .help = "The order", .ref = "RFC 5280, 4"},
	[DSS_G] = {"x509af.g", "g", BYTES, .help = "The generator", .ref = "RFC 5280, 4"},
	[KEY] = {"x509af.subjectPublicKey", "subjectPublicKey", BYTES, .help = "The public key",
		 .ref = "RFC 5280, 4"},
	[ISSUER_UID] = {"x509af.issuerUniqueIdentifier", "issuerUniqueIdentifier", BYTES,
			.help = "Tells issuers of the same name apart", .ref = "RFC 5280, 4"},
	[SUBJECT_UID] = {"x509af.subjectUniqueIdentifier", "subjectUniqueIdentifier", BYTES,
			 .help = "Tells subjects of the same name apart", .ref = "RFC 5280, 4"},
	[EXTENSIONS] = {"x509af.extensions", "extensions", U32, DEC,
			.help = "What else there is to say", .ref = "RFC 5280, 4"},
	[EXTENSION] = {"x509af.Extension_element", "Extension", NONE, .help = "One of them",
		       .ref = "RFC 5280, 4"},
	[EXTENSION_ID] = {"x509af.extension.id", "Extension Id", OID, .help = "Which extension",
			  .ref = "RFC 5280, 4"},
	[CRITICAL] = {"x509af.critical", "critical", BOOL,
		      .help = "Who doesn't know it must not trust the certificate",
		      .ref = "RFC 5280, 4"},
	[ALG_IDENTIFIER] = {"x509af.algorithmIdentifier_element", "algorithmIdentifier", NONE,
			    .help = "How it is signed", .ref = "RFC 5280, 4"},
	[ENCRYPTED] = {"x509af.encrypted", "encrypted", BYTES, .help = "The signature",
		       .ref = "RFC 5280, 4"},
	[PADDING] = {"ber.bitstring.padding", "Padding", U8, DEC, .traits = BORROWED,
		     .help = "Bits of the last octet that don't count"},
	[NULL_TAG] = {"ber.null_tag", "NULL tag", NONE, .traits = BORROWED, .help = "Nothing"},
	[PKIX_EXTENSION] = {"pkix1explicit.Extension_element", "Extension", NONE,
			    .traits = BORROWED, .help = "More about it", .ref = "RFC 5280, 4.1"},
	[PKIX_ID] = {"pkix1explicit.id", "Id", STRING, .traits = BORROWED, .help = "What it tells",
		     .ref = "RFC 5280, 4.1"},
	[PKIX_CRITICAL] = {"pkix1explicit.critical", "critical", BOOL, .traits = BORROWED,
			   .help = "Who doesn't know it must refuse", .ref = "RFC 5280, 4.1"},
	[OCSP_NONCE] = {"ocsp.ReOcspNonce", "ReOcspNonce", BYTES, .traits = BORROWED,
			.help = "The same in request and response", .ref = "RFC 8954, 2.1"},
	[OCSP_NULL] = {"ocsp.NULL_element", "NULL", NONE, .traits = BORROWED,
		       .help = "Nobody need ask about this one", .ref = "RFC 6960, 4.2.2.2.1"},
	[OCSP_RESPONSES] = {"ocsp.AcceptableResponses", "AcceptableResponses", U32, DEC,
			    .traits = BORROWED, .help = "Kinds of answers that are understood",
			    .ref = "RFC 6960, 4.4.3"},
	[OCSP_RESPONSE] = {"ocsp.AcceptableResponses_item", "AcceptableResponses item", OID,
			   .traits = BORROWED, .help = "One of them", .ref = "RFC 6960, 4.4.3"},
	[OCSP_CUTOFF] = {"ocsp.ArchiveCutoff", "ArchiveCutoff", ABSTIME, UTC, .traits = BORROWED,
			 .help = "How far back it knows", .ref = "RFC 6960, 4.4.4"},
	[AUTHORITY_KEY] = {"x509ce.AuthorityKeyIdentifier_element", "AuthorityKeyIdentifier", NONE,
			   .traits = BORROWED, .help = "Which of the issuer's keys signed",
			   .ref = "RFC 5280, 4"},
	[KEY_ID] = {"x509ce.keyIdentifier", "keyIdentifier", BYTES, .traits = BORROWED,
		    .help = "A hash of the key", .ref = "RFC 5280, 4"},
	[CERT_ISSUER] = {"x509ce.authorityCertIssuer", "authorityCertIssuer", U32, DEC,
			 .traits = BORROWED, .help = "Who signed the issuer's certificate",
			 .ref = "RFC 5280, 4"},
	[CERT_SERIAL] = {"x509ce.authorityCertSerialNumber", "authorityCertSerialNumber", BYTES,
			 .traits = BORROWED, .help = "Number of the issuer's certificate",
			 .ref = "RFC 5280, 4"},
	[SUBJECT_KEY] = {"x509ce.SubjectKeyIdentifier", "SubjectKeyIdentifier", BYTES,
			 .traits = BORROWED, .help = "A hash of the subject's key",
			 .ref = "RFC 5280, 4"},
	[KEY_USAGE] = {"x509ce.KeyUsage", "KeyUsage", BYTES, .traits = BORROWED,
		       .help = "What the key may be used for", .ref = "RFC 5280, 4"},
	[KU_SIGN] = {"x509ce.KeyUsage.digitalSignature", "digitalSignature", BOOL,
		     .traits = BORROWED, .help = "It may sign", .ref = "RFC 5280, 4"},
	[KU_COMMIT] = {"x509ce.KeyUsage.contentCommitment", "contentCommitment", BOOL,
		       .traits = BORROWED, .help = "It may bind its owner", .ref = "RFC 5280, 4"},
	[KU_KEY] = {"x509ce.KeyUsage.keyEncipherment", "keyEncipherment", BOOL, .traits = BORROWED,
		    .help = "It may encrypt keys", .ref = "RFC 5280, 4"},
	[KU_DATA] = {"x509ce.KeyUsage.dataEncipherment", "dataEncipherment", BOOL,
		     .traits = BORROWED, .help = "It may encrypt data", .ref = "RFC 5280, 4"},
	[KU_AGREE] = {"x509ce.KeyUsage.keyAgreement", "keyAgreement", BOOL, .traits = BORROWED,
		      .help = "It may agree on keys", .ref = "RFC 5280, 4"},
	[KU_CERT] = {"x509ce.KeyUsage.keyCertSign", "keyCertSign", BOOL, .traits = BORROWED,
		     .help = "It may sign certificates", .ref = "RFC 5280, 4"},
	[KU_CRL] = {"x509ce.KeyUsage.cRLSign", "cRLSign", BOOL, .traits = BORROWED,
		    .help = "It may revoke certificates", .ref = "RFC 5280, 4"},
	[KU_ENCIPHER] = {"x509ce.KeyUsage.encipherOnly", "encipherOnly", BOOL, .traits = BORROWED,
			 .help = "It may but encrypt when it agrees", .ref = "RFC 5280, 4"},
	[KU_DECIPHER] = {"x509ce.KeyUsage.decipherOnly", "decipherOnly", BOOL, .traits = BORROWED,
			 .help = "It may but decrypt when it agrees", .ref = "RFC 5280, 4"},
	[PURPOSES] = {"x509ce.KeyPurposeIDs", "KeyPurposeIDs", U32, DEC, .traits = BORROWED,
		      .help = "What the key is for", .ref = "RFC 5280, 4"},
	[PURPOSE] = {"x509ce.KeyPurposeId", "KeyPurposeId", OID, .traits = BORROWED,
		     .help = "A purpose", .ref = "RFC 5280, 4"},
	[POLICIES] = {"x509ce.CertificatePoliciesSyntax", "CertificatePoliciesSyntax", U32, DEC,
		      .traits = BORROWED, .help = "Rules that it was issued by",
		      .ref = "RFC 5280, 4"},
	[POLICY] = {"x509ce.PolicyInformation_element", "PolicyInformation", NONE,
		    .traits = BORROWED, .help = "One of them", .ref = "RFC 5280, 4"},
	[POLICY_ID] = {"x509ce.policyIdentifier", "policyIdentifier", OID, .traits = BORROWED,
		       .help = "Which rules", .ref = "RFC 5280, 4"},
	[QUALIFIERS] = {"x509ce.policyQualifiers", "policyQualifiers", U32, DEC, .traits = BORROWED,
			.help = "What else there is to say of them", .ref = "RFC 5280, 4"},
	[QUALIFIER] = {"x509ce.PolicyQualifierInfo_element", "PolicyQualifierInfo", NONE,
		       .traits = BORROWED, .help = "One remark", .ref = "RFC 5280, 4"},
	[QUALIFIER_ID] = {"x509ce.id", "Id", OID, .traits = BORROWED, .help = "What kind of remark",
			  .ref = "RFC 5280, 4"},
	[CPS] = {"pkix1explicit.DirectoryString", "DirectoryString", STRING, .traits = BORROWED,
		 .help = "Where the rules stand"},
	[NOTICE] = {"pkix1implicit.UserNotice_element", "UserNotice", NONE, .traits = BORROWED,
		    .help = "What a user should read", .ref = "RFC 5280, 4"},
	[NOTICE_REF] = {"pkix1implicit.noticeRef_element", "noticeRef", NONE, .traits = BORROWED,
			.help = "Where it stands", .ref = "RFC 5280, 4"},
	[ORGANIZATION] = {"pkix1implicit.organization", "organization", U32, DEC, WORDS(texts),
			  .traits = BORROWED, .help = "Whose text it is", .ref = "RFC 5280, 4"},
	[NUMBERS] = {"pkix1implicit.noticeNumbers", "noticeNumbers", U32, DEC, .traits = BORROWED,
		     .help = "Which of its texts", .ref = "RFC 5280, 4"},
	[NUMBER] = {"pkix1implicit.noticeNumbers_item", "noticeNumbers item", I32, DEC,
		    .traits = BORROWED, .help = "One of them", .ref = "RFC 5280, 4"},
	[TEXT] = {"pkix1implicit.explicitText", "explicitText", U32, DEC, WORDS(texts),
		  .traits = BORROWED, .help = "The text itself", .ref = "RFC 5280, 4"},
	[T_IA5] = {"pkix1implicit.ia5String", "ia5String", STRING, .traits = BORROWED,
		   .help = "Text in ASCII", .ref = "RFC 5280, 4"},
	[T_VISIBLE] = {"pkix1implicit.visibleString", "visibleString", STRING, .traits = BORROWED,
		       .help = "Text in ASCII", .ref = "RFC 5280, 4"},
	[T_BMP] = {"pkix1implicit.bmpString", "bmpString", STRING, .traits = BORROWED,
		   .help = "Text in UTF-16", .ref = "RFC 5280, 4"},
	[T_UTF8] = {"pkix1implicit.utf8String", "utf8String", STRING, .traits = BORROWED,
		    .help = "Text in UTF-8", .ref = "RFC 5280, 4"},
	[MAPPINGS] = {"x509ce.PolicyMappingsSyntax", "PolicyMappingsSyntax", U32, DEC,
		      .traits = BORROWED, .help = "Rules that are as good as others",
		      .ref = "RFC 5280, 4"},
	[MAPPING] = {"x509ce.PolicyMappingsSyntax_item_element", "PolicyMappingsSyntax item", NONE,
		     .traits = BORROWED, .help = "A pair of them", .ref = "RFC 5280, 4"},
	[MAP_ISSUER] = {"x509ce.issuerDomainPolicy", "issuerDomainPolicy", OID, .traits = BORROWED,
			.help = "The issuer's", .ref = "RFC 5280, 4"},
	[MAP_SUBJECT] = {"x509ce.subjectDomainPolicy", "subjectDomainPolicy", OID,
			 .traits = BORROWED, .help = "The subject's", .ref = "RFC 5280, 4"},
	[NAMES] = {"x509ce.GeneralNames", "GeneralNames", U32, DEC, .traits = BORROWED,
		   .help = "Names of the subject or issuer", .ref = "RFC 5280, 4"},
	[NAME] = {"x509ce.GeneralName", "GeneralName", U32, DEC, WORDS(general_names),
		  .traits = BORROWED, .help = "One of them", .ref = "RFC 5280, 4"},
	[OTHER_NAME] = {"x509ce.otherName_element", "otherName", NONE, .traits = BORROWED,
			.help = "A name of another kind", .ref = "RFC 5280, 4"},
	[TYPE_ID] = {"x509ce.type_id", "type-id", OID, .traits = BORROWED, .help = "Which kind",
		     .ref = "RFC 5280, 4"},
	[RFC822] = {"x509ce.rfc822Name", "rfc822Name", STRING, .traits = BORROWED,
		    .help = "A mail address", .ref = "RFC 5280, 4"},
	[DNS] = {"x509ce.dNSName", "dNSName", STRING, .traits = BORROWED,
		 .help = "A name of the DNS", .ref = "RFC 5280, 4"},
	[X400] = {"x509ce.x400Address_element", "x400Address", NONE, .traits = BORROWED,
		  .help = "A mail address of old", .ref = "RFC 5280, 4"},
	[DIR_NAME] = {"x509ce.directoryName", "directoryName", U32, DEC, WORDS(names),
		      .traits = BORROWED, .help = "A name of the directory", .ref = "RFC 5280, 4"},
	[EDI] = {"x509ce.ediPartyName_element", "ediPartyName", NONE, .traits = BORROWED,
		 .help = "A business partner", .ref = "RFC 5280, 4"},
	[URI] = {"x509ce.uniformResourceIdentifier", "uniformResourceIdentifier", STRING,
		 .traits = BORROWED, .help = "A URI", .ref = "RFC 5280, 4"},
	[IP] = {"x509ce.iPAddress", "iPAddress", BYTES, .traits = BORROWED,
		.help = "An address, or a network", .ref = "RFC 5280, 4"},
	[IP4] = {"x509ce.IPAddress.ipv4", "iPAddress", IPV4, .traits = BORROWED,
		 .help = "An address", .ref = "RFC 5280, 4"},
	[IP6] = {"x509ce.IPAddress.ipv6", "iPAddress", IPV6, .traits = BORROWED,
		 .help = "An address", .ref = "RFC 5280, 4"},
	[REGISTERED] = {"x509ce.registeredID", "registeredID", OID, .traits = BORROWED,
			.help = "An identifier", .ref = "RFC 5280, 4"},
	[BASIC] = {"x509ce.BasicConstraintsSyntax_element", "BasicConstraintsSyntax", NONE,
		   .traits = BORROWED, .help = "Whether it may sign certificates",
		   .ref = "RFC 5280, 4"},
	[CA] = {"x509ce.cA", "cA", BOOL, .traits = BORROWED, .help = "It is an authority's",
		.ref = "RFC 5280, 4"},
	[PATH_LEN] = {"x509ce.pathLenConstraint", "pathLenConstraint", U64, DEC, .traits = BORROWED,
		      .help = "How many authorities may stand below it", .ref = "RFC 5280, 4"},
	[NAME_LIMITS] = {"x509ce.NameConstraintsSyntax_element", "NameConstraintsSyntax", NONE,
			 .traits = BORROWED, .help = "Which names it may certify",
			 .ref = "RFC 5280, 4"},
	[PERMITTED] = {"x509ce.permittedSubtrees", "permittedSubtrees", U32, DEC,
		       .traits = BORROWED, .help = "Only these", .ref = "RFC 5280, 4"},
	[EXCLUDED] = {"x509ce.excludedSubtrees", "excludedSubtrees", U32, DEC, .traits = BORROWED,
		      .help = "Not these", .ref = "RFC 5280, 4"},
	[SUBTREE] = {"x509ce.GeneralSubtree_element", "GeneralSubtree", NONE, .traits = BORROWED,
		     .help = "One of them", .ref = "RFC 5280, 4"},
	[BASE] = {"x509ce.base", "base", U32, DEC, WORDS(general_names), .traits = BORROWED,
		  .help = "Where it begins", .ref = "RFC 5280, 4"},
	[MINIMUM] = {"x509ce.minimum", "minimum", U64, DEC, .traits = BORROWED,
		     .help = "Levels below that to leave out", .ref = "RFC 5280, 4"},
	[MAXIMUM] = {"x509ce.maximum", "maximum", U64, DEC, .traits = BORROWED,
		     .help = "Levels below that to go", .ref = "RFC 5280, 4"},
	[POLICY_LIMITS] = {"x509ce.PolicyConstraintsSyntax_element", "PolicyConstraintsSyntax",
			   NONE, .traits = BORROWED, .help = "How strict rules are",
			   .ref = "RFC 5280, 4"},
	[REQUIRE] = {"x509ce.requireExplicitPolicy", "requireExplicitPolicy", U64, DEC,
		     .traits = BORROWED, .help = "After so many certificates there must be rules",
		     .ref = "RFC 5280, 4"},
	[INHIBIT] = {"x509ce.inhibitPolicyMapping", "inhibitPolicyMapping", U64, DEC,
		     .traits = BORROWED, .help = "After so many none may stand for others",
		     .ref = "RFC 5280, 4"},
	[SKIP] = {"x509ce.SkipCerts", "SkipCerts", U64, DEC, .traits = BORROWED,
		  .help = "After so many anyPolicy counts no more", .ref = "RFC 5280, 4"},
	[CRL_NUMBER] = {"x509ce.CRLNumber", "CRLNumber", U64, DEC, .traits = BORROWED,
			.help = "Number of the list of revoked ones", .ref = "RFC 5280, 4"},
	[POINTS] = {"x509ce.CRLDistPointsSyntax", "CRLDistPointsSyntax", U32, DEC,
		    .traits = BORROWED, .help = "Where lists of revoked ones are",
		    .ref = "RFC 5280, 4"},
	[POINT] = {"x509ce.DistributionPoint_element", "DistributionPoint", NONE,
		   .traits = BORROWED, .help = "One such place", .ref = "RFC 5280, 4"},
	[POINT_NAME] = {"x509ce.distributionPoint", "distributionPoint", U32, DEC,
			WORDS(point_names), .traits = BORROWED, .help = "How it is called",
			.ref = "RFC 5280, 4"},
	[FULL_NAME] = {"x509ce.fullName", "fullName", U32, DEC, .traits = BORROWED,
		       .help = "Its names", .ref = "RFC 5280, 4"},
	[REL_NAME] = {"x509ce.nameRelativeToCRLIssuer", "nameRelativeToCRLIssuer", U32, DEC,
		      .traits = BORROWED, .help = "Its name below the issuer's",
		      .ref = "RFC 5280, 4"},
	[REASONS] = {"x509ce.reasons", "reasons", BYTES, .traits = BORROWED,
		     .help = "Only for such reasons", .ref = "RFC 5280, 4"},
	[CRL_ISSUER] = {"x509ce.cRLIssuer", "cRLIssuer", U32, DEC, .traits = BORROWED,
			.help = "Who signs the list", .ref = "RFC 5280, 4"},
	[PERIOD] = {"x509ce.PrivateKeyUsagePeriod_element", "PrivateKeyUsagePeriod", NONE,
		    .traits = BORROWED, .help = "When the private key may be used",
		    .ref = "RFC 5280, 4"},
	[P_BEFORE] = {"x509ce.notBefore", "notBefore", ABSTIME, UTC, .traits = BORROWED,
		      .help = "From when", .ref = "RFC 5280, 4"},
	[P_AFTER] = {"x509ce.notAfter", "notAfter", ABSTIME, UTC, .traits = BORROWED,
		     .help = "To when", .ref = "RFC 5280, 4"},
	[AIA] = {"pkix1implicit.AuthorityInfoAccessSyntax", "AuthorityInfoAccessSyntax", U32, DEC,
		 .traits = BORROWED, .help = "Where to ask about the issuer", .ref = "RFC 5280, 4"},
	[ACCESS] = {"pkix1implicit.AccessDescription_element", "AccessDescription", NONE,
		    .traits = BORROWED, .help = "One such place", .ref = "RFC 5280, 4"},
	[METHOD] = {"pkix1implicit.accessMethod", "accessMethod", OID, .traits = BORROWED,
		    .help = "What is there", .ref = "RFC 5280, 4"},
	[LOCATION] = {"pkix1implicit.accessLocation", "accessLocation", U32, DEC,
		      .traits = BORROWED, .help = "Where", .ref = "RFC 5280, 4"},
	[FEATURES] = {"pkix1explicit.Features", "Features", U32, DEC, .traits = BORROWED,
		      .help = "TLS extensions that the server must use"},
	[FEATURE] = {"pkix1explicit.Features_item", "Features item", U16, DEC, .traits = BORROWED,
		     .help = "One of them"},
	[NS_TYPE] = {"ns_cert_exts.CertType", "CertType", BYTES, .traits = BORROWED,
		     .help = "What Netscape let it be used for"},
	[NS_CLIENT] = {"ns_cert_exts.CertType.ssl_client", "ssl-client", BOOL, .traits = BORROWED,
		       .help = "For clients"},
	[NS_SERVER] = {"ns_cert_exts.CertType.ssl_server", "ssl-server", BOOL, .traits = BORROWED,
		       .help = "For servers"},
	[NS_SMIME] = {"ns_cert_exts.CertType.smime", "smime", BOOL, .traits = BORROWED,
		      .help = "For mail"},
	[NS_OBJECT] = {"ns_cert_exts.CertType.object_signing", "object-signing", BOOL,
		       .traits = BORROWED, .help = "For programs"},
	[NS_RESERVED] = {"ns_cert_exts.CertType.reserved_for_future_use", "reserved-for-future-use",
			 BOOL, .traits = BORROWED, .help = "Not used"},
	[NS_SSL_CA] = {"ns_cert_exts.CertType.ssl_ca", "ssl-ca", BOOL, .traits = BORROWED,
		       .help = "For authorities of servers"},
	[NS_SMIME_CA] = {"ns_cert_exts.CertType.smime_ca", "smime-ca", BOOL, .traits = BORROWED,
			 .help = "For authorities of mail"},
	[NS_OBJECT_CA] = {"ns_cert_exts.CertType.object_signing_ca", "object-signing-ca", BOOL,
			  .traits = BORROWED, .help = "For authorities of programs"},
	[NS_BASE] = {"ns_cert_exts.BaseUrl", "BaseUrl", STRING, .traits = BORROWED,
		     .help = "What other URLs begin with"},
	[NS_REVOKE] = {"ns_cert_exts.RevocationUrl", "RevocationUrl", STRING, .traits = BORROWED,
		       .help = "Where to ask whether it is revoked"},
	[NS_CA_REVOKE] = {"ns_cert_exts.CaRevocationUrl", "CaRevocationUrl", STRING,
			  .traits = BORROWED, .help = "The same for the authority's"},
	[NS_RENEW] = {"ns_cert_exts.CertRenewalUrl", "CertRenewalUrl", STRING, .traits = BORROWED,
		      .help = "Where to renew it"},
	[NS_POLICY] = {"ns_cert_exts.CaPolicyUrl", "CaPolicyUrl", STRING, .traits = BORROWED,
		       .help = "Where the rules stand"},
	[NS_NAME] = {"ns_cert_exts.SslServerName", "SslServerName", STRING, .traits = BORROWED,
		     .help = "The server's name"},
	[NS_COMMENT] = {"ns_cert_exts.Comment", "Comment", STRING, .traits = BORROWED,
			.help = "A remark"},
};

/* --- simple types --- */

static const struct der_type integer = {A_INTEGER}, boolean = {A_BOOLEAN}, octets = {A_OCTETS},
			     oid = {A_OID}, bits = {A_BITS}, time = {A_TIME},
			     utc_time = {A_UTC_TIME}, any = {A_ANY};
static const struct der_type ia5 = {A_STRING, 0x16}, string = {A_STRING};

/* --- names --- */

static const struct der_type teletex = {A_STRING, 0x14}, printable = {A_STRING, 0x13},
			     universal = {A_STRING, 0x1c}, bmp = {A_STRING, 0x1e},
			     utf8 = {A_STRING, 0x0c}, visible = {A_STRING, 0x1a};
static const struct der_part directory_kinds[] = {{TELETEX, &teletex, .value = 0},
						  {PRINTABLE, &printable, .value = 1},
						  {UNIVERSAL, &universal, .value = 2},
						  {BMP, &bmp, .value = 3},
						  {UTF8, &utf8, .value = 4}};
static const struct der_type directory = {A_CHOICE, ASN1_PARTS(directory_kinds)};

/* Attributes of names, and what their values are. */
static const struct der_oid attributes[] = {
	{"\x55\x04\x03", 3, "id-at-commonName", DIRECTORY, &directory},
	{"\x55\x04\x04", 3, "id-at-surname", DIRECTORY, &directory},
	{"\x55\x04\x05", 3, "id-at-serialNumber", SAT_PRINTABLE, &string},
	{"\x55\x04\x06", 3, "id-at-countryName", COUNTRY, &string},
	{"\x55\x04\x07", 3, "id-at-localityName", DIRECTORY, &directory},
	{"\x55\x04\x08", 3, "id-at-stateOrProvinceName", DIRECTORY, &directory},
	{"\x55\x04\x09", 3, "id-at-streetAddress", DIRECTORY, &directory},
	{"\x55\x04\x0a", 3, "id-at-organizationName", DIRECTORY, &directory},
	{"\x55\x04\x0b", 3, "id-at-organizationalUnitName", DIRECTORY, &directory},
	{"\x55\x04\x0c", 3, "id-at-title", DIRECTORY, &directory},
	{"\x55\x04\x0d", 3, "id-at-description", DIRECTORY, &directory},
	{"\x55\x04\x0f", 3, "id-at-businessCategory", DIRECTORY, &directory},
	{"\x55\x04\x11", 3, "id-at-postalCode", DIRECTORY, &directory},
	{"\x55\x04\x29", 3, "id-at-name", DIRECTORY, &directory},
	{"\x55\x04\x2a", 3, "id-at-givenName", DIRECTORY, &directory},
	{"\x55\x04\x2b", 3, "id-at-initials", DIRECTORY, &directory},
	{"\x55\x04\x2c", 3, "id-at-generationQualifier", DIRECTORY, &directory},
	{"\x55\x04\x2e", 3, "id-at-dnQualifier", SAT_PRINTABLE, &string},
	{"\x55\x04\x41", 3, "id-at-pseudonym", DIRECTORY, &directory},
	{"\x55\x04\x61", 3, "id-at-organizationIdentifier", DIRECTORY, &directory},
	{"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01", 9, "pkcs-9-at-emailAddress", SAT_IA5, &string},
	{"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19", 10, "dc", SAT_IA5, &string},
	{"\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01\x01", 11,
	 "jurisdictionOfIncorporationLocalityName", DIRECTORY, &directory},
	{"\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01\x02", 11,
	 "jurisdictionOfIncorporationStateOrProvinceName", DIRECTORY, &directory},
	{"\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01\x03", 11,
	 "jurisdictionOfIncorporationCountryName", COUNTRY, &string},
};

/* Reads the element that the identifier before it names; one that nobody knows is passed by. */
static void read_named(struct asn1 *a, struct cursor *c, const struct der_oid *list, unsigned n)
{
	const struct der_oid *known = asn1_find(list, n, a->oid);
	struct asn1_head h;

	if (known && known->type) {
		const char *name = known->row ? fields[known->row].name : "tls";

		name_inside(a->w, name, strcspn(name, "."));
		asn1_read(a, c, known->row, known->type);
	} else if (asn1_head(c, &h))
		cursor_take(c, h.octets);
}

static void attribute_value(struct asn1 *a, struct cursor *c)
{
	read_named(a, c, attributes, COUNT(attributes));
}

static const struct der_type attribute_any = {A_ANY, .hook = attribute_value};
static const struct der_part attribute_parts[] = {{ATTRIBUTE, &oid}, {0, &attribute_any}};

/* "id-at-countryName=CH", which the lines around it tell, too. */
static const char *tell_attribute(struct asn1 *a)
{
	struct text t = {0};
	const char *known = a->name(a->oid);

	if (known)
		text_put(&t, known);
	else
		text_oid(&t, a->oid.p, a->oid.cap);
	text_char(&t, '=');
	text_bytes(&t, a->string.p, a->string.cap);
	a->item = arena_copy(&a->w->arena, t.p, t.len);
	text_close(&t);
	return a->item;
}

/* The last one first. */
static const char *tell_rdn(struct asn1 *a)
{
	if (a->item && a->list)
		a->list = arena_join(&a->w->arena, arena_join(&a->w->arena, a->item, ","), a->list);
	else if (a->item)
		a->list = a->item;
	return a->item;
}

/* Of a certificate the issuer comes first, then the subject, whose it is. */
static const char *tell_name(struct asn1 *a)
{
	const char *name = a->list;

	if (a->names++ < 2)
		a->whole = name;
	a->list = NULL;
	return name;
}

static const struct der_type attribute = {A_SEQUENCE, ASN1_PARTS(attribute_parts),
					  .told = tell_attribute};
static const struct der_part rdn_items[] = {{RDN_ITEM, &attribute}};
static const struct der_type rdn = {A_SEQUENCE_OF, 0x11, ASN1_PARTS(rdn_items), .told = tell_rdn};
static const struct der_part rdn_steps[] = {{RDN, &rdn}};
static const struct der_type rdns = {A_SEQUENCE_OF, ASN1_PARTS(rdn_steps), .told = tell_name};
static const struct der_part name_kinds[] = {{IF_RDN, &rdns}};
static const struct der_type name = {A_CHOICE, ASN1_PARTS(name_kinds)};
static const struct der_part subject_kinds[] = {{AF_RDN, &rdns}};
static const struct der_type subject = {A_CHOICE, ASN1_PARTS(subject_kinds)};

static void read_address(struct asn1 *a, struct cursor *c)
{
	uint32_t n = c->left.wire;

	put(a->w, c, n == 4 ? IP4 : n == 16 ? IP6 : IP, n);
}

static const struct der_type ip_address = {A_OCTETS, .hook = read_address};
static const struct der_part other_parts[] = {{TYPE_ID, &oid}, {0, &any, ASN1_CONTEXT(0), true}};
static const struct der_type other_name = {A_SEQUENCE, ASN1_PARTS(other_parts)};
static const struct der_type opaque = {A_SEQUENCE};
static const struct der_part general_kinds[] = {
	{OTHER_NAME, &other_name, ASN1_CONTEXT(0), .value = 0},
	{RFC822, &ia5, ASN1_CONTEXT(1), .value = 1},
	{DNS, &ia5, ASN1_CONTEXT(2), .value = 2},
	{X400, &opaque, ASN1_CONTEXT(3), .value = 3},
	{DIR_NAME, &name, ASN1_CONTEXT(4), true, .value = 4},
	{EDI, &opaque, ASN1_CONTEXT(5), .value = 5},
	{URI, &ia5, ASN1_CONTEXT(6), .value = 6},
	{0, &ip_address, ASN1_CONTEXT(7), .value = 7},
	{REGISTERED, &oid, ASN1_CONTEXT(8), .value = 8},
};
static const struct der_type general = {A_CHOICE, ASN1_PARTS(general_kinds)};
static const struct der_part general_items[] = {{NAME, &general}};
static const struct der_type generals = {A_SEQUENCE_OF, ASN1_PARTS(general_items)};

/* --- extensions --- */

/* "..1. .... = keyEncipherment: True" */
static void label_bit(struct walk *w, unsigned row, unsigned bit, unsigned octet)
{
	bool set = octet >> (7 - bit) & 1;
	char drawing[] = ".... ....";

	drawing[bit + (bit > 3)] = set ? '1' : '0';
	label_whole(w, "%s = %s: %s", drawing, fields[row].label, set ? "True" : "False");
}

/* The bits that names have, whether or not their octet is there. */
static void read_bits(struct asn1 *a, struct cursor c, unsigned first, unsigned n)
{
	unsigned octet = 0;

	u8(&c); /* padding */
	a->w->depth++;
	for (unsigned i = 0; i < n; i++) {
		uint32_t at = c.at;

		if (i % 8 == 0)
			octet = cursor_has(&c, 1) ? u8(&c) : 0;
		put_value(a->w, first + i, at, 1, octet >> (7 - i % 8) & 1);
		label_bit(a->w, first + i, i % 8, octet);
	}
	a->w->depth--;
}

static void key_usage_bits(struct asn1 *a, struct cursor *c)
{
	read_bits(a, *c, KU_SIGN, KU_DECIPHER - KU_SIGN + 1);
}

static void ns_type_bits(struct asn1 *a, struct cursor *c)
{
	read_bits(a, *c, NS_CLIENT, NS_OBJECT_CA - NS_CLIENT + 1);
}

static const struct der_type key_usage = {A_BITS, .hook = key_usage_bits};
static const struct der_type ns_type = {A_BITS, .hook = ns_type_bits};
static const struct der_part authority_key_parts[] = {
	{KEY_ID, &octets, ASN1_CONTEXT(0), .optional = true},
	{CERT_ISSUER, &generals, ASN1_CONTEXT(1), .optional = true},
	{CERT_SERIAL, &integer, ASN1_CONTEXT(2), .optional = true}};
static const struct der_type authority_key = {A_SEQUENCE, ASN1_PARTS(authority_key_parts)};
static const struct der_part purpose_items[] = {{PURPOSE, &oid}};
static const struct der_type purposes = {A_SEQUENCE_OF, ASN1_PARTS(purpose_items)};
static const struct der_part basic_parts[] = {{CA, &boolean, .optional = true},
					      {PATH_LEN, &integer, .optional = true}};
static const struct der_type basic = {A_SEQUENCE, ASN1_PARTS(basic_parts)};

static const struct der_part display_kinds[] = {{T_IA5, &ia5, .value = 0},
						{T_VISIBLE, &visible, .value = 1},
						{T_BMP, &bmp, .value = 2},
						{T_UTF8, &utf8, .value = 3}};
static const struct der_type display = {A_CHOICE, ASN1_PARTS(display_kinds)};
static const struct der_part number_items[] = {{NUMBER, &integer}};
static const struct der_type numbers = {A_SEQUENCE_OF, ASN1_PARTS(number_items)};
static const struct der_part reference_parts[] = {{ORGANIZATION, &display}, {NUMBERS, &numbers}};
static const struct der_type reference = {A_SEQUENCE, ASN1_PARTS(reference_parts)};
static const struct der_part notice_parts[] = {{NOTICE_REF, &reference, .optional = true},
					       {TEXT, &display, .optional = true}};
static const struct der_type notice = {A_SEQUENCE, ASN1_PARTS(notice_parts)};
static const struct der_oid remarks[] = {
	{"\x2b\x06\x01\x05\x05\x07\x02\x01", 8, "id-qt-cps", CPS, &string},
	{"\x2b\x06\x01\x05\x05\x07\x02\x02", 8, "id-qt-unotice", NOTICE, &notice}};

static void remark_value(struct asn1 *a, struct cursor *c)
{
	read_named(a, c, remarks, COUNT(remarks));
}

static const struct der_type remark_any = {A_ANY, .hook = remark_value};
static const struct der_part remark_parts[] = {{QUALIFIER_ID, &oid}, {0, &remark_any}};
static const struct der_type remark = {A_SEQUENCE, ASN1_PARTS(remark_parts)};
static const struct der_part remark_items[] = {{QUALIFIER, &remark}};
static const struct der_type remark_list = {A_SEQUENCE_OF, ASN1_PARTS(remark_items)};
static const struct der_part policy_parts[] = {{POLICY_ID, &oid},
					       {QUALIFIERS, &remark_list, .optional = true}};
static const struct der_type policy = {A_SEQUENCE, ASN1_PARTS(policy_parts)};
static const struct der_part policy_items[] = {{POLICY, &policy}};
static const struct der_type policies = {A_SEQUENCE_OF, ASN1_PARTS(policy_items)};
static const struct der_part mapping_parts[] = {{MAP_ISSUER, &oid}, {MAP_SUBJECT, &oid}};
static const struct der_type mapping = {A_SEQUENCE, ASN1_PARTS(mapping_parts)};
static const struct der_part mapping_items[] = {{MAPPING, &mapping}};
static const struct der_type mappings = {A_SEQUENCE_OF, ASN1_PARTS(mapping_items)};

static const struct der_part subtree_parts[] = {
	{BASE, &general},
	{MINIMUM, &integer, ASN1_CONTEXT(0), .optional = true},
	{MAXIMUM, &integer, ASN1_CONTEXT(1), .optional = true}};
static const struct der_type subtree = {A_SEQUENCE, ASN1_PARTS(subtree_parts)};
static const struct der_part subtree_items[] = {{SUBTREE, &subtree}};
static const struct der_type subtrees = {A_SEQUENCE_OF, ASN1_PARTS(subtree_items)};
static const struct der_part name_limit_parts[] = {
	{PERMITTED, &subtrees, ASN1_CONTEXT(0), .optional = true},
	{EXCLUDED, &subtrees, ASN1_CONTEXT(1), .optional = true}};
static const struct der_type name_limits = {A_SEQUENCE, ASN1_PARTS(name_limit_parts)};
static const struct der_part policy_limit_parts[] = {
	{REQUIRE, &integer, ASN1_CONTEXT(0), .optional = true},
	{INHIBIT, &integer, ASN1_CONTEXT(1), .optional = true}};
static const struct der_type policy_limits = {A_SEQUENCE, ASN1_PARTS(policy_limit_parts)};

static const struct der_part point_kinds[] = {{FULL_NAME, &generals, ASN1_CONTEXT(0), .value = 0},
					      {REL_NAME, &rdn, ASN1_CONTEXT(1), .value = 1}};
static const struct der_type point_name = {A_CHOICE, ASN1_PARTS(point_kinds)};
static const struct der_part point_parts[] = {
	{POINT_NAME, &point_name, ASN1_CONTEXT(0), true, .optional = true},
	{REASONS, &bits, ASN1_CONTEXT(1), .optional = true},
	{CRL_ISSUER, &generals, ASN1_CONTEXT(2), .optional = true}};
static const struct der_type point = {A_SEQUENCE, ASN1_PARTS(point_parts)};
static const struct der_part point_items[] = {{POINT, &point}};
static const struct der_type points = {A_SEQUENCE_OF, ASN1_PARTS(point_items)};
static const struct der_part period_parts[] = {{P_BEFORE, &time, ASN1_CONTEXT(0), .optional = true},
					       {P_AFTER, &time, ASN1_CONTEXT(1), .optional = true}};
static const struct der_type period = {A_SEQUENCE, ASN1_PARTS(period_parts)};
static const struct der_part access_parts[] = {{METHOD, &oid}, {LOCATION, &general}};
static const struct der_type access = {A_SEQUENCE, ASN1_PARTS(access_parts)};
static const struct der_part access_items[] = {{ACCESS, &access}};
static const struct der_type accesses = {A_SEQUENCE_OF, ASN1_PARTS(access_items)};
static const struct der_part feature_items[] = {{FEATURE, &integer}};
static const struct der_type features = {A_SEQUENCE_OF, ASN1_PARTS(feature_items)};

/* RFC 6962, 3.3: timestamps as TLS writes them, which whoever carries the certificate reads. */
static void timestamps(struct asn1 *a, struct cursor *c)
{
	const struct plan *part = also_by(a->l, 1, 0);

	if (part)
		*c = walk_part(a->w, part, *c);
}

static const struct der_type scts = {A_OCTETS, .hook = timestamps};

#define PKIX "\x2b\x06\x01\x05\x05\x07"
#define NETSCAPE "\x60\x86\x48\x01\x86\xf8\x42\x01"

static const struct der_part answer_items[] = {{OCSP_RESPONSE, &oid}};
static const struct der_type answers = {A_SEQUENCE_OF, ASN1_PARTS(answer_items)};
static const struct der_type nothing = {A_NULL};

static const struct der_oid extensions[] = {
	{"\x55\x1d\x0e", 3, "id-ce-subjectKeyIdentifier", SUBJECT_KEY, &octets},
	{"\x55\x1d\x0f", 3, "id-ce-keyUsage", KEY_USAGE, &key_usage},
	{"\x55\x1d\x10", 3, "id-ce-privateKeyUsagePeriod", PERIOD, &period},
	{"\x55\x1d\x11", 3, "id-ce-subjectAltName", NAMES, &generals},
	{"\x55\x1d\x12", 3, "id-ce-issuerAltName", NAMES, &generals},
	{"\x55\x1d\x13", 3, "id-ce-basicConstraints", BASIC, &basic},
	{"\x55\x1d\x14", 3, "id-ce-cRLNumber", CRL_NUMBER, &integer},
	{"\x55\x1d\x1e", 3, "id-ce-nameConstraints", NAME_LIMITS, &name_limits},
	{"\x55\x1d\x1f", 3, "id-ce-cRLDistributionPoints", POINTS, &points},
	{"\x55\x1d\x20", 3, "id-ce-certificatePolicies", POLICIES, &policies},
	{"\x55\x1d\x21", 3, "id-ce-policyMappings", MAPPINGS, &mappings},
	{"\x55\x1d\x23", 3, "id-ce-authorityKeyIdentifier", AUTHORITY_KEY, &authority_key},
	{"\x55\x1d\x24", 3, "id-ce-policyConstraints", POLICY_LIMITS, &policy_limits},
	{"\x55\x1d\x25", 3, "id-ce-extKeyUsage", PURPOSES, &purposes},
	{"\x55\x1d\x2e", 3, "id-ce-freshestCRL", POINTS, &points},
	{"\x55\x1d\x36", 3, "id-ce-inhibitAnyPolicy", SKIP, &integer},
	{PKIX "\x01\x01", 8, "id-pe-authorityInfoAccess", AIA, &accesses},
	{PKIX "\x01\x0b", 8, "id-pe-subjectInfoAccessSyntax", AIA, &accesses},
	{PKIX "\x01\x18", 8, "id-pe-features", FEATURES, &features},
	{"\x2b\x06\x01\x04\x01\xd6\x79\x02\x04\x02", 10, "SignedCertificateTimestampList", 0,
	 &scts},
	{PKIX "\x30\x01\x02", 9, "id-pkix-ocsp-nonce", OCSP_NONCE, &octets},
	{PKIX "\x30\x01\x04", 9, "id-pkix-ocsp-response", OCSP_RESPONSES, &answers},
	{PKIX "\x30\x01\x05", 9, "id-pkix-ocsp-nocheck", OCSP_NULL, &nothing},
	{PKIX "\x30\x01\x06", 9, "id-pkix-ocsp-archive-cutoff", OCSP_CUTOFF, &time},
	{NETSCAPE "\x01", 9, "ns_cert_exts.cert_type", NS_TYPE, &ns_type},
	{NETSCAPE "\x02", 9, "ns_cert_exts.base_url", NS_BASE, &ia5},
	{NETSCAPE "\x03", 9, "ns_cert_exts.revocation-url", NS_REVOKE, &ia5},
	{NETSCAPE "\x04", 9, "ns_cert_exts.ca-revocation-url", NS_CA_REVOKE, &ia5},
	{NETSCAPE "\x07", 9, "ns_cert_exts.cert-renewal-url", NS_RENEW, &ia5},
	{NETSCAPE "\x08", 9, "ns_cert_exts.ca-policy-url", NS_POLICY, &ia5},
	{NETSCAPE "\x0c", 9, "ns_cert_exts.ssl-server-name", NS_NAME, &ia5},
	{NETSCAPE "\x0d", 9, "ns_cert_exts.comment", NS_COMMENT, &ia5},
};

static void extension_value(struct asn1 *a, struct cursor *c)
{
	struct cursor inner = *c;
	struct span which = a->oid;

	read_named(a, &inner, extensions, COUNT(extensions));
	a->oid = which;
	cursor_take(c, c->left.wire);
}

static const struct der_type extension_octets = {A_OCTETS, .hook = extension_value};
static const struct der_part extension_parts[] = {
	{EXTENSION_ID, &oid}, {CRITICAL, &boolean, .optional = true}, {0, &extension_octets}};
static const struct der_type extension = {A_SEQUENCE, ASN1_PARTS(extension_parts),
					  .told = asn1_tell_oid};
static void put_pkix_id(struct asn1 *a, struct cursor *c)
{
	asn1_oid_text(a, *c, PKIX_ID);
}

static const struct der_type pkix_id = {A_OID, .hook = put_pkix_id};
static const struct der_part pkix_extension_parts[] = {
	{0, &pkix_id}, {PKIX_CRITICAL, &boolean, .optional = true}, {0, &extension_octets}};
static const struct der_type pkix_extension = {A_SEQUENCE, ASN1_PARTS(pkix_extension_parts)};
static const struct der_part extension_items[] = {{EXTENSION, &extension}};
static const struct der_type extension_list = {A_SEQUENCE_OF, ASN1_PARTS(extension_items)};

/* --- keys and algorithms --- */

static const struct der_part dss_parts[] = {
	{DSS_P, &integer}, {DSS_Q, &integer}, {DSS_G, &integer}};
static const struct der_type dss = {A_SEQUENCE, ASN1_PARTS(dss_parts)};

#define RSA "\x2a\x86\x48\x86\xf7\x0d\x01\x01"
#define ECDSA "\x2a\x86\x48\xce\x3d"

static const struct der_oid algorithms[] = {
	{RSA "\x01", 9, "rsaEncryption", 0, 0},
	{RSA "\x04", 9, "md5WithRSAEncryption", 0, 0},
	{RSA "\x05", 9, "sha1WithRSAEncryption", 0, 0},
	{RSA "\x0a", 9, "id-RSASSA-PSS", 0, 0},
	{RSA "\x0b", 9, "sha256WithRSAEncryption", 0, 0},
	{RSA "\x0c", 9, "sha384WithRSAEncryption", 0, 0},
	{RSA "\x0d", 9, "sha512WithRSAEncryption", 0, 0},
	{ECDSA "\x02\x01", 7, "id-ecPublicKey", 0, 0},
	{ECDSA "\x04\x03\x02", 8, "ecdsa-with-SHA256", 0, 0},
	{ECDSA "\x04\x03\x03", 8, "ecdsa-with-SHA384", 0, 0},
	{ECDSA "\x04\x03\x04", 8, "ecdsa-with-SHA512", 0, 0},
	{"\x2a\x86\x48\xce\x38\x04\x01", 7, "id-dsa", DSS, &dss},
	{"\x2b\x0e\x03\x02\x1a", 5, "SHA-1", 0, 0},
};
static const struct der_oid others[] = {
	{PKIX "\x03\x01", 8, "id-kp-serverAuth", 0, 0},
	{PKIX "\x03\x02", 8, "id-kp-clientAuth", 0, 0},
	{PKIX "\x03\x03", 8, "id-kp-codeSigning", 0, 0},
	{PKIX "\x03\x04", 8, "id-kp-emailProtection", 0, 0},
	{PKIX "\x03\x08", 8, "id-kp-timeStamping", 0, 0},
	{PKIX "\x03\x09", 8, "OCSPSigning", 0, 0},
	{PKIX "\x30\x01", 8, "id-ad-ocsp", 0, 0},
	{PKIX "\x30\x01\x01", 9, "id-pkix-ocsp-basic", 0, 0},
	{PKIX "\x30\x02", 8, "id-ad-caIssuers", 0, 0},
	{"\x55\x1d\x20\x00", 4, "anyPolicy", 0, 0},
};

static const char *name_of(struct span id)
{
	static const struct {
		const struct der_oid *list;
		unsigned n;
	} lists[] = {{attributes, COUNT(attributes)},
		     {extensions, COUNT(extensions)},
		     {remarks, COUNT(remarks)},
		     {algorithms, COUNT(algorithms)},
		     {others, COUNT(others)}};

	for (unsigned i = 0; i < COUNT(lists); i++) {
		const struct der_oid *known = asn1_find(lists[i].list, lists[i].n, id);

		if (known)
			return known->name;
	}
	return NULL;
}

static bool is_rsa(struct span id)
{
	return asn1_find(algorithms, 1, id);
}

static bool is_ec(struct span id)
{
	const struct der_oid *known = asn1_find(algorithms, COUNT(algorithms), id);

	return known && !strcmp(known->name, "id-ecPublicKey");
}

/* What comes with an algorithm. */
static void parameters(struct asn1 *a, struct cursor *c)
{
	struct span kind = a->oid;

	if (is_ec(kind) && also_by(a->l, 0, DER_EC_PARAMETERS)) {
		name_inside(a->w, "pkcs-1", strlen("pkcs-1"));
		*c = walk_part(a->w, also_by(a->l, 0, DER_EC_PARAMETERS), *c);
	} else {
		read_named(a, c, algorithms, COUNT(algorithms));
	}
	a->oid = kind;
}

/* An RSA key is DER itself, and then no padding is shown. */
static void read_key(struct asn1 *a, struct cursor *c)
{
	struct cursor key = *c, inner;
	bool rsa = is_rsa(a->oid);

	if (rsa)
		u8(&key);
	else
		put(a->w, &key, PADDING, 1);
	inner = key;
	put(a->w, &key, KEY, key.left.wire);
	if (!rsa || !also_by(a->l, 0, DER_RSA_KEY))
		return;
	a->w->depth++;
	walk_part(a->w, also_by(a->l, 0, DER_RSA_KEY), inner);
	a->w->depth--;
}

static const struct der_type parameters_any = {A_ANY, .hook = parameters};
static const struct der_part algorithm_parts[] = {{ALGORITHM_ID, &oid},
						  {0, &parameters_any, .optional = true}};
static const struct der_type algorithm = {A_SEQUENCE, ASN1_PARTS(algorithm_parts),
					  .told = asn1_tell_oid};
static const struct der_type key = {A_BITS_RAW, .hook = read_key};
static const struct der_part key_parts[] = {{ALGORITHM, &algorithm}, {0, &key}};
static const struct der_type key_info = {A_SEQUENCE, ASN1_PARTS(key_parts)};

/* --- the certificate --- */

static const struct der_part time_kinds[] = {{UTC_TIME, &utc_time, .value = 0},
					     {GENERAL_TIME, &time, .value = 1}};
static const struct der_type any_time = {A_CHOICE, ASN1_PARTS(time_kinds)};
static const struct der_part validity_parts[] = {{NOT_BEFORE, &any_time}, {NOT_AFTER, &any_time}};
static const struct der_type validity = {A_SEQUENCE, ASN1_PARTS(validity_parts)};
static const struct der_part signed_parts[] = {
	{VERSION, &integer, ASN1_CONTEXT(0), true, .optional = true},
	{SERIAL, &integer},
	{SIGNATURE, &algorithm},
	{ISSUER, &name},
	{VALIDITY, &validity},
	{SUBJECT, &subject},
	{KEY_INFO, &key_info},
	{ISSUER_UID, &bits, ASN1_CONTEXT(1), .optional = true},
	{SUBJECT_UID, &bits, ASN1_CONTEXT(2), .optional = true},
	{EXTENSIONS, &extension_list, ASN1_CONTEXT(3), true, .optional = true},
};
static const struct der_type signed_part = {A_SEQUENCE, ASN1_PARTS(signed_parts)};
static const struct der_part certificate_parts[] = {
	{SIGNED, &signed_part}, {ALG_IDENTIFIER, &algorithm}, {ENCRYPTED, &bits}};
static const struct der_type certificate = {A_SEQUENCE, ASN1_PARTS(certificate_parts)};

/* What whoever carries the part asks for, where it does. */
static uint64_t asked(const struct layer *l)
{
	const struct layer *ocsp = l->parent && l->parent->state ? layer_up(l, "ocsp") : NULL;

	return ocsp ? ((const struct der_state *)ocsp->state)->ask : ABSENT;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct asn1 a = {.w = w, .padding_row = PADDING, .l = l, .name = name_of};
	uint32_t above = w->last; /* what the parent shows of the certificate or name */
	struct cursor peek = *c;
	struct asn1_head h;
	uint64_t ask = asked(l);

	/* A name's first element is a SET, a certificate's a SEQUENCE. */
	if (ask == DER_ASK_EXTENSION)
		asn1_read(&a, c, PKIX_EXTENSION, &pkix_extension);
	else if (ask == DER_ASK_GENERAL_NAME)
		asn1_read(&a, c, 0, &general);
	else if (ask == DER_ASK_NAME)
		asn1_read(&a, c, 0, &name);
	else if (asn1_head(&peek, &h) && asn1_is(h.content, rdn_steps))
		asn1_read(&a, c, 0, layer_up(l, "isakmp") ? &name : &rdns);
	else
		asn1_read(&a, c, 0, &certificate);
	if (a.whole && (layer_up(l, "tls") || layer_up(l, "dtls")))
		label_tail_of(w, above, " (%s)", a.whole);
	if (a.bad && !c->bad)
		c->bad = a.bad;
}

static const struct hang hangs[] = {{"asn1.der", DER_CERTIFICATE}, {"asn1.der", DER_NAME}, {0}};

const struct proto proto_x509 = {
	.brief = "X509AF",
	.no_column = true,
	.bare = true,
	.prefix = "x509af",
	.spec = "RFC 5280",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"asn1.der", "tls.part"}},
	.hangs = hangs,
	.rest = rest,
};
