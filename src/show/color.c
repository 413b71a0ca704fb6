/* SPDX-License-Identifier: BSD-2-Clause */
/* Painting summary lines: trouble first, then by what kind of protocol speaks. */
#include "show/color.h"
#include "core/marks.h"
#include "core/session.h"
#include <string.h>

/* ECMA-48 select graphic rendition. */
#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"
#define BLUE "\033[34m"
#define MAGENTA "\033[35m"
#define CYAN "\033[36m"
#define BOLD_RED "\033[1;31m"
#define GREY "\033[90m"

static const struct {
	const char *protocol;
	const char *paint;
} paints[] = {
	{"arp", YELLOW}, {"icmp", MAGENTA}, {"icmpv6", MAGENTA}, {"igmp", MAGENTA},
	{"tcp", GREEN},  {"udp", CYAN},     {"udplite", CYAN},   {"sctp", BLUE},
	{"dccp", BLUE},  {"dns", CYAN},     {"http", GREEN},     {"tls", BLUE},
	{"stp", GREY},   {"lldp", GREY},    {"ospf", YELLOW},    {"bgp", YELLOW},
};

static const char *paint_of(const struct layer *l)
{
	for (size_t i = 0; i < COUNT(paints); i++)
		if (!strcmp(l->proto->fields[0].name, paints[i].protocol))
			return paints[i].paint;
	return NULL;
}

/* The gravest expert note in the frame; 0: none. */
static uint64_t gravest(const struct record *r)
{
	uint64_t most = 0;

	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!strcmp(r->nodes[i].field->name, "_ws.expert.severity") && r->nodes[i].u > most)
			most = r->nodes[i].u;
	return most;
}

void color_begin(struct text *t, const struct record *r)
{
	const char *paint = NULL;

	if (r->trouble >= MALFORMED || gravest(r) >= ERROR)
		paint = BOLD_RED;
	else if (gravest(r) >= WARNING)
		paint = RED;
	for (uint32_t i = r->n_layers; i-- > 0 && !paint;)
		if (!r->layers[i]->quoted)
			paint = paint_of(r->layers[i]);
	text_put(t, paint ? paint : "");
}

void color_end(struct text *t)
{
	text_put(t, "\033[0m");
}
