/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter as a tree of tests and operands.  For filter/ alone. */
#ifndef FILTER_SYNTAX_H
#define FILTER_SYNTAX_H

#include "core/arena.h"
#include "filter/filter.h"

/* --- values --- */

/* What kinds can be compared with: several of Wireshark's types are one here. */
enum type {
	V_NONE,
	V_UINT, /* characters and frame numbers, too */
	V_SINT,
	V_BOOL,
	V_FLOAT,
	V_IPV4,
	V_IPV6,
	V_ETHER,
	V_EUI64,
	V_BYTES, /* a protocol is the octets that it spans */
	V_STRING,
	V_GUID,
	V_OID,
	V_ABSTIME,
	V_RELTIME,
};

struct value {
	enum type type;
	uint32_t n;      /* octets at p */
	uint32_t covers; /* of a protocol: octets of its own among them */
	union {
		uint64_t u;       /* UINT, BOOL, IPV4, EUI64 */
		int64_t i;        /* SINT, and times in nanoseconds */
		double d;         /* FLOAT */
		const uint8_t *p; /* all others */
	};
};

/* From lo to hi, both included: a number, or all addresses with a prefix. */
struct range {
	struct value lo, hi;
};

/* Less than, equal to or greater than 0, as a stands to b (of the same type). */
int value_order_slow(const struct value *a, const struct value *b);
static inline int value_order(const struct value *a, const struct value *b)
{
	bool plain = a->type == V_UINT || a->type == V_BOOL || a->type == V_IPV4;

	if (plain && a->type == b->type)
		return (a->u > b->u) - (a->u < b->u);
	return value_order_slow(a, b);
}

/* --- terms --- */

enum op {
	/* tests */
	OP_AND,   /* of all args */
	OP_OR,    /* of any arg */
	OP_XOR,   /* of an odd number of args */
	OP_NOT,   /* of its arg */
	OP_THERE, /* the operand has a value; of arithmetic: one that isn't 0 */
	OP_COMPARE,
	OP_CONTAINS,
	OP_MATCHES,
	OP_IN, /* args behind the first: members, until set_make() has made `set` of them */
	/* operands */
	OP_FIELD,
	OP_REFERENCE, /* to a field of the selected frame */
	OP_WORD,      /* a literal without quotes: what it means depends on the other side */
	OP_STRING,    /* "a" */
	OP_CHAR,      /* 'a' */
	OP_SLICE,
	OP_CALL,
	OP_NEGATE,
	OP_ADD,
	OP_SUBTRACT,
	OP_MULTIPLY,
	OP_DIVIDE,
	OP_MODULO,
	OP_MASK,
	OP_RANGE, /* a member of a set: two literals */
	OP_CONST, /* a literal whose type is known */
};

enum relation { EQUAL, UNEQUAL, GREATER, GREATER_EQUAL, LESS, LESS_EQUAL };
enum quantity { ANY, ALL };

/* "[i:j]" and "#[i-j]": places counted from 0 (slices) or 1 (layers); < 0: from the end. */
struct stretch {
	int32_t from, to; /* `to` is included */
	bool to_end;
	struct stretch *next;
};

struct list {
	struct value *v;
	uint32_t n, cap;
};

struct function;
struct set;

struct term {
	enum op op;
	uint32_t at, len; /* where it stands in the text */
	struct term **args;
	uint32_t n_args;
	uint32_t height; /* terms below one another, this one included */
	enum type type;  /* of an operand; V_NONE: a protocol or field that has no value */
	/* COMPARE, CONTAINS, MATCHES, IN */
	enum relation relation;
	enum quantity quantity;
	/* FIELD */
	const struct field *field;
	uint32_t *ids;           /* numbers of the rows that have the name, ended by UINT32_MAX */
	struct stretch *stretch; /* which layers; of a SLICE: which octets */
	/* WORD, STRING, CHAR */
	const char *text; /* decoded */
	uint32_t text_len;
	bool raw;
	/* CONST */
	struct range value;
	const struct function *function; /* CALL */
	struct set *set;                 /* IN */
	void *regex;                     /* MATCHES: struct regex */
	struct list out;                 /* an operand's values in the frame at hand */
};

/* A compiled filter. */
struct filter {
	struct arena arena;   /* the tree; lives as long as the filter */
	struct arena scratch; /* what a frame's evaluation needs */
	struct text words;    /* a value's, while they are written */
	struct session *session;
	const char *text;
	struct list parts;      /* tests that must all hold, as strings */
	struct list fields;     /* names of the fields asked for, as strings */
	const char *softer;     /* see filter_softer() */
	struct term *top;       /* NULL: everything passes */
	const struct record *r; /* while a frame is evaluated */
	struct filter_fault *fault;
	char *warning;
	bool failed;
	bool asked_of_nothing; /* it is known what holds of a record without nodes: */
	bool holds_of_nothing;
};

/* --- what the parts of the compiler do, in order --- */

/* The tree of the text; NULL: it isn't one. */
struct term *parse(struct filter *f);

/* Gives every operand its type and every literal its value; false: something doesn't fit. */
bool check_types(struct filter *f, struct term *t);

/* Writes down what the doctor may ask, before the tree loses its likeness to the text. */
void note_parts(struct filter *f);

/* Folds constants, and chains of comparisons with constants to look-ups. */
struct term *simplify(struct filter *f, struct term *t);

/* Notes the first thing that is wrong, about those octets of the text; gives false. */
bool wrong(struct filter *f, uint32_t at, uint32_t len, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

struct term *new_term(struct filter *f, enum op op, uint32_t at, uint32_t len);
void add_arg(struct filter *f, struct term *t, struct term *arg);

/*
 * The literal's value as one of the type (`like`: the field it is compared with, NULL:
 * none); makes it a CONST.  False: it is none.
 */
bool literal_value(struct filter *f, struct term *literal, enum type type,
		   const struct field *like);

/* Says that the literal is no such value, and what would be (may be ""); gives false. */
bool no_such(struct filter *f, const struct term *t, enum type type, const char *hint);

/* The times among them: seconds with a fraction; dates, in the user's zone unless they say one. */
bool as_reltime(struct filter *f, struct term *t);
bool as_abstime(struct filter *f, struct term *t);

static inline struct range single(struct value v)
{
	return (struct range){v, v};
}

/* What a hexadecimal digit is worth; -1: it is none. */
static inline int hex_value(char c)
{
	int letter = (c | 32) - 'a';

	return c >= '0' && c <= '9' ? c - '0' : letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/* What users call the type: "an IPv4 address". */
const char *type_name(enum type type);

/* --- functions --- */

/* The function called so; NULL: there is none.  `names` lists all, ended by NULL. */
const struct function *function_named(const char *name, size_t len);
extern const char *const function_names[];

/* Checks the arguments and types the call. */
bool check_call(struct filter *f, struct term *call);

/* The call's values, from those of its arguments. */
void call(struct filter *f, struct term *t);

/* --- sets --- */

/* Sorted and merged ranges; the literals among args[1...] must have their values. */
struct set *set_make(struct filter *f, struct term *const *members, uint32_t n);
bool set_has(const struct set *s, const struct value *v);

/* --- regular expressions --- */

void *regex_make(struct filter *f, const struct term *pattern);
bool regex_matches(void *regex, const struct value *v);
void regex_free(void *regex);

/* --- evaluation --- */

bool holds_true(struct filter *f, struct term *t);
/* The string that has been written to f->words, which is empty then. */
struct value take_words(struct filter *f);
/* The operand's values in the frame at hand, in t->out. */
void evaluate(struct filter *f, struct term *t);
void list_add(struct list *l, struct value v);
/* What comes of two values of the same type; false: none. */
bool calculate(struct filter *f, enum op op, const struct value *a, const struct value *b,
	       struct value *v);

/* Frees what the terms hold outside the arena. */
void free_terms(struct term *t);

#endif
