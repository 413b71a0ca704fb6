/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: a field: what it is, where it stands, what its values mean. */
#include "cli/explain.h"
#include "core/about.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

uint32_t first_row(const struct session *s, const struct proto *p)
{
	uint32_t id = session_find(s, p->fields[0].name, 0);

	while (session_row(s, id) != &p->fields[0])
		id = session_find(s, p->fields[0].name, id + 1);
	return id;
}

/* --- what several lines say --- */

void text_type(struct text *t, const struct field *f)
{
	static const char *const names[N_KINDS] = {
		[NONE] = "mark",       [PROTO] = "protocol",       [BOOL] = "flag",
		[CHAR] = "character",  [FLOAT] = "real",           [DOUBLE] = "real",
		[BYTES] = "octets",    [STRING] = "text",          [ETHER] = "MAC address",
		[EUI64] = "EUI-64",    [IPV4] = "IPv4 address",    [IPV6] = "IPv6 address",
		[GUID] = "GUID",       [ABSTIME] = "time",         [RELTIME] = "seconds",
		[OID] = "OID (ASN.1)", [FRAMENUM] = "frame number"};
	unsigned bits = f->bits && !(f->traits & STATE) ? f->bits : 8 * kind_size(f->kind);

	if (names[f->kind] && !(f->kind == BOOL && bits > 1))
		text_put(t, f->traits & NOTE ? "expert note" : names[f->kind]);
	else
		text_format(t, "%s%u bits", kind_is_signed(f->kind) ? "signed " : "", bits);
}

/* A number as the row is shown. */
static void text_value(struct text *t, const struct field *f, uint64_t v)
{
	if (f->base == HEX || f->base == HEX_DEC) {
		text_put(t, "0x");
		text_hex(t, v, f->bits ? (f->bits + 3u) / 4 : 2 * kind_size(f->kind));
	} else if (kind_is_signed(f->kind)) {
		text_i64(t, (int64_t)v);
	} else {
		text_u64(t, v);
	}
}

/* "5, 13 to 18": the values of the deciding row. */
static void text_values(struct text *t, const struct field *f, const uint32_t *values, unsigned n)
{
	unsigned last;

	for (unsigned i = 0; i < n; i = last + 1) {
		for (last = i; last + 1 < n && values[last + 1] == values[last] + 1;)
			last++;
		text_put(t, i ? ", " : "");
		text_value(t, f, values[i]);
		if (last == i)
			continue;
		text_put(t, last > i + 1 ? " to " : ", ");
		text_value(t, f, values[last]);
	}
	if (!n)
		text_char(t, '0');
}

void text_condition(struct text *t, const struct proto *p, const struct when *when)
{
	for (; when; when = when->also) {
		const struct field *f = &p->fields[when->row];
		bool inverted = when->not == (when->n > 0); /* without values: is it 0? */

		text_put(t, t->len ? " and " : "when ");
		if (f->traits & STATE) {
			text_format(t, "there is %s%s", when->not ? "no " : "", f->label);
			continue;
		}
		text_format(t, "%s %s ", f->label, inverted ? "isn't" : "is");
		text_values(t, f, when->values, when->n);
	}
}

bool place_of(const struct session *s, const struct proto *p, unsigned row, struct place *place)
{
	const struct field *f = &p->fields[row];
	unsigned last = f->at + f->bits - 1u;

	if (!row || !f->bits || (f->traits & (STATE | SEQ | REPEAT | REST | ONCE | NOTE)) ||
	    !session_row_is_once(s, first_row(s, p) + row))
		return false;
	*place = (struct place){f->at, last + 1};
	if (!(f->traits & LE) || (f->at % 8 == 0 && f->bits % 8 == 0))
		return true;
	if (f->at / 8 != last / 8)
		return false;
	place->from = f->at / 8 * 8 + 7 - last % 8; /* bits are drawn from the highest */
	place->to = place->from + f->bits;
	return true;
}

/* --- where it stands --- */

/* The row from whose first bit this row's place is counted; 0: the header. */
static unsigned scope_of(const struct proto *p, unsigned row)
{
	unsigned up = p->fields[row].under;

	while (up && ((p->fields[up].traits & STATE) ||
		      (p->fields[up].bits && !(p->fields[up].traits & (SEQ | REPEAT | REST)))))
		up = p->fields[up].under;
	return up;
}

/* ", mask 0x02 (.... ..1.)" */
static void text_mask(struct text *t, unsigned box, unsigned shift, unsigned bits)
{
	text_put(t, ", mask 0x");
	text_hex(t, ((UINT64_C(1) << bits) - 1) << shift, box / 4);
	text_put(t, " (");
	for (unsigned i = box; i-- > 0;) {
		text_char(t, i >= shift && i < shift + bits ? '1' : '.');
		if (i && i % 4 == 0)
			text_char(t, ' ');
	}
	text_char(t, ')');
}

/* "octet 13 of the header (from 0)" and which of its bits; `scope` is the row counted from. */
static void text_place(struct text *t, const struct field *f, const struct field *scope)
{
	unsigned first = f->at / 8u, last = (f->at + f->bits - 1u) / 8u;
	unsigned shift = f->traits & LE ? f->at % 8u : 8 * (last + 1) - f->at - f->bits;
	unsigned box = 8 * (last + 1 - first);

	if (first == last)
		text_format(t, "octet %u of ", first);
	else
		text_format(t, "octets %u to %u of ", first, last);
	if (scope->kind == PROTO)
		text_put(t, "the header (from 0)");
	else
		text_format(t, "\"%s\" (from 0)", scope->label);
	if (f->traits & LE && first < last)
		text_put(t, ", the least significant first");
	if ((f->at % 8 || f->bits % 8) && box <= 64)
		text_mask(t, box, shift, f->bits);
}

static void say_place(struct explain *e, const struct proto *p, unsigned row)
{
	const struct field *f = &p->fields[row];
	struct text words = {0};

	if (f->traits & NOTE)
		text_put(&words, "nowhere: peel remarks on the packet");
	else if (f->traits & STATE)
		text_put(&words, f->traits & GENERATED ? "nowhere: peel concludes it"
						       : "not as it stands there: peel knows more");
	else if (f->traits & SEQ)
		text_put(&words, "behind the field before it");
	else if (f->bits)
		text_place(&words, f, &p->fields[scope_of(p, row)]);
	else
		text_put(&words, "no fixed one");
	say_text(e, "place", &words);
	text_condition(&words, p, f->when);
	say_text(e, "there", &words);
}

/* --- its values --- */

static void say_values(struct explain *e, const struct field *f)
{
	for (unsigned i = 0; f->words && i < f->words->n; i++) {
		const struct word *w = &f->words->list[i];
		struct text words = {0};

		text_value(&words, f, w->from);
		if (w->to > w->from) {
			text_put(&words, " to ");
			text_value(&words, f, w->to);
		}
		text_format(&words, ": %s", w->text);
		say_text(e, i ? "" : "values", &words);
	}
	if (f->unit)
		say(e, "unit", "%s", f->unit + strspn(f->unit, " "));
	if (f->traits & FACTOR)
		say(e, "counts", "in the packet units of %u, shown multiplied", f->factor);
}

/* A display filter that asks for the field. */
static void say_filter(struct explain *e, const struct field *f)
{
	static const char *const values[N_KINDS] = {[BOOL] = " == 1",
						    [BYTES] = " contains 01:02",
						    [STRING] = " contains \"text\"",
						    [ETHER] = " == 02:00:00:00:00:01",
						    [IPV4] = " == 192.0.2.0/24",
						    [IPV6] = " == 2001:db8::/32",
						    [FLOAT] = " > 1.5",
						    [DOUBLE] = " > 1.5",
						    [RELTIME] = " > 0.1",
						    [FRAMENUM] = " == 1",
						    [CHAR] = " == 'a'"};
	bool number = (kind_is_unsigned(f->kind) || kind_is_signed(f->kind)) && f->kind != CHAR;
	struct text words = {0};

	text_put(&words, f->name);
	if (number) {
		text_put(&words, " == ");
		text_value(&words, f,
			   f->base == PORT ? 80
			   : f->words      ? f->words->list[0].from
					   : f->preset);
	} else if (values[f->kind]) {
		text_put(&words, values[f->kind]);
	}
	title(e, "  filter       %s", text_string(&words));
	text_close(&words);
}

/* --- the whole --- */

static void say_relatives(struct explain *e, const struct proto *p, unsigned row)
{
	const struct field *up = &p->fields[p->fields[row].under];
	struct text words = {0};

	if (p->fields[row].under)
		say(e, "part of", "%s%s%s", up->kind == HEADING ? "" : up->name,
		    up->kind == HEADING ? "" : ", ", up->label);
	for (unsigned i = row + 1; i < p->n_fields; i++)
		if (p->fields[i].under == row && p->fields[i].kind != HEADING &&
		    !(p->fields[i].traits & (HIDDEN | NOTE)))
			list_word(&words, p->fields[i].name);
	say_text(e, "parts", &words);
}

static void say_grave(struct explain *e, const struct field *f)
{
	const char *how = f->preset == ERROR     ? "an error"
			  : f->preset == WARNING ? "a warning"
			  : f->preset == REMARK  ? "a remark"
						 : "a usual event";

	if (f->traits & NOTE)
		say(e, "grave", "%s", how);
}

/* The other protocols that have a row of that name. */
static void say_others(struct explain *e, const struct field *f, const struct proto *owner)
{
	uint32_t rows = session_rows(e->s), id = session_find(e->s, f->name, 0);
	const struct proto *last = owner;
	struct text words = {0};

	for (; id < rows; id = session_find(e->s, f->name, id + 1)) {
		const struct proto *p = row_owner(e->s, id);

		if (p != last && p != owner)
			list_word(&words, p->fields[0].name);
		last = p;
	}
	say_text(e, "also in", &words);
}

static void explain_row(struct explain *e, uint32_t id)
{
	const struct field *f = session_row(e->s, id);
	const struct proto *p = session_row_proto(e->s, id), *owner = row_owner(e->s, id);
	unsigned row = (unsigned)(f - p->fields);
	struct text words = {0};

	title(e, "%s: %s", f->name, f->label);
	if (f->help)
		say(e, "what", "%s", f->help);
	say(e, "protocol", "%s, %s", owner->fields[0].name, owner->fields[0].label);
	text_type(&words, f);
	if (f->traits & HIDDEN)
		text_put(&words, ", for filters: not in the detail tree");
	say_text(e, "type", &words);
	say_grave(e, f);
	say_place(e, p, row);
	say_relatives(e, p, row);
	say_values(e, f);
	put_reference(&words, f, p);
	if (!words.len && p->spec)
		text_put(&words, p->spec);
	say_text(e, "see", &words);
	say_others(e, f, owner);
	say_filter(e, f);
}

/* Of the rows of that name the one that says most. */
static bool find(const struct session *s, const char *name, uint32_t *id)
{
	uint32_t n, *rows = rows_by_name(s, &n);
	uint32_t i = 0;

	while (i < n && strcmp(session_row(s, rows[i])->name, name))
		i++;
	*id = i < n ? rows[i] : session_rows(s);
	free(rows);
	return i < n && session_row(s, *id)->kind != PROTO;
}

enum verdict explain_field(struct explain *e, const char *thing)
{
	uint32_t id;

	if (!find(e->s, thing, &id))
		return IS_NOT;
	explain_row(e, id);
	return IS;
}
