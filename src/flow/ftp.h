/* SPDX-License-Identifier: BSD-2-Clause */
/* FTP: what a control connection leads to. */
/* RFC 959; RFC 2428. */
#ifndef FLOW_FTP_H
#define FLOW_FTP_H

#include "core/walk.h"

#define FTP_MOST_PATH 256
#define FTP_MOST_COMMAND 128

/* A data connection that was announced. */
struct ftp_transfer {
	uint64_t setup;                 /* the frame that announced it */
	const char *method;             /* "PASV", "PORT", "EPASV", "EPRT" */
	uint64_t frame;                 /* of the command that it serves; 0: none was seen yet */
	char command[FTP_MOST_COMMAND]; /* that command */
	char cwd[FTP_MOST_PATH];        /* the working directory */
};

/* What is remembered of a control connection. */
struct ftp_control {
	char cwd[FTP_MOST_PATH];   /* the working directory, as far as it is known */
	char asked[FTP_MOST_PATH]; /* a directory that a command asks for */
	bool pwd;                  /* the next response tells the working directory */
	struct address data;       /* the last data connection's end: address ... */
	uint8_t data_octets[16];
	uint16_t data_port; /* ... and port; 0: none */
};

struct ftp_control *ftp_control_of(struct walk *w, const struct layer *tcp);

/*
 * A data connection from or to that end will be `who`'s; the other end's port is `other`,
 * 0: any.
 */
void ftp_announce(struct walk *w, struct ftp_control *c, struct address end, uint16_t port,
		  uint16_t other, const char *method, const struct plan *who);
/* A command: the first one behind its announcement says what a data connection is for. */
void ftp_transfer(struct walk *w, struct ftp_control *c, const char *command);
/* What was announced of the packet at hand's connection; NULL: nothing. */
const struct ftp_transfer *ftp_transfer_of(struct walk *w, const struct layer *tcp);

/* The working directory changes: to a path from the root, or from where it is; ".." goes up. */
void ftp_change_directory(struct ftp_control *c, const char *path);

#endif
