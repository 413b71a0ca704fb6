/* SPDX-License-Identifier: BSD-2-Clause */
/* How a process gives up what it doesn't need: user, capabilities, system calls. */
/* capabilities(7), prctl(2), seccomp(2), seccomp_rule_add(3) */
#include "config.h"

#include "core/text.h"
#include "live/lock.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined __SANITIZE_ADDRESS__ && !defined SANITIZED
#define SANITIZED 1
#endif
#ifdef SANITIZED
#define UNLOCKABLE "it was built with sanitizers, which open files of their own"
#elif !defined HAVE_SECCOMP
#define UNLOCKABLE "it was built without libseccomp"
#endif

const char *lock_missing(void)
{
#ifdef UNLOCKABLE
	return UNLOCKABLE;
#else
	return NULL;
#endif
}

bool lock_is_sanitized(void)
{
#ifdef SANITIZED
	return true;
#else
	return false;
#endif
}

/* --- who it is --- */

/* That user, unless there is none or it has all rights. */
static bool find_user(const char *name, struct identity *who, struct fault *fault)
{
	const struct passwd *p = getpwnam(name);

	if (!p || !p->pw_uid) {
		fault_set(fault, "-Z %s: %s", name,
			  p ? "that is root, who has all rights" : "there is no such user");
		return false;
	}
	*who = (struct identity){.change = true, .uid = p->pw_uid, .gid = p->pw_gid};
	return true;
}

bool identity_of(const char *user, struct identity *who, struct fault *fault)
{
	*who = (struct identity){.uid = getuid(), .gid = getgid()};
	if (!geteuid())
		return find_user(user ? user : "nobody", who, fault);
	if (user)
		fault_set(fault, "-Z %s: only root can become another user", user);
	return !user;
}

static bool drop_bounding_set(void)
{
	for (unsigned long i = 0; prctl(PR_CAPBSET_READ, i, 0, 0, 0) >= 0; i++)
		if (prctl(PR_CAPBSET_DROP, i, 0, 0, 0) && errno != EPERM)
			return false;
	return true;
}

/* All but those in `kept`, a set of bits. */
static bool drop_capabilities(uint32_t kept)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3] = {
		{.effective = kept, .permitted = kept}};

	prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
	return !syscall(SYS_capset, &head, sets);
}

static bool change_user(const struct identity *who)
{
	return !who || !who->change ||
	       (!setresgid(who->gid, who->gid, who->gid) &&
		!setresuid(who->uid, who->uid, who->uid));
}

static bool change_identity(const struct identity *who, struct fault *fault)
{
	const char *failed = NULL;

	if (!geteuid() && setgroups(0, NULL))
		failed = "groups can't be given up";
	else if (!change_user(who))
		failed = "the user can't be changed";
	if (failed)
		fault_set(fault, "%s: %s", failed, strerror(errno));
	return !failed;
}

static bool drop_rights(uint32_t kept, struct fault *fault)
{
	const char *failed = NULL;

	if (!drop_capabilities(kept))
		failed = "capabilities can't be given up";
	else if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		failed = "new privileges can't be ruled out";
	else if (!lock_missing() && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0))
		failed = "debuggers can't be kept away";
	if (failed)
		fault_set(fault, "%s: %s", failed, strerror(errno));
	return !failed;
}

static bool empty_bounding_set(struct fault *fault)
{
	if (drop_bounding_set())
		return true;
	fault_set(fault, "the bounding set of capabilities can't be emptied: %s", strerror(errno));
	return false;
}

bool lock_identity(const struct identity *who, struct fault *fault)
{
	return empty_bounding_set(fault) && change_identity(who, fault) && drop_rights(0, fault);
}

bool lock_rights(struct fault *fault)
{
	uint32_t kept = geteuid() ? 0 : UINT32_C(1) << CAP_DAC_OVERRIDE;

	return empty_bounding_set(fault) && change_identity(NULL, fault) &&
	       drop_rights(kept, fault);
}

bool lock_reader(struct fault *fault)
{
	struct identity nobody;

	if (!empty_bounding_set(fault))
		return false;
	if (!geteuid() && find_user("nobody", &nobody, fault))
		change_identity(&nobody, fault);
	return drop_rights(0, fault);
}

/* --- what it may call --- */

const char *role_name(enum role role)
{
	static const char *const names[] = {"reading",   "decoding", "keeping",
					    "capturing", "opening",  "saving"};

	return role < N_ROLES ? names[role] : "";
}

#ifdef UNLOCKABLE
bool lock_allows(enum role role, int call)
{
	(void)role;
	(void)call;
	return true;
}

bool lock_calls(enum role role, struct fault *fault)
{
	fault_set(fault, "system calls of %s can't be locked: %s", role_name(role), UNLOCKABLE);
	return false;
}
#else

#define FOR(role) (1u << (role))
#define ALL (FOR(N_ROLES) - 1)
#define OFFLINE (FOR(ROLE_READER) | FOR(ROLE_SAVER))
#define LIVE (ALL & ~OFFLINE)

/* The lists, as one: a call and who may make it. */
static const struct {
	int call;
	unsigned roles;
} allowed[] = {
	{SCMP_SYS(read), ALL},
	{SCMP_SYS(write), ALL},
	{SCMP_SYS(writev), ALL},
	{SCMP_SYS(close), ALL},
	{SCMP_SYS(lseek), ALL},
	{SCMP_SYS(fstat), ALL},
	{SCMP_SYS(newfstatat),
	 ALL}, /* fstat() since glibc 2.33; names below no folder say little */
	{SCMP_SYS(mmap), ALL},
	{SCMP_SYS(munmap), ALL},
	{SCMP_SYS(mremap), ALL},
	{SCMP_SYS(mprotect), ALL},
	{SCMP_SYS(madvise), ALL},
	{SCMP_SYS(brk), ALL},
	{SCMP_SYS(exit), ALL},
	{SCMP_SYS(exit_group), ALL},
	{SCMP_SYS(futex), ALL},
	{SCMP_SYS(poll), ALL},
	{SCMP_SYS(ppoll), ALL},
	{SCMP_SYS(clock_gettime), ALL},
	{SCMP_SYS(gettimeofday), ALL},
	{SCMP_SYS(clock_nanosleep), ALL},
	{SCMP_SYS(restart_syscall), ALL},
	{SCMP_SYS(rt_sigaction), ALL},
	{SCMP_SYS(rt_sigprocmask), ALL},
	{SCMP_SYS(rt_sigreturn), ALL},
	{SCMP_SYS(getrandom), ALL},
	{SCMP_SYS(getpid), ALL},
	{SCMP_SYS(gettid), ALL},
	{SCMP_SYS(tgkill), ALL},  /* abort() */
	{SCMP_SYS(sysinfo), ALL}, /* qsort() asks how much memory there is */
	{SCMP_SYS(dup), OFFLINE},
	{SCMP_SYS(recvmsg), LIVE},
	{SCMP_SYS(sendmsg), LIVE},
	{SCMP_SYS(sendto), LIVE},
	{SCMP_SYS(recvfrom), LIVE},
	{SCMP_SYS(ftruncate), FOR(ROLE_OPENER)},
	{SCMP_SYS(getsockopt), FOR(ROLE_CATCHER)},
	{SCMP_SYS(setsockopt), FOR(ROLE_CATCHER)}, /* no frame more, at the end */
	{SCMP_SYS(pwrite64), LIVE},
	{SCMP_SYS(pread64), FOR(ROLE_CATCHER)}, /* what the interface dropped */
	{SCMP_SYS(clone), FOR(ROLE_KEEPER)},
	{SCMP_SYS(clone3), FOR(ROLE_KEEPER)},
	{SCMP_SYS(set_robust_list), FOR(ROLE_KEEPER)},
	{SCMP_SYS(rseq), FOR(ROLE_KEEPER)},
	{SCMP_SYS(seccomp), FOR(ROLE_KEEPER)}, /* the decoder's list is shorter */
	{SCMP_SYS(prctl), FOR(ROLE_KEEPER)},
	{SCMP_SYS(wait4), FOR(ROLE_KEEPER) | FOR(ROLE_OPENER)},
	{SCMP_SYS(openat), FOR(ROLE_OPENER) | FOR(ROLE_SAVER)},
	{SCMP_SYS(unlinkat), FOR(ROLE_OPENER)},
	{SCMP_SYS(kill), FOR(ROLE_OPENER)},
};

bool lock_allows(enum role role, int call)
{
	for (size_t i = 0; i < COUNT(allowed); i++)
		if (allowed[i].call == call)
			return allowed[i].roles & FOR(role);
	return call == SCMP_SYS(ioctl) || call == SCMP_SYS(fcntl);
}

/* Of ioctl() and fcntl() what only asks; capture files are opened and written with flags. */
static int add_questions(scmp_filter_ctx list, enum role role)
{
	static const unsigned terminal[] = {0x5401 /* TCGETS */, 0x5413 /* TIOCGWINSZ */};
	int rc = 0;

	for (size_t i = 0; i < COUNT(terminal) && !rc; i++)
		rc = seccomp_rule_add(list, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
				      SCMP_A1(SCMP_CMP_EQ, terminal[i]));
	if (!rc)
		rc = seccomp_rule_add(list, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
				      SCMP_A1(SCMP_CMP_EQ, F_GETFL));
	if (!rc && !(FOR(role) & OFFLINE))
		rc = seccomp_rule_add(list, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
				      SCMP_A1(SCMP_CMP_EQ, F_SETFL));
	return rc;
}

bool lock_calls(enum role role, struct fault *fault)
{
	scmp_filter_ctx list = seccomp_init(SCMP_ACT_KILL_PROCESS);
	int rc = list ? 0 : -ENOMEM;

	if (list) {
		seccomp_attr_set(list, SCMP_FLTATR_CTL_OPTIMIZE, 2); /* a tree, not a list */
		/* Nobody's code runs here but ours: older kernels would slow it down else. */
		seccomp_attr_set(list, SCMP_FLTATR_CTL_SSB, 1);
	}
	for (size_t i = 0; i < COUNT(allowed) && !rc; i++)
		if (allowed[i].roles & FOR(role))
			rc = seccomp_rule_add(list, SCMP_ACT_ALLOW, allowed[i].call, 0);
	if (!rc)
		rc = add_questions(list, role);
	if (!rc)
		rc = seccomp_load(list);
	if (list)
		seccomp_release(list);
	if (rc)
		fault_set(fault, "system calls of %s can't be locked: %s", role_name(role),
			  strerror(-rc));
	return !rc;
}
#endif
