/* SPDX-License-Identifier: BSD-2-Clause */
/* A process of this machine that has a socket open. */
/* proc(5); the layout is shared/socket.h's. */
#include "core/walk.h"
#include "shared/socket.h"

enum {
	PROC,
	MORE,
	PID,
	NAME,
	UID,
	USER,
};

#define PLACE(octet, octets) AT(8 * (octet), 8 * (octets))

static const struct field fields[] = {
	[PROC] = {"proc", "Process", PROTO},
	[MORE] = {"proc.more", "More processes", BOOL, PLACE(PROCESS_MORE, 1), WORDS(yes_no),
		  .traits = HIDDEN, .help = "Whether another one has the socket open, too",
		  .ref = "proc(5)"},
	[PID] = {"proc.pid", "Process ID", U32, DEC, PLACE(PROCESS_PID, 4),
		 .help = "The process' number", .ref = "proc(5)"},
	[NAME] = {"proc.name", "Name", STRING, PLACE(PROCESS_NAME, PROCESS_NAME_LEN),
		  .traits = ZSTRING, .help = "The program's name, 15 octets at most",
		  .ref = "proc(5)"},
	[UID] = {"proc.uid", "User ID", U32, DEC, PLACE(PROCESS_UID, 4), .help = "Who runs it",
		 .ref = "proc(5)"},
	[USER] = {"proc.user", "User", STRING, PLACE(PROCESS_USER, PROCESS_USER_LEN),
		  .traits = ZSTRING, .help = "The name of who runs it", .ref = "passwd(5)"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_next(w, VALUE(l, MORE) ? also_by(l, 0, 0) : next_by(l, SOCKET_PACKET), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_number(t, "Process ", VALUE(l, PID));
}

static const struct hang hangs[] = {{"socket.process", 0}, {0}};

const struct proto proto_proc = {
	.brief = "Process",
	.spec = "proc(5)",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = PROCESS_RECORD,
	.next = {.table = "link", .also = {"socket.process"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
