/* SPDX-License-Identifier: BSD-2-Clause */
/* What NTP's three kinds of messages share. */
/* RFC 5905, 6 and 7.3. */
#include "shared/ntp.h"
#include <math.h>

static const struct word leaps[] = {
	{0, "no warning"},
	{1, "last minute of the day has 61 seconds"},
	{2, "last minute of the day has 59 seconds"},
	{3, "unknown (clock unsynchronized)"},
};
static const struct word versions[] = {
	{0, "reserved"},      {1, "NTP Version 1"}, {2, "NTP Version 2"}, {3, "NTP Version 3"},
	{4, "NTP Version 4"}, {5, "reserved"},      {6, "reserved"},      {7, "reserved"},
};
static const struct word modes[] = {
	{0, "reserved"},
	{1, "symmetric active"},
	{2, "symmetric passive"},
	{3, "client"},
	{4, "server"},
	{5, "broadcast"},
	{6, "reserved for NTP control message"},
	{7, "reserved for private use"},
};
static const struct word codes[] = {
	{0, "PEER_LIST"},         {1, "PEER_LIST_SUM"},    {2, "PEER_INFO"},
	{3, "PEER_STATS"},        {4, "SYS_INFO"},         {5, "SYS_STATS"},
	{6, "IO_STATS"},          {7, "MEM_STATS"},        {8, "LOOP_INFO"},
	{9, "TIMER_STATS"},       {10, "CONFIG"},          {11, "UNCONFIG"},
	{12, "SET_SYS_FLAG"},     {13, "CLR_SYS_FLAG"},    {14, "MONITOR"},
	{15, "NOMONITOR"},        {16, "GET_RESTRICT"},    {17, "RESADDFLAGS"},
	{18, "RESSUBFLAGS"},      {19, "UNRESTRICT"},      {20, "MON_GETLIST"},
	{21, "RESET_STATS"},      {22, "RESET_PEER"},      {23, "REREAD_KEYS"},
	{24, "DO_DIRTY_HACK"},    {25, "DONT_DIRTY_HACK"}, {26, "TRUSTKEY"},
	{27, "UNTRUSTKEY"},       {28, "AUTHINFO"},        {29, "TRAPS"},
	{30, "ADD_TRAP"},         {31, "CLR_TRAP"},        {32, "REQUEST_KEY"},
	{33, "CONTROL_KEY"},      {34, "GET_CTLSTATS"},    {35, "GET_LEAPINFO"},
	{36, "GET_CLOCKINFO"},    {37, "SET_CLKFUDGE"},    {38, "GET_KERNEL"},
	{39, "GET_CLKBUGINFO"},   {41, "SET_PRECISION"},   {42, "MON_GETLIST_1"},
	{43, "HOSTNAME_ASSOCID"}, {44, "IF_STATS"},        {45, "IF_RELOAD"},
};
const struct words ntp_leaps = {leaps, COUNT(leaps)};
const struct words ntp_versions = {versions, COUNT(versions)};
const struct words ntp_modes = {modes, COUNT(modes)};
const struct words ntp_codes = {codes, COUNT(codes)};

/* RFC 5905, figure 12, and what was in use before. */
static const struct reference {
	char code[5];
	const char *name;
} references[] = {
	{"LOCL", "uncalibrated local clock"},
	{"CESM", "calibrated Cesium clock"},
	{"RBDM", "calibrated Rubidium clock"},
	{"PPS", "Generic pulse-per-second"},
	{"IRIG", "Inter-Range Instrumentation Group"},
	{"ACTS", "NIST telephone modem"},
	{"USNO", "USNO telephone modem"},
	{"PTB", "European telephone modem"},
	{"TDF", "MF Radio Allouis, FR 162 kHz"},
	{"DCF", "LF Radio DCF77 Mainflingen, DE 77.5 kHz"},
	{"MSF", "LF Radio MSF Anthorn, UK 60 kHz"},
	{"WWV", "HF Radio WWV Ft. Collins, CO"},
	{"WWVB", "LF Radio WWVB Ft. Collins, CO 60 kHz"},
	{"WWVH", "HF Radio WWVH Kauai, HI"},
	{"CHU", "HF Radio CHU Ottawa, Ontario"},
	{"LORC", "MF Radio LORAN C station, 100 kHz"},
	{"OMEG", "OMEGA radionavigation system"},
	{"GPS", "Global Position System"},
	{"GAL", "Galileo Positioning System"},
	{"GOES", "Geostationary Orbit Environment Satellite"},
	{"HBG", "LF Radio HBG Prangins, HB 75 kHz"},
	{"JJY", "LF Radio JJY Fukushima, JP 40 kHz, Saga, JP 60 kHz"},
	{"NIST", "NIST telephone modem"},
	{"INIT", "(Initialization)"},
	{"ATOM", "Atomic clock (calibrated)"},
	{"DTS", "Digital Time Service"},
	{"VLF", "VLF radio (OMEGA,, etc.)"},
};

void ntp_form_stratum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%s (%u)",
		    !n->u        ? "unspecified or invalid"
		    : n->u == 1  ? "primary reference"
		    : n->u < 16  ? "secondary reference"
		    : n->u == 16 ? "unsynchronized"
				 : "reserved",
		    (unsigned)n->u);
}

enum { LEAST_POLL = 4, MOST_POLL = 17 };

void ntp_form_poll(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	if (n->u < LEAST_POLL || n->u > MOST_POLL)
		text_format(t, "invalid (%u)", (unsigned)n->u);
	else
		text_format(t, "%u (%u seconds)", (unsigned)n->u, 1U << n->u);
}

void ntp_form_precision(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%8.6f seconds", ldexp(1, (int8_t)n->u));
}

/* 16 bits of seconds, 16 of what is less. */
void ntp_form_short(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%8.6f seconds", (double)n->u / 65536);
}

#define TO_1970 2208988800U    /* seconds from 1900 */
#define SECOND_ERA 2085978496U /* seconds from 1970 to 2036 */

void ntp_put_time(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t at = c->at, seconds = u32(c), fraction = u32(c);
	uint64_t ns = ((uint64_t)fraction * 1000000000) >> 32;

	if (c->bad)
		return;
	if (seconds & 0x80000000)
		ns += (uint64_t)(seconds - TO_1970) * 1000000000;
	else if (seconds || fraction)
		ns += ((uint64_t)seconds + SECOND_ERA) * 1000000000;
	put_value(w, row, at, 8, ns);
	if (!seconds && !fraction)
		label_value(w, "NULL");
}

static const char *reference_of(const uint8_t *p)
{
	for (unsigned i = 0; i < COUNT(references); i++)
		if (!strncmp((const char *)p, references[i].code, 4))
			return references[i].name;
	return NULL;
}

void ntp_put_reference(struct walk *w, struct cursor *c, unsigned row, unsigned stratum)
{
	struct span s = span_first(c->left, 4);

	put(w, c, row, 4);
	if (c->bad || s.cap < 4)
		return;
	if (stratum > 1) {
		label_value(w, "%s", address_words(w, IPV4, s.p));
	} else if (span_is_zero(s, 4)) {
		label_value(w, "NULL");
	} else if (reference_of(s.p)) {
		label_value(w, "%s", reference_of(s.p));
	} else {
		label_value(w, "Unidentified reference source '%.4s'", (const char *)s.p);
	}
}

void ntp_say(struct walk *w, uint32_t group, unsigned row, uint64_t value)
{
	label_tail_of(w, group, ", %s: %s", w->now->proto->fields[row].label,
		      row_word(w, row, value, "Unknown"));
}
