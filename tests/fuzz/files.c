/* SPDX-License-Identifier: BSD-2-Clause */
/* Fuzz target: the readers of capture files, and writing what they read. */
#include "config.h"

#include "capture/input.h"
#include "capture/writer.h"
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ignore(void *arg, const char *path, enum input_problem what, const struct fault *fault)
{
	(void)arg;
	(void)path;
	(void)what;
	(void)fault;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	static char path[32];
	const char *paths[] = {path};
	struct fault fault;
	struct writer *w;
	struct input *in;
	struct frame f;

	if (fd < 0) {
		fd = memfd_create("capture", MFD_CLOEXEC);
		snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	}
	if (ftruncate(fd, 0) || pwrite(fd, data, size, 0) != (ssize_t)size)
		return 0;
	in = input_open(paths, 1, false, ignore, NULL);
	w = writer_open("/dev/null", FORMAT_PCAPNG, input_reader(in), &fault);
	while (input_next(in, &f))
		writer_frame(w, &f, &fault);
	writer_close(w, &fault);
	input_close(in);
	return 0;
}
