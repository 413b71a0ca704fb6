# SPDX-License-Identifier: BSD-2-Clause
# SSH.


def ssh_text(b):
    return struct.pack("!I", len(b)) + b


def ssh_packet(message, pad=6):
    return struct.pack("!IB", len(message) + 1 + pad, pad) + message + bytes(pad)


def ssh_init(kex, enc=b"3des-cbc,none", mac=b"hmac-sha2-256,hmac-md5", key=b"ssh-rsa,ssh-dss"):
    lists = (kex, key, enc, enc, mac, mac, b"none,zlib", b"none,zlib", b"", b"en")
    return ssh_packet(b"\x14" + bytes(range(16)) + b"".join(map(ssh_text, lists)) + bytes(5))


SSH_KEYS = {
    b"ssh-rsa": (B("010001"), b"n" * 33),
    b"ssh-dss": (b"p" * 9, b"q" * 9, b"g" * 9, b"y" * 9),
    b"ecdsa-sha2-nistp256": (b"nistp256", b"\4" + b"e" * 32),
    b"ssh-ed25519": (b"d" * 32,),
    b"ssh-what": (b"ever",),
}


def ssh_key(name):
    return ssh_text(ssh_text(name) + b"".join(map(ssh_text, SSH_KEYS[name])))


def ssh_signature(name):
    return ssh_text(ssh_text(name) + ssh_text(b"S" * 16))


def ssh_talk(client, *inits):
    t = Talk(22, client)
    t.say(1, b"SSH-2.0-s\r\n")
    t.say(0, b"SSH-2.0-c\r\n")
    for i, init in enumerate(inits):
        t.say(i, init)
    return t


def ssh_end(t, reply=b""):
    """New keys of both ends, and what nobody can read."""
    t.say(1, reply + ssh_packet(b"\x15", 10))
    t.say(0, ssh_packet(b"\x15", 10) + b"zyxw" * 20)
    t.say(1, b"abcd" * 20)
    return t.frames


def ssh_methods():
    """Keys exchanged by each kind of method; keys and signatures of each kind; ciphers and digests."""
    dh, gex = b"diffie-hellman-group14-sha1", b"diffie-hellman-group-exchange-sha256"
    frames, share, n = [], ssh_text(b"s" * 32), 40001
    for kex, kind, enc, mac in (
            (dh, b"ssh-rsa", b"3des-cbc", b"hmac-sha2-256"),
            (dh, b"ssh-dss", b"3des-cbc", b"umac-64-etm@openssh.com"),
            (b"ecdh-sha2-nistp256", b"ecdsa-sha2-nistp256", b"aes128-ctr", b"hmac-md5"),
            (b"curve25519-sha256", b"ssh-ed25519", b"chacha20-poly1305@openssh.com", b"hmac-md5"),
            (b"curve448-sha512", b"ssh-what", b"blowfish-cbc", b"none")):
        t = ssh_talk(n, ssh_init(kex + b",x", enc, mac), ssh_init(b"y," + kex, enc, mac))
        t.say(0, ssh_packet(b"\x1e" + share))
        reply = ssh_packet(b"\x1f" + ssh_key(kind) + share + ssh_signature(kind))
        frames, n = frames + ssh_end(t, reply), n + 1
    t = ssh_talk(n, ssh_init(gex), ssh_init(gex))
    t.say(0, ssh_packet(b"\x1e" + B("00000800")) + ssh_packet(b"\x22" + B("000004000000080000002000")))
    t.say(1, ssh_packet(b"\x1f" + share + ssh_text(b"\5")))
    t.say(0, ssh_packet(b"\x20" + share))
    t.say(1, ssh_packet(b"\x21" + ssh_key(b"ssh-rsa") + share + ssh_signature(b"rsa-sha2-512")))
    t.say(0, ssh_packet(b"\x23") + ssh_packet(b"\4\1" + ssh_text(b"why")))
    return pcap(frames + ssh_end(t))


def ssh_streams():
    """SSH 1; messages in pieces and together; connections whose begin wasn't seen; what can't be."""
    def old(code, data):
        n = len(data) + 1
        return struct.pack("!I", n) + bytes(8 - n % 8) + bytes([code]) + data

    t = Talk(22)
    t.say(1, b"SSH-1.99-s\n")
    t.say(0, b"SSH-1.5-c\n")
    t.say(1, old(2, b"key" * 9) + old(1, b""))
    t.say(0, old(3, b"abc"))
    t.say(0, old(9, b"abcde") + old(9, b"fgh")[:3])
    t.say(0, old(9, b"fgh")[3:])
    frames, init = t.frames, ssh_init(b"curve25519-sha256")
    t = ssh_talk(40002, init + init[:50])
    t.say(0, init[50:] + b"\0\0")
    t.say(0, b"\0\x0c\x0a\x15" + bytes(10) + b"unreadable")
    t.say(1, init[:2])
    t.say(1, init[2:] + ssh_packet(b"\x14short", 4) + ssh_packet(b"\1", 4))
    t.say(1, ssh_packet(b"\2" + ssh_text(b"x"))[:-3] + B("ff"))
    frames += t.frames
    for client, octets in ((40003, ssh_packet(b"\x1f" + ssh_text(b"ab"))),
                           (40004, B("000000090a15") + bytes(9)), (40005, ssh_packet(b"", 0))):
        t = ssh_talk(client)
        t.say(0, octets)
        frames += t.frames
    t = Talk(29418, 40006)
    t.say(0, b"what came before wasn't captured")
    t.say(1, b"ab")
    t.say(1, b"Welcome\r\nSSH-2.0-s\r\n")
    return pcap(frames + t.frames)
