/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of LLDP share. */
#include "shared/lldp.h"

/* "Ieee 802.3 - Power Via MDI": whose element it is, and which. */
static void name_heading(struct walk *w, uint32_t heading, const struct lldp_org *o,
			 const char *vendor, unsigned subtype)
{
	const char *word = row_word(w, o->subtype, subtype, NULL);

	if (word)
		label_tail_of(w, heading, "%s - %s", vendor, word);
	else
		label_tail_of(w, heading,
			      o->brackets ? "%s - Unknown subtype (0x%x)"
					  : "%s - Unknown subtype 0x%x",
			      vendor, subtype);
}

void put_lldp_org(struct walk *w, struct cursor *c, const struct lldp_org *o)
{
	struct cursor peek = *c;
	const uint8_t *oui = cursor_pull(&peek, 3);
	const char *vendor = vendor_for_label(w, oui);
	uint32_t heading =
		w->last == NO_NODE
			? NO_NODE
			: (uint32_t)(node_parent(&w->r, &w->r.nodes[w->last]) - w->r.nodes);
	unsigned subtype = u8(&peek);

	if (heading != NO_NODE && !peek.bad)
		name_heading(w, heading, o, vendor ? vendor : "Unknown", subtype);
	put(w, c, o->oui, 3);
	put(w, c, o->subtype, 1);
	if (c->bad)
		return;
	if (!put_layout_of(w, c, subtype, o->list, o->n) && o->content && c->left.wire)
		put(w, c, o->content, c->left.wire);
	if (!c->bad && c->left.wire && o->too_long) {
		uint32_t group = open_group(w, c, o->long_head, c->left.wire);

		expert(w, o->too_long, NULL);
		shut_group(w, group, NULL);
	}
}
