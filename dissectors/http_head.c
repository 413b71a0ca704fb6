/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP's head: the first line and the headers. */
/* RFC 9110, RFC 9112. */
#include "shared/base64.h"
#include "shared/http.h"

enum {
	HEAD,
	FIRST_LINE,
	CHAT_NOTE,
	METHOD,
	URI,
	URI_PATH,
	URI_QUERY,
	URI_PARAMETER,
	REQUEST_VERSION,
	RESPONSE_VERSION,
	CODE,
	CODE_DESC,
	PHRASE,
	PLAIN_LINE,
	PLAIN_REQUEST_LINE,
	PLAIN_RESPONSE_LINE,
	REQUEST_LINE,
	RESPONSE_LINE,
	CONTENT_LENGTH_HEADER,
	CONTENT_LENGTH,
	COOKIE,
	COOKIE_PAIR,
	AUTHORIZATION,
	CREDENTIALS,
	PROXY_AUTHORIZATION,
	PROXY_CREDENTIALS,
	ACCEPT,
	ACCEPT_ENCODING,
	ACCEPT_LANGUAGE,
	CACHE_CONTROL,
	CONNECTION,
	CONTENT_ENCODING,
	CONTENT_TYPE,
	DATE,
	HOST,
	HTTP2_SETTINGS,
	LAST_MODIFIED,
	LOCATION,
	PROXY_AUTHENTICATE,
	REFERER,
	SEC_ACCEPT,
	SEC_EXTENSIONS,
	SEC_KEY,
	SEC_PROTOCOL,
	SEC_VERSION,
	SERVER,
	SET_COOKIE,
	TRANSFER_ENCODING,
	UPGRADE,
	USER_AGENT,
	WWW_AUTHENTICATE,
	X_FORWARDED_FOR,
	EMPTY_LINE,
	TE_AND_LENGTH,
	TE_UNKNOWN,
	BAD_NAME,
	LEADING_CRLF,
};

#define HEADER(row, name, label, says, section) \
	[row] = {"http." name, label, STRING, .help = says, .ref = section}

static const struct field fields[] = {
	[HEAD] = {"http", "Hypertext Transfer Protocol", PROTO},
	[FIRST_LINE] = {"text", "First line", HEADING},
	[CHAT_NOTE] = EXPERT("http.chat", "Formatted text", CHAT, G_SEQUENCE),
	[METHOD] = {"http.request.method", "Request Method", STRING, .under = FIRST_LINE,
		    .help = "What is to be done", .ref = "RFC 9110, 9"},
	[URI] = {"http.request.uri", "Request URI", STRING, .under = FIRST_LINE,
		 .help = "What it is to be done to", .ref = "RFC 9112, 3.2"},
	[URI_PATH] = {"http.request.uri.path", "Request URI Path", STRING, .under = URI,
		      .help = "The URI up to its question mark", .ref = "RFC 3986, 3.3"},
	[URI_QUERY] = {"http.request.uri.query", "Request URI Query", STRING, .under = URI,
		       .help = "What stands behind it", .ref = "RFC 3986, 3.4"},
	[URI_PARAMETER] = {"http.request.uri.query.parameter", "Request URI Query Parameter",
			   STRING, .under = URI_QUERY, .help = "One part of that",
			   .ref = "RFC 3986, 3.4"},
	[REQUEST_VERSION] = {"http.request.version", "Request Version", STRING, .under = FIRST_LINE,
			     .help = "The client's version", .ref = "RFC 9112, 2.3"},
	[RESPONSE_VERSION] = {"http.response.version", "Response Version", STRING,
			      .under = FIRST_LINE, .help = "The server's version",
			      .ref = "RFC 9112, 2.3"},
	[CODE] = {"http.response.code", "Status Code", U16, DEC, .under = FIRST_LINE,
		  .help = "How it went", .ref = "RFC 9110, 15"},
	[CODE_DESC] = {"http.response.code.desc", "Status Code Description", STRING,
		       .under = FIRST_LINE, .traits = GENERATED, .help = "The same in words",
		       .ref = "RFC 9110, 15"},
	[PHRASE] = {"http.response.phrase", "Response Phrase", STRING, .under = FIRST_LINE,
		    .help = "The server's words for it", .ref = "RFC 9112, 4"},
	[PLAIN_LINE] = {"text", "Header", HEADING},
	[PLAIN_REQUEST_LINE] = {"http.request.line", "Request line", STRING,
				.help = "A header of a request", .ref = "RFC 9112, 5"},
	[PLAIN_RESPONSE_LINE] = {"http.response.line", "Response line", STRING,
				 .help = "A header of a response", .ref = "RFC 9112, 5"},
	[REQUEST_LINE] = {"http.request.line", "Request line", STRING, .traits = HIDDEN,
			  .help = "A header of a request", .ref = "RFC 9112, 5"},
	[RESPONSE_LINE] = {"http.response.line", "Response line", STRING, .traits = HIDDEN,
			   .help = "A header of a response", .ref = "RFC 9112, 5"},
	HEADER(CONTENT_LENGTH_HEADER, "content_length_header", "Content-Length",
	       "Octets of the body, as it stands there", "RFC 9110, 8.6"),
	[CONTENT_LENGTH] = {"http.content_length", "Content length", U64, DEC,
			    .under = CONTENT_LENGTH_HEADER, .traits = GENERATED,
			    .help = "Octets of the body", .ref = "RFC 9110, 8.6"},
	HEADER(COOKIE, "cookie", "Cookie", "What the server wanted to be told again",
	       "RFC 6265, 4.2"),
	[COOKIE_PAIR] = {"http.cookie_pair", "Cookie pair", STRING, .under = COOKIE,
			 .help = "One cookie", .ref = "RFC 6265, 4.2"},
	HEADER(AUTHORIZATION, "authorization", "Authorization", "Who asks", "RFC 9110, 11.6.2"),
	[CREDENTIALS] = {"http.authbasic", "Credentials", STRING, .under = AUTHORIZATION,
			 .help = "Name and password", .ref = "RFC 7617, 2"},
	HEADER(PROXY_AUTHORIZATION, "proxy_authorization", "Proxy-Authorization",
	       "Who asks the proxy", "RFC 9110, 11.7.2"),
	[PROXY_CREDENTIALS] = {"http.authbasic", "Credentials", STRING,
			       .under = PROXY_AUTHORIZATION, .help = "Name and password",
			       .ref = "RFC 7617, 2"},
	HEADER(ACCEPT, "accept", "Accept", "Media types that are understood", "RFC 9110, 12.5.1"),
	HEADER(ACCEPT_ENCODING, "accept_encoding", "Accept Encoding",
	       "Compressions that are understood", "RFC 9110, 12.5.3"),
	HEADER(ACCEPT_LANGUAGE, "accept_language", "Accept-Language", "Preferred languages",
	       "RFC 9110, 12.5.4"),
	HEADER(CACHE_CONTROL, "cache_control", "Cache-Control", "What caches may do",
	       "RFC 9111, 5.2"),
	HEADER(CONNECTION, "connection", "Connection", "Whether it is kept open",
	       "RFC 9110, 7.6.1"),
	HEADER(CONTENT_ENCODING, "content_encoding", "Content-Encoding", "How it is compressed",
	       "RFC 9110, 8.4"),
	HEADER(CONTENT_TYPE, "content_type", "Content-Type", "The body's media type",
	       "RFC 9110, 8.3"),
	HEADER(DATE, "date", "Date", "When the message was made", "RFC 9110, 6.6.1"),
	HEADER(HOST, "host", "Host", "Whose server is meant", "RFC 9110, 7.2"),
	HEADER(HTTP2_SETTINGS, "http2_settings", "HTTP2-Settings", "Settings for HTTP/2",
	       "RFC 7540, 3.2.1"),
	HEADER(LAST_MODIFIED, "last_modified", "Last-Modified", "When the content changed",
	       "RFC 9110, 8.8.2"),
	HEADER(LOCATION, "location", "Location", "Where to go instead", "RFC 9110, 10.2.2"),
	HEADER(PROXY_AUTHENTICATE, "proxy_authenticate", "Proxy-Authenticate",
	       "What the proxy wants to know", "RFC 9110, 11.7.1"),
	HEADER(REFERER, "referer", "Referer", "Where the link stood", "RFC 9110, 10.1.3"),
	HEADER(SEC_ACCEPT, "sec_websocket_accept", "Sec-WebSocket-Accept", "The answer to the key",
	       "RFC 6455, 11.3.3"),
	HEADER(SEC_EXTENSIONS, "sec_websocket_extensions", "Sec-WebSocket-Extensions",
	       "Extensions of WebSocket", "RFC 6455, 11.3.2"),
	HEADER(SEC_KEY, "sec_websocket_key", "Sec-WebSocket-Key", "Shows that both mean WebSocket",
	       "RFC 6455, 11.3.1"),
	HEADER(SEC_PROTOCOL, "sec_websocket_protocol", "Sec-WebSocket-Protocol",
	       "What WebSocket carries", "RFC 6455, 11.3.4"),
	HEADER(SEC_VERSION, "sec_websocket_version", "Sec-WebSocket-Version", "WebSocket's version",
	       "RFC 6455, 11.3.5"),
	HEADER(SERVER, "server", "Server", "The server's program", "RFC 9110, 10.2.4"),
	HEADER(SET_COOKIE, "set_cookie", "Set-Cookie", "What is to be told again", "RFC 6265, 4.1"),
	HEADER(TRANSFER_ENCODING, "transfer_encoding", "Transfer-Encoding", "How the body is sent",
	       "RFC 9112, 6.1"),
	HEADER(UPGRADE, "upgrade", "Upgrade", "Other protocols that would do", "RFC 9110, 7.8"),
	HEADER(USER_AGENT, "user_agent", "User-Agent", "The client's program", "RFC 9110, 10.1.5"),
	HEADER(WWW_AUTHENTICATE, "www_authenticate", "WWW-Authenticate",
	       "What the server wants to know", "RFC 9110, 11.6.1"),
	HEADER(X_FORWARDED_FOR, "x_forwarded_for", "X-Forwarded-For", "Whom a proxy asks for",
	       "RFC 7239, 1"),
	[EMPTY_LINE] = {"text", "Empty line", HEADING},
	[TE_AND_LENGTH] = EXPERT("http.te_and_length",
				 "The Content-Length and Transfer-Encoding header must not be set "
				 "together",
				 WARNING, G_PROTOCOL),
	[TE_UNKNOWN] = EXPERT("http.te_unknown",
			      "Unknown transfer coding name in Transfer-Encoding header", WARNING,
			      G_UNDECODED),
	[BAD_NAME] = EXPERT("http.bad_header_name", "Illegal characters found in header name",
			    WARNING, G_PROTOCOL),
	[LEADING_CRLF] = EXPERT("http.leading_crlf",
				"Leading CRLF previous message in the stream may have extra CRLF",
				ERROR, G_MALFORMED),
};

/* --- the first line --- */

static const struct word codes[] = {
	{100, "Continue"},
	{101, "Switching Protocols"},
	{102, "Processing"},
	{103, "Early Hints"},
	{200, "OK"},
	{201, "Created"},
	{202, "Accepted"},
	{203, "Non-authoritative Information"},
	{204, "No Content"},
	{205, "Reset Content"},
	{206, "Partial Content"},
	{207, "Multi-Status"},
	{208, "Already Reported"},
	{226, "IM Used"},
	{299, "Success - Others"},
	{300, "Multiple Choices"},
	{301, "Moved Permanently"},
	{302, "Found"},
	{303, "See Other"},
	{304, "Not Modified"},
	{305, "Use Proxy"},
	{307, "Temporary Redirect"},
	{308, "Permanent Redirect"},
	{399, "Redirection - Others"},
	{400, "Bad Request"},
	{401, "Unauthorized"},
	{402, "Payment Required"},
	{403, "Forbidden"},
	{404, "Not Found"},
	{405, "Method Not Allowed"},
	{406, "Not Acceptable"},
	{407, "Proxy Authentication Required"},
	{408, "Request Time-out"},
	{409, "Conflict"},
	{410, "Gone"},
	{411, "Length Required"},
	{412, "Precondition Failed"},
	{413, "Request Entity Too Large"},
	{414, "Request-URI Too Long"},
	{415, "Unsupported Media Type"},
	{416, "Requested Range Not Satisfiable"},
	{417, "Expectation Failed"},
	{418, "I'm a teapot"},
	{421, "Misdirected Request"},
	{422, "Unprocessable Entity"},
	{423, "Locked"},
	{424, "Failed Dependency"},
	{425, "Too Early"},
	{426, "Upgrade Required"},
	{428, "Precondition Required"},
	{429, "Too Many Requests"},
	{431, "Request Header Fields Too Large"},
	{451, "Unavailable For Legal Reasons"},
	{499, "Client Error - Others"},
	{500, "Internal Server Error"},
	{501, "Not Implemented"},
	{502, "Bad Gateway"},
	{503, "Service Unavailable"},
	{504, "Gateway Time-out"},
	{505, "HTTP Version not supported"},
	{507, "Insufficient Storage"},
	{508, "Loop Detected"},
	{511, "Network Authentication Required"},
	{599, "Server Error - Others"},
};
static const struct words code_words = {codes, COUNT(codes)};

static void put_part(struct walk *w, struct cursor all, unsigned row, struct span part)
{
	struct cursor c = cursor_on(all, part);

	put(w, &c, row, part.cap);
}

/* RFC 3986, 3.4: what stands behind the question mark, and its parts. */
static void put_uri(struct walk *w, struct cursor all, struct span uri)
{
	struct cursor c = cursor_on(all, uri);
	uint32_t mark = span_find(uri, '?');
	struct span query = span_skip(uri, mark + 1);
	uint32_t group, query_group;

	if (mark == NOT_FOUND) {
		put(w, &c, URI, uri.cap);
		return;
	}
	group = open_group(w, &c, URI, uri.cap);
	put_part(w, all, URI_PATH, span_first(uri, mark));
	c = cursor_on(all, query);
	query_group = open_group(w, &c, URI_QUERY, query.cap);
	while (query.cap) {
		struct span parameter = span_word(&query, "&");

		put_part(w, all, URI_PARAMETER, parameter);
	}
	shut_group(w, query_group, NULL);
	shut_group(w, group, NULL);
}

static void put_request_line(struct walk *w, struct cursor all, struct span text)
{
	struct span method = span_word(&text, " ");
	struct span uri = span_word(&text, " ");

	put_part(w, all, METHOD, method);
	put_uri(w, all, uri);
	if (text.cap)
		put_part(w, all, REQUEST_VERSION, text);
}

static void put_status_line(struct walk *w, struct cursor all, struct span text,
			    const struct http_head *head)
{
	const char *word = word_for(&code_words, head->code);
	struct span version = span_word(&text, " ");
	struct span code = span_word(&text, " ");
	struct cursor c = cursor_on(all, code);

	put_part(w, all, RESPONSE_VERSION, version);
	if (!head->code)
		return;
	put_value(w, CODE, c.at, code.cap, head->code);
	put_string(w, CODE_DESC, c.at, code.cap, word ? word : "Unknown");
	if (text.cap)
		put_part(w, all, PHRASE, text);
}

static void put_first_line(struct walk *w, struct cursor all, const struct http_head *head)
{
	struct line line = span_line(all.left);
	const char *words = words_of(w, span_first(all.left, line.len));
	uint32_t group = open_group(w, &all, FIRST_LINE, line.len);

	label_whole(w, "%s", words);
	expert(w, CHAT_NOTE, "%s", words);
	if (head->type != HTTP_RESPONSE)
		put_request_line(w, all, line.text);
	else
		put_status_line(w, all, line.text, head);
	shut_group(w, group, NULL);
}

/* --- headers --- */

/* Headers with rows of their own, by their names. */
static const struct {
	const char *name;
	uint16_t row;
} known[] = {
	{"Accept", ACCEPT},
	{"Accept-Encoding", ACCEPT_ENCODING},
	{"Accept-Language", ACCEPT_LANGUAGE},
	{"Authorization", AUTHORIZATION},
	{"Cache-Control", CACHE_CONTROL},
	{"Connection", CONNECTION},
	{"Content-Encoding", CONTENT_ENCODING},
	{"Content-Length", CONTENT_LENGTH_HEADER},
	{"Content-Type", CONTENT_TYPE},
	{"Cookie", COOKIE},
	{"Date", DATE},
	{"HTTP2-Settings", HTTP2_SETTINGS},
	{"Host", HOST},
	{"Last-Modified", LAST_MODIFIED},
	{"Location", LOCATION},
	{"Proxy-Authenticate", PROXY_AUTHENTICATE},
	{"Proxy-Authorization", PROXY_AUTHORIZATION},
	{"Referer", REFERER},
	{"Sec-WebSocket-Accept", SEC_ACCEPT},
	{"Sec-WebSocket-Extensions", SEC_EXTENSIONS},
	{"Sec-WebSocket-Key", SEC_KEY},
	{"Sec-WebSocket-Protocol", SEC_PROTOCOL},
	{"Sec-WebSocket-Version", SEC_VERSION},
	{"Server", SERVER},
	{"Set-Cookie", SET_COOKIE},
	{"Transfer-Encoding", TRANSFER_ENCODING},
	{"Upgrade", UPGRADE},
	{"User-Agent", USER_AGENT},
	{"WWW-Authenticate", WWW_AUTHENTICATE},
	{"X-Forwarded-For", X_FORWARDED_FOR},
};

static unsigned row_of(struct span name)
{
	for (unsigned i = 0; i < COUNT(known); i++)
		if (span_says(name, known[i].name))
			return known[i].row;
	return 0;
}

static void put_cookies(struct walk *w, struct cursor all, struct span value)
{
	while (value.cap) {
		struct span pair = span_trim(span_word(&value, ";"));

		put_part(w, all, COOKIE_PAIR, pair);
	}
}

/* RFC 7617, 2: name and password, in Base64. */
static void put_credentials(struct walk *w, struct cursor all, unsigned row, struct span value)
{
	struct cursor c = cursor_on(all, value);
	struct span scheme = span_word(&value, " ");

	if (!span_says(scheme, "Basic"))
		return;
	put_string(w, row, c.at, scheme.cap + 1 + value.cap, base64_text(w, span_trim(value)));
}

static void put_below_header(struct walk *w, struct cursor all, unsigned row, struct span value,
			     const struct http_message *m)
{
	struct cursor c = cursor_on(all, value);

	if (row == COOKIE)
		put_cookies(w, all, value);
	else if (row == AUTHORIZATION)
		put_credentials(w, all, CREDENTIALS, value);
	else if (row == PROXY_AUTHORIZATION)
		put_credentials(w, all, PROXY_CREDENTIALS, value);
	else if (row == CONTENT_LENGTH_HEADER && m->head.has_length)
		put_value(w, CONTENT_LENGTH, c.at, value.cap, m->head.length);
	else if (row == TRANSFER_ENCODING && m->head.has_length)
		expert(w, TE_AND_LENGTH, NULL);
}

static void put_header(struct walk *w, struct cursor all, const struct http_header *h,
		       const struct http_message *m)
{
	static const uint16_t plain[] = {[HTTP_NOTIFICATION] = PLAIN_LINE,
					 [HTTP_REQUEST] = PLAIN_REQUEST_LINE,
					 [HTTP_RESPONSE] = PLAIN_RESPONSE_LINE};
	unsigned row = row_of(h->name);
	struct cursor c = cursor_on(all, h->whole);
	uint32_t group;

	if (!row) {
		put(w, &c, plain[m->head.type], h->whole.cap);
		label_whole(w, "%s", words_of(w, h->whole));
		if (!http_good_name(h->name))
			expert(w, BAD_NAME, NULL);
		return;
	}
	group = open_group(w, &c, row, h->whole.cap);
	if (group != NO_NODE) {
		w->r.nodes[group].p = h->value.p;
		w->r.nodes[group].size = h->value.cap;
	}
	label_whole(w, "%s", words_of(w, h->whole));
	put_below_header(w, all, row, h->value, m);
	shut_group(w, group, NULL);
	if (m->head.type != HTTP_NOTIFICATION)
		put(w, &c, m->head.type == HTTP_REQUEST ? REQUEST_LINE : RESPONSE_LINE,
		    h->whole.cap);
}

static void walk_headers(struct walk *w, struct cursor all, const struct http_message *m)
{
	struct span left = span_first(all.left, m->head.len);
	struct http_header h;
	struct cursor c;

	left = span_skip(left, span_line(left).len);
	while (http_next_header(&left, &h)) {
		put_header(w, all, &h, m);
	}
	if (!left.cap)
		return;
	c = cursor_on(all, left);
	put(w, &c, EMPTY_LINE, left.cap);
	label_whole(w, "%s", words_of(w, left));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct http_message *m = http_message_of(l->parent);
	struct cursor all = *c;

	put_first_line(w, all, &m->head);
	walk_headers(w, all, m);
	cursor_take(c, c->left.cap);
}

static const struct hang hangs[] = {{"http.part", HTTP_HEAD_PART}, {0}};

const struct proto proto_http_head = {
	.brief = "HTTP",
	.no_column = true,
	.bare = true,
	.prefix = "http",
	.spec = "RFC 9112",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
