/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames from an interface, as they come: through libpcap. */
/* pcap(3PCAP) */
#include "config.h"

#include "capture/live.h"
#include "core/arena.h"
#include <errno.h>
#include <pcap.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#define SNAP_LEN 262144
#define GATHER 10 /* milliseconds for which the kernel may gather frames */

struct live {
	pcap_t *pcap;
	struct iface iface;
	char *name;
};

static void say_why(struct live *l, const char *interface, int rc, struct fault *fault)
{
	if (rc == PCAP_ERROR_PERM_DENIED)
		fault_set(fault,
			  "%s: capturing isn't permitted: run as root, or once: "
			  "sudo setcap cap_net_raw,cap_net_admin+ep \"$(command -v peel)\"",
			  interface);
	else
		fault_set(fault, "%s: %s", interface,
			  *pcap_geterr(l->pcap) ? pcap_geterr(l->pcap) : pcap_statustostr(rc));
}

static int activate(struct live *l)
{
	char why[PCAP_ERRBUF_SIZE];

	pcap_set_snaplen(l->pcap, SNAP_LEN);
	pcap_set_immediate_mode(l->pcap, 1);
	pcap_set_timeout(l->pcap, GATHER);
	pcap_set_tstamp_precision(l->pcap, PCAP_TSTAMP_PRECISION_NANO);
	return pcap_activate(l->pcap) < 0 ? -1 : pcap_setnonblock(l->pcap, 1, why);
}

struct live *live_open(const char *interface, bool incoming, struct fault *fault)
{
	struct live *l = need_zero(1, sizeof *l);
	char why[PCAP_ERRBUF_SIZE];
	int rc;

	l->name = need_copy(interface);
	l->pcap = pcap_create(interface, why);
	if (!l->pcap) {
		fault_set(fault, "%s: %s", interface, why);
		live_close(l);
		return NULL;
	}
	rc = activate(l);
	if (rc < 0) {
		say_why(l, interface, rc, fault);
		live_close(l);
		return NULL;
	}
	if (incoming)
		pcap_setdirection(l->pcap, PCAP_D_IN);
	l->iface = (struct iface){.link = (uint32_t)pcap_datalink(l->pcap),
				  .snap_len = SNAP_LEN,
				  .ticks = (uint64_t)NS_PER_SECOND,
				  .resolution = 9,
				  .fcs_len = -1,
				  .name = l->name};
	/* DLT_RAW is 12 here, LINKTYPE_RAW 101 in files: pcap-linktype(7). */
	if (l->iface.link == DLT_RAW)
		l->iface.link = 101;
	return l;
}

void live_close(struct live *l)
{
	if (!l)
		return;
	if (l->pcap)
		pcap_close(l->pcap);
	free(l->name);
	free(l);
}

static int next_at_once(struct live *l, struct frame *f, struct fault *fault)
{
	struct pcap_pkthdr *head;
	const uint8_t *bytes;
	int rc = pcap_next_ex(l->pcap, &head, &bytes);

	if (rc < 0)
		fault_set(fault, "%s: %s", l->name, pcap_geterr(l->pcap));
	if (rc != 1)
		return rc < 0 ? -1 : 0;
	*f = (struct frame){
		.bytes = bytes,
		.cap_len = head->caplen,
		.wire_len = head->len < head->caplen ? head->caplen : head->len,
		.time = head->ts.tv_sec * NS_PER_SECOND + head->ts.tv_usec,
		.has_time = true,
		.link = l->iface.link,
		.fcs_len = -1,
		.iface = &l->iface,
	};
	return 1;
}

int live_next(struct live *l, struct frame *f, int milliseconds, struct fault *fault)
{
	struct pollfd fd = {.fd = pcap_get_selectable_fd(l->pcap), .events = POLLIN};
	int rc = next_at_once(l, f, fault);

	if (rc || !milliseconds)
		return rc;
	if (poll(&fd, 1, milliseconds) <= 0)
		return 0;
	return next_at_once(l, f, fault);
}
