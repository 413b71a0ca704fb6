/* SPDX-License-Identifier: BSD-2-Clause */
/* Who takes what a TCP segment carries. */
#include "flow/tcp_payload.h"
#include "flow/expect.h"

/* An upgrade counts once the sender's bytes are the new protocol's; until then the old one has
 * them. */
static bool upgraded(const struct tcp_view *view, const struct plan *known, struct span bytes)
{
	if (!view || !*view->upgraded || view->pdus->upgraded)
		return true;
	view->pdus->upgraded = known_by(known, bytes);
	return view->pdus->upgraded;
}

/*
 * Who takes these bytes: whom the connection is known to carry, or was announced, who hangs
 * at its ports, who knows them by what they look like.  What keeps a connection alive is
 * for nobody.
 */
static const struct plan *child_of(struct walk *w, const struct layer *l, struct span bytes)
{
	const struct tcp_view *view = tcp_view(l);
	const struct plan *known = view ? *view->carries : NULL;
	const struct tcp_findings *found = tcp_found(l);
	const struct plan *child;

	if (found && (found->flags & FOUND_KEEP_ALIVE))
		return NULL;
	if (view && *view->upgraded && !known) /* it is somebody's whom nobody wants to see */
		return NULL;
	if (!known)
		known = expected_in(w, OVER_TCP, l);
	if (known && claimed_by(known, bytes) && upgraded(view, known, bytes))
		return known;
	child = claimed_by_ports(l, bytes);
	if (child)
		return child;
	child = guess(l, TCP_GUESSES, bytes);
	if (child && view)
		*view->carries = child;
	return child;
}

bool tcp_carries_wanted(const struct layer *l)
{
	const struct plan *a, *b;

	if (!deeper_wanted(l))
		return false;
	a = next_by(l, VALUE_OF(l, l->proto->sport));
	b = next_by(l, VALUE_OF(l, l->proto->dport));
	return (a && plan_wanted(a)) || (b && plan_wanted(b)) || also_wanted(l, TCP_GUESSES) ||
	       also_wanted(l, TCP_ANNOUNCED);
}

static const struct tcp_view *view_of(const struct layer *l)
{
	const struct layer *tcp = layer_up(l, "tcp");

	return tcp ? tcp_view(tcp) : NULL;
}

void tcp_ask_tls(const struct layer *l, bool asked)
{
	const struct tcp_view *view = view_of(l);

	if (view)
		*view->tls_asked = asked;
}

void tcp_answer_tls(const struct layer *l, const struct plan *tls, bool granted)
{
	const struct tcp_view *view = view_of(l);

	if (!view || !*view->tls_asked)
		return;
	*view->tls_asked = false;
	if (granted) {
		*view->carries = tls;
		*view->upgraded = l->proto;
	}
}

const struct proto *tcp_upgraded(const struct layer *tcp)
{
	const struct tcp_view *view = tcp_view(tcp);

	return view ? *view->upgraded : NULL;
}

/* A retransmission isn't given to anybody. */
static bool put_again(struct walk *w, const struct tcp_findings *found, struct cursor payload,
		      const struct tcp_pdu_rows *rows)
{
	if (!found || !(found->flags & FOUND_RETRANSMISSION))
		return false;
	if (payload.left.cap && payload.left.cap == payload.left.wire) {
		put(w, &payload, rows->data, payload.left.cap);
		label_whole(w, "Retransmitted TCP segment data (%u byte%s)", payload.left.wire,
			    plural(payload.left.wire));
	}
	return true;
}

void tcp_carry(struct walk *w, struct layer *l, struct cursor payload,
	       const struct tcp_pdu_rows *rows)
{
	const struct tcp_findings *found = tcp_found(l);
	const struct tcp_view *view = tcp_view(l);
	unsigned flags = tcp_flags(l);
	struct tcp_delivery d;

	if (l->quoted || !view) {
		walk_next(w, child_of(w, l, payload.left), payload);
		return;
	}
	if (*view->unread && w->summary && !(flags & TCP_SYN)) /* with a SYN it begins */
		w->unsure = true;
	if (put_again(w, found, payload, rows))
		return;
	d = (struct tcp_delivery){
		.conv = view->conv,
		.pdus = view->pdus,
		.seq = view->first + !!(flags & TCP_SYN),
		.bytes = payload,
		.silent = found && (found->flags & (FOUND_SPURIOUS | FOUND_OUT_OF_ORDER)),
		.last = flags & TCP_FIN,
		.rows = rows,
		.child = child_of,
	};
	if (!(flags & TCP_FIN) || !tcp_deliver_end(w, l, &d))
		tcp_deliver(w, l, &d);
	tcp_put_together(w, &d);
}
