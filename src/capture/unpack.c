/* SPDX-License-Identifier: BSD-2-Clause */
/* Unpacking gzip, zstd and lz4: three libraries behind one call. */
#include "config.h"

#include "capture/unpack.h"
#include "core/arena.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#ifdef HAVE_ZLIB
#include <zlib.h>
#endif
#ifdef HAVE_ZSTD
#include <zstd.h>
#endif
#ifdef HAVE_LZ4
#include <lz4frame.h>
#endif

struct chunk {
	const uint8_t *in; /* packed */
	size_t in_len;
	size_t used;  /* of them */
	uint8_t *out; /* room for what is unpacked */
	size_t out_len;
};

struct format {
	const char *name;
	uint8_t magic[UNPACK_MAGIC];
	uint8_t magic_len;
	/* NULL when the library isn't built in. */
	bool (*open)(struct unpacker *u);
	ssize_t (*more)(struct unpacker *u, struct chunk *c);
	void (*close)(struct unpacker *u);
};

struct unpacker {
	const struct format *format;
	void *state;   /* the library's */
	bool complete; /* between members */
};

#ifdef HAVE_ZLIB
static bool gzip_open(struct unpacker *u)
{
	z_stream *z = need_zero(1, sizeof *z);

	u->state = z;
	return inflateInit2(z, 15 + 16) == Z_OK;
}

static ssize_t gzip_more(struct unpacker *u, struct chunk *c)
{
	z_stream *z = u->state;
	int rc;

	z->next_in = (Bytef *)(uintptr_t)c->in;
	z->avail_in = (uInt)c->in_len;
	z->next_out = c->out;
	z->avail_out = (uInt)c->out_len;
	if (u->complete && c->in_len)
		inflateReset(z);
	rc = inflate(z, Z_NO_FLUSH);
	c->used = c->in_len - z->avail_in;
	if (c->used || z->avail_out < c->out_len)
		u->complete = rc == Z_STREAM_END;
	if (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR)
		return -1;
	return (ssize_t)(c->out_len - z->avail_out);
}

static void gzip_close(struct unpacker *u)
{
	inflateEnd(u->state);
	free(u->state);
}
#endif

#ifdef HAVE_ZSTD
static bool zstd_open(struct unpacker *u)
{
	u->state = ZSTD_createDCtx();
	return u->state != NULL;
}

static ssize_t zstd_more(struct unpacker *u, struct chunk *c)
{
	ZSTD_inBuffer in = {c->in, c->in_len, 0};
	ZSTD_outBuffer out = {c->out, c->out_len, 0};
	size_t rc = ZSTD_decompressStream(u->state, &out, &in);

	c->used = in.pos;
	if (ZSTD_isError(rc))
		return -1;
	if (in.pos || out.pos)
		u->complete = rc == 0;
	return (ssize_t)out.pos;
}

static void zstd_close(struct unpacker *u)
{
	ZSTD_freeDCtx(u->state);
}
#endif

#ifdef HAVE_LZ4
static bool lz4_open(struct unpacker *u)
{
	LZ4F_dctx *context = NULL;
	bool ok = !LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION));

	u->state = context;
	return ok;
}

static ssize_t lz4_more(struct unpacker *u, struct chunk *c)
{
	size_t in = c->in_len, out = c->out_len;
	size_t rc = LZ4F_decompress(u->state, c->out, &out, c->in, &in, NULL);

	c->used = in;
	if (LZ4F_isError(rc))
		return -1;
	if (in || out)
		u->complete = rc == 0;
	return (ssize_t)out;
}

static void lz4_close(struct unpacker *u)
{
	LZ4F_freeDecompressionContext(u->state);
}
#endif

static const struct format formats[] = {
	{
		.name = "gzip",
		.magic = {0x1f, 0x8b},
		.magic_len = 2,
#ifdef HAVE_ZLIB
		.open = gzip_open,
		.more = gzip_more,
		.close = gzip_close,
#endif
	},
	{
		.name = "zstd",
		.magic = {0x28, 0xb5, 0x2f, 0xfd},
		.magic_len = 4,
#ifdef HAVE_ZSTD
		.open = zstd_open,
		.more = zstd_more,
		.close = zstd_close,
#endif
	},
	{
		.name = "lz4",
		.magic = {0x04, 0x22, 0x4d, 0x18},
		.magic_len = 4,
#ifdef HAVE_LZ4
		.open = lz4_open,
		.more = lz4_more,
		.close = lz4_close,
#endif
	},
};

static const struct format *recognise(const uint8_t *first, size_t n)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (n >= formats[i].magic_len &&
		    !memcmp(first, formats[i].magic, formats[i].magic_len))
			return &formats[i];
	return NULL;
}

struct unpacker *unpack_open(const uint8_t *first, size_t n, struct fault *fault)
{
	const struct format *format = recognise(first, n);
	struct unpacker *u;

	if (!format)
		return NULL;
	if (!format->open) {
		fault_set(fault,
			  "the data is packed with %s, which this build of peel can't read: "
			  "unpack it first",
			  format->name);
		return NULL;
	}
	u = need_zero(1, sizeof *u);
	u->format = format;
	if (format->open(u))
		return u;
	fault_set(fault, "%s can't be started: out of memory", format->name);
	free(u);
	return NULL;
}

void unpack_close(struct unpacker *u)
{
	if (!u)
		return;
	u->format->close(u);
	free(u);
}

ssize_t unpack_more(struct unpacker *u, const uint8_t *in, size_t in_len, size_t *used,
		    uint8_t *out, size_t n) /* NOLINT(readability-non-const-parameter) */
{
	struct chunk c = {in, in_len, 0, out, n};
	ssize_t got = u->format->more(u, &c);

	*used = c.used;
	return got;
}

int unpack_complete(const struct unpacker *u)
{
	return u->complete;
}

const char *unpack_name(const struct unpacker *u)
{
	return u->format->name;
}
