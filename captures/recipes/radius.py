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


def radius_packet(code, id_, *avps, length=None):
    body = b"".join(avps)
    return struct.pack("!BBH", code, id_, length or 20 + len(body)) + bytes(range(16)) + body


def radius_calls():
    """Requests, their responses, both again; codes of every kind; lengths that can't be."""
    frames, avp = [], radius_attribute

    def say(back, message, port=1812):
        ends = (port, 5000, "0a4d0202", "0a4d0102") if back else (5000, port, "0a4d0102", "0a4d0202")
        frames.append(eth(0x0800, ip(17, udp(message, *ends), *ends[2:])))

    ask = radius_packet(1, 1, avp(1, b"joe"), avp(2, b"p" * 16), avp(4, B("0a4d0102")), avp(5, B("00000007")))
    for back, message in ((0, ask), (0, ask), (1, radius_packet(11, 1, avp(18, b"hi"), avp(24, b"state"))),
                          (1, radius_packet(2, 1, avp(6, B("00000002")))), (0, ask), (1, radius_packet(3, 9))):
        say(back, message)
    say(0, radius_packet(4, 1, avp(40, B("00000001")), avp(44, b"session")), 1813)
    say(1, radius_packet(5, 1) + b"padding", 1813)
    for code in (40, 41, 43, 45, 12, 50, 200):
        say(0, radius_packet(code, code), 3799)
    for message in (radius_packet(1, 3, avp(1, b"a"), b"\1\1"), radius_packet(1, 4, b"\1\x09ab"), radius_packet(1, 5, b"\1"),
                    radius_packet(1, 7, avp(1, b"ab"), length=200), radius_packet(1, 8)[:15]):
        say(0, message)
    return pcap(frames)


def radius_values():
    """Every attribute of the standards with a value of its own length, and with others; vendors'."""
    avp, frames = radius_attribute, []
    values = {3: bytes(range(17)), 8: B("fffffffe"), 14: B("ffffffff"), 55: B("65000000"),
              56: B("3100000a"), 58: b"2vlan", 64: B("01000003"), 66: b"\x0110.0.0.1", 67: b"tunnel",
              69: b"\2\x80\1secret", 81: b"\x01vlan7", 97: B("004020010db800000000"),
              26: B("00000009") + avp(1, b"a=b") + avp(250, b"x")}
    values.update({t: bytes(15) + b"\1" for t in (95, 98, 147, 168, 169)})
    values.update({t: b"text" for t in (1, 11, 18, 19, 20, 22, 30, 31, 32, 34, 77, 87, 88)})
    everything = [[avp(t, values.get(t, B("00000001"))) for t in range(1, 241) if t != 173],
                  [avp(t, b"\x41bcdefghijklmnopqrstuvwxyz0123456789abcdef") for t in range(1, 102, 3)],
                  [avp(t, b"") for t in (1, 2, 3, 4, 5, 24, 55, 56, 58, 64, 69, 79, 97)],
                  [avp(79, b"abc"), avp(79, b"def"), avp(26, b"abc"), avp(26, B("0001869f0105abcd"))]]
    for id_, avps in enumerate(everything):
        message = radius_packet(1, id_, *avps)
        frames.append(eth(0x0800, ip(17, udp(message, 5000, 1812))))
    return pcap(frames)


def radius_eap():
    """EAP in attributes: identities, refusals, challenges, TLS's flags; in pieces; what is too short."""
    def eap(code, body, id_=1, length=None):
        return struct.pack("!BBH", code, id_, length or 4 + len(body)) + body

    packets = [[eap(1, b"\1")], [eap(2, b"\1joe@example.org")], [eap(1, b"\2note it", 2)],
               [eap(2, b"\3\x19\x0d\0", 3)], [eap(1, b"\4\x04abcdname", 4)], [eap(1, b"\4\x09abcd", 5)],
               [eap(1, b"\x0d\x20", 6)], [eap(2, b"\x19\x80\0\0\0\7abc", 7)], [eap(1, b"\x15\x40abc", 8)],
               [eap(1, b"\x06token", 9)], [eap(2, b"\x63what", 10)], [eap(3, b"", 11)], [eap(4, b"", 12)],
               [eap(5, b"\1abc", 13)], [eap(2, b"\1joe@exam", 14, 17), b"ple.org"], [b"\1\2\0"]]
    return pcap([eth(0x0800, ip(17, udp(radius_packet(1, n, *[radius_attribute(79, p) for p in parts]), 5000, 1812)))
                 for n, parts in enumerate(packets)])
