/* SPDX-License-Identifier: BSD-2-Clause */
/* Regular expressions of `matches`: PCRE2, with limits that no pattern runs past. */
/* pcre2api(3) */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "filter/syntax.h"
#include <pcre2.h>
#include <stdlib.h>

/* Steps and depth of backtracking, KiB of heap: a match that needs more counts as none. */
#define MOST_STEPS 1000000
#define MOST_DEPTH 10000
#define MOST_HEAP 20480

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
};

void *regex_make(struct filter *f, const struct term *pattern)
{
	struct regex *r = need_zero(1, sizeof *r);
	PCRE2_SIZE at = 0;
	int error;

	r->code = pcre2_compile((PCRE2_SPTR)pattern->text, pattern->text_len,
				PCRE2_CASELESS | PCRE2_NEVER_UTF, &error, &at, NULL);
	if (!r->code) {
		PCRE2_UCHAR why[160];

		pcre2_get_error_message(error, why, sizeof why);
		wrong(f, pattern->at, pattern->len,
		      "at character %zu of the regular expression: %s", at + 1, (const char *)why);
		free(r);
		return NULL;
	}
	pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE); /* where it can't, matching is slower */
	r->data = pcre2_match_data_create(1, NULL);
	r->limits = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(r->limits, MOST_STEPS);
	pcre2_set_depth_limit(r->limits, MOST_DEPTH);
	pcre2_set_heap_limit(r->limits, MOST_HEAP);
	return r;
}

bool regex_matches(void *regex, const struct value *v)
{
	struct regex *r = regex;

	return pcre2_match(r->code, v->n ? v->p : (PCRE2_SPTR) "", v->n, 0, 0, r->data,
			   r->limits) >= 0;
}

void regex_free(void *regex)
{
	struct regex *r = regex;

	if (!r)
		return;
	pcre2_match_context_free(r->limits);
	pcre2_match_data_free(r->data);
	pcre2_code_free(r->code);
	free(r);
}
