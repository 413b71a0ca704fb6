/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies of several parts, as mails and forms have them: what stands between the parts. */
/* RFC 2046, 5.1. */
#include "shared/http.h"
#include "shared/media.h"

enum {
	MULTIPART,
	TYPE,
	PREAMBLE,
	FIRST,
	BOUNDARY,
	LAST,
	TRAILER,
	PARAMETER_NOTE,
};

struct state {
	uint64_t type; /* a C string's address */
};

static const struct field fields[] = {
	[MULTIPART] = {"mime_multipart", "MIME Multipart Media Encapsulation", PROTO},
	[TYPE] = {"mime_multipart.type", "Type", STRING, FROM(struct state, type),
		  .help = "How the parts belong together", .ref = "5.1"},
	[PREAMBLE] = {"mime_multipart.preamble", "Preamble", BYTES,
		      .help = "What stands before the first part", .ref = "5.1.1"},
	[FIRST] = {"mime_multipart.first_boundary", "First boundary", STRING,
		   .help = "The line before the first part", .ref = "5.1.1"},
	[BOUNDARY] = {"mime_multipart.boundary", "Boundary", STRING, .help = "A line between parts",
		      .ref = "5.1.1"},
	[LAST] = {"mime_multipart.last_boundary", "Last boundary", STRING,
		  .help = "The line behind the last part", .ref = "5.1.1"},
	[TRAILER] = {"mime_multipart.trailer", "Trailer", BYTES,
		     .help = "What stands behind the last part", .ref = "5.1.1"},
	[PARAMETER_NOTE] = EXPERT("mime_multipart.no_required_parameter",
				  "The multipart dissector could not find a required parameter.",
				  ERROR, G_PROTOCOL),
};

/* A line that divides parts: where it begins, its octets, whether it is the last one. */
struct boundary {
	uint32_t at, len;
	bool last;
};

/* Whether one begins there, behind `skip` octets of line end. */
static bool boundary_at(struct span s, uint32_t skip, const char *name, struct boundary *b)
{
	struct span left = span_skip(s, skip);
	uint32_t len = (uint32_t)strlen(name);

	if (span_octet(left, 0) != '-' || span_octet(left, 1) != '-')
		return false;
	left = span_skip(left, 2);
	if (left.cap < len || memcmp(left.p, name, len))
		return false;
	left = span_skip(left, len);
	b->last = span_octet(left, 0) == '-' && span_octet(left, 1) == '-';
	b->len = skip + 2 + len + span_line(left).len;
	return true;
}

/* The next one at a line's start; `first`: the very first octet may begin it. */
static bool find_boundary(struct span s, const char *name, bool first, struct boundary *b)
{
	uint32_t at = 0, next;

	b->at = 0;
	if (first && boundary_at(s, 0, name, b))
		return true;
	for (; (next = span_find(span_skip(s, at), '\n')) != NOT_FOUND; at += next + 1) {
		uint32_t end = at + next;
		uint32_t skip = end && span_octet(s, end - 1) == '\r' ? 2 : 1;

		b->at = end + 1 - (first ? 0 : skip);
		if (boundary_at(span_skip(s, b->at), first ? 0 : skip, name, b))
			return true;
	}
	return false;
}

static void put_parts(struct walk *w, struct layer *l, struct cursor *c, const char *name)
{
	struct boundary b;

	if (!find_boundary(c->left, name, true, &b))
		return;
	if (b.at)
		put(w, c, PREAMBLE, b.at);
	put(w, c, FIRST, b.len);
	while (!b.last && !c->bad && find_boundary(c->left, name, false, &b)) {
		if (also_by(l, 0, 0))
			walk_part(w, also_by(l, 0, 0), cursor_first(*c, b.at));
		cursor_take(c, b.at);
		put(w, c, b.last ? LAST : BOUNDARY, b.len);
	}
	if (b.last && c->left.wire)
		put(w, c, TRAILER, c->left.wire);
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->type = (uint64_t)(uintptr_t)media_type_of(l);
	l->follows = true;
	l->nameless = !l->bytes.wire;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const char *name = media_parameter_of(w, l, "boundary");

	if (!name) {
		expert_on(w, 0, PARAMETER_NOTE, NULL);
		return;
	}
	w->last = l->node;
	label_whole(w, "MIME Multipart Media Encapsulation, Type: %s, Boundary: \"%s\"",
		    media_type_of(l), name);
	put_parts(w, l, c, name);
}

/* The words are those of the parts. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t, (void)r, (void)l;
}

static const struct hang hangs[] = {{"media_type", MEDIA_MULTIPART}, {0}};

const struct proto proto_mime_multipart = {
	.brief = "MIME multipart",
	.no_column = true,
	.spec = "RFC 2046",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"mime.part"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
