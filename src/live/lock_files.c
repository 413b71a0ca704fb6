/* SPDX-License-Identifier: BSD-2-Clause */
/* How a process gives up the file system and the network: Landlock. */
/* landlock(7) */
#include "config.h"

#include "live/lock.h"
#include <errno.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What the kernel's versions of Landlock can refuse; older headers don't name all of it. */
#define FILES_1 ((UINT64_C(1) << 13) - 1) /* EXECUTE to MAKE_SYM */
#define REFER (UINT64_C(1) << 13)         /* from version 2 on */
#define TRUNCATE (UINT64_C(1) << 14)      /* 3 */
#define PORTS UINT64_C(3)                 /* 4: BIND_TCP, CONNECT_TCP */
#define DEVICES (UINT64_C(1) << 15)       /* 5 */
#define SCOPES UINT64_C(1)                /* 6: sockets without a file of their own */

#define FOLDER                                                          \
	(LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | \
	 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE)

struct ruleset {
	uint64_t files, ports, scopes;
};

static bool add_folder(int rules, int folder, uint64_t handled)
{
	struct landlock_path_beneath_attr below = {
		.allowed_access = (FOLDER | TRUNCATE) & handled,
		.parent_fd = folder,
	};

	return folder < 0 ||
	       !syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
}

bool lock_files(int folder, struct fault *fault)
{
	long version =
		syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	struct ruleset all = {
		.files = FILES_1 | (version > 1 ? REFER : 0) | (version > 2 ? TRUNCATE : 0) |
			 (version > 4 ? DEVICES : 0),
		.ports = version > 3 ? PORTS : 0,
		.scopes = version > 5 ? SCOPES : 0,
	};
	size_t size = version > 5 ? 24 : version > 3 ? 16 : 8;
	int rules = version > 0 ? (int)syscall(SYS_landlock_create_ruleset, &all, size, 0) : -1;
	bool locked = rules >= 0 && add_folder(rules, folder, all.files) &&
		      !syscall(SYS_landlock_restrict_self, rules, 0);

	if (!locked)
		fault_set(fault, "Landlock can't close the file system: %s", strerror(errno));
	if (rules >= 0)
		close(rules);
	return locked;
}
