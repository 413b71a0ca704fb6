/* SPDX-License-Identifier: BSD-2-Clause */
/* File Transfer Protocol: the control connection. */
/* RFC 959; RFC 2428 (EPRT and EPSV). */
#include "flow/ftp.h"
#include "core/arena.h"
#include "flow/tcp_payload.h"
#include "shared/media.h"
#include <arpa/inet.h>
#include <stdio.h>

enum {
	FTP,
	IS_REQUEST,
	IS_RESPONSE,
	LINE,
	COMMAND,
	ARGUMENT,
	CODE,
	RESPONSE_ARG,
	PASSIVE_IP,
	PASSIVE_PORT,
	ACTIVE_IP,
	ACTIVE_PORT,
	EPRT_AF,
	EPRT_IP,
	EPRT_IPV6,
	EPRT_PORT,
	EPSV_IP,
	EPSV_IPV6,
	EPSV_PORT,
	BAD_ARGUMENT,
	EPRT_INVALID,
	EPSV_INVALID,
	CWD,
};

static const struct word codes[] = {
	{110, "Restart marker reply"},
	{120, "Service ready in nnn minutes"},
	{125, "Data connection already open; transfer starting"},
	{150, "File status okay; about to open data connection"},
	{200, "Command okay"},
	{202, "Command not implemented, superfluous at this site"},
	{211, "System status, or system help reply"},
	{212, "Directory status"},
	{213, "File status"},
	{214, "Help message"},
	{215, "NAME system type"},
	{220, "Service ready for new user"},
	{221, "Service closing control connection"},
	{225, "Data connection open; no transfer in progress"},
	{226, "Closing data connection"},
	{227, "Entering Passive Mode"},
	{229, "Entering Extended Passive Mode"},
	{230, "User logged in, proceed"},
	{232, "User logged in, authorized by security data exchange"},
	{234, "Security data exchange complete"},
	{235, "Security data exchange completed successfully"},
	{250, "Requested file action okay, completed"},
	{257, "PATHNAME created"},
	{331, "User name okay, need password"},
	{332, "Need account for login"},
	{334, "Requested security mechanism is ok"},
	{335, "Security data is acceptable, more is required"},
	{336, "Username okay, need password. Challenge is ..."},
	{350, "Requested file action pending further information"},
	{421, "Service not available, closing control connection"},
	{425, "Can't open data connection"},
	{426, "Connection closed; transfer aborted"},
	{431, "Need some unavailable resource to process security"},
	{450, "Requested file action not taken"},
	{451, "Requested action aborted: local error in processing"},
	{452, "Requested action not taken. Insufficient storage space in system"},
	{500, "Syntax error, command unrecognized"},
	{501, "Syntax error in parameters or arguments"},
	{502, "Command not implemented"},
	{503, "Bad sequence of commands"},
	{504, "Command not implemented for that parameter"},
	{522, "Network protocol not supported"},
	{530, "Not logged in"},
	{532, "Need account for storing files"},
	{533, "Command protection level denied for policy reasons"},
	{534, "Request denied for policy reasons"},
	{535, "Failed security check (hash, sequence, etc)"},
	{536, "Requested PROT level not supported by mechanism"},
	{537, "Command protection level not supported by security mechanism"},
	{550, "Requested action not taken: File unavailable"},
	{551, "Requested action aborted: page type unknown"},
	{552, "Requested file action aborted: Exceeded storage allocation"},
	{553, "Requested action not taken: File name not allowed"},
	{631, "Integrity protected reply"},
	{632, "Confidentiality and integrity protected reply"},
	{633, "Confidentiality protected reply"},
};
static const struct word families[] = {{1, "IPv4"}, {2, "IPv6"}};

#define ROW(row, name, label, kind, base, says, section) \
	[row] = {"ftp." name, label, kind, base, .under = LINE, .help = says, .ref = section}

static const struct field fields[] = {
	[FTP] = {"ftp", "File Transfer Protocol (FTP)", PROTO},
	[IS_REQUEST] = {"ftp.request", "Request", BOOL, .traits = HIDDEN, .help = "It is one"},
	[IS_RESPONSE] = {"ftp.response", "Response", BOOL, .traits = HIDDEN, .help = "It is one"},
	[LINE] = {"text", "Line", HEADING},
	ROW(COMMAND, "request.command", "Request command", STRING, PLAIN, "What is to be done",
	    "4.1"),
	ROW(ARGUMENT, "request.arg", "Request arg", STRING, PLAIN, "To what", "4.1"),
	[CODE] = {"ftp.response.code", "Response code", U32, DEC, .under = LINE, WORDS(codes),
		  .help = "How it went", .ref = "4.2"},
	ROW(RESPONSE_ARG, "response.arg", "Response arg", STRING, PLAIN, "The same in words",
	    "4.2"),
	ROW(PASSIVE_IP, "passive.ip", "Passive IP address", IPV4, PLAIN,
	    "Where the server waits for the data connection", "4.1.2, PASV"),
	ROW(PASSIVE_PORT, "passive.port", "Passive port", U16, DEC, "At which port", "4.1.2, PASV"),
	ROW(ACTIVE_IP, "active.cip", "Active IP address", IPV4, PLAIN,
	    "Where the client waits for the data connection", "4.1.2, PORT"),
	ROW(ACTIVE_PORT, "active.port", "Active port", U16, DEC, "At which port", "4.1.2, PORT"),
	[EPRT_AF] = {"ftp.eprt.af", "Extended active address family", U8, DEC, .under = LINE,
		     WORDS(families), .help = "Of which kind the address is", .ref = "RFC 2428, 2"},
	ROW(EPRT_IP, "eprt.ip", "Extended active IP address", IPV4, PLAIN,
	    "Where the client waits for the data connection", "RFC 2428, 2"),
	ROW(EPRT_IPV6, "eprt.ipv6", "Extended active IPv6 address", IPV6, PLAIN,
	    "Where the client waits for the data connection", "RFC 2428, 2"),
	ROW(EPRT_PORT, "eprt.port", "Extended active port", U16, DEC, "At which port",
	    "RFC 2428, 2"),
	[EPSV_IP] = {"ftp.epsv.ip", "Extended passive IPv4 address", IPV4, .under = LINE,
		     .traits = GENERATED, .help = "The server's own", .ref = "RFC 2428, 3"},
	[EPSV_IPV6] = {"ftp.epsv.ipv6", "Extended passive IPv6 address", IPV6, .under = LINE,
		       .traits = GENERATED, .help = "The server's own", .ref = "RFC 2428, 3"},
	ROW(EPSV_PORT, "epsv.port", "Extended passive port", U16, DEC, "At which port",
	    "RFC 2428, 3"),
	[BAD_ARGUMENT] = {"text", "Argument", HEADING, .under = LINE},
	[EPRT_INVALID] = EXPERT("ftp.eprt.args_invalid",
				"EPRT arguments must have the form: |<family>|<addr>|<port>|",
				WARNING, G_MALFORMED),
	[EPSV_INVALID] =
		EXPERT("ftp.epsv.args_invalid", "EPSV arguments must have the form (|||<port>|)",
		       WARNING, G_MALFORMED),
	[CWD] = {"ftp.current-working-directory", "Current working directory", STRING,
		 .traits = GENERATED, .help = "As far as it is known"},
};

/* A reading of a line at work. */
struct reader {
	struct walk *w;
	struct layer *l;
	struct ftp_control *control;
	const struct plan *data; /* who reads data connections */
	bool request;
};

static const char *copy(struct walk *w, struct span s)
{
	return arena_copy(&w->arena, s.p, s.cap);
}

static void put_span(struct reader *r, struct cursor all, unsigned row, struct span part)
{
	cursor_take(&all, (uint32_t)(part.p - all.left.p));
	put(r->w, &all, row, part.cap);
}

/* --- ends of data connections --- */

/* RFC 959, 4.1.2: six numbers with commas between, anywhere in the text. */
static bool parse_six(struct span s, uint8_t octets[6])
{
	while (s.cap && (span_octet(s, 0) < '0' || span_octet(s, 0) > '9'))
		s = span_skip(s, 1);
	for (unsigned i = 0; i < 6; i++) {
		uint32_t end = 0;
		uint64_t v;

		while (span_octet(s, end) >= '0' && span_octet(s, end) <= '9')
			end++;
		if (!span_decimal(span_first(s, end), &v) || v > 255)
			return false;
		octets[i] = (uint8_t)v;
		if (i < 5 && span_octet(s, end) != ',')
			return false;
		s = span_skip(s, end + 1);
	}
	return true;
}

#define DATA_PORT 20 /* of a server that opens the connection itself (RFC 959, 3.2) */

static void announce(struct reader *r, struct address end, uint16_t port, const char *method)
{
	bool passive = !strcmp(method, "PASV") || !strcmp(method, "EPASV");

	ftp_announce(r->w, r->control, end, port, passive ? 0 : DATA_PORT, method, r->data);
}

static void read_six(struct reader *r, struct cursor all, struct span arg, unsigned row,
		     const char *method)
{
	uint8_t *octets = take(r->w, 6);
	uint16_t port;
	uint32_t at = all.at + (uint32_t)(arg.p - all.left.p);

	if (!parse_six(arg, octets))
		return;
	port = (uint16_t)load_be(octets + 4, 2);
	put_value(r->w, row, at, arg.cap, load_be(octets, 4));
	put_value(r->w, row + 1, at, arg.cap, port);
	announce(r, (struct address){IPV4, 4, octets}, port, method);
}

/* An argument that isn't of the form that it should have. */
static void put_bad(struct reader *r, struct cursor all, struct span arg, unsigned note)
{
	const char *words = r->w->now->proto->fields[note].label;

	put_span(r, all, BAD_ARGUMENT, arg);
	label_whole(r->w, "%s", words);
	expert(r->w, note, NULL);
}

/* RFC 2428, 2: |1|132.235.1.2|6275| */
static void read_eprt(struct reader *r, struct cursor all, struct span arg)
{
	struct span left = span_skip(arg, 1), family, address, number;
	uint32_t at = all.at + (uint32_t)(arg.p - all.left.p);
	uint8_t *octets = take(r->w, 16);
	uint64_t af, port;
	bool good;

	family = span_word(&left, "|");
	address = span_word(&left, "|");
	number = span_word(&left, "|");
	if (!span_decimal(family, &af) || !span_decimal(number, &port) || port > UINT16_MAX) {
		put_bad(r, all, arg, EPRT_INVALID);
		return;
	}
	put_value(r->w, EPRT_AF, at, family.cap, af);
	good = af == 1 ? inet_pton(AF_INET, copy(r->w, address), octets) == 1
		       : inet_pton(AF_INET6, copy(r->w, address), octets) == 1;
	if (!good)
		return;
	if (af == 1)
		put_value(r->w, EPRT_IP, at, address.cap, load_be(octets, 4));
	else
		put_bytes(r->w, EPRT_IPV6, at, address.cap, octets, 16);
	put_value(r->w, EPRT_PORT, at, number.cap, port);
	announce(r, (struct address){af == 1 ? IPV4 : IPV6, af == 1 ? 4 : 16, octets},
		 (uint16_t)port, "EPRT");
}

/* RFC 2428, 3: (|||6446|); the address is the server's own. */
static void read_epsv(struct reader *r, struct cursor all, struct span arg)
{
	uint32_t open = span_find(arg, '(');
	struct span left = span_skip(arg, open == NOT_FOUND ? arg.cap : open + 4);
	struct span number = span_word(&left, "|");
	uint32_t at = all.at + (uint32_t)(arg.p - all.left.p);
	struct address from = r->w->r.from;
	uint64_t port;

	if (!span_decimal(number, &port) || port > UINT16_MAX) {
		put_bad(r, all, arg, EPSV_INVALID);
		return;
	}
	if (from.kind == IPV4)
		put_value(r->w, EPSV_IP, at, 0, load_be(from.p, 4));
	else if (from.kind == IPV6)
		put_bytes(r->w, EPSV_IPV6, at, 0, from.p, 16);
	put_value(r->w, EPSV_PORT, at, number.cap, port);
	announce(r, from, (uint16_t)port, "EPASV");
}

/* --- lines --- */

static void follow_command(struct reader *r, struct cursor all, struct span command,
			   struct span arg)
{
	if (span_says(command, "PORT"))
		read_six(r, all, arg, ACTIVE_IP, "PORT");
	else if (span_says(command, "EPRT"))
		read_eprt(r, all, arg);
	r->control->pwd = span_says(command, "PWD") || span_says(command, "XPWD");
	r->control->asked[0] = '\0';
	tcp_ask_tls(r->l,
		    span_says(command, "AUTH") && (span_says(arg, "TLS") || span_says(arg, "SSL")));
	if (span_says(command, "CWD") || span_says(command, "XCWD"))
		snprintf(r->control->asked, sizeof r->control->asked, "%s", copy(r->w, arg));
	else if (span_says(command, "CDUP"))
		snprintf(r->control->asked, sizeof r->control->asked, "..");
}

static void read_command(struct reader *r, struct cursor all, struct span text)
{
	struct span arg = text;
	struct span command = span_word(&arg, " ");

	ftp_transfer(r->w, r->control, copy(r->w, text));
	put_span(r, all, COMMAND, command);
	if (arg.cap)
		put_span(r, all, ARGUMENT, arg);
	follow_command(r, all, command, arg);
}

static void follow_response(struct reader *r, struct cursor all, unsigned code, struct span arg)
{
	struct ftp_control *c = r->control;

	tcp_answer_tls(r->l, also_by(r->l, 1, 0), code == 234);
	if (code == 227)
		read_six(r, all, arg, PASSIVE_IP, "PASV");
	else if (code == 229)
		read_epsv(r, all, arg);
	if (code == 257 && c->pwd) {
		struct span left = arg;

		span_word(&left, "\"");
		ftp_change_directory(c, copy(r->w, span_word(&left, "\"")));
	} else if (code == 250 && c->asked[0]) {
		ftp_change_directory(c, c->asked);
	}
	c->pwd = false;
	c->asked[0] = '\0';
}

static void read_response(struct reader *r, struct cursor all, struct span text)
{
	struct span digits = span_first(text, 3), arg = text;
	uint64_t code = 0;

	if (text.cap >= 3 && span_decimal(digits, &code)) {
		put_value(r->w, CODE, all.at, 3, code);
		arg = span_skip(text, 4);
	}
	if (arg.cap)
		put_span(r, all, RESPONSE_ARG, arg);
	follow_response(r, all, (unsigned)code, arg);
}

static void read_lines(struct reader *r, struct cursor *c)
{
	bool first = true;

	while (c->left.cap) {
		struct line line = span_line(c->left);
		uint32_t group = open_group(r->w, c, LINE, line.len);

		label_whole(r->w, "%s", words_of(r->w, span_first(c->left, line.len)));
		if (first && r->request)
			read_command(r, *c, line.text);
		else if (first)
			read_response(r, *c, line.text);
		first = false;
		shut_group(r->w, group, NULL);
		cursor_take(c, line.len);
	}
}

static bool is_request(const struct layer *l)
{
	return VALUE_OF(l->parent, l->parent->proto->dport) == 21;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct reader r = {.w = w, .l = l, .data = also_by(l, 0, 0), .request = is_request(l)};
	uint8_t depth = w->depth;

	r.control = ftp_control_of(w, l->parent);
	put_value(w, IS_REQUEST, c->at, 0, r.request);
	put_value(w, IS_RESPONSE, c->at, 0, !r.request);
	read_lines(&r, c);
	w->depth = 0; /* it stands beside the protocol's node */
	put_string(w, CWD, 0, 0, arena_copy(&w->arena, r.control->cwd, strlen(r.control->cwd)));
	w->depth = depth;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct line line = span_line(l->bytes);

	(void)r;
	text_put(t, is_request(l) ? "Request: " : "Response: ");
	text_bytes(t, line.text.p, line.text.cap);
}

static const struct hang hangs[] = {{"tcp.port", 21}, {"ftp.after", 0}, {0}};

const struct proto proto_ftp = {
	.brief = "FTP",
	.spec = "RFC 959",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"ftp.data", "starttls", "ftp.after"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
