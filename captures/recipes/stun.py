# SPDX-License-Identifier: BSD-2-Clause
# STUN, with the attributes of TURN, ICE and Microsoft.


def stun_attribute(type_, value, size=None):
    return struct.pack("!HH", type_, len(value) if size is None else size) + value + \
        bytes(-len(value) % 4)


def stun_message(type_, *attributes, id_=b"abcdefghijkl", size=None):
    body = b"".join(attributes)
    return struct.pack("!HHI", type_, len(body) if size is None else size, 0x2112A442) + id_ + body


def stun_frame(message, port=5000, server=False):
    if server:
        return eth(0x0800, ip(17, udp(message, 3478, port, "0a4d0202", "0a4d0102"),
                              src="0a4d0202", dst="0a4d0102"))
    return eth(0x0800, ip(17, udp(message, port, 3478)))


def stun_binding():
    """Requests, their answers, both again; errors; channels; messages over TCP."""
    at, message, frame = stun_attribute, stun_message, stun_frame
    query = message(1, at(6, b"user"), at(0x25, b""), at(0x24, B("6e0001ff")), size=36 + 8)
    query += at(8, bytes(range(20)))
    query = query[:2] + struct.pack("!H", len(query) - 12) + query[4:]
    query += at(0x8028, struct.pack("!I", zlib.crc32(query) ^ 0x5354554E))
    answer = message(0x101, at(0x20, B("000133442b12a443")), at(0x8022, b"peel\x00x"))
    channel = B("40010005") + b"hello\0\0\0"
    over, framed = Talk(3478), Talk(3478, 40002)
    over.say(0, query[:12])
    over.say(0, query[12:] + channel)
    framed.say(0, struct.pack("!H", len(query)) + query)
    return pcap([
        frame(query), frame(query), frame(answer, server=True), frame(answer, server=True),
        frame(message(0x111, at(9, B("00000401") + b"no"), id_=b"m" * 12), server=True),
        frame(message(0x101, at(0x20, B("00023344") + B("2b12a443") * 4)), server=True),
        frame(message(0x101, at(1, B("000133440a12a443"))), server=True),
        frame(message(0x16, at(0x12, B("000133442b12a443")), at(0x13, b"datadat"))),
        frame(channel), frame(message(1)), frame(message(1, b"\0\6\0\2")),
        frame(message(1, at(6, b"ab", 20))), frame(message(1, at(6, b"abc"))[:-1], 5002),
        frame(b"\0\1\0\0" + bytes(16), 5003)] + over.frames + framed.frames)


STUN_TYPES = list(range(0x31)) + list(range(0x8000, 0x8009)) + list(range(0x8020, 0x8031)) + \
    [0x8032, 0x8037, 0x8039, 0x8050] + list(range(0x8054, 0x8063)) + \
    [0x8068, 0x8070, 0x8090, 0x8095, 0xC000, 0xC057, 0xC058, 0xC060, 0xDABA]


def stun_attributes():
    """Every attribute, of a size that fits most of them and of one that fits none."""
    value = B("0001334412a40201") + bytes(16)
    frames = []
    for i in range(0, len(STUN_TYPES), 12):
        some = [stun_attribute(t, value) for t in STUN_TYPES[i:i + 12]]
        frames += [stun_frame(stun_message(1, *some, id_=b"%012d" % i))]
        some = [stun_attribute(t, b"ab") for t in STUN_TYPES[i:i + 12]
                if t not in (0x8050, 0x8057, 0x8058)]
        frames += [stun_frame(stun_message(1, *some, id_=b"%012d" % (i + 1)))]
    return pcap(frames)


def stun_classic():
    """STUN of RFC 3489: every message type and attribute, other ports, values that are too short."""
    def m(type_, *attributes, id_=bytes(range(128, 144)), length=None):
        b = b"".join(attributes)
        return struct.pack("!HH", type_, length or len(b)) + id_ + b

    def a(type_, value):
        value = value if isinstance(value, bytes) else B(value)
        return struct.pack("!HH", type_, len(value)) + value

    def send(message, back=False, port=3478):
        if back:
            return eth(0x0800, ip(17, udp(message, port, 5000, "0a4d0202", "0a4d0102"), "0a4d0202", "0a4d0102"))
        return eth(0x0800, ip(17, udp(message, 5000, port)))

    here, there = "0001 1388 0a4d0102", "0002 0d96 20010db8000000000000000000000001"
    return pcap([
        send(m(1, a(3, "00000006"), a(2, here), a(6, b"who?"), a(7, b"word"), a(8, bytes(20)))),
        send(m(0x101, a(1, here), a(4, there), a(5, "0003 0d96"), a(11, ""), a(0x8020, here), a(0x8022, b"peel")), True),
        send(m(0x101, a(0x8020, there), a(0xe, "0001"), a(0x11, here), a(0x12, here)), True),
        send(m(0x111, a(9, B("00000414") + b"Unknown"), a(10, "00770078")), True),
        send(m(0x111, a(9, "00000600"), a(9, "0000"), a(0x77, "00")), True),
        send(m(2, id_=bytes(range(144, 160))), port=5002), send(m(0x102, id_=bytes(range(144, 160))), True, 5002),
        send(m(3, a(0xd, "00000258"), a(0xf, "72c64bc6"), a(0x10, "00000040"), a(0x14, b"n"), a(0x15, b"r")), port=5002),
        send(m(4, a(0x12, here), a(0x13, b"hello")), port=5002), send(m(0x115, a(0x13, b"hello")), True, 5002),
        send(m(6, a(3, "00"), a(0xd, "00"), a(0xc001, b"dslforum.org/TR-111 "), a(0xc002, "")), port=5002),
        send(m(1, id_=B("2112a442") + bytes(12)))])
