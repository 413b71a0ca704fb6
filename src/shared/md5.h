/* SPDX-License-Identifier: BSD-2-Clause */
/* MD5, which names things and proves nothing. */
/* RFC 1321. */
#ifndef SHARED_MD5_H
#define SHARED_MD5_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* False: peel was built without a library that has it. */
bool md5(const void *p, size_t n, uint8_t digest[16]);

#endif
