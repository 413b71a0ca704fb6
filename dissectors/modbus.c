/* SPDX-License-Identifier: BSD-2-Clause */
/* Modbus: queries to industrial devices, and their responses. */
/* MODBUS Application Protocol Specification V1.1b3. */
#include "flow/modbus.h"
#include "core/arena.h"

enum {
	MODBUS,
	FUNC_CODE,
	REQUEST_FRAME,
	RESPONSE_TIME,
	EXCEPTION_CODE,
	REFERENCE_NUM,
	READ_REFERENCE_NUM,
	READ_WORD_CNT,
	WRITE_REFERENCE_NUM,
	WRITE_WORD_CNT,
	BYTE_CNT,
	BYTE_CNT_16,
	BIT_CNT,
	WORD_CNT,
	DIAGNOSTIC_CODE,
	QUERY_DATA,
	ECHO_DATA,
	RESTART_OPTION,
	DIAG_REGISTER,
	DELIMITER,
	CLEAR_COUNTERS,
	COUNTERS, /* of codes 11 to 18, in that order */
	EV_STATUS = COUNTERS + 8,
	EV_COUNT,
	EV_MSG_COUNT,
	EVENTS,
	EVENT,
	EVENT_RECV,
	RECV_COMM_ERR,
	RECV_CHAR_OVER,
	RECV_LO_MODE,
	RECV_BROADCAST,
	EVENT_SEND,
	SEND_READ_EX,
	SEND_SLAVE_ABORT,
	SEND_SLAVE_BUSY,
	SEND_SLAVE_NAK,
	SEND_WRITE_TIMEOUT,
	SEND_LO_MODE,
	AND_MASK,
	OR_MASK,
	MEI,
	READ_DEVICE_ID,
	CONFORMITY,
	MORE_FOLLOWS,
	NEXT_OBJECT,
	NUM_OBJECTS,
	ASKED_OBJECT,
	OBJECTS,
	OBJECT,
	OBJECT_ID,
	OBJECT_LEN,
	OBJECT_STRING,
	OBJECT_VALUE,
	GROUP,
	GROUP_BYTES,
	GROUP_TYPE,
	GROUP_REFERENCE,
	GROUP_WORDS,
	GROUP_DATA,
	ONE_BIT,
	BIT_NUMBER,
	BIT_VALUE,
	ONE_REGISTER,
	REGISTER_NUMBER,
	REGISTER_VALUE,
	DATA,
	PADDING,
};

static const struct word exceptions[] = {
	{1, "Illegal function"},
	{2, "Illegal data address"},
	{3, "Illegal data value"},
	{4, "Slave device failure"},
	{5, "Acknowledge"},
	{6, "Slave device busy"},
	{8, "Memory parity error"},
	{10, "Gateway path unavailable"},
	{11, "Gateway target device failed to respond"},
};
static const struct word restart_options[] = {{0, "Leave Log"}, {0xff, "Clear Log"}};
static const struct word device_ids[] = {
	{1, "Basic Device Identification"},
	{2, "Regular Device Identification"},
	{3, "Extended Device Identification"},
	{4, "Specific Identification Object"},
};
static const struct word conformities[] = {
	{0x01, "Basic Device Identification (stream)"},
	{0x02, "Regular Device Identification (stream)"},
	{0x03, "Extended Device Identification (stream)"},
	{0x81, "Basic Device Identification (stream and individual)"},
	{0x82, "Regular Device Identification (stream and individual)"},
	{0x83, "Extended Device Identification (stream and individual)"},
};
static const struct word objects[] = {
	{0, "VendorName"},  {1, "ProductCode"}, {2, "MajorMinorRevision"},  {3, "VendorURL"},
	{4, "ProductName"}, {5, "ModelName"},   {6, "UserApplicationName"},
};

struct state {
	uint64_t request_frame, response_time;
	uint64_t first, count; /* of what the query asked for */
	uint64_t head;         /* the address of struct modbus_head */
};

static void form_function(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = word_for(&modbus_functions, n->u);

	(void)r;
	text_format(t, "%s (%u)", word ? word : "Unknown", (unsigned)n->u);
}

#define COUNTER(code, name, label, says) \
	[COUNTERS + (code)-11] = {       \
		"modbus.diagnostic." name, label, U16, DEC, .help = says, .ref = "6.8.1"}
#define EVENT_BIT(row, name, label, bit, above, says)               \
	[row] = {"modbus." name, label,          U8,           DEC, \
		 AT(bit, 1),     .under = above, .help = says, .ref = "6.10"}

static const struct field fields[] = {
	[MODBUS] = {"modbus", "Modbus", PROTO},
	[FUNC_CODE] = {"modbus.func_code", "Function Code", U8, DEC, AT(1, 7), BOX(8, 1),
		       .words = &modbus_functions, .form = form_function,
		       .help = "What is to be done", .ref = "5.1"},
	[REQUEST_FRAME] = {"modbus.request_frame", "Request Frame", FRAMENUM,
			   FROM(struct state, request_frame),
			   .help = "The query that this response answers"},
	[RESPONSE_TIME] = {"modbus.response_time", "Time from request", RELTIME,
			   FROM(struct state, response_time), .help = "How long that took"},
	[EXCEPTION_CODE] = {"modbus.exception_code", "Exception Code", U8, DEC, WORDS(exceptions),
			    .help = "Why the device didn't do it", .ref = "7"},
	[REFERENCE_NUM] = {"modbus.reference_num", "Reference Number", U16, DEC,
			   .help = "The first coil or register", .ref = "6.1"},
	[READ_REFERENCE_NUM] = {"modbus.read_reference_num", "Read Reference Number", U16, DEC,
				.help = "The first register to be read", .ref = "6.17"},
	[READ_WORD_CNT] = {"modbus.read_word_cnt", "Read Word Count", U16, DEC,
			   .help = "Registers to be read", .ref = "6.17"},
	[WRITE_REFERENCE_NUM] = {"modbus.write_reference_num", "Write Reference Number", U16, DEC,
				 .help = "The first register to be written", .ref = "6.17"},
	[WRITE_WORD_CNT] = {"modbus.write_word_cnt", "Write Word Count", U16, DEC,
			    .help = "Registers to be written", .ref = "6.17"},
	[BYTE_CNT] = {"modbus.byte_cnt", "Byte Count", U8, DEC, .help = "Octets that follow",
		      .ref = "6.1"},
	[BYTE_CNT_16] = {"modbus.byte_cnt_16", "Byte Count (16-bit)", U8, DEC,
			 .help = "Octets that follow", .ref = "6.18"},
	[BIT_CNT] = {"modbus.bit_cnt", "Bit Count", U16, DEC, .help = "Coils or inputs",
		     .ref = "6.1"},
	[WORD_CNT] = {"modbus.word_cnt", "Word Count", U16, DEC, .help = "Registers", .ref = "6.3"},
	[DIAGNOSTIC_CODE] = {"modbus.diagnostic_code", "Diagnostic Code", U16, DEC,
			     .words = &modbus_diagnostics, .help = "Which test", .ref = "6.8.1"},
	[QUERY_DATA] = {"modbus.diagnostic.return_query_data.request", "Request Data", BYTES,
			.help = "What is to be sent back", .ref = "6.8.1"},
	[ECHO_DATA] = {"modbus.diagnostic.return_query_data.echo", "Echo Data", BYTES,
		       .help = "What was sent back", .ref = "6.8.1"},
	[RESTART_OPTION] = {"modbus.diagnostic.restart_communication_option",
			    "Restart Communication Option", U16, HEX, WORDS(restart_options),
			    .help = "Whether the event log is cleared", .ref = "6.8.1"},
	[DIAG_REGISTER] = {"modbus.diagnostic.return_diag_register", "Diagnostic Register Contents",
			   U16, HEX, .help = "The diagnostic register", .ref = "6.8.1"},
	[DELIMITER] = {"modbus.diagnostic.ascii_input_delimiter", "CHAR", U8, HEX,
		       .help = "What ends a message in ASCII mode", .ref = "6.8.1"},
	[CLEAR_COUNTERS] = {"modbus.diagnostic.clear_ctr_diag_reg",
			    "Clear Counters & Diag Register Echo", U16, DEC,
			    .help = "Sent back as it came", .ref = "6.8.1"},
	COUNTER(11, "bus_message_count", "Total Message Count", "Messages on the bus"),
	COUNTER(12, "bus_comm_error_count", "CRC Error Count", "Messages with a wrong CRC"),
	COUNTER(13, "bus_exception_error_count", "Exception Error Count", "Exceptions returned"),
	COUNTER(14, "slave_message_count", "Slave Message Count", "Messages to the device"),
	COUNTER(15, "no_slave_response_count", "Slave No Response Count",
		"Messages that it didn't answer"),
	COUNTER(16, "slave_nak_count", "Slave NAK Count", "Negative acknowledgments"),
	COUNTER(17, "slave_busy_count", "Slave Device Busy Count", "Answers that it was busy"),
	COUNTER(18, "bus_char_overrun_count", "Slave Character Overrun Count",
		"Characters that came too fast"),
	[EV_STATUS] = {"modbus.ev_status", "Status", U16, HEX,
		       .help = "0xffff: a command is being worked on", .ref = "6.9"},
	[EV_COUNT] = {"modbus.ev_count", "Event Count", U16, DEC,
		      .help = "Messages that were carried out", .ref = "6.9"},
	[EV_MSG_COUNT] = {"modbus.ev_msg_count", "Message Count", U16, DEC,
			  .help = "Messages that came", .ref = "6.10"},
	[EVENTS] = {"text", "Events", HEADING},
	[EVENT] = {"modbus.event", "Event", U8, DEC, .under = EVENTS,
		   .help = "An entry of the event log", .ref = "6.10"},
	[EVENT_RECV] = {"modbus.event", "Event", U8, DEC, .under = EVENTS, .help = "A message came",
			.ref = "6.10"},
	EVENT_BIT(RECV_COMM_ERR, "ev_recv_comm_err", "Communication Error", 6, EVENT_RECV,
		  "It was garbled"),
	EVENT_BIT(RECV_CHAR_OVER, "ev_recv_char_over", "Character Overrun", 3, EVENT_RECV,
		  "It came too fast"),
	EVENT_BIT(RECV_LO_MODE, "ev_recv_lo_mode", "Currently in Listen Only Mode", 2, EVENT_RECV,
		  "The device only listens"),
	EVENT_BIT(RECV_BROADCAST, "ev_recv_broadcast", "Broadcast Received", 1, EVENT_RECV,
		  "It was for all devices"),
	[EVENT_SEND] = {"modbus.event", "Event", U8, DEC, .under = EVENTS,
			.help = "A response was sent", .ref = "6.10"},
	EVENT_BIT(SEND_READ_EX, "ev_send_read_ex", "Read Exception Sent", 7, EVENT_SEND,
		  "An exception, codes 1 to 3"),
	EVENT_BIT(SEND_SLAVE_ABORT, "ev_send_slave_abort_ex", "Slave Abort Exception Sent", 6,
		  EVENT_SEND, "An exception, code 4"),
	EVENT_BIT(SEND_SLAVE_BUSY, "ev_send_slave_busy_ex", "Slave Busy Exception Sent", 5,
		  EVENT_SEND, "An exception, codes 5 and 6"),
	EVENT_BIT(SEND_SLAVE_NAK, "ev_send_slave_nak_ex", "Slave Program NAK Exception Sent", 4,
		  EVENT_SEND, "An exception, code 7"),
	EVENT_BIT(SEND_WRITE_TIMEOUT, "ev_send_write_timeout", "Write Timeout Error Occurred", 3,
		  EVENT_SEND, "Writing took too long"),
	EVENT_BIT(SEND_LO_MODE, "ev_send_lo_mode", "Currently in Listen Only Mode", 2, EVENT_SEND,
		  "The device only listens"),
	[AND_MASK] = {"modbus.and_mask", "AND mask", U16, HEX, .help = "Bits that are kept",
		      .ref = "6.16"},
	[OR_MASK] = {"modbus.or_mask", "OR mask", U16, HEX, .help = "What the others are set to",
		     .ref = "6.16"},
	[MEI] = {"modbus.mei", "MEI type", U8, DEC, .words = &modbus_meis,
		 .help = "What is encapsulated", .ref = "6.19"},
	[READ_DEVICE_ID] = {"modbus.read_device_id", "Read Device ID", U8, DEC, WORDS(device_ids),
			    .help = "How much of its identity", .ref = "6.21"},
	[CONFORMITY] = {"modbus.conformity_level", "Conformity Level", U8, HEX, WORDS(conformities),
			.help = "How much the device can tell", .ref = "6.21"},
	[MORE_FOLLOWS] = {"modbus.more_follows", "More Follows", U8, HEX,
			  .help = "0xff: there are more objects", .ref = "6.21"},
	[NEXT_OBJECT] = {"modbus.next_object_id", "Next Object ID", U8, DEC,
			 .help = "What to ask for then", .ref = "6.21"},
	[NUM_OBJECTS] = {"modbus.num_objects", "Number of Objects", U8, DEC,
			 .help = "Objects that follow", .ref = "6.21"},
	[ASKED_OBJECT] = {"modbus.object_id", "Object ID", U8, DEC, WORDS(objects),
			  .help = "The first object asked for", .ref = "6.21"},
	[OBJECTS] = {"text", "Objects", HEADING},
	[OBJECT] = {"text", "Object", HEADING, .under = OBJECTS},
	[OBJECT_ID] = {"modbus.object_id", "Object ID", U8, DEC, .under = OBJECT, WORDS(objects),
		       .help = "Which part of its identity", .ref = "6.21"},
	[OBJECT_LEN] = {"modbus.objects_len", "Object length", U8, DEC, .under = OBJECT,
			.help = "Octets of it", .ref = "6.21"},
	[OBJECT_STRING] = {"modbus.object_str_value", "Object String Value", STRING,
			   .under = OBJECT, .help = "It, as text", .ref = "6.21"},
	[OBJECT_VALUE] = {"modbus.object_value", "Object Value", BYTES, .under = OBJECT,
			  .help = "It, as octets", .ref = "6.21"},
	[GROUP] = {"text", "Group", HEADING},
	[GROUP_BYTES] = {"modbus.byte_cnt", "Byte Count", U8, DEC, .under = GROUP,
			 .help = "Octets of the group", .ref = "6.14"},
	[GROUP_TYPE] = {"modbus.reference_type", "Reference Type", U8, DEC, .under = GROUP,
			.help = "Always 6", .ref = "6.14"},
	[GROUP_REFERENCE] = {"modbus.reference_num_32", "Reference Number (32 bit)", U32, DEC,
			     .under = GROUP, .help = "File and record", .ref = "6.14"},
	[GROUP_WORDS] = {"modbus.word_cnt", "Word Count", U16, DEC, .under = GROUP,
			 .help = "Length of the record in registers", .ref = "6.14"},
	[GROUP_DATA] = {"modbus.data", "Data", BYTES, .under = GROUP, .help = "The record",
			.ref = "6.14"},
	[ONE_BIT] = {"text", "Bit", HEADING},
	[BIT_NUMBER] = {"modbus.bitnum", "Bit Number", U16, DEC, .under = ONE_BIT,
			.traits = GENERATED, .help = "Which coil or input"},
	[BIT_VALUE] = {"modbus.bitval", "Bit Value", BOOL, .under = ONE_BIT,
		       .help = "Whether it is on", .ref = "6.1"},
	[ONE_REGISTER] = {"text", "Register", HEADING},
	[REGISTER_NUMBER] = {"modbus.regnum16", "Register Number", U16, DEC, .under = ONE_REGISTER,
			     .help = "Which register"},
	[REGISTER_VALUE] = {"modbus.regval_uint16", "Register Value (UINT16)", U16, DEC,
			    .under = ONE_REGISTER, .help = "What it holds", .ref = "6.3"},
	[DATA] = {"modbus.data", "Data", BYTES, .help = "What the function needs or gives",
		  .ref = "4.1"},
	[PADDING] = {"modbus.padding", "Padding", U8, HEX, .help = "Nothing"},
};

/* --- the query that is answered --- */

static void note(struct walk *w, struct layer *l)
{
	const struct layer *transport = l->parent->parent;
	struct state *s = new_state(w, l, sizeof *s);
	struct modbus_head *head = take(w, sizeof *head);
	struct modbus_query query;
	uint16_t sport, dport;

	*head = modbus_head_of(l->parent, l->bytes);
	s->head = (uint64_t)(uintptr_t)head;
	s->first = s->count = 0;
	if (head->way == MODBUS_UNKNOWN || head->exception)
		return;
	query = modbus_query_of(w, l, head->function);
	sport = (uint16_t)VALUE_OF(transport, transport->proto->sport);
	dport = (uint16_t)VALUE_OF(transport, transport->proto->dport);
	if (head->way == MODBUS_QUERY) {
		modbus_ask(w, sport, dport, &query);
	} else {
		const struct modbus_query *q = modbus_asked(w, sport, dport, &query);

		if (!q)
			return;
		s->request_frame = q->frame;
		s->response_time = (uint64_t)(query.time - q->time);
		s->first = q->first;
		s->count = q->count;
	}
}

/* --- what a message holds --- */

static void put_data(struct walk *w, struct cursor *c)
{
	if (c->left.wire)
		put(w, c, DATA, c->left.wire);
}

/* 6.1: eight to an octet, the lowest first. */
static void put_bits(struct walk *w, struct cursor *c, uint64_t first, uint64_t count)
{
	for (uint64_t i = 0; i < count && c->left.cap; i++) {
		struct cursor one = *c;
		unsigned on = u8(&one) >> i % 8 & 1;
		uint32_t group = open_group(w, c, ONE_BIT, 1);

		label_whole(w, "Bit %u : %u", (unsigned)(first + i), on);
		put_value(w, BIT_NUMBER, c->at, 1, first + i);
		put_value(w, BIT_VALUE, c->at, 1, on);
		label_name(w, ".... ...%u = Bit Value", on);
		shut_group(w, group, NULL);
		if (i % 8 == 7)
			cursor_take(c, 1);
	}
}

static void put_registers(struct walk *w, struct cursor *c, uint64_t first)
{
	for (; c->left.wire; first++) {
		struct cursor one = *c;
		uint32_t group = open_group(w, c, ONE_REGISTER, 2);

		label_whole(w, "Register %u (UINT16): %u", (unsigned)first, u16(&one));
		put_value(w, REGISTER_NUMBER, c->at, 2, first);
		put(w, c, REGISTER_VALUE, 2);
		shut_group(w, group, NULL);
	}
}

/* Rows behind one another; the list ends with row 0. */
#define ROWS(...) put_rows(w, c, (const struct part[]){__VA_ARGS__, {0, 0}})

static bool put_diagnostic_answer(struct walk *w, struct cursor *c, unsigned code)
{
	if (code == 2)
		put(w, c, DIAG_REGISTER, 2);
	else if (code == 10)
		put(w, c, CLEAR_COUNTERS, 2);
	else if (code >= 11 && code <= 18)
		put(w, c, COUNTERS + code - 11, 2);
	else
		return false;
	return true;
}

/* 6.8 */
static void put_diagnostics(struct walk *w, struct cursor *c, bool query)
{
	unsigned code = (unsigned)put(w, c, DIAGNOSTIC_CODE, 2);

	if (code == 0 && c->left.wire) {
		put(w, c, query ? QUERY_DATA : ECHO_DATA, c->left.wire);
	} else if (code == 1) {
		put(w, c, RESTART_OPTION, 2);
	} else if (code == 3) {
		put(w, c, DELIMITER, 1);
	} else if (query || !put_diagnostic_answer(w, c, code)) {
		put_data(w, c);
	}
}

/* 6.10: the two highest bits tell what an entry is of. */
static void put_event(struct walk *w, struct cursor *c)
{
	struct cursor one = *c;
	unsigned event = u8(&one);
	uint32_t group;

	if (event == 0 || event == 4 || !(event & 0xc0)) {
		put(w, c, EVENT, 1);
		label_whole(w, event == 0   ? "Initiated Communication Restart"
			       : event == 4 ? "Entered Listen Only Mode"
					    : "Unknown Event");
		return;
	}
	group = open_group(w, c, event & 0x80 ? EVENT_RECV : EVENT_SEND, 1);
	label_whole(w, event & 0x80 ? "Receive Event: 0x%02x" : "Send Event: 0x%02x", event);
	cursor_take(c, 1);
	shut_group(w, group, NULL);
}

static void put_event_log(struct walk *w, struct cursor *c)
{
	uint32_t group;

	ROWS({BYTE_CNT, 1}, {EV_STATUS, 2}, {EV_COUNT, 2}, {EV_MSG_COUNT, 2});
	if (!c->left.cap)
		return;
	group = open_group(w, c, EVENTS, c->left.cap);
	while (c->left.cap)
		put_event(w, c);
	shut_group(w, group, NULL);
}

/* 6.14, 6.15: records of files; those of a response to a read have no place. */
static void put_group(struct walk *w, struct cursor *c, bool answer, bool data)
{
	unsigned words = 0;

	if (answer) {
		unsigned n = (unsigned)put(w, c, GROUP_BYTES, 1);

		put(w, c, GROUP_TYPE, 1);
		if (n > 1)
			put(w, c, GROUP_DATA, n - 1);
		return;
	}
	put(w, c, GROUP_TYPE, 1);
	put(w, c, GROUP_REFERENCE, 4);
	words = (unsigned)put(w, c, GROUP_WORDS, 2);
	if (data && words)
		put(w, c, GROUP_DATA, 2 * words);
}

static void put_groups(struct walk *w, struct cursor *c, bool answer, bool data)
{
	unsigned n = (unsigned)put(w, c, BYTE_CNT, 1);

	*c = cursor_first(*c, n);
	for (unsigned i = 0; c->left.cap; i++) {
		uint32_t group = open_group(w, c, GROUP, 0);

		label_whole(w, "Group %u", i);
		put_group(w, c, answer, data);
		shut_group(w, group, c);
	}
}

static void put_object(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, OBJECT, 0);
	unsigned id, n;

	label_whole(w, "Object #%u", number);
	id = (unsigned)put(w, c, OBJECT_ID, 1);
	n = (unsigned)put(w, c, OBJECT_LEN, 1);
	if (n)
		put(w, c, id < COUNT(objects) ? OBJECT_STRING : OBJECT_VALUE, n);
	shut_group(w, group, c);
}

/* 6.21 */
static void put_identity(struct walk *w, struct cursor *c, bool query)
{
	uint32_t group;
	unsigned n;

	if (query) {
		ROWS({MEI, 1}, {READ_DEVICE_ID, 1}, {ASKED_OBJECT, 1});
		return;
	}
	ROWS({MEI, 1}, {READ_DEVICE_ID, 1}, {CONFORMITY, 1}, {MORE_FOLLOWS, 1}, {NEXT_OBJECT, 1});
	n = (unsigned)put(w, c, NUM_OBJECTS, 1);
	group = open_group(w, c, OBJECTS, 0);
	for (unsigned i = 1; i <= n && c->left.cap; i++)
		put_object(w, c, i);
	shut_group(w, group, c);
}

static void put_encapsulated(struct walk *w, struct cursor *c, bool query)
{
	struct cursor all = *c, one = *c;

	if (u8(&one) == 14) {
		put_identity(w, c, query);
		return;
	}
	put(w, c, MEI, 1);
	put(w, &all, DATA, all.left.wire);
	*c = all;
}

static void put_query(struct walk *w, struct cursor *c, unsigned function)
{
	switch (function) {
	case READ_COILS:
	case READ_DISCRETE_INPUTS:
		ROWS({REFERENCE_NUM, 2}, {BIT_CNT, 2});
		break;
	case READ_HOLDING_REGISTERS:
	case READ_INPUT_REGISTERS:
		ROWS({REFERENCE_NUM, 2}, {WORD_CNT, 2});
		break;
	case WRITE_COILS:
		ROWS({REFERENCE_NUM, 2}, {BIT_CNT, 2}, {BYTE_CNT, 1});
		put(w, c, DATA, c->left.wire);
		break;
	case READ_FILE:
		put_groups(w, c, false, false);
		break;
	case READ_WRITE_REGISTERS:
		ROWS({READ_REFERENCE_NUM, 2}, {READ_WORD_CNT, 2}, {WRITE_REFERENCE_NUM, 2},
		     {WRITE_WORD_CNT, 2}, {BYTE_CNT, 1});
		put_data(w, c);
		break;
	case READ_FIFO:
		put(w, c, REFERENCE_NUM, 2);
		break;
	default:
		put_data(w, c);
		break;
	}
}

static void put_response(struct walk *w, struct cursor *c, unsigned function, const struct state *s)
{
	switch (function) {
	case READ_COILS:
	case READ_DISCRETE_INPUTS:
		put(w, c, BYTE_CNT, 1);
		put_bits(w, c, s->first, s->count);
		break;
	case READ_HOLDING_REGISTERS:
	case READ_INPUT_REGISTERS:
		put(w, c, BYTE_CNT, 1);
		put_registers(w, c, s->first);
		break;
	case EVENT_COUNTERS:
		ROWS({EV_STATUS, 2}, {EV_COUNT, 2});
		break;
	case EVENT_LOG:
		put_event_log(w, c);
		break;
	case WRITE_COILS:
		ROWS({REFERENCE_NUM, 2}, {BIT_CNT, 2});
		break;
	case READ_FILE:
		put_groups(w, c, true, true);
		break;
	case READ_WRITE_REGISTERS:
		put(w, c, BYTE_CNT, 1);
		put_data(w, c);
		break;
	case READ_FIFO:
		ROWS({BYTE_CNT_16, 2}, {WORD_CNT, 2});
		put_data(w, c);
		break;
	default:
		put_data(w, c);
		break;
	}
}

/* 6.5: 0xff00 is on; the second octet counts as padding. */
static void put_coil(struct walk *w, struct cursor *c)
{
	struct cursor value;

	put(w, c, REFERENCE_NUM, 2);
	value = *c;
	put(w, &value, DATA, 2);
	cursor_take(c, 1);
	put(w, c, PADDING, 1);
}

/* What looks alike both ways; false: it doesn't. */
static bool put_either(struct walk *w, struct cursor *c, unsigned function, bool query)
{
	struct cursor first = *c;

	switch (function) {
	case WRITE_SINGLE_COIL:
		put_coil(w, c);
		break;
	case WRITE_SINGLE_REGISTER:
		ROWS({REFERENCE_NUM, 2}, {DATA, 2});
		break;
	case DIAGNOSTICS:
		put_diagnostics(w, c, query);
		break;
	case WRITE_REGISTERS:
		ROWS({REFERENCE_NUM, 2}, {WORD_CNT, 2});
		if (query) {
			put(w, c, BYTE_CNT, 1);
			put_registers(w, c, u16(&first));
		}
		break;
	case WRITE_FILE:
		put_groups(w, c, false, true);
		break;
	case MASK_WRITE_REGISTER:
		ROWS({REFERENCE_NUM, 2}, {AND_MASK, 2}, {OR_MASK, 2});
		break;
	case ENCAPSULATED:
		put_encapsulated(w, c, query);
		break;
	default:
		return false;
	}
	return true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	const struct modbus_head *head = (const struct modbus_head *)(uintptr_t)s->head;
	bool query = head->way == MODBUS_QUERY;

	if (head->exception) {
		const char *function = word_for(&modbus_functions, head->function);
		struct cursor one = *c;
		const char *why = row_word(w, EXCEPTION_CODE, u8(&one), "Unknown");

		label_whole(w, "Function %u:  %s.  Exception: %s", head->function,
			    function ? function : "Unknown Function", why);
		put(w, c, EXCEPTION_CODE, 1);
		return;
	}
	if (put_either(w, c, head->function, query))
		return;
	if (query)
		put_query(w, c, head->function);
	else
		put_response(w, c, head->function, s);
}

static const struct hang hangs[] = {{"mbtcp.prot_id", 0}, {0}};

const struct proto proto_modbus = {
	.brief = "Modbus",
	.no_column = true,
	.spec = "MODBUS Application Protocol Specification V1.1b3",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 1,
	.hangs = hangs,
	.note = note,
	.rest = rest,
};
