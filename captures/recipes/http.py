# SPDX-License-Identifier: BSD-2-Clause
# HTTP where messages end in other ways than by their length.

HTTP_QUERY = b"GET /%d HTTP/1.1\r\nHost: h\r\n\r\n"


def http_ends():
    """Messages that end with their connection; keep-alives inside of them; no body at all."""
    late, once, none = Talk(80), Talk(80, 40002), Talk(80, 40003)
    late.open()
    late.say(0, b"POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nfour")
    late.say(0, b"+five")
    late.sent[0] -= 1
    late.say(0, b"e")
    late.say(1, b"HTTP/1.1 200 Fine\r\nServer: none\r\n\r\n")
    late.say(0, b"", 0x11)
    late.say(1, b"as long as it takes")
    late.say(1, b"", 0x11)
    once.open()
    once.say(0, HTTP_QUERY % 1)
    once.say(1, b"HTTP/1.1 200 OK\r\n\r\nall of it", 0x19)
    none.open()
    none.say(0, HTTP_QUERY % 2)
    none.say(1, b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n")
    none.say(0, HTTP_QUERY % 3)
    none.say(1, b"HTTP/1.1 204 No Content\r\n\r\n")
    none.say(0, HTTP_QUERY % 4)
    none.say(1, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    return pcap(late.frames + once.frames + none.frames)


HTTP_STRAY = [b"plain words", b"a=b:c", b"\x80a:b", b"\ta:b", b" a:b", b"a\x01b:c", b":a",
              b"a;b:c", b"http://x/y", b"hello: world", b"a\x80b:c",
              b"abc: def\r\nxx: yy\r\nmore:x\r\nno more\r\nag:ain\r\n\r\nbody"]


def http_stray():
    """Lines where no message begins: like headers, like text, and neither."""
    frames = []
    for i, line in enumerate(HTTP_STRAY):
        t = Talk(80, 40100 + i)
        t.say(0, line + b"\r\nrest of it\r\n")
        t.say(1, b"one: last")
        frames += t.frames
    return pcap(frames)


SSDP_MESSAGES = [
    b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 2\r\n"
    b"ST: upnp:rootdevice\r\n\r\n",
    b"NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nCACHE-CONTROL: max-age=1800\r\n"
    b"LOCATION: http://10.77.1.2:5000/root.xml\r\nNT: upnp:rootdevice\r\nNTS: ssdp:alive\r\n"
    b"SERVER: Unix/1 UPnP/1.1 peel/1\r\nUSN: uuid:1::upnp:rootdevice\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\nST: upnp:rootdevice\r\n\r\n",
    b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMX: 2\r\n\r\n",
    b"NOTIFY * HTTP/1.1\r\nNTS: ssdp:byebye\r\n",
]


def ssdp_search():
    """A search and its answer, devices that come and go."""
    return pcap([eth(0x0800, ip(17, udp(m, 50000, 1900))) if i != 2 else
                 eth(0x0800, ip(17, udp(m, 1900, 50000, "0a4d0202", "0a4d0102"),
                                src="0a4d0202", dst="0a4d0102"))
                 for i, m in enumerate(SSDP_MESSAGES)])
