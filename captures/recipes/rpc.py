# SPDX-License-Identifier: BSD-2-Clause
# ONC RPC and NFS: every procedure of version 3, over UDP and TCP; compounds of version 4.


def xdr(data):
    """Counted octets, filled up to a word."""
    data = data.encode() if isinstance(data, str) else data
    return struct.pack("!I", len(data)) + data + bytes(-len(data) % 4)


def words(*values):
    return struct.pack("!%dI" % len(values), *values)


def rpc_call(xid, procedure, arguments, program=100003, version=3):
    unix = words(7) + xdr("client") + words(1000, 100, 2, 100, 27)
    return words(xid, 0, 2, program, version, procedure, 1) + xdr(unix) + words(0, 0) + arguments


def rpc_reply(xid, results, state=0):
    return words(xid, 1, 0, 0, 0, state) + results


def nfs_talks():
    h, day = xdr(bytes(range(28))), words(1700000000, 250000000)
    attributes = (words(1, 0o100644, 1, 1000, 100) + struct.pack("!QQ", 512, 4096) + words(8, 1)
                  + struct.pack("!QQ", 0x801, 4711) + 3 * day)
    post, none = words(1) + attributes, words(0)
    wcc = words(1) + struct.pack("!Q", 500) + 2 * day + post
    new = words(1, 0o640, 1, 1000, 0, 1) + struct.pack("!Q", 0) + words(1, 2) + day
    name, verf, made = h + xdr("notes.txt"), bytes(range(8)), words(1) + h + post + wcc
    at = struct.pack("!Q", 4096)
    entry = words(1) + at + xdr("a.txt") + at
    return [
        (1, h, words(0) + attributes), (2, h + new + words(1) + day, words(0) + wcc),
        (3, name, words(0) + h + post + none), (3, name, words(2) + post),
        (4, h + words(0x3f), words(0) + post + words(0x0d)),
        (5, h, words(0) + none + xdr("../elsewhere")), (6, h + at + words(16), words(0) + post
            + words(16, 1) + xdr(b"sixteen octets !")),
        (7, h + at + words(5, 2) + xdr("hello"), words(0) + wcc + words(5, 2) + verf),
        (8, name + words(1) + new, words(0) + made), (8, name + words(2) + verf, words(17) + wcc),
        (9, name + new, words(0) + made), (10, name + new + xdr("target"), words(0) + made),
        (11, name + words(4) + new + words(4, 64), words(0) + made),
        (12, name, words(0) + wcc), (13, name, words(66) + wcc),
        (14, name + h + xdr("new.txt"), words(0) + wcc + wcc),
        (15, h + name, words(0) + post + wcc),
        (16, h + at + verf + words(4096), words(0) + post + verf + entry + entry + words(0, 1)),
        (17, h + at + verf + words(512, 4096), words(0) + post + verf + entry + post + words(1) + h
            + words(0, 1)),
        (18, h, words(0) + post + 6 * at + words(30)),
        (19, h, words(0) + post + words(65536, 65536, 512, 65536, 65536, 512, 4096) + at
            + words(0, 1000000, 0x1b)),
        (20, h, words(0) + post + words(32000, 255, 1, 1, 0, 1)),
        (21, h + at + words(0), words(0) + wcc + verf)]


def nfs_udp():
    """Every procedure of NFS version 3 over UDP, two of them with errors; an old version refused."""
    frames = []

    def say(server, message):
        src, dst, ports = "0a4d0102", "0a4d0202", (700, 2049)
        if server:
            src, dst, ports = dst, src, ports[::-1]
        frames.append(eth(0x0800, ip(17, udp(message, *ports, src, dst), src, dst)))

    for n, (procedure, arguments, results) in enumerate(nfs_talks()):
        say(0, rpc_call(0x1000 + n, procedure, arguments))
        say(1, rpc_reply(0x1000 + n, results))
    say(0, rpc_call(0x2000, 0, b"", version=9))
    say(1, rpc_reply(0x2000, words(2, 4), state=2))
    say(0, rpc_call(0x2001, 0, b""))
    say(1, words(0x2001, 1, 1, 1, 2))
    return pcap(frames)


def nfs_tcp():
    """Records over TCP: one in a segment, one in two, two in one."""
    t = Talk(2049, 701)

    def record(message):
        return words(len(message) | 1 << 31) + message

    for n, (procedure, arguments, results) in enumerate(nfs_talks()[:6]):
        query, reply = (record(m) for m in (rpc_call(n, procedure, arguments), rpc_reply(n, results)))
        t.say(0, query[:60])
        t.say(0, query[60:])
        t.say(1, reply)
    a, b = (record(rpc_call(90 + n, 0, b"")) for n in range(2))
    t.say(0, a + b)
    t.say(1, record(rpc_reply(90, b"")) + record(rpc_reply(91, b"")))
    return pcap(t.frames)


def nfs4_talks():
    """Operations and their results: (opcode, arguments, results) each, by compound."""
    h, verf = xdr(bytes(range(16))), bytes(range(8))
    state = words(1) + bytes(range(12))
    session, client = bytes(range(16)), bytes(range(8, 16))
    moved = words(1) + bytes(8) + verf
    long = struct.pack("!Q", 4096)
    owner = client + xdr("owner")
    root, put, get = (24, b"", b""), (22, h, b""), (10, b"", h)
    flag, day = words(1), struct.pack("!QI", 1700000000, 250000000)
    few = {1: words(2), 3: long, 4: long, 8: verf + client, 20: long, 33: words(0o644), 35: flag,
           36: xdr("root"), 37: xdr("staff")}
    more = {**dict.fromkeys((5, 6, 7, 9, 10, 14, 15, 16, 17, 18, 25, 26, 28, 29, 34, 46), flag),
            **dict.fromkeys((21, 22, 23, 27, 30, 31, 38, 39, 40, 41, 42, 43, 44, 45, 55), long),
            **dict.fromkeys((47, 49, 50, 51, 52, 53), day), 19: h}

    def attributes(values):
        mask = sum(1 << n for n in values)
        mask = words(2, mask & 0xffffffff, mask >> 32)
        return 9, mask, mask + xdr(b"".join(values[n] for n in sorted(values)))

    sequence = (53, session + words(1, 0, 3, 1), session + words(1, 0, 3, 7, 0))
    return [
        (0, [(35, verf + xdr("client id") + words(0x40000000) + xdr("tcp") + xdr("10.77.1.2.3.232")
              + words(1), client + verf)]),
        (0, [(36, client + verf, b"")]),
        (0, [(30, client, b"")]),
        (0, [root, get, (3, words(0x1f), words(0x1f, 0x03))]),
        (0, [put, (15, xdr("notes.txt"), b""), get]),
        (0, [put, (4, words(2) + state, state)]),
        (0, [put, (25, state + long + words(16), words(1) + xdr(b"sixteen octets !"))]),
        (0, [put, (38, state + long + words(2) + xdr("hello"), words(5, 2) + verf)]),
        (0, [put, (5, long + words(16), verf)]),
        (0, [put, (28, xdr("old"), moved)]),
        (0, [put, (32, b"", b""), put, (29, xdr("old") + xdr("new"), moved + moved)]),
        (0, [put, (11, xdr("linked"), moved), (31, b"", b""), (16, b"", b""), (27, b"", xdr("to"))]),
        (0, [put, (20, state + words(5), state), (8, state, b""), (39, owner, b"")]),
        (0, [put, get, attributes(few)]), (0, [attributes(more)]),
        (0, [(9, words(1, 1), words(1, 1) + xdr(words(2, 0x0010011a, 0x3a)))]),
        (0, [put, (14, words(4, 6) + state + long + long, state)]), (1, [(45, state, b"")]),
        (1, [(57, client, b"")]),
        (1, [(44, session, b"")]),
        (1, [sequence, root, get]),
        (1, [sequence, (58, words(0), b"")]),
    ]


def nfs_compound():
    """Compounds of NFS 4.0 and 4.1, call and reply; then results that say why they ended."""
    frames = []

    def say(server, message):
        src, dst, ports = "0a4d0102", "0a4d0202", (700, 2049)
        if server:
            src, dst, ports = dst, src, ports[::-1]
        frames.append(eth(0x0800, ip(17, udp(message, *ports, src, dst), src, dst)))

    for n, (minor, ops) in enumerate(nfs4_talks()):
        call = b"".join(words(op) + a for op, a, _ in ops)
        done = b"".join(words(op, 0) + r for op, _, r in ops)
        tag = xdr("a tag" if n == 3 else "")
        say(0, rpc_call(n, 1, tag + words(minor, len(ops)) + call, version=4))
        say(1, rpc_reply(n, words(0) + tag + words(len(ops)) + done))
    lookup = words(24, 15) + xdr("lost")
    say(0, rpc_call(90, 1, xdr("") + words(0, 2) + lookup, version=4))
    say(1, rpc_reply(90, words(2) + xdr("") + words(2, 24, 0, 15, 2)))
    say(0, rpc_call(91, 0, b"", version=4))
    say(1, rpc_reply(91, b""))
    return pcap(frames)
