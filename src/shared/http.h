/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP's head: the first line, and what it says about the body. */
/* RFC 9112. */
#ifndef SHARED_HTTP_H
#define SHARED_HTTP_H

#include "core/ascii.h"
#include "shared/media.h"

/* A notification is spelled like a request, but nobody waits for what answers it. */
enum http_type { HTTP_NEITHER, HTTP_REQUEST, HTTP_NOTIFICATION, HTTP_RESPONSE };

/* What the first line is, which need not be whole. */
enum http_type http_type_of(struct span bytes);

/* A header, with the lines that it is continued on (RFC 9112, 5.2). */
struct http_header {
	struct span name, value; /* the value without blanks around it */
	struct span whole;       /* with its end */
};

/* Whether the line has something like a name before a colon, as far as Wireshark looks. */
bool http_like_header(struct span line);

/* Whether all of it may stand in a header's name (RFC 9110, 5.6.2), and there is any of it. */
bool http_good_name(struct span name);

/* Takes the next header; false: the empty line, or the end, which is left there. */
bool http_next_header(struct span *left, struct http_header *h);

/* What the head says of the length of the message (RFC 9112, 6.3). */
struct http_head {
	enum http_type type;
	unsigned code;   /* of a response */
	bool whole;      /* the empty line is there */
	uint32_t len;    /* octets up to behind it */
	bool chunked;    /* the body comes in chunks */
	bool has_length; /* ... or has this length */
	uint64_t length;
};

/* Told of each header. */
typedef void (*http_header_hook)(const struct http_header *h, void *arg);

/* The head at the first octet; `hook` may be NULL. */
struct http_head http_read_head(struct span bytes, http_header_hook hook, void *arg);

/* What the head tells of the message as a whole. */
struct http_message {
	struct http_head head;
	struct span uri, host, type, encoding;
	struct cursor body; /* one that came in chunks, put together */
};

/* The state of HTTP's layer. */
struct http_state {
	struct media_state media;
	uint64_t message; /* the address of struct http_message */
};

static inline struct http_message *http_message_of(const struct layer *http)
{
	const struct http_state *s = (const struct http_state *)http->state;

	return (struct http_message *)(uintptr_t)s->message;
}

/* Parts with tables of their own: the values of "http.part". */
enum { HTTP_HEAD_PART, HTTP_CHUNKS_PART, HTTP_STRAY_PART };

/* Whether the bytes begin like text, as far as one octet tells. */
bool http_is_text(struct span bytes);

/* Puts what a body holds in that row, as text up to its first octet 0. */
void http_file_data(struct walk *w, struct cursor body, unsigned row);

/* Whether a Content-Encoding is one that can be unpacked. */
bool http_is_packed(struct span encoding);
/* Whether responses of that status end with their headers (RFC 9110, 6.4.1). */
bool http_has_no_body(unsigned code);

/* The octets of a part of them, as a cursor. */
struct cursor cursor_on(struct cursor all, struct span part);

/* A chunk (RFC 9112, 7.1). */
struct http_chunk {
	uint32_t head; /* octets of its first line */
	uint64_t size; /* of its data */
	bool whole;    /* all of it is there, with the empty line behind it */
};

/* The chunk that begins there; false: its first line isn't whole, or no number. */
bool http_chunk_of(struct span left, struct http_chunk *chunk);

/*
 * Octets that a chunked body takes, with its trailer; of one that isn't whole as far as is
 * known: more than there are.  What is no chunk ends it.  *whole becomes how many of them come
 * before the last chunk that begins there.
 */
uint32_t http_chunks_len(struct span body, uint32_t *whole);

/* Octets of all messages of `child`, what a tunnel carries, that are whole; as `pdu_len` has them.
 */
uint32_t http_tunnel_len(struct walk *w, const struct layer *l, const struct plan *child);

#endif
