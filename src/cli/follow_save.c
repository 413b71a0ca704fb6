/* SPDX-License-Identifier: BSD-2-Clause */
/* What each end of a conversation said, to files of their own. */
#include "cli/cli.h"
#include "cli/follow_options.h"
#include "core/out.h"
#include "stats/follow.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void put_end(struct text *t, const struct end_of *e)
{
	text_char(t, '-');
	text_end(t, e);
	text_number(t, "_", e->port);
}

/* "tcp-0-10.0.0.1_40000-10.0.0.2_80": who sent, then who got it; colons don't go everywhere. */
static void put_name(struct text *t, const struct follow *f, unsigned from)
{
	text_put(t, f->type.name);
	text_number(t, "-", f->stream);
	put_end(t, &f->ends[from]);
	put_end(t, &f->ends[1 - from]);
	for (size_t i = 0; i < t->len; i++)
		if (t->p[i] == ':')
			t->p[i] = '.';
}

static bool write_side(const struct follow *f, unsigned from, int fd, const char *name)
{
	struct out out = {.fd = fd};
	bool ok;

	for (size_t k = 0; k < f->n; k++)
		if (f->said[k].from == from && !f->said[k].missing)
			text_bytes(&out.text, f->heard.p + f->said[k].at, f->said[k].len);
	ok = out_flush(&out);
	if (!ok)
		complain_about(name, "%s", out.fault.text);
	text_close(&out.text);
	if (close(fd) && ok) {
		complain_about(name, "can't be written: %s", strerror(errno));
		ok = false;
	}
	return ok;
}

static bool save_side(const struct follow *f, unsigned from, int folder)
{
	struct text name = {0};
	int fd;
	bool ok;

	put_name(&name, f, from);
	fd = openat(folder, text_string(&name),
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		complain_about(text_string(&name), "can't be made: %s", strerror(errno));
	ok = fd >= 0 && write_side(f, from, fd, text_string(&name));
	text_close(&name);
	return ok;
}

int follow_folder(const char *path)
{
	int fd = -1;

	if (!mkdir(path, 0777) || errno == EEXIST)
		fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		complain_about(path, "can't be opened as a folder: %s", strerror(errno));
	return fd;
}

bool follow_save(const struct follow *f, int folder)
{
	return save_side(f, 0, folder) && save_side(f, 1, folder);
}
