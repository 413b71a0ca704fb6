/* SPDX-License-Identifier: BSD-2-Clause */
/* Basic Encoding Rules (ASN.1 X.690): the name that rows of certificates begin with. */
/* ITU-T X.690. */
#include "core/walk.h"

static const struct field fields[] = {
	{"ber", "Basic Encoding Rules (ASN.1 X.690)", PROTO, .help = "How ASN.1 is written"}};

const struct proto proto_ber = {
	.brief = "BER",
	.spec = "ITU-T X.690",
	.fields = fields,
	.n_fields = COUNT(fields),
};
