# SPDX-License-Identifier: BSD-2-Clause
# Names: DNS, mDNS, LLMNR.


def dns_name(text):
    return b"".join(bytes([len(p)]) + p.encode() for p in text.split(".") if p) + b"\0"


def dns_question(name, type_, class_=1):
    return dns_name(name) + struct.pack("!HH", type_, class_)


def dns_record(name, type_, data, class_=1, ttl=300):
    return dns_name(name) + struct.pack("!HHIH", type_, class_, ttl, len(data)) + data


def dns_message(id_, flags, *sections):
    counts = [len(s) for s in sections] + [0] * (4 - len(sections))
    return struct.pack("!6H", id_, flags, *counts) + b"".join(b"".join(s) for s in sections)


def dns_records():
    """a query and its answer for most types of records, and what goes wrong"""
    key = B("0101030d") + bytes(range(64))
    data = {
        1: B("0a4d0202"), 2: dns_name("ns.example.org"), 5: dns_name("a.example.org"),
        6: dns_name("ns.example.org") + dns_name("root.example.org") + struct.pack("!5I", 1, 2, 3, 4, 5),
        12: b"\xc0\x0c", 13: b"\3x86\5Linux", 15: b"\0\12" + dns_name("mx.example.org"),
        16: b"\5hello\5world", 17: dns_name("me.example.org") + dns_name("t.example.org"),
        18: b"\0\1" + dns_name("afs.example.org"), 25: key, 26: b"\0\1" + dns_name("a.b") + dns_name("c.d"),
        28: bytes(15) + b"\1", 29: B("00121613 80000000 80000000 00989680"),
        33: struct.pack("!3H", 1, 2, 53) + dns_name("a.example.org"),
        35: struct.pack("!2H", 1, 2) + b"\1u\7E2U+sip\5!a!b!" + b"\0", 37: B("000112340d") + b"abcd",
        39: dns_name("d.example.org"), 42: B("0001188b") + B("0a4d02")[:3] + bytes(8),
        43: B("12340d02") + bytes(32), 44: B("0402") + bytes(32),
        45: B("0a01020a4d0202") + b"key!", 46: B("00010d02 00000e10 60000000 5f000000 1234") + dns_name("example.org") + bytes(16),
        47: dns_name("b.example.org") + B("0006400000000003"), 48: key,
        50: B("010100010212340412345678 000140"), 51: B("0100000100"), 52: B("030101") + bytes(32),
        55: B("04020008") + b"hit!" + bytes(8) + dns_name("r.example.org"), 64: b"\0\0" + dns_name("s.example.org"),
        65: b"\0\1\0" + B("00000002 0001 0001 0007 02683203 6833 62 0003 0002 01bb 0004 0004 0a4d0202 0006 0010") + bytes(16),
        99: b"\4spf1", 108: B("020000000001"), 109: B("0200000000010203"), 255: b"x",
        249: dns_name("gss") + struct.pack("!IIHHH", 1, 2, 3, 0, 2) + b"kk" + b"\0\0",
        250: dns_name("hmac") + B("0000 60000000 012c 0004 deadbeef 1234 0000 0000"),
        257: b"\x80\5issueca.example",
    }
    opt = B("000029 04d0 00 00 8000 0038") + B("00030003") + b"abc" + B(
        "0008000700011800 0a4d02 000a0008 0102030405060708 000c0004 00000000 000f0006 0006") + b"fail" + B(
        "00050002 080d")
    opt = opt[:9] + struct.pack("!H", len(opt) - 11) + opt[11:]
    out = []
    for n, (t, d) in enumerate(data.items()):
        q = dns_question("_x._tcp.example.org", t)
        out.append(udp(dns_message(n, 0x0100, [q], [], [], [opt]), 4000, 53))
        out.append(udp(dns_message(n, 0x8180, [q], [dns_record("_x._tcp.example.org", t, d)]), 53, 4000,
                       "0a4d0202", "0a4d0102"))
    q = dns_question("again.example.org", 1)
    loop = dns_message(9, 0x0100, [b"\xc0\x0c" + B("00010001")])
    for m in (dns_message(7, 0x0100, [q]), dns_message(7, 0x0100, [q]), dns_message(7, 0x2800, [q]),
              loop, dns_message(8, 0x0100, [q])[:20], dns_message(10, 0x0130, [q]) + b"extra"):
        out.append(udp(m, 4000, 53))
    answer = udp(dns_message(7, 0x8183, [q]), 53, 4000, "0a4d0202", "0a4d0102")
    other = udp(dns_message(77, 0x8180, [q]), 53, 4000, "0a4d0202", "0a4d0102")
    out += [answer, answer, other]
    return pcap([eth(0x0800, ip(17, u)) for u in out])


def dns_local():
    """mDNS and LLMNR: questions and answers on the link"""
    service = dns_question("_ipp._tcp.local", 12, 0x8001)
    answer = dns_record("_ipp._tcp.local", 12, dns_name("Printer._ipp._tcp.local"), 0x8001)
    srv = dns_record("Printer._ipp._tcp.local", 33, struct.pack("!3H", 0, 0, 631) + dns_name("p.local"), 0x8001)
    opt = B("0000290 5a0 00001194 0000".replace(" ", ""))
    llmnr = dns_question("host", 1)
    frames = [udp(dns_message(0, 0, [service], [], [], [opt]), 5353, 5353),
              udp(dns_message(0, 0x8400, [], [answer, srv]), 5353, 5353, "0a4d0202", "0a4d0102"),
              udp(dns_message(5, 0, [llmnr]), 4001, 5355),
              udp(dns_message(5, 0x8400, [llmnr], [dns_record("host", 1, B("0a4d0202"))]), 5355, 4001,
                  "0a4d0202", "0a4d0102")]
    return pcap([eth(0x0800, ip(17, u)) for u in frames])
