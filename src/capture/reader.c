/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture files: which format it is, and what all formats share. */
#include "capture/reader_impl.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

uint32_t frame_limit(uint32_t link)
{
	switch (link) {
	case 231: /* D-Bus */
	case 249: /* USBPcap */
		return UINT32_C(128) << 20;
	case 279: /* EBHSCR */
		return UINT32_C(8) << 20;
	default:
		return UINT32_C(256) << 10;
	}
}

uint32_t link_normal(uint32_t link)
{
	switch (link) {
	case 12: /* DLT_RAW on most systems ... */
	case 14: /* ... and on OpenBSD */
		return 101;
	default:
		return link;
	}
}

struct iface *reader_add_iface(struct reader *r)
{
	struct iface *i = arena_take(&r->arena, sizeof *i);

	if (r->n_ifaces == r->cap_ifaces) {
		r->cap_ifaces = r->cap_ifaces ? 2 * r->cap_ifaces : 4;
		r->ifaces = need_more(r->ifaces, r->cap_ifaces * sizeof(struct iface *));
	}
	*i = (struct iface){.id = (*r->iface_counter)++, .resolution = 6, .fcs_len = -1};
	i->ticks = 1000000;
	r->ifaces[r->n_ifaces++] = i;
	return i;
}

int reader_cut(struct reader *r, struct fault *fault, const char *what, uint64_t want,
	       uint64_t have)
{
	if (r->in.fault.text[0])
		fault_set(fault, "at byte %" PRIu64 ": %s", r->in.offset + have, r->in.fault.text);
	else
		fault_set(fault,
			  "at byte %" PRIu64 ": the file ends %" PRIu64 " bytes into %s of %" PRIu64
			  " bytes",
			  r->in.offset, have, what, want);
	return -1;
}

struct reader *reader_open(const char *path, uint32_t *iface_counter, struct fault *fault)
{
	int fd = stream_file(path, fault);

	return fd < 0 ? NULL : reader_begin(fd, path, iface_counter, fault);
}

struct reader *reader_begin(int fd, const char *path, uint32_t *iface_counter, struct fault *fault)
{
	struct reader *r = need_zero(1, sizeof *r);
	size_t have;
	bool ok;

	if (!stream_open(&r->in, fd, fault)) {
		free(r);
		return NULL;
	}
	r->path = need_copy(path);
	r->iface_counter = iface_counter;
	have = stream_need(&r->in, 4);
	if (have >= 4 && !memcmp(stream_bytes(&r->in), "\x0a\x0d\x0d\x0a", 4))
		ok = pcapng_start(r, fault);
	else
		ok = pcap_start(r, fault);
	if (ok)
		return r;
	reader_close(r);
	return NULL;
}

uint64_t reader_position(const struct reader *r)
{
	off_t at = lseek(r->in.fd, 0, SEEK_CUR);

	return at < 0 ? 0 : (uint64_t)at;
}

void reader_close(struct reader *r)
{
	if (!r)
		return;
	stream_close(&r->in);
	arena_close(&r->arena);
	arena_close(&r->packet);
	free(r->ifaces);
	free(r->path);
	free(r);
}

int reader_next(struct reader *r, struct frame *f, struct fault *fault)
{
	return r->next(r, f, fault);
}

void reader_interrupt(struct reader *r, int wake, bool (*interrupted)(void *arg), void *arg)
{
	r->in.interrupted = interrupted;
	r->in.arg = arg;
	r->in.wake = wake;
}

enum reader_format reader_format(const struct reader *r)
{
	return r->format;
}

const uint8_t *reader_section_options(const struct reader *r, uint32_t *len, bool *swapped)
{
	*len = r->section_options_len;
	*swapped = r->section_options_swapped;
	return r->section_options;
}

const char *reader_path(const struct reader *r)
{
	return r->path;
}
