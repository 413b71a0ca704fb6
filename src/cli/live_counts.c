/* SPDX-License-Identifier: BSD-2-Clause */
/* What a live capture saw, and what became of it: counts that add up. */
#include "cli/live_counts.h"
#include "cli/cli.h"
#include <inttypes.h>

static uint64_t delivered(const struct live_options *o, const struct totals *t)
{
	uint64_t sum = 0;

	for (unsigned i = 0; i < o->n_interfaces; i++)
		sum += t->ifaces[i].delivered;
	return sum;
}

static void print_interface(const char *name, const struct iface_totals *t)
{
	complain("%s: saw %" PRIu64 " = %" PRIu64 " delivered + %" PRIu64
		 " dropped by the kernel + %" PRIu64 " dropped by the interface + %" PRIu64
		 " filtered + %" PRIu64 " left in the ring",
		 name, t->saw + t->if_dropped, t->delivered, t->dropped, t->if_dropped, t->filtered,
		 t->left);
}

void print_totals(const struct live_options *o, const struct totals *t,
		  const struct live_plan *plan)
{
	uint64_t n = delivered(o, t);

	for (unsigned i = 0; i < o->n_interfaces; i++)
		print_interface(o->interfaces[i], &t->ifaces[i]);
	if (plan->writes && !plan->filters)
		complain("%s: %" PRIu64 " delivered = %" PRIu64 " written + %" PRIu64
			 " failed, in %" PRIu64 " file%s",
			 o->read.write_to, n, t->written, t->failed, t->files, plural(t->files));
	if (plan->decodes && (o->read.display_filter || t->skipped))
		complain("%" PRIu64 " delivered = %" PRIu64 " passed + %" PRIu64
			 " didn't + %" PRIu64 " not decoded",
			 n, t->passed, t->decoded - t->passed, n - t->decoded);
	if (plan->writes && plan->filters)
		complain("%s: %" PRIu64 " written, in %" PRIu64 " file%s", o->read.write_to,
			 t->written, t->files, plural(t->files));
}

void print_totals_line(const struct live_options *o, const struct totals *t, struct totals *before)
{
	struct iface_totals now = {0}, then = {0};

	for (unsigned i = 0; i < o->n_interfaces; i++) {
		now.delivered += t->ifaces[i].delivered;
		now.dropped += t->ifaces[i].dropped;
		now.if_dropped += t->ifaces[i].if_dropped;
		then.delivered += before->ifaces[i].delivered;
		then.dropped += before->ifaces[i].dropped;
	}
	complain("%" PRIu64 " frames (%" PRIu64 "/s), %" PRIu64 " dropped by the kernel (%" PRIu64
		 "/s), %" PRIu64 " by interfaces, %" PRIu64 " not shown, %" PRIu64 " written",
		 now.delivered, now.delivered - then.delivered, now.dropped,
		 now.dropped - then.dropped, now.if_dropped, t->skipped, t->written);
	*before = *t;
}
