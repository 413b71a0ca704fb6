/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Fuzz target: the craft language.  The octets are a specification; a few of its packets are
 * built, and one is changed by the same settings.
 */
#include "core/arena.h"
#include "craft/edit.h"
#include "protocols.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Packets of a specification that are looked at. */
#define MOST 5

/* Files aren't the fuzzer's to read. */
static bool reads_files(const char *text)
{
	return strchr(text, '@') != NULL;
}

static void change(struct session *s, const char *text, const struct packet *k)
{
	struct edit_wishes w = {.set = text, .seed = 1};
	struct craft_fault fault;
	struct edit *e = edit_open(s, &w, &fault);
	struct frame f = {.bytes = k->p,
			  .cap_len = k->len,
			  .wire_len = k->len,
			  .number = 1,
			  .link = k->link,
			  .fcs_len = -1};

	if (e)
		edit_frame(e, &f, &fault);
	edit_close(e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct session *s;
	struct craft_options o = {.seed = 1};
	struct craft_fault fault;
	const struct packet *k = NULL;
	char *text = need(size + 1);
	struct craft *c;

	if (!s) {
		s = session_open(protocols);
		session_want_all(s);
		session_start(s);
	}
	memcpy(text, data, size);
	text[size] = '\0';
	if (reads_files(text)) {
		free(text);
		return 0;
	}
	c = craft_compile(s, text, &o, &fault);
	for (unsigned i = 0; c && i < MOST; i++)
		k = craft_next(c, &fault);
	if (k) {
		const char *setting = strrchr(text, '/');

		change(s, setting ? setting + 1 : text, k);
		change(s, "ip.ttl=3 tcp.options.mss_val=5 udp.length=rand eth.dst=inc", k);
	}
	craft_close(c);
	free(text);
	return 0;
}
