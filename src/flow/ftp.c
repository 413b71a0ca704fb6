/* SPDX-License-Identifier: BSD-2-Clause */
/* FTP: what a control connection leads to. */
#include "flow/ftp.h"
#include "flow/conv.h"
#include "flow/expect.h"
#include <stdio.h>

static const char controls, transfers;

struct ftp_control *ftp_control_of(struct walk *w, const struct layer *tcp)
{
	bool from_a;

	return conv_own(conv_get(w, &controls, (uint16_t)VALUE_OF(tcp, tcp->proto->sport),
				 (uint16_t)VALUE_OF(tcp, tcp->proto->dport),
				 sizeof(struct ftp_control), &from_a));
}

void ftp_announce(struct walk *w, struct ftp_control *c, struct address end, uint16_t port,
		  uint16_t other, const char *method, const struct plan *who)
{
	struct ftp_transfer *t;

	memcpy(c->data_octets, end.p, end.len);
	c->data = end;
	c->data.p = c->data_octets;
	c->data_port = port;
	t = conv_own(conv_of_end(w, &transfers, &c->data, port, 0, sizeof *t));
	*t = (struct ftp_transfer){.setup = w->r.frame->number, .method = method};
	memcpy(t->cwd, c->cwd, sizeof t->cwd);
	if (who)
		expect(w, OVER_TCP, &c->data, port, other, who);
}

void ftp_transfer(struct walk *w, struct ftp_control *c, const char *command)
{
	struct conv *known;
	struct ftp_transfer *t;

	c->data.p = c->data_octets;
	known = c->data_port ? conv_of_end_known(w, &transfers, &c->data, c->data_port, 0) : NULL;
	if (!known)
		return;
	t = conv_own(known);
	if (t->frame)
		return;
	t->frame = w->r.frame->number;
	snprintf(t->command, sizeof t->command, "%s", command);
	memcpy(t->cwd, c->cwd, sizeof t->cwd);
}

const struct ftp_transfer *ftp_transfer_of(struct walk *w, const struct layer *tcp)
{
	uint16_t to = (uint16_t)VALUE_OF(tcp, tcp->proto->dport);
	uint16_t from = (uint16_t)VALUE_OF(tcp, tcp->proto->sport);
	struct conv *c = conv_of_end_known(w, &transfers, &w->r.to, to, 0);

	if (!c)
		c = conv_of_end_known(w, &transfers, &w->r.from, from, 0);
	return c ? conv_own(c) : NULL;
}

/* Leaves the innermost directory. */
static void go_up(char *cwd)
{
	char *slash = strrchr(cwd, '/');

	if (slash)
		slash[slash == cwd] = '\0';
}

void ftp_change_directory(struct ftp_control *c, const char *path)
{
	size_t n = strlen(c->cwd);

	if (!strcmp(path, "..")) {
		go_up(c->cwd);
		return;
	}
	if (path[0] == '/')
		n = 0;
	else if (!n || c->cwd[n - 1] != '/')
		c->cwd[n++] = '/';
	if (n < sizeof c->cwd)
		snprintf(c->cwd + n, sizeof c->cwd - n, "%s", path);
	c->cwd[sizeof c->cwd - 1] = '\0';
}
