/* SPDX-License-Identifier: BSD-2-Clause */
/* File Transfer Protocol: data connections, as a control connection announced them. */
/* RFC 959, 3.2. */
#include "flow/ftp.h"
#include "shared/media.h"

enum { FTP_DATA, SETUP_FRAME, SETUP_METHOD, COMMAND, COMMAND_FRAME, CWD };

#define NAME(row, name, label, kind, says)                              \
	[row] = {"ftp-data." name,    label,        kind,        PLAIN, \
		 .traits = GENERATED, .help = says, .ref = "3.2"}

static const struct field fields[] = {
	[FTP_DATA] = {"ftp-data", "FTP Data", PROTO},
	NAME(SETUP_FRAME, "setup-frame", "Setup frame", FRAMENUM, "Where it was announced"),
	NAME(SETUP_METHOD, "setup-method", "Setup method", STRING, "How"),
	NAME(COMMAND, "command", "Command", STRING, "What it is needed for"),
	[COMMAND_FRAME] = {"ftp-data.command-frame", "Command frame", FRAMENUM,
			   .help = "Where that was said", .ref = "3.2"},
	NAME(CWD, "current-working-directory", "Current working directory", STRING,
	     "Where it was said"),
};

struct state {
	uint64_t transfer; /* the address of struct ftp_transfer; 0: unknown */
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->transfer = (uint64_t)(uintptr_t)ftp_transfer_of(w, l->parent);
}

static const struct ftp_transfer *transfer_of(const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	return (const struct ftp_transfer *)(uintptr_t)s->transfer;
}

static void put_transfer(struct walk *w, const struct ftp_transfer *t)
{
	uint8_t depth = w->depth;

	w->depth = 0; /* it stands beside the protocol's node */
	put_value(w, SETUP_FRAME, 0, 0, t->setup);
	put_string(w, SETUP_METHOD, 0, 0, t->method);
	if (t->frame) {
		put_string(w, COMMAND, 0, 0, t->command);
		put_value(w, COMMAND_FRAME, 0, 0, t->frame);
	}
	put_string(w, CWD, 0, 0, t->cwd);
	w->depth = depth;
}

/* Text is shown by lines. */
static bool is_text(struct span s)
{
	for (uint32_t i = 0; i < s.cap; i++) {
		int octet = span_octet(s, i);

		if ((octet < ' ' && octet != '\t' && octet != '\r' && octet != '\n') || octet > '~')
			return false;
	}
	return true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct ftp_transfer *t = transfer_of(l);

	label_whole(w, "FTP Data (%u bytes data)", c->left.wire);
	if (t)
		put_transfer(w, t);
	if (is_text(c->left))
		walk_next(w, next_by(l, MEDIA_LINES), *c);
	l->last_word = true;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct ftp_transfer *known = transfer_of(l);

	(void)r;
	text_format(t, "FTP Data: %u bytes", l->bytes.wire);
	if (!known)
		return;
	text_format(t, " (%s)", known->method);
	if (known->frame)
		text_format(t, " (%s)", known->command);
}

static const struct hang hangs[] = {{"tcp.port", 20}, {"tcp.announced", 0}, {"ftp.data", 0}, {0}};

const struct proto proto_ftp_data = {
	.brief = "FTP-DATA",
	.prefix = "ftp",
	.spec = "RFC 959",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.table = "media_type"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
