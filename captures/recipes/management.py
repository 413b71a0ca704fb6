# SPDX-License-Identifier: BSD-2-Clause
# Messages about machines: SNMP.


def ber(tag, *parts):
    body = b"".join(parts)
    size = bytes([len(body)]) if len(body) < 128 else struct.pack("!BH", 0x82, len(body))
    return bytes([tag]) + size + body


def ber_int(value, tag=2):
    return ber(tag, value.to_bytes((value.bit_length() + 8) // 8, "big", signed=True))


SNMP_SYSTEM = ber(6, B("2b06010201010100"))
SNMP_UPTIME = ber(6, B("2b06010201010300"))
SNMP_VALUES = [ber(2, b"\x01" * n) for n in (0, 1, 5, 9)] + \
    [ber(4), ber(4, b"here"), ber(4, b"he\nre"), ber(4, b"\xfe" * 40), ber(5), ber(5, b"x"),
     ber(6), ber(6, b"\x2b\x06\x01"), ber(0x40, b"\x0a\x4d\x01\x02"), ber(0x40, b"abc")] + \
    [ber(tag, b"\xff" * n) for tag in (0x41, 0x42, 0x43, 0x45, 0x46, 0x47) for n in (0, 4)] + \
    [ber(0x41, b"\x01" * 9), ber(0x44, b"ab"), ber(0x48, b"a"), ber(0x80), ber(0x81), ber(0x82),
     ber(0x83), ber(0xa0, ber_int(1)), ber(0x24, ber(4, b"x")), ber(0x30, ber_int(1)),
     ber(1, b"\x01"), ber(0x0c, b"abc")]


def snmp_message(version, body, community=b"public"):
    return ber(0x30, ber_int(version), ber(4, community), body)


def snmp_pdu(tag, *bindings, request=1, status=0, index=0):
    return ber(tag, ber_int(request), ber_int(status), ber_int(index), ber(0x30, *bindings))


def snmp_v3(flags, model, security, body):
    return ber(0x30, ber_int(3), ber(0x30, ber_int(1), ber_int(1500), ber(4, flags),
                                     ber_int(model)), ber(4, security), body)


def snmp_frames(messages, port=5000):
    return [eth(0x0800, ip(17, udp(m, port + i, 161))) for i, m in enumerate(messages)]


def snmp_values():
    """Values of every type, of right and wrong lengths and tags; one that is text."""
    names = [SNMP_UPTIME] * len(SNMP_VALUES) + [SNMP_SYSTEM] * 2
    values = SNMP_VALUES + [ber(4, b"Linux"), ber_int(77)]
    return pcap(snmp_frames([snmp_message(1, snmp_pdu(0xa2, ber(0x30, n, v)))
                             for n, v in zip(names, values)]))


def snmp_shapes():
    """Messages of every version; members that don't belong there, or are missing."""
    pair = ber(0x30, SNMP_UPTIME, ber(5))
    get = snmp_pdu(0xa0, pair)
    usm = ber(0x30, ber(4, B("80001f8804616263")), ber_int(1), ber_int(2), ber(4, b"user"),
              ber(4, b"x" * 12), ber(4, b"y" * 8))
    scoped = ber(0x30, ber(4), ber(4, b"ctx"), get)
    trap = ber(0xa4, SNMP_UPTIME, ber(0x40, b"\x0a\x4d\x01\x02"), ber_int(6), ber_int(9),
               ber(0x43, b"\x11"), ber(0x30, pair))
    messages = [
        snmp_message(0, get), snmp_message(2, get), snmp_message(2, ber(4, b"secret")),
        snmp_message(4, get), snmp_message(0, trap), snmp_message(1, snmp_pdu(0xa5, pair, index=9)),
        snmp_v3(b"\x07", 3, usm, ber(4, b"cipher")), snmp_v3(b"\x04", 3, usm, scoped),
        snmp_v3(b"\x04", 1, b"public", scoped), snmp_v3(b"", 3, usm, scoped),
        snmp_message(0, get) + b"extra", snmp_message(0, b""),
        ber(0x30, ber_int(1), ber_int(1), get),
        ber(0x30, ber_int(1), ber(4, b"p"), get, ber(4, b"more")),
        snmp_message(0, snmp_pdu(0xa0, ber(0x31, SNMP_UPTIME, ber(5)))),
        snmp_message(0, snmp_pdu(0xa0, pair, ber(4, b"a"))),
        snmp_message(0, snmp_pdu(0xa0, ber(0x30, ber(4, b"abc"), ber(5)))),
        snmp_message(0, snmp_pdu(0xa0, ber(0x30, SNMP_UPTIME))),
        snmp_message(0, ber(0xa0, ber_int(1), ber_int(0), ber(0x30))),
        snmp_message(0, ber(0xa0, ber(4, b"1"), ber_int(0), ber_int(0), ber(0x30))),
    ]
    back = eth(0x0800, ip(17, udp(snmp_message(1, snmp_pdu(0xa2, pair)), 161, 5000, "0a4d0202",
                                  "0a4d0102"), src="0a4d0202", dst="0a4d0102"))
    return pcap(snmp_frames(messages) + [back, snmp_frames([snmp_message(0, get)])[0], back])
