/* SPDX-License-Identifier: BSD-2-Clause */
/* What the readers of single formats share.  For capture/ alone. */
#ifndef CAPTURE_READER_IMPL_H
#define CAPTURE_READER_IMPL_H

#include "capture/reader.h"
#include "capture/stream.h"
#include "core/arena.h"

/*
 * No frame is larger, whatever a length field says: 256 KiB is what libpcap and
 * Wireshark allow, but for a few link types whose transfers are larger.
 */
uint32_t frame_limit(uint32_t link);
#define LINK_LARGEST 231 /* a link type with the largest frames */

struct reader {
	struct stream in;
	char *path; /* owned */
	enum reader_format format;
	bool swapped;          /* the file's byte order isn't the host's */
	struct iface **ifaces; /* those of the running section; owned by `arena` */
	uint32_t n_ifaces, cap_ifaces;
	uint32_t *iface_counter; /* interfaces of the whole run so far; the caller's */
	struct arena arena;      /* ifaces and their options: as long as the reader */
	int (*next)(struct reader *, struct frame *, struct fault *);
	/* pcap */
	uint32_t record_head; /* octets before each frame: 16, or 24 */
	bool lengths_swapped; /* captured length and length in the other order ... */
	bool lengths_maybe;   /* ... or where the captured length would be the larger */
	uint32_t units;       /* nanoseconds in one unit of the time stamp's second part */
	/* pcapng */
	uint32_t sections;        /* section headers met */
	uint8_t *section_options; /* those of the first section's header; owned by `arena` */
	uint32_t section_options_len;
	bool section_options_swapped;
	struct arena packet; /* what was read of the packet's options: until the next frame */
};

/* A number as the file's byte order has it. */
static inline uint16_t file16(const struct reader *r, const uint8_t *p)
{
	uint16_t v;

	__builtin_memcpy(&v, p, sizeof v);
	return r->swapped ? __builtin_bswap16(v) : v;
}

static inline uint32_t file32(const struct reader *r, const uint8_t *p)
{
	uint32_t v;

	__builtin_memcpy(&v, p, sizeof v);
	return r->swapped ? __builtin_bswap32(v) : v;
}

/* A new interface of the running section. */
struct iface *reader_add_iface(struct reader *r);

/* -1, and says that the file ends `have` octets into something of `want` octets. */
int reader_cut(struct reader *r, struct fault *fault, const char *what, uint64_t want,
	       uint64_t have);

bool pcap_start(struct reader *r, struct fault *fault);
bool pcapng_start(struct reader *r, struct fault *fault);

/* Some LINKTYPE_ values stand for the same thing: the one that tables know. */
uint32_t link_normal(uint32_t link);

#endif
