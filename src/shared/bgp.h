/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of BGP share: words, prefixes, and what a message's parts know of each other. */
/* RFC 4271. */
#ifndef SHARED_BGP_H
#define SHARED_BGP_H

#include "core/walk.h"

/* The parts of a message: values of "bgp.part". */
enum {
	BGP_CAPABILITIES,
	BGP_ATTRIBUTES,
	BGP_ROUTES,
	BGP_HOP,
	BGP_FAMILY,
	BGP_VALUES, /* attributes that are more than a few numbers */
	BGP_EXTENDED,
	BGP_EXTENDED_MORE,
	BGP_REFRESH,
	BGP_EVPN,
	BGP_MVPN,
	BGP_FLOW,
	BGP_LS_ROUTES,
	BGP_LS_VALUES,
	BGP_SID,
	BGP_TUNNEL,
};

/* Where routes stand. */
enum bgp_place { BGP_WITHDRAWN, BGP_NLRI, BGP_REACH, BGP_UNREACH };

/* Address families and kinds of routes that are read in a way of their own. */
enum { BGP_IPV4 = 1, BGP_IPV6 = 2, BGP_L2VPN_OLD = 196, BGP_L2VPN = 25, BGP_LS_AFI = 16388 };

enum {
	SAFI_UNICAST = 1,
	SAFI_MULTICAST,
	SAFI_UNICAST_MULTICAST,
	SAFI_LABELED,
	SAFI_MCAST_VPN,
	SAFI_ENCAPSULATION = 7,
	SAFI_TUNNEL = 64,
	SAFI_VPLS,
	SAFI_MDT,
	SAFI_EVPN = 70,
	SAFI_LINK_STATE,
	SAFI_LINK_STATE_VPN,
	SAFI_SR_POLICY,
	SAFI_VPN_UNICAST = 128,
	SAFI_VPN_MULTICAST,
	SAFI_VPN_BOTH,
	SAFI_TARGETS = 132,
	SAFI_FLOW_SPEC,
	SAFI_FLOW_SPEC_VPN
};

/* What the parts of a message tell each other. */
struct bgp {
	unsigned message;     /* its type */
	unsigned attribute;   /* the attribute at hand */
	enum bgp_place place; /* of the routes at hand */
	unsigned afi, safi;   /* of them */
	unsigned depth;       /* sets of attributes around the one at hand */
	unsigned tunnel;      /* kind of encapsulation that an extended community names */
	unsigned ls_protocol; /* which protocol a link-state route was learnt from */
	const struct bgp_community *community; /* at hand, for the part that reads it */
	uint32_t heading;                      /* node of the attribute at hand */
};

struct bgp_state {
	uint64_t message; /* the address of its struct bgp */
};

/* The message that the layer, or the one that it is part of, is. */
struct bgp *bgp_of(const struct layer *l);

extern const struct words bgp_afis, bgp_safis, bgp_orf_types, bgp_capabilities;

/* A number of an autonomous system, AS_TRANS by its name. */
void bgp_form_as(struct text *t, const struct record *r, const struct node *n);

/* A line (of row `heading`) that says what is wrong with n octets, and the note. */
void bgp_wrong(struct walk *w, const struct cursor *c, uint32_t n, unsigned heading, unsigned note,
	       const char *format, ...) __attribute__((format(printf, 6, 7)));

/* A prefix as it stands in a route. */
struct bgp_prefix {
	uint8_t octets[16]; /* the address, its bits behind the prefix cleared */
	uint32_t at, len;   /* where it stands */
	unsigned bits;      /* length of the prefix */
	bool v6;            /* IPv6 */
};

/* Reads one of so many bits; false: it isn't there. */
bool bgp_take_prefix(struct cursor *c, struct bgp_prefix *p, unsigned bits, bool v6);
/* Its address in words. */
const char *bgp_prefix_words(struct walk *w, const struct bgp_prefix *p);
/* Puts its address. */
void bgp_put_prefix(struct walk *w, const struct bgp_prefix *p, unsigned row);

/* A route distinguisher in words; NULL when its eight octets aren't there. */
const char *bgp_rd_words(struct walk *w, struct cursor c);
/* Reads one and puts it as text. */
void bgp_put_rd(struct walk *w, struct cursor *c, unsigned row);
/* The same with the words in brackets behind its octets. */
void bgp_put_rd_octets(struct walk *w, struct cursor *c, unsigned row);

/* Whether the family is IPv4 or IPv6; whether anything is known of it. */
bool bgp_is_ip(unsigned afi);
bool bgp_known_afi(unsigned afi, bool withdrawn);

/* How names of the fields of routes at hand begin: "MP Reach NLRI". */
const char *bgp_tag(const struct bgp *b);

/* Reads labels to the bottom of their stack; gives them in words and how many they are. */
const char *bgp_take_labels(struct walk *w, struct cursor *c, unsigned *n);

/* An extended community as its readers find it. */
struct bgp_community {
	uint32_t group;      /* its node */
	const char *name;    /* what the line begins with */
	const char *kind;    /* and what it ends in */
	struct cursor whole; /* from its type on */
	struct bgp *in;      /* the message */
	struct layer *l;     /* the layer that reads it */
};

/* "Route Target: 65001:1 [Transitive 2-Octet AS-Specific]" */
void bgp_say(struct walk *w, const struct bgp_community *m, const char *words);

/* The address so many octets ahead, in words. */
const char *bgp_peek_ip4(struct walk *w, const struct cursor *c, uint32_t skip);

/* Words of the frame's memory. */
const char *bgp_words(struct walk *w, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
