/* SPDX-License-Identifier: BSD-2-Clause */
/* ISAKMP: notifications, and associations that end. */
/* RFC 2408, 3.14 and 3.15; RFC 7296, 3.10 and 3.11; 3GPP TS 24.302, 8.1.2. */
#include "shared/isakmp.h"

enum {
	NOTIFY,
	DOI = IKE_OWN,
	PROTOCOL_1,
	PROTOCOL_2,
	SPI_SIZE,
	TYPE_1,
	TYPE_2,
	SPI,
	DATA,
	DPD,
	DPD_ACK,
	LOAD_BALANCE,
	ACCEPTED_GROUP,
	IPCOMP_CPI,
	IPCOMP_ID,
	AUTH_LIFETIME,
	GATEWAY_TYPE,
	GATEWAY_LEN,
	NEW_IPV4,
	NEW_IPV6,
	NEW_FQDN,
	NEW_DATA,
	REDIRECT_NONCE,
	OLD_IPV4,
	OLD_IPV6,
	OLD_DATA,
	TICKET_LIFETIME,
	TICKET,
	IKE_ATTRIBUTE_ROWS(ROHC),
	MAX_CID,
	PROFILE,
	ROHC_INTEG,
	ICV_LEN,
	MRRU,
	QCD_SECRET,
	HA_NONCE,
	HA_SEND,
	HA_RECEIVE,
	HA_DELTA,
	PASSWORD_METHODS,
	SIGNATURE_HASH,
	IKE_ATTRIBUTE_ROWS(LIFE_IPSEC),
	LIFE_IPSEC_TYPE_OF,
	IKE_DURATION_ROWS(LIFE_IPSEC_TIME),
	IKE_ATTRIBUTE_ROWS(LIFE_IKE),
	LIFE_IKE_TYPE_OF,
	IKE_DURATION_ROWS(LIFE_IKE_TIME),
	DELETE_DOI,
	DELETE_PROTOCOL_1,
	DELETE_PROTOCOL_2,
	SPI_COUNT,
	DELETE_SPI,
};

enum {
	DELETE_1 = 12,
	DELETE_2 = 42,
	PROTO_ISAKMP = 1,
	IPV4_GATEWAY = 1,
	IPV6_GATEWAY,
	FQDN_GATEWAY
};

static const struct word types_1[] = {
	{0, "<UNKNOWN>"},
	{1, "INVALID-PAYLOAD-TYPE"},
	{2, "DOI-NOT-SUPPORTED"},
	{3, "SITUATION-NOT-SUPPORTED"},
	{4, "INVALID-COOKIE"},
	{5, "INVALID-MAJOR-VERSION"},
	{6, "INVALID-MINOR-VERSION"},
	{7, "INVALID-EXCHANGE-TYPE"},
	{8, "INVALID-FLAGS"},
	{9, "INVALID-MESSAGE-ID"},
	{10, "INVALID-PROTOCOL-ID"},
	{11, "INVALID-SPI"},
	{12, "INVALID-TRANSFORM-ID"},
	{13, "ATTRIBUTES-NOT-SUPPORTED"},
	{14, "NO-PROPOSAL-CHOSEN"},
	{15, "BAD-PROPOSAL-SYNTAX"},
	{16, "PAYLOAD-MALFORMED"},
	{17, "INVALID-KEY-INFORMATION"},
	{18, "INVALID-ID-INFORMATION"},
	{19, "INVALID-CERT-ENCODING"},
	{20, "INVALID-CERTIFICATE"},
	{21, "CERT-TYPE-UNSUPPORTED"},
	{22, "INVALID-CERT-AUTHORITY"},
	{23, "INVALID-HASH-INFORMATION"},
	{24, "AUTHENTICATION-FAILED"},
	{25, "INVALID-SIGNATURE"},
	{26, "ADDRESS-NOTIFICATION"},
	{27, "NOTIFY-SA-LIFETIME"},
	{28, "CERTIFICATE-UNAVAILABLE"},
	{29, "UNSUPPORTED-EXCHANGE-TYPE"},
	{30, "UNEQUAL-PAYLOAD-LENGTHS"},
	{31, "RESERVED (Future Use)", 8191},
	{8192, "Private Use", 16383},
	{16384, "CONNECTED"},
	{16385, "RESERVED (Future Use)", 24575},
	{24576, "RESPONDER-LIFETIME"},
	{24577, "REPLAY-STATUS"},
	{24578, "INITIAL-CONTACT"},
	{24579, "DOI-specific codes", 32767},
	{32768, "Private Use", 36135},
	{36136, "R-U-THERE"},
	{36137, "R-U-THERE-ACK"},
	{36138, "Private Use", 40500},
	{40501, "UNITY-LOAD-BALANCE"},
	{40502, "UNITY-UNKNOWN"},
	{40503, "UNITY-GROUP-HASH"},
	{40504, "Private Use", 40959},
	{40960, "RESERVED (Future Use)", 65535},
};

static const struct word types_2[] = {
	{0, "RESERVED"},
	{1, "UNSUPPORTED_CRITICAL_PAYLOAD"},
	{2, "RESERVED", 3},
	{4, "INVALID_IKE_SPI"},
	{5, "INVALID_MAJOR_VERSION"},
	{6, "RESERVED"},
	{7, "INVALID_SYNTAX"},
	{8, "RESERVED"},
	{9, "INVALID_MESSAGE_ID"},
	{10, "RESERVED"},
	{11, "INVALID_SPI"},
	{12, "RESERVED", 13},
	{14, "NO_PROPOSAL_CHOSEN"},
	{15, "RESERVED", 16},
	{17, "INVALID_KE_PAYLOAD"},
	{24, "AUTHENTICATION_FAILED"},
	{25, "RESERVED", 33},
	{34, "SINGLE_PAIR_REQUIRED"},
	{35, "NO_ADDITIONAL_SAS"},
	{36, "INTERNAL_ADDRESS_FAILURE"},
	{37, "FAILED_CP_REQUIRED"},
	{38, "TS_UNACCEPTABLE"},
	{39, "INVALID_SELECTORS"},
	{40, "UNACCEPTABLE_ADDRESSES"},
	{41, "UNEXPECTED_NAT_DETECTED"},
	{42, "USE_ASSIGNED_HoA"},
	{43, "TEMPORARY_FAILURE"},
	{44, "CHILD_SA_NOT_FOUND"},
	{45, "INVALID_GROUP_ID"},
	{46, "CHILD_SA_NOT_FOUND"},
	{47, "RESERVED TO IANA - Error types", 8191},
	{8192, "PDN_CONNECTION_REJECTION"},
	{8193, "MAX_CONNECTION_REACHED"},
	{8194, "Private Use - Errors", 8240},
	{8241, "SEMANTIC_ERROR_IN_THE_TFT_OPERATION"},
	{8242, "SYNTACTICAL_ERROR_IN_THE_TFT_OPERATION"},
	{8243, "Private Use - Errors"},
	{8244, "SEMANTIC_ERRORS_IN_PACKET_FILTERS"},
	{8245, "SYNTACTICAL_ERRORS_IN_PACKET_FILTERS"},
	{8246, "Private Use - Errors", 8999},
	{9000, "NON_3GPP_ACCESS_TO_EPC_NOT_ALLOWED"},
	{9001, "USER_UNKNOWN"},
	{9002, "NO_APN_SUBSCRIPTION"},
	{9003, "AUTHORIZATION_REJECTED"},
	{9004, "Private Use - Errors", 9005},
	{9006, "ILLEGAL_ME"},
	{9007, "Private Use - Errors", 10499},
	{10500, "NETWORK_FAILURE"},
	{10501, "Private Use - Errors", 11000},
	{11001, "RAT_TYPE_NOT_ALLOWED"},
	{11002, "Private Use - Errors", 11004},
	{11005, "IMEI_NOT_ACCEPTED"},
	{11006, "Private Use - Errors", 11010},
	{11011, "PLMN_NOT_ALLOWED"},
	{11012, "Private Use - Errors", 11054},
	{11055, "UNAUTHENTICATED_EMERGENCY_NOT_SUPPORTED"},
	{11056, "Private Use - Errors", 15499},
	{15500, "CONGESTION"},
	{15501, "Private Use - Errors", 16383},
	{16384, "INITIAL_CONTACT"},
	{16385, "SET_WINDOW_SIZE"},
	{16386, "ADDITIONAL_TS_POSSIBLE"},
	{16387, "IPCOMP_SUPPORTED"},
	{16388, "NAT_DETECTION_SOURCE_IP"},
	{16389, "NAT_DETECTION_DESTINATION_IP"},
	{16390, "COOKIE"},
	{16391, "USE_TRANSPORT_MODE"},
	{16392, "HTTP_CERT_LOOKUP_SUPPORTED"},
	{16393, "REKEY_SA"},
	{16394, "ESP_TFC_PADDING_NOT_SUPPORTED"},
	{16395, "NON_FIRST_FRAGMENTS_ALSO"},
	{16396, "MOBIKE_SUPPORTED"},
	{16397, "ADDITIONAL_IP4_ADDRESS"},
	{16398, "ADDITIONAL_IP6_ADDRESS"},
	{16399, "NO_ADDITIONAL_ADDRESSES"},
	{16400, "UPDATE_SA_ADDRESSES"},
	{16401, "COOKIE2"},
	{16402, "NO_NATS_ALLOWED"},
	{16403, "AUTH_LIFETIME"},
	{16404, "MULTIPLE_AUTH_SUPPORTED"},
	{16405, "ANOTHER_AUTH_FOLLOWS"},
	{16406, "REDIRECT_SUPPORTED"},
	{16407, "REDIRECT"},
	{16408, "REDIRECTED_FROM"},
	{16409, "TICKET_LT_OPAQUE"},
	{16410, "TICKET_REQUEST"},
	{16411, "TICKET_ACK"},
	{16412, "TICKET_NACK"},
	{16413, "TICKET_OPAQUE"},
	{16414, "LINK_ID"},
	{16415, "USE_WESP_MODE"},
	{16416, "ROHC_SUPPORTED"},
	{16417, "EAP_ONLY_AUTHENTICATION"},
	{16418, "CHILDLESS_IKEV2_SUPPORTED"},
	{16419, "QUICK_CRASH_DETECTION"},
	{16420, "IKEV2_MESSAGE_ID_SYNC_SUPPORTED"},
	{16421, "IPSEC_REPLAY_COUNTER_SYNC_SUPPORTED"},
	{16422, "IKEV2_MESSAGE_ID_SYNC"},
	{16423, "IPSEC_REPLAY_COUNTER_SYNC"},
	{16424, "SECURE_PASSWORD_METHODS"},
	{16425, "PSK_PERSIST"},
	{16426, "PSK_CONFIRM"},
	{16427, "ERX_SUPPORTED"},
	{16428, "IFOM_CAPABILITY"},
	{16429, "SENDER_REQUEST_ID"},
	{16430, "IKEV2_FRAGMENTATION_SUPPORTED"},
	{16431, "SIGNATURE_HASH_ALGORITHMS"},
	{16432, "RESERVED TO IANA - STATUS TYPES", 40959},
	{40960, "Private Use - STATUS TYPES"},
	{40961, "REACTIVATION_REQUESTED_CAUSE"},
	{40962, "Private Use - STATUS TYPES", 41040},
	{41041, "BACKOFF_TIMER"},
	{41042, "Private Use - STATUS TYPES", 41049},
	{41050, "PDN_TYPE_IPv4_ONLY_ALLOWED"},
	{41051, "PDN_TYPE_IPv6_ONLY_ALLOWED"},
	{41052, "Private Use - STATUS TYPES", 41100},
	{41101, "DEVICE_IDENTITY"},
	{41102, "Private Use - STATUS TYPES", 41111},
	{41112, "EMERGENCY_SUPPORT"},
	{41113, "Private Use - STATUS TYPES", 41133},
	{41134, "EMERGENCY_CALL_NUMBERS"},
	{41135, "Private Use - STATUS TYPES", 41287},
	{41288, "NBIFOM_GENERIC_CONTAINER"},
	{41289, "Private Use - STATUS TYPES", 41303},
	{41304, "P-CSCF_RESELECTION_SUPPORT"},
	{41305, "Private Use - STATUS TYPES", 41500},
	{41501, "PTI"},
	{41502, "Private Use - STATUS TYPES", 42010},
	{42011, "P-IKEV2_MULTIPLE_BEARER_PDN_CONNECTIVITY"},
	{42012, "Private Use - STATUS TYPES", 42013},
	{42014, "P-EPS_QOS"},
	{42015, "P-EXTENDED_EPS_QOS"},
	{42016, "Private Use - STATUS TYPES"},
	{42017, "P-TFT"},
	{42018, "Private Use - STATUS TYPES", 42019},
	{42020, "P-MODIFIED_BEARER"},
	{42021, "Private Use - STATUS TYPES", 42093},
	{42094, "P-APN_AMBR"},
	{42095, "P-EXTENDED_APN_AMBR"},
	{42096, "Private Use - STATUS TYPES", 51014},
	{51015, "P-N1_MODE_CAPABILITY"},
	{51016, "Private Use - STATUS TYPES", 51114},
	{51115, "P-N1_MODE_INFORMATION"},
	{51116, "Private Use - STATUS TYPES", 55500},
	{55501, "5G_QOS_INFO"},
	{55502, "NAS_IP4_ADDRESS"},
	{55503, "NAS_IP6_ADDRESS"},
	{55504, "UP_IP4_ADDRESS"},
	{55505, "UP_IP6_ADDRESS"},
	{55506, "NAS_TCP_PORT"},
	{55507, "N3GPP_BACKOFF_TIMER"},
	{55508, "Private Use - STATUS TYPES", 65535},
};

static const struct word ipcomp_words[] = {
	{0, "RESERVED"}, {1, "OUI"}, {2, "DEFLATE"}, {3, "LZS"}, {4, "LZJH"},
};

static const struct word gateway_words[] = {
	{1, "IPv4 address"},
	{2, "IPv6 address"},
	{3, "FQDN"},
};

static const struct word rohc_types[] = {
	{1, "Maximum Context Identifier (MAX_CID)"},
	{2, "ROHC Profile (ROHC_PROFILE)"},
	{3, "ROHC Integrity Algorithm (ROHC_INTEG)"},
	{4, "ROHC ICV Length in bytes (ROHC_ICV_LEN)"},
	{5, "Maximum Reconstructed Reception Unit (MRRU)"},
	{6, "Unassigned (Future use)", 16383},
	{16384, "Private use", 32767},
};

static const struct word hash_words[] = {
	{0, "Reserved"},         {1, "SHA1"},
	{2, "SHA2-256"},         {3, "SHA2-384"},
	{4, "SHA2-512"},         {5, "Identity"},
	{6, "Unassigned", 1023}, {1024, "Reserved for Private Use", 65535},
};

/* Seconds, and the same in words. */
static void form_lifetime(struct text *t, const struct record *r, const struct node *n)
{
	unsigned s = (unsigned)n->u;

	(void)r;
	text_format(t, "%u seconds (%u hour(s) %02u minute(s) %02u second(s))", s, s / 3600,
		    s % 3600 / 60, s % 60);
}

#define ROW(row, filter, label, ...) [row] = {"isakmp." filter, label, __VA_ARGS__}

static const struct field fields[] = {
	[NOTIFY] = {"isakmp.notify", "Notification", PROTO},
	IKE_HEAD_FIELDS,
	ROW(DOI, "notify.doi", "Domain of interpretation", U32, DEC, .words = &ike_doi,
	    .help = "Whose rules the numbers follow", .ref = "RFC 2408, 3.14"),
	ROW(PROTOCOL_1, "notify.protoid", "Protocol ID", U32, DEC, .words = &ike_protocols_1,
	    .help = "Which protocol it is about", .ref = "RFC 2408, 3.14"),
	ROW(PROTOCOL_2, "notify.protoid", "Protocol ID", U32, DEC, .words = &ike_protocols_2,
	    .help = "Which protocol it is about", .ref = "RFC 7296, 3.10"),
	ROW(SPI_SIZE, "spisize", "SPI Size", U8, DEC, .help = "Octets of the SPI",
	    .ref = "RFC 7296, 3.10"),
	ROW(TYPE_1, "notify.msgtype", "Notify Message Type", U16, DEC, WORDS(types_1),
	    .help = "What there is to tell", .ref = "RFC 2408, 3.14.1"),
	ROW(TYPE_2, "notify.msgtype", "Notify Message Type", U16, DEC, WORDS(types_2),
	    .help = "What there is to tell", .ref = "RFC 7296, 3.10.1"),
	ROW(SPI, "spi", "SPI", BYTES, .help = "Which association", .ref = "RFC 7296, 3.10"),
	ROW(DATA, "notify.data", "Notification DATA", BYTES, .help = "What goes with it",
	    .ref = "RFC 7296, 3.10"),
	ROW(DPD, "notify.data.dpd.are_you_there", "DPD ARE-YOU-THERE sequence", U32, DEC,
	    .help = "Is the other side alive?", .ref = "RFC 3706, 5.3"),
	ROW(DPD_ACK, "notify.data.dpd.are_you_there_ack", "DPD ARE-YOU-THERE-ACK sequence", U32,
	    DEC, .help = "It is", .ref = "RFC 3706, 5.3"),
	ROW(LOAD_BALANCE, "notify.data.unity.load_balance", "UNITY LOAD BALANCE", IPV4,
	    .help = "Another server"),
	ROW(ACCEPTED_GROUP, "notify.data.accepted_dh_group", "Accepted DH group number", U16, DEC,
	    .words = &ike_groups, .help = "The group that the responder wants",
	    .ref = "RFC 7296, 1.3"),
	ROW(IPCOMP_CPI, "notify.data.ipcomp.cpi", "IPCOMP CPI", U16, DEC,
	    .help = "The sender's number of the compression", .ref = "RFC 7296, 2.22"),
	ROW(IPCOMP_ID, "notify.data.ipcomp.transform_id", "IPCOMP Transform ID", U8, DEC,
	    WORDS(ipcomp_words), .help = "How it is compressed", .ref = "RFC 7296, 2.22"),
	ROW(AUTH_LIFETIME, "notify.data.auth_lifetime", "Authentication Lifetime", U32, DEC,
	    .form = form_lifetime, .help = "When to authenticate again", .ref = "RFC 4478, 3"),
	ROW(GATEWAY_TYPE, "notify.data.redirect.gw_ident.type", "Gateway Identity Type", U8, DEC,
	    WORDS(gateway_words), .help = "How the gateway is named", .ref = "RFC 5685, 7.2"),
	ROW(GATEWAY_LEN, "notify.data.redirect.gw_ident.len", "Gateway Identity Length", U8, DEC,
	    .help = "Octets of its name", .ref = "RFC 5685, 7.2"),
	ROW(NEW_IPV4, "notify.data.redirect.new_resp_gw_ident.ipv4",
	    "New Responder Gateway Identity (IPv4)", IPV4, .help = "Where to go",
	    .ref = "RFC 5685, 7.2"),
	ROW(NEW_IPV6, "notify.data.redirect.new_resp_gw_ident.ipv6",
	    "New Responder Gateway Identity (IPv6)", IPV6, .help = "Where to go",
	    .ref = "RFC 5685, 7.2"),
	ROW(NEW_FQDN, "notify.data.redirect.new_resp_gw_ident.fqdn",
	    "New Responder Gateway Identity (FQDN)", STRING, .help = "Where to go",
	    .ref = "RFC 5685, 7.2"),
	ROW(NEW_DATA, "notify.data.redirect.new_resp_gw_ident.data",
	    "New Responder Gateway Identity (DATA)", BYTES, .help = "Where to go",
	    .ref = "RFC 5685, 7.2"),
	ROW(REDIRECT_NONCE, "notify.data.redirect.nonce_data", "Redirect Nonce Data", BYTES,
	    .help = "The initiator's nonce", .ref = "RFC 5685, 7.2"),
	ROW(OLD_IPV4, "notify.data.redirect.org_resp_gw_ident.ipv4",
	    "Original Responder Gateway Identity (IPv4)", IPV4, .help = "Who sent it here",
	    .ref = "RFC 5685, 7.3"),
	ROW(OLD_IPV6, "notify.data.redirect.org_resp_gw_ident.ipv6",
	    "Original Responder Gateway Identity (IPv6)", IPV6, .help = "Who sent it here",
	    .ref = "RFC 5685, 7.3"),
	ROW(OLD_DATA, "notify.data.redirect.org_resp_gw_ident.data",
	    "Original Responder Gateway Identity (DATA)", BYTES, .help = "Who sent it here",
	    .ref = "RFC 5685, 7.3"),
	ROW(TICKET_LIFETIME, "notify.data.ticket_opaque.lifetime", "TICKET OPAQUE Lifetime", U32,
	    DEC, .help = "Seconds that the ticket is good for", .ref = "RFC 5723, 7.2"),
	ROW(TICKET, "notify.data.ticket_opaque.data", "TICKET OPAQUE Data", BYTES,
	    .help = "The ticket", .ref = "RFC 5723, 7.2"),
	IKE_ATTRIBUTE_FIELDS(ROHC, "isakmp.notify.data.rohc.attr", "ROHC Attribute Type",
			     "of header compression", WORDS(rohc_types), "ROHC Format",
			     "ROHC Attribute Type"),
	ROW(MAX_CID, "notify.data.rohc.attr.max_cid", "Maximum Context Identifier", U16, DEC,
	    .under = ROHC, .help = "The greatest number of a context", .ref = "RFC 5857, 2.1.2"),
	ROW(PROFILE, "notify.data.rohc.attr.profile", "ROHC Profile", U16, DEC, .under = ROHC,
	    .help = "Which headers can be compressed", .ref = "RFC 5857, 2.1.2"),
	ROW(ROHC_INTEG, "notify.data.rohc.attr.integ", "ROHC Integrity Algorithm", U16, DEC,
	    .under = ROHC, .words = &ike_integrity, .help = "What protects the headers",
	    .ref = "RFC 5857, 2.1.2"),
	ROW(ICV_LEN, "notify.data.rohc.attr.icv_len", "ROHC ICV Length in bytes", U16, DEC,
	    .under = ROHC, .help = "Octets of that protection", .ref = "RFC 5857, 2.1.2"),
	ROW(MRRU, "notify.data.rohc.attr.mrru", "MRRU", U16, DEC, .under = ROHC,
	    .help = "The longest packet that is put together", .ref = "RFC 5857, 2.1.2"),
	ROW(QCD_SECRET, "notify.data.qcd.token_secret_data", "Token Secret Data", BYTES,
	    .help = "Shows that the sender crashed", .ref = "RFC 6290, 4.1"),
	ROW(HA_NONCE, "notify.data.ha.nonce_data", "Nonce Data", U32, HEX,
	    .help = "The same in request and response", .ref = "RFC 6311, 9.1"),
	ROW(HA_SEND, "notify.data.ha.expected_send_req_message_id", "EXPECTED SEND REQ MESSAGE ID",
	    U32, HEX, .help = "The next request's number", .ref = "RFC 6311, 9.1"),
	ROW(HA_RECEIVE, "notify.data.ha.expected_recv_req_message_id",
	    "EXPECTED RECV REQ MESSAGE ID", U32, HEX,
	    .help = "The number of the next request from the other side", .ref = "RFC 6311, 9.1"),
	ROW(HA_DELTA, "notify.data.ha.incoming_ipsec_sa_delta_value",
	    "Incoming IPsec SA delta value", BYTES, .help = "What to add to replay counters",
	    .ref = "RFC 6311, 9.2"),
	ROW(PASSWORD_METHODS, "notify.data.secure_password_methods", "Secure Password Methods",
	    BYTES, .help = "The methods that the sender knows", .ref = "RFC 6467, 4.1"),
	ROW(SIGNATURE_HASH, "notify.data.signature_hash_algorithms",
	    "Supported Signature Hash Algorithm", U16, DEC, WORDS(hash_words),
	    .help = "A hash that the sender can check", .ref = "RFC 7427, 4"),
	IKE_ATTRIBUTE_FIELDS(LIFE_IPSEC, "isakmp.notify.data.resp_lifetime.ipsec.attr",
			     "IPsec Attribute", "how long an association lives",
			     .words = &ipsec_attribute_types, "Format", "Type"),
	ROW(LIFE_IPSEC_TYPE_OF, "notify.data.resp_lifetime.ipsec.attr.life_type", "Life Type", U16,
	    DEC, .under = LIFE_IPSEC, .words = &ike_life_types, .help = "What the duration counts",
	    .ref = "RFC 2407, 4.6.3.1"),
	IKE_DURATION_FIELDS(LIFE_IPSEC_TIME, "isakmp.notify.data.resp_lifetime.ipsec.attr",
			    LIFE_IPSEC),
	IKE_ATTRIBUTE_FIELDS(LIFE_IKE, "isakmp.notify.data.resp_lifetime.ike.attr", "IKE Attribute",
			     "how long an association lives", .words = &ike_attribute_types,
			     "Format", "Type"),
	ROW(LIFE_IKE_TYPE_OF, "notify.data.resp_lifetime.ike.attr.life_type", "Life Type", U16, DEC,
	    .under = LIFE_IKE, .words = &ike_life_types, .help = "What the duration counts",
	    .ref = "RFC 2407, 4.6.3.1"),
	IKE_DURATION_FIELDS(LIFE_IKE_TIME, "isakmp.notify.data.resp_lifetime.ike.attr", LIFE_IKE),
	ROW(DELETE_DOI, "delete.doi", "Domain of interpretation", U32, DEC, .words = &ike_doi,
	    .help = "Whose rules the numbers follow", .ref = "RFC 2408, 3.15"),
	ROW(DELETE_PROTOCOL_1, "delete.protoid", "Protocol ID", U32, DEC, .words = &ike_protocols_1,
	    .help = "Which protocol it is about", .ref = "RFC 2408, 3.15"),
	ROW(DELETE_PROTOCOL_2, "delete.protoid", "Protocol ID", U32, DEC, .words = &ike_protocols_2,
	    .help = "Which protocol it is about", .ref = "RFC 7296, 3.11"),
	ROW(SPI_COUNT, "spinum", "Number of SPIs", U16, DEC, .help = "How many associations end",
	    .ref = "RFC 7296, 3.11"),
	ROW(DELETE_SPI, "delete.spi", "Delete SPI", BYTES, .help = "An association that ended",
	    .ref = "RFC 7296, 3.11"),
};

static const struct ike_attribute rohc[] = {
	{1, MAX_CID}, {2, PROFILE}, {3, ROHC_INTEG}, {4, ICV_LEN}, {5, MRRU}};
static const struct ike_attributes rohc_kind = {"ROHC Attribute Type", ROHC, false, rohc,
						COUNT(rohc)};
static const struct ike_attribute life_ipsec[] = {{1, LIFE_IPSEC_TYPE_OF, IKE_WORD},
						  {2, LIFE_IPSEC_TIME, IKE_DURATION}};
static const struct ike_attributes life_ipsec_kind = {"IPsec Attribute", LIFE_IPSEC, false,
						      life_ipsec, COUNT(life_ipsec)};
static const struct ike_attribute life_ike[] = {{11, LIFE_IKE_TYPE_OF, IKE_WORD},
						{12, LIFE_IKE_TIME, IKE_DURATION}};
static const struct ike_attributes life_ike_kind = {"IKE Attribute", LIFE_IKE, false, life_ike,
						    COUNT(life_ike)};

/* --- what goes with notifications --- */

static void put_left(struct walk *w, struct cursor *c, unsigned row)
{
	if (c->left.wire)
		put(w, c, row, c->left.wire);
}

static void put_redirect(struct walk *w, struct cursor *c)
{
	unsigned type = (unsigned)put(w, c, GATEWAY_TYPE, 1);
	uint32_t len = (uint32_t)put(w, c, GATEWAY_LEN, 1);

	if (type == IPV4_GATEWAY)
		put(w, c, NEW_IPV4, 4);
	else if (type == IPV6_GATEWAY)
		put(w, c, NEW_IPV6, 16);
	else
		put(w, c, type == FQDN_GATEWAY ? NEW_FQDN : NEW_DATA, len);
	if (!c->bad)
		put_left(w, c, REDIRECT_NONCE);
}

static void put_redirected(struct walk *w, struct cursor *c)
{
	unsigned type = (unsigned)put(w, c, GATEWAY_TYPE, 1);
	uint32_t len = (uint32_t)put(w, c, GATEWAY_LEN, 1);

	if (type == IPV4_GATEWAY)
		put(w, c, OLD_IPV4, 4);
	else if (type == IPV6_GATEWAY)
		put(w, c, OLD_IPV6, 16);
	else
		put(w, c, OLD_DATA, len);
}

static void put_rohc(struct walk *w, struct cursor *c)
{
	ike_attributes(w, c, &rohc_kind);
}

static void put_sync(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{HA_NONCE, 4}, {HA_SEND, 4}, {HA_RECEIVE, 4}, {0, 0}};

	put_rows(w, c, parts);
}

static void put_hashes(struct walk *w, struct cursor *c)
{
	while (c->left.cap && !c->bad)
		put(w, c, SIGNATURE_HASH, 2);
}

/* Notifications with more than octets; one row's, or more. */
struct data {
	uint16_t type;
	struct part rows[3];
	void (*read)(struct walk *, struct cursor *);
};

#define TO_END 0xffff

static const struct data data_1[] = {
	{36136, {{DPD, 4}}, NULL},
	{36137, {{DPD_ACK, 4}}, NULL},
	{40501, {{LOAD_BALANCE, 4}}, NULL},
};
static const struct data data_2[] = {
	{17, {{ACCEPTED_GROUP, 2}}, NULL},
	{16387, {{IPCOMP_CPI, 2}, {IPCOMP_ID, 1}}, NULL},
	{16403, {{AUTH_LIFETIME, 4}}, NULL},
	{16407, {{0, 0}}, put_redirect},
	{16408, {{0, 0}}, put_redirected},
	{16409, {{TICKET_LIFETIME, 4}, {TICKET, TO_END}}, NULL},
	{16413, {{TICKET, TO_END}}, NULL},
	{16416, {{0, 0}}, put_rohc},
	{16419, {{QCD_SECRET, TO_END}}, NULL},
	{16422, {{0, 0}}, put_sync},
	{16423, {{HA_DELTA, TO_END}}, NULL},
	{16424, {{PASSWORD_METHODS, TO_END}}, NULL},
	{16431, {{0, 0}}, put_hashes},
};

static void put_data(struct walk *w, struct cursor *c, const struct data *d)
{
	if (d->read) {
		d->read(w, c);
		return;
	}
	for (const struct part *p = d->rows; p->row && !c->bad; p++)
		put(w, c, p->row, p->octets == TO_END ? c->left.wire : p->octets);
}

static void put_data_of(struct walk *w, struct cursor *c, unsigned type, const struct data *list,
			unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (list[i].type == type)
			put_data(w, c, &list[i]);
}

#define RESPONDER_LIFETIME 24576

static void put_lifetime(struct walk *w, struct cursor *c, unsigned protocol)
{
	w->depth++;
	ike_attributes(w, c, protocol == PROTO_ISAKMP ? &life_ike_kind : &life_ipsec_kind);
	w->depth--;
}

static void put_notify(struct walk *w, struct layer *l, struct cursor *c)
{
	bool old = ike_version(l) == 1;
	uint32_t group = w->last, spi;
	unsigned protocol, type;
	struct cursor data;

	if (old)
		put(w, c, DOI, 4);
	protocol = (unsigned)put(w, c, old ? PROTOCOL_1 : PROTOCOL_2, 1);
	spi = (uint32_t)put(w, c, SPI_SIZE, 1);
	type = (unsigned)put(w, c, old ? TYPE_1 : TYPE_2, 2);
	if (!old)
		label_tail_of(w, group, " - %s", row_word(w, TYPE_2, type, "Unknown"));
	if (spi)
		put(w, c, SPI, spi);
	data = *c;
	ike_rest(w, c, DATA);
	if (c->bad || !data.left.wire)
		return;
	if (old && type == RESPONDER_LIFETIME)
		put_lifetime(w, &data, protocol);
	else if (old)
		put_data_of(w, &data, type, data_1, COUNT(data_1));
	else
		put_data_of(w, &data, type, data_2, COUNT(data_2));
	c->bad = data.bad;
}

static void put_delete(struct walk *w, struct layer *l, struct cursor *c)
{
	bool old = ike_version(l) == 1;
	uint32_t size;
	unsigned n;

	if (old)
		put(w, c, DELETE_DOI, 4);
	put(w, c, old ? DELETE_PROTOCOL_1 : DELETE_PROTOCOL_2, 1);
	size = (uint32_t)put(w, c, SPI_SIZE, 1);
	n = (unsigned)put(w, c, SPI_COUNT, 2);
	while (n-- && size && c->left.wire && !c->bad)
		put(w, c, DELETE_SPI, size);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = ike_type(l);

	if (type == DELETE_1 || type == DELETE_2)
		put_delete(w, l, c);
	else
		put_notify(w, l, c);
}

static const struct hang hangs[] = {{"isakmp.payload", 11},
				    {"isakmp.payload", DELETE_1},
				    {"isakmp.payload", 41},
				    {"isakmp.payload", DELETE_2},
				    {0}};

const struct proto proto_isakmp_notify = {
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
