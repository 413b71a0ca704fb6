/* SPDX-License-Identifier: BSD-2-Clause */
/* What the unit tests share: how they run, the fixtures, files of their own. */
#include "unit.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

glob_t captures;

int open_captures(void)
{
	if (glob(CAPTURES "/*.pcap*", 0, NULL, &captures)) {
		fputs("no captures in " CAPTURES "\n", stderr);
		exit(EXIT_FAILURE);
	}
	return (int)captures.gl_pathc;
}

void write_file(const char *path, const void *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, p, n), (ssize_t)n);
	close(fd);
}

int run_units(const char *suite, double seconds, const struct unit *units, size_t n)
{
	Suite *all = suite_create(suite);
	TCase *tcase = tcase_create(suite);
	SRunner *runner = srunner_create(all);
	int failed;

	tcase_set_timeout(tcase, seconds);
	for (size_t i = 0; i < n; i++)
		tcase_add_loop_test(tcase, units[i].test, 0, units[i].times);
	suite_add_tcase(all, tcase);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	globfree(&captures);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
