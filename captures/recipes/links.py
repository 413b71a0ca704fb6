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


def eapol_exchange():
    """EAP of many kinds, an RC4 key, the four messages of a wireless handshake and a group's two."""
    def eapol(type_, body="", version=2):
        return eth(0x888E, struct.pack("!BBH", version, type_, len(B(body))) + B(body), B("0180c2000003"))

    ids = iter(range(1, 200))

    def eap(code, type_=None, value=""):
        id_ = next(ids)
        body = B(value) if type_ is None else bytes([type_]) + B(value)
        return eapol(0, (struct.pack("!BBH", code, id_, 4 + len(body)) + body).hex(), 1)

    def rsn(info, data="", type_="02"):
        return eapol(3, type_ + "%04x" % info + "0010" + "0000000000000001" + "ab" * 32 + "00" * 16 + "00" * 8 + "00" * 8 + "cd" * 16 +
                     "%04x" % (len(data) // 2) + data)

    suites = "30140100" "000fac04" "0100" "000fac04" "0100" "000fac02" "3c00"
    return pcap([
        eapol(1), eap(1, 1), eap(2, 1, b"user@example.org".hex()), eap(1, 2, b"Password expires".hex()), eap(2, 2),
        eap(1, 4, "10" + "5a" * 16 + b"server".hex()), eap(2, 3, "0d15"), eap(2, 254, "00000a0000000001"), eap(1, 13, "20"), eap(2, 13, "c0000007d0" "1603010005"),
        eap(1, 25, "21"), eap(1, 18, "0a0000" "0f020002000100" "00" "1101000c"[:6] + "00"), eap(2, 18, "0a0000" "0e03" "0006" + b"1user0".hex() + "00" * 2 + "1001" "0001"),
        eap(1, 23, "010000" "01050000" + "11" * 16 + "0b050000" + "22" * 16), eap(2, 23, "0c0000" "0c014000" "16010000"), eap(3), eap(4), eap(9),
        eapol(3, "01" "000d" "0000000000000007" + "44" * 16 + "82" + "55" * 16 + "66" * 13), eapol(3, "01" "000d" "0000000000000007" + "44" * 16 + "02" + "55" * 16),
        rsn(0x008A, "dd14000fac04" + "77" * 16), rsn(0x010A, suites), rsn(0x13CA, "88" * 32), rsn(0x030A), rsn(0x1382, "99" * 24), rsn(0x0302),
        rsn(0x0089, "", "fe"), eapol(3, "09aabb"), eapol(2), eapol(6, "aabb"), eapol(9),
    ])


def eap_expanded():
    """EAP's expanded types: a protected setup's messages, other vendors', and some that are cut."""
    def eap(id_, code, body):
        b = struct.pack("!BBH", code, id_, 4 + len(B(body))) + B(body)
        return eth(0x888E, struct.pack("!BBH", 1, 0, len(b)) + b, B("0180c2000003"))

    setup = "fe 00372a 00000001"
    return pcap([
        eap(1, 1, setup + "01 00"), eap(1, 2, setup + "04 00 104a000110 1022000104"),
        eap(2, 1, setup + "04 02 000a 104a000110 1022000105"), eap(2, 2, setup + "06 00"),
        eap(3, 1, setup + "04 01 104a000110"), eap(3, 2, setup + "03 00"), eap(4, 1, setup + "05 00"),
        eap(5, 1, "fe 000009 00000005 aabb"), eap(5, 2, "fe 000000 00000021"), eap(6, 1, "fe 00372a"),
        eap(7, 1, setup + "04 00 1022000177"), eap(8, 1, "ff 0102")])
