/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet that is being built as the walker sees it. */
#include "craft/view.h"

const struct record *view(struct session *s, const struct packet *k)
{
	struct frame f = {.bytes = k->p,
			  .cap_len = k->len,
			  .wire_len = k->len,
			  .number = 1,
			  .has_time = true,
			  .link = k->link,
			  .fcs_len = 0};

	return session_walk(s, &f);
}

const struct layer *view_layer(const struct record *r, const struct packet *k, unsigned part)
{
	const struct brick *p = &k->parts[part];

	for (uint32_t i = 0; i < r->n_layers; i++)
		if (r->layers[i]->proto == p->proto && !r->layers[i]->source &&
		    r->layers[i]->at == p->at)
			return r->layers[i];
	return NULL;
}

const struct node *view_node(const struct record *r, const struct packet *k, unsigned part,
			     const char *name)
{
	const struct brick *p = &k->parts[part];

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (!n->source && !n->generated && n->at >= p->at && n->at + n->len <= p->end &&
		    n->at < p->at + p->header && !strcmp(n->field->name, name))
			return n;
	}
	return NULL;
}
