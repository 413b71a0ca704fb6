/* SPDX-License-Identifier: BSD-2-Clause */
/* Base64. */
/* RFC 4648, 4. */
#ifndef SHARED_BASE64_H
#define SHARED_BASE64_H

#include "core/walk.h"

/* What the text stands for, up to its first octet that is none of the alphabet's. */
const char *base64_text(struct walk *w, struct span text);

#endif
