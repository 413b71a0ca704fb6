/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel stats prints of an overview: a page, or JSON. */
#ifndef CLI_STATS_PAGE_H
#define CLI_STATS_PAGE_H

#include "core/text.h"
#include "stats/overview.h"

struct page {
	const struct overview *overview;
	const char *const *files;
	unsigned n_files;
	uint64_t top;       /* rows of a list, at most */
	bool utf8;          /* the terminal knows more than ASCII */
	uint64_t forgotten; /* conversations and the like that had to go */
};

void page_print(const struct page *p, struct text *t);
void page_json(const struct page *p, struct text *t);

#endif
