/* SPDX-License-Identifier: BSD-2-Clause */
/* Choosing a form of output by name, and driving it. */
#include "show/printer.h"
#include "core/arena.h"
#include "show/lines.h"
#include <stdlib.h>

static const struct {
	const char *name;
	const struct printer *printer;
} forms[] = {
	{"text", &text_printer},       {"tabs", &tabs_printer},     {"detail", &detail_printer},
	{"hex", &hex_printer},         {"fields", &fields_printer}, {"json", &json_printer},
	{"jsonraw", &jsonraw_printer}, {"ek", &ek_printer},         {"pdml", &pdml_printer},
	{"psml", &psml_printer},       {"ndjson", &ndjson_printer},
};

struct printer *printer_open(const char *form, struct out *out, struct session *s,
			     const struct show_options *options)
{
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct printer *p;

		if (strcmp(forms[i].name, form))
			continue;
		p = need(sizeof *p);
		*p = *forms[i].printer;
		p->out = out;
		p->session = s;
		p->options = options;
		lines_open(s);
		if (options->hex)
			session_want_bytes(s);
		if (p->open)
			p->open(p, s);
		return p;
	}
	return NULL;
}

void printer_close(struct printer *p)
{
	if (p && p->close)
		p->close(p);
	free(p);
}

void printer_begin(struct printer *p)
{
	if (p->begin)
		p->begin(p);
}

bool printer_frame(struct printer *p, const struct record *r)
{
	p->frame(p, r);
	p->frames++;
	return out_frame_done(p->out);
}

bool printer_end(struct printer *p)
{
	if (p->end)
		p->end(p);
	return out_flush(p->out);
}
