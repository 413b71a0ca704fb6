/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of labels and addresses of which only a part is sent. */
#include "shared/labels.h"

static const char *take_labels(struct walk *w, struct cursor *c, uint32_t limit)
{
	char *name = take(w, limit + 2);
	uint32_t n = 0;
	unsigned len;

	while ((len = u8(c)) && !c->bad) {
		struct span label = cursor_take(c, len);

		if (n > limit || len > limit - n || label.cap < len) {
			cursor_fail(c, UINT32_MAX);
			break;
		}
		if (n)
			name[n++] = '.';
		memcpy(name + n, label.p, len);
		n += len;
	}
	name[n] = '\0';
	return c->bad ? NULL : name;
}

const char *put_labels(struct walk *w, struct cursor *c, unsigned row, uint32_t limit)
{
	uint32_t at = c->at;
	const char *name = take_labels(w, c, limit);

	if (name)
		put_string(w, row, at, c->at - at, name);
	return name;
}

const uint8_t *put_part_address(struct walk *w, struct cursor *c, unsigned row, uint32_t octets,
				bool last)
{
	uint8_t *p = take(w, 16);
	uint32_t at = c->at;
	struct span s = cursor_take(c, octets);

	if (c->bad)
		return NULL;
	if (s.cap < octets) {
		cursor_fail(c, octets);
		return NULL;
	}
	memset(p, 0, 16);
	memcpy(p + (last ? 16 - octets : 0), s.p, octets);
	put_bytes(w, row, at, octets, p, 16);
	return p;
}

const char *peek_address(struct walk *w, struct cursor c)
{
	struct span s = cursor_take(&c, 16);

	return s.cap == 16 && w->labels ? address_words(w, IPV6, s.p) : NULL;
}
