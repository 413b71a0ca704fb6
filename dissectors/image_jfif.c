/* SPDX-License-Identifier: BSD-2-Clause */
/* JPEG File Interchange Format. */
/* ITU-T T.81 (09/92), annex B; ITU-T T.871 (05/2011). */
#include "shared/media.h"

enum {
	JFIF,
	FIRST_MARKER,
	SEGMENT,
	MARKER,
	LENGTH,
	IDENTIFIER,
	NOT_JFIF,
	VERSION,
	MAJOR,
	MINOR,
	UNITS,
	X_DENSITY,
	Y_DENSITY,
	X_THUMBNAIL,
	Y_THUMBNAIL,
	RGB,
	EXTENSION,
	REMAINING,
	SOF,
	SOF_PRECISION,
	SOF_LINES,
	SOF_SAMPLES,
	SOF_COMPONENTS,
	SOF_ID,
	SOF_FACTORS,
	SOF_H,
	SOF_V,
	SOF_TABLE,
	SOS,
	SOS_COMPONENTS,
	SOS_SELECTOR,
	SOS_TABLES,
	SOS_DC,
	SOS_AC,
	SOS_START,
	SOS_END,
	SOS_BITS,
	SOS_HIGH,
	SOS_LOW,
	COMMENT_HEADER,
	COMMENT_TEXT,
	ENTROPY,
	FILL,
};

static const struct word markers[] = {
	{0xff01, "Reserved - For temporary private use in arithmetic coding"},
	{0xffc0, "Start of Frame (non-differential, Huffman coding) - Baseline DCT"},
	{0xffc1, "Start of Frame (non-differential, Huffman coding) - Extended sequential DCT"},
	{0xffc2, "Start of Frame (non-differential, Huffman coding) - Progressive DCT"},
	{0xffc3, "Start of Frame (non-differential, Huffman coding) - Lossless (sequential)"},
	{0xffc4, "Define Huffman table(s)"},
	{0xffc5, "Start of Frame (differential, Huffman coding) - Differential sequential DCT"},
	{0xffc6, "Start of Frame (differential, Huffman coding) - Differential progressive DCT"},
	{0xffc7,
	 "Start of Frame (differential, Huffman coding) - Differential lossless (sequential)"},
	{0xffc8,
	 "Start of Frame (non-differential, arithmetic coding) - Reserved for JPEG extensions"},
	{0xffc9, "Start of Frame (non-differential, arithmetic coding) - Extended sequential DCT"},
	{0xffca, "Start of Frame (non-differential, arithmetic coding) - Progressive DCT"},
	{0xffcb, "Start of Frame (non-differential, arithmetic coding) - Lossless (sequential)"},
	{0xffcc, "Define arithmetic coding conditioning(s)"},
	{0xffcd, "Start of Frame (differential, arithmetic coding) - Differential sequential DCT"},
	{0xffce, "Start of Frame (differential, arithmetic coding) - Differential progressive DCT"},
	{0xffcf,
	 "Start of Frame (differential, arithmetic coding) - Differential lossless (sequential)"},
	{0xffd0, "Restart interval termination - Restart with modulo 8 count 0"},
	{0xffd1, "Restart interval termination - Restart with modulo 8 count 1"},
	{0xffd2, "Restart interval termination - Restart with modulo 8 count 2"},
	{0xffd3, "Restart interval termination - Restart with modulo 8 count 3"},
	{0xffd4, "Restart interval termination - Restart with modulo 8 count 4"},
	{0xffd5, "Restart interval termination - Restart with modulo 8 count 5"},
	{0xffd6, "Restart interval termination - Restart with modulo 8 count 6"},
	{0xffd7, "Restart interval termination - Restart with modulo 8 count 7"},
	{0xffd8, "Start of Image"},
	{0xffd9, "End of Image"},
	{0xffda, "Start of Scan"},
	{0xffdb, "Define quantization table(s)"},
	{0xffdc, "Define number of lines"},
	{0xffdd, "Define restart interval"},
	{0xffde, "Define hierarchical progression"},
	{0xffdf, "Expand reference component(s)"},
	{0xffe0, "Reserved for application segments - 0"},
	{0xffe1, "Reserved for application segments - 1"},
	{0xffe2, "Reserved for application segments - 2"},
	{0xffe3, "Reserved for application segments - 3"},
	{0xffe4, "Reserved for application segments - 4"},
	{0xffe5, "Reserved for application segments - 5"},
	{0xffe6, "Reserved for application segments - 6"},
	{0xffe7, "Reserved for application segments - 7"},
	{0xffe8, "Reserved for application segments - 8"},
	{0xffe9, "Reserved for application segments - 9"},
	{0xffea, "Reserved for application segments - 10"},
	{0xffeb, "Reserved for application segments - 11"},
	{0xffec, "Reserved for application segments - 12"},
	{0xffed, "Reserved for application segments - 13"},
	{0xffee, "Reserved for application segments - 14"},
	{0xffef, "Reserved for application segments - 15"},
	{0xfff0, "Reserved for JPEG extensions - 0"},
	{0xfff1, "Reserved for JPEG extensions - 1"},
	{0xfff2, "Reserved for JPEG extensions - 2"},
	{0xfff3, "Reserved for JPEG extensions - 3"},
	{0xfff4, "Reserved for JPEG extensions - 4"},
	{0xfff5, "Reserved for JPEG extensions - 5"},
	{0xfff6, "Reserved for JPEG extensions - 6"},
	{0xfff7, "Reserved for JPEG extensions - 7"},
	{0xfff8, "Reserved for JPEG extensions - 8"},
	{0xfff9, "Reserved for JPEG extensions - 9"},
	{0xfffa, "Reserved for JPEG extensions - 10"},
	{0xfffb, "Reserved for JPEG extensions - 11"},
	{0xfffc, "Reserved for JPEG extensions - 12"},
	{0xfffd, "Reserved for JPEG extensions - 13"},
	{0xfffe, "Comment"},
};
static const struct word units[] = {
	{0, "No units; Xdensity and Ydensity specify the pixel aspect ratio"},
	{1, "Dots per inch"},
	{2, "Dots per centimeter"},
};

#define NUMBER(row, name, label, kind, base, says, section)             \
	[row] = {"image-jfif." name, label,        kind,          base, \
		 .under = SEGMENT,   .help = says, .ref = section}
#define HALF(row, name, label, first, above, says, section)             \
	[row] = {"image-jfif." name, label,          U8,           DEC, \
		 AT(first, 4),       .under = above, .help = says, .ref = section}

static const struct field fields[] = {
	[JFIF] = {"image-jfif", "JPEG File Interchange Format", PROTO},
	[FIRST_MARKER] = {"image-jfif.marker", "Marker", U16, HEX, WORDS(markers),
			  .help = "What follows", .ref = "B.1.1.3"},
	[SEGMENT] = {"image-jfif.marker_segment", "Marker segment", NONE,
		     .help = "A marker with its parameters", .ref = "B.1.1.4"},
	[MARKER] = {"image-jfif.marker", "Marker", U16, HEX, .under = SEGMENT, WORDS(markers),
		    .help = "What follows", .ref = "B.1.1.3"},
	NUMBER(LENGTH, "length", "Length", U16, DEC, "Octets of the segment, with this length",
	       "B.1.1.4"),
	NUMBER(IDENTIFIER, "identifier", "Identifier", STRING, PLAIN, "Whose segment it is",
	       "T.871, 10.1"),
	[NOT_JFIF] = EXPERT("image-jfif.app0-identifier-not-jfif",
			    "Initial App0 segment with \"JFIF\" Identifier not found", WARNING,
			    G_PROTOCOL),
	[VERSION] = {"image-jfif.version", "Version", NONE, .under = SEGMENT,
		     .help = "JFIF's version", .ref = "T.871, 10.1"},
	[MAJOR] = {"image-jfif.version.major", "Major Version", U8, DEC, AT(0, 8), .under = VERSION,
		   .help = "Its first part", .ref = "T.871, 10.1"},
	[MINOR] = {"image-jfif.version.minor", "Minor Version", U8, DEC, AT(8, 8), .under = VERSION,
		   .help = "Its second part", .ref = "T.871, 10.1"},
	[UNITS] = {"image-jfif.units", "Units", U8, DEC, .under = SEGMENT, WORDS(units),
		   .help = "Of the densities", .ref = "T.871, 10.1"},
	NUMBER(X_DENSITY, "Xdensity", "Xdensity", U16, DEC, "Pixels a unit", "T.871, 10.1"),
	NUMBER(Y_DENSITY, "Ydensity", "Ydensity", U16, DEC, "Pixels a unit", "T.871, 10.1"),
	NUMBER(X_THUMBNAIL, "Xthumbnail", "Xthumbnail", U16, DEC, "The thumbnail's pixels",
	       "T.871, 10.1"),
	NUMBER(Y_THUMBNAIL, "Ythumbnail", "Ythumbnail", U16, DEC, "The thumbnail's pixels",
	       "T.871, 10.1"),
	NUMBER(RGB, "RGB", "RGB values of thumbnail pixels", BYTES, PLAIN, "The thumbnail",
	       "T.871, 10.1"),
	NUMBER(EXTENSION, "extension.code", "Extension code", U8, HEX,
	       "How the thumbnail is stored", "T.871, 10.2"),
	NUMBER(REMAINING, "remain_seg_data", "Remaining segment data", BYTES, PLAIN,
	       "What isn't taken apart", "B.1.1.4"),
	[SOF] = {"image-jfif.sof", "Start of Frame header", NONE,
		 .help = "Size and components of the image", .ref = "B.2.2"},
	NUMBER(SOF_PRECISION, "sof.precision", "Sample Precision (bits)", U8, DEC,
	       "Bits of a sample", "B.2.2"),
	NUMBER(SOF_LINES, "sof.lines", "Lines", U16, DEC, "Lines of the image", "B.2.2"),
	NUMBER(SOF_SAMPLES, "sof.samples_per_line", "Samples per line", U16, DEC, "Its width",
	       "B.2.2"),
	NUMBER(SOF_COMPONENTS, "sof.nf", "Number of image components in frame", U8, DEC,
	       "Components that follow", "B.2.2"),
	NUMBER(SOF_ID, "sof.c_i", "Component identifier", U8, DEC, "Its name", "B.2.2"),
	[SOF_FACTORS] = {"text", "Factors", HEADING, .under = SOF},
	HALF(SOF_H, "sof.h_i", "Horizontal sampling factor", 0, SOF_FACTORS,
	     "How many of its samples stand beside one another", "B.2.2"),
	HALF(SOF_V, "sof.v_i", "Vertical sampling factor", 4, SOF_FACTORS,
	     "How many of them stand above one another", "B.2.2"),
	NUMBER(SOF_TABLE, "sof.tq_i", "Quantization table destination selector", U8, DEC,
	       "Its quantization table", "B.2.2"),
	[SOS] = {"image-jfif.header.sos", "Start of Segment header", NONE,
		 .help = "Parameters of a scan", .ref = "B.2.3"},
	NUMBER(SOS_COMPONENTS, "sos.ns", "Number of image components in scan", U8, DEC,
	       "Components that follow", "B.2.3"),
	NUMBER(SOS_SELECTOR, "sos.component_selector", "Scan component selector", U8, DEC,
	       "Which component", "B.2.3"),
	[SOS_TABLES] = {"text", "Tables", HEADING, .under = SOS},
	HALF(SOS_DC, "sos.dc_entropy_selector", "DC entropy coding table destination selector", 0,
	     SOS_TABLES, "Its table for DC", "B.2.3"),
	HALF(SOS_AC, "sos.ac_entropy_selector", "AC entropy coding table destination selector", 4,
	     SOS_TABLES, "Its table for AC", "B.2.3"),
	NUMBER(SOS_START, "sos.ss", "Start of spectral or predictor selection", U8, DEC,
	       "The first coefficient", "B.2.3"),
	NUMBER(SOS_END, "sos.se", "End of spectral selection", U8, DEC, "The last one", "B.2.3"),
	[SOS_BITS] = {"text", "Bits", HEADING, .under = SOS},
	HALF(SOS_HIGH, "sos.ah", "Successive approximation bit position high", 0, SOS_BITS,
	     "Bits of the scan before", "B.2.3"),
	HALF(SOS_LOW, "sos.al", "Successive approximation bit position low or point transform", 4,
	     SOS_BITS, "Bits of this one", "B.2.3"),
	[COMMENT_HEADER] = {"image-jfif.header.comment", "Comment header", NONE,
			    .help = "A comment", .ref = "B.2.4.5"},
	[COMMENT_TEXT] = {"image-jfif.comment", "Comment", STRING, .traits = ZSTRING,
			  .help = "Its text", .ref = "B.2.4.5"},
	[ENTROPY] = {"image-jfif.entropy_coded_segment",
		     "Entropy-coded segment (dissection is not yet implemented)", BYTES,
		     .help = "The image itself", .ref = "B.1.1.5"},
	[FILL] = {"image-jfif.fill_bytes", "Fill bytes", BYTES, .help = "0xff before a marker",
		  .ref = "B.1.1.2"},
};

/* Markers that something is done for (table B.1). */
enum {
	M_TEM = 0xff01,
	M_SOF_FIRST = 0xffc0,
	M_DHT = 0xffc4,
	M_JPG = 0xffc8,
	M_DAC = 0xffcc,
	M_SOF_LAST = 0xffcf,
	M_RST_FIRST = 0xffd0,
	M_SOI = 0xffd8,
	M_EOI = 0xffd9,
	M_SOS = 0xffda,
	M_APP0 = 0xffe0,
	M_APP1 = 0xffe1,
	M_APP2 = 0xffe2,
	M_COM = 0xfffe,
};

#define ROWS(...) put_rows(w, c, (const struct part[]){__VA_ARGS__, {0, 0}})

static bool is_frame(unsigned marker)
{
	return marker >= M_SOF_FIRST && marker <= M_SOF_LAST && marker != M_DHT &&
	       marker != M_JPG && marker != M_DAC;
}

static bool stands_alone(unsigned marker)
{
	return marker == M_TEM || (marker >= M_RST_FIRST && marker <= M_EOI);
}

static void put_halves(struct walk *w, struct cursor *c, unsigned high, unsigned low)
{
	put_slice(w, *c, high, 1);
	put_slice(w, *c, low, 1);
	cursor_take(c, 1);
}

static void put_frame(struct walk *w, struct cursor *c)
{
	unsigned n;

	ROWS({SOF_PRECISION, 1}, {SOF_LINES, 2}, {SOF_SAMPLES, 2});
	n = (unsigned)put(w, c, SOF_COMPONENTS, 1);
	for (unsigned i = 0; i < n && c->left.wire; i++) {
		put(w, c, SOF_ID, 1);
		put_halves(w, c, SOF_H, SOF_V);
		put(w, c, SOF_TABLE, 1);
	}
}

static void put_scan(struct walk *w, struct cursor *c)
{
	unsigned n = (unsigned)put(w, c, SOS_COMPONENTS, 1);

	for (unsigned i = 0; i < n && c->left.wire; i++) {
		put(w, c, SOS_SELECTOR, 1);
		put_halves(w, c, SOS_DC, SOS_AC);
	}
	ROWS({SOS_START, 1}, {SOS_END, 1});
	put_halves(w, c, SOS_HIGH, SOS_LOW);
}

static void put_remaining(struct walk *w, struct cursor *c)
{
	if (!c->left.wire)
		return;
	put(w, c, REMAINING, c->left.wire);
	label_value(w, "%u bytes", w->last == NO_NODE ? 0 : w->r.nodes[w->last].len);
}

/* T.871, 10.1 */
static void put_jfif(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned major = u8(&peek), minor = u8(&peek);
	uint32_t group = open_group(w, c, VERSION, 2);
	uint32_t pixels;

	label_tail(w, ": %u.%u", major, minor);
	shut_group(w, group, NULL);
	cursor_take(c, 2);
	ROWS({UNITS, 1}, {X_DENSITY, 2}, {Y_DENSITY, 2});
	pixels = (uint32_t)put(w, c, X_THUMBNAIL, 1);
	pixels *= (uint32_t)put(w, c, Y_THUMBNAIL, 1);
	if (pixels)
		put(w, c, RGB, 3 * pixels);
}

static struct span put_identifier(struct walk *w, struct cursor *c)
{
	uint32_t nul = span_find(c->left, 0);
	struct span text = span_first(c->left, nul == NOT_FOUND ? c->left.cap : nul);

	put_bytes(w, IDENTIFIER, c->at, text.cap + (nul != NOT_FOUND), text.p, text.cap);
	source_of_last(w, c->source);
	cursor_take(c, text.cap + (nul != NOT_FOUND));
	return text;
}

static void put_app0(struct walk *w, struct cursor *c)
{
	struct span name = put_identifier(w, c);

	if (span_says(name, "JFIF"))
		put_jfif(w, c);
	else if (span_says(name, "JFXX"))
		put(w, c, EXTENSION, 1);
	put_remaining(w, c);
}

static void put_app(struct walk *w, struct layer *l, struct cursor *c, unsigned marker, bool first)
{
	struct span name = put_identifier(w, c);
	bool exif = span_says(name, "Exif");

	if (!exif)
		label_tail(w, " (Unknown identifier)");
	if (first)
		expert(w, NOT_JFIF, NULL);
	if (!exif || marker != M_APP1 || !also_by(l, 0, 0)) {
		put_remaining(w, c);
		return;
	}
	cursor_pull(c, 1); /* the identifier's second NUL */
	*c = walk_part(w, also_by(l, 0, 0), *c);
}

static void put_content(struct walk *w, struct layer *l, struct cursor *c, unsigned marker,
			bool first)
{
	if (is_frame(marker))
		put_frame(w, c);
	else if (marker == M_SOS)
		put_scan(w, c);
	else if (marker == M_COM)
		put(w, c, COMMENT_TEXT, c->left.wire);
	else if (marker == M_APP0)
		put_app0(w, c);
	else if (marker == M_APP1 || marker == M_APP2)
		put_app(w, l, c, marker, first);
	else
		put_remaining(w, c);
}

/* B.1.1.5: up to the next octet 0xff that isn't stuffed. */
static uint32_t entropy_len(struct span s)
{
	for (uint32_t i = 0;; i++) {
		uint32_t at = span_find(span_skip(s, i), 0xff);
		int next;

		if (at == NOT_FOUND)
			return s.wire;
		i += at;
		next = span_octet(s, i + 1);
		if (next > 0 && next != 0xff)
			return i;
		if (next < 0)
			return s.wire;
	}
}

static void put_segment(struct walk *w, struct layer *l, struct cursor *c, unsigned marker,
			bool first)
{
	unsigned row = is_frame(marker)  ? SOF
		       : marker == M_SOS ? SOS
		       : marker == M_COM ? COMMENT_HEADER
					 : SEGMENT;
	uint32_t group = open_group(w, c, row, 0), len;
	struct cursor body;

	label_tail(w, ": %s (0x%04X)", row_word(w, MARKER, marker, "Unknown"), marker);
	put(w, c, MARKER, 2);
	len = (uint32_t)put(w, c, LENGTH, 2);
	len = len < 2 ? 0 : len - 2;
	body = cursor_first(*c, len);
	put_content(w, l, &body, marker, first);
	cursor_take(c, len);
	shut_group(w, group, c);
	if (marker == M_SOS && c->left.wire)
		put(w, c, ENTROPY, entropy_len(c->left));
}

static bool claims(const struct layer *l)
{
	return span_bits(l->bytes, 0, 16, false) == M_SOI;
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool first = true;

	put(w, c, FIRST_MARKER, 2);
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		unsigned marker = u16(&peek);

		if (marker == 0xffff) {
			put(w, c, FILL, 1);
		} else if (stands_alone(marker)) {
			put(w, c, FIRST_MARKER, 2);
		} else if (marker >> 8 == 0xff) {
			put_segment(w, l, c, marker, first);
			first = false;
		} else {
			put(w, c, ENTROPY, entropy_len(c->left));
		}
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, " (JPEG JFIF image)");
}

static const struct hang hangs[] = {{"media_type", MEDIA_JFIF}, {0}};

const struct proto proto_image_jfif = {
	.brief = "JFIF (JPEG) image",
	.no_column = true,
	.spec = "ITU-T T.81",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 2,
	.next = {.also = {"jfif.part"}},
	.hangs = hangs,
	.claims = claims,
	.note = note,
	.rest = rest,
	.info = info,
};
