/* SPDX-License-Identifier: BSD-2-Clause */
/* POP: the mail that a connection's server is sending. */
/* RFC 1939, 5. */
#ifndef FLOW_POP_H
#define FLOW_POP_H

#include "core/walk.h"

struct pop {
	bool asked;      /* RETR or TOP was sent */
	uint32_t total;  /* octets of the mail that the server announced */
	uint32_t came;   /* how many of them came */
	uint32_t octets; /* of the mail at hand so far */
	uint32_t mails;  /* that came in the connection */
};

/* That of the connection which TCP's layer belongs to. */
struct pop *pop_of(struct walk *w, const struct layer *tcp);

#endif
