/* SPDX-License-Identifier: BSD-2-Clause */
/* SSH: versions, keys, and packets that nobody else can read. */
/* RFC 4253; SSH 1: draft-ylonen-ssh-protocol-00. */
#include "flow/ssh.h"
#include "core/ascii.h"
#include "shared/md5.h"
#include <stdio.h>

enum {
	SSH,
	PROTOCOL,
	OLD_VERSION,
	VERSION,
	PACKET_LENGTH,
	LENGTH_HIDDEN,
	PADDING_LENGTH,
	OLD_CODE,
	EXCHANGE,
	CODE,
	ALGORITHMS,
	COOKIE,
	FIRST_LENGTH,
	FIRST_LIST = FIRST_LENGTH + SSH_LISTS,
	FOLLOWS = FIRST_LIST + SSH_LISTS,
	RESERVED,
	HASSH_LISTS,
	HASSH,
	HASSH_SERVER_LISTS,
	HASSH_SERVER,
	PAYLOAD,
	PADDING,
	ENCRYPTED,
	MAC,
	NUMBER,
	DIRECTION,
	LENGTH_NOTE,
};

enum { KEX_INIT = 20, NEW_KEYS = 21, METHOD_FIRST = 30, METHOD_LAST = 39 };

static const struct word old_codes[] = {
	{0, "No Message"}, {1, "Disconnect"}, {2, "Public Key"}, {3, "Session Key"}, {4, "User"},
};
static const struct word codes[] = {
	{1, "Disconnect"},
	{2, "Ignore"},
	{3, "Unimplemented"},
	{4, "Debug"},
	{5, "Service Request"},
	{6, "Service Accept"},
	{20, "Key Exchange Init"},
	{21, "New Keys"},
	{50, "User Authentication Request"},
	{51, "User Authentication Failure"},
	{52, "User Authentication Success"},
	{53, "User Authentication Banner"},
	{60, "Public Key algorithm accepted"},
	{80, "Global Request"},
	{81, "Request Success"},
	{82, "Request Failure"},
	{90, "Channel Open"},
	{91, "Channel Open Confirmation"},
	{92, "Channel Open Failure"},
	{93, "Window Adjust"},
	{94, "Channel Data"},
	{95, "Channel Extended Data"},
	{96, "Channel EOF"},
	{97, "Channel Close"},
	{98, "Channel Request"},
	{99, "Channel Success"},
	{100, "Channel Failure"},
};
static const struct words code_words = {codes, COUNT(codes)};
static const struct words old_code_words = {old_codes, COUNT(old_codes)};
static const struct word directions[] = {{0, "client-to-server"}, {1, "server-to-client"}};

#define LIST(number, name, words)                                                                 \
	[FIRST_LENGTH + (number)] = {"ssh." name "_length",        name " length",      U32, DEC, \
				     .help = "Octets of the list", .ref = "RFC 4251, 5"},         \
			[FIRST_LIST + (number)] = {"ssh." name, name " string", STRING,           \
						   .help = (words), .ref = "RFC 4253, 7.1"}
#define OCTETS(row, name, label, words, where) \
	[row] = {"ssh." name, label, BYTES, .help = (words), .ref = (where)}
#define CONCLUDED(row, name, label, words)                    \
	[row] =                                               \
		{                                             \
			"ssh.kex." name, label,               \
			STRING,          .traits = GENERATED, \
			.help = (words), .ref = "https://github.com/salesforce/hassh"}
static const struct field fields[] = {
	[SSH] = {"ssh", "SSH Protocol", PROTO, .help = "Shells and more, enciphered"},
	[PROTOCOL] = {"ssh.protocol", "Protocol", STRING, .help = "Version and program",
		      .ref = "RFC 4253, 4.2"},
	[OLD_VERSION] = {"text", "SSH Version 1", HEADING},
	[VERSION] = {"text", "SSH Version 2", HEADING},
	[PACKET_LENGTH] = {"ssh.packet_length", "Packet Length", U32, DEC,
			   .help = "Octets of the packet behind it", .ref = "RFC 4253, 6"},
	OCTETS(LENGTH_HIDDEN, "packet_length_encrypted", "Packet Length (encrypted)",
	       "The same, enciphered", "RFC 4253, 6"),
	[PADDING_LENGTH] = {"ssh.padding_length", "Padding Length", U8, DEC,
			    .help = "Octets of padding", .ref = "RFC 4253, 6"},
	[OLD_CODE] = {"ssh.message_code", "Message Code", U8, DEC, WORDS(old_codes),
		      .help = "Which message"},
	[EXCHANGE] = {"text", "Key Exchange", HEADING},
	[CODE] = {"ssh.message_code", "Message Code", U8, DEC, WORDS(codes),
		  .help = "Which message", .ref = "RFC 4250, 4.1"},
	[ALGORITHMS] = {"text", "Algorithms", HEADING},
	OCTETS(COOKIE, "cookie", "Cookie", "Random octets", "RFC 4253, 7.1"),
	LIST(SSH_KEX, "kex_algorithms", "How keys may be exchanged"),
	LIST(SSH_HOST_KEY, "server_host_key_algorithms", "How the server may sign"),
	LIST(SSH_ENC_TO_SERVER, "encryption_algorithms_client_to_server", "The client's ciphers"),
	LIST(SSH_ENC_TO_CLIENT, "encryption_algorithms_server_to_client", "The server's ciphers"),
	LIST(SSH_MAC_TO_SERVER, "mac_algorithms_client_to_server", "The client's digests"),
	LIST(SSH_MAC_TO_CLIENT, "mac_algorithms_server_to_client", "The server's digests"),
	LIST(SSH_COMP_TO_SERVER, "compression_algorithms_client_to_server",
	     "How the client may compress"),
	LIST(SSH_COMP_TO_CLIENT, "compression_algorithms_server_to_client",
	     "How the server may compress"),
	LIST(SSH_LANG_TO_SERVER, "languages_client_to_server", "The client's languages"),
	LIST(SSH_LANG_TO_CLIENT, "languages_server_to_client", "The server's languages"),
	[FOLLOWS] = {"ssh.first_kex_packet_follows", "First KEX Packet Follows", U8, DEC,
		     .help = "The method is guessed: its first message follows at once",
		     .ref = "RFC 4253, 7.1"},
	OCTETS(RESERVED, "kex.reserved", "Reserved", "Zero", "RFC 4253, 7.1"),
	CONCLUDED(HASSH_LISTS, "hassh_algorithms", "hasshAlgorithms",
		  "What the client's program is known by"),
	CONCLUDED(HASSH, "hassh", "hassh", "The MD5 of that"),
	CONCLUDED(HASSH_SERVER_LISTS, "hasshserver_algorithms", "hasshServerAlgorithms",
		  "What the server's program is known by"),
	CONCLUDED(HASSH_SERVER, "hasshserver", "hasshServer", "The MD5 of that"),
	OCTETS(PAYLOAD, "payload", "Payload", "What the packet holds", "RFC 4253, 6"),
	OCTETS(PADDING, "padding_string", "Padding String", "Random octets", "RFC 4253, 6"),
	OCTETS(ENCRYPTED, "encrypted_packet", "Encrypted Packet", "What can't be read",
	       "RFC 4253, 6.3"),
	OCTETS(MAC, "mac", "MAC", "A digest of the packet", "RFC 4253, 6.4"),
	[NUMBER] = {"ssh.seq_num", "Sequence number", U32, DEC,
		    .help = "Packets that this end sent before", .ref = "RFC 4253, 6.4"},
	[DIRECTION] = {"ssh.direction", "Direction", BOOL, .traits = GENERATED, WORDS(directions),
		       .help = "Who sends it"},
	[LENGTH_NOTE] =
		EXPERT("ssh.packet_length.error", "Overly large number", WARNING, G_PROTOCOL),
};

/* A segment as it is read. */
struct reader {
	struct walk *w;
	struct layer *l;
	struct ssh_state *s;
	struct ssh_connection *known;  /* NULL: its carrier has no ports */
	struct ssh_progress *progress; /* never NULL */
	struct ssh_end *end;           /* the sender; NULL: as above */
	bool server;
};

static void say_code(const struct reader *r, const struct words *words, unsigned code)
{
	const char *word = word_for(words, code);
	char unknown[16];

	snprintf(unknown, sizeof unknown, "Unknown (%u)", code);
	ssh_say(r->w, r->s, word ? word : unknown);
}

/* --- versions --- */

static void put_version(struct reader *r, struct cursor *c)
{
	struct line line = span_line(c->left);
	struct text words = {0};

	text_put(&words, "Protocol (");
	text_bytes(&words, line.text.p, line.text.cap);
	text_char(&words, ')');
	ssh_greet(r->progress, r->server, r->w->r.frame->number, c->left);
	ssh_say(r->w, r->s, text_string(&words));
	text_close(&words);
	put(r->w, c, PROTOCOL, line.text.wire);
	cursor_take(c, line.len - line.text.wire);
}

/* --- SSH 1 --- */

static void put_old(struct reader *r, struct cursor *c, bool whole)
{
	uint32_t group = open_group(r->w, c, OLD_VERSION, c->left.wire), len, padding;
	uint64_t frame = r->w->r.frame->number;
	struct ssh_place *place = &r->progress->end[r->server];
	char words[40];

	if (!whole) {
		cursor_take(c, c->left.wire);
		shut_group(r->w, group, NULL);
		return;
	}
	len = (uint32_t)put(r->w, c, PACKET_LENGTH, 4);
	padding = 8 - len % 8;
	put_value(r->w, PADDING_LENGTH, c->at, padding, padding);
	cursor_take(c, padding);
	if (!place->started || place->started == frame) {
		place->started = frame;
		say_code(r, &old_code_words, (unsigned)put(r->w, c, OLD_CODE, 1));
		len--;
	} else {
		snprintf(words, sizeof words, "Encrypted packet (len=%u)", (unsigned)len);
		ssh_say(r->w, r->s, words);
	}
	if (!c->bad)
		put(r->w, c, PAYLOAD, len);
	shut_group(r->w, group, NULL);
}

/* --- Key Exchange Init --- */

/* What programs are known by: how they like to exchange keys, encipher, digest, compress. */
static void put_hassh(struct reader *r, const struct cursor *c, const struct span *lists)
{
	static const uint8_t which[] = {SSH_KEX, SSH_ENC_TO_SERVER, SSH_MAC_TO_SERVER,
					SSH_COMP_TO_SERVER};
	struct text t = {0};
	uint8_t digest[16];

	for (unsigned i = 0; i < COUNT(which); i++) {
		const struct span *s = &lists[which[i] + (i && r->server)];

		if (i)
			text_char(&t, ';');
		text_bytes(&t, s->p, s->cap);
	}
	put_string(r->w, r->server ? HASSH_SERVER_LISTS : HASSH_LISTS, c->at, 0,
		   arena_copy(&r->w->arena, t.p, t.len));
	if (md5(t.p, t.len, digest)) {
		t.len = 0;
		text_hex_bytes(&t, digest, sizeof digest, '\0');
		put_string(r->w, r->server ? HASSH_SERVER : HASSH, c->at, 0,
			   arena_copy(&r->w->arena, t.p, t.len));
	}
	text_close(&t);
}

static void put_init(struct reader *r, struct cursor *c)
{
	struct walk *w = r->w;
	struct ssh_place *place = &r->progress->end[r->server];
	uint32_t group = open_group(w, c, ALGORITHMS, c->left.wire);
	struct span lists[SSH_LISTS] = {{0}};

	put(w, c, COOKIE, 16);
	for (unsigned i = 0; i < SSH_LISTS && !c->bad; i++) {
		uint32_t len = (uint32_t)put(w, c, FIRST_LENGTH + i, 4);

		lists[i] = span_first(c->left, len);
		if (!c->bad)
			put(w, c, FIRST_LIST + i, len);
	}
	put(w, c, FOLLOWS, 1);
	put(w, c, RESERVED, 4);
	if (c->bad)
		return;
	put_hassh(r, c, lists);
	shut_group(w, group, c);
	if (!r->known)
		return;
	ssh_set_lists(r->known, r->server, lists);
	if (!place->started || place->started == w->r.frame->number)
		r->end->number[SSH_N_INIT] = r->end->next++;
	place->started = w->r.frame->number;
	r->s->number = r->end->number[SSH_N_INIT];
}

/* --- packets that can be read --- */

static void put_new_keys(struct reader *r)
{
	struct ssh_place *place = &r->progress->end[r->server];

	if (!place->keyed && r->end)
		ssh_number(r->end, SSH_N_NEW_KEYS, false);
	place->keyed = true;
	if (r->end)
		r->s->number = r->end->number[SSH_N_NEW_KEYS];
}

static void put_message(struct reader *r, struct cursor *c)
{
	unsigned code = (unsigned)span_bits(c->left, 0, 8, false);

	if (c->left.cap && code >= METHOD_FIRST && code <= METHOD_LAST) {
		*c = walk_part(r->w, also_by(r->l, 0, SSH_METHOD), *c);
		return;
	}
	put(r->w, c, CODE, 1);
	if (c->bad)
		return;
	say_code(r, &code_words, code);
	if (code == NEW_KEYS)
		put_new_keys(r);
	else if (code == KEX_INIT)
		put_init(r, c);
}

/* Behind a length that can't be all there is counts. */
static uint32_t put_length(struct reader *r, struct cursor *c)
{
	uint32_t len = (uint32_t)put(r->w, c, PACKET_LENGTH, 4);

	if (c->bad || len < 0xffff)
		return len;
	expert(r->w, LENGTH_NOTE, "Overly large number %u", len);
	return c->left.wire;
}

/* What stands in a message may be longer than the packet says; what is behind isn't read then. */
static void put_packet(struct reader *r, struct cursor *c)
{
	struct walk *w = r->w;
	uint32_t len = put_length(r, c), group, padding, left, used;

	padding = (uint32_t)put(w, c, PADDING_LENGTH, 1);
	if (c->bad)
		return;
	group = open_group(w, c, EXCHANGE, len - 1);
	if (r->known && *r->known->kex)
		label_tail(w, " (method:%s)", r->known->kex);
	left = c->left.wire;
	r->s->number = 0;
	put_message(r, c);
	used = left - c->left.wire;
	if (!c->bad && len - 1 < used + padding)
		cursor_fail(c, UINT32_MAX);
	if (!c->bad && len - 1 > used + padding)
		put(w, c, PAYLOAD, len - 1 - used - padding);
	shut_group(w, group, NULL);
	if (c->bad)
		return;
	put(w, c, PADDING, padding);
	if (!c->bad)
		put_value(w, NUMBER, c->at, 0, r->s->number);
}

/* --- packets that can't --- */

static void put_encrypted(struct reader *r, struct cursor *c)
{
	bool plain = false;
	uint32_t len = c->left.wire;
	uint32_t mac = r->end && *r->end->mac && !ssh_authenticates(r->end->enc)
			       ? ssh_mac_len(r->end->mac, &plain)
			       : 0;
	char words[40];

	snprintf(words, sizeof words, "Encrypted packet (len=%u)", (unsigned)len);
	ssh_say(r->w, r->s, words);
	if (len <= 4) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	put(r->w, c, plain ? PACKET_LENGTH : LENGTH_HIDDEN, 4);
	if (len < 4 + mac) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	put(r->w, c, ENCRYPTED, len - 4 - mac);
	if (mac && !c->bad)
		put(r->w, c, MAC, mac);
}

/* Those of some ciphers aren't shown at all. */
static void put_covered(struct reader *r, struct cursor *c)
{
	enum ssh_cover cover = r->end ? ssh_cover(r->end->enc) : SSH_SHOWN;

	if (cover == SSH_SHOWN)
		put_encrypted(r, c);
	else if (c->left.wire < (cover == SSH_STREAM ? 4 : 16))
		cursor_fail(c, UINT32_MAX);
	else
		cursor_take(c, c->left.wire);
}

/* --- SSH 2 --- */

static void label_agreed(struct reader *r)
{
	const struct ssh_end *e = r->end;
	bool mac = e && !strcmp(e->mac, "hmac-sha2-256") && !ssh_authenticates(e->enc);

	if (!e || !(*e->enc || mac || *e->comp))
		return;
	label_tail(r->w, " (%s%s%s%s%s%s%s%s)", *e->enc ? "encryption:" : "", e->enc,
		   *e->enc && (mac || *e->comp) ? " " : "", mac ? "mac:" : "", mac ? e->mac : "",
		   mac && *e->comp ? " " : "", *e->comp ? "compression:" : "", e->comp);
}

static void put_new(struct reader *r, struct cursor *c, bool whole)
{
	const struct ssh_place *place = &r->progress->end[r->server];
	uint32_t group = open_group(r->w, c, VERSION, c->left.wire);

	label_agreed(r);
	if (!whole)
		cursor_take(c, c->left.wire);
	else if (place->started && place->keyed)
		put_covered(r, c);
	else
		put_packet(r, c);
	shut_group(r->w, group, NULL);
}

/* Octets that the message takes, as far as it says; 0: all there is. */
static bool put_one(struct reader *r, struct cursor *c)
{
	struct ssh_progress probe = *r->progress;
	uint64_t frame = r->w->r.frame->number;
	const struct ssh_place *place = &r->progress->end[r->server];
	bool whole = !r->l->open || ssh_step(&probe, r->server, frame, c->left) <= c->left.wire;

	if ((!place->greeted || place->greeted == frame) && span_begins(c->left, "SSH-")) {
		if (whole)
			put_version(r, c);
		else
			cursor_take(c, c->left.wire);
	} else if (r->progress->version == 1) {
		put_old(r, c, whole);
	} else if (r->progress->version == 2) {
		put_new(r, c, whole);
	} else {
		put_encrypted(r, c);
	}
	return whole;
}

static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	return ssh_extent(w, l);
}

/* Nothing is said of what isn't whole. */
static const char *waits(struct walk *w, const struct layer *l)
{
	(void)w, (void)l;
	return "";
}

static void note(struct walk *w, struct layer *l)
{
	static const char *const columns[] = {"SSH", "SSHv1", "SSHv2"};
	struct ssh_state *s = new_state(w, l, sizeof *s);
	struct ssh_connection *known = ssh_connection_of(w, l);
	struct text *said = take(w, sizeof *said);

	*said = (struct text){0};
	s->said = (uint64_t)(uintptr_t)said;
	s->connection = (uint64_t)(uintptr_t)known;
	s->server = ssh_from_server(l);
	l->column = columns[known ? known->now.version : 0];
	l->follows = l->behind;
}

/* Who sends it is said once all could be read. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct ssh_state *s = (struct ssh_state *)l->state;
	struct text *said = (struct text *)(uintptr_t)s->said;
	struct ssh_progress none = {0};
	struct reader r = {.w = w, .l = l, .s = s, .known = ssh_of(s), .server = s->server};
	bool whole = true;

	r.progress = r.known ? &r.known->now : &none;
	r.end = r.known ? &r.known->end[r.server] : NULL;
	while (c->left.wire && !c->bad && whole)
		whole = put_one(&r, c);
	if (whole && !c->bad)
		put_value(w, DIRECTION, l->at, 0, r.server);
	if (w->summary)
		l->says =
			whole && !c->bad
				? arena_join(&w->arena,
					     r.server ? "Server: " : "Client: ", text_string(said))
				: arena_copy(&w->arena, said->p, said->len);
	text_close(said);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"tcp.port", 22}, {"tcp.port", 29418}, {"sctp.port", 22}, {0}};

const struct proto proto_ssh = {
	.brief = "SSH",
	.spec = "RFC 4253",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"ssh.part"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.pdus_in_one = true,
	.pdu_begun = true,
	.waits = waits,
	.note = note,
	.rest = rest,
	.info = info,
};
