/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the Password Authentication Protocol. */
/* RFC 1334, 2. */
#include "core/walk.h"

enum {
	PAP,
	CODE,
	ID,
	LENGTH,
	DATA,
	PEER_LEN,
	PEER,
	PASSWORD_LEN,
	PASSWORD,
	MESSAGE_LEN,
	MESSAGE,
	STUFF,
};

static const struct word codes[] = {
	{1, "Authenticate-Request"},
	{2, "Authenticate-Ack"},
	{3, "Authenticate-Nak"},
};

static const struct field fields[] = {
	[PAP] = {"pap", "PPP Password Authentication Protocol", PROTO},
	[CODE] = {"pap.code", "Code", U8, DEC, WORDS(codes), .help = "What the packet is for",
		  .ref = "2.2"},
	[ID] = {"pap.identifier", "Identifier", U8, DEC, .help = "Which request is answered",
		.ref = "2.2"},
	[LENGTH] = {"pap.length", "Length", U16, DEC, .fill = FILL_LENGTH,
		    .help = "Octets of the packet", .ref = "2.2"},
	[DATA] = {"pap.data", "Data", NONE, .help = "What the code says", .ref = "2.2"},
	[PEER_LEN] = {"pap.peer_id.length", "Peer-ID-Length", U8, DEC, .help = "Octets of the name",
		      .ref = "2.2.1"},
	[PEER] = {"pap.peer_id", "Peer-ID", STRING, .help = "Who the peer says it is",
		  .ref = "2.2.1"},
	[PASSWORD_LEN] = {"pap.password.length", "Password-Length", U8, DEC,
			  .help = "Octets of the password", .ref = "2.2.1"},
	[PASSWORD] = {"pap.password", "Password", STRING, .help = "What is to prove it",
		      .ref = "2.2.1"},
	[MESSAGE_LEN] = {"pap.message.length", "Message-Length", U8, DEC,
			 .help = "Octets of the message", .ref = "2.2.2"},
	[MESSAGE] = {"pap.message", "Message", STRING, .help = "A text for people", .ref = "2.2.2"},
	[STUFF] = {"pap.stuff", "stuff", BYTES, .help = "What nobody knows", .ref = "2.2"},
};

enum { REQUEST = 1, ACK, NAK };

#define HEAD 4 /* octets of code, identifier and length */

static void put_text(struct walk *w, struct cursor *c, unsigned len_row)
{
	uint32_t n = (uint32_t)put(w, c, len_row, 1);

	if (!c->bad)
		put(w, c, len_row + 1, n);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group;
	unsigned code;

	(void)l;
	code = (unsigned)put(w, c, CODE, 1);
	put(w, c, ID, 1);
	put(w, c, LENGTH, 2);
	if (!c->bad && !c->left.wire)
		cursor_fail(c, 1);
	if (c->bad)
		return;
	group = open_group(w, c, DATA, c->left.wire);
	switch (code) {
	case REQUEST:
		put_text(w, c, PEER_LEN);
		put_text(w, c, PASSWORD_LEN);
		break;
	case ACK:
	case NAK:
		put_text(w, c, MESSAGE_LEN);
		break;
	default:
		put(w, c, STUFF, c->left.wire);
		break;
	}
	shut_group(w, group, NULL);
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

/* The next text of which the length is told, in brackets of its own. */
static void put_named(struct text *t, struct cursor *c, const char *name)
{
	uint32_t n = u8(c);
	const uint8_t *p = cursor_pull(c, n);

	if (!p)
		return;
	text_put(t, name);
	text_put(t, "='");
	text_bytes(t, p, n);
	text_char(t, '\'');
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0), whole;
	unsigned code = u8(&c);
	const char *word = word_for(fields[CODE].words, code);

	(void)r;
	text_put(t, word ? word : "Unknown");
	cursor_pull(&c, HEAD - 1);
	whole = c;
	cursor_pull(&whole, u8(&whole));
	if (code == REQUEST)
		cursor_pull(&whole, u8(&whole));
	if (whole.bad || !word)
		return;
	text_put(t, " (");
	put_named(t, &c, code == REQUEST ? "Peer-ID" : "Message");
	if (code == REQUEST) {
		text_put(t, ", ");
		put_named(t, &c, "Password");
	}
	text_char(t, ')');
}

static const struct hang hangs[] = {{"ppp.protocol", 0xc023}, {0}};

const struct proto proto_pap = {
	.brief = "PPP PAP",
	.spec = "RFC 1334",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
