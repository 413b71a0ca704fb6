/* SPDX-License-Identifier: BSD-2-Clause */
/* A socket as a frame, which tables take apart and filters ask: see shared/socket.h. */
#ifndef CLI_SOCKETS_FRAME_H
#define CLI_SOCKETS_FRAME_H

#include "core/frame.h"
#include "core/text.h"
#include "live/processes.h"
#include "live/sockets.h"

/* What is known of a socket. */
struct socket_row {
	const struct socket_info *info;
	const struct process *processes; /* those that have it open ... */
	size_t n_processes;              /* ... 0: none that may be seen */
	const char *user;                /* NULL: it has no name */
};

/* The name of a user (getpwuid(3)); NULL: there is none.  It lives until the program ends. */
const char *user_name(uint32_t uid);

/* Writes the frame's octets into `t`, and makes a frame of them that lives as long as they do. */
void socket_frame(const struct socket_row *row, struct text *t, struct frame *f);

#endif
