/* SPDX-License-Identifier: BSD-2-Clause */
/* SSH: what the ends of a connection said of themselves and agreed on. */
#ifndef FLOW_SSH_H
#define FLOW_SSH_H

#include "core/walk.h"

#define SSH_NAME 64 /* octets of an algorithm's name that are remembered, with its end */

/* The lists of a Key Exchange Init, in their order (RFC 4253, 7.1). */
enum ssh_list {
	SSH_KEX,
	SSH_HOST_KEY,
	SSH_ENC_TO_SERVER,
	SSH_ENC_TO_CLIENT,
	SSH_MAC_TO_SERVER,
	SSH_MAC_TO_CLIENT,
	SSH_COMP_TO_SERVER,
	SSH_COMP_TO_CLIENT,
	SSH_LANG_TO_SERVER,
	SSH_LANG_TO_CLIENT,
	SSH_LISTS,
};

/* Messages whose number is that of their first sending. */
enum ssh_numbered {
	SSH_N_INIT,
	SSH_N_DH_INIT,
	SSH_N_DH_REPLY,
	SSH_N_GEX_GROUP,
	SSH_N_GEX_INIT,
	SSH_N_GEX_REPLY,
	SSH_N_GEX_REQUEST,
	SSH_N_ECDH_INIT,
	SSH_N_ECDH_REPLY,
	SSH_N_NEW_KEYS,
	SSH_NUMBERED,
};

/* How far an end came. */
struct ssh_place {
	uint64_t greeted; /* frame of its version line; 0: none came */
	uint64_t started; /* ... of its Key Exchange Init, or of its first message in SSH 1 */
	bool keyed;       /* it sent New Keys */
};

/* Both ends, and the version that the client asks for; 0: unknown. */
struct ssh_progress {
	uint8_t version;
	struct ssh_place end[2]; /* the client, the server */
};

/* What is known of what an end sends. */
struct ssh_end {
	char *lists[SSH_LISTS]; /* of its Key Exchange Init; owned; NULL: it wasn't seen */
	char enc[SSH_NAME], mac[SSH_NAME], comp[SSH_NAME]; /* "": not agreed on */
	uint32_t next;                                     /* number of its next packet */
	uint32_t number[SSH_NUMBERED];
};

struct ssh_connection {
	struct ssh_progress now;   /* as far as messages were read */
	struct ssh_progress ahead; /* ... as their ends were looked for */
	uint64_t frame;            /* where that was */
	const uint8_t *from;       /* the octets it began at, and what was known there */
	struct ssh_progress before;
	struct ssh_end end[2];
	char kex[SSH_NAME]; /* the method; "": not agreed on */
};

/* A message as it is read: the state of its layer. */
struct ssh_state {
	uint64_t connection; /* address of the struct ssh_connection; 0: it has none */
	uint64_t said;       /* ... of the struct text that becomes the summary line */
	uint64_t server;     /* the server sends it */
	uint64_t number;     /* of the packet */
};

static inline struct ssh_connection *ssh_of(const struct ssh_state *s)
{
	return (struct ssh_connection *)(uintptr_t)s->connection;
}

/* Adds words to the summary line. */
void ssh_say(struct walk *w, const struct ssh_state *s, const char *words);

/* Parts of a packet: the values of "ssh.part". */
enum { SSH_METHOD };

/* Packets that can't be read: how much of them is told. */
enum ssh_cover {
	SSH_SHOWN,  /* their octets */
	SSH_BLOCKS, /* nothing; the least is a block of 16 octets */
	SSH_STREAM, /* nothing; the least is a length */
};

/* That of the layer's carrier; NULL: it has no ports. */
struct ssh_connection *ssh_connection_of(struct walk *w, const struct layer *l);
/* Whether the server sends it, as the ports tell. */
bool ssh_from_server(const struct layer *l);

/* Octets of the whole messages that begin there; of one that isn't whole what it takes. */
uint32_t ssh_extent(struct walk *w, const struct layer *l);

/*
 * Octets of the message that begins there, more than there are if it isn't whole; what it
 * does to the end's progress, as far as its first octets tell.
 */
uint32_t ssh_step(struct ssh_progress *p, bool server, uint64_t frame, struct span s);
/* The end's version line came. */
void ssh_greet(struct ssh_progress *p, bool server, uint64_t frame, struct span line);
/* The end's Key Exchange Init: remembers the lists; with the other's, settles the method. */
void ssh_set_lists(struct ssh_connection *c, bool server, const struct span *lists);
/* The keys are known to both ends: what they agreed on holds. */
void ssh_settle(struct ssh_connection *c);
/* The number of the end's message; `early`: it counts itself first. */
uint32_t ssh_number(struct ssh_end *e, enum ssh_numbered which, bool early);

/* Octets of the digest behind each packet, and whether their length isn't enciphered. */
uint32_t ssh_mac_len(const char *mac, bool *plain_length);
enum ssh_cover ssh_cover(const char *enc);
/* Whether the cipher has a digest of its own. */
bool ssh_authenticates(const char *enc);

#endif
