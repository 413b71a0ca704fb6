# SPDX-License-Identifier: BSD-2-Clause
# Mail: SMTP, POP and IMAP with mails of every shape.

MAIL_PLAIN = b"""Return-Path: <alice@example.org>
Received: from a.example (a.example [192.0.2.1])
\tby b.example with ESMTP id 1
\tfor <bob@example.net>; Tue, 17 Dec 2013 09:50:16 -0500
Date: Tue, 17 Dec 2013 09:50:16 -0500
From: Alice Example <alice@example.org>
Sender: "Secretary, The" <office@example.org>
Reply-To: alice@example.org, Team <team@example.org>
To: Bob <bob@example.net>, carol@example.net,
  "Dan \\"D\\" Doe" <dan@example.net>
Cc: Friends: eve@example.com, frank@example.com;
Bcc: <hidden@example.com>
Subject: =?iso-8859-1?Q?Gr=FC=DFe?= and
 more
Message-ID: <1@example.org>
In-Reply-To: <0@example.net>
References: <0@example.net>
 <00@example.net>
Comments: none
Keywords: a, b
User-Agent: peel
X-Mailer: peel 1
X-MimeOLE: x
X-UIDL: 77
X-Virus-Scanned: yes
X-Original-To: bob@example.net
Delivered-To: bob@example.net
Thread-Index: AAA=
Lines: 2
Precedence: bulk
Importance: high
Priority: urgent
Sensitivity: Private
Expires: Wed, 18 Dec 2013 09:50:16 -0500
Content-Language: en
Auto-Submitted: no
Resent-Date: Tue, 17 Dec 2013 09:50:17 -0500
Resent-From: Alice <alice@example.org>
Resent-To: bob@example.net
Resent-Message-ID: <2@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii; format=flowed
Content-Transfer-Encoding: 7bit
Content-Description: words
Content-ID: <3@example.org>
X-Unknown: who knows
X-Empty:

Hello,
..a dot
world
"""

MAIL_PARTS = b"""From: alice@example.org
To: undisclosed-recipients:;
Subject: parts
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b1"

This is a preamble.
--b1
Content-Type: multipart/alternative; boundary=b2

--b2
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

caf=C3=A9
--b2
Content-Type: text/html

<p>hi</p>
--b2--

--b1
Content-Type: application/json; name="x.json"
Content-Disposition: attachment; filename="x.json"
Content-Description: numbers
Content-ID: <4@example.org>
Content-Language: en
X-Other: y

{"a": 1}
--b1
Content-Type: application/octet-stream; name="x.bin"
Content-Transfer-Encoding: base64

AAEC
--b1

no type at all
--b1
Content-Type: text/xml

<?xml version="1.0" encoding="utf-8"?><a b="c"><d/>text<!-- no --></a>
--b1--
A trailer.
"""

MAIL_BARE = b"""From: alice@example.org
Subject: no type

Just words.
More words.
"""


def mail_lines(text):
    return text.replace(b"\n", b"\r\n")


def mail_talk(t, text):
    """S and C at the line's start say who speaks; | is a line's end, ^ joins lines without one."""
    for line in text.strip("\n").split("\n"):
        who, what = line[0], line[2:].encode()
        if what.startswith(b"@"):
            what = mail_lines(globals()["MAIL_" + what[1:].decode()])
        else:
            what = what.replace(b"|", b"\r\n") + b"\r\n"
        t.say(who == "S", what)


def smtp_session():
    """SMTP: commands one by one and together, AUTH, mails in one and in more segments, BDAT, errors."""
    t = Talk(25)
    t.open()
    mail_talk(t, """S 220 mx.example ESMTP
C EHLO client.example
S 250-mx.example Hello|250-PIPELINING|250-AUTH LOGIN PLAIN|250 SIZE 1000000
C AUTH LOGIN
S 334 VXNlcm5hbWU6
C YWxpY2U=
S 334 UGFzc3dvcmQ6
C c2VjcmV0
S 235 2.7.0 ok
C AUTH PLAIN AGFsaWNlAHNlY3JldA==
S 503 already
C MAIL FROM:<alice@example.org>|RCPT TO:<bob@example.net>|DATA
S 250 ok|250 ok|354 go on
C @PLAIN
C .
S 250 queued
C MAIL FROM:<alice@example.org>
S 250 ok
C RCPT TO:<bob@example.net>
S 250 ok
C DATA
S 354 go on""")
    m = mail_lines(MAIL_PARTS)
    t.say(0, m[:300])
    t.say(0, m[300:700])
    t.say(0, m[700:] + b".\r\n")
    mail_talk(t, """S 250 queued
C DATA
S 554 no
C RSET
S 250
C DATA
S 354 go on""")
    t.say(0, mail_lines(MAIL_BARE) + b".\r\n")
    mail_talk(t, """S 250 ok
C BDAT 10
S 250 ok
C HELP
S 214 see RFC 5321
C NOOP
S 250 ok
C VRFY bob
S 252 maybe
C x
S 500 what
C STARTTLS
S 454 not now
C QUIT
S 221 bye""")
    return pcap(t.frames)


def exif_picture(order="<"):
    """A JPEG of one pixel with lists of every kind of value, a comment and a restart."""
    def field(tag, type_, count, value):
        head = struct.pack(order + "HHI", tag, type_, count)
        return head + (value if isinstance(value, bytes) else struct.pack(order + "I", value))

    def list_(fields, next_=0):
        return struct.pack(order + "H", len(fields)) + b"".join(fields) + struct.pack(order + "I", next_)

    short = lambda a, b=0: struct.pack(order + "HH", a, b)
    first = [field(0x112, 3, 1, short(1)), field(0x11A, 5, 1, 200), field(0x131, 2, 5, 216),
             field(0x10F, 2, 3, b"ab\0\0"), field(0x8769, 4, 1, 240), field(0x8825, 4, 1, 300),
             field(0xC000, 13, 1, 7), field(0x100, 4, 2, 208)]
    exif = [field(0x9000, 7, 4, b"0220"), field(0x9204, 10, 1, 224), field(0xA005, 4, 1, 360),
            field(0x9101, 1, 4, b"\1\2\3\0")]
    t = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8) + list_(first, 400)
    for at, more in ((200, struct.pack(order + "IIII", 72, 1, 3, 4)), (216, b"peel\0"),
                     (224, struct.pack(order + "ii", -1, 3)), (240, list_(exif)),
                     (300, list_([field(0, 1, 4, b"\2\3\0\0"), field(2, 5, 3, 9999)])),
                     (360, list_([field(1, 2, 4, b"R98\0")])),
                     (400, list_([field(0x103, 3, 1, short(6)), field(0x201, 9, 1, 0xFFFFFFFF)], 12))):
        t = t[:at].ljust(at, b"\0") + more
    exif = b"Exif\0\0" + t
    return (B("ffd8") + B("ffe00010") + b"JFIF\0" + B("0101000001000100 00") + B("ffe1")
            + struct.pack("!H", 2 + len(exif)) + exif + B("fffe0008") + b"words\0"
            + B("ffc0000b08000100010101110000"[:26]) + B("ffda0008010100003f00")
            + b"abc" + B("ffd0") + b"de\xff\0f" + B("ffd9"))


def http_media():
    """HTTP bodies of many types: XML, JSON, a form, a multipart form, text, octets, pictures, unknown ones."""
    frames = []
    xml = b"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE note SYSTEM "n.dtd">
<!-- a comment -->
<note xmlns="urn:x" day = '1'><to>Bob &amp; co</to><empty/><empty2 a="1"/><![CDATA[ <raw> ]]>
<?php echo ?><open></note></open></never>
a < b tail
"""
    form = mail_lines(b"""--xyz
Content-Disposition: form-data; name="text"

words
--xyz
Content-Disposition: form-data; name="file"; filename="a.json"
Content-Type: application/json

[1, 2]
--xyz--
""")
    gif = B("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
    bodies = ((b"text/xml", xml), (b"image/svg+xml", b"<svg/>"), (b"text/html", xml[:60]),
              (b"application/json", b'{"a": [1, true, null]}'), (b"image/gif", gif),
              (b"image/jpeg", exif_picture()), (b"image/jpeg", exif_picture(">")),
              (b"application/octet-stream", bytes(9)), (b"application/x-what", b"?"),
              (b"text/plain; charset=utf-8", b"caf\xc3\xa9\n"),
              (b"multipart/mixed; boundary=xyz", form))
    for n, (type_, what) in enumerate(bodies):
        t = Talk(80, 41000 + n)
        t.say(0, b"GET /%d HTTP/1.1\r\nHost: example.org\r\n\r\n" % n)
        t.say(1, b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              % (type_, len(what), what))
        frames += t.frames
    for n, (type_, what) in enumerate(((b"application/x-www-form-urlencoded", b"a=1&b=two+words&c=%26"),
                                       (b"multipart/form-data; boundary=\"xyz\"", form))):
        t = Talk(80, 41100 + n)
        t.say(0, b"POST /%d HTTP/1.1\r\nHost: example.org\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              % (n, type_, len(what), what))
        t.say(1, b"HTTP/1.1 204 No Content\r\n\r\n")
        frames += t.frames
    return pcap(frames)


def pop_session():
    """POP: greeting, commands, mails in one and in more segments, CAPA and lists, errors, AUTH."""
    t = Talk(110)
    t.open()
    mail_talk(t, """S +OK POP3 ready <1@example.org>
C CAPA
S +OK|TOP|UIDL|SASL PLAIN|.
C USER alice
S +OK
C PASS secret
S +OK 2 messages (900 octets)
C STAT
S +OK 2 900
C LIST
S +OK 2 messages|1 400|2 500|.
C LIST 3
S -ERR no such message
C UIDL
S +OK|1 a|2 b|.
C TOP 1 0
S +OK|From: alice@example.org|Subject: top||.
C RETR 1""")
    m = b"+OK %d octets\r\n" % len(mail_lines(MAIL_BARE)) + mail_lines(MAIL_BARE) + b".\r\n"
    t.say(1, m)
    mail_talk(t, "C RETR 2")
    m = mail_lines(MAIL_PARTS)
    m = b"+OK %d octets\r\n" % len(m) + m + b".\r\n"
    t.say(1, m[:400])
    t.say(1, m[400:])
    mail_talk(t, """C DELE 1
S +OK
C NOOP
S +OK
C RSET
S +OK
C AUTH PLAIN
S +
C AGFsaWNlAHNlY3JldA==
S +OK
C APOP alice c4c9334bac560ecc979e58001b3e22fb
S -ERR
C what
S -ERR unknown
C QUIT
S +OK bye""")
    return pcap(t.frames)


def imap_session():
    """IMAP: tagged and untagged lines, literals either way, mails as literals in parts, IDLE, UID."""
    t = Talk(143)
    t.open()
    mail_talk(t, """S * OK [CAPABILITY IMAP4rev1 LITERAL+ IDLE] ready
C a1 CAPABILITY
S * CAPABILITY IMAP4rev1 IDLE|a1 OK CAPABILITY completed.
C a2 LOGIN alice "secret word"
S a2 OK LOGIN completed.
C a3 login {5}
S + go on
C alice {6}
S + go on
C secret
S a3 NO again
C a4 LIST "" "*"
S * LIST (\\Noselect) "/" foo|* LIST () "/" INBOX|a4 OK LIST completed
C a5 SELECT INBOX
S * 2 EXISTS|* FLAGS (\\Seen)|a5 OK [READ-WRITE] SELECT completed
C a6 EXAMINE "old mail"
S a6 NO no such thing
C a7 FETCH 1:2 (FLAGS BODY[TEXT])|a8 NOOP
S * 1 FETCH (FLAGS (\\Seen))|a7 OK done|a8 OK NOOP completed
C a9 UID FETCH 1 (RFC822)""")
    m = mail_lines(MAIL_BARE)
    t.say(1, b"* 1 FETCH (UID 7 RFC822 {%d}\r\n%s)\r\na9 OK UID FETCH completed\r\n" % (len(m), m))
    mail_talk(t, "C b1 FETCH 2 BODY[]")
    m = mail_lines(MAIL_PARTS)
    m = b"* 2 FETCH (BODY[] {%d}\r\n%s FLAGS (\\Seen))\r\n" % (len(m), m)
    t.say(1, m[:300])
    t.say(1, m[300:600])
    t.say(1, m[600:] + b"b1 OK FETCH completed\r\n")
    mail_talk(t, """C b2 STATUS INBOX (MESSAGES)
S * STATUS INBOX (MESSAGES 2)|b2 OK done
C b3 APPEND INBOX {12}
S + ready
C Hello, mail.|
S b3 OK APPEND completed
C b4 IDLE
S + idling
S * 3 EXISTS
C DONE
S b4 OK IDLE terminated
C b5 STORE 1 +FLAGS (\\Deleted)
S * 1 FETCH (FLAGS (\\Deleted))|b5 OK
C b6 UID COPY 1 "Old"
S b6 BAD what
C b7 CREATE x|b8 DELETE x|b9 RENAME x y|c1 SUBSCRIBE x|c2 UNSUBSCRIBE x|c3 CLOSE
S b7 OK|b8 OK|b9 OK|c1 OK|c2 OK|c3 OK
C c4 STARTTLS
S c4 BAD no
C x
S * BAD x
C c5 LOGOUT
S * BYE bye|c5 OK LOGOUT completed""")
    return pcap(t.frames)
