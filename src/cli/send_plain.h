/* SPDX-License-Identifier: BSD-2-Clause */
/* Text over a plain socket. */
#ifndef CLI_SEND_PLAIN_H
#define CLI_SEND_PLAIN_H

/*
 * Sends the text to that port as one datagram ("udp"), or over a connection ("tcp"), and writes
 * what comes back within so many seconds to standard output.  Gives the exit status: 0 when
 * something came back, 1 when nothing did, 2 when it couldn't be sent.
 */
int send_plain(const char *const words[4], double seconds);

#endif
