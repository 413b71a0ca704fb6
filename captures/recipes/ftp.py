# SPDX-License-Identifier: BSD-2-Clause
# FTP with data connections of every kind.

FTP_TALK = """S 220-Welcome|220 ready
C USER anonymous
S 331 Password please
C PASS x@y
S 230-In|  several lines|230 go on
C PWD
S 257 "/" is current
C CWD pub
S 250 ok
C PASV
S 227 Entering Passive Mode (10,77,2,2,100,1).
C LIST
S 150 here
L
S 226 done
C PORT 10,77,1,2,100,2
S 200 PORT ok
C RETR a.bin
B
C EPRT |1|10.77.1.2|5282|
C EPRT |2|fd77:1::2|5283|
C EPRT |3|nowhere|
S 501 what
C EPSV
S 229 Entering Extended Passive Mode (|||6446|)
C STOR b
C CDUP
S 250 up
C PASV
S 227 no numbers here
S 99 no code
C QUIT
S 221 Bye"""


def ftp_transfers():
    """A session with PASV, PORT, EPRT and EPSV, a listing, a file, and lines that are wrong."""
    t, listing, file = Talk(21), Talk(25601, 40010), Talk(20, 25602)
    for line in FTP_TALK.split("\n"):
        who, text = line[0], line[2:].replace("|", "\r\n") if line[0] == "S" and "(" not in line else line[2:]
        if who == "L":
            listing.say(1, b"-rw-r--r-- 1 a b 3 Jan 1 1970 x\r\nsecond line\r\n")
            t.frames.append(listing.frames[-1])
        elif who == "B":
            file.say(1, b"\0\1binary\xff")
            t.frames.append(file.frames[-1])
        else:
            t.say(1 if who == "S" else 0, text.encode() + b"\r\n")
    return pcap(t.frames)
