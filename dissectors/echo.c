/* SPDX-License-Identifier: BSD-2-Clause */
/* Echo: octets that come back as they are. */
/* RFC 862. */
#include "core/walk.h"

enum { ECHO, IS_REQUEST, IS_RESPONSE, DATA };

static const struct field fields[] = {
	[ECHO] = {"echo", "Echo", PROTO},
	[IS_REQUEST] = {"echo.request", "Echo request", BOOL, .traits = HIDDEN,
			.help = "To be sent back"},
	[IS_RESPONSE] = {"echo.response", "Echo response", BOOL, .traits = HIDDEN,
			 .help = "Sent back"},
	[DATA] = {"echo.data", "Echo data", BYTES, .help = "What is sent"},
};

#define PORT 7

static bool is_request(const struct layer *l)
{
	return VALUE_OF(l->parent, l->parent->proto->dport) == PORT;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_value(w, is_request(l) ? IS_REQUEST : IS_RESPONSE, c->at, 0, true);
	put(w, c, DATA, c->left.cap); /* what the capture lacks is not missed */
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, is_request(l) ? "Request" : "Response");
}

static const struct hang hangs[] = {{"udp.port", PORT}, {"tcp.port", PORT}, {0}};

const struct proto proto_echo = {
	.brief = "ECHO",
	.spec = "RFC 862",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
