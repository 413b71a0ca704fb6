/* SPDX-License-Identifier: BSD-2-Clause */
/* Remote procedure calls, over UDP and over TCP with record marking. */
/* RFC 5531; RFC 2203 (RPCSEC_GSS). */
#include "flow/rpc.h"
#include "flow/expect.h"
#include "shared/xdr.h"
#include <stdio.h>

enum {
	RPC,
	MARK,
	LAST_FRAG,
	FRAG_LEN,
	XID,
	TYPE,
	VERSION,
	PROGRAM,
	PROGRAM_VERSION,
	PROCEDURE,
	CALLED_PROGRAM,
	CALLED_VERSION,
	CALLED_PROCEDURE,
	REPLY_STATE,
	CALL_FRAME,
	SINCE,
	AUTH,
	FLAVOR,
	AUTH_LENGTH,
	STAMP,
	MACHINE,
	MACHINE_LENGTH,
	MACHINE_NAME,
	MACHINE_FILL,
	AUTH_UID,
	AUTH_GID,
	GIDS,
	AUX_GID,
	GSS_VERSION,
	GSS_PROCEDURE,
	GSS_SEQUENCE,
	GSS_SERVICE,
	GSS_CONTEXT,
	GSS_CONTEXT_LENGTH,
	GSS_CONTEXT_DATA,
	GSS_CHECKSUM,
	OPAQUE,
	ACCEPT_STATE,
	REJECT_STATE,
	AUTH_STATE,
	LOW,
	HIGH,
	PROGRAM_LOW,
	PROGRAM_HIGH,
};

enum { AUTH_NULL, AUTH_UNIX, RPCSEC_GSS = 6 };
enum { ACCEPTED, DENIED };
enum { SUCCESS, PROG_UNAVAILABLE, PROG_MISMATCH };
enum { RPC_MISMATCH, AUTH_ERROR };

#define MARK_LEN 4
#define LEAST_CALL 24
#define LEAST_REPLY 12
#define MOST_GIDS 16
#define LAST (UINT32_C(1) << 31)

static const struct word types[] = {{RPC_CALL, "Call"}, {RPC_REPLY, "Reply"}};
static const struct word programs[] = {
	{100000, "Portmap"}, {100003, "NFS"},    {100004, "YPSERV"},
	{100005, "MOUNT"},   {100007, "YPBIND"}, {100011, "RQUOTA"},
	{100021, "NLM"},     {100024, "STAT"},   {100227, "NFSACL"},
};
static const struct words program_words = {programs, COUNT(programs)};
static const struct word nfs_procedures[] = {
	{0, "NULL"},      {1, "GETATTR"},  {2, "SETATTR"},      {3, "LOOKUP"},  {4, "ACCESS"},
	{5, "READLINK"},  {6, "READ"},     {7, "WRITE"},        {8, "CREATE"},  {9, "MKDIR"},
	{10, "SYMLINK"},  {11, "MKNOD"},   {12, "REMOVE"},      {13, "RMDIR"},  {14, "RENAME"},
	{15, "LINK"},     {16, "READDIR"}, {17, "READDIRPLUS"}, {18, "FSSTAT"}, {19, "FSINFO"},
	{20, "PATHCONF"}, {21, "COMMIT"},
};
static const struct word reply_states[] = {{ACCEPTED, "accepted"}, {DENIED, "denied"}};
static const struct word accept_states[] = {
	{0, "RPC executed successfully"},      {1, "remote hasn't exported program"},
	{2, "remote can't support version #"}, {3, "program can't support procedure"},
	{4, "procedure can't decode params"},  {5, "system errors like memory allocation failure"},
};
static const struct word reject_states[] = {{0, "RPC_MISMATCH"}, {1, "AUTH_ERROR"}};
static const struct word auth_states[] = {
	{1, "bad credential (seal broken)"},  {2, "client must begin new session"},
	{3, "bad verifier (seal broken)"},    {4, "verifier expired or replayed"},
	{5, "rejected for security reasons"}, {13, "GSS credential problem"},
	{14, "GSS context problem"},
};
static const struct word flavors[] = {
	{0, "AUTH_NULL"},
	{1, "AUTH_UNIX"},
	{2, "AUTH_SHORT"},
	{3, "AUTH_DES"},
	{5, "AUTH_RSA/Gluster"},
	{6, "RPCSEC_GSS"},
	{300001, "AUTH_GSSAPI"},
	{390003, "RPCSEC_GSS_KRB5"},
	{390004, "RPCSEC_GSS_KRB5I"},
	{390005, "RPCSEC_GSS_KRB5P"},
	{390006, "RPCSEC_GSS_LIPKEY"},
	{390007, "RPCSEC_GSS_LIPKEY_I"},
	{390008, "RPCSEC_GSS_LIPKEY_P"},
	{390009, "RPCSEC_GSS_SPKM3"},
	{390010, "RPCSEC_GSS_SPKM3I"},
	{390011, "RPCSEC_GSS_SPKM3P"},
	{390039, "AUTH_GLUSTERFS"},
};
static const struct word gss_procedures[] = {
	{0, "RPCSEC_GSS_DATA"},
	{1, "RPCSEC_GSS_INIT"},
	{2, "RPCSEC_GSS_CONTINUE_INIT"},
	{3, "RPCSEC_GSS_DESTROY"},
};
static const struct word gss_services[] = {
	{1, "rpcsec_gss_svc_none"},
	{2, "rpcsec_gss_svc_integrity"},
	{3, "rpcsec_gss_svc_privacy"},
};

/* The words of a procedure are its program's. */
static const char *procedure_word(uint64_t program, uint64_t version, uint64_t procedure)
{
	static const struct words nfs = {nfs_procedures, COUNT(nfs_procedures)};
	const char *word = NULL;

	if (!procedure && (program != 100003 || version <= 4))
		return "NULL";
	if (program == 100003 && version == 4 && procedure == 1)
		return "COMPOUND";
	if (program == 100003 && version == 3)
		word = word_for(&nfs, procedure);
	return word;
}

static const struct rpc_message *message_of(const struct record *r)
{
	for (uint32_t i = 0; i < r->n_layers; i++)
		if (!strcmp(r->layers[i]->proto->fields->name, "rpc"))
			return (const struct rpc_message *)r->layers[i]->state;
	return NULL;
}

static void form_procedure(struct text *t, const struct record *r, const struct node *n)
{
	const struct rpc_message *m = message_of(r);
	const char *word = m ? procedure_word(m->program, m->version, n->u) : NULL;

	text_format(t, "%s (%u)", word ? word : "proc", (unsigned)n->u);
}

static const struct field fields[] = {
	[RPC] = {"rpc", "Remote Procedure Call", PROTO},
	[MARK] = {"text", "Fragment header", HEADING},
	[LAST_FRAG] = {"rpc.lastfrag", "Last Fragment", BOOL, .under = MARK, AT(0, 1), BOX(32, 0),
		       .words = &(const struct words){yes_no, 2}, .help = "The message ends here",
		       .ref = "11"},
	[FRAG_LEN] = {"rpc.fraglen", "Fragment Length", U32, DEC, AT(1, 31), .under = MARK,
		      .help = "Octets of the fragment", .ref = "11"},
	[XID] = {"rpc.xid", "XID", U32, HEX_DEC, .help = "Says which call a reply answers",
		 .ref = "9"},
	[TYPE] = {"rpc.msgtyp", "Message Type", U32, DEC, WORDS(types), .help = "Call or reply",
		  .ref = "9"},
	[VERSION] = {"rpc.version", "RPC Version", U32, DEC, .help = "Always 2", .ref = "9"},
	[PROGRAM] = {"rpc.program", "Program", U32, DEC, .words = &program_words,
		     .help = "Which service", .ref = "9"},
	[PROGRAM_VERSION] = {"rpc.programversion", "Program Version", U32, DEC,
			     .help = "Which version of it", .ref = "9"},
	[PROCEDURE] = {"rpc.procedure", "Procedure", U32, DEC, .form = form_procedure,
		       .help = "What is to be done", .ref = "9"},
	[CALLED_PROGRAM] = {"rpc.program", "Program", U32, DEC, .words = &program_words,
			    .traits = GENERATED | ONCE, .help = "The service that was called"},
	[CALLED_VERSION] = {"rpc.programversion", "Program Version", U32, DEC,
			    .traits = GENERATED | ONCE, .help = "The version that was called"},
	[CALLED_PROCEDURE] = {"rpc.procedure", "Procedure", U32, DEC, .form = form_procedure,
			      .traits = GENERATED | ONCE, .help = "What was to be done"},
	[REPLY_STATE] = {"rpc.replystat", "Reply State", U32, DEC, WORDS(reply_states),
			 .help = "Whether the server took the call", .ref = "9"},
	[CALL_FRAME] = {"rpc.repframe", "This is a reply to a request in frame", FRAMENUM,
			.traits = GENERATED | ONCE, .help = "Where the call is"},
	[SINCE] = {"rpc.time", "Time from request", RELTIME, .traits = GENERATED | ONCE,
		   .help = "How long the answer took"},
	[AUTH] = {"text", "Credentials", HEADING},
	[FLAVOR] = {"rpc.auth.flavor", "Flavor", U32, DEC, .under = AUTH, WORDS(flavors),
		    .help = "How the caller proves who it is", .ref = "8.2"},
	[AUTH_LENGTH] = {"rpc.auth.length", "Length", U32, DEC, .under = AUTH,
			 .help = "Octets of the proof", .ref = "8.2"},
	[STAMP] = {"rpc.auth.stamp", "Stamp", U32, HEX, .under = AUTH,
		   .help = "Any number of the caller's", .ref = "Appendix A"},
	[MACHINE] = {"text", "Machine Name", HEADING, .under = AUTH},
	[MACHINE_LENGTH] = {"rpc.opaque_length", "length", U32, DEC, .under = MACHINE,
			    .help = "Octets of the name", .ref = "RFC 4506, 4.11"},
	[MACHINE_NAME] = {"rpc.auth.machinename", "contents", STRING, .under = MACHINE,
			  .help = "The caller's host", .ref = "Appendix A"},
	[MACHINE_FILL] = {"rpc.fill_bytes", "fill bytes", BYTES, .under = MACHINE,
			  .help = "Up to a word of four octets", .ref = "RFC 4506, 4.11"},
	[AUTH_UID] = {"rpc.auth.uid", "UID", U32, DEC, .under = AUTH, .help = "The user",
		      .ref = "Appendix A"},
	[AUTH_GID] = {"rpc.auth.gid", "GID", U32, DEC, .under = AUTH, .help = "The user's group",
		      .ref = "Appendix A"},
	[GIDS] = {"text", "Auxiliary GIDs", HEADING, .under = AUTH},
	[AUX_GID] = {"rpc.auth.gid", "GID", U32, DEC, .under = GIDS, .help = "A further group",
		     .ref = "Appendix A"},
	[GSS_VERSION] = {"rpc.authgss.version", "GSS Version", U32, DEC, .under = AUTH,
			 .help = "Always 1", .ref = "RFC 2203, 5"},
	[GSS_PROCEDURE] = {"rpc.authgss.procedure", "GSS Procedure", U32, DEC, .under = AUTH,
			   WORDS(gss_procedures), .help = "Data, or a step of the handshake",
			   .ref = "RFC 2203, 5"},
	[GSS_SEQUENCE] = {"rpc.authgss.seqnum", "GSS Sequence Number", U32, DEC, .under = AUTH,
			  .help = "Counts calls", .ref = "RFC 2203, 5"},
	[GSS_SERVICE] = {"rpc.authgss.service", "GSS Service", U32, DEC, .under = AUTH,
			 WORDS(gss_services), .help = "What is protected", .ref = "RFC 2203, 5"},
	[GSS_CONTEXT] = {"text", "GSS Context", HEADING, .under = AUTH},
	[GSS_CONTEXT_LENGTH] = {"rpc.authgss.context.length", "GSS Context Length", U32, DEC,
				.under = GSS_CONTEXT, .help = "Octets of it", .ref = "RFC 2203, 5"},
	[GSS_CONTEXT_DATA] = {"rpc.authgss.context", "GSS Context", BYTES, .under = GSS_CONTEXT,
			      .help = "Names the context", .ref = "RFC 2203, 5"},
	[GSS_CHECKSUM] = {"rpc.authgss.checksum", "GSS Checksum", BYTES, .under = AUTH,
			  .help = "Over the header", .ref = "RFC 2203, 5"},
	[OPAQUE] = {"rpc.opaque_data", "opaque data", BYTES, .under = AUTH,
		    .help = "A proof that isn't read", .ref = "8.2"},
	[ACCEPT_STATE] = {"rpc.state_accept", "Accept State", U32, DEC, WORDS(accept_states),
			  .help = "How it went", .ref = "9"},
	[REJECT_STATE] = {"rpc.state_reject", "Reject State", U32, DEC, WORDS(reject_states),
			  .help = "Why it was denied", .ref = "9"},
	[AUTH_STATE] = {"rpc.state_auth", "Auth State", U32, DEC, WORDS(auth_states),
			.help = "What is wrong with the proof", .ref = "9"},
	[LOW] = {"rpc.version.min", "RPC Version (Minimum)", U32, DEC,
		 .help = "The lowest version that would do", .ref = "9"},
	[HIGH] = {"rpc.version.max", "RPC Version (Maximum)", U32, DEC,
		  .help = "The highest version that would do", .ref = "9"},
	[PROGRAM_LOW] = {"rpc.programversion.min", "Program Version (Minimum)", U32, DEC,
			 .help = "The lowest version that would do", .ref = "9"},
	[PROGRAM_HIGH] = {"rpc.programversion.max", "Program Version (Maximum)", U32, DEC,
			  .help = "The highest version that would do", .ref = "9"},
};

/* Octets of record mark before the message: none in a datagram. */
static uint32_t mark_len(const struct layer *l)
{
	return l->parent && !strcmp(l->parent->proto->fields->name, "tcp") ? MARK_LEN : 0;
}

static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	(void)w;
	return MARK_LEN + (uint32_t)(span_bits(l->bytes, 0, 32, false) & ~LAST);
}

static bool call_at(struct span s)
{
	return s.cap >= LEAST_CALL && !span_bits(s, 32, 32, false) &&
	       span_bits(s, 64, 32, false) == 2 &&
	       word_for(&program_words, span_bits(s, 96, 32, false));
}

static bool reply_at(struct span s)
{
	return s.cap >= LEAST_REPLY && span_bits(s, 32, 32, false) == RPC_REPLY &&
	       span_bits(s, 64, 32, false) <= DENIED;
}

/* A call of a program that is known; who asks need not say what carries it. */
static bool is_call(const struct layer *l)
{
	return call_at(span_skip(l->bytes, mark_len(l))) ||
	       (!l->parent && call_at(span_skip(l->bytes, MARK_LEN)));
}

static bool claims(const struct layer *l)
{
	return is_call(l) || reply_at(span_skip(l->bytes, mark_len(l))) ||
	       (!l->parent && reply_at(span_skip(l->bytes, MARK_LEN)));
}

/* Who asks hears answers: they can't be told by what they look like. */
static void await(struct walk *w, const struct layer *l)
{
	const struct layer *transport = l->parent;
	const struct proto *p = transport->proto;

	if (p->sport && !mark_len(l) && !l->quoted)
		expect(w, OVER_UDP, &w->r.from, (uint16_t)VALUE_OF(transport, p->sport), 0,
		       l->plan);
}

static void note(struct walk *w, struct layer *l)
{
	struct rpc_message *m = new_state(w, l, sizeof *m);
	struct cursor c = layer_cursor(l, mark_len(l));

	l->follows = l->again;
	m->xid = u32(&c);
	m->reply = u32(&c);
	if (m->reply == RPC_CALL) {
		u32(&c);
		m->program = u32(&c);
		m->version = u32(&c);
		m->procedure = u32(&c);
	}
	if (c.bad || l->quoted)
		return;
	if (m->reply == RPC_CALL)
		await(w, l);
	rpc_match(w, l->parent, m);
}

static void put_mark(struct walk *w, struct cursor *c)
{
	uint32_t mark = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t group = open_group(w, c, MARK, MARK_LEN);

	label_tail_of(w, group, ": %s%u %s", mark & LAST ? "Last fragment, " : "Fragment, ",
		      (unsigned)(mark & ~LAST), "bytes");
	cursor_pull(c, MARK_LEN);
	shut_group(w, group, NULL);
}

static void put_gids(struct walk *w, struct cursor *c)
{
	struct cursor ahead = *c;
	uint32_t n = u32(&ahead);
	uint32_t group = open_group(w, c, GIDS, 4);
	const char *list = "";
	char gid[16];

	cursor_pull(c, 4);
	for (uint32_t i = 0; i < n && i < MOST_GIDS && !c->bad; i++) {
		snprintf(gid, sizeof gid, "%s%u", i ? ", " : " [", (unsigned)put(w, c, AUX_GID, 4));
		list = arena_join(&w->arena, list, gid);
	}
	label_tail_of(w, group, " (%u)%s%s", (unsigned)n, list, *list ? "]" : "");
	shut_group(w, group, c);
}

static const struct xdr_counted machine = {MACHINE, MACHINE_LENGTH, MACHINE_NAME, MACHINE_FILL};

static void put_unix(struct walk *w, struct cursor *c)
{
	put(w, c, STAMP, 4);
	xdr_text(w, c, &machine, "Machine Name");
	put(w, c, AUTH_UID, 4);
	put(w, c, AUTH_GID, 4);
	put_gids(w, c);
}

static void put_gss(struct walk *w, struct cursor *c)
{
	static const struct part head[] = {
		{GSS_VERSION, 4}, {GSS_PROCEDURE, 4}, {GSS_SEQUENCE, 4}, {GSS_SERVICE, 4}, {0}};
	uint32_t group, n;

	put_rows(w, c, head);
	group = open_group(w, c, GSS_CONTEXT, 0);
	n = (uint32_t)put(w, c, GSS_CONTEXT_LENGTH, 4);
	if (n)
		put(w, c, GSS_CONTEXT_DATA, n);
	shut_group(w, group, c);
}

static void put_auth(struct walk *w, struct cursor *c, const char *words)
{
	uint32_t group = open_group(w, c, AUTH, 0);
	uint64_t flavor;
	uint32_t n;
	struct cursor body;

	label_whole(w, "%s", words);
	flavor = put(w, c, FLAVOR, 4);
	n = (uint32_t)put(w, c, AUTH_LENGTH, 4);
	body = cursor_first(*c, xdr_rounded(n));
	cursor_take(c, xdr_rounded(n));
	if (flavor == AUTH_UNIX && n)
		put_unix(w, &body);
	else if (flavor == RPCSEC_GSS && *words == 'C')
		put_gss(w, &body);
	else if (n)
		put(w, &body, flavor == RPCSEC_GSS ? GSS_CHECKSUM : OPAQUE, n);
	shut_group(w, group, c);
}

static void put_range(struct walk *w, struct cursor *c, unsigned low)
{
	put(w, c, low, 4);
	put(w, c, low + 1, 4);
}

static void put_concluded(struct walk *w, const struct cursor *c, const struct rpc_message *m)
{
	if (m->call_frame == ABSENT)
		return;
	put_value(w, CALL_FRAME, c->at, 0, m->call_frame);
	label_whole(w, "This is a reply to a request in frame %u", (unsigned)m->call_frame);
	put_value(w, SINCE, c->at, 0, m->since);
}

/* Whether the server took the call. */
static bool put_reply(struct walk *w, struct cursor *c, const struct rpc_message *m)
{
	if (put(w, c, REPLY_STATE, 4) == DENIED) {
		put_concluded(w, c, m);
		if (put(w, c, REJECT_STATE, 4) == RPC_MISMATCH)
			put_range(w, c, LOW);
		else
			put(w, c, AUTH_STATE, 4);
		return false;
	}
	return !c->bad;
}

static bool put_accepted(struct walk *w, struct cursor *c, const struct rpc_message *m)
{
	uint64_t state;

	put_concluded(w, c, m);
	put_auth(w, c, "Verifier");
	state = put(w, c, ACCEPT_STATE, 4);
	if (state == PROG_MISMATCH)
		put_range(w, c, PROGRAM_LOW);
	return state == SUCCESS && !c->bad;
}

static bool put_answer(struct walk *w, struct cursor *c, const struct rpc_message *m)
{
	if (m->call_frame != ABSENT) {
		put_value(w, CALLED_PROGRAM, c->at, 0, m->program);
		put_value(w, CALLED_VERSION, c->at, 0, m->version);
		put_value(w, CALLED_PROCEDURE, c->at, 0, m->procedure);
	}
	return put_reply(w, c, m) && put_accepted(w, c, m);
}

static bool put_call(struct walk *w, struct cursor *c)
{
	static const struct part head[] = {
		{VERSION, 4}, {PROGRAM, 4}, {PROGRAM_VERSION, 4}, {PROCEDURE, 4}, {0}};

	put_rows(w, c, head);
	put_auth(w, c, "Credentials");
	put_auth(w, c, "Verifier");
	return !c->bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct rpc_message *m = (const struct rpc_message *)l->state;

	label_tail_of(w, l->node, ", Type:%s XID:0x%08x", m->reply ? "Reply" : "Call",
		      (unsigned)m->xid);
	if (mark_len(l))
		put_mark(w, c);
	put(w, c, XID, 4);
	put(w, c, TYPE, 4);
	if ((m->reply ? put_answer(w, c, m) : put_call(w, c)) && m->program != ABSENT)
		walk_next(w, next_by(l, m->program), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct rpc_message *m = (const struct rpc_message *)l->state;
	const char *word = procedure_word(m->program, m->version, m->procedure);

	(void)r;
	if (m->program == ABSENT || (l->again && next_by(l, m->program)))
		return;
	text_number(t, l->again ? " ; V" : "V", m->version);
	if (word)
		text_format(t, " %s", word);
	else
		text_number(t, " proc-", m->procedure);
	text_put(t, m->reply ? " Reply" : " Call");
	if (m->reply)
		text_format(t, " (Call In %u)", (unsigned)m->call_frame);
}

static const struct hang hangs[] = {
	{"udp.port", 111}, {"tcp.port", 111}, {"udp.guess", 1}, {"tcp.guess", 2}, {0}};

const struct proto proto_rpc = {
	.brief = "RPC",
	.spec = "RFC 5531",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "rpc.program"},
	.hangs = hangs,
	.claims = claims,
	.knows = is_call,
	.pdu_len = pdu_len,
	.pdu_head = MARK_LEN,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
