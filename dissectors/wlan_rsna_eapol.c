/* SPDX-License-Identifier: BSD-2-Clause */
/* Keys of 802.11: the name that their rows begin with. */
/* IEEE 802.11-2020, 12.7.2; the rows stand in dissectors/eapol_rsn.c. */
#include "core/walk.h"

static const struct field fields[] = {{"wlan_rsna_eapol", "IEEE 802.11 RSNA EAPOL key", PROTO,
				       .help = "How stations agree on keys"}};

const struct proto proto_wlan_rsna_eapol = {
	.brief = "EAPOL",
	.spec = "IEEE 802.11-2020, 12.7.2",
	.fields = fields,
	.n_fields = COUNT(fields),
};
