/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of SNMP engines. */
/* RFC 3411, 5: SnmpEngineID; RFC 1910, 4.2 for those of old. */
#include "shared/snmp_engine.h"

enum {
	CONFORM = 1,
	ENTERPRISE,
	FORMAT,
	IPV4_DATA,
	IPV6_DATA,
	MAC_DATA,
	TEXT_DATA,
	TIME_DATA,
	DATA
};

static const struct word conform[] = {{0, "RFC1910 (Non-SNMPv3)"}, {1, "RFC3411 (SNMPv3)"}};
static const struct word formats[] = {{1, "IPv4 address"},
				      {2, "IPv6 address"},
				      {3, "MAC address"},
				      {4, "Text, administratively assigned"},
				      {5, "Octets, administratively assigned"},
				      {128, "Reserved/Enterprise-specific"}};
static const struct word enterprises[] = {{9, "ciscoSystems"},
					  {11, "Hewlett-Packard"},
					  {311, "Microsoft"},
					  {2021, "UCD-SNMP"},
					  {2636, "Juniper Networks, Inc."},
					  {3561, "Broadband Forum (previously 'DSL Forum')"},
					  {4491, "Cable Television Laboratories, Inc."},
					  {8072, "net-snmp"},
					  {30065, "Arista Networks, Inc."},
					  {40712, "DHCPCD Project"}};
const struct words snmp_conform = {conform, COUNT(conform)};
const struct words snmp_formats = {formats, COUNT(formats)};
const struct words snmp_enterprises = {enterprises, COUNT(enterprises)};

#define NET_SNMP 8072
#define NET_SNMP_RANDOM 128

/* What its format says; false: of another length than that has. */
static bool put_data(struct walk *w, struct cursor *c, unsigned row, unsigned format)
{
	static const uint8_t sizes[] = {[1] = 4, [2] = 16, [3] = 6};
	uint32_t n = c->left.wire;

	if (format >= 1 && format <= 3) {
		if (n != sizes[format])
			return false;
		put(w, c, row + IPV4_DATA + format - 1, n);
		return true;
	}
	put(w, c, row + (format == 4 ? TEXT_DATA : DATA), n);
	return n <= 27;
}

void snmp_engine(struct walk *w, struct cursor *c, unsigned row, unsigned not_3411,
		 unsigned not_1910)
{
	struct cursor peek = *c;
	uint32_t enterprise = u32(&peek), all = c->left.wire;
	unsigned format = u8(&peek);

	put_value(w, row + CONFORM, c->at, 1, enterprise >> 31);
	label_name(w, "%u... .... = Engine ID Conformance", enterprise >> 31);
	put_value(w, row + ENTERPRISE, c->at, 4, enterprise & 0x7fffffff);
	cursor_pull(c, 4);
	if (!(enterprise >> 31)) {
		put(w, c, row + DATA, c->left.wire);
		if (all != 12)
			expert(w, not_1910, NULL);
		return;
	}
	put(w, c, row + FORMAT, 1);
	if ((enterprise & 0x7fffffff) == NET_SNMP && format == NET_SNMP_RANDOM) {
		label_tail(w, ": Net-SNMP Random");
		if (c->left.wire < 8) {
			expert(w, not_3411, NULL);
			return;
		}
		put(w, c, row + DATA, 4);
		put_value(w, row + TIME_DATA, c->at, 4, cursor_le(c, 4) * 1000000000);
	} else if (!put_data(w, c, row, format)) {
		expert(w, not_3411, NULL);
	}
}
