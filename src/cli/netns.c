/* SPDX-License-Identifier: BSD-2-Clause */
/* Other network namespaces: network_namespaces(7). */
#include "config.h"

#include "cli/cli.h"
#include "cli/netns.h"
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

bool enter_netns(const char *name, int *back)
{
	struct text path = {0};
	bool is_process = name && name[strspn(name, "0123456789")] == '\0';
	int there;

	*back = -1;
	if (!name)
		return true;
	text_put(&path, is_process ? "/proc/" : "/run/netns/");
	text_put(&path, name);
	text_put(&path, is_process ? "/ns/net" : "");
	there = open(text_string(&path), O_RDONLY | O_CLOEXEC);
	*back = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	if (there < 0 || *back < 0 || setns(there, CLONE_NEWNET)) {
		complain("--netns %s: %s can't be entered: %s (ip netns list names those that "
			 "there are; it takes root's rights)",
			 name, text_string(&path), strerror(errno));
		if (*back >= 0)
			close(*back);
		*back = -1;
	}
	if (there >= 0)
		close(there);
	text_close(&path);
	return *back >= 0;
}

void leave_netns(int back)
{
	if (back < 0)
		return;
	setns(back, CLONE_NEWNET);
	close(back);
}
