/* SPDX-License-Identifier: BSD-2-Clause */
/* A socket as a frame, which tables take apart and filters ask: see shared/socket.h. */
#include "config.h"

#include "cli/sockets_frame.h"
#include "core/arena.h"
#include "shared/socket.h"
#include <netinet/in.h>
#include <pwd.h>

/* --- names of users --- */

struct user {
	struct user *next;
	uint32_t uid;
	char *name; /* NULL: none */
};

const char *user_name(uint32_t uid)
{
	static struct user *known;
	const struct passwd *p;
	struct user *u = known;

	while (u && u->uid != uid)
		u = u->next;
	if (u)
		return u->name;
	u = need_zero(1, sizeof *u);
	p = getpwuid(uid);
	*u = (struct user){.next = known, .uid = uid, .name = p ? need_copy(p->pw_name) : NULL};
	known = u;
	return u->name;
}

/* --- parts of the frame --- */

static void put_16(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}

static void put_32(uint8_t *p, uint32_t v)
{
	put_16(p, v >> 16);
	put_16(p + 2, v);
}

/* n octets of zeros at the end. */
static uint8_t *put_zeros(struct text *t, size_t n)
{
	size_t at = t->len;

	text_fill(t, '\0', n);
	return (uint8_t *)t->p + at;
}

/* At most n - 1 octets of it. */
static void put_name(uint8_t *p, const char *name, size_t n)
{
	size_t len = name ? strlen(name) : 0;

	if (len)
		memcpy(p, name, len < n ? len : n - 1);
}

static void put_socket(struct text *t, const struct socket_row *row)
{
	const struct socket_info *s = row->info;
	uint8_t *p = put_zeros(t, SOCKET_RECORD);

	p[SOCKET_STATE] = s->state;
	p[SOCKET_TIMED] = s->timed;
	put_16(p + SOCKET_PROCESSES, (uint32_t)row->n_processes);
	put_32(p + SOCKET_RECEIVE, s->receive_queue);
	put_32(p + SOCKET_SEND, s->send_queue);
	put_32(p + SOCKET_RTT, s->rtt);
	put_32(p + SOCKET_RTTVAR, s->rttvar);
	put_32(p + SOCKET_RESENT, s->retransmissions);
	put_32(p + SOCKET_INODE, s->inode);
	put_32(p + SOCKET_UID, s->uid);
	put_name(p + SOCKET_USER, row->user, SOCKET_USER_LEN);
}

static void put_processes(struct text *t, const struct socket_row *row)
{
	for (size_t i = 0; i < row->n_processes; i++) {
		const struct process *one = &row->processes[i];
		uint8_t *p = put_zeros(t, PROCESS_RECORD);

		p[PROCESS_MORE] = i + 1 < row->n_processes;
		put_32(p + PROCESS_PID, one->pid);
		put_32(p + PROCESS_UID, one->uid);
		put_name(p + PROCESS_NAME, one->name, PROCESS_NAME_LEN);
		put_name(p + PROCESS_USER, user_name(one->uid), PROCESS_USER_LEN);
	}
}

/* RFC 9293, 3.1: just ports and the header's length. */
static void put_tcp(struct text *t, const struct socket_info *s)
{
	uint8_t *p = put_zeros(t, 20);

	put_16(p, s->local.port);
	put_16(p + 2, s->remote.port);
	p[12] = 5 << 4;
}

/* RFC 768. */
static void put_udp(struct text *t, const struct socket_info *s)
{
	uint8_t *p = put_zeros(t, 8);

	put_16(p, s->local.port);
	put_16(p + 2, s->remote.port);
	put_16(p + 4, 8);
}

static unsigned octets_above(const struct socket_info *s)
{
	return s->protocol == IPPROTO_TCP ? 20 : s->protocol == IPPROTO_UDP ? 8 : 0;
}

/* RFC 791, 3.1 and RFC 8200, 3; a raw socket's port is the protocol that it is for. */
static void put_ip(struct text *t, const struct socket_info *s)
{
	uint8_t protocol = s->protocol == IPPROTO_RAW ? (uint8_t)s->local.port : s->protocol;
	uint8_t *p = put_zeros(t, s->version == 4 ? 20 : 40);

	if (s->version == 4) {
		p[0] = 4 << 4 | 5;
		put_16(p + 2, 20 + octets_above(s));
		p[9] = protocol;
		memcpy(p + 12, s->local.address, 4);
		memcpy(p + 16, s->remote.address, 4);
		return;
	}
	p[0] = 6 << 4;
	put_16(p + 4, octets_above(s));
	p[6] = protocol;
	memcpy(p + 8, s->local.address, 16);
	memcpy(p + 24, s->remote.address, 16);
}

void socket_frame(const struct socket_row *row, struct text *t, struct frame *f)
{
	t->len = 0;
	put_socket(t, row);
	put_processes(t, row);
	put_ip(t, row->info);
	if (row->info->protocol == IPPROTO_TCP)
		put_tcp(t, row->info);
	else if (row->info->protocol == IPPROTO_UDP)
		put_udp(t, row->info);
	*f = (struct frame){
		.bytes = (const uint8_t *)t->p,
		.cap_len = (uint32_t)t->len,
		.wire_len = (uint32_t)t->len,
		.number = f->number + 1,
		.link = LINK_SOCKET,
		.fcs_len = -1,
	};
}
