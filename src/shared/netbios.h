/* SPDX-License-Identifier: BSD-2-Clause */
/* NetBIOS's names, as its services over UDP write them. */
/* RFC 1001, 14; RFC 1002, 4.1. */
#ifndef SHARED_NETBIOS_H
#define SHARED_NETBIOS_H

#include "shared/dns.h"

/* A name, and what sort of service has it. */
struct netbios_name {
	const char *text; /* "HOST<20>", with its scope, or why it can't be one */
	const char *sort; /* "Server service"; NULL: it isn't a name */
	uint32_t at, len; /* where it stands; octets */
};

/* The name at the cursor, which is left behind it; pointers lead into `scope`. */
struct netbios_name netbios_name(struct walk *w, struct dns_scope *scope, struct cursor *c);

/* 16 octets as they are without the code of letters: the name, and with its sort. */
const char *netbios_plain(struct walk *w, struct span s);
const char *netbios_sort(unsigned sort);

#endif
