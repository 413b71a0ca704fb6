/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture filters, pcap-filter(7), on frames of any link type. */
#ifndef CAPTURE_BPF_H
#define CAPTURE_BPF_H

#include "core/fault.h"
#include "core/frame.h"

struct bpf;

/* Compiles the expression; NULL: it is wrong for every link type, and `fault` says what is. */
struct bpf *bpf_open(const char *expression, struct fault *fault);
void bpf_close(struct bpf *b);

/*
 * 1: the frame passes; 0: it doesn't; -1: the expression makes no sense for frames of this
 * link type, and `fault` says why.
 */
int bpf_passes(struct bpf *b, const struct frame *f, struct fault *fault);

#endif
