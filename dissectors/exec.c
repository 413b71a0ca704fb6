/* SPDX-License-Identifier: BSD-2-Clause */
/* Remote Process Execution. */
/* BSD rexecd(8). */
#include "flow/remote.h"

static const struct field fields[] = {
	{"exec", "Remote Process Execution", PROTO},
	[REMOTE_PORT] = {"exec.stderr_port", "Stderr port (optional)", STRING, .traits = ZSTRING,
			 .help = "Where the client hears of errors; nothing: it doesn't"},
	[REMOTE_NAME] = {"exec.username", "Client username", STRING, .traits = ZSTRING,
			 .help = "Who asks"},
	[REMOTE_SECOND] = {"exec.password", "Client password", STRING, .traits = ZSTRING,
			   .help = "What is to prove it"},
	[REMOTE_COMMAND] = {"exec.command", "Command to execute", STRING, .traits = ZSTRING,
			    .help = "What the server is to run"},
	[REMOTE_SENT] = {"exec.client_server_data", "Client -> Server Data", BYTES,
			 .help = "What the command is to read"},
	[REMOTE_ANSWERED] = {"exec.server_client_data", "Server -> Client Data", BYTES,
			     .help = "A NUL when all is well, and what the command writes"},
};

#define PORT 512

static void note(struct walk *w, struct layer *l)
{
	struct remote_state *s = new_state(w, l, sizeof *s);

	s->what = s->known = 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	remote_rest(w, l, c, PORT, REMOTE_NAME);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	remote_info(t, l, "Username");
}

static const struct hang hangs[] = {{"tcp.port", PORT}, {0}};

const struct proto proto_exec = {
	.brief = "EXEC",
	.spec = "BSD rexecd(8)",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
