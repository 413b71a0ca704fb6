# SPDX-License-Identifier: BSD-2-Clause
# DHCP: options that programs at hand don't send.

def dhcp_message(options, type_=1, cut=0, sname=b"", file_=b""):
    m = struct.pack("!BBBBIHH", 2 if type_ in (2, 5) else 1, 1, 6, 0, 0x3903F326, 0, 0)
    m += bytes(16) + CLIENT + bytes(10) + sname.ljust(64, b"\0") + file_.ljust(128, b"\0")
    m += B("63825363") + bytes((53, 1, type_))
    m += b"".join(bytes((code, len(value))) + value for code, value in options) + b"\xff"
    ends = ("0a4d0101", "ffffffff", 67, 68) if type_ in (2, 5) else ("00000000", "ffffffff", 68, 67)
    return eth(0x0800, ip(17, udp(m, *ends[2:], *ends[:2]), *ends[:2]), dst=b"\xff" * 6)


def dhcp_options():
    """DHCP: routes, vendors' options, user classes, names, relays, authentication, search lists, SIP."""
    relay = B("010465746831 0204 aabbccdd 0404 00000001 0504 0a4d0100 0603 616263 0704 01020304"
              "0803 010203 0907 00000009 026162 0a01 80 0b04 0a4d0101 0c02 3132 9701 00 0d02 0001"
              "1304 05060708 6302 0102".replace(" ", ""))
    return pcap([
        dhcp_message([(33, B("0a0000010a0000020a0000030a000004")), (33, B("0a0000")), (52, b"\0"),
                      (21, B("0a000000ff000000")), (21, B("0a00"))],
                     sname=b"server", file_=b"pxelinux.0"),
        dhcp_message([(77, b"\3abc\5defgh"), (77, b"\3abc\x7fd"), (77, b"plain"), (61, b"\0client-1"),
                      (61, b"\xff" + B("00000001") + B("000300010200000000 0c".replace(" ", ""))),
                      (61, b"\xff" + B("00000002") + B("0001000112345678 02000000000c".replace(" ", ""))),
                      (61, b"\x06" + bytes(range(6))), (61, b"x")]),
        dhcp_message([(81, B("050000") + B("046e616d65076578616d706c6500")), (81, B("010000") + b"name.example"),
                      (81, B("0f0203")), (82, relay), (82, B("0104"))]),
        dhcp_message([(90, B("010100") + bytes(range(8)) + bytes(16)), (90, B("000000") + bytes(8) + b"token"),
                      (90, B("030100") + bytes(8) + b"\1" + bytes(16)), (90, B("090909") + bytes(9))], 5),
        dhcp_message([(119, B("076578616d706c65036f726700036f6e65c000")),
                      (120, B("010a0000010a000002")), (121, B("180a00010a4d0101 00 0a4d0102 20 0a00000a 00000000".replace(" ", ""))),
                      (249, B("100a00 0a4d0101".replace(" ", ""))), (121, B("180a0001"))], 5),
        dhcp_message([(120, B("0003736970076578616d706c6500"))]),
        dhcp_message([(60, b"MSFT 5.0"), (43, B("010400000002 02040a000001 ff".replace(" ", "")))]),
        dhcp_message([(60, b"vendor"), (43, B("0103616263 0204 0a0b0c0d".replace(" ", ""))), (43, b"\1")]),
        dhcp_message([(124, B("00000de903616263")), (125, B("00000de924") + B("040630303236383205105745434f31304b4830353030353639350608564453")
                      + b"12345"), (125, B("0000000903010161")), (125, B("00001178") + B("0b 0104 61626364 0203 010203".replace(" ", ""))),
                      (125, B("0000"))]),
        dhcp_message([(78, B("010a000001")), (79, B("0061626364")), (85, B("0a000001")), (88, B("0361626300")),
                      (89, B("0a000001")), (97, B("00") + bytes(range(16))), 
                      (116, b"\1"), (80, b""), (98, b"http://x"), (108, B("00000e10")),
                      (112, B("0a000001")), (152, B("00000001")), (177, b"x"),
                      (211, B("0000001e")),
                      (252, b"http://wpad\n"), (224, b"x"), (255, b"")][:-1]),
        dhcp_message([(12, b"host"), (55, bytes((1, 3, 6, 15, 119, 252)))])[:290],
    ])
