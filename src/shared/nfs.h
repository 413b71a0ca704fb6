/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System: the rows of its table, and readers of what all procedures have. */
/* RFC 1813, 2.3 to 2.6. */
#ifndef SHARED_NFS_H
#define SHARED_NFS_H

#include "shared/xdr.h"

enum {
	NFS,
	PROGRAM_VERSION,
	PROCEDURE,
	PROCEDURE_4,
	STATUS,
	ANY_STATUS,
	GROUP,
	FH_LENGTH,
	FH_HASH,
	FHANDLE,
	TEXT,
	TEXT_LENGTH,
	TEXT_FILL,
	NAME,
	LINK_TO,
	LINK_DATA,
	ENTRY_NAME,
	PLUS_NAME,
	DATA,
	FOLLOWS,
	HANDLE_FOLLOWS,
	GUARD,
	SET_IT,
	SET_TIME,
	TYPE,
	NODE_TYPE,
	MODE,
	MODE_SUID,
	MODE_SGID,
	MODE_STICKY,
	MODE_RUSR,
	MODE_WUSR,
	MODE_XUSR,
	MODE_RGRP,
	MODE_WGRP,
	MODE_XGRP,
	MODE_ROTH,
	MODE_WOTH,
	MODE_XOTH,
	NLINK,
	UID,
	GID,
	SIZE,
	USED,
	RDEV,
	SPEC1,
	SPEC2,
	FSID,
	FILEID,
	ATIME,
	ATIME_SEC,
	ATIME_NSEC,
	MTIME,
	MTIME_SEC,
	MTIME_NSEC,
	CTIME,
	CTIME_SEC,
	CTIME_NSEC,
	SET_SIZE,
	NEW_UID,
	NEW_GID,
	WCC_SIZE,
	OFFSET,
	COUNT3,
	DIRCOUNT,
	MAXCOUNT,
	READ_EOF,
	STABLE,
	COMMITTED,
	VERIFIER,
	CREATEMODE,
	COOKIE,
	VALUE_FOLLOWS,
	ENTRY,
	ENTRY_ID,
	ENTRY_COOKIE,
	PLUS_ID,
	PLUS_COOKIE,
	AT_END,
	TBYTES,
	FBYTES,
	ABYTES,
	TFILES,
	FFILES,
	AFILES,
	INVARSEC,
	RTMAX,
	RTPREF,
	RTMULT,
	WTMAX,
	WTPREF,
	WTMULT,
	DTPREF,
	MAXFILESIZE,
	TIME_DELTA,
	DTIME_SEC,
	DTIME_NSEC,
	PROPERTIES,
	CAN_SETTIME,
	CAN_CONF,
	CAN_SYMLINKS,
	CAN_HARDLINKS,
	LINKMAX,
	NAME_MAX,
	NO_TRUNC,
	CHOWN_RESTRICTED,
	CASE_INSENSITIVE,
	CASE_PRESERVING,
	CHECK,
	RIGHTS,
	MAY_READ,
	MAY_LOOKUP,
	MAY_MODIFY,
	MAY_EXTEND,
	MAY_DELETE,
	MAY_EXECUTE,
};

/* Adds words to the layer's line, in the tree and in the summary. */
void nfs_say(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A heading of those words. */
uint32_t nfs_open_named(struct walk *w, const struct cursor *c, const char *words);
/* A handle below such a heading; gives its hash. */
uint32_t nfs_put_named_handle(struct walk *w, struct cursor *c, const char *words);
/* Text that a length precedes. */
const char *nfs_put_name(struct walk *w, struct cursor *c, unsigned row, const char *label);
/* A directory and a name in it, said after `lead`. */
void nfs_put_entry(struct walk *w, struct cursor *c, const char *words, const char *lead);
/* Seconds and nanoseconds: the row and the two behind it. */
void nfs_put_time(struct walk *w, struct cursor *c, unsigned row);
/* A handle; gives its hash. */
uint32_t nfs_put_handle(struct walk *w, struct cursor *c);
/* Readers of parts: see struct xdr_part. */
void nfs_read_file(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_entry(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_from(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_to(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_rdev(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_attributes(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_post(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_wcc(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_post_handle(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_settings(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs_read_guard(struct walk *w, struct cursor *c, const struct xdr_part *part);

#endif
