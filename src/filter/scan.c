/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter's text in tokens. */
#include "filter/scan.h"
#include <ctype.h>

struct spelling {
	const char *text;
	enum token_kind kind;
	enum relation relation;
	enum quantity quantity;
};

/* Longer spellings stand before those that they begin with. */
static const struct spelling symbols[] = {
	{"===", TOKEN_RELATION, EQUAL, ALL},
	{"!==", TOKEN_RELATION, UNEQUAL, ANY},
	{"==", TOKEN_RELATION, EQUAL, ANY},
	{"!=", TOKEN_RELATION, UNEQUAL, ALL},
	{"~=", TOKEN_RELATION, UNEQUAL, ANY},
	{">=", TOKEN_RELATION, GREATER_EQUAL, ANY},
	{"<=", TOKEN_RELATION, LESS_EQUAL, ANY},
	{">", TOKEN_RELATION, GREATER, ANY},
	{"<", TOKEN_RELATION, LESS, ANY},
	{"&&", TOKEN_AND, 0, 0},
	{"||", TOKEN_OR, 0, 0},
	{"^^", TOKEN_XOR, 0, 0},
	{"!", TOKEN_NOT, 0, 0},
	{"~", TOKEN_MATCHES, 0, 0},
	{"&", TOKEN_MASK, 0, 0},
	{"..", TOKEN_DOTS, 0, 0},
	{"(", TOKEN_LEFT_PAREN, 0, 0},
	{")", TOKEN_RIGHT_PAREN, 0, 0},
	{"{", TOKEN_LEFT_BRACE, 0, 0},
	{"}", TOKEN_RIGHT_BRACE, 0, 0},
	{",", TOKEN_COMMA, 0, 0},
	{"#", TOKEN_HASH, 0, 0},
	{"+", TOKEN_PLUS, 0, 0},
	{"-", TOKEN_MINUS, 0, 0},
	{"*", TOKEN_STAR, 0, 0},
	{"/", TOKEN_SLASH, 0, 0},
	{"%", TOKEN_PERCENT, 0, 0},
};

static const struct spelling words[] = {
	{"eq", TOKEN_RELATION, EQUAL, ANY},
	{"any_eq", TOKEN_RELATION, EQUAL, ANY},
	{"all_eq", TOKEN_RELATION, EQUAL, ALL},
	{"ne", TOKEN_RELATION, UNEQUAL, ALL},
	{"all_ne", TOKEN_RELATION, UNEQUAL, ALL},
	{"any_ne", TOKEN_RELATION, UNEQUAL, ANY},
	{"gt", TOKEN_RELATION, GREATER, ANY},
	{"ge", TOKEN_RELATION, GREATER_EQUAL, ANY},
	{"lt", TOKEN_RELATION, LESS, ANY},
	{"le", TOKEN_RELATION, LESS_EQUAL, ANY},
	{"contains", TOKEN_CONTAINS, 0, 0},
	{"matches", TOKEN_MATCHES, 0, 0},
	{"bitwise_and", TOKEN_MASK, 0, 0},
	{"and", TOKEN_AND, 0, 0},
	{"or", TOKEN_OR, 0, 0},
	{"xor", TOKEN_XOR, 0, 0},
	{"not", TOKEN_NOT, 0, 0},
	{"any", TOKEN_ANY, 0, 0},
	{"all", TOKEN_ALL, 0, 0},
	{"in", TOKEN_IN, 0, 0},
};

/* The octets from a quote to its twin, both counted; 0: there is none. */
static uint32_t quoted(const char *s, char quote)
{
	uint32_t n = 1;

	while (s[n] && s[n] != quote)
		n += s[n] == '\\' && s[n + 1] ? 2 : 1;
	return s[n] ? n + 1 : 0;
}

static bool is_word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '.' || c == ':' || c == '-';
}

/* Whether the n octets look like an address, behind which "/24" may follow. */
static bool is_address(const char *s, uint32_t n)
{
	bool separated = false;

	for (uint32_t i = 0; i < n; i++) {
		if (!isxdigit((unsigned char)s[i]) && s[i] != '.' && s[i] != ':')
			return false;
		separated = separated || s[i] == '.' || s[i] == ':';
	}
	return separated;
}

/* Octets of the word that begins here: up to ".." and with the prefix of an address. */
static uint32_t word_len(const char *s)
{
	uint32_t n = 0;

	while (is_word_char(s[n]) && !(s[n] == '.' && s[n + 1] == '.'))
		n++;
	if (s[n] == '/' && isdigit((unsigned char)s[n + 1]) && is_address(s, n))
		for (n++; isdigit((unsigned char)s[n]);)
			n++;
	return n;
}

static struct token token_of(const struct spelling *s, uint32_t at)
{
	return (struct token){s->kind, at, (uint32_t)strlen(s->text), s->relation, s->quantity};
}

static struct token scan_word(const char *text, uint32_t at)
{
	uint32_t n = word_len(text + at);

	for (size_t i = 0; i < COUNT(words); i++)
		if (strlen(words[i].text) == n && !memcmp(words[i].text, text + at, n))
			return token_of(&words[i], at);
	return (struct token){.kind = TOKEN_WORD, .at = at, .len = n};
}

/* What begins with one mark and ends with another. */
static struct token scan_enclosed(const char *text, uint32_t at, enum token_kind kind, char end)
{
	const char *close = strchr(text + at, end);

	if (!close)
		return (struct token){
			.kind = TOKEN_UNCLOSED, .at = at, .len = (uint32_t)strlen(text + at)};
	return (struct token){.kind = kind, .at = at, .len = (uint32_t)(close + 1 - text) - at};
}

static struct token scan_quoted(const char *text, uint32_t at, uint32_t skip)
{
	char quote = text[at + skip];
	uint32_t n = quoted(text + at + skip, quote);

	if (!n)
		return (struct token){
			.kind = TOKEN_UNCLOSED, .at = at, .len = (uint32_t)strlen(text + at)};
	return (struct token){
		.kind = quote == '"' ? TOKEN_STRING : TOKEN_CHAR, .at = at, .len = n + skip};
}

struct token scan(const char *text, uint32_t at)
{
	const char *s;

	while (isspace((unsigned char)text[at]))
		at++;
	s = text + at;
	if (!*s)
		return (struct token){.kind = TOKEN_END, .at = at};
	if ((*s == 'r' || *s == 'R') && s[1] == '"')
		return scan_quoted(text, at, 1);
	if (*s == '"' || *s == '\'')
		return scan_quoted(text, at, 0);
	if (*s == '[')
		return scan_enclosed(text, at, TOKEN_BRACKET, ']');
	if (*s == '$' && s[1] == '{')
		return scan_enclosed(text, at, TOKEN_REFERENCE, '}');
	if (is_word_char(*s) && *s != '-' && strncmp(s, "..", 2))
		return scan_word(text, at);
	for (size_t i = 0; i < COUNT(symbols); i++)
		if (!strncmp(s, symbols[i].text, strlen(symbols[i].text)))
			return token_of(&symbols[i], at);
	return (struct token){.kind = TOKEN_UNKNOWN, .at = at, .len = 1};
}
