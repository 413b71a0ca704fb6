/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture files: one way to read them all. */
#ifndef CAPTURE_READER_H
#define CAPTURE_READER_H

#include "core/fault.h"
#include "core/frame.h"
#include <stdbool.h>

/*
 * A capture file that is being read: pcap or pcapng, packed or not, recognised
 * by what it contains.  Memory doesn't grow with the file.
 */
struct reader;

/* What the file is called. */
enum reader_format { FORMAT_PCAP, FORMAT_PCAP_NS, FORMAT_PCAPNG };

/*
 * "-" is standard input.  *iface_counter numbers the interfaces of all files of a
 * run, and must outlive the reader.  NULL, with the fault filled in, when it is no
 * capture file.
 */
struct reader *reader_open(const char *path, uint32_t *iface_counter, struct fault *fault);
/* The same of an open file, which is the reader's from then on; `path` is what it is called. */
struct reader *reader_begin(int fd, const char *path, uint32_t *iface_counter, struct fault *fault);
void reader_close(struct reader *r);

/* Octets of the file (as it lies on the disk) that were read so far; 0 when that isn't known. */
uint64_t reader_position(const struct reader *r);

/*
 * The next frame; what it points to lives until the next call.  The caller gives
 * it a number.  1: there is one; 0: the file ended well; -1: the file is damaged
 * or cut at this point, and the fault says where and how (every whole frame
 * before it was given).
 */
int reader_next(struct reader *r, struct frame *f, struct fault *fault);

/* While it waits for a pipe, `interrupted` is asked when `wake` is readable: true ends the file. */
void reader_interrupt(struct reader *r, int wake, bool (*interrupted)(void *arg), void *arg);

enum reader_format reader_format(const struct reader *r);

/*
 * The options of a pcapng file's first section header as they stood, *len octets,
 * in the host's byte order unless *swapped; NULL: none.  They live as long as the
 * reader.
 */
const uint8_t *reader_section_options(const struct reader *r, uint32_t *len, bool *swapped);

/* How the file was called when it was opened. */
const char *reader_path(const struct reader *r);

#endif
