/* SPDX-License-Identifier: BSD-2-Clause */
/* How a conversation that is followed is written; for command lines, too. */
#ifndef STATS_FOLLOW_FORM_H
#define STATS_FOLLOW_FORM_H

enum follow_form {
	FOLLOW_ASCII, /* as tshark writes it: a dot for what isn't printable ... */
	FOLLOW_HEX,   /* ... octets and characters ... */
	FOLLOW_RAW,   /* ... hexadecimal digits ... */
	FOLLOW_YAML,  /* ... YAML with base64 */
	FOLLOW_TEXT,  /* as it is, what isn't text made visible */
	FOLLOW_JSON,  /* an object a line */
};

#endif
