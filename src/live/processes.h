/* SPDX-License-Identifier: BSD-2-Clause */
/* Which processes have a socket open, as far as their rights let us see it. */
#ifndef LIVE_PROCESSES_H
#define LIVE_PROCESSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROCESS_NAME_OCTETS 16 /* with the NUL */

struct process {
	uint32_t inode; /* of the socket */
	uint32_t pid, uid;
	char name[PROCESS_NAME_OCTETS]; /* proc(5), comm: any octets but NUL */
};

struct processes {
	struct process *list; /* by inode, then by number; owned */
	size_t n, room;
	bool denied; /* there are processes whose open files may not be seen */
};

/* Looks at all of /proc; to be closed. */
void processes_open(struct processes *p);
void processes_close(struct processes *p);

/* Those that have the socket open, *n of them, which may be 0. */
const struct process *processes_of(const struct processes *p, uint32_t inode, size_t *n);

#endif
