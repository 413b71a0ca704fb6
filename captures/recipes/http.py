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
