/* SPDX-License-Identifier: BSD-2-Clause */
/* Specifications of packets on a command line: compiling them, and saying what is wrong. */
#include "cli/craft_spec.h"
#include "cli/carets.h"
#include "cli/cli.h"
#include "protocols.h"

struct session *craft_session(void)
{
	struct session *s = session_open(protocols);

	session_want_all(s);
	session_start(s);
	return s;
}

void complain_about_spec(const struct session *s, const char *spec, const struct craft_fault *fault)
{
	struct text t = {0};

	if (*fault->field)
		suggest_fields(&t, fault->field, s);
	if (*fault->layer)
		suggest_fields(&t, fault->layer, s);
	put_carets(&t, spec, fault->at, fault->len);
	complain("%s%s", fault->text, text_string(&t));
	text_close(&t);
}

struct craft *craft_open_spec(struct session *s, const char *spec, const struct craft_options *o)
{
	struct craft_fault fault;
	struct craft *c = craft_compile(s, spec, o, &fault);

	if (!c)
		complain_about_spec(s, spec, &fault);
	return c;
}
