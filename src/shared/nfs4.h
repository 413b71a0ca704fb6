/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System 4: the rows of its table, and readers of what operations are made of. */
/* RFC 7530; RFC 8881 (version 4.1). */
#ifndef SHARED_NFS4_H
#define SHARED_NFS4_H

#include "shared/nfs4_parts.h"
#include "shared/xdr.h"

enum {
	NFS4,
	STATUS,
	ANY_STATUS,
	GROUP,
	FH_LENGTH,
	FH_HASH,
	FHANDLE,
	TEXT,
	TEXT_LENGTH,
	TEXT_FILL,
	TAG,
	NAME,
	LINK,
	NETID,
	ADDRESS,
	DATA,
	CLIENT_NAME,
	LOCK_OWNER,
	UNIVERSAL,
	MINOR,
	N_OPS,
	OPCODE,
	MAIN_OPCODE,
	STATEID,
	STATEID_HASH,
	DEPRECATED,
	STATEID_SEQID,
	STATEID_OTHER,
	STATEID_OTHER_HASH,
	CLIENTID,
	VERIFIER,
	CB_PROGRAM,
	CB_IDENT,
	OFFSET,
	LOCKTYPE,
	LENGTH,
	COUNT4,
	AT_END,
	READ_LENGTH,
	WRITE_LENGTH,
	STABLE,
	COMMITTED,
	ATOMIC,
	BEFORE,
	AFTER,
	SEQID,
	SESSION,
	SLOT,
	HIGH_SLOT,
	TARGET_SLOT,
	CACHE,
	RECLAIM_ONE,
	SEQ_FLAGS,
	SEQ_CB_PATH_DOWN,
	SEQ_CB_GSS_CONTEXTS_EXPIRING,
	SEQ_CB_GSS_CONTEXTS_EXPIRED,
	SEQ_EXPIRED_ALL_STATE_REVOKED,
	SEQ_EXPIRED_SOME_STATE_REVOKED,
	SEQ_ADMIN_STATE_REVOKED,
	SEQ_RECALLABLE_STATE_REVOKED,
	SEQ_LEASE_MOVED,
	SEQ_RESTART_RECLAIM_NEEDED,
	SEQ_CB_PATH_DOWN_SESSION,
	SEQ_BACKCHANNEL_FAULT,
	SEQ_DEVID_CHANGED,
	SEQ_DEVID_DELETED,
	CHECK,
	SUPPORTED,
	RIGHTS,
	BITS,
	ASK_READ,
	ASK_LOOKUP,
	ASK_MODIFY,
	ASK_EXTEND,
	ASK_DELETE,
	ASK_EXECUTE,
	KNOWN_READ,
	KNOWN_LOOKUP,
	KNOWN_MODIFY,
	KNOWN_EXTEND,
	KNOWN_DELETE,
	KNOWN_EXECUTE,
	MAY_READ,
	MAY_LOOKUP,
	MAY_MODIFY,
	MAY_EXTEND,
	MAY_DELETE,
	MAY_EXECUTE,
};

#define STATE_OCTETS 16
#define MOST_OPS 128 /* of those that the summary line considers */

/* What a compound's line says of one of its operations. */
struct nfs4_said {
	uint32_t code;
	uint32_t status;
	const char *words;
};

struct nfs4_state {
	uint64_t handle; /* hash of the current file handle; ABSENT: it isn't known */
	uint64_t n_ops;  /* operations that were read, up to MOST_OPS */
	uint32_t node;   /* that of the operation at hand */
	struct nfs4_said ops[MOST_OPS];
};

/* Adds words to those of the operation at hand. */
void nfs4_say(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Text that a length precedes. */
const char *nfs4_put_text(struct walk *w, struct cursor *c, unsigned row, const char *label);
/* Readers of parts: see struct xdr_part. */
void nfs4_read_callback(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_change(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_check(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_client(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_client_name(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_closed(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_commit(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_data(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_handle(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_link(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_name(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_new_name(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_number(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_owner(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_rights(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_root(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_state(struct walk *w, struct cursor *c, const struct xdr_part *part);
void nfs4_read_written(struct walk *w, struct cursor *c, const struct xdr_part *part);

#endif
