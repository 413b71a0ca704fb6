/* SPDX-License-Identifier: BSD-2-Clause */
/* A specification as layers, settings and choices of values.  For craft/ alone. */
#ifndef CRAFT_SYNTAX_H
#define CRAFT_SYNTAX_H

#include "core/arena.h"
#include "craft/builder.h"
#include "craft/craft.h"
#include "craft/random.h"

/* A value: a number, or octets. */
struct worth {
	uint64_t u;
	const uint8_t *p; /* NULL: a number */
	uint32_t n;       /* octets at p */
};

enum choice_kind {
	CHOICE_RANGE,  /* `n` values from `first` on */
	CHOICE_RANDOM, /* any value, another one in each packet */
	CHOICE_UP,     /* `first` in the first packet, one more in each */
	CHOICE_DOWN,   /* ... one less */
};

struct choice {
	enum choice_kind kind;
	struct worth first;
	uint64_t n; /* values that it stands for in the product; 1 for what changes by itself */
};

/* One NAME=VALUE, or a payload. */
struct setting {
	const struct field *field; /* NULL: the octets of a payload */
	const char *name;          /* the field's name in full */
	unsigned part;             /* of which layer */
	unsigned row;              /* in the layer's own table; 0: another table has it */
	const struct proto *owner; /* the table that has it */
	uint32_t at, len;          /* where it stands in the text */
	struct choice *choices;
	unsigned n_choices;
	uint64_t n;     /* values in all */
	uint64_t turn;  /* which of them the packet at hand has */
	uint32_t place; /* bit in the part; NO_VALUE: not known before it is looked for */
};

/* A list of TLV elements: options of the layer's header. */
struct element {
	const struct option *option; /* NULL: raw octets */
	struct worth values[8];      /* of the rows behind its head, in their order */
	unsigned n_values;
	uint32_t at, len; /* where it stands in the text */
};

/* A number in the packet that is another one in each. */
struct spot {
	unsigned part;
	const struct field *field;
	uint32_t at, bits; /* bits from the part's first one; width */
	bool ephemeral;    /* a client's port */
};

struct craft {
	struct arena arena; /* all that is compiled; lives as long as this */
	struct session *session;
	const char *text;
	struct craft_options options;
	struct craft_fault *fault;
	bool failed;
	const struct proto *protos[MAX_PARTS]; /* NULL: a payload */
	bool *forced[MAX_PARTS];               /* by row: somebody set it */
	uint32_t first_id[MAX_PARTS];          /* number of the row 0 of its table */
	bool added[MAX_PARTS];                 /* nobody named it: it goes without saying */
	struct element *elements[MAX_PARTS];
	unsigned n_elements[MAX_PARTS];
	unsigned n_parts;
	bool grows; /* a layer may grow until a field that is set has room */
	struct setting *settings;
	unsigned n_settings, cap_settings;
	uint64_t count; /* combinations */
	uint64_t next;  /* number of the packet that is built next */
	struct random random;
	struct builder *builder; /* libnet; NULL: not asked yet */
	struct packet packet;    /* the one at hand */
	uint32_t link;           /* LINKTYPE_ value of all */
	bool built;              /* there is one at hand */
	bool simple; /* all that varies has a known place, and nothing else follows from it */
	struct setting **varying; /* settings of more than one value; n_varying of them */
	unsigned n_varying;
	struct spot spots[32];
	unsigned n_spots;
};

/* Notes the first thing that is wrong, about those octets of the text; gives false. */
bool amiss(struct craft *c, uint32_t at, uint32_t len, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Reads the text into layers and settings. */
bool read_spec(struct craft *c);

/* Reads NAME=VALUE about the last layer. */
bool read_setting(struct craft *c, uint32_t *at);
/* Puts it into its part, for packet number `index`. */
bool put_setting(struct craft *c, struct packet *k, struct setting *s, uint64_t index);

/* The number of the protocol's row 0. */
uint32_t first_id_of(const struct session *s, const struct proto *p);
/* The LINKTYPE_ value at which a protocol may be the outermost one; NO_VALUE: it may not. */
uint32_t link_of(const struct proto *p);

/* Adds the layers that are missing below and between those that were read. */
bool add_carriers(struct craft *c);

/* The protocol that the user calls so in n letters, short names and aliases too; NULL: none. */
const struct proto *proto_named(const struct session *s, const char *name, size_t n);
/* The field's name in full, for a layer and what the user calls the field; NULL: none. */
const char *field_named(struct craft *c, const struct proto *p, const char *name, size_t n);

/* The value that those octets of the text are for the field; false: none, which was noted. */
bool read_worth(struct craft *c, const struct field *f, uint32_t at, uint32_t len, struct worth *w);
/* A string in quotation marks with escapes, from `at` on; *len is what it takes of the text. */
bool read_quoted(struct craft *c, uint32_t at, uint32_t *len, struct worth *w);
/* Octets in hexadecimal, with or without separators. */
bool read_hex(struct craft *c, uint32_t at, uint32_t len, struct worth *w);

/* TLV elements: "mss:1460,sackok,ws:7". */
bool read_elements(struct craft *c, unsigned part, uint32_t at, uint32_t len);
/* Puts a layer's elements behind its header. */
bool put_elements(struct craft *c, struct packet *k, unsigned part);

/* The value that a setting has in packet number `index` when it is its `turn` of the product. */
struct worth worth_of(struct craft *c, const struct setting *s, uint64_t turn, uint64_t index);

/* Writes the value to its bits; octets only where they fill them: false where they don't. */
bool put_worth(struct packet *k, const struct setting *s, uint32_t at, uint32_t bits,
	       const struct worth *w);

/* Puts new numbers where nobody is to guess them. */
void put_spots(struct craft *c, struct packet *k);

/* Has the user's function put what is known of the packet's way. */
bool complete_way(struct craft *c, struct packet *k);

/* Builds the packet from nothing, for that combination. */
bool build(struct craft *c, struct packet *k, uint64_t index);

#endif
