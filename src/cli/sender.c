/* SPDX-License-Identifier: BSD-2-Clause */
/* What sends and listens: an interface or the kernel's routes, and the capture beside it. */
#include "cli/sender.h"
#include "cli/cli.h"

bool sender_open(struct sender *s, const char *interface, bool listens, struct session *session,
		 struct craft_options *options)
{
	static const struct live_wish incoming = {.direction = LIVE_IN};
	struct fault fault;

	*s = (struct sender){0};
	s->wire = interface ? wire_open(interface, &fault) : wire_open_ip(&fault);
	if (s->wire && listens)
		s->live = live_open(interface ? interface : "any", &incoming, &fault);
	if (!s->wire || (listens && !s->live)) {
		complain("%s", fault.text);
		return false;
	}
	s->resolver = (struct resolver){session, s->wire};
	s->way = (struct way){
		.wire = s->wire, .resolve = interface ? resolve : NULL, .arg = &s->resolver};
	options->link = wire_about(s->wire)->link;
	options->has_link = true;
	options->complete = way_complete;
	options->arg = &s->way;
	return true;
}

bool sender_guard(struct sender *s)
{
	struct fault fault;

	s->guard = guard_open(&fault);
	if (!s->guard)
		complain("%s", fault.text);
	return s->guard != NULL;
}

bool sender_send(struct sender *s, const struct packet *k, struct fault *fault)
{
	if (s->guard && !guard_add(s->guard, k, fault))
		return false;
	return wire_send(s->wire, k->p, k->len, fault);
}

void sender_close(struct sender *s)
{
	guard_close(s->guard);
	live_close(s->live);
	wire_close(s->wire);
}
