/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System: compounds of version 4. */
/* RFC 7530; RFC 8881 (version 4.1). */
#include "shared/nfs4.h"
#include "flow/rpc.h"

static const struct word opcodes[] = {
	{3, "ACCESS"},
	{4, "CLOSE"},
	{5, "COMMIT"},
	{6, "CREATE"},
	{7, "DELEGPURGE"},
	{8, "DELEGRETURN"},
	{9, "GETATTR"},
	{10, "GETFH"},
	{11, "LINK"},
	{12, "LOCK"},
	{13, "LOCKT"},
	{14, "LOCKU"},
	{15, "LOOKUP"},
	{16, "LOOKUPP"},
	{17, "NVERIFY"},
	{18, "OPEN"},
	{19, "OPENATTR"},
	{20, "OPEN_CONFIRM"},
	{21, "OPEN_DOWNGRADE"},
	{22, "PUTFH"},
	{23, "PUTPUBFH"},
	{24, "PUTROOTFH"},
	{25, "READ"},
	{26, "READDIR"},
	{27, "READLINK"},
	{28, "REMOVE"},
	{29, "RENAME"},
	{30, "RENEW"},
	{31, "RESTOREFH"},
	{32, "SAVEFH"},
	{33, "SECINFO"},
	{34, "SETATTR"},
	{35, "SETCLIENTID"},
	{36, "SETCLIENTID_CONFIRM"},
	{37, "VERIFY"},
	{38, "WRITE"},
	{39, "RELEASE_LOCKOWNER"},
	{40, "BACKCHANNEL_CTL"},
	{41, "BIND_CONN_TO_SESSION"},
	{42, "EXCHANGE_ID"},
	{43, "CREATE_SESSION"},
	{44, "DESTROY_SESSION"},
	{45, "FREE_STATEID"},
	{46, "GET_DIR_DELEGATION"},
	{47, "GETDEVINFO"},
	{48, "GETDEVLIST"},
	{49, "LAYOUTCOMMIT"},
	{50, "LAYOUTGET"},
	{51, "LAYOUTRETURN"},
	{52, "SECINFO_NO_NAME"},
	{53, "SEQUENCE"},
	{54, "SET_SSV"},
	{55, "TEST_STATEID"},
	{56, "WANT_DELEG"},
	{57, "DESTROY_CLIENTID"},
	{58, "RECLAIM_COMPLETE"},
	{59, "ALLOCATE"},
	{60, "COPY"},
	{61, "COPY_NOTIFY"},
	{62, "DEALLOCATE"},
	{63, "IO_ADVISE"},
	{64, "LAYOUTERROR"},
	{65, "LAYOUTSTATS"},
	{66, "OFFLOAD_CANCEL"},
	{67, "OFFLOAD_STATUS"},
	{68, "READ_PLUS"},
	{69, "SEEK"},
	{70, "WRITE_SAME"},
	{71, "CLONE"},
	{72, "GETXATTR"},
	{73, "SETXATTR"},
	{74, "LISTXATTRS"},
	{75, "REMOVEXATTR"},
	{10044, "ILLEGAL"},
};
static const struct words opcode_words = {opcodes, COUNT(opcodes)};
static const struct word statuses[] = {
	{0, "NFS4_OK"},
	{1, "NFS4ERR_PERM"},
	{2, "NFS4ERR_NOENT"},
	{5, "NFS4ERR_IO"},
	{6, "NFS4ERR_NXIO"},
	{13, "NFS4ERR_ACCESS"},
	{17, "NFS4ERR_EXIST"},
	{18, "NFS4ERR_XDEV"},
	{19, "NFS4ERR_DQUOT"},
	{20, "NFS4ERR_NOTDIR"},
	{21, "NFS4ERR_ISDIR"},
	{22, "NFS4ERR_INVAL"},
	{27, "NFS4ERR_FBIG"},
	{28, "NFS4ERR_NOSPC"},
	{30, "NFS4ERR_ROFS"},
	{31, "NFS4ERR_MLINK"},
	{63, "NFS4ERR_NAMETOOLONG"},
	{66, "NFS4ERR_NOTEMPTY"},
	{69, "NFS4ERR_DQUOT"},
	{70, "NFS4ERR_STALE"},
	{10001, "NFS4ERR_BADHANDLE"},
	{10003, "NFS4ERR_BAD_COOKIE"},
	{10004, "NFS4ERR_NOTSUPP"},
	{10005, "NFS4ERR_TOOSMALL"},
	{10006, "NFS4ERR_SERVERFAULT"},
	{10007, "NFS4ERR_BADTYPE"},
	{10008, "NFS4ERR_DELAY"},
	{10009, "NFS4ERR_SAME"},
	{10010, "NFS4ERR_DENIED"},
	{10011, "NFS4ERR_EXPIRED"},
	{10012, "NFS4ERR_LOCKED"},
	{10013, "NFS4ERR_GRACE"},
	{10014, "NFS4ERR_FHEXPIRED"},
	{10015, "NFS4ERR_SHARE_DENIED"},
	{10016, "NFS4ERR_WRONGSEC"},
	{10017, "NFS4ERR_CLID_INUSE"},
	{10018, "NFS4ERR_RESOURCE"},
	{10019, "NFS4ERR_MOVED"},
	{10020, "NFS4ERR_NOFILEHANDLE"},
	{10021, "NFS4ERR_MINOR_VERS_MISMATCH"},
	{10022, "NFS4ERR_STALE_CLIENTID"},
	{10023, "NFS4ERR_STALE_STATEID"},
	{10024, "NFS4ERR_OLD_STATEID"},
	{10025, "NFS4ERR_BAD_STATEID"},
	{10026, "NFS4ERR_BAD_SEQID"},
	{10027, "NFS4ERR_NOT_SAME"},
	{10028, "NFS4ERR_LOCK_RANGE"},
	{10029, "NFS4ERR_SYMLINK"},
	{10030, "NFS4ERR_READDIR_NOSPC"},
	{10031, "NFS4ERR_LEASE_MOVED"},
	{10032, "NFS4ERR_ATTRNOTSUPP"},
	{10033, "NFS4ERR_NO_GRACE"},
	{10034, "NFS4ERR_RECLAIM_BAD"},
	{10035, "NFS4ERR_RECLAIM_CONFLICT"},
	{10036, "NFS4ERR_BADXDR"},
	{10037, "NFS4ERR_LOCKS_HELD"},
	{10038, "NFS4ERR_OPENMODE"},
	{10039, "NFS4ERR_BADOWNER"},
	{10040, "NFS4ERR_BADCHAR"},
	{10041, "NFS4ERR_BADNAME"},
	{10042, "NFS4ERR_BAD_RANGE"},
	{10043, "NFS4ERR_LOCK_NOTSUPP"},
	{10044, "NFS4ERR_OP_ILLEGAL"},
	{10045, "NFS4ERR_DEADLOCK"},
	{10046, "NFS4ERR_FILE_OPEN"},
	{10047, "NFS4ERR_ADMIN_REVOKED"},
	{10048, "NFS4ERR_CB_PATH_DOWN"},
	{10049, "NFS4ERR_BADIOMODE"},
	{10050, "NFS4ERR_BADLAYOUT"},
	{10051, "NFS4ERR_BAD_SESSION_DIGEST"},
	{10052, "NFS4ERR_BADSESSION"},
	{10053, "NFS4ERR_BADSLOT"},
	{10054, "NFS4ERR_COMPLETE_ALREADY"},
	{10055, "NFS4ERR_CONN_NOT_BOUND_TO_SESSION"},
	{10056, "NFS4ERR_DELEG_ALREADY_WANTED"},
	{10057, "NFS4ERR_DIRDELEG_UNAVAIL"},
	{10058, "NFS4ERR_LAYOUTTRYLATER"},
	{10059, "NFS4ERR_LAYOUTUNAVAILABLE"},
	{10060, "NFS4ERR_NOMATCHING_LAYOUT"},
	{10061, "NFS4ERR_RECALLCONFLICT"},
	{10062, "NFS4ERR_UNKNOWN_LAYOUTTYPE"},
	{10063, "NFS4ERR_SEQ_MISORDERED"},
	{10064, "NFS4ERR_SEQUENCE_POS"},
	{10065, "NFS4ERR_REQ_TOO_BIG"},
	{10066, "NFS4ERR_REP_TOO_BIG"},
	{10067, "NFS4ERR_REP_TOO_BIG_TO_CACHE"},
	{10068, "NFS4ERR_RETRY_UNCACHED_REP"},
	{10069, "NFS4ERR_UNSAFE_COMPOUND"},
	{10070, "NFS4ERR_TOO_MANY_OPS"},
	{10071, "NFS4ERR_OP_NOT_IN_SESSION"},
	{10072, "NFS4ERR_HASH_ALG_UNSUPP"},
	{10073, "NFS4ERR_CONN_BINDING_NOT_ENFORCED"},
	{10074, "NFS4ERR_CLIENTID_BUSY"},
	{10075, "NFS4ERR_PNFS_IO_HOLE"},
	{10076, "NFS4ERR_SEQ_FALSE_RETRY"},
	{10077, "NFS4ERR_BAD_HIGH_SLOT"},
	{10078, "NFS4ERR_DEADSESSION"},
	{10079, "NFS4ERR_ENCR_ALG_UNSUPP"},
	{10080, "NFS4ERR_PNFS_NO_LAYOUT"},
	{10081, "NFS4ERR_NOT_ONLY_OP"},
	{10082, "NFS4ERR_WRONG_CRED"},
	{10083, "NFS4ERR_WRONG_TYPE"},
	{10084, "NFS4ERR_DIRDELEG_UNAVAIL"},
	{10085, "NFS4ERR_REJECT_DELEG"},
	{10086, "NFS4ERR_RETURNCONFLICT"},
	{10087, "NFS4ERR_DELEG_REVOKED"},
	{10088, "NFS4ERR_PARTNER_NOTSUPP"},
	{10089, "NFS4ERR_PARTNER_NO_AUTH"},
	{10090, "NFS4ERR_UNION_NOTSUPP"},
	{10091, "NFS4ERR_OFFLOAD_DENIED"},
	{10092, "NFS4ERR_WRONG_LFS"},
	{10093, "NFS4ERR_BADLABEL"},
	{10094, "NFS4ERR_OFFLOAD_NO_REQS"},
	{10095, "NFS4ERR_NOXATTR"},
	{10096, "NFS4ERR_XATTR2BIG"},
};
static const struct words status_words = {statuses, COUNT(statuses)};
static const struct word locktypes[] = {
	{1, "READ_LT"}, {2, "WRITE_LT"}, {3, "READW_LT"}, {4, "WRITEW_LT"}, {5, "RELEASE_STATE"},
};
static const struct word stables[] = {
	{0, "UNSTABLE4"},
	{1, "DATA_SYNC4"},
	{2, "FILE_SYNC4"},
};
static const struct word askings[] = {{0, "not asked"}, {1, "allowed?"}};
static const struct words asked = {askings, COUNT(askings)};
static const struct word supports[] = {{0, "*Not Supported*"}, {1, "supported"}};
static const struct words supported = {supports, COUNT(supports)};
static const struct word allowances[] = {{0, "*Access Denied*"}, {1, "allowed"}};
static const struct words allowed = {allowances, COUNT(allowances)};

static const struct field fields[] = {
	[NFS4] = {"nfs.compound", "NFS compound", PROTO},
	[STATUS] = {"nfs.nfsstat4", "Status", U32, DEC, .words = &status_words,
		    .help = "How it went", .ref = "13"},
	[ANY_STATUS] = {"nfs.status", "Status", U32, DEC, .words = &status_words, .traits = HIDDEN,
			.help = "How it went, in any version", .ref = "13"},
	[GROUP] = {"text", "Group", HEADING},
	[FH_LENGTH] = {"nfs.fh.length", "length", U32, DEC, .help = "Octets of the handle",
		       .ref = "2.2.2"},
	[FH_HASH] = {"nfs.fh.hash", "hash (CRC-32)", U32, HEX, .traits = GENERATED,
		     .help = "A short name for the handle", .ref = "2.2.2"},
	[FHANDLE] = {"nfs.fhandle", "FileHandle", BYTES, PLAIN,
		     .help = "Names a file for the server", .ref = "2.2.2"},
	[TEXT] = {"text", "Name", HEADING},
	[TEXT_LENGTH] = {"rpc.opaque_length", "length", U32, DEC, .traits = BORROWED,
			 .help = "Octets that follow", .ref = "RFC 4506, 4.11"},
	[TEXT_FILL] = {"rpc.fill_bytes", "fill bytes", BYTES, PLAIN, .traits = BORROWED,
		       .help = "Up to a word of four octets", .ref = "RFC 4506, 4.11"},
	[TAG] = {"nfs.tag", "contents", STRING, PLAIN,
		 .help = "Any words of the client's, which the server repeats", .ref = "15.2"},
	[NAME] = {"nfs.pathname.component", "contents", STRING, PLAIN,
		  .help = "A name in a directory", .ref = "2.1"},
	[LINK] = {"nfs.symlink.linktext", "contents", STRING, PLAIN,
		  .help = "Where a symbolic link leads", .ref = "16.25"},
	[NETID] = {"nfs.r_netid", "contents", STRING, PLAIN, .help = "The transport",
		   .ref = "2.2.10"},
	[ADDRESS] = {"nfs.r_addr", "contents", STRING, PLAIN,
		     .help = "The address, and the port's two octets", .ref = "2.2.10"},
	[DATA] = {"nfs.data", "contents", BYTES, PLAIN, .help = "What is written or was read",
		  .ref = "16.23"},
	[CLIENT_NAME] = {"nfs.nfs_client_id4.id", "contents", BYTES, PLAIN,
			 .help = "What the client calls itself", .ref = "2.2.12"},
	[LOCK_OWNER] = {"nfs.lock_owner4", "contents", BYTES, PLAIN, .help = "Who holds locks",
			.ref = "2.2.14"},
	[UNIVERSAL] = {"nfs.universal_address.ipv4", "universal_address", IPV4, PLAIN,
		       .traits = GENERATED, .help = "The address that the words name",
		       .ref = "2.2.10"},
	[MINOR] = {"nfs.minorversion", "minorversion", U32, DEC, .help = "4.0, 4.1 or 4.2",
		   .ref = "15.2"},
	[N_OPS] = {"nfs.ops.count", "Operations", U32, DEC, .help = "How many operations",
		   .ref = "15.2"},
	[OPCODE] = {"nfs.opcode", "Opcode", U32, DEC, .words = &opcode_words,
		    .help = "What is to be done", .ref = "16"},
	[MAIN_OPCODE] = {"nfs.main_opcode", "Main Opcode", U32, DEC, .words = &opcode_words,
			 .traits = GENERATED, .help = "What the compound is there for",
			 .ref = "16"},
	[STATEID] = {"nfs.stateid", "StateID", BYTES, PLAIN,
		     .help = "Names an open file, a lock or a delegation", .ref = "9.1.4"},
	[DEPRECATED] = EXPERT("nfs.stateid.deprecated",
			      "State ID deprecated in CLOSE responses [RFC7530 16.2.5]", WARNING,
			      G_PROTOCOL),
	[STATEID_HASH] = {"nfs.stateid.hash", "StateID Hash", U16, HEX, .traits = GENERATED,
			  .help = "A short name for it", .ref = "9.1.4"},
	[STATEID_SEQID] = {"nfs.stateid.seqid", "StateID seqid", U32, DEC,
			   .help = "Counts its changes", .ref = "9.1.4"},
	[STATEID_OTHER] = {"nfs.stateid.other", "StateID Other", BYTES, PLAIN,
			   .help = "What the server makes it of", .ref = "9.1.4"},
	[STATEID_OTHER_HASH] = {"nfs.stateid.other_hash", "StateID Other hash", U32, HEX,
				.traits = GENERATED, .help = "A short name for that",
				.ref = "9.1.4"},
	[CLIENTID] = {"nfs.clientid", "clientid", U64, HEX,
		      .help = "What the server calls the client", .ref = "9.1.1"},
	[VERIFIER] = {"nfs.verifier4", "verifier", U64, HEX,
		      .help = "Changes when its maker starts anew", .ref = "2.1"},
	[CB_PROGRAM] = {"nfs.cb_program", "cb_program", U32, HEX,
			.help = "The program to call back", .ref = "2.2.11"},
	[CB_IDENT] = {"nfs.callback.ident", "callback_ident", U32, HEX,
		      .help = "Which client is called back", .ref = "16.33"},
	[OFFSET] = {"nfs.offset4", "offset", U64, DEC, .help = "Where in the file", .ref = "16.23"},
	[LOCKTYPE] = {"nfs.locktype4", "locktype", U32, DEC, WORDS(locktypes),
		      .help = "To read or to write, and whether to wait", .ref = "16.10"},
	[LENGTH] = {"nfs.length4", "length", U64, DEC, .help = "Octets; all ones: to the end",
		    .ref = "16.10"},
	[COUNT4] = {"nfs.count4", "count", U32, DEC, .help = "Octets asked for or moved",
		    .ref = "16.23"},
	[AT_END] = {"nfs.eof", "eof", U32, DEC, .help = "The file ends here", .ref = "16.23"},
	[READ_LENGTH] = {"nfs.read.data_length", "Read length", U32, DEC,
			 .help = "Octets that were read", .ref = "16.23"},
	[WRITE_LENGTH] = {"nfs.write.data_length", "Write length", U32, DEC,
			  .help = "Octets to be written", .ref = "16.36"},
	[STABLE] = {"nfs.stable_how4", "stable", U32, DEC, WORDS(stables),
		    .help = "How safe it must be", .ref = "16.36"},
	[COMMITTED] = {"nfs.stable_how4", "committed", U32, DEC, WORDS(stables),
		       .help = "How safe it is", .ref = "16.36"},
	[ATOMIC] = {"nfs.change_info.atomic", "Atomic", BOOL, PLAIN,
		    .words = &(const struct words){yes_no, 2},
		    .help = "Nothing else changed in between", .ref = "2.2.4"},
	[BEFORE] = {"nfs.changeid4.before", "changeid (before)", U64, DEC,
		    .help = "The directory's change number before", .ref = "2.2.4"},
	[AFTER] = {"nfs.changeid4.after", "changeid (after)", U64, DEC,
		   .help = "The directory's change number after", .ref = "2.2.4"},
	[SEQID] = {"nfs.seqid", "seqid", U32, HEX, .help = "Counts requests", .ref = "9.1.3"},
	[SESSION] = {"nfs.session_id4", "sessionid", BYTES, PLAIN, .help = "Names the session",
		     .ref = "RFC 8881, 2.10"},
	[SLOT] = {"nfs.slotid", "slot id", U32, DEC, .help = "Where in the reply cache",
		  .ref = "RFC 8881, 18.46"},
	[HIGH_SLOT] = {"nfs.high_slotid", "high slot id", U32, DEC,
		       .help = "The highest slot in use", .ref = "RFC 8881, 18.46"},
	[TARGET_SLOT] = {"nfs.target_high_slotid", "target high slot id", U32, DEC,
			 .help = "The highest slot that the server wants",
			 .ref = "RFC 8881, 18.46"},
	[CACHE] = {"nfs.cachethis4", "cache this?", BOOL, PLAIN,
		   .words = &(const struct words){yes_no, 2}, .help = "The reply must be kept",
		   .ref = "RFC 8881, 18.46"},
	[RECLAIM_ONE] = {"nfs.reclaim_one_fs4", "reclaim one fs?", BOOL, PLAIN,
			 .words = &(const struct words){yes_no, 2}, .help = "Just this file system",
			 .ref = "RFC 8881, 18.51"},
	[SEQ_FLAGS] = {"nfs.sequence.flags", "status flags", U32, HEX,
		       .help = "What the client should look after", .ref = "RFC 8881, 18.46"},
	[SEQ_CB_PATH_DOWN] = {"nfs.sequence.flags.cb_path_down", "SEQ4_STATUS_CB_PATH_DOWN", BOOL,
			      .under = SEQ_FLAGS, AT(31, 1), BOX(32, 31),
			      .words = &(const struct words){set_notset, 2},
			      .help = "The way back to the client is down",
			      .ref = "RFC 8881, 18.46"},
	[SEQ_CB_GSS_CONTEXTS_EXPIRING] = {"nfs.sequence.flags.cb_gss_contexts_expiring",
					  "SEQ4_STATUS_CB_GSS_CONTEXTS_EXPIRING", BOOL,
					  .under = SEQ_FLAGS, AT(30, 1), BOX(32, 30),
					  .words = &(const struct words){set_notset, 2},
					  .help = "Contexts for the way back end soon",
					  .ref = "RFC 8881, 18.46"},
	[SEQ_CB_GSS_CONTEXTS_EXPIRED] = {"nfs.sequence.flags.cb_gss_contexts_expired",
					 "SEQ4_STATUS_CB_GSS_CONTEXTS_EXPIRED", BOOL,
					 .under = SEQ_FLAGS, AT(29, 1), BOX(32, 29),
					 .words = &(const struct words){set_notset, 2},
					 .help = "Contexts for the way back have ended",
					 .ref = "RFC 8881, 18.46"},
	[SEQ_EXPIRED_ALL_STATE_REVOKED] = {"nfs.sequence.flags.expired_all_state_revoked",
					   "SEQ4_STATUS_EXPIRED_ALL_STATE_REVOKED", BOOL,
					   .under = SEQ_FLAGS, AT(28, 1), BOX(32, 28),
					   .words = &(const struct words){set_notset, 2},
					   .help = "The lease ended: all state is gone",
					   .ref = "RFC 8881, 18.46"},
	[SEQ_EXPIRED_SOME_STATE_REVOKED] = {"nfs.sequence.flags.expired_some_state_revoked",
					    "SEQ4_STATUS_EXPIRED_SOME_STATE_REVOKED", BOOL,
					    .under = SEQ_FLAGS, AT(27, 1), BOX(32, 27),
					    .words = &(const struct words){set_notset, 2},
					    .help = "The lease ended: some state is gone",
					    .ref = "RFC 8881, 18.46"},
	[SEQ_ADMIN_STATE_REVOKED] = {"nfs.sequence.flags.admin_state_revoked",
				     "SEQ4_STATUS_ADMIN_STATE_REVOKED", BOOL, .under = SEQ_FLAGS,
				     AT(26, 1), BOX(32, 26),
				     .words = &(const struct words){set_notset, 2},
				     .help = "An administrator took state away",
				     .ref = "RFC 8881, 18.46"},
	[SEQ_RECALLABLE_STATE_REVOKED] = {"nfs.sequence.flags.recallable_state_revoked",
					  "SEQ4_STATUS_RECALLABLE_STATE_REVOKED", BOOL,
					  .under = SEQ_FLAGS, AT(25, 1), BOX(32, 25),
					  .words = &(const struct words){set_notset, 2},
					  .help = "State that was recalled is gone",
					  .ref = "RFC 8881, 18.46"},
	[SEQ_LEASE_MOVED] = {"nfs.sequence.flags.lease_moved", "SEQ4_STATUS_LEASE_MOVED", BOOL,
			     .under = SEQ_FLAGS, AT(24, 1), BOX(32, 24),
			     .words = &(const struct words){set_notset, 2},
			     .help = "Another server has the lease", .ref = "RFC 8881, 18.46"},
	[SEQ_RESTART_RECLAIM_NEEDED] = {"nfs.sequence.flags.restart_reclaim_needed",
					"SEQ4_STATUS_RESTART_RECLAIM_NEEDED", BOOL,
					.under = SEQ_FLAGS, AT(23, 1), BOX(32, 23),
					.words = &(const struct words){set_notset, 2},
					.help = "The server began anew", .ref = "RFC 8881, 18.46"},
	[SEQ_CB_PATH_DOWN_SESSION] = {"nfs.sequence.flags.cb_path_down_session",
				      "SEQ4_STATUS_CB_PATH_DOWN_SESSION", BOOL, .under = SEQ_FLAGS,
				      AT(22, 1), BOX(32, 22),
				      .words = &(const struct words){set_notset, 2},
				      .help = "The session has no way back",
				      .ref = "RFC 8881, 18.46"},
	[SEQ_BACKCHANNEL_FAULT] = {"nfs.sequence.flags.backchannel_fault",
				   "SEQ4_STATUS_BACKCHANNEL_FAULT", BOOL, .under = SEQ_FLAGS,
				   AT(21, 1), BOX(32, 21),
				   .words = &(const struct words){set_notset, 2},
				   .help = "The way back fails", .ref = "RFC 8881, 18.46"},
	[SEQ_DEVID_CHANGED] = {"nfs.sequence.flags.devid_changed", "SEQ4_STATUS_DEVID_CHANGED",
			       BOOL, .under = SEQ_FLAGS, AT(20, 1), BOX(32, 20),
			       .words = &(const struct words){set_notset, 2},
			       .help = "A device has changed", .ref = "RFC 8881, 18.46"},
	[SEQ_DEVID_DELETED] = {"nfs.sequence.flags.devid_deleted", "SEQ4_STATUS_DEVID_DELETED",
			       BOOL, .under = SEQ_FLAGS, AT(19, 1), BOX(32, 19),
			       .words = &(const struct words){set_notset, 2},
			       .help = "A device is gone", .ref = "RFC 8881, 18.46"},
	[CHECK] = {"nfs.access_check", "Check access", U8, HEX,
		   .help = "What the caller wants to know", .ref = "16.1"},
	[SUPPORTED] = {"nfs.access_supported", "Supported types (of requested)", U8, HEX,
		       .help = "What the server can tell", .ref = "16.1"},
	[RIGHTS] = {"nfs.access_rights", "Access rights (of requested)", U8, HEX,
		    .help = "What is allowed", .ref = "16.1"},
	[BITS] = {"text", "Bits", HEADING},
	[ASK_READ] = {"nfs.access_read", "0x001 READ", BOOL, .under = BITS, AT(7, 1), BOX(8, 7),
		      .words = &asked, .help = "Whether the caller wants to know", .ref = "16.1"},
	[ASK_LOOKUP] = {"nfs.access_lookup", "0x002 LOOKUP", BOOL, .under = BITS, AT(6, 1),
			BOX(8, 6), .words = &asked, .help = "Whether the caller wants to know",
			.ref = "16.1"},
	[ASK_MODIFY] = {"nfs.access_modify", "0x004 MODIFY", BOOL, .under = BITS, AT(5, 1),
			BOX(8, 5), .words = &asked, .help = "Whether the caller wants to know",
			.ref = "16.1"},
	[ASK_EXTEND] = {"nfs.access_extend", "0x008 EXTEND", BOOL, .under = BITS, AT(4, 1),
			BOX(8, 4), .words = &asked, .help = "Whether the caller wants to know",
			.ref = "16.1"},
	[ASK_DELETE] = {"nfs.access_delete", "0x010 DELETE", BOOL, .under = BITS, AT(3, 1),
			BOX(8, 3), .words = &asked, .help = "Whether the caller wants to know",
			.ref = "16.1"},
	[ASK_EXECUTE] = {"nfs.access_execute", "0x020 EXECUTE", BOOL, .under = BITS, AT(2, 1),
			 BOX(8, 2), .words = &asked, .help = "Whether the caller wants to know",
			 .ref = "16.1"},
	[KNOWN_READ] = {"nfs.access_supp_read", "0x001 READ", BOOL, .under = BITS, AT(7, 1),
			BOX(8, 7), .words = &supported, .help = "Whether the server can tell",
			.ref = "16.1"},
	[KNOWN_LOOKUP] = {"nfs.access_supp_lookup", "0x002 LOOKUP", BOOL, .under = BITS, AT(6, 1),
			  BOX(8, 6), .words = &supported, .help = "Whether the server can tell",
			  .ref = "16.1"},
	[KNOWN_MODIFY] = {"nfs.access_supp_modify", "0x004 MODIFY", BOOL, .under = BITS, AT(5, 1),
			  BOX(8, 5), .words = &supported, .help = "Whether the server can tell",
			  .ref = "16.1"},
	[KNOWN_EXTEND] = {"nfs.access_supp_extend", "0x008 EXTEND", BOOL, .under = BITS, AT(4, 1),
			  BOX(8, 4), .words = &supported, .help = "Whether the server can tell",
			  .ref = "16.1"},
	[KNOWN_DELETE] = {"nfs.access_supp_delete", "0x010 DELETE", BOOL, .under = BITS, AT(3, 1),
			  BOX(8, 3), .words = &supported, .help = "Whether the server can tell",
			  .ref = "16.1"},
	[KNOWN_EXECUTE] = {"nfs.access_supp_execute", "0x020 EXECUTE", BOOL, .under = BITS,
			   AT(2, 1), BOX(8, 2), .words = &supported,
			   .help = "Whether the server can tell", .ref = "16.1"},
	[MAY_READ] = {"nfs.access_read", "0x001 READ", BOOL, .under = BITS, AT(7, 1), BOX(8, 7),
		      .words = &allowed, .help = "Whether that is allowed", .ref = "16.1"},
	[MAY_LOOKUP] = {"nfs.access_lookup", "0x002 LOOKUP", BOOL, .under = BITS, AT(6, 1),
			BOX(8, 6), .words = &allowed, .help = "Whether that is allowed",
			.ref = "16.1"},
	[MAY_MODIFY] = {"nfs.access_modify", "0x004 MODIFY", BOOL, .under = BITS, AT(5, 1),
			BOX(8, 5), .words = &allowed, .help = "Whether that is allowed",
			.ref = "16.1"},
	[MAY_EXTEND] = {"nfs.access_extend", "0x008 EXTEND", BOOL, .under = BITS, AT(4, 1),
			BOX(8, 4), .words = &allowed, .help = "Whether that is allowed",
			.ref = "16.1"},
	[MAY_DELETE] = {"nfs.access_delete", "0x010 DELETE", BOOL, .under = BITS, AT(3, 1),
			BOX(8, 3), .words = &allowed, .help = "Whether that is allowed",
			.ref = "16.1"},
	[MAY_EXECUTE] = {"nfs.access_execute", "0x020 EXECUTE", BOOL, .under = BITS, AT(2, 1),
			 BOX(8, 2), .words = &allowed, .help = "Whether that is allowed",
			 .ref = "16.1"},
};

/* A mask of attributes, with values in replies; bad when it doesn't end where it should. */
static void read_attributes(struct walk *w, struct cursor *c, const struct xdr_part *part)
{
	const struct plan *plan = also_by(w->now, 0, NFS4_ATTRIBUTES);

	(void)part;
	if (plan)
		*c = walk_part(w, plan, *c);
}

/* --- operations --- */

/* How much an operation tells of what a compound is there for. */
enum tier { MAIN, SIDE, ROAD, FILLER };

struct operation {
	const struct xdr_part *call, *done;
	uint8_t tier; /* enum tier */
	bool known;   /* its arguments and results are read */
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

static const struct operation operations[] = {
	[3] = {PARTS(R(nfs4_read_check, NULL)), PARTS(R(nfs4_read_rights, NULL)), SIDE, true},
	[4] = {PARTS(N(SEQID, 4), R(nfs4_read_state, " StateID: ")),
	       PARTS(R(nfs4_read_closed, NULL)), MAIN, true},
	[5] = {PARTS(R(nfs4_read_commit, NULL), {OFFSET, 8, " Offset: ", nfs4_read_number},
		     {COUNT4, 4, " Len: ", nfs4_read_number}),
	       PARTS(N(VERIFIER, 8)), MAIN, true},
	[7] = {PARTS(N(CLIENTID, 8)), NULL, MAIN, true},
	[8] = {PARTS(R(nfs4_read_state, " StateID: ")), NULL, MAIN, true},
	[9] = {PARTS(R(read_attributes, NULL)), PARTS(R(read_attributes, NULL)), ROAD, true},
	[10] = {NULL, PARTS(R(nfs4_read_handle, "Filehandle")), FILLER, true},
	[11] = {PARTS(R(nfs4_read_new_name, NULL)), PARTS(R(nfs4_read_change, "change_info")), MAIN,
		true},
	[14] = {PARTS(N(LOCKTYPE, 4), N(SEQID, 4), R(nfs4_read_state, NULL),
		      R(nfs4_read_commit, NULL), {OFFSET, 8, " Offset: ", nfs4_read_number},
		      {LENGTH, 8, " Length: ", nfs4_read_number}),
		PARTS(R(nfs4_read_state, NULL)), MAIN, true},
	[15] = {PARTS(R(nfs4_read_name, NULL)), NULL, MAIN, true},
	[16] = {NULL, NULL, MAIN, true},
	[17] = {NULL, NULL, SIDE, false},
	[20] = {PARTS(R(nfs4_read_state, NULL), N(SEQID, 4)), PARTS(R(nfs4_read_state, NULL)), MAIN,
		true},
	[22] = {PARTS(R(nfs4_read_handle, "FileHandle")), NULL, FILLER, true},
	[23] = {PARTS(R(nfs4_read_root, NULL)), NULL, ROAD, true},
	[24] = {PARTS(R(nfs4_read_root, NULL)), NULL, ROAD, true},
	[25] = {PARTS(R(nfs4_read_state, " StateID: "), {OFFSET, 8, " Offset: ", nfs4_read_number},
		      {COUNT4, 4, " Len: ", nfs4_read_number}),
		PARTS(N(AT_END, 4), {DATA, 0, NULL, nfs4_read_data}), MAIN, true},
	[27] = {NULL, PARTS({LINK, 0, "Link Contents", nfs4_read_link}), MAIN, true},
	[28] = {PARTS(R(nfs4_read_name, NULL)), PARTS(R(nfs4_read_change, "change_info")), MAIN,
		true},
	[29] = {PARTS(R(nfs4_read_new_name, " From: "), R(nfs4_read_new_name, " To: ")),
		PARTS(R(nfs4_read_change, "source_cinfo"), R(nfs4_read_change, "target_cinfo")),
		MAIN, true},
	[30] = {PARTS(R(nfs4_read_client, NULL)), NULL, MAIN, true},
	[31] = {NULL, NULL, FILLER, true},
	[32] = {NULL, NULL, FILLER, true},
	[35] = {PARTS(R(nfs4_read_client_name, NULL), R(nfs4_read_callback, NULL), N(CB_IDENT, 4)),
		PARTS(N(CLIENTID, 8), N(VERIFIER, 8)), MAIN, true},
	[36] = {PARTS(N(CLIENTID, 8), N(VERIFIER, 8)), NULL, MAIN, true},
	[38] = {PARTS(R(nfs4_read_state, " StateID: "), {OFFSET, 8, " Offset: ", nfs4_read_number},
		      N(STABLE, 4), {DATA, 0, NULL, nfs4_read_written}),
		PARTS(N(COUNT4, 4), N(COMMITTED, 4), N(VERIFIER, 8)), MAIN, true},
	[39] = {PARTS(R(nfs4_read_owner, "Owner")), NULL, MAIN, true},
	[44] = {PARTS(N(SESSION, STATE_OCTETS)), NULL, MAIN, true},
	[45] = {PARTS(R(nfs4_read_state, " StateID: ")), NULL, MAIN, true},
	[53] = {PARTS(N(SESSION, STATE_OCTETS), N(SEQID, 4), N(SLOT, 4), N(HIGH_SLOT, 4),
		      N(CACHE, 4)),
		PARTS(N(SESSION, STATE_OCTETS), N(SEQID, 4), N(SLOT, 4), N(HIGH_SLOT, 4),
		      N(TARGET_SLOT, 4), N(SEQ_FLAGS, 4)),
		FILLER, true},
	[57] = {PARTS(N(CLIENTID, 8)), NULL, MAIN, true},
	[58] = {PARTS(N(RECLAIM_ONE, 4)), NULL, MAIN, true},
};

/* Those without a row are what a compound is there for, and aren't read. */
static const struct operation *operation_of(uint32_t code)
{
	static const struct operation other;

	return code < COUNT(operations) ? &operations[code] : &other;
}

static uint32_t put_status(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	uint32_t status = (uint32_t)put(w, c, STATUS, 4);

	put_value(w, ANY_STATUS, at, 4, status);
	return status;
}

/* One operation; false: nobody knows where the next one begins. */
static bool put_operation(struct walk *w, struct layer *l, struct cursor *c, bool reply)
{
	struct nfs4_state *s = (struct nfs4_state *)l->state;
	struct nfs4_said *said = &s->ops[s->n_ops++];
	uint32_t group = open_group(w, c, OPCODE, 4);
	const struct operation *o;
	const struct xdr_part *parts;

	s->node = group;
	said->code = u32(c);
	said->status = reply ? put_status(w, c) : 0;
	o = operation_of(said->code);
	parts = reply ? o->done : o->call;
	l->says = "";
	if (parts && !said->status)
		xdr_parts(w, c, parts);
	said->words = l->says;
	shut_group(w, group, c);
	return o->known || (reply && said->status);
}

/* --- the compound --- */

/* All operations, in the tree: "PUTFH, GETATTR" or "PUTFH LOOKUP(NFS4ERR_NOENT)". */
static const char *names_of(struct walk *w, const struct nfs4_state *s, bool reply)
{
	const char *list = "";

	for (uint64_t i = 0; i < s->n_ops; i++) {
		if (i)
			list = arena_join(&w->arena, list, reply ? " " : ", ");
		list = arena_join(&w->arena, list, row_word(w, OPCODE, s->ops[i].code, "Unknown"));
		if (s->ops[i].status) {
			list = arena_join(&w->arena, list, "(");
			list = arena_join(&w->arena, list,
					  row_word(w, STATUS, s->ops[i].status, "Unknown error"));
			list = arena_join(&w->arena, list, ")");
		}
	}
	return list;
}

/* The operations that tell most, for the summary line. */
static void put_main(struct walk *w, struct cursor *c, const struct nfs4_state *s)
{
	unsigned best = FILLER;
	const char *lead = " ";

	for (uint64_t i = 0; i < s->n_ops; i++)
		if (operation_of(s->ops[i].code)->tier < best)
			best = operation_of(s->ops[i].code)->tier;
	for (uint64_t i = 0; i < s->n_ops; i++) {
		const struct nfs4_said *said = &s->ops[i];

		if (operation_of(said->code)->tier != best)
			continue;
		put_value(w, MAIN_OPCODE, c->at, 0, said->code);
		nfs4_say(w, "%s%s%s", lead, row_word(w, OPCODE, said->code, "Unknown"),
			 said->words);
		lead = " | ";
	}
}

static void put_operations(struct walk *w, struct layer *l, struct cursor *c, bool reply)
{
	struct nfs4_state *s = (struct nfs4_state *)l->state;
	uint32_t n = (uint32_t)span_bits(c->left, 0, 32, false);
	uint32_t group = open_group(w, c, N_OPS, 4);
	const char *names;

	label_whole(w, "Operations (count: %u)", (unsigned)n);
	cursor_pull(c, 4);
	while (s->n_ops < n && s->n_ops < MOST_OPS && !c->bad && put_operation(w, l, c, reply))
		continue;
	shut_group(w, group, c);
	names = names_of(w, s, reply);
	if (!reply)
		label_tail_of(w, group, ": %s", names);
	label_tail_of(w, l->parent->node, ", Ops(%u): %s", (unsigned)n, names);
}

static const struct rpc_message *message_of(const struct layer *l)
{
	return (const struct rpc_message *)l->parent->parent->state;
}

static void note(struct walk *w, struct layer *l)
{
	struct nfs4_state *s = new_state(w, l, sizeof *s);

	s->n_ops = 0;
	l->follows = true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct rpc_message *m = message_of(l);
	uint32_t status = m->reply ? put_status(w, c) : 0;
	const char *tag = nfs4_put_text(w, c, TAG, "Tag");

	if (!m->reply)
		put(w, c, MINOR, 4);
	put_operations(w, l, c, m->reply);
	l->says = "";
	if (c->bad)
		return;
	if (*tag)
		nfs4_say(w, " %s", tag);
	put_main(w, c, (const struct nfs4_state *)l->state);
	if (status)
		nfs4_say(w, " Status: %s", row_word(w, STATUS, status, "Unknown error"));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"nfs.compound", NFS4_COMPOUND}, {0}};

const struct proto proto_nfs4 = {
	.brief = "NFS",
	.no_column = true,
	.bare = true,
	.prefix = "nfs",
	.spec = "RFC 7530",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"nfs.compound"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
