/* SPDX-License-Identifier: BSD-2-Clause */
/* What went wrong, in words for the user. */
#include "core/fault.h"
#include <stdarg.h>
#include <stdio.h>

void fault_set(struct fault *f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(f->text, sizeof f->text, format, args);
	va_end(args);
}
