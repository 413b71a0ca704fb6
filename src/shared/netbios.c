/* SPDX-License-Identifier: BSD-2-Clause */
/* NetBIOS's names. */
/* RFC 1001, 14.1 (two letters for each octet); the sorts are Microsoft's. */
#include "shared/netbios.h"
#include "shared/dns.h"

#define OCTETS 16 /* of a name; the last one is its sort */

static const struct word sorts[] = {
	{0x00, "Workstation/Redirector"},
	{0x01, "Browser"},
	{0x02, "Workstation/Redirector"},
	{0x03, "Messenger service/Main name"},
	{0x05, "Forwarded name"},
	{0x06, "RAS Server service"},
	{0x1b, "Domain Master Browser"},
	{0x1c, "Domain Controllers"},
	{0x1d, "Local Master Browser"},
	{0x1e, "Browser Election Service"},
	{0x1f, "Net DDE Service"},
	{0x20, "Server service"},
	{0x21, "RAS client service"},
	{0x22, "Exchange Interchange (MSMail Connector)"},
	{0x23, "Exchange Store"},
	{0x24, "Exchange Directory"},
	{0x2b, "Lotus Notes Server service"},
	{0x30, "Modem sharing server service"},
	{0x31, "Modem sharing client service"},
	{0x43, "SMS Clients Remote Control"},
	{0x44, "SMS Administrators Remote Control Tool"},
	{0x45, "SMS Clients Remote Chat"},
	{0x46, "SMS Clients Remote Transfer"},
	{0x4c, "DEC Pathworks TCP/IP Service on Windows NT"},
	{0x52, "DEC Pathworks TCP/IP Service on Windows NT"},
	{0x6a, "Microsoft Exchange IMC"},
	{0x87, "Microsoft Exchange MTA"},
	{0xbe, "Network Monitor Agent"},
	{0xbf, "Network Monitor Analyzer"},
};

const char *netbios_sort(unsigned sort)
{
	static const struct words words = {sorts, COUNT(sorts)};
	const char *word = word_for(&words, sort);

	return word ? word : "Unknown";
}

static void text_name(struct text *t, const uint8_t *name, unsigned n)
{
	while (n && name[n - 1] == ' ')
		n--;
	for (unsigned i = 0; i < n; i++)
		if (name[i] >= ' ' && name[i] < 0x7f)
			text_char(t, (char)name[i]);
		else
			text_format(t, "<%02x>", name[i]);
}

const char *netbios_plain(struct walk *w, struct span s)
{
	struct text t = {0};
	const char *kept;

	text_name(&t, s.p, s.cap);
	kept = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return kept;
}

static bool is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Octets of the first label; what is wrong with it, or NULL. */
static const char *decode(const char *label, uint8_t *octets, unsigned *n)
{
	for (*n = 0; *label && *label != '.'; label += 2) {
		if (!is_letter(*label))
			return "1st character not between A and Z in first-level encoding";
		if (!label[1] || label[1] == '.')
			return "odd number of bytes";
		if (!is_letter(label[1]))
			return "2nd character not between A and Z in first-level encoding";
		if (*n < OCTETS)
			octets[*n] = (uint8_t)((label[0] - 'A') << 4 | (label[1] - 'A'));
		++*n;
	}
	return NULL;
}

static void text_decoded(struct text *t, const char *label, struct netbios_name *to)
{
	uint8_t octets[OCTETS];
	unsigned n;
	const char *wrong = decode(label, octets, &n);

	if (wrong) {
		text_format(t, "Illegal NetBIOS name (%s)", wrong);
		return;
	}
	if (n != OCTETS) {
		text_format(t, "Illegal NetBIOS name (%u bytes long)", n);
	} else {
		text_name(t, octets, OCTETS - 1);
		text_format(t, "<%02x>", octets[OCTETS - 1]);
		to->sort = netbios_sort(octets[OCTETS - 1]);
	}
	text_put(t, label + strcspn(label, "."));
}

struct netbios_name netbios_name(struct walk *w, struct dns_scope *scope, struct cursor *c)
{
	struct netbios_name to = {.at = c->at};
	struct text t = {0};
	const char *label = dns_name(w, scope, c, &to.len);

	if (!c->bad)
		text_decoded(&t, label, &to);
	to.text = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return to;
}
