# SPDX-License-Identifier: BSD-2-Clause
# RADIUS: requests, responses, attributes of all kinds, and what is wrong with them.


def radius_attribute(type_, value):
    return bytes([type_, 2 + len(value)]) + value


def radius_login():
    """Access, accounting and changes; tags, prefixes, vendors' attributes; what repeats or is cut."""
    a = radius_attribute

    def m(code, *attributes, id_=1, length=None):
        b = b"".join(attributes)
        return struct.pack("!BBH", code, id_, length or 20 + len(b)) + bytes(range(16)) + b

    def vendor(number, *attributes):
        return a(26, struct.pack("!I", number) + b"".join(attributes))

    ask = m(1, a(1, b"who"), a(2, bytes(16)), a(4, B("0a4d0101")), a(5, B("00000007")), a(61, B("00000013")),
            a(6, B("00000002")), a(12, B("000005dc")), a(79, B("0200000801") + b"who"), a(80, bytes(16)))
    say = m(2, a(8, B("fffffffe")), a(9, B("ffffff00")), a(64, B("0100000d")), a(65, B("01000006")),
            a(81, b"\x01100"), a(81, b"200"), a(69, B("01 8000") + bytes(16)), a(97, B("0040fd77000100000000")),
            a(96, bytes(8)), a(98, bytes(15) + b"\1"), a(18, b"Welcome"), a(25, bytes(40)), a(250, b"abcd"),
            vendor(9, a(1, b"shell:priv-lvl=15")), vendor(14823, a(1, b"role")), vendor(99999, a(1, b"x")),
            vendor(311, a(16, bytes(34)), a(7, B("00000001"))))
    count = m(4, a(40, B("00000001")), a(44, b"s1"), a(55, B("65000000")), a(3, bytes(17)), a(3, b"x"),
              a(4, b"abc"), a(6, b""), id_=2)
    talk = [(ask, 1812), (ask, 1812), (say, -1812), (count, 1813), (m(5, id_=2), -1813), (m(40), 3799),
            (m(41), -3799), (m(1, id_=3), 1812), (m(11, a(24, b"s"), a(79, B("01010004")), id_=3), -1812),
            (m(1, b"\1\1", id_=4), 1812), (m(1, b"\1\x20ab", id_=5), 1812), (m(1, length=60, id_=6), 1812),
            (m(1, vendor(9, b"\1"), id_=7), 1812), (m(99), 1812), (m(1, id_=8)[:12], 1812)]
    return pcap([eth(0x0800, ip(17, udp(b, 5000, port) if port > 0 else
                                udp(b, -port, 5000, "0a4d0202", "0a4d0102"),
                                *(("0a4d0102", "0a4d0202") if port > 0 else ("0a4d0202", "0a4d0102"))))
                 for b, port in talk])
