/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMP: what an echo carries, as ping sends it. */
/* RFC 792, Echo. */
#include "core/walk.h"
#include <stdlib.h>

enum {
	ECHO,
	DATA_TIME,
	DATA_TIME_RELATIVE,
};

static const struct field fields[] = {
	[ECHO] = {"icmp.echo", "ICMP Echo", PROTO},
	[DATA_TIME] = {"icmp.data_time", "Timestamp from icmp data", ABSTIME, LOCAL,
		       .help = "When ping sent it, if the data begins so"},
	[DATA_TIME_RELATIVE] = {"icmp.data_time_relative", "Timestamp from icmp data (relative)",
				RELTIME, .traits = GENERATED, .help = "How long ago that was"},
};

/* Nanoseconds since 1970 of seconds and microseconds within a day of the frame; 0: no. */
static int64_t plausible(const struct walk *w, uint64_t s, uint64_t us)
{
	int64_t ns = (int64_t)(s * 1000000000 + us * 1000);
	int64_t seconds = w->r.frame->time / 1000000000;

	return us < 1000000 && llabs(seconds - (int64_t)s) < 86400 ? ns : 0;
}

/* ping of most systems sends the time of day in front, each in its own order of octets. */
static void put_data_time(struct walk *w, struct cursor *c)
{
	struct cursor be = *c, le = *c;
	uint64_t s = u32(&be), s_le = le32(&le);
	int64_t ns = plausible(w, s, u32(&be));

	if (!ns)
		ns = plausible(w, s_le, le32(&le));
	if (!ns)
		return;
	put_value(w, DATA_TIME, c->at, 8, (uint64_t)ns);
	put_value(w, DATA_TIME_RELATIVE, c->at, 8, (uint64_t)(w->r.frame->time - ns));
	cursor_pull(c, 8);
}

/* What is left is the caller's matter. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_data_time(w, c);
}

static const struct hang hangs[] = {{"icmp.type", 0}, {"icmp.type", 8}, {0}};

const struct proto proto_icmp_echo = {
	.brief = "ICMP",
	.no_column = true,
	.bare = true,
	.prefix = "icmp",
	.spec = "RFC 792",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
