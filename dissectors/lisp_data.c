/* SPDX-License-Identifier: BSD-2-Clause */
/* Locator/ID Separation Protocol: the tunnel for data. */
/* RFC 9300, 5. */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	LISP,
	FLAGS,
	FLAG_N,
	FLAG_L,
	FLAG_E,
	FLAG_V,
	FLAG_I,
	RESERVED,
	E_WITHOUT_N,
	N_AND_V,
	NONCE,
	MAP_VERSION,
	SRC_VERSION,
	DST_VERSION,
	INSTANCE,
	LOOSE,
	STATUS_BITS,
	STATUS_BITS8,
};

#define HEADER 8

#define FLAG(row, name, what, bit, says)                                                         \
	[row] = {"lisp-data.flags." name, what,         BOOL,        AT(bit, 1), .under = FLAGS, \
		 WORDS(set_notset),       .help = says, .ref = "5.3"}

static const struct field fields[] = {
	[LISP] = {"lisp-data", "Locator/ID Separation Protocol (Data)", PROTO},
	[FLAGS] = {"lisp-data.flags", "Flags", U8, HEX, AT(0, 8), .help = "All flags",
		   .ref = "5.3"},
	FLAG(FLAG_N, "nonce", "N bit (Nonce present)", 0, "There is a nonce"),
	FLAG(FLAG_L, "lsb", "L bit (Locator-Status-Bits field enabled)", 1,
	     "The status bits mean something"),
	FLAG(FLAG_E, "enr", "E bit (Echo-Nonce-Request)", 2, "The nonce is to be sent back"),
	FLAG(FLAG_V, "mv", "V bit (Map-Version present)", 3, "There are map versions"),
	FLAG(FLAG_I, "iid", "I bit (Instance ID present)", 4, "There is an instance"),
	[RESERVED] = {"lisp-data.flags.res", "Reserved", U8, HEX, AT(5, 3), .under = FLAGS,
		      .help = "Always 0", .ref = "5.3"},
	[E_WITHOUT_N] =
		EXPERT("lisp-data.flags.en_invalid",
		       "Invalid flag combination: if E is set, N MUST be set", WARNING, G_PROTOCOL),
	[N_AND_V] =
		EXPERT("lisp-data.flags.nv_invalid",
		       "Invalid flag combination: N and V can't be set both", WARNING, G_PROTOCOL),
	[NONCE] = {"lisp-data.nonce", "Nonce", U24, DEC_HEX, AT(8, 24), WHEN(FLAG_N),
		   .help = "Shows that the way back works", .ref = "5.3"},
	[MAP_VERSION] = {"lisp-data.mapver", "Map-Version", U24, HEX,
			 .help = "Versions of both ends' mappings", .ref = "RFC 9302, 7"},
	[SRC_VERSION] = {"lisp-data.srcmapver", "Source Map-Version", U24, DEC, AT(0, 12),
			 BOX(24, 0), .under = MAP_VERSION, .help = "The sender's",
			 .ref = "RFC 9302, 7"},
	[DST_VERSION] = {"lisp-data.dstmapver", "Destination Map-Version", U24, DEC, AT(12, 12),
			 .under = MAP_VERSION, .help = "The receiver's", .ref = "RFC 9302, 7"},
	[INSTANCE] = {"lisp-data.iid", "Instance ID", U24, DEC, .help = "Which network",
		      .ref = "5.3"},
	/* What the hook takes from a word stands below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[STATUS_BITS] = {"lisp-data.lsb", "Locator-Status-Bits", U32, HEX, AT(0, 32), BOX(32, 0),
			 .under = LOOSE, .help = "Which locators are up", .ref = "5.3"},
	[STATUS_BITS8] = {"lisp-data.lsb8", "Locator-Status-Bits", U8, HEX, AT(0, 8), BOX(8, 0),
			  .under = LOOSE, .help = "Which locators are up", .ref = "5.3"},
};

static bool claims(const struct layer *l)
{
	return l->bytes.wire >= HEADER;
}

static uint32_t header_len(const struct layer *l)
{
	(void)l;
	return 4;
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->column = "LISP";
}

static void check_flags(struct walk *w, const struct layer *l)
{
	if (VALUE(l, FLAG_E) && !VALUE(l, FLAG_N))
		expert_on(w, FLAGS, E_WITHOUT_N, NULL);
	if (VALUE(l, FLAG_N) && VALUE(l, FLAG_V))
		expert_on(w, FLAGS, N_AND_V, NULL);
}

static void put_locators(struct walk *w, const struct layer *l, struct cursor *c)
{
	bool instance = VALUE(l, FLAG_I);

	if (instance)
		put(w, c, INSTANCE, 3);
	if (VALUE(l, FLAG_L))
		put_slice(w, *c, instance ? STATUS_BITS8 : STATUS_BITS, instance ? 1 : 4);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor versions = layer_cursor(l, 1), peek;
	unsigned version;

	check_flags(w, l);
	if (VALUE(l, FLAG_V) && !VALUE(l, FLAG_N))
		put(w, &versions, MAP_VERSION, 3);
	put_locators(w, l, c);
	*c = layer_cursor(l, HEADER);
	l->header = HEADER;
	peek = *c;
	version = u8(&peek) >> 4;
	if (peek.bad)
		c->bad = peek.bad;
	else if (version == 4 || version == 6)
		walk_next(w, next_by(l, version), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "LISP Encapsulation Header");
}

static const struct hang hangs[] = {{"udp.port", 4341}, {0}};

const struct proto proto_lisp_data = {
	.brief = "LISP Data",
	.spec = "RFC 9300",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "ip.version"},
	.hangs = hangs,
	.claims = claims,
	.note = note,
	.rest = rest,
	.info = info,
};
