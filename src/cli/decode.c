/* SPDX-License-Identifier: BSD-2-Clause */
/* Options that say how frames are taken apart: -d and --overlap. */
#include "cli/decode.h"
#include "cli/cli.h"
#include "core/arena.h"
#include "core/session.h"
#include "flow/fragments.h"
#include <stdlib.h>
#include <string.h>

/* More ports than this aren't changed by one option. */
#define MOST_VALUES 65536

bool decode_set_overlap(struct read_options *o, const char *who)
{
	static const struct {
		const char *name;
		enum overlap policy;
	} names[] = {
		{"bsd", OVERLAP_BSD},
		{"first", OVERLAP_FIRST},
		{"last", OVERLAP_LAST},
		{"linux", OVERLAP_LINUX},
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (!strcmp(who, names[i].name)) {
			o->overlap = names[i].policy;
			return true;
		}
	complain("--overlap %s: expected bsd, first, last or linux", who);
	return false;
}

void decode_add(struct read_options *o, const char *as)
{
	o->decode = need_more(o->decode, (o->n_decode + 1) * sizeof *o->decode);
	o->decode[o->n_decode++] = as;
}

/* "tcp.port==8888-8890,http", in its parts. */
struct decode_as {
	char *table, *protocol; /* both in one copy of the argument, `table` first */
	uint64_t first, last;
};

/* "8888", "8888-8890" (both count) or "8888:3" (so many). */
static bool parse_values(const char *s, struct decode_as *as)
{
	char *end;

	as->first = strtoull(s, &end, 0);
	as->last = as->first;
	if (end == s)
		return false;
	if (*end == '-')
		as->last = strtoull(end + 1, &end, 0);
	else if (*end == ':')
		as->last = as->first + strtoull(end + 1, &end, 0) - 1;
	return !*end && as->last >= as->first && as->last <= UINT32_MAX &&
	       as->last - as->first < MOST_VALUES;
}

static bool parse(const char *text, struct decode_as *as)
{
	char *equals, *comma;

	as->table = need_copy(text);
	equals = strstr(as->table, "==");
	comma = equals ? strchr(equals, ',') : NULL;
	if (!comma)
		return false;
	*equals = *comma = '\0';
	as->protocol = comma + 1;
	return *as->protocol && parse_values(equals + 2, as);
}

static bool refuse_protocol(const struct session *s, const char *text, const char *name)
{
	struct text t = {0};

	suggest_fields(&t, name, s);
	complain("-d %s: there is no protocol %s%s", text, name, text_string(&t));
	text_close(&t);
	return false;
}

static bool apply(struct session *s, const char *text, const struct decode_as *as)
{
	for (uint64_t v = as->first; v <= as->last; v++) {
		switch (session_decode_as(s, as->table, (uint32_t)v, as->protocol)) {
		case DECODE_NO_TABLE:
			complain("-d %s: nothing is found by %s (tcp.port and udp.port are such "
				 "fields; see peel-protocols(7))",
				 text, as->table);
			return false;
		case DECODE_NO_PROTOCOL:
			return refuse_protocol(s, text, as->protocol);
		case DECODE_DONE:
			break;
		}
	}
	return true;
}

bool decode_apply(struct session *s, const struct read_options *o)
{
	if (o->overlap != OVERLAP_BSD)
		fragments_overlap(s, o->overlap);
	for (unsigned i = 0; i < o->n_decode; i++) {
		struct decode_as as = {0};
		bool good = parse(o->decode[i], &as);

		if (!good)
			complain("-d %s: expected FIELD==VALUE,PROTOCOL, such as "
				 "tcp.port==8888,http",
				 o->decode[i]);
		good = good && apply(s, o->decode[i], &as);
		free(as.table);
		if (!good)
			return false;
	}
	return true;
}
