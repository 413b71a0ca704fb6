/* SPDX-License-Identifier: BSD-2-Clause */
/* IP Encapsulating Security Payload: what can be read without keys. */
/* RFC 4303. */
#include "core/walk.h"
#include "flow/conv.h"

enum { ESP, SPI, SEQUENCE, EXPECTED, WRONG_SEQUENCE, PREVIOUS };

struct state {
	uint64_t expected, previous;
};

#define HEAD 8

static const struct field fields[] = {
	[ESP] = {"esp", "Encapsulating Security Payload", PROTO},
	[SPI] = {"esp.spi", "ESP SPI", U32, HEX_DEC, AT(0, 32),
		 .help = "Security parameters index: which association", .ref = "2.1"},
	[SEQUENCE] = {"esp.sequence", "ESP Sequence", U32, DEC, AT(32, 32),
		      .help = "Counts packets, against replays", .ref = "2.2"},
	[EXPECTED] = {"esp.sequence-analysis.expected-sn", "Expected SN", U32, DEC,
		      FROM(struct state, expected),
		      .help = "What the packet before this one let expect"},
	[WRONG_SEQUENCE] = EXPERT("esp.sequence-analysis.wrong-sequence-number",
				  "Wrong Sequence Number", WARNING, G_SEQUENCE),
	[PREVIOUS] = {"esp.sequence-analysis.previous-frame", "Previous Frame", FRAMENUM,
		      FROM(struct state, previous), .help = "Where that packet is"},
};

/* The last packet of an association. */
struct last {
	uint32_t sequence;
	uint64_t frame; /* its number; 0: there was none */
};

static void note(struct walk *w, struct layer *l)
{
	static const char table_key;
	uint32_t sequence = (uint32_t)VALUE(l, SEQUENCE);
	struct state *s;
	struct last *last;

	if (!any_wanted(w))
		return;
	s = new_state(w, l, sizeof *s);
	last = conv_own(conv_numbered(w, &table_key, VALUE(l, SPI), sizeof *last));
	if (last->frame && sequence != last->sequence + 1) {
		s->expected = last->sequence + 1;
		s->previous = last->frame;
	}
	last->sequence = sequence;
	last->frame = w->r.frame->number;
}

static void tell_wrong(struct walk *w, const struct layer *l, uint32_t expected)
{
	uint32_t sequence = (uint32_t)VALUE(l, SEQUENCE);
	unsigned spi = (unsigned)VALUE(l, SPI);
	const struct node *n = own_node(w, EXPECTED);

	if (sequence > expected) {
		if (n)
			label_tail_of(w, (uint32_t)(n - w->r.nodes), " (%u SNs missing)",
				      sequence - expected);
		expert_on(w, EXPECTED, WRONG_SEQUENCE,
			  "Wrong Sequence Number for SPI %08x - %u missing", spi,
			  sequence - expected);
	} else if (sequence + 1 == expected) {
		expert_on(w, EXPECTED, WRONG_SEQUENCE,
			  "Wrong Sequence Number for SPI %08x - %u repeated", spi, sequence);
	} else {
		expert_on(w, EXPECTED, WRONG_SEQUENCE,
			  "Wrong Sequence Number for SPI %08x - %u less than expected", spi,
			  expected - sequence);
	}
}

/* What it carries is encrypted: nobody is asked to read it. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;

	(void)c;
	if (s && s->expected != ABSENT)
		tell_wrong(w, l, (uint32_t)s->expected);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	if (l->bytes.cap < HEAD)
		return;
	text_put(t, "ESP (SPI=0x");
	text_hex(t, VALUE(l, SPI), 8);
	text_char(t, ')');
}

static const struct hang hangs[] = {{"ip.proto", 50}, {0}};

const struct proto proto_esp = {
	.brief = "ESP",
	.spec = "RFC 4303",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
