/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel conversations prints: a table, JSON or CSV. */
#include "cli/conversations_print.h"
#include "show/gate.h"
#include "stats/json.h"

static const struct connection *row(const struct listing *l, uint32_t i)
{
	return entry_own(l->list[i]);
}

/* --- the table --- */

static void put_proto(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	text_put(t, c->proto->brief);
}

/* An arrow both ways where nobody saw who opened it. */
static void put_ends(struct text *t, const struct listing *l, const struct connection *c)
{
	text_socket(t, &c->a);
	if (c->opened)
		text_put(t, l->utf8 ? " → " : " > ");
	else
		text_put(t, l->utf8 ? " ↔ " : " <> ");
	text_socket(t, &c->b);
}

static void put_start(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	text_seconds(t, c->first, 6);
}

static void put_duration(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	text_seconds(t, c->last - c->first, 6);
}

static void put_pair_of(struct text *t, uint64_t out, uint64_t back)
{
	text_u64(t, out);
	text_number(t, " / ", back);
}

static void put_packets(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	put_pair_of(t, c->out.packets, c->back.packets);
}

static void put_bytes(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	put_pair_of(t, c->out.bytes, c->back.bytes);
}

static void put_resent(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	if (c->seen)
		put_pair_of(t, c->out.resent, c->back.resent);
}

static void put_rtt(struct text *t, const struct listing *l, const struct connection *c)
{
	(void)l;
	if (c->rtt != ABSENT)
		text_seconds(t, (int64_t)c->rtt, 6);
}

static void put_service(struct text *t, const struct listing *l, const struct connection *c)
{
	const char *name = connection_service(l->session, c);

	if (name)
		gate_string(t, name, GATE_TEXT);
}

static void put_course(struct text *t, const struct listing *l, const struct connection *c)
{
	connection_course(t, c, l->utf8);
}

enum { SERVICE = 7, COURSE = 9 };

/* On a narrow terminal the last ones are left out first; the course then has its own line. */
static const struct {
	const char *title;
	bool right; /* its cells, of ASCII alone, end where the title ends */
	void (*put)(struct text *t, const struct listing *l, const struct connection *c);
} columns[] = {
	{"", false, put_proto},           {"opened by, with", false, put_ends},
	{"packets", true, put_packets},   {"bytes", true, put_bytes},
	{"duration", true, put_duration}, {"resent", true, put_resent},
	{"RTT", true, put_rtt},           [SERVICE] = {"service", false, put_service},
	{"start", true, put_start},       [COURSE] = {"course", false, put_course},
};

enum { GAP = 2, INDENT = 5 }; /* blanks between columns, and before a course on its own line */

struct table {
	const struct listing *listing;
	size_t widths[COUNT(columns)]; /* characters; 0: not shown */
	bool own_line;                 /* the course stands below the rest */
};

static size_t characters(const char *p, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)p[i] & 0xc0) != 0x80;
	return count;
}

/* As wide as the widest cell. */
static void measure(struct table *t)
{
	const struct listing *l = t->listing;
	struct text cell = {0};

	for (size_t k = 0; k < COUNT(columns); k++) {
		t->widths[k] = strlen(columns[k].title);
		for (uint32_t i = 0; i < l->n; i++) {
			size_t width;

			cell.len = 0;
			columns[k].put(&cell, l, row(l, i));
			width = characters(cell.p, cell.len);
			t->widths[k] = width > t->widths[k] ? width : t->widths[k];
		}
	}
	text_close(&cell);
	if (!l->names)
		t->widths[SERVICE] = 0;
}

static size_t width_of(const struct table *t)
{
	size_t width = 0;

	for (size_t k = 0; k < COUNT(columns); k++)
		if (t->widths[k] && !(k == COURSE && t->own_line))
			width += t->widths[k] + (width ? GAP : 0);
	return width;
}

/* Makes it as narrow as the terminal; who talked with whom stays. */
static void fit(struct table *t)
{
	size_t most = t->listing->width;

	t->own_line = most && width_of(t) > most;
	for (size_t k = COURSE; t->own_line && --k > 1 && width_of(t) > most;)
		t->widths[k] = 0;
}

/* Ends a cell that began at `start`. */
static void pad(struct text *t, size_t start, size_t width, bool right)
{
	size_t n = t->len > start ? characters(t->p + start, t->len - start) : 0;

	if (right)
		text_pad(t, start, width, ' ');
	else
		text_fill(t, ' ', width > n ? width - n : 0);
}

static void end_line(struct text *t)
{
	while (t->len && t->p[t->len - 1] == ' ')
		t->len--;
	text_char(t, '\n');
}

/* A row; c is NULL: the titles. */
static void put_row(const struct table *table, struct text *t, const struct connection *c)
{
	for (size_t k = 0; k < COUNT(columns); k++) {
		size_t start;

		if (!table->widths[k])
			continue;
		if (k == COURSE && table->own_line) {
			if (!c)
				break;
			end_line(t);
			text_fill(t, ' ', INDENT);
		}
		start = t->len;
		if (c)
			columns[k].put(t, table->listing, c);
		else
			text_put(t, columns[k].title);
		pad(t, start, table->widths[k], columns[k].right);
		text_fill(t, ' ', GAP);
	}
	end_line(t);
}

void listing_table(const struct listing *l, struct out *out)
{
	struct table t = {.listing = l};

	measure(&t);
	fit(&t);
	if (l->n)
		put_row(&t, &out->text, NULL);
	for (uint32_t i = 0; i < l->n && out_frame_done(out); i++)
		put_row(&t, &out->text, row(l, i));
	if (l->left)
		text_format(&out->text, "and %u more\n", l->left);
}

/* --- JSON --- */

static void json_way(struct text *t, const char *key, const struct way *w)
{
	text_format(t, ",\"%s\":{\"packets\":", key);
	text_u64(t, w->packets);
	json_u64(t, "bytes", w->bytes);
	json_u64(t, "retransmissions", w->resent);
	text_char(t, '}');
}

static void json_steps(struct text *t, const struct connection *c)
{
	text_put(t, ",\"steps\":[");
	for (unsigned i = 0; i < c->n_steps; i++) {
		const struct step *s = &c->steps[i];

		text_put(t, i ? ",{\"step\":" : "{\"step\":");
		json_string(t, step_word(s));
		json_member(t, "from", s->back ? "b" : "a");
		json_u64(t, "times", s->times);
		text_char(t, '}');
	}
	text_put(t, c->more ? "],\"more_steps\":true" : "],\"more_steps\":false");
}

static void json_row(struct text *t, const struct listing *l, const struct connection *c)
{
	const char *service = connection_service(l->session, c);
	struct text filter = {0};

	text_put(t, "{\"type\":\"connection\"");
	json_member(t, "protocol", c->proto->fields[0].name);
	json_end(t, "a", &c->a, true);
	json_end(t, "b", &c->b, true);
	text_put(t, c->opened ? ",\"opener_seen\":true" : ",\"opener_seen\":false");
	text_put(t, ",\"service\":");
	if (service)
		json_string(t, service);
	else
		text_put(t, "null");
	json_member(t, "state", connection_state(c));
	json_steps(t, c);
	json_u64(t, "exchanges", c->exchanges);
	json_i64(t, "start", c->first);
	json_i64(t, "duration", c->last - c->first);
	json_u64(t, "packets", c->out.packets + c->back.packets);
	json_u64(t, "bytes", c->out.bytes + c->back.bytes);
	json_way(t, "a_to_b", &c->out);
	json_way(t, "b_to_a", &c->back);
	text_put(t, ",\"rtt\":");
	if (c->rtt == ABSENT)
		text_put(t, "null");
	else
		text_u64(t, c->rtt);
	connection_filter(&filter, c);
	text_put(t, ",\"filter\":");
	if (filter.len)
		json_string(t, text_string(&filter));
	else
		text_put(t, "null");
	text_close(&filter);
	text_put(t, "}\n");
}

void listing_json(const struct listing *l, struct out *out)
{
	for (uint32_t i = 0; i < l->n && out_frame_done(out); i++)
		json_row(&out->text, l, row(l, i));
}

/* --- CSV (RFC 4180) --- */

/* A value in quotes; what it holds of them is doubled. */
static void csv_string(struct text *t, const char *s)
{
	size_t start;
	struct text plain = {0};

	gate_string(&plain, s, GATE_TEXT);
	text_char(t, '"');
	for (start = 0; start < plain.len; start++) {
		if (plain.p[start] == '"')
			text_char(t, '"');
		text_char(t, plain.p[start]);
	}
	text_char(t, '"');
	text_close(&plain);
}

static void csv_end(struct text *t, const struct end_of *e)
{
	text_end(t, e);
	text_number(t, ",", e->port);
	text_char(t, ',');
}

static void csv_way(struct text *t, const struct way *w)
{
	text_number(t, ",", w->packets);
	text_number(t, ",", w->bytes);
	text_number(t, ",", w->resent);
}

/* Numbers and words of ours need no quotes; the course is ASCII whatever the locale. */
static void csv_row(struct text *t, const struct listing *l, const struct connection *c)
{
	const char *service = connection_service(l->session, c);
	struct text course = {0};

	text_put(t, c->proto->fields[0].name);
	text_char(t, ',');
	if (c->stream_field)
		text_u64(t, c->stream);
	text_char(t, ',');
	csv_end(t, &c->a);
	csv_end(t, &c->b);
	text_put(t, c->opened ? "true," : "false,");
	if (service)
		csv_string(t, service);
	text_char(t, ',');
	text_put(t, connection_state(c));
	text_char(t, ',');
	connection_course(&course, c, false);
	csv_string(t, text_string(&course));
	text_close(&course);
	text_number(t, ",", c->exchanges);
	text_char(t, ',');
	text_seconds(t, c->first, 9);
	text_char(t, ',');
	text_seconds(t, c->last - c->first, 9);
	csv_way(t, &c->out);
	csv_way(t, &c->back);
	text_char(t, ',');
	if (c->rtt != ABSENT)
		text_seconds(t, (int64_t)c->rtt, 9);
	text_put(t, "\r\n");
}

void listing_csv(const struct listing *l, struct out *out)
{
	text_put(&out->text,
		 "protocol,stream,a_address,a_port,b_address,b_port,opener_seen,service,state,"
		 "course,exchanges,start,duration,a_to_b_packets,a_to_b_bytes,"
		 "a_to_b_retransmissions,b_to_a_packets,b_to_a_bytes,b_to_a_retransmissions,"
		 "rtt\r\n");
	for (uint32_t i = 0; i < l->n && out_frame_done(out); i++)
		csv_row(&out->text, l, row(l, i));
}
