/* SPDX-License-Identifier: BSD-2-Clause */
/* The interfaces that can be captured from. */
#ifndef CAPTURE_INTERFACES_H
#define CAPTURE_INTERFACES_H

#include "core/fault.h"
#include "core/text.h"

/* One of them; all strings live until interfaces_close(). */
struct interface {
	const char *name;
	const char *description; /* NULL: none */
	struct text addresses;   /* "192.0.2.1, 2001:db8::1" */
	bool up, running, loopback, wireless;
};

struct interfaces {
	struct interface *list; /* in libpcap's order, which begins with the best; owned */
	unsigned n;
	void *all; /* libpcap's */
};

/* False: they can't be listed, and the fault says why. */
bool interfaces_open(struct interfaces *i, struct fault *fault);
void interfaces_close(struct interfaces *i);

/* "EN10MB (Ethernet)" and so on, a line each; false: the interface can't be asked. */
bool interface_links(const char *name, bool monitor, struct text *t, struct fault *fault);
/* "host (Host)" and so on. */
bool interface_stamps(const char *name, struct text *t, struct fault *fault);

#endif
