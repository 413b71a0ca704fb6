/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing pcap and pcapng files: what was read is kept, and every write is checked. */
#include "config.h"

#include "capture/direct.h"
#include "capture/new_file.h"
#include "capture/pcapng.h"
#include "capture/writer.h"
#include "core/arena.h"
#include "core/out.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SNAP_LEN UINT32_C(262144)

struct writer {
	struct out out;
	struct direct *direct; /* where the text goes to; NULL: to the file at once; owned */
	uint64_t handed;       /* octets that went there */
	enum reader_format format;
	bool began;          /* the file header is written */
	uint32_t link;       /* of a pcap file */
	uint32_t *iface_ids; /* by the interface's number in the run: 1 + its number here; owned */
	uint32_t n_iface_ids;
	uint32_t ifaces;  /* described so far */
	uint64_t records; /* added so far */
	uint64_t *ends;   /* where each record that may be unwritten ends in the file; owned */
	uint32_t n_ends, cap_ends;
	uint8_t *section_options; /* to be kept, as they stood in a file; NULL: none; owned */
	uint32_t section_options_len;
	bool section_options_swapped;
};

/* --- opening --- */

static void keep_section(struct writer *w, const struct reader *like)
{
	const uint8_t *options =
		reader_section_options(like, &w->section_options_len, &w->section_options_swapped);

	if (!options)
		return;
	w->section_options = need(w->section_options_len);
	memcpy(w->section_options, options, w->section_options_len);
}

struct writer *writer_on(int fd, enum reader_format format, const struct reader *like)
{
	struct writer *w = need_zero(1, sizeof *w);

	w->out.fd = fd;
	w->format = format;
	if (like)
		keep_section(w, like);
	return w;
}

struct writer *writer_open(const char *path, enum reader_format format, const struct reader *like,
			   struct fault *fault)
{
	int fd = strcmp(path, "-") ? new_file(AT_FDCWD, path, fault) : STDOUT_FILENO;

	return fd < 0 ? NULL : writer_on(fd, format, like);
}

/* --- numbers in the host's order --- */

static void put16(struct text *t, uint16_t v)
{
	text_bytes(t, &v, sizeof v);
}

static void put32(struct text *t, uint32_t v)
{
	text_bytes(t, &v, sizeof v);
}

static void put_padding(struct text *t, uint32_t len)
{
	text_fill(t, '\0', -len & 3);
}

/* --- pcap --- */

static void begin_pcap(struct writer *w, const struct frame *f)
{
	struct text *t = &w->out.text;
	int fcs = f->iface ? f->iface->fcs_len : -1;

	put32(t, w->format == FORMAT_PCAP_NS ? UINT32_C(0xa1b23c4d) : UINT32_C(0xa1b2c3d4));
	put16(t, 2);
	put16(t, 4);
	put32(t, 0);
	put32(t, 0);
	put32(t, f->iface && f->iface->snap_len ? f->iface->snap_len : SNAP_LEN);
	put32(t, f->link | (fcs > 0 ? UINT32_C(0x04000000) | (uint32_t)fcs / 2 << 28 : 0));
	w->link = f->link;
}

static bool put_pcap(struct writer *w, const struct frame *f, struct fault *fault)
{
	struct text *t = &w->out.text;
	int64_t seconds = f->time / NS_PER_SECOND - (f->time % NS_PER_SECOND < 0);
	uint32_t ns = (uint32_t)(f->time - seconds * NS_PER_SECOND);

	if (!w->began)
		begin_pcap(w, f);
	w->began = true;
	if (f->link != w->link) {
		fault_set(fault,
			  "frame %" PRIu64 " has link type %" PRIu32
			  ", but a pcap file has only one, here %" PRIu32 ": use -F pcapng",
			  f->number, f->link, w->link);
		return false;
	}
	put32(t, (uint32_t)seconds);
	put32(t, w->format == FORMAT_PCAP_NS ? ns : ns / 1000);
	put32(t, f->cap_len);
	put32(t, f->wire_len);
	text_bytes(t, f->bytes, f->cap_len);
	return true;
}

/* --- pcapng --- */

/* Opens a block; gives where its length is to be written by end_block(). */
static size_t begin_block(struct text *t, uint32_t type)
{
	put32(t, type);
	put32(t, 0);
	return t->len - 4;
}

static void end_block(struct text *t, size_t at)
{
	uint32_t len = (uint32_t)(t->len - at) + 8;

	put32(t, len);
	memcpy(t->p + at, &len, sizeof len);
}

/* Octets of an option's number, which has a byte order; 0 for text and octets. */
static unsigned number_len(uint32_t block, uint16_t code)
{
	if (code >= OPT_CUSTOM_FIRST)
		return 4;
	if (block == BLOCK_EPB)
		return code == EPB_FLAGS || code == EPB_QUEUE          ? 4
		       : code == EPB_DROPCOUNT || code == EPB_PACKETID ? 8
								       : 0;
	if (block == BLOCK_IDB)
		return code == IF_SPEED ? 8 : 0;
	return 0;
}

static bool is_dropped(uint32_t block, uint16_t code)
{
	return block == BLOCK_IDB && (code == IF_TSRESOL || code == IF_TSOFFSET);
}

static void put_number(struct text *t, const uint8_t *p, unsigned n, bool swapped)
{
	for (unsigned i = 0; i < n; i++)
		text_char(t, (char)p[swapped ? n - 1 - i : i]);
}

static uint16_t number16(const uint8_t *p, bool swapped)
{
	uint16_t v;

	memcpy(&v, p, sizeof v);
	return swapped ? __builtin_bswap16(v) : v;
}

/* Options as they stood in a file, in the host's byte order; what ends the list isn't copied. */
static void copy_options(struct text *t, uint32_t block, const uint8_t *p, uint32_t len,
			 bool swapped)
{
	while (len >= 4) {
		uint16_t code = number16(p, swapped), size = number16(p + 2, swapped);
		uint32_t padded = 4 + ((size + 3u) & ~3u);
		unsigned n = number_len(block, code);

		if (code == OPT_END || padded > len)
			return;
		if (!is_dropped(block, code)) {
			n = n <= size ? n : 0;
			put16(t, code);
			put16(t, size);
			put_number(t, p + 4, n, swapped);
			text_bytes(t, p + 4 + n, size - n);
			put_padding(t, size);
		}
		p += padded;
		len -= padded;
	}
}

static void put_option(struct text *t, uint16_t code, const void *p, uint16_t len)
{
	put16(t, code);
	put16(t, len);
	text_bytes(t, p, len);
	put_padding(t, len);
}

static void begin_pcapng(struct writer *w)
{
	static const char program[] = "peel " PACKAGE_VERSION;
	struct text *t = &w->out.text;
	size_t at = begin_block(t, BLOCK_SHB);

	put32(t, BYTE_ORDER_MAGIC);
	put16(t, 1);
	put16(t, 0);
	put32(t, UINT32_MAX);
	put32(t, UINT32_MAX);
	if (w->section_options)
		copy_options(t, BLOCK_SHB, w->section_options, w->section_options_len,
			     w->section_options_swapped);
	else
		put_option(t, SHB_USERAPPL, program, sizeof program - 1);
	put32(t, OPT_END);
	end_block(t, at);
}

/* Time stamps keep microseconds where the interface had no more, so that readers show no more. */
static bool is_coarse(const struct iface *i)
{
	return !i || i->resolution == 6;
}

static uint32_t put_iface(struct writer *w, const struct iface *i, uint32_t link)
{
	struct text *t = &w->out.text;
	size_t at = begin_block(t, BLOCK_IDB);
	uint8_t resolution = 9;

	put16(t, (uint16_t)link);
	put16(t, 0);
	put32(t, i ? i->snap_len : 0);
	if (i && i->options)
		copy_options(t, BLOCK_IDB, i->options, i->options_len, i->options_swapped);
	else if (i && i->name)
		put_option(t, IF_NAME, i->name, (uint16_t)strlen(i->name));
	if (i && !i->options && i->fcs_len > 0)
		put_option(t, IF_FCSLEN, &i->fcs_len, 1);
	if (!is_coarse(i))
		put_option(t, IF_TSRESOL, &resolution, 1);
	put32(t, OPT_END);
	end_block(t, at);
	return w->ifaces++;
}

/* The number that the interface has in this file; describes it when it is new. */
static uint32_t iface_id(struct writer *w, const struct iface *i, uint32_t link)
{
	uint32_t id = i ? i->id : 0;

	if (id >= w->n_iface_ids) {
		uint32_t n = 2 * (id + 1);

		w->iface_ids = need_more(w->iface_ids, n * sizeof *w->iface_ids);
		memset(w->iface_ids + w->n_iface_ids, 0,
		       (n - w->n_iface_ids) * sizeof *w->iface_ids);
		w->n_iface_ids = n;
	}
	if (!w->iface_ids[id])
		w->iface_ids[id] = put_iface(w, i, link) + 1;
	return w->iface_ids[id] - 1;
}

static void put_custom(struct text *t, const struct frame *f)
{
	size_t at = begin_block(t, f->may_copy ? BLOCK_CB : BLOCK_CB_NO_COPY);

	put32(t, f->pen);
	text_bytes(t, f->bytes, f->cap_len);
	put_padding(t, f->cap_len);
	end_block(t, at);
}

static void put_simple(struct text *t, const struct frame *f)
{
	size_t at = begin_block(t, BLOCK_SPB);

	put32(t, f->wire_len);
	text_bytes(t, f->bytes, f->cap_len);
	put_padding(t, f->cap_len);
	end_block(t, at);
}

static void put_enhanced(struct writer *w, const struct frame *f, uint32_t id)
{
	struct text *t = &w->out.text;
	uint64_t stamp = (uint64_t)f->time / (is_coarse(f->iface) ? 1000 : 1);
	size_t at = begin_block(t, BLOCK_EPB);

	put32(t, id);
	put32(t, (uint32_t)(stamp >> 32));
	put32(t, (uint32_t)stamp);
	put32(t, f->cap_len);
	put32(t, f->wire_len);
	text_bytes(t, f->bytes, f->cap_len);
	put_padding(t, f->cap_len);
	if (f->options) {
		copy_options(t, BLOCK_EPB, f->options, f->options_len, f->options_swapped);
		put32(t, OPT_END);
	}
	end_block(t, at);
}

static void put_pcapng(struct writer *w, const struct frame *f)
{
	uint32_t id;

	if (!w->began)
		begin_pcapng(w);
	w->began = true;
	if (f->link == LINK_CUSTOM) {
		put_custom(&w->out.text, f);
		return;
	}
	id = iface_id(w, f->iface, f->link);
	if (!f->has_time && id == 0)
		put_simple(&w->out.text, f);
	else
		put_enhanced(w, f, id);
}

void writer_statistics(struct writer *w, const struct iface_statistics *s)
{
	struct text *t = &w->out.text;
	uint64_t end = (uint64_t)s->end / (is_coarse(s->iface) ? 1000 : 1);
	uint32_t id;
	size_t at;

	if (w->format != FORMAT_PCAPNG)
		return;
	if (!w->began)
		begin_pcapng(w);
	w->began = true;
	id = iface_id(w, s->iface, s->iface->link);
	at = begin_block(t, BLOCK_ISB);
	put32(t, id);
	put32(t, (uint32_t)(end >> 32));
	put32(t, (uint32_t)end);
	put_option(t, ISB_IFRECV, &s->received, sizeof s->received);
	put_option(t, ISB_IFDROP, &s->if_dropped, sizeof s->if_dropped);
	put_option(t, ISB_OSDROP, &s->dropped, sizeof s->dropped);
	put_option(t, ISB_USRDELIV, &s->delivered, sizeof s->delivered);
	put32(t, OPT_END);
	end_block(t, at);
}

void writer_resume(struct writer *w, uint32_t link)
{
	w->began = w->format != FORMAT_PCAPNG;
	w->link = link;
}

/* --- writing out --- */

int writer_fd(const struct writer *w)
{
	return w->out.fd;
}

void writer_go_direct(struct writer *w)
{
	w->direct = direct_open(w->out.fd);
}

uint64_t writer_size(const struct writer *w)
{
	return (w->direct ? w->handed : w->out.written) + w->out.text.len;
}

uint64_t writer_records(const struct writer *w)
{
	return w->records;
}

uint64_t writer_whole(const struct writer *w)
{
	uint64_t whole = w->records - w->n_ends;

	for (uint32_t i = 0; i < w->n_ends && w->ends[i] <= w->out.written; i++)
		whole++;
	return whole;
}

/* Forgets where records end that the system has. */
static void forget_ends(struct writer *w)
{
	uint32_t n = 0;

	while (n < w->n_ends && w->ends[n] <= w->out.written)
		n++;
	w->n_ends -= n;
	if (n)
		memmove(w->ends, w->ends + n, w->n_ends * sizeof *w->ends);
}

static bool put_direct(struct writer *w, bool all)
{
	struct text *t = &w->out.text;
	bool good = direct_put(w->direct, t->p, t->len) && (!all || direct_flush(w->direct));

	if (!good)
		out_fail(&w->out);
	w->handed += t->len;
	t->len = 0;
	w->out.written = direct_written(w->direct);
	return good;
}

/* Writes the text; with a `direct` between, some of it may wait there unless it's `all`. */
static bool write_out(struct writer *w, bool all, struct fault *fault)
{
	bool good = !w->out.failed && (w->direct ? put_direct(w, all) : out_flush(&w->out));

	if (!good)
		fault_set(fault, "%s; %" PRIu64 " records are whole", w->out.fault.text,
			  writer_whole(w));
	else
		forget_ends(w);
	return good;
}

bool writer_flush(struct writer *w, struct fault *fault)
{
	return write_out(w, true, fault);
}

static void note_end(struct writer *w)
{
	if (w->n_ends == w->cap_ends) {
		w->cap_ends = w->cap_ends ? 2 * w->cap_ends : 1024;
		w->ends = need_more(w->ends, w->cap_ends * sizeof *w->ends);
	}
	w->ends[w->n_ends++] = writer_size(w);
	w->records++;
}

bool writer_frame(struct writer *w, const struct frame *f, struct fault *fault)
{
	if (w->format == FORMAT_PCAPNG)
		put_pcapng(w, f);
	else if (f->link == LINK_CUSTOM)
		return true; /* no packet: pcap has no place for it */
	else if (!put_pcap(w, f, fault))
		return false;
	note_end(w);
	if (w->out.text.len < (size_t)256 << 10)
		return true;
	return write_out(w, false, fault);
}

void writer_begin(struct writer *w, const struct iface *i)
{
	const struct frame none = {.link = i ? i->link : 1, .iface = i};

	if (w->began)
		return;
	if (w->format == FORMAT_PCAPNG)
		begin_pcapng(w);
	else
		begin_pcap(w, &none);
	w->began = true;
}

bool writer_close(struct writer *w, struct fault *fault)
{
	bool ok;

	writer_begin(w, NULL);
	ok = w->out.failed || writer_flush(w, fault);
	if (w->out.fd != STDOUT_FILENO && close(w->out.fd) && ok && !w->out.failed) {
		fault_set(fault, "can't be closed: %s", strerror(errno));
		ok = false;
	}
	direct_close(w->direct);
	text_close(&w->out.text);
	free(w->iface_ids);
	free(w->ends);
	free(w->section_options);
	free(w);
	return ok;
}
