/* SPDX-License-Identifier: BSD-2-Clause */
/* One captured frame, as a reader hands it to the walker, a filter or a writer. */
#ifndef CORE_FRAME_H
#define CORE_FRAME_H

#include <stdbool.h>
#include <stdint.h>

/* Nanoseconds in a second. */
#define NS_PER_SECOND INT64_C(1000000000)

/* Not a packet at all, but a pcapng custom block, which tshark counts among the frames. */
#define LINK_CUSTOM UINT32_C(0x10000)

/* No packet either: what this machine tells of one of its sockets, see shared/socket.h. */
#define LINK_SOCKET UINT32_C(0x10001)

struct iface;

/* All pointers live until the next frame is asked for. */
struct frame {
	const uint8_t *bytes;      /* the frame's octets, cap_len of them */
	uint32_t cap_len;          /* octets captured */
	uint32_t wire_len;         /* octets on the wire; >= cap_len */
	uint64_t number;           /* counted from 1 over all files of the run */
	int64_t time;              /* nanoseconds after 1970-01-01 00:00:00 UTC */
	bool has_time;             /* false for pcapng's simple packet blocks */
	uint32_t link;             /* LINKTYPE_ value (https://www.tcpdump.org/linktypes.html) */
	int8_t fcs_len;            /* octets of frame check sequence at the end; -1: unknown */
	uint32_t flags;            /* pcapng's epb_flags; 0 when there are none */
	bool has_flags;            /* `flags` stood in the file */
	const struct iface *iface; /* what captured it; NULL only in tests */
	uint32_t section;          /* pcapng's section, counted from 1; 0: not pcapng */
	uint32_t section_iface;    /* the interface's number in its section */
	const uint8_t *options; /* pcapng's options of the packet block as they stood; NULL: none */
	uint32_t options_len;   /* their octets */
	bool options_swapped;   /* their byte order is not the host's */
	const char *const *comments; /* opt_comment of the block; NULL: none */
	uint32_t n_comments;
	uint32_t pen;  /* of a custom block (link is LINK_CUSTOM): whose block it is */
	bool may_copy; /* a program that doesn't know the block may copy it */
};

/* An interface as a capture file describes it. */
struct iface {
	uint32_t id;        /* counted from 0 over all files of the run */
	uint32_t link;      /* LINKTYPE_ value */
	uint32_t snap_len;  /* octets kept of a frame; 0: no limit */
	uint64_t ticks;     /* time stamp units per second; 0 when they aren't a whole number */
	uint8_t resolution; /* if_tsresol as pcapng writes it: 6 is microseconds */
	int64_t offset;     /* if_tsoffset: seconds to add to each time stamp */
	int8_t fcs_len;     /* octets of frame check sequence; -1: unknown */
	const char *name;   /* if_name; NULL: unknown */
	const char *description; /* if_description; NULL: none */
	const uint8_t *options;  /* all options as they stood; NULL: none */
	uint32_t options_len;    /* their octets */
	bool options_swapped;    /* their byte order is not the host's */
};

#endif
