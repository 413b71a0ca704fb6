/* SPDX-License-Identifier: BSD-2-Clause */
/* MD5 by the nettle library, where it is there. */
/* RFC 1321. */
#include "shared/md5.h"
#include "config.h"

#ifdef HAVE_NETTLE
#include <nettle/md5.h>

bool md5(const void *p, size_t n, uint8_t digest[16])
{
	struct md5_ctx context;

	md5_init(&context);
	md5_update(&context, n, p);
	md5_digest(&context, MD5_DIGEST_SIZE, digest);
	return true;
}
#else
bool md5(const void *p, size_t n, uint8_t digest[16])
{
	(void)p;
	(void)n;
	(void)digest;
	return false;
}
#endif
