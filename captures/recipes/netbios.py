# SPDX-License-Identifier: BSD-2-Clause
# NetBIOS over UDP: names and datagrams.


def nb_name(name, sort=0x20, scope=b""):
    raw = b"*" + bytes(15) if name == b"*" else name.ljust(15) + bytes([sort])
    return b"\x20" + bytes(65 + n for x in raw for n in (x >> 4, x & 15)) + scope + b"\0"


def nb_query(name, type_=32, class_=1):
    return name + struct.pack("!HH", type_, class_)


def nb_record(name, data, type_=32, class_=1, ttl=300000):
    return nb_query(name, type_, class_) + struct.pack("!IH", ttl, len(data)) + data


def nb_message(flags, *sections):
    counts = [len(s) for s in sections] + [0] * (4 - len(sections))
    return struct.pack("!HH4H", 0x1234, flags, *counts) + b"".join(sum(map(list, sections), []))


def nbns_messages():
    """Names asked for, registered, released, defended; a node's names; names that can't be."""
    host, same, address = nb_name(b"HOST"), b"\xc0\x0c", B("0a4d0102")
    ask = nb_query(host)
    status = bytes([3]) + b"HOST           \0" + B("0400") + b"WORKGROUP      \0" + B("8400") + \
        b"\1\2__MSBROWSE__\2\1" + B("ff00") + bytes(range(46))
    messages = [nb_message(0x0110, [nb_query(nb_name(b"WORKGROUP", 0)), nb_query(nb_name(b"A", 0x99))]),
                nb_message(0, [nb_query(nb_name(b"*"), 33)]),
                nb_message(0x0110, [nb_query(nb_name(b"HOST", 3, b"\5scope\3org"))])]
    messages += [nb_message(flags, [ask], [], [], [nb_record(same, B(own) + address)])
                 for flags, own in ((0x2910, "6000"), (0x3010, "e000"), (0x4000, "4000"),
                                    (0x4800, "2000"), (0x7810, "0000"), (0x1810, "0000"))]
    messages += [nb_message(flags, [], [nb_record(host, B(data))])
                 for flags, data in ((0x8500, "60000a4d0102e0000a4d0103"), (0xad86, "00000a4d0102"),
                                     (0xb480, "00000a4d0102"), (0xbc00, "2910"), (0x8500, "60"))]
    messages += [nb_message(0x8583, [], [nb_record(host, b"", 10)]),
                 nb_message(0x858f, [ask], [nb_record(host, address, 1)],
                            [nb_record(same, b"ns", 2)], [nb_record(same, b"what", 77, 3)]),
                 nb_message(0x8400, [], [nb_record(nb_name(b"*"), status, 33)])]
    messages += [nb_message(0x8400, [], [nb_record(nb_name(b"*"), status[:n], 33)]) for n in (80, 20)]
    messages += [nb_message(0x0110, [nb_query(name)]) for name in (
        b"\x05short\0", b"\x04AAAA\0", b"\x03AAA\0", b"\x02Aa\0", b"\0", nb_name(b"low\1\xff"))]
    messages += [messages[0][:30], messages[0][:3]]
    return pcap([eth(0x0800, ip(17, udp(m, 137, 137))) for m in messages])


def nbdgm_datagrams():
    """Datagrams of every type, to one, a group and everybody; errors and queries."""
    names = nb_name(b"HOST", 0) + nb_name(b"WORKGROUP", 0x1d)

    def datagram(type_, flags, body):
        return bytes([type_, flags]) + B("80010a4d0102008a") + body

    messages = [datagram(t, f, struct.pack("!HH", len(names) + 5, o) + names + b"hello")
                for t, f, o in ((16, 2, 0), (17, 10, 1), (18, 14, 5), (17, 3, 0))]
    messages += [datagram(19, 2, bytes([e])) for e in (0x82, 0x83, 0x84, 0x99)]
    messages += [datagram(t, 6, nb_name(b"HOST")) for t in (20, 21, 22)]
    messages += [datagram(0x77, 2, b"what"), datagram(17, 2, b"abc"), datagram(17, 2, bytes(4) + names),
                 datagram(17, 2, b"")[:4]]
    return pcap([eth(0x0800, ip(17, udp(m, 138, 138))) for m in messages])
