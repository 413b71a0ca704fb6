/* SPDX-License-Identifier: BSD-2-Clause */
/* Hypertext Transfer Protocol, version 1. */
/* RFC 9110, RFC 9112. */
#include "flow/http.h"
#include "core/arena.h"
#include "shared/http.h"
#include "shared/inflate.h"

enum {
	HTTP,
	FULL_URI,
	IS_REQUEST,
	IS_RESPONSE,
	IS_NOTIFICATION,
	TUNNEL_HOST,
	TUNNEL_PORT,
	REQUEST_NUMBER,
	RESPONSE_NUMBER,
	TIME,
	PREV_REQUEST,
	PREV_RESPONSE,
	REQUEST_IN,
	RESPONSE_FOR,
	ENCODED,
	FILE_DATA,
	DECOMPRESSION_FAILED,
	BODY_FAILED,
	TOO_LARGE,
};

/* A head without an end isn't waited for any longer than that. */
#define MOST_HEAD 65536

static const struct field fields[] = {
	[HTTP] = {"http", "Hypertext Transfer Protocol", PROTO},
#include "shared/http_rows.h"
};

/* The same messages over UDP are a protocol of their own. */
static const struct field ssdp_fields[] = {
	[HTTP] = {"ssdp", "Simple Service Discovery Protocol", PROTO},
#include "shared/http_rows.h"
};

static void note_header(const struct http_header *h, void *message)
{
	struct http_message *m = message;

	if (span_says(h->name, "Host"))
		m->host = h->value;
	else if (span_says(h->name, "Content-Type"))
		m->type = h->value;
	else if (span_says(h->name, "Content-Encoding"))
		m->encoding = h->value;
}

/* --- request and response --- */

/* With scheme and host, where it has none and they are known. */
static const char *full_uri(struct walk *w, const struct http_message *m)
{
	bool full = span_begins(m->uri, "http://") || span_begins(m->uri, "https://");
	const char *uri = arena_copy(&w->arena, m->uri.p, m->uri.cap);

	if (full || !m->host.p)
		return full ? uri : NULL;
	return arena_join(
		&w->arena,
		arena_join(&w->arena, "http://", arena_copy(&w->arena, m->host.p, m->host.cap)),
		uri);
}

static void put_frame(struct walk *w, unsigned row, uint64_t frame)
{
	if (frame)
		put_value(w, row, 0, 0, frame);
}

static void put_uri(struct walk *w, const struct http_message *m)
{
	const char *uri = full_uri(w, m);

	if (uri)
		put_string(w, FULL_URI, 0, 0, uri);
}

static void put_request(struct walk *w, const struct http_connection *known_as,
			const struct http_message *m)
{
	put_uri(w, m);
	put_value(w, IS_REQUEST, 0, 0, 1);
	if (!known_as)
		return;
	put_value(w, REQUEST_NUMBER, 0, 0, known_as->now.number);
	label_whole(w, "HTTP request %u/%u", known_as->now.number, known_as->now.number);
	put_frame(w, PREV_REQUEST, known_as->before.request);
}

static void put_response(struct walk *w, const struct http_connection *known_as)
{
	const struct http_exchange *now = known_as ? &known_as->now : NULL;

	put_value(w, IS_RESPONSE, 0, 0, 1);
	if (!now)
		return;
	put_value(w, RESPONSE_NUMBER, 0, 0, now->number);
	label_whole(w, "HTTP response %u/%u", now->number, now->number);
	if (now->request)
		put_value(w, TIME, 0, 0, (uint64_t)(w->r.frame->time - now->time));
	put_frame(w, PREV_REQUEST, known_as->before.request);
	put_frame(w, PREV_RESPONSE, known_as->before.response);
	put_frame(w, REQUEST_IN, now->request);
	if (now->uri)
		put_string(w, RESPONSE_FOR, 0, 0, now->uri);
}

static void follow_message(struct walk *w, struct layer *l, const struct http_message *m)
{
	struct http_connection *known_as = http_connection_of(w, l);

	if (m->head.type == HTTP_NOTIFICATION) {
		put_uri(w, m);
		put_value(w, IS_NOTIFICATION, 0, 0, 1);
	} else if (m->head.type == HTTP_REQUEST) {
		const char *uri = full_uri(w, m);

		if (!uri)
			uri = arena_copy(&w->arena, m->uri.p, m->uri.cap);
		if (known_as) {
			http_request(w, known_as, uri);
			known_as->now.head = span_begins(l->bytes, "HEAD ");
			known_as->now.connect = span_begins(l->bytes, "CONNECT ");
		}
		put_request(w, known_as, m);
	} else {
		if (known_as) {
			http_response(w, known_as);
			known_as->now.opened = m->head.code / 100 == 2;
		}
		put_response(w, known_as);
	}
}

/* --- the body --- */

/* A body that is compressed is shown as what comes out. */
static struct cursor unpack(struct walk *w, struct cursor c, struct span encoding)
{
	struct inflated out = inflate_body(w, c.left, INFLATE_MOST);
	const char *name = words_of(w, encoding);

	put_bytes(w, ENCODED, c.at, c.left.cap, c.left.p, c.left.cap);
	source_of_last(w, c.source);
	if (!out.p) {
		label_whole(w, "Content-encoded entity body (%s): %u bytes", name, c.left.cap);
		expert(w, DECOMPRESSION_FAILED, NULL);
		return c;
	}
	label_whole(w, "Content-encoded entity body (%s): %u bytes -> %u bytes", name, c.left.cap,
		    out.len);
	if (out.cut)
		expert(w, TOO_LARGE, "The body is not unpacked beyond %u bytes", INFLATE_MOST);
	return add_source(w, "Uncompressed entity body", out.p, out.len);
}

/* Who takes the body; NULL: nobody, and its type wasn't told. */
static const struct plan *body_of(struct walk *w, const struct layer *l, struct span type,
				  struct span bytes)
{
	struct media_state *media = &((struct http_state *)l->state)->media;
	enum media kind = type.cap ? media_read(w, type, media) : MEDIA_OTHER;
	const struct plan *child = type.cap ? next_by(l, kind) : NULL;

	if (kind == MEDIA_OCTETS || (child && claimed_by(child, bytes)))
		return child;
	if (child)
		expert(w, BODY_FAILED, NULL);
	child = media_by_content(l, bytes);
	return child || !type.cap ? child : next_by(l, MEDIA_OTHER);
}

#define GLANCE 64 /* octets of a body that tell whose it is */

/*
 * A body that is compressed, as what comes out; just its first octets where they tell as much
 * as all of them.
 */
static struct cursor unpacked(struct walk *w, struct layer *l, struct cursor c,
			      const struct http_message *m)
{
	struct inflated first = {0};
	const struct plan *child = NULL;
	struct span glance;

	if (!w->values)
		first = inflate_body(w, c.left, GLANCE);
	glance = (struct span){first.p, first.len, first.len};
	if (first.p)
		child = body_of(w, l, m->type, glance);
	return child && glance_will_do(child, glance)
		       ? add_source(w, "Uncompressed entity body", first.p, first.len)
		       : unpack(w, c, m->encoding);
}

static void walk_body(struct walk *w, struct layer *l, struct cursor c, struct http_message *m)
{
	const struct plan *child;

	if (m->head.chunked) {
		walk_part(w, also_by(l, 0, HTTP_CHUNKS_PART), c);
		c = m->body;
	} else if (m->head.has_length && m->head.length < c.left.wire) {
		c = cursor_first(c, (uint32_t)m->head.length);
	}
	if (!c.left.cap && !m->head.chunked)
		return;
	if (http_is_packed(m->encoding))
		c = unpacked(w, l, c, m);
	http_file_data(w, c, FILE_DATA);
	if (!c.left.cap)
		return;
	child = body_of(w, l, m->type, c.left);
	if (m->type.cap || child)
		walk_next(w, child, c);
	else
		walk_inside(w, NULL, c);
}

/* --- the message --- */

/* RFC 9112, 6.3: the answer to HEAD; and RPC's channels, which never fill their length. */
static bool bodiless(struct walk *w, const struct layer *l, const struct http_head *head)
{
	const struct http_connection *c;

	if (head->type != HTTP_RESPONSE)
		return span_begins(l->bytes, "RPC_");
	c = http_connection_of(w, l);
	return c && (c->now.head || (c->now.connect && head->code / 100 == 2)) && !c->now.response;
}

/* Bytes that go on with nothing are somebody else's where no message came before. */
static bool known_here(struct walk *w, const struct layer *l)
{
	const struct http_connection *c = http_connection_of(w, l);

	return c && c->now.number;
}

/* While the message isn't complete its first line is said. */
static const char *waits(struct walk *w, const struct layer *l)
{
	struct line line = span_line(l->bytes);

	if (http_type_of(l->bytes) == HTTP_NEITHER)
		return NULL;
	return arena_join(&w->arena, words_of(w, line.text), line.ended ? " " : "");
}

static const struct plan *tunnelled(const struct layer *l, const char *uri)
{
	return also_by(l, 1, http_tunnel_port(uri));
}

static void put_tunnel(struct walk *w, struct layer *l, struct cursor *c, const char *uri)
{
	const char *colon = strrchr(uri, ':');
	size_t n = colon ? (size_t)(colon - uri) : strlen(uri);

	put_string(w, TUNNEL_HOST, 0, 0, arena_copy(&w->arena, uri, n));
	put_value(w, TUNNEL_PORT, 0, 0, http_tunnel_port(uri));
	l->mute = true;
	walk_next(w, tunnelled(l, uri), *c);
	cursor_take(c, c->left.wire);
}

/* Bytes that begin no message: text is waited for up to its first line's end. */
static uint32_t stray_len(struct walk *w, const struct layer *l)
{
	struct line line = span_line(l->bytes);

	if (!line.ended && http_is_text(l->bytes) && l->bytes.cap < MOST_HEAD)
		return PDU_MORE;
	return known_here(w, l) || http_like_header(line.text) ? l->bytes.wire : PDU_NONE;
}

/* Octets of the message up to the end of its chunks, the next of which begins there. */
static uint32_t chunks_end(const struct layer *l, uint32_t at)
{
	struct span left = span_skip(l->bytes, at);
	uint32_t whole, chunks = http_chunks_len(left, &whole);

	*l->looked = at + whole;
	return chunks > left.wire ? PDU_MORE : at + chunks;
}

static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	struct span bytes = l->bytes;
	struct http_head head;

	if (http_tunnel(w, l))
		return http_tunnel_len(w, l, tunnelled(l, http_tunnel(w, l)));
	if (*l->looked)
		return chunks_end(l, *l->looked);
	if (http_type_of(bytes) == HTTP_NEITHER)
		return stray_len(w, l);
	head = http_read_head(bytes, NULL, NULL);
	if (!head.whole)
		return bytes.cap < MOST_HEAD ? PDU_MORE : bytes.wire;
	if (bodiless(w, l, &head))
		return head.len;
	if (head.chunked)
		return chunks_end(l, head.len);
	if (head.has_length)
		return head.length > INT32_MAX ? INT32_MAX : head.len + (uint32_t)head.length;
	if (head.type != HTTP_RESPONSE)
		return head.len;
	return http_has_no_body(head.code) ? bytes.wire : PDU_TO_END;
}

/* Over ports of others the first line has to be one of HTTP's. */
static bool knows(const struct layer *l)
{
	struct line line = span_line(l->bytes);
	uint32_t n = line.text.cap;

	return n >= 8 && (span_begins(line.text, "HTTP/1.") ||
			  span_begins(span_skip(line.text, n - 8), "HTTP/1."));
}

/* What the first line and the headers say of the message. */
static void read_message(struct http_message *m, struct span bytes)
{
	struct line line = span_line(bytes);

	m->head = http_read_head(bytes, note_header, m);
	if (m->head.type != HTTP_RESPONSE) {
		span_word(&line.text, " ");
		m->uri = span_word(&line.text, " ");
	}
}

static void note(struct walk *w, struct layer *l)
{
	struct http_state *s = new_state(w, l, sizeof *s);
	struct http_message *m = take(w, sizeof *m);
	struct line line = span_line(l->bytes);

	*m = (struct http_message){0};
	l->carries_media = true;
	s->message = (uint64_t)(uintptr_t)m;
	if (http_type_of(l->bytes) != HTTP_NEITHER) {
		read_message(m, l->bytes);
		if (w->summary)
			l->says = arena_join(&w->arena, words_of(w, line.text),
					     line.ended ? " " : "");
	} else {
		l->says = "Continuation";
		l->mute = !known_here(w, l);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *head = also_by(l, 0, HTTP_HEAD_PART);
	struct http_message *m = http_message_of(l);
	const char *tunnel = http_tunnel(w, l);

	if (tunnel) {
		put_tunnel(w, l, c, tunnel);
		return;
	}
	if (m->head.type == HTTP_NEITHER && c->left.cap < c->left.wire &&
	    !span_line(c->left).ended) { /* it may be a message all the same */
		cursor_fail(c, c->left.wire);
		return;
	}
	if (m->head.type == HTTP_NEITHER) {
		*c = walk_part(w, also_by(l, 0, HTTP_STRAY_PART), *c);
		return;
	}
	if (any_wanted(w) || part_wanted(head))
		walk_part(w, head, cursor_first(*c, m->head.len));
	follow_message(w, l, m);
	cursor_take(c, m->head.len);
	if (c->left.cap)
		walk_body(w, l, *c, m);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {
	{"tcp.port", 80},   {"tcp.port", 631},  {"tcp.port", 1900}, {"tcp.port", 2710},
	{"tcp.port", 2869}, {"tcp.port", 3128}, {"tcp.port", 3132}, {"tcp.port", 3689},
	{"tcp.port", 5985}, {"tcp.port", 8080}, {"tcp.port", 8088}, {"tcp.port", 11371},
	{"sctp.port", 80},  {"tls.port", 443},  {"tcp.guess", 1},   {0},
};

const struct proto proto_http = {
	.brief = "HTTP",
	.spec = "RFC 9112",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "media_type", .also = {"http.part", "tcp.port"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.waits = waits,
	.knows = knows,
	.note = note,
	.rest = rest,
	.info = info,
};

static const struct hang ssdp_hangs[] = {{"udp.port", 1900}, {0}};

const struct proto proto_ssdp = {
	.brief = "SSDP",
	.spec = "UPnP Device Architecture 2.0, 1",
	.fields = ssdp_fields,
	.n_fields = COUNT(ssdp_fields),
	.prefix = "http",
	.next = {.table = "media_type", .also = {"http.part"}},
	.hangs = ssdp_hangs,
	.knows = knows,
	.note = note,
	.rest = rest,
	.info = info,
};
