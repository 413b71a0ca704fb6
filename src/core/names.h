/* SPDX-License-Identifier: BSD-2-Clause */
/* Names for numbers from files of the system: vendors of MAC addresses, services of ports. */
#ifndef CORE_NAMES_H
#define CORE_NAMES_H

#include <stdint.h>

struct names;

/* Knows no names at first; never NULL. */
struct names *names_open(void);

/* Reads the IEEE's table of vendors (Debian's ieee-data: oui.csv); without the file it knows few.
 */
void names_read_vendors(struct names *n, const char *oui_csv);

/* Reads names of services (services(5)); without the file it knows none. */
void names_read_services(struct names *n, const char *path);

void names_close(struct names *n);

/* The vendor of the three octets at p; NULL: unknown.  It lives as long as the table. */
const char *names_vendor(const struct names *n, const uint8_t *p);

/* The service of a port of "tcp", "udp" ...; NULL: unknown.  It lives as long as the table. */
const char *names_service(const struct names *n, unsigned port, const char *transport);

#endif
