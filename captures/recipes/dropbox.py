# SPDX-License-Identifier: BSD-2-Clause
# Dropbox LAN sync discovery.

DROPBOX_SAYS = [b'{"host_int": 4094514483, "version": [1, 8], "displayname": "", "port": 17500, '
                b'"namespaces": [20524, 7]}', b"not JSON", b'{"host_int": 1, "version": [']


def dropbox_discovery():
    """What a client says of itself; what is no JSON; what is cut off."""
    return pcap([eth(0x0800, ip(17, udp(m, 17500, 17500))) for m in DROPBOX_SAYS])
