/* SPDX-License-Identifier: BSD-2-Clause */
/* What radiotap, PPI and the frames behind them share. */
#include "shared/wifi.h"

const struct word wifi_guards[2] = {{0, "long"}, {1, "short"}};
const struct word wifi_codings[2] = {{0, "BCC"}, {1, "LDPC"}};
const struct word wifi_off_on[2] = {{0, "Off"}, {1, "On"}};
const struct word wifi_bandwidths[26] = {
	{0, "20 MHz"},
	{1, "40 MHz"},
	{2, "20 MHz lower"},
	{3, "20 MHz upper"},
	{4, "80 MHz"},
	{5, "40 MHz lower"},
	{6, "40 MHz upper"},
	{7, "20 MHz, channel 1/4"},
	{8, "20 MHz, channel 2/4"},
	{9, "20 MHz, channel 3/4"},
	{10, "20 MHz, channel 4/4"},
	{11, "160 MHz"},
	{12, "80 MHz lower"},
	{13, "80 MHz upper"},
	{14, "40 MHz, channel 1/4"},
	{15, "40 MHz, channel 2/4"},
	{16, "40 MHz, channel 3/4"},
	{17, "40 MHz, channel 4/4"},
	{18, "20 MHz, channel 1/8"},
	{19, "20 MHz, channel 2/8"},
	{20, "20 MHz, channel 3/8"},
	{21, "20 MHz, channel 4/8"},
	{22, "20 MHz, channel 5/8"},
	{23, "20 MHz, channel 6/8"},
	{24, "20 MHz, channel 7/8"},
	{25, "20 MHz, channel 8/8"},
};

/* Modulation and coding schemes. */
static const struct {
	const char *name;
	uint8_t bits, num, den; /* of a subcarrier; the code's rate */
} schemes[] = {
	{"BPSK 1/2", 1, 1, 2},    {"QPSK 1/2", 2, 1, 2},   {"QPSK 3/4", 2, 3, 4},
	{"16-QAM 1/2", 4, 1, 2},  {"16-QAM 3/4", 4, 3, 4}, {"64-QAM 2/3", 6, 2, 3},
	{"64-QAM 3/4", 6, 3, 4},  {"64-QAM 5/6", 6, 5, 6}, {"256-QAM 3/4", 8, 3, 4},
	{"256-QAM 5/6", 8, 5, 6},
};

const struct wifi *wifi_of(const struct layer *l)
{
	const struct layer *up = layer_up(l, "radiotap");

	if (!up)
		up = layer_up(l, "ppi");
	return up ? (const struct wifi *)up->state : NULL;
}

unsigned wifi_channel(unsigned mhz)
{
	if (mhz == 2484)
		return 14;
	if (mhz >= 2412 && mhz <= 2472 && (mhz - 2407) % 5 == 0)
		return (mhz - 2407) / 5;
	if (mhz >= 5000 && mhz <= 5925 && mhz % 5 == 0)
		return (mhz - 5000) / 5;
	if (mhz >= 4910 && mhz <= 4980 && mhz % 5 == 0)
		return (mhz - 4000) / 5;
	if (mhz > 5950 && mhz <= 7125 && mhz % 5 == 0)
		return (mhz - 5950) / 5;
	return 0;
}

/* Data bits that one symbol of one stream carries at 20 MHz, of 52 subcarriers. */
static unsigned bits_per_symbol(unsigned mcs, unsigned subcarriers)
{
	if (mcs >= COUNT(schemes))
		return 0;
	return subcarriers * schemes[mcs].bits * schemes[mcs].num / schemes[mcs].den;
}

/* A symbol takes 4 us, or 3.6 us with the short guard interval. */
static unsigned symbols_to_rate(unsigned bits, bool short_gi)
{
	return short_gi ? (bits * 100 + 18) / 36 : bits * 10 / 4;
}

unsigned wifi_ht_rate(unsigned mcs, bool wide, bool short_gi)
{
	if (mcs > 31)
		return 0;
	return symbols_to_rate(bits_per_symbol(mcs % 8, wide ? 108 : 52) * (mcs / 8 + 1), short_gi);
}

unsigned wifi_vht_rate(unsigned mcs, unsigned width, bool short_gi)
{
	unsigned subcarriers = width == 1 ? 52 : width == 2 ? 108 : width == 4 ? 234 : 468;

	return symbols_to_rate(bits_per_symbol(mcs, subcarriers), short_gi);
}

unsigned wifi_width(unsigned bandwidth)
{
	return bandwidth == 0 ? 1 : bandwidth < 4 ? 2 : bandwidth < 11 ? 4 : 8;
}

void wifi_learn(struct wifi *f, const struct layer *l, const struct wifi_fact *facts)
{
	uint64_t *members = (uint64_t *)f;

	for (; facts->row; facts++)
		if (VALUE_OF(l, facts->known))
			members[facts->to / sizeof *members] = VALUE_OF(l, facts->row);
}

void wifi_tune(struct wifi *f, unsigned mhz)
{
	if (wifi_channel(mhz))
		f->channel = wifi_channel(mhz);
	if (mhz)
		f->frequency = mhz;
}

void put_wifi_rate(struct walk *w, unsigned row, uint32_t at, uint32_t len, const char *name,
		   unsigned rate)
{
	float mbits = (float)rate / 10;
	uint32_t bits;

	memcpy(&bits, &mbits, sizeof bits);
	put_value(w, row, at, len, bits);
	label_whole(w, "%s: %u.%u Mb/s", name, rate / 10, rate % 10);
}

void label_wifi_channel(struct walk *w, unsigned mhz)
{
	unsigned channel = wifi_channel(mhz);

	if (channel)
		label_value(w, "%u [%s %u]", mhz, mhz < 3000 ? "BG" : "A", channel);
}

void label_wifi_scheme(struct walk *w, unsigned mcs)
{
	label_value(w, "%u (%s)", mcs, mcs < COUNT(schemes) ? schemes[mcs].name : "unknown");
}
