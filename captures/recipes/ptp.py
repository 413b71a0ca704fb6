# SPDX-License-Identifier: BSD-2-Clause
# The Precision Time Protocol: every message of version 2, and one of version 1.


def ptp_message(type_, body, flags=0, domain=0, sdo=0, correction=0, control=5, seq=1, clock="020000fffe00000c"):
    body = B(body) if isinstance(body, str) else body
    return struct.pack("!BBHBBHq", sdo << 4 | type_, 2, 34 + len(body), domain, 0, flags, correction) + bytes(4) + \
        B(clock) + struct.pack("!HHBb", 1, seq, control, -3) + body


def ptp_messages():
    """All messages of PTPv2: times, delays, announcements, unicast contracts, management."""
    stamp, port = "00006553f100" "075bcd15", "020000fffe0000050001"
    frames = []

    def say(*a, port_=320, **k):
        frames.append(eth(0x0800, ip(17, udp(ptp_message(*a, **k), sport=port_, dport=port_), dst="e0000181"), B("01005e000181")))

    say(0, stamp, flags=0x0200, control=0, port_=319)
    say(1, stamp, control=1, port_=319)
    say(2, stamp + "00" * 10, port_=319)
    say(3, stamp + port, flags=0x0200, port_=319)
    say(8, stamp, control=2, correction=5 << 15)
    say(9, stamp + port, control=3, flags=0x0400, correction=-(1 << 16))
    say(10, stamp + port)
    announce = stamp + "0025" "00" "80" "f8" "21" "4e5d" "80" "020000fffe00000c" "0001" "20"
    say(11, announce, flags=0x003C)
    say(11, announce + "00080010" "020000fffe00000c" "020000fffe000005" + "00090010" "01" "00000025" "00000001" "00006553f200" "00")
    say(11, announce + "0003000a" "080030" "000001" "aabbccdd" + "00030012" "1c129d" "000001" "0001" "00000064" "000000c8" "0000")
    say(11, announce + "0003000c" "001b19" "000001" "2000" "000d" "aabb" + "00770002aabb")
    target = "ffffffffffffffffffff"
    say(12, target + "00040006" "b0" "00" "0000012c" + "00050008" "00" "fd" "0000012c" "00" "01" + "00060002" "b000" + "00070002" "0000" +
        "0003000a" "001b19000001" "aabbccdd" + "00770002aabb")
    for action, id_, data in (
            (0, 0, ""), (0, 1, ""), (2, 1, "80000a49454545203830322e33000602000000000c0001" "00040a4d0102" "aabbcc" "00" "023b3b" "023131" "00" "001b19000200"),
            (2, 2, "036c6162"), (3, 3, ""), (3, 4, ""), (3, 5, "0001"), (2, 6, "0001" "0012" "00006553f100075bcd15" "06" "0141" "0142" "024343"), (3, 7, ""),
            (2, 0x2000, "03000001" "80" "f821ffff" "80" "020000fffe00000c" "00" "00"), (2, 0x2001, "0001" "0000000000018000" "0000000000020000"),
            (2, 0x2002, "020000fffe0000050001" "0100" "ffff" "7fffffff" "80" "f821ffff" "80" "020000fffe000005"),
            (2, 0x2003, "0025" "3c" "20"), (2, 0x2004, "020000fffe00000c0001" "09" "00" "0000000000020000" "01" "03" "00" "01" "00" "02"),
            (1, 0x2005, "8000"), (1, 0x2006, "8000"), (1, 0x2007, "0400"), (1, 0x2008, "0100"), (1, 0x2009, "0100"), (1, 0x200A, "0300"),
            (1, 0x200B, "fd00"), (1, 0x200C, "0200"), (3, 0x200D, ""), (3, 0x200E, ""), (1, 0x200F, "00006553f100075bcd15"),
            (1, 0x2010, "2100"), (1, 0x2011, "00250700"), (1, 0x2012, "3000"), (1, 0x2013, "0820"), (1, 0x2014, "0100"),
            (2, 0x2015, "020000fffe00000c"), (1, 0x2016, "0100"), (2, 0x2017, "00010001" "0004" "0a4d0102"), (2, 0x2018, "aabb"), (2, 0x2019, "0010"),
            (2, 0x201A, "aabb"), (1, 0x201B, "0100"), (2, 0x201C, "0010"), (1, 0x201D, "010200fd"), (1, 0x201E, "0101"), (2, 0x201F, "01034345540000"[:12]),
            (2, 0x2020, "0500"), (2, 0x2021, "01" "00000e10" "00000001" "00006553f200" "00"), (2, 0x4000, "020000fffe00000c" "0002" "01" "00"),
            (2, 0x4001, "020000fffe00000c0001" "01" "fd" "0000000000020000"), (1, 0x4002, "0000"), (1, 0x6000, "0200"), (1, 0x6001, "fd00"), (2, 0xC000, "aabb")):
        say(13, target + "0101" + "%02x" % action + "00" + "0001%04x%04x" % (2 + len(data) // 2, id_) + data, control=4)
    say(13, target + "0101" "02" "00" + "0002000e" "0002" "2000" "00000000" "046e6f6e65" "00", control=4)
    frames.append(eth(0x88F7, ptp_message(0, stamp, control=0), B("011b19000000")))
    frames.append(eth(0x88F7, ptp_message(2, stamp + "00" * 10, sdo=1), B("0180c200000e")))
    frames.append(eth(0x88F7, ptp_message(14, "aabb")))
    return pcap(frames)
