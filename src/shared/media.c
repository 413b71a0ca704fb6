/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies with a media type. */
#include "shared/media.h"
#include "core/arena.h"
#include <ctype.h>
#include <strings.h>

static const struct {
	const char *type;
	enum media media;
} types[] = {
	{"application/dns-message", MEDIA_DNS},
	{"application/jsonml+json", MEDIA_JSON},
	{"application/json", MEDIA_JSON},
	{"application/json-rpc", MEDIA_JSON},
	{"application/jsonrequest", MEDIA_JSON},
	{"application/octet-stream", MEDIA_OCTETS},
	{"application/ocsp-request", MEDIA_OCSP_REQUEST},
	{"application/ocsp-response", MEDIA_OCSP_RESPONSE},
	{"application/pkix-cert", MEDIA_CERTIFICATE},
	{"application/sgml", MEDIA_LINES},
	{"application/soap+xml", MEDIA_XML},
	{"application/vnd.poc.refer-to", MEDIA_LINES},
	{"application/x-javascript", MEDIA_LINES},
	{"application/x-ns-proxy-autoconfig", MEDIA_LINES},
	{"application/x-wms-logconnectstats", MEDIA_LINES},
	{"application/x-wms-logplaystats", MEDIA_LINES},
	{"application/x-wms-sendevent", MEDIA_LINES},
	{"application/x-www-form-urlencoded", MEDIA_FORM},
	{"application/x-x509-ca-cert", MEDIA_CERTIFICATE},
	{"application/xml", MEDIA_XML},
	{"application/xml-dtd", MEDIA_XML},
	{"image/gif", MEDIA_GIF},
	{"image/jfif", MEDIA_JFIF},
	{"image/jpeg", MEDIA_JFIF},
	{"image/jpg", MEDIA_JFIF},
	{"image/png", MEDIA_PNG},
	{"message/http", MEDIA_MESSAGE_HTTP},
	{"text/calendar", MEDIA_LINES},
	{"text/css", MEDIA_LINES},
	{"text/enriched", MEDIA_LINES},
	{"text/html", MEDIA_LINES},
	{"text/javascript", MEDIA_LINES},
	{"text/parameters", MEDIA_LINES},
	{"text/plain", MEDIA_LINES},
	{"text/richtext", MEDIA_LINES},
	{"text/rtf", MEDIA_LINES},
	{"text/sgml", MEDIA_LINES},
	{"text/vnd.sun.j2me.app-descriptor", MEDIA_LINES},
	{"text/vnd.wap.wml", MEDIA_XML},
	{"text/xml", MEDIA_XML},
};

/* RFC 6838, 4.2.8: the suffix names the form where nobody knows the type. */
static enum media media_of_suffix(const char *type)
{
	const char *suffix = strrchr(type, '+');

	if (!suffix)
		return MEDIA_OTHER;
	return !strcmp(suffix, "+json")  ? MEDIA_JSON
	       : !strcmp(suffix, "+xml") ? MEDIA_XML
					 : MEDIA_OTHER;
}

enum media media_kind(const char *type)
{
	for (unsigned i = 0; i < COUNT(types); i++)
		if (!strcmp(type, types[i].type))
			return types[i].media;
	if (!strncmp(type, "multipart/", 10))
		return MEDIA_MULTIPART;
	return media_of_suffix(type);
}

enum media media_read(struct walk *w, struct span content_type, struct media_state *to)
{
	struct span parameters = content_type;
	struct span type = span_trim(span_word(&parameters, "; \t\r\n"));
	char *name = arena_copy(&w->arena, type.p, type.cap);

	for (char *c = name; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	parameters = span_trim(parameters);
	to->type = (uint64_t)(uintptr_t)name;
	to->parameters = (uint64_t)(uintptr_t)arena_copy(&w->arena, parameters.p, parameters.cap);
	return media_kind(name);
}

/* The state of what carries the body, where that is of a media type at all. */
static const struct media_state *state_of(const struct layer *l)
{
	const struct layer *up = l->parent;

	return up && up->carries_media ? (const struct media_state *)up->state : NULL;
}

const char *media_type_of(const struct layer *l)
{
	const struct media_state *s = state_of(l);

	return s && s->type != ABSENT ? (const char *)(uintptr_t)s->type : "";
}

/* RFC 2045, 5.1: name=value, the value perhaps in quotes. */
const char *media_parameter_of(struct walk *w, const struct layer *l, const char *name)
{
	const struct media_state *s = state_of(l);
	const char *all =
		s && s->parameters != ABSENT ? (const char *)(uintptr_t)s->parameters : "";
	struct span left = {(const uint8_t *)all, (uint32_t)strlen(all), (uint32_t)strlen(all)};

	while (left.cap) {
		struct span value = span_word(&left, ";");
		struct span key = span_trim(span_word(&value, "="));

		value = span_trim(value);
		if (!span_says(key, name))
			continue;
		if (span_octet(value, 0) == '"') {
			value = span_skip(value, 1);
			value = span_word(&value, "\"");
		}
		return arena_copy(&w->arena, value.p, value.cap);
	}
	return NULL;
}

const char *media_column(struct walk *w, const struct layer *l, const char *name)
{
	const struct layer *up = l->parent;
	const char *before;

	while (up->parent && !up->column && up->proto->no_column)
		up = up->parent;
	before = up->column ? up->column : up->proto->brief;
	for (uint32_t i = w->r.n_layers; i-- && w->r.layers[i] != up;)
		if (w->r.layers[i] != l && w->r.layers[i]->column) { /* of a part before this one */
			before = w->r.layers[i]->column;
			break;
		}
	return arena_join(&w->arena, arena_join(&w->arena, before, "/"), name);
}

const char *words_of(struct walk *w, struct span text)
{
	return arena_copy(&w->arena, text.p, text.cap);
}

const struct plan *media_by_content(const struct layer *l, struct span bytes)
{
	static const unsigned media[] = {MEDIA_PNG, MEDIA_JFIF, MEDIA_GIF};

	for (unsigned i = 0; i < COUNT(media); i++) {
		const struct plan *child = next_by(l, media[i]);

		if (child && claimed_by(child, bytes))
			return child;
	}
	return NULL;
}
