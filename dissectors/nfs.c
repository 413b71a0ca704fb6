/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System: calls and results of version 3; compounds of 4 stand in nfs4.c. */
/* RFC 1813. */
#include "shared/nfs.h"
#include "flow/rpc.h"

static const struct word procedures[] = {
	{0, "NULL"},      {1, "GETATTR"},  {2, "SETATTR"},      {3, "LOOKUP"},  {4, "ACCESS"},
	{5, "READLINK"},  {6, "READ"},     {7, "WRITE"},        {8, "CREATE"},  {9, "MKDIR"},
	{10, "SYMLINK"},  {11, "MKNOD"},   {12, "REMOVE"},      {13, "RMDIR"},  {14, "RENAME"},
	{15, "LINK"},     {16, "READDIR"}, {17, "READDIRPLUS"}, {18, "FSSTAT"}, {19, "FSINFO"},
	{20, "PATHCONF"}, {21, "COMMIT"},
};
static const struct word compounds[] = {{0, "NULL"}, {1, "COMPOUND"}};
static const struct word statuses[] = {
	{0, "NFS3_OK"},
	{1, "NFS3ERR_PERM"},
	{2, "NFS3ERR_NOENT"},
	{5, "NFS3ERR_IO"},
	{6, "NFS3ERR_NXIO"},
	{13, "NFS3ERR_ACCES"},
	{17, "NFS3ERR_EXIST"},
	{18, "NFS3ERR_XDEV"},
	{19, "NFS3ERR_NODEV"},
	{20, "NFS3ERR_NOTDIR"},
	{21, "NFS3ERR_ISDIR"},
	{22, "NFS3ERR_INVAL"},
	{27, "NFS3ERR_FBIG"},
	{28, "NFS3ERR_NOSPC"},
	{30, "NFS3ERR_ROFS"},
	{31, "NFS3ERR_MLINK"},
	{63, "NFS3ERR_NAMETOOLONG"},
	{66, "NFS3ERR_NOTEMPTY"},
	{69, "NFS3ERR_DQUOT"},
	{70, "NFS3ERR_STALE"},
	{71, "NFS3ERR_REMOTE"},
	{10001, "NFS3ERR_BADHANDLE"},
	{10002, "NFS3ERR_NOT_SYNC"},
	{10003, "NFS3ERR_BAD_COOKIE"},
	{10004, "NFS3ERR_NOTSUPP"},
	{10005, "NFS3ERR_TOOSMALL"},
	{10006, "NFS3ERR_SERVERFAULT"},
	{10007, "NFS3ERR_BADTYPE"},
	{10008, "NFS3ERR_JUKEBOX"},
};
static const struct word follows[] = {
	{0, "no value"},
	{1, "value follows"},
};
static const struct word time_hows[] = {
	{0, "don't change"},
	{1, "set to server time"},
	{2, "set to client time"},
};
static const struct word file_types[] = {
	{1, "Regular File"},         {2, "Directory"},
	{3, "Block Special Device"}, {4, "Character Special Device"},
	{5, "Symbolic Link"},        {6, "Socket"},
	{7, "Named Pipe"},
};
static const struct word stables[] = {
	{0, "UNSTABLE"},
	{1, "DATA_SYNC"},
	{2, "FILE_SYNC"},
};
static const struct word create_modes[] = {
	{0, "UNCHECKED"},
	{1, "GUARDED"},
	{2, "EXCLUSIVE"},
};
static const struct word allowances[] = {
	{0, "*Access Denied*"},
	{1, "allowed"},
};
static const struct words allowed = {allowances, COUNT(allowances)};

static const char *const letters[] = {"RD", "LU", "MD", "XT", "DL", "XE"};

/* The names of the bits that are set, the highest first. */
static void form_mode(struct text *t, const struct record *r, const struct node *n)
{
	static const char names[][8] = {"S_ISUID", "S_ISGID", "S_ISVTX", "S_IRUSR",
					"S_IWUSR", "S_IXUSR", "S_IRGRP", "S_IWGRP",
					"S_IXGRP", "S_IROTH", "S_IWOTH", "S_IXOTH"};

	(void)r;
	text_char(t, '0');
	text_oct(t, n->u);
	for (unsigned i = 0; i < COUNT(names); i++)
		if (n->u >> (COUNT(names) - 1 - i) & 1)
			text_format(t, ", %s", names[i]);
}

static const struct field fields[] = {
	[NFS] = {"nfs", "Network File System", PROTO},
	[PROGRAM_VERSION] = {"rpc.programversion", "Program Version", U32, DEC,
			     .traits = GENERATED | BORROWED | ONCE,
			     .help = "Which version of the protocol", .ref = "2.1"},
	[PROCEDURE] = {"nfs.procedure_v3", "V3 Procedure", U32, DEC, WORDS(procedures),
		       .traits = GENERATED | ONCE, .help = "What is to be done", .ref = "3"},
	[PROCEDURE_4] = {"nfs.procedure_v4", "V4 Procedure", U32, DEC, WORDS(compounds),
			 .traits = GENERATED | ONCE, .help = "Nothing, or what the operations say",
			 .ref = "RFC 7530, 15"},
	[STATUS] = {"nfs.status3", "Status", U32, DEC, WORDS(statuses), .help = "How it went",
		    .ref = "2.6"},
	[ANY_STATUS] = {"nfs.status", "Status", U32, DEC, WORDS(statuses), .traits = HIDDEN | ONCE,
			.help = "How it went, in any version", .ref = "2.6"},
	[GROUP] = {"text", "Group", HEADING},
	[FH_LENGTH] = {"nfs.fh.length", "length", U32, DEC, .help = "Octets of the handle",
		       .ref = "2.3.3"},
	[FH_HASH] = {"nfs.fh.hash", "hash (CRC-32)", U32, HEX, .traits = GENERATED,
		     .help = "A short name for the handle"},
	[FHANDLE] = {"nfs.fhandle", "FileHandle", BYTES, .help = "Names a file for the server",
		     .ref = "2.3.3"},
	[TEXT] = {"text", "Name", HEADING},
	[TEXT_LENGTH] = {"rpc.opaque_length", "length", U32, DEC, .traits = BORROWED,
			 .help = "Octets that follow", .ref = "RFC 4506, 4.11"},
	[TEXT_FILL] = {"rpc.fill_bytes", "fill bytes", BYTES, .traits = BORROWED,
		       .help = "Up to a word of four octets", .ref = "RFC 4506, 4.11"},
	[NAME] = {"nfs.name", "contents", STRING, .help = "A name in a directory", .ref = "2.4"},
	[LINK_TO] = {"nfs.symlink.to", "contents", STRING, .help = "Where a symbolic link leads",
		     .ref = "2.4"},
	[LINK_DATA] = {"nfs.readlink.data", "contents", STRING,
		       .help = "Where a symbolic link leads", .ref = "2.4"},
	[ENTRY_NAME] = {"nfs.readdir.entry3.name", "contents", STRING,
			.help = "A name in the directory", .ref = "2.4"},
	[PLUS_NAME] = {"nfs.readdirplus.entry.name", "contents", STRING,
		       .help = "A name in the directory", .ref = "2.4"},
	[DATA] = {"nfs.data", "contents", BYTES, .help = "What is written or was read",
		  .ref = "2.4"},
	[FOLLOWS] = {"nfs.attributes_follow", "attributes_follow", U32, DEC,
		     .help = "Whether attributes follow", WORDS(follows), .ref = "2.6"},
	[HANDLE_FOLLOWS] = {"nfs.handle_follow", "handle_follow", U32, DEC,
			    .help = "Whether a handle follows", WORDS(follows), .ref = "2.6"},
	[GUARD] = {"nfs.sattrguard3", "check", U32, DEC,
		   .help = "Whether the file must not have changed", WORDS(follows),
		   .ref = "3.3.2"},
	[SET_IT] = {"nfs.set_it", "set_it", U32, DEC, .help = "Whether it is to be set",
		    WORDS(follows), .ref = "2.6"},
	[SET_TIME] = {"nfs.set_it", "set_it", U32, DEC, .help = "Whether and to what it is set",
		      WORDS(time_hows), .ref = "2.6"},
	[TYPE] = {"nfs.fattr3.type", "Type", U32, DEC, .help = "What kind of file",
		  WORDS(file_types), .ref = "2.5"},
	[NODE_TYPE] = {"nfs.type", "Type", U32, DEC, WORDS(file_types),
		       .help = "What kind of file is made", .ref = "3.3.11"},
	[MODE] = {"nfs.mode3", "Mode", U32, OCT, .form = form_mode, .help = "Who may do what",
		  .ref = "2.5"},
	[MODE_SUID] = {"nfs.mode3.suid", "S_ISUID", BOOL, .under = MODE, AT(20, 1), BOX(32, 20),
		       .words = &(const struct words){yes_no, 2}, .help = "Runs as its owner",
		       .ref = "2.5"},
	[MODE_SGID] = {"nfs.mode3.sgid", "S_ISGID", BOOL, .under = MODE, AT(21, 1), BOX(32, 21),
		       .words = &(const struct words){yes_no, 2}, .help = "Runs as its group",
		       .ref = "2.5"},
	[MODE_STICKY] = {"nfs.mode3.sticky", "S_ISVTX", BOOL, .under = MODE, AT(22, 1), BOX(32, 22),
			 .words = &(const struct words){yes_no, 2},
			 .help = "Only owners may remove", .ref = "2.5"},
	[MODE_RUSR] = {"nfs.mode3.rusr", "S_IRUSR", BOOL, .under = MODE, AT(23, 1), BOX(32, 23),
		       .words = &(const struct words){yes_no, 2}, .help = "The owner may read",
		       .ref = "2.5"},
	[MODE_WUSR] = {"nfs.mode3.wusr", "S_IWUSR", BOOL, .under = MODE, AT(24, 1), BOX(32, 24),
		       .words = &(const struct words){yes_no, 2}, .help = "The owner may write",
		       .ref = "2.5"},
	[MODE_XUSR] = {"nfs.mode3.xusr", "S_IXUSR", BOOL, .under = MODE, AT(25, 1), BOX(32, 25),
		       .words = &(const struct words){yes_no, 2}, .help = "The owner may execute",
		       .ref = "2.5"},
	[MODE_RGRP] = {"nfs.mode3.rgrp", "S_IRGRP", BOOL, .under = MODE, AT(26, 1), BOX(32, 26),
		       .words = &(const struct words){yes_no, 2}, .help = "The group may read",
		       .ref = "2.5"},
	[MODE_WGRP] = {"nfs.mode3.wgrp", "S_IWGRP", BOOL, .under = MODE, AT(27, 1), BOX(32, 27),
		       .words = &(const struct words){yes_no, 2}, .help = "The group may write",
		       .ref = "2.5"},
	[MODE_XGRP] = {"nfs.mode3.xgrp", "S_IXGRP", BOOL, .under = MODE, AT(28, 1), BOX(32, 28),
		       .words = &(const struct words){yes_no, 2}, .help = "The group may execute",
		       .ref = "2.5"},
	[MODE_ROTH] = {"nfs.mode3.roth", "S_IROTH", BOOL, .under = MODE, AT(29, 1), BOX(32, 29),
		       .words = &(const struct words){yes_no, 2}, .help = "Others may read",
		       .ref = "2.5"},
	[MODE_WOTH] = {"nfs.mode3.woth", "S_IWOTH", BOOL, .under = MODE, AT(30, 1), BOX(32, 30),
		       .words = &(const struct words){yes_no, 2}, .help = "Others may write",
		       .ref = "2.5"},
	[MODE_XOTH] = {"nfs.mode3.xoth", "S_IXOTH", BOOL, .under = MODE, AT(31, 1), BOX(32, 31),
		       .words = &(const struct words){yes_no, 2}, .help = "Others may execute",
		       .ref = "2.5"},
	[NLINK] = {"nfs.fattr3.nlink", "nlink", U32, DEC, .help = "Names of the file",
		   .ref = "2.5"},
	[UID] = {"nfs.fattr3.uid", "uid", U32, DEC, .help = "Its owner", .ref = "2.5"},
	[GID] = {"nfs.fattr3.gid", "gid", U32, DEC, .help = "Its group", .ref = "2.5"},
	[SIZE] = {"nfs.fattr3.size", "size", U64, DEC, .help = "Octets", .ref = "2.5"},
	[USED] = {"nfs.fattr3.used", "used", U64, DEC, .help = "Octets on the disk", .ref = "2.5"},
	[RDEV] = {"text", "rdev", HEADING},
	[SPEC1] = {"nfs.specdata1", "specdata1", U32, DEC, .help = "The major number of a device",
		   .ref = "2.5"},
	[SPEC2] = {"nfs.specdata2", "specdata2", U32, DEC, .help = "The minor number of a device",
		   .ref = "2.5"},
	[FSID] = {"nfs.fattr3.fsid", "fsid", U64, HEX_DEC, .help = "Which file system",
		  .ref = "2.5"},
	[FILEID] = {"nfs.fattr3.fileid", "fileid", U64, DEC,
		    .help = "Its number in the file system", .ref = "2.5"},
	[ATIME] = {"nfs.atime", "atime", ABSTIME, LOCAL, .help = "Last read", .ref = "2.5"},
	[ATIME_SEC] = {"nfs.atime.sec", "seconds", U32, DEC,
		       .help = "The same in seconds since 1970", .ref = "2.5"},
	[ATIME_NSEC] = {"nfs.atime.nsec", "nano seconds", U32, DEC, .help = "Its fraction",
			.ref = "2.5"},
	[MTIME] = {"nfs.mtime", "mtime", ABSTIME, LOCAL, .help = "Last written", .ref = "2.5"},
	[MTIME_SEC] = {"nfs.mtime.sec", "seconds", U32, DEC,
		       .help = "The same in seconds since 1970", .ref = "2.5"},
	[MTIME_NSEC] = {"nfs.mtime.nsec", "nano seconds", U32, DEC, .help = "Its fraction",
			.ref = "2.5"},
	[CTIME] = {"nfs.ctime", "ctime", ABSTIME, LOCAL, .help = "Last changed", .ref = "2.5"},
	[CTIME_SEC] = {"nfs.ctime.sec", "seconds", U32, DEC,
		       .help = "The same in seconds since 1970", .ref = "2.5"},
	[CTIME_NSEC] = {"nfs.ctime.nsec", "nano seconds", U32, DEC, .help = "Its fraction",
			.ref = "2.5"},
	[SET_SIZE] = {"nfs.set_size", "size", U64, DEC, .help = "The new size", .ref = "2.5"},
	[NEW_UID] = {"nfs.uid3", "uid", U32, DEC, .help = "The new owner", .ref = "2.5"},
	[NEW_GID] = {"nfs.gid3", "gid", U32, DEC, .help = "The new group", .ref = "2.5"},
	[WCC_SIZE] = {"nfs.wcc_attr.size", "size", U64, DEC, .help = "Octets before the call",
		      .ref = "2.6"},
	[OFFSET] = {"nfs.offset3", "offset", U64, DEC, .help = "Where in the file", .ref = "3.3.6"},
	[COUNT3] = {"nfs.count3", "count", U32, DEC, .help = "Octets asked for or moved",
		    .ref = "3.3.6"},
	[DIRCOUNT] = {"nfs.count3_dircount", "dircount", U32, DEC, .help = "Most octets of names",
		      .ref = "3.3.17"},
	[MAXCOUNT] = {"nfs.count3_maxcount", "maxcount", U32, DEC,
		      .help = "Most octets of the reply", .ref = "3.3.17"},
	[READ_EOF] = {"nfs.read.eof", "EOF", BOOL, PLAIN, .help = "The file ends here",
		      .ref = "3.3.6"},
	[STABLE] = {"nfs.write.stable", "Stable", U32, DEC, .help = "How safe it must be",
		    WORDS(stables), .ref = "3.3.7"},
	[COMMITTED] = {"nfs.write.committed", "Committed", U32, DEC, .help = "How safe it is",
		       WORDS(stables), .ref = "3.3.7"},
	[VERIFIER] = {"nfs.verifier", "Verifier", BYTES, PLAIN,
		      .help = "Changes when the server starts anew", .ref = "3.3.7"},
	[CREATEMODE] = {"nfs.createmode", "Create Mode", U32, DEC,
			.help = "Whether the file may be there", WORDS(create_modes),
			.ref = "3.3.8"},
	[COOKIE] = {"nfs.cookie3", "cookie", U64, DEC, .help = "Where in the directory",
		    .ref = "3.3.16"},
	[VALUE_FOLLOWS] = {"rpc.value_follows", "Value Follows", BOOL, .traits = BORROWED,
			   .words = &(const struct words){yes_no, 2},
			   .help = "Another entry follows", .ref = "RFC 4506, 4.19"},
	[ENTRY] = {"nfs.readdir.entry", "Entry", NONE, PLAIN, .help = "An entry of the directory",
		   .ref = "3.3.16"},
	[ENTRY_ID] = {"nfs.readdir.entry3.fileid", "File ID", U64, DEC,
		      .help = "The number of the file", .ref = "3.3.16"},
	[ENTRY_COOKIE] = {"nfs.readdir.entry3.cookie", "Cookie", U64, DEC, .help = "Where to go on",
			  .ref = "3.3.16"},
	[PLUS_ID] = {"nfs.readdirplus.entry.fileid", "File ID", U64, DEC,
		     .help = "The number of the file", .ref = "3.3.17"},
	[PLUS_COOKIE] = {"nfs.readdirplus.entry.cookie", "Cookie", U64, DEC,
			 .help = "Where to go on", .ref = "3.3.17"},
	[AT_END] = {"nfs.readdir.eof", "EOF", U32, DEC, .help = "The directory ends here",
		    .ref = "3.3.16"},
	[TBYTES] = {"nfs.fsstat3_resok.tbytes", "Total bytes", U64, DEC,
		    .help = "Total bytes of the file system", .ref = "3.3.18"},
	[FBYTES] = {"nfs.fsstat3_resok.fbytes", "Free bytes", U64, DEC,
		    .help = "Free bytes of the file system", .ref = "3.3.18"},
	[ABYTES] = {"nfs.fsstat3_resok.abytes", "Available free bytes", U64, DEC,
		    .help = "Available free bytes of the file system", .ref = "3.3.18"},
	[TFILES] = {"nfs.fsstat3_resok.tfiles", "Total file slots", U64, DEC,
		    .help = "Total file slots of the file system", .ref = "3.3.18"},
	[FFILES] = {"nfs.fsstat3_resok.ffiles", "Free file slots", U64, DEC,
		    .help = "Free file slots of the file system", .ref = "3.3.18"},
	[AFILES] = {"nfs.fsstat3_resok.afiles", "Available free file slots", U64, DEC,
		    .help = "Available free file slots of the file system", .ref = "3.3.18"},
	[INVARSEC] = {"nfs.fsstat.invarsec", "invarsec", U32, DEC,
		      .help = "Seconds without a change", .ref = "3.3.18"},
	[RTMAX] = {"nfs.fsinfo.rtmax", "rtmax", U32, DEC, .help = "Largest read", .ref = "3.3.19"},
	[RTPREF] = {"nfs.fsinfo.rtpref", "rtpref", U32, DEC, .help = "Preferred read",
		    .ref = "3.3.19"},
	[RTMULT] = {"nfs.fsinfo.rtmult", "rtmult", U32, DEC, .help = "Reads in multiples of this",
		    .ref = "3.3.19"},
	[WTMAX] = {"nfs.fsinfo.wtmax", "wtmax", U32, DEC, .help = "Largest write", .ref = "3.3.19"},
	[WTPREF] = {"nfs.fsinfo.wtpref", "wtpref", U32, DEC, .help = "Preferred write",
		    .ref = "3.3.19"},
	[WTMULT] = {"nfs.fsinfo.wtmult", "wtmult", U32, DEC, .help = "Writes in multiples of this",
		    .ref = "3.3.19"},
	[DTPREF] = {"nfs.fsinfo.dtpref", "dtpref", U32, DEC,
		    .help = "Preferred size of directory reads", .ref = "3.3.19"},
	[MAXFILESIZE] = {"nfs.fsinfo.maxfilesize", "maxfilesize", U64, DEC, .help = "Largest file",
			 .ref = "3.3.19"},
	[TIME_DELTA] = {"nfs.dtime", "time delta", RELTIME, .help = "How exact its times are",
			.ref = "3.3.19"},
	[DTIME_SEC] = {"nfs.dtime.sec", "seconds", U32, DEC, .help = "The same in seconds",
		       .ref = "3.3.19"},
	[DTIME_NSEC] = {"nfs.dtime.nsec", "nano seconds", U32, DEC, .help = "Its fraction",
			.ref = "3.3.19"},
	[PROPERTIES] = {"nfs.fsinfo.properties", "Properties", U32, HEX,
			.help = "What the file system can do", .ref = "3.3.19"},
	[CAN_SETTIME] = {"nfs.fsinfo.properties.setattr", "SETATTR can set time on server", BOOL,
			 .under = PROPERTIES, AT(27, 1), BOX(32, 27),
			 .words = &(const struct words){yes_no, 2}, .help = "It can",
			 .ref = "3.3.19"},
	[CAN_CONF] = {"nfs.fsinfo.properties.pathconf", "PATHCONF", BOOL, .under = PROPERTIES,
		      AT(28, 1), BOX(32, 28), .words = &(const struct words){yes_no, 2},
		      .help = "It can", .ref = "3.3.19"},
	[CAN_SYMLINKS] = {"nfs.fsinfo.properties.symlinks", "File System supports symbolic links",
			  BOOL, .under = PROPERTIES, AT(30, 1), BOX(32, 30),
			  .words = &(const struct words){yes_no, 2}, .help = "It can",
			  .ref = "3.3.19"},
	[CAN_HARDLINKS] = {"nfs.fsinfo.properties.hardlinks", "File System supports hard links",
			   BOOL, .under = PROPERTIES, AT(31, 1), BOX(32, 31),
			   .words = &(const struct words){yes_no, 2}, .help = "It can",
			   .ref = "3.3.19"},
	[LINKMAX] = {"nfs.pathconf.linkmax", "linkmax", U32, DEC, .help = "Most names of a file",
		     .ref = "3.3.20"},
	[NAME_MAX] = {"nfs.pathconf.name_max", "name_max", U32, DEC, .help = "Longest name",
		      .ref = "3.3.20"},
	[NO_TRUNC] = {"nfs.pathconf.no_trunc", "no_trunc", BOOL, PLAIN,
		      .help = "How it deals with names and owners", .ref = "3.3.20"},
	[CHOWN_RESTRICTED] = {"nfs.pathconf.chown_restricted", "chown_restricted", BOOL, PLAIN,
			      .help = "How it deals with names and owners", .ref = "3.3.20"},
	[CASE_INSENSITIVE] = {"nfs.pathconf.case_insensitive", "case_insensitive", BOOL, PLAIN,
			      .help = "How it deals with names and owners", .ref = "3.3.20"},
	[CASE_PRESERVING] = {"nfs.pathconf.case_preserving", "case_preserving", BOOL, PLAIN,
			     .help = "How it deals with names and owners", .ref = "3.3.20"},
	[CHECK] = {"nfs.access_check", "Check access", U8, HEX,
		   .help = "What the caller wants to know", .ref = "3.3.4"},
	[RIGHTS] = {"nfs.access_rights", "Access rights (of requested)", U8, HEX,
		    .help = "What is allowed", .ref = "3.3.4"},
	[MAY_READ] = {"nfs.access_read", "0x001 READ", BOOL, .words = &allowed,
		      .help = "Whether that is allowed", .ref = "3.3.4"},
	[MAY_LOOKUP] = {"nfs.access_lookup", "0x002 LOOKUP", BOOL, .words = &allowed,
			.help = "Whether that is allowed", .ref = "3.3.4"},
	[MAY_MODIFY] = {"nfs.access_modify", "0x004 MODIFY", BOOL, .words = &allowed,
			.help = "Whether that is allowed", .ref = "3.3.4"},
	[MAY_EXTEND] = {"nfs.access_extend", "0x008 EXTEND", BOOL, .words = &allowed,
			.help = "Whether that is allowed", .ref = "3.3.4"},
	[MAY_DELETE] = {"nfs.access_delete", "0x010 DELETE", BOOL, .words = &allowed,
			.help = "Whether that is allowed", .ref = "3.3.4"},
	[MAY_EXECUTE] = {"nfs.access_execute", "0x020 EXECUTE", BOOL, .words = &allowed,
			 .help = "Whether that is allowed", .ref = "3.3.4"},
};

#define SUPPORTED_VERSION 3

/* --- what single procedures have --- */

/* Bits that are set, in letters. */
static const char *letters_of(struct walk *w, uint32_t bits)
{
	const char *s = "";

	for (unsigned i = 0; i < COUNT(letters); i++)
		if (bits >> i & 1)
			s = arena_join(&w->arena, arena_join(&w->arena, s, " "), letters[i]);
	return s;
}

static void put_access(struct walk *w, struct cursor *c, unsigned row, uint32_t asked)
{
	uint32_t bits = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t group = open_value(w, row, c->at, bits & 0xff);

	for (unsigned i = 0; i < COUNT(letters); i++)
		if (asked >> i & 1)
			put_value(w, MAY_READ + i, c->at + 3, 1, bits >> i & 1);
	cursor_pull(c, 4);
	shut_group(w, group, c);
}

/* What the call asks for; NULL: it isn't known. */
static uint32_t *asked_of(const struct walk *w)
{
	const struct rpc_message *m = (const struct rpc_message *)w->now->parent->state;

	return m->kept == ABSENT ? NULL : (uint32_t *)(uintptr_t)m->kept;
}

static void read_check(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t bits = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t *asked = asked_of(w);

	(void)part;
	if (asked)
		*asked = bits;
	put_access(w, c, CHECK, bits);
	nfs_say(w, ", [Check:%s]", letters_of(w, bits));
}

static void read_rights(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t bits = (uint32_t)span_bits(c->left, 0, 32, false);
	const uint32_t *asked = asked_of(w);
	uint32_t denied = asked ? *asked & ~bits : 0;

	(void)part;
	put_access(w, c, RIGHTS, asked ? *asked : bits);
	if (denied)
		nfs_say(w, ", [Access Denied:%s]", letters_of(w, denied));
	nfs_say(w, ", [Allowed:%s]", letters_of(w, bits));
}

static void read_new_file(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, ", FH: 0x%08x", (unsigned)nfs_put_named_handle(w, c, part->words));
}

static void read_offset(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, " Offset: %llu", (unsigned long long)put(w, c, part->row, 8));
}

static void read_count(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, " Len: %u", (unsigned)put(w, c, part->row, 4));
}

static void read_stable(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, " %s", row_word(w, STABLE, put(w, c, part->row, 4), "Unknown"));
}

static void read_data(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	static const struct xdr_counted rows = {TEXT, TEXT_LENGTH, DATA, TEXT_FILL};

	(void)part;
	xdr_data(w, c, &rows, "Data");
}

static void read_path(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, "%s%s", part->words,
		nfs_put_name(w, c, part->row, part->row == NAME ? "Name" : "Data"));
}

static void read_verifier(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	(void)part;
	put(w, c, VERIFIER, 8);
	label_value(w, "Opaque Data");
}

static void read_how(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	static const struct xdr_part settings = {0, 0, "obj_attributes", NULL};
	uint64_t how = put(w, c, CREATEMODE, 4);

	nfs_say(w, " Mode: %s", row_word(w, CREATEMODE, how, "Unknown"));
	if (how == 2)
		read_verifier(w, c, part);
	else
		nfs_read_settings(w, c, &settings);
}

/* A directory is called otherwise here. */
static void read_node_place(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = nfs_open_named(w, c, part->words);
	uint32_t hash = nfs_put_named_handle(w, c, "dir");

	nfs_say(w, ", FH: 0x%08x/%s", (unsigned)hash, nfs_put_name(w, c, NAME, "Name"));
	shut_group(w, group, c);
}

static void read_linked(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_say(w, ", From DH: 0x%08x", (unsigned)nfs_put_named_handle(w, c, part->words));
}

static void read_node(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	static const struct xdr_part settings = {0, 0, "dev_attributes", NULL};
	uint64_t type = put(w, c, NODE_TYPE, 4);

	nfs_say(w, " %s", row_word(w, TYPE, type, "Unknown"));
	if (type == 3 || type == 4 || type == 6 || type == 7)
		nfs_read_settings(w, c, &settings);
	if (type == 3 || type == 4)
		nfs_read_rdev(w, c, part);
}

static const struct xdr_part plus_tail[] = {
	{0, 0, "name_attributes", nfs_read_post}, {0, 0, "name_handle", nfs_read_post_handle}, {0}};

static void put_list_entry(struct walk *w, struct cursor *c, bool plus)
{
	uint32_t group = open_group(w, c, ENTRY, 0);
	const char *name;

	put(w, c, plus ? PLUS_ID : ENTRY_ID, 8);
	name = nfs_put_name(w, c, plus ? PLUS_NAME : ENTRY_NAME, "Name");
	label_tail_of(w, group, ": name %s", name);
	nfs_say(w, " %s", name);
	put(w, c, plus ? PLUS_COOKIE : ENTRY_COOKIE, 8);
	if (plus)
		xdr_parts(w, c, plus_tail);
	shut_group(w, group, c);
}

static void read_list(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	while (put(w, c, VALUE_FOLLOWS, 4) && !c->bad)
		put_list_entry(w, c, part->octets);
	put(w, c, AT_END, 4);
}

static void read_delta(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	nfs_put_time(w, c, part->row);
}

/* --- procedures --- */

struct procedure {
	const struct xdr_part *call, *done, *failed;
};

#define PARTS(...)                \
	(const struct xdr_part[]) \
	{                         \
		__VA_ARGS__,      \
		{                 \
			0         \
		}                 \
	}
#define N(row, octets)            \
	{                         \
		row, octets, 0, 0 \
	}
#define R(reader, words)            \
	{                           \
		0, 0, words, reader \
	}
#define V(reader, row)            \
	{                         \
		row, 0, 0, reader \
	}

static const struct procedure all[] = {
	[1] = {PARTS(R(nfs_read_file, "object")), PARTS(R(nfs_read_attributes, "obj_attributes")),
	       NULL},
	[2] = {PARTS(R(nfs_read_file, "object"), R(nfs_read_settings, "new_attributes"),
		     R(nfs_read_guard, "guard")),
	       PARTS(R(nfs_read_wcc, "obj_wcc")), PARTS(R(nfs_read_wcc, "obj_wcc"))},
	[3] = {PARTS(R(nfs_read_entry, "what")),
	       PARTS(R(read_new_file, "object"), R(nfs_read_post, "obj_attributes"),
		     R(nfs_read_post, "dir_attributes")),
	       PARTS(R(nfs_read_post, "dir_attributes"))},
	[4] = {PARTS(R(nfs_read_file, "object"), R(read_check, NULL)),
	       PARTS(R(nfs_read_post, "obj_attributes"), R(read_rights, NULL)),
	       PARTS(R(nfs_read_post, "obj_attributes"))},
	[5] = {PARTS(R(nfs_read_file, "symlink")),
	       PARTS(R(nfs_read_post, "symlink_attributes"), {LINK_DATA, 0, " Path: ", read_path}),
	       PARTS(R(nfs_read_post, "symlink_attributes"))},
	[6] = {PARTS(R(nfs_read_file, "file"), V(read_offset, OFFSET), V(read_count, COUNT3)),
	       PARTS(R(nfs_read_post, "file_attributes"), V(read_count, COUNT3), N(READ_EOF, 4),
		     R(read_data, NULL)),
	       PARTS(R(nfs_read_post, "file_attributes"))},
	[7] = {PARTS(R(nfs_read_file, "file"), V(read_offset, OFFSET), V(read_count, COUNT3),
		     V(read_stable, STABLE), R(read_data, NULL)),
	       PARTS(R(nfs_read_wcc, "file_wcc"), V(read_count, COUNT3), V(read_stable, COMMITTED),
		     R(read_verifier, NULL)),
	       PARTS(R(nfs_read_wcc, "file_wcc"))},
	[8] = {PARTS(R(nfs_read_entry, "where"), R(read_how, NULL)),
	       PARTS(R(nfs_read_post_handle, "obj"), R(nfs_read_post, "obj_attributes"),
		     R(nfs_read_wcc, "dir_wcc")),
	       PARTS(R(nfs_read_wcc, "dir_wcc"))},
	[9] = {PARTS(R(nfs_read_entry, "where"), R(nfs_read_settings, "attributes")),
	       PARTS(R(nfs_read_post_handle, "obj"), R(nfs_read_post, "obj_attributes"),
		     R(nfs_read_wcc, "dir_wcc")),
	       PARTS(R(nfs_read_wcc, "dir_wcc"))},
	[10] = {PARTS(R(nfs_read_from, "where"), R(nfs_read_settings, "symlink_attributes"),
		      {LINK_TO, 0, " To ", read_path}),
		PARTS(R(nfs_read_post_handle, "obj"), R(nfs_read_post, "obj_attributes"),
		      R(nfs_read_wcc, "dir_wcc")),
		PARTS(R(nfs_read_wcc, "dir_wcc"))},
	[11] = {PARTS(R(read_node_place, "where"), R(read_node, NULL)),
		PARTS(R(nfs_read_post_handle, "obj"), R(nfs_read_post, "obj_attributes"),
		      R(nfs_read_wcc, "dir_wcc")),
		PARTS(R(nfs_read_wcc, "dir_wcc"))},
	[12] = {PARTS(R(nfs_read_entry, "object")), PARTS(R(nfs_read_wcc, "dir_wcc")),
		PARTS(R(nfs_read_wcc, "dir_wcc"))},
	[13] = {PARTS(R(nfs_read_entry, "object")), PARTS(R(nfs_read_wcc, "dir_wcc")),
		PARTS(R(nfs_read_wcc, "dir_wcc"))},
	[14] = {PARTS(R(nfs_read_from, "from"), R(nfs_read_to, "to")),
		PARTS(R(nfs_read_wcc, "fromdir_wcc"), R(nfs_read_wcc, "todir_wcc")),
		PARTS(R(nfs_read_wcc, "fromdir_wcc"), R(nfs_read_wcc, "todir_wcc"))},
	[15] = {PARTS(R(read_linked, "file"), R(nfs_read_to, "link")),
		PARTS(R(nfs_read_post, "file_attributes"), R(nfs_read_wcc, "linkdir_wcc")),
		PARTS(R(nfs_read_post, "file_attributes"), R(nfs_read_wcc, "linkdir_wcc"))},
	[16] = {PARTS(R(nfs_read_file, "dir"), N(COOKIE, 8), R(read_verifier, NULL), N(COUNT3, 4)),
		PARTS(R(nfs_read_post, "dir_attributes"), R(read_verifier, NULL),
		      R(read_list, NULL)),
		PARTS(R(nfs_read_post, "dir_attributes"))},
	[17] = {PARTS(R(nfs_read_file, "dir"), N(COOKIE, 8), R(read_verifier, NULL), N(DIRCOUNT, 4),
		      N(MAXCOUNT, 4)),
		PARTS(R(nfs_read_post, "dir_attributes"), R(read_verifier, NULL),
		      {0, 1, NULL, read_list}),
		PARTS(R(nfs_read_post, "dir_attributes"))},
	[18] = {PARTS(R(nfs_read_file, "object")),
		PARTS(R(nfs_read_post, "obj_attributes"), N(TBYTES, 8), N(FBYTES, 8), N(ABYTES, 8),
		      N(TFILES, 8), N(FFILES, 8), N(AFILES, 8), N(INVARSEC, 4)),
		PARTS(R(nfs_read_post, "obj_attributes"))},
	[19] = {PARTS(R(nfs_read_file, "object")),
		PARTS(R(nfs_read_post, "obj_attributes"), N(RTMAX, 4), N(RTPREF, 4), N(RTMULT, 4),
		      N(WTMAX, 4), N(WTPREF, 4), N(WTMULT, 4), N(DTPREF, 4), N(MAXFILESIZE, 8),
		      V(read_delta, TIME_DELTA), N(PROPERTIES, 4)),
		PARTS(R(nfs_read_post, "obj_attributes"))},
	[20] = {PARTS(R(nfs_read_file, "object")),
		PARTS(R(nfs_read_post, "obj_attributes"), N(LINKMAX, 4), N(NAME_MAX, 4),
		      N(NO_TRUNC, 4), N(CHOWN_RESTRICTED, 4), N(CASE_INSENSITIVE, 4),
		      N(CASE_PRESERVING, 4)),
		PARTS(R(nfs_read_post, "obj_attributes"))},
	[21] = {PARTS(R(nfs_read_file, "file"), N(OFFSET, 8), N(COUNT3, 4)),
		PARTS(R(nfs_read_wcc, "file_wcc"), R(read_verifier, NULL)),
		PARTS(R(nfs_read_wcc, "file_wcc"))},
};

static const struct rpc_message *message_of(const struct layer *l)
{
	return (const struct rpc_message *)l->parent->state;
}

static void put_result(struct walk *w, struct cursor *c, const struct procedure *p)
{
	uint32_t at = c->at;
	uint64_t status = put(w, c, STATUS, 4);
	const struct xdr_part *parts = status ? p->failed : p->done;

	put_value(w, ANY_STATUS, at, 4, status);
	if (status)
		nfs_say(w, " Error: %s", row_word(w, STATUS, status, "Unknown error"));
	if (parts)
		xdr_parts(w, c, parts);
}

/* The words begin behind the version: the tree's line has them, too. */
static void say_in_tree(struct walk *w, const struct layer *l, size_t skip)
{
	label_tail_of(w, l->node, ", %s", l->says + skip);
}

/* Behind another message of the same frame. */
static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = l->parent->again;
}

/* RFC 7530, 15: but for NULL all is a compound of operations. */
static void rest_of_4(struct walk *w, struct layer *l, struct cursor *c,
		      const struct rpc_message *m)
{
	const struct plan *compound = also_by(l, 0, m->version);

	put_value(w, PROCEDURE_4, c->at, 0, m->procedure);
	nfs_say(w, "V4 %s%s", m->procedure ? "" : "NULL ", m->reply ? "Reply" : "Call");
	if (m->reply)
		nfs_say(w, " (Call In %u)", (unsigned)m->call_frame);
	if (m->procedure && compound)
		*c = walk_part(w, compound, *c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct rpc_message *m = message_of(l);
	uint64_t n = m->procedure;
	size_t lead;

	l->says = l->parent->again ? " ; " : "";
	put_value(w, PROGRAM_VERSION, c->at, 0, m->version);
	if (m->version == 4 && n <= 1) {
		rest_of_4(w, l, c, m);
		return;
	}
	if (m->version != SUPPORTED_VERSION) {
		nfs_say(w, "V%u proc-%u %s", (unsigned)m->version, (unsigned)n,
			m->reply ? "Reply" : "Call");
		return;
	}
	put_value(w, PROCEDURE, c->at, 0, n);
	nfs_say(w, "V3 %s %s", row_word(w, PROCEDURE, n, "Unknown"), m->reply ? "Reply" : "Call");
	if (m->reply)
		nfs_say(w, " (Call In %u)", (unsigned)m->call_frame);
	lead = strlen("V3 ") + (l->parent->again ? strlen(" ; ") : 0);
	if (n && n < COUNT(all)) {
		if (m->reply)
			put_result(w, c, &all[n]);
		else
			xdr_parts(w, c, all[n].call);
	}
	say_in_tree(w, l, lead);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"rpc.program", 100003}, {0}};

const struct proto proto_nfs = {
	.brief = "NFS",
	.spec = "RFC 1813",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"nfs.compound"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
