/* SPDX-License-Identifier: BSD-2-Clause */
/* Modbus: which way a message goes, and the query that it answers. */
#include "flow/modbus.h"
#include "flow/conv.h"

static const struct word functions[] = {
	{READ_COILS, "Read Coils"},
	{READ_DISCRETE_INPUTS, "Read Discrete Inputs"},
	{READ_HOLDING_REGISTERS, "Read Holding Registers"},
	{READ_INPUT_REGISTERS, "Read Input Registers"},
	{WRITE_SINGLE_COIL, "Write Single Coil"},
	{WRITE_SINGLE_REGISTER, "Write Single Register"},
	{READ_EXCEPTION_STATUS, "Read Exception Status"},
	{DIAGNOSTICS, "Diagnostics"},
	{EVENT_COUNTERS, "Get Comm. Event Counters"},
	{EVENT_LOG, "Get Comm. Event Log"},
	{WRITE_COILS, "Write Multiple Coils"},
	{WRITE_REGISTERS, "Write Multiple Registers"},
	{REPORT_SLAVE_ID, "Report Slave ID"},
	{READ_FILE, "Read File Record"},
	{WRITE_FILE, "Write File Record"},
	{MASK_WRITE_REGISTER, "Mask Write Register"},
	{READ_WRITE_REGISTERS, "Read Write Register"},
	{READ_FIFO, "Read FIFO Queue"},
	{ENCAPSULATED, "Encapsulated Interface Transport"},
	{90, "Unity (Schneider)"},
};
const struct words modbus_functions = {functions, COUNT(functions)};

static const struct word diagnostics[] = {
	{0, "Return Query Data"},
	{1, "Restart Communications Option"},
	{2, "Return Diagnostic Register"},
	{3, "Change ASCII Input Delimiter"},
	{4, "Force Listen Only Mode"},
	{10, "Clear Counters and Diagnostic Register"},
	{11, "Return Bus Message Count"},
	{12, "Return Bus Communication Error Count"},
	{13, "Return Bus Exception Error Count"},
	{14, "Return Slave Message Count"},
	{15, "Return Slave No Response Count"},
	{16, "Return Slave NAK Count"},
	{17, "Return Slave Busy Count"},
	{18, "Return Bus Character Overrun Count"},
	{20, "Clear Overrun Counter and Flag"},
};
const struct words modbus_diagnostics = {diagnostics, COUNT(diagnostics)};

static const struct word meis[] = {
	{13, "CANopen Request/Response "},
	{14, "Read Device Identification"},
};
const struct words modbus_meis = {meis, COUNT(meis)};

/* The device listens at the port; a message between other ports tells nothing. */
static enum modbus_way way_of(const struct layer *transport)
{
	if (VALUE_OF(transport, transport->proto->dport) == MODBUS_PORT)
		return MODBUS_QUERY;
	return VALUE_OF(transport, transport->proto->sport) == MODBUS_PORT ? MODBUS_RESPONSE
									   : MODBUS_UNKNOWN;
}

struct modbus_head modbus_head_of(const struct layer *mbtcp, struct span message)
{
	unsigned code = (unsigned)span_bits(message, 0, 8, false);
	struct modbus_head head = {
		.way = mbtcp->parent->proto->sport ? way_of(mbtcp->parent) : MODBUS_UNKNOWN,
		.function = code & 0x7f,
		.exception = code & 0x80,
	};

	if (head.function == DIAGNOSTICS)
		head.sub = (uint16_t)span_bits(message, 8, 16, false);
	else if (head.function == ENCAPSULATED)
		head.sub = (uint16_t)span_bits(message, 8, 8, false);
	return head;
}

void modbus_words(struct text *t, const struct modbus_head *head)
{
	const struct words *subs = head->function == DIAGNOSTICS    ? &modbus_diagnostics
				   : head->function == ENCAPSULATED ? &modbus_meis
								    : NULL;
	const char *word = word_for(&modbus_functions, head->function);

	if (subs && !head->exception) {
		const char *sub = word_for(subs, head->sub);

		text_format(t, "/  1: %s", sub ? sub : word);
		return;
	}
	if (word)
		text_format(t, ": %s", word);
	else
		text_format(t, ": Unknown function (%u)", head->function);
	if (head->exception)
		text_put(t, ". Exception returned ");
}

/* --- queries that wait --- */

struct modbus_query modbus_query_of(const struct walk *w, const struct layer *l, uint8_t function)
{
	return (struct modbus_query){
		.frame = w->r.frame->number,
		.time = w->r.frame->time,
		.transaction = (uint16_t)span_bits(l->parent->bytes, 0, 16, false),
		.unit = (uint8_t)span_bits(l->parent->bytes, 48, 8, false),
		.function = function,
		.first = (uint16_t)span_bits(l->bytes, 8, 16, false),
		.count = (uint16_t)span_bits(l->bytes, 24, 16, false),
	};
}

/* Of more at once the oldest is forgotten. */
#define MAX_QUERIES 32

struct queries {
	struct modbus_query list[MAX_QUERIES];
	unsigned next; /* which to overwrite */
};

static struct queries *queries_of(struct walk *w, uint16_t sport, uint16_t dport)
{
	static const char table_key;
	bool from_a;

	return conv_own(conv_get(w, &table_key, sport, dport, sizeof(struct queries), &from_a));
}

void modbus_ask(struct walk *w, uint16_t sport, uint16_t dport, const struct modbus_query *q)
{
	struct queries *all = queries_of(w, sport, dport);

	all->list[all->next++ % MAX_QUERIES] = *q;
}

const struct modbus_query *modbus_asked(struct walk *w, uint16_t sport, uint16_t dport,
					const struct modbus_query *response)
{
	struct queries *all = queries_of(w, sport, dport);

	for (unsigned i = 1; i <= MAX_QUERIES; i++) {
		const struct modbus_query *q = &all->list[(all->next - i) % MAX_QUERIES];

		if (q->frame && q->frame < response->frame && q->unit == response->unit &&
		    q->transaction == response->transaction && q->function == response->function)
			return q;
	}
	return NULL;
}
