/* SPDX-License-Identifier: BSD-2-Clause */
/* What a capture tells of how a frame of IEEE 802.11 was sent: the way from radiotap or PPI on. */
#ifndef SHARED_WIFI_H
#define SHARED_WIFI_H

#include "core/walk.h"

/* Wireshark's numbers of the physical layers (wlan_radio.phy). */
enum wifi_phy {
	PHY_FHSS = 1,
	PHY_B = 4,
	PHY_A = 5,
	PHY_G = 6,
	PHY_N = 7,
	PHY_AC = 8,
	PHY_AX = 11,
};

/* The state of the header in front; what it doesn't tell is ABSENT. */
struct wifi {
	uint64_t fcs;             /* octets of frame check sequence at the end */
	uint64_t datapad;         /* the MAC header is padded to 4 octets */
	uint64_t phy;             /* enum wifi_phy */
	uint64_t rate;            /* in 100 kbit/s */
	uint64_t channel;         /* its number */
	uint64_t frequency;       /* MHz */
	uint64_t signal_dbm;      /* as int64_t */
	uint64_t noise_dbm;       /* as int64_t */
	uint64_t signal_db;       /* above an arbitrary level */
	uint64_t noise_db;        /* above an arbitrary level */
	uint64_t tsf;             /* the MAC's clock, in us */
	uint64_t hopset, pattern; /* frequency hopping */
	uint64_t short_pre;       /* IEEE 802.11b: a short preamble */
	uint64_t turbo;           /* IEEE 802.11a: Wireshark's number of the kind */
	uint64_t mode;            /* IEEE 802.11g: of the kind */
	uint64_t mcs;             /* index of modulation and coding scheme */
	uint64_t bandwidth;       /* Wireshark's number */
	uint64_t short_gi;        /* the guard interval is short */
	uint64_t greenfield;      /* IEEE 802.11n: without a preamble for older stations */
	uint64_t fec;             /* 0: binary convolutional code, 1: LDPC */
	uint64_t stbc;            /* space-time block code streams */
	uint64_t ness;            /* extension spatial streams */
	uint64_t nss;             /* IEEE 802.11ac: spatial streams */
	uint64_t txop_ps;         /* IEEE 802.11ac: stations may not doze */
	uint64_t nsym_da;         /* IEEE 802.11ac: short guard interval's symbols mod 10 is 9 */
	uint64_t ldpc_extra;      /* IEEE 802.11ac: an extra symbol */
	uint64_t beamformed;      /* IEEE 802.11ac */
	uint64_t gid, paid;       /* IEEE 802.11ac: group, partial association */
	uint64_t ampdu_flags;     /* Wireshark's flags of A-MPDUs */
	uint64_t ampdu_id;        /* which A-MPDU it is part of */
};

/* Types of frames, and subtypes of control frames. */
enum wifi_type { WIFI_MANAGEMENT, WIFI_CONTROL, WIFI_DATA };
enum wifi_control {
	WIFI_BLOCK_ACK_REQ = 8,
	WIFI_BLOCK_ACK,
	WIFI_PS_POLL,
	WIFI_RTS,
	WIFI_CTS,
	WIFI_ACK,
	WIFI_CF_END,
};

/* Bits of data frames' subtypes. */
#define WIFI_NO_DATA 4
#define WIFI_QOS 8

/* The frame control field of the layer "wlan": 9.2.4.1. */
static inline unsigned wifi_type(const struct layer *mac)
{
	return (unsigned)span_bits(mac->bytes, 4, 2, false);
}

static inline unsigned wifi_subtype(const struct layer *mac)
{
	return (unsigned)span_bits(mac->bytes, 0, 4, false);
}

/* 1: to the distribution system, 2: from there, 3: both. */
static inline unsigned wifi_ds(const struct layer *mac)
{
	return (unsigned)span_bits(mac->bytes, 14, 2, false);
}

/* Whether a data frame bears several packets, as its QoS field at the cursor says. */
static inline bool wifi_amsdu(const struct layer *mac, struct cursor qos)
{
	return wifi_subtype(mac) & WIFI_QOS && le16(&qos) & 0x80;
}

/* What stands in front of the layer says of its frame; NULL: nothing does. */
const struct wifi *wifi_of(const struct layer *l);

/* The number of the channel at so many MHz; 0: there is none. */
unsigned wifi_channel(unsigned mhz);

/* 100 kbit/s of a modulation and coding scheme; 0: it isn't one (IEEE 802.11-2020, 19.5). */
unsigned wifi_ht_rate(unsigned mcs, bool wide, bool short_gi);
/* The same of one stream of IEEE 802.11ac (21.5), with the bandwidth in units of 20 MHz. */
unsigned wifi_vht_rate(unsigned mcs, unsigned width, bool short_gi);

/* The channel's width in units of 20 MHz, from Wireshark's number. */
unsigned wifi_width(unsigned bandwidth);

/* Guard intervals, error correction and widths in words; the first four widths are 802.11n's. */
extern const struct word wifi_guards[2];
extern const struct word wifi_codings[2];
extern const struct word wifi_off_on[2];
extern const struct word wifi_bandwidths[26];

/* The state of the header in front, for the hooks of its own table and of its parts. */
static inline struct wifi *wifi_here(const struct walk *w)
{
	const struct layer *l = w->now->proto->bare ? w->now->parent : w->now;

	return (struct wifi *)l->state;
}

/* What a part of that header tells: a row, when another one says that it is known. */
struct wifi_fact {
	uint16_t known, row;
	uint16_t to; /* the member of struct wifi: WIFI(member) */
};
#define WIFI(member) offsetof(struct wifi, member)

/* Takes note of them; the list ends with row 0. */
void wifi_learn(struct wifi *f, const struct layer *l, const struct wifi_fact *facts);

/* Takes note of a frequency in MHz, and its channel; neither when it is 0. */
void wifi_tune(struct wifi *f, unsigned mhz);

/* The signed level (dBm) at the cursor. */
static inline int8_t wifi_level(struct cursor c)
{
	return (int8_t)u8(&c);
}

/* Puts a FLOAT row of Mbit/s, of so many 100 kbit/s: "Data rate: 5.5 Mb/s". */
void put_wifi_rate(struct walk *w, unsigned row, uint32_t at, uint32_t len, const char *name,
		   unsigned rate);
/* Behind the node put last: "5180 [A 36]"; nothing when it is no channel. */
void label_wifi_channel(struct walk *w, unsigned mhz);
/* The same for a modulation and coding scheme: "2 (QPSK 3/4)". */
void label_wifi_scheme(struct walk *w, unsigned mcs);

#endif
