# SPDX-License-Identifier: BSD-2-Clause
# Modbus/TCP: what programs at hand don't speak.

MODBUS_TALKS = """
0100130013 0103cd6b05
0200c40016 0203acdb35
0300010002 0304000a0102
0400080001 8402
0500acff00 0500acff00
0600010003 0600010003
07 076d
0800000102 0800000102
080001ff00 080001ff00
0800020000 0800020101
0800030a00 0800030a00
0800040000 8801
08000a0000 08000a0000
08000b0000 08000b0102
0800120000 0800120005
0800140000 0800140000
0b 0bffff0108
0c 0c080000010801212000
0f0013000a02cd01 0f0013000a
100001000204000a0102 1000010002
11 1112ff50
140e0600040001000206000300090002 140c05060dfe0020050633cd0040
150d0600040007000306af04be100d 150d0600040007000306af04be100d
16000400f20025 16000400f20025
1700030006000e00030600ff00ff00ff 170c00fe0acd00010003000d00ff
1804de 18000600020001b81284
2b0e0100 2b0e0101000003000341424301024445020256 32
2b0d0102 2b0d0102
300102 300405
5a00010203 5a00fe0102
"""


def modbus_functions():
    """Every function with its response; two queries in one segment, one in three, a stray response."""
    t = Talk(502)

    def adu(n, message):
        return struct.pack("!HHHB", n, 0, len(message) + 1, 1) + message

    for n, line in enumerate(MODBUS_TALKS.split("\n")[1:-1], 1):
        query, response = line.split(" ", 1)
        t.say(0, adu(n, B(query)))
        t.say(1, adu(n, B(response.replace(" ", ""))))
    t.say(1, adu(99, B("030400010002")))
    a = adu(100, B("0300010002"))
    t.say(0, a + a)
    t.say(0, a[:9])
    t.say(0, a[9:] + a[:7])
    t.say(0, a[7:])
    return pcap(t.frames)
