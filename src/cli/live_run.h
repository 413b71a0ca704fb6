/* SPDX-License-Identifier: BSD-2-Clause */
/* A live capture: what its processes have from the one that began them. */
#ifndef CLI_LIVE_RUN_H
#define CLI_LIVE_RUN_H

#include "cli/listeners.h"
#include "cli/live_counts.h"
#include "cli/live_options.h"
#include "live/catch.h"
#include "live/lock.h"
#include "live/opener.h"
#include "live/queue.h"
#include <sys/types.h>

/* The processes beside this one. */
enum part { CATCHER, DECODER, N_PARTS };

struct live_run {
	struct live_options options;
	struct live_plan plan;
	struct origin sources[MOST_INTERFACES];
	uint32_t counter; /* numbers interfaces */
	const struct iface *ifaces[MOST_INTERFACES];
	struct listeners hears;
	struct bpf *capture;
	struct identity who;
	struct opener opener;
	struct queue *queue;
	struct totals *totals; /* shared by all processes */
	struct totals said;    /* what --stats said last */
	struct sink sink;
	int file;              /* the first one */
	int links[N_PARTS][2]; /* our end, theirs; -1: none */
	pid_t parts[N_PARTS];  /* 0: none, or gone */
	bool ready[N_PARTS];
	pid_t command, helper;
	int command_start, helper_names;
	int signals;        /* a descriptor that gives them */
	int64_t end;        /* of -a duration: monotonic clock, nanoseconds; INT64_MAX: none */
	int64_t next_count; /* of --stats */
	bool counting;      /* SIGUSR1 came: counts are to be told when they are fresh */
	unsigned stops;     /* how often somebody asked for the end */
	int status;
};

/* live_parts.c: begins the processes; false: one can't be had. */
bool live_begin_parts(struct live_run *run);
/* What a part may still do from now on; it ends when that can't be had. */
void live_lock(const struct live_run *run, enum role role);

/* live_supervise.c: makes files for them, hears signals, until they have ended. */
void live_supervise(struct live_run *run);

#endif
