/* SPDX-License-Identifier: BSD-2-Clause */
/* How a process gives up what it doesn't need: user, capabilities, files, system calls. */
#ifndef LIVE_LOCK_H
#define LIVE_LOCK_H

#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* What the processes of a run are for, and so what they may still do when they are locked. */
enum role {
	ROLE_READER,  /* takes files apart that are open: reads, writes, takes memory */
	ROLE_DECODER, /* the same with frames from a queue; may ask the opener by a socket */
	ROLE_KEEPER,  /* begins decoders anew, should one die */
	ROLE_CATCHER, /* reads packet sockets, writes capture files, asks the opener for new ones */
	ROLE_OPENER,  /* makes files in one folder, hands them over, ends the others */
	ROLE_SAVER,   /* what a reader does; makes files in one folder */
	N_ROLES
};

/* Who a process becomes. */
struct identity {
	bool change; /* started as root: it takes these; else it is whom it is */
	uid_t uid;
	gid_t gid;
};

/* The user that -Z names, or nobody; false: there is no such user. */
bool identity_of(const char *user, struct identity *who, struct fault *fault);

/*
 * No groups, no capabilities (none in the bounding set either), that user and group, and no way
 * to get anything back: capabilities(7), PR_SET_NO_NEW_PRIVS.  False: the fault says what failed.
 */
bool lock_identity(const struct identity *who, struct fault *fault);
/*
 * The same for who just reads files: nobody, if root began it and there is such a user (a user
 * namespace may have none); else it stays who it is, without capabilities.
 */
bool lock_reader(struct fault *fault);
/* The same, but it stays who it is and, if it is root, may make files in any folder. */
bool lock_rights(struct fault *fault);

/*
 * No file may be opened or made, but those below the folder (-1: none); no TCP port either:
 * landlock(7).  False: the kernel has no Landlock, and the fault says so.
 */
bool lock_files(int folder, struct fault *fault);

/* Any system call that the role doesn't need ends the process: seccomp(2). */
bool lock_calls(enum role role, struct fault *fault);

/* Whether a system call is on the role's list, by number; for tests. */
bool lock_allows(enum role role, int call);
/* The role's name, for messages. */
const char *role_name(enum role role);
/* Why this program can't lock system calls at all; NULL: it can. */
const char *lock_missing(void);
/* Whether sanitizers look for leaks at the end, which takes all rights. */
bool lock_is_sanitized(void);

#endif
