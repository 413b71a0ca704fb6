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
