/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP's head: the first line, and what it says about the body. */
#include "shared/http.h"
#include "core/proto.h"
#include <ctype.h>

/* https://www.iana.org/assignments/http-methods, and some that are met beside those. */
static const char *const methods[] = {
	"ACL",
	"BASELINE-CONTROL",
	"BCOPY",
	"BDELETE",
	"BMOVE",
	"BPROPFIND",
	"BPROPPATCH",
	"CCM_POST",
	"CHECKIN",
	"CHECKOUT",
	"CONNECT",
	"COPY",
	"DELETE",
	"GET",
	"HEAD",
	"LABEL",
	"LOCK",
	"M-SEARCH",
	"MERGE",
	"MKACTIVITY",
	"MKCALENDAR",
	"MKCOL",
	"MKWORKSPACE",
	"MOVE",
	"NOTIFY",
	"OPTIONS",
	"ORDERPATCH",
	"PATCH",
	"POLL",
	"POST",
	"PROPFIND",
	"PROPPATCH",
	"PUT",
	"REPORT",
	"RPC_CONNECT",
	"RPC_IN_DATA",
	"RPC_OUT_DATA",
	"SEARCH",
	"SSTP_DUPLEX_POST",
	"SUBSCRIBE",
	"TRACE",
	"UNCHECKOUT",
	"UNLOCK",
	"UNSUBSCRIBE",
	"UPDATE",
	"VERSION-CONTROL",
};

/* Of GENA (UPnP Device Architecture 2.0, 4). */
static bool is_notification(struct span method)
{
	return span_says(method, "NOTIFY") || span_says(method, "SUBSCRIBE") ||
	       span_says(method, "UNSUBSCRIBE");
}

enum http_type http_type_of(struct span bytes)
{
	struct span left = bytes;
	struct span method;

	if (span_begins(bytes, "HTTP/") || span_begins(bytes, "ICY"))
		return HTTP_RESPONSE;
	method = span_first(left, 20);
	if (span_find_any(method, " \r\n") == NOT_FOUND)
		return HTTP_NEITHER;
	method = span_word(&left, " \r\n");
	for (unsigned i = 0; i < COUNT(methods); i++)
		if (span_octet(method, 0) == methods[i][0] && method.cap == strlen(methods[i]) &&
		    !memcmp(method.p, methods[i], method.cap))
			return is_notification(method) ? HTTP_NOTIFICATION : HTTP_REQUEST;
	return HTTP_NEITHER;
}

bool http_like_header(struct span line)
{
	int first = span_octet(line, 0);

	return first >= ' ' && first <= '~' && span_find(line, ':') != NOT_FOUND;
}

bool http_good_name(struct span name)
{
	for (uint32_t i = 0; i < name.cap; i++) {
		int c = span_octet(name, i);

		if (!isalnum(c) && (c <= 0 || !strchr("!#$%&*+-.^_`|~\\", c)))
			return false;
	}
	return name.cap;
}

bool http_next_header(struct span *left, struct http_header *h)
{
	struct line line = span_line(*left);
	struct span text = line.text;
	uint32_t len = line.len;

	if (!line.text.cap || (!line.ended && line.len == 1 && span_octet(text, 0) == '\r'))
		return false; /* the end may be cut in two */
	for (;;) {            /* lines that begin with a blank belong to the one before them */
		struct span next = span_skip(*left, len);
		int first = span_octet(next, 0);

		if (!line.ended || (first != ' ' && first != '\t'))
			break;
		line = span_line(next);
		text = span_first(*left, len + line.text.cap);
		len += line.len;
	}
	h->whole = span_first(*left, len);
	h->name = span_word(&text, ":");
	h->value = span_trim(text);
	*left = span_skip(*left, len);
	return true;
}

static void note_header(struct http_head *head, const struct http_header *h)
{
	if (span_says(h->name, "Content-Length"))
		head->has_length = span_decimal(h->value, &head->length);
	else if (span_says(h->name, "Transfer-Encoding"))
		head->chunked = span_begins(h->value, "chunked");
}

/* "HTTP/1.1 200 OK", or "GET / HTTP/1.1". */
static void note_first_line(struct http_head *head, struct span text)
{
	struct span second;
	uint64_t code;

	span_word(&text, " ");
	second = span_word(&text, " ");
	if (head->type == HTTP_RESPONSE && span_decimal(second, &code) && code < 1000)
		head->code = (unsigned)code;
}

struct http_head http_read_head(struct span bytes, http_header_hook hook, void *arg)
{
	struct http_head head = {.type = http_type_of(bytes)};
	struct line line = span_line(bytes);
	struct span left = span_skip(bytes, line.len);
	struct http_header h;

	note_first_line(&head, line.text);
	while (http_next_header(&left, &h)) {
		note_header(&head, &h);
		if (hook)
			hook(&h, arg);
	}
	line = span_line(left);
	head.whole = line.ended;
	head.len = bytes.cap - left.cap + (line.ended ? line.len : left.cap);
	return head;
}

bool http_chunk_of(struct span left, struct http_chunk *chunk)
{
	struct line line = span_line(left);
	struct span text = line.text;
	struct span size = span_trim(span_word(&text, ";"));
	struct line end;

	if (!line.ended || !span_hexadecimal(size, &chunk->size))
		return false;
	chunk->head = line.len;
	left = span_skip(left, line.len);
	if (chunk->size > left.wire)
		chunk->whole = false;
	else {
		end = span_line(span_skip(left, (uint32_t)chunk->size));
		chunk->whole = !chunk->size || (end.ended && !end.text.cap);
	}
	return true;
}

/* RFC 9112, 7.1.2: fields behind the last chunk, and an empty line. */
static uint32_t trailer_len(struct span left)
{
	struct span all = left;
	struct http_header h;
	struct line line;

	while (http_next_header(&left, &h))
		continue;
	line = span_line(left);
	return line.ended ? all.cap - left.cap + line.len : all.cap + 1;
}

/* Where a chunk ends that isn't whole. */
static uint32_t end_of_chunk(uint32_t at, const struct http_chunk *chunk)
{
	uint64_t end = (uint64_t)at + chunk->head + chunk->size + 2;

	return end < INT32_MAX ? (uint32_t)end : INT32_MAX;
}

uint32_t http_chunks_len(struct span body, uint32_t *whole)
{
	struct span left = body;
	struct http_chunk chunk;

	*whole = 0;
	while (http_chunk_of(left, &chunk)) {
		*whole = body.cap - left.cap;
		if (!chunk.whole)
			return end_of_chunk(body.cap - left.cap, &chunk);
		left = span_skip(left, chunk.head);
		if (!chunk.size)
			return body.cap - left.cap + trailer_len(left);
		left = span_skip(left, (uint32_t)chunk.size);
		left = span_skip(left, span_line(left).len);
	}
	return left.cap && span_line(left).ended ? body.cap : body.cap + 1;
}

struct cursor cursor_on(struct cursor all, struct span part)
{
	cursor_take(&all, (uint32_t)(part.p - all.left.p));
	return cursor_first(all, part.cap);
}

bool http_is_text(struct span bytes)
{
	int first = span_octet(bytes, 0);

	return first >= ' ' && first <= '~';
}

void http_file_data(struct walk *w, struct cursor c, unsigned row)
{
	uint32_t nul = span_find(c.left, 0);

	put_bytes(w, row, c.at, c.left.cap, c.left.cap ? c.left.p : (const uint8_t *)"",
		  nul == NOT_FOUND ? c.left.cap : nul);
	source_of_last(w, c.source);
	label_whole(w, "File Data: %u bytes", c.left.cap);
}

bool http_is_packed(struct span encoding)
{
	return span_says(encoding, "gzip") || span_says(encoding, "deflate") ||
	       span_says(encoding, "x-gzip") || span_says(encoding, "x-deflate");
}

bool http_has_no_body(unsigned code)
{
	return (code >= 100 && code < 200) || code == 204 || code == 304;
}

uint32_t http_tunnel_len(struct walk *w, const struct layer *l, const struct plan *child)
{
	struct cursor c = layer_cursor(l, 0);

	if (!child || !pdus_of(child))
		return l->bytes.wire;
	while (c.left.cap) {
		uint32_t looked = 0, len = pdu_octets(w, child, c, &looked);

		if (len > c.left.cap)
			return c.left.cap < l->bytes.cap ? l->bytes.cap - c.left.cap : PDU_MORE;
		cursor_take(&c, len);
	}
	return l->bytes.wire;
}
