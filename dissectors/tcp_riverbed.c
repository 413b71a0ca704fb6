/* SPDX-License-Identifier: BSD-2-Clause */
/* Riverbed's TCP option by which appliances find each other. */
/* As tshark reads it: the vendor publishes no specification. */
#include "core/walk.h"

enum {
	RIVERBED,
	PROBE_SLICES,
	PROBE_TYPE1,
	PROBE_TYPE2,
	PROBE_VERSION,
	PROBE_VERSION_RAW,
	PROBE_RESERVED,
	PROBE_PROBER,
	PROBE_PROXY_IP,
	PROBE_PROXY_PORT,
	PROBE_APPLICATION,
	PROBE_CLIENT,
	PROBE_STORE,
	PROBE_FLAGS,
	PROBE_NOT_CFE,
	PROBE_LAST,
	PROBE_INFO,
	PROBE_NO_CACHE,
	PROBE_SSL,
	PROBE_SERVER,
};

static const struct word probe_types[] = {
	{0, "Probe Query"},      {1, "Probe Response"},      {2, "Probe Internal"},
	{3, "Probe Trace"},      {4, "Probe Query SH"},      {5, "Probe Response SH"},
	{6, "Probe Query Info"}, {7, "Probe Response Info"},
};

#define PROBE_ROW(row, name, what, kind, base, says) \
	[row] = {"tcp.options.rvbd.probe." name, what, kind, base, .help = says, .ref = "Riverbed"}
#define PROBE_BITS(row, name, what, bit, width, says) \
	[row] = {"tcp.options.rvbd.probe." name,      \
		 what,                                \
		 U8,                                  \
		 DEC,                                 \
		 AT(bit, width),                      \
		 .under = PROBE_SLICES,               \
		 .help = says,                        \
		 .ref = "Riverbed"}

#define PROBE_FLAG(row, name, what, bit, parent)       \
	[row] = {"tcp.options.rvbd.probe.flags." name, \
		 what,                                 \
		 BOOL,                                 \
		 AT(bit, 1),                           \
		 .under = parent,                      \
		 WORDS(set_notset),                    \
		 .help = what,                         \
		 .ref = "Riverbed"}

static const struct field fields[] = {
	[RIVERBED] = {"tcp.riverbed", "Riverbed Probe", PROTO},
	[PROBE_SLICES] = {"text", "Bits", HEADING},
	PROBE_BITS(PROBE_TYPE1, "type1", "Type", 0, 4, "What is asked or told"),
	PROBE_BITS(PROBE_TYPE2, "type2", "Type", 0, 7, "The same since version 2"),
	PROBE_BITS(PROBE_VERSION, "version", "Version", 4, 4, "1"),
	[PROBE_VERSION_RAW] = {"tcp.options.rvbd.probe.version_raw", "Version", U8, DEC, AT(7, 1),
			       .under = PROBE_SLICES, .help = "0 for version 2", .ref = "Riverbed"},
	PROBE_ROW(PROBE_RESERVED, "reserved", "Reserved", U8, HEX, "Unused"),
	PROBE_ROW(PROBE_PROBER, "prober", "CSH IP", IPV4, PLAIN, "Appliance near the client"),
	PROBE_ROW(PROBE_PROXY_IP, "proxy.ip", "SSH IP", IPV4, PLAIN, "Appliance near the server"),
	PROBE_ROW(PROBE_PROXY_PORT, "proxy.port", "SSH Port", U16, DEC, "Its port"),
	PROBE_ROW(PROBE_APPLICATION, "appli_ver", "Application Version", U16, DEC,
		  "Version of the appliance"),
	PROBE_ROW(PROBE_CLIENT, "client.ip", "Client IP", IPV4, PLAIN, "The client"),
	PROBE_ROW(PROBE_STORE, "storeid", "CFE Store ID", U32, DEC, "Which store"),
	PROBE_ROW(PROBE_FLAGS, "flags", "Probe Flags", U8, HEX, "About the appliance"),
	PROBE_FLAG(PROBE_NOT_CFE, "notcfe", "Not CFE", 5, PROBE_FLAGS),
	PROBE_FLAG(PROBE_LAST, "last", "Last Notify", 7, PROBE_FLAGS),
	PROBE_ROW(PROBE_INFO, "flags", "Probe Flags", U8, HEX, "About the answer"),
	PROBE_FLAG(PROBE_NO_CACHE, "probe", "Disable Probe Cache on CSH", 3, PROBE_INFO),
	PROBE_FLAG(PROBE_SSL, "ssl", "SSL Enabled", 6, PROBE_INFO),
	PROBE_FLAG(PROBE_SERVER, "server", "SSH outer to server established", 7, PROBE_INFO),
};

enum { PROBE_QUERY, PROBE_RESPONSE, PROBE_INTERNAL, PROBE_TRACE };

static void put_probe_body(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	struct cursor peek;

	put(w, c, PROBE_RESERVED, 1);
	peek = *c;
	put(w, c, PROBE_PROBER, 4);
	if (type == PROBE_RESPONSE) {
		cursor_pull(&peek, 4);
		put(w, c, PROBE_PROXY_IP, 4);
		put(w, c, PROBE_PROXY_PORT, 2);
		label_tail_of(w, group, ", Server Steelhead: ");
	} else {
		put(w, c, PROBE_APPLICATION, 2);
		if (!c->bad)
			label_tail_of(w, group, ", CSH IP: ");
	}
	if (c->bad)
		return;
	label_tail_of(w, group, "%u.", u8(&peek));
	label_tail_of(w, group, "%u.", u8(&peek));
	label_tail_of(w, group, "%u.", u8(&peek));
	label_tail_of(w, group, "%u", u8(&peek));
	if (type == PROBE_RESPONSE)
		label_tail_of(w, group, ":%u", u16(&peek));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned head = u8(&peek), type = head & 1 ? head >> 4 : head >> 1;
	const char *word = word_for(&(const struct words){probe_types, COUNT(probe_types)}, type);
	uint32_t group = w->last;

	(void)l;
	if (peek.bad)
		return;
	label_tail_of(w, group, ": %s", word ? word : "Probe Unknown");
	if (!word)
		return;
	put_slice(w, *c, head & 1 ? PROBE_TYPE1 : PROBE_TYPE2, 1);
	put_slice(w, *c, head & 1 ? PROBE_VERSION : PROBE_VERSION_RAW, 1);
	if (!(head & 1))
		label_value(w, "2");
	u8(c);
	if ((head & 1) && type != PROBE_INTERNAL && type <= PROBE_TRACE)
		put_probe_body(w, c, type, group);
}

static const struct hang hangs[] = {{"tcp.option.part", 76}, {0}};

const struct proto proto_tcp_riverbed = {
	.brief = "TCP",
	.no_column = true,
	.bare = true,
	.prefix = "tcp",
	.spec = "Riverbed",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
