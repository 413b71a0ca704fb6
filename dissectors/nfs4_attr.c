/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System 4: masks of attributes, and their values. */
/* RFC 7530, 5. */
#include "core/checksum.h"
#include "flow/rpc.h"
#include "shared/nfs4_parts.h"
#include "shared/xdr.h"

enum {
	ATTRIBUTES,
	GROUP,
	TEXT,
	TEXT_LENGTH,
	TEXT_FILL,
	FH_LENGTH,
	FH_HASH,
	FHANDLE,
	MASK,
	MASK_COUNT,
	ATTRIBUTE,
	LINKS,
	SYMLINKS,
	NAMED,
	UNIQUE,
	ARCHIVE,
	CAN_SET_TIME,
	INSENSITIVE,
	PRESERVING,
	CHOWN,
	HIDDEN_FILE,
	HOMOGENEOUS,
	NO_TRUNC,
	SYSTEM,
	CHANGE,
	SIZE,
	LEASE,
	FILEID,
	FILES_AVAIL,
	FILES_FREE,
	FILES_TOTAL,
	MAX_SIZE,
	MAX_LINK,
	MAX_NAME,
	MAX_READ,
	MAX_WRITE,
	NUMLINKS,
	QUOTA_HARD,
	QUOTA_SOFT,
	QUOTA_USED,
	SPACE_AVAIL,
	SPACE_FREE,
	SPACE_TOTAL,
	SPACE_USED,
	TYPE,
	MOUNTED_ON,
	FSID_MAJOR,
	FSID_MINOR,
	OWNER,
	OWNER_GROUP,
	SPEC1,
	SPEC2,
	SECONDS,
	NSECONDS,
	MODE,
	MODE_NAME,
	SET_USER_ID,
	SET_GROUP_ID,
	SAVE_SWAP_TEXT,
	READ_OWNER,
	WRITE_OWNER,
	EXEC_OWNER,
	READ_GROUP,
	WRITE_GROUP,
	EXEC_GROUP,
	READ_OTHER,
	WRITE_OTHER,
	EXEC_OTHER,
};

#define ALL_SUPPORTED 11 /* 5.6: the attributes up to this one are required */
#define FILE_HANDLE 19   /* ... and this one */
#define WORD_BITS 32

static const struct word attributes[] = {
	{0, "Supported_Attrs"},
	{1, "Type"},
	{2, "FH_Expire_Type"},
	{3, "Change"},
	{4, "Size"},
	{5, "Link_Support"},
	{6, "Symlink_Support"},
	{7, "Named_Attr"},
	{8, "FSID"},
	{9, "Unique_Handles"},
	{10, "Lease_Time"},
	{11, "RDAttr_Error"},
	{12, "ACL"},
	{13, "ACLSupport"},
	{14, "Archive"},
	{15, "CanSetTime"},
	{16, "Case_Insensitive"},
	{17, "Case_Preserving"},
	{18, "Chown_Restricted"},
	{19, "Filehandle"},
	{20, "FileId"},
	{21, "Files_Avail"},
	{22, "Files_Free"},
	{23, "Files_Total"},
	{24, "FS_Locations"},
	{25, "Hidden"},
	{26, "Homogeneous"},
	{27, "MaxFileSize"},
	{28, "MaxLink"},
	{29, "MaxName"},
	{30, "MaxRead"},
	{31, "MaxWrite"},
	{32, "MimeType"},
	{33, "Mode"},
	{34, "No_Trunc"},
	{35, "NumLinks"},
	{36, "Owner"},
	{37, "Owner_Group"},
	{38, "Quota_Avail_Hard"},
	{39, "Quota_Avail_Soft"},
	{40, "Quota_Used"},
	{41, "RawDev"},
	{42, "Space_Avail"},
	{43, "Space_Free"},
	{44, "Space_Total"},
	{45, "Space_Used"},
	{46, "System"},
	{47, "Time_Access"},
	{48, "Time_Access_Set"},
	{49, "Time_Backup"},
	{50, "Time_Create"},
	{51, "Time_Delta"},
	{52, "Time_Metadata"},
	{53, "Time_Modify"},
	{54, "Time_Modify_Set"},
	{55, "Mounted_on_FileId"},
	{56, "Dir_Notif_Delay"},
	{58, "DACL"},
	{59, "SACL"},
	{60, "Change_Policy"},
	{61, "FS_Status"},
	{62, "FS_Layout_Type"},
	{63, "Layout_hint"},
	{64, "Layout_type"},
	{65, "Layout_blksize"},
	{66, "Layout_alignment"},
	{67, "FS_Locations_info"},
	{68, "MDS_Threshold"},
	{69, "Retention_Get"},
	{70, "Retention_Set"},
	{71, "RetentEvt_Get"},
	{72, "RetentEvt_Set"},
	{73, "Retention_Hold"},
	{74, "Mode_Set_Masked"},
	{75, "Suppattr_ExclCreat"},
	{76, "FS_Charset_Cap"},
	{77, "Clone_Block_Size"},
	{78, "Space_Freed"},
	{79, "Change_Attr_Type"},
	{80, "Security_Label"},
	{81, "Mode_Umask"},
	{82, "Xattr_Support"},
	{83, "Offline"},
	{84, "Time_Deleg_Access"},
	{85, "Time_Deleg_Modify"},
};
static const struct word types[] = {
	{1, "NF4REG"},  {2, "NF4DIR"},  {3, "NF4BLK"},     {4, "NF4CHR"},       {5, "NF4LNK"},
	{6, "NF4SOCK"}, {7, "NF4FIFO"}, {8, "NF4ATTRDIR"}, {9, "NF4NAMEDATTR"},
};
static const struct word mode_names[] = {{0, "Unknown"}};

/* The names of the bits that are set, the highest first. */
static void form_mode(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {"Set user id on exec",
					    "Set group id on exec",
					    "Save swapped text even after use",
					    "Read permission for owner",
					    "Write permission for owner",
					    "Execute permission for owner",
					    "Read permission for group",
					    "Write permission for group",
					    "Execute permission for group",
					    "Read permission for others",
					    "Write permission for others",
					    "Execute permission for others"};

	(void)r;
	text_char(t, '0');
	text_oct(t, n->u);
	text_put(t, ", Name: Unknown");
	for (unsigned i = 0; i < COUNT(names); i++)
		if (n->u >> (COUNT(names) - 1 - i) & 1)
			text_format(t, ", %s", names[i]);
}

static const struct field fields[] = {
	[ATTRIBUTES] = {"nfs.attributes", "NFS attributes", PROTO},
	[GROUP] = {"text", "Group", HEADING},
	[TEXT] = {"text", "Owner", HEADING},
	[TEXT_LENGTH] = {"rpc.opaque_length", "length", U32, DEC, .traits = BORROWED,
			 .help = "Octets that follow", .ref = "RFC 4506, 4.11"},
	[TEXT_FILL] = {"rpc.fill_bytes", "fill bytes", BYTES, .traits = BORROWED,
		       .help = "Up to a word of four octets", .ref = "RFC 4506, 4.11"},
	[FH_LENGTH] = {"nfs.fh.length", "length", U32, DEC, .help = "Octets of the handle",
		       .ref = "2.2.2"},
	[FH_HASH] = {"nfs.fh.hash", "hash (CRC-32)", U32, HEX, .traits = GENERATED,
		     .help = "A short name for the handle", .ref = "2.2.2"},
	[FHANDLE] = {"nfs.fhandle", "FileHandle", BYTES, .help = "Names a file for the server",
		     .ref = "2.2.2"},
	[MASK] = {"nfs.attr_mask", "Attr mask", U32, HEX, .help = "Which attributes, 32 of them",
		  .ref = "2.2.7"},
	[MASK_COUNT] = {"nfs.attr_count", "Attr count", U32, DEC, .traits = HIDDEN,
			.help = "How many bits of the mask are set", .ref = "2.2.7"},
	[ATTRIBUTE] = {"nfs.attr", "reqd_attr", U32, DEC, WORDS(attributes),
		       .help = "The number of an attribute", .ref = "5"},
	[LINKS] = {"nfs.fattr4_link_support", "fattr4_link_support", BOOL, PLAIN,
		   .words = &(const struct words){yes_no, 2},
		   .help = "A file may have several names", .ref = "5"},
	[SYMLINKS] = {"nfs.fattr4_symlink_support", "fattr4_symlink_support", BOOL, PLAIN,
		      .words = &(const struct words){yes_no, 2},
		      .help = "Symbolic links can be made", .ref = "5"},
	[NAMED] = {"nfs.fattr4_named_attr", "fattr4_named_attr", BOOL, PLAIN,
		   .words = &(const struct words){yes_no, 2},
		   .help = "The file has named attributes", .ref = "5"},
	[UNIQUE] = {"nfs.fattr4_unique_handles", "fattr4_unique_handles", BOOL, PLAIN,
		    .words = &(const struct words){yes_no, 2}, .help = "Two handles are two files",
		    .ref = "5"},
	[ARCHIVE] = {"nfs.fattr4_archive", "fattr4_archive", BOOL, PLAIN,
		     .words = &(const struct words){yes_no, 2},
		     .help = "Changed since the last backup", .ref = "5"},
	[CAN_SET_TIME] = {"nfs.fattr4_cansettime", "fattr4_cansettime", BOOL, PLAIN,
			  .words = &(const struct words){yes_no, 2}, .help = "Times can be set",
			  .ref = "5"},
	[INSENSITIVE] = {"nfs.fattr4_case_insensitive", "fattr4_case_insensitive", BOOL, PLAIN,
			 .words = &(const struct words){yes_no, 2},
			 .help = "Names are compared without case", .ref = "5"},
	[PRESERVING] = {"nfs.fattr4_case_preserving", "fattr4_case_preserving", BOOL, PLAIN,
			.words = &(const struct words){yes_no, 2}, .help = "Names keep their case",
			.ref = "5"},
	[CHOWN] = {"nfs.fattr4_chown_restricted", "fattr4_chown_restricted", BOOL, PLAIN,
		   .words = &(const struct words){yes_no, 2},
		   .help = "Only the mighty give files away", .ref = "5"},
	[HIDDEN_FILE] = {"nfs.fattr4_hidden", "fattr4_hidden", BOOL, PLAIN,
			 .words = &(const struct words){yes_no, 2}, .help = "It is hidden",
			 .ref = "5"},
	[HOMOGENEOUS] = {"nfs.fattr4_homogeneous", "fattr4_homogeneous", BOOL, PLAIN,
			 .words = &(const struct words){yes_no, 2},
			 .help = "All files support the same attributes", .ref = "5"},
	[NO_TRUNC] = {"nfs.fattr4_no_trunc", "fattr4_no_trunc", BOOL, PLAIN,
		      .words = &(const struct words){yes_no, 2},
		      .help = "Names that are too long are refused", .ref = "5"},
	[SYSTEM] = {"nfs.fattr4_system", "fattr4_system", BOOL, PLAIN,
		    .words = &(const struct words){yes_no, 2}, .help = "It is a system file",
		    .ref = "5"},
	[CHANGE] = {"nfs.changeid4", "changeid", U64, DEC,
		    .help = "Differs when the file has changed", .ref = "5"},
	[SIZE] = {"nfs.fattr4.size", "size", U64, DEC, .help = "Octets", .ref = "5"},
	[LEASE] = {"nfs.fattr4.lease_time", "lease_time", U32, DEC,
		   .help = "Seconds that a lease lasts", .ref = "5"},
	[FILEID] = {"nfs.fattr4.fileid", "fileid", U64, DEC,
		    .help = "Its number in the file system", .ref = "5"},
	[FILES_AVAIL] = {"nfs.fattr4.files_avail", "files_avail", U64, DEC,
			 .help = "Files that the caller may still make", .ref = "5"},
	[FILES_FREE] = {"nfs.fattr4.files_free", "files_free", U64, DEC, .help = "Free file slots",
			.ref = "5"},
	[FILES_TOTAL] = {"nfs.fattr4.files_total", "files_total", U64, DEC, .help = "File slots",
			 .ref = "5"},
	[MAX_SIZE] = {"nfs.fattr4.maxfilesize", "maxfilesize", U64, DEC, .help = "Largest file",
		      .ref = "5"},
	[MAX_LINK] = {"nfs.fattr4.maxlink", "maxlink", U32, DEC, .help = "Most names of a file",
		      .ref = "5"},
	[MAX_NAME] = {"nfs.fattr4.maxname", "maxname", U32, DEC, .help = "Longest name",
		      .ref = "5"},
	[MAX_READ] = {"nfs.fattr4.maxread", "maxread", U64, DEC, .help = "Largest read",
		      .ref = "5"},
	[MAX_WRITE] = {"nfs.fattr4.maxwrite", "maxwrite", U64, DEC, .help = "Largest write",
		       .ref = "5"},
	[NUMLINKS] = {"nfs.fattr4.numlinks", "numlinks", U32, DEC, .help = "Names of the file",
		      .ref = "5"},
	[QUOTA_HARD] = {"nfs.fattr4.quota_hard", "quota_hard", U64, DEC,
			.help = "Octets up to the hard limit", .ref = "5"},
	[QUOTA_SOFT] = {"nfs.fattr4.quota_soft", "quota_soft", U64, DEC,
			.help = "Octets up to the soft limit", .ref = "5"},
	[QUOTA_USED] = {"nfs.fattr4.quota_used", "quota_used", U64, DEC,
			.help = "Octets that count", .ref = "5"},
	[SPACE_AVAIL] = {"nfs.fattr4.space_avail", "space_avail", U64, DEC,
			 .help = "Octets that the caller may still use", .ref = "5"},
	[SPACE_FREE] = {"nfs.fattr4.space_free", "space_free", U64, DEC, .help = "Free octets",
			.ref = "5"},
	[SPACE_TOTAL] = {"nfs.fattr4.space_total", "space_total", U64, DEC,
			 .help = "Octets of the file system", .ref = "5"},
	[SPACE_USED] = {"nfs.fattr4.space_used", "space_used", U64, DEC,
			.help = "Octets on the disk", .ref = "5"},
	[TYPE] = {"nfs.nfs_ftype4", "ftype4", U32, DEC, WORDS(types), .help = "What kind of file",
		  .ref = "5"},
	[MOUNTED_ON] = {"nfs.fattr4.mounted_on_fileid", "fileid", U64, HEX,
			.help = "The number of the directory below the mount", .ref = "5"},
	[FSID_MAJOR] = {"nfs.fsid4.major", "fsid4.major", U64, DEC, .help = "Which file system",
			.ref = "5"},
	[FSID_MINOR] = {"nfs.fsid4.minor", "fsid4.minor", U64, DEC,
			.help = "Which file system, in it", .ref = "5"},
	[OWNER] = {"nfs.fattr4_owner", "contents", STRING, PLAIN, .help = "Its owner, by name",
		   .ref = "5"},
	[OWNER_GROUP] = {"nfs.fattr4_owner_group", "contents", STRING, PLAIN,
			 .help = "Its group, by name", .ref = "5"},
	[SPEC1] = {"nfs.specdata1", "specdata1", U32, DEC, .help = "The major number of a device",
		   .ref = "5"},
	[SPEC2] = {"nfs.specdata2", "specdata2", U32, DEC, .help = "The minor number of a device",
		   .ref = "5"},
	[SECONDS] = {"nfs.nfstime4.seconds", "seconds", U64, DEC, .help = "Since 1970",
		     .ref = "2.2.1"},
	[NSECONDS] = {"nfs.nfstime4.nseconds", "nseconds", U32, DEC, .help = "Their fraction",
		      .ref = "2.2.1"},
	[MODE] = {"nfs.mode", "mode", U32, OCT, .form = form_mode, .help = "Who may do what",
		  .ref = "5"},
	[MODE_NAME] = {"nfs.mode.name", "Name", U32, DEC, .under = MODE, AT(16, 3), BOX(32, 16),
		       WORDS(mode_names), .help = "What kind of file, where it is told here",
		       .ref = "5"},
	[SET_USER_ID] = {"nfs.mode.set_user_id", "Set user id on exec", BOOL, .under = MODE,
			 AT(20, 1), BOX(32, 20), .words = &(const struct words){yes_no, 2},
			 .help = "Set user id on exec", .ref = "5"},
	[SET_GROUP_ID] = {"nfs.mode.set_group_id", "Set group id on exec", BOOL, .under = MODE,
			  AT(21, 1), BOX(32, 21), .words = &(const struct words){yes_no, 2},
			  .help = "Set group id on exec", .ref = "5"},
	[SAVE_SWAP_TEXT] = {"nfs.mode.save_swap_text", "Save swapped text even after use", BOOL,
			    .under = MODE, AT(22, 1), BOX(32, 22),
			    .words = &(const struct words){yes_no, 2},
			    .help = "Save swapped text even after use", .ref = "5"},
	[READ_OWNER] = {"nfs.mode.read_owner", "Read permission for owner", BOOL, .under = MODE,
			AT(23, 1), BOX(32, 23), .words = &(const struct words){yes_no, 2},
			.help = "Read permission for owner", .ref = "5"},
	[WRITE_OWNER] = {"nfs.mode.write_owner", "Write permission for owner", BOOL, .under = MODE,
			 AT(24, 1), BOX(32, 24), .words = &(const struct words){yes_no, 2},
			 .help = "Write permission for owner", .ref = "5"},
	[EXEC_OWNER] = {"nfs.mode.exec_owner", "Execute permission for owner", BOOL, .under = MODE,
			AT(25, 1), BOX(32, 25), .words = &(const struct words){yes_no, 2},
			.help = "Execute permission for owner", .ref = "5"},
	[READ_GROUP] = {"nfs.mode.read_group", "Read permission for group", BOOL, .under = MODE,
			AT(26, 1), BOX(32, 26), .words = &(const struct words){yes_no, 2},
			.help = "Read permission for group", .ref = "5"},
	[WRITE_GROUP] = {"nfs.mode.write_group", "Write permission for group", BOOL, .under = MODE,
			 AT(27, 1), BOX(32, 27), .words = &(const struct words){yes_no, 2},
			 .help = "Write permission for group", .ref = "5"},
	[EXEC_GROUP] = {"nfs.mode.exec_group", "Execute permission for group", BOOL, .under = MODE,
			AT(28, 1), BOX(32, 28), .words = &(const struct words){yes_no, 2},
			.help = "Execute permission for group", .ref = "5"},
	[READ_OTHER] = {"nfs.mode.read_other", "Read permission for others", BOOL, .under = MODE,
			AT(29, 1), BOX(32, 29), .words = &(const struct words){yes_no, 2},
			.help = "Read permission for others", .ref = "5"},
	[WRITE_OTHER] = {"nfs.mode.write_other", "Write permission for others", BOOL, .under = MODE,
			 AT(30, 1), BOX(32, 30), .words = &(const struct words){yes_no, 2},
			 .help = "Write permission for others", .ref = "5"},
	[EXEC_OTHER] = {"nfs.mode.exec_other", "Execute permission for others", BOOL, .under = MODE,
			AT(31, 1), BOX(32, 31), .words = &(const struct words){yes_no, 2},
			.help = "Execute permission for others", .ref = "5"},
};

/* --- values --- */

static void read_text(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	const struct xdr_counted rows = {TEXT, TEXT_LENGTH, part->row, TEXT_FILL};

	xdr_text(w, c, &rows, part->words);
}

static void read_fsid(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_group(w, c, GROUP, 0);

	label_whole(w, "%s", part->words);
	put(w, c, FSID_MAJOR, 8);
	put(w, c, FSID_MINOR, 8);
	shut_group(w, group, c);
}

static void read_handle(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t group = open_group(w, c, GROUP, 0);
	uint32_t n;

	label_whole(w, "%s", part->words);
	n = (uint32_t)put(w, c, FH_LENGTH, 4);
	put_value(w, FH_HASH, c->at, n, crc32_of(span_first(c->left, n)));
	if (n)
		put(w, c, FHANDLE, n);
	cursor_take(c, xdr_rounded(n) - n);
	shut_group(w, group, c);
}

static void read_supported(struct walk *w, struct cursor *c, const struct xdr_part *part);

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

static const struct xdr_part *const values[] = {
	[0] = PARTS(R(read_supported, NULL)),
	[1] = PARTS(N(TYPE, 4)),
	[3] = PARTS(N(CHANGE, 8)),
	[4] = PARTS(N(SIZE, 8)),
	[5] = PARTS(N(LINKS, 4)),
	[6] = PARTS(N(SYMLINKS, 4)),
	[7] = PARTS(N(NAMED, 4)),
	[8] = PARTS(R(read_fsid, "fattr4_fsid")),
	[9] = PARTS(N(UNIQUE, 4)),
	[10] = PARTS(N(LEASE, 4)),
	[14] = PARTS(N(ARCHIVE, 4)),
	[15] = PARTS(N(CAN_SET_TIME, 4)),
	[16] = PARTS(N(INSENSITIVE, 4)),
	[17] = PARTS(N(PRESERVING, 4)),
	[18] = PARTS(N(CHOWN, 4)),
	[19] = PARTS(R(read_handle, "fattr4_filehandle")),
	[20] = PARTS(N(FILEID, 8)),
	[21] = PARTS(N(FILES_AVAIL, 8)),
	[22] = PARTS(N(FILES_FREE, 8)),
	[23] = PARTS(N(FILES_TOTAL, 8)),
	[25] = PARTS(N(HIDDEN_FILE, 4)),
	[26] = PARTS(N(HOMOGENEOUS, 4)),
	[27] = PARTS(N(MAX_SIZE, 8)),
	[28] = PARTS(N(MAX_LINK, 4)),
	[29] = PARTS(N(MAX_NAME, 4)),
	[30] = PARTS(N(MAX_READ, 8)),
	[31] = PARTS(N(MAX_WRITE, 8)),
	[33] = PARTS(N(MODE, 4)),
	[34] = PARTS(N(NO_TRUNC, 4)),
	[35] = PARTS(N(NUMLINKS, 4)),
	[36] = PARTS({OWNER, 0, "fattr4_owner", read_text}),
	[37] = PARTS({OWNER_GROUP, 0, "fattr4_owner_group", read_text}),
	[38] = PARTS(N(QUOTA_HARD, 8)),
	[39] = PARTS(N(QUOTA_SOFT, 8)),
	[40] = PARTS(N(QUOTA_USED, 8)),
	[41] = PARTS(N(SPEC1, 4), N(SPEC2, 4)),
	[42] = PARTS(N(SPACE_AVAIL, 8)),
	[43] = PARTS(N(SPACE_FREE, 8)),
	[44] = PARTS(N(SPACE_TOTAL, 8)),
	[45] = PARTS(N(SPACE_USED, 8)),
	[46] = PARTS(N(SYSTEM, 4)),
	[47] = PARTS(N(SECONDS, 8), N(NSECONDS, 4)),
	[49] = PARTS(N(SECONDS, 8), N(NSECONDS, 4)),
	[50] = PARTS(N(SECONDS, 8), N(NSECONDS, 4)),
	[51] = PARTS(N(SECONDS, 8), N(NSECONDS, 4)),
	[52] = PARTS(N(SECONDS, 8), N(NSECONDS, 4)),
	[53] = PARTS(N(SECONDS, 8), N(NSECONDS, 4)),
	[55] = PARTS(N(MOUNTED_ON, 8)),
	[75] = PARTS(R(read_supported, NULL)),
};

/* --- masks --- */

/* The names of the bits that are set, and how many they are. */
static const char *names_of(struct walk *w, unsigned first, uint32_t mask, unsigned *n)
{
	const char *list = "";

	for (unsigned i = 0; i < WORD_BITS; i++) {
		if (!(mask >> i & 1))
			continue;
		if ((*n)++)
			list = arena_join(&w->arena, list, ", ");
		list = arena_join(&w->arena, list, row_word(w, ATTRIBUTE, first + i, "Unknown"));
	}
	return list;
}

/* What stands behind a value that can't be read can't be found. */
static void put_attribute(struct walk *w, uint32_t at, unsigned number, struct cursor *body)
{
	uint32_t group = open_value(w, ATTRIBUTE, at, number);

	if (number > ALL_SUPPORTED && number != FILE_HANDLE)
		label_name(w, "reco_attr");
	if (body && number < COUNT(values) && values[number])
		xdr_parts(w, body, values[number]);
	else if (body)
		*body = cursor_first(*body, 0);
	shut_group(w, group, NULL);
}

/* One word of the mask; `body` has the values, or is NULL. */
static void put_mask(struct walk *w, struct cursor *c, unsigned i, bool more, struct cursor *body)
{
	uint32_t at = c->at, group = open_group(w, c, MASK, 4);
	uint32_t mask = u32(c);
	unsigned n = 0;
	const char *names = names_of(w, i * WORD_BITS, mask, &n);

	if (more)
		label_whole(w, "Attr mask[%u]: 0x%08x (%s)", i, (unsigned)mask, names);
	else
		label_whole(w, "Attr mask: 0x%08x (%s)", (unsigned)mask, names);
	put_value(w, MASK_COUNT, at, 4, n);
	for (unsigned bit = 0; bit < WORD_BITS; bit++)
		if (mask >> bit & 1)
			put_attribute(w, at, i * WORD_BITS + bit,
				      body && body->left.wire ? body : NULL);
	shut_group(w, group, NULL);
}

static void put_masks(struct walk *w, struct cursor *c, uint32_t n, struct cursor *body)
{
	for (uint32_t i = 0; i < n && !c->bad; i++)
		put_mask(w, c, i, n > 1, body);
}

/* 5.8.1.1: attributes that there are, without values.  They have none inside them. */
static void read_supported(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	uint32_t n = u32(c);

	(void)part;
	put_masks(w, c, n, NULL);
}

/* 2.2.7: the mask, and in replies the values of its attributes, one behind the other. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct layer *rpc = l->parent->parent->parent;
	bool valued = ((const struct rpc_message *)rpc->state)->reply;
	uint32_t n = u32(c), len;
	struct cursor mask = *c, body;

	if (n > c->left.wire / 4) {
		cursor_take(c, UINT32_MAX);
		return;
	}
	cursor_take(c, n * 4);
	if (!valued) {
		put_masks(w, &mask, n, NULL);
		return;
	}
	len = u32(c);
	body = cursor_first(*c, len);
	cursor_take(c, xdr_rounded(len));
	put_masks(w, &mask, n, &body);
}

static const struct hang hangs[] = {{"nfs.compound", NFS4_ATTRIBUTES}, {0}};

const struct proto proto_nfs4_attr = {
	.brief = "NFS",
	.no_column = true,
	.bare = true,
	.prefix = "nfs",
	.spec = "RFC 7530",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
