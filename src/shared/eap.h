/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of EAP share. */
#ifndef SHARED_EAP_H
#define SHARED_EAP_H

#include "core/walk.h"

#define EAP_WFA 0x372a /* the Wi-Fi Alliance */

extern const struct words wps_messages; /* of Wi-Fi Protected Setup */

/* What the summary line says of an expanded type, from its vendor on. */
void eap_put_expanded(struct text *t, struct cursor c);

#endif
