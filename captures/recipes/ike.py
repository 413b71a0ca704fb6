# SPDX-License-Identifier: BSD-2-Clause
# IKE, version 1 (RFC 2408, 2409) and 2 (RFC 7296): payloads that no program here sends.


def ike_payload(first, payloads, v2):
    """A chain of (type, body): type and chain with each length filled in."""
    out = b""
    for n, (_, body) in enumerate(payloads):
        next_ = payloads[n + 1][0] if n + 1 < len(payloads) else 0
        out += struct.pack("!BBH", next_, 0x80 if v2 and n == 1 else 0, 4 + len(body)) + body
    return out


def ike(payloads, version=0x20, exchange=34, flags=8, message=0, first=None, cut=0, extra=b""):
    chain = ike_payload(0, payloads, version >= 0x20)
    return B("0102030405060708") + B("a1a2a3a4a5a6a7a8" if message else "00" * 8) + struct.pack(
        "!BBBBII", payloads[0][0] if first is None else first, version, exchange, flags, message,
        28 + len(chain) + cut) + chain + extra


def ike_udp(message):
    return eth(0x0800, ip(17, udp(message, 500, 500)))


def ike_attributes(*pairs):
    """(type, number or octets): short form for numbers."""
    out = b""
    for t, v in pairs:
        out += (struct.pack("!HH", 0x8000 | t, v) if isinstance(v, int)
                else struct.pack("!HH", t, len(v)) + v)
    return out


def ike_transforms(v1, *list_):
    """(number or type, id, attributes)"""
    out = b""
    for n, (a, b, attributes) in enumerate(list_):
        body = (struct.pack("!BBH", a, b, 0) if v1 else struct.pack("!BBH", a, 0, b)) + attributes
        out += struct.pack("!BBH", 3 if n + 1 < len(list_) else 0, 0, 4 + len(body)) + body
    return out


def ike_proposals(v1, *list_):
    """(protocol, SPI, transforms)"""
    out = b""
    for n, (protocol, spi, transforms) in enumerate(list_, 1):
        body = struct.pack("!BBBB", n, protocol, len(spi), len(transforms))
        body += spi + ike_transforms(v1, *transforms)
        out += struct.pack("!BBH", 2 if n < len(list_) else 0, 0, 4 + len(body)) + body
    return out


def ike_v1():
    """IKEv1: main, aggressive, quick, config and informational exchanges in clear text."""
    return pcap(list(ike_v1_frames()))


def ike_v2():
    """IKEv2: all payloads, in clear text where IKE would encrypt them."""
    return pcap(list(ike_v2_frames()))


def ike_v1_frames():
    def v1(payloads, exchange=2, message=0, flags=0, **more):
        return ike_udp(ike(payloads, 0x10, exchange, flags, message, **more))

    phase1 = ike_attributes((1, 7), (2, 2), (3, 1), (4, 14), (5, 2), (6, B("ffffffff")), (7, 2),
                            (8, B("03")), (9, B("0001")), (10, B("0002")), (11, 1),
                            (12, B("00015180")), (13, B("0102")), (14, 256), (15, 155),
                            (16, B("0ff1")), (17, 64), (20, 1), (65001, 65001), (12, 28800),
                            (12, B("000102")), (12, B("0000000100000000")), (16385, 5), (99, b"x"))
    phase2 = ike_attributes((1, 1), (2, 3600), (1, 2), (2, B("00465000")), (3, 2), (4, 1), (5, 2),
                            (6, 256), (7, 12), (8, 3), (9, B("0102")), (10, 1), (11, 1), (12, 96),
                            (13, B("01")), (14, 2), (15, 1), (16, B("aabb")), (32001, 7), (77, 7))
    sa = struct.pack("!II", 1, 1)
    vendors = ("afcad71368a1f1c96b8696fc77570100", "4a131c81070358455c5728f20e95452f",
               "12f5f28c457168a9702d9fe274cc0100", "09002689dfd6b712",
               "1e2b516905991c7d7c96fcbfb587e46100000008", "4048b7d56ebce88525e7de7f00d6c2d3",
               "f4ed19e0c114eb516faaac0ee37daf2807b4381f00000001000013880000000018000000000000ff",
               "8299031757a36082c6a621de00050123", "0102030405", "00", "3ac5957214a85b93db6a5098",
               "ab926dc0a6a4e4b1e4e2a8b7e8d9c6f5616263",
               "4f4370656e736b796e65742d76656e646f722d6964")
    yield v1([(1, sa + ike_proposals(True, (1, B("0011223344556677"),
                                            [(1, 1, phase1), (2, 1, phase1[:8])])))]
             + [(13, B(x)) for x in vendors])
    yield v1([(4, bytes(range(64))), (10, bytes(range(16))), (20, bytes(range(20))),
              (130, bytes(range(20))), (8, bytes(range(16))), (9, bytes(range(32)))])
    ids = ((1, "0a000001"), (2, b"gw.example".hex()), (3, b"me@example.org".hex()),
           (4, "0a000000ffffff00"), (5, "fd770001" + "00" * 11 + "01"),
           (6, "fd770001" + "00" * 12 + "ffffffff" + "00" * 12),
           (7, "0a0000010a0000ff"), (8, "fd770001" + "00" * 12 + "fd770001" + "00" * 11 + "ff"),
           (9, "3011310f300d06035504030c06676174657779"), (10, "3000"),
           (11, "6b6579"), (12, "0102"), (13, "0a0b"), (200, "0c0d"))
    yield v1([(5, struct.pack("!BBH", t, 17 if t == 1 else 0, 500 if t == 1 else 0) + B(x))
              for t, x in ids], 4)
    yield v1([(8, bytes(16)), (1, sa + ike_proposals(
        True, (3, B("c0ffee01"), [(1, 12, phase2), (2, 3, phase2[:4])]),
        (2, B("c0ffee02"), [(1, 2, phase2[:8])]), (4, B("0102"), [(1, 2, b"")]),
        (9, b"", [(1, 3, b"")]))), (10, bytes(16)),
        (5, B("0100000a0000020a")), (21, B("010000000a000001")),
        (131, B("05000000") + B("fd770001") + bytes(11) + b"\1")], 32, 0x77)
    types = (1, 7, 14, 24, 30, 8192, 16384, 24576, 24577, 24578, 36136, 36137, 40500, 40501, 40601,
             31000, 5000, 65535)
    yield v1([(11, struct.pack("!IBBH", 1, 1 if t > 30000 else 3, 16 if t > 30000 else 4, t)
               + (bytes(range(16)) if t > 30000 else B("c0ffee01")) +
               (ike_attributes((1, 1), (2, 3600)) if t == 24576 else B("00000007")))
              for t in types], 5, 0x78)
    yield v1([(11, struct.pack("!IBBH", 1, 1, 0, 24576)
               + ike_attributes((11, 1), (12, B("00015180")), (12, 28800), (5, 5))),
              (11, struct.pack("!IBBH", 0, 1, 0, 16)),
              (12, struct.pack("!IBBH", 1, 3, 4, 2) + B("c0ffee01c0ffee02")),
              (12, struct.pack("!IBBH", 1, 1, 16, 1) + bytes(16))], 5, 0x79)
    config = ike_attributes((1, B("0a000001")), (2, B("ffffff00")), (3, B("0a000002")),
                            (4, B("0a000003")), (5, B("00000e10")), (6, B("0a000004")),
                            (7, b"peel"), (8, B("fd77") + bytes(14) + B("40")),
                            (10, bytes(16)), (11, bytes(16)), (12, bytes(16)),
                            (13, B("0a000000ff000000")), (14, B("00010002")),
                            (15, bytes(16) + B("40")), (16520, 0), (16521, b"user"),
                            (16522, b"secret"), (16523, b"123"), (16524, b"Hello"),
                            (16525, b"42"), (16526, b"example"), (16527, 1), (16528, b"4711"),
                            (16529, b"yes"), (28672, b"Welcome"), (28673, B("00000001")),
                            (28674, b"example.org"), (28675, b"a"), (28676, b"bcd"), (28678, 1),
                            (28679, 0), (3, b""), (16520, 9), (20, b"x"), (16527, 5))
    yield v1([(8, bytes(16)), (14, struct.pack("!BBH", 1, 0, 7) + config)], 6, 0x80)
    yield v1([(14, struct.pack("!BBH", 4, 0, 7)),
              (7, b"\4" + B("3011310f300d06035504030c066761746577617a")),
              (132, struct.pack("!HBB", 1, 1, 0) + bytes(range(30)))], 6, 0x81)
    yield v1([(15, struct.pack("!BBHBBHB", 0, 0, 40, 17, 1, 500, 4) + B("0a000001")
               + struct.pack("!BHB", 1, 500, 4) + B("e0000001") + bytes(range(16)) + bytes(24)),
              (16, struct.pack("!BBHBBBHB", 0, 0, 40, 1, 17, 1, 500, 4) + B("0a000001")
               + struct.pack("!BHB", 1, 500, 4) + B("e0000001") + b"\3" + B("c0ffee01")
               + bytes(8)),
              (17, struct.pack("!HH", 2, 0) + struct.pack("!BBHB", 1, 0, 17, 4) + B("c0ffee01")
               + ike_attributes((1, b"abcd"))
               + struct.pack("!BBHB", 2, 0, 25, 16) + bytes(16) + ike_attributes((1, 5))),
              (18, B("00000009")), (19, B("0102")), (22, B("00010003")), (99, b"what"),
              (200, b"ever")], 33, 0x82)
    yield v1([(8, bytes(60))], 32, 0x83, 1)
    yield v1([(8, bytes(60))], 32, 0x83, 7)
    yield v1([(8, bytes(10))], 5, 0x84, cut=40)
    yield v1([(8, bytes(10))], 33, 0x84, extra=b"more")
    yield ike_udp(ike([(8, bytes(10))], 0x10, 5, 0, 0x85)[:33])
    yield ike_udp(ike([(8, bytes(10))], 0x10, 5, 0, 0x85)[:-12] + B("0000000300"))
    yield ike_udp(ike([(8, bytes(10))], 0x30, 5, 0, 0x85))
    yield eth(0x0800, ip(17, udp(bytes(4) + ike([(8, bytes(10))], 0x10, 5, 1, 0x86), 4500, 4500)))
    yield eth(0x0800, ip(17, udp(b"\xff", 4500, 4500)))


def ike_v2_frames():
    def v2(payloads, exchange=35, message=1, flags=8, **more):
        return ike_udp(ike(payloads, 0x20, exchange, flags, message, **more))

    transforms = ([(1, n, ike_attributes((14, 256)) if n in (12, 20) else b"")
                   for n in (1, 2, 3, 11, 12, 13, 14, 18, 19, 20, 23, 28, 99, 1024)]
                  + [(2, n, b"") for n in (1, 2, 4, 5, 6, 7, 8, 9)]
                  + [(3, n, b"") for n in (0, 1, 2, 5, 12, 13, 14, 99)]
                  + [(4, n, b"") for n in (0, 2, 5, 14, 19, 20, 31, 32, 999)]
                  + [(5, 0, b""), (5, 1, b""), (5, 2, b""),
                     (6, 1, b""), (241, 7, ike_attributes((14, B("0100")), (18, 4), (77, b"")))])
    yield v2([(33, ike_proposals(False, (1, b"", transforms), (3, B("c0ffee01"), transforms[:2]),
                                 (2, B("c0ffee02"), transforms[14:16]))),
              (34, struct.pack("!HH", 14, 0) + bytes(range(64))), (40, bytes(range(32))),
              (43, B("4f45755c645c6a795c5c6170")), (43, B("882fe56d6fd20dbc2251613b2ebe5beb")),
              (43, b"strongSwan")], 34, 0)
    ids = ((1, "0a000001"), (2, b"gw.example".hex()), (3, b"me@example.org".hex()),
           (5, "fd770001" + "00" * 11 + "01"), (9, "3011310f300d06035504030c06676174657761"),
           (10, "3000"), (11, "6b6579"), (12, "0102030405060708"), (201, "0c0d"))
    yield v2([(35 if n % 2 else 36, struct.pack("!BBH", t, 0, 0) + B(x))
              for n, (t, x) in enumerate(ids)])
    url = b"http://example.org/cert.der"
    yield v2([(37, b"\x0c" + bytes(20) + url),
              (38, b"\4" + bytes(range(40))), (38, b"\x0c" + bytes(20)), (38, b"\x0b"),
              (39, B("01000000") + bytes(16)), (39, B("02000000") + bytes(20)),
              (39, B("0d000000") + bytes(4)), (39, B("c9000000"))])
    data = {16384: b"", 16385: b"", 16386: B("0a0b0c"), 16387: B("123402"), 16388: bytes(range(20)),
            16389: bytes(range(20)), 16390: bytes(8), 16391: b"", 16392: b"", 16393: B("c0ffee01"),
            16394: b"", 16395: b"", 16396: bytes(16), 16397: b"", 16398: bytes(4), 16399: bytes(7),
            16400: bytes(4), 16401: bytes(4), 16402: b"", 16403: B("00000e10"), 16404: b"",
            16405: b"", 16406: b"", 16407: B("01040a000001") + bytes(16),
            16408: B("010a000001040a0000"), 16409: B("00000e10") + b"ticket", 16410: b"", 16411: b"",
            16412: b"", 16413: b"ticket", 16414: B("0001"), 16415: b"", 16416:
            ike_attributes((1, 100), (2, 1), (3, 5), (4, 12), (5, 1500), (6, b"abc"), (7, 8)),
            16417: b"", 16418: b"", 16419: bytes(12), 16420: b"", 16421: B("00010002"), 16422: bytes(16),
            16423: B("00000001") * 3, 16424: B("0001020304050607"), 16425: B("00000001"),
            16426: b"x", 16427: B("0001"), 16428: b"", 16429: B("0102"), 16430: b"",
            16431: B("000200030004"), 16432: b"", 16433: b"ab", 16434: b"", 16435: b"", 16437: b"",
            16438: b"", 44500: b"", 44288: b"", 55501: b"", 55502: b"", 40960: b"x", 1: b"\x2a", 4: b"", 5: b"", 7: b"",
            9: b"", 11: b"", 14: b"", 17: B("000e"), 24: b"", 34: b"", 35: b"", 36: b"", 37: b"", 38: b"",
            39: b"", 40: b"", 41: b"", 42: b"", 43: b"", 44: b"", 45: b"", 46: b"", 8192: b"",
            10500: b"", 9002: b"", 8193: b"", 11001: b"", 12345: b"", 65000: b"zz"}
    list_ = sorted(data.items())
    for n in range(0, len(list_), 30):
        yield v2([(41, struct.pack("!BBH", 3 if t == 16393 else 0, 4 if t == 16393 else 0, t)
                   + (B("c0ffee01") if t == 16393 else b"") + x) for t, x in list_[n:n + 30]],
                 37, 2 + n, 0x20)
    yield v2([(41, struct.pack("!BBH", 0, 0, 16407) + x)
              for x in (B("0210") + bytes(15) + b"\1" + b"nonce", B("0306") + b"gw.org" + b"n",
                        B("0902") + b"ab")]
             + [(41, struct.pack("!BBH", 0, 0, 16408) + x)
                for x in (B("0104") + B("0a000001"), B("0210") + bytes(16), B("0903") + b"abc")]
             + [(42, struct.pack("!BBH", 1, 0, 0)),
                (42, struct.pack("!BBH", 3, 4, 2) + B("c0ffee01c0ffee02")),
                (42, struct.pack("!BBH", 2, 4, 3) + B("c0ffee01"))], 37, 9)
    selectors = (struct.pack("!BBHHH", 7, 6, 16, 80, 443) + B("0a0000000a0000ff")
                 + struct.pack("!BBHHH", 8, 0, 40, 0, 65535) + bytes(16) + bytes([255] * 16)
                 + struct.pack("!BBH", 9, 1, 20) + B("0000000100ffffff") + B("0102030400000000"))
    config = ike_attributes((1, B("0a000001")), (2, B("ffffff00")), (3, B("0a000002")),
                            (4, B("0a000003")), (5, B("00000e10")), (6, B("0a000004")),
                            (7, b"peel"), (8, B("fd77") + bytes(14) + B("40")),
                            (10, bytes(16)), (12, bytes(16)), (13, B("0a000000ff000000")),
                            (14, B("00010002")), (15, bytes(16) + B("40")), (16, b""),
                            (17, bytes(8) + b"link"), (18, bytes(16) + B("40")),
                            (20, B("0a000009")), (21, bytes(16)), (22, b"x"), (23, b"y"), (24, b""),
                            (25, b"example"), (1, b""), (8, b""), (16391, b"z"))
    yield v2([(44, struct.pack("!BBH", 3, 0, 0) + selectors),
              (45, struct.pack("!BBH", 1, 0, 0) + selectors[:16]),
              (47, struct.pack("!BBH", 1, 0, 0) + config), (47, struct.pack("!BBH", 2, 0, 0)),
              (49, b"gspm"), (50, B("01000000")), (51, bytes(8)),
              (52, bytes(8)), (54, b"ps"), (55, b"?"), (128, b"private"), (47, struct.pack("!BBH", 3, 0, 0))])
    for i in (0, 4, 8, 20, 60):
        yield v2([(46, bytes(range(i)))], 36, 3, 0x20)
    yield v2([(53, struct.pack("!HH", 1, 3) + bytes(range(60)))], 35, 4)
    yield v2([(53, struct.pack("!HH", 2, 3) + bytes(range(60)))], 35, 4)
    yield v2([(53, struct.pack("!HH", 4, 3) + bytes(range(60)))], 35, 4)
    for exchange in range(36, 44):
        yield v2([(40, bytes(16))], exchange, 300 + exchange, 0x38)
    yield v2([(40, bytes(16))], 99, 5, 0)
    yield v2([(40, bytes(16))], 37, 5, 0, first=0)
    yield v2([(33, ike_proposals(False, (1, b"", transforms[:1])) + b"tail"), (40, bytes(3))], 34, 5)
