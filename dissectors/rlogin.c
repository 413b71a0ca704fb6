/* SPDX-License-Identifier: BSD-2-Clause */
/* Rlogin: a terminal at another host. */
/* RFC 1282. */
#include "core/ascii.h"
#include "core/walk.h"
#include "flow/conv.h"
#include "shared/layout.h"

enum {
	RLOGIN,
	CONTROL,
	STARTUP,
	RECEIVED,
	USER_INFO,
	CLIENT_USER,
	SERVER_USER,
	TERMINAL,
	SPEED,
	SPEED_INVALID,
	WINDOW,
	COOKIE,
	MARKER,
	ROWS,
	COLUMNS,
	X_PIXELS,
	Y_PIXELS,
	DATA,
};

/* The layer's state. */
struct state {
	uint64_t user;  /* string: who is known to log in; NULL: nobody yet */
	uint64_t names; /* this packet says who logs in, and at what terminal */
	uint64_t tells; /* ... and the summary line says so */
};

static const struct word control_words[] = {
	{0x02, "Clear buffer"},
	{0x10, "Raw mode"},
	{0x20, "Cooked mode"},
	{0x80, "Window size request"},
};

static const struct field fields[] = {
	[RLOGIN] = {"rlogin", "Rlogin Protocol", PROTO},
	[CONTROL] = {"rlogin.control_message", "Control message", U8, HEX, WORDS(control_words),
		     .help = "What the client's terminal is to do", .ref = "5"},
	[STARTUP] = {"rlogin.client_startup_flag", "Client startup flag", U8, HEX,
		     .help = "The client begins", .ref = "3"},
	[RECEIVED] = {"rlogin.startup_info_received_flag", "Startup info received flag", U8, HEX,
		      .help = "The server has what it needs", .ref = "3"},
	[USER_INFO] = {"rlogin.user_info", "User Info", STRING, .traits = ZSTRING,
		       .help = "Who logs in, and how", .ref = "3"},
	[CLIENT_USER] = {"rlogin.client_user_name", "Client-user-name", STRING, .traits = ZSTRING,
			 .help = "Who asks, at the client", .ref = "3"},
	[SERVER_USER] = {"rlogin.server_user_name", "Server-user-name", STRING, .traits = ZSTRING,
			 .help = "As whom, at the server", .ref = "3"},
	[TERMINAL] = {"rlogin.terminal_type", "Terminal-type", STRING, .traits = ZSTRING,
		      .help = "The terminal at the client", .ref = "3"},
	[SPEED] = {"rlogin.terminal_speed", "Terminal-speed", U32, DEC,
		   .help = "Bits a second of its line", .ref = "3"},
	[SPEED_INVALID] = EXPERT("rlogin.terminal_speed.invalid",
				 "Terminal length must be a string containing an integer", ERROR,
				 G_MALFORMED),
	[WINDOW] = {"rlogin.window_size", "Window Info", NONE, .help = "Its size", .ref = "6"},
	[COOKIE] = {"rlogin.magic_cookie", "Magic Cookie", U16, HEX, .help = "Always ffff",
		    .ref = "6"},
	[MARKER] = {"rlogin.window_size.ss", "Window size marker", STRING, .help = "Always ss",
		    .ref = "6"},
	[ROWS] = {"rlogin.window_size.rows", "Rows", U16, DEC, .help = "Lines of text", .ref = "6"},
	[COLUMNS] = {"rlogin.window_size.cols", "Columns", U16, DEC, .help = "Characters of a line",
		     .ref = "6"},
	[X_PIXELS] = {"rlogin.window_size.x_pixels", "X Pixels", U16, DEC, .help = "Its width",
		      .ref = "6"},
	[Y_PIXELS] = {"rlogin.window_size.y_pixels", "Y Pixels", U16, DEC, .help = "Its height",
		      .ref = "6"},
	[DATA] = {"rlogin.data", "Data", STRING, .traits = ZSTRING,
		  .help = "What is typed, or shown", .ref = "4"},
};

#define PORT 513
#define MOST_NAME 32 /* octets of a name that is remembered, with the NUL behind it */
#define WINDOW_LEN 12

enum { FRESH, WAITS, OVER };

/* What is remembered of a connection. */
struct login {
	uint8_t stage;        /* FRESH ... */
	char user[MOST_NAME]; /* who logs in; nothing: not known */
};

static struct login *login_of(struct walk *w, const struct layer *l)
{
	static const char table_key;
	const struct layer *tcp = layer_up(l, "tcp");
	bool from_a;

	return conv_own(conv_get(w, &table_key, (uint16_t)VALUE_OF(tcp, tcp->proto->sport),
				 (uint16_t)VALUE_OF(tcp, tcp->proto->dport), sizeof(struct login),
				 &from_a));
}

static bool to_server(const struct layer *l)
{
	const struct layer *tcp = layer_up(l, "tcp");

	return VALUE_OF(tcp, tcp->proto->dport) == PORT;
}

/* Where the octet is that TCP calls urgent, counted from 1; 0: none is here. */
static uint32_t urgent_of(const struct layer *l)
{
	struct cursor tcp = layer_cursor(layer_up(l, "tcp"), 13);
	bool urgent = u8(&tcp) & 0x20;
	uint32_t at;

	cursor_pull(&tcp, 4);
	at = u16(&tcp);
	return urgent && !tcp.bad && at <= l->bytes.wire ? at : 0;
}

/* The first packets of the client say who it is. */
static void follow_login(struct login *login, struct state *s, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	uint32_t n = span_find(c.left, 0);
	const uint8_t *name;

	if (login->stage == FRESH) {
		login->stage = n ? OVER : l->bytes.wire > 1 ? OVER : WAITS;
		s->names = !n && l->bytes.wire > 1;
		return;
	}
	if (login->stage != WAITS)
		return;
	login->stage = OVER;
	s->names = true;
	if (n == NOT_FOUND || n >= MOST_NAME)
		return;
	s->tells = true;
	name = cursor_pull(&c, n);
	memcpy(login->user, name, n);
	login->user[n] = '\0';
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct login *login = login_of(w, l);

	s->user = s->names = s->tells = 0;
	if (*login->user)
		s->user = (uint64_t)(uintptr_t)arena_copy(&w->arena, login->user,
							  strlen(login->user));
	if (to_server(l))
		follow_login(login, s, l);
}

/* A string and its NUL, without which the packet is malformed. */
static void put_name(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t n = span_find(c->left, 0);

	if (n == NOT_FOUND)
		cursor_fail(c, c->left.wire + 1);
	else
		put(w, c, row, n + 1);
}

static void put_speed(struct walk *w, struct cursor *c)
{
	uint32_t n = span_find(c->left, 0);
	struct cursor text = *c;
	uint64_t speed = 0;
	bool valid = n != NOT_FOUND && n;

	if (n == NOT_FOUND) {
		cursor_fail(c, c->left.wire + 1);
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		uint8_t digit = u8(&text);

		valid = valid && digit >= '0' && digit <= '9' && speed < UINT32_MAX;
		speed = speed * 10 + (unsigned)(digit - '0');
	}
	put_value(w, SPEED, c->at, n + 1, valid ? speed : 0);
	if (!valid)
		expert(w, SPEED_INVALID, NULL);
	cursor_take(c, n + 1);
}

/* Strings behind one another, with a blank where each ends. */
static void put_words(struct text *t, struct cursor c)
{
	while (c.left.cap) {
		uint8_t octet = u8(&c);

		text_char(t, octet ? (char)octet : ' ');
	}
}

/* The row over them has no value in Wireshark. */
static void put_user(struct walk *w, struct cursor *c)
{
	struct text t = {0};
	uint32_t slash;

	put_words(&t, *c);
	put_string(w, USER_INFO, c->at, c->left.cap, "[ Null ]");
	label_whole(w, "User info (%s)", text_string(&t));
	text_close(&t);
	w->depth++;
	put_name(w, c, CLIENT_USER);
	if (!c->bad)
		put_name(w, c, SERVER_USER);
	slash = span_find(c->left, '/');
	if (!c->bad && slash != NOT_FOUND) {
		put(w, c, TERMINAL, slash);
		cursor_take(c, 1);
		put_speed(w, c);
	}
	w->depth--;
}

/* Where the size of a window begins; NOT_FOUND: nowhere. */
static uint32_t window_at(struct span s)
{
	uint32_t at = span_find(s, 0xff);

	return at != NOT_FOUND && span_octet(s, at + 1) == 0xff ? at : NOT_FOUND;
}

/* Wireshark reads the size from where the text before it begins. */
static void put_window(struct walk *w, struct cursor *c, uint32_t before)
{
	struct cursor text = *c;
	uint32_t group;

	if (before)
		put(w, &text, DATA, before);
	group = open_group(w, c, WINDOW, WINDOW_LEN);
	put_layout(w, c,
		   PARTS({COOKIE, 2}, {MARKER, 2}, {ROWS, 2}, {COLUMNS, 2}, {X_PIXELS, 2},
			 {Y_PIXELS, 2}));
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	uint32_t urgent = urgent_of(l), window;
	bool request = to_server(l);

	if (urgent) {
		if (urgent > 1)
			put(w, c, DATA, urgent - 1);
		put(w, c, CONTROL, 1);
	} else if (span_octet(c->left, 0) == 0) {
		put(w, c, request ? STARTUP : RECEIVED, 1);
	}
	if (s->names && c->left.wire && !c->bad)
		put_user(w, c);
	window = request && !c->bad ? window_at(c->left) : NOT_FOUND;
	if (window != NOT_FOUND)
		put_window(w, c, window);
	if (c->left.wire && !c->bad)
		put(w, c, DATA, c->left.wire);
}

#define MOST_DATA 128 /* octets that the summary line shows */

static void put_window_words(struct text *t, const struct layer *l, struct cursor c)
{
	unsigned rows, columns;

	(void)l;
	text_put(t, "Terminal Info");
	cursor_pull(&c, 4);
	rows = u16(&c);
	columns = u16(&c);
	if (!c.bad)
		text_format(t, " (rows=%u, cols=%u)", rows, columns);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	struct cursor c = layer_cursor(l, 0), at = c;
	uint32_t urgent = urgent_of(l), n = c.left.cap < MOST_DATA ? c.left.cap : MOST_DATA;
	const char *word;

	(void)r;
	if (s->user)
		text_format(t, "User name: %s, ", (const char *)(uintptr_t)s->user);
	if (urgent) {
		cursor_pull(&at, urgent - 1);
		word = word_for(fields[CONTROL].words, u8(&at));
		text_format(t, "Control Message (%s)", word ? word : "Unknown");
	} else if (span_octet(c.left, 0) == 0) {
		text_put(t, to_server(l) ? "Start Handshake" : "Startup info received");
	} else if (to_server(l) && window_at(c.left) != NOT_FOUND) {
		put_window_words(t, l, c);
	} else {
		text_put(t, "Data: ");
		text_bytes(t, c.left.p, n);
	}
	if (s->tells)
		text_put(t, ", (User information)");
}

static const struct hang hangs[] = {{"tcp.port", PORT}, {0}};

const struct proto proto_rlogin = {
	.brief = "Rlogin",
	.spec = "RFC 1282",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
