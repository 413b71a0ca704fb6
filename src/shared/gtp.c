/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of GTP share: types of extension headers. */
#include "shared/gtp.h"

static const struct word extensions[] = {
	{0, "No more extension headers"},
	{1, "MBMS support indication"},
	{2, "MS Info Change Reporting support indication"},
	{3, "Long PDCP PDU Number"},
	{32, "Service Class Indicator"},
	{64, "UDP Port number"},
	{129, "RAN container"},
	{130, "Long PDCP PDU number"},
	{131, "Xw RAN container"},
	{132, "NR RAN container"},
	{133, "PDU Session container"},
	{192, "PDCP PDU number"},
	{193, "Suspend Request"},
	{194, "Suspend Response"},
};
const struct words gtp_extensions = {extensions, COUNT(extensions)};
