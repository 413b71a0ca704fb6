/* SPDX-License-Identifier: BSD-2-Clause */
/* The protocols that aren't any: trouble, and expert notes. */
#ifndef CORE_MARKS_H
#define CORE_MARKS_H

#include "core/proto.h"

enum { WS_EXPERT, EXPERT_MESSAGE, EXPERT_SEVERITY, EXPERT_GROUP };
enum { WS_MALFORMED, MALFORMED_NOTE, UNFIT_NOTE };

extern const struct proto proto_ws_expert;
extern const struct proto proto_ws_malformed;
extern const struct proto proto_ws_short;
extern const struct proto proto_ws_unreassembled;

/* What a group or a severity is called: "Malformed", "Warning". */
extern const struct words expert_groups;
extern const struct words expert_severities;

#endif
