/* SPDX-License-Identifier: BSD-2-Clause */
/* The walker as hooks see it: how they put fields, ask for children, note trouble. */
#ifndef CORE_WALK_H
#define CORE_WALK_H

#include "core/arena.h"
#include "core/record.h"
#include "core/session.h"

/* The layer at hand and its record; hooks read these and call the functions below. */
struct walk {
	struct record r;
	struct session *session;
	struct names *names;     /* of vendors and services */
	struct arena arena;      /* lives as long as the frame */
	struct layer *now;       /* the layer whose hook runs */
	uint8_t depth;           /* depth of the node that a hook would put next */
	bool labels;             /* the tree is shown: words are wanted */
	const struct plan *root; /* the frame itself */
	const struct plan *data; /* what shows bytes that nobody takes */
	const struct plan *expert, *malformed, *cut_short; /* the marks: see core/marks.h */
	bool summary;                                      /* summary lines are printed */
	bool unsure;     /* the line may tell of what was passed over */
	bool hasty;      /* frames that are passed over leave no more memory than they must */
	bool tried;      /* it was found that only a walk can tell of this frame */
	bool skims;      /* all that is wanted stands in headers: see core/skim.c */
	bool frame_too;  /* ... or is known of the frame itself */
	bool all_layers; /* some row tells of all layers: not even data is left out */
	bool judged;     /* notes, or what was malformed or cut short, are wanted: every
			  * octet is looked at */
	bool values;   /* somebody looks at what rows say, or at bytes, not just at what there is */
	bool noted;    /* notes, or the marks that they leave, are wanted */
	uint32_t last; /* the node that was put last by a hook; NO_NODE: it wasn't wanted */
	uint16_t nesting; /* layers inside one another */
	uint16_t quoted;  /* > 0: inside a quoted packet */
	uint32_t budget;  /* nodes that this frame may still make */
	uint32_t cap_nodes, cap_layers;
	struct stray *strays,
		**strays_end; /* children that stand at the root, whatever quotes them */
	int64_t first_time, previous_time, displayed_time; /* of frames before this one */
	bool any_before;                                   /* there was a frame before this one */
	uint64_t *seen; /* values of the rows met in the running group, by row */
};

/* Whether some listener wants this row of the layer at hand. */
bool wanted(const struct walk *w, unsigned row);

/* Whether some listener wants any row of the layer but the protocol itself. */
bool rows_wanted(const struct layer *l);

/*
 * Whether what the layer remembers across frames shows in anything that somebody wants:
 * not in rows that are read from the header alone.
 */
bool memory_wanted(const struct walk *w, const struct layer *l);

/* Whether some listener wants any row of the protocol, or of one that it leads to. */
bool plan_wanted(const struct plan *plan);

/*
 * For `skim`: whether the child (NULL: nobody) has rows that somebody wants, or leads to some, or
 * has something to remember.
 */
bool plan_matters(const struct plan *child);

/* The same of a part that carries nothing: whether some listener wants any row of it. */
bool part_wanted(const struct plan *part);

/* Whether some listener wants any row of what the layer's protocol leads to. */
bool deeper_wanted(const struct layer *l);

/* Whether it matters to somebody what the layer carries: rows of it, or that it is there. */
bool payload_wanted(const struct walk *w, const struct layer *l);

/* Whether anybody would see what hooks put for the layer at hand: rows, or notes. */
bool any_wanted(const struct walk *w);

/* The same, or the marks of what is malformed or cut short: for work that finds it. */
bool trouble_wanted(const struct walk *w);

/* Whether anybody would see expert notes. */
bool notes_wanted(const struct walk *w);

/*
 * Reads n octets at the cursor as the row's kind says, puts its node, and those
 * of the rows under it.  Gives the number that stands there (0 for other kinds,
 * and when the octets aren't there: then the cursor is bad).
 */
uint64_t put(struct walk *w, struct cursor *c, unsigned row, uint32_t n);

/*
 * Puts the bits that the row's place names of the n octets (at most 8) at the cursor,
 * which stays where it is; gives their number.  Such rows stand below a row that is
 * never put, so that nobody else puts them.
 */
uint64_t put_slice(struct walk *w, struct cursor c, unsigned row, uint32_t n);

/*
 * The same for bits that aren't of one piece: those that `mask` has in the n octets
 * at the cursor (at most 4).  Draws them in the tree.
 */
uint32_t put_spread(struct walk *w, struct cursor c, unsigned row, uint32_t n, uint32_t mask);

/* Puts rows of known size behind one another; the list ends with row 0. */
struct part {
	uint16_t row, octets;
};
void put_rows(struct walk *w, struct cursor *c, const struct part *parts);

/* Puts a node for a row with a value that was computed; `at` and `len` say from where. */
void put_value(struct walk *w, unsigned row, uint32_t at, uint32_t len, uint64_t value);
/* The same for octets or text; they must live as long as the frame (see w->arena). */
void put_bytes(struct walk *w, unsigned row, uint32_t at, uint32_t len, const void *p,
	       uint32_t size);
void put_string(struct walk *w, unsigned row, uint32_t at, uint32_t len, const char *s);

/*
 * Opens a group: what is put until shut() stands under the row.  The row's own
 * static children are put at once, as far as the next n octets reach.
 */
uint32_t open_group(struct walk *w, const struct cursor *c, unsigned row, uint32_t n);
/* Closes it; with a cursor its length becomes what was read meanwhile. */
void shut_group(struct walk *w, uint32_t group, const struct cursor *c);

/* Opens a group whose row shows a value that was concluded. */
uint32_t open_value(struct walk *w, unsigned row, uint32_t at, uint64_t value);
/* Puts the octets that fill `n` octets up to words of four, as far as they are there. */
void put_padding(struct walk *w, struct cursor *c, unsigned row, uint32_t n);
/* The number of the row's node inside the group; NO_NODE: it isn't there. */
uint32_t node_in(const struct walk *w, uint32_t group, unsigned row);
/* What a row's words say of a value; `otherwise` where they say nothing. */
const char *row_word(const struct walk *w, unsigned row, uint64_t value, const char *otherwise);

/* Words for the node put last: the whole line, what stands behind its label, or behind all. */
void label_whole(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void label_value(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* In place of its label, before its value. */
void label_name(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void label_tail(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The last of them for a node of one's choice, such as a group's. */
void label_tail_of(struct walk *w, uint32_t node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Has the Protocol column show the number of a payload that nobody takes: "0x88b5". */
void column_number(struct walk *w, struct layer *l, uint64_t number);
/* The vendor of the three octets (NULL: of none), for a label; NULL where nobody sees that. */
const char *vendor_for_label(const struct walk *w, const uint8_t *oui);
/* An address in words, to be written into a label; it lives as long as the frame. */
const char *address_words(struct walk *w, enum kind kind, const uint8_t *p);

/* Notes trouble under the node put last; the words are the note's label when format is NULL. */
void expert(struct walk *w, unsigned note, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* The same under the node of a row of the layer's static part (0: the protocol's node). */
void expert_on(struct walk *w, unsigned row, unsigned note, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Walks the elements of a TLV list at the cursor, to its end. */
void put_options(struct walk *w, struct layer *l, struct cursor *c, const struct options *o);

/* The child in the protocol's own table (`next.table`) or in `next.also[i]`; NULL: none. */
const struct plan *next_by(const struct layer *l, uint64_t value);
/* The child that the two rows `next.row` and `next.other` name: of two ports the lower first. */
const struct plan *next_by_ports(const struct layer *l);
const struct plan *also_by(const struct layer *l, unsigned i, uint64_t value);

/* The one whose the bytes are, of those at the two ports; NULL: neither takes them. */
const struct plan *claimed_by_ports(const struct layer *l, struct span bytes);
/*
 * The first one in `next.also[i]`, from value 0 on without a gap, that takes the bytes for its
 * own by what they are; NULL: none does.
 */
const struct plan *guess(const struct layer *l, unsigned i, struct span bytes);
/* Whether somebody wants rows of a protocol in `next.also[i]`, or of what it carries. */
bool also_wanted(const struct layer *l, unsigned i);
/* Whether lines are printed, and those of such a protocol depend on frames before. */
bool also_recalls(const struct layer *l, unsigned i);
/* Whether the bytes look like the protocol's; where it can't tell, they do. */
bool known_by(const struct plan *plan, struct span bytes);
/*
 * Whether so many of the first octets of the child's bytes are as good as all, where nobody looks
 * at values.
 */
bool glance_will_do(const struct plan *child, struct span first);
/* Whether the protocol takes the bytes for its own. */
bool claimed_by(const struct plan *plan, struct span bytes);

/* Whether with it a conversation of the layer that carries it begins anew. */
bool plan_renews(const struct plan *plan);

/* The one that it always has, `next.fixed`. */
const struct plan *next_fixed(const struct layer *l);

/*
 * Has these bytes walked as `child` when the hook is done, beside the layer at
 * hand; as plain data when it is NULL or doesn't claim them.
 */
void walk_next(struct walk *w, const struct plan *child, struct cursor bytes);
/* The same for a child found through the table that the protocol's `next.via` names. */
void walk_via(struct walk *w, const struct plan *child, struct cursor bytes);
/* The same for one that guesses lead to, which frame.protocols names: "pwethheuristic". */
void walk_past(struct walk *w, const struct plan *child, struct cursor bytes, const char *via);

/* frame.protocols names so many characters of `name` behind the layer at hand. */
void name_inside(struct walk *w, const char *name, size_t n);

/* --- messages of a stream: see `pdu_len` in core/proto.h --- */

/* Whether the protocol says where its messages end; whether several make one layer. */
bool pdus_of(const struct plan *plan);
bool pdus_in_one(const struct plan *plan);
bool pdu_begun(const struct plan *plan);
bool pdu_sized(const struct plan *plan);
/*
 * Octets of the message that begins at the cursor, PDU_MORE or PDU_TO_END; *looked is 0, or as
 * it was left when fewer of its octets were there.
 */
uint32_t pdu_octets(struct walk *w, const struct plan *plan, struct cursor bytes, uint32_t *looked);
/* Where a message stands among those of a frame. */
enum {
	PDU_AGAIN = 1,    /* it isn't the first one of its protocol */
	PDU_NAMELESS = 2, /* frame.protocols doesn't name it: the one before it comes with it */
	PDU_OPEN = 8,     /* it ends with one that isn't whole */
	PDU_MUTE = 16,    /* the summary line is as if it weren't there */
	PDU_BEHIND = 4,   /* what the summary line says already stays */
};
/* Has one walked as walk_next() does. */
void walk_pdu(struct walk *w, const struct plan *plan, struct cursor bytes, unsigned place);
/* What the summary line says while that message waits; NULL: nothing of its own. */
const char *waiting_words(struct walk *w, const struct plan *plan, struct cursor bytes);
/*
 * Has the summary line say something behind what the children queued so far say, or in place
 * of what has been said; `part` is a bare protocol without rows.
 */
void walk_words(struct walk *w, const struct plan *part, const char *words, bool behind);

/*
 * Has what is left of the layer's own bytes walked behind the children queued so
 * far, as another node of the same protocol: `rest` is called again, for a layer
 * with `more` set whose parent is this one, or the first of its kind.
 */
void walk_more(struct walk *w, struct cursor bytes);
/* Walks them at once, inside the group at hand. */
void walk_inside(struct walk *w, const struct plan *child, struct cursor bytes);
/*
 * Has a bare protocol read a part of the layer at hand, whether or not somebody wants
 * its rows.  Its `rest` finds in w->last the node put last here; gives the cursor as
 * that hook leaves it, whose trouble is the caller's matter.
 */
struct cursor walk_part(struct walk *w, const struct plan *part, struct cursor bytes);
/* Notes trouble that no hook's cursor tells of: what follows isn't read. */
void walk_trouble(struct walk *w, enum trouble what);
/* Notes that the bytes don't fit what was put together before: nothing more is read. */
void walk_unfit(struct walk *w, const char *why);
/* Walks them as a packet that this one quotes: it leaves the summary line and state alone. */
void walk_quoted(struct walk *w, const struct plan *child, struct cursor bytes);

/*
 * Another address counts as the packet's sender or receiver from here on: a mobile
 * node's home, the last hop of a source route.  It must live as long as the frame.
 */
void new_sender(struct walk *w, struct address a);
void new_receiver(struct walk *w, struct address a);

/* Octets that `child` would take of these bytes by its own length field; all if it has none. */
uint32_t extent(const struct plan *child, struct span bytes);
/* Octets of `bytes` that its carrier takes for read by it; the rest is its trailer. */
uint32_t extent_counted(const struct plan *child, struct span bytes);

/* The node put last lies in that source, not in the layer's. */
void source_of_last(struct walk *w, uint8_t source);

/* New bytes that were put together (reassembled, unpacked); gives a cursor on them. */
struct cursor add_source(struct walk *w, const char *name, const uint8_t *p, uint32_t len);

/* The layer's state: cleared memory of that type, every member ABSENT. */
void *new_state(struct walk *w, struct layer *l, size_t size);

/* The first node of a row of the layer at hand; NULL: it isn't wanted, or isn't there. */
struct node *own_node(const struct walk *w, unsigned row);

/* Makes the nodes from number `first` on the first of the tree. */
void nodes_to_front(struct walk *w, uint32_t first);
/* The same, behind the nodes of the layer's rows before that one: nothing else is put yet. */
void nodes_before(struct walk *w, uint32_t first, unsigned row);

/* Takes back the nodes from number `first` on: none of them is to be seen after all. */
void drop_rows(struct walk *w, uint32_t first);

/* Memory for the frame's lifetime. */
static inline void *take(struct walk *w, size_t n)
{
	return arena_take(&w->arena, n);
}

#endif
