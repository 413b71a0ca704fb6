# SPDX-License-Identifier: BSD-2-Clause
# BGP: every message, capability, attribute and address family, more than routers say in an hour.


def bgp(type_, body=b""):
    return b"\xff" * 16 + struct.pack("!HB", 19 + len(body), type_) + body


def bgp_open(*caps, params=None, asn=65001):
    body = b"".join(struct.pack("!BB", 2, len(c)) + c for c in caps) if params is None else params
    return bgp(1, struct.pack("!BHH", 4, asn, 90) + B("0a4d0102") + bytes([len(body)]) + body)


def bgp_cap(code, value=""):
    return struct.pack("!BB", code, len(B(value))) + B(value)


def bgp_attr(flags, code, value):
    value = B(value) if isinstance(value, str) else value
    if flags & 0x10:
        return struct.pack("!BBH", flags, code, len(value)) + value
    return struct.pack("!BBB", flags, code, len(value)) + value


def bgp_update(*attributes, nlri="", withdrawn=""):
    a = b"".join(attributes)
    return bgp(2, struct.pack("!H", len(B(withdrawn))) + B(withdrawn) + struct.pack("!H", len(a)) +
               a + B(nlri))


def bgp_reach(family, hop, nlri, snpa="00"):
    afi, safi = family
    hop = B(hop)
    return bgp_attr(0x90, 14, struct.pack("!HBB", afi, safi, len(hop)) + hop + B(snpa) + B(nlri))


def bgp_unreach(family, nlri):
    return bgp_attr(0x90, 15, struct.pack("!HB", *family) + B(nlri))


def bgp_sessions():
    """Opens with every capability, refreshes with filters, capability messages, notifications."""
    t = Talk(179)
    t.say(0, bgp_open(bgp_cap(1, "00010001") + bgp_cap(1, "00020080") + bgp_cap(2) + bgp_cap(128),
                      bgp_cap(3, "00010001024001800300020001010201"), bgp_cap(130, "00010001018003"),
                      bgp_cap(5, "000100010002000100800002"), bgp_cap(6), bgp_cap(7, "00000108000002"),
                      bgp_cap(8, "0001040a"), bgp_cap(9, "03"), bgp_cap(64, "c07800010180000204008001"),
                      bgp_cap(65, "00010001"), bgp_cap(66), bgp_cap(67, "010203404180"),
                      bgp_cap(68, "00"), bgp_cap(131, "8001"), bgp_cap(69, "0001010300020402"),
                      bgp_cap(70), bgp_cap(71, "00010180000258"), bgp_cap(72, "00")))
    t.say(1, bgp_open(bgp_cap(73, "0672312d6c6162076c6f63616c2e31"), bgp_cap(0), bgp_cap(99, "0102"),
                      bgp_cap(1, "0001"), bgp_cap(5, "0001"), bgp_cap(64, "8078"), bgp_cap(64, "00"),
                      bgp_cap(65, "0001"), bgp_cap(69, "00"), bgp_cap(7, "00"), bgp_cap(3, "00"),
                      bgp_cap(64, "80780001"), bgp_cap(73, "00"), bgp_cap(0, "01"), bgp_cap(2, "01"), asn=23456))
    t.say(1, bgp_open(params=B("0104c0a80001" "0302aabb" "020a410400010001") + b"\x01\x01"))
    t.say(0, bgp(4) + bgp(4))
    t.say(0, bgp(5, B("00010001")) + bgp(5, B("00010101")) + bgp(5, B("00020201")) +
          bgp(128, B("00010001")))
    prefixes = "00000000050808080a" "4000000006000818c0a801" "80" "20000000070000200a4d0102"
    t.say(0, bgp(5, B("0001000101800021" + prefixes)) + bgp(5, B("000100010281000305aabb")) +
          bgp(5, B("000100010240000441010203")) + bgp(5, B("0001000101820002ffff")))
    t.say(1, bgp(6, B("01040000010001" "010401000100017f00")))
    t.say(1, bgp(6, B("4600004002008078")))
    for error in ("0101", "0102abcd", "0103ff", "0201", "02020000fde9", "0202fde9", "0204", "0207", "0301", "0303c00801",
                  "0306", "030b", "0400", "0500", "0501", "0503", "0601", "0602", "06020568656c6c6f", "06040568656c6c6f",
                  "060200", "06021268656c6c6f", "0605", "0609", "060a", "0700", "0702", "0801", "0363", "0163", "0263", "0563"):
        t.say(0, bgp(3, B(error)))
    t.say(1, bgp(3, b"\6"))
    t.say(1, bgp(7, b"what nobody knows"))
    t.say(1, bgp(4)[:16] + B("001400") + b"x" + bgp(4))
    return pcap(t.frames)


def bgp_streams():
    """Messages across segments, bytes before a marker and without one, lengths that can't be."""
    k = bgp(4)
    frames = []
    for n, segments in enumerate((
            (b"end of another" + k, k + k[:10], k[10:] + k), (b"nothing that begins here",),
            (k[:18], k[18:]), (bgp(2, b"\0\0\0\0" + B("180a4d01"))[:21], B("0000180a4d01") + k),
            (k + b"\xff" * 16 + B("000504") + b"rest",), (k[:15] + b"\xfe" + k[16:],))):
        t = Talk(179, 40001 + n)
        for s in segments:
            t.say(0, s)
        frames += t.frames
    return pcap(frames)


BGP_BASICS = bgp_attr(0x40, 1, "00") + bgp_attr(0x40, 2, "02020000fde90000fdea") + \
    bgp_attr(0x40, 3, "0a4d0102")


def bgp_attributes():
    """Path attributes of the base protocol and what grew around it, right and of wrong lengths."""
    t = Talk(179)

    def say(*attributes, **more):
        t.say(0, bgp_update(*attributes, **more))

    say(BGP_BASICS, nlri="180a4d01" "00" "20c0a80101" "0a0a00", withdrawn="180a4d02" "11ac1080")
    say(nlri="0000000118c0a801" "00000002080a", withdrawn="00000001180a4d02" "0000000210ac10")
    say(bgp_attr(0x40, 1, "01"), bgp_attr(0x40, 1, "02"), bgp_attr(0x40, 1, "07"), bgp_attr(0x40, 1, "0001"))
    say(bgp_attr(0x40, 2, ""), bgp_attr(0x40, 2, "0201fde9"), bgp_attr(0x40, 2, "0202fde95ba0"),
        bgp_attr(0x50, 2, "02010000fde9" "01020000fdea0000fdeb" "03010000fdec" "04020000fded0000fdee"),
        bgp_attr(0x40, 2, "0202fde9fdea0102fdebfdec0301fded"), bgp_attr(0x40, 2, "0902fde9fdea"),
        bgp_attr(0xC0, 17, "020300010001000100020000fde9"), bgp_attr(0xC0, 17, ""))
    say(bgp_attr(0x40, 3, "0a4d"), bgp_attr(0x80, 4, "00000064"), bgp_attr(0x80, 4, "64"),
        bgp_attr(0x40, 5, "000000c8"), bgp_attr(0x40, 5, "c8"), bgp_attr(0x40, 6, ""), bgp_attr(0x40, 6, "00"))
    say(bgp_attr(0xC0, 7, "fde90a4d0102"), bgp_attr(0xC0, 7, "0000fde90a4d0102"), bgp_attr(0xC0, 7, "fde9"),
        bgp_attr(0xE0, 18, "000100010a4d0102"), bgp_attr(0xE0, 18, "0001"))
    say(bgp_attr(0xC0, 8, "fde90064" "ffffff01" "ffffff02" "ffffff03" "ffffff04" "ffff0000" "ffff029a"
                 "ffff0006" "00000000" "ffff0001" "ffff0007"),
        bgp_attr(0xC0, 8, "fde900"))
    say(bgp_attr(0x80, 9, "0a4d0102"), bgp_attr(0x80, 9, "0a"), bgp_attr(0x80, 10, "0a4d01020a4d0103"),
        bgp_attr(0x80, 10, "0a4d01"), bgp_attr(0xC0, 20, "00010a4d0102"), bgp_attr(0xC0, 99, "0001"),
        bgp_attr(0xC0, 250, "010203"), bgp_attr(0x8F, 11, "0102"), bgp_attr(0xC0, 21, "05000000c8"),
        bgp_attr(0xC0, 28, ""), bgp_attr(0xC0, 25, "0002fd77000100000000000000000000000200640000"))
    say(bgp_attr(0x80, 26, "01000b00000000000003e8"), bgp_attr(0x80, 26, "02000401"), bgp_attr(0x80, 26, "01000901"))
    say(bgp_attr(0xC0, 32, "0000fde90000000100000002" "ffffffffffffffffffffffff"),
        bgp_attr(0xC0, 32, "0000fde9"))
    say(bgp_attr(0xC0, 128, struct.pack("!I", 65010) + BGP_BASICS + bgp_attr(0x40, 5, "00000064")),
        bgp_attr(0xC0, 128, "00"))
    say(bgp_attr(0x90, 33, "000e" "01000000fde9" "02800000fdea" "0035" "01" +
                 "11" * 20 + "0004aabbccdd" + "22" * 20 + "0002eeff"),
        bgp_attr(0xC0, 36, "02" "0000fde9000146" "0000fdea000201"), bgp_attr(0xC0, 36, "01"))
    say(bgp_attr(0xC0, 19, "0001000c" "0064" "8004" "00000001" "aabbccdd" "0009000401020304"))
    t.say(0, bgp(2, B("0000" "0003" "400103")))
    t.say(0, bgp(2, B("0000" "00ff" "40010100")))
    t.say(0, bgp(2, B("00ff" "180a4d01" "0000")))
    t.say(0, bgp(2, B("0000" "0000" "210a4d010200")))
    t.say(0, bgp(2, B("0004" "210a4d01" "0000")))
    t.say(0, bgp(2, B("0000")) + bgp(2) + bgp(2, B("00000000")))
    return pcap(t.frames)


def bgp_families():
    """Routes of every address family, come and gone, with next hops of every length."""
    t = Talk(179)
    v6, ll, rd = "fd770001000000000000000000000002", "fe800000000000000000000000000002", "0000fde900000001"
    label = "000641"

    def both(afi, safi, hop, nlri):
        t.say(0, bgp_update(BGP_BASICS, bgp_reach((afi, safi), hop, nlri)))
        t.say(1, bgp_update(bgp_unreach((afi, safi), nlri)))

    both(1, 1, "0a4d0102", "180a4d01" "00" "20c0a80101")
    both(1, 1, "0a4d0102", "00000001180a4d01" "0000000220c0a80101")
    both(1, 2, "0a4d0102", "18e80101")
    both(1, 3, "0a4d0102", "18e80101")
    both(1, 1, v6, "210a4d010280")
    both(2, 1, v6, "40fd77000100000000" "00" "80fd770001000000000000000000000003" "23fd770001e0")
    both(2, 1, v6 + ll, "0000000140fd77000100000000")
    both(2, 2, ll, "10ff02")
    both(2, 1, "0a4d0102", "8140")
    both(2, 1, "00000000000000000000ffff0a4d0102", "10fd77")
    both(1, 4, "0a4d0102", "30" + label + "0a4d01" "48" "000640000651" "0a4d01" "38" "0a4d0102" "0a4d0102")
    both(1, 4, "0a4d0102", "00000001" "30" + label + "0a4d01")
    both(1, 4, "0a4d0102", "30" "800000" "0a4d01" "38" "000000" "0a4d0102" "05" "00")
    both(2, 4, v6, "58" + label + "fd77000100000000" "98" + label + v6)
    both(1, 128, "0000000000000000" "0a4d0102", "70" + label + rd + "0a4d01" "78" + label + "00010a4d01020005" "c0a80101"
         "70" + label + "0002000100010007" "0a4d02" "58" + label + "0009000000000001")
    both(1, 128, rd + "0a4d0102", "00000005" "70" + label + rd + "0a4d01")
    both(1, 129, "0000000000000000" "0a4d0102", "70" + label + rd + "e80101" "20000000")
    both(2, 128, "0000000000000000" + v6, "98" + label + rd + "fd77000100000000" "d8" + label + rd + v6 + "18" "000001")
    both(2, 128, "0000000000000000" + v6 + "0000000000000000" + ll, "98" + label + rd + "fd77000100000000")
    both(2, 129, "0000000000000000" + v6, "98" + label + rd + "fd77000100000000")
    both(1, 132, "0a4d0102", "60" "0000fde9" "0002fde900000064" "00" "20" "0000fde9" "60" "0000fde9" "01020a4d01020007"
         "60" "0000fde9" "0202000100010007" "30" "0000fde9" "0002")
    both(25, 65, "0a4d0102", "0011" + rd + "0001" "0001" "0008" "0186a1" "000c" + rd + "0a4d0103")
    both(196, 128, "0a4d0102", "0011" + rd + "0001" "0001" "0008" "0186a1")
    both(1, 64, "0a4d0102", "4000010a4d01" "18" "0002" "0a")
    both(2, 64, v6, "500001fd77000100000000")
    both(1, 66, "0a4d0102", "80" + rd + "0a4d0102" "e8010101")
    both(1, 7, "0a4d0102", "200a4d0102")
    both(2, 7, v6, "80" + v6)
    both(1, 73, "0a4d0102", "60" "00000001" "00000064" "0a4d0103")
    both(2, 73, v6, "c0" "00000001" "00000064" + v6)
    both(1, 5, "0a4d0102", "010c" + rd + "0a4d0102" "020c" + rd + "0000fde9" "0312" + rd + "20c0a80101" "20e8010101"[:0] +
         "20e8010101" + "0a4d0102"[:0])
    both(1, 5, "0a4d0102", "0316" + rd + "20c0a80101" "20e8010101" "0a4d0102" "041a" "0316" + rd + "20c0a8010120e80101"
         "010a4d0102" "0512" + rd + "20c0a80101" "20e8010101" "0616" + rd + "0000fde9" "20c0a80101" "20e8010101"
         "0716" + rd + "0000fde9" "20c0a80101" "20e8010101" "0903010203")
    both(2, 5, v6, "0118" + rd + v6 + "052a" + rd + "80" + v6 + "80" + v6)
    both(16390, 70, "0a4d0102", "0102")
    both(1, 99, "0a4d0102", "0102")
    both(99, 1, "0a4d0102", "0102")
    both(1, 1, "0a4d01", "0102")
    both(1, 67, v6, "180a4d01")
    t.say(0, bgp_update(bgp_reach((1, 1), "0a4d0102", "180a4d01", "02" "03aabbcc" "01dd")))
    return pcap(t.frames)


def bgp_extended():
    """Extended communities of every type and subtype, and a list of no whole number of them."""
    t = Talk(179)
    subtypes = {0: [0, 2, 3, 5, 8, 9, 10, 16], 1: [2, 3, 7, 10, 11, 18], 2: [2, 4, 16, 19], 3: [1, 6, 11, 12, 13],
                4: [0], 5: [0], 6: range(16), 7: [0], 8: [0], 0x80: [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 0x84],
                0x81: [8, 0], 0x82: [4, 8], 0x88: range(8), 0x40: [4, 0x80], 0x41: [2], 0x42: [4], 0x43: [0, 1],
                0x44: [0], 0x46: [0]}
    for type_, subs in subtypes.items():
        value = b"".join(bytes([type_, sub]) + B("0a4d81050018") for sub in subs)
        t.say(0, bgp_update(bgp_attr(0xD0, 16, value)))
    t.say(0, bgp_update(bgp_attr(0xC0, 16, "000201"), bgp_attr(0xC0, 16, ""),
                        bgp_attr(0xC0, 16, "400400004d7f5500" "4004fde948f42400" "8006fde949742400" "800900000000002e")))
    return pcap(t.frames)


def bgp_vpns():
    """Routes of Ethernet VPNs and multicast VPNs, with MPLS labels and VXLAN's networks."""
    t = Talk(179)
    rd, v6 = "00010a4d01020005", "fd770001000000000000000000000002"
    mac = "300a4d01020304"

    def esi(n):
        return "%02x" % n + "0a4d01020304050607"

    def say(family, *routes):
        for r in routes:
            t.say(0, bgp_update(bgp_reach(family, "0a4d0102", r)))

    def sized(type_, body):
        return "%02x%02x" % (type_, len(body) // 2) + body

    evpn = (25, 70)
    say(evpn, *[sized(1, rd + esi(i) + "00000064000640") for i in (0, 1, 2, 3, 4, 5, 6, 255)])
    for ip_, labels in (("00", "000641"), ("200a4d0105", "000641"), ("80" + v6, "000641000651")):
        say(evpn, sized(2, rd + esi(0) + "00000064" + mac + ip_ + labels))
    t.say(0, bgp_update(bgp_attr(0xC0, 16, "030c000000000008"),
                        bgp_reach(evpn, "0a4d0102", sized(2, rd + esi(0) + "00000064" + mac + "00" + "000065")),
                        bgp_attr(0xC0, 22, "00060000650a4d0102")))
    say(evpn, sized(3, rd + "00000064200a4d0102"), sized(3, rd + "0000006480" + v6), sized(4, rd + esi(3) + "200a4d0102"),
        sized(4, rd + esi(4) + "80" + v6), sized(4, rd + esi(4) + "0a4d0102"),
        sized(5, rd + esi(0) + "00000064180a4d01000a4d0102000641"), sized(5, rd + esi(0) + "0000006440" + v6 + v6 + "000641"),
        sized(5, rd + esi(0) + "0000"), sized(6, rd + "0000006420c0a8010120e8010101200a4d010205"),
        sized(7, rd + esi(0) + "0000006480" + v6 + "80" + v6 + "80" + v6 + "0e"),
        sized(8, rd + esi(0) + "0000006420c0a8010120e8010101200a4d010201"), sized(9, "aabb" * 8),
        "00000001" + sized(3, rd + "00000064200a4d0102") + "00000002" + sized(3, rd + "00000064200a4d0103"))
    say((1, 5), sized(1, rd + "0a4d0102"), sized(2, rd + "0000fde9"), sized(3, rd + "20c0a8010120e80101010a4d0102"),
        sized(4, sized(3, rd + "20c0a8010120e8010101") + "0a4d0102"), sized(5, rd + "20c0a8010120e8010101"),
        sized(6, rd + "0000fde920c0a8010120e8010101"), sized(7, rd + "0000fde900" + "20e8010101"), sized(8, "0102"))
    say((2, 5), sized(1, rd + v6), sized(5, rd + "80" + v6 + "80" + v6))
    return pcap(t.frames)


def bgp_tunnels():
    """Multicast trees, encapsulations, policies with segment lists, prefix SIDs, flow specifications."""
    t = Talk(179)
    v6, fec = "fd770001000000000000000000000002", "06000104" "0a4d0102"

    def say(code, *values):
        for v in values:
            t.say(0, bgp_update(bgp_attr(0xD0, code, v)))

    def tlv(type_, *parts, octets=2):
        body = "".join(parts)
        return "%0*x%04x" % (2 * octets, type_, len(body) // 2) + body

    def sub(type_, value):
        return tlv(type_, value, octets=1) if type_ > 127 else "%02x%02x" % (type_, len(value) // 2) + value

    say(22, *["00%02x000640" % n + v for n, v in ((0, ""), (1, "0a4d0102000000070a4d0103"), (2, fec + "000701000400000009"),
        (2, fec + "0007ff000500026162"), (2, fec + "000702000400000009"), (3, "0a4d0102e8010101"), (4, "0a4d0102e8010101"),
        (5, "0a4d0102e8010101"), (6, "0a4d0102"), (7, fec + "000701000400000009"), (9, "aa"))])
    say(23, tlv(1, sub(1, "00000007aabbccdd"), sub(2, "0800"), sub(4, "00000064"), sub(5, "00000018")),
        tlv(2, sub(1, "00000009"), sub(6, "0000fde900010a4d0102"), sub(7, "2e")),
        tlv(8, sub(1, "c00000650a4d010203040000")), tlv(9, sub(1, "c00000650a4d010203040000")), tlv(12, sub(1, "200000650000")),
        tlv(15, sub(12, "000000000064"), sub(13, "0000"), sub(13, "000000641000"), sub(13, "c000" + v6), sub(14, "000003"),
            sub(15, "0a00"), sub(128, "00" "0106c00000641140" "0906000000000001" "02128000" + v6), sub(129, "00706f6c696379"),
            sub(200, "aabb")), "000100ff")
    info = tlv(1, "00" + v6 + "00001300" + tlv(1, "281810001040", octets=1), octets=1)
    say(40, tlv(1, "00000000000064", octets=1) + tlv(3, "0000003e80001f40005dc0000064", octets=1), tlv(5, "00" + info, octets=1),
        tlv(6, "00" + tlv(2, "aabb", octets=1) + info, octets=1), tlv(7, "aabb", octets=1), tlv(1, "00", octets=1))

    def flow(afi, safi, *rules):
        for r in rules:
            t.say(0, bgp_update(bgp_reach((afi, safi), "", "%02x" % (len(r) // 2) + r)))

    flow(1, 133, "01180a4d01" "0220c0a80101", "03010681" "11", "048150" "05131388d51770" "06910035", "078108" "088100", "0901128202",
         "0a9105dc" "0ba12e" "0b812e", "0c8101" "0c8203", "0d81ff", "0121")
    flow(1, 134, "0000fde900000001" "01180a4d01" "038106", "00010a4d01020005" "038106", "0002000100010005" "038106")
    flow(2, 133, "014000fd77000100000000" "038106")
    t.say(0, bgp_update(bgp_reach((1, 133), "0a4d0102", "f003038106" "03038106")))
    t.say(0, bgp_update(bgp_unreach((1, 133), "03038106" "03078108")))
    return pcap(t.frames)
