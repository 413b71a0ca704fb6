/* SPDX-License-Identifier: BSD-2-Clause */
/* The option of IPCP and IPV6CP about compressed headers. */
/* RFC 1332, 3.2; RFC 3241 (ROHC), RFC 3544 (IPHC), RFC 3545. */
#ifndef SHARED_PPP_COMPRESS_H
#define SHARED_PPP_COMPRESS_H

#include "shared/ppp.h"

/* Its rows, in this order. */
enum {
	COMPRESS = CP_ROWS,
	COMPRESS_TYPE,
	COMPRESS_LENGTH,
	COMPRESS_PROTOCOL,
	COMPRESS_MAX_SLOT,
	COMPRESS_LOOSE,
	COMPRESS_SLOT_ID,
	COMPRESS_MAX_CID,
	COMPRESS_MRRU,
	COMPRESS_MAX_HEADER,
	COMPRESS_TCP_SPACE,
	COMPRESS_OTHER_SPACE,
	COMPRESS_MAX_PERIOD,
	COMPRESS_MAX_TIME,
	COMPRESS_DATA,
	COMPRESS_SUBOPTIONS,
	IPHC_RTP,
	IPHC_ENHANCED,
	IPHC_NEGOTIATE,
	IPHC_TYPE,
	IPHC_LENGTH,
	IPHC_PARAMETER,
	ROHC_PROFILES,
	ROHC_TYPE,
	ROHC_LENGTH,
	ROHC_PROFILE,
	COMPRESS_ROWS
};

extern const struct words compress_protocols, compress_slots, iphc_parameters, rohc_profiles;

#define COMPRESS_ROW(row, name, label, kind, base, what, where) \
	[row] = {name, label, kind, base, .traits = BORROWED, .help = what, .ref = where}
#define COMPRESS_FIELDS                                                                         \
	CP_OPTION(COMPRESS, "ipcp.opt.compress", "IP Compression Protocol"),                    \
		[COMPRESS_TYPE] = {"ipcp.opt.type",                                             \
				   "Type",                                                      \
				   U8,                                                          \
				   DEC,                                                         \
				   .traits = BORROWED,                                          \
				   .help = "Which option",                                      \
				   .ref = "RFC 1332, 3"},                                       \
		[COMPRESS_LENGTH] = {"ipcp.opt.length",                                         \
				     "Length",                                                  \
				     U8,                                                        \
				     DEC,                                                       \
				     .traits = BORROWED,                                        \
				     .help = "Octets of the option",                            \
				     .ref = "RFC 1332, 3"},                                     \
		[COMPRESS_PROTOCOL] = {"ipcp.opt.compress_proto",                               \
				       "IP Compression Protocol",                               \
				       U16,                                                     \
				       HEX,                                                     \
				       .traits = BORROWED,                                      \
				       .words = &compress_protocols,                            \
				       .help = "How headers are compressed",                    \
				       .ref = "RFC 1332, 3.2"},                                 \
		[COMPRESS_MAX_SLOT] = {"ipcp.opt.max_slot_id",                                  \
				       "Max Slot ID",                                           \
				       U8,                                                      \
				       DEC,                                                     \
				       .traits = BORROWED,                                      \
				       .help = "The highest number of a slot",                  \
				       .ref = "RFC 1332, 4"},                                   \
		[COMPRESS_SLOT_ID] = {"ipcp.opt.comp_slot_id",                                  \
				      "Comp Slot ID",                                           \
				      BOOL,                                                     \
				      .traits = BORROWED,                                       \
				      AT(7, 1),                                                 \
				      .under = COMPRESS_LOOSE,                                  \
				      .words = &compress_slots,                                 \
				      .help = "Numbers of slots may be left out",               \
				      .ref = "RFC 1332, 4"},                                    \
		[COMPRESS_MAX_CID] = {"ipcp.opt.max_cid",                                       \
				      "Max CID",                                                \
				      U16,                                                      \
				      DEC,                                                      \
				      .traits = BORROWED,                                       \
				      .help = "The highest number of a context",                \
				      .ref = "RFC 3241, 2.1"},                                  \
		[COMPRESS_MRRU] = {"ipcp.opt.mrru",                                             \
				   "MRRU",                                                      \
				   U16,                                                         \
				   DEC,                                                         \
				   .traits = BORROWED,                                          \
				   .help = "Octets of what is put together",                    \
				   .ref = "RFC 3241, 2.1"},                                     \
		[COMPRESS_MAX_HEADER] = {"ipcp.opt.max_header",                                 \
					 "Max Header",                                          \
					 U16,                                                   \
					 DEC,                                                   \
					 .traits = BORROWED,                                    \
					 .help = "Octets of the longest header",                \
					 .ref = "RFC 3544, 2.1"},                               \
		[COMPRESS_TCP_SPACE] = {"ipcp.opt.tcp_space",                                   \
					"TCP Space",                                            \
					U16,                                                    \
					DEC,                                                    \
					.traits = BORROWED,                                     \
					.help = "The highest context of TCP",                   \
					.ref = "RFC 3544, 2.1"},                                \
		[COMPRESS_OTHER_SPACE] = {"ipcp.opt.non_tcp_space",                             \
					  "Non TCP Space",                                      \
					  U16,                                                  \
					  DEC,                                                  \
					  .traits = BORROWED,                                   \
					  .help = "The highest context of others",              \
					  .ref = "RFC 3544, 2.1"},                              \
		[COMPRESS_MAX_PERIOD] = {"ipcp.opt.f_max_period",                               \
					 "F Max Period",                                        \
					 U16,                                                   \
					 DEC,                                                   \
					 .traits = BORROWED,                                    \
					 .help = "Compressed headers between two full ones",    \
					 .ref = "RFC 3544, 2.1"},                               \
		[COMPRESS_MAX_TIME] = {"ipcp.opt.f_max_time",                                   \
				       "F Max Time",                                            \
				       U16,                                                     \
				       DEC,                                                     \
				       .traits = BORROWED,                                      \
				       .help = "Seconds between two full headers",              \
				       .ref = "RFC 3544, 2.1"},                                 \
		[COMPRESS_DATA] = {"ipcp.data",                                                 \
				   "Data",                                                      \
				   BYTES,                                                       \
				   .traits = BORROWED,                                          \
				   .help = "What nobody knows",                                 \
				   .ref = "RFC 1332, 3.2"},                                     \
		[IPHC_TYPE] = {"ipcp.opt.iphc.type",                                            \
			       "Type",                                                          \
			       U8,                                                              \
			       DEC,                                                             \
			       .traits = BORROWED,                                              \
			       .help = "Which suboption",                                       \
			       .ref = "RFC 3544, 2.2"},                                         \
		[IPHC_LENGTH] = {"ipcp.opt.iphc.length",                                        \
				 "Length",                                                      \
				 U8,                                                            \
				 DEC,                                                           \
				 .traits = BORROWED,                                            \
				 .help = "Octets of the suboption",                             \
				 .ref = "RFC 3544, 2.2"},                                       \
		[IPHC_PARAMETER] = {"ipcp.opt.iphc.param",                                      \
				    "Parameter",                                                \
				    U8,                                                         \
				    DEC,                                                        \
				    .traits = BORROWED,                                         \
				    .words = &iphc_parameters,                                  \
				    .help = "What isn't compressed",                            \
				    .ref = "RFC 3545, 3"},                                      \
		[ROHC_TYPE] = {"ipcp.opt.rohc.type",                                            \
			       "Type",                                                          \
			       U8,                                                              \
			       DEC,                                                             \
			       .traits = BORROWED,                                              \
			       .help = "Which suboption",                                       \
			       .ref = "RFC 3241, 2.2"},                                         \
		[ROHC_LENGTH] = {"ipcp.opt.rohc.length",                                        \
				 "Length",                                                      \
				 U8,                                                            \
				 DEC,                                                           \
				 .traits = BORROWED,                                            \
				 .help = "Octets of the suboption",                             \
				 .ref = "RFC 3241, 2.2"},                                       \
		[ROHC_PROFILE] = {"ipcp.opt.rohc.profile",                                      \
				  "Profile",                                                    \
				  U16,                                                          \
				  HEX,                                                          \
				  .traits = BORROWED,                                           \
				  .words = &rohc_profiles,                                      \
				  .help = "A kind of packets that are compressed",              \
				  .ref = "RFC 3241, 2.2"},                                      \
		[COMPRESS_LOOSE] = {"text", "Parts", HEADING},                                  \
		[COMPRESS_SUBOPTIONS] = {"text", "Suboptions", HEADING},                        \
		CP_OPTION(IPHC_RTP, "ipcp.opt.iphc.rtp_compress", "RTP compression (RFC2508)"), \
		CP_OPTION(IPHC_ENHANCED, "ipcp.opt.iphc.enhanced_rtp_compress",                 \
			  "Enhanced RTP compression (RFC3545)"),                                \
		CP_OPTION(IPHC_NEGOTIATE, "ipcp.opt.iphc.neghdrcomp",                           \
			  "Negotiating header compression (RFC3545)"),                          \
		CP_OPTION(ROHC_PROFILES, "ipcp.opt.rohc.profile_bytes", "Profiles (RFC3241)")

/* Reads the option from behind its head. */
void compress_rest(struct walk *w, struct cursor *c, uint32_t group);

#endif
