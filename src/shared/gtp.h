/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of GTP share. */
#ifndef SHARED_GTP_H
#define SHARED_GTP_H

#include "core/walk.h"

extern const struct words gtp_extensions; /* types of extension headers (TS 29.281, 5.2.1) */

#endif
