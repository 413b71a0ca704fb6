/* SPDX-License-Identifier: BSD-2-Clause */
/* Link layers whose numbers are everybody's: LINKTYPE_USER0 to 15. */
/* https://www.tcpdump.org/linktypes.html */
#include "core/walk.h"

enum { USER_DLT, NOT_HANDLED };

static const struct field fields[] = {
	[USER_DLT] = {"user_dlt", "DLT User", PROTO},
	[NOT_HANDLED] = EXPERT("user_dlt.not_handled",
			       "User encapsulation not handled, check your "
			       "Preferences->Protocols->DLT_USER",
			       WARNING, G_UNDECODED),
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned link = w->r.frame->link;
	const struct plan *child = next_by(l, link);

	w->last = l->node;
	if (child) {
		label_whole(w, "DLT: %u, Payload: pktap (PKTAP packet header)", link);
	} else {
		label_whole(w,
			    "User encapsulation not handled: DLT=%u, check your "
			    "Preferences->Protocols->DLT_USER",
			    link);
		expert_on(w, USER_DLT, NOT_HANDLED,
			  "User encapsulation not handled: DLT=%u, check your "
			  "Preferences->Protocols->DLT_USER",
			  link);
	}
	walk_next(w, child, *c);
}

static const struct hang hangs[] = {{"link", 147},
				    {"link", 148},
				    {"link", 149},
				    {"link", 150},
				    {"link", 151},
				    {"link", 152},
				    {"link", 153},
				    {"link", 154},
				    {"link", 155},
				    {"link", 156},
				    {"link", 157},
				    {"link", 158},
				    {"link", 159},
				    {"link", 160},
				    {"link", 161},
				    {"link", 162},
				    {0}};

const struct proto proto_user_dlt = {
	.brief = "DLT User",
	.no_column = true,
	.spec = "LINKTYPE_USER0",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "user_dlt"},
	.hangs = hangs,
	.rest = rest,
};
