/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Fuzz target: the display filter language.  The first octet chooses a frame of the
 * captures, the rest is compiled, and asked whether that frame passes.
 */
#include "filter/filter.h"
#include "capture/input.h"
#include "core/arena.h"
#include "protocols.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const paths[] = {CAPTURES "/tunnels.pcap", CAPTURES "/tcp-http.pcap",
				    CAPTURES "/ipv6-router-advert.pcap",
				    CAPTURES "/wlan-radiotap.pcap"};

#define MOST 64

/* Frames that live as long as the program, and the session that takes them apart. */
static struct {
	struct session *session, *compiler;
	struct frame frames[MOST];
	unsigned n;
} all;

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	(void)arg;
	(void)path;
	(void)what;
	(void)fault;
	abort(); /* the captures are missing */
}

static void set_up(void)
{
	struct input *in = input_open(paths, COUNT(paths), false, on_problem, NULL);
	struct frame f;

	while (all.n < MOST && input_next(in, &f)) {
		uint8_t *copy = need(f.cap_len + 1);

		memcpy(copy, f.bytes, f.cap_len);
		f.bytes = copy;
		f.iface = NULL;
		all.frames[all.n++] = f;
	}
	input_close(in);
	all.session = session_open(protocols);
	session_want_all(all.session);
	session_start(all.session);
	all.compiler = session_open(protocols);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static unsigned last = MOST;
	static const struct record *r;
	struct filter_fault fault;
	struct filter *f;
	char *text;

	if (!all.n)
		set_up();
	if (!size)
		return 0;
	if (last != data[0] % all.n) {
		last = data[0] % all.n;
		r = session_walk(all.session, &all.frames[last]);
	}
	text = need(size);
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	f = filter_compile(all.compiler, text, &fault);
	if (f)
		filter_passes(f, r);
	else if (!fault.len || fault.at > strlen(text))
		abort(); /* a message must point into the filter */
	filter_close(f);
	free(text);
	return 0;
}
