/* SPDX-License-Identifier: BSD-2-Clause */
/* HTTP's bodies that come in chunks. */
/* RFC 9112, 7.1. */
#include "shared/http.h"

enum {
	CHUNKS,
	CHUNKED,
	CHUNK,
	CHUNK_SIZE,
	CHUNK_DATA,
	CHUNK_BOUNDARY,
	CHUNK_END,
	TRAILER,
};

static const struct field fields[] = {
	[CHUNKS] = {"http", "Hypertext Transfer Protocol", PROTO},
	[CHUNKED] = {"text", "HTTP chunked response", HEADING},
	[CHUNK] = {"text", "Data chunk", HEADING, .under = CHUNKED},
	[CHUNK_SIZE] = {"http.chunk_size", "Chunk size", U32, DEC, .under = CHUNK,
			.help = "Octets of a part of the body", .ref = "RFC 9112, 7.1"},
	[CHUNK_DATA] = {"http.chunk_data", "Chunk data", BYTES, .under = CHUNK, .help = "The part",
			.ref = "RFC 9112, 7.1"},
	[CHUNK_BOUNDARY] = {"http.chunk_boundary", "Chunk boundary", BYTES, .under = CHUNK,
			    .help = "CR LF", .ref = "RFC 9112, 7.1"},
	[CHUNK_END] = {"text", "End", HEADING, .under = CHUNKED},
	[TRAILER] = {"http.chunked_trailer_part", "trailer-part", STRING, .under = CHUNKED,
		     .help = "A header behind the body", .ref = "RFC 9112, 7.1.2"},
};

static void put_chunk(struct walk *w, struct cursor *c, const struct http_chunk *chunk)
{
	uint32_t size = (uint32_t)chunk->size;
	uint32_t group = open_group(w, c, CHUNK, 0);

	label_whole(w, size ? "Data chunk (%u octets)" : "End of chunked encoding", size);
	put_value(w, CHUNK_SIZE, c->at, chunk->head, size);
	label_whole(w, "Chunk size: %u octets", size);
	cursor_take(c, chunk->head);
	if (size) {
		put(w, c, CHUNK_DATA, size);
		put(w, c, CHUNK_BOUNDARY, span_line(c->left).len);
	}
	shut_group(w, group, c);
}

static void put_trailer(struct walk *w, struct cursor *c)
{
	struct span left = c->left;
	struct http_header h;

	while (http_next_header(&left, &h)) {
		put(w, c, TRAILER, h.whole.cap);
		label_whole(w, "trailer-part: %s", words_of(w, h.whole));
	}
	if (!left.cap)
		return;
	left = span_first(left, span_line(left).len);
	put(w, c, CHUNK_END, left.cap);
	label_whole(w, "%s", words_of(w, left));
}

/* RFC 9112, 7.1: the body's chunks, and what they make together. */
static struct cursor join_chunks(struct walk *w, struct cursor c)
{
	uint8_t *to = take(w, c.left.cap + 1);
	uint32_t group = open_group(w, &c, CHUNKED, c.left.cap);
	struct http_chunk chunk;
	uint32_t n = 0;

	while (http_chunk_of(c.left, &chunk)) {
		struct span data = span_skip(c.left, chunk.head);
		uint32_t size = chunk.size < data.cap ? (uint32_t)chunk.size : data.cap;

		if (size)
			memcpy(to + n, data.p, size);
		n += size;
		if (chunk.size > data.cap)
			break;
		put_chunk(w, &c, &chunk);
		if (!chunk.size)
			break;
	}
	put_trailer(w, &c);
	shut_group(w, group, NULL);
	return n ? add_source(w, "De-chunked entity body", to, n) : (struct cursor){0};
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct http_message *m = http_message_of(l->parent);

	m->body = join_chunks(w, *c);
	cursor_take(c, c->left.cap);
}

static const struct hang hangs[] = {{"http.part", HTTP_CHUNKS_PART}, {0}};

const struct proto proto_http_chunks = {
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
