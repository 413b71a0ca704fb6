/* SPDX-License-Identifier: BSD-2-Clause */
/* endpoints: what each end sent and got; and what conversations have in common with it. */
#include "core/arena.h"
#include "show/gate.h"
#include "stats/conv.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct endpoint {
	struct end_of end;
	struct traffic tx, rx;
};

/* --- what conversations need, too --- */

const char ends_ruler[] =
	"================================================================================\n";

bool ends_open(struct stat *st, const char *args, bool streams, size_t own, struct fault *fault)
{
	struct ends_stat *e = need_zero(1, sizeof *e);
	size_t n = strcspn(args + (*args == ','), ",");

	st->own = e;
	if (*args != ',' || !ends_type_find(st->session, args + 1, n, &e->type)) {
		fault_set(fault, "%.*s: there is nothing of that name to be told apart by its ends",
			  (int)n, args + (*args == ','));
		return false;
	}
	if (!stat_filter(st, args + 1 + n, fault))
		return false;
	ends_want(st->session, &e->type, streams);
	e->tally = tally_open(st->session, own);
	return true;
}

void ends_close(struct stat *st)
{
	struct ends_stat *e = st->own;

	if (e)
		tally_close(e->tally);
	free(e);
}

void ends_heading(struct stat *st, struct text *t, const char *what, const char *columns)
{
	const struct ends_stat *own = st->own;

	text_put(t, ends_ruler);
	text_put(t, own->type.title);
	text_char(t, ' ');
	text_put(t, what);
	text_put(t, "\nFilter:");
	gate_string(t, st->filter_text ? st->filter_text : "<No Filter>", GATE_TEXT);
	text_char(t, '\n');
	text_put(t, columns);
}

void json_traffic(struct text *t, const char *key, struct traffic x)
{
	text_format(t, ",\"%s\":{\"packets\":", key);
	text_u64(t, x.frames);
	json_u64(t, "bytes", x.bytes);
	text_char(t, '}');
}

/* --- endpoints --- */

static struct traffic *way_of(struct ends_stat *own, const struct end_of *end, bool sends)
{
	struct endpoint *e = entry_own(tally_get(own->tally, 0, end, sizeof *end));

	e->end = *end;
	return sends ? &e->tx : &e->rx;
}

static void frame(struct stat *st, const struct record *r)
{
	struct ends_stat *own = st->own;
	struct meeting m;

	for (uint32_t i = 0; i < r->n_layers; i++) {
		if (!ends_of_layer(&own->type, r, r->layers[i], &m))
			continue;
		for (int sends = 1; sends >= 0; sends--) {
			const struct end_of *end = sends ? &m.src : &m.dst;
			struct traffic *way;

			if (!end->len)
				continue;
			way = way_of(own, end, sends);
			way->frames++;
			way->bytes += r->frame->wire_len;
		}
	}
}

static bool open_endpoints(struct stat *st, const char *args, struct fault *fault)
{
	return ends_open(st, args, false, sizeof(struct endpoint), fault);
}

static int by_frames(struct entry *x, struct entry *y)
{
	const struct endpoint *a = entry_own(x), *b = entry_own(y);
	uint64_t i = a->tx.frames + a->rx.frames, k = b->tx.frames + b->rx.frames;

	return (i < k) - (i > k);
}

static void put_endpoint(struct text *t, const struct endpoint *e, bool ports)
{
	size_t start = t->len;

	text_end(t, &e->end);
	text_fill_to(t, start, 20);
	if (ports)
		text_format(t, "      %5u     %6" PRIu64, e->end.port, e->tx.frames + e->rx.frames);
	else
		text_format(t, "      %6" PRIu64, e->tx.frames + e->rx.frames);
	text_format(t,
		    "     %9" PRIu64 "     %6" PRIu64 "       %9" PRIu64 "      %6" PRIu64
		    "       %9" PRIu64 "   \n",
		    e->tx.bytes + e->rx.bytes, e->tx.frames, e->tx.bytes, e->rx.frames,
		    e->rx.bytes);
}

static void print(struct stat *st, struct text *t)
{
	static const char columns[] =
		"                       |  Packets  | |  Bytes  | | Tx Packets | | Tx Bytes | | "
		"Rx Packets | | Rx Bytes |\n";
	static const char with_ports[] =
		"                       |  Port  ||  Packets  | |  Bytes  | | Tx Packets | | Tx "
		"Bytes | | Rx Packets | | Rx Bytes |\n";
	const struct ends_stat *own = st->own;
	struct entry **list;
	uint32_t n;

	ends_heading(st, t, "Endpoints", own->type.shown ? with_ports : columns);
	list = tally_list(own->tally, by_frames, &n);
	for (uint32_t i = 0; i < n && out_frame_done(st->out); i++)
		put_endpoint(t, entry_own(list[i]), own->type.shown);
	free(list);
	text_put(t, ends_ruler);
}

static void json_endpoint(struct text *t, const struct ends_type *type, const struct endpoint *e)
{
	text_put(t, "{\"packets\":");
	text_u64(t, e->tx.frames + e->rx.frames);
	json_u64(t, "bytes", e->tx.bytes + e->rx.bytes);
	json_end(t, "end", &e->end, type->ports);
	json_traffic(t, "tx", e->tx);
	json_traffic(t, "rx", e->rx);
	text_char(t, '}');
}

static void json(struct stat *st, struct text *t)
{
	const struct ends_stat *own = st->own;
	uint32_t n;
	struct entry **list = tally_list(own->tally, by_frames, &n);

	json_member(t, "of", own->type.name);
	text_put(t, ",\"rows\":[");
	for (uint32_t i = 0; i < n; i++) {
		text_put(t, i ? "," : "");
		json_endpoint(t, &own->type, entry_own(list[i]));
	}
	text_char(t, ']');
	free(list);
}

static void names(const struct session *s, struct text *t)
{
	ends_type_names(s, t, "endpoints,");
}

const struct stat_kind kind_endpoints = {
	"endpoints", names, open_endpoints, frame, print, json, ends_close,
};
