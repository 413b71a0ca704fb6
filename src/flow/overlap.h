/* SPDX-License-Identifier: BSD-2-Clause */
/* Who has its say when two pieces of a datagram or a stream bring the same octet. */
/* RFC 791, 3.2 and RFC 9293, 3.10.7.4 leave it open; systems differ. */
#ifndef FLOW_OVERLAP_H
#define FLOW_OVERLAP_H

/* "Begins" is where a piece began when it came, whatever of it was used already. */
enum overlap {
	OVERLAP_BSD,   /* the piece that begins first; of those that begin together the first */
	OVERLAP_FIRST, /* the piece that came first */
	OVERLAP_LAST,  /* the piece that came last */
	OVERLAP_LINUX, /* the piece that begins first; of those that begin together the last */
};

#endif
