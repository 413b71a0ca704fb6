/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies with a media type: who takes them apart, and what they are told of themselves. */
/* RFC 2046; https://www.iana.org/assignments/media-types. */
#ifndef SHARED_MEDIA_H
#define SHARED_MEDIA_H

#include "core/ascii.h"
#include "core/walk.h"

/* What a body is: the values of the table "media_type". */
enum media {
	MEDIA_OTHER,  /* nobody knows the type */
	MEDIA_OCTETS, /* just octets */
	MEDIA_LINES,
	MEDIA_JSON,
	MEDIA_XML,
	MEDIA_FORM,
	MEDIA_MULTIPART,
	MEDIA_GIF,
	MEDIA_JFIF,
	MEDIA_PNG,
	MEDIA_OCSP_REQUEST,
	MEDIA_OCSP_RESPONSE,
	MEDIA_MESSAGE_HTTP,
	MEDIA_DNS,
	MEDIA_CERTIFICATE,
};

/* Stands first in the state of every protocol that carries such bodies. */
struct media_state {
	uint64_t type;       /* "text/html": a C string's address, in lower case */
	uint64_t parameters; /* what stands behind it: the same */
};

/* Splits a Content-Type into the two; gives the body's kind. */
enum media media_read(struct walk *w, struct span content_type, struct media_state *to);

/* The kind of a type, which is in lower case and without parameters. */
enum media media_kind(const char *type);

/* The type of the body at hand, and a parameter of it (NULL: it has none). */
const char *media_type_of(const struct layer *l);
const char *media_parameter_of(struct walk *w, const struct layer *l, const char *name);

/* What the Protocol column says of a body: the names of those around it, and its own. */
const char *media_column(struct walk *w, const struct layer *l, const char *name);

/* Text for a line of the tree; it lives as long as the frame. */
const char *words_of(struct walk *w, struct span text);

/* Who takes a body for its own by its first octets, whatever the headers call it; NULL: nobody. */
const struct plan *media_by_content(const struct layer *l, struct span bytes);

#endif
