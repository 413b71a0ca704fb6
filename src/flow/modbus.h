/* SPDX-License-Identifier: BSD-2-Clause */
/* Modbus: which way a message goes, and the query that it answers. */
/* MODBUS Application Protocol Specification V1.1b3. */
#ifndef FLOW_MODBUS_H
#define FLOW_MODBUS_H

#include "core/walk.h"

/* Functions; the highest bit of the code marks an exception (section 7). */
enum {
	READ_COILS = 1,
	READ_DISCRETE_INPUTS = 2,
	READ_HOLDING_REGISTERS = 3,
	READ_INPUT_REGISTERS = 4,
	WRITE_SINGLE_COIL = 5,
	WRITE_SINGLE_REGISTER = 6,
	READ_EXCEPTION_STATUS = 7,
	DIAGNOSTICS = 8,
	EVENT_COUNTERS = 11,
	EVENT_LOG = 12,
	WRITE_COILS = 15,
	WRITE_REGISTERS = 16,
	REPORT_SLAVE_ID = 17,
	READ_FILE = 20,
	WRITE_FILE = 21,
	MASK_WRITE_REGISTER = 22,
	READ_WRITE_REGISTERS = 23,
	READ_FIFO = 24,
	ENCAPSULATED = 43,
};

#define MODBUS_PORT 502

enum modbus_way { MODBUS_UNKNOWN, MODBUS_QUERY, MODBUS_RESPONSE };

/* What the first octets of a message say. */
struct modbus_head {
	enum modbus_way way;
	uint8_t function; /* without the mark of an exception */
	bool exception;
	uint16_t sub; /* of DIAGNOSTICS and ENCAPSULATED */
};

/* `mbtcp` is the layer of the header before the message. */
struct modbus_head modbus_head_of(const struct layer *mbtcp, struct span message);

/* A query that waits for its response. */
struct modbus_query {
	uint64_t frame;
	int64_t time;
	uint16_t transaction;
	uint8_t unit, function;
	uint16_t first, count; /* of registers or coils that it asks for */
};

/* What the message asks for, or says that it answers; `l` is Modbus' layer. */
struct modbus_query modbus_query_of(const struct walk *w, const struct layer *l, uint8_t function);
/* Remembers a query of the connection at hand, whose ports are these. */
void modbus_ask(struct walk *w, uint16_t sport, uint16_t dport, const struct modbus_query *q);
/* The query that a response answers, of an earlier frame: the latest one; NULL: unknown. */
const struct modbus_query *modbus_asked(struct walk *w, uint16_t sport, uint16_t dport,
					const struct modbus_query *response);

extern const struct words modbus_functions, modbus_diagnostics, modbus_meis;

/* ": Read Coils", as the summary line goes on behind the function. */
void modbus_words(struct text *t, const struct modbus_head *head);

#endif
