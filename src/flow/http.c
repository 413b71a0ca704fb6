/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP: which response answers which request. */
#include "flow/http.h"
#include "core/arena.h"
#include "core/ascii.h"
#include "flow/conv.h"
#include <stdlib.h>

static void drop(void *own)
{
	struct http_connection *c = own;

	free(c->now.uri);
	free(c->before.uri);
}

struct http_connection *http_connection_of(struct walk *w, const struct layer *l)
{
	static const char table_key;
	const struct layer *up = l->parent;
	struct conv *c;
	bool from_a;

	while (up && !up->proto->sport)
		up = up->parent;
	if (!up)
		return NULL;
	c = conv_get(w, &table_key, (uint16_t)VALUE_OF(up, up->proto->sport),
		     (uint16_t)VALUE_OF(up, up->proto->dport), sizeof(struct http_connection),
		     &from_a);
	c->drop_own = drop;
	return conv_own(c);
}

static size_t cost_of(const char *uri)
{
	return uri ? strlen(uri) + 1 : 0;
}

/* The conversation whose own the connection is. */
static struct conv *conv_of(struct http_connection *c)
{
	return (struct conv *)(void *)c - 1;
}

static void begin(struct http_connection *c)
{
	conv_discharge(conv_of(c), cost_of(c->before.uri));
	free(c->before.uri);
	c->before = c->now;
	c->now = (struct http_exchange){.number = c->before.number + 1};
}

void http_request(struct walk *w, struct http_connection *c, const char *uri)
{
	begin(c);
	c->now.request = w->r.frame->number;
	c->now.time = w->r.frame->time;
	c->now.uri = uri ? need_copy(uri) : NULL;
	conv_charge(conv_of(c), cost_of(uri));
}

void http_response(struct walk *w, struct http_connection *c)
{
	if (!c->now.number || c->now.response)
		begin(c);
	c->now.response = w->r.frame->number;
}

const char *http_tunnel(struct walk *w, const struct layer *l)
{
	const struct http_connection *c = http_connection_of(w, l);

	return c && c->now.connect && c->now.opened ? c->now.uri : NULL;
}

uint64_t http_tunnel_port(const char *uri)
{
	const char *colon = strrchr(uri, ':');
	uint32_t n = colon ? (uint32_t)strlen(colon + 1) : 0;
	struct span digits = {(const uint8_t *)(colon ? colon + 1 : ""), n, n};
	uint64_t port = 0;

	span_decimal(digits, &port);
	return port;
}
