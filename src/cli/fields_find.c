/* SPDX-License-Identifier: BSD-2-Clause */
/* peel fields: finds the fields that are meant. */
#include "cli/cli.h"
#include "cli/fields.h"
#include "core/about.h"
#include "core/arena.h"
#include "core/out.h"
#include "protocols.h"
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <unistd.h>

/* Whether an argument means the row: it is of that protocol, or its name is like that. */
static bool is_meant(const struct session *s, uint32_t id, const char *word)
{
	return !strcmp(row_owner(s, id)->fields[0].name, word) ||
	       !fnmatch(word, session_row(s, id)->name, 0);
}

/* Marks in `chosen` what one argument means; false, and the user knows it, when that is nothing. */
static bool choose(const struct listing *l, const char *word, bool *chosen)
{
	struct text nearest = {0};
	bool any = false;

	for (uint32_t i = 0; i < l->n; i++)
		if (is_meant(l->session, l->rows[i], word))
			chosen[i] = any = true;
	if (any)
		return true;
	suggest_fields(&nearest, word, l->session);
	complain("%s: no protocol and no field is called so%s", word, text_string(&nearest));
	text_close(&nearest);
	return false;
}

/* Leaves what the arguments (ended by NULL) mean. */
static bool narrow(struct listing *l, char **words)
{
	bool *chosen = need_zero(l->n, sizeof *chosen);
	bool good = true;
	uint32_t n = 0;

	for (char **word = words; good && *word; word++)
		good = choose(l, *word, chosen);
	for (uint32_t i = 0; good && i < l->n; i++)
		if (chosen[i])
			l->rows[n++] = l->rows[i];
	l->n = n;
	free(chosen);
	return good;
}

static int print(put_function *put, const struct listing *l)
{
	struct out out = {.fd = STDOUT_FILENO};
	int status = EXIT_OK;

	put(&out.text, l);
	if (!out_flush(&out)) {
		status = EXIT_TROUBLE;
		if (errno != EPIPE) /* whoever read us may leave */
			complain("%s", out.fault.text);
	}
	text_close(&out.text);
	return status;
}

int list_fields(put_function *put, char **words)
{
	struct session *s = session_open(protocols);
	struct listing l = {.session = s};
	int status;

	l.rows = rows_by_name(s, &l.n);
	status = !*words || narrow(&l, words) ? print(put, &l) : usage_error("fields");
	free(l.rows);
	session_close(s);
	return status;
}
