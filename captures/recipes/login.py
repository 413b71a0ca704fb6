# SPDX-License-Identifier: BSD-2-Clause
# rlogin, rsh and rexec: how a connection can begin, and what else is in its streams.


def login_talk(port, client, *says):
    t = Talk(port, client=client)
    for s in says:
        t.say(s[0] == "<", s[1])
    return t.frames


def login_odd():
    """rlogin, rsh, rexec: strings in one packet or several, or none that fit; sizes of windows, control."""
    size = B("ffff7373 0018 0050 0280 01e0")
    f = login_talk(513, 1023, (">", b"\0"), (">", b"who\0root\0xterm/38400\0"), ("<", b"\0"), (">", size),
                   ("<", b"hello\r\n"), (">", b"ls\n"), (">", size[:6]))
    f += login_talk(513, 1022, (">", b"\0who\0root\0xterm/38400\0"), ("<", b"\0"), ("<", b"Password: "))
    f += login_talk(513, 1021, (">", b"\0who\0root\0xterm/abc\0"), ("<", b"\0text"))
    f += login_talk(513, 1020, (">", b"\0who\0ro"))
    f += login_talk(513, 1019, ("<", b"early"), (">", b"x"), (">", b"\0"))
    for port in (514, 512):
        f += login_talk(port, 1018, (">", b"1022\0"), (">", b"who\0root\0ls -l\0"), ("<", b"\0"),
                        ("<", b"total 0\n"), (">", b"in\n"))
        f += login_talk(port, 1017, (">", b"\0who\0root\0ls\0"), ("<", b"\0out"), (">", b"x"))
        f += login_talk(port, 1016, (">", b"1021\0who\0"), (">", b"root\0ls\0rest"), ("<", b"\1No.\n"))
        f += login_talk(port, 1015, (">", b"1\0w\1o\0root\0ls\0"), (">", b"who\0root\0ls\0"))
        f += login_talk(port, 1014, (">", b"1\0who\0" + b"r" * 16 + b"\0ls\0"))
        f += login_talk(port, 1013, (">", b"abc\0"), (">", b"0\0who\0root\0ls\0"))
    return pcap(f)
