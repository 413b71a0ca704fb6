/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture filters: compiled by libpcap once a link type. */
/* pcap-filter(7), pcap_compile(3PCAP) */
#include "capture/bpf.h"
#include "core/arena.h"
#include <pcap.h>
#include <stdlib.h>
#include <string.h>

#define SNAP_LEN 262144

struct program {
	uint32_t link; /* LINKTYPE_ value */
	struct bpf_program code;
};

struct bpf {
	char *expression;
	struct program *programs;
	unsigned n;
	unsigned last; /* the one that was used last */
};

/* The DLT_ value of a LINKTYPE_ value: the same but for those that differ between systems. */
static int dlt_of(uint32_t link)
{
	switch (link) {
	case 100:
		return DLT_ATM_RFC1483;
	case 101:
		return DLT_RAW;
	case 102:
		return DLT_SLIP_BSDOS;
	case 103:
		return DLT_PPP_BSDOS;
	default:
		return (int)link;
	}
}

static bool compile(const char *expression, uint32_t link, struct bpf_program *code,
		    struct fault *fault)
{
	pcap_t *p = pcap_open_dead(dlt_of(link), SNAP_LEN);
	int rc = p ? pcap_compile(p, code, expression, 1, PCAP_NETMASK_UNKNOWN) : -1;

	if (rc)
		fault_set(fault, "%s", p ? pcap_geterr(p) : "libpcap can't compile filters");
	if (p)
		pcap_close(p);
	return !rc;
}

static void add(struct bpf *b, uint32_t link, struct bpf_program code)
{
	b->programs = need_more(b->programs, (b->n + 1) * sizeof *b->programs);
	b->programs[b->n] = (struct program){link, code};
	b->last = b->n++;
}

struct bpf *bpf_open(const char *expression, struct fault *fault)
{
	static const uint32_t usual[] = {1, 101, 105, 113}; /* Ethernet, IP, 802.11, cooked */
	struct bpf *b = need_zero(1, sizeof *b);
	struct bpf_program code;
	struct fault later;

	b->expression = need_copy(expression);
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (compile(expression, usual[i], &code, i ? &later : fault)) {
			add(b, usual[i], code);
			return b;
		}
	bpf_close(b);
	return NULL;
}

void bpf_close(struct bpf *b)
{
	if (!b)
		return;
	for (unsigned i = 0; i < b->n; i++)
		pcap_freecode(&b->programs[i].code);
	free(b->programs);
	free(b->expression);
	free(b);
}

/* The program for that link type; NULL: there can be none. */
static const struct bpf_program *program_for(struct bpf *b, uint32_t link, struct fault *fault)
{
	struct bpf_program code;

	if (b->programs[b->last].link == link)
		return &b->programs[b->last].code;
	for (unsigned i = 0; i < b->n; i++)
		if (b->programs[i].link == link) {
			b->last = i;
			return &b->programs[i].code;
		}
	if (!compile(b->expression, link, &code, fault))
		return NULL;
	add(b, link, code);
	return &b->programs[b->last].code;
}

int bpf_passes(struct bpf *b, const struct frame *f, struct fault *fault)
{
	const struct bpf_program *code = program_for(b, f->link, fault);
	struct pcap_pkthdr head = {.caplen = f->cap_len, .len = f->wire_len};

	if (!code)
		return -1;
	return pcap_offline_filter(code, &head, f->bytes) != 0;
}
