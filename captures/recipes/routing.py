# SPDX-License-Identifier: BSD-2-Clause
# Routers and bridges that speak to one another: OSPF, VRRP, spanning trees.

R1, R2 = "0a4d0101", "0a4d0102"
MAC1, MAC2 = "02000000010a", "02000000010b"


def ospf2(type_, body, auth=0, proof=bytes(8), tail=b""):
    h = struct.pack("!BBH4s4s", 2, type_, 24 + len(body), B(R1), bytes(4))
    s = cksum(h + struct.pack("!HH", 0, auth) + body) if auth != 2 else 0
    return eth(0x0800, ip(89, h + struct.pack("!HH", s, auth) + proof + body + tail,
                          src=R1, dst="e0000005", ttl=1), dst=B("01005e000005"))


def lsa2(type_, id_, body, options=0x22):
    return struct.pack("!HBB4s4sIHH", 5, options, type_, B(id_), B(R1), 0x80000001, 0x1234,
                       20 + len(body)) + body


def lsas2():
    router = struct.pack("!BBH", 3, 0, 2) + B(R2) + B(R1) + struct.pack("!BBH", 1, 0, 10) + \
        B("0a4d0100") + B("ffffff00") + struct.pack("!BBH", 3, 1, 10) + struct.pack("!BBH", 8, 0, 5)
    metric = B("ffffff00") + struct.pack("!I", 20)
    external = B("ffff0000") + struct.pack("!I4sI", 0x80000014, B(R2), 77)
    grace = struct.pack("!HHI", 1, 4, 120) + struct.pack("!HHI", 2, 1, 0x01000000) + \
        struct.pack("!HH4s", 3, 4, B(R1))
    return [lsa2(1, R1, router), lsa2(2, R1, B("ffffff00") + B(R1) + B(R2)),
            lsa2(3, "0a4d0300", metric), lsa2(4, R2, metric), lsa2(5, "0a4d0000", external),
            lsa2(7, "0a4d0000", external, 0x28), lsa2(9, "03000000", grace, 0x40)]


def ospf_v2():
    """OSPFv2: every packet, advertisements, a password, a digest and a local block."""
    hello = B("ffffff00") + struct.pack("!HBBI4s4s4s", 10, 0x12, 1, 40, B(R1), B(R2), B(R2))
    plain = hello[:6] + b"\2" + hello[7:]
    block = struct.pack("!HHHHI", 0xfff6, 3, 1, 4, 1)
    dd = struct.pack("!HBBI", 1500, 0x42, 7, 9)
    ls = lsas2()
    heads = b"".join(x[:20] for x in ls)
    return pcap([ospf2(1, hello, tail=block), ospf2(1, plain, 1, b"secret\0\0"),
                 ospf2(1, plain, 2, struct.pack("!HBBI", 0, 1, 16, 7), bytes(range(16))),
                 ospf2(2, dd + heads), ospf2(3, struct.pack("!I", 1) + B(R1) + B(R1)),
                 ospf2(4, struct.pack("!I", len(ls)) + b"".join(ls)), ospf2(5, heads)])


def ospf3(type_, body, instance=0, tail=b""):
    src, dst = "fe80" + "00" * 13 + "01", "ff02" + "00" * 13 + "05"
    h = struct.pack("!BBH4s4s", 3, type_, 16 + len(body), B(R1), bytes(4))
    s = cksum(pseudo(src, dst, 89, 16 + len(body)) + h + struct.pack("!HBB", 0, instance, 0) + body)
    return eth(0x86dd, ip6(89, h + struct.pack("!HBB", s, instance, 0) + body + tail, src, dst, 1),
               dst=B("333300000005"))


def lsa3(type_, body):
    return struct.pack("!HH4s4sIHH", 5, type_, bytes(4), B(R1), 0x80000001, 0x1234,
                       20 + len(body)) + body


def ospf_v3():
    """OSPFv3: every packet, every advertisement, an authentication trailer."""
    net = B("fd77000100000000")
    link = "fe80" + "00" * 13 + "01"
    ls = [lsa3(0x2001, B("03000013") + struct.pack("!BBHII4s", 1, 0, 10, 3, 4, B(R2))),
          lsa3(0x2002, B("00000013") + B(R1) + B(R2)),
          lsa3(0x2003, struct.pack("!IBBH", 20, 64, 8, 0) + net),
          lsa3(0x2004, B("00000013") + struct.pack("!I4s", 20, B(R2))),
          lsa3(0x4005, struct.pack("!IBBH", 0x07000014, 64, 0, 0x2001) + net + B(link) +
               struct.pack("!I4s", 77, B(R1))),
          lsa3(0x0008, B("01000013") + B(link) + struct.pack("!IBBH", 1, 64, 0, 0) + net),
          lsa3(0x2009, struct.pack("!HH4s4sBBH", 1, 0x2001, bytes(4), B(R1), 64, 2, 10) + net)]
    heads = b"".join(x[:20] for x in ls)
    hello = struct.pack("!IIHH4s4s4s", 3, 0x01000413, 10, 40, B(R1), B(R2), B(R2))
    trailer = struct.pack("!HHHHQ", 1, 32, 0, 1, 5) + bytes(range(16))
    return pcap([ospf3(1, hello, tail=trailer), ospf3(2, struct.pack("!IHHI", 0x13, 1500, 7, 9) + heads),
                 ospf3(3, struct.pack("!HH4s4s", 0, 0x2001, bytes(4), B(R1))),
                 ospf3(4, struct.pack("!I", len(ls)) + b"".join(ls)), ospf3(5, heads)])


def vrrp(head, addresses, tail=b"", v6=False):
    src, dst = ("fe80" + "00" * 13 + "01", "ff02" + "00" * 13 + "12") if v6 else (R1, "e0000012")
    m = head + bytes(2) + addresses + tail
    s = cksum((pseudo(src, dst, 112, len(m)) if head[0] >> 4 == 3 else b"") + m)
    m = head + struct.pack("!H", s) + addresses + tail
    if v6:
        return eth(0x86dd, ip6(112, m, src, dst, 255), dst=B("333300000012"))
    return eth(0x0800, ip(112, m, src=R1, dst="e0000012", ttl=255), dst=B("01005e000012"))


def vrrp_versions():
    """VRRP 2 with a password and without, 3 over IPv4 and IPv6, one that steps down, a wrong sum."""
    v2 = struct.pack("!BBBBBB", 0x21, 1, 100, 2, 0, 1)
    v3 = struct.pack("!BBBBH", 0x31, 1, 255, 1, 100)
    good = vrrp(v3, B("0a4d01fe"))
    return pcap([vrrp(v2, B("0a4d01fe0a4d01fd"), bytes(8)),
                 vrrp(v2[:4] + b"\1\1", B("0a4d01fe0a4d01fd"), b"secret\0\0"), good,
                 vrrp(v3[:2] + b"\0" + v3[3:], B("fe80" + "00" * 13 + "fe"), v6=True),
                 good[:40] + b"\0\0" + good[42:]])


def bridge_id(mac, prio=32768):
    return struct.pack("!H", prio) + B(mac)


def bpdu(version, type_, flags, rest=b""):
    times = struct.pack("!HHHHH", 0x8001, 256, 20 * 256, 2 * 256, 15 * 256)
    return struct.pack("!HBBB", 0, version, type_, flags) + bridge_id(MAC1, 4097) + \
        struct.pack("!I", 20000) + bridge_id(MAC2, 32769) + times + rest


def spanning_trees():
    """STP, RSTP and MSTP with an instance; a change of topology; a tree for one VLAN."""
    def llc(m):
        return eth_802_3(B("424203") + m, dst=B("0180c2000000"))
    msti = b"\xfc" + bridge_id(MAC1, 24577) + struct.pack("!IBBB", 200, 0x80, 0x80, 20)
    mst = b"\0" + b"region".ljust(32, b"\0") + struct.pack("!H", 1) + bytes(range(16)) + \
        struct.pack("!I", 100) + bridge_id(MAC2) + b"\x13" + msti
    vlan_tlv = struct.pack("!BHHH", 0, 0, 2, 5)
    return pcap([llc(bpdu(0, 0, 1)), llc(bpdu(0, 0, 0x80)), llc(struct.pack("!HBB", 0, 0, 0x80)),
                 llc(bpdu(2, 2, 0x3c, b"\0")),
                 llc(bpdu(3, 2, 0x7c, b"\0" + struct.pack("!H", len(mst)) + mst)),
                 eth_802_3(B("aaaa0300000c010b") + bpdu(2, 2, 0x3c, vlan_tlv),
                           dst=B("01000ccccccd"))])


def bfd_control():
    """BFD: states, flags, every kind of proof, one of a wrong length, one that lacks, version 0."""
    def control(second, proof=b"", diag=0, port=3784, version=1):
        m = struct.pack("!BBBBIIIII", version << 5 | diag, second, 3, 24 + len(proof), 1, 2,
                        100000, 300000, 0) + proof
        return eth(0x0800, ip(17, udp(m, 49152, port), ttl=255))
    digest = struct.pack("!BBI", 7, 0, 5) + bytes(range(20))
    return pcap([control(0x40), control(0xb0, diag=1, port=4784), control(0xc8, port=6784),
                 control(0xc2, port=7784), control(0x01, diag=7),
                 control(0x44, b"\1\x09\2secret"), control(0x44, b"\2\x18" + digest[:22]),
                 control(0xc4, b"\5\x1c" + digest),
                 control(0xc4, b"\4\x14" + digest[:18]), control(0x44), control(0x44, b"\7\4\0\0"),
                 control(0xf0, diag=3, version=0)])
