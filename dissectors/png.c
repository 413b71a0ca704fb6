/* SPDX-License-Identifier: BSD-2-Clause */
/* Portable Network Graphics. */
/* ISO/IEC 15948:2004; W3C Portable Network Graphics Specification. */
#include "shared/media.h"

enum {
	PNG,
	SIGNATURE,
	CHUNK,
	CHUNK_LEN,
	CHUNK_TYPE,
	FLAGS,
	ANCILLARY,
	PRIVATE,
	SAFE,
	CHUNK_DATA,
	WIDTH,
	HEIGHT,
	BIT_DEPTH,
	COLOUR_TYPE,
	COMPRESSION,
	FILTER,
	INTERLACE,
	INTENT,
	KEYWORD,
	TEXT_STRING,
	YEAR,
	MONTH,
	DAY,
	HOUR,
	MINUTE,
	SECOND,
	PHYS_HORIZ,
	PHYS_VERT,
	PHYS_UNIT,
	BKGD_INDEX,
	BKGD_GREY,
	BKGD_RED,
	BKGD_GREEN,
	BKGD_BLUE,
	CHRM_WHITE_X,
	CHRM_WHITE_Y,
	CHRM_RED_X,
	CHRM_RED_Y,
	CHRM_GREEN_X,
	CHRM_GREEN_Y,
	CHRM_BLUE_X,
	CHRM_BLUE_Y,
	GAMMA,
	CRC,
};

static const struct word ancillary[] = {{0, "This is a CRITICAL chunk"},
					{1, "This is an ANCILLARY chunk"}};
static const struct word private_chunk[] = {{0, "This is a PUBLIC chunk"},
					    {1, "This is a PRIVATE chunk"}};
static const struct word safe[] = {{0, "This chunk is NOT safe to copy"},
				   {1, "This chunk is SAFE TO COPY"}};
static const struct word colour_types[] = {
	{0, "Greyscale"},
	{2, "Truecolour"},
	{3, "Indexed-colour"},
	{4, "Greyscale with alpha"},
	{6, "Truecolour with alpha"},
};
static const struct word compressions[] = {{0, "Deflate"}};
static const struct word filters[] = {{0, "Adaptive"}};
static const struct word interlaces[] = {{0, "No interlace"}, {1, "Adam7"}};
static const struct word intents[] = {
	{0, "Perceptual"},
	{1, "Relative colorimetric"},
	{2, "Saturation"},
	{3, "Absolute colorimetric"},
};
static const struct word units[] = {{0, "Unit is unknown"}, {1, "Unit is METRE"}};

#define FLAG(row, name, label, bit, values, says)                                                \
	[row] = {"png.chunk.flag." name, label,         BOOL,         AT(bit, 1),  BOX(32, bit), \
		 .under = FLAGS,         WORDS(values), .help = says, .ref = "5.4"}
#define NUMBER(row, name, label, kind, base, says, section) \
	[row] = {"png." name, label, kind, base, .under = CHUNK, .help = says, .ref = section}

static const struct field fields[] = {
	[PNG] = {"png", "Portable Network Graphics", PROTO},
	[SIGNATURE] = {"png.signature", "PNG Signature", BYTES, AT(0, 64),
		       .help = "What a PNG file begins with", .ref = "5.2"},
	[CHUNK] = {"text", "Chunk", HEADING},
	NUMBER(CHUNK_LEN, "chunk.len", "Len", U32, DEC, "Octets of the chunk's data", "5.3"),
	[CHUNK_TYPE] = {"png.chunk.type", "Chunk", STRING, .under = CHUNK,
			.help = "What the chunk is", .ref = "5.3"},
	[FLAGS] = {"text", "Flags", HEADING, .under = CHUNK},
	FLAG(ANCILLARY, "ancillary", "Ancillary", 2, ancillary, "The image shows without it"),
	FLAG(PRIVATE, "private", "Private", 10, private_chunk, "No part of the standard"),
	FLAG(SAFE, "stc", "Safe To Copy", 26, safe, "It may stay where the image changes"),
	[CHUNK_DATA] = {"png.chunk.data", "Data", NONE, .under = CHUNK, .help = "Its data",
			.ref = "5.3"},
	NUMBER(WIDTH, "ihdr.width", "Width", U32, DEC, "Pixels", "11.2.2"),
	NUMBER(HEIGHT, "ihdr.height", "Height", U32, DEC, "Pixels", "11.2.2"),
	NUMBER(BIT_DEPTH, "ihdr.bitdepth", "Bit Depth", U8, DEC, "Bits per sample", "11.2.2"),
	[COLOUR_TYPE] = {"png.ihdr.colour_type", "Colour Type", U8, DEC, .under = CHUNK,
			 WORDS(colour_types), .help = "What a pixel is", .ref = "11.2.2"},
	[COMPRESSION] = {"png.ihdr.compression_method", "Compression Method", U8, DEC,
			 .under = CHUNK, WORDS(compressions), .help = "Always 0", .ref = "11.2.2"},
	[FILTER] = {"png.ihdr.filter_method", "Filter Method", U8, DEC, .under = CHUNK,
		    WORDS(filters), .help = "Always 0", .ref = "11.2.2"},
	[INTERLACE] = {"png.ihdr.interlace_method", "Interlace Method", U8, DEC, .under = CHUNK,
		       WORDS(interlaces), .help = "In which order pixels come", .ref = "11.2.2"},
	[INTENT] = {"png.srgb.intent", "Intent", U8, DEC, .under = CHUNK, WORDS(intents),
		    .help = "How colors are to be shown", .ref = "11.3.3.5"},
	NUMBER(KEYWORD, "text.keyword", "Keyword", STRING, PLAIN, "What the text is about",
	       "11.3.4.3"),
	NUMBER(TEXT_STRING, "text.string", "String", STRING, PLAIN, "The text", "11.3.4.3"),
	NUMBER(YEAR, "time.year", "Year", U16, DEC, "Of the last change", "11.3.6.1"),
	NUMBER(MONTH, "time.month", "Month", U8, DEC, "Of the last change", "11.3.6.1"),
	NUMBER(DAY, "time.day", "Day", U8, DEC, "Of the last change", "11.3.6.1"),
	NUMBER(HOUR, "time.hour", "Hour", U8, DEC, "Of the last change", "11.3.6.1"),
	NUMBER(MINUTE, "time.minute", "Minute", U8, DEC, "Of the last change", "11.3.6.1"),
	NUMBER(SECOND, "time.second", "Second", U8, DEC, "Of the last change", "11.3.6.1"),
	NUMBER(PHYS_HORIZ, "phys.horiz", "Horizontal pixels per unit", U32, DEC,
	       "How wide a pixel is", "11.3.5.3"),
	NUMBER(PHYS_VERT, "phys.vert", "Vertical pixels per unit", U32, DEC, "How high a pixel is",
	       "11.3.5.3"),
	[PHYS_UNIT] = {"png.phys.unit", "Unit", U8, DEC, .under = CHUNK, WORDS(units),
		       .help = "Of both", .ref = "11.3.5.3"},
	NUMBER(BKGD_INDEX, "bkgd.palette_index", "Palette Index", U8, DEC, "Color behind it",
	       "11.3.5.1"),
	NUMBER(BKGD_GREY, "bkgd.greyscale", "Greyscale", U16, HEX, "Color behind it", "11.3.5.1"),
	NUMBER(BKGD_RED, "bkgd.red", "Red", U16, HEX, "Color behind it", "11.3.5.1"),
	NUMBER(BKGD_GREEN, "bkgd.green", "Green", U16, HEX, "Color behind it", "11.3.5.1"),
	NUMBER(BKGD_BLUE, "bkgd.blue", "Blue", U16, HEX, "Color behind it", "11.3.5.1"),
	NUMBER(CHRM_WHITE_X, "chrm.white.x", "White X", FLOAT, PLAIN, "The white point",
	       "11.3.3.1"),
	NUMBER(CHRM_WHITE_Y, "chrm.white.y", "White Y", FLOAT, PLAIN, "The white point",
	       "11.3.3.1"),
	NUMBER(CHRM_RED_X, "chrm.red.x", "Red X", FLOAT, PLAIN, "What is red", "11.3.3.1"),
	NUMBER(CHRM_RED_Y, "chrm.red.y", "Red Y", FLOAT, PLAIN, "What is red", "11.3.3.1"),
	NUMBER(CHRM_GREEN_X, "chrm.green.x", "Green X", FLOAT, PLAIN, "What is green", "11.3.3.1"),
	NUMBER(CHRM_GREEN_Y, "chrm.green.y", "Green Y", FLOAT, PLAIN, "What is green", "11.3.3.1"),
	NUMBER(CHRM_BLUE_X, "chrm.blue.x", "Blue X", FLOAT, PLAIN, "What is blue", "11.3.3.1"),
	NUMBER(CHRM_BLUE_Y, "chrm.blue.y", "Blue Y", FLOAT, PLAIN, "What is blue", "11.3.3.1"),
	NUMBER(GAMMA, "gama.gamma", "Gamma", FLOAT, PLAIN, "How bright middle tones are",
	       "11.3.3.2"),
	NUMBER(CRC, "chunk.crc", "CRC", U32, HEX, "Over type and data", "5.3"),
};

/* A number of hundred thousandths. */
static void put_fraction(struct walk *w, struct cursor *c, unsigned row)
{
	struct cursor peek = *c;
	float v = (float)u32(&peek) / 100000.0f;
	uint32_t bits;

	memcpy(&bits, &v, sizeof bits);
	put_value(w, row, c->at, 4, bits);
	cursor_take(c, 4);
}

static void put_fractions(struct walk *w, struct cursor *c, unsigned first, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		put_fraction(w, c, first + i);
}

#define ROWS(...) put_rows(w, c, (const struct part[]){__VA_ARGS__, {0, 0}})

static void put_ihdr(struct walk *w, struct cursor *c)
{
	ROWS({WIDTH, 4}, {HEIGHT, 4}, {BIT_DEPTH, 1}, {COLOUR_TYPE, 1}, {COMPRESSION, 1},
	     {FILTER, 1}, {INTERLACE, 1});
}

static void put_srgb(struct walk *w, struct cursor *c)
{
	put(w, c, INTENT, 1);
}

static void put_text_chunk(struct walk *w, struct cursor *c)
{
	uint32_t nul = span_find(c->left, 0);

	if (nul == NOT_FOUND)
		return;
	put(w, c, KEYWORD, nul);
	cursor_take(c, 1);
	put(w, c, TEXT_STRING, c->left.wire);
}

static void put_time(struct walk *w, struct cursor *c)
{
	ROWS({YEAR, 2}, {MONTH, 1}, {DAY, 1}, {HOUR, 1}, {MINUTE, 1}, {SECOND, 1});
}

static void put_phys(struct walk *w, struct cursor *c)
{
	ROWS({PHYS_HORIZ, 4}, {PHYS_VERT, 4}, {PHYS_UNIT, 1});
}

static void put_bkgd(struct walk *w, struct cursor *c)
{
	if (c->left.wire == 1)
		put(w, c, BKGD_INDEX, 1);
	else if (c->left.wire == 2)
		put(w, c, BKGD_GREY, 2);
	else if (c->left.wire == 6)
		ROWS({BKGD_RED, 2}, {BKGD_GREEN, 2}, {BKGD_BLUE, 2});
}

static void put_chrm(struct walk *w, struct cursor *c)
{
	put_fractions(w, c, CHRM_WHITE_X, 8);
}

static void put_gama(struct walk *w, struct cursor *c)
{
	put_fraction(w, c, GAMMA);
}

/* Chunks by their type (section 11). */
static const struct {
	const char *type, *title;
	void (*read)(struct walk *, struct cursor *);
} chunks[] = {
	{"IHDR", "Image Header", put_ihdr},
	{"PLTE", "Palette", NULL},
	{"IDAT", "Image data chunk", NULL},
	{"IEND", "Image Trailer", NULL},
	{"bKGD", "Background colour", put_bkgd},
	{"gAMA", "Image gamma", put_gama},
	{"cHRM", "Primary chromaticities and white point", put_chrm},
	{"iTXt", "International textual data", NULL},
	{"pHYs", "Physical pixel dimensions", put_phys},
	{"sBIT", "Significant bits", NULL},
	{"sPLT", "Suggested palette", NULL},
	{"sRGB", "Standard RGB colour space", put_srgb},
	{"tEXt", "Textual data", put_text_chunk},
	{"tIME", "Image last-modification time", put_time},
	{"tRNS", "Transparency", NULL},
	{"zTXt", "Compressed textual data", NULL},
};

static unsigned chunk_of(struct span type)
{
	unsigned i = 0;

	while (i < COUNT(chunks) && (type.cap != 4 || memcmp(type.p, chunks[i].type, 4)))
		i++;
	return i;
}

static void put_type(struct walk *w, struct cursor *c)
{
	struct cursor flags = *c;

	put(w, c, CHUNK_TYPE, 4);
	for (unsigned row = ANCILLARY; row <= SAFE; row++)
		put_slice(w, flags, row, 4);
}

static void put_chunk(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, data;
	uint32_t len = u32(&peek);
	struct span type = span_first(peek.left, 4);
	unsigned i = chunk_of(type);
	uint32_t group = open_group(w, c, CHUNK, 0);

	label_whole(w, "%s (%.4s)", i < COUNT(chunks) ? chunks[i].title : "Unknown",
		    peek.bad || type.cap < 4 ? "" : (const char *)type.p);
	put(w, c, CHUNK_LEN, 4);
	put_type(w, c);
	data = cursor_first(*c, len);
	if (i < COUNT(chunks) && chunks[i].read)
		chunks[i].read(w, &data);
	else if (len)
		put(w, &data, CHUNK_DATA, len);
	cursor_take(c, len);
	put(w, c, CRC, 4);
	shut_group(w, group, c);
}

static bool claims(const struct layer *l)
{
	return span_bits(l->bytes, 0, 64, false) == UINT64_C(0x89504e470d0a1a0a);
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad)
		put_chunk(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, " (PNG)");
}

static const struct hang hangs[] = {{"media_type", MEDIA_PNG}, {0}};

const struct proto proto_png = {
	.brief = "PNG",
	.no_column = true,
	.spec = "ISO/IEC 15948:2004",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 8,
	.hangs = hangs,
	.claims = claims,
	.note = note,
	.rest = rest,
	.info = info,
};
