# SPDX-License-Identifier: BSD-2-Clause
# PPP: what its control protocols negotiate, over PPPoE and over the line.


def ppp_packet(protocol, code, text, id_=1, length=None):
    b = text if isinstance(text, bytes) else B(text)
    return struct.pack("!HBBH", protocol, code, id_, length or 4 + len(b)) + b


def over_pppoe(packets):
    return pcap([eth(0x8864, struct.pack("!BBHH", 0x11, 0, 17, len(p)) + p, pad=False) for p in packets])


def ppp_link():
    """LCP: every code and option, and lengths that can't be."""
    def lcp(code, text, **more):
        return B("ff03") + ppp_packet(0xc021, code, text, **more)

    return pcap([
        lcp(1, "0104 05dc 0206 000a0000 0305 c223 05 0404 c025 0506 deadbeef 0702 0802"),
        lcp(1, "0206 00000000 0206 ffffffff 0606 000003e8 0606 00000001 0903 07 0a03 04 0a03 01 0b04 07 aa 0b03 00"),
        lcp(2, "0304 c023 0306 c023 0102 0305 c223 81 0306 c223 05 01 0304 c227 0304 9999 0404 9999"),
        lcp(3, "0d03 06 0d05 03 aabb 0d03 09 0f02 1002 1104 05dc 1202"),
        lcp(3, "1309 03 02000000000c 1307 01 01020304 1307 02 0a4d0102 130b 04 11223344deadbeef 1306 05 313233"),
        lcp(3, "1303 00 1304 07 aa 1305 02 01ff 1503 01 1604 aabb 1704 00ff 1903 03"),
        lcp(4, "1b04 02 06 1b04 06 04 1b04 01 ff 1c08 0000006a 656e 1d02 6303 99 1e02"),
        lcp(4, "0006 00000c 01 0008 08002b 02 aabb 0306 c027 0102"), lcp(1, ""),
        lcp(1, "0103 05 0702"), lcp(1, "0106"), lcp(1, "05"), lcp(1, "0001"), lcp(1, "0504 dead 0702"),
        lcp(1, "0703 00 0302"), lcp(1, "0104 05dc", length=3), lcp(1, "0408 c025 000003e8"),
        lcp(5, b"bye"), lcp(6, ""), lcp(7, "0c010004"), lcp(7, ""),
        lcp(8, "80fd 0101000a 1206 00000001"), lcp(8, b"\0\x21" + ip(1, echo())), lcp(8, "9999 aabb"),
        lcp(9, "deadbeef 0102"), lcp(10, "deadbeef"), lcp(11, "deadbeef aa"), lcp(9, "deadbeef", length=4),
        lcp(12, B("deadbeef") + b"peel"), lcp(13, B("deadbeef 0000003c") + b"soon"), lcp(13, "deadbeef 00000001"),
        lcp(0, "deadbeef 00000c 01 aa"), lcp(0, "deadbeef 00000c 01"), lcp(14, "aa"), lcp(99, "")], link=9)


def ppp_networks():
    """IPCP, IPV6CP, CCP, BACP: every code and option, and lengths that can't be."""
    def ipcp(code, text):
        return ppp_packet(0x8021, code, text)

    def ipv6cp(code, text):
        return ppp_packet(0x8057, code, text)

    def ccp(code, text):
        return ppp_packet(0x80fd, code, text)

    def bacp(code, text):
        return ppp_packet(0xc02b, code, text)

    return over_pppoe([
        ipcp(1, "0206 002d 0f01 0306 0a4d0102 8106 08080808 8206 00000000 8306 08080404 8406 00000000"),
        ipcp(2, "010a 0a4d0102 0a4d0105 0406 0a4d0102 0206 0037 0000"),
        ipcp(3, "0213 0061 0010 0010 0100 0005 0050 0102 0303 01"),
        ipcp(3, "0215 0061 0010 0010 0100 0005 0050 0102 0202 0303 01"),
        ipcp(3, "0210 0003 0fff 0014 00a8 0106 00000002 0206 aaaa 0102"),
        ipcp(4, "9003 aa 0304 aabb 0306"), ipcp(5, ""), ipcp(7, "01020004"), ipcp(0, "deadbeef 00000c 01"),
        ipv6cp(1, "010a 020000fffe000005"), ipv6cp(2, "0106 02000005 0204 004f"), ipv6cp(3, "0206 004f 0102"),
        ipv6cp(3, "0206 002d 0f01 0303 aa"), ipv6cp(6, "aa"),
        ccp(1, "0006 00000c 01 0008 00000c 01 aabb 0102 0202 0302 0104 aabb"),
        ccp(1, "1105 0001 03 1106 00010301 1206 010000e1 1206 00000001 1205 010000"),
        ccp(2, "1303 0d 1304 41 42 1408 010203040506 1503 2c 1502"),
        ccp(3, "1706 0001 03 01 1706 0002 04 00 1804 78 01 1903 01 1903 02"),
        ccp(4, "1a04 78 00 1a04 18 01 1b04 0400 1b08 0001 0400 0010 1603 aa"),
        ccp(14, "aa"), ccp(15, ""), ccp(5, "41"),
        bacp(1, "0106 00000001"), bacp(2, "0106 00000001"), bacp(3, "0105 aabbcc 0203 aa"), bacp(5, "")])


def ppp_login():
    """PAP, CHAP, CBCP, BAP: every code, names and numbers, and lengths that can't be."""
    def pap(code, *texts):
        return ppp_packet(0xc023, code, b"".join(bytes([len(t)]) + t for t in texts))

    def chap(code, value, name, **more):
        return ppp_packet(0xc223, code, bytes([len(value)]) + value + name, **more)

    def cbcp(code, text):
        return ppp_packet(0xc029, code, text)

    def bap(type_, text):
        return ppp_packet(0xc02d, type_, text)

    number = b"\1" + b"5551234\0"
    return over_pppoe([
        pap(1, b"who", b"secret"), pap(2, b"Welcome"), pap(3, b"No"), pap(1, b"", b""), pap(9, b"?"),
        chap(1, bytes(range(16)), b"server"), chap(2, bytes(range(16, 32)), b"who"),
        ppp_packet(0xc223, 3, b"Welcome"), ppp_packet(0xc223, 4, b"E=691 R=1 C=00 V=3"),
        chap(2, bytes(49), b"who"), chap(1, bytes(16), b""), chap(1, b"", b"server"), chap(5, b"x", b""),
        ppp_packet(0xc223, 1, "10aabb"), ppp_packet(0xc223, 3, ""), chap(1, b"ab", b"x", length=3),
        cbcp(1, B("0102") + b"\2" + bytes([3 + len(number)]) + b"\5" + number),
        cbcp(2, b"\4" + bytes([3 + 2 * len(number)]) + b"\x0a" + number + number),
        cbcp(3, "0103 aa"), cbcp(1, "0505 aabbcc 0202"), cbcp(1, "0303 ff 00"),
        bap(1, B("0105 0040 01 020f 0103 04 0207") + b"55512" + B("0303") + b"z"), bap(1, "0105 0038 08 0302"),
        bap(2, "00 0205 0103 07"), bap(2, "01"), bap(3, B("0405") + b"why" + B("0105 0040 02")), bap(4, "02"),
        bap(5, "0504 1234"), bap(6, "03"), bap(7, "0604 00 00 0604 ff 01 0604 11 02"), bap(8, "00"),
        bap(1, "0204 0201"), bap(1, "0204 0102 0706 aabbccdd 0304")])
