/* SPDX-License-Identifier: BSD-2-Clause */
/* Configuration Test Protocol: frames that stations send back or on. */
/* DEC/Intel/Xerox, "The Ethernet", version 2.0, 8. */
#include "core/walk.h"

enum { LOOP, SKIP_COUNT, RELEVANT, FUNCTION, RECEIPT, FORWARD_TO };

enum { REPLY = 1, FORWARD = 2, NOT_FOUND = 1 << 16 };

#define HEADER 2
#define MAC_LEN 6

static const struct word functions_list[] = {{REPLY, "Reply"}, {FORWARD, "Forward Data"}};
static const struct words functions = {functions_list, COUNT(functions_list)};

static const struct field fields[] = {
	[LOOP] = {"loop", "Configuration Test Protocol (loopback)", PROTO},
	[SKIP_COUNT] = {"loop.skipcount", "skipCount", U16, DEC, AT(0, 16), .traits = LE,
			.help = "Where the function to be done stands", .ref = "8.4.1"},
	[RELEVANT] = {"loop.relevant_function", "Relevant function", U16, DEC, .traits = LE,
		      .words = &functions, .help = "What the receiver is to do", .ref = "8.4.1"},
	[FUNCTION] = {"loop.function", "Function", U16, DEC, .traits = LE, .words = &functions,
		      .help = "What a station is to do", .ref = "8.4.1"},
	[RECEIPT] = {"loop.receipt_number", "Receipt number", U16, DEC, .traits = LE,
		     .help = "Which request is answered", .ref = "8.4.1"},
	[FORWARD_TO] = {"loop.forwarding_address", "Forwarding address", ETHER,
			.help = "Where to send it on to", .ref = "8.4.1"},
};

static bool is_relevant(const struct layer *l, const struct cursor *c)
{
	return c->at - l->at == HEADER + VALUE(l, SKIP_COUNT);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t function = FORWARD;

	while (function == FORWARD && !c->bad) {
		struct cursor again = *c;

		if (is_relevant(l, c))
			put(w, &again, RELEVANT, 2);
		function = put(w, c, FUNCTION, 2);
		if (!c->bad && function == FORWARD)
			put(w, c, FORWARD_TO, MAC_LEN);
		else if (!c->bad && function == REPLY)
			put(w, c, RECEIPT, 2);
	}
	if (!c->bad && c->left.wire)
		walk_next(w, NULL, *c);
}

/* The function that the skip count points to; ABSENT: the frame ends before. */
static uint64_t relevant_function(const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER);
	uint16_t function = FORWARD;

	while (function == FORWARD) {
		bool found = is_relevant(l, &c);

		function = le16(&c);
		if (c.bad || found)
			return c.bad ? ABSENT : function;
		if (function == FORWARD)
			cursor_take(&c, MAC_LEN);
	}
	return NOT_FOUND;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint64_t function = relevant_function(l);
	const char *name = word_for(&functions, function);

	(void)r;
	if (name)
		text_put(t, name);
	else if (function == NOT_FOUND)
		text_put(t, "No valid function found");
	else if (function != ABSENT)
		text_format(t, "Unknown function (%u)", (unsigned)function);
}

static const struct hang hangs[] = {{"ethertype", 0x9000}, {0}};

const struct proto proto_loop = {
	.brief = "LOOP",
	.spec = "The Ethernet 2.0",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
