/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Reading pcap files, as libpcap has written them since 1987.
 * https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html
 */
#include "capture/reader_impl.h"
#include <inttypes.h>
#include <string.h>

#define FILE_HEAD 24
#define MAGIC_US UINT32_C(0xa1b2c3d4)
#define MAGIC_NS UINT32_C(0xa1b23c4d)
/* Alexey Kuznetzov's patch of 1997: records have 8 more octets of head. */
#define MAGIC_KUZNETZOV UINT32_C(0xa1b2cd34)
/* The upper half of the link type: octets of FCS. */
#define FCS_GIVEN UINT32_C(0x04000000)

static bool is_magic(uint32_t v)
{
	return v == MAGIC_US || v == MAGIC_NS || v == MAGIC_KUZNETZOV;
}

/* The file's byte order and the kind of its records, from the first four octets. */
static bool read_magic(struct reader *r, const uint8_t *p, struct fault *fault)
{
	uint32_t magic = file32(r, p);

	if (!is_magic(magic)) {
		r->swapped = true;
		magic = file32(r, p);
	}
	if (!is_magic(magic)) {
		fault_set(fault,
			  "is no capture file that peel knows: it begins with %02x %02x %02x %02x, "
			  "not like pcap or pcapng",
			  p[0], p[1], p[2], p[3]);
		return false;
	}
	r->format = magic == MAGIC_NS ? FORMAT_PCAP_NS : FORMAT_PCAP;
	r->units = magic == MAGIC_NS ? 1 : 1000;
	r->record_head = magic == MAGIC_KUZNETZOV ? 24 : 16;
	return true;
}

/*
 * Versions before 2.3 had the two lengths the other way round, and 2.3 files are of
 * both kinds; 543 is what DG/UX wrote.
 */
static bool read_version(struct reader *r, uint16_t major, uint16_t minor, struct fault *fault)
{
	if (major != 2 && major != 543) {
		fault_set(fault, "is a pcap file of version %u.%u; peel reads version 2", major,
			  minor);
		return false;
	}
	if ((major == 2 && minor < 3) || major == 543)
		r->lengths_swapped = true;
	else if (major == 2 && minor == 3)
		r->lengths_maybe = true;
	return true;
}

static void read_record_head(const struct reader *r, const uint8_t *p, struct frame *f)
{
	static const struct frame blank = {.has_time = true};
	uint32_t cap = file32(r, p + 8);
	uint32_t wire = file32(r, p + 12);

	if (r->lengths_swapped || (r->lengths_maybe && cap > wire)) {
		uint32_t t = cap;

		cap = wire;
		wire = t;
	}
	memcpy(f, &blank, sizeof *f); /* an initializer would clear it by a loop */
	f->cap_len = cap;
	f->wire_len = wire > cap ? wire : cap;
	f->time = file32(r, p) * NS_PER_SECOND + (int64_t)file32(r, p + 4) * r->units;
	f->link = r->ifaces[0]->link;
	f->fcs_len = r->ifaces[0]->fcs_len;
	f->iface = r->ifaces[0];
}

static int pcap_next(struct reader *r, struct frame *f, struct fault *fault)
{
	size_t have = stream_need(&r->in, r->record_head);
	uint32_t limit;

	if (have < r->record_head) {
		if (!have && !r->in.fault.text[0])
			return 0;
		return reader_cut(r, fault, "a record header", r->record_head, have);
	}
	read_record_head(r, stream_bytes(&r->in), f);
	limit = frame_limit(f->link);
	if (f->cap_len > limit) {
		fault_set(fault,
			  "at byte %" PRIu64 ": a record claims %" PRIu32
			  " bytes, more than the %" PRIu32 " that a frame can have",
			  r->in.offset, f->cap_len, limit);
		return -1;
	}
	have = stream_need(&r->in, (size_t)r->record_head + f->cap_len);
	if (have < (size_t)r->record_head + f->cap_len)
		return reader_cut(r, fault, "a record", r->record_head + (uint64_t)f->cap_len,
				  have);
	f->bytes = stream_bytes(&r->in) + r->record_head;
	stream_skip(&r->in, (size_t)r->record_head + f->cap_len);
	return 1;
}

bool pcap_start(struct reader *r, struct fault *fault)
{
	size_t have = stream_need(&r->in, FILE_HEAD);
	const uint8_t *p = stream_bytes(&r->in);
	uint32_t link;
	struct iface *iface;

	if (have < 4) {
		if (r->in.fault.text[0])
			reader_cut(r, fault, "a header", FILE_HEAD, have);
		else
			fault_set(fault,
				  have ? "has only %zu bytes: that is no capture file"
				       : "is empty: not even the header of a capture file",
				  have);
		return false;
	}
	if (!read_magic(r, p, fault))
		return false;
	if (have < FILE_HEAD) {
		reader_cut(r, fault, "the file header", FILE_HEAD, have);
		return false;
	}
	if (!read_version(r, file16(r, p + 4), file16(r, p + 6), fault))
		return false;
	link = file32(r, p + 20);
	iface = reader_add_iface(r);
	iface->snap_len = file32(r, p + 16);
	iface->link = link_normal(link & 0xffff);
	if (link & FCS_GIVEN)
		iface->fcs_len = (int8_t)(link >> 28 << 1);
	if (r->format == FORMAT_PCAP_NS) {
		iface->resolution = 9;
		iface->ticks = (uint64_t)NS_PER_SECOND;
	}
	r->next = pcap_next;
	stream_skip(&r->in, FILE_HEAD);
	return true;
}
