/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of GTP share. */
#ifndef SHARED_GTP_H
#define SHARED_GTP_H

#include "core/walk.h"

extern const struct words gtp_extensions; /* types of extension headers (TS 29.281, 5.2.1) */

extern const struct words gtp_countries; /* of mobile networks (ITU-T E.212) */

/* The name of a mobile network of two or of three digits; NULL: unknown. */
const char *gtp_network(unsigned country, unsigned network, bool three);

#endif
