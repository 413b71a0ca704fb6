/* SPDX-License-Identifier: BSD-2-Clause */
/* The protocols that aren't any: trouble, and expert notes. */
#include "core/marks.h"

static const struct word groups[] = {
	{G_CHECKSUM, "Checksum"},     {G_SEQUENCE, "Sequence"},     {G_RESPONSE, "Response"},
	{G_REQUEST, "Request"},       {G_UNDECODED, "Undecoded"},   {G_REASSEMBLE, "Reassemble"},
	{G_MALFORMED, "Malformed"},   {G_DEBUG, "Debug"},           {G_PROTOCOL, "Protocol"},
	{G_SECURITY, "Security"},     {G_COMMENTS, "Comment"},      {G_DECRYPTION, "Decryption"},
	{G_ASSUMPTION, "Assumption"}, {G_DEPRECATED, "Deprecated"},
};

static const struct word severities[] = {
	{COMMENT, "Comment"}, {CHAT, "Chat"},   {REMARK, "Note"},
	{WARNING, "Warning"}, {ERROR, "Error"},
};

const struct words expert_groups = {groups, COUNT(groups)};
const struct words expert_severities = {severities, COUNT(severities)};

static const struct field expert_fields[] = {
	[WS_EXPERT] = {.name = "_ws.expert",
		       .label = "Expert Info",
		       .kind = PROTO,
		       .traits = GENERATED,
		       .line = "Expert Info[ ({=_ws.expert.severity}/{=_ws.expert.group})]"
			       "[: {_ws.expert.message}]"},
	[EXPERT_MESSAGE] = {.name = "_ws.expert.message",
			    .label = "Message",
			    .kind = STRING,
			    .base = PROSE,
			    .traits = HIDDEN,
			    .help = "What the dissector has to say"},
	[EXPERT_SEVERITY] = {.name = "_ws.expert.severity",
			     .label = "Severity level",
			     .kind = U32,
			     .base = PLAIN,
			     .traits = GENERATED,
			     WORDS(severities),
			     .help = "How grave it is"},
	[EXPERT_GROUP] = {.name = "_ws.expert.group",
			  .label = "Group",
			  .kind = U32,
			  .base = PLAIN,
			  .traits = GENERATED,
			  WORDS(groups),
			  .help = "What it is about"},
};

const struct proto proto_ws_expert = {
	.fields = expert_fields,
	.n_fields = COUNT(expert_fields),
};

static const struct field malformed_fields[] = {
	[WS_MALFORMED] = {.name = "_ws.malformed", .label = "Malformed Packet", .kind = PROTO},
	[MALFORMED_NOTE] = EXPERT("_ws.malformed.expert", "Malformed Packet (Exception occurred)",
				  ERROR, G_MALFORMED),
	[UNFIT_NOTE] = EXPERT("_ws.malformed.reassembly", "Reassembly error", ERROR, G_MALFORMED),
};

const struct proto proto_ws_malformed = {
	.fields = malformed_fields,
	.n_fields = COUNT(malformed_fields),
};

static const struct field short_fields[] = {
	{.name = "_ws.short", .label = "Short Frame", .kind = PROTO},
};

const struct proto proto_ws_short = {
	.fields = short_fields,
	.n_fields = COUNT(short_fields),
};

static const struct field unreassembled_fields[] = {
	{.name = "_ws.unreassembled", .label = "Unreassembled Fragmented Packet", .kind = PROTO},
	EXPERT("_ws.unreassembled.expert",
	       "Unreassembled fragment (change preferences to enable reassembly)", REMARK,
	       G_REASSEMBLE),
};

const struct proto proto_ws_unreassembled = {
	.fields = unreassembled_fields,
	.n_fields = COUNT(unreassembled_fields),
};
