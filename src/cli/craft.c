/* SPDX-License-Identifier: BSD-2-Clause */
/* peel craft: packets from a specification, or from captured ones, as files or text. */
#include "config.h"

#include "capture/input.h"
#include "capture/writer.h"
#include "cli/carets.h"
#include "cli/cli.h"
#include "cli/craft_json.h"
#include "cli/craft_options.h"
#include "cli/craft_script.h"
#include "cli/craft_spec.h"
#include "cli/filters.h"
#include "craft/edit.h"
#include "protocols.h"
#include "show/show.h"
#include <errno.h>
#include <inttypes.h>
#include <unistd.h>

/* A run: what is built, and what becomes of it. */
struct run {
	struct craft_cli options;
	struct session *session; /* that tells where fields stand */
	struct session *shown;   /* that takes what was built apart for --show */
	struct printer *printer;
	struct writer *writer;
	struct out out;
	struct iface iface;
	uint64_t built;
	int status;
};

/* --- what comes out --- */

static bool open_output(struct run *run)
{
	struct fault fault;

	run->out.fd = STDOUT_FILENO;
	run->out.by_line = isatty(STDOUT_FILENO);
	if (run->options.write_to) {
		if (!strcmp(run->options.write_to, "-") && isatty(STDOUT_FILENO)) {
			complain("-w -: a capture isn't written to a terminal");
			return false;
		}
		run->writer = writer_open(run->options.write_to, run->options.format, NULL, &fault);
		if (!run->writer)
			complain_about(run->options.write_to, "%s", fault.text);
		return run->writer != NULL;
	}
	if (run->options.form == CRAFT_HEX || run->options.form == CRAFT_SHOW) {
		static const struct show_options show;

		run->shown = session_open(protocols);
		run->printer = printer_open(run->options.form == CRAFT_SHOW ? "detail" : "hex",
					    &run->out, run->shown, &show);
		session_start(run->shown);
		printer_begin(run->printer);
	}
	return true;
}

static void put_c(struct text *t, const struct frame *f)
{
	struct span s = {f->bytes, f->cap_len, f->cap_len};
	struct cursor c = {.left = s};

	text_format(t, "/* packet %llu */\nconst unsigned char packet%llu[%u] = {",
		    (unsigned long long)f->number, (unsigned long long)f->number, f->cap_len);
	for (uint32_t i = 0; i < f->cap_len; i++) {
		text_put(t, i % 12 ? " 0x" : "\n\t0x");
		text_hex(t, u8(&c), 2);
		text_char(t, ',');
	}
	text_put(t, "\n};\n");
}

static bool print_packet(struct run *run, const struct frame *f)
{
	struct text *t = &run->out.text;

	if (run->printer)
		return printer_frame(run->printer, session_walk(run->shown, f));
	if (run->options.form == CRAFT_C) {
		put_c(t, f);
	} else {
		text_hex_bytes(t, f->bytes, f->cap_len, '\0');
		text_char(t, '\n');
	}
	return t->len < 65536 || out_flush(&run->out);
}

/* Packets have no times of their own: they are a microsecond apart, from 1970 on. */
static bool take_packet(struct run *run, struct frame *f)
{
	struct fault fault;

	f->number = ++run->built;
	if (!f->has_time) {
		f->time = (int64_t)(run->built - 1) * 1000;
		f->has_time = true;
	}
	if (!f->iface) {
		run->iface = (struct iface){
			.link = f->link, .ticks = 1000000, .resolution = 6, .fcs_len = -1};
		f->iface = &run->iface;
	}
	if (!run->writer)
		return print_packet(run, f);
	if (writer_frame(run->writer, f, &fault))
		return true;
	complain_about(run->options.write_to, "%s", fault.text);
	run->status = EXIT_TROUBLE;
	return false;
}

static void close_output(struct run *run)
{
	struct fault fault;

	if (run->writer && !writer_close(run->writer, &fault)) {
		complain_about(run->options.write_to, "%s", fault.text);
		run->status = EXIT_TROUBLE;
	}
	if ((run->printer && !printer_end(run->printer)) || !out_flush(&run->out)) {
		if (errno != EPIPE)
			complain("%s", run->out.fault.text);
		run->status = EXIT_TROUBLE;
	}
	printer_close(run->printer);
	if (run->shown)
		session_close(run->shown);
	text_close(&run->out.text);
}

/* --- what is built --- */

static void run_spec(struct run *run)
{
	const struct craft_cli *o = &run->options;
	struct craft *c = craft_open_spec(run->session, o->spec, &o->craft);
	uint64_t n = c ? o->count ? o->count : craft_count(c) : 0;
	struct craft_fault fault;

	if (!c)
		run->status = EXIT_USAGE;
	for (uint64_t i = 0; i < n; i++) {
		const struct packet *k = craft_next(c, &fault);
		struct frame f = {.fcs_len = -1};

		if (!k) {
			complain_about_spec(run->session, o->spec, &fault);
			run->status = EXIT_USAGE;
			break;
		}
		f.bytes = k->p;
		f.cap_len = f.wire_len = k->len;
		f.link = k->link;
		if (!take_packet(run, &f))
			break;
	}
	craft_close(c);
}

/* --- from captured frames --- */

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	struct run *run = arg;

	complain_about(path, "%s", fault->text);
	run->status = what == INPUT_DAMAGED ? EXIT_TROUBLE : EXIT_USAGE;
}

/* Everything after --set as one text. */
static const char *joined_sets(const struct craft_cli *o, struct text *t)
{
	for (unsigned i = 0; i < o->n_set; i++) {
		text_put(t, i ? " " : "");
		text_put(t, o->set[i]);
	}
	return text_string(t);
}

static void complain_about_wish(const struct run *run, const char *set,
				const struct craft_fault *fault)
{
	if (*fault->layer)
		complain("--del %s: %s", run->options.del[fault->at], fault->text);
	else
		complain_about_spec(run->session, set, fault);
}

/* A frame that passes is changed and comes out; false: the run ends. */
static bool take_captured(struct run *run, struct edit *e, const char *set, struct frame *f)
{
	uint64_t number = f->number;
	struct craft_fault fault;

	if (!edit_frame(e, f, &fault)) {
		complain("frame %" PRIu64 ": %s (--set %s)", number, fault.text, set);
		run->status = EXIT_TROUBLE;
		return true;
	}
	return take_packet(run, f);
}

static void run_frames(struct run *run, struct edit *e, const char *set, struct filter *filter,
		       struct session *seen)
{
	const struct craft_cli *o = &run->options;
	struct input *in = input_open((const char *const *)&o->from, 1, false, on_problem, run);
	uint64_t most = o->count ? o->count : UINT64_MAX;
	struct frame f;

	while (run->built < most && input_next(in, &f)) {
		if (filter && !filter_passes(filter, session_walk(seen, &f)))
			continue;
		if (o->from_frame && f.number != o->from_frame)
			continue;
		if (!take_captured(run, e, set, &f) || o->from_frame)
			break;
	}
	input_close(in);
	if (!run->built && run->status == EXIT_OK) {
		complain(o->from_frame ? "%s: there is no such frame" : "%s: no frame passes",
			 o->from);
		run->status = EXIT_TROUBLE;
	}
}

static void run_from(struct run *run)
{
	const struct craft_cli *o = &run->options;
	struct session *seen = o->filter ? session_open(protocols) : NULL;
	struct filter *filter = seen ? open_display_filter(seen, o->filter, "-Y") : NULL;
	struct text set = {0};
	struct edit_wishes wishes = {.set = joined_sets(o, &set),
				     .del = o->del,
				     .n_del = o->n_del,
				     .remap = remap_is_empty(o->remap) ? NULL : o->remap,
				     .raw = o->raw,
				     .seed = o->craft.seed};
	struct craft_fault fault;
	struct edit *e = edit_open(run->session, &wishes, &fault);

	if (!e)
		complain_about_wish(run, wishes.set, &fault);
	if (!e || (seen && !filter)) {
		run->status = EXIT_USAGE;
	} else {
		if (seen)
			session_start(seen);
		run_frames(run, e, wishes.set, filter, seen);
	}
	edit_close(e);
	filter_close(filter);
	if (seen)
		session_close(seen);
	text_close(&set);
}

/* --- from records --- */

static bool take_recorded(void *arg, struct frame *f)
{
	return take_packet(arg, f);
}

static void run_json(struct run *run)
{
	const struct craft_cli *o = &run->options;
	struct json_taker taker = {
		.session = run->session,
		.raw = o->raw,
		.most = o->count ? o->count : UINT64_MAX,
		.seed = o->craft.seed,
		.frame = take_recorded,
		.arg = run,
	};
	int status = craft_from_json(o->json, &taker);

	if (run->status == EXIT_OK)
		run->status = status;
}

int command_craft(int argc, char **argv)
{
	struct run run = {.status = EXIT_OK};
	int status;

	if (!craft_options_parse(&run.options, argc, argv, &status)) {
		craft_options_close(&run.options);
		return status;
	}
	if (run.options.script) {
		status = run_script(&run.options);
		craft_options_close(&run.options);
		return status;
	}
	run.session = craft_session();
	if (open_output(&run)) {
		(run.options.json ? run_json : run.options.from ? run_from : run_spec)(&run);
		close_output(&run);
	} else {
		run.status = EXIT_USAGE;
	}
	session_close(run.session);
	craft_options_close(&run.options);
	return run.status;
}
