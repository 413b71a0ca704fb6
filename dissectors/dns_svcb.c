/* SPDX-License-Identifier: BSD-2-Clause */
/* DNS records that say how to reach a service. */
/* RFC 9460. */
#include "shared/dns.h"

enum {
	SVCB,
	PRIORITY,
	TARGET,
	PARAM,
	KEY,
	LENGTH,
	PARAM_VALUE,
	MANDATORY,
	ALPN_LENGTH,
	ALPN,
	SVC_PORT,
	HINT4,
	ECH,
	HINT6,
	ODOH,
};

static const struct word words_svcb_svcparam_key[] = {
	{0, "mandatory"}, {1, "alpn"},           {2, "no-default-alpn"},
	{3, "port"},      {4, "ipv4hint"},       {5, "echconfig"},
	{6, "ipv6hint"},  {32769, "odohconfig"}, {65535, "key65535"},
};

static const struct field fields[] = {
	[SVCB] = {"dns.service", "Service Binding", PROTO},
	[PRIORITY] = {"dns.svcb.svcpriority", "SvcPriority", U16, DEC,
		      .help = "Which one to try first", .ref = "RFC 9460, 2.2"},
	[TARGET] = {"dns.svcb.targetname", "TargetName", STRING, .help = "Where the service is",
		    .ref = "RFC 9460, 2.2"},
	[PARAM] = {"dns.svcb.svcparam", "SvcParam", NONE, .help = "A parameter",
		   .ref = "RFC 9460, 2.2"},
	[KEY] = {"dns.svcb.svcparam.key", "SvcParamKey", U16, DEC, .under = PARAM,
		 WORDS(words_svcb_svcparam_key), .help = "Which parameter", .ref = "RFC 9460, 2.2"},
	[LENGTH] = {"dns.svcb.svcparam.value.length", "SvcParamValue length", U16, DEC,
		    .under = PARAM, .help = "Octets of its value", .ref = "RFC 9460, 2.2"},
	[PARAM_VALUE] = {"dns.svcb.svcparam.value", "SvcParamValue", BYTES, .under = PARAM,
			 .help = "Its value", .ref = "RFC 9460, 2.2"},
	[MANDATORY] = {"dns.svcb.svcparam.mandatory.key", "Mandatory key", U16, DEC, .under = PARAM,
		       WORDS(words_svcb_svcparam_key),
		       .help = "A parameter that must be understood", .ref = "RFC 9460, 2.2"},
	[ALPN_LENGTH] = {"dns.svcb.svcparam.alpn.length", "ALPN length", U8, DEC, .under = PARAM,
			 .help = "Octets of the name", .ref = "RFC 9460, 2.2"},
	[ALPN] = {"dns.svcb.svcparam.alpn", "ALPN", STRING, .under = PARAM, .help = "A protocol",
		  .ref = "RFC 9460, 2.2"},
	[SVC_PORT] = {"dns.svcb.svcparam.port", "Port", U16, DEC, .under = PARAM,
		      .help = "Its port", .ref = "RFC 9460, 2.2"},
	[HINT4] = {"dns.svcb.svcparam.ipv4hint.ip", "IP", IPV4, .under = PARAM,
		   .help = "An address of the target", .ref = "RFC 9460, 2.2"},
	[ECH] = {"dns.svcb.svcparam.echconfig", "ECHConfig", BYTES, .under = PARAM,
		 .help = "Keys that hide the name", .ref = "RFC 9460, 2.2"},
	[HINT6] = {"dns.svcb.svcparam.ipv6hint.ip", "IP", IPV6, .under = PARAM,
		   .help = "An address of the target", .ref = "RFC 9460, 2.2"},
	[ODOH] = {"dns.svcb.svcparam.odohconfig", "ODoHConfig", BYTES, .under = PARAM,
		  .help = "Keys for queries by proxy", .ref = "RFC 9460, 2.2"},
};

/* Puts numbers or addresses, which the parameter's line tells, too. */
static void put_all(struct walk *w, struct cursor *c, unsigned row, uint32_t each, uint32_t group)
{
	const char *before = "=";

	for (; c->left.cap; before = ",") {
		enum kind kind = (enum kind)w->now->proto->fields[row].kind;
		const uint8_t *p = c->left.cap >= each ? c->left.p : NULL;
		uint64_t v = put(w, c, row, each);

		if (!p)
			return;
		if (kind == IPV4 || kind == IPV6)
			label_tail_of(w, group, "%s%s", before, address_words(w, kind, p));
		else if (row == MANDATORY)
			label_tail_of(w, group, "%s%s", before, row_word(w, KEY, v, "Unknown"));
		else
			label_tail_of(w, group, "%s%u", before, (unsigned)v);
	}
}

static void put_alpn(struct walk *w, struct cursor *c, uint32_t group)
{
	const char *before = "=";

	for (; c->left.cap; before = ",") {
		uint32_t n = (uint32_t)put(w, c, ALPN_LENGTH, 1);
		struct span name = span_first(c->left, n);

		put(w, c, ALPN, n);
		label_tail_of(w, group, "%s%s", before, escaped(w, name));
	}
}

static void put_param(struct walk *w, struct cursor *c, unsigned key, uint32_t group)
{
	switch (key) {
	case 0:
		put_all(w, c, MANDATORY, 2, group);
		return;
	case 1:
		put_alpn(w, c, group);
		return;
	case 3:
		put_all(w, c, SVC_PORT, 2, group);
		return;
	case 4:
		put_all(w, c, HINT4, 4, group);
		return;
	case 5:
		put(w, c, ECH, c->left.wire);
		return;
	case 6:
		put_all(w, c, HINT6, 16, group);
		return;
	case 32769:
		put(w, c, ODOH, c->left.wire);
		return;
	default:
		if (c->left.wire)
			put(w, c, PARAM_VALUE, c->left.wire);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put(w, c, PRIORITY, 2);
	put_dns_name(w, &dns_of(l)->scope, c, TARGET);
	while (c->left.cap) {
		struct cursor head = *c, body;
		unsigned key = u16(&head);
		uint32_t len = u16(&head), group = open_group(w, c, PARAM, len + 4);

		label_tail_of(w, group, ": %s", row_word(w, KEY, key, "Unknown"));
		put(w, c, KEY, 2);
		put(w, c, LENGTH, 2);
		body = cursor_first(*c, len);
		cursor_take(c, len);
		put_param(w, &body, key, group);
		shut_group(w, group, c);
	}
}

static const struct hang hangs[] = {{"dns.type", 64}, {"dns.type", 65}, {0}};

const struct proto proto_dns_svcb = {
	.brief = "DNS",
	.no_column = true,
	.bare = true,
	.prefix = "dns",
	.spec = "RFC 9460",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
