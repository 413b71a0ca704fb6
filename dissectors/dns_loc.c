/* SPDX-License-Identifier: BSD-2-Clause */
/* DNS records that tell where on Earth a name is. */
/* RFC 1876. */
#include "shared/dns.h"

enum {
	LOC,
	VERSION,
	SIZE,
	HORIZONTAL_PRECISION,
	VERTICAL_PRECISION,
	LATITUDE,
	LONGITUDE,
	ALTITUDE,
};

static const struct field fields[] = {
	[LOC] = {"dns.location", "Location", PROTO},
	[VERSION] = {"dns.loc.version", "Version", U8, DEC, .help = "Version",
		     .ref = "RFC 1876, 2"},
	[SIZE] = {"dns.loc.size", "Size", U8, DEC, .help = "Size", .ref = "RFC 1876, 2"},
	[HORIZONTAL_PRECISION] = {"dns.loc.horizontal_precision", "Horizontal Precision", U8, DEC,
				  .help = "Horizontal Precision", .ref = "RFC 1876, 2"},
	[VERTICAL_PRECISION] = {"dns.loc.vertical_precision", "Vertical Precision", U8, DEC,
				.help = "Vertical Precision", .ref = "RFC 1876, 2"},
	[LATITUDE] = {"dns.loc.latitude", "Latitude", U32, DEC, .help = "Latitude",
		      .ref = "RFC 1876, 2"},
	[LONGITUDE] = {"dns.loc.longitude", "Longitude", U32, DEC, .help = "Longitude",
		       .ref = "RFC 1876, 2"},
	[ALTITUDE] = {"dns.loc.altitude", "Altitude", U32, DEC, .help = "Altitude",
		      .ref = "RFC 1876, 2"},
};

/* A digit and a power of ten, in centimetres. */
static void put_size(struct walk *w, struct cursor *c, unsigned row)
{
	unsigned v = (unsigned)put(w, c, row, 1), size = v >> 4, power = v & 15;

	if (size > 9 || power > 9)
		return;
	for (; power; power--)
		size *= size < 400000000 ? 10 : 1;
	label_tail(w, " (%g m)", (double)size / 100);
}

/* RFC 1876, 2: thousandths of a second of arc, 2^31 for the equator or the prime meridian. */
static void put_angle(struct walk *w, struct cursor *c, unsigned row)
{
	uint64_t v = put(w, c, row, 4), zero = UINT64_C(1) << 31,
		 off = v < zero ? zero - v : v - zero;
	bool lat = row == LATITUDE;

	label_tail(w, " (%u deg %u min %u.%03u sec %c)", (unsigned)(off / 3600000),
		   (unsigned)(off / 60000 % 60), (unsigned)(off / 1000 % 60),
		   (unsigned)(off % 1000),
		   v < zero ? (lat ? 'S' : 'W')
		   : lat    ? 'N'
			    : 'E');
}

/* Centimetres, 100 km below the ground for 0. */
static void put_altitude(struct walk *w, struct cursor *c, unsigned row)
{
	int64_t v = (int64_t)put(w, c, row, 4) - 10000000;

	label_tail(w, " (%g m)", (double)v / 100);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put(w, c, VERSION, 1);
	put_size(w, c, SIZE);
	put_size(w, c, HORIZONTAL_PRECISION);
	put_size(w, c, VERTICAL_PRECISION);
	put_angle(w, c, LATITUDE);
	put_angle(w, c, LONGITUDE);
	put_altitude(w, c, ALTITUDE);
}

static const struct hang hangs[] = {{"dns.type", 29}, {0}};

const struct proto proto_dns_loc = {
	.brief = "DNS",
	.no_column = true,
	.bare = true,
	.prefix = "dns",
	.spec = "RFC 1876",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
