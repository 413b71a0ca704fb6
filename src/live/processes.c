/* SPDX-License-Identifier: BSD-2-Clause */
/* Which processes have a socket open, as far as their rights let us see it. */
/* proc(5): PID/fd, PID/comm */
#include "config.h"

#include "core/arena.h"
#include "core/text.h"
#include "live/processes.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char socket_words[] = "socket:[";

/* The number of the socket that the open file is; 0: it is none. */
static uint32_t socket_of(int folder, const char *name)
{
	char link[64];
	ssize_t n = readlinkat(folder, name, link, sizeof link - 1);
	size_t words = sizeof socket_words - 1;

	if (n <= (ssize_t)words || memcmp(link, socket_words, words) != 0)
		return 0;
	link[n] = '\0';
	return (uint32_t)strtoul(link + words, NULL, 10);
}

static void read_name(int folder, char name[PROCESS_NAME_OCTETS])
{
	int fd = openat(folder, "comm", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, name, PROCESS_NAME_OCTETS - 1);

	if (fd >= 0)
		close(fd);
	while (n > 0 && name[n - 1] == '\n')
		n--;
	name[n > 0 ? n : 0] = '\0';
}

static void add(struct processes *p, const struct process *one)
{
	if (p->n == p->room) {
		p->room = p->room ? 2 * p->room : 64;
		p->list = need_more(p->list, p->room * sizeof *p->list);
	}
	p->list[p->n++] = *one;
}

static void look_at_files(struct processes *p, struct process *one, DIR *files)
{
	const struct dirent *e;

	while ((e = readdir(files))) {
		one->inode = socket_of(dirfd(files), e->d_name);
		if (one->inode)
			add(p, one);
	}
}

/* A process may end while it is looked at: what isn't there any more has no sockets. */
static void look_at_process(struct processes *p, int proc, const char *number)
{
	struct process one = {.pid = (uint32_t)strtoul(number, NULL, 10)};
	int folder = openat(proc, number, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int fd = folder < 0 ? -1 : openat(folder, "fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *files = fd < 0 ? NULL : fdopendir(fd);
	struct stat st;

	p->denied = p->denied || (folder >= 0 && fd < 0 && errno == EACCES);
	if (files && !fstat(folder, &st)) {
		one.uid = st.st_uid;
		read_name(folder, one.name);
		look_at_files(p, &one, files);
	}
	if (files)
		closedir(files);
	if (folder >= 0)
		close(folder);
}

static int compare(const void *a, const void *b)
{
	const struct process *x = a, *y = b;

	return x->inode != y->inode ? (x->inode > y->inode) - (x->inode < y->inode)
				    : (x->pid > y->pid) - (x->pid < y->pid);
}

/* A process that has a socket open twice counts once. */
static void drop_doubles(struct processes *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (!n || compare(&p->list[n - 1], &p->list[i]) != 0)
			p->list[n++] = p->list[i];
	p->n = n;
}

void processes_open(struct processes *p)
{
	DIR *proc = opendir("/proc");
	const struct dirent *e;

	*p = (struct processes){0};
	while (proc && (e = readdir(proc)))
		if (e->d_name[strspn(e->d_name, "0123456789")] == '\0')
			look_at_process(p, dirfd(proc), e->d_name);
	if (proc)
		closedir(proc);
	if (!p->n)
		return;
	qsort(p->list, p->n, sizeof *p->list, compare);
	drop_doubles(p);
}

void processes_close(struct processes *p)
{
	free(p->list);
	*p = (struct processes){0};
}

const struct process *processes_of(const struct processes *p, uint32_t inode, size_t *n)
{
	size_t low = 0, high = p->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->list[middle].inode < inode)
			low = middle + 1;
		else
			high = middle;
	}
	for (*n = 0; low + *n < p->n && p->list[low + *n].inode == inode;)
		++*n;
	return *n ? &p->list[low] : NULL;
}
