/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP's head: the first line, and what it says about the body. */
/* RFC 9112. */
#ifndef SHARED_HTTP_H
#define SHARED_HTTP_H

#include "core/ascii.h"

enum http_type { HTTP_NEITHER, HTTP_REQUEST, HTTP_RESPONSE };

/* What the first line is, which need not be whole. */
enum http_type http_type_of(struct span bytes);

/* A header, with the lines that it is continued on (RFC 9112, 5.2). */
struct http_header {
	struct span name, value; /* the value without blanks around it */
	struct span whole;       /* with its end */
};

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
	bool has_type; /* there is a Content-Type */
	bool lasting;  /* the connection goes on behind it */
};

struct http_head http_head_of(struct span bytes);

/* A chunk (RFC 9112, 7.1). */
struct http_chunk {
	uint32_t head; /* octets of its first line */
	uint64_t size; /* of its data */
	bool whole;    /* all of it is there, with the empty line behind it */
};

/* The chunk that begins there; false: its first line isn't whole, or no number. */
bool http_chunk_of(struct span left, struct http_chunk *chunk);

/* Octets that a chunked body takes, with its trailer; NOT_FOUND: it isn't whole. */
uint32_t http_chunks_len(struct span body);

#endif
