/* SPDX-License-Identifier: BSD-2-Clause */
/* The filters of a run: display filters (-Y) and capture filters (-f). */
#ifndef CLI_FILTERS_H
#define CLI_FILTERS_H

#include "capture/bpf.h"
#include "filter/filter.h"

/*
 * Compiles a display filter for the session; NULL: it is wrong, and the user was told,
 * `option` ("-Y") before it.
 */
struct filter *open_display_filter(struct session *s, const char *expression, const char *option);

/* The same for a capture filter; `s` knows the fields, should a display filter be meant. */
struct bpf *open_capture_filter(const char *expression, const char *option);

/* A capture filter in the words of display filters; false: this one isn't known how. */
bool translate_capture_filter(const char *expression, struct text *t);

#endif
