/* SPDX-License-Identifier: BSD-2-Clause */
/* Interfaces: which there are, and those that a live capture opens. */
#ifndef CLI_LIVE_INTERFACES_H
#define CLI_LIVE_INTERFACES_H

#include "cli/live_options.h"
#include "live/catch.h"

/* -D, -L, -J: prints them; the exit status. */
int list_interfaces(const struct live_options *o);

/*
 * Opens what -i names, in the network namespace that --netns names; without -i the first
 * interface that is up.  *counter numbers them, from 0 on, and lives as long as they do.  False:
 * one can't be opened, and the user knows why.
 */
bool open_interfaces(struct live_options *o, struct origin *sources, uint32_t *counter);

#endif
