/* SPDX-License-Identifier: BSD-2-Clause */
/* Specifications of packets on a command line: compiling them, and saying what is wrong. */
#ifndef CLI_CRAFT_SPEC_H
#define CLI_CRAFT_SPEC_H

#include "craft/craft.h"

/* A session that knows all protocols and sees all fields, for craft_compile(). */
struct session *craft_session(void);

/* Compiles it; NULL: it is wrong, and the user was told. */
struct craft *craft_open_spec(struct session *s, const char *spec, const struct craft_options *o);

/* Tells the user what is wrong. */
void complain_about_spec(const struct session *s, const char *spec,
			 const struct craft_fault *fault);

#endif
