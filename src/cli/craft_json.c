/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets from peel's own records: peel read -T ndjson, edited or not, becomes frames again. */
#include "config.h"

#include "cli/cli.h"
#include "cli/craft_json.h"

#ifndef HAVE_JANSSON
int craft_from_json(const char *path, const struct json_taker *taker)
{
	(void)taker;
	complain_about(path, "this peel was built without jansson, which reads JSON "
			     "(apt-get install libjansson-dev, and build it again)");
	return EXIT_USAGE;
}
#else
#include "cli/craft_json_edits.h"
#include "cli/craft_spec.h"
#include "core/ascii.h"
#include "protocols.h"
#include "show/show.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_LINKS 64    /* interfaces that frames may name */
#define MOST_COMMENTS 16 /* of a frame; more are left out */

struct reading {
	const struct json_taker *taker;
	struct session *session; /* takes the octets apart */
	struct printer *printer; /* has it see what the records have */
	struct out out;          /* of which nothing comes */
	struct json_edits edits;
	struct iface ifaces[MOST_LINKS];
	uint32_t numbers[MOST_LINKS]; /* what the records call them */
	unsigned n_ifaces;
	struct text bytes; /* of the frame at hand */
	char where[64];    /* "line 12" */
	const char *comments[MOST_COMMENTS];
	uint64_t frames;
	int status;
};

/* --- a record's members --- */

static bool take_octets(struct text *t, const char *s, size_t len)
{
	t->len = 0;
	for (size_t i = 0; i + 1 < len; i += 2) {
		struct span pair = {(const uint8_t *)s + i, 2, 2};
		uint64_t v;

		if (!span_hexadecimal(pair, &v))
			return false;
		text_char(t, (char)v);
	}
	return len && len % 2 == 0;
}

/* The frame's interface: those that differ in number or kind are different ones. */
static const struct iface *iface_of(struct reading *g, uint32_t number, const struct frame *f)
{
	unsigned i = 0;

	while (i < g->n_ifaces && (g->numbers[i] != number || g->ifaces[i].link != f->link ||
				   g->ifaces[i].fcs_len != f->fcs_len))
		i++;
	if (i == MOST_LINKS)
		return NULL;
	if (i == g->n_ifaces) {
		g->ifaces[g->n_ifaces++] = (struct iface){.id = i,
							  .link = f->link,
							  .ticks = 1000000000,
							  .resolution = 9,
							  .fcs_len = f->fcs_len};
		g->numbers[i] = number;
	}
	return &g->ifaces[i];
}

static uint64_t number_of(const json_t *record, const char *key, uint64_t otherwise)
{
	const json_t *v = json_object_get(record, key);

	return json_is_number(v) && json_number_value(v) >= 0
		       ? json_is_integer(v) ? (uint64_t)json_integer_value(v)
					    : (uint64_t)json_number_value(v)
		       : otherwise;
}

static void add_comments(struct reading *g, const json_t *all, struct frame *f)
{
	for (size_t k = 0; k < json_array_size(all) && f->n_comments < MOST_COMMENTS; k++)
		if (json_is_string(json_array_get(all, k)))
			g->comments[f->n_comments++] = json_string_value(json_array_get(all, k));
}

/* What isn't in the octets: comments, and whether they end in a frame check sequence. */
static void read_beside(struct reading *g, const json_t *record, struct frame *f)
{
	const json_t *layers = json_object_get(record, "layers");

	for (size_t i = 0; i < json_array_size(layers); i++) {
		const json_t *fields = json_object_get(json_array_get(layers, i), "fields");

		add_comments(g, json_object_get(fields, "frame.comment"), f);
		if (json_object_get(fields, "eth.fcs"))
			f->fcs_len = 4;
	}
	f->comments = f->n_comments ? g->comments : NULL;
}

/* A binary64 doesn't hold nanoseconds since 1970: the line itself does, where peel wrote it. */
static int64_t time_of(const json_t *time, const char *line)
{
	const char *at = json_is_real(time) ? strstr(line, "\"time\":") : NULL;
	int64_t v =
		json_is_integer(time) ? json_integer_value(time) : (int64_t)json_number_value(time);
	int64_t written = at ? strtoll(at + sizeof "\"time\":" - 1, NULL, 10) : v;

	return llabs(written - v) < 1000 ? written : v;
}

static bool read_frame(struct reading *g, const json_t *record, const char *line, struct frame *f)
{
	const json_t *bytes = json_object_get(record, "bytes"),
		     *time = json_object_get(record, "time");
	uint64_t len;

	if (!json_is_string(bytes) ||
	    !take_octets(&g->bytes, json_string_value(bytes), json_string_length(bytes))) {
		complain("%s: \"bytes\" isn't a string of pairs of hexadecimal digits", g->where);
		return false;
	}
	*f = (struct frame){
		.bytes = (const uint8_t *)g->bytes.p,
		.cap_len = (uint32_t)g->bytes.len,
		.number = ++g->frames,
		.link = (uint32_t)number_of(record, "link_type", 1),
		.fcs_len = -1,
	};
	len = number_of(record, "length", f->cap_len);
	f->wire_len = len < f->cap_len || len > UINT32_MAX ? f->cap_len : (uint32_t)len;
	f->has_time = json_is_number(time);
	f->time = time_of(time, line);
	read_beside(g, record, f);
	f->iface = iface_of(g, (uint32_t)number_of(record, "interface", 0), f);
	if (f->iface)
		return true;
	complain("%s: the frames have more than %d interfaces", g->where, MOST_LINKS);
	return false;
}

/* --- what was changed --- */

static void complain_about_edit(const struct reading *g, const struct edit_wishes *w,
				const struct craft_fault *fault)
{
	complain("%s: can't be changed so", g->where);
	complain_about_spec(g->taker->session, w->set, fault);
}

static bool change_frame(struct reading *g, struct frame *f)
{
	struct json_edits *e = &g->edits;
	struct edit_wishes w = {
		.set = text_string(&e->set),
		.del = e->del,
		.n_del = e->n_del,
		.splices = e->splices,
		.n_splices = e->n_splices,
		.raw = g->taker->raw,
		.seed = g->taker->seed,
	};
	struct craft_fault fault = {0};
	struct edit *edit = edit_open(g->taker->session, &w, &fault);
	bool good = edit && edit_frame(edit, f, &fault);

	if (!good)
		complain_about_edit(g, &w, &fault);
	else
		good = g->taker->frame(g->taker->arg, f);
	if (!good && !edit)
		g->status = EXIT_USAGE;
	edit_close(edit);
	return good;
}

/* A record that is wrong is told of and passed over; false: the run ends. */
static bool take_record(struct reading *g, const json_t *record, const char *line)
{
	const json_t *layers = json_object_get(record, "layers");
	struct frame f;
	const struct record *r;

	if (!read_frame(g, record, line, &f)) {
		g->status = EXIT_USAGE;
		return true;
	}
	r = session_walk(g->session, &f);
	session_displayed(g->session);
	if (!layers)
		return g->taker->frame(g->taker->arg, &f);
	if (!json_edits_find(&g->edits, r, layers, g->where)) {
		g->status = EXIT_USAGE;
		return true;
	}
	if (!g->edits.set.len && !g->edits.n_del && !g->edits.n_splices)
		return g->taker->frame(g->taker->arg, &f);
	return change_frame(g, &f);
}

/* --- lines --- */

static bool take_line(struct reading *g, const char *line, size_t len)
{
	json_error_t error;
	json_t *record = json_read(line, len, 0, &error);
	const char *type = json_string_value(json_object_get(record, "type"));
	bool other = (type && strcmp(type, "packet") != 0) ||
		     number_of(record, "link_type", 0) == LINK_CUSTOM;
	bool goes_on = true;

	if (!record) {
		complain("%s, column %d: %s", g->where, error.column, error.text);
		g->status = EXIT_USAGE;
	} else if (!other) { /* gaps and custom blocks are no packets */
		goes_on = take_record(g, record, line);
	}
	json_decref(record);
	return goes_on;
}

static void take_lines(struct reading *g, FILE *f, const char *path)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	for (unsigned long at = 1; g->frames < g->taker->most; at++) {
		n = getline(&line, &room, f);
		if (n < 0)
			break;
		snprintf(g->where, sizeof g->where, "--json: line %lu", at);
		if (strspn(line, " \t\r\n") < (size_t)n && !take_line(g, line, (size_t)n))
			break;
	}
	if (ferror(f)) {
		complain_about(path, "can't be read: %s", strerror(errno));
		g->status = EXIT_TROUBLE;
	}
	free(line);
}

int craft_from_json(const char *path, const struct json_taker *taker)
{
	static const struct show_options options;
	struct reading g = {.taker = taker, .session = session_open(protocols), .out = {.fd = -1}};
	FILE *f = strcmp(path, "-") ? fopen(path, "re") : stdin;

	session_vendor_file(g.session, IEEE_DATA "/oui.csv");
	g.printer = printer_open("ndjson", &g.out, g.session, &options);
	session_start(g.session);
	if (f) {
		take_lines(&g, f, path);
	} else {
		complain_about(path, "can't be opened: %s", strerror(errno));
		g.status = EXIT_USAGE;
	}
	if (f && f != stdin)
		fclose(f);
	json_edits_say_unchanged(&g.edits, g.session);
	printer_close(g.printer);
	session_close(g.session);
	json_edits_close(&g.edits);
	text_close(&g.bytes);
	text_close(&g.out.text);
	return g.status;
}
#endif
