# SPDX-License-Identifier: BSD-2-Clause
# What neighbours on a link tell each other: what programs at hand don't speak.


def lldp_elements():
    """LLDP: names of all kinds, elements of 802.1, 802.3, MED, Profinet, Cisco; some go wrong."""
    def tlv(kind, value):
        value = B(value)
        return struct.pack("!H", kind << 9 | len(value)) + value

    def frame(*elements):
        return eth(0x88cc, b"".join(elements), dst=B("0180c200000e"), pad=False)
    chassis, port = tlv(1, "04020000000001"), tlv(2, "0565746830")
    ttl, end = tlv(3, "0078"), tlv(0, "")

    def org(oui, *values):
        return frame(chassis, port, ttl, *[tlv(127, oui + v) for v in values], end)
    ones, twos = "11" * 16, "22" * 16
    return pcap([
        frame(chassis, port, ttl, tlv(4, "706f7274"), tlv(5, "6e616d65"), tlv(6, "6465736372"),
              tlv(7, "00ff0014"), tlv(8, "05010a00000102000000030 32b0601".replace(" ", "")),
              tlv(8, "1102" + "fd" * 16 + "030000000500"), tlv(9, "616263"), end),
        frame(tlv(1, "05010a000001"), tlv(2, "03020000000002"), ttl, end),
        frame(tlv(1, "0502" + "fd" * 16), tlv(2, "04010a000001"), ttl, end),
        frame(tlv(1, "07616263"), tlv(2, "0261626364"), ttl, end),
        org("0080c2", "010001", "02060001", "0300010461626364", "0404aabbccdd", "070f00000001",
            "08ff81", "09c70123456701020304050607080002ff0001020304",
            "0a00012345670102030405060708" + "00" * 8, "0bc3ff", "0c00200cbca10806e48914", "15aa"),
        org("00120f", "0103c0360010", "020703015501020304",
            "0207030155010203040001000200030004ffffff000507ffffff", "030100000001", "0405ee",
            "0500010002000300040005", "07001f", "0405ee01"),
        org("0012bb", "01003304", "0140c86e", "020140c86e", "0301" + twos, "0302090255530103414243",
            "03033132333435", "0302ff025553", "0450000a", "05610062", "0b6162", "0100ff"),
        org("000ecf", "01" + "00000001" * 5, "0200012fff", "04" + ones + "0002", "05020000000001",
            "06020000000001" + ones + twos + "80000001" * 4, "09" + ones, "0a05010a000001",
            "0d0001" + ones + "0102030405060708", "03616263"),
        org("000142", "010f", "c901", "ca01", "cb00000001", "cd0001", "ce6162",
            "cf010a000001" + "61" * 36, "d00a000001", "d30064", "d801", "db0001", "ff01"),
        org("00005e", "0168747470"), org("a42305", "0161", "0300000001"),
        org("001b3f", "0080038001000500060f", "01aa"),
        org("00040d", "0c" + "33" * 32 + "1064000100", "01aa"), org("123456", "07aabb"),
        frame(port, chassis, ttl, end), frame(chassis, ttl), frame(chassis, port, end),
        frame(chassis, port, ttl, ttl, end), frame(chassis, port, tlv(3, "01"), end),
        org("0080c2", "0102")])


def cdp_elements():
    """Cisco's discovery protocol: every element, addresses of two kinds, a wrong checksum, odd octets."""
    def tlv(type_, value):
        value = value if isinstance(value, bytes) else B(value)
        return struct.pack("!HH", type_, 4 + len(value)) + value

    def cdp(*elements, right=True, version=2):
        b = struct.pack("!BBH", version, 180, 0) + b"".join(elements)
        even = b if len(b) % 2 == 0 else b[:-1] + b"\0" + b[-1:]
        b = b[:2] + struct.pack("!H", cksum(even) ^ (0 if right else 1)) + b[4:]
        return eth_802_3(B("aaaa0300000c2000") + b, B("01000ccccccc"))

    ip4 = "0101cc0004" "0a4d0102"
    ip6_ = "0208aaaa0300000086dd" "0010" "fe800000000000000000000000000005"
    return pcap([
        cdp(tlv(1, b"r1-lab"), tlv(2, "00000002" + ip4 + ip6_), tlv(3, b"GigabitEthernet0/1"), tlv(4, "00000029"),
            tlv(5, b"Software\nSecond line"), tlv(6, b"cisco"), tlv(7, "0a4d0100" "18" "0a4d0200" "18"), tlv(9, b"lab"), tlv(10, "0001"), tlv(11, "01")),
        cdp(tlv(7, "0a4d0102"), tlv(8, "00000c0112" "00000000" "ffffffff" "0102" "21ff" "000000000000" "020000000005" "ff" "0000"),
            tlv(8, "00000c0999aabb"), tlv(11, "00"), tlv(14, "010064"), tlv(15, "01006401"), tlv(16, "1964"), tlv(17, "000005dc")),
        cdp(tlv(18, "01"), tlv(19, "05"), tlv(20, b"r1"), tlv(21, "06082b0601040109"), tlv(22, "00000001" + ip4), tlv(23, b"\0lab 1"),
            tlv(25, "00010002" "00001964" "00001f40"), tlv(26, "00010002" "00003c28" "ffffffff"), tlv(27, "01"), tlv(31, "07")),
        cdp(tlv(24, b"x"), tlv(0x1000, "020000000005"), tlv(0x1001, b"FOC1"), tlv(0x1002, b"lab"), tlv(0x1003, "000b"), tlv(0x1006, "00a1"),
            tlv(0x1008, "020000000005"), tlv(0x99, "aabb"), tlv(28, "aa"), tlv(30, "aa")),
        cdp(tlv(1, b"odd"), right=False), cdp(tlv(1, b"one"), tlv(3, b"Port1"), version=1), cdp(tlv(4, "00000640"), b"\0\1\0\2"),
        cdp(tlv(2, "00000001" "0101cc0004"), ), cdp(tlv(29, "00" * 40)),
    ])
