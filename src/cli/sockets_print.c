/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel sockets prints: a table, or JSON. */
#include "cli/sockets_print.h"
#include "show/gate.h"
#include "stats/json.h"
#include <netinet/in.h>

static const char *protocol_of(const struct socket_info *s)
{
	return s->protocol == IPPROTO_TCP ? "TCP" : s->protocol == IPPROTO_UDP ? "UDP" : "RAW";
}

/* In the words of the field socket.state. */
static const char *state_of(const struct socket_listing *l, const struct socket_info *s)
{
	uint32_t row = session_find(l->session, "socket.state", 0);
	const char *word = word_for(session_row(l->session, row)->words, s->state);

	return s->protocol != IPPROTO_TCP && s->state == STATE_CLOSED ? "" : word ? word : "?";
}

static struct end_of end_of(const struct socket_info *s, const struct socket_end *from)
{
	struct end_of e = {.port = from->port,
			   .kind = s->version == 4 ? IPV4 : IPV6,
			   .len = s->version == 4 ? 4 : 16};

	memcpy(e.address, from->address, sizeof e.address);
	return e;
}

/* It has another end; with raw sockets the port there means nothing. */
static bool is_connected(const struct socket_info *s)
{
	return s->state != STATE_LISTENS && s->state != STATE_CLOSED;
}

static const char *service_of(const struct socket_listing *l, const struct socket_info *s)
{
	const char *transport = s->protocol == IPPROTO_TCP ? "tcp" : "udp";
	bool remote_first = is_connected(s) && s->remote.port < s->local.port;
	const char *name;

	if (s->protocol == IPPROTO_RAW)
		return NULL;
	name = session_service(l->session, remote_first ? s->remote.port : s->local.port,
			       transport);
	if (!name && is_connected(s))
		name = session_service(l->session, remote_first ? s->local.port : s->remote.port,
				       transport);
	return name;
}

/* --- the table --- */

typedef void put_cell(struct text *t, const struct socket_listing *l, const struct socket_row *r);

static void put_protocol(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	text_put(t, protocol_of(r->info));
}

static void put_state(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	text_put(t, state_of(l, r->info));
}

static void put_receive(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	text_u64(t, r->info->receive_queue);
}

static void put_send(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	text_u64(t, r->info->send_queue);
}

static void put_end(struct text *t, const struct socket_info *s, const struct socket_end *from)
{
	struct end_of e = end_of(s, from);

	if (s->protocol == IPPROTO_RAW)
		text_end(t, &e);
	else
		text_socket(t, &e);
}

static void put_local(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	put_end(t, r->info, &r->info->local);
}

static void put_remote(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	if (is_connected(r->info))
		put_end(t, r->info, &r->info->remote);
	else
		text_char(t, '*');
}

/* Milliseconds. */
static void put_rtt(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	if (!r->info->timed)
		return;
	text_u64(t, r->info->rtt / 1000);
	text_char(t, '.');
	text_u64_padded(t, r->info->rtt % 1000, 3, '0');
}

static void put_resent(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	if (r->info->timed)
		text_u64(t, r->info->retransmissions);
}

static void put_service(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	const char *name = service_of(l, r->info);

	if (name)
		gate_string(t, name, GATE_TEXT);
}

static void put_user(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	if (r->user)
		gate_string(t, r->user, GATE_TEXT);
	else
		text_u64(t, r->info->uid);
}

static void put_process(struct text *t, const struct socket_listing *l, const struct socket_row *r)
{
	(void)l;
	for (size_t i = 0; i < r->n_processes; i++) {
		text_put(t, i ? ", " : "");
		gate_string(t, r->processes[i].name, GATE_TEXT);
		text_number(t, " ", r->processes[i].pid);
	}
}

static const struct {
	const char *title;
	bool right; /* its cells end where the title ends */
	put_cell *put;
} columns[] = {
	{"", false, put_protocol}, {"state", false, put_state},     {"receive", true, put_receive},
	{"send", true, put_send},  {"local", false, put_local},     {"remote", false, put_remote},
	{"RTT ms", true, put_rtt}, {"resent", true, put_resent},    {"service", false, put_service},
	{"user", false, put_user}, {"process", false, put_process},
};

enum { GAP = 2 }; /* blanks between columns */

static size_t characters(const char *p, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)p[i] & 0xc0) != 0x80;
	return count;
}

/* As wide as the widest cell; a column without any cell is left out. */
static void measure(const struct socket_listing *l, size_t *widths)
{
	struct text cell = {0};

	for (size_t k = 0; k < COUNT(columns); k++) {
		widths[k] = 0;
		for (size_t i = 0; i < l->n; i++) {
			size_t width;

			cell.len = 0;
			columns[k].put(&cell, l, &l->rows[i]);
			width = characters(cell.p, cell.len);
			widths[k] = width > widths[k] ? width : widths[k];
		}
		if (widths[k] && widths[k] < strlen(columns[k].title))
			widths[k] = strlen(columns[k].title);
	}
	text_close(&cell);
}

static void drop_blanks(struct text *t)
{
	while (t->len && t->p[t->len - 1] == ' ')
		t->len--;
}

/* `r` NULL: the titles. */
static void put_line(const struct socket_listing *l, const size_t *widths,
		     const struct socket_row *r, struct text *t)
{
	struct text cell = {0};
	bool first = true;

	for (size_t k = 0; k < COUNT(columns); k++) {
		size_t blanks;

		if (!widths[k])
			continue;
		cell.len = 0;
		if (r)
			columns[k].put(&cell, l, r);
		else
			text_put(&cell, columns[k].title);
		blanks = widths[k] - characters(cell.p, cell.len);
		text_fill(t, ' ', first ? 0 : GAP);
		text_fill(t, ' ', columns[k].right ? blanks : 0);
		text_bytes(t, cell.p, cell.len);
		text_fill(t, ' ', columns[k].right ? 0 : blanks);
		first = false;
	}
	drop_blanks(t);
	text_char(t, '\n');
	text_close(&cell);
}

void sockets_table(const struct socket_listing *l, struct text *t)
{
	size_t widths[COUNT(columns)];

	if (!l->n)
		return;
	measure(l, widths);
	put_line(l, widths, NULL, t);
	for (size_t i = 0; i < l->n; i++)
		put_line(l, widths, &l->rows[i], t);
}

/* --- JSON --- */

static void json_processes(struct text *t, const struct socket_row *r)
{
	text_put(t, ",\"processes\":[");
	for (size_t i = 0; i < r->n_processes; i++) {
		const struct process *p = &r->processes[i];
		const char *user = user_name(p->uid);

		text_put(t, i ? ",{\"name\":" : "{\"name\":");
		json_string(t, p->name);
		json_u64(t, "pid", p->pid);
		json_u64(t, "uid", p->uid);
		if (user)
			json_member(t, "user", user);
		text_char(t, '}');
	}
	text_char(t, ']');
}

static void json_socket(const struct socket_listing *l, const struct socket_row *r, struct text *t)
{
	const struct socket_info *s = r->info;
	struct end_of local = end_of(s, &s->local), remote = end_of(s, &s->remote);
	const char *service = service_of(l, s);

	text_put(t, "{\"type\":\"socket\"");
	json_member(t, "protocol", protocol_of(s));
	json_member(t, "state", state_of(l, s));
	json_end(t, "local", &local, s->protocol != IPPROTO_RAW);
	if (is_connected(s))
		json_end(t, "remote", &remote, s->protocol != IPPROTO_RAW);
	if (s->protocol == IPPROTO_RAW)
		json_u64(t, "ip_protocol", s->local.port);
	if (service)
		json_member(t, "service", service);
	json_u64(t, "receive_queue", s->receive_queue);
	json_u64(t, "send_queue", s->send_queue);
	if (s->timed) {
		json_u64(t, "rtt_us", s->rtt);
		json_u64(t, "rtt_variation_us", s->rttvar);
		json_u64(t, "retransmissions", s->retransmissions);
	}
	json_u64(t, "inode", s->inode);
	json_u64(t, "uid", s->uid);
	if (r->user)
		json_member(t, "user", r->user);
	json_processes(t, r);
	text_put(t, "}\n");
}

void sockets_json(const struct socket_listing *l, struct text *t)
{
	for (size_t i = 0; i < l->n; i++)
		json_socket(l, &l->rows[i], t);
}
