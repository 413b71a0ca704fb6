# SPDX-License-Identifier: BSD-2-Clause
# Spanning trees: shortest paths, VLANs' own trees, versions that nobody knows.


def stp_trees():
    """Shortest path bridging, trees of a VLAN (old and rapid), a region with instances, version 7, a short one."""
    root = "8000020000000005"

    def llc(bpdu):
        return eth_802_3(B("424203" + bpdu), B("0180c2000000"))

    def pvst(bpdu):
        return eth_802_3(B("aaaa0300000c010b" + bpdu), B("01000ccccccd"))

    body = root + "00000004" + root + "8003" "0000140002000f00"
    digest = "67d768dfa948eb5e9fd54077e80975a2"
    name = b"peel".hex() + "00" * 28
    mst = "00" + name + "0001" + digest + "000000c8" + root + "13"
    instance = "3c800a" "020000000005" "00000007" "8080" "12"
    spt = "0055" "00" + name + "0000" + digest + "0600002000200000000000000000" "0000000e918994fa9ca00398d9138a3e54000000"
    return pcap([
        llc("0000040 23c".replace(" ", "") + body + "00" "0050" + mst + instance + spt),
        llc("000003027c" + body + "00" "0060" + mst + instance + instance),
        llc("000003027c" + body + "00" "000f" + mst + instance),
        llc("000007023c" + body + "00"),
        pvst("0000000001" + body + "00" "0000000204bd"),
        pvst("000002023c" + body + "00" "0000000204bd"),
        llc("00000080"), llc("0000000099"), llc("000000" "05"),
    ])
