/* SPDX-License-Identifier: BSD-2-Clause */
/* Control fields of HDLC's children: IEEE 802.2, Q.922 ... */
#ifndef SHARED_XDLC_H
#define SHARED_XDLC_H

#include "core/walk.h"

/* Frames that carry something for the layer above, by the control field's value. */
#define XDLC_UI 0x03

/* The rows of control fields, in this order; a protocol lists them in its enum and its table. */
#define XDLC_ROWS                                                                               \
	CONTROL_I, I_N_R, I_N_S, I_P, I_FTYPE, CONTROL_S_CMD, SC_N_R, SC_P, SC_STYPE, SC_FTYPE, \
		CONTROL_S_RESP, SR_N_R, SR_F, SR_STYPE, SR_FTYPE, CONTROL_U_CMD, UC_P,          \
		UC_MODIFIER, UC_FTYPE, CONTROL_U_RESP, UR_F, UR_MODIFIER, UR_FTYPE

#define XDLC_NUMBER(row, over, name, label_text, first, width, before, says)              \
	[row] = {name,          label_text,  U16, DEC, AT(first, width), BOX(16, before), \
		 .under = over, .help = says}
#define XDLC_TYPE(row, over, name, label_text, first, width, before, table, says) \
	[row] = {name,          label_text,       U16,                            \
		 HEX,           AT(first, width), BOX(16, before),                \
		 .under = over, .words = &table,  .help = says}
#define XDLC_FLAG(row, over, name, label_text, first, number, before) \
	[row] = {name,         label_text,          BOOL,             \
		 AT(first, 1), BOX(number, before), .under = over,    \
		 WHEN(row),    WORDS(set_notset),   .help = "The other side is to answer at once"}

#define XDLC_I_FIELDS(prefix, title, kind)                                             \
	[CONTROL_I] = {prefix ".control",                                              \
		       title,                                                          \
		       kind,                                                           \
		       HEX,                                                            \
		       .traits = LE,                                                   \
		       .help = "What the frame is for"},                               \
	XDLC_NUMBER(I_N_R, CONTROL_I, prefix ".control.n_r", "N(R)", 8, 7, 0,          \
		    "The frame expected next"),                                        \
	XDLC_NUMBER(I_N_S, CONTROL_I, prefix ".control.n_s", "N(S)", 0, 7, 8,          \
		    "The number of this frame"),                                       \
	XDLC_FLAG(I_P, CONTROL_I, prefix ".control.p", "Poll", 15, 16, 7),             \
	XDLC_TYPE(I_FTYPE, CONTROL_I, prefix ".control.ftype", "Frame type", 7, 1, 15, \
		  xdlc_frame_types, "Which of three kinds of frame")
#define XDLC_S_FIELDS(prefix, title, kind, control, n_r, flag, f, final, stype, ftype)           \
	[control] = {prefix ".control",                                                          \
		     title,                                                                      \
		     kind,                                                                       \
		     HEX,                                                                        \
		     .traits = LE,                                                               \
		     .help = "What the frame is for"},                                           \
	XDLC_NUMBER(n_r, control, prefix ".control.n_r", "N(R)", 8, 7, 0,                        \
		    "The frame expected next"),                                                  \
	XDLC_FLAG(flag, control, prefix f, final, 15, 16, 7),                                    \
	XDLC_TYPE(stype, control, prefix ".control.s_ftype", "Supervisory frame type", 4, 2, 12, \
		  xdlc_supervisory, "Which supervisory frame"),                                  \
	XDLC_TYPE(ftype, control, prefix ".control.ftype", "Frame type", 6, 2, 14,               \
		  xdlc_frame_types, "Which of three kinds of frame")
#define XDLC_U_FIELDS(prefix, title, kind, control, flag, f, final, mod, m, says, table, ftype) \
	[control] = {prefix ".control", title, kind, HEX, .help = "What the frame is for"},     \
	XDLC_FLAG(flag, control, prefix f, final, 3, 8, 3),                                     \
	[mod] = {prefix m,                                                                      \
		 says,                                                                          \
		 U8,                                                                            \
		 HEX,                                                                           \
		 AT(0, 6),                                                                      \
		 .hole = 4,                                                                     \
		 .under = control,                                                              \
		 .words = &table,                                                               \
		 .help = "Which unnumbered frame"},                                             \
	[ftype] = {prefix ".control.ftype",                                                     \
		   "Frame type",                                                                \
		   U8,                                                                          \
		   HEX,                                                                         \
		   AT(6, 2),                                                                    \
		   .under = control,                                                            \
		   .words = &xdlc_frame_types,                                                  \
		   .help = "Which of three kinds of frame"}

/* Their fields, with names that begin with `prefix`; `kind` is that of the field as a whole. */
#define XDLC_FIELDS(prefix, title, kind)                                                           \
	XDLC_I_FIELDS(prefix, title, kind),                                                        \
		XDLC_S_FIELDS(prefix, title, kind, CONTROL_S_CMD, SC_N_R, SC_P, ".control.p",      \
			      "Poll", SC_STYPE, SC_FTYPE),                                         \
		XDLC_S_FIELDS(prefix, title, kind, CONTROL_S_RESP, SR_N_R, SR_F, ".control.f",     \
			      "Final", SR_STYPE, SR_FTYPE),                                        \
		XDLC_U_FIELDS(prefix, title, kind, CONTROL_U_CMD, UC_P, ".control.p", "Poll",      \
			      UC_MODIFIER, ".control.u_modifier_cmd", "Command", xdlc_commands,    \
			      UC_FTYPE),                                                           \
		XDLC_U_FIELDS(prefix, title, kind, CONTROL_U_RESP, UR_F, ".control.f", "Final",    \
			      UR_MODIFIER, ".control.u_modifier_resp", "Response", xdlc_responses, \
			      UR_FTYPE)

extern const struct words xdlc_frame_types, xdlc_supervisory, xdlc_commands, xdlc_responses;

/*
 * Puts the control field at the cursor (numbers modulo 128: two octets but for
 * unnumbered frames); `first` is the protocol's CONTROL_I.  Gives its value.
 */
unsigned put_xdlc(struct walk *w, struct cursor *c, unsigned first, bool response);

/* The value of the control field at the cursor. */
unsigned xdlc_control(struct cursor c);

/* Whether such a frame carries something for the layer above. */
bool xdlc_is_information(unsigned control);

/* "U P, func=TEST" */
void text_xdlc(struct text *t, unsigned control, bool response);

#endif
