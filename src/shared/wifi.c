/* SPDX-License-Identifier: BSD-2-Clause */
/* What radiotap, PPI and the frames behind them share. */
#include "shared/wifi.h"

const struct word wifi_guards[2] = {{0, "long"}, {1, "short"}};
const struct word wifi_codings[2] = {{0, "BCC"}, {1, "LDPC"}};

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
	static const struct {
		uint8_t bits, num, den; /* of a subcarrier; the code's rate */
	} schemes[] = {{1, 1, 2}, {2, 1, 2}, {2, 3, 4}, {4, 1, 2}, {4, 3, 4},
		       {6, 2, 3}, {6, 3, 4}, {6, 5, 6}, {8, 3, 4}, {8, 5, 6}};

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

uint64_t wifi_mbits(unsigned rate)
{
	float mbits = (float)rate / 10;
	uint32_t bits;

	memcpy(&bits, &mbits, sizeof bits);
	return bits;
}
