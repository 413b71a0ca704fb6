/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Reading pcapng files.
 * https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html
 */
#include "capture/pcapng.h"
#include "capture/reader_impl.h"
#include <inttypes.h>
#include <string.h>

/* What stands in a packet's block beside its octets: head, options, padding. */
#define PACKET_EXTRA (UINT32_C(1) << 20)

/* A block that is at hand. */
struct block {
	uint32_t type;
	uint32_t len;        /* of the whole block */
	const uint8_t *body; /* between the two lengths */
	uint32_t body_len;
	uint64_t offset; /* of its first octet in the file */
};

static int fail(struct fault *fault, const struct block *b, const char *expected)
{
	fault_set(fault, "at byte %" PRIu64 ": in a block of type 0x%08" PRIx32 " %s", b->offset,
		  b->type, expected);
	return -1;
}

/* --- options --- */

struct option_list {
	const uint8_t *p;
	uint32_t left;
};

struct option {
	uint16_t code;
	uint16_t len;
	const uint8_t *p;
};

/* The next option; false at the end of the list (or where it is damaged). */
static bool next_option(const struct reader *r, struct option_list *list, struct option *o)
{
	uint32_t padded;

	if (list->left < 4)
		return false;
	o->code = file16(r, list->p);
	o->len = file16(r, list->p + 2);
	o->p = list->p + 4;
	padded = 4 + ((o->len + 3u) & ~3u);
	if (o->code == OPT_END || padded > list->left)
		return false;
	list->p += padded;
	list->left -= padded;
	return true;
}

/* Time stamp units in a second; 0 when a second isn't a whole number of them. */
static uint64_t ticks_of(uint8_t resolution)
{
	unsigned n = resolution & 0x7f;
	uint64_t ticks = 1;

	if (resolution & 0x80)
		return n < 64 ? UINT64_C(1) << n : 0;
	if (n > 19)
		return 0;
	while (n--)
		ticks *= 10;
	return ticks;
}

static int64_t file64(const struct reader *r, const uint8_t *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof v);
	return (int64_t)(r->swapped ? __builtin_bswap64(v) : v);
}

static void read_iface_option(struct reader *r, struct iface *i, const struct option *o)
{
	if (o->code == IF_NAME) {
		i->name = arena_copy(&r->arena, o->p, o->len);
	} else if (o->code == IF_DESCRIPTION) {
		i->description = arena_copy(&r->arena, o->p, o->len);
	} else if (o->code == IF_TSRESOL && o->len == 1) {
		i->resolution = o->p[0];
		i->ticks = ticks_of(o->p[0]);
	} else if (o->code == IF_FCSLEN && o->len == 1) {
		/* Octets, as all writers have it; the draft's words say bits. */
		i->fcs_len = (int8_t)(o->p[0] > 8 ? o->p[0] / 8 : o->p[0]);
	} else if (o->code == IF_TSOFFSET && o->len == 8) {
		i->offset = file64(r, o->p);
	}
}

static int read_iface(struct reader *r, const struct block *b, struct fault *fault)
{
	struct iface *i;
	struct option_list list;
	struct option o;

	if (b->body_len < 8)
		return fail(fault, b, "the interface description is too short");
	i = reader_add_iface(r);
	i->link = link_normal(file16(r, b->body));
	i->snap_len = file32(r, b->body + 4);
	list = (struct option_list){b->body + 8, b->body_len - 8};
	i->options = (const uint8_t *)arena_copy(&r->arena, list.p, list.left);
	i->options_len = list.left;
	i->options_swapped = r->swapped;
	while (next_option(r, &list, &o))
		read_iface_option(r, i, &o);
	return 0;
}

/* --- packets --- */

/* Nanoseconds since 1970 of a time stamp in the interface's units. */
static int64_t to_time(const struct iface *i, uint64_t stamp)
{
	uint64_t s, part;

	if (!i->ticks) /* finer than a whole number of units can say, or 2^64 and more a second */
		return i->offset * NS_PER_SECOND;
	s = stamp / i->ticks;
	part = stamp % i->ticks;
	part = (uint64_t)((unsigned __int128)part * (uint64_t)NS_PER_SECOND / i->ticks);
	return (int64_t)((s + (uint64_t)i->offset) * (uint64_t)NS_PER_SECOND + part);
}

/* The frame of a packet block whose data begins `head` octets into the body. */
static int read_packet(struct reader *r, const struct block *b, uint32_t head, struct frame *f,
		       struct fault *fault)
{
	uint32_t padded = (f->cap_len + 3) & ~3u;
	const struct iface *i = f->iface;

	if (f->cap_len > frame_limit(i->link))
		return fail(fault, b, "the packet claims more bytes than a frame can have");
	if (f->cap_len > b->body_len - head)
		return fail(fault, b, "the packet claims more bytes than the block has");
	f->bytes = b->body + head;
	f->link = i->link;
	f->fcs_len = i->fcs_len;
	f->section = r->sections;
	if (f->wire_len < f->cap_len)
		f->wire_len = f->cap_len;
	if (padded < b->body_len - head) {
		f->options = f->bytes + padded;
		f->options_len = b->body_len - head - padded;
		f->options_swapped = r->swapped;
	}
	return 1;
}

/* Comments and flags; custom and unknown options are left where they stand. */
static void read_packet_options(struct reader *r, struct frame *f)
{
	struct option_list list = {f->options, f->options_len};
	struct option o;
	uint32_t room = f->options_len / 4;
	const char **comments = NULL;

	while (list.p && next_option(r, &list, &o)) {
		if (o.code == EPB_FLAGS && o.len == 4) {
			f->flags = file32(r, o.p);
			f->has_flags = true;
		} else if (o.code == OPT_COMMENT) {
			if (!comments)
				comments = arena_take(&r->packet, room * sizeof *comments);
			comments[f->n_comments++] = arena_copy(&r->packet, o.p, o.len);
		}
	}
	f->comments = comments;
	if (f->has_flags && (f->flags >> 5 & 15))
		f->fcs_len = (int8_t)(f->flags >> 5 & 15);
}

/* The enhanced packet block, and the obsolete packet block that it replaced. */
static int read_stamped(struct reader *r, const struct block *b, struct frame *f,
			struct fault *fault)
{
	bool enhanced = b->type == BLOCK_EPB;
	const uint8_t *p = b->body;
	uint32_t id;
	int rc;

	if (b->body_len < 20)
		return fail(fault, b, "the packet's head is too short");
	id = enhanced ? file32(r, p) : file16(r, p);
	if (id >= r->n_ifaces)
		return fail(fault, b, "the packet's interface wasn't described before");
	*f = (struct frame){
		.cap_len = file32(r, p + 12),
		.wire_len = file32(r, p + 16),
		.time = to_time(r->ifaces[id], (uint64_t)file32(r, p + 4) << 32 | file32(r, p + 8)),
		.has_time = true,
		.iface = r->ifaces[id],
		.section_iface = id,
	};
	rc = read_packet(r, b, 20, f, fault);
	if (rc > 0)
		read_packet_options(r, f);
	return rc;
}

static int read_simple(struct reader *r, const struct block *b, struct frame *f,
		       struct fault *fault)
{
	if (b->body_len < 4)
		return fail(fault, b, "the packet's head is too short");
	if (!r->n_ifaces)
		return fail(fault, b, "the packet's interface wasn't described before");
	*f = (struct frame){.wire_len = file32(r, b->body), .iface = r->ifaces[0]};
	f->cap_len = f->wire_len;
	if (f->iface->snap_len && f->cap_len > f->iface->snap_len)
		f->cap_len = f->iface->snap_len;
	if (f->cap_len > b->body_len - 4)
		f->cap_len = b->body_len - 4;
	return read_packet(r, b, 4, f, fault);
}

/* --- blocks --- */

/* A section begins: its byte order is its own, and it describes its own interfaces. */
static bool read_order(struct reader *r, const uint8_t *p)
{
	r->swapped = false;
	if (file32(r, p) == BYTE_ORDER_MAGIC)
		return true;
	r->swapped = true;
	return file32(r, p) == BYTE_ORDER_MAGIC;
}

static int start_section(struct reader *r, const struct block *b, struct fault *fault)
{
	if (b->body_len < 16)
		return fail(fault, b, "the section header is too short");
	if (file16(r, b->body + 4) != 1 ||
	    (file16(r, b->body + 6) && file16(r, b->body + 6) != 2)) {
		fault_set(fault,
			  "at byte %" PRIu64
			  ": the section is of version %u.%u; peel reads 1.0 and 1.2",
			  b->offset, file16(r, b->body + 4), file16(r, b->body + 6));
		return -1;
	}
	r->n_ifaces = 0;
	if (!r->sections++ && b->body_len > 16) {
		r->section_options_len = b->body_len - 16;
		r->section_options =
			(uint8_t *)arena_copy(&r->arena, b->body + 16, r->section_options_len);
		r->section_options_swapped = r->swapped;
	}
	return 0;
}

/*
 * A custom block tells whose it is and brings data of a form that only its owner
 * knows.  tshark counts it among the frames, and so do we.
 */
static int read_custom(struct reader *r, const struct block *b, struct frame *f,
		       struct fault *fault)
{
	if (b->body_len < 4)
		return fail(fault, b, "the enterprise number is missing");
	*f = (struct frame){
		.bytes = b->body + 4,
		.cap_len = b->body_len - 4,
		.wire_len = b->body_len - 4,
		.link = LINK_CUSTOM,
		.section = r->sections,
		.pen = file32(r, b->body),
		.may_copy = b->type == BLOCK_CB,
		.fcs_len = -1,
	};
	return 1;
}

static bool is_packet(uint32_t type)
{
	return type == BLOCK_EPB || type == BLOCK_PB || type == BLOCK_SPB;
}

/* Whether peel wants to see what is in the block; others are passed over, however long. */
static bool is_read(uint32_t type)
{
	return is_packet(type) || type == BLOCK_SHB || type == BLOCK_IDB || type == BLOCK_CB ||
	       type == BLOCK_CB_NO_COPY;
}

/* The block's type and length; 0: the file ends well here. */
static int next_head(struct reader *r, struct block *b, struct fault *fault)
{
	size_t have = stream_need(&r->in, 12);
	const uint8_t *p = stream_bytes(&r->in);

	if (have < 12)
		return have || r->in.fault.text[0] ? reader_cut(r, fault, "a block", 12, have) : 0;
	b->offset = r->in.offset;
	b->type = file32(r, p);
	if (b->type == BLOCK_SHB && !read_order(r, p + 8)) {
		fault_set(fault,
			  "at byte %" PRIu64 ": a section header without byte order mark: "
			  "expected 0x1a2b3c4d, found 0x%08" PRIx32,
			  b->offset, file32(r, p + 8));
		return -1;
	}
	b->len = file32(r, p + 4);
	if (b->len < 12 || b->len % 4)
		return fail(fault, b, "the length is no multiple of 4, or below 12");
	if (is_read(b->type) && b->len > PACKET_EXTRA + frame_limit(LINK_LARGEST))
		return fail(fault, b, "the length is larger than such a block may have");
	return 1;
}

static int check_tail(struct reader *r, const struct block *b, const uint8_t *p,
		      struct fault *fault)
{
	if (file32(r, p) == b->len)
		return 1;
	fault_set(fault,
		  "at byte %" PRIu64 ": a block's two lengths differ: %" PRIu32 " before, %" PRIu32
		  " behind it",
		  b->offset, b->len, file32(r, p));
	return -1;
}

/* Makes the whole block come to hand. */
static int take_block(struct reader *r, struct block *b, struct fault *fault)
{
	size_t have = stream_need(&r->in, b->len);
	const uint8_t *p = stream_bytes(&r->in);

	if (have < b->len)
		return reader_cut(r, fault, "a block", b->len, have);
	b->body = p + 8;
	b->body_len = b->len - 12;
	stream_skip(&r->in, b->len);
	return check_tail(r, b, p + b->len - 4, fault);
}

static int pass_block(struct reader *r, const struct block *b, struct fault *fault)
{
	int rc;

	if (!stream_pass(&r->in, b->len - 4) || stream_need(&r->in, 4) < 4) {
		fault_set(fault,
			  "at byte %" PRIu64 ": the file ends %" PRIu64
			  " bytes into a block of %" PRIu32 " bytes",
			  b->offset, r->in.offset - b->offset, b->len);
		return -1;
	}
	rc = check_tail(r, b, stream_bytes(&r->in), fault);
	stream_skip(&r->in, 4);
	return rc;
}

/* What the block says; 1: it was a frame, 0: something else. */
static int read_block(struct reader *r, const struct block *b, struct frame *f, struct fault *fault)
{
	switch (b->type) {
	case BLOCK_EPB:
	case BLOCK_PB:
		return read_stamped(r, b, f, fault);
	case BLOCK_SPB:
		return read_simple(r, b, f, fault);
	case BLOCK_CB:
	case BLOCK_CB_NO_COPY:
		return read_custom(r, b, f, fault);
	case BLOCK_SHB:
		return start_section(r, b, fault);
	default:
		return read_iface(r, b, fault);
	}
}

static int pcapng_next(struct reader *r, struct frame *f, struct fault *fault)
{
	struct block b = {0};
	int rc = 0;

	arena_empty(&r->packet);
	while (!rc) {
		rc = next_head(r, &b, fault);
		if (rc <= 0)
			return rc;
		if (!is_read(b.type)) {
			rc = pass_block(r, &b, fault) < 0 ? -1 : 0;
			continue;
		}
		rc = take_block(r, &b, fault);
		if (rc > 0)
			rc = read_block(r, &b, f, fault);
	}
	return rc;
}

bool pcapng_start(struct reader *r, struct fault *fault)
{
	struct block b = {0};

	r->format = FORMAT_PCAPNG;
	r->next = pcapng_next;
	return next_head(r, &b, fault) > 0 && take_block(r, &b, fault) > 0 &&
	       !start_section(r, &b, fault);
}
