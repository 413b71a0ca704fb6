/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: what an IPv6 multicast address says of itself. */
#ifndef CLI_EXPLAIN_GROUPS_H
#define CLI_EXPLAIN_GROUPS_H

#include "cli/explain.h"

#define IPV6_LEN 16

/* Scope, flags, group and MAC address of an IPv6 multicast address. */
void say_ipv6_group(struct explain *e, const uint8_t a[IPV6_LEN]);

#endif
