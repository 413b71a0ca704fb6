# SPDX-License-Identifier: BSD-2-Clause
# What hosts ask for: addresses, time, files, names on the link.


def dhcpv6_option(code, *parts):
    body = b"".join(parts)
    return struct.pack("!HH", code, len(body)) + body


def over_udp6(payload, sport, dport):
    ends = ("fd770001000000000000000000000002", "fd770002000000000000000000000002")
    h = struct.pack("!HHHH", sport, dport, 8 + len(payload), 0)
    c = cksum(pseudo(*ends, 17, len(h) + len(payload)) + h + payload) or 0xFFFF
    return eth(0x86DD, ip6(17, h[:6] + struct.pack("!H", c) + payload, *ends))


def over_udp(payload, sport, dport, **ends):
    return eth(0x0800, ip(17, udp(payload, sport, dport, **ends), **ends))


DUID_LLT, DUID_LL = B("000100011e62770b02000000000c"), B("0003000102000000000c")
DUID_EN, DUID_UUID = B("00020000118b0102"), B("0004") + bytes(range(16))
V6 = B("20010db8000000000000000000000001")


def dhcpv6_exchange():
    """An exchange with addresses and prefixes, through a relay, lease queries, reconfiguration."""
    o, d = dhcpv6_option, dns_name
    def m(t, *options):
        return bytes([t, 0x12, 0x34, 0x56]) + b"".join(options)
    def relay(t, hops, message, *options):
        return bytes([t, hops]) + V6 + V6 + o(9, message) + b"".join(options)
    na, pd = o(3, bytes(8), b"\xff" * 4), o(25, bytes(12))
    address, prefix = o(5, V6, bytes(8)), o(26, b"\xff" * 8, b"\x30", V6, o(67, b"\x34\x12\x34"))
    ask = m(1, o(1, DUID_LLT), o(6, B("0017001800270052")), o(8, b"\0\x60"), o(14), na, pd,
            o(39, b"\1\4host"), o(15, B("000261620003636465")), o(16, B("000001370008"), b"MSFT 5.0"))
    offer = m(2, o(1, DUID_LLT), o(2, DUID_EN), o(7, b"\xff"), o(3, bytes(12), address, o(13, b"\0\0fine")),
              o(25, bytes(12), prefix), o(23, V6, V6), o(24, d("example.org"), d("a.example.net")),
              o(39, b"\3", d("host.example.org")))
    relayed = relay(13, 0, m(7, o(1, DUID_LL), o(2, DUID_UUID), o(12, V6), o(20)), o(18, b"eth0"),
                    o(37, B("000000090102")), o(38, b"line 7"), o(135, b"\2\x23"))
    auth = B("000000000000000001")[:8]
    frames = [
        (ask, 546, 547), (offer, 547, 546), (relay(12, 1, relay(12, 0, ask)), 547, 547), (relayed, 547, 547),
        (relay(12, 40, relay(12, 3, ask)), 547, 547),
        (m(3, o(1, B("0001")), o(1, B("00030020" + "11" * 20)), o(2, B("0009ff"))), 546, 547),
        (m(10, o(19, b"\5"), o(11, b"\3\1\0", auth, b"\2" + bytes(16)), o(11, b"\2\1\0", auth, b"realm",
           bytes(20)), o(11, b"\1\1\0", auth), o(39, b"\0")), 547, 546),
        (m(14, o(44, b"\1", V6, o(1, DUID_LL))), 547, 547),
        (m(15, o(45, o(1, DUID_LL), address, o(46, bytes(4)), o(47, V6, b"\14abc"), o(48, V6))), 547, 547),
        (m(4, o(4, bytes(4), address), o(7), o(8, b"1"), o(19), o(23, b"12"), o(200, b"who knows")), 546, 547),
        (b"\1\2", 546, 547), (bytes([99, 1, 2, 3]), 546, 547),
    ]
    return pcap([over_udp6(*f) for f in frames])


def dhcpv6_options():
    """Options that servers give, of failover and softwires, of CableLabs; names with faults."""
    o, d = dhcpv6_option, dns_name
    rule = o(89, B("010818c000020030" + "20010db80001"), o(93, B("06081200")))
    ntp = o(1, V6) + o(2, V6) + o(3, d("ntp.example.org")) + o(4, b"?")
    groups = [
        o(21, d("sip.example.org")) + o(22, V6) + o(27, V6) + o(28, V6) + o(29, d("nis.org")) + o(30, d("nisp.org")),
        o(31, V6) + o(32, bytes(4)) + o(33, d("bc.org")) + o(34, V6) + o(40, V6) + o(41, b"UTC0") + o(42, b"UTC"),
        o(43, b"\0\1") + o(52, V6) + o(53, DUID_LL) + o(56, ntp) + o(64, d("aftr.example.org")) + o(103, b"http://p/"),
        o(94, rule, o(90, V6)) + o(95, o(91, b"\x40", V6[:8])) + o(96, o(92, B("c000020140"), V6[:8])) + o(111, B("005e005f")),
        o(112, b"https://mud/") + o(165, V6) + o(166, V6) + o(167, b"user@host?!"),
        b"".join(o(c, bytes(n)) for c, n in ((114, 1), (115, 2), (119, 2), (120, 4), (121, 4), (122, 4), (123, 4),
                                              (124, 4), (125, 4), (126, 4), (127, 4), (128, 4), (129, 6), (131, 1),
                                              (132, 1), (133, 4), (134, 4))) + o(117, d("h.org")) + o(118, d("org")) +
        o(130, b"pair"),
        o(24, d("org"), b"\4part") + o(24, b"\0") + o(24, b"\x50abc") + o(24, b"\1a\x09bc") + o(64) +
        o(29, b"\1a\1b") + o(30, d(".".join(["x" * 60] * 5))),
        o(38, b"a\0bc") + o(13, b"\0\1" + b"\xc3\xa4") + o(15, b"\0\x09a") + o(56, b"\0\1\0\x30") + o(26) + o(89, b"1"),
        o(17, struct.pack("!I", 9), o(2, b"abc"), o(5, b"d")),
        o(17, struct.pack("!I", 4491), o(1, B("00200021")), o(2, b"ECM"), o(3, b"ECM:EMTA"), o(8, b"54D46F"),
          o(8, b"abc"), o(8, b"ab"), o(32, V6), o(33, b"cm.bin"), o(35, B("0501010b03010203")), o(36, bytes(6)),
          o(38, bytes(4)), o(39, b"\1"), o(39, b"\7"), o(99, b"?"), o(1025, B("01020301")), o(1026, bytes(6)),
          o(1027, b"ab"), o(2170, B("000100040a4d0101" "00020003aabbcc")), o(2172, bytes(4)), o(2172, b"1"), o(3)),
        o(17, struct.pack("!I", 4491), o(2171, o(1, b"abc"), o(2, b"de"), o(3, b"\0", d("prov.org")), o(3, b"\1", V6),
          o(4, bytes(12)), o(5, bytes(12)), o(6, d("REALM.ORG")), o(7, b"\1"), o(8, b"\5"), o(9, b"\0\3"),
          o(4, b"1"), o(8, b"12"), o(10, b"?"))),
    ]
    return pcap([over_udp6(b"\7\0\0\1" + g, 547, 546) for g in groups])
