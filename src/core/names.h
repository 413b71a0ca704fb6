/* SPDX-License-Identifier: BSD-2-Clause */
/* Names for numbers from files of the system: vendors of MAC addresses, services of ports. */
#ifndef CORE_NAMES_H
#define CORE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct names;

/*
 * Names from the IEEE's table of vendors (Debian's ieee-data: oui.csv) and from
 * services(5).  A file is read when the first name from it is asked for; NULL or a
 * file that isn't there: few vendors have names, and no services.  The paths must
 * live as long as the table.  Never NULL; to be closed with names_close().
 */
struct names *names_open(const char *oui_csv, const char *services_file);

void names_close(struct names *n);
/* Opens the files, so that nothing need be opened later. */
void names_hold(struct names *n);

/* The vendor of the three octets at p; NULL: unknown.  It lives as long as the table. */
const char *names_vendor(struct names *n, const uint8_t *p);

/* The service of a port of "tcp", "udp" ...; NULL: unknown.  It lives as long as the table. */
const char *names_service(struct names *n, unsigned port, const char *transport);

/* One name of a port. */
struct service_name {
	const char *name;      /* lives as long as the table */
	const char *transport; /* "tcp", "udp" ...; so does this */
	unsigned port;
};

/*
 * The i-th name (from 0) of all ports, by port and then as the file has them, aliases
 * behind the name they stand for; false when there are no more.
 */
bool names_nth_service(struct names *n, size_t i, struct service_name *service);

#endif
