/* SPDX-License-Identifier: BSD-2-Clause */
/* SMTP: what the next line of a connection's client is. */
#include "flow/smtp.h"
#include "flow/conv.h"

struct smtp *smtp_of(struct walk *w, const struct layer *tcp)
{
	static const char table_key;
	bool from_a;

	return conv_own(conv_get(w, &table_key, (uint16_t)VALUE_OF(tcp, tcp->proto->sport),
				 (uint16_t)VALUE_OF(tcp, tcp->proto->dport), sizeof(struct smtp),
				 &from_a));
}

void smtp_answer(struct smtp *s, unsigned code)
{
	if (s->stage == SMTP_MAIL)
		return;
	if (s->stage == SMTP_LOGIN_ASKED && code == 334) {
		s->stage = SMTP_USERNAME;
	} else if (s->stage == SMTP_PASSWORD_NEXT && code == 334) {
		s->stage = SMTP_PASSWORD;
	} else if (s->stage == SMTP_PLAIN_ASKED && code == 334) {
		s->stage = SMTP_BOTH;
	} else if (code >= 400 || s->stage == SMTP_TLS_ASKED) {
		s->stage = SMTP_COMMANDS;
	}
}
