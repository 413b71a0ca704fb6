/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter's text in tokens.  For filter/ alone. */
#ifndef FILTER_SCAN_H
#define FILTER_SCAN_H

#include "filter/syntax.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,
	TOKEN_STRING, /* with its quotes, and the r of a raw one */
	TOKEN_CHAR,
	TOKEN_UNCLOSED, /* a string or character whose quote doesn't end */
	TOKEN_UNKNOWN,
	TOKEN_LEFT_PAREN,
	TOKEN_RIGHT_PAREN,
	TOKEN_LEFT_BRACE,
	TOKEN_RIGHT_BRACE,
	TOKEN_BRACKET, /* [ and all up to its ] */
	TOKEN_COMMA,
	TOKEN_DOTS,
	TOKEN_HASH,
	TOKEN_REFERENCE, /* ${name} */
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_XOR,
	TOKEN_NOT,
	TOKEN_ANY,
	TOKEN_ALL,
	TOKEN_RELATION,
	TOKEN_CONTAINS,
	TOKEN_MATCHES,
	TOKEN_IN,
	TOKEN_PLUS,
	TOKEN_MINUS,
	TOKEN_STAR,
	TOKEN_SLASH,
	TOKEN_PERCENT,
	TOKEN_MASK,
};

struct token {
	enum token_kind kind;
	uint32_t at, len;
	enum relation relation; /* RELATION ... */
	enum quantity quantity; /* ... and of how many pairs it must be true */
};

/* The token at or behind offset `at` of the text. */
struct token scan(const char *text, uint32_t at);

#endif
