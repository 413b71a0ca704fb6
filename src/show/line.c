/* SPDX-License-Identifier: BSD-2-Clause */
/* The summary line: tshark's seven columns. */
#include "core/session.h"
#include "show/color.h"
#include "show/printer.h"

const char *const column_titles[N_COLUMNS] = {"No.",      "Time",   "Source", "Destination",
					      "Protocol", "Length", "Info"};

#define ARROW "\xe2\x86\x92"

static void put_address(struct text *t, const struct address *a)
{
	switch (a->kind) {
	case IPV4:
		text_ip4(t, (uint32_t)load_be(a->p, 4));
		break;
	case IPV6:
		text_ip6(t, a->p);
		break;
	case NONE:
		break;
	case STRING:
		text_bytes(t, a->p, a->len);
		break;
	default:
		text_hex_bytes(t, a->p, a->len, ':');
		break;
	}
}

/* Digits of a second's fraction that the interface's time stamps have. */
static unsigned digits_of(const struct frame *f)
{
	uint8_t resolution = f->iface ? f->iface->resolution : 6;
	unsigned digits = resolution & 0x80 ? ((resolution & 0x7f) * 3 + 9) / 10 : resolution;

	return digits > 9 ? 9 : digits;
}

static void put_time_column(struct text *t, const struct record *r, enum time_column form)
{
	const struct frame *f = r->frame;
	unsigned digits = digits_of(f);

	if (!f->has_time)
		return;
	switch (form) {
	case TIME_RELATIVE:
		text_seconds(t, r->since_first, digits);
		break;
	case TIME_DELTA:
		text_seconds(t, r->since_previous, digits);
		break;
	case TIME_DELTA_DISPLAYED:
		text_seconds(t, r->since_displayed, digits);
		break;
	case TIME_EPOCH:
		text_seconds(t, f->time, digits);
		break;
	case TIME_ABSOLUTE:
	case TIME_UTC:
		text_time(t, f->time, TIME_CLOCK, digits, form == TIME_ABSOLUTE);
		break;
	case TIME_ABSOLUTE_DATE:
	case TIME_UTC_DATE:
		text_time(t, f->time, TIME_DATE, digits, form == TIME_ABSOLUTE_DATE);
		break;
	case TIME_ABSOLUTE_DOY:
	case TIME_UTC_DOY:
		text_time(t, f->time, TIME_DOY, digits, form == TIME_ABSOLUTE_DOY);
		break;
	case TIME_NONE:
		break;
	}
}

/* Whether the layer counts for the summary line: not if it gave back what a type led to. */
static bool counts(const struct layer *l)
{
	return !l->quoted && !l->mute && !(l->nameless && l->via);
}

/* Whether enough of the layer was captured for words of its own. */
static bool speaks(const struct layer *l)
{
	const struct proto *p = l->proto;

	return p->info && counts(l) &&
	       (l->more || l->bytes.cap >= (p->least ? p->least : p->fixed));
}

/* Octets that the Protocol column takes: as many as two ports have, where words take more. */
static uint32_t least_for_column(const struct proto *p)
{
	return p->least < 4 ? p->least : 4;
}

/* Whether the layer says something in the Protocol column; quoted packets don't. */
static bool has_column(const struct layer *l)
{
	return counts(l) && (l->column || !l->proto->no_column) &&
	       (l->more || l->bytes.cap >= least_for_column(l->proto));
}

static const char *protocol_of(const struct layer *l)
{
	return l->column ? l->column : l->proto->brief;
}

/* The layers whose words the summary line takes. */
static uint32_t speakers(const struct record *r)
{
	for (uint32_t i = 0; r->ruled && i < r->n_layers; i++)
		if (r->layers[i]->last_word && counts(r->layers[i]))
			return i + 1;
	return r->n_layers;
}

/* The names of layers that go around others, up to the innermost one; gives how many. */
static unsigned put_around(struct text *t, const struct record *r, uint32_t top)
{
	unsigned n = 0;

	for (uint32_t i = 0; i <= top; i++) {
		if (!r->layers[i]->around || !has_column(r->layers[i]))
			continue;
		text_put(t, protocol_of(r->layers[i]));
		text_put(t, " <");
		n++;
	}
	return n;
}

/* The innermost layer's name, inside the names of those that go around others. */
static void put_protocol(struct text *t, const struct record *r)
{
	uint32_t top = speakers(r);
	unsigned around = 0;

	while (top > 0 && !has_column(r->layers[top - 1]))
		top--;
	if (!top--)
		return;
	if (r->ruled && !r->trouble)
		around = put_around(t, r, top);
	text_put(t, protocol_of(r->layers[top]));
	text_fill(t, '>', around);
}

/* What ended the walk of a packet, or of a message in it, before its time. */
static void put_trouble(struct text *t, const struct record *r, uint8_t trouble)
{
	if (trouble == TRUNCATED)
		text_put(t, "[Packet size limited during capture]");
	else if (trouble == MALFORMED)
		text_put(t, "[Malformed Packet]");
	else if (trouble == UNFIT)
		text_format(t, "[Reassembly error, protocol %s: %s]", r->trouble_in->proto->brief,
			    r->unfit);
}

static void put_layer_words(struct text *t, const struct record *r, const struct layer *l)
{
	if (l->says)
		text_put(t, l->says);
	else
		l->proto->info(t, r, l);
	if (l->broken)
		put_trouble(t, r, l->broken);
}

/* What stands before all other words: of the innermost such layer first. */
static void put_leading_words(struct text *t, const struct record *r, uint32_t n)
{
	while (n-- > 0)
		if (r->layers[n]->leads && speaks(r->layers[n]))
			put_layer_words(t, r, r->layers[n]);
}

/* The words of the innermost layer, and of those before it that it only adds to. */
static void put_words(struct text *t, const struct record *r)
{
	uint32_t n = speakers(r), first = n;

	while (first > 0) {
		const struct layer *l = r->layers[--first];

		if (speaks(l) && !l->follows && !l->behind)
			break;
	}
	if (r->led)
		put_leading_words(t, r, n);
	for (uint32_t i = first; i < n; i++)
		if (speaks(r->layers[i]) && !r->layers[i]->leads)
			put_layer_words(t, r, r->layers[i]);
	if (n && r->layers[n - 1]->last_word)
		return;
	put_trouble(t, r, r->trouble);
}

/* Words go into the text first, and only what isn't plain goes through the gate. */
static void put_info(struct text *t, const struct record *r, enum gate how)
{
	size_t start = t->len;

	put_words(t, r);
	gate_again(t, start, how);
}

void put_column(struct text *t, const struct record *r, enum column column,
		const struct show_options *options, enum gate how)
{
	switch (column) {
	case COL_NUMBER:
		text_u64(t, r->frame->number);
		break;
	case COL_TIME:
		put_time_column(t, r, options->time);
		break;
	case COL_SOURCE:
		put_address(t, &r->src);
		break;
	case COL_DESTINATION:
		put_address(t, &r->dst);
		break;
	case COL_PROTOCOL:
		put_protocol(t, r);
		break;
	case COL_LENGTH:
		text_u64(t, r->frame->wire_len);
		break;
	case COL_INFO:
		put_info(t, r, how);
		break;
	case N_COLUMNS:
		break;
	}
}

/* Fills up behind what was written from `start` on, so that it takes `width` places. */
static inline void fill_to(struct text *t, size_t start, size_t width)
{
	if (t->len - start < width)
		text_fill(t, ' ', width - (t->len - start));
}

void put_summary(struct text *t, const struct record *r, const struct show_options *options,
		 bool tabs)
{
	char between = tabs ? '\t' : ' ';
	size_t start;

	text_u64_padded(t, r->frame->number, 5, ' ');
	text_char(t, between);
	if (options->time != TIME_NONE) {
		start = t->len;
		put_time_column(t, r, options->time);
		text_pad(t, start, 10, ' ');
		text_char(t, between);
	}
	start = t->len;
	put_address(t, &r->src);
	text_pad(t, start, 12, ' ');
	text_put(t, tabs ? "\t" ARROW "\t" : " " ARROW " ");
	start = t->len;
	put_address(t, &r->dst);
	fill_to(t, start, 12);
	text_char(t, between);
	put_protocol(t, r);
	text_char(t, between);
	text_u64(t, r->frame->wire_len);
	text_char(t, between);
	put_info(t, r, GATE_TEXT);
}

static void text_frame(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;

	if (p->options->color)
		color_begin(t, r);
	put_summary(t, r, p->options, false);
	if (p->options->color)
		color_end(t);
	text_char(t, '\n');
	if (p->options->hex) {
		text_char(t, '\n');
		put_hex(t, r);
		text_char(t, '\n');
	}
}

static void tabs_frame(struct printer *p, const struct record *r)
{
	put_summary(&p->out->text, r, p->options, true);
	text_char(&p->out->text, '\n');
}

static void text_open(struct printer *p, struct session *s)
{
	(void)p;
	session_want_summary(s);
}

const struct printer text_printer = {.open = text_open, .frame = text_frame};
const struct printer tabs_printer = {.open = text_open, .frame = tabs_frame};
