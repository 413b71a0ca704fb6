/* SPDX-License-Identifier: BSD-2-Clause */
/* Who talks to whom: the ends that layers have, found by the tables.  For stats/ alone. */
#ifndef STATS_ENDS_H
#define STATS_ENDS_H

#include "core/record.h"
#include "core/session.h"

#define MAX_ALIKE 4

/* What can be told apart by its ends: "eth", "ip", "tcp" ... */
struct ends_type {
	const char *name;                      /* as -z names it */
	const char *title;                     /* Wireshark's short name: "IPv4" */
	const struct proto *protos[MAX_ALIKE]; /* whose layers they are: UDP-Lite is udp, too */
	unsigned streams[MAX_ALIKE];           /* rows that number conversations; 0: none */
	unsigned n;
	bool ports; /* ends are told apart by ports, too ... */
	bool shown; /* ... and shown with them */
};

/* An address (zeros behind a shorter one) and a port. */
struct end_of {
	uint8_t address[16];
	uint16_t port;
	uint8_t kind, len; /* enum kind; octets of the address */
};

/* Whose packet a layer is. */
struct meeting {
	struct end_of src, dst;
	bool numbered;   /* its protocol numbers conversations ... */
	uint32_t stream; /* ... and this is the number */
};

/* The row that numbers the protocol's conversations; 0: there is none. */
unsigned stream_row(const struct proto *p);

/* The type called so (n octets); false: there is none. */
bool ends_type_find(const struct session *s, const char *name, size_t n, struct ends_type *type);

/* Writes the names that there are, ", " between them and `before` in front of each. */
void ends_type_names(const struct session *s, struct text *t, const char *before);

/* Has the session look for them; with `streams` for the conversations' numbers, too. */
void ends_want(struct session *s, const struct ends_type *type, bool streams);

/* Whether the layer is of that type, and what it tells. */
bool ends_of_layer(const struct ends_type *type, const struct record *r, const struct layer *l,
		   struct meeting *m);

/* The ends of a layer that has ports, quoted or not. */
void transport_ends(const struct record *r, const struct layer *l, struct meeting *m);

/* The ends of the frame's last packet of a network layer; none where it has none. */
void network_ends(const struct record *r, struct address *src, struct address *dst);

/* An address; "NONE" where there is none. */
void text_end(struct text *t, const struct end_of *e);
/* An address and a port: "10.0.0.1:80", "[fd77::1]:80". */
void text_socket(struct text *t, const struct end_of *e);

#endif
