/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel sockets prints: a table, or JSON. */
#ifndef CLI_SOCKETS_PRINT_H
#define CLI_SOCKETS_PRINT_H

#include "cli/sockets_frame.h"
#include "core/session.h"

struct socket_listing {
	const struct session *session; /* knows names of services; NULL: without */
	const struct socket_row *rows;
	size_t n;
};

void sockets_table(const struct socket_listing *l, struct text *t);
/* An object a line. */
void sockets_json(const struct socket_listing *l, struct text *t);

#endif
