/* SPDX-License-Identifier: BSD-2-Clause */
/* The frame itself: what the capture file says about it. */
#include "core/numbers.h"
#include "core/walk.h"

enum {
	FRAME,
	SECTION,
	INTERFACE,
	INTERFACE_NAME,
	INTERFACE_DESCRIPTION,
	PACKET_FLAGS,
	DIRECTION,
	RECEPTION,
	FCS_LENGTH,
	RESERVED,
	CRC_ERROR,
	TOO_LONG,
	TOO_SHORT,
	WRONG_GAP,
	UNALIGNED,
	NO_DELIMITER,
	BAD_PREAMBLE,
	SYMBOL_ERROR,
	ENCAP,
	TIME,
	OFFSET_SHIFT,
	EPOCH,
	DELTA,
	DELTA_DISPLAYED,
	RELATIVE,
	NUMBER,
	LEN,
	CAP_LEN,
	MARKED,
	IGNORED,
	CB_PEN,
	CB_COPY,
	PROTOCOLS,
	PKT_COMMENT,
	COMMENT_TEXT,
	COMMENT_NOTE,
};

/* What the rows show; `note` fills it in. */
struct state {
	uint64_t section, interface, flags, encap, time, zero, epoch, delta, delta_displayed,
		relative;
	uint64_t number, len, cap_len, no, pen, copy;
};

static const struct word directions[] = {{0, "Unknown"}, {1, "Inbound"}, {2, "Outbound"}};
static const struct word receptions[] = {{0, "Not specified"},
					 {1, "Unicast"},
					 {2, "Multicast"},
					 {3, "Broadcast"},
					 {4, "Promiscuous"}};
static const struct word copying[] = {{0, "Not Allowed"}, {1, "Allowed"}};

static void put_size(struct text *t, uint64_t octets)
{
	text_u64(t, octets);
	text_put(t, octets == 1 ? " byte (" : " bytes (");
	text_u64(t, 8 * octets);
	text_put(t, " bits)");
}

static void form_size(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	put_size(t, n->u);
}

static void form_interface(struct text *t, const struct record *r, const struct node *n)
{
	text_u64(t, n->u);
	if (r->frame->iface && r->frame->iface->name)
		text_format(t, " (%s)", r->frame->iface->name);
}

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct frame *f = r->frame;

	(void)n;
	text_char(t, ' ');
	text_u64(t, f->number);
	text_put(t, ": ");
	text_u64(t, f->wire_len);
	text_put(t, f->wire_len == 1 ? " byte on wire (" : " bytes on wire (");
	text_u64(t, UINT64_C(8) * f->wire_len);
	text_put(t, " bits), ");
	text_u64(t, f->cap_len);
	text_put(t, f->cap_len == 1 ? " byte captured (" : " bytes captured (");
	text_u64(t, UINT64_C(8) * f->cap_len);
	text_put(t, " bits)");
	if (!f->section || f->link == LINK_CUSTOM)
		return;
	text_put(t, " on interface ");
	text_put(t, f->iface->name ? f->iface->name : "unknown");
	text_put(t, ", id ");
	text_u64(t, f->section_iface);
}

static const struct field fields[] = {
	[FRAME] = {"frame", "Frame", PROTO, .form = form_line},
	[SECTION] = {"frame.section_number", "Section number", U32, DEC,
		     KNOWN(struct state, section),
		     .help = "Which section of a pcapng file the frame stands in"},
	[INTERFACE] = {"frame.interface_id", "Interface id", U32, DEC,
		       KNOWN(struct state, interface), .form = form_interface,
		       .help = "Which of the section's interfaces captured it"},
	[INTERFACE_NAME] = {"frame.interface_name", "Interface name", STRING, .under = INTERFACE,
			    .help = "What that interface is called"},
	[INTERFACE_DESCRIPTION] = {"frame.interface_description", "Interface description", STRING,
				   .under = INTERFACE, .help = "What that interface is"},
	[PACKET_FLAGS] = {"frame.packet_flags", "Packet flags", U32, HEX,
			  .help = "pcapng's epb_flags"},
	[DIRECTION] = {"frame.packet_flags_direction", "Direction", U32, HEX, AT(30, 2),
		       .under = PACKET_FLAGS, WORDS(directions),
		       .help = "Which way the frame went"},
	[RECEPTION] = {"frame.packet_flags_reception_type", "Reception type", U32, DEC, AT(27, 3),
		       .under = PACKET_FLAGS, WORDS(receptions), .help = "Why it was taken in"},
	[FCS_LENGTH] = {"frame.packet_flags_fcs_length", "FCS length", U32, DEC, AT(23, 4),
			.under = PACKET_FLAGS, .help = "Octets of frame check sequence"},
	[RESERVED] = {"frame.packet_flags_reserved", "Reserved", U32, DEC, AT(16, 7),
		      .under = PACKET_FLAGS, .help = "Always 0"},
#define ERROR_FLAG(row, name, label, bit, text)                 \
	[row] = {"frame.packet_flags_" name,                    \
		 label,                                         \
		 BOOL,                                          \
		 AT(31 - (bit), 1),                             \
		 BOX(32, 31 - (bit)),                           \
		 .under = PACKET_FLAGS,                         \
		 .words = &(const struct words){set_notset, 2}, \
		 .help = (text)}
	ERROR_FLAG(CRC_ERROR, "crc_error", "CRC error", 24, "The frame check sequence was wrong"),
	ERROR_FLAG(TOO_LONG, "packet_too_error", "Packet too long error", 25, "It was too long"),
	ERROR_FLAG(TOO_SHORT, "packet_too_short_error", "Packet too short error", 26,
		   "It was too short"),
	ERROR_FLAG(WRONG_GAP, "wrong_inter_frame_gap_error", "Wrong interframe gap error", 27,
		   "It came too soon after the one before"),
	ERROR_FLAG(UNALIGNED, "unaligned_frame_error", "Unaligned frame error", 28,
		   "It did not end with a whole octet"),
	ERROR_FLAG(NO_DELIMITER, "start_frame_delimiter_error", "Start frame delimiter error", 29,
		   "Its start frame delimiter was wrong"),
	ERROR_FLAG(BAD_PREAMBLE, "preamble_error", "Preamble error", 30, "Its preamble was wrong"),
	ERROR_FLAG(SYMBOL_ERROR, "symbol_error", "Symbol error", 31, "A symbol was wrong"),
	[ENCAP] = {"frame.encap_type", "Encapsulation type", I16, DEC, KNOWN(struct state, encap),
		   .words = &link_encapsulations, .help = "Wireshark's number of the link layer"},
	[TIME] = {"frame.time", "Arrival Time", ABSTIME, LOCAL, KNOWN(struct state, time),
		  .help = "When the frame was captured"},
	[OFFSET_SHIFT] = {"frame.offset_shift", "Time shift for this packet", RELTIME,
			  FROM(struct state, zero), .help = "Always 0: peel shifts no times"},
	[EPOCH] = {"frame.time_epoch", "Epoch Time", RELTIME, KNOWN(struct state, epoch),
		   .help = "Seconds since 1970-01-01 00:00 UTC"},
	[DELTA] = {"frame.time_delta", "Time delta from previous captured frame", RELTIME,
		   FROM(struct state, delta), .help = "Time since the frame before this one"},
	[DELTA_DISPLAYED] = {"frame.time_delta_displayed",
			     "Time delta from previous displayed frame", RELTIME,
			     FROM(struct state, delta_displayed),
			     .help = "Time since the displayed frame before this one"},
	[RELATIVE] = {"frame.time_relative", "Time since reference or first frame", RELTIME,
		      FROM(struct state, relative), .help = "Time since the first frame"},
	[NUMBER] = {"frame.number", "Frame Number", U32, DEC, KNOWN(struct state, number),
		    .help = "The frame's number, from 1"},
	[LEN] = {"frame.len", "Frame Length", U32, DEC, KNOWN(struct state, len), .form = form_size,
		 .help = "Octets on the wire"},
	[CAP_LEN] = {"frame.cap_len", "Capture Length", U32, DEC, KNOWN(struct state, cap_len),
		     .form = form_size, .help = "Octets in the capture file"},
	[MARKED] = {"frame.marked", "Frame is marked", BOOL, FROM(struct state, no),
		    .help = "Always false: only Wireshark's window can mark frames"},
	[IGNORED] = {"frame.ignored", "Frame is ignored", BOOL, FROM(struct state, no),
		     .help = "Always false"},
	[CB_PEN] = {"frame.cb_pen", "Private Enterprise Number", U32, DEC, KNOWN(struct state, pen),
		    .help = "Whose pcapng custom block this is"},
	[CB_COPY] = {"frame.cb_copy", "Copying", BOOL, KNOWN(struct state, copy), WORDS(copying),
		     .help = "Whether a program that doesn't know the block may copy it"},
	[PROTOCOLS] = {"frame.protocols", "Protocols in frame", STRING,
		       .traits = GENERATED | ONCE | ALL_LAYERS,
		       .help = "The protocols found, outermost first"},
	[PKT_COMMENT] = {"pkt_comment", "Packet comments", PROTO, .traits = OWN_NAME,
			 .help = "What somebody wrote about the frame"},
	[COMMENT_TEXT] = {"frame.comment", "Comment", STRING, .under = PKT_COMMENT,
			  .help = "What somebody wrote about the frame"},
	[COMMENT_NOTE] = EXPERT("frame.comment.expert", "Formatted comment", COMMENT, G_COMMENTS),
};

static void note(struct walk *w, struct layer *l)
{
	const struct frame *f = w->r.frame;
	struct state *s;

	if (!rows_wanted(l))
		return;
	s = new_state(w, l, sizeof *s);
	s->number = f->number;
	s->len = f->wire_len;
	s->cap_len = f->cap_len;
	s->no = 0;
	if (f->section)
		s->section = f->section;
	if (f->link == LINK_CUSTOM) {
		s->pen = f->pen;
		s->copy = f->may_copy;
		return;
	}
	if (f->section)
		s->interface = f->section_iface;
	s->encap = encapsulation_of(f->link);
	if (!f->has_time)
		return;
	s->time = s->epoch = (uint64_t)f->time;
	s->zero = 0;
	s->delta = (uint64_t)w->r.since_previous;
	s->delta_displayed = (uint64_t)w->r.since_displayed;
	s->relative = (uint64_t)w->r.since_first;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct frame *f = w->r.frame;

	if (w->last != NO_NODE)
		w->r.nodes[w->last].len = l->bytes.cap;
	put_string(w, PROTOCOLS, 0, 0, "");
	if (f->link == LINK_CUSTOM)
		l->column = "PCAPNG";
	walk_next(w, next_by(l, f->link), *c);
}

static void put_protocol(struct text *t, const char *name)
{
	if (!name)
		return;
	if (t->len)
		text_char(t, ':');
	text_put(t, name);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct frame *f = r->frame;

	(void)l;
	if (f->link == LINK_CUSTOM)
		text_format(t, "Custom Block: PEN = %s (%u), will%s be copied",
			    f->pen == 32473 ? "Example Enterprise Number for Documentation Use"
					    : "Unknown",
			    f->pen, f->may_copy ? "" : " not");
}

/* "eth:ethertype:ip:tcp" */
static void put_protocols(struct text *t, const struct record *r)
{
	for (uint32_t i = 1; i < r->n_layers; i++) {
		const struct layer *l = r->layers[i];

		if (l->more || (l->quoted && l->bytes.cap < l->proto->least))
			continue;
		put_protocol(t, l->via);
		if (!l->proto->bare && !l->nameless)
			put_protocol(t, l->proto->fields[0].name);
	}
}

static void put_comments(struct walk *w)
{
	const struct frame *f = w->r.frame;
	uint32_t first = w->r.n_nodes;

	w->depth = 0;
	put_value(w, PKT_COMMENT, 0, 0, 0);
	w->depth = 1;
	for (uint32_t i = 0; i < f->n_comments; i++) {
		put_string(w, COMMENT_TEXT, 0, 0, f->comments[i]);
		label_whole(w, "%s", f->comments[i]);
		expert(w, COMMENT_NOTE, "%s", f->comments[i]);
	}
	nodes_to_front(w, first);
}

static void done(struct walk *w, struct layer *l)
{
	struct node *n = own_node(w, PROTOCOLS);

	(void)l;
	if (n) {
		struct text t = {0};

		put_protocols(&t, &w->r);
		n->size = (uint32_t)t.len;
		n->p = (const uint8_t *)arena_copy(&w->arena, t.p ? t.p : "", t.len);
		text_close(&t);
	}
	if (w->r.frame->n_comments)
		put_comments(w);
}

const struct proto proto_frame = {
	.brief = "Frame",
	.no_column = true,
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "link"},
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
