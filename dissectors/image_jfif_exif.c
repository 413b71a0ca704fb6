/* SPDX-License-Identifier: BSD-2-Clause */
/* JPEG: what cameras write about a picture (Exif). */
/* CIPA DC-008-2019, 4.6; TIFF 6.0, section 2. */
#include "core/walk.h"

enum {
	EXIF,
	ENDIANNESS,
	START,
	DIRECTORY,
	COUNT_ROW,
	TAG,
	TAG_EXIF,
	TAG_GPS,
	TAG_INTEROP,
	TYPE,
	VALUES,
	OFFSET,
	NEXT,
	VALUE_BYTE,
	VALUE_ASCII,
	VALUE_SHORT,
	VALUE_LONG,
	VALUE_RATIONAL,
	NUMERATOR,
	DENOMINATOR,
	VALUE_RAW,
	VALUE_SLONG,
	VALUE_SRATIONAL,
	S_NUMERATOR,
	S_DENOMINATOR,
	START_NOTE,
	NEXT_NOTE,
	OFFSET_NOTE,
};

/* Types of values. */
enum { BYTE = 1, ASCII_TEXT, SHORT, LONG, RATIONAL, UNDEFINED = 7, SLONG = 9, SRATIONAL };

static const struct word tags[] = {
	{256, "ImageWidth"},
	{257, "ImageLength"},
	{258, "BitsPerSample"},
	{259, "Compression"},
	{262, "PhotometricInterpretation"},
	{270, "ImageDescription"},
	{271, "Make"},
	{272, "Model"},
	{273, "StripOffsets"},
	{274, "Orientation"},
	{277, "SamplesPerPixel"},
	{278, "RowsPerStrip"},
	{279, "StripByteCounts"},
	{282, "XResolution"},
	{283, "YResolution"},
	{284, "PlanarConfiguration"},
	{296, "ResolutionUnit"},
	{301, "TransferFunction"},
	{305, "Software"},
	{306, "DateTime"},
	{315, "Artist"},
	{318, "WhitePoint"},
	{319, "PrimaryChromaticities"},
	{513, "JPEGInterchangeFormat"},
	{514, "JPEGInterchangeFormatLength"},
	{529, "YCbCrCoefficients"},
	{530, "YCbCrSubSampling"},
	{531, "YCbCrPositioning"},
	{532, "ReferenceBlackWhite"},
	{33432, "Copyright"},
	{34665, "Exif IFD Pointer"},
	{34853, "GPS IFD Pointer"},
	{40965, "Interoperability IFD Pointer"},
};

static const struct word exif_tags[] = {
	{33434, "ExposureTime"},
	{33437, "FNumber"},
	{34850, "ExposureProgram"},
	{34852, "SpectralSensitivity"},
	{34855, "PhotographicSensitivity"},
	{34856, "OECF"},
	{34864, "SensitivityType"},
	{34865, "StandardOutputSensitivity"},
	{34866, "RecommendedExposureIndex"},
	{34867, "ISOSpeed"},
	{34868, "ISOSpeedLatitudeyyy"},
	{34869, "ISOSpeedLatitudezzz"},
	{36864, "ExifVersion"},
	{36867, "DateTimeOriginal"},
	{36868, "DateTimeDigitized"},
	{36880, "OffsetTime"},
	{36881, "OffsetTimeOriginal"},
	{36882, "OffsetTimeDigitized"},
	{37121, "ComponentsConfiguration"},
	{37122, "CompressedBitsPerPixel"},
	{37377, "ShutterSpeedValue"},
	{37378, "ApertureValue"},
	{37379, "BrightnessValue"},
	{37380, "ExposureBiasValue"},
	{37381, "MaxApertureValue"},
	{37382, "SubjectDistance"},
	{37383, "MeteringMode"},
	{37384, "LightSource"},
	{37385, "Flash"},
	{37386, "FocalLength"},
	{37396, "SubjectArea"},
	{37500, "MakerNote"},
	{37510, "UserComment"},
	{37520, "SubSecTime"},
	{37521, "SubSecTimeOriginal"},
	{37522, "SubSecTimeDigitized"},
	{37888, "Temperature"},
	{37889, "Humidity"},
	{37890, "Pressure"},
	{37891, "WaterDepth"},
	{37892, "Acceleration"},
	{37893, "CameraElevationAngle"},
	{40960, "FlashpixVersion"},
	{40961, "ColorSpace"},
	{40962, "PixelXDimension"},
	{40963, "PixelYDimension"},
	{40964, "RelatedSoundFile"},
	{41483, "FlashEnergy"},
	{41484, "SpatialFrequencyResponse"},
	{41486, "FocalPlaneXResolution"},
	{41487, "FocalPlaneYResolution"},
	{41488, "FocalPlaneResolutionUnit"},
	{41492, "SubjectLocation"},
	{41493, "ExposureIndex"},
	{41495, "SensingMethod"},
	{41728, "FileSource"},
	{41729, "SceneType"},
	{41730, "CFAPattern"},
	{41985, "CustomRendered"},
	{41986, "ExposureMode"},
	{41987, "WhiteBalance"},
	{41988, "DigitalZoomRatio"},
	{41989, "FocalLengthIn35mmFilm"},
	{41990, "SceneCaptureType"},
	{41991, "GainControl"},
	{41992, "Contrast"},
	{41993, "Saturation"},
	{41994, "Sharpness"},
	{41995, "DeviceSettingDescription"},
	{41996, "SubjectDistanceRange"},
	{42016, "ImageUniqueID"},
	{42032, "CameraOwnerName"},
	{42033, "BodySerialNumber"},
	{42034, "LensSpecification"},
	{42035, "LensMake"},
	{42036, "LensModel"},
	{42037, "LensSerialNumber"},
	{42080, "CompositeImage"},
	{42081, "SourceImageNumberOfCompositeImage"},
	{42082, "SourceExposureTimesOfCompositeImage"},
	{42240, "Gamma"},
};

static const struct word gps_tags[] = {
	{0, "GPSVersionID"},        {1, "GPSLatitudeRef"},
	{2, "GPSLatitude"},         {3, "GPSLongitudeRef"},
	{4, "GPSLongitude"},        {5, "GPSAltitudeRef"},
	{6, "GPSAltitude"},         {7, "GPSTimeStamp"},
	{8, "GPSSatellites"},       {9, "GPSStatus"},
	{10, "GPSMeasureMode"},     {11, "GPSDOP"},
	{12, "GPSSpeedRef"},        {13, "GPSSpeed"},
	{14, "GPSTrackRef"},        {15, "GPSTrack"},
	{16, "GPSImgDirectionRef"}, {17, "GPSImgDirection"},
	{18, "GPSMapDatum"},        {19, "GPSDestLatitudeRef"},
	{20, "GPSDestLatitude"},    {21, "GPSDestLongitudeRef"},
	{22, "GPSDestLongitude"},   {23, "GPSDestBearingRef"},
	{24, "GPSDestBearing"},     {25, "GPSDestDistanceRef"},
	{26, "GPSDestDistance"},    {27, "GPSProcessingMethod"},
	{28, "GPSAreaInformation"}, {29, "GPSDateStamp"},
	{30, "GPSDifferential"},    {31, "GPSHPositioningError"},
};

static const struct word interop_tags[] = {
	{1, "InteroperabilityIndex"},
};

static const struct word types[] = {
	{1, "BYTE"},     {2, "ASCII"},     {3, "SHORT"}, {4, "LONG"},
	{5, "RATIONAL"}, {7, "UNDEFINED"}, {9, "SLONG"}, {10, "SRATIONAL"},
};

#define ROW(row, filter, label, says, section, ...) \
	[row] = {"image-jfif." filter, label, __VA_ARGS__, .help = says, .ref = section}

/* The two letters that say which octet comes first. */
static void form_order(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, n->u == 0x4949 ? "little endian" : n->u == 0x4d4d ? "big endian" : "unknown");
}

static const struct field fields[] = {
	[EXIF] = {"image-jfif.exif", "Exif", PROTO},
	ROW(ENDIANNESS, "endianness", "Endianness", "Which octet of a number comes first", "4.5.2",
	    U16, HEX, .form = form_order),
	ROW(START, "start_ifd_offset", "Start offset of IFD starting from the TIFF header start",
	    "Where the first list is", "4.5.2", U32, DEC, .unit = " bytes"),
	[DIRECTORY] = {"text", "Image File Directory", HEADING},
	ROW(COUNT_ROW, "ifd.num_fields", "Number of fields in this IFD", "How many fields follow",
	    "4.6.2", U16, DEC),
	ROW(TAG, "ifd.tag", "Tag", "What the field tells", "4.6.4", U16, DEC, WORDS(tags)),
	ROW(TAG_EXIF, "ifd.tag_exif", "Tag", "What the field tells", "4.6.5", U16, DEC,
	    WORDS(exif_tags)),
	ROW(TAG_GPS, "ifd.tag_gps", "Tag", "What the field tells of the place", "4.6.6", U16, DEC,
	    WORDS(gps_tags)),
	ROW(TAG_INTEROP, "ifd.tag_interop", "Tag", "What the field tells", "4.6.7", U16, DEC,
	    WORDS(interop_tags)),
	ROW(TYPE, "ifd.type", "Type", "What its values are", "4.6.2", U16, DEC, WORDS(types)),
	ROW(VALUES, "ifd.count", "Count", "How many values", "4.6.2", U32, DEC),
	ROW(OFFSET, "ifd.offset", "Value offset from start of TIFF header", "Where they are",
	    "4.6.2", U32, DEC),
	ROW(NEXT, "next_ifd_offset", "Offset to next IFD from start of TIFF header",
	    "Where the next list is; 0: nowhere", "4.6.2", U32, DEC, .unit = " bytes"),
	ROW(VALUE_BYTE, "ifd.value_byte", "Value", "A number", "4.6.2", U8, DEC),
	ROW(VALUE_ASCII, "ifd.value_ascii", "Value", "A text", "4.6.2", STRING, .traits = ZSTRING),
	ROW(VALUE_SHORT, "ifd.value_short", "Value", "A number", "4.6.2", U16, DEC),
	ROW(VALUE_LONG, "ifd.value_long", "Value", "A number", "4.6.2", U32, DEC),
	ROW(VALUE_RATIONAL, "ifd.value_rational", "Value", "A fraction", "4.6.2", NONE),
	ROW(NUMERATOR, "ifd.value_rational.numerator", "Numerator", "Its upper number", "4.6.2",
	    U32, DEC),
	ROW(DENOMINATOR, "ifd.value_rational.denominator", "Denominator", "Its lower number",
	    "4.6.2", U32, DEC),
	ROW(VALUE_RAW, "ifd.value_undefined", "Value (raw)", "Octets", "4.6.2", BYTES),
	ROW(VALUE_SLONG, "ifd.value_slong", "Value", "A number", "4.6.2", I32, DEC),
	ROW(VALUE_SRATIONAL, "ifd.value_srational", "Value", "A fraction", "4.6.2", NONE),
	ROW(S_NUMERATOR, "ifd.value_srational.numerator", "Numerator", "Its upper number", "4.6.2",
	    I32, DEC),
	ROW(S_DENOMINATOR, "ifd.value_srational.denominator", "Denominator", "Its lower number",
	    "4.6.2", I32, DEC),
	[START_NOTE] =
		EXPERT("image-jfif.start_ifd_offset.invalid", "Invalid value", WARNING, G_PROTOCOL),
	[OFFSET_NOTE] =
		EXPERT("image-jfif.ifd_value_offset.invalid", "Invalid value", WARNING, G_PROTOCOL),
	[NEXT_NOTE] =
		EXPERT("image-jfif.next_ifd_offset.invalid", "Invalid value", WARNING, G_PROTOCOL),
};

/* What is read behind its list: values that stand elsewhere, and lists below it. */
struct later {
	uint32_t at;    /* from the first octet of the header */
	uint32_t count; /* of values */
	uint16_t type;  /* of values; 0: a list */
	uint16_t row;   /* of the list's tags */
};

#define MAX_LATER 256
#define MAX_LISTS 16

struct reader {
	struct walk *w;
	struct cursor header; /* from its first octet on */
	bool le;
	struct later queue[MAX_LATER];
	unsigned n, lists;
};

static uint64_t number(const struct reader *r, struct cursor c, unsigned octets)
{
	return r->le ? cursor_le(&c, octets) : cursor_be(&c, octets);
}

/* Puts a number in the order that the header tells. */
static uint32_t put_number(struct reader *r, struct cursor *c, unsigned row, unsigned octets)
{
	uint64_t v = number(r, *c, octets);
	uint32_t at = c->at;

	if (cursor_pull(c, octets))
		put_value(r->w, row, at, octets,
			  kind_is_signed(fields[row].kind) ? (uint64_t)(int32_t)v : v);
	return (uint32_t)v;
}

static void put_later(struct reader *r, struct later l)
{
	if (r->n < MAX_LATER)
		r->queue[r->n++] = l;
}

/* --- values --- */

static void put_rational(struct reader *r, struct cursor *c, bool negative)
{
	uint32_t group = open_group(r->w, c, negative ? VALUE_SRATIONAL : VALUE_RATIONAL, 8);
	struct cursor peek = *c;
	uint32_t upper = (uint32_t)number(r, peek, 4), lower;

	cursor_pull(&peek, 4);
	lower = (uint32_t)number(r, peek, 4);
	if (negative)
		label_tail(r->w, ": %d/%d", (int)upper, (int)lower);
	else
		label_tail(r->w, ": %u/%u", upper, lower);
	put_number(r, c, negative ? S_NUMERATOR : NUMERATOR, 4);
	put_number(r, c, negative ? S_DENOMINATOR : DENOMINATOR, 4);
	shut_group(r->w, group, NULL);
}

static unsigned octets_of(unsigned type)
{
	static const uint8_t octets[] = {
		[BYTE] = 1,     [ASCII_TEXT] = 1, [SHORT] = 2, [LONG] = 4,
		[RATIONAL] = 8, [UNDEFINED] = 1,  [SLONG] = 4, [SRATIONAL] = 8};

	return type < COUNT(octets) ? octets[type] : 0;
}

static void put_one(struct reader *r, struct cursor *c, unsigned type)
{
	static const uint16_t rows[] = {[BYTE] = VALUE_BYTE,
					[SHORT] = VALUE_SHORT,
					[LONG] = VALUE_LONG,
					[SLONG] = VALUE_SLONG};

	if (type == RATIONAL || type == SRATIONAL)
		put_rational(r, c, type == SRATIONAL);
	else
		put_number(r, c, rows[type], octets_of(type));
}

static void put_values(struct reader *r, struct cursor c, unsigned type, uint32_t count)
{
	if (type == ASCII_TEXT || type == UNDEFINED) {
		put(r->w, &c, type == UNDEFINED ? VALUE_RAW : VALUE_ASCII, count);
		return;
	}
	while (count-- && c.left.cap >= octets_of(type))
		put_one(r, &c, type);
}

/* --- lists --- */

/* Tags whose value is where another list is. */
static const struct {
	uint16_t tag, row;
} pointers[] = {{34665, TAG_EXIF}, {34853, TAG_GPS}, {40965, TAG_INTEROP}};

static void note_pointer(struct reader *r, unsigned row, unsigned tag, uint32_t at)
{
	for (unsigned i = 0; i < COUNT(pointers); i++)
		if (row == TAG && pointers[i].tag == tag)
			put_later(r, (struct later){at, 0, 0, pointers[i].row});
}

/* Values that stand elsewhere. */
static void put_offset(struct reader *r, struct cursor *c, unsigned type, uint32_t count)
{
	uint32_t at = put_number(r, c, OFFSET, 4), end = r->header.left.wire;

	if (at >= end)
		expert(r->w, OFFSET_NOTE, "bogus, should be < %u", end);
	else if (octets_of(type))
		put_later(r, (struct later){at, count, (uint16_t)type, 0});
}

static void put_field(struct reader *r, struct cursor *c, unsigned row)
{
	unsigned tag = put_number(r, c, row, 2), type = put_number(r, c, TYPE, 2);
	uint32_t count = put_number(r, c, VALUES, 4), octets = octets_of(type);

	if (!octets || (uint64_t)count * octets > 4) {
		put_offset(r, c, type, count);
		return;
	}
	put_values(r, cursor_first(*c, 4), type, count);
	if (type == LONG)
		note_pointer(r, row, tag, (uint32_t)number(r, *c, 4));
	cursor_pull(c, 4);
}

static const char *title_of(unsigned row)
{
	return row == TAG_EXIF      ? "Exif IFD"
	       : row == TAG_GPS     ? "GPS IFD"
	       : row == TAG_INTEROP ? "Interoperability IFD"
				    : "Image File Directory";
}

/* A list; gives where the next one is, 0: there is none. */
static uint32_t put_list(struct reader *r, struct cursor *c, unsigned row, unsigned which)
{
	uint32_t group = open_group(r->w, c, DIRECTORY, 0), next, n, end;

	label_whole(r->w, "%s #%u", title_of(row), which);
	n = put_number(r, c, COUNT_ROW, 2);
	while (n-- && c->left.cap && !c->bad)
		put_field(r, c, row);
	next = c->bad ? 0 : put_number(r, c, NEXT, 4);
	end = r->header.left.wire - c->left.wire;
	if (next && next < end && !c->bad) {
		expert(r->w, NEXT_NOTE, " (bogus, should be >= %u)", end);
		next = 0;
	}
	shut_group(r->w, group, c);
	return c->bad ? 0 : next;
}

static void put_lists(struct reader *r, struct cursor *c, uint32_t at, unsigned row);

/* What the list that was read last points at; only the main one points at lists. */
static void put_queue(struct reader *r, struct cursor *c, unsigned first)
{
	for (unsigned i = first; i < r->n && !c->bad; i++) {
		const struct later l = r->queue[i];
		struct cursor there = r->header;

		cursor_take(&there, l.at);
		if (l.type)
			put_values(r, there, l.type, l.count);
		else
			put_lists(r, c, l.at, l.row);
	}
}

/* A list and those that follow it. */
static void put_lists(struct reader *r, struct cursor *c, uint32_t at, unsigned row)
{
	unsigned first = r->n;

	for (unsigned i = 0; at && r->lists < MAX_LISTS && !c->bad; i++) {
		struct cursor there = r->header;

		r->lists++;
		cursor_take(&there, at);
		at = there.bad ? 0 : put_list(r, &there, row, i);
		if (there.bad) {
			c->bad = there.bad;
			return;
		}
		put_queue(r, c, first);
		r->n = first;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct reader *r = take(w, sizeof *r);
	struct cursor first = *c;
	uint32_t start;

	(void)l;
	*r = (struct reader){.w = w, .header = *c, .le = u16(&first) == 0x4949};
	put(w, c, ENDIANNESS, 2);
	cursor_pull(c, 2);
	start = put_number(r, c, START, 4);
	if (c->bad)
		return;
	if (start < 8) {
		expert(w, START_NOTE, NULL);
		return;
	}
	put_lists(r, c, start, TAG);
}

static const struct hang hangs[] = {{"jfif.part", 0}, {0}};

const struct proto proto_image_jfif_exif = {
	.brief = "Exif",
	.no_column = true,
	.bare = true,
	.prefix = "image-jfif",
	.spec = "CIPA DC-008-2019",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
