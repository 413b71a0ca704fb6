/* SPDX-License-Identifier: BSD-2-Clause */
/* What MQTT's messages and their properties share. */
#ifndef SHARED_MQTT_H
#define SHARED_MQTT_H

#include "shared/media.h"

/* The state of a message's layer. */
struct mqtt_state {
	struct media_state media; /* first: of a published message */
	uint64_t said;            /* address of the struct text that becomes the summary line */
	uint64_t alias;           /* what the properties said; ABSENT: nothing */
	uint64_t kind;            /* enum media of the message, the same */
};

/* Parts of a message: the values of "mqtt.part". */
enum { MQTT_PROPERTIES };

/* An integer of one to four octets, seven bits each (MQTT 5.0, 1.5.5). */
uint32_t mqtt_number(struct cursor *c);

#endif
