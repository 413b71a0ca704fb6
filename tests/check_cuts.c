/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Every prefix of every frame of every fixture, cut where the capture ends and
 * where the wire does, in an allocation of exactly that size: nothing is read
 * outside, and what is found is what the whole frame has, up to a mark.
 */
#include "capture/input.h"
#include "core/arena.h"
#include "core/session.h"
#include "protocols.h"
#include "unit.h"
#include <stdlib.h>
#include <string.h>

/* The rows of a frame, in order; what says of itself that it depends on lengths is left out. */
struct shape {
	uint32_t *ids;
	uint32_t n;
};

static bool is_of_the_bytes(const struct node *n)
{
	const char *name = n->field->name;

	return !n->generated && !n->hidden && n->field->kind != HEADING &&
	       !(n->field->traits & (NOTE | STATE)) && strncmp(name, "_ws.", 4) &&
	       strncmp(name, "data", 4) && strncmp(name, "frame", 5);
}

/*
 * What follows TCP's payload: its place in a message depends on what came before, and a
 * message that is cut off waits for more.
 */
static bool ends_shape(const struct node *n)
{
	return !strcmp(n->field->name, "tcp.payload");
}

static struct shape shape_of(const struct record *r)
{
	struct shape s = {need(r->n_nodes * sizeof *s.ids), 0};

	for (uint32_t i = 0; i < r->n_nodes && !ends_shape(&r->nodes[i]); i++)
		if (is_of_the_bytes(&r->nodes[i]))
			s.ids[s.n++] = session_first_of(r->session, r->nodes[i].id);
	return s;
}

/* The first row of `part` that `whole` doesn't have in the same order; part->n: none. */
static uint32_t first_other(const struct shape *part, const struct shape *whole)
{
	uint32_t at = 0, i;

	for (i = 0; i < part->n; i++) {
		while (at < whole->n && whole->ids[at] != part->ids[i])
			at++;
		if (at++ == whole->n)
			break;
	}
	return i;
}

/*
 * A fragment's payload is data as long as the rest is missing, but that of a first
 * fragment that was cut is taken for what it says it is, since it can't be put
 * together anyway: so does Wireshark.
 */
static bool is_first_fragment(const struct record *r)
{
	bool more = false, first = false;

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const char *name = r->nodes[i].field->name;

		if (!strcmp(name, "ip.flags.mf") || !strcmp(name, "ipv6.fraghdr.more"))
			more = r->nodes[i].u;
		if (!strcmp(name, "ip.frag_offset") || !strcmp(name, "ipv6.fraghdr.offset"))
			first = !r->nodes[i].u;
	}
	return more && first;
}

static struct shape walk_prefix(struct session *s, const struct frame *f, uint32_t n, bool on_wire)
{
	uint8_t *exact = malloc(n ? n : 1);
	struct frame cut = *f;
	struct shape shape;

	memcpy(exact, f->bytes, n);
	cut.bytes = n ? exact : exact + 1;
	cut.cap_len = n;
	cut.wire_len = on_wire ? n : f->wire_len;
	shape = shape_of(session_walk(s, &cut));
	free(exact);
	return shape;
}

static void check_frame(struct session *s, const struct frame *f, const char *path)
{
	const struct record *r = session_walk(s, f);
	struct shape whole = shape_of(r);
	bool fragment = is_first_fragment(r);

	for (uint32_t n = 0; n < f->cap_len; n++) {
		struct shape cut = walk_prefix(s, f, n, false);
		struct shape torn = walk_prefix(s, f, n, true);

		uint32_t other = first_other(&cut, &whole);

		ck_assert_msg(fragment || other == cut.n, "%s frame %u cut at %u: %s is new", path,
			      (unsigned)f->number, n, session_row(s, cut.ids[other])->name);
		free(cut.ids);
		free(torn.ids);
	}
	free(whole.ids);
}

static void ignore(void *arg, const char *path, enum input_problem what, const struct fault *fault)
{
	(void)arg;
	(void)path;
	(void)what;
	(void)fault;
}

START_TEST(prefixes_decode_clean)
{
	const char *path = captures.gl_pathv[_i];
	struct session *s = session_open(protocols);
	struct input *in = input_open(&path, 1, false, ignore, NULL);
	struct frame f;

	session_want_all(s);
	session_want_summary(s);
	session_want_labels(s);
	session_start(s);
	while (input_next(in, &f))
		check_frame(s, &f, path);
	input_close(in);
	session_close(s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{prefixes_decode_clean, open_captures()},
	};

	return run_units("cuts", 600, units, COUNT(units));
}
