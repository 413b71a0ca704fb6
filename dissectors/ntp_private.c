/* SPDX-License-Identifier: BSD-2-Clause */
/* NTP's private messages: what ntpdc asks ntpd. */
/* RFC 9327, 1.1 names them; ntpd's include/ntp_request.h lays them out. */
#include "shared/ntp.h"

enum {
	PART,
	NEVER,
	FIRST_FLAGS,
	RESPONSE,
	MORE,
	HEAD_VERSION,
	HEAD_MODE,
	AUTH_SEQUENCE,
	AUTH,
	NUMBER,
	IMPLEMENTATION,
	REQUEST_CODE,
	FAILURE,
	ITEMS,
	RESERVED,
	ITEM_SIZE,
	ITEM,
	M_ADDRESS,
	M_PORT,
	M_HMODE,
	M_PEER_FLAGS,
	M_PEER_FLAGS_CONFIG,
	M_PEER_FLAGS_SYSPEER,
	M_PEER_FLAGS_BURST,
	M_PEER_FLAGS_REFCLOCK,
	M_PEER_FLAGS_PREFER,
	M_PEER_FLAGS_AUTHENABLE,
	M_PEER_FLAGS_SEL_CANDIDATE,
	M_PEER_FLAGS_SHORTLIST,
	M_IPV6_FLAG,
	M_UNUSED,
	M_ADDRESS6,
	M_DSTADDRESS,
	M_SRCADDRESS,
	M_SRCPORT,
	STRATUM,
	M_HPOLL,
	PPOLL,
	M_REACH,
	M_DELAY,
	M_OFFSET,
	M_DISPERSION,
	M_DSTADDRESS6,
	M_SRCADDRESS6,
	M_LEAP,
	M_PMODE,
	PRECISION,
	M_VERSION,
	M_UNREACH,
	M_FLASH,
	M_TTL,
	M_FLASH2,
	M_ASSOCID,
	KEYID,
	M_PKEYID,
	REFID,
	M_TIMER,
	ROOTDELAY,
	ROOTDISPERSION,
	REFTIME,
	ORG,
	REC,
	XMT,
	M_FILTDELAY,
	M_FILTOFFSET,
	M_ORDER,
	M_SELECTDIS,
	M_ESTBDELAY,
	M_TIMERESET,
	M_TIMERECEIVED,
	M_TIMETOSEND,
	M_TIMEREACHABLE,
	M_SENT,
	M_PROCESSED,
	M_BADAUTH,
	M_BOGUSORG,
	M_OLDPKT,
	M_SELDISP,
	M_SELBROKEN,
	M_CANDIDATE,
	M_POLL,
	M_SYS_FLAGS8,
	M_SYS_FLAGS_BCLIENT,
	M_SYS_FLAGS_PPS,
	M_SYS_FLAGS_NTP,
	M_SYS_FLAGS_KERNEL,
	M_SYS_FLAGS_MONITOR,
	M_SYS_FLAGS_FILEGEN,
	M_SYS_FLAGS_AUTH,
	M_SYS_FLAGS_CAL,
	M_BDELAY,
	M_FREQ,
	M_AUTHDELAY,
	M_STABILITY,
	M_TIMEUP,
	M_DENIED,
	M_OLDVERSION,
	M_NEWVERSION,
	M_BAD_VERSION,
	M_BADLENGTH,
	M_LIMITREJECTED,
	M_LAMPORT,
	M_TSROUNDING,
	M_TOTALRECVBUFS,
	M_FREERECVBUFS,
	M_FULLRECVBUFS,
	M_LOWWATER,
	M_DROPPED,
	M_IGNORED,
	M_RECEIVED,
	M_NOTSENT,
	M_INTERRUPTS,
	M_INT_RECEIVED,
	M_TOTALMEM,
	M_FREEMEM,
	M_FINDPEER_CALLS,
	M_ALLOCATIONS,
	M_DEMOBILIZATIONS,
	M_HASHCOUNT,
	M_LAST_OFFSET,
	M_DRIFT_COMP,
	M_COMPLIANCE,
	M_WATCHDOG_TIMER,
	M_ALARMS,
	M_OVERFLOWS,
	M_XMTCALLS,
	M_MINPOLL,
	M_MAXPOLL,
	CONFIG_FLAGS,
	M_CONFIG_FLAGS_AUTHENABLE,
	M_CONFIG_FLAGS_PREFER,
	M_CONFIG_FLAGS_BURST,
	M_CONFIG_FLAGS_IBURST,
	M_CONFIG_FLAGS_NO_SELECT,
	M_CONFIG_FLAGS_SKEY,
	M_KEY_FILE,
	M_SYS_FLAGS,
	M_SYS_FLAGS_BCLIENT_WIDE,
	M_SYS_FLAGS_PPS_WIDE,
	M_SYS_FLAGS_NTP_WIDE,
	M_SYS_FLAGS_KERNEL_WIDE,
	M_SYS_FLAGS_MONITOR_WIDE,
	M_SYS_FLAGS_FILEGEN_WIDE,
	M_SYS_FLAGS_AUTH_WIDE,
	M_SYS_FLAGS_CAL_WIDE,
	M_MASK,
	M_COUNT,
	M_RFLAGS,
	M_MFLAGS,
	M_MASK6,
	M_IPPEERLIMIT,
	M_RESTRICT_FLAGS,
	MON_AVGINT,
	MON_LSINT,
	MON_RESTR,
	MON_COUNT,
	MON_REMOTE_ADDRESS,
	MON_PORT,
	MON_MODE,
	MON_VERSION,
	MON_IPV6,
	MON_UNUSED,
	MON_ADDR6,
	M_RESET_STATS_FLAGS,
	M_RESET_STATS_FLAGS_ALLPEERS,
	M_RESET_STATS_FLAGS_IO,
	M_RESET_STATS_FLAGS_SYS,
	M_RESET_STATS_FLAGS_MEM,
	M_RESET_STATS_FLAGS_TIMER,
	M_RESET_STATS_FLAGS_AUTH,
	M_RESET_STATS_FLAGS_CTL,
	M_KEY,
	M_NUMKEYS,
	M_NUMFREEKEYS,
	M_KEYLOOKUPS,
	M_KEYNOTFOUND,
	M_ENCRYPTIONS,
	M_DECRYPTIONS,
	M_EXPIRED,
	M_KEYUNCACHED,
	M_LOCAL_ADDRESS,
	M_TRAP_ADDRESS,
	M_TRAP_PORT,
	M_SEQUENCE,
	M_SETTIME,
	M_ORIGTIME,
	M_RESETS,
	TRAPS_FLAGS,
	M_LOCAL_ADDRESS6,
	M_TRAP_ADDRESS6,
	M_REQUESTS,
	M_BAD_PACKETS,
	M_RESPONSES,
	M_FRAGMENTS,
	M_ERRORS,
	M_TOO_SHORT,
	M_INPUT_RESPONSES,
	M_INPUT_FRAGMENTS,
	M_INPUT_ERRORS,
	M_BAD_OFFSET,
	M_DATA_TOO_SHORT,
	M_BADOP,
	M_ASYNC_MESSAGES,
	M_TYPE,
	M_CLOCK_FLAGS,
	M_LASTEVENT,
	M_CURRENTSTATUS,
	M_POLLS,
	M_NORESPONSE,
	M_BADFORMAT,
	M_BADDATA,
	M_TIMESTARTED,
	M_FUDGETIME1,
	M_FUDGETIME2,
	M_FUDGEVAL1,
	M_FUDGEVAL2,
	M_WHICH,
	M_FUDGETIME,
	M_FUDGEVAL_FLAGS,
	M_KERNEL_OFFSET,
	M_MAXERROR,
	M_ESTERROR,
	M_STATUS,
	M_SHIFT,
	M_CONSTANT,
	M_PRECISION,
	M_TOLERANCE,
	M_PPSFREQ,
	M_JITTER,
	M_STABIL,
	M_JITCNT,
	M_CALCNT,
	M_ERRCNT,
	M_STBCNT,
	M_NVALUES,
	M_NTIMES,
	M_SVALUES,
	M_STIMES,
	M_VALUES,
	MON_LOCAL_ADDRESS,
	MON_FLAGS,
	MON_DADDR6,
	M_BCAST,
	M_INT_NAME,
	M_INT_FLAGS,
	M_LAST_TTL,
	M_NUM_MCAST,
	M_UPTIME,
	M_SCOPEID,
	M_IFINDEX,
	M_IFNUM,
	M_PEERCNT,
	M_FAMILY,
	M_IGNORE_PKTS,
	M_ACTION,
	M_BCAST6,
};

static const struct word directions[] = {
	{0, "Request"},
	{1, "Response"},
};
static const struct word implementations[] = {
	{0, "UNIV"},
	{2, "XNTPD_OLD (pre-IPv6)"},
	{3, "XNTPD"},
};
static const struct word failures[] = {
	{0x0, "No error"},
	{0x1, "incompatible implementation number"},
	{0x2, "unimplemented request code"},
	{0x3, "format error"},
	{0x4, "no data available"},
	{0x5, "unknown"},
	{0x6, "unknown"},
	{0x7, "authentication failure"},
};

#define HEAD_BITS(row, name, label, first, width, words_)                                     \
	[row] = {"ntp.priv." name, label,           U8, DEC, AT(first, width), BOX(8, first), \
		 .under = NEVER,   .help = (words_)}
#define COUNT_BITS(row, name, label, words_) \
	[row] = {"ntp.priv." name, label, U16, DEC, .help = (words_)}
static const struct field fields[] = {
	[PART] = {"ntp.priv", "NTP Private", PROTO, .help = "What ntpdc asks ntpd"},
	[NEVER] = {"text", "Bits", HEADING},
	[FIRST_FLAGS] = {"ntp.flags", "Flags", U8, HEX, .help = "What kind of message"},
	[RESPONSE] = {"ntp.priv.flags.r", "Response bit", U8, DEC, AT(0, 1), BOX(8, 0),
		      .under = NEVER, WORDS(directions), .help = "It answers"},
	HEAD_BITS(MORE, "flags.more", "More bit", 1, 1, "More follows"),
	[HEAD_VERSION] = {"ntp.flags.vn", "Version number", U8, DEC, AT(2, 3), BOX(8, 2),
			  .under = NEVER, .words = &ntp_versions, .help = "Of the protocol"},
	[HEAD_MODE] = {"ntp.flags.mode", "Mode", U8, DEC, AT(5, 3), BOX(8, 5), .under = NEVER,
		       .words = &ntp_modes, .help = "Who speaks to whom"},
	[AUTH_SEQUENCE] = {"ntp.priv.auth_seq", "Auth, sequence", U8, DEC,
			   .help = "Whether it proves who asks, and which part it is"},
	HEAD_BITS(AUTH, "auth", "Auth bit", 0, 1, "It proves who asks"),
	HEAD_BITS(NUMBER, "seq", "Sequence number", 1, 7, "Which part of the answer"),
	[IMPLEMENTATION] = {"ntp.priv.impl", "Implementation", U8, DEC, WORDS(implementations),
			    .help = "Whose numbers these are"},
	[REQUEST_CODE] = {"ntp.priv.reqcode", "Request code", U8, DEC, .words = &ntp_codes,
			  .help = "What is asked"},
	[FAILURE] = {"ntp.priv.err", "Err", U8, HEX, AT(0, 4), BOX(8, 0), .under = NEVER,
		     WORDS(failures), .help = "What went wrong"},
	COUNT_BITS(ITEMS, "numitems", "Number of data items", "So many items follow"),
	[RESERVED] = {"ntp.priv.reserved", "Reserved", U8, HEX, AT(0, 4), BOX(8, 0), .under = NEVER,
		      .help = "Zero"},
	COUNT_BITS(ITEM_SIZE, "itemsize", "Size of data item", "Octets of each"),
	[ITEM] = {"ntp.priv.mode7.item", "Mode7 item", STRING, .help = "One item"},
	[M_ADDRESS] = {"ntp.priv.mode7.address", "Address", IPV4,
		       .help = "Of an item, as ntpd has it"},
	[M_PORT] = {"ntp.priv.mode7.port", "Port", U16, DEC, .help = "Of an item, as ntpd has it"},
	[M_HMODE] = {"ntp.priv.mode7.hmode", "HMode", U8, DEC, .words = &ntp_modes,
		     .help = "Of an item, as ntpd has it"},
	[M_PEER_FLAGS] = {"ntp.priv.mode7.peer.flags", "Flags", U8, HEX, .help = "What is set"},
	[M_PEER_FLAGS_CONFIG] = {"ntp.priv.mode7.peer.flags.config", "Config", BOOL, AT(7, 1),
				 BOX(8, 7), .under = NEVER, WORDS(set_notset),
				 .help = "A flag of it"},
	[M_PEER_FLAGS_SYSPEER] = {"ntp.priv.mode7.peer.flags.syspeer", "Syspeer", BOOL, AT(6, 1),
				  BOX(8, 6), .under = NEVER, WORDS(set_notset),
				  .help = "A flag of it"},
	[M_PEER_FLAGS_BURST] = {"ntp.priv.mode7.peer.flags.burst", "Burst", BOOL, AT(5, 1),
				BOX(8, 5), .under = NEVER, WORDS(set_notset),
				.help = "A flag of it"},
	[M_PEER_FLAGS_REFCLOCK] = {"ntp.priv.mode7.peer.flags.refclock", "Refclock", BOOL, AT(4, 1),
				   BOX(8, 4), .under = NEVER, WORDS(set_notset),
				   .help = "A flag of it"},
	[M_PEER_FLAGS_PREFER] = {"ntp.priv.mode7.peer.flags.prefer", "Prefer", BOOL, AT(3, 1),
				 BOX(8, 3), .under = NEVER, WORDS(set_notset),
				 .help = "A flag of it"},
	[M_PEER_FLAGS_AUTHENABLE] = {"ntp.priv.mode7.peer.flags.authenable", "Auth enable", BOOL,
				     AT(2, 1), BOX(8, 2), .under = NEVER, WORDS(set_notset),
				     .help = "A flag of it"},
	[M_PEER_FLAGS_SEL_CANDIDATE] = {"ntp.priv.mode7.peer.flags.sel_candidate", "Sel Candidate",
					BOOL, AT(1, 1), BOX(8, 1), .under = NEVER,
					WORDS(set_notset), .help = "A flag of it"},
	[M_PEER_FLAGS_SHORTLIST] = {"ntp.priv.mode7.peer.flags.shortlist", "Shortlist", BOOL,
				    AT(0, 1), BOX(8, 0), .under = NEVER, WORDS(set_notset),
				    .help = "A flag of it"},
	[M_IPV6_FLAG] = {"ntp.priv.mode7.ipv6_flag", "IPv6 Flag", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_UNUSED] = {"ntp.priv.mode7.unused", "Unused", BYTES,
		      .help = "Of an item, as ntpd has it"},
	[M_ADDRESS6] = {"ntp.priv.mode7.address6", "IPv6 addr", IPV6,
			.help = "Of an item, as ntpd has it"},
	[M_DSTADDRESS] = {"ntp.priv.mode7.dstaddress", "Destination address", IPV4,
			  .help = "Of an item, as ntpd has it"},
	[M_SRCADDRESS] = {"ntp.priv.mode7.srcaddress", "Source address", IPV4,
			  .help = "Of an item, as ntpd has it"},
	[M_SRCPORT] = {"ntp.priv.mode7.srcport", "Source port", U16, DEC,
		       .help = "Of an item, as ntpd has it"},
	[STRATUM] = {"ntp.stratum", "Peer Clock Stratum", U8, DEC, .form = ntp_form_stratum,
		     .help = "Of an item, as ntpd has it"},
	[M_HPOLL] = {"ntp.priv.mode7.hpoll", "Host polling interval", I8, DEC,
		     .help = "Of an item, as ntpd has it"},
	[PPOLL] = {"ntp.ppoll", "Peer Polling Interval", U8, DEC,
		   .help = "Of an item, as ntpd has it"},
	[M_REACH] = {"ntp.priv.mode7.reach", "Reach", U8, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_DELAY] = {"ntp.priv.mode7.delay", "Delay", I32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_OFFSET] = {"ntp.priv.mode7.offset", "Offset", U64, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_DISPERSION] = {"ntp.priv.mode7.dispersion", "Dispersion", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_DSTADDRESS6] = {"ntp.priv.mode7.dstaddress6", "IPv6 destination addr", IPV6,
			   .help = "Of an item, as ntpd has it"},
	[M_SRCADDRESS6] = {"ntp.priv.mode7.srcaddress6", "IPv6 source addr", IPV6,
			   .help = "Of an item, as ntpd has it"},
	[M_LEAP] = {"ntp.priv.mode7.leap", "Leap", U8, DEC, .help = "Of an item, as ntpd has it"},
	[M_PMODE] = {"ntp.priv.mode7.pmode", "Peer mode", U8, DEC, .words = &ntp_modes,
		     .help = "Of an item, as ntpd has it"},
	[PRECISION] = {"ntp.precision", "Peer Clock Precision", U8, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_VERSION] = {"ntp.priv.mode7.version", "Version", U8, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_UNREACH] = {"ntp.priv.mode7.unreach", "Unreach", U8, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_FLASH] = {"ntp.priv.mode7.flash", "Flash", U8, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_TTL] = {"ntp.priv.mode7.ttl", "TTL", U8, DEC, .help = "Of an item, as ntpd has it"},
	[M_FLASH2] = {"ntp.priv.mode7.flash2", "Flash new", U16, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_ASSOCID] = {"ntp.priv.mode7.associd", "Association ID", U16, DEC,
		       .help = "Of an item, as ntpd has it"},
	[KEYID] = {"ntp.keyid", "Key ID", BYTES, .help = "Of an item, as ntpd has it"},
	[M_PKEYID] = {"ntp.priv.mode7.pkeyid", "Peer Key ID", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[REFID] = {"ntp.refid", "Reference ID", BYTES, .help = "Of an item, as ntpd has it"},
	[M_TIMER] = {"ntp.priv.mode7.timer", "Timer", U32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[ROOTDELAY] = {"ntp.rootdelay", "Root Delay", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[ROOTDISPERSION] = {"ntp.rootdispersion", "Root Dispersion", U32, DEC,
			    .help = "Of an item, as ntpd has it"},
	[REFTIME] = {"ntp.reftime", "Reference Timestamp", ABSTIME, UTC,
		     .help = "Of an item, as ntpd has it"},
	[ORG] = {"ntp.org", "Origin Timestamp", ABSTIME, UTC, .help = "Of an item, as ntpd has it"},
	[REC] = {"ntp.rec", "Receive Timestamp", ABSTIME, UTC,
		 .help = "Of an item, as ntpd has it"},
	[XMT] = {"ntp.xmt", "Transmit Timestamp", ABSTIME, UTC,
		 .help = "Of an item, as ntpd has it"},
	[M_FILTDELAY] = {"ntp.priv.mode7.filtdelay", "Filt delay", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_FILTOFFSET] = {"ntp.priv.mode7.filtoffset", "Filt offset", I64, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_ORDER] = {"ntp.priv.mode7.order", "Order", U8, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_SELECTDIS] = {"ntp.priv.mode7.selectdis", "Selectdis", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_ESTBDELAY] = {"ntp.priv.mode7.estbdelay", "Estbdelay", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_TIMERESET] = {"ntp.priv.mode7.timereset", "Time reset", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_TIMERECEIVED] = {"ntp.priv.mode7.timereceived", "Time received", U32, DEC,
			    .help = "Of an item, as ntpd has it"},
	[M_TIMETOSEND] = {"ntp.priv.mode7.timetosend", "Time to send", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_TIMEREACHABLE] = {"ntp.priv.mode7.timereachable", "Time reachable", U32, DEC,
			     .help = "Of an item, as ntpd has it"},
	[M_SENT] = {"ntp.priv.mode7.sent", "Sent", U32, DEC, .help = "Of an item, as ntpd has it"},
	[M_PROCESSED] = {"ntp.priv.mode7.processed", "Processed", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_BADAUTH] = {"ntp.priv.mode7.badauth", "Bad authentication", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_BOGUSORG] = {"ntp.priv.mode7.bogusorg", "Bogus origin", U32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_OLDPKT] = {"ntp.priv.mode7.oldpkt", "Old packet", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_SELDISP] = {"ntp.priv.mode7.seldisp", "Bad dispersion", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_SELBROKEN] = {"ntp.priv.mode7.selbroken", "Bad reference time", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_CANDIDATE] = {"ntp.priv.mode7.candidate", "Candidate", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_POLL] = {"ntp.priv.mode7.poll", "Poll", U32, DEC, .help = "Of an item, as ntpd has it"},
	[M_SYS_FLAGS8] = {"ntp.priv.mode7.sys.flags8", "Flags", U8, HEX,
			  .help = "Of an item, as ntpd has it"},
	[M_SYS_FLAGS_BCLIENT] = {"ntp.priv.mode7.sys.flags.bclient", "Bclient", BOOL, AT(7, 1),
				 BOX(8, 7), .under = NEVER, WORDS(set_notset),
				 .help = "A flag of it"},
	[M_SYS_FLAGS_PPS] = {"ntp.priv.mode7.sys.flags.pps", "PPS", BOOL, AT(6, 1), BOX(8, 6),
			     .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_SYS_FLAGS_NTP] = {"ntp.priv.mode7.sys.flags.ntp", "NTP", BOOL, AT(5, 1), BOX(8, 5),
			     .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_SYS_FLAGS_KERNEL] = {"ntp.priv.mode7.sys.flags.kernel", "Kernel", BOOL, AT(4, 1),
				BOX(8, 4), .under = NEVER, WORDS(set_notset),
				.help = "A flag of it"},
	[M_SYS_FLAGS_MONITOR] = {"ntp.priv.mode7.sys.flags.monitor", "Monitor", BOOL, AT(3, 1),
				 BOX(8, 3), .under = NEVER, WORDS(set_notset),
				 .help = "A flag of it"},
	[M_SYS_FLAGS_FILEGEN] = {"ntp.priv.mode7.sys.flags.filegen", "Filegen", BOOL, AT(2, 1),
				 BOX(8, 2), .under = NEVER, WORDS(set_notset),
				 .help = "A flag of it"},
	[M_SYS_FLAGS_AUTH] = {"ntp.priv.mode7.sys.flags.auth", "Auth", BOOL, AT(1, 1), BOX(8, 1),
			      .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_SYS_FLAGS_CAL] = {"ntp.priv.mode7.sys.flags.cal", "Cal", BOOL, AT(0, 1), BOX(8, 0),
			     .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_BDELAY] = {"ntp.priv.mode7.bdelay", "Bdelay", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_FREQ] = {"ntp.priv.mode7.freq", "Freq", I32, DEC, .help = "Of an item, as ntpd has it"},
	[M_AUTHDELAY] = {"ntp.priv.mode7.authdelay", "Auth delay", I64, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_STABILITY] = {"ntp.priv.mode7.stability", "Stability (ppm)", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_TIMEUP] = {"ntp.priv.mode7.timeup", "Time up", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_DENIED] = {"ntp.priv.mode7.denied", "Denied", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_OLDVERSION] = {"ntp.priv.mode7.oldversion", "Old version", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_NEWVERSION] = {"ntp.priv.mode7.newversion", "New version", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_BAD_VERSION] = {"ntp.priv.mode7.bad_version", "Unknown version packets", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_BADLENGTH] = {"ntp.priv.mode7.badlength", "Bad length", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_LIMITREJECTED] = {"ntp.priv.mode7.limitrejected", "Limit rejected", U32, DEC,
			     .help = "Of an item, as ntpd has it"},
	[M_LAMPORT] = {"ntp.priv.mode7.lamport", "Lamport violation", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_TSROUNDING] = {"ntp.priv.mode7.tsrounding", "Timestamp rounding error", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_TOTALRECVBUFS] = {"ntp.priv.mode7.totalrecvbufs", "Toal receive buffer", U16, DEC,
			     .help = "Of an item, as ntpd has it"},
	[M_FREERECVBUFS] = {"ntp.priv.mode7.freerecvbufs", "Free receive buffer", U16, DEC,
			    .help = "Of an item, as ntpd has it"},
	[M_FULLRECVBUFS] = {"ntp.priv.mode7.fullrecvbufs", "Full receive buffer", U16, DEC,
			    .help = "Of an item, as ntpd has it"},
	[M_LOWWATER] = {"ntp.priv.mode7.lowwater", "Low water", U16, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_DROPPED] = {"ntp.priv.mode7.dropped", "Dropped packets", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_IGNORED] = {"ntp.priv.mode7.ignored", "Ignored packets", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_RECEIVED] = {"ntp.priv.mode7.received", "Received packets", U32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_NOTSENT] = {"ntp.priv.mode7.notsent", "Not sent packets", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_INTERRUPTS] = {"ntp.priv.mode7.interrupts", "Interrupts", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_INT_RECEIVED] = {"ntp.priv.mode7.int_received", "Received by interrupt handler", U32,
			    DEC, .help = "Of an item, as ntpd has it"},
	[M_TOTALMEM] = {"ntp.priv.mode7.totalmem", "Total memory", U16, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_FREEMEM] = {"ntp.priv.mode7.freemem", "Free memory", U16, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_FINDPEER_CALLS] = {"ntp.priv.mode7.findpeer_calls", "Find peer calls", U32, DEC,
			      .help = "Of an item, as ntpd has it"},
	[M_ALLOCATIONS] = {"ntp.priv.mode7.allocations", "Allocations", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_DEMOBILIZATIONS] = {"ntp.priv.mode7.demobilizations", "Demobilizations", U32, DEC,
			       .help = "Of an item, as ntpd has it"},
	[M_HASHCOUNT] = {"ntp.priv.mode7.hashcount", "Hashcount", BYTES,
			 .help = "Of an item, as ntpd has it"},
	[M_LAST_OFFSET] = {"ntp.priv.mode7.last_offset", "Last offset", I64, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_DRIFT_COMP] = {"ntp.priv.mode7.drift_comp", "Drift comp", I64, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_COMPLIANCE] = {"ntp.priv.mode7.compliance", "Compliance", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_WATCHDOG_TIMER] = {"ntp.priv.mode7.watchdog_timer", "Watchdog timer", U32, DEC,
			      .help = "Of an item, as ntpd has it"},
	[M_ALARMS] = {"ntp.priv.mode7.alarms", "Alarms", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_OVERFLOWS] = {"ntp.priv.mode7.overflows", "Overflows", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_XMTCALLS] = {"ntp.priv.mode7.xmtcalls", "Transmitted calls", U32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_MINPOLL] = {"ntp.priv.mode7.minpoll", "Minpoll", U8, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_MAXPOLL] = {"ntp.priv.mode7.maxpoll", "Maxpoll", U8, DEC,
		       .help = "Of an item, as ntpd has it"},
	[CONFIG_FLAGS] = {"ntp.priv.config.flags", "Flags", U8, HEX, .help = "What is set"},
	[M_CONFIG_FLAGS_AUTHENABLE] = {"ntp.priv.mode7.config.flags.authenable", "Authenable", BOOL,
				       AT(7, 1), BOX(8, 7), .under = NEVER, WORDS(set_notset),
				       .help = "A flag of it"},
	[M_CONFIG_FLAGS_PREFER] = {"ntp.priv.mode7.config.flags.prefer", "Prefer", BOOL, AT(6, 1),
				   BOX(8, 6), .under = NEVER, WORDS(set_notset),
				   .help = "A flag of it"},
	[M_CONFIG_FLAGS_BURST] = {"ntp.priv.mode7.config.flags.burst", "Burst", BOOL, AT(5, 1),
				  BOX(8, 5), .under = NEVER, WORDS(set_notset),
				  .help = "A flag of it"},
	[M_CONFIG_FLAGS_IBURST] = {"ntp.priv.mode7.config.flags.iburst", "IBurst", BOOL, AT(4, 1),
				   BOX(8, 4), .under = NEVER, WORDS(set_notset),
				   .help = "A flag of it"},
	[M_CONFIG_FLAGS_NO_SELECT] = {"ntp.priv.mode7.config.flags.no_select", "No Select", BOOL,
				      AT(3, 1), BOX(8, 3), .under = NEVER, WORDS(set_notset),
				      .help = "A flag of it"},
	[M_CONFIG_FLAGS_SKEY] = {"ntp.priv.mode7.config.flags.skey", "Skey", BOOL, AT(2, 1),
				 BOX(8, 2), .under = NEVER, WORDS(set_notset),
				 .help = "A flag of it"},
	[M_KEY_FILE] = {"ntp.priv.mode7.key_file", "Key file name", STRING, .traits = ZSTRING,
			.help = "Of an item, as ntpd has it"},
	[M_SYS_FLAGS] = {"ntp.priv.mode7.sys.flags", "Flags", U32, HEX, .help = "What is set"},
	[M_SYS_FLAGS_BCLIENT_WIDE] = {"ntp.priv.mode7.sys.flags.bclient", "Bclient", BOOL,
				      AT(31, 1), BOX(8, 7), .under = NEVER, WORDS(set_notset),
				      .help = "A flag of it"},
	[M_SYS_FLAGS_PPS_WIDE] = {"ntp.priv.mode7.sys.flags.pps", "PPS", BOOL, AT(30, 1), BOX(8, 6),
				  .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_SYS_FLAGS_NTP_WIDE] = {"ntp.priv.mode7.sys.flags.ntp", "NTP", BOOL, AT(29, 1), BOX(8, 5),
				  .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_SYS_FLAGS_KERNEL_WIDE] = {"ntp.priv.mode7.sys.flags.kernel", "Kernel", BOOL, AT(28, 1),
				     BOX(8, 4), .under = NEVER, WORDS(set_notset),
				     .help = "A flag of it"},
	[M_SYS_FLAGS_MONITOR_WIDE] = {"ntp.priv.mode7.sys.flags.monitor", "Monitor", BOOL,
				      AT(27, 1), BOX(8, 3), .under = NEVER, WORDS(set_notset),
				      .help = "A flag of it"},
	[M_SYS_FLAGS_FILEGEN_WIDE] = {"ntp.priv.mode7.sys.flags.filegen", "Filegen", BOOL,
				      AT(26, 1), BOX(8, 2), .under = NEVER, WORDS(set_notset),
				      .help = "A flag of it"},
	[M_SYS_FLAGS_AUTH_WIDE] = {"ntp.priv.mode7.sys.flags.auth", "Auth", BOOL, AT(25, 1),
				   BOX(8, 1), .under = NEVER, WORDS(set_notset),
				   .help = "A flag of it"},
	[M_SYS_FLAGS_CAL_WIDE] = {"ntp.priv.mode7.sys.flags.cal", "Cal", BOOL, AT(24, 1), BOX(8, 0),
				  .under = NEVER, WORDS(set_notset), .help = "A flag of it"},
	[M_MASK] = {"ntp.priv.mode7.mask", "Mask", IPV4, .help = "Of an item, as ntpd has it"},
	[M_COUNT] = {"ntp.priv.mode7.count", "Count", U32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_RFLAGS] = {"ntp.priv.mode7.rflags", "Rflags", U16, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_MFLAGS] = {"ntp.priv.mode7.mflags", "Mflags", U16, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_MASK6] = {"ntp.priv.mode7.mask6", "IPv6 mask", IPV6,
		     .help = "Of an item, as ntpd has it"},
	[M_IPPEERLIMIT] = {"ntp.priv.mode7.ippeerlimit", "IP peer limit", I16, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_RESTRICT_FLAGS] = {"ntp.priv.mode7.restrict_flags", "Restrict flags", U16, DEC,
			      .help = "Of an item, as ntpd has it"},
	[MON_AVGINT] = {"ntp.priv.monlist.avgint", "avgint", U32, DEC,
			.help = "Of an item, as ntpd has it"},
	[MON_LSINT] = {"ntp.priv.monlist.lsint", "lsint", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[MON_RESTR] = {"ntp.priv.monlist.restr", "restr", U32, HEX,
		       .help = "Of an item, as ntpd has it"},
	[MON_COUNT] = {"ntp.priv.monlist.count", "count", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[MON_REMOTE_ADDRESS] = {"ntp.priv.monlist.remote_address", "remote address", IPV4,
				.help = "Of an item, as ntpd has it"},
	[MON_PORT] = {"ntp.priv.monlist.port", "port", U16, DEC,
		      .help = "Of an item, as ntpd has it"},
	[MON_MODE] = {"ntp.priv.monlist.mode", "mode", U8, DEC,
		      .help = "Of an item, as ntpd has it"},
	[MON_VERSION] = {"ntp.priv.monlist.version", "version", U8, DEC,
			 .help = "Of an item, as ntpd has it"},
	[MON_IPV6] = {"ntp.priv.monlist.ipv6", "ipv6", U32, HEX,
		      .help = "Of an item, as ntpd has it"},
	[MON_UNUSED] = {"ntp.priv.monlist.unused", "unused", U32, HEX,
			.help = "Of an item, as ntpd has it"},
	[MON_ADDR6] = {"ntp.priv.monlist.addr6", "ipv6 remote addr", IPV6,
		       .help = "Of an item, as ntpd has it"},
	[M_RESET_STATS_FLAGS] = {"ntp.priv.mode7.reset_stats.flags", "Flags", U32, HEX,
				 .help = "What is set"},
	[M_RESET_STATS_FLAGS_ALLPEERS] = {"ntp.priv.mode7.reset_stats.flags.allpeers", "All Peers",
					  BOOL, AT(31, 1), BOX(32, 31), .under = NEVER,
					  WORDS(set_notset), .help = "A flag of it"},
	[M_RESET_STATS_FLAGS_IO] = {"ntp.priv.mode7.reset_stats.flags.io", "IO", BOOL, AT(30, 1),
				    BOX(32, 30), .under = NEVER, WORDS(set_notset),
				    .help = "A flag of it"},
	[M_RESET_STATS_FLAGS_SYS] = {"ntp.priv.mode7.reset_stats.flags.sys", "Sys", BOOL, AT(29, 1),
				     BOX(32, 29), .under = NEVER, WORDS(set_notset),
				     .help = "A flag of it"},
	[M_RESET_STATS_FLAGS_MEM] = {"ntp.priv.mode7.reset_stats.flags.mem", "Mem", BOOL, AT(28, 1),
				     BOX(32, 28), .under = NEVER, WORDS(set_notset),
				     .help = "A flag of it"},
	[M_RESET_STATS_FLAGS_TIMER] = {"ntp.priv.mode7.reset_stats.flags.timer", "Timer", BOOL,
				       AT(27, 1), BOX(32, 27), .under = NEVER, WORDS(set_notset),
				       .help = "A flag of it"},
	[M_RESET_STATS_FLAGS_AUTH] = {"ntp.priv.mode7.reset_stats.flags.auth", "Auth", BOOL,
				      AT(26, 1), BOX(32, 26), .under = NEVER, WORDS(set_notset),
				      .help = "A flag of it"},
	[M_RESET_STATS_FLAGS_CTL] = {"ntp.priv.mode7.reset_stats.flags.ctl", "Ctl", BOOL, AT(25, 1),
				     BOX(32, 25), .under = NEVER, WORDS(set_notset),
				     .help = "A flag of it"},
	[M_KEY] = {"ntp.priv.mode7.key", "Key", U64, HEX, .traits = LE,
		   .help = "Of an item, as ntpd has it"},
	[M_NUMKEYS] = {"ntp.priv.mode7.numkeys", "Num keys", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_NUMFREEKEYS] = {"ntp.priv.mode7.numfreekeys", "Num free keys", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_KEYLOOKUPS] = {"ntp.priv.mode7.keylookups", "Keylookups", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_KEYNOTFOUND] = {"ntp.priv.mode7.keynotfound", "Key not found", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_ENCRYPTIONS] = {"ntp.priv.mode7.encryptions", "Encryptions", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_DECRYPTIONS] = {"ntp.priv.mode7.decryptions", "Decryptions", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_EXPIRED] = {"ntp.priv.mode7.expired", "Expired", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_KEYUNCACHED] = {"ntp.priv.mode7.keyuncached", "Key uncached", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_LOCAL_ADDRESS] = {"ntp.priv.mode7.local_address", "Local address", IPV4,
			     .help = "Of an item, as ntpd has it"},
	[M_TRAP_ADDRESS] = {"ntp.priv.mode7.trap_address", "Trap address", IPV4,
			    .help = "Of an item, as ntpd has it"},
	[M_TRAP_PORT] = {"ntp.priv.mode7.trap_port", "Trap port", U16, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_SEQUENCE] = {"ntp.priv.mode7.sequence", "Sequence number", U16, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_SETTIME] = {"ntp.priv.mode7.settime", "Trap set time", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_ORIGTIME] = {"ntp.priv.mode7.origtime", "Trap originally time", U32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_RESETS] = {"ntp.priv.mode7.resets", "Resets", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[TRAPS_FLAGS] = {"ntp.priv.traps.flags", "Flags", U32, HEX, .help = "What is set"},
	[M_LOCAL_ADDRESS6] = {"ntp.priv.mode7.local_address6", "IPv6 local addr", IPV6,
			      .help = "Of an item, as ntpd has it"},
	[M_TRAP_ADDRESS6] = {"ntp.priv.mode7.trap_address6", "IPv6 trap addr", IPV6,
			     .help = "Of an item, as ntpd has it"},
	[M_REQUESTS] = {"ntp.priv.mode7.requests", "Requests", U32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_BAD_PACKETS] = {"ntp.priv.mode7.bad_packets", "Bad packets", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_RESPONSES] = {"ntp.priv.mode7.responses", "Responses", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_FRAGMENTS] = {"ntp.priv.mode7.fragments", "Fragments", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_ERRORS] = {"ntp.priv.mode7.errors", "Errors", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_TOO_SHORT] = {"ntp.priv.mode7.too_short", "Too short packets", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_INPUT_RESPONSES] = {"ntp.priv.mode7.input_responses", "Responses on input", U32, DEC,
			       .help = "Of an item, as ntpd has it"},
	[M_INPUT_FRAGMENTS] = {"ntp.priv.mode7.input_fragments", "Fragments on input", U32, DEC,
			       .help = "Of an item, as ntpd has it"},
	[M_INPUT_ERRORS] = {"ntp.priv.mode7.input_errors", "Errors on input", U32, DEC,
			    .help = "Of an item, as ntpd has it"},
	[M_BAD_OFFSET] = {"ntp.priv.mode7.bad_offset", "Non zero offset packets", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_DATA_TOO_SHORT] = {"ntp.priv.mode7.data_too_short", "Data too short", U32, DEC,
			      .help = "Of an item, as ntpd has it"},
	[M_BADOP] = {"ntp.priv.mode7.badop", "Bad op code found", U32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_ASYNC_MESSAGES] = {"ntp.priv.mode7.async_messages", "Async messages", U32, DEC,
			      .help = "Of an item, as ntpd has it"},
	[M_TYPE] = {"ntp.priv.mode7.type", "Type", U8, DEC, .help = "Of an item, as ntpd has it"},
	[M_CLOCK_FLAGS] = {"ntp.priv.mode7.clock_flags", "Clock Flags", U8, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_LASTEVENT] = {"ntp.priv.mode7.lastevent", "Last event", U8, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_CURRENTSTATUS] = {"ntp.priv.mode7.currentstatus", "Current status", U8, DEC,
			     .help = "Of an item, as ntpd has it"},
	[M_POLLS] = {"ntp.priv.mode7.polls", "Polls", U32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_NORESPONSE] = {"ntp.priv.mode7.noresponse", "Noresponse", U32, DEC,
			  .help = "Of an item, as ntpd has it"},
	[M_BADFORMAT] = {"ntp.priv.mode7.badformat", "Bad format", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_BADDATA] = {"ntp.priv.mode7.baddata", "Bad data", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_TIMESTARTED] = {"ntp.priv.mode7.timestarted", "Time started", U32, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_FUDGETIME1] = {"ntp.priv.mode7.fudgetime1", "Fudge time 1", U64, HEX,
			  .help = "Of an item, as ntpd has it"},
	[M_FUDGETIME2] = {"ntp.priv.mode7.fudgetime2", "Fudge time 2", U64, HEX,
			  .help = "Of an item, as ntpd has it"},
	[M_FUDGEVAL1] = {"ntp.priv.mode7.fudgeval1", "Fudge val 1", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_FUDGEVAL2] = {"ntp.priv.mode7.fudgeval2", "Fudge val 2", U32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_WHICH] = {"ntp.priv.mode7.which", "Which", U32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_FUDGETIME] = {"ntp.priv.mode7.fudgetime", "Fudgetime", U64, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_FUDGEVAL_FLAGS] = {"ntp.priv.mode7.fudgeval_flags", "Fudgeval flags", U32, DEC,
			      .help = "Of an item, as ntpd has it"},
	[M_KERNEL_OFFSET] = {"ntp.priv.mode7.kernel_offset", "Offset", I32, DEC,
			     .help = "Of an item, as ntpd has it"},
	[M_MAXERROR] = {"ntp.priv.mode7.maxerror", "Max error", I32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_ESTERROR] = {"ntp.priv.mode7.esterror", "Est error", I32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_STATUS] = {"ntp.priv.mode7.status", "Status", U16, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_SHIFT] = {"ntp.priv.mode7.shift", "Shift", U16, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_CONSTANT] = {"ntp.priv.mode7.constant", "Constant", I32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_PRECISION] = {"ntp.priv.mode7.precision", "Precision", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_TOLERANCE] = {"ntp.priv.mode7.tolerance", "tolerance", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_PPSFREQ] = {"ntp.priv.mode7.ppsfreq", "ppsfreq", I32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_JITTER] = {"ntp.priv.mode7.jitter", "jitter", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_STABIL] = {"ntp.priv.mode7.stabil", "stabil", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_JITCNT] = {"ntp.priv.mode7.jitcnt", "jitcnt", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_CALCNT] = {"ntp.priv.mode7.calcnt", "calcnt", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_ERRCNT] = {"ntp.priv.mode7.errcnt", "errcnt", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_STBCNT] = {"ntp.priv.mode7.stbcnt", "stbcnt", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_NVALUES] = {"ntp.priv.mode7.nvalues", "Nvalues", U8, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_NTIMES] = {"ntp.priv.mode7.ntimes", "Ntimes", U8, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_SVALUES] = {"ntp.priv.mode7.svalues", "Svalues", U16, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_STIMES] = {"ntp.priv.mode7.stimes", "Stimes", U32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_VALUES] = {"ntp.priv.mode7.values", "Values", BYTES,
		      .help = "Of an item, as ntpd has it"},
	[MON_LOCAL_ADDRESS] = {"ntp.priv.monlist.local_address", "local address", IPV4,
			       .help = "Of an item, as ntpd has it"},
	[MON_FLAGS] = {"ntp.priv.monlist.flags", "flags", U32, HEX, .help = "What is set"},
	[MON_DADDR6] = {"ntp.priv.monlist.daddr6", "ipv6 local addr", IPV6,
			.help = "Of an item, as ntpd has it"},
	[M_BCAST] = {"ntp.priv.mode7.bcast", "Bcast", IPV4, .help = "Of an item, as ntpd has it"},
	[M_INT_NAME] = {"ntp.priv.mode7.int_name", "Interface name", STRING, .traits = ZSTRING,
			.help = "Of an item, as ntpd has it"},
	[M_INT_FLAGS] = {"ntp.priv.mode7.int_flags", "Interface flags", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_LAST_TTL] = {"ntp.priv.mode7.last_ttl", "Last TTL specified", I32, DEC,
			.help = "Of an item, as ntpd has it"},
	[M_NUM_MCAST] = {"ntp.priv.mode7.num_mcast", "Numer multicast sockets", I32, DEC,
			 .help = "Of an item, as ntpd has it"},
	[M_UPTIME] = {"ntp.priv.mode7.uptime", "Uptime", I32, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_SCOPEID] = {"ntp.priv.mode7.scopeid", "Scopeid", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_IFINDEX] = {"ntp.priv.mode7.ifindex", "Ifindex", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_IFNUM] = {"ntp.priv.mode7.ifnum", "Ifnum", U32, DEC,
		     .help = "Of an item, as ntpd has it"},
	[M_PEERCNT] = {"ntp.priv.mode7.peercnt", "Peer count", U32, DEC,
		       .help = "Of an item, as ntpd has it"},
	[M_FAMILY] = {"ntp.priv.mode7.family", "Address family", U16, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_IGNORE_PKTS] = {"ntp.priv.mode7.ignore_pkts", "Ignore packets", U8, DEC,
			   .help = "Of an item, as ntpd has it"},
	[M_ACTION] = {"ntp.priv.mode7.action", "Action", U8, DEC,
		      .help = "Of an item, as ntpd has it"},
	[M_BCAST6] = {"ntp.priv.mode7.bcast6", "IPv6 bcast", IPV6,
		      .help = "Of an item, as ntpd has it"},
};

/* --- what items hold --- */

static const struct part peer_list[] = {
	{M_ADDRESS, 4},   {M_PORT, 2},   {M_HMODE, 1},     {M_PEER_FLAGS, 1},
	{M_IPV6_FLAG, 4}, {M_UNUSED, 4}, {M_ADDRESS6, 16}, {0, 0},
};
static const struct part peer_list_sum[] = {
	{M_DSTADDRESS, 4},
	{M_SRCADDRESS, 4},
	{M_SRCPORT, 2},
	{STRATUM, 1},
	{M_HPOLL, 1},
	{PPOLL, 1},
	{M_REACH, 1},
	{M_PEER_FLAGS, 1},
	{M_HMODE, 1},
	{M_DELAY, 4},
	{M_OFFSET, 8},
	{M_DISPERSION, 4},
	{M_IPV6_FLAG, 4},
	{M_UNUSED, 4},
	{M_DSTADDRESS6, 16},
	{M_SRCADDRESS6, 16},
	{0, 0},
};
static const struct part peer_info[] = {
	{M_DSTADDRESS, 4},
	{M_SRCADDRESS, 4},
	{M_SRCPORT, 2},
	{M_PEER_FLAGS, 1},
	{M_LEAP, 1},
	{M_HMODE, 1},
	{M_PMODE, 1},
	{STRATUM, 1},
	{PPOLL, 1},
	{M_HPOLL, 1},
	{PRECISION, 1},
	{M_VERSION, 1},
	{M_UNUSED, 1},
	{M_REACH, 1},
	{M_UNREACH, 1},
	{M_FLASH, 1},
	{M_TTL, 1},
	{M_FLASH2, 2},
	{M_ASSOCID, 2},
	{KEYID, 4},
	{M_PKEYID, 4},
	{REFID, 4},
	{M_TIMER, 4},
	{ROOTDELAY, 4},
	{ROOTDISPERSION, 4},
	{REFTIME, 8},
	{ORG, 8},
	{REC, 8},
	{XMT, 8},
	{M_FILTDELAY, 4},
	{M_FILTOFFSET, 8},
	{M_ORDER, 1},
	{M_DELAY, 4},
	{M_DISPERSION, 4},
	{M_OFFSET, 8},
	{M_SELECTDIS, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_ESTBDELAY, 4},
	{M_IPV6_FLAG, 4},
	{M_UNUSED, 4},
	{M_DSTADDRESS6, 16},
	{M_SRCADDRESS6, 16},
	{0, 0},
};
static const struct part peer_stats[] = {
	{M_DSTADDRESS, 4},
	{M_SRCADDRESS, 4},
	{M_SRCPORT, 2},
	{M_PEER_FLAGS, 1},
	{M_TIMERESET, 4},
	{M_TIMERECEIVED, 4},
	{M_TIMETOSEND, 4},
	{M_TIMEREACHABLE, 4},
	{M_SENT, 4},
	{M_UNUSED, 4},
	{M_PROCESSED, 4},
	{M_UNUSED, 4},
	{M_BADAUTH, 4},
	{M_BOGUSORG, 4},
	{M_OLDPKT, 4},
	{M_UNUSED, 4},
	{M_UNUSED, 4},
	{M_SELDISP, 4},
	{M_SELBROKEN, 4},
	{M_UNUSED, 4},
	{M_CANDIDATE, 1},
	{M_UNUSED, 1},
	{M_UNUSED, 1},
	{M_UNUSED, 1},
	{M_IPV6_FLAG, 4},
	{M_UNUSED, 4},
	{M_DSTADDRESS6, 16},
	{M_SRCADDRESS6, 16},
	{0, 0},
};
static const struct part sys_info[] = {
	{M_ADDRESS, 4},    {M_PMODE, 1},        {M_LEAP, 1},   {STRATUM, 1},     {PRECISION, 1},
	{ROOTDELAY, 4},    {ROOTDISPERSION, 4}, {REFID, 4},    {REFTIME, 8},     {M_POLL, 4},
	{M_SYS_FLAGS8, 1}, {M_UNUSED, 3},       {M_BDELAY, 4}, {M_FREQ, 4},      {M_AUTHDELAY, 8},
	{M_STABILITY, 4},  {M_IPV6_FLAG, 4},    {M_UNUSED, 4}, {M_ADDRESS6, 16}, {0, 0},
};
static const struct part sys_stats[] = {
	{M_TIMEUP, 4},        {M_TIMERESET, 4},
	{M_DENIED, 4},        {M_OLDVERSION, 4},
	{M_NEWVERSION, 4},    {M_BAD_VERSION, 4},
	{M_BADLENGTH, 4},     {M_PROCESSED, 4},
	{M_BADAUTH, 4},       {M_TIMERECEIVED, 4},
	{M_LIMITREJECTED, 4}, {M_LAMPORT, 4},
	{M_TSROUNDING, 4},    {0, 0},
};
static const struct part io_stats[] = {
	{M_TIMERESET, 4}, {M_TOTALRECVBUFS, 2}, {M_FREERECVBUFS, 2}, {M_FULLRECVBUFS, 2},
	{M_LOWWATER, 2},  {M_DROPPED, 4},       {M_IGNORED, 4},      {M_RECEIVED, 4},
	{M_SENT, 4},      {M_NOTSENT, 4},       {M_INTERRUPTS, 4},   {M_INT_RECEIVED, 4},
	{0, 0},
};
static const struct part mem_stats[] = {
	{M_TIMERESET, 4},   {M_TOTALMEM, 2},        {M_FREEMEM, 2},   {M_FINDPEER_CALLS, 4},
	{M_ALLOCATIONS, 4}, {M_DEMOBILIZATIONS, 4}, {M_HASHCOUNT, 0}, {0, 0},
};
static const struct part loop_info[] = {
	{M_LAST_OFFSET, 8}, {M_DRIFT_COMP, 8}, {M_COMPLIANCE, 4}, {M_WATCHDOG_TIMER, 4}, {0, 0},
};
static const struct part timer_stats[] = {
	{M_TIMERESET, 4}, {M_ALARMS, 4}, {M_OVERFLOWS, 4}, {M_XMTCALLS, 4}, {0, 0},
};
static const struct part config[] = {
	{M_ADDRESS, 4},    {M_HMODE, 1},  {M_VERSION, 1},   {M_MINPOLL, 1}, {M_MAXPOLL, 1},
	{CONFIG_FLAGS, 1}, {M_TTL, 1},    {M_UNUSED, 2},    {KEYID, 4},     {M_KEY_FILE, 128},
	{M_IPV6_FLAG, 4},  {M_UNUSED, 4}, {M_ADDRESS6, 16}, {0, 0},
};
static const struct part unconfig[] = {
	{M_ADDRESS, 4},
	{M_IPV6_FLAG, 4},
	{M_ADDRESS6, 16},
	{0, 0},
};
static const struct part set_sys_flag[] = {
	{M_SYS_FLAGS, 4},
	{0, 0},
};
static const struct part get_restrict[] = {
	{M_ADDRESS, 4},   {M_MASK, 4},   {M_COUNT, 4},     {M_RFLAGS, 2}, {M_MFLAGS, 2},
	{M_IPV6_FLAG, 4}, {M_UNUSED, 4}, {M_ADDRESS6, 16}, {M_MASK6, 16}, {0, 0},
};
static const struct part resaddflags[] = {
	{M_ADDRESS, 4},        {M_MASK, 4},   {M_IPPEERLIMIT, 2},
	{M_RESTRICT_FLAGS, 2}, {M_MFLAGS, 2}, {M_UNUSED, 4},
	{M_ADDRESS6, 16},      {M_MASK6, 16}, {0, 0},
};
static const struct part mon_getlist[] = {
	{MON_AVGINT, 4},         {MON_LSINT, 4},  {MON_RESTR, 4},  {MON_COUNT, 4},
	{MON_REMOTE_ADDRESS, 4}, {MON_PORT, 2},   {MON_MODE, 1},   {MON_VERSION, 1},
	{MON_IPV6, 4},           {MON_UNUSED, 4}, {MON_ADDR6, 16}, {0, 0},
};
static const struct part reset_stats[] = {
	{M_RESET_STATS_FLAGS, 4},
	{0, 0},
};
static const struct part trustkey[] = {
	{M_KEY, 8},
	{0, 0},
};
static const struct part authinfo[] = {
	{M_TIMERESET, 4},   {M_NUMKEYS, 4},
	{M_NUMFREEKEYS, 4}, {M_KEYLOOKUPS, 4},
	{M_KEYNOTFOUND, 4}, {M_ENCRYPTIONS, 4},
	{M_DECRYPTIONS, 4}, {M_EXPIRED, 4},
	{M_KEYUNCACHED, 4}, {0, 0},
};
static const struct part traps[] = {
	{M_LOCAL_ADDRESS, 4}, {M_TRAP_ADDRESS, 4},    {M_TRAP_PORT, 2},      {M_SEQUENCE, 2},
	{M_SETTIME, 4},       {M_ORIGTIME, 4},        {M_RESETS, 4},         {TRAPS_FLAGS, 4},
	{M_IPV6_FLAG, 4},     {M_LOCAL_ADDRESS6, 16}, {M_TRAP_ADDRESS6, 16}, {0, 0},
};
static const struct part add_trap[] = {
	{M_LOCAL_ADDRESS, 4}, {M_TRAP_ADDRESS, 4},    {M_TRAP_PORT, 2},      {M_UNUSED, 2},
	{M_IPV6_FLAG, 4},     {M_LOCAL_ADDRESS6, 16}, {M_TRAP_ADDRESS6, 16}, {0, 0},
};
static const struct part request_key[] = {
	{KEYID, 4},
	{0, 0},
};
static const struct part get_ctlstats[] = {
	{M_TIMERESET, 4},       {M_REQUESTS, 4},     {M_BAD_PACKETS, 4},    {M_RESPONSES, 4},
	{M_FRAGMENTS, 4},       {M_ERRORS, 4},       {M_TOO_SHORT, 4},      {M_INPUT_RESPONSES, 4},
	{M_INPUT_FRAGMENTS, 4}, {M_INPUT_ERRORS, 4}, {M_BAD_OFFSET, 4},     {M_BAD_VERSION, 4},
	{M_DATA_TOO_SHORT, 4},  {M_BADOP, 4},        {M_ASYNC_MESSAGES, 4}, {0, 0},
};
static const struct part get_clockinfo_request[] = {
	{M_ADDRESS, 4},
	{0, 0},
};
static const struct part get_clockinfo[] = {
	{M_ADDRESS, 4},     {M_TYPE, 1},          {M_CLOCK_FLAGS, 1},
	{M_LASTEVENT, 1},   {M_CURRENTSTATUS, 1}, {M_POLLS, 4},
	{M_NORESPONSE, 4},  {M_BADFORMAT, 4},     {M_BADDATA, 4},
	{M_TIMESTARTED, 4}, {M_FUDGETIME1, 8},    {M_FUDGETIME2, 8},
	{M_FUDGEVAL1, 4},   {M_FUDGEVAL2, 4},     {0, 0},
};
static const struct part set_clkfudge[] = {
	{M_ADDRESS, 4}, {M_WHICH, 4}, {M_FUDGETIME, 8}, {M_FUDGEVAL_FLAGS, 4}, {0, 0},
};
static const struct part get_kernel[] = {
	{M_KERNEL_OFFSET, 4}, {M_FREQ, 4},     {M_MAXERROR, 4},  {M_ESTERROR, 4},  {M_STATUS, 2},
	{M_SHIFT, 2},         {M_CONSTANT, 4}, {M_PRECISION, 4}, {M_TOLERANCE, 4}, {M_PPSFREQ, 4},
	{M_JITTER, 4},        {M_STABIL, 4},   {M_JITCNT, 4},    {M_CALCNT, 4},    {M_ERRCNT, 4},
	{M_STBCNT, 4},        {0, 0},
};
static const struct part get_clkbuginfo[] = {
	{M_ADDRESS, 4}, {M_NVALUES, 1}, {M_NTIMES, 1}, {M_SVALUES, 2},
	{M_STIMES, 4},  {M_VALUES, 64}, {0, 0},
};
static const struct part mon_getlist_1[] = {
	{MON_AVGINT, 4},         {MON_LSINT, 4},         {MON_RESTR, 4}, {MON_COUNT, 4},
	{MON_REMOTE_ADDRESS, 4}, {MON_LOCAL_ADDRESS, 4}, {MON_FLAGS, 4}, {MON_PORT, 2},
	{MON_MODE, 1},           {MON_VERSION, 1},       {MON_IPV6, 4},  {MON_UNUSED, 4},
	{MON_ADDR6, 16},         {MON_DADDR6, 16},       {0, 0},
};
static const struct part interface[] = {
	{M_INT_NAME, 32}, {M_INT_FLAGS, 4}, {M_LAST_TTL, 4}, {M_NUM_MCAST, 4},   {M_RECEIVED, 4},
	{M_SENT, 4},      {M_NOTSENT, 4},   {M_UPTIME, 4},   {M_SCOPEID, 4},     {M_IFINDEX, 4},
	{M_IFNUM, 4},     {M_PEERCNT, 4},   {M_FAMILY, 2},   {M_IGNORE_PKTS, 1}, {M_ACTION, 1},
	{M_UNUSED, 4},    {0, 0},
};

/* What an item of a request code holds; requests may ask with less. */
static const struct item {
	const struct part *request, *response;
} items[] = {
	[0] = {peer_list, peer_list},
	[1] = {peer_list_sum, peer_list_sum},
	[2] = {peer_list, peer_info},
	[3] = {peer_list, peer_stats},
	[4] = {sys_info, sys_info},
	[5] = {sys_stats, sys_stats},
	[6] = {io_stats, io_stats},
	[7] = {mem_stats, mem_stats},
	[8] = {loop_info, loop_info},
	[9] = {timer_stats, timer_stats},
	[10] = {config, config},
	[11] = {unconfig, unconfig},
	[12] = {set_sys_flag, set_sys_flag},
	[13] = {set_sys_flag, set_sys_flag},
	[16] = {get_restrict, get_restrict},
	[17] = {resaddflags, resaddflags},
	[18] = {resaddflags, resaddflags},
	[19] = {resaddflags, resaddflags},
	[20] = {mon_getlist, mon_getlist},
	[21] = {reset_stats, reset_stats},
	[22] = {unconfig, unconfig},
	[26] = {trustkey, trustkey},
	[27] = {trustkey, trustkey},
	[28] = {authinfo, authinfo},
	[29] = {traps, traps},
	[30] = {add_trap, add_trap},
	[31] = {add_trap, add_trap},
	[32] = {request_key, request_key},
	[33] = {request_key, request_key},
	[34] = {get_ctlstats, get_ctlstats},
	[36] = {get_clockinfo_request, get_clockinfo},
	[37] = {set_clkfudge, set_clkfudge},
	[38] = {get_kernel, get_kernel},
	[39] = {get_clockinfo_request, get_clkbuginfo},
	[42] = {mon_getlist_1, mon_getlist_1},
};

/* Rows of bits that stand right behind the row of the number that holds them. */
static unsigned bits_of(unsigned row)
{
	switch (row) {
	case M_PEER_FLAGS:
		return 8;
	case M_SYS_FLAGS8:
		return 8;
	case CONFIG_FLAGS:
		return 6;
	case M_SYS_FLAGS:
		return 8;
	case M_RESET_STATS_FLAGS:
		return 7;
	default:
		return 0;
	}
}

static void put_flags_of(struct walk *w, struct cursor *c, unsigned row, uint32_t octets)
{
	uint64_t all = span_bits(c->left, 8 * (octets - 1), 8, false);
	uint32_t group = open_value(w, row, c->at, all);
	char drawing[10] = "0000 0000";

	for (unsigned i = 0; i < 8; i++)
		drawing[i + i / 4] = all >> (7 - i) & 1 ? '1' : '0';
	label_whole(w, "%s%s = Flags: 0x%02x", octets > 1 ? ".... .... .... .... .... .... " : "",
		    drawing, (unsigned)all);
	for (unsigned i = 1; i <= bits_of(row); i++)
		if (put_slice(w, *c, row + i, octets))
			label_tail_of(w, group, ", %s", fields[row + i].label);
	cursor_pull(c, octets);
	shut_group(w, group, c);
}

/* A piece without a length goes on to the item's end. */
static void put_piece(struct walk *w, struct cursor *c, const struct part *p, uint32_t end)
{
	if (bits_of(p->row) && cursor_has(c, p->octets))
		put_flags_of(w, c, p->row, p->octets);
	else if (fields[p->row].kind == ABSTIME)
		ntp_put_time(w, c, p->row);
	else
		put(w, c, p->row, p->octets || end < c->at ? p->octets : end - c->at);
}

static void put_pieces(struct walk *w, struct cursor *c, const struct part *p, uint32_t end)
{
	bool six = true;

	for (; p && p->row && !c->bad; p++) {
		if (p->row == MON_IPV6) {
			six = put(w, c, p->row, p->octets);
			continue;
		}
		if (six || (p->row != MON_ADDR6 && p->row != MON_DADDR6))
			put_piece(w, c, p, end);
	}
}

/* Addresses of either kind in 16 octets each; the flag behind them says which. */
static void put_interface(struct walk *w, struct cursor *c)
{
	static const uint8_t rows[][2] = {
		{M_ADDRESS, M_ADDRESS6}, {M_BCAST, M_BCAST6}, {M_MASK, M_MASK6}};
	struct cursor peek = *c;
	bool six;

	cursor_pull(&peek, 48);
	six = u32(&peek);
	if (peek.bad) {
		*c = peek;
		return;
	}
	for (unsigned i = 0; i < COUNT(rows) && !c->bad; i++) {
		put(w, c, rows[i][six], six ? 16 : 4);
		if (!six)
			cursor_pull(c, 12);
	}
	put(w, c, M_IPV6_FLAG, 4);
	put_pieces(w, c, interface, 0);
}

enum { MON_LIST = 20, MON_LIST_1 = 42, IF_STATS = 44, IF_RELOAD, MON_ADDRESS_AT = 16, HEAD = 8 };

static void label_item(struct walk *w, struct cursor c, unsigned code)
{
	const char *name = word_for(&ntp_codes, code);
	uint32_t address;

	if (code != MON_LIST && code != MON_LIST_1) {
		label_whole(w, "%s Item", name ? name : "Unknown");
		return;
	}
	cursor_pull(&c, MON_ADDRESS_AT);
	address = u32(&c);
	cursor_pull(&c, code == MON_LIST ? 0 : 8);
	label_whole(w, "Monlist item: address: %u.%u.%u.%u:%u", address >> 24, address >> 16 & 0xff,
		    address >> 8 & 0xff, address & 0xff, u16(&c));
}

static void put_item(struct walk *w, struct cursor *c, unsigned code, bool response, uint32_t size)
{
	const struct part *pieces = NULL;
	uint32_t group = open_group(w, c, ITEM, 0);

	label_item(w, *c, code);
	if (code == IF_STATS || code == IF_RELOAD)
		put_interface(w, c);
	else if (code < COUNT(items))
		pieces = response ? items[code].response : items[code].request;
	put_pieces(w, c, pieces, c->at + size);
	shut_group(w, group, NULL);
}

/* --- the message --- */

static unsigned put_head(struct walk *w, struct cursor *c)
{
	static const uint8_t rows[] = {RESPONSE, MORE, HEAD_VERSION, HEAD_MODE};
	uint64_t flags = span_bits(c->left, 0, 8, false);
	uint32_t group = open_value(w, FIRST_FLAGS, c->at, flags);

	for (unsigned i = 0; i < COUNT(rows); i++) {
		uint64_t v = put_slice(w, *c, rows[i], 1);

		if (rows[i] != MORE)
			ntp_say(w, group, rows[i], v);
	}
	cursor_pull(c, 1);
	shut_group(w, group, c);
	group = open_value(w, AUTH_SEQUENCE, c->at, span_bits(c->left, 0, 8, false));
	put_slice(w, *c, AUTH, 1);
	put_slice(w, *c, NUMBER, 1);
	cursor_pull(c, 1);
	shut_group(w, group, c);
	put(w, c, IMPLEMENTATION, 1);
	return (unsigned)put(w, c, REQUEST_CODE, 1);
}

/* Four bits of one thing and twelve of a number. */
static unsigned put_count(struct walk *w, struct cursor *c, unsigned head, unsigned row)
{
	unsigned v = (unsigned)span_bits(c->left, 4, 12, false);

	uint64_t four = put_slice(w, *c, head, 1);
	const char *word = head == FAILURE ? row_word(w, head, four, "Unknown") : NULL;

	label_value(w, word ? "%s (0x%02x)" : "%s0x%02x", word ? word : "", (unsigned)four);
	put_spread(w, *c, row, 2, 0x0fff);
	label_whole(w, ".... %u%u%u%u  %u%u%u%u %u%u%u%u = %s: %u", v >> 11 & 1, v >> 10 & 1,
		    v >> 9 & 1, v >> 8 & 1, v >> 7 & 1, v >> 6 & 1, v >> 5 & 1, v >> 4 & 1,
		    v >> 3 & 1, v >> 2 & 1, v >> 1 & 1, v & 1, fields[row].label, v);
	cursor_pull(c, 2);
	return v;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool response = span_bits(c->left, 0, 1, false);
	unsigned code, n, size;

	(void)l;
	if (c->left.cap < HEAD) {
		cursor_fail(c, HEAD);
		return;
	}
	code = put_head(w, c);
	n = put_count(w, c, FAILURE, ITEMS);
	size = put_count(w, c, RESERVED, ITEM_SIZE);
	for (; n && size && !c->bad; n--) {
		struct cursor item = *c;

		put_item(w, &item, code, response, size);
		cursor_take(c, size);
		if (item.bad && !c->bad)
			c->bad = item.bad;
	}
}

static const struct hang hangs[] = {{"ntp.mode", NTP_PRIVATE}, {0}};

const struct proto proto_ntp_private = {
	.brief = "NTP",
	.no_column = true,
	.bare = true,
	.prefix = "ntp",
	.spec = "RFC 9327, 1.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
