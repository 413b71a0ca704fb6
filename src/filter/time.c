/* SPDX-License-Identifier: BSD-2-Clause */
/* Literals that are dates or spans of time. */
/* ISO 8601; RFC 3339, 5.6 (zones) */
#include "config.h"

#include "filter/syntax.h"
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#define NS_PER_S 1000000000

/* A fraction of a second, from its point on, in nanoseconds; *s goes behind it. */
static int64_t fraction(const char **s)
{
	int64_t ns = 0, unit = NS_PER_S / 10;

	if (**s != '.')
		return 0;
	for (++*s; isdigit((unsigned char)**s); ++*s, unit /= 10)
		ns += (**s - '0') * unit;
	return ns;
}

bool as_reltime(struct filter *f, struct term *t)
{
	struct value v = {.type = V_RELTIME};
	const char *s = t->text;
	char *end;
	unsigned long long seconds;

	errno = 0;
	seconds = strtoull(s, &end, 10);
	if ((end == s && *s != '.') || errno || seconds > INT64_MAX / NS_PER_S - 1 || *s == '-')
		return no_such(f, t, V_RELTIME, "");
	s = end;
	v.i = (int64_t)seconds * NS_PER_S + fraction(&s);
	if (*s)
		return no_such(f, t, V_RELTIME, "");
	t->value = single(v);
	return true;
}

/* "Z", "UTC", "+02:00": seconds east of Greenwich; false: something else, or nothing at all. */
static bool parse_zone(const char *s, int *east)
{
	int hours, minutes = 0;
	char *end;

	while (*s == ' ')
		s++;
	*east = 0;
	if (!strcmp(s, "Z") || !strcmp(s, "UTC"))
		return true;
	if (*s != '+' && *s != '-')
		return false;
	hours = (int)(strtol(s + 1, &end, 10) % 10000);
	if (end - s == 5) {
		minutes = hours % 100;
		hours /= 100;
	} else if (*end == ':') {
		minutes = (int)(strtol(end + 1, &end, 10) % 60);
	}
	*east = (*s == '-' ? -60 : 60) * (60 * hours + minutes);
	return !*end && end > s + 1;
}

/* The forms that dates are read in; the first that takes the text counts. */
static const char *parse_date(const char *s, struct tm *tm)
{
	static const char *const forms[] = {"%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S",
					    "%Y-%m-%dT%H:%M",    "%Y-%m-%d %H:%M",
					    "%Y-%m-%d",          "%b %d, %Y %H:%M:%S"};

	for (unsigned i = 0; i < COUNT(forms); i++) {
		const char *end;

		*tm = (struct tm){.tm_isdst = -1};
		end = strptime(s, forms[i], tm);
		if (end)
			return end;
	}
	return NULL;
}

/* Seconds after 1970 of a date, and whether what stands behind it is a zone or nothing. */
static bool seconds_of(struct tm *tm, const char *zone, int64_t *seconds)
{
	int east;

	if (parse_zone(zone, &east))
		*seconds = (int64_t)timegm(tm) - east;
	else if (!*zone)
		*seconds = (int64_t)mktime(tm);
	else
		return false;
	return true;
}

/* Times are nanoseconds in 64 bits: from the year 1677 to 2262. */
#define MOST_SECONDS (INT64_MAX / NS_PER_S - 1)

bool as_abstime(struct filter *f, struct term *t)
{
	struct value v = {.type = V_ABSTIME};
	struct tm tm;
	const char *s = parse_date(t->text, &tm);
	int64_t ns, seconds;

	if (!s)
		return no_such(f, t, V_ABSTIME,
			       "as in \"2026-11-22 12:34:56.5\" or \"2026-11-22T12:34:56Z\"");
	ns = fraction(&s);
	if (!seconds_of(&tm, s, &seconds))
		return no_such(f, t, V_ABSTIME, "whose zone is Z, UTC or like +02:00");
	if (seconds > MOST_SECONDS || seconds < -MOST_SECONDS)
		return no_such(f, t, V_ABSTIME, "which lies between the years 1677 and 2262");
	v.i = seconds * NS_PER_S + ns;
	t->value = single(v);
	return true;
}
