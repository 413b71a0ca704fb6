/* SPDX-License-Identifier: BSD-2-Clause */
/* What sends and listens: an interface or the kernel's routes, and the capture beside it. */
#ifndef CLI_SENDER_H
#define CLI_SENDER_H

#include "capture/live.h"
#include "cli/send_resolve.h"
#include "craft/options.h"
#include "craft/way.h"

struct sender {
	struct wire *wire;
	struct live *live; /* NULL: nothing is captured */
	struct way way;
	struct resolver resolver;
};

/*
 * Opens the interface (NULL: packets go by the kernel's routes), with `listens` a capture of what
 * comes in, too; has the options' packets get the addresses of their way.  The session is one for
 * craft_compile().  False: the user was told why not.
 */
bool sender_open(struct sender *s, const char *interface, bool listens, struct session *session,
		 struct craft_options *options);
void sender_close(struct sender *s);

#endif
