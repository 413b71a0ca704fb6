/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing a node's value, and the line that the detail tree has for it. */
#ifndef SHOW_VALUE_H
#define SHOW_VALUE_H

#include "core/record.h"
#include "show/gate.h"

/* The forms differ in booleans, points in time and octets, as tshark's do. */
enum value_form {
	VALUE_FIELDS, /* -T fields: 1, Nov 25, 2013 ..., 0102 */
	VALUE_JSON,   /* -T json, pdml: 1, Nov 25, 2013 ..., 01:02 */
	VALUE_EK,     /* -T ek: true, 2013-11-25T..., 01:02 */
};

/* The value through the gate, without quotes. */
void put_node_value(struct text *t, const struct record *r, const struct node *n,
		    enum value_form form, enum gate how);

/* The line of the detail tree, without indentation and brackets. */
void put_label(struct text *t, const struct record *r, const struct node *n, enum gate how);

/* What stands behind "Label: " by the row's kind, base, words and unit; not yet gated. */
void put_standard_value(struct text *t, const struct record *r, const struct node *n);

#endif
