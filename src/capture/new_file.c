/* SPDX-License-Identifier: BSD-2-Clause */
/* Making a file that nobody has prepared. */
#include "capture/new_file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Why what is there can't be replaced; NULL: it can. */
static const char *objection(int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return "can't be looked at, and is not replaced";
	if (S_ISCHR(st.st_mode))
		return NULL;
	if (!S_ISREG(st.st_mode))
		return "is no regular file, and is not replaced";
	return st.st_nlink > 1 ? "has another name (a hard link), and is not replaced" : NULL;
}

static bool empty(int fd)
{
	struct stat st;

	return !fstat(fd, &st) && (!S_ISREG(st.st_mode) || !ftruncate(fd, 0)) &&
	       fcntl(fd, F_SETFL, 0) >= 0;
}

static int open_existing(int folder, const char *name, struct fault *fault)
{
	int fd = openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	const char *no = NULL;

	if (fd < 0)
		fault_set(fault,
			  errno == ELOOP ? "is a symbolic link, which is not followed: name "
					   "the file itself, or - for standard output"
					 : "can't be replaced: %s",
			  strerror(errno));
	else
		no = objection(fd);
	if (fd >= 0 && !no && empty(fd))
		return fd;
	if (no)
		fault_set(fault, "%s", no);
	else if (fd >= 0)
		fault_set(fault, "can't be emptied: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

int new_file(int folder, const char *name, struct fault *fault)
{
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

	if (fd >= 0)
		return fd;
	if (errno == EEXIST)
		return open_existing(folder, name, fault);
	fault_set(fault, "can't be made: %s", strerror(errno));
	return -1;
}
