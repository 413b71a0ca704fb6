/* SPDX-License-Identifier: BSD-2-Clause */
/* Sending: whole frames by an interface, or IP packets by the kernel's routes. */
#ifndef CRAFT_WIRE_H
#define CRAFT_WIRE_H

#include "core/fault.h"
#include <stdbool.h>
#include <stdint.h>

struct wire;

/* What is known of an interface. */
struct wire_about {
	char name[16];
	unsigned index; /* the kernel's number of it; 0 for raw IP */
	uint32_t link;  /* LINKTYPE_ value: Ethernet (1, the loopback too) or raw IP (101) */
	uint32_t mtu;   /* octets of what a frame may carry, without the link layer's header */
	uint8_t mac[6]; /* zeros where there is none */
};

/* Opens that interface; NULL: it can't, and the fault says why and what to do. */
struct wire *wire_open(const char *interface, struct fault *fault);
/* Opens IP itself: packets begin with their IP header, and go where the kernel's routes lead. */
struct wire *wire_open_ip(struct fault *fault);
void wire_close(struct wire *w);

const struct wire_about *wire_about(const struct wire *w);

/* The socket, for those who send many at once. */
int wire_socket(const struct wire *w);

/* Sends n octets as they are; false: it wasn't sent, and the fault says why. */
bool wire_send(struct wire *w, const uint8_t *p, uint32_t n, struct fault *fault);

#endif
