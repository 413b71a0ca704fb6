# SPDX-License-Identifier: BSD-2-Clause
# TFTP.


def tftp_text(*words):
    return b"".join(w + b"\0" for w in words)


def tftp(opcode, *parts):
    return struct.pack("!H", opcode) + b"".join(parts)


def tftp_number(n):
    return struct.pack("!H", n)


def tftp_transfers():
    """Reading and writing, with options and without; errors; numbers that wrap; what is cut."""
    text, n, frames = tftp_text, tftp_number, []

    def talk(client, server, *packets):
        for opcode, *parts in packets:
            message, to = tftp(abs(opcode), *parts), server
            if abs(opcode) in (1, 2) and len(parts) == 1:
                to = 69
            if opcode < 0:
                frames.append(eth(0x0800, ip(17, udp(message, to, client, "0a4d0202", "0a4d0102"),
                                             src="0a4d0202", dst="0a4d0102")))
            else:
                frames.append(eth(0x0800, ip(17, udp(message, client, to))))

    talk(5000, 6000, (1, text(b"file1", b"octet")), (-3, n(1), bytes(512)), (4, n(1)),
         (-3, n(2), b"x" * 9), (4, n(2)))
    talk(5001, 6001, (1, text(b"file2", b"octet", b"tsize", b"0", b"blksize", b"1024",
                              b"windowsize", b"4", b"msftwindow", b"31416")),
         (-6, text(b"tsize", b"100", b"blksize", b"1024", b"msftwindow", b"27182")), (4, n(0)),
         (-3, n(1), bytes(1024)), (-3, n(2), bytes(9)), (4, n(2), b"\x08\0"))
    talk(5002, 6002, (2, text(b"up", b"netascii")), (-4, n(0)), (3, n(1), b"abc"), (-4, n(1)))
    talk(5003, 6003, (1, text(b"none", b"octet")), (-5, n(1), text(b"File not found")))
    talk(5004, 6004, (1, text(b"size", b"octet", b"tsize", b"0")), (-6, text(b"tsize", b"5")),
         (5, n(0), text(b"abort")))
    talk(5005, 69, (7, b"xyz"), (1, b"abc"), (1, text(b"abc")), (3, n(1)), (8,), (5, n(77), b"z"))
    talk(5006, 6006, (1, text(b"wrap", b"octet")), (-3, n(65535), bytes(512)), (4, n(65535)),
         (-3, n(0), bytes(512)), (4, n(0)), (-3, n(1), b"end"))
    talk(5007, 6007, (1, text(b"w", b"octet", b"windowsize", b"0", b"blksize", b"70000")),
         (-6, text(b"blksize", b"7", b"timeout", b"1")))
    return pcap(frames)
