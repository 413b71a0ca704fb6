# SPDX-License-Identifier: BSD-2-Clause
# What speaks on a link before packets do: aggregation, EAP, PPP's control protocols.


def slow_protocols():
    """LACP in several states and short, markers, other slow protocols."""
    def slow(b):
        return eth(0x8809, B(b), B("0180c2000002"), pad=False)

    def lacp(actor, partner, version="01"):
        return slow("01" + version + "0114" + "8000" "02000000000c" "000d" "00ff" "0016" + actor + "000000" +
                    "0214" + "8000" "020000000005" "000d" "00ff" "0019" + partner + "000000" + "0310" "8000" + "00" * 12 + "0000" + "00" * 50)

    return pcap([
        lacp("85", "36"), lacp("3d", "3d", "02"), lacp("00", "ff"), slow("0101" "0114" "8000" "0200"),
        slow("02" "01" "0110" "0016" "02000000000c" "0000002a" "0000" "0000" + "00" * 90),
        slow("02" "01" "0210" "0016" "02000000000c" "0000002a" "0000" "0000" + "00" * 90),
        slow("0b0102030405060708"),
    ])
