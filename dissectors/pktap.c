/* SPDX-License-Identifier: BSD-2-Clause */
/* What Darwin's pktap devices tell of a packet, its process above all. */
/* XNU, bsd/net/pktap.h. */
#include "core/walk.h"

enum {
	PKTAP,
	HDRLEN,
	RECTYPE,
	DLT,
	IFNAME,
	FLAGS,
	FAMILY,
	LLHDR,
	LLTRAILER,
	PID,
	CMDNAME,
	SERVICE,
	IFTYPE,
	IFUNIT,
	EPID,
	ECMDNAME,
	TOO_SHORT,
};

#define HEADER 108

static const struct field fields[] = {
	[PKTAP] = {"pktap", "PKTAP packet header", PROTO},
	[HDRLEN] = {"pktap.hdrlen", "Header length", U32, DEC, AT(0, 32), .traits = LE,
		    .help = "Octets of this header", .ref = "pktap_header"},
	[RECTYPE] = {"pktap.rectype", "Record type", U32, DEC, AT(32, 32), .traits = LE,
		     .help = "What follows it", .ref = "pktap_header"},
	[DLT] = {"pktap.dlt", "DLT", U32, DEC, AT(64, 32), .traits = LE,
		 .help = "Link layer of the packet", .ref = "pktap_header"},
	[IFNAME] = {"pktap.ifname", "Interface name", STRING, AT(96, 192), .traits = ZSTRING,
		    .help = "Which interface", .ref = "pktap_header"},
	[FLAGS] = {"pktap.flags", "Flags", U32, HEX, AT(288, 32), .traits = LE,
		   .help = "Which way it went", .ref = "pktap_header"},
	[FAMILY] = {"pktap.pfamily", "Protocol family", U32, DEC, AT(320, 32), .traits = LE,
		    .help = "Kind of packet", .ref = "pktap_header"},
	[LLHDR] = {"pktap.llhdrlen", "Link-layer header length", U32, DEC, AT(352, 32),
		   .traits = LE, .help = "Octets of the link's header", .ref = "pktap_header"},
	[LLTRAILER] = {"pktap.lltrlrlen", "Link-layer trailer length", U32, DEC, AT(384, 32),
		       .traits = LE, .help = "Octets of its trailer", .ref = "pktap_header"},
	[PID] = {"pktap.pid", "Process ID", U32, DEC, AT(416, 32), .traits = LE,
		 .help = "Whose socket", .ref = "pktap_header"},
	[CMDNAME] = {"pktap.cmdname", "Command name", STRING, AT(448, 160), .traits = ZSTRING,
		     .help = "The process' name", .ref = "pktap_header"},
	[SERVICE] = {"pktap.svc_class", "Service class", U32, DEC, AT(608, 32), .traits = LE,
		     .help = "How urgent it is", .ref = "pktap_header"},
	[IFTYPE] = {"pktap.iftype", "Interface type", U16, DEC, AT(640, 16), .traits = LE,
		    .help = "Kind of interface", .ref = "pktap_header"},
	[IFUNIT] = {"pktap.ifunit", "Interface unit", U16, DEC, AT(656, 16), .traits = LE,
		    .help = "Its number", .ref = "pktap_header"},
	[EPID] = {"pktap.epid", "Effective process ID", U32, DEC, AT(672, 32), .traits = LE,
		  .help = "For whom the process acts", .ref = "pktap_header"},
	[ECMDNAME] = {"pktap.ecmdname", "Effective command name", STRING, AT(704, 160),
		      .traits = ZSTRING, .help = "That process' name", .ref = "pktap_header"},
	[TOO_SHORT] =
		EXPERT("pktap.hdrlen_too_short", "Header length is too short", ERROR, G_MALFORMED),
};

static uint32_t header_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, HDRLEN);
}

static unsigned believed(const struct layer *l)
{
	return l->bytes.cap >= 4 && VALUE(l, HDRLEN) < HEADER ? HDRLEN : 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (l->stop) {
		expert_on(w, PKTAP, TOO_SHORT, NULL);
		return;
	}
	if (c->left.wire)
		walk_past(w, next_by(l, VALUE(l, DLT)), *c, "pcap_pktdata");
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, "PKTAP, %u byte header", (unsigned)VALUE(l, HDRLEN));
}

static const struct hang hangs[] = {{"link", 258}, {"user_dlt", 149}, {0}};

const struct proto proto_pktap = {
	.brief = "PKTAP",
	.spec = "XNU pktap.h",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.believed = believed,
	.next = {.table = "link", .row = DLT},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
