/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the Challenge Handshake Authentication Protocol. */
/* RFC 1994. */
#include "core/walk.h"

enum { CHAP, CODE, ID, LENGTH, DATA, VALUE_SIZE, VALUE_ROW, NAME, MESSAGE, STUFF };

static const struct word codes[] = {
	{1, "Challenge"},
	{2, "Response"},
	{3, "Success"},
	{4, "Failure"},
};

static const struct field fields[] = {
	[CHAP] = {"chap", "PPP Challenge Handshake Authentication Protocol", PROTO},
	[CODE] = {"chap.code", "Code", U8, DEC, WORDS(codes), .help = "What the packet is for",
		  .ref = "4"},
	[ID] = {"chap.identifier", "Identifier", U8, DEC, .help = "Which challenge is answered",
		.ref = "4"},
	[LENGTH] = {"chap.length", "Length", U16, DEC, .fill = FILL_LENGTH,
		    .help = "Octets of the packet", .ref = "4"},
	[DATA] = {"chap.data", "Data", NONE, .help = "What the code says", .ref = "4"},
	[VALUE_SIZE] = {"chap.value_size", "Value Size", U8, DEC, .help = "Octets of the value",
			.ref = "4.1"},
	[VALUE_ROW] = {"chap.value", "Value", BYTES,
		       .help = "The challenge, or the digest that answers it", .ref = "4.1"},
	[NAME] = {"chap.name", "Name", STRING, .help = "Who sends it", .ref = "4.1"},
	[MESSAGE] = {"chap.message", "Message", STRING, .help = "A text for people", .ref = "4.2"},
	[STUFF] = {"chap.stuff", "Stuff", BYTES, .help = "What nobody knows", .ref = "4"},
};

enum { CHALLENGE = 1, RESPONSE, SUCCESS, FAILURE };

#define HEAD 4 /* octets of code, identifier and length */

static void put_proof(struct walk *w, struct cursor *c, uint32_t n)
{
	struct cursor data = cursor_first(*c, n);
	uint32_t size, group;

	if (n > c->left.wire && !c->left.wire) {
		cursor_fail(c, n);
		return;
	}
	group = open_group(w, c, DATA, n);
	size = (uint32_t)put(w, &data, VALUE_SIZE, 1);
	if (size > n - 1) {
		label_value(w, "%u bytes (invalid, must be <= %u)", size, n - 1);
	} else {
		put(w, &data, VALUE_ROW, size);
		n -= 1 + size;
		if (n && !data.bad)
			put(w, &data, NAME, n);
	}
	shut_group(w, group, NULL);
	c->bad = data.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned code, len;

	(void)l;
	code = (unsigned)put(w, c, CODE, 1);
	put(w, c, ID, 1);
	len = (unsigned)put(w, c, LENGTH, 2);
	if (len < HEAD)
		label_value(w, "%u (invalid, must be >= %u)", len, HEAD);
	if (c->bad)
		return;
	if (len > HEAD) {
		len -= HEAD;
		if (code == CHALLENGE || code == RESPONSE)
			put_proof(w, c, len);
		else
			put(w, c, code == SUCCESS || code == FAILURE ? MESSAGE : STUFF, len);
	}
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

#define MOST 36 /* octets of a value that the summary line shows */

static void put_answer(struct text *t, struct cursor c, uint32_t n)
{
	uint32_t size = u8(&c);
	const uint8_t *value, *name;

	if (!n || size > n - 1)
		return;
	value = cursor_pull(&c, size);
	name = cursor_pull(&c, n - 1 - size);
	if (c.bad)
		return;
	text_put(t, " (NAME='");
	text_bytes(t, name, n - 1 - size);
	text_put(t, "', VALUE=0x");
	text_hex_bytes(t, value, size < MOST ? size : MOST, 0);
	text_put(t, size > MOST ? "\xe2\x80\xa6)" : ")");
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned code = u8(&c), len;
	const char *word = word_for(fields[CODE].words, code);
	const uint8_t *p;

	(void)r;
	text_put(t, word ? word : "Unknown");
	cursor_pull(&c, 1);
	len = u16(&c);
	if (c.bad || len < HEAD)
		return;
	len -= HEAD;
	if (code == CHALLENGE || code == RESPONSE)
		put_answer(t, c, len);
	if (code != SUCCESS && code != FAILURE)
		return;
	p = cursor_pull(&c, len);
	if (c.bad)
		return;
	text_put(t, " (MESSAGE='");
	text_bytes(t, p, len);
	text_put(t, "')");
}

static const struct hang hangs[] = {{"ppp.protocol", 0xc223}, {0}};

const struct proto proto_chap = {
	.brief = "PPP CHAP",
	.spec = "RFC 1994",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
