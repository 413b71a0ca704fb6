/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames from an interface, as they come: through libpcap. */
/* pcap(3PCAP), packet(7) */
#include "config.h"

#include "capture/live.h"
#include "core/arena.h"
#include "core/text.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <pcap.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SNAP_LEN 262144
#define SOON 10   /* milliseconds for which the kernel may gather frames that are waited for */
#define GATHER 50 /* and where many at once are better */

/* Files of /sys that count what an interface dropped before anybody saw it. */
static const char *const drop_files[] = {"rx_missed_errors", "rx_fifo_errors"};

struct live {
	pcap_t *pcap;
	struct iface iface;
	char *name;
	struct live_counts counts;
	int drops[COUNT(drop_files)]; /* those files, open; -1: there is none */
	uint64_t drops_before;        /* what they said when the capture began */
	int64_t unit;                 /* nanoseconds in what pcap_pkthdr calls tv_usec */
	/* where live_take() takes frames to */
	void (*take)(void *arg, struct frame *f);
	void *arg;
};

static void say_why(struct live *l, const char *interface, int rc, struct fault *fault)
{
	if (rc == PCAP_ERROR_PERM_DENIED)
		fault_set(fault,
			  "%s: capturing isn't permitted: run as root (sudo peel ...), or once: "
			  "sudo setcap cap_net_raw,cap_net_admin+ep \"$(command -v peel)\"",
			  interface);
	else if (rc == PCAP_ERROR_IFACE_NOT_UP)
		fault_set(fault, "%s: the interface is down: ip link set %s up", interface,
			  interface);
	else
		fault_set(fault, "%s: %s", interface,
			  *pcap_geterr(l->pcap) ? pcap_geterr(l->pcap) : pcap_statustostr(rc));
}

/* --- opening --- */

static bool set_stamp(struct live *l, const struct live_wish *wish, struct fault *fault)
{
	int type = wish->stamp ? pcap_tstamp_type_name_to_val(wish->stamp) : 0;

	if (wish->stamp && (type < 0 || pcap_set_tstamp_type(l->pcap, type))) {
		fault_set(fault,
			  "%s: it has no time stamps of type %s (pcap-tstamp(7) lists types)",
			  l->name, wish->stamp);
		return false;
	}
	l->unit = wish->micro || pcap_set_tstamp_precision(l->pcap, PCAP_TSTAMP_PRECISION_NANO)
			  ? 1000
			  : 1;
	return true;
}

static bool activate(struct live *l, const struct live_wish *wish, struct fault *fault)
{
	char why[PCAP_ERRBUF_SIZE];
	int rc;

	pcap_set_snaplen(l->pcap, wish->snap_len ? (int)wish->snap_len : SNAP_LEN);
	pcap_set_promisc(l->pcap, wish->promiscuous);
	pcap_set_immediate_mode(l->pcap, !wish->gathers);
	pcap_set_timeout(l->pcap, wish->gathers ? GATHER : SOON);
	if (wish->monitor)
		pcap_set_rfmon(l->pcap, 1);
	if (wish->buffer)
		pcap_set_buffer_size(l->pcap, (int)wish->buffer);
	if (!set_stamp(l, wish, fault))
		return false;
	rc = pcap_activate(l->pcap);
	if (rc < 0 || pcap_setnonblock(l->pcap, 1, why)) {
		say_why(l, l->name, rc, fault);
		return false;
	}
	return true;
}

static bool set_link(struct live *l, const char *name, struct fault *fault)
{
	int link = name ? pcap_datalink_name_to_val(name) : 0;

	if (!name || (link >= 0 && !pcap_set_datalink(l->pcap, link)))
		return true;
	fault_set(fault, "%s: it has no link type %s: peel live -i %s -L lists those that it has",
		  l->name, name, l->name);
	return false;
}

static bool set_direction(struct live *l, enum live_direction direction, struct fault *fault)
{
	static const pcap_direction_t values[] = {PCAP_D_INOUT, PCAP_D_IN, PCAP_D_OUT};

	if (!direction || !pcap_setdirection(l->pcap, values[direction]))
		return true;
	fault_set(fault, "%s: one direction alone can't be captured: %s", l->name,
		  pcap_geterr(l->pcap));
	return false;
}

/* Lets nothing into the ring: what waits can be emptied out, and counts stand still. */
static bool refuse_all(const struct live *l)
{
	struct sock_filter none = BPF_STMT(BPF_RET | BPF_K, 0);
	struct sock_fprog program = {1, &none};

	return !setsockopt(pcap_fileno(l->pcap), SOL_SOCKET, SO_ATTACH_FILTER, &program,
			   sizeof program);
}

static void discard(u_char *arg, const struct pcap_pkthdr *head, const u_char *bytes)
{
	(void)head;
	(void)bytes;
	++*(uint64_t *)(void *)arg;
}

/* The kernel's counts so far, which asking sets to 0: packet(7), PACKET_STATISTICS. */
static void add_kernel_counts(struct live *l)
{
	struct tpacket_stats_v3 stats = {0};
	socklen_t n = sizeof stats;

	if (getsockopt(pcap_fileno(l->pcap), SOL_PACKET, PACKET_STATISTICS, &stats, &n))
		return;
	l->counts.saw += stats.tp_packets;
	l->counts.dropped += stats.tp_drops;
}

/*
 * Frames wait since the socket was bound, and no filter stood there: they go, and so does their
 * count, so that what is counted is what is filtered.  The kernel may still be gathering.
 */
static void empty_ring(struct live *l)
{
	struct pollfd fd = {.fd = live_fd(l), .events = POLLIN};
	uint64_t gone = 0;

	if (!refuse_all(l))
		return;
	do {
		while (pcap_dispatch(l->pcap, -1, discard, (u_char *)&gone) > 0)
			;
		add_kernel_counts(l);
	} while (gone + l->counts.dropped < l->counts.saw && poll(&fd, 1, 2 * GATHER) > 0);
	l->counts = (struct live_counts){0};
}

static bool set_filter(struct live *l, const char *expression, struct fault *fault)
{
	struct bpf_program code;
	bool set;

	empty_ring(l);
	if (!expression) {
		setsockopt(pcap_fileno(l->pcap), SOL_SOCKET, SO_DETACH_FILTER, &(int){0},
			   sizeof(int));
		return true;
	}
	if (pcap_compile(l->pcap, &code, expression, 1, PCAP_NETMASK_UNKNOWN)) {
		fault_set(fault, "%s: -f: %s", l->name, pcap_geterr(l->pcap));
		return false;
	}
	set = !pcap_setfilter(l->pcap, &code);
	if (!set)
		fault_set(fault, "%s: -f: %s", l->name, pcap_geterr(l->pcap));
	pcap_freecode(&code);
	return set;
}

static uint64_t interface_drops(const struct live *l)
{
	uint64_t sum = 0;

	for (unsigned i = 0; i < COUNT(drop_files); i++) {
		char digits[32] = "";
		ssize_t n = l->drops[i] < 0 ? 0 : pread(l->drops[i], digits, sizeof digits - 1, 0);

		if (n > 0)
			sum += strtoull(digits, NULL, 10);
	}
	return sum;
}

/* They stay open: nothing can be opened later, when the process has locked itself. */
static void open_drop_files(struct live *l)
{
	for (unsigned i = 0; i < COUNT(drop_files); i++) {
		struct text path = {0};

		if (if_nametoindex(l->name)) {
			text_put(&path, "/sys/class/net/");
			text_put(&path, l->name);
			text_put(&path, "/statistics/");
			text_put(&path, drop_files[i]);
			l->drops[i] = open(text_string(&path), O_RDONLY | O_CLOEXEC);
		}
		text_close(&path);
	}
	l->drops_before = interface_drops(l);
}

static void describe(struct live *l, const struct live_wish *wish)
{
	l->iface = (struct iface){
		.id = wish->id,
		.link = (uint32_t)pcap_datalink(l->pcap),
		.snap_len = (uint32_t)pcap_snapshot(l->pcap),
		.ticks = (uint64_t)(NS_PER_SECOND / l->unit),
		.resolution = l->unit == 1 ? 9 : 6,
		.fcs_len = -1,
		.name = l->name,
	};
	/* DLT_RAW is 12 here, LINKTYPE_RAW 101 in files: pcap-linktype(7). */
	if (l->iface.link == DLT_RAW)
		l->iface.link = 101;
}

struct live *live_open(const char *interface, const struct live_wish *wish, struct fault *fault)
{
	struct live *l = need_zero(1, sizeof *l);
	char why[PCAP_ERRBUF_SIZE];

	for (unsigned i = 0; i < COUNT(drop_files); i++)
		l->drops[i] = -1;
	l->name = need_copy(interface);
	l->pcap = pcap_create(interface, why);
	if (!l->pcap)
		fault_set(fault, "%s: %s", interface, why);
	if (!l->pcap || !activate(l, wish, fault) || !set_link(l, wish->link, fault) ||
	    !set_filter(l, wish->capture, fault) || !set_direction(l, wish->direction, fault)) {
		live_close(l);
		return NULL;
	}
	open_drop_files(l);
	describe(l, wish);
	return l;
}

void live_close(struct live *l)
{
	if (!l)
		return;
	if (l->pcap)
		pcap_close(l->pcap);
	for (unsigned i = 0; i < COUNT(drop_files); i++)
		if (l->drops[i] >= 0)
			close(l->drops[i]);
	free(l->name);
	free(l);
}

/* --- frames --- */

static void set_frame(const struct live *l, struct frame *f, const struct pcap_pkthdr *head,
		      const uint8_t *bytes)
{
	*f = (struct frame){
		.bytes = bytes,
		.cap_len = head->caplen,
		.wire_len = head->len < head->caplen ? head->caplen : head->len,
		.time = head->ts.tv_sec * NS_PER_SECOND + head->ts.tv_usec * l->unit,
		.has_time = true,
		.link = l->iface.link,
		.fcs_len = -1,
		.iface = &l->iface,
	};
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
	set_frame(l, f, head, bytes);
	return 1;
}

int live_next(struct live *l, struct frame *f, int milliseconds, struct fault *fault)
{
	struct pollfd fd = {.fd = live_fd(l), .events = POLLIN};
	int rc = next_at_once(l, f, fault);

	if (rc || !milliseconds)
		return rc;
	if (poll(&fd, 1, milliseconds) <= 0)
		return 0;
	return next_at_once(l, f, fault);
}

static void take_one(u_char *arg, const struct pcap_pkthdr *head, const u_char *bytes)
{
	struct live *l = (struct live *)(void *)arg;
	struct frame f;

	set_frame(l, &f, head, bytes);
	l->take(l->arg, &f);
}

int live_take(struct live *l, void (*take)(void *arg, struct frame *f), void *arg,
	      struct fault *fault)
{
	int rc;

	l->take = take;
	l->arg = arg;
	rc = pcap_dispatch(l->pcap, -1, take_one, (u_char *)l);
	if (rc >= 0)
		return rc;
	fault_set(fault, "%s: %s", l->name, pcap_geterr(l->pcap));
	return -1;
}

int live_fd(const struct live *l)
{
	return pcap_get_selectable_fd(l->pcap);
}

const struct iface *live_iface(const struct live *l)
{
	return &l->iface;
}

bool live_stop(struct live *l)
{
	return refuse_all(l);
}

void live_count(struct live *l, struct live_counts *counts)
{
	uint64_t dropped = interface_drops(l);

	add_kernel_counts(l);
	l->counts.if_dropped = dropped > l->drops_before ? dropped - l->drops_before : 0;
	*counts = l->counts;
}
