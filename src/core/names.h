/* SPDX-License-Identifier: BSD-2-Clause */
/* Names for numbers from files of the system: vendors of MAC addresses, services of ports. */
#ifndef CORE_NAMES_H
#define CORE_NAMES_H

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

/* The vendor of the three octets at p; NULL: unknown.  It lives as long as the table. */
const char *names_vendor(struct names *n, const uint8_t *p);

/* The service of a port of "tcp", "udp" ...; NULL: unknown.  It lives as long as the table. */
const char *names_service(struct names *n, unsigned port, const char *transport);

#endif
