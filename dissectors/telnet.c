/* SPDX-License-Identifier: BSD-2-Clause */
/* Telnet: text, and commands and options among it. */
/* RFC 854, RFC 855; the options have documents of their own. */
#include "core/ascii.h"
#include "core/walk.h"

enum {
	TELNET,
	ONE,
	COMMAND,
	OPTION,
	STRING_HEAD,
	STRING_VALUE,
	WIDTH,
	HEIGHT,
	FLOW,
	AUTH_CMD,
	AUTH_NAME,
	AUTH_TYPE,
	AUTH_MODIFIERS,
	AUTH_ENC_HIGH,
	AUTH_ENC,
	AUTH_CRED,
	AUTH_HOW,
	AUTH_WHO,
	ENC_CMD,
	ENC_TYPE,
	ENC_DATA,
	STARTTLS,
	OPTION_DATA,
	DATA,
};

/* RFC 854, "TELNET COMMAND STRUCTURE". */
enum { SE = 240, SB = 250, WILL, WONT, DO, DONT, IAC };

/* Options whose data is taken apart. */
enum {
	TERMINAL_TYPE = 24,
	WINDOW_SIZE = 31,
	FLOW_CONTROL = 33,
	X_DISPLAY = 35,
	AUTHENTICATION = 37,
	ENCRYPTION = 38,
	START_TLS = 46,
};

static const struct word commands[] = {
	{236, "End of File"},
	{237, "Suspend Current Process"},
	{238, "Abort Process"},
	{239, "End of Record"},
	{240, "Suboption End"},
	{241, "No Operation"},
	{242, "Data Mark"},
	{243, "Break"},
	{244, "Interrupt Process"},
	{245, "Abort Output"},
	{246, "Are You There?"},
	{247, "Escape Character"},
	{248, "Erase Line"},
	{249, "Go Ahead"},
	{250, "Suboption"},
	{251, "Will"},
	{252, "Won't"},
	{253, "Do"},
	{254, "Don't"},
};
static const struct word options[] = {
	{0, "Binary Transmission"},
	{1, "Echo"},
	{2, "Reconnection"},
	{3, "Suppress Go Ahead"},
	{4, "Approx Message Size Negotiation"},
	{5, "Status"},
	{6, "Timing Mark"},
	{7, "Remote Controlled Trans and Echo"},
	{8, "Output Line Width"},
	{9, "Output Page Size"},
	{10, "Output Carriage-Return Disposition"},
	{11, "Output Horizontal Tab Stops"},
	{12, "Output Horizontal Tab Disposition"},
	{13, "Output Formfeed Disposition"},
	{14, "Output Vertical Tabstops"},
	{15, "Output Vertical Tab Disposition"},
	{16, "Output Linefeed Disposition"},
	{17, "Extended ASCII"},
	{18, "Logout"},
	{19, "Byte Macro"},
	{20, "Data Entry Terminal"},
	{21, "SUPDUP"},
	{22, "SUPDUP Output"},
	{23, "Send Location"},
	{24, "Terminal Type"},
	{25, "End of Record"},
	{26, "TACACS User Identification"},
	{27, "Output Marking"},
	{28, "Terminal Location Number"},
	{29, "Telnet 3270 Regime"},
	{30, "X.3 PAD"},
	{31, "Negotiate About Window Size"},
	{32, "Terminal Speed"},
	{33, "Remote Flow Control"},
	{34, "Linemode"},
	{35, "X Display Location"},
	{36, "Environment Option"},
	{37, "Authentication Option"},
	{38, "Encryption Option"},
	{39, "New Environment Option"},
	{40, "TN3270E"},
	{41, "XAUTH"},
	{42, "CHARSET"},
	{43, "Remote Serial Port"},
	{44, "COM Port Control"},
	{45, "Suppress Local Echo"},
	{46, "Start TLS"},
	{47, "KERMIT"},
	{48, "SEND-URL"},
	{49, "FORWARD_X"},
};
static const struct words option_words = {options, COUNT(options)};
static const struct word auth_commands[] = {
	{0, "IS"},
	{1, "SEND"},
	{2, "REPLY"},
	{3, "NAME"},
};
static const struct word auth_types[] = {
	{0, "NULL"},    {1, "Kerberos v4"},   {2, "Kerberos v5"}, {3, "SPX"},   {4, "MINK"},
	{5, "SRP"},     {6, "RSA"},           {7, "SSL"},         {10, "LOKI"}, {11, "SSA"},
	{12, "KEA_SJ"}, {13, "KEA_SJ_INTEG"}, {14, "DSS"},        {15, "NTLM"},
};
static const struct word encryptions[] = {
	{0, "Off"},
	{1, "Telnet Options"},
	{2, "After Exchange"},
	{4, "Reserved"},
};
static const struct word cred[] = {{0, "Client will NOT forward auth creds"},
				   {1, "Client WILL forward auth creds"}};
static const struct word how[] = {{0, "One Way authentication"}, {1, "MUTUAL authentication"}};
static const struct word who[] = {{0, "Mask client to server"}, {1, "Mask server to client"}};
static const struct word flows[] = {
	{0, "OFF"},
	{1, "ON"},
	{2, "RESTART-ANY"},
	{3, "RESTART-XON"},
};
static const struct word enc_commands[] = {
	{0, "IS"},          {1, "SUPPORT"},   {2, "REPLY"},
	{3, "START"},       {4, "END"},       {5, "REQUEST-START"},
	{6, "REQUEST-END"}, {7, "ENC_KEYID"}, {8, "DEC_KEYID"},
};
static const struct word enc_types[] = {
	{0, "NULL"},           {1, "DES_CFB64"},      {2, "DES_OFB64"},
	{3, "DES3_CFB64"},     {4, "DES3_OFB64"},     {8, "CAST5_40_CFB64"},
	{9, "CAST5_40_OFB64"}, {10, "CAST128_CFB64"}, {11, "CAST128_OFB64"},
};

/* An option's name. */
static const char *name_of(unsigned option)
{
	const char *word = word_for(&option_words, option);

	return word ? word : "<unknown option>";
}

static void form_option(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, name_of((unsigned)n->u));
}

#define ROW(row, name, label, kind, base, says, section) \
	[row] = {"telnet." name, label, kind, base, .under = OPTION, .help = says, .ref = section}

static const struct field fields[] = {
	[TELNET] = {"telnet", "Telnet", PROTO},
	[ONE] = {"text", "Command", HEADING},
	[COMMAND] = {"telnet.cmd", "Command", U8, DEC, .under = ONE, WORDS(commands),
		     .help = "What stands behind IAC", .ref = "TELNET COMMANDS"},
	[OPTION] = {"telnet.subcmd", "Subcommand", U8, DEC, .under = ONE, .form = form_option,
		    .help = "Which option", .ref = "RFC 855"},
	[STRING_HEAD] = {"telnet.subcmd", "Subcommand", U8, DEC, .under = OPTION,
			 .help = "0: here is the text; 1: it is asked for", .ref = "RFC 1091"},
	ROW(STRING_VALUE, "string_subopt.value", "Value", STRING, PLAIN, "The option's text",
	    "RFC 1091"),
	ROW(WIDTH, "naws_subopt.width", "Width", U16, DEC, "Columns", "RFC 1073"),
	ROW(HEIGHT, "naws_subopt.height", "Height", U16, DEC, "Lines", "RFC 1073"),
	[FLOW] = {"telnet.rfc_subopt.cmd", "Command", U8, DEC, .under = OPTION, WORDS(flows),
		  .help = "Who stops the output", .ref = "RFC 1372"},
	[AUTH_CMD] = {"telnet.auth.cmd", "Auth Cmd", U8, DEC, .under = OPTION, WORDS(auth_commands),
		      .help = "Step of authentication", .ref = "RFC 2941, 2"},
	ROW(AUTH_NAME, "auth.name", "Name", STRING, PLAIN, "Who logs in", "RFC 2941, 2"),
	[AUTH_TYPE] = {"telnet.auth.type", "Auth Type", U8, DEC, .under = OPTION, WORDS(auth_types),
		       .help = "How", .ref = "RFC 2941, 2"},
	[AUTH_MODIFIERS] = {"text", "Modifiers", HEADING, .under = OPTION},
	[AUTH_ENC_HIGH] = {"text", "Bit", HEADING, .under = AUTH_MODIFIERS},
	[AUTH_ENC] = {"telnet.auth.mod.enc", "Encrypt", U8, DEC, .under = AUTH_MODIFIERS,
		      WORDS(encryptions), .help = "What is encrypted then", .ref = "RFC 2941, 2"},
	[AUTH_CRED] = {"telnet.auth.mod.cred_fwd", "Cred Fwd", BOOL, AT(4, 1), BOX(8, 4),
		       .under = AUTH_MODIFIERS, WORDS(cred), .help = "Credentials are passed on",
		       .ref = "RFC 2941, 2"},
	[AUTH_HOW] = {"telnet.auth.mod.how", "How", BOOL, AT(6, 1), BOX(8, 6),
		      .under = AUTH_MODIFIERS, WORDS(how), .help = "Both ways, or one",
		      .ref = "RFC 2941, 2"},
	[AUTH_WHO] = {"telnet.auth.mod.who", "Who", BOOL, AT(7, 1), BOX(8, 7),
		      .under = AUTH_MODIFIERS, WORDS(who), .help = "Who shows who it is",
		      .ref = "RFC 2941, 2"},
	[ENC_CMD] = {"telnet.enc.cmd", "Enc Cmd", U8, DEC, .under = OPTION, WORDS(enc_commands),
		     .help = "Step of encryption", .ref = "RFC 2946, 2"},
	[ENC_TYPE] = {"telnet.enc.type", "Enc Type", U8, DEC, .under = OPTION, WORDS(enc_types),
		      .help = "How", .ref = "RFC 2946, 2"},
	ROW(ENC_DATA, "enc.type_data", "Type-specific data", BYTES, PLAIN, "What it needs",
	    "RFC 2946, 2"),
	ROW(STARTTLS, "starttls", "Follows", U8, DEC, "TLS follows",
	    "draft-altman-telnet-starttls-02"),
	ROW(OPTION_DATA, "option_data", "Option data", BYTES, PLAIN, "What the option says",
	    "RFC 855"),
	[DATA] = {"telnet.data", "Data", STRING, .traits = ZSTRING, .help = "A line of text",
		  .ref = "RFC 854"},
};

/* --- options --- */

/* RFC 1091, RFC 1096: 0 and the text, or 1 that asks for it. */
static void put_text_option(struct walk *w, struct cursor *c, const char *option)
{
	struct cursor peek = *c;
	bool asks = u8(&peek) == 1;

	put(w, c, STRING_HEAD, 1);
	label_whole(w, asks ? "Send your %s" : "Here's my %s", option);
	if (c->left.wire)
		put(w, c, STRING_VALUE, c->left.wire);
}

/* RFC 2941, 2: a kind of authentication with its modifiers. */
static void put_auth_pair(struct walk *w, struct cursor *c)
{
	struct cursor peek;
	unsigned v;

	put(w, c, AUTH_TYPE, 1);
	peek = *c;
	v = u8(&peek);
	put_value(w, AUTH_ENC, c->at, 1, (v >> 3 & 2) | (v >> 2 & 1));
	label_name(w, "...%u .%u.. = Encrypt", v >> 4 & 1, v >> 2 & 1);
	for (unsigned row = AUTH_CRED; row <= AUTH_WHO; row++)
		put_slice(w, *c, row, 1);
	cursor_take(c, 1);
}

static void put_auth(struct walk *w, struct cursor *c)
{
	unsigned command = (unsigned)put(w, c, AUTH_CMD, 1);

	if (command == 3) {
		put(w, c, AUTH_NAME, c->left.wire);
		return;
	}
	do
		put_auth_pair(w, c);
	while (command == 1 && c->left.cap);
	if (c->left.wire)
		put(w, c, OPTION_DATA, c->left.wire);
}

static void put_encryption(struct walk *w, struct cursor *c)
{
	unsigned command = (unsigned)put(w, c, ENC_CMD, 1);

	if (command == 1) {
		while (c->left.cap)
			put(w, c, ENC_TYPE, 1);
	} else if (command == 0 || command == 2) {
		put(w, c, ENC_TYPE, 1);
		if (c->left.wire)
			put(w, c, ENC_DATA, c->left.wire);
	}
}

static void put_option_data(struct walk *w, struct cursor *c, unsigned option, const char *name)
{
	switch (option) {
	case TERMINAL_TYPE:
	case X_DISPLAY:
		put_text_option(w, c, name);
		break;
	case WINDOW_SIZE:
		put(w, c, WIDTH, 2);
		put(w, c, HEIGHT, 2);
		break;
	case FLOW_CONTROL:
		put(w, c, FLOW, 1);
		break;
	case AUTHENTICATION:
		put_auth(w, c);
		break;
	case ENCRYPTION:
		put_encryption(w, c);
		break;
	case START_TLS:
		put(w, c, STARTTLS, 1);
		break;
	default:
		put(w, c, OPTION_DATA, c->left.wire);
		break;
	}
}

/* Octets up to the next IAC that isn't doubled. */
static uint32_t until_command(struct span s)
{
	for (uint32_t i = 0;;) {
		uint32_t at = span_find(span_skip(s, i), IAC);

		if (at == NOT_FOUND)
			return s.wire;
		i += at;
		if (span_octet(s, i + 1) != IAC)
			return i;
		i += 2;
	}
}

/* An option's name, with what is said of it. */
static void put_option(struct walk *w, struct cursor *c, unsigned option, bool data)
{
	const char *name = name_of(option);
	uint32_t len = data ? until_command(span_skip(c->left, 1)) : 0;
	uint32_t group = open_group(w, c, OPTION, 1 + len);
	struct cursor body;

	if (group != NO_NODE)
		w->r.nodes[group].u = option;
	cursor_take(c, 1);
	body = cursor_first(*c, len);
	if (len)
		put_option_data(w, &body, option, name);
	cursor_take(c, len);
	shut_group(w, group, NULL);
}

static void put_command(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned command = (u8(&peek), u8(&peek));
	bool has_option = command >= SB && command <= DONT;
	unsigned option = has_option ? u8(&peek) : 0;
	uint32_t group = open_group(w, c, ONE, 0);
	const char *word = row_word(w, COMMAND, command, "<unknown option>");

	if (has_option)
		label_whole(w, "%s %s", word, name_of(option));
	else
		label_whole(w, "%s", word);
	cursor_take(c, 1);
	put(w, c, COMMAND, 1);
	if (has_option)
		put_option(w, c, option, command == SB);
	shut_group(w, group, c);
}

/* --- text --- */

/* RFC 854, "THE NVT PRINTER": lines end with CR LF, or CR NUL. */
static uint32_t line_len(struct span s)
{
	uint32_t at = span_find_any(s, "\r\n");

	if (at == NOT_FOUND)
		return s.wire;
	if (span_octet(s, at) == '\r' && (span_octet(s, at + 1) == '\n' || !span_octet(s, at + 1)))
		at++;
	return at + 1;
}

static void put_text(struct walk *w, struct cursor *c, uint32_t len)
{
	struct cursor text = cursor_first(*c, len);

	while (text.left.wire && !text.bad)
		put(w, &text, DATA, line_len(text.left));
	cursor_take(c, len);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad) {
		uint32_t len = until_command(c->left);

		if (len)
			put_text(w, c, len);
		else
			put_command(w, c);
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Telnet Data ...");
}

static const struct hang hangs[] = {{"tcp.port", 23}, {0}};

const struct proto proto_telnet = {
	.brief = "TELNET",
	.spec = "RFC 854",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
