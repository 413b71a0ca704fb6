/* SPDX-License-Identifier: BSD-2-Clause */
/* Other network namespaces: network_namespaces(7). */
#ifndef CLI_NETNS_H
#define CLI_NETNS_H

#include <stdbool.h>

/*
 * Goes into the namespace that ip-netns(8) calls so, or that the process of that number is in;
 * NULL: stays.  *back is how to leave it again.  False: the user knows why.
 */
bool enter_netns(const char *name, int *back);
void leave_netns(int back);

#endif
