/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A socket of this machine written as a frame, so that tables name its parts and filters ask for
 * them: a record of the socket, one of each process that has it open, then the headers that a
 * packet from its local to its remote end begins with.  Numbers are big-endian.
 */
#ifndef SHARED_SOCKET_H
#define SHARED_SOCKET_H

/* The socket's record: where its parts begin, octets. */
enum {
	SOCKET_STATE = 0,     /* as the kernel counts them: include/net/tcp_states.h */
	SOCKET_TIMED = 1,     /* 1: the kernel knows the next three parts but one */
	SOCKET_PROCESSES = 2, /* records of processes that follow; 2 octets */
	SOCKET_RECEIVE = 4,   /* octets that nobody read yet; listening: connections to accept */
	SOCKET_SEND = 8,      /* octets not acknowledged; listening: how many may wait */
	SOCKET_RTT = 12,      /* microseconds */
	SOCKET_RTTVAR = 16,   /* microseconds */
	SOCKET_RESENT = 20,   /* segments sent again so far */
	SOCKET_INODE = 24,    /* the socket's number; 0: nobody has it open any more */
	SOCKET_UID = 28,      /* whose it is */
	SOCKET_USER = 32,     /* that user's name, ended by a NUL */
	SOCKET_RECORD = 64,
	SOCKET_USER_LEN = SOCKET_RECORD - SOCKET_USER,
};

/* A process' record. */
enum {
	PROCESS_MORE = 0, /* 1: another one follows */
	PROCESS_PID = 4,
	PROCESS_UID = 8,
	PROCESS_NAME = 12, /* /proc/PID/comm, ended by a NUL */
	PROCESS_USER = 28, /* the name of who runs it, ended by a NUL */
	PROCESS_RECORD = 60,
	PROCESS_NAME_LEN = PROCESS_USER - PROCESS_NAME,
	PROCESS_USER_LEN = PROCESS_RECORD - PROCESS_USER,
};

/* What a record is followed by when no process' is: LINKTYPE_RAW. */
#define SOCKET_PACKET 101

#endif
