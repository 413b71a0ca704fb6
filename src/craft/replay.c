/* SPDX-License-Identifier: BSD-2-Clause */
/* Sending captured frames again. */
#include "craft/replay.h"
#include "core/arena.h"
#include "craft/sides.h"
#include <stdlib.h>
#include <string.h>

#define LINK_ETHERNET 1

/* Frames that go in one call: more are no faster. */
#define BATCH 64

/* A frame that is later than this (ns) may wait for more: they are faster together. */
#define BATCH_LATE 50000

/* How many frames may go to groups or to all in a second, without --yes. */
#define STORM 100

struct replay {
	struct replay_means means;
	struct volley *volleys[2];
	struct sides *sides;    /* NULL: there is one interface */
	unsigned last;          /* the interface of the frames that wait */
	int64_t dues[BATCH];    /* when the frames that wait were due */
	int64_t to_many[STORM]; /* when the last frames to many went: a ring */
	unsigned ring;          /* where the oldest of them is */
	struct replay_skipped skipped[N_SKIPS];
	struct craft_fault edit_fault;
	int64_t begin, end; /* of the monotonic clock; 0: nothing was sent */
	uint8_t *scratch;   /* VOLLEY_FRAME octets: a frame with other addresses; owned */
};

struct replay *replay_open(const struct replay_means *means, struct fault *fault)
{
	struct replay *r = need_zero(1, sizeof *r);

	r->means = *means;
	r->scratch = need(VOLLEY_FRAME);
	if (means->n_wires > 1)
		r->sides = sides_open();
	for (unsigned i = 0; i < means->n_wires; i++) {
		r->volleys[i] = volley_open(means->wires[i], BATCH, fault);
		if (r->volleys[i])
			continue;
		replay_close(r);
		return NULL;
	}
	return r;
}

void replay_close(struct replay *r)
{
	if (!r)
		return;
	for (unsigned i = 0; i < r->means.n_wires; i++)
		volley_close(r->volleys[i]);
	sides_close(r->sides);
	free(r->scratch);
	free(r);
}

/* --- which frames can be sent --- */

/* Counts it; false, as it isn't sent. */
static bool skip(struct replay *r, enum replay_skip why, uint64_t number)
{
	struct replay_skipped *s = &r->skipped[why];

	if (s->n < SKIP_NUMBERS)
		s->numbers[s->n] = number;
	s->n++;
	return false;
}

/* LINKTYPE_ values of frames that begin with an IP header. */
static bool is_raw(uint32_t link)
{
	return link == 101 || link == 12 || link == 14 || link == 228 || link == 229;
}

/* The kernel lets a frame with a VLAN tag be longer by that. */
static uint32_t longest(const struct wire_about *a, const struct frame *f)
{
	static const uint8_t tag[] = {0x81, 0x00};

	if (a->link != LINK_ETHERNET)
		return a->mtu;
	return a->mtu + 14 + (f->cap_len >= 14 && !memcmp(f->bytes + 12, tag, 2) ? 4 : 0);
}

static bool fits(struct replay *r, const struct wire_about *a, const struct frame *f,
		 uint64_t number)
{
	if (a->link == LINK_ETHERNET ? f->link != a->link : !is_raw(f->link))
		return skip(r, SKIP_LINK, number);
	if (f->cap_len < (a->link == LINK_ETHERNET ? 14 : 1))
		return skip(r, SKIP_SHORT, number);
	if (f->cap_len > longest(a, f) || f->cap_len > VOLLEY_FRAME)
		return skip(r, SKIP_MTU, number);
	return true;
}

/* Whether it goes to a group or to all. */
static bool is_to_many(const struct frame *f)
{
	if (f->link == LINK_ETHERNET)
		return *f->bytes & 1;
	if (*f->bytes >> 4 == 4)
		return f->cap_len >= 20 && f->bytes[16] >= 224;
	return f->cap_len >= 40 && f->bytes[24] == 0xff;
}

/* Whether too many went to many within the last second. */
static bool is_storm(struct replay *r, int64_t now)
{
	int64_t *oldest = &r->to_many[r->ring];

	if (*oldest && now - *oldest < NS_PER_SECOND)
		return true;
	*oldest = now;
	r->ring = (r->ring + 1) % STORM;
	return false;
}

/* --- changing them --- */

/* The frame check sequence isn't the sender's to send. */
static void cut_fcs(struct frame *f)
{
	if (f->fcs_len <= 0 || f->cap_len <= (uint32_t)f->fcs_len)
		return;
	f->cap_len -= (uint32_t)f->fcs_len;
	f->wire_len -= (uint32_t)f->fcs_len;
}

/* The frame as it is to be sent, by that interface; false: it isn't, and was counted. */
static bool prepare(struct replay *r, const struct wire_about *a, struct frame *f)
{
	const struct replay_means *m = &r->means;
	uint64_t number = f->number;
	struct craft_fault fault;

	if (f->cap_len < f->wire_len)
		return skip(r, SKIP_TRUNCATED, number);
	cut_fcs(f);
	if (m->edit && !edit_frame(m->edit, f, &fault)) {
		if (!r->skipped[SKIP_EDIT].n)
			r->edit_fault = fault;
		return skip(r, SKIP_EDIT, number);
	}
	if (!fits(r, a, f, number))
		return false;
	if (m->remap) {
		memcpy(r->scratch, f->bytes, f->cap_len);
		remap_frame(m->remap, r->scratch, f->cap_len, f->link);
		f->bytes = r->scratch;
	}
	return true;
}

/* --- sending them --- */

void replay_flush(struct replay *r)
{
	struct volley *v = r->volleys[r->last];
	struct pace *p = r->means.pace;
	unsigned n = volley_held(v);
	int64_t now;

	if (!n)
		return;
	now = pace_now();
	if (!r->begin)
		r->begin = now;
	volley_fire(v);
	r->end = pace_now();
	for (unsigned i = 0; i < n && p->kind != PACE_TOP; i++)
		lateness_add(&p->late, now - r->dues[i]);
}

/* Keeps the frame, and sends what waits where there is no reason to wait on. */
static void send_frame(struct replay *r, unsigned wire, const struct frame *f, int64_t due,
		       bool may_wait)
{
	struct volley *v = r->volleys[wire];

	/* What goes by the other interface goes before: the answer to it may be this. */
	if (wire != r->last)
		replay_flush(r);
	r->last = wire;
	if (!volley_add(v, f->bytes, f->cap_len, f->number)) {
		replay_flush(r);
		volley_add(v, f->bytes, f->cap_len, f->number);
	}
	r->dues[volley_held(v) - 1] = due;
	if (!may_wait)
		replay_flush(r);
}

/* Waits for the frame's turn; *may_wait: it is so late that it can wait for more. */
static bool wait_for_turn(struct replay *r, int64_t due, bool *may_wait)
{
	int64_t now = pace_now();

	*may_wait = now - due > BATCH_LATE && !r->means.prompt;
	if (now >= due)
		return true;
	replay_flush(r);
	return pace_wait(r->means.pace, due);
}

bool replay_frame(struct replay *r, const struct frame *f)
{
	struct pace *p = r->means.pace;
	unsigned wire = r->sides ? sides_of(r->sides, f) == SIDE_SERVER : 0;
	bool top = p->kind == PACE_TOP, may_wait = true;
	struct frame out = *f;
	int64_t due = 0;

	if (!prepare(r, wire_about(r->means.wires[wire]), &out))
		return true;
	if (!top)
		due = pace_due(p, f, out.cap_len);
	if (!r->means.yes && is_to_many(&out) && is_storm(r, top ? pace_now() : due)) {
		skip(r, SKIP_STORM, f->number);
		return true;
	}
	if (!top && !wait_for_turn(r, due, &may_wait))
		return false;
	send_frame(r, wire, &out, due, may_wait);
	return true;
}

/* --- what became of them --- */

void replay_tally(const struct replay *r, struct replay_tally *t)
{
	*t = (struct replay_tally){.edit_fault = r->edit_fault, .ns = r->end - r->begin};
	memcpy(t->skipped, r->skipped, sizeof t->skipped);
	for (unsigned i = 0; i < r->means.n_wires; i++) {
		const struct volley_tally *v = volley_tally(r->volleys[i]);

		t->sent[i] = v->sent;
		t->octets += v->octets;
		t->failed += v->failed;
		if (v->failed && !t->fault) {
			t->fault = &v->fault;
			t->first_failed = v->first_failed;
		}
	}
}
