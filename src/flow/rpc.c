/* SPDX-License-Identifier: BSD-2-Clause */
/* Remote procedure calls: calls that wait for their replies. */
#include "flow/rpc.h"
#include "flow/conv.h"

/* What a reply doesn't say itself. */
struct call {
	uint64_t frame; /* 0: new */
	int64_t time;
	uint32_t program, version, procedure;
	uint32_t kept; /* by the program's own layer */
};

static const char table_key;

static uint16_t port_of(const struct layer *transport, unsigned row)
{
	return row ? (uint16_t)VALUE_OF(transport, row) : 0;
}

/* A call that comes again is still the first one. */
static bool remember(struct walk *w, uint16_t port, struct rpc_message *m)
{
	struct call *call = conv_own(
		conv_of_end(w, &table_key, &w->r.from, port, (uint32_t)m->xid, sizeof *call));

	m->kept = (uint64_t)(uintptr_t)&call->kept;
	if (call->frame)
		return true;
	call->frame = w->r.frame->number;
	call->time = w->r.frame->time;
	call->program = (uint32_t)m->program;
	call->version = (uint32_t)m->version;
	call->procedure = (uint32_t)m->procedure;
	return true;
}

bool rpc_match(struct walk *w, const struct layer *transport, struct rpc_message *m)
{
	const struct proto *p = transport->proto;
	struct call *call;
	struct conv *conv;

	if (m->reply == RPC_CALL)
		return remember(w, port_of(transport, p->sport), m);
	conv = conv_of_end_known(w, &table_key, &w->r.to, port_of(transport, p->dport),
				 (uint32_t)m->xid);
	if (!conv)
		return false;
	call = conv_own(conv);
	m->kept = (uint64_t)(uintptr_t)&call->kept;
	m->call_frame = call->frame;
	m->since = (uint64_t)(w->r.frame->time - call->time);
	m->program = call->program;
	m->version = call->version;
	m->procedure = call->procedure;
	return true;
}
