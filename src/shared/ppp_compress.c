/* SPDX-License-Identifier: BSD-2-Clause */
/* The option of IPCP and IPV6CP about compressed headers. */
#include "shared/ppp_compress.h"
#include "shared/layout.h"

static const struct word protocols[] = {
	{3, "Robust Header Compression (ROHC)"},
	{45, "VJ compression"},
	{55, "VJ compression (RFC1172-typo)"},
	{97, "IPHC compression"},
};

static const struct word slots[] = {{0, "The slot identifier must not be compressed"},
				    {1, "The slot identifier may be compressed"}};

static const struct word parameters[] = {
	{1, "The number of contexts for TCP Space is 0"},
	{2, "The number of contexts for Non TCP Space is 0"},
};

static const struct word profiles[] = {
	{0, "ROHC uncompressed -- no compression"},
	{2, "ROHC UDP -- non-RTP UDP/IP compression"},
	{3, "ROHC ESP -- ESP/IP compression"},
};

const struct words compress_protocols = {protocols, COUNT(protocols)};
const struct words compress_slots = {slots, COUNT(slots)};
const struct words iphc_parameters = {parameters, COUNT(parameters)};
const struct words rohc_profiles = {profiles, COUNT(profiles)};

enum { ROHC = 0x0003, VJ = 0x002d, VJ_OLD = 0x0037, IPHC = 0x0061 };

static void rest_profiles(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	while (c->left.wire > 1 && !c->bad)
		put(w, c, ROHC_PROFILE, 2);
}

static const struct ppp_option iphc_list[] = {
	{.code = 1, .len = 2, .row = IPHC_RTP},
	{.code = 2, .len = 2, .row = IPHC_ENHANCED},
	{.code = 3, .len = 3, .row = IPHC_NEGOTIATE, .parts = PARTS({IPHC_PARAMETER, 1})},
};
static const struct ppp_options iphc_options = {
	IPHC_TYPE, IPHC_LENGTH, iphc_list, COUNT(iphc_list), CP_BAD, CP_BAD_LENGTH, CP_OTHER};
static const struct ppp_option rohc_list[] = {
	{.code = 1, .len = 2, .more = true, .row = ROHC_PROFILES, .rest = rest_profiles},
};
static const struct ppp_options rohc_options = {
	ROHC_TYPE, ROHC_LENGTH, rohc_list, COUNT(rohc_list), CP_BAD, CP_BAD_LENGTH, CP_OTHER};

static void put_suboptions(struct walk *w, struct cursor *c, const struct ppp_options *o)
{
	uint32_t n = c->left.wire, group;

	if (!n || c->bad)
		return;
	group = open_group(w, c, COMPRESS_SUBOPTIONS, n);
	w->last = group;
	label_whole(w, "Suboptions: (%u byte%s)", n, n == 1 ? "" : "s");
	ppp_put_options(w, c, group, n, o);
	shut_group(w, group, NULL);
}

void compress_rest(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	switch (put(w, c, COMPRESS_PROTOCOL, 2)) {
	case VJ:
	case VJ_OLD:
		put_layout(w, c, PARTS({COMPRESS_MAX_SLOT, 1}, {COMPRESS_SLOT_ID, SLICE | 1}));
		break;
	case IPHC:
		put_layout(w, c,
			   PARTS({COMPRESS_TCP_SPACE, 2}, {COMPRESS_OTHER_SPACE, 2},
				 {COMPRESS_MAX_PERIOD, 2}, {COMPRESS_MAX_TIME, 2},
				 {COMPRESS_MAX_HEADER, 2}));
		put_suboptions(w, c, &iphc_options);
		break;
	case ROHC:
		put_layout(
			w, c,
			PARTS({COMPRESS_MAX_CID, 2}, {COMPRESS_MRRU, 2}, {COMPRESS_MAX_HEADER, 2}));
		put_suboptions(w, c, &rohc_options);
		break;
	default:
		put_layout(w, c, PARTS({COMPRESS_DATA, TO_END}));
		break;
	}
}
