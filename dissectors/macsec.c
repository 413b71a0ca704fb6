/* SPDX-License-Identifier: BSD-2-Clause */
/* MACsec: the tag before a frame that is protected against changes, or encrypted. */
/* IEEE Std 802.1AE-2018, 9. */
#include "shared/ether.h"
#include "shared/flags.h"

enum {
	MACSEC,
	TCI,
	V,
	ES,
	SC,
	SCB,
	E,
	C,
	AN,
	SL,
	PN,
	SYSTEM,
	PORT_ID,
	ETYPE,
	ICV,
};

#define HEADER 6
#define SCI_LEN 8
#define ICV_LEN 16

/* "0x08, VER: 0x0, SC": the version, and the flags that are set. */
static void form_tci(struct text *t, const struct record *r, const struct node *n)
{
	text_format(t, "0x%02x, VER: 0x%x", (unsigned)n->u, (unsigned)(n->u >> 5));
	put_flags(t, r, n);
}

static const struct field fields[] = {
	[MACSEC] = {"macsec", "802.1AE Security tag", PROTO},
	[TCI] = {"macsec.TCI", "TCI", U8, HEX, AT(0, 6), .form = form_tci,
		 .help = "How the frame is protected", .ref = "9.5"},
	[V] = {"macsec.TCI.V", "VER", U8, HEX, AT(0, 1), .under = TCI, .help = "Of this header",
	       .ref = "9.5"},
	[ES] = {"macsec.TCI.ES", "ES", BOOL, AT(1, 1), .under = TCI, WORDS(set_notset),
		.help = "The sender's address names the channel", .ref = "9.5"},
	[SC] = {"macsec.TCI.SC", "SC", BOOL, AT(2, 1), .under = TCI, WORDS(set_notset),
		.help = "The channel's name follows", .ref = "9.5"},
	[SCB] = {"macsec.TCI.SCB", "SCB", BOOL, AT(3, 1), .under = TCI, WORDS(set_notset),
		 .help = "Single copy broadcast", .ref = "9.5"},
	[E] = {"macsec.TCI.E", "E", BOOL, AT(4, 1), .under = TCI, WORDS(set_notset),
	       .help = "The payload is encrypted", .ref = "9.5"},
	[C] = {"macsec.TCI.C", "C", BOOL, AT(5, 1), .under = TCI, WORDS(set_notset),
	       .help = "The payload was changed", .ref = "9.5"},
	[AN] = {"macsec.AN", "AN", U8, HEX, AT(6, 2), .help = "Which association of the channel",
		.ref = "9.6"},
	[SL] = {"macsec.SL", "Short length", U8, DEC, AT(8, 8), .help = "Octets of a short payload",
		.ref = "9.7"},
	[PN] = {"macsec.PN", "Packet number", U32, DEC, AT(16, 32), .help = "Number of the frame",
		.ref = "9.8"},
	[SYSTEM] = {"macsec.SCI.system_identifier", "System Identifier", ETHER, AT(48, 48),
		    WHEN(SC), .help = "Whose channel", .ref = "9.9"},
	[PORT_ID] = {"macsec.SCI.port_identifier", "Port Identifier", U16, DEC, AT(96, 16),
		     WHEN(SC), .help = "Which port's", .ref = "9.9"},
	[ETYPE] = {"macsec.etype", "Ethertype", U16, HEX, .help = "What the frame carries",
		   .ref = "9.3"},
	[ICV] = {"macsec.ICV", "ICV", BYTES, .help = "Check over all", .ref = "9.11"},
};

/* What the payload leaves over is the check. */
static const struct ether_rows ether = {.trailer = ICV};

static uint32_t header_len(const struct layer *l)
{
	return HEADER + (VALUE(l, SC) ? SCI_LEN : 0);
}

/* Only short frames tell. */
static uint32_t total_len(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, SL) & 0x3f;

	return len ? header_len(l) + len + ICV_LEN : 0;
}

static bool claims(const struct layer *l)
{
	return l->bytes.cap >= HEADER && l->bytes.cap >= header_len(l);
}

/* Nothing can be said of what is encrypted; its last octets are the check. */
static void rest_hidden(struct walk *w, struct cursor *c)
{
	uint32_t n = c->left.wire < ICV_LEN ? 0 : ICV_LEN;
	struct cursor icv = *c;

	cursor_take(&icv, c->left.wire - n);
	if (n && icv.left.cap >= n)
		put(w, &icv, ICV, n);
	walk_next(w, NULL, cursor_first(*c, c->left.wire - n));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t type;

	if (VALUE(l, E) || VALUE(l, C)) {
		rest_hidden(w, c);
		return;
	}
	type = put(w, c, ETYPE, 2);
	if (!c->bad)
		walk_ethertype(w, l, &ether, type, *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "MACsec frame");
}

static const struct hang hangs[] = {{"ethertype", 0x88e5}, {0}};

const struct proto proto_macsec = {
	.brief = "MACSEC",
	.spec = "IEEE Std 802.1AE-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.claims = claims,
	.header_len = header_len,
	.total_len = total_len,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
