/* SPDX-License-Identifier: BSD-2-Clause */
/* Names for numbers from files of the system: vendors of MAC addresses. */
#ifndef CORE_NAMES_H
#define CORE_NAMES_H

#include <stdint.h>

struct names;

/*
 * Reads the IEEE's table of vendors (Debian's ieee-data: oui.csv).  Never NULL;
 * without the file it knows no names.
 */
struct names *names_open(const char *oui_csv);
void names_close(struct names *n);

/* The vendor of the three octets at p; NULL: unknown.  It lives as long as the table. */
const char *names_vendor(const struct names *n, const uint8_t *p);

#endif
