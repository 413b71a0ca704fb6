/* SPDX-License-Identifier: BSD-2-Clause */
/* Other addresses in frames: IPv4 and IPv6 prefixes, hardware addresses. */
#ifndef CRAFT_REMAP_H
#define CRAFT_REMAP_H

#include "core/fault.h"
#include "core/frame.h"

struct remap;

/* Changes nothing at first; never NULL. */
struct remap *remap_open(void);
void remap_close(struct remap *m);

/*
 * "10.0.0.0/8=10.77.0.0/16", "fd00::/8=fd77::/16", "10.0.0.1=10.77.0.1": addresses in the first
 * prefix get the bits of the second one; what stands behind these stays.  The first rule that
 * fits an address counts.  False: it is none,
 * and the fault says why.
 */
bool remap_addresses(struct remap *m, const char *rule, struct fault *fault);

/*
 * "02:00:00:00:00:01=02:00:00:00:00:02": that hardware address wherever a frame, ARP or
 * neighbour discovery has it; "src=..." and "dst=...": those of all frames.  Several stand with
 * commas between them.
 */
bool remap_macs(struct remap *m, const char *rules, struct fault *fault);

bool remap_is_empty(const struct remap *m);

/*
 * Changes n octets of a frame of that link type (LINKTYPE_ value) in place: Ethernet, VLAN, MPLS
 * and PPPoE headers, ARP, IPv4 and IPv6 with what they carry inside one another by IP-in-IP, GRE
 * or as quoted by ICMP, and neighbour discovery.  Checksums change by what the addresses did
 * (RFC 1624): right ones stay right, wrong ones stay wrong.  Addresses in IPv4 options and routing
 * headers stay.
 */
void remap_frame(const struct remap *m, uint8_t *p, uint32_t n, uint32_t link);

#endif
