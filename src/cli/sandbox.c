/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading files locked in: when all that is needed is open, nothing more can be. */
#include "cli/sandbox.h"
#include "cli/cli.h"
#include "live/lock.h"
#include <time.h>

static bool lock(int folder, struct fault *fault)
{
	enum role role = folder < 0 ? ROLE_READER : ROLE_SAVER;

	if (!(role == ROLE_SAVER ? lock_rights(fault) : lock_reader(fault)))
		return false;
	/* A reader's list of calls has none that opens anything: without Landlock it holds, too. */
	if (!lock_files(folder, fault) && role == ROLE_SAVER)
		complain("%s: it can make files anywhere", fault->text);
	return lock_missing() || lock_calls(role, fault);
}

bool sandbox_enter(bool none, struct input *in, struct session *s, int folder)
{
	struct fault fault;

	if (none)
		complain("--no-sandbox: the files are taken apart with all rights that peel was "
			 "started with");
	if (none || lock_is_sanitized())
		return true;
	tzset();
	if (s)
		session_hold_files(s);
	if (input_hold(in, &fault) && lock(folder, &fault))
		return true;
	complain("%s; --no-sandbox reads without a lock", fault.text);
	return false;
}
