/* SPDX-License-Identifier: BSD-2-Clause */
/* The interfaces that can be captured from. */
/* pcap_findalldevs(3PCAP), pcap_list_datalinks(3PCAP) */
#include "capture/interfaces.h"
#include "core/arena.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pcap.h>
#include <stdlib.h>

static void put_addresses(struct text *t, const pcap_addr_t *a)
{
	for (; a; a = a->next) {
		char words[INET6_ADDRSTRLEN] = "";

		if (a->addr && a->addr->sa_family == AF_INET)
			inet_ntop(AF_INET, &((struct sockaddr_in *)(void *)a->addr)->sin_addr,
				  words, sizeof words);
		if (a->addr && a->addr->sa_family == AF_INET6)
			inet_ntop(AF_INET6, &((struct sockaddr_in6 *)(void *)a->addr)->sin6_addr,
				  words, sizeof words);
		if (*words) {
			text_put(t, t->len ? ", " : "");
			text_put(t, words);
		}
	}
}

bool interfaces_open(struct interfaces *i, struct fault *fault)
{
	char why[PCAP_ERRBUF_SIZE];
	pcap_if_t *all, *p;

	*i = (struct interfaces){0};
	if (pcap_findalldevs(&all, why)) {
		fault_set(fault, "interfaces can't be listed: %s", why);
		return false;
	}
	i->all = all;
	for (p = all; p; p = p->next)
		i->n++;
	i->list = need_zero(i->n ? i->n : 1, sizeof *i->list);
	i->n = 0;
	for (p = all; p; p = p->next) {
		struct interface *f = &i->list[i->n++];

		f->name = p->name;
		f->description = p->description;
		f->up = p->flags & PCAP_IF_UP;
		f->running = p->flags & PCAP_IF_RUNNING;
		f->loopback = p->flags & PCAP_IF_LOOPBACK;
		f->wireless = p->flags & PCAP_IF_WIRELESS;
		put_addresses(&f->addresses, p->addresses);
	}
	return true;
}

void interfaces_close(struct interfaces *i)
{
	for (unsigned k = 0; k < i->n; k++)
		text_close(&i->list[k].addresses);
	free(i->list);
	if (i->all)
		pcap_freealldevs(i->all);
}

/* The interface, active if that is needed to ask it; NULL: the fault says why. */
static pcap_t *ask(const char *name, bool active, bool monitor, struct fault *fault)
{
	char why[PCAP_ERRBUF_SIZE];
	pcap_t *p = pcap_create(name, why);
	int rc = 0;

	if (!p) {
		fault_set(fault, "%s: %s", name, why);
		return NULL;
	}
	if (monitor)
		pcap_set_rfmon(p, 1);
	if (active)
		rc = pcap_activate(p);
	if (rc >= 0)
		return p;
	fault_set(fault, "%s: %s", name, *pcap_geterr(p) ? pcap_geterr(p) : pcap_statustostr(rc));
	pcap_close(p);
	return NULL;
}

static void put_line(struct text *t, const char *name, const char *description)
{
	text_format(t, "%s (%s)\n", name ? name : "?", description ? description : "?");
}

bool interface_links(const char *name, bool monitor, struct text *t, struct fault *fault)
{
	pcap_t *p = ask(name, true, monitor, fault);
	int *links = NULL;
	int n = p ? pcap_list_datalinks(p, &links) : 0;

	for (int i = 0; i < n; i++)
		put_line(t, pcap_datalink_val_to_name(links[i]),
			 pcap_datalink_val_to_description(links[i]));
	if (links)
		pcap_free_datalinks(links);
	if (p)
		pcap_close(p);
	return p;
}

bool interface_stamps(const char *name, struct text *t, struct fault *fault)
{
	pcap_t *p = ask(name, false, false, fault);
	int *types = NULL;
	int n = p ? pcap_list_tstamp_types(p, &types) : 0;

	if (p && n <= 0)
		put_line(t, "host", "Host");
	for (int i = 0; i < n; i++)
		put_line(t, pcap_tstamp_type_val_to_name(types[i]),
			 pcap_tstamp_type_val_to_description(types[i]));
	if (types)
		pcap_free_tstamp_types(types);
	if (p)
		pcap_close(p);
	return p;
}
