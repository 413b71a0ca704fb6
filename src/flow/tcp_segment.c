/* SPDX-License-Identifier: BSD-2-Clause */
/* One TCP segment as its header says, and the options there. */
/* RFC 9293, 3.1 and 3.2. */
#include "flow/expect.h"
#include "flow/tcp.h"

#define FIXED_HEADER 20

struct cursor tcp_options(const struct layer *tcp, uint32_t header)
{
	return cursor_first(layer_cursor(tcp, FIXED_HEADER), header - FIXED_HEADER);
}

bool tcp_next_option(struct cursor *c, struct tcp_option *o)
{
	unsigned len = 2;

	if (!c->left.cap)
		return false;
	o->kind = u8(c);
	if (o->kind > 1)
		len = u8(c);
	if (len < 2)
		cursor_fail(c, c->left.wire + 1);
	o->data = cursor_first(*c, c->bad ? 0 : len - 2);
	cursor_pull(c, len - 2);
	return !c->bad;
}

/* RFC 7323, appendix A: nearly all segments have two fillers and a time stamp, no more. */
#define USUAL_HEADER (FIXED_HEADER + 12)
#define USUAL_OPTIONS 0x0101080a

bool tcp_has_usual_options(const struct layer *tcp, uint32_t header)
{
	return header == USUAL_HEADER && tcp->bytes.cap >= USUAL_HEADER &&
	       span_bits(tcp->bytes, 160, 32, false) == USUAL_OPTIONS;
}

struct tcp_kinds tcp_kinds_of(const struct layer *tcp, uint32_t header)
{
	struct cursor c = tcp_options(tcp, header);
	struct tcp_kinds kinds = {{0, 0}};
	struct tcp_option o;

	if (tcp_has_usual_options(tcp, header))
		return (struct tcp_kinds){{UINT64_C(1) << 1 | UINT64_C(1) << 8, 0}};
	while (tcp_next_option(&c, &o) && o.kind)
		if (o.kind < 128)
			kinds.bits[o.kind / 64] |= UINT64_C(1) << o.kind % 64;
	return kinds;
}

struct cursor tcp_option_of(const struct layer *tcp, uint32_t header, uint8_t kind)
{
	struct cursor c = tcp_options(tcp, header);
	struct tcp_option o;

	while (tcp_next_option(&c, &o) && o.kind)
		if (o.kind == kind)
			return o.data;
	return cursor_first(c, 0);
}

/* Kinds of options that connections are followed by. */
enum { K_WINDOW_SCALE = 3, K_SACK = 5, K_FAST_OPEN = 34 };

/* The shift of the window scale option; -1: there is none (RFC 7323, 2.2). */
static int16_t scale_of(const struct layer *tcp, uint32_t header)
{
	struct cursor c = tcp_option_of(tcp, header, K_WINDOW_SCALE);

	return (int16_t)(c.left.cap == 1 ? u8(&c) : -1);
}

/* The octets that SACK's blocks hold (RFC 2018, 3). */
static uint32_t sacked_of(const struct layer *tcp, uint32_t header)
{
	struct cursor c = tcp_option_of(tcp, header, K_SACK);
	uint32_t n = 0;

	while (cursor_has(&c, 8)) {
		uint32_t left = u32(&c);

		n += u32(&c) - left;
	}
	return n;
}

/* What only a SYN says. */
static void read_syn(struct tcp_segment *s, const struct layer *tcp, uint32_t header)
{
	s->scale = scale_of(tcp, header);
	s->tfo = tcp_option_of(tcp, header, K_FAST_OPEN).left.cap;
}

struct tcp_segment tcp_segment_of(struct walk *w, const struct layer *tcp, uint32_t header,
				  bool sacks)
{
	struct tcp_segment s = {
		.seq = (uint32_t)span_bits(tcp->bytes, 32, 32, false),
		.ack = tcp_ack(tcp),
		.len = layer_payload(tcp).wire,
		.flags = (uint16_t)tcp_flags(tcp),
		.window = (uint16_t)span_bits(tcp->bytes, 112, 16, false),
		.scale = -1,
		.sport = (uint16_t)span_bits(tcp->bytes, 0, 16, false),
		.dport = (uint16_t)span_bits(tcp->bytes, 16, 16, false),
		.quoted = tcp->quoted,
		.cut = header > tcp->bytes.wire,
		.bogus = tcp->stop,
	};

	if (s.flags & TCP_SYN) {
		s.announced = expected_in(w, OVER_TCP, tcp);
		read_syn(&s, tcp, header);
	}
	if (sacks && header > FIXED_HEADER)
		s.sacked = sacked_of(tcp, header);
	return s;
}

/* --- the words of flags --- */

static const char *const flag_names[] = {"FIN", "SYN", "RST", "PSH", "ACK",
					 "URG", "ECE", "CWR", "AE",  "Reserved"};

void text_tcp_flags(struct text *t, unsigned flags)
{
	flags = (flags & 0x1ff) | (flags & 0xe00 ? 0x200 : 0);
	if (!flags)
		text_put(t, "<None>");
	while (flags) {
		text_put(t, flag_names[__builtin_ctz(flags)]);
		flags &= flags - 1;
		if (flags)
			text_put(t, ", ");
	}
}

#define DOT "\xc2\xb7"

uint64_t tcp_flag_letters(struct walk *w, unsigned flags)
{
	static const char letters[] = "RRRACEUAPRSF";
	char *string = take(w, 2 * strlen(letters) + 1);
	char *out = string;

	for (unsigned i = 0; i < 12; i++) {
		if (flags >> (11 - i) & 1) {
			*out++ = letters[i];
		} else {
			memcpy(out, DOT, 2);
			out += 2;
		}
	}
	*out = '\0';
	return (uint64_t)(uintptr_t)string;
}
