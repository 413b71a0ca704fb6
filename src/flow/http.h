/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP: which response answers which request. */
/* RFC 9112, 9.3. */
#ifndef FLOW_HTTP_H
#define FLOW_HTTP_H

#include "core/walk.h"

/* A request with its response. */
struct http_exchange {
	uint32_t number;   /* counted from 1 in the connection */
	uint64_t request;  /* its frame; 0: none was seen */
	uint64_t response; /* the same */
	int64_t time;      /* when the request came, in nanoseconds since 1970 */
	char *uri;         /* what it asks for; NULL: unknown; owned */
	bool head;         /* HEAD: the response has no body */
	bool connect;      /* CONNECT: behind the response another protocol begins */
	bool opened;       /* ... which the server agreed to */
};

/* What is remembered of a connection: the latest exchange and the one before it. */
struct http_connection {
	struct http_exchange now, before;
};

/* That of the layer, which is over TCP or the like; NULL: what carries it has no ports. */
struct http_connection *http_connection_of(struct walk *w, const struct layer *l);

/* A request comes, or a response; `now` is the exchange that it belongs to. */
void http_request(struct walk *w, struct http_connection *c, const char *uri);
void http_response(struct walk *w, struct http_connection *c);

/* Where the tunnel leads that CONNECT opened, "host:443"; NULL: there is none. */
const char *http_tunnel(struct walk *w, const struct layer *l);
/* The port in it; 0: it has none. */
uint64_t http_tunnel_port(const char *uri);

#endif
