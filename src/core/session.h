/* SPDX-License-Identifier: BSD-2-Clause */
/* A run over frames: the protocols it knows, what its listeners want, its state. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "core/record.h"

/*
 * Everything that changes while frames are taken apart hangs off a session; two
 * sessions may run in two threads.  Order of calls: session_open(), any number
 * of wishes, session_start(), then session_walk() for each frame.
 */
struct session;

/* Sets up a run over the given protocols (ended by NULL); never NULL. */
struct session *session_open(const struct proto *const *protos);
void session_close(struct session *s);

/* Some listener wants every row called `name`; false when there is none of that name. */
bool session_want(struct session *s, const char *name);
/* The same, of one who looks at which rows are shown, not at what they or their bytes say. */
bool session_want_shown(struct session *s, const char *name);
/* Some listener shows the bytes of all that was put together. */
void session_want_bytes(struct session *s);
/*
 * Some listener counts the protocols that stand at the root of the tree: it wants them all but
 * the frame and notes, and doesn't look at what is hidden.
 */
void session_want_protocols(struct session *s);
/* Some listener wants every row there is. */
void session_want_all(struct session *s);
/* Some listener prints summary lines: the innermost protocol and its trouble matter. */
void session_want_summary(struct session *s);
/*
 * Frames that are passed over leave no memory for lines of other protocols' frames but TCP's:
 * session_is_unsure() tells of lines that may depend on it.
 */
void session_hurry(struct session *s);
/* Some listener shows the tree: hooks write their words into node->text. */
void session_want_labels(struct session *s);

/* Where names of MAC addresses' vendors are read from (see core/names.h), if they are wanted. */
void session_vendor_file(struct session *s, const char *path);

/* Ports are shown with the names that this file (see services(5)) has for them. */
void session_services_file(struct session *s, const char *path);

/*
 * Behind session_start(): takes over the files of names that another session, which has been
 * started, holds; that one has no names any more.
 */
void session_take_names(struct session *s, struct session *from);
/* From now on, behind session_start(), nothing is opened any more: files of names are held open. */
void session_hold_files(struct session *s);

enum decoding { DECODE_DONE, DECODE_NO_TABLE, DECODE_NO_PROTOCOL };
/*
 * What stands at `value` of that table of children ("tcp.port") is that protocol, whatever
 * hangs there; before the session starts.
 */
enum decoding session_decode_as(struct session *s, const char *table, uint32_t value,
				const char *protocol);

/* Ends the wishes; from now on frames can be walked. */
void session_start(struct session *s);

/* Takes one frame apart.  The record lives until the next call. */
const struct record *session_walk(struct session *s, const struct frame *f);

/*
 * Just the headers that somebody wants rows of, where they are plain: enough to say whether
 * the frame matters.  NULL: only a walk can tell.  A frame that doesn't matter then needs no
 * walk: session_pass_over() remembers of it what later frames need.
 */
const struct record *session_skim(struct session *s, const struct frame *f);
void session_pass_over(struct session *s);

/*
 * Whether the frame that was walked last tells in its summary line of what earlier frames said
 * that were passed over: the line may say less than it should.
 */
bool session_is_unsure(const struct session *s);

/* The frame that was walked last is displayed: times since it count from there. */
void session_displayed(struct session *s);

/* --- what listeners look up --- */

/* How many rows all protocols have together: the range of struct node's `id`. */
uint32_t session_rows(const struct session *s);
/* The row and its protocol by number. */
const struct field *session_row(const struct session *s, uint32_t id);
const struct proto *session_row_proto(const struct session *s, uint32_t id);
/* The next row called `name` at or after number `from`; session_rows() when there is none. */
uint32_t session_find(const struct session *s, const char *name, uint32_t from);

/* The lowest number of a row that has the same name as this one. */
uint32_t session_first_of(const struct session *s, uint32_t id);

/* Whether the row can stand only once in a layer: a fixed place in its header. */
bool session_row_is_once(const struct session *s, uint32_t id);

/* The vendor whose prefix of MAC addresses this is; NULL: unknown. */
const char *session_vendor(const struct session *s, uint64_t oui);

/* The name of a port of "tcp", "udp" ...; NULL: unknown, or names aren't wanted. */
const char *session_service(const struct session *s, unsigned port, const char *transport);

/* --- state that a protocol keeps over the run --- */

/*
 * The slot that belongs to `key` (any address that is the owner's own): NULL at
 * first; what is put there is given to `drop` when the session is closed.
 */
void **session_slot(struct session *s, const void *key, void (*drop)(void *));
/* What stands in that slot; NULL: nothing yet. */
void *session_kept(const struct session *s, const void *key);

#endif
