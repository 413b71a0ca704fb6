/* SPDX-License-Identifier: BSD-2-Clause */
/* SMTP: what the next line of a connection's client is. */
/* RFC 5321, 3. */
#ifndef FLOW_SMTP_H
#define FLOW_SMTP_H

#include "core/walk.h"

enum smtp_stage {
	SMTP_COMMANDS,
	SMTP_MAIL,          /* DATA was sent: a mail, up to a line that is a dot */
	SMTP_LOGIN_ASKED,   /* AUTH LOGIN was sent */
	SMTP_USERNAME,      /* the client's name follows */
	SMTP_PASSWORD_NEXT, /* it came */
	SMTP_PLAIN_ASKED,   /* AUTH PLAIN was sent */
	SMTP_BOTH,          /* name and password follow */
	SMTP_TLS_ASKED,     /* STARTTLS was sent */
	SMTP_PASSWORD,      /* the password follows */
};

struct smtp {
	enum smtp_stage stage;
	uint32_t octets; /* of the mail so far */
	uint32_t mails;  /* begun in the connection */
	uint32_t bdat;   /* octets that BDAT announced */
	uint32_t came;   /* how many of them came */
	uint8_t end;     /* octets of the dot that ends the mail, with line ends */
	bool any;        /* a mail was begun: what is no command is part of one */
	bool last;       /* BDAT's last part */
	bool line_ends;  /* the last segment ended with a line */
};

/* That of the connection which TCP's layer belongs to. */
struct smtp *smtp_of(struct walk *w, const struct layer *tcp);

/* The server answers with that code. */
void smtp_answer(struct smtp *s, unsigned code);

#endif
