/* SPDX-License-Identifier: BSD-2-Clause */
/* What this machine tells of one of its sockets: the frames of peel sockets. */
/* sock_diag(7); the layout is shared/socket.h's. */
#include "shared/socket.h"
#include "core/frame.h"
#include "core/walk.h"

enum {
	SOCKET,
	STATE_OF,
	TIMED,
	PROCESSES,
	RECEIVE,
	SEND,
	RTT,
	RTTVAR,
	RESENT,
	INODE,
	UID,
	USER,
};

/* include/net/tcp_states.h; ss(8)'s words. */
static const struct word states[] = {
	{1, "ESTABLISHED"}, {2, "SYN-SENT"},  {3, "SYN-RECEIVED"}, {4, "FIN-WAIT-1"},
	{5, "FIN-WAIT-2"},  {6, "TIME-WAIT"}, {7, "CLOSED"},       {8, "CLOSE-WAIT"},
	{9, "LAST-ACK"},    {10, "LISTEN"},   {11, "CLOSING"},     {12, "SYN-RECEIVED"},
};

#define PLACE(octet, octets) AT(8 * (octet), 8 * (octets))

static const struct field fields[] = {
	[SOCKET] = {"socket", "Socket", PROTO},
	[STATE_OF] = {"socket.state", "State", U8, DEC, PLACE(SOCKET_STATE, 1), WORDS(states),
		      .help = "How far a connection has come; CLOSED: none", .ref = "sock_diag(7)"},
	[TIMED] = {"socket.timed", "Figures of TCP are known", BOOL, PLACE(SOCKET_TIMED, 1),
		   WORDS(yes_no), .traits = HIDDEN,
		   .help = "Whether the round-trip time stands below", .ref = "tcp(7)"},
	[PROCESSES] = {"socket.processes", "Processes", U16, DEC, PLACE(SOCKET_PROCESSES, 2),
		       .help = "How many have it open, of those that may be seen",
		       .ref = "proc(5)"},
	[RECEIVE] = {"socket.receive_queue", "Receive queue", U32, DEC, PLACE(SOCKET_RECEIVE, 4),
		     .help = "Octets that nobody read yet; connections that nobody accepted yet",
		     .ref = "sock_diag(7)"},
	[SEND] = {"socket.send_queue", "Send queue", U32, DEC, PLACE(SOCKET_SEND, 4),
		  .help = "Octets not acknowledged yet; connections that may wait for accept()",
		  .ref = "sock_diag(7)"},
	[RTT] = {"socket.rtt", "Round-trip time", U32, DEC, PLACE(SOCKET_RTT, 4), WHEN(TIMED),
		 .unit = " microseconds", .help = "Smoothed round-trip time, microseconds",
		 .ref = "tcp(7)"},
	[RTTVAR] = {"socket.rtt_variation", "Variation of the round-trip time", U32, DEC,
		    PLACE(SOCKET_RTTVAR, 4), WHEN(TIMED), .unit = " microseconds",
		    .help = "How far it varies, microseconds", .ref = "tcp(7)"},
	[RESENT] = {"socket.retransmissions", "Retransmissions", U32, DEC, PLACE(SOCKET_RESENT, 4),
		    WHEN(TIMED), .help = "Segments sent again so far", .ref = "tcp(7)"},
	[INODE] = {"socket.inode", "Inode", U32, DEC, PLACE(SOCKET_INODE, 4),
		   .help = "The socket's number; 0: nobody has it open any more",
		   .ref = "sock_diag(7)"},
	[UID] = {"socket.uid", "User ID", U32, DEC, PLACE(SOCKET_UID, 4), .help = "Whose it is",
		 .ref = "sock_diag(7)"},
	[USER] = {"socket.user", "User", STRING, PLACE(SOCKET_USER, SOCKET_USER_LEN),
		  .traits = ZSTRING, .help = "That user's name", .ref = "passwd(5)"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_next(w, VALUE(l, PROCESSES) ? also_by(l, 0, 0) : next_by(l, SOCKET_PACKET), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(fields[STATE_OF].words, VALUE(l, STATE_OF));

	(void)r;
	text_put(t, word ? word : "Unknown state");
}

static const struct hang hangs[] = {{"link", LINK_SOCKET}, {0}};

const struct proto proto_socket = {
	.brief = "Socket",
	.spec = "sock_diag(7)",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = SOCKET_RECORD,
	.next = {.table = "link", .also = {"socket.process"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
