/* SPDX-License-Identifier: BSD-2-Clause */
/* The Precision Time Protocol: what its files share. */
#include "shared/ptp.h"

#define FRACTION 65536.0 /* parts of a nanosecond */
#define ACTION_AT 46     /* octets before a management message's action */

/* How the summary line calls what is managed. */
static const struct word topic_words[] = {
	{0x0, "Null management"},
	{0x1, "Clock description"},
	{0x2, "User description"},
	{0x3, "Save in non volatile storage"},
	{0x4, "Reset non volatile storage"},
	{0x5, "Initialize"},
	{0x6, "Fault log"},
	{0x7, "Fault log reset"},
	{0x2000, "Default dataset"},
	{0x2001, "Current dataset"},
	{0x2002, "Parent dataset"},
	{0x2003, "Time properties dataset"},
	{0x2004, "Port dataset"},
	{0x2005, "Priority 1"},
	{0x2006, "Priority 2"},
	{0x2007, "Domain"},
	{0x2008, "Slave only"},
	{0x2009, "Log announce interval"},
	{0x200a, "Announce receipt timeout"},
	{0x200b, "Log sync interval"},
	{0x200c, "Version number"},
	{0x200d, "Enable port"},
	{0x200e, "Disable port"},
	{0x200f, "Time"},
	{0x2010, "Clock accuracy"},
	{0x2011, "UTC properties"},
	{0x2012, "Traceability properties"},
	{0x2013, "Timescale properties"},
	{0x2014, "Unicast negotiation enable"},
	{0x2015, "Path trace list"},
	{0x2016, "Path trace enable"},
	{0x2017, "Grandmaster cluster table"},
	{0x2018, "Unicast master table"},
	{0x2019, "Unicast master max table size"},
	{0x201a, "Acceptable master table"},
	{0x201b, "Acceptable master table enabled"},
	{0x201c, "Acceptable master max table size"},
	{0x201d, "Alternate master"},
	{0x201e, "Alternate time offset enable"},
	{0x201f, "Alternate time offset name"},
	{0x2020, "Alternate time offset max key"},
	{0x2021, "Alternate time offset properties"},
	{0x4000, "Transparent clock default dataset"},
	{0x4001, "Transparent clock port dataset"},
	{0x4002, "Primary domain"},
	{0x6000, "Delay mechanism"},
	{0x6001, "Log min pdelay req. interval"},
};

static const struct word action_words[] = {
	{0x0, "GET"}, {0x1, "SET"}, {0x2, "RESPONSE"}, {0x3, "COMMAND"}, {0x4, "ACKNOWLEDGE"},
};

static const struct word error_words[] = {
	{0x0, "Reserved"},      {0x1, "RESPONSE_TOO_BIG"}, {0x2, "NO_SUCH_ID"},
	{0x3, "WRONG_LENGTH"},  {0x4, "WRONG_VALUE"},      {0x5, "NOT_SETABLE"},
	{0x6, "NOT_SUPPORTED"}, {0x7, "Reserved"},         {0xfffe, "GENERAL_ERROR"},
	{0xffff, "Reserved"},
};

static const struct words topics = {topic_words, COUNT(topic_words)};
static const struct words actions = {action_words, COUNT(action_words)};
static const struct words errors = {error_words, COUNT(error_words)};

/* What a value is called, or its number behind the words. */
static void put_word(struct text *t, const struct words *words, unsigned value,
		     const char *otherwise)
{
	const char *word = word_for(words, value);

	if (word)
		text_put(t, word);
	else
		text_format(t, "%s %u", otherwise, value);
}

void ptp_management_words(struct text *t, const struct layer *l)
{
	struct cursor c = layer_cursor(l, ACTION_AT);
	unsigned action = u8(&c) & 15, type, id;

	u8(&c);
	type = u16(&c);
	u16(&c);
	id = u16(&c);
	if (type == PTP_ERROR_STATUS) {
		text_put(t, "Management Error Message (");
		put_word(t, &errors, id, "Unknown Error Id");
		text_put(t, ")");
		return;
	}
	text_put(t, "Management (");
	put_word(t, &topics, id, "Unknown management Id");
	text_put(t, ") ");
	put_word(t, &actions, action, "Unknown Action");
}

void ptp_put_time(struct walk *w, struct cursor *c, const struct ptp_time_rows *rows)
{
	uint32_t at = c->at, group = open_group(w, c, rows->heading, 8);
	int64_t all = (int64_t)u64(c);
	double part = (double)(all & 0xffff) / FRACTION;
	uint64_t bits;

	label_tail_of(w, group, ": %f nanoseconds", (double)all / FRACTION);
	memcpy(&bits, &part, sizeof bits);
	if (!c->bad) {
		put_value(w, rows->ns, at, 6, (uint64_t)(all >> 16));
		put_value(w, rows->part, at + 6, 2, bits);
	}
	shut_group(w, group, NULL);
}

void ptp_put_text(struct walk *w, struct cursor *c, unsigned row)
{
	struct cursor peek = *c, value;
	uint32_t len = u8(&peek), at = peek.at, group;
	struct span text = cursor_take(&peek, len);
	const char *copy = text.cap == len ? arena_copy(&w->arena, (const char *)text.p, len) : "";

	value = *c;
	put_string(w, row, c->at, 1 + len, copy);
	group = w->last;
	w->depth++;
	put(w, &value, row + 1, 1);
	if (!value.bad)
		put_string(w, row + 2, at, len, copy);
	w->depth--;
	w->last = group;
	*c = peek;
}
