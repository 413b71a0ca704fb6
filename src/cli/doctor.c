/* SPDX-License-Identifier: BSD-2-Clause */
/* The filter doctor: why no frame passed. */
#include "cli/doctor.h"
#include "capture/bpf.h"
#include "cli/cli.h"
#include "core/arena.h"
#include "filter/filter.h"
#include "protocols.h"
#include <inttypes.h>
#include <stdlib.h>

#define MOST 16      /* fields and parts that are looked at */
#define MOST_NAMES 8 /* protocols that are listed */

/* A question beside the filter's own: another filter, and how many frames pass it. */
struct question {
	struct filter *filter;
	const char *text;
	uint64_t passed;
};

struct patient {
	struct session *session;
	struct filter *filter; /* as the user gave it; NULL: none */
	struct question parts[MOST], fields[MOST], softer;
	unsigned n_parts, n_fields;
	struct bpf *capture, *tagged; /* as the user gave it, and behind a VLAN tag */
	uint64_t captured, behind_tag;
	uint64_t *met; /* by row number: frames that have the protocol */
};

/* --- questions --- */

static bool ask(struct patient *p, struct question *q, const char *text)
{
	struct filter_fault fault;

	q->text = text;
	q->filter = text ? filter_compile(p->session, text, &fault) : NULL;
	return q->filter != NULL;
}

static void ask_about_display(struct patient *p, const char *expression)
{
	struct filter_fault fault;
	const char *text;

	p->filter = filter_compile(p->session, expression, &fault);
	if (!p->filter)
		return;
	for (unsigned i = 0; (text = filter_part(p->filter, i)) && i < MOST; i++)
		p->n_parts += ask(p, &p->parts[p->n_parts], text);
	for (unsigned i = 0; (text = filter_field(p->filter, i)) && i < MOST; i++)
		p->n_fields += ask(p, &p->fields[p->n_fields], text);
	ask(p, &p->softer, filter_softer(p->filter));
}

static void ask_about_capture(struct patient *p, const char *expression)
{
	struct fault fault;
	struct text t = {0};

	p->capture = bpf_open(expression, &fault);
	text_put(&t, "vlan and (");
	text_put(&t, expression);
	text_put(&t, ")");
	p->tagged = bpf_open(text_string(&t), &fault);
	text_close(&t);
}

static void prepare(struct patient *p, const struct read_options *o)
{
	p->session = session_open(protocols);
	p->met = need_zero(session_rows(p->session), sizeof *p->met);
	if (o->display_filter)
		ask_about_display(p, o->display_filter);
	if (o->capture_filter)
		ask_about_capture(p, o->capture_filter);
	session_want_summary(p->session); /* all layers are walked, whatever is asked for */
	session_start(p->session);
}

static void count(struct question *q, const struct record *r)
{
	q->passed += q->filter && filter_passes(q->filter, r);
}

/* Each protocol counts once a frame. */
static void meet(struct patient *p, const struct record *r)
{
	for (uint32_t i = 0; i < r->n_layers; i++) {
		const char *name = r->layers[i]->proto->fields[0].name;
		bool again = false;

		for (uint32_t k = 0; k < i && !again; k++)
			again = r->layers[k]->proto == r->layers[i]->proto;
		if (i && !again && !r->layers[i]->proto->bare)
			p->met[session_find(p->session, name, 0)]++;
	}
}

static void examine(struct patient *p, const struct frame *f)
{
	struct fault fault;
	const struct record *r;

	if (p->tagged)
		p->behind_tag += bpf_passes(p->tagged, f, &fault) > 0;
	if (p->capture && bpf_passes(p->capture, f, &fault) <= 0)
		return;
	p->captured++;
	r = session_walk(p->session, f);
	meet(p, r);
	for (unsigned i = 0; i < p->n_parts; i++)
		count(&p->parts[i], r);
	for (unsigned i = 0; i < p->n_fields; i++)
		count(&p->fields[i], r);
	count(&p->softer, r);
}

/* --- the answer --- */

/* "1,204" */
static void put_count(struct text *t, uint64_t n)
{
	if (n >= 1000) {
		put_count(t, n / 1000);
		text_char(t, ',');
		text_u64_padded(t, n % 1000, 3, '0');
	} else {
		text_u64(t, n);
	}
}

/* Protocols by how many frames have them, the most frequent first. */
static void put_met(struct text *t, struct patient *p)
{
	for (unsigned n = 0; n < MOST_NAMES; n++) {
		uint32_t best = 0;

		for (uint32_t id = 1; id < session_rows(p->session); id++)
			if (p->met[id] > p->met[best])
				best = id;
		if (!p->met[best])
			break;
		text_put(t, n ? ", " : "");
		text_put(t, session_row(p->session, best)->name);
		p->met[best] = 0;
	}
}

/* The protocol that the field belongs to; does it occur? */
static bool is_met(const struct patient *p, const char *field, const char **protocol)
{
	uint32_t id = session_find(p->session, field, 0);

	*protocol = session_row_proto(p->session, id)->fields[0].name;
	return p->met[session_find(p->session, *protocol, 0)] > 0;
}

static bool say_missing(struct text *t, struct patient *p)
{
	for (unsigned i = 0; i < p->n_fields; i++) {
		const struct question *q = &p->fields[i];
		const char *protocol;

		if (q->passed)
			continue;
		text_put(t, "; no frame has ");
		if (is_met(p, q->text, &protocol)) {
			text_put(t, q->text);
			text_put(t, ", though there is ");
			text_put(t, protocol);
		} else {
			text_put(t, protocol);
			text_put(t, " here; these protocols do occur: ");
			put_met(t, p);
		}
		return true;
	}
	return false;
}

static bool say_softer(struct text *t, const struct patient *p)
{
	if (!p->softer.passed)
		return false;
	text_put(t, "; \"!=\" wants the field to be there and its every occurrence to differ: ");
	put_count(t, p->softer.passed);
	text_put(t, " would pass ");
	text_put(t, p->softer.text);
	return true;
}

static bool say_parts(struct text *t, const struct patient *p)
{
	bool all = true;

	if (p->n_parts < 2)
		return false;
	for (unsigned i = 0; i < p->n_parts; i++)
		all = all && p->parts[i].passed;
	text_put(t, all ? "; its parts never hold together: " : "; alone pass: ");
	for (unsigned i = 0; i < p->n_parts; i++) {
		text_put(t, i ? ", " : "");
		put_count(t, p->parts[i].passed);
		text_put(t, " ");
		text_put(t, p->parts[i].text);
	}
	return true;
}

static void say_values(struct text *t, const struct patient *p)
{
	for (unsigned i = 0; i < p->n_fields; i++) {
		text_put(t, i ? ", " : "; frames that have ");
		text_put(t, p->fields[i].text);
		text_put(t, ": ");
		put_count(t, p->fields[i].passed);
	}
}

static void answer(struct patient *p, uint64_t frames)
{
	struct text t = {0};

	text_put(&t, "0 of ");
	put_count(&t, frames);
	text_put(&t, frames == 1 ? " frame matches" : " frames match");
	if (p->capture && !p->captured) {
		if (p->behind_tag) {
			text_put(&t, "; ");
			put_count(&t, p->behind_tag);
			text_put(&t, " would behind a VLAN tag: -f 'vlan and (...)'");
		}
	} else if (p->filter && !say_softer(&t, p) && !say_missing(&t, p) && !say_parts(&t, p)) {
		say_values(&t, p);
	}
	complain("%s", text_string(&t));
	text_close(&t);
}

/* --- the whole --- */

static void dismiss(struct patient *p)
{
	for (unsigned i = 0; i < p->n_parts; i++)
		filter_close(p->parts[i].filter);
	for (unsigned i = 0; i < p->n_fields; i++)
		filter_close(p->fields[i].filter);
	filter_close(p->softer.filter);
	filter_close(p->filter);
	bpf_close(p->capture);
	bpf_close(p->tagged);
	session_close(p->session);
	free(p->met);
}

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	(void)arg; /* the first pass has told */
	(void)path;
	(void)what;
	(void)fault;
}

void doctor(const struct read_options *o, struct input *in, uint64_t frames)
{
	struct patient p = {0};
	struct frame f;
	uint64_t octets;

	if (!frames || !input_size(in, &octets))
		return;
	prepare(&p, o);
	input_again(in, on_problem, NULL);
	while (input_next(in, &f))
		examine(&p, &f);
	answer(&p, frames);
	dismiss(&p);
}
