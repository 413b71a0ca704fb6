/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Message Format: the headers of a mail, and its body. */
/* RFC 5322; RFC 2045; RFC 2156. */
#include "shared/http.h"
#include "shared/media.h"

enum {
	IMF,
	DATE,
	MAIL_FROM,
	SENDER,
	REPLY_TO,
	MAIL_TO,
	CC,
	BCC,
	MESSAGE_ID,
	IN_REPLY_TO,
	REFERENCES,
	SUBJECT,
	COMMENTS,
	USER_AGENT,
	KEYWORDS,
	RESENT_DATE,
	RESENT_FROM,
	RESENT_SENDER,
	RESENT_TO,
	RESENT_CC,
	RESENT_BCC,
	RESENT_MESSAGE_ID,
	RETURN_PATH,
	RECEIVED,
	CONTENT_TYPE,
	CONTENT_DESCRIPTION,
	CONTENT_ID,
	CONTENT_TRANSFER_ENCODING,
	MIME_VERSION,
	AUTOFORWARDED,
	AUTOSUBMITTED,
	X400_CONTENT_IDENTIFIER,
	CONTENT_LANGUAGE,
	CONVERSION,
	CONVERSION_WITH_LOSS,
	DELIVERY_DATE,
	DISCARDED_X400_IPMS_EXTENSIONS,
	DISCARDED_X400_MTS_EXTENSIONS,
	DL_EXPANSION_HISTORY,
	DEFERRED_DELIVERY,
	EXPIRES,
	IMPORTANCE,
	INCOMPLETE_COPY,
	LATEST_DELIVERY_TIME,
	MESSAGE_TYPE,
	ORIGINAL_ENCODED_INFORMATION_TYPES,
	ORIGINATOR_RETURN_ADDRESS,
	PRIORITY,
	REPLY_BY,
	SENSITIVITY,
	SUPERSEDES,
	X400_CONTENT_TYPE,
	X400_MTS_IDENTIFIER,
	X400_ORIGINATOR,
	X400_RECEIVED,
	X400_RECIPIENTS,
	DELIVERED_TO,
	EXT_MAILER,
	EXT_MIMEOLE,
	EXT_EXPIRY_DATE,
	EXT_TNEF_CORRELATOR,
	EXT_UIDL,
	EXT_AUTHENTICATION_WARNING,
	EXT_VIRUS_SCANNED,
	EXT_ORIGINAL_TO,
	THREAD_INDEX,
	LINES,
	PRECEDENCE,
	TYPE_ONLY,
	PARAMETERS,
	EXTENSION,
	EXTENSION_TYPE,
	EXTENSION_VALUE,
	DISPLAY_NAME,
	ADDRESS,
	ADDRESS_ITEM,
	MAILBOX_ITEM,
	MESSAGE_TEXT,
	LINE,
};

struct state {
	struct media_state media;
	uint64_t words; /* of the summary line: a C string's address */
};

#define ROW(row, filter, label, says, section) \
	[row] = {"imf." filter, label, STRING, .help = says, .ref = section}

static const struct field fields[] = {
	[IMF] = {"imf", "Internet Message Format", PROTO},
	ROW(DATE, "date", "Date", "When it was written", "3.6.1"),
	ROW(MAIL_FROM, "from", "From", "Who wrote it", "3.6.2"),
	ROW(SENDER, "sender", "Sender", "Who sent it", "3.6.2"),
	ROW(REPLY_TO, "reply_to", "Reply-To", "Where answers go", "3.6.2"),
	ROW(MAIL_TO, "to", "To", "Whom it is for", "3.6.3"),
	ROW(CC, "cc", "Cc", "Who has a copy", "3.6.3"),
	ROW(BCC, "bcc", "Bcc", "Who has a copy unseen", "3.6.3"),
	ROW(MESSAGE_ID, "message_id", "Message-ID", "Its name", "3.6.4"),
	ROW(IN_REPLY_TO, "in_reply_to", "In-Reply-To", "What it answers", "3.6.4"),
	ROW(REFERENCES, "references", "References", "What it belongs to", "3.6.4"),
	ROW(SUBJECT, "subject", "Subject", "What it is about", "3.6.5"),
	ROW(COMMENTS, "comments", "Comments", "Words about it", "3.6.5"),
	ROW(USER_AGENT, "user_agent", "User-Agent", "The program that wrote it", NULL),
	ROW(KEYWORDS, "keywords", "Keywords", "Words to find it by", "3.6.5"),
	ROW(RESENT_DATE, "resent.date", "Resent-Date", "The same of one who sent it on", "3.6.6"),
	ROW(RESENT_FROM, "resent.from", "Resent-From", "The same of one who sent it on", "3.6.6"),
	ROW(RESENT_SENDER, "resent.sender", "Resent-Sender", "The same of one who sent it on",
	    "3.6.6"),
	ROW(RESENT_TO, "resent.to", "Resent-To", "The same of one who sent it on", "3.6.6"),
	ROW(RESENT_CC, "resent.cc", "Resent-Cc", "The same of one who sent it on", "3.6.6"),
	ROW(RESENT_BCC, "resent.bcc", "Resent-Bcc", "The same of one who sent it on", "3.6.6"),
	ROW(RESENT_MESSAGE_ID, "resent.message_id", "Resent-Message-ID",
	    "The same of one who sent it on", "3.6.6"),
	ROW(RETURN_PATH, "return_path", "Return-Path", "Where errors go", "3.6.7"),
	ROW(RECEIVED, "received", "Received", "A server that it passed", "3.6.7"),
	ROW(CONTENT_TYPE, "content.type", "Content-Type", "What kind of body", "RFC 2045, 5"),
	ROW(CONTENT_DESCRIPTION, "content.description", "Content-Description", "What the body is",
	    "RFC 2045, 8"),
	ROW(CONTENT_ID, "content.id", "Content-ID", "The body's name", "RFC 2045, 7"),
	ROW(CONTENT_TRANSFER_ENCODING, "content.transfer_encoding", "Content-Transfer-Encoding",
	    "How the body is written", "RFC 2045, 6"),
	ROW(MIME_VERSION, "mime_version", "MIME-Version", "Always 1.0", "RFC 2045, 4"),
	ROW(AUTOFORWARDED, "autoforwarded", "Autoforwarded", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(AUTOSUBMITTED, "autosubmitted", "Autosubmitted", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(X400_CONTENT_IDENTIFIER, "x400_content_identifier", "X400-Content-Identifier",
	    "A header of X.400 mail", "RFC 2156, 2"),
	ROW(CONTENT_LANGUAGE, "content_language", "Content-Language", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(CONVERSION, "conversion", "Conversion", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(CONVERSION_WITH_LOSS, "conversion_with_loss", "Conversion-With-Loss",
	    "A header of X.400 mail", "RFC 2156, 2"),
	ROW(DELIVERY_DATE, "delivery_date", "Delivery-Date", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(DISCARDED_X400_IPMS_EXTENSIONS, "discarded_x400_ipms_extensions",
	    "Discarded-X400-IPMS-Extensions", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(DISCARDED_X400_MTS_EXTENSIONS, "discarded_x400_mts_extensions",
	    "Discarded-X400-MTS-Extensions", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(DL_EXPANSION_HISTORY, "dl_expansion_history", "DL-Expansion-History",
	    "A header of X.400 mail", "RFC 2156, 2"),
	ROW(DEFERRED_DELIVERY, "deferred_delivery", "Deferred-Delivery", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(EXPIRES, "expires", "Expires", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(IMPORTANCE, "importance", "Importance", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(INCOMPLETE_COPY, "incomplete_copy", "Incomplete-Copy", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(LATEST_DELIVERY_TIME, "latest_delivery_time", "Latest-Delivery-Time",
	    "A header of X.400 mail", "RFC 2156, 2"),
	ROW(MESSAGE_TYPE, "message_type", "Message-Type", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(ORIGINAL_ENCODED_INFORMATION_TYPES, "original_encoded_information_types",
	    "Original-Encoded-Information-Types", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(ORIGINATOR_RETURN_ADDRESS, "originator_return_address", "Originator-Return-Address",
	    "A header of X.400 mail", "RFC 2156, 2"),
	ROW(PRIORITY, "priority", "Priority", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(REPLY_BY, "reply_by", "Reply-By", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(SENSITIVITY, "sensitivity", "Sensitivity", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(SUPERSEDES, "supersedes", "Supersedes", "A header of X.400 mail", "RFC 2156, 2"),
	ROW(X400_CONTENT_TYPE, "x400_content_type", "X400-Content-Type", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(X400_MTS_IDENTIFIER, "x400_mts_identifier", "X400-MTS-Identifier",
	    "A header of X.400 mail", "RFC 2156, 2"),
	ROW(X400_ORIGINATOR, "x400_originator", "X400-Originator", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(X400_RECEIVED, "x400_received", "X400-Received", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(X400_RECIPIENTS, "x400_recipients", "X400-Recipients", "A header of X.400 mail",
	    "RFC 2156, 2"),
	ROW(DELIVERED_TO, "delivered_to", "Delivered-To", "Whose mailbox it came to", NULL),
	ROW(EXT_MAILER, "ext.mailer", "X-Mailer", "Not standardized", NULL),
	ROW(EXT_MIMEOLE, "ext.mimeole", "X-MimeOLE", "Not standardized", NULL),
	ROW(EXT_EXPIRY_DATE, "ext.expiry-date", "Expiry-Date", "Not standardized", NULL),
	ROW(EXT_TNEF_CORRELATOR, "ext.tnef-correlator", "X-MS-TNEF-Correlator", "Not standardized",
	    NULL),
	ROW(EXT_UIDL, "ext.uidl", "X-UIDL", "Not standardized", NULL),
	ROW(EXT_AUTHENTICATION_WARNING, "ext.authentication_warning", "X-Authentication-Warning",
	    "Not standardized", NULL),
	ROW(EXT_VIRUS_SCANNED, "ext.virus_scanned", "X-Virus-Scanned", "Not standardized", NULL),
	ROW(EXT_ORIGINAL_TO, "ext.original-to", "X-Original-To", "Not standardized", NULL),
	ROW(THREAD_INDEX, "thread-index", "Thread-Index", "Not standardized", NULL),
	ROW(LINES, "lines", "Lines", "Not standardized", NULL),
	ROW(PRECEDENCE, "precedence", "Precedence", "Not standardized", NULL),
	ROW(TYPE_ONLY, "content.type.type", "Type", "The type alone", "RFC 2045, 5"),
	ROW(PARAMETERS, "content.type.parameters", "Parameters", "What goes with it",
	    "RFC 2045, 5"),
	ROW(EXTENSION, "extension", "Unknown-Extension", "A header nobody knows", "3.6.8"),
	ROW(EXTENSION_TYPE, "extension.type", "Type", "Its name", "3.6.8"),
	ROW(EXTENSION_VALUE, "extension.value", "Value", "What it says", "3.6.8"),
	ROW(DISPLAY_NAME, "display_name", "Display-Name", "A name for people", "3.4"),
	ROW(ADDRESS, "address", "Address", "A mailbox", "3.4"),
	ROW(ADDRESS_ITEM, "address_list.item", "Item", "A mailbox, or a group of them", "3.4"),
	ROW(MAILBOX_ITEM, "mailbox_list.item", "Item", "A mailbox", "3.4"),
	[MESSAGE_TEXT] = {"imf.message_text", "Message-Text", NONE, .help = "A body of no type",
			  .ref = "3.5"},
	[LINE] = {"text", "Line", HEADING},
};

/* How a header's value is taken apart. */
enum shape { TEXT, MAILBOX, MAILBOXES, ADDRESSES, TYPE, SUBJECT_LINE };

static const struct {
	const char *name; /* of the header */
	uint16_t row;
	uint8_t shape;
} headers[] = {
	{"Autoforwarded", AUTOFORWARDED, TEXT},
	{"Autosubmitted", AUTOSUBMITTED, TEXT},
	{"Bcc", BCC, ADDRESSES},
	{"Cc", CC, ADDRESSES},
	{"Comments", COMMENTS, TEXT},
	{"Content-Description", CONTENT_DESCRIPTION, TEXT},
	{"Content-ID", CONTENT_ID, TEXT},
	{"Content-Language", CONTENT_LANGUAGE, TEXT},
	{"Content-Transfer-Encoding", CONTENT_TRANSFER_ENCODING, TEXT},
	{"Content-Type", CONTENT_TYPE, TYPE},
	{"Conversion", CONVERSION, TEXT},
	{"Conversion-With-Loss", CONVERSION_WITH_LOSS, TEXT},
	{"Date", DATE, TEXT},
	{"Deferred-Delivery", DEFERRED_DELIVERY, TEXT},
	{"Delivered-To", DELIVERED_TO, MAILBOX},
	{"Delivery-Date", DELIVERY_DATE, TEXT},
	{"Discarded-X400-IPMS-Extensions", DISCARDED_X400_IPMS_EXTENSIONS, TEXT},
	{"Discarded-X400-MTS-Extensions", DISCARDED_X400_MTS_EXTENSIONS, TEXT},
	{"DL-Expansion-History", DL_EXPANSION_HISTORY, TEXT},
	{"Expires", EXPIRES, TEXT},
	{"Expiry-Date", EXT_EXPIRY_DATE, TEXT},
	{"From", MAIL_FROM, MAILBOXES},
	{"Importance", IMPORTANCE, TEXT},
	{"In-Reply-To", IN_REPLY_TO, TEXT},
	{"Incomplete-Copy", INCOMPLETE_COPY, TEXT},
	{"Keywords", KEYWORDS, TEXT},
	{"Latest-Delivery-Time", LATEST_DELIVERY_TIME, TEXT},
	{"Lines", LINES, TEXT},
	{"Message-ID", MESSAGE_ID, TEXT},
	{"Message-Type", MESSAGE_TYPE, TEXT},
	{"MIME-Version", MIME_VERSION, TEXT},
	{"Original-Encoded-Information-Types", ORIGINAL_ENCODED_INFORMATION_TYPES, TEXT},
	{"Originator-Return-Address", ORIGINATOR_RETURN_ADDRESS, TEXT},
	{"Precedence", PRECEDENCE, TEXT},
	{"Priority", PRIORITY, TEXT},
	{"Received", RECEIVED, TEXT},
	{"References", REFERENCES, TEXT},
	{"Reply-By", REPLY_BY, TEXT},
	{"Reply-To", REPLY_TO, ADDRESSES},
	{"Resent-Bcc", RESENT_BCC, ADDRESSES},
	{"Resent-Cc", RESENT_CC, ADDRESSES},
	{"Resent-Date", RESENT_DATE, TEXT},
	{"Resent-From", RESENT_FROM, MAILBOXES},
	{"Resent-Message-ID", RESENT_MESSAGE_ID, TEXT},
	{"Resent-Sender", RESENT_SENDER, MAILBOX},
	{"Resent-To", RESENT_TO, ADDRESSES},
	{"Return-Path", RETURN_PATH, TEXT},
	{"Sender", SENDER, MAILBOX},
	{"Sensitivity", SENSITIVITY, TEXT},
	{"Subject", SUBJECT, SUBJECT_LINE},
	{"Supersedes", SUPERSEDES, TEXT},
	{"Thread-Index", THREAD_INDEX, TEXT},
	{"To", MAIL_TO, ADDRESSES},
	{"User-Agent", USER_AGENT, TEXT},
	{"X-Authentication-Warning", EXT_AUTHENTICATION_WARNING, TEXT},
	{"X-Mailer", EXT_MAILER, TEXT},
	{"X-MimeOLE", EXT_MIMEOLE, TEXT},
	{"X-MS-TNEF-Correlator", EXT_TNEF_CORRELATOR, TEXT},
	{"X-Original-To", EXT_ORIGINAL_TO, MAILBOXES},
	{"X-UIDL", EXT_UIDL, TEXT},
	{"X-Virus-Scanned", EXT_VIRUS_SCANNED, TEXT},
	{"X400-Content-Identifier", X400_CONTENT_IDENTIFIER, TEXT},
	{"X400-Content-Type", X400_CONTENT_TYPE, TEXT},
	{"X400-MTS-Identifier", X400_MTS_IDENTIFIER, TEXT},
	{"X400-Originator", X400_ORIGINATOR, TEXT},
	{"X400-Received", X400_RECEIVED, TEXT},
	{"X400-Recipients", X400_RECIPIENTS, TEXT},
};

/* A header: its name, what follows the colon, without its end and with it; all of it. */
struct header {
	struct span name, value, rest, whole;
};

/* Octets up to behind the line's end that no blank follows. */
static uint32_t header_len(struct span s)
{
	struct span left = s;

	while (left.cap) {
		struct line line = span_line(left);

		left = span_skip(left, line.len);
		if (span_octet(left, 0) != ' ' && span_octet(left, 0) != '\t')
			break;
	}
	return s.cap - left.cap;
}

/* The next header; its name reaches to the next colon, whatever stands before it. */
static bool next_header(struct span *left, struct header *h)
{
	uint32_t colon = span_find(*left, ':'), len;
	struct line line = span_line(*left);

	if (!line.text.cap || colon == NOT_FOUND)
		return false;
	h->name = span_first(*left, colon);
	h->rest = span_skip(*left, colon + 1);
	len = colon + 1 + header_len(h->rest);
	h->whole = span_first(*left, len);
	h->rest = span_skip(h->whole, colon + 1);
	while (span_octet(h->rest, 0) == ' ' || span_octet(h->rest, 0) == '\t')
		h->rest = span_skip(h->rest, 1);
	h->value = span_first(h->rest, h->rest.cap > 2 ? h->rest.cap - 2 : 0);
	*left = span_skip(*left, len);
	return true;
}

/* --- addresses --- */

static bool is_blank(int ch)
{
	return ch == ' ' || ch == '\t' || ch == '\r' || ch == '\n';
}

static struct span trim_left(struct span s)
{
	while (is_blank(span_octet(s, 0)))
		s = span_skip(s, 1);
	return s;
}

static void put_part(struct walk *w, struct cursor all, unsigned row, struct span part)
{
	struct cursor c = cursor_on(all, part);

	put(w, &c, row, part.wire);
}

/* RFC 5322, 3.4: name <address>, or an address alone. */
static void put_mailbox(struct walk *w, struct cursor all, struct span s)
{
	uint32_t start = span_find(s, '<');
	struct span name = trim_left(span_first(s, start));
	struct span address;

	if (start == NOT_FOUND) {
		put_part(w, all, ADDRESS, s);
		return;
	}
	if (name.cap && is_blank(span_octet(name, name.cap - 1)))
		name = span_first(name, name.cap - 1);
	if (name.cap)
		put_part(w, all, DISPLAY_NAME, name);
	address = span_skip(s, start + 1);
	put_part(w, all, ADDRESS, span_first(address, span_find(address, '>')));
}

static void put_item(struct walk *w, struct cursor all, struct span item, unsigned row);

/* Items between commas, even those in quotes; gives how many there are. */
static unsigned put_items(struct walk *w, struct cursor all, struct span s, unsigned row)
{
	unsigned n = 0;
	uint32_t comma;

	do {
		comma = span_find(s, ',');
		put_item(w, all, span_first(s, comma), row);
		n++;
		s = span_skip(s, comma == NOT_FOUND ? s.wire : comma + 1);
	} while (comma != NOT_FOUND);
	return n;
}

/* A group: its name is shown without its last letter, as Wireshark has it. */
static void put_group(struct walk *w, struct cursor all, struct span item, uint32_t colon)
{
	struct span name = trim_left(item), members = trim_left(span_skip(item, colon + 1));
	uint32_t len = colon - (item.cap - name.cap), name_node;
	unsigned n;

	put_part(w, all, DISPLAY_NAME, span_first(name, len ? len - 1 : 0));
	if (!members.cap || span_octet(members, 0) == ';')
		return;
	name_node = w->last;
	w->depth++;
	n = put_items(w, all, members, MAILBOX_ITEM);
	w->depth--;
	label_tail_of(w, name_node, ", %u item%s", n, plural(n));
}

static void put_item(struct walk *w, struct cursor all, struct span item, unsigned row)
{
	uint32_t colon = span_find(item, ':');

	put_part(w, all, row, item);
	w->depth++;
	if (row == ADDRESS_ITEM && colon != NOT_FOUND)
		put_group(w, all, item, colon);
	else
		put_mailbox(w, all, item);
	w->depth--;
}

static void put_list(struct walk *w, struct cursor all, const struct header *h, unsigned row)
{
	uint32_t node = w->last;
	unsigned n;

	w->depth++;
	n = put_items(w, all, h->rest, row);
	w->depth--;
	label_tail_of(w, node, ", %u item%s", n, plural(n));
}

/* --- headers --- */

static void say(struct walk *w, struct state *s, const char *before, struct span text,
		const char *behind)
{
	const char *old = s->words == ABSENT ? "" : (const char *)(uintptr_t)s->words;

	if (!w->summary)
		return;
	if (*old || *before != ',')
		old = arena_join(&w->arena, old, before);
	old = arena_join(&w->arena, old, words_of(w, text));
	s->words = (uint64_t)(uintptr_t)arena_join(&w->arena, old, behind);
}

static void put_type(struct walk *w, struct cursor all, const struct header *h)
{
	uint32_t end = span_find(h->value, ';');

	w->depth++;
	put_part(w, all, TYPE_ONLY, span_first(h->value, end));
	if (end != NOT_FOUND)
		put_part(w, all, PARAMETERS, span_skip(h->value, end + 1));
	w->depth--;
}

/* One that nobody knows. */
static void put_extension(struct walk *w, struct cursor all, const struct header *h)
{
	struct span text = h->whole;
	uint32_t node;

	text = span_first(text, text.cap > 2 ? text.cap - 2 : text.cap);
	put_part(w, all, EXTENSION, text);
	node = w->last;
	label_tail_of(w, node, " (Contact Wireshark developers if you want this supported.)");
	w->depth++;
	put_part(w, all, EXTENSION_TYPE, h->name);
	put_part(w, all, EXTENSION_VALUE, h->value);
	w->depth--;
	w->last = node;
}

static void put_shape(struct walk *w, struct cursor all, const struct header *h, unsigned shape,
		      struct state *s)
{
	switch (shape) {
	case MAILBOX:
		w->depth++;
		put_mailbox(w, all, h->rest);
		w->depth--;
		break;
	case MAILBOXES:
		put_list(w, all, h, MAILBOX_ITEM);
		break;
	case ADDRESSES:
		put_list(w, all, h, ADDRESS_ITEM);
		break;
	case TYPE:
		put_type(w, all, h);
		media_read(w, h->value, &s->media);
		break;
	default:
		break;
	}
}

static void put_header(struct walk *w, struct cursor all, const struct header *h, struct state *s)
{
	for (unsigned i = 0; i < COUNT(headers); i++) {
		if (!span_says(h->name, headers[i].name))
			continue;
		put_part(w, all, headers[i].row, h->value);
		put_shape(w, all, h, headers[i].shape, s);
		if (headers[i].row == MAIL_FROM)
			say(w, s, "from: ", h->value, ", ");
		if (headers[i].row == SUBJECT)
			say(w, s, "subject: ", h->value, ", ");
		return;
	}
	put_extension(w, all, h);
}

/* --- the body --- */

/* Lines of no type: their ends are two blanks. */
static void put_text(struct walk *w, struct cursor c, struct state *s)
{
	uint32_t group = open_group(w, &c, MESSAGE_TEXT, c.left.wire);

	while (c.left.cap) {
		struct line line = span_line(c.left);
		const char *end = line.len - line.text.cap == 2 ? "  " : line.ended ? " " : "";

		say(w, s, ", ", line.text, end);
		put(w, &c, LINE, line.len);
		label_whole(w, "%s%s", words_of(w, line.text), end);
	}
	shut_group(w, group, NULL);
}

/* Another mail before this one in the same frame; NULL: there is none. */
static const struct layer *earlier(const struct walk *w, const struct layer *l)
{
	for (uint32_t i = w->r.n_layers; i--;)
		if (w->r.layers[i] != l && w->r.layers[i]->proto == l->proto)
			return w->r.layers[i];
	return NULL;
}

static void note(struct walk *w, struct layer *l)
{
	const struct layer *before = earlier(w, l);

	new_state(w, l, sizeof(struct state));
	l->carries_media = true;
	l->follows = before != NULL;
	if (before && before->column) {
		l->column = arena_join(&w->arena, before->column, "/IMF");
		return;
	}
	l->column = media_column(w, l, "IMF");
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	struct span left = c->left;
	struct cursor body;
	struct header h;
	enum media media = MEDIA_OTHER;

	while (next_header(&left, &h))
		put_header(w, *c, &h, s);
	if (!span_line(left).text.cap)
		left = span_skip(left, span_line(left).len);
	body = cursor_on(*c, left);
	*c = cursor_first(body, 0);
	if (s->media.type != ABSENT)
		media = media_kind((const char *)(uintptr_t)s->media.type);
	if (media != MEDIA_OTHER && next_by(l, media))
		walk_inside(w, next_by(l, media), body);
	else if (left.wire)
		put_text(w, body, s);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	if (s->words != ABSENT)
		text_put(t, (const char *)(uintptr_t)s->words);
}

static const struct hang hangs[] = {{"mail", 0}, {0}};

const struct proto proto_imf = {
	.brief = "IMF",
	.spec = "RFC 5322",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "media_type"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
