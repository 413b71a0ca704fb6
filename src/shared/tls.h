/* SPDX-License-Identifier: BSD-2-Clause */
/* What TLS and DTLS have in common: handshake messages, alerts, heartbeats. */
/* RFC 5246 and RFC 8446; the rows are those of shared/tls_rows.h. */
#ifndef SHARED_TLS_H
#define SHARED_TLS_H

#include "core/walk.h"
#include "shared/tls_rows.h"

enum { SSL2 = 0x0002, SSL3 = 0x0300, TLS1_2 = 0x0303, TLS1_3 = 0x0304 };

/* Types of records. */
enum {
	REC_CHANGE_CIPHER = 20,
	REC_ALERT,
	REC_HANDSHAKE,
	REC_APPLICATION,
	REC_HEARTBEAT,
	REC_CONNECTION_ID,
};

/* Types of handshake messages that matter beyond their own content. */
enum { HS_CLIENT_HELLO = 1, HS_SERVER_HELLO = 2, HS_SERVER_DONE = 14 };

/* What is remembered of a connection. */
struct tls_session {
	uint16_t version;      /* that both agreed on; 0: not known */
	uint16_t suite;        /* ... the same */
	bool any_suite;        /* `suite` is known */
	uint8_t server;        /* which end it is: 1 the first, 2 the second; 0: not known */
	bool resumed;          /* the server said hello, not yet that it is done: it may be over */
	uint8_t cid_len[2];    /* octets of connection identifiers to each end */
	uint64_t encrypted[2]; /* the frame from which an end's records are encrypted; 0: none */
	const char *application; /* what is carried, by its long name; NULL: not known */
};

/* Words for the summary line, in turn. */
struct tls_said {
	unsigned n;
	const char *list[48];
};

/* What the functions below work on. */
struct tls {
	struct walk *w;
	struct tls_session *s;
	struct tls_said *said;
	uint32_t group;              /* the message at hand */
	uint8_t end;                 /* which end sent it: 1 or 2, as in the session */
	bool server;                 /* the server sent it */
	bool datagrams;              /* DTLS */
	uint16_t version;            /* that the record layer is said to have */
	uint16_t shown;              /* that the record's line names; 0: the same */
	uint8_t message;             /* type of the handshake message */
	uint16_t cookie_len, cookie; /* rows of DTLS's cookie */
	/* What only one of the two has: true when it has read the extension's data. */
	bool (*own_extension)(struct tls *t, struct cursor *c, unsigned type);
	const struct plan *certificate, *name, *status; /* parts that read DER */
};

void tls_say(struct tls *t, const char *words);
void tls_info(struct text *text, const struct tls_said *said);

/* "TLSv1.2" */
const char *tls_version_name(uint16_t version);

/*
 * The length of a vector, in `octets` octets, and the vector; `least` and `most` are what its
 * length may be.  The cursor stands behind it then.
 */
struct cursor tls_vector(struct tls *t, struct cursor *c, unsigned row, unsigned octets,
			 uint32_t least, uint32_t most);
/* The same for octets without a meaning: `row` shows them. */
void tls_opaque(struct tls *t, struct cursor *c, unsigned len_row, unsigned octets, unsigned row);
/* Octets that nobody read of a vector are odd. */
void tls_end_vector(struct tls *t, struct cursor *c);
/* A group that is but words. */
uint32_t tls_group(struct tls *t, const struct cursor *c, uint32_t octets, const char *words);

/* The message's content, behind type and length. */
void tls_message(struct tls *t, struct cursor *c);
void tls_hello(struct tls *t, struct cursor *c);
void tls_server_exchange(struct tls *t, struct cursor *c);
void tls_client_exchange(struct tls *t, struct cursor *c);
void tls_certificates(struct tls *t, struct cursor *c);
void tls_signature(struct tls *t, struct cursor *c, unsigned len_row, unsigned row);
void tls_signature_algorithm(struct tls *t, struct cursor *c);
void tls_signature_algorithms(struct tls *t, struct cursor *c);
void tls_authorities(struct tls *t, struct cursor *c);
void tls_status(struct tls *t, struct cursor *c);

void tls_sct_list(struct tls *t, struct cursor *c);
void tls_alpn(struct tls *t, struct cursor *c);
void tls_alps(struct tls *t, struct cursor *c);
void tls_extensions(struct tls *t, struct cursor *c);
/* The line that tells programs apart, and its hash; the hello begins at the cursor. */
void tls_ja3(struct tls *t, struct cursor hello, struct cursor end);

void tls_alert(struct tls *t, struct cursor *c);
void tls_heartbeat(struct tls *t, struct cursor *c);
void tls_change_cipher(struct tls *t, struct cursor *c);
/* Whether what stands there can't be read as a handshake message. */
bool tls_is_encrypted(const struct tls *t, struct cursor c);

/* Looks into a server's hello for the version that it chose. */
uint16_t tls_hello_version(struct cursor hello);
/* The same from behind the message's type, drafts counted as TLS 1.3; 0: it is none. */
uint16_t tls_chosen_version(struct cursor message);

/* Whether it is a version of TLS, or SSL 3. */
bool tls_is_version(unsigned version);
/* An old client's hello that offers new versions, too: the top bit is set, one octet is 1. */
bool tls_is_ssl2_hello(struct cursor c);

#endif
