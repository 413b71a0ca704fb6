/* SPDX-License-Identifier: BSD-2-Clause */
/* Remote Shell. */
/* BSD rshd(8). */
#include "flow/remote.h"

static const struct field fields[] = {
	{"rsh", "Remote Shell", PROTO},
	[REMOTE_PORT] = {"rsh.stderr_port", "Stderr port (optional)", STRING, .traits = ZSTRING,
			 .help = "Where the client hears of errors; nothing: it doesn't"},
	[REMOTE_NAME] = {"rsh.client_username", "Client username", STRING, .traits = ZSTRING,
			 .help = "Who asks, at the client"},
	[REMOTE_SECOND] = {"rsh.server_username", "Server username", STRING, .traits = ZSTRING,
			   .help = "As whom, at the server"},
	[REMOTE_COMMAND] = {"rsh.command", "Command to execute", STRING, .traits = ZSTRING,
			    .help = "What the server is to run"},
	[REMOTE_SENT] = {"rsh.client_server_data", "Client -> Server Data", BYTES,
			 .help = "What the command is to read"},
	[REMOTE_ANSWERED] = {"rsh.server_client_data", "Server -> Client Data", BYTES,
			     .help = "A NUL when all is well, and what the command writes"},
};

#define PORT 514

static void note(struct walk *w, struct layer *l)
{
	struct remote_state *s = new_state(w, l, sizeof *s);

	s->what = s->known = 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	remote_rest(w, l, c, PORT, REMOTE_SECOND);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	remote_info(t, l, "Server username");
}

static const struct hang hangs[] = {{"tcp.port", PORT}, {0}};

const struct proto proto_rsh = {
	.brief = "RSH",
	.spec = "BSD rshd(8)",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
