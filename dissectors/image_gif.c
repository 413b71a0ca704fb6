/* SPDX-License-Identifier: BSD-2-Clause */
/* Graphics Interchange Format. */
/* GIF89a Specification, CompuServe Incorporated, 1990. */
#include "shared/media.h"

enum {
	GIF,
	VERSION,
	WIDTH,
	HEIGHT,
	SETTINGS,
	MAP_PRESENT,
	COLOR_BPP,
	MAP_ORDERED,
	BPP,
	BACKGROUND,
	ASPECT,
	COLOR_MAP,
	EXTENSION,
	EXTENSION_LABEL,
	EXTENSION_BLOCK,
	IMAGE,
	IMAGE_LEFT,
	IMAGE_TOP,
	IMAGE_WIDTH,
	IMAGE_HEIGHT,
	LOCAL_SETTINGS,
	LOCAL_PRESENT,
	LOCAL_COLOR_BPP,
	LOCAL_ORDERED,
	LOCAL_BPP,
	LOCAL_MAP,
	CODE_SIZE,
	IMAGE_BLOCK,
	END,
	UNKNOWN,
};

#define HEADER 6

static const struct word extensions[] = {
	{0x01, "Plain Text"},
	{0xf9, "Graphics Control"},
	{0xfe, "Comment"},
	{0xff, "Application"},
};
static const struct word truth[] = {{0, "False"}, {1, "True"}};

#define SIZE(row, name, label, above, says, section)                   \
	[row] = {"image-gif." name, label,          U16,          DEC, \
		 .traits = LE,      .under = above, .help = says, .ref = section}
#define BITS(row, name, label, first, width, above, says, section)     \
	[row] = {"image-gif." name, label,          U8,           DEC, \
		 AT(first, width),  .under = above, .help = says, .ref = section}

static const struct field fields[] = {
	[GIF] = {"image-gif", "Compuserve GIF", PROTO,
		 .line = "Compuserve GIF[, Version: {image-gif.version}]"},
	[VERSION] = {"image-gif.version", "Version", STRING, AT(0, 48), .help = "GIF87a or GIF89a",
		     .ref = "17"},
	SIZE(WIDTH, "screen.width", "Screen width", 0, "Pixels of all images together", "18"),
	SIZE(HEIGHT, "screen.height", "Screen height", 0, "Pixels of all images together", "18"),
	[SETTINGS] = {"text", "Global settings", HEADING},
	[MAP_PRESENT] = {"image-gif.global.color_map.present", "Global color map is present", U8,
			 DEC, AT(0, 1), .under = SETTINGS, WORDS(truth), .help = "There is one",
			 .ref = "18"},
	BITS(COLOR_BPP, "global.color_bpp", "Bits per color minus 1", 1, 3, SETTINGS,
	     "Of the original image", "18"),
	[MAP_ORDERED] = {"image-gif.global.color_map.ordered", "Global color map is ordered", U8,
			 DEC, AT(4, 1), .under = SETTINGS, WORDS(truth),
			 .help = "The most important color stands first", .ref = "18"},
	BITS(BPP, "global.bpp", "Image bits per pixel minus 1", 5, 3, SETTINGS,
	     "Size of the color map", "18"),
	[BACKGROUND] = {"image-gif.image_background_index", "Background color index", U8, DEC,
			.help = "The color where no image is", .ref = "18"},
	[ASPECT] = {"image-gif.global.pixel_aspect_ratio", "Global pixel aspect ratio", U8, DEC,
		    .help = "Width over height of a pixel", .ref = "18"},
	[COLOR_MAP] = {"image-gif.global.color_map", "Global color map", BYTES,
		       .help = "Red, green and blue of each color", .ref = "19"},
	[EXTENSION] = {"image-gif.extension", "Extension", NONE, .help = "More than an image",
		       .ref = "23"},
	[EXTENSION_LABEL] = {"image-gif.extension.label", "Extension label", U8, HEX,
			     .under = EXTENSION, WORDS(extensions), .help = "Of what kind",
			     .ref = "23"},
	[EXTENSION_BLOCK] = {"image-gif.data_block", "Data block", BYTES, .under = EXTENSION,
			     .help = "A part of it", .ref = "15"},
	[IMAGE] = {"image-gif.image", "Image", NONE, .help = "One image", .ref = "20"},
	SIZE(IMAGE_LEFT, "image.left", "Image left position", IMAGE, "Pixels left of it", "20"),
	SIZE(IMAGE_TOP, "image.top", "Image top position", IMAGE, "Pixels above it", "20"),
	SIZE(IMAGE_WIDTH, "image.width", "Image width", IMAGE, "Its pixels", "20"),
	SIZE(IMAGE_HEIGHT, "image.height", "Image height", IMAGE, "Its pixels", "20"),
	[LOCAL_SETTINGS] = {"text", "Local settings", HEADING, .under = IMAGE},
	[LOCAL_PRESENT] = {"image-gif.local.color_map.present", "Local color map is present", U8,
			   DEC, AT(0, 1), .under = LOCAL_SETTINGS, WORDS(truth),
			   .help = "There is one", .ref = "20"},
	BITS(LOCAL_COLOR_BPP, "local.color_bpp", "Bits per color minus 1", 1, 3, LOCAL_SETTINGS,
	     "As Wireshark reads it", "20"),
	[LOCAL_ORDERED] = {"image-gif.local.color_map.ordered", "Local color map is ordered", U8,
			   DEC, AT(4, 1), .under = LOCAL_SETTINGS, WORDS(truth),
			   .help = "As Wireshark reads it", .ref = "20"},
	BITS(LOCAL_BPP, "global.bpp", "Image bits per pixel minus 1", 5, 3, LOCAL_SETTINGS,
	     "Size of the color map", "20"),
	[LOCAL_MAP] = {"image-gif.local.color_map", "Local color map", BYTES, .under = IMAGE,
		       .help = "Red, green and blue of each color", .ref = "21"},
	[CODE_SIZE] = {"image-gif.image.code_size", "LZW minimum code size", U8, DEC,
		       .under = IMAGE, .help = "Bits of the shortest code", .ref = "22"},
	[IMAGE_BLOCK] = {"image-gif.data_block", "Data block", BYTES, .under = IMAGE,
			 .help = "A part of the image", .ref = "15"},
	[END] = {"image-gif.end", "Trailer (End of the GIF stream)", NONE, .help = "The end",
		 .ref = "27"},
	[UNKNOWN] = EXPERT("gif.data_block_type.unknown", "Unknown GIF data block type", WARNING,
			   G_PROTOCOL),
};

/* 15: blocks with their length before them, up to one of length 0. */
static void put_blocks(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t len;

	do {
		struct cursor data = *c;

		len = u8(&data);
		if (data.bad || (len && !cursor_has(&data, len))) {
			cursor_fail(c, 1 + len);
			return;
		}
		put_bytes(w, row, c->at, 1 + len, data.left.p, len);
		source_of_last(w, c->source);
		if (len)
			label_tail(w, " (length = %u)", len);
		else
			label_value(w, "<none> (length = 0)");
		cursor_take(c, 1 + len);
	} while (len);
}

/* What the octet says of a color map: its size in octets, 0: there is none. */
static uint32_t put_settings(struct walk *w, struct cursor *c, unsigned row, const char *of)
{
	struct cursor peek = *c;
	unsigned v = u8(&peek), color = (v >> 4 & 7) + 1, pixel = (v & 7) + 1;
	uint32_t group = open_group(w, c, row, 1);

	label_whole(w, "%s settings:%s (%u bit%s per color) (%u bit%s per pixel)", of,
		    v & 0x80 ? row == SETTINGS ? " (Global color table present)"
					       : " (Local color table present)"
			     : "",
		    color, plural(color), pixel, plural(pixel));
	cursor_take(c, 1);
	shut_group(w, group, NULL);
	return v & 0x80 ? 3u << pixel : 0;
}

static void put_image(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, IMAGE, 0), map;

	cursor_take(c, 1);
	put_rows(w, c,
		 (const struct part[]){{IMAGE_LEFT, 2},
				       {IMAGE_TOP, 2},
				       {IMAGE_WIDTH, 2},
				       {IMAGE_HEIGHT, 2},
				       {0, 0}});
	map = put_settings(w, c, LOCAL_SETTINGS, "Local");
	if (map)
		put(w, c, LOCAL_MAP, map);
	put(w, c, CODE_SIZE, 1);
	put_blocks(w, c, IMAGE_BLOCK);
	shut_group(w, group, c);
}

static void put_extension(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t group = open_group(w, c, EXTENSION, 0);
	unsigned label = (u8(&peek), u8(&peek));

	label_whole(w, "Extension: %s", row_word(w, EXTENSION_LABEL, label, "<Unknown>"));
	cursor_take(c, 1);
	put(w, c, EXTENSION_LABEL, 1);
	put_blocks(w, c, EXTENSION_BLOCK);
	shut_group(w, group, c);
}

static bool claims(const struct layer *l)
{
	return span_begins(l->bytes, "GIF87a") || span_begins(l->bytes, "GIF89a");
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t map;

	(void)l;
	put(w, c, WIDTH, 2);
	put(w, c, HEIGHT, 2);
	map = put_settings(w, c, SETTINGS, "Global");
	put(w, c, BACKGROUND, 1);
	if (span_octet(c->left, 0) > 0)
		put(w, c, ASPECT, 1);
	else
		cursor_take(c, 1);
	if (map)
		put(w, c, COLOR_MAP, map);
	while (c->left.cap) {
		int kind = span_octet(c->left, 0);

		if (kind == ',') {
			put_image(w, c);
		} else if (kind == '!') {
			put_extension(w, c);
		} else {
			if (kind == ';')
				put(w, c, END, 1);
			else
				expert_on(w, 0, UNKNOWN, NULL);
			cursor_take(c, c->left.wire);
		}
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, " (");
	text_bytes(t, l->bytes.p, HEADER);
	text_char(t, ')');
}

static const struct hang hangs[] = {{"media_type", MEDIA_GIF}, {0}};

const struct proto proto_image_gif = {
	.brief = "GIF image",
	.no_column = true,
	.spec = "GIF89a Specification",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.hangs = hangs,
	.claims = claims,
	.note = note,
	.rest = rest,
	.info = info,
};
