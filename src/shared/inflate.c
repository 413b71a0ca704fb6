/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies that were compressed on their way. */
#include "config.h"

#include "core/ascii.h"
#include "shared/inflate.h"
#ifdef HAVE_ZLIB
#include <zlib.h>

/* What zlib is asked for: gzip and zlib have a head, bare deflate none. */
enum { ANY_HEAD = 15 + 32, NO_HEAD = -15 };

static bool unpack(struct walk *w, struct span packed, int form, uint32_t most, struct inflated *to)
{
	z_stream z = {.next_in = (Bytef *)(uintptr_t)packed.p, .avail_in = packed.cap};
	uint32_t room = packed.cap < 1024 ? 8192 : 8 * packed.cap;
	uint8_t *out;
	int rc = Z_OK;

	if (room > most)
		room = most;
	out = take(w, room);
	if (inflateInit2(&z, form) != Z_OK)
		return false;
	z.next_out = out;
	z.avail_out = room;
	while (rc == Z_OK && z.avail_in) {
		if (!z.avail_out) {
			uint32_t more = room > most / 4 ? most : 4 * room;
			uint8_t *larger;

			if (room == most)
				break;
			larger = take(w, more);
			memcpy(larger, out, room);
			out = larger;
			z.next_out = out + room;
			z.avail_out = more - room;
			room = more;
		}
		rc = inflate(&z, Z_SYNC_FLUSH);
	}
	*to = (struct inflated){out, room - z.avail_out, rc == Z_OK && !z.avail_out};
	inflateEnd(&z);
	return rc == Z_STREAM_END || rc == Z_OK || rc == Z_BUF_ERROR;
}

/* RFC 1950, 2.2, and RFC 1952, 2.3.1. */
static bool has_head(struct span packed)
{
	int a = span_octet(packed, 0), b = span_octet(packed, 1);

	return (a == 0x1f && b == 0x8b) || ((a & 15) == 8 && (a << 8 | b) % 31 == 0);
}

struct inflated inflate_body(struct walk *w, struct span packed, uint32_t most)
{
	struct inflated to = {0};

	if (packed.cap < 2 || !unpack(w, packed, has_head(packed) ? ANY_HEAD : NO_HEAD, most, &to))
		return (struct inflated){0};
	return to;
}
#else
struct inflated inflate_body(struct walk *w, struct span packed, uint32_t most)
{
	(void)w;
	(void)packed;
	(void)most;
	return (struct inflated){0};
}
#endif
