/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Fuzz target: the walker, all protocols, and every form of output.  The first two
 * octets choose the link type, the third how the frame is cut and shown.
 */
#include "capture/reader.h"
#include "core/session.h"
#include "protocols.h"
#include "show/show.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const forms[] = {"text", "detail", "json", "ek", "pdml", "ndjson", "jsonraw"};

/* One run: a session, and what prints its frames to nowhere. */
struct run {
	struct session *session;
	struct printer *printer;
	struct out out;
	struct show_options options;
	uint64_t frames;
};

static void open_run(struct run *r, const char *form)
{
	*r = (struct run){.options = {.separator = "\t", .aggregator = ",", .file = "fuzz"}};
	r->out.fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
	r->session = session_open(protocols);
	r->printer = printer_open(form, &r->out, r->session, &r->options);
	session_start(r->session);
}

/* What is remembered across frames is met, too, but not for ever. */
static void renew(struct run *r, const char *form)
{
	printer_close(r->printer);
	session_close(r->session);
	text_close(&r->out.text);
	close(r->out.fd);
	open_run(r, form);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct run runs[COUNT(forms)];
	struct frame f = {.has_time = true, .number = 1, .fcs_len = -1};
	struct run *r;

	if (size < 3)
		return 0;
	r = &runs[(data[2] >> 2) % COUNT(forms)];
	if (!r->session)
		open_run(r, forms[r - runs]);
	else if (++r->frames % 4096 == 0)
		renew(r, forms[r - runs]);
	f.link = (uint32_t)(data[0] << 8 | data[1]) % 300;
	f.bytes = data + 3;
	f.cap_len = (uint32_t)size - 3;
	f.wire_len = f.cap_len + (data[2] & 1 ? 100 : 0);
	f.number = r->frames + 1;
	printer_frame(r->printer, session_walk(r->session, &f));
	return 0;
}
