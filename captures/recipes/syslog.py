# SPDX-License-Identifier: BSD-2-Clause
# Syslog.

SYSLOG_SAYS = [
    b"<5>Sep 12 19:16:12 host logger: of RFC 3164\0", b"<13>Sep  2 19:16:12 host cron[12]: runs",
    b"<34>1 2003-10-11T22:14:15.003Z host.example.com su - ID47 - 'su root' failed",
    b"<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 proc 8710 - - %% It's time.",
    b"<165>1 2003-10-11T22:14:15+02:00 h app - ID47 [x@32473 iut=\"3\"] An event",
    b"<7>1 x y z", b"no priority", b"<abc>def", b"<999>text", b"<1234>x", b"<191>words alone",
    b"<7>Oct 21 06:55:08 host", b"<7>Oct 21 06:55:08 host nocolon here", b"<12>",
    b"<7>Oct 21 06:55:08 proc: msg", b"<7>2 2003-10-11T22:14:15.003Z h a p m s", b"<0>a\nb",
]


def syslog_messages():
    """Messages of both shapes, and what is neither."""
    return pcap([eth(0x0800, ip(17, udp(m, 5000 + i, 514))) for i, m in enumerate(SYSLOG_SAYS)])
