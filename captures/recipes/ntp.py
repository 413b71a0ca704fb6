# SPDX-License-Identifier: BSD-2-Clause
# NTP: times, control messages, ntpd's private ones.


def ntp_frame(message):
    return eth(0x0800, ip(17, udp(message, 123, 123)))


def ntp_message(first=0x23, stratum=2, poll=6, precision=0xe9, reference=b"\x0a\0\0\1", times=None,
                tail=b""):
    times = times or [0xE000000080000000, 0xE000000100000001, 0xFFFFFFFFFFFFFFFF, 0x100000000]
    return struct.pack("!BBBBII", first, stratum, poll, precision, 0x12345, 0xabc) + reference + \
        b"".join(struct.pack("!Q", t) for t in times) + tail


def ntp_extension(type_, value, size=None):
    return struct.pack("!HH", type_, len(value) + 4 if size is None else size) + value


def ntp_times():
    """Modes, versions, references; extension fields and proofs, right and wrong; what is cut."""
    message, ext = ntp_message, ntp_extension
    frames = [message(li << 6 | v << 3 | m) for li, v, m in
              ((0, 4, 1), (1, 4, 2), (2, 3, 3), (3, 2, 4), (0, 1, 5), (0, 0, 0), (0, 5, 3))]
    frames += [message(stratum=s, reference=r) for s, r in
               ((0, b"INIT"), (0, b"RATE"), (0, bytes(4)), (1, b"GPS\0"), (1, b"WXYZ"),
                (15, b"\1\2\3\4"), (16, b"\1\2\3\4"), (17, b"\1\2\3\4"))]
    frames += [message(poll=p, precision=q) for p, q in ((0, 0), (3, 0x80), (17, 0xf0), (18, 10))]
    key = b"\0\0\0\1"
    frames += [message(tail=t) for t in
               (key, key + bytes(16), key + bytes(20), ext(0x104, bytes(32)),
                ext(0x104, bytes(32)) + ext(0x204, bytes(40)) + key + bytes(16),
                ext(0x104, bytes(32), 200), ext(0x999, bytes(33)), b"\0\0", key + bytes(32))]
    frames += [message(times=[0, 0, 0, 0xE000000080000000]), message()[:1], message()[:20],
               message()[:47]]
    return pcap([ntp_frame(m) for m in frames])


NTP_SAYS = b'version="a, b", stratum=3,\r\noffset=-0.4 , leap\r\n'


def ntp_control():
    """Every operation: asked, answered, refused; associations and their states."""
    def message(opcode, flags, association, status, data=b"", size=None):
        return struct.pack("!BBHHHHH", 0x16, flags | opcode, 7, status, association, 0,
                           len(data) if size is None else size) + data
    frames = []
    for opcode in list(range(13)) + [31]:
        frames += [message(opcode, 0, 5, 0), message(opcode, 0x80, 5, 0x9614, NTP_SAYS)]
    frames += [message(2, 0x80, 0, 0x618, NTP_SAYS), message(2, 0xc0, 0, 0x300),
               message(1, 0x80, 0, 0x618, B("0005961400068011")), message(1, 0x80, 0, 0, b"\0\5\0"),
               message(2, 0xa0, 0, 0x618, b"x=1", 9), message(2, 0, 0, 0)[:5],
               message(2, 0, 0, 0) + b"\0\0\0\1" + bytes(16)]
    return pcap([ntp_frame(m) for m in frames])


def ntp_private():
    """Every request code with an item; several items; items that are cut off."""
    def message(code, data, flags=0x97, n=1, size=None):
        return struct.pack("!BBBBHH", flags, 0, 3, code, n, size or len(data)) + data
    frames = [message(code, B("00000001") * 70) for code in range(46)]
    frames += [message(2, B("0a4d0102007b0309") + bytes(24), 0x17), message(42, bytes(144), n=2,
                                                                           size=72),
               message(42, bytes(100), n=2, size=72), message(28, b"", 0x17, 0), B("17000328")]
    return pcap([ntp_frame(m) for m in frames])
