/* SPDX-License-Identifier: BSD-2-Clause */
/* What the subcommands share: complaints, suggestions, numbers. */
#include "cli/cli.h"
#include "core/about.h"
#include "core/arena.h"
#include "show/gate.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static void put_complaint(const char *path, const char *format, va_list args)
{
	struct text words = {0}, line = {0};

	text_format_list(&words, format, args);
	text_put(&line, "peel: ");
	if (path) {
		gate_string(&line, strcmp(path, "-") ? path : "standard input", GATE_TEXT);
		text_put(&line, ": ");
	}
	for (size_t at = 0; at < words.len;) { /* carets stand on lines of their own */
		const char *end = memchr(words.p + at, '\n', words.len - at);
		size_t n = end ? (size_t)(end - words.p) - at : words.len - at;

		gate(&line, words.p + at, n, GATE_TEXT);
		text_char(&line, '\n');
		at += n + 1;
	}
	for (size_t done = 0; done < line.len;) {
		ssize_t wrote = write(STDERR_FILENO, line.p + done, line.len - done);

		if (wrote <= 0)
			break;
		done += (size_t)wrote;
	}
	text_close(&words);
	text_close(&line);
}

void complain(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_complaint(NULL, format, args);
	va_end(args);
}

void complain_about(const char *path, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_complaint(path, format, args);
	va_end(args);
}

int usage_error(const char *command)
{
	complain("see 'peel %s --help' or 'man peel-%s'", command, command);
	return EXIT_USAGE;
}

#define LONGEST 64 /* octets of a name, its NUL counted, that anybody could mean */

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Edits (insert, delete, replace, swap neighbours) that make b of a; at least `limit` counts as it.
 */
static unsigned distance(const char *a, const char *b, unsigned limit)
{
	unsigned d[LONGEST][LONGEST];
	size_t m = strlen(a), n = strlen(b);

	if (m >= LONGEST || n >= LONGEST)
		return limit;
	for (size_t i = 0; i <= m; i++)
		for (size_t j = 0; j <= n; j++) {
			if (!i || !j) {
				d[i][j] = (unsigned)(i + j);
				continue;
			}
			d[i][j] = least(least(d[i - 1][j], d[i][j - 1]) + 1,
					d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	return least(d[m][n], limit);
}

void suggest(struct text *t, const char *name, const char *const *names, size_t n, unsigned most)
{
	unsigned limit = (unsigned)strlen(name) / 3 + 2;
	unsigned told = 0;

	for (unsigned d = 1; d < limit && told < most; d++)
		for (size_t i = 0; i < n && told < most; i++) {
			if (distance(name, names[i], limit) != d)
				continue;
			text_put(t, told++ ? ", " : " (nearest: ");
			text_put(t, names[i]);
		}
	if (told)
		text_char(t, ')');
}

void suggest_fields(struct text *t, const char *name, const struct session *s)
{
	uint32_t n, *rows = rows_by_name(s, &n);
	const char **names = need(n * sizeof *names);

	for (uint32_t i = 0; i < n; i++)
		names[i] = session_row(s, rows[i])->name;
	suggest(t, name, names, n, 3);
	free(names);
	free(rows);
}

bool parse_number(const char *s, uint64_t least, uint64_t most, uint64_t *v)
{
	char *end;

	errno = 0;
	*v = strtoull(s, &end, 10);
	return *s >= '0' && *s <= '9' && !*end && !errno && *v >= least && *v <= most;
}

bool parse_size(const char *option, const char *s, uint64_t *v)
{
	static const char units[] = "KMG";
	char digits[24];
	size_t n = strspn(s, "0123456789");
	const char *unit = s[n] ? strchr(units, s[n] & ~0x20) : NULL;
	unsigned shift = unit ? 10 * (unsigned)(unit - units + 1) : 0;

	if (n && n < sizeof digits && (!s[n] || (unit && !s[n + 1]))) {
		memcpy(digits, s, n);
		digits[n] = '\0';
		if (parse_number(digits, 1, UINT64_MAX >> shift, v)) {
			*v <<= shift;
			return true;
		}
	}
	complain("%s %s: expected a size such as 64M (K, M and G are powers of 1024)", option, s);
	return false;
}

void complain_about_memory(uint64_t forgotten, uint64_t limit)
{
	if (!forgotten)
		return;
	complain("%" PRIu64
		 " conversation%s or the like, idle the longest, %s forgotten for want of "
		 "memory: what is said of them is incomplete; --memory %" PRIu64
		 "M would give twice "
		 "as much",
		 forgotten, plural(forgotten), forgotten == 1 ? "was" : "were",
		 (2 * limit >> 20) + !(2 * limit >> 20));
}

bool knows_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = getenv(names[i]), *dot;

		if (!value || !*value)
			continue;
		dot = strchr(value, '.');
		return dot && (!strncasecmp(dot, ".utf-8", 6) || !strncasecmp(dot, ".utf8", 5));
	}
	return false;
}
