/* SPDX-License-Identifier: BSD-2-Clause */
/* The rows that TLS and DTLS have in common. */
/* RFC 5246 and RFC 8446, and the documents of extensions. */
#ifndef SHARED_TLS_ROWS_H
#define SHARED_TLS_ROWS_H

#include "shared/tls_words.h"

enum {
	TLS_ROOT,
	TLS_RECORD,
	TLS_CONTENT,
	TLS_REC_VERSION,
	TLS_REC_LENGTH,
	TLS_APP_DATA,
	TLS_APP_PROTO,
	TLS_ALERT,
	TLS_ALERT_LEVEL,
	TLS_ALERT_DESC,
	TLS_HANDSHAKE,
	TLS_HS_TYPE,
	TLS_HS_LENGTH,
	TLS_HB,
	TLS_HB_TYPE,
	TLS_HB_LEN,
	TLS_HB_PAYLOAD,
	TLS_HB_PADDING,
	TLS_CCS,
	TLS_EXTS_LEN,
	TLS_EXT_TYPE,
	TLS_EXT_LEN,
	TLS_EXT_DATA,
	TLS_GROUPS_LEN,
	TLS_GROUPS,
	TLS_GROUP,
	TLS_POINTS_LEN,
	TLS_POINTS,
	TLS_POINT,
	TLS_SRP_LEN,
	TLS_SRP_NAME,
	TLS_ALPN_LEN,
	TLS_ALPN_LIST,
	TLS_ALPN_STR_LEN,
	TLS_ALPN_STR,
	TLS_NPN_STR_LEN,
	TLS_NPN,
	TLS_RENEG_LEN,
	TLS_RENEG,
	TLS_SHARES_LEN,
	TLS_SHARE_GROUP,
	TLS_SHARE_LEN,
	TLS_SHARE_KEY,
	TLS_SHARE_SELECTED,
	TLS_PSK_IDS_LEN,
	TLS_PSK_ID_LEN,
	TLS_PSK_ID,
	TLS_PSK_AGE,
	TLS_PSK_BINDERS_LEN,
	TLS_PSK_BINDERS,
	TLS_PSK_SELECTED,
	TLS_VERSIONS_LEN,
	TLS_VERSION_OK,
	TLS_EXT_COOKIE_LEN,
	TLS_EXT_COOKIE,
	TLS_SNI_LEN,
	TLS_SNI_NAME_LEN,
	TLS_SNI_TYPE,
	TLS_SNI_NAME,
	TLS_MAX_FRAGMENT,
	TLS_PADDING,
	TLS_CT_TYPE,
	TLS_CT_TYPES,
	TLS_CT_TYPES_LEN,
	TLS_STATUS_TYPE,
	TLS_STATUS_LEN,
	TLS_STATUS_IDS_LEN,
	TLS_STATUS_EXTS_LEN,
	TLS_STATUS_LIST_LEN,
	TLS_OCSP_LIST_LEN,
	TLS_OCSP_LEN,
	TLS_SIGS_LEN,
	TLS_SIGS,
	TLS_SIG_ALG,
	TLS_SIG_HASH,
	TLS_SIG_SIG,
	TLS_EPMS_LEN,
	TLS_EPMS,
	TLS_MODULUS_LEN,
	TLS_EXPONENT_LEN,
	TLS_SIG_LEN,
	TLS_P_LEN,
	TLS_G_LEN,
	TLS_YS_LEN,
	TLS_YC_LEN,
	TLS_CPOINT_LEN,
	TLS_SPOINT_LEN,
	TLS_P,
	TLS_G,
	TLS_CURVE_TYPE,
	TLS_NAMED_CURVE,
	TLS_YS,
	TLS_YC,
	TLS_SPOINT,
	TLS_CPOINT,
	TLS_XS_LEN,
	TLS_XC_LEN,
	TLS_XS,
	TLS_XC,
	TLS_VS_LEN,
	TLS_VC_LEN,
	TLS_VS,
	TLS_VC,
	TLS_RS_LEN,
	TLS_RC_LEN,
	TLS_RS,
	TLS_RC,
	TLS_MODULUS,
	TLS_EXPONENT,
	TLS_SIG,
	TLS_HINT_LEN,
	TLS_HINT,
	TLS_IDENT_LEN,
	TLS_IDENT,
	TLS_HB_MODE,
	TLS_CERTS_LEN,
	TLS_CERTS,
	TLS_CERT,
	TLS_CERT_LEN,
	TLS_CERT_TYPES_N,
	TLS_CERT_TYPES,
	TLS_CERT_TYPE,
	TLS_DNAMES_LEN,
	TLS_DNAMES,
	TLS_DNAME_LEN,
	TLS_DNAME,
	TLS_RANDOM,
	TLS_RANDOM_TIME,
	TLS_RANDOM_BYTES,
	TLS_SESSION_ID,
	TLS_SESSION_ID_LEN,
	TLS_HS_VERSION,
	TLS_SUITES_LEN,
	TLS_SUITES,
	TLS_SUITE,
	TLS_COMPS_LEN,
	TLS_COMPS,
	TLS_COMP,
	TLS_TICKET_HINT,
	TLS_TICKET_AGE_ADD,
	TLS_TICKET_NONCE_LEN,
	TLS_TICKET_NONCE,
	TLS_TICKET_LEN,
	TLS_TICKET,
	TLS_VERIFY_DATA,
	TLS_VRFY_LEN,
	TLS_VRFY_SIG,
	TLS_JA3_FULL,
	TLS_JA3,
	TLS_JA3S_FULL,
	TLS_JA3S,
	TLS_PSK_MODES_LEN,
	TLS_PSK_MODE,
	TLS_CONTEXT_LEN,
	TLS_CONTEXT,
	TLS_KEY_UPDATE,
	TLS_SCTS_LEN,
	TLS_SCT_LEN,
	TLS_SCT_VERSION,
	TLS_SCT_LOG,
	TLS_SCT_TIME,
	TLS_SCT_EXTS_LEN,
	TLS_SCT_EXTS,
	TLS_SCT_SIG_LEN,
	TLS_SCT_SIG,
	TLS_EARLY_SIZE,
	TLS_FILTERS_LEN,
	TLS_FILTER_OID_LEN,
	TLS_FILTER_OID,
	TLS_FILTER_VALUES_LEN,
	TLS_CRED_TIME,
	TLS_CRED_KEY,
	TLS_CRED_KEY_LEN,
	TLS_CRED_SIG,
	TLS_CRED_SIG_LEN,
	TLS_CC_LEN,
	TLS_CC_ALG,
	TLS_CC_SIZE,
	TLS_CC_MSG_LEN,
	TLS_CC_MSG,
	TLS_SIZE_LIMIT,
	TLS_CID_LEN,
	TLS_CID,
	TLS_ESNI_SUITE,
	TLS_ESNI_DIGEST_LEN,
	TLS_ESNI_DIGEST,
	TLS_ESNI_LEN,
	TLS_ESNI,
	TLS_ESNI_NONCE,
	TLS_ALPS_LEN,
	TLS_ALPS_LIST,
	TLS_ALPS_STR_LEN,
	TLS_ALPS_STR,
	TLS_ALPS_SETTINGS,
	TLS_QUIC_PARAM,
	TLS_QUIC_TYPE,
	TLS_QUIC_LEN,
	TLS_QUIC_VALUE,
	TLS_TEXT,
	TLS_BAD_VECTOR,
	TLS_TOO_SMALL,
	TLS_TRAILING,
	TLS_STATUS_UNDECODED,
	TLS_RESUMED,
	TLS_BAD_LENGTH,
	TLS_BAD_HEARTBEAT,
	TLS_OWN, /* the first row that only one of the two has */
};

/* A ticket's lifetime: "300 seconds (5 minutes)". */
void tls_form_lifetime(struct text *t, const struct record *r, const struct node *n);

/* `p` begins their names: "tls", "dtls". */
#define TLS_ROWS(p)                                                                                \
	[TLS_RECORD] = {p ".record", "Record Layer", NONE,                                         \
			.help = "A record: one piece of the stream", .ref = "RFC 5246, 6.2.1"},    \
	[TLS_CONTENT] = {p ".record.content_type",                                                 \
			 "Content Type",                                                           \
			 U8,                                                                       \
			 DEC,                                                                      \
			 .words = &tls_record_types,                                               \
			 .help = "What the record brings",                                         \
			 .ref = "RFC 5246, 6.2.1"},                                                \
	[TLS_REC_VERSION] = {p ".record.version",                                                  \
			     "Version",                                                            \
			     U16,                                                                  \
			     HEX,                                                                  \
			     .words = &tls_record_versions,                                        \
			     .help = "Version of the record layer",                                \
			     .ref = "RFC 5246, 6.2.1"},                                            \
	[TLS_REC_LENGTH] = {p ".record.length",                                                    \
			    "Length",                                                              \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets of the record behind its head",                        \
			    .ref = "RFC 5246, 6.2.1"},                                             \
	[TLS_APP_DATA] = {p ".app_data", "Encrypted Application Data", BYTES,                      \
			  .help = "What the application sent, encrypted", .ref = "RFC 5246, 10"},  \
	[TLS_APP_PROTO] = {p ".app_data_proto", "Application Data Protocol", STRING,               \
			   .traits = GENERATED, .help = "Who the application is"},                 \
	[TLS_ALERT] = {p ".alert_message", "Alert Message", NONE, .help = "Trouble, or the end",   \
		       .ref = "RFC 5246, 7.2"},                                                    \
	[TLS_ALERT_LEVEL] = {p ".alert_message.level",                                             \
			     "Level",                                                              \
			     U8,                                                                   \
			     DEC,                                                                  \
			     .words = &tls_alert_levels,                                           \
			     .help = "How grave it is",                                            \
			     .ref = "RFC 5246, 7.2"},                                              \
	[TLS_ALERT_DESC] = {p ".alert_message.desc",                                               \
			    "Description",                                                         \
			    U8,                                                                    \
			    DEC,                                                                   \
			    .words = &tls_alert_descs,                                             \
			    .help = "What happened",                                               \
			    .ref = "RFC 5246, 7.2"},                                               \
	[TLS_HANDSHAKE] = {p ".handshake", "Handshake Protocol", NONE,                             \
			   .help = "A message by which the two agree", .ref = "RFC 5246, 7.4"},    \
	[TLS_HS_TYPE] = {p ".handshake.type",                                                      \
			 "Handshake Type",                                                         \
			 U8,                                                                       \
			 DEC,                                                                      \
			 .words = &tls_handshake_types,                                            \
			 .help = "Which message",                                                  \
			 .ref = "RFC 5246, 7.4"},                                                  \
	[TLS_HS_LENGTH] = {p ".handshake.length",                                                  \
			   "Length",                                                               \
			   U24,                                                                    \
			   DEC,                                                                    \
			   .help = "Octets of the message behind this",                            \
			   .ref = "RFC 5246, 7.4"},                                                \
	[TLS_HB] = {p ".heartbeat_message", "Heartbeat Message", NONE,                             \
		    .help = "Asks whether the peer lives", .ref = "RFC 6520, 4"},                  \
	[TLS_HB_TYPE] = {p ".heartbeat_message.type",                                              \
			 "Type",                                                                   \
			 U8,                                                                       \
			 DEC,                                                                      \
			 .words = &tls_heartbeat_types,                                            \
			 .help = "Request or response",                                            \
			 .ref = "RFC 6520, 3"},                                                    \
	[TLS_HB_LEN] = {p ".heartbeat_message.payload_length", "Payload Length",    U16, DEC,      \
			.help = "Octets to be sent back",      .ref = "RFC 6520, 4"},              \
	[TLS_HB_PAYLOAD] = {p ".heartbeat_message.payload", "Payload Length", BYTES,               \
			    .help = "What is to be sent back", .ref = "RFC 6520, 4"},              \
	[TLS_HB_PADDING] = {p ".heartbeat_message.padding", "Payload Length", BYTES,               \
			    .help = "Is ignored", .ref = "RFC 6520, 4"},                           \
	[TLS_CCS] = {p ".change_cipher_spec", "Change Cipher Spec Message", NONE,                  \
		     .help = "What follows is encrypted anew", .ref = "RFC 5246, 7.1"},            \
	[TLS_EXTS_LEN] = {p ".handshake.extensions_length",   "Extensions Length",       U16, DEC, \
			  .help = "Octets of all extensions", .ref = "RFC 5246, 7.4.1.4"},         \
	[TLS_EXT_TYPE] = {p ".handshake.extension.type",                                           \
			  "Type",                                                                  \
			  U16,                                                                     \
			  DEC,                                                                     \
			  .words = &tls_extension_types,                                           \
			  .help = "Which extension",                                               \
			  .ref = "RFC 5246, 7.4.1.4"},                                             \
	[TLS_EXT_LEN] = {p ".handshake.extension.len",                                             \
			 "Length",                                                                 \
			 U16,                                                                      \
			 DEC,                                                                      \
			 .help = "Octets of the extension's data",                                 \
			 .ref = "RFC 5246, 7.4.1.4"},                                              \
	[TLS_EXT_DATA] = {p ".handshake.extension.data", "Data", BYTES,                            \
			  .help = "The extension's data", .ref = "RFC 5246, 7.4.1.4"},             \
	[TLS_GROUPS_LEN] = {p ".handshake.extensions_supported_groups_length",                     \
			    "Supported Groups List Length",                                        \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets of the list",                                          \
			    .ref = "RFC 8422, 5.1.1"},                                             \
	[TLS_GROUPS] = {p ".handshake.extensions_supported_groups", "Supported Groups List", NONE, \
			.help = "Groups for key exchange", .ref = "RFC 8422, 5.1.1"},              \
	[TLS_GROUP] = {p ".handshake.extensions_supported_group",                                  \
		       "Supported Group",                                                          \
		       U16,                                                                        \
		       HEX,                                                                        \
		       .words = &tls_groups,                                                       \
		       .help = "A group for key exchange",                                         \
		       .ref = "RFC 8422, 5.1.1"},                                                  \
	[TLS_POINTS_LEN] = {p ".handshake.extensions_ec_point_formats_length",                     \
			    "EC point formats Length",                                             \
			    U8,                                                                    \
			    DEC,                                                                   \
			    .help = "Octets of the list",                                          \
			    .ref = "RFC 8422, 5.1.2"},                                             \
	[TLS_POINTS] = {p ".handshake.extensions_ec_point_formats", "EC point formats", NONE,      \
			.help = "How points may be written", .ref = "RFC 8422, 5.1.2"},            \
	[TLS_POINT] = {p ".handshake.extensions_ec_point_format",                                  \
		       "EC point format",                                                          \
		       U8,                                                                         \
		       DEC,                                                                        \
		       .words = &tls_point_formats,                                                \
		       .help = "A way to write points",                                            \
		       .ref = "RFC 8422, 5.1.2"},                                                  \
	[TLS_SRP_LEN] = {p ".handshake.extensions_srp_len", "SRP username length",   U8, DEC,      \
			 .help = "Octets of the name",      .ref = "RFC 5054, 2.8.1"},             \
	[TLS_SRP_NAME] = {p ".handshake.extensions_srp_username", "SRP username", STRING,          \
			  .help = "Who logs in", .ref = "RFC 5054, 2.8.1"},                        \
	[TLS_ALPN_LEN] = {p ".handshake.extensions_alpn_len", "ALPN Extension Length", U16, DEC,   \
			  .help = "Octets of the list",       .ref = "RFC 7301, 3.1"},             \
	[TLS_ALPN_LIST] = {p ".handshake.extensions_alpn_list", "ALPN Protocol", NONE,             \
			   .help = "Application protocols", .ref = "RFC 7301, 3.1"},               \
	[TLS_ALPN_STR_LEN] = {p ".handshake.extensions_alpn_str_len",                              \
			      "ALPN string length",                                                \
			      U8,                                                                  \
			      DEC,                                                                 \
			      .help = "Octets of the name",                                        \
			      .ref = "RFC 7301, 3.1"},                                             \
	[TLS_ALPN_STR] = {p ".handshake.extensions_alpn_str", "ALPN Next Protocol", STRING,        \
			  .help = "An application protocol", .ref = "RFC 7301, 3.1"},              \
	[TLS_NPN_STR_LEN] = {p ".handshake.extensions_npn_str_len",                                \
			     "Protocol string length",                                             \
			     U8,                                                                   \
			     DEC,                                                                  \
			     .help = "Octets of the name",                                         \
			     .ref = "draft-agl-tls-nextprotoneg-04"},                              \
	[TLS_NPN] = {p ".handshake.extensions_npn", "Next Protocol", STRING,                       \
		     .help = "An application protocol", .ref = "draft-agl-tls-nextprotoneg-04"},   \
	[TLS_RENEG_LEN] = {p ".handshake.extensions_reneg_info_len",                               \
			   "Renegotiation info extension length",                                  \
			   U8,                                                                     \
			   DEC,                                                                    \
			   .help = "Octets of the proof",                                          \
			   .ref = "RFC 5746, 3.2"},                                                \
	[TLS_RENEG] = {p ".handshake.extensions_reneg_info", "Renegotiation info", BYTES,          \
		       .help = "Binds to the handshake before", .ref = "RFC 5746, 3.2"},           \
	[TLS_SHARES_LEN] = {p ".handshake.extensions_key_share_client_length",                     \
			    "Client Key Share Length",                                             \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets of the list",                                          \
			    .ref = "RFC 8446, 4.2.8"},                                             \
	[TLS_SHARE_GROUP] = {p ".handshake.extensions_key_share_group",                            \
			     "Group",                                                              \
			     U16,                                                                  \
			     DEC,                                                                  \
			     .words = &tls_groups,                                                 \
			     .help = "The group of the key",                                       \
			     .ref = "RFC 8446, 4.2.8"},                                            \
	[TLS_SHARE_LEN] = {p ".handshake.extensions_key_share_key_exchange_length",                \
			   "Key Exchange Length",                                                  \
			   U16,                                                                    \
			   DEC,                                                                    \
			   .help = "Octets of the key",                                            \
			   .ref = "RFC 8446, 4.2.8"},                                              \
	[TLS_SHARE_KEY] = {p ".handshake.extensions_key_share_key_exchange", "Key Exchange",       \
			   BYTES, .help = "A public key", .ref = "RFC 8446, 4.2.8"},               \
	[TLS_SHARE_SELECTED] = {p ".handshake.extensions_key_share_selected_group",                \
				"Selected Group",                                                  \
				U16,                                                               \
				DEC,                                                               \
				.words = &tls_groups,                                              \
				.help = "The group that the server wants",                         \
				.ref = "RFC 8446, 4.2.8"},                                         \
	[TLS_PSK_IDS_LEN] = {p ".handshake.extensions.psk.identities.length",                      \
			     "Identities Length",                                                  \
			     U16,                                                                  \
			     DEC,                                                                  \
			     .help = "Octets of the list",                                         \
			     .ref = "RFC 8446, 4.2.11"},                                           \
	[TLS_PSK_ID_LEN] = {p ".handshake.extensions.psk.identity.identity_length",                \
			    "Identity Length",                                                     \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets of the name",                                          \
			    .ref = "RFC 8446, 4.2.11"},                                            \
	[TLS_PSK_ID] = {p ".handshake.extensions.psk.identity.identity", "Identity", BYTES,        \
			.help = "Names a key: often a ticket", .ref = "RFC 8446, 4.2.11"},         \
	[TLS_PSK_AGE] = {p ".handshake.extensions.psk.identity.obfuscated_ticket_age",             \
			 "Obfuscated Ticket Age",                                                  \
			 U32,                                                                      \
			 DEC,                                                                      \
			 .help = "How old the ticket is, hidden",                                  \
			 .ref = "RFC 8446, 4.2.11"},                                               \
	[TLS_PSK_BINDERS_LEN] = {p ".handshake.extensions.psk.binders_len",                        \
				 "PSK Binders length",                                             \
				 U16,                                                              \
				 DEC,                                                              \
				 .help = "Octets of the proofs",                                   \
				 .ref = "RFC 8446, 4.2.11"},                                       \
	[TLS_PSK_BINDERS] = {p ".handshake.extensions.psk.binders", "PSK Binders", NONE,           \
			     .help = "Proofs that the keys are known", .ref = "RFC 8446, 4.2.11"}, \
	[TLS_PSK_SELECTED] = {p ".handshake.extensions.psk.identity.selected",                     \
			      "Selected Identity",                                                 \
			      U16,                                                                 \
			      DEC,                                                                 \
			      .help = "Which key the server took",                                 \
			      .ref = "RFC 8446, 4.2.11"},                                          \
	[TLS_VERSIONS_LEN] = {p ".handshake.extensions.supported_versions_len",                    \
			      "Supported Versions length",                                         \
			      U8,                                                                  \
			      DEC,                                                                 \
			      .help = "Octets of the list",                                        \
			      .ref = "RFC 8446, 4.2.1"},                                           \
	[TLS_VERSION_OK] = {p ".handshake.extensions.supported_version",                           \
			    "Supported Version",                                                   \
			    U16,                                                                   \
			    HEX,                                                                   \
			    .words = &tls_record_versions,                                         \
			    .help = "A version that would do",                                     \
			    .ref = "RFC 8446, 4.2.1"},                                             \
	[TLS_EXT_COOKIE_LEN] = {p ".handshake.extensions.cookie_len",                              \
				"Cookie length",                                                   \
				U16,                                                               \
				DEC,                                                               \
				.help = "Octets of the cookie",                                    \
				.ref = "RFC 8446, 4.2.2"},                                         \
	[TLS_EXT_COOKIE] = {p ".handshake.extensions.cookie", "Cookie", BYTES,                     \
			    .help = "Comes back in the next hello", .ref = "RFC 8446, 4.2.2"},     \
	[TLS_SNI_LEN] = {p ".handshake.extensions_server_name_list_len",                           \
			 "Server Name list length",                                                \
			 U16,                                                                      \
			 DEC,                                                                      \
			 .help = "Octets of the list",                                             \
			 .ref = "RFC 6066, 3"},                                                    \
	[TLS_SNI_NAME_LEN] = {p ".handshake.extensions_server_name_len",                           \
			      "Server Name length",                                                \
			      U16,                                                                 \
			      DEC,                                                                 \
			      .help = "Octets of the name",                                        \
			      .ref = "RFC 6066, 3"},                                               \
	[TLS_SNI_TYPE] = {p ".handshake.extensions_server_name_type",                              \
			  "Server Name Type",                                                      \
			  U8,                                                                      \
			  DEC,                                                                     \
			  .words = &tls_name_types,                                                \
			  .help = "What kind of name",                                             \
			  .ref = "RFC 6066, 3"},                                                   \
	[TLS_SNI_NAME] = {p ".handshake.extensions_server_name", "Server Name", STRING,            \
			  .help = "The server that the client means", .ref = "RFC 6066, 3"},       \
	[TLS_MAX_FRAGMENT] = {p ".handshake.max_fragment_length",                                  \
			      "Maximum Fragment Length",                                           \
			      U8,                                                                  \
			      DEC,                                                                 \
			      .words = &tls_fragment_lengths,                                      \
			      .help = "Records are to be no longer",                               \
			      .ref = "RFC 6066, 4"},                                               \
	[TLS_PADDING] = {p ".handshake.extensions_padding_data", "Padding Data", BYTES,            \
			 .help = "Makes the hello longer", .ref = "RFC 7685, 3"},                  \
	[TLS_CT_TYPE] = {p ".handshake.cert_type.type",                                            \
			 "Certificate Type",                                                       \
			 U8,                                                                       \
			 HEX,                                                                      \
			 .words = &tls_cert_types,                                                 \
			 .help = "A kind of certificate",                                          \
			 .ref = "RFC 7250, 3"},                                                    \
	[TLS_CT_TYPES] = {p ".handshake.cert_type.types", "Certificate Type List", NONE,           \
			  .help = "Kinds of certificates", .ref = "RFC 7250, 3"},                  \
	[TLS_CT_TYPES_LEN] = {p ".handshake.cert_type.types_len",                                  \
			      "Certificate Type List Length",                                      \
			      U8,                                                                  \
			      DEC,                                                                 \
			      .help = "Octets of the list",                                        \
			      .ref = "RFC 7250, 3"},                                               \
	[TLS_STATUS_TYPE] = {p ".handshake.extensions_status_request_type",                        \
			     "Certificate Status Type",                                            \
			     U8,                                                                   \
			     DEC,                                                                  \
			     .words = &tls_status_types,                                           \
			     .help = "How a certificate's state is told",                          \
			     .ref = "RFC 6066, 8"},                                                \
	[TLS_STATUS_LEN] = {p ".handshake.extensions_status_request_len",                          \
			    "Certificate Status Length",                                           \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets of the request",                                       \
			    .ref = "RFC 6961, 2.2"},                                               \
	[TLS_STATUS_IDS_LEN] = {p ".handshake.extensions_status_request_responder_ids_len",        \
				"Responder ID list Length",                                        \
				U16,                                                               \
				DEC,                                                               \
				.help = "Octets of the responders' names",                         \
				.ref = "RFC 6066, 8"},                                             \
	[TLS_STATUS_EXTS_LEN] = {p ".handshake.extensions_status_request_exts_len",                \
				 "Request Extensions Length",                                      \
				 U16,                                                              \
				 DEC,                                                              \
				 .help = "Octets of extensions",                                   \
				 .ref = "RFC 6066, 8"},                                            \
	[TLS_STATUS_LIST_LEN] = {p ".handshake.extensions_status_request_list_len",                \
				 "Certificate Status List Length",                                 \
				 U16,                                                              \
				 DEC,                                                              \
				 .help = "Octets of the list",                                     \
				 .ref = "RFC 6961, 2.2"},                                          \
	[TLS_OCSP_LIST_LEN] = {p ".handshake.ocsp_response_list_len",                              \
			       "OCSP Response List Length",                                        \
			       U24,                                                                \
			       DEC,                                                                \
			       .help = "Octets of all responses",                                  \
			       .ref = "RFC 6961, 2.2"},                                            \
	[TLS_OCSP_LEN] = {p ".handshake.ocsp_response_len", "OCSP Response Length", U24, DEC,      \
			  .help = "Octets of the response", .ref = "RFC 6066, 8"},                 \
	[TLS_SIGS_LEN] = {p ".handshake.sig_hash_alg_len",                                         \
			  "Signature Hash Algorithms Length",                                      \
			  U16,                                                                     \
			  DEC,                                                                     \
			  .help = "Octets of the list",                                            \
			  .ref = "RFC 8446, 4.2.3"},                                               \
	[TLS_SIGS] = {p ".handshake.sig_hash_algs", "Signature Algorithms", NONE,                  \
		      .help = "Ways to sign", .ref = "RFC 8446, 4.2.3"},                           \
	[TLS_SIG_ALG] = {p ".handshake.sig_hash_alg",                                              \
			 "Signature Algorithm",                                                    \
			 U16,                                                                      \
			 HEX,                                                                      \
			 .words = &tls_sig_algs,                                                   \
			 .help = "A way to sign",                                                  \
			 .ref = "RFC 8446, 4.2.3"},                                                \
	[TLS_SIG_HASH] = {p ".handshake.sig_hash_hash",                                            \
			  "Signature Hash Algorithm Hash",                                         \
			  U8,                                                                      \
			  DEC,                                                                     \
			  .words = &tls_sig_hashes,                                                \
			  .help = "The hash function, up to TLS 1.2",                              \
			  .ref = "RFC 5246, 7.4.1.4.1"},                                           \
	[TLS_SIG_SIG] = {p ".handshake.sig_hash_sig",                                              \
			 "Signature Hash Algorithm Signature",                                     \
			 U8,                                                                       \
			 DEC,                                                                      \
			 .words = &tls_sig_sigs,                                                   \
			 .help = "The kind of key, up to TLS 1.2",                                 \
			 .ref = "RFC 5246, 7.4.1.4.1"},                                            \
	[TLS_EPMS_LEN] = {p ".handshake.epms_len",        "Encrypted PreMaster length", U16, DEC,  \
			  .help = "Octets of the secret", .ref = "RFC 5246, 7.4.7.1"},             \
	[TLS_EPMS] = {p ".handshake.epms", "Encrypted PreMaster", BYTES,                           \
		      .help = "The secret, encrypted for the server", .ref = "RFC 5246, 7.4.7.1"}, \
	[TLS_MODULUS_LEN] = {p ".handshake.modulus_len",      "Modulus Length",        U16, DEC,   \
			     .help = "Octets of the modulus", .ref = "RFC 2246, 7.4.3"},           \
	[TLS_EXPONENT_LEN] = {p ".handshake.exponent_len",      "Exponent Length",       U16, DEC, \
			      .help = "Octets of the exponent", .ref = "RFC 2246, 7.4.3"},         \
	[TLS_SIG_LEN] = {p ".handshake.sig_len",                                                   \
			 "Signature Length",                                                       \
			 U16,                                                                      \
			 DEC,                                                                      \
			 .help = "Octets of the signature",                                        \
			 .ref = "RFC 5246, 7.4.3"},                                                \
	[TLS_P_LEN] =                                                                              \
		{p ".handshake.p_len",    "p Length", U16, DEC, .help = "Octets of the prime",     \
		 .ref = "RFC 5246, 7.4.3"},                                                        \
	[TLS_G_LEN] = {p ".handshake.g_len",                                                       \
		       "g Length",                                                                 \
		       U16,                                                                        \
		       DEC,                                                                        \
		       .help = "Octets of the generator",                                          \
		       .ref = "RFC 5246, 7.4.3"},                                                  \
	[TLS_YS_LEN] = {p ".handshake.ys_len",                                                     \
			"Pubkey Length",                                                           \
			U16,                                                                       \
			DEC,                                                                       \
			.help = "Octets of the server's key",                                      \
			.ref = "RFC 5246, 7.4.3"},                                                 \
	[TLS_YC_LEN] = {p ".handshake.yc_len",                                                     \
			"Pubkey Length",                                                           \
			U16,                                                                       \
			DEC,                                                                       \
			.help = "Octets of the client's key",                                      \
			.ref = "RFC 5246, 7.4.7.2"},                                               \
	[TLS_CPOINT_LEN] = {p ".handshake.client_point_len",      "Pubkey Length",       U8, DEC,  \
			    .help = "Octets of the client's key", .ref = "RFC 8422, 5.7"},         \
	[TLS_SPOINT_LEN] = {p ".handshake.server_point_len",      "Pubkey Length",       U8, DEC,  \
			    .help = "Octets of the server's key", .ref = "RFC 8422, 5.4"},         \
	[TLS_P] = {p ".handshake.p", "p", BYTES, .help = "The prime", .ref = "RFC 5246, 7.4.3"},   \
	[TLS_G] = {p ".handshake.g", "g", BYTES, .help = "The generator",                          \
		   .ref = "RFC 5246, 7.4.3"},                                                      \
	[TLS_CURVE_TYPE] = {p ".handshake.server_curve_type",                                      \
			    "Curve Type",                                                          \
			    U8,                                                                    \
			    HEX,                                                                   \
			    .words = &tls_curve_types,                                             \
			    .help = "How the curve is told",                                       \
			    .ref = "RFC 8422, 5.4"},                                               \
	[TLS_NAMED_CURVE] = {p ".handshake.server_named_curve",                                    \
			     "Named Curve",                                                        \
			     U16,                                                                  \
			     HEX,                                                                  \
			     .words = &tls_groups,                                                 \
			     .help = "Which curve",                                                \
			     .ref = "RFC 8422, 5.4"},                                              \
	[TLS_YS] = {p ".handshake.ys", "Pubkey", BYTES, .help = "The server's key",                \
		    .ref = "RFC 5246, 7.4.3"},                                                     \
	[TLS_YC] = {p ".handshake.yc", "Pubkey", BYTES, .help = "The client's key",                \
		    .ref = "RFC 5246, 7.4.7.2"},                                                   \
	[TLS_SPOINT] = {p ".handshake.server_point", "Pubkey", BYTES, .help = "The server's key",  \
			.ref = "RFC 8422, 5.4"},                                                   \
	[TLS_CPOINT] = {p ".handshake.client_point", "Pubkey", BYTES, .help = "The client's key",  \
			.ref = "RFC 8422, 5.7"},                                                   \
	[TLS_XS_LEN] = {p ".handshake.xs_len",                                                     \
			"Pubkey Length",                                                           \
			U8,                                                                        \
			DEC,                                                                       \
			.help = "Octets of the server's key",                                      \
			.ref = "draft-cragie-tls-ecjpake-01"},                                     \
	[TLS_XC_LEN] = {p ".handshake.xc_len",                                                     \
			"Pubkey Length",                                                           \
			U8,                                                                        \
			DEC,                                                                       \
			.help = "Octets of the client's key",                                      \
			.ref = "draft-cragie-tls-ecjpake-01"},                                     \
	[TLS_XS] = {p ".handshake.xs", "Pubkey", BYTES, .help = "The server's key",                \
		    .ref = "draft-cragie-tls-ecjpake-01"},                                         \
	[TLS_XC] = {p ".handshake.xc", "Pubkey", BYTES, .help = "The client's key",                \
		    .ref = "draft-cragie-tls-ecjpake-01"},                                         \
	[TLS_VS_LEN] = {p ".handshake.vs_len",                                                     \
			"Ephemeral Pubkey Length",                                                 \
			U8,                                                                        \
			DEC,                                                                       \
			.help = "Octets of the proof's key",                                       \
			.ref = "draft-cragie-tls-ecjpake-01"},                                     \
	[TLS_VC_LEN] = {p ".handshake.vc_len",                                                     \
			"Ephemeral Pubkey Length",                                                 \
			U8,                                                                        \
			DEC,                                                                       \
			.help = "Octets of the proof's key",                                       \
			.ref = "draft-cragie-tls-ecjpake-01"},                                     \
	[TLS_VS] = {p ".handshake.vs", "Ephemeral Pubkey", BYTES, .help = "The proof's key",       \
		    .ref = "draft-cragie-tls-ecjpake-01"},                                         \
	[TLS_VC] = {p ".handshake.vc", "Ephemeral Pubkey", BYTES, .help = "The proof's key",       \
		    .ref = "draft-cragie-tls-ecjpake-01"},                                         \
	[TLS_RS_LEN] =                                                                             \
		{p ".handshake.rs_len",         "Schnorr signature Length",          U8, DEC,      \
		 .help = "Octets of the proof", .ref = "draft-cragie-tls-ecjpake-01"},             \
	[TLS_RC_LEN] =                                                                             \
		{p ".handshake.rc_len",         "Schnorr signature Length",          U8, DEC,      \
		 .help = "Octets of the proof", .ref = "draft-cragie-tls-ecjpake-01"},             \
	[TLS_RS] = {p ".handshake.rs", "Schnorr signature", BYTES, .help = "The proof",            \
		    .ref = "draft-cragie-tls-ecjpake-01"},                                         \
	[TLS_RC] = {p ".handshake.rc", "Schnorr signature", BYTES, .help = "The proof",            \
		    .ref = "draft-cragie-tls-ecjpake-01"},                                         \
	[TLS_MODULUS] = {p ".handshake.modulus", "Modulus", BYTES,                                 \
			 .help = "Of the server's short-lived RSA key", .ref = "RFC 2246, 7.4.3"}, \
	[TLS_EXPONENT] = {p ".handshake.exponent", "Exponent", BYTES,                              \
			  .help = "Of the server's short-lived RSA key",                           \
			  .ref = "RFC 2246, 7.4.3"},                                               \
	[TLS_SIG] = {p ".handshake.sig", "Signature", BYTES,                                       \
		     .help = "The server signs its parameters", .ref = "RFC 5246, 7.4.3"},         \
	[TLS_HINT_LEN] = {p ".handshake.hint_len",      "Hint Length",       U16, DEC,             \
			  .help = "Octets of the hint", .ref = "RFC 4279, 2"},                     \
	[TLS_HINT] = {p ".handshake.hint", "Hint", BYTES,                                          \
		      .help = "Helps the client to choose a key", .ref = "RFC 4279, 2"},           \
	[TLS_IDENT_LEN] = {p ".handshake.identity_len",  "Identity Length",   U16, DEC,            \
			   .help = "Octets of the name", .ref = "RFC 4279, 2"},                    \
	[TLS_IDENT] = {p ".handshake.identity", "Identity", BYTES, .help = "Names the shared key", \
		       .ref = "RFC 4279, 2"},                                                      \
	[TLS_HB_MODE] = {p ".handshake.extension.heartbeat.mode",                                  \
			 "Mode",                                                                   \
			 U8,                                                                       \
			 DEC,                                                                      \
			 .words = &tls_heartbeat_modes,                                            \
			 .help = "Whether the peer may ask",                                       \
			 .ref = "RFC 6520, 2"},                                                    \
	[TLS_CERTS_LEN] =                                                                          \
		{p ".handshake.certificates_length",   "Certificates Length",   U24, DEC,          \
		 .help = "Octets of all certificates", .ref = "RFC 5246, 7.4.2"},                  \
	[TLS_CERTS] = {p ".handshake.certificates", "Certificates", NONE,                          \
		       .help = "The chain, the own one first", .ref = "RFC 5246, 7.4.2"},          \
	[TLS_CERT] = {p ".handshake.certificate", "Certificate", BYTES,                            \
		      .help = "A certificate in DER", .ref = "RFC 5246, 7.4.2"},                   \
	[TLS_CERT_LEN] = {p ".handshake.certificate_length",   "Certificate Length",    U24, DEC,  \
			  .help = "Octets of the certificate", .ref = "RFC 5246, 7.4.2"},          \
	[TLS_CERT_TYPES_N] = {p ".handshake.cert_types_count", "Certificate types count", U8, DEC, \
			      .help = "How many kinds follow", .ref = "RFC 5246, 7.4.4"},          \
	[TLS_CERT_TYPES] = {p ".handshake.cert_types", "Certificate types", NONE,                  \
			    .help = "Kinds of keys that would do", .ref = "RFC 5246, 7.4.4"},      \
	[TLS_CERT_TYPE] = {p ".handshake.cert_type",                                               \
			   "Certificate type",                                                     \
			   U8,                                                                     \
			   DEC,                                                                    \
			   .words = &tls_cert_request_types,                                       \
			   .help = "A kind of key",                                                \
			   .ref = "RFC 5246, 7.4.4"},                                              \
	[TLS_DNAMES_LEN] = {p ".handshake.dnames_len",    "Distinguished Names Length", U16, DEC,  \
			    .help = "Octets of the list", .ref = "RFC 5246, 7.4.4"},               \
	[TLS_DNAMES] = {p ".handshake.dnames", "Distinguished Names", NONE,                        \
			.help = "Authorities that the server trusts", .ref = "RFC 5246, 7.4.4"},   \
	[TLS_DNAME_LEN] = {p ".handshake.dname_len",     "Distinguished Name Length", U16, DEC,    \
			   .help = "Octets of the name", .ref = "RFC 5246, 7.4.4"},                \
	[TLS_DNAME] = {p ".handshake.dname", "Distinguished Name", NONE, .help = "An authority",   \
		       .ref = "RFC 5246, 7.4.4"},                                                  \
	[TLS_RANDOM] = {p ".handshake.random", "Random", BYTES,                                    \
			.help = "Makes the connection unlike any other",                           \
			.ref = "RFC 5246, 7.4.1.2"},                                               \
	[TLS_RANDOM_TIME] = {p ".handshake.random_time",                                           \
			     "GMT Unix Time",                                                      \
			     ABSTIME,                                                              \
			     UTC,                                                                  \
			     .help = "The sender's clock, or random too",                          \
			     .ref = "RFC 5246, 7.4.1.2"},                                          \
	[TLS_RANDOM_BYTES] = {p ".handshake.random_bytes", "Random Bytes", BYTES,                  \
			      .help = "The rest of it", .ref = "RFC 5246, 7.4.1.2"},               \
	[TLS_SESSION_ID] = {p ".handshake.session_id", "Session ID", BYTES,                        \
			    .help = "The session to take up again", .ref = "RFC 5246, 7.4.1.2"},   \
	[TLS_SESSION_ID_LEN] = {p ".handshake.session_id_length",                                  \
				"Session ID Length",                                               \
				U8,                                                                \
				DEC,                                                               \
				.help = "Octets of the session's name",                            \
				.ref = "RFC 5246, 7.4.1.2"},                                       \
	[TLS_HS_VERSION] = {p ".handshake.version",                                                \
			    "Version",                                                             \
			    U16,                                                                   \
			    HEX,                                                                   \
			    .words = &tls_versions,                                                \
			    .help = "The version that the sender wants",                           \
			    .ref = "RFC 5246, 7.4.1.2"},                                           \
	[TLS_SUITES_LEN] = {p ".handshake.cipher_suites_length",                                   \
			    "Cipher Suites Length",                                                \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets of the list",                                          \
			    .ref = "RFC 5246, 7.4.1.2"},                                           \
	[TLS_SUITES] = {p ".handshake.ciphersuites", "Cipher Suites", NONE,                        \
			.help = "What the client can do", .ref = "RFC 5246, 7.4.1.2"},             \
	[TLS_SUITE] = {p ".handshake.ciphersuite",                                                 \
		       "Cipher Suite",                                                             \
		       U16,                                                                        \
		       HEX,                                                                        \
		       .words = &tls_suites,                                                       \
		       .help = "Key exchange, cipher and hash",                                    \
		       .ref = "RFC 5246, 7.4.1.2"},                                                \
	[TLS_COMPS_LEN] = {p ".handshake.comp_methods_length",                                     \
			   "Compression Methods Length",                                           \
			   U8,                                                                     \
			   DEC,                                                                    \
			   .help = "Octets of the list",                                           \
			   .ref = "RFC 5246, 7.4.1.2"},                                            \
	[TLS_COMPS] = {p ".handshake.comp_methods", "Compression Methods", NONE,                   \
		       .help = "How the client can compress", .ref = "RFC 5246, 7.4.1.2"},         \
	[TLS_COMP] = {p ".handshake.comp_method",                                                  \
		      "Compression Method",                                                        \
		      U8,                                                                          \
		      DEC,                                                                         \
		      .words = &tls_compressions,                                                  \
		      .help = "A way to compress",                                                 \
		      .ref = "RFC 5246, 7.4.1.2"},                                                 \
	[TLS_TICKET_HINT] = {p ".handshake.session_ticket_lifetime_hint",                          \
			     "Session Ticket Lifetime Hint",                                       \
			     U32,                                                                  \
			     DEC,                                                                  \
			     .unit = " seconds",                                                   \
			     .form = tls_form_lifetime,                                            \
			     .help = "How long the ticket is good",                                \
			     .ref = "RFC 5077, 3.3"},                                              \
	[TLS_TICKET_AGE_ADD] = {p ".handshake.session_ticket_age_add",                             \
				"Session Ticket Age Add",                                          \
				U32,                                                               \
				DEC,                                                               \
				.help = "Hides the ticket's age",                                  \
				.ref = "RFC 8446, 4.6.1"},                                         \
	[TLS_TICKET_NONCE_LEN] = {p ".handshake.session_ticket_nonce_length",                      \
				  "Session Ticket Nonce Length",                                   \
				  U8,                                                              \
				  DEC,                                                             \
				  .help = "Octets of the nonce",                                   \
				  .ref = "RFC 8446, 4.6.1"},                                       \
	[TLS_TICKET_NONCE] = {p ".handshake.session_ticket_nonce", "Session Ticket Nonce", BYTES,  \
			      .help = "Makes the key of the ticket", .ref = "RFC 8446, 4.6.1"},    \
	[TLS_TICKET_LEN] =                                                                         \
		{p ".handshake.session_ticket_length", "Session Ticket Length", U16, DEC,          \
		 .help = "Octets of the ticket",       .ref = "RFC 5077, 3.3"},                    \
	[TLS_TICKET] = {p ".handshake.session_ticket", "Session Ticket", BYTES,                    \
			.help = "The server's memory of the session", .ref = "RFC 5077, 3.3"},     \
	[TLS_VERIFY_DATA] = {p ".handshake.verify_data", "Verify Data", NONE,                      \
			     .help = "Proof that both saw the same handshake",                     \
			     .ref = "RFC 5246, 7.4.9"},                                            \
	[TLS_VRFY_LEN] = {p ".handshake.client_cert_vrfy.sig_len",                                 \
			  "Signature length",                                                      \
			  U16,                                                                     \
			  DEC,                                                                     \
			  .help = "Octets of the signature",                                       \
			  .ref = "RFC 5246, 7.4.8"},                                               \
	[TLS_VRFY_SIG] = {p ".handshake.client_cert_vrfy.sig", "Signature", BYTES,                 \
			  .help = "Proof that the key is the sender's", .ref = "RFC 5246, 7.4.8"}, \
	[TLS_JA3_FULL] = {p ".handshake.ja3_full", "JA3 Fullstring", STRING, .traits = GENERATED,  \
			  .help = "What the hello offers, as one line"},                           \
	[TLS_JA3] = {p ".handshake.ja3", "JA3", STRING, .traits = GENERATED,                       \
		     .help = "The MD5 of that line: tells programs apart"},                        \
	[TLS_JA3S_FULL] = {p ".handshake.ja3s_full", "JA3S Fullstring", STRING,                    \
			   .traits = GENERATED, .help = "What the server answers, as one line"},   \
	[TLS_JA3S] = {p ".handshake.ja3s", "JA3S", STRING, .traits = GENERATED,                    \
		      .help = "The MD5 of that line"},                                             \
	[TLS_PSK_MODES_LEN] = {p ".extension.psk_ke_modes_length",                                 \
			       "PSK Key Exchange Modes Length",                                    \
			       U8,                                                                 \
			       DEC,                                                                \
			       .help = "Octets of the list",                                       \
			       .ref = "RFC 8446, 4.2.9"},                                          \
	[TLS_PSK_MODE] = {p ".extension.psk_ke_mode",                                              \
			  "PSK Key Exchange Mode",                                                 \
			  U8,                                                                      \
			  DEC,                                                                     \
			  .words = &tls_psk_modes,                                                 \
			  .help = "How a shared key may be used",                                  \
			  .ref = "RFC 8446, 4.2.9"},                                               \
	[TLS_CONTEXT_LEN] = {p ".handshake.certificate_request_context_length",                    \
			     "Certificate Request Context Length",                                 \
			     U8,                                                                   \
			     DEC,                                                                  \
			     .help = "Octets of the context",                                      \
			     .ref = "RFC 8446, 4.3.2"},                                            \
	[TLS_CONTEXT] = {p ".handshake.certificate_request_context",                               \
			 "Certificate Request Context", BYTES,                                     \
			 .help = "Which request is answered", .ref = "RFC 8446, 4.3.2"},           \
	[TLS_KEY_UPDATE] = {p ".handshake.key_update.request_update",                              \
			    "Key Update Request",                                                  \
			    U8,                                                                    \
			    DEC,                                                                   \
			    .words = &tls_key_updates,                                             \
			    .help = "Whether the peer is to renew its keys",                       \
			    .ref = "RFC 8446, 4.6.3"},                                             \
	[TLS_SCTS_LEN] = {p ".sct.scts_length",         "Serialized SCT List Length", U16, DEC,    \
			  .help = "Octets of the list", .ref = "RFC 6962, 3.3"},                   \
	[TLS_SCT_LEN] = {p ".sct.sct_length",                                                      \
			 "Serialized SCT Length",                                                  \
			 U16,                                                                      \
			 DEC,                                                                      \
			 .help = "Octets of the timestamp",                                        \
			 .ref = "RFC 6962, 3.3"},                                                  \
	[TLS_SCT_VERSION] = {p ".sct.sct_version", "SCT Version",         U8, DEC,                 \
			     .help = "Always 0",   .ref = "RFC 6962, 3.2"},                        \
	[TLS_SCT_LOG] = {p ".sct.sct_logid", "Log ID", BYTES, .help = "Which log signed",          \
			 .ref = "RFC 6962, 3.2"},                                                  \
	[TLS_SCT_TIME] = {p ".sct.sct_timestamp",                                                  \
			  "Timestamp",                                                             \
			  ABSTIME,                                                                 \
			  UTC,                                                                     \
			  .help = "When the log saw the certificate",                              \
			  .ref = "RFC 6962, 3.2"},                                                 \
	[TLS_SCT_EXTS_LEN] = {p ".sct.sct_extensions_length", "Extensions length",   U16, DEC,     \
			      .help = "Octets of extensions", .ref = "RFC 6962, 3.2"},             \
	[TLS_SCT_EXTS] = {p ".sct.sct_extensions", "Extensions", NONE, .help = "None are defined", \
			  .ref = "RFC 6962, 3.2"},                                                 \
	[TLS_SCT_SIG_LEN] = {p ".sct.sct_signature_length",     "Signature Length",    U16, DEC,   \
			     .help = "Octets of the signature", .ref = "RFC 6962, 3.2"},           \
	[TLS_SCT_SIG] = {p ".sct.sct_signature", "Signature", BYTES,                               \
			 .help = "The log's signature", .ref = "RFC 6962, 3.2"},                   \
	[TLS_EARLY_SIZE] = {p ".early_data.max_early_data_size",                                   \
			    "Maximum Early Data Size",                                             \
			    U32,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets that may be sent at once",                             \
			    .ref = "RFC 8446, 4.2.10"},                                            \
	[TLS_FILTERS_LEN] = {p ".extension.oid_filters_length", "OID Filters Length",    U16, DEC, \
			     .help = "Octets of the list",      .ref = "RFC 8446, 4.2.5"},         \
	[TLS_FILTER_OID_LEN] = {p ".extension.oid_filters.oid_length",                             \
				"Certificate Extension OID Length",                                \
				U8,                                                                \
				DEC,                                                               \
				.help = "Octets of the identifier",                                \
				.ref = "RFC 8446, 4.2.5"},                                         \
	[TLS_FILTER_OID] = {p ".extension.oid_filters.oid", "Certificate Extension OID", OID,      \
			    .help = "Which extension a certificate must have",                     \
			    .ref = "RFC 8446, 4.2.5"},                                             \
	[TLS_FILTER_VALUES_LEN] = {p ".extension.oid_filters.values_length",                       \
				   "Certificate Extension Values Length",                          \
				   U16,                                                            \
				   DEC,                                                            \
				   .help = "Octets of its value",                                  \
				   .ref = "RFC 8446, 4.2.5"},                                      \
	[TLS_CRED_TIME] = {p ".handshake.cred.valid_time",                                         \
			   "Valid Time",                                                           \
			   U16,                                                                    \
			   DEC,                                                                    \
			   .help = "How long the credential is good",                              \
			   .ref = "RFC 9345, 4"},                                                  \
	[TLS_CRED_KEY] = {p ".handshake.cred.pubkey", "Subject Public Key Info", BYTES,            \
			  .help = "The delegated key", .ref = "RFC 9345, 4"},                      \
	[TLS_CRED_KEY_LEN] = {p ".handshake.cred.pubkey_len",                                      \
			      "Subject Public Key Info Length",                                    \
			      U24,                                                                 \
			      DEC,                                                                 \
			      .help = "Octets of the key",                                         \
			      .ref = "RFC 9345, 4"},                                               \
	[TLS_CRED_SIG] = {p ".handshake.cred.signature", "Signature", BYTES,                       \
			  .help = "Signed by the certificate's key", .ref = "RFC 9345, 4"},        \
	[TLS_CRED_SIG_LEN] = {p ".handshake.cred.signature_len", "Signature Length",  U16, DEC,    \
			      .help = "Octets of the signature", .ref = "RFC 9345, 4"},            \
	[TLS_CC_LEN] = {p ".compress_certificate.algorithms_length",                               \
			"Algorithms Length",                                                       \
			U8,                                                                        \
			DEC,                                                                       \
			.help = "Octets of the list",                                              \
			.ref = "RFC 8879, 3"},                                                     \
	[TLS_CC_ALG] = {p ".compress_certificate.algorithm",                                       \
			"Algorithm",                                                               \
			U16,                                                                       \
			DEC,                                                                       \
			.words = &tls_cert_compressions,                                           \
			.help = "A way to compress certificates",                                  \
			.ref = "RFC 8879, 3"},                                                     \
	[TLS_CC_SIZE] = {p ".compress_certificate.uncompressed_length",                            \
			 "Uncompressed Length",                                                    \
			 U24,                                                                      \
			 DEC,                                                                      \
			 .help = "Octets when unpacked",                                           \
			 .ref = "RFC 8879, 4"},                                                    \
	[TLS_CC_MSG_LEN] = {p ".compress_certificate.compressed_certificate_message.length",       \
			    "Length",                                                              \
			    U24,                                                                   \
			    DEC,                                                                   \
			    .help = "Octets while packed",                                         \
			    .ref = "RFC 8879, 4"},                                                 \
	[TLS_CC_MSG] = {p ".compress_certificate.compressed_certificate_message",                  \
			"Compressed Certificate Message", BYTES,                                   \
			.help = "The certificates, packed", .ref = "RFC 8879, 4"},                 \
	[TLS_SIZE_LIMIT] = {p ".record_size_limit",                                                \
			    "Record Size Limit",                                                   \
			    U16,                                                                   \
			    DEC,                                                                   \
			    .help = "Records are to be no longer",                                 \
			    .ref = "RFC 8449, 4"},                                                 \
	[TLS_CID_LEN] = {p ".connection_id_length",    "Connection ID length", U8, DEC,            \
			 .help = "Octets of the name", .ref = "RFC 9146, 3"},                      \
	[TLS_CID] = {p ".connection_id", "Connection ID", BYTES,                                   \
		     .help = "Names the connection whatever the address", .ref = "RFC 9146, 3"},   \
	[TLS_ESNI_SUITE] = {p ".esni.suite",                                                       \
			    "Cipher Suite",                                                        \
			    U16,                                                                   \
			    HEX,                                                                   \
			    .words = &tls_suites,                                                  \
			    .help = "How the name is encrypted",                                   \
			    .ref = "draft-ietf-tls-esni-01"},                                      \
	[TLS_ESNI_DIGEST_LEN] = {p ".esni.record_digest_length",                                   \
				 "Record Digest Length",                                           \
				 U16,                                                              \
				 DEC,                                                              \
				 .help = "Octets of the digest",                                   \
				 .ref = "draft-ietf-tls-esni-01"},                                 \
	[TLS_ESNI_DIGEST] = {p ".esni.record_digest", "Record Digest", BYTES,                      \
			     .help = "Of the server's public record",                              \
			     .ref = "draft-ietf-tls-esni-01"},                                     \
	[TLS_ESNI_LEN] = {p ".esni.encrypted_sni_length",                                          \
			  "Encrypted SNI Length",                                                  \
			  U16,                                                                     \
			  DEC,                                                                     \
			  .help = "Octets of the encrypted name",                                  \
			  .ref = "draft-ietf-tls-esni-01"},                                        \
	[TLS_ESNI] = {p ".esni.encrypted_sni", "Encrypted SNI", BYTES,                             \
		      .help = "The server's name, encrypted", .ref = "draft-ietf-tls-esni-01"},    \
	[TLS_ESNI_NONCE] = {p ".esni.nonce", "Nonce", BYTES,                                       \
			    .help = "Proof that the server could read it",                         \
			    .ref = "draft-ietf-tls-esni-01"},                                      \
	[TLS_ALPS_LEN] = {p ".handshake.extensions_alps_len",                                      \
			  "ALPS Extension Length",                                                 \
			  U16,                                                                     \
			  DEC,                                                                     \
			  .help = "Octets of the list",                                            \
			  .ref = "draft-vvv-tls-alps-01"},                                         \
	[TLS_ALPS_LIST] = {p ".handshake.extensions_alps_alpn_list", "Supported ALPN List", NONE,  \
			   .help = "Protocols that bring settings",                                \
			   .ref = "draft-vvv-tls-alps-01"},                                        \
	[TLS_ALPS_STR_LEN] = {p ".handshake.extensions_alps_alpn_str_len",                         \
			      "Supported ALPN Length",                                             \
			      U8,                                                                  \
			      DEC,                                                                 \
			      .help = "Octets of the name",                                        \
			      .ref = "draft-vvv-tls-alps-01"},                                     \
	[TLS_ALPS_STR] = {p ".handshake.extensions_alps_alpn_str", "Supported ALPN", STRING,       \
			  .help = "A protocol that brings settings",                               \
			  .ref = "draft-vvv-tls-alps-01"},                                         \
	[TLS_ALPS_SETTINGS] = {p ".handshake.extensions_alps.settings", "ALPN Opaque Settings",    \
			       BYTES, .help = "The application's settings",                        \
			       .ref = "draft-vvv-tls-alps-01"},                                    \
	[TLS_QUIC_PARAM] = {p ".quic.parameter", "Parameter", NONE, .help = "A parameter of QUIC", \
			    .ref = "RFC 9000, 18"},                                                \
	[TLS_QUIC_TYPE] = {p ".quic.parameter.type", "Type", U64, DEC, .help = "Which parameter",  \
			   .ref = "RFC 9000, 18"},                                                 \
	[TLS_QUIC_LEN] = {p ".quic.parameter.length",                                              \
			  "Length",                                                                \
			  U64,                                                                     \
			  DEC,                                                                     \
			  .help = "Octets of its value",                                           \
			  .ref = "RFC 9000, 18"},                                                  \
	[TLS_QUIC_VALUE] = {p ".quic.parameter.value", "Value", BYTES, .help = "Its value",        \
			    .ref = "RFC 9000, 18"},                                                \
	[TLS_TEXT] = {"text", "", HEADING},                                                        \
	[TLS_BAD_VECTOR] = EXPERT(p ".malformed.vector_length",                                    \
				  "Variable vector length is outside the permitted range", ERROR,  \
				  G_MALFORMED),                                                    \
	[TLS_TOO_SMALL] =                                                                          \
		EXPERT(p ".malformed.buffer_too_small",                                            \
		       "Malformed message, not enough data is available", ERROR, G_MALFORMED),     \
	[TLS_TRAILING] = EXPERT(p ".malformed.trailing_data",                                      \
				"Undecoded trailing data is present", WARNING, G_UNDECODED),       \
	[TLS_STATUS_UNDECODED] =                                                                   \
		EXPERT(p ".handshake.status_request.undecoded",                                    \
		       "Responder ID list or Request Extensions are not implemented, contact "     \
		       "Wireshark developers if you want this to be supported",                    \
		       REMARK, G_UNDECODED),                                                       \
	[TLS_RESUMED] =                                                                            \
		EXPERT(p ".resumed",                                                               \
		       "This session reuses previously negotiated keys (Session resumption)",      \
		       REMARK, G_SEQUENCE),                                                        \
	[TLS_BAD_LENGTH] =                                                                         \
		EXPERT(p ".record.length.invalid",                                                 \
		       "Record fragment length is too small or too large", ERROR, G_PROTOCOL),     \
	[TLS_BAD_HEARTBEAT] = EXPERT(p ".heartbeat_message.payload_length.invalid",                \
				     "Invalid heartbeat payload length", ERROR, G_MALFORMED)

#endif
