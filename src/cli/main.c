#include "capture/reader.h"
#include "protocols.h"
#include "show/show.h"
#include "config.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(int argc, char **argv)
{
	struct fault fault;
	struct out out = {.fd = 1};
	const char *form = "text";
	const char *names[32]; unsigned n = 0;
	struct show_options o = {.separator="\t",.aggregator=",",.file=""};
	int c; uint64_t number = 0;
	argv++; argc--;
	while ((c = getopt(argc, argv, "nT:e:Vx")) != -1) {
		if (c == 'T') form = optarg;
		if (c == 'e') names[n++] = optarg;
		if (c == 'V') form = "detail";
		if (c == 'x') o.hex = true;
	}
	o.fields = names; o.n_fields = n;
	struct session *s = session_open(protocols);
	session_vendor_file(s, IEEE_DATA "/oui.csv");
	struct printer *p = printer_open(form, &out, s, &o);
	session_start(s);
	struct reader *r = reader_open(argv[optind], &fault);
	if (!r) { printf("%s\n", fault.text); return 2; }
	struct frame f;
	int rc;
	printer_begin(p);
	while ((rc = reader_next(r, &f, &fault)) > 0) {
		f.number = ++number;
		const struct record *rec = session_walk(s, &f);
		if (!printer_frame(p, rec)) break;
		session_displayed(s);
	}
	printer_end(p);
	if (rc < 0) fprintf(stderr, "%s\n", fault.text);
	printer_close(p);
	session_close(s);
	reader_close(r);
	return 0;
}
