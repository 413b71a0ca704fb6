/* SPDX-License-Identifier: BSD-2-Clause */
/* TFTP: files in blocks, each acknowledged. */
/* RFC 1350; RFC 2347 (options), RFC 2348, RFC 2349, RFC 7440. */
#include "flow/tftp.h"
#include "core/ascii.h"

enum {
	TFTP,
	OPCODE,
	SOURCE_FILE,
	DESTINATION_FILE,
	FILE_NAME,
	REQUEST,
	TYPE,
	OPTION,
	OPTION_NAME,
	OPTION_VALUE,
	BLOCK,
	FULL_BLOCK,
	NEXT_WINDOW,
	ERROR_CODE,
	ERROR_MESSAGE,
	DATA,
	ERROR_NOTE,
	PROBE_NOTE,
	BLOCK_SIZE_NOTE,
	WINDOW_NOTE,
	WRAP_NOTE,
	CHANGE_NOTE,
	MSFT_NOTE,
};

enum { READ = 1, WRITE, DATA_PACKET, ACK, ERROR_PACKET, OPTION_ACK };

struct state {
	uint64_t said; /* address of the struct text that becomes the summary line */
};

static const struct word opcodes[] = {
	{READ, "Read Request"},       {WRITE, "Write Request"},
	{DATA_PACKET, "Data Packet"}, {ACK, "Acknowledgement"},
	{ERROR_PACKET, "Error Code"}, {OPTION_ACK, "Option Acknowledgement"},
	{255, "Information (MSDP)"},
};
static const struct words opcode_words = {opcodes, COUNT(opcodes)};
static const struct word errors[] = {
	{0, "Not defined"},
	{1, "File not found"},
	{2, "Access violation"},
	{3, "Disk full or allocation exceeded"},
	{4, "Illegal TFTP Operation"},
	{5, "Unknown transfer ID"},
	{6, "File already exists"},
	{7, "No such user"},
	{8, "Option negotiation failed"},
};
static const struct words error_words = {errors, COUNT(errors)};

#define TEXT_ROW(row, name, label, words, where) \
	[row] = {"tftp." name, label, STRING, .traits = ZSTRING, .help = (words), .ref = (where)}
static const struct field fields[] = {
	[TFTP] = {"tftp", "Trivial File Transfer Protocol", PROTO, .help = "Files in blocks"},
	[OPCODE] = {"tftp.opcode", "Opcode", U16, DEC, WORDS(opcodes), .help = "What it is",
		    .ref = "RFC 1350, 5"},
	TEXT_ROW(SOURCE_FILE, "source_file", "Source File", "What is read", "RFC 1350, 5"),
	TEXT_ROW(DESTINATION_FILE, "destination_file", "Destination File", "What is written",
		 "RFC 1350, 5"),
	[FILE_NAME] = {"tftp.destination_file", "Destination File", STRING, .traits = GENERATED,
		       .help = "What the transfer is of"},
	[REQUEST] = {"tftp.request_frame", "Request frame", FRAMENUM, .traits = GENERATED,
		     .help = "The frame with the request"},
	TEXT_ROW(TYPE, "type", "Type", "How lines end in it", "RFC 1350, 5"),
	[OPTION] = {"text", "Option", HEADING},
	TEXT_ROW(OPTION_NAME, "option.name", "Option name", "Which option", "RFC 2347"),
	TEXT_ROW(OPTION_VALUE, "option.value", "Option value", "Its value", "RFC 2347"),
	[BLOCK] = {"tftp.block", "Block", U16, DEC, .help = "Number of the block",
		   .ref = "RFC 1350, 5"},
	[FULL_BLOCK] = {"tftp.block.full", "Full Block Number", U32, DEC, .traits = GENERATED,
			.help = "The same, counted on where it wraps"},
	[NEXT_WINDOW] = {"tftp.nextwindowsize", "Next Window Size", U16, DEC,
			 .help = "Blocks without an acknowledgement, from here on",
			 .ref = "RFC 7440"},
	[ERROR_CODE] = {"tftp.error.code", "Error code", U16, DEC, WORDS(errors),
			.help = "What went wrong", .ref = "RFC 1350, 5"},
	TEXT_ROW(ERROR_MESSAGE, "error.message", "Error message", "The same in words",
		 "RFC 1350, 5"),
	[DATA] = {"tftp.data", "Data", BYTES, .help = "What follows an opcode nobody knows"},
	[ERROR_NOTE] = EXPERT("tftp.error", "TFTP ERROR packet", WARNING, G_RESPONSE),
	[PROBE_NOTE] = EXPERT("tftp.likely_tsize_probe", "Likely transfer size (tsize) probe", CHAT,
			      G_REQUEST),
	[BLOCK_SIZE_NOTE] =
		EXPERT("tftp.blocksize_range", "TFTP blocksize out of range", WARNING, G_RESPONSE),
	[WINDOW_NOTE] = EXPERT("tftp.windowsize_range", "TFTP windowsize out of range", WARNING,
			       G_RESPONSE),
	[WRAP_NOTE] =
		EXPERT("tftp.block.wrap", "TFTP block number is about to wrap", REMARK, G_SEQUENCE),
	[MSFT_NOTE] = EXPERT("tftp.msftwindow.unrecognized", "Unrecognized msftwindow option",
			     WARNING, G_RESPONSE),
	[CHANGE_NOTE] =
		EXPERT("tftp.windowsize.change", "TFTP window size is changing", CHAT, G_SEQUENCE),
};

/* A packet as it is read. */
struct reader {
	struct walk *w;
	struct layer *l;
	struct tftp_transfer *t; /* NULL: its request wasn't seen */
	struct text *said;
	unsigned opcode;
};

/* Text up to an octet 0, which must be there; "": it isn't, and the cursor is bad. */
static struct span take_text(struct reader *r, struct cursor *c, unsigned row)
{
	uint32_t len = span_find(c->left, 0);
	struct span s = {0};

	if (len == NOT_FOUND) {
		cursor_fail(c, c->left.wire + (c->left.cap == c->left.wire));
		return s;
	}
	s = span_first(c->left, len);
	put(r->w, c, row, len + 1);
	return s;
}

static void say(struct reader *r, const char *before, struct span s)
{
	if (!r->w->summary)
		return;
	text_put(r->said, before);
	text_bytes(r->said, s.p, s.cap);
}

/* --- options --- */

/* An option of the request says what is wished, one of its acknowledgement what is agreed. */
static void note_option(struct reader *r, struct span name, struct span value)
{
	uint64_t v = 0;
	bool number = span_decimal(value, &v);

	if (span_says(name, "blksize") && r->opcode == OPTION_ACK) {
		if (!number || v < 8 || v > 65464)
			expert(r->w, BLOCK_SIZE_NOTE, NULL);
		else if (r->t)
			r->t->block = (uint32_t)v;
	} else if (span_says(name, "windowsize")) {
		if (!number || v < 1 || v > UINT16_MAX)
			expert(r->w, WINDOW_NOTE, NULL);
	} else if (span_says(name, "msftwindow")) {
		if (!span_says(value, r->opcode == OPTION_ACK ? "27182" : "31416"))
			expert(r->w, MSFT_NOTE, NULL);
		else if (r->t && r->opcode == OPTION_ACK)
			r->t->changes = true;
	} else if (span_says(name, "tsize") && r->t && r->opcode == READ) {
		r->t->asks_size = true;
	}
}

static void put_options_of(struct reader *r, struct cursor *c)
{
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		struct span whole = c->left, name, value;
		uint32_t group, len = span_find(whole, 0), more;

		more = len == NOT_FOUND ? NOT_FOUND : span_find(span_skip(whole, len + 1), 0);
		if (more == NOT_FOUND) {
			take_text(r, &peek, OPTION_NAME);
			*c = peek;
			if (!c->bad)
				cursor_fail(c, c->left.wire + 1);
			return;
		}
		name = span_first(whole, len);
		value = span_first(span_skip(whole, len + 1), more);
		group = open_group(r->w, c, OPTION, len + more + 2);
		label_whole(r->w, "Option: %.*s = %.*s", (int)name.cap, (const char *)name.p,
			    (int)value.cap, (const char *)value.p);
		take_text(r, c, OPTION_NAME);
		take_text(r, c, OPTION_VALUE);
		r->w->last = group;
		note_option(r, name, value);
		shut_group(r->w, group, NULL);
		say(r, ", ", name);
		say(r, "=", value);
	}
}

/* --- packets --- */

static void put_request(struct reader *r, struct cursor *c)
{
	struct span file = take_text(r, c, r->opcode == READ ? SOURCE_FILE : DESTINATION_FILE);

	if (c->bad)
		return;
	r->t = tftp_begin(r->w, r->l->parent, also_by(r->l, 0, 0));
	r->t->opcode = (uint8_t)r->opcode;
	memcpy(r->t->file, file.p, file.cap < TFTP_FILE ? file.cap : TFTP_FILE - 1);
	say(r, ", File: ", file);
	file = take_text(r, c, TYPE);
	if (c->bad)
		return;
	say(r, ", Transfer type: ", file);
	put_options_of(r, c);
}

/* What the request that this belongs to was. */
static void put_transfer(struct reader *r)
{
	struct walk *w = r->w;

	if (!r->t)
		return;
	put_string(w, FILE_NAME, r->l->at, 0,
		   arena_copy(&w->arena, r->t->file, strlen(r->t->file)));
	put_value(w, REQUEST, r->l->at, 0, r->t->request);
	label_whole(w, "%s in frame %u", word_for(&opcode_words, r->t->opcode),
		    (unsigned)r->t->request);
}

static uint32_t put_block(struct reader *r, struct cursor *c)
{
	uint16_t number = (uint16_t)put(r->w, c, BLOCK, 2);
	uint32_t full = number, block = r->w->last;

	if (c->bad)
		return block;
	if (r->t) {
		full = tftp_block(r->t, number);
		put_value(r->w, FULL_BLOCK, c->at, 0, full);
	}
	if (r->w->summary)
		text_format(r->said, ", Block: %u", full);
	return block;
}

static void put_data(struct reader *r, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned number = u16(&peek);
	uint32_t block = put_block(r, c), last = r->w->last;

	if (c->bad)
		return;
	if (c->left.wire < (r->t ? r->t->block : 512)) {
		say(r, " (last)", (struct span){0});
	} else if (number == UINT16_MAX) {
		r->w->last = block;
		expert(r->w, WRAP_NOTE, NULL);
		r->w->last = last;
	}
	if (c->left.wire)
		walk_next(r->w, NULL, *c);
	cursor_take(c, c->left.wire);
}

static void put_ack(struct reader *r, struct cursor *c)
{
	put_block(r, c);
	if (c->left.wire < 2 || c->bad || !r->t || !r->t->changes) /* Microsoft's, in one octet */
		return;
	put(r->w, c, NEXT_WINDOW, 1);
	expert(r->w, CHANGE_NOTE, NULL);
	cursor_take(c, c->left.wire);
}

/* An error without a code ends a transfer that was begun just to learn the size. */
static void put_error(struct reader *r, struct cursor *c)
{
	unsigned code = (unsigned)put(r->w, c, ERROR_CODE, 2);
	const char *word = word_for(&error_words, code);
	struct span message;

	if (c->bad)
		return;
	if (r->w->summary && word)
		text_format(r->said, ", Code: %s", word);
	else if (r->w->summary)
		text_format(r->said, ", Code: Unknown (%u)", code);
	message = take_text(r, c, ERROR_MESSAGE);
	if (c->bad)
		return;
	say(r, ", Message: ", message);
	expert_on(r->w, TFTP, !code && r->t && r->t->asks_size ? PROBE_NOTE : ERROR_NOTE, NULL);
}

static void put_body(struct reader *r, struct cursor *c)
{
	switch (r->opcode) {
	case READ:
	case WRITE:
		put_request(r, c);
		break;
	case DATA_PACKET:
		put_data(r, c);
		break;
	case ACK:
		put_ack(r, c);
		break;
	case ERROR_PACKET:
		put_error(r, c);
		break;
	case OPTION_ACK:
		put_options_of(r, c);
		break;
	default:
		if (c->left.wire)
			put(r->w, c, DATA, c->left.wire);
		else
			cursor_fail(c, UINT32_MAX);
		break;
	}
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct text *said = take(w, sizeof *said);

	*said = (struct text){0};
	s->said = (uint64_t)(uintptr_t)said;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	struct reader r = {.w = w, .l = l, .said = (struct text *)(uintptr_t)s->said};
	const char *word;

	r.opcode = (unsigned)put(w, c, OPCODE, 2);
	if (c->bad)
		return;
	word = word_for(&opcode_words, r.opcode);
	if (w->summary && word)
		text_put(r.said, word);
	else if (w->summary)
		text_format(r.said, "Unknown (0x%04x)", r.opcode);
	if (r.opcode != READ && r.opcode != WRITE) {
		r.t = tftp_of(w, l->parent);
		put_transfer(&r);
	}
	put_body(&r, c);
	l->says = arena_copy(&w->arena, r.said->p, r.said->len);
	text_close(r.said);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {
	{"udp.port", 69}, {"udp.announced", 0}, {"tftp.answer", 0}, {0}};

const struct proto proto_tftp = {
	.brief = "TFTP",
	.spec = "RFC 1350",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* A file is asked for. */
	SAMPLE("\0\1"
	       "\0octet\0"),
	.least = 2,
	.next = {.also = {"tftp.answer"}}, /* a request leads to more of it */
	.hangs = hangs,
	.recalls = true,
	.announces = true,
	.note = note,
	.rest = rest,
	.info = info,
};
