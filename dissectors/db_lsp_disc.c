/* SPDX-License-Identifier: BSD-2-Clause */
/* Dropbox LAN sync discovery: clients tell one another, in JSON, what they hold. */
/* No specification is published. */
#include "core/ascii.h"
#include "shared/media.h"

enum { DB_LSP_DISC, TEXT };

static const struct field fields[] = {
	[DB_LSP_DISC] = {"db-lsp-disc", "Dropbox LAN sync Discovery Protocol", PROTO,
			 .help = "Clients tell what folders they hold"},
	[TEXT] = {"db-lsp.text", "Text", STRING, .traits = BORROWED, .help = "What is no JSON"},
};

static bool is_object(struct span s)
{
	struct span text = span_trim(s);

	return text.cap >= 2 && span_octet(text, 0) == '{' && span_octet(text, text.cap - 1) == '}';
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (c->left.cap < c->left.wire) { /* whether it is JSON can't be told */
		cursor_fail(c, c->left.wire);
		return;
	}
	if (!is_object(c->left)) {
		put(w, c, TEXT, c->left.wire);
		return;
	}
	walk_inside(w, next_by(l, MEDIA_JSON), *c);
	cursor_take(c, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Dropbox LAN sync Discovery Protocol");
}

static const struct hang hangs[] = {{"udp.port", 17500}, {0}};

const struct proto proto_db_lsp_disc = {
	.brief = "DB-LSP-DISC",
	.spec = "none is published",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "media_type"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
