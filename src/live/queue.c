/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames on their way from the process that captures to the one that decodes. */
/* eventfd(2), mmap(2) */
#include "config.h"

#include "core/arena.h"
#include "live/queue.h"
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

/* Before each frame's octets; records are as long as a multiple of 8. */
struct head {
	uint32_t size; /* of the record; 0: the rest of the room is left empty, go to its start */
	uint32_t cap_len, wire_len;
	uint32_t id, link, resolution;
	int64_t time;
	uint64_t number;
	uint64_t lost, dropped;
};

/* Positions count octets for ever; what lies at one is found by its rest. */
struct shared {
	_Alignas(64) _Atomic uint64_t put; /* by the writer: ends of what is there */
	_Atomic uint32_t writer_waits;
	_Atomic uint32_t over;
	_Alignas(64) _Atomic uint64_t done; /* by the reader: start of what isn't released */
	_Atomic uint64_t at;                /* the record in the reader's hands ... */
	_Atomic uint32_t held;              /* ... if there is one */
	_Atomic uint64_t skip;              /* 1 + the position of one that killed a reader */
	_Atomic uint32_t reader_waits;
	_Alignas(64) uint8_t room[];
};

struct queue {
	struct shared *shared;
	uint64_t octets;
	int filled, emptied; /* eventfd: something was put, something was released */
	uint64_t put;        /* the writer's position */
	uint64_t next;       /* the reader's */
};

struct queue *queue_open(size_t octets)
{
	struct queue *q = need_zero(1, sizeof *q);

	q->octets = octets;
	q->filled = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	q->emptied = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	q->shared = mmap(NULL, sizeof *q->shared + octets, PROT_READ | PROT_WRITE,
			 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (q->filled >= 0 && q->emptied >= 0 && q->shared != MAP_FAILED)
		return q;
	if (q->shared == MAP_FAILED)
		q->shared = NULL;
	queue_close(q);
	return NULL;
}

void queue_close(struct queue *q)
{
	if (!q)
		return;
	if (q->shared)
		munmap(q->shared, sizeof *q->shared + q->octets);
	if (q->filled >= 0)
		close(q->filled);
	if (q->emptied >= 0)
		close(q->emptied);
	free(q);
}

/* --- waiting --- */

static void wake(int fd)
{
	uint64_t one = 1;

	if (write(fd, &one, sizeof one) < 0)
		return; /* it is full: whoever waits is awake */
}

static void wait_for(int fd, int milliseconds)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	uint64_t count;

	if (poll(&p, 1, milliseconds) > 0 && read(fd, &count, sizeof count) < 0)
		return;
}

/* --- the writer --- */

static uint8_t *room_at(const struct queue *q, uint64_t position)
{
	return q->shared->room + (position & (q->octets - 1));
}

/* Where a record of n octets may stand, `*skipped` octets further on; NULL: there is no room. */
static uint8_t *room_for(const struct queue *q, uint64_t n, uint64_t *skipped)
{
	uint64_t done = atomic_load_explicit(&q->shared->done, memory_order_acquire);
	uint64_t to_end = q->octets - (q->put & (q->octets - 1));

	*skipped = to_end < n ? to_end : 0;
	if (q->put + *skipped + n - done > q->octets)
		return NULL;
	if (*skipped)
		memset(room_at(q, q->put), 0, 4);
	return room_at(q, q->put + *skipped);
}

static void publish(struct queue *q)
{
	atomic_store(&q->shared->put, q->put);
	if (atomic_load(&q->shared->reader_waits)) {
		atomic_store(&q->shared->reader_waits, 0);
		wake(q->filled);
	}
}

bool queue_put(struct queue *q, const struct frame *f, uint64_t lost, uint64_t dropped)
{
	uint64_t n = (sizeof(struct head) + f->cap_len + 7) & ~UINT64_C(7), skipped;
	struct head head = {.size = (uint32_t)n,
			    .cap_len = f->cap_len,
			    .wire_len = f->wire_len,
			    .id = f->iface ? f->iface->id : 0,
			    .link = f->link,
			    .resolution = f->iface ? f->iface->resolution : 9,
			    .time = f->time,
			    .number = f->number,
			    .lost = lost,
			    .dropped = dropped};
	uint8_t *p = room_for(q, n, &skipped);

	if (!p)
		return false;
	memcpy(p, &head, sizeof head);
	memcpy(p + sizeof head, f->bytes, f->cap_len);
	q->put += skipped + n;
	publish(q);
	return true;
}

void queue_end(struct queue *q)
{
	atomic_store(&q->shared->over, 1);
	wake(q->filled);
}

void queue_wait_room(struct queue *q, int milliseconds)
{
	uint64_t done = atomic_load(&q->shared->done);

	atomic_store(&q->shared->writer_waits, 1);
	if (atomic_load(&q->shared->done) == done)
		wait_for(q->emptied, milliseconds);
}

/* --- the reader --- */

static void read_record(const struct queue *q, uint64_t position, struct queued *r)
{
	const uint8_t *p = room_at(q, position);
	struct head head;

	memcpy(&head, p, sizeof head);
	r->frame = (struct frame){
		.bytes = p + sizeof head,
		.cap_len = head.cap_len,
		.wire_len = head.wire_len,
		.number = head.number,
		.time = head.time,
		.has_time = true,
		.fcs_len = -1,
	};
	r->id = head.id;
	r->link = head.link;
	r->resolution = (uint8_t)head.resolution;
	r->lost = head.lost;
	r->dropped = head.dropped;
}

/* The record at or behind the position, where the room doesn't end there. */
static uint64_t skip_rest(const struct queue *q, uint64_t position)
{
	uint64_t to_end = q->octets - (position & (q->octets - 1));
	uint32_t size;

	memcpy(&size, room_at(q, position), sizeof size);
	return size ? position : position + to_end;
}

static uint64_t behind(const struct queue *q, uint64_t position)
{
	uint32_t size;

	memcpy(&size, room_at(q, position), sizeof size);
	return position + size;
}

bool queue_take(struct queue *q, struct queued *r)
{
	uint64_t put = atomic_load_explicit(&q->shared->put, memory_order_acquire);

	do {
		if (q->next == put)
			return false;
		q->next = skip_rest(q, q->next);
		read_record(q, q->next, r);
		atomic_store_explicit(&q->shared->at, q->next, memory_order_relaxed);
		atomic_store_explicit(&q->shared->held, 1, memory_order_release);
		q->next = behind(q, q->next);
	} while (atomic_load_explicit(&q->shared->at, memory_order_relaxed) + 1 ==
		 atomic_load_explicit(&q->shared->skip, memory_order_relaxed));
	return true;
}

void queue_release(struct queue *q)
{
	atomic_store(&q->shared->held, 0);
	atomic_store(&q->shared->done, q->next);
	if (atomic_load(&q->shared->writer_waits)) {
		atomic_store(&q->shared->writer_waits, 0);
		wake(q->emptied);
	}
}

bool queue_is_over(const struct queue *q)
{
	return atomic_load(&q->shared->over) && q->next == atomic_load(&q->shared->put);
}

void queue_wait(struct queue *q, int milliseconds)
{
	atomic_store(&q->shared->reader_waits, 1);
	if (q->next == atomic_load(&q->shared->put) && !atomic_load(&q->shared->over))
		wait_for(q->filled, milliseconds);
	atomic_store(&q->shared->reader_waits, 0);
}

bool queue_recover(struct queue *q, struct queued *r)
{
	bool held = atomic_load(&q->shared->held);

	q->next = atomic_load(&q->shared->done);
	if (!held)
		return false;
	read_record(q, atomic_load(&q->shared->at), r);
	atomic_store(&q->shared->skip, atomic_load(&q->shared->at) + 1);
	atomic_store(&q->shared->held, 0);
	return true;
}
