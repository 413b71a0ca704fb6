# SPDX-License-Identifier: BSD-2-Clause
# EIGRP: every message, old and new routes, proofs, stubs.


def eigrp_messages():
    """All opcodes and elements: parameters, proofs, routes of IPv4 and IPv6 from inside and outside, wide metrics."""
    def tlv(type_, value):
        return struct.pack("!HH", type_, 4 + len(B(value))) + B(value)

    def eigrp(opcode, *elements, flags=0, seq=0, ack=0, vrid=0, right=True, v6=False):
        b = struct.pack("!BBHIIIHH", 2, opcode, 0, flags, seq, ack, vrid, 100) + b"".join(elements)
        b = b[:2] + struct.pack("!H", cksum(b) ^ (not right)) + b[4:]
        if v6:
            return eth(0x86DD, ip6(88, b, src="fe800000000000000000000000000002", dst="ff02000000000000000000000000000a"), B("33330000000a"))
        return eth(0x0800, ip(88, b, dst="e000000a", ttl=2), B("01005e00000a"))

    metric = "0000a000" "00006400" "0005dc" "00" "ff" "01" "00" "00"
    outside = "0a4d0105" "00000064" "00000007" "00000014" "0000" "06" "01"
    net6 = "40" "fd77000100000000"
    wide = "00" "00" "ff" "01" "0005dc" "01" "000000989680" "0000000f4240" "0000" "0000"
    wide2 = "02" "80" "ff" "01" "0005dc" "01" "000000989680" "0000000f4240" "0000" "0002" "0401" "0001"
    return pcap([
        eigrp(5, tlv(1, "010001000000000f"), tlv(4, "0f000200"), tlv(6, "0009"), tlv(5, "00000019"), tlv(3, "040a4d0105")),
        eigrp(5, ack=7), eigrp(5, tlv(1, "ffffffffffff000f")), eigrp(5, tlv(7, "00"), tlv(8, "0000000100000001")),
        eigrp(5, tlv(2, "00020010000000010000000000000000" "00000000" + "5a" * 16), tlv(2, "00030020" + "00" * 16 + "5a" * 32), tlv(2, "00090010" + "00" * 32)),
        eigrp(1, tlv(0x102, "00000000" + metric + "180a4d01"), tlv(0x102, "0a4d0105" + "ffffffff" + metric[8:] + "00" "10ac10"), flags=9, seq=5),
        eigrp(1, tlv(0x103, "00000000" + outside + metric + "180a4d02"), tlv(0x104, "00010002"), seq=6),
        eigrp(3, tlv(0x402, "00" * 16 + metric + net6), tlv(0x403, "00" * 16 + outside + metric + net6), v6=True, flags=4),
        eigrp(4, tlv(0x602, "0001" "0001" "0a4d0105" + wide + "00000000" "180a4d01"), tlv(0x603, "0001" "0001" "0a4d0105" + wide + "00000000" + outside + "180a4d01"),
              tlv(0x602, "0002" "0002" "0a4d0105" + wide + "00" * 16 + net6), right=False),
        eigrp(10, tlv(0x602, "0001" "0001" "0a4d0105" + wide2 + "00000000" "180a4d01"), tlv(0x604, "0001aabb")), eigrp(11, tlv(0xf2, "0001")), eigrp(2, vrid=0x8001), eigrp(7), eigrp(9, tlv(0x99, "aabb")),
        eigrp(1, b"\0\1\0\2"), eigrp(1, b"\1\2\0\x30aabb"),
    ])
