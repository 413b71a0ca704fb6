/* SPDX-License-Identifier: BSD-2-Clause */
/* What sends and listens: an interface or the kernel's routes, and the capture beside it. */
#include "cli/sender.h"
#include "cli/cli.h"

bool sender_open(struct sender *s, const char *interface, bool listens, struct session *session,
		 struct craft_options *options)
{
	struct fault fault;

	*s = (struct sender){0};
	s->wire = interface ? wire_open(interface, &fault) : wire_open_ip(&fault);
	if (s->wire && listens)
		s->live = live_open(interface ? interface : "any", true, &fault);
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

void sender_close(struct sender *s)
{
	live_close(s->live);
	wire_close(s->wire);
}
