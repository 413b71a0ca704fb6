/* SPDX-License-Identifier: BSD-2-Clause */
/* MQTT: what the ends of a connection agreed on. */
#ifndef FLOW_MQTT_H
#define FLOW_MQTT_H

#include "core/walk.h"

#define MQTT_ALIASES 16 /* topics that are remembered by number */

struct mqtt_alias {
	char *topic; /* owned; NULL: none */
	uint16_t number;
	bool from_a; /* whose number it is */
};

struct mqtt_connection {
	uint8_t version; /* as CONNECT says; 0: it wasn't seen */
	struct mqtt_alias aliases[MQTT_ALIASES];
	unsigned next; /* the alias that goes next, when all are taken */
};

/* That of the layer's carrier; NULL: it has no ports.  *from_a tells which end sends. */
struct mqtt_connection *mqtt_connection_of(struct walk *w, const struct layer *l, bool *from_a);
/* From now on the number means the topic, for what that end sends. */
void mqtt_set_alias(struct mqtt_connection *c, bool from_a, uint16_t number, struct span topic);
/* What it means; NULL: nothing yet. */
const char *mqtt_alias(const struct mqtt_connection *c, bool from_a, uint16_t number);

#endif
