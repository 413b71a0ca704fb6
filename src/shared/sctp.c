/* SPDX-License-Identifier: BSD-2-Clause */
/* What SCTP's chunks, parameters and causes share; assigned numbers in Wireshark's words. */
/* RFC 9260, 3.2; https://www.iana.org/assignments/sctp-parameters. */
#include "shared/sctp.h"

static const struct word sctp_chunks_list[] = {
	{0, "DATA"},
	{1, "INIT"},
	{2, "INIT_ACK"},
	{3, "SACK"},
	{4, "HEARTBEAT"},
	{5, "HEARTBEAT_ACK"},
	{6, "ABORT"},
	{7, "SHUTDOWN"},
	{8, "SHUTDOWN_ACK"},
	{9, "ERROR"},
	{10, "COOKIE_ECHO"},
	{11, "COOKIE_ACK"},
	{12, "ECNE"},
	{13, "CWR"},
	{14, "SHUTDOWN_COMPLETE"},
	{15, "AUTH"},
	{16, "NR_SACK"},
	{64, "I_DATA"},
	{128, "ASCONF_ACK"},
	{129, "PKTDROP"},
	{130, "RE_CONFIG"},
	{132, "PAD"},
	{192, "FORWARD_TSN"},
	{193, "ASCONF"},
	{194, "I_FORWARD_TSN"},
	{255, "IETF_EXTENSION"},
};

const struct words sctp_chunks = {sctp_chunks_list, COUNT(sctp_chunks_list)};

static const struct word sctp_parameters_list[] = {
	{0x1, "Heartbeat info"},
	{0x5, "IPv4 address"},
	{0x6, "IPv6 address"},
	{0x7, "State cookie"},
	{0x8, "Unrecognized parameter"},
	{0x9, "Cookie preservative"},
	{0xb, "Hostname address"},
	{0xc, "Supported address types"},
	{0xd, "Outgoing SSN reset request"},
	{0xe, "Incoming SSN reset request"},
	{0xf, "SSN/TSN reset request"},
	{0x10, "Re-configuration response"},
	{0x11, "Add outgoing streams request"},
	{0x12, "Add incoming streams request"},
	{0x8000, "ECN"},
	{0x8002, "Random"},
	{0x8003, "Authenticated Chunk list"},
	{0x8004, "Requested HMAC Algorithm"},
	{0x8008, "Supported Extensions"},
	{0xc000, "Forward TSN supported"},
	{0xc001, "Add IP address"},
	{0xc002, "Delete IP address"},
	{0xc003, "Error cause indication"},
	{0xc004, "Set primary address"},
	{0xc005, "Success report"},
	{0xc006, "Adaptation Layer Indication"},
};

const struct words sctp_parameters = {sctp_parameters_list, COUNT(sctp_parameters_list)};

static const struct word sctp_hmacs_list[] = {
	{0, "Reserved"},
	{1, "SHA-1"},
	{2, "Reserved"},
	{3, "SHA-256"},
};

const struct words sctp_hmacs = {sctp_hmacs_list, COUNT(sctp_hmacs_list)};

static const struct word sctp_reporting_list[] = {
	{0, "Do not report"},
	{1, "Do report"},
};

const struct words sctp_reporting = {sctp_reporting_list, COUNT(sctp_reporting_list)};

void put_sctp_part(struct walk *w, struct cursor *c, enum sctp_part part, uint32_t owner)
{
	w->last = owner;
	*c = walk_part(w, also_by(w->now, 0, part), *c);
}

struct cursor sctp_value(struct cursor c, uint32_t len)
{
	return cursor_first(c, len < SCTP_HEAD ? 0 : len - SCTP_HEAD);
}

void sctp_pass_value(struct cursor *c, uint32_t len, bool bad)
{
	if (len < SCTP_HEAD || len - SCTP_HEAD > c->left.wire || bad)
		cursor_fail(c, UINT32_MAX);
	cursor_take(c, len - SCTP_HEAD);
}
