/* SPDX-License-Identifier: BSD-2-Clause */
/* MQTT: what the ends of a connection agreed on. */
/* MQTT 5.0, 3.3.2.3.4 (topic aliases). */
#include "flow/mqtt.h"
#include "flow/conv.h"
#include <stdlib.h>

static void drop(void *own)
{
	struct mqtt_connection *c = own;

	for (unsigned i = 0; i < MQTT_ALIASES; i++)
		free(c->aliases[i].topic);
}

struct mqtt_connection *mqtt_connection_of(struct walk *w, const struct layer *l, bool *from_a)
{
	static const char table_key;
	const struct layer *up = l->parent;
	struct conv *c;

	while (up && !up->proto->sport)
		up = up->parent;
	if (!up)
		return NULL;
	c = conv_get(w, &table_key, (uint16_t)VALUE_OF(up, up->proto->sport),
		     (uint16_t)VALUE_OF(up, up->proto->dport), sizeof(struct mqtt_connection),
		     from_a);
	c->drop_own = drop;
	return conv_own(c);
}

static struct mqtt_alias *find(struct mqtt_connection *c, bool from_a, uint16_t number)
{
	for (unsigned i = 0; i < MQTT_ALIASES; i++)
		if (c->aliases[i].topic && c->aliases[i].number == number &&
		    c->aliases[i].from_a == from_a)
			return &c->aliases[i];
	return NULL;
}

void mqtt_set_alias(struct mqtt_connection *c, bool from_a, uint16_t number, struct span topic)
{
	struct conv *conv = (struct conv *)(void *)c - 1;
	struct mqtt_alias *alias = find(c, from_a, number);

	if (!alias)
		alias = &c->aliases[c->next++ % MQTT_ALIASES];
	if (alias->topic)
		conv_discharge(conv, strlen(alias->topic) + 1);
	free(alias->topic);
	*alias = (struct mqtt_alias){strndup((const char *)topic.p, topic.cap), number, from_a};
	if (alias->topic)
		conv_charge(conv, strlen(alias->topic) + 1);
}

const char *mqtt_alias(const struct mqtt_connection *c, bool from_a, uint16_t number)
{
	for (unsigned i = 0; i < MQTT_ALIASES; i++)
		if (c->aliases[i].topic && c->aliases[i].number == number &&
		    c->aliases[i].from_a == from_a)
			return c->aliases[i].topic;
	return NULL;
}
