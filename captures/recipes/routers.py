# SPDX-License-Identifier: BSD-2-Clause
# Routing protocols of small networks: Babel, RIP, RIPng, and HSRP for their hosts.


def babel_messages():
    """Every message and part of a message, compressed prefixes, a trailer with a digest."""
    def packet(body, trailer=b"", magic="2a02"):
        b = B(magic) + struct.pack("!H", len(body)) + body + trailer
        return eth(0x86DD, ip6(17, udp(b, 6696, 6696), src="fe800000000000000000000000000002",
                               dst="ff020000000000000000000000010006", hops=1), B("333300010006"))

    rid = "020000fffe00000c"
    hello = "0406" "0000" "0007" "0190" + "050e" "0300" "0060" "04b0" "0000000000000005"
    return pcap([
        packet(B(hello + "00" + "0102" "0000" + "0206" "0000" "abcd" "0190" + "0302" "abcd")),
        packet(B("060a" "0000" + rid + "0706" "0100" "0a4d0102" + "0812" "0280" "4000" "0640" "0001" "0000" "fd77000100000000" +
                 "080d" "0200" "6008" "0640" "0001" "0100" "fd7701" + "080d" "0100" "1800" "0640" "0001" "ffff" "0a4d03" +
                 "080a" "0000" "0000" "0640" "0001" "ffff")),
        packet(B("0902" "0000" + "0905" "0118" "0a4d01" + "0a11" "0118" "0001" "40" "00" + rid + "0a4d01" + "0b06" "000000010002" +
                 "0d04" "01180a4d" + "7702" "aabb")),
        packet(B("040c" "0000" "0007" "0190" "0304" "00bc614e" + "0518" "0300" "0060" "04b0" "0000000000000005" "0308" "00bc614e" "00bc6150" +
                 "0811" "0100" "1800" "0640" "0001" "0100" "0a4d05" "0202" "0106" + "00" + "0408" "0000" "0008" "0190" "0100")),
        packet(B("0406" "0000" "0009" "0190" + "1108" "00000003" "aabbccdd" + "1204" "01020304" + "1304" "01020304"), B("1010" + "55" * 16)),
    ])


def rip_versions():
    """Both versions of RIP, with a password and with a digest; RIPng."""
    def rip(head, *entries, port=520):
        return eth(0x0800, ip(17, udp(B(head + "".join(entries)), port, port), dst="e0000009"), B("01005e000009"))

    def route(net, mask="ffffff00", hop="00000000", metric=1, family="0002", tag="0000"):
        return family + tag + net + mask + hop + "%08x" % metric

    v1 = route("0a4d0100", "00000000")
    digest = "ffff0001" + "a2" * 16
    ng = "fd770001000000000000000000000000" "0005" "40" "02"
    return pcap([
        rip("01010000", route("00000000", "00000000", metric=16, family="0000")), rip("02010000", v1, v1),
        rip("01020000", route("00000000", "00000000", metric=16, family="0000")),
        rip("02020000", route("0a4d0100", tag="0007"), route("00000000", "00000000", "0a4d0105", 3)),
        rip("02020000", "ffff0002" + b"secret".hex() + "00" * 10, route("0a4d0100")),
        rip("02020000", "ffff0003" "002c" "01" "14" "4fd1b2c0" "0000000000000000", route("0a4d0100"), digest),
        rip("02020000", "ffff0009" + "00" * 16, "0003" + "00" * 18), rip("07020000", v1),
        eth(0x86DD, ip6(17, udp(B("02010000" + ng + ng), 521, 521), dst="ff020000000000000000000000000009"), B("333300000009")),
        eth(0x86DD, ip6(17, udp(B("03010000" + ng[:20]), 521, 521), dst="ff020000000000000000000000000009"), B("333300000009")),
    ])


def hsrp_versions():
    """Hello, coup, resign and advertisements of version 1; groups, interfaces and proofs of version 2."""
    def v1(b, dst="e0000002"):
        return eth(0x0800, ip(17, udp(B(b), 1985, 1985), dst=dst, ttl=1), B("01005e000002"))

    cisco = b"cisco".hex() + "000000"
    group = "0128" "02" "00" "06" "04" "0fa1" "02000000000c" "00000069" "00000bb8" "00002710" "0a4d01fe" + "00" * 12
    group6 = "0128" "02" "01" "05" "06" "0002" "02000000000c" "0000006e" "000003e8" "00000bb8" "fe800000000000000005073fffea0002"[:32]
    md5 = "041c" "01" "00" "0000" "0a4d0102" "00000001" + "5a" * 16
    return pcap([
        v1("0000" "10" "03" "0a" "64" "01" "00" + cisco + "0a4d01fe"), v1("0001" "02" "01" "03" "6e" "01" "00" + cisco + "0a4d01fe"),
        v1("0002" "08" "03" "0a" "64" "01" "00" + b"secret00".hex() + "0a4d01fe"), v1("0003" "0001" "000a" "02" "00" "0001" "0002" "00000000"),
        v1("0000" "10" "03" "0a" "64" "01" "00" + "00" * 8 + "0a4d01fe" + md5),
        v1(group + "0308" + cisco, "e0000066"), v1(group6 + md5, "e0000066"), v1("0204" "0001" "0002", "e0000066"), v1("0902aabb", "e0000066"),
    ])
