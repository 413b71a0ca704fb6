# SPDX-License-Identifier: BSD-2-Clause
# SMTP, POP and IMAP.  Needs the Debian packages opensmtpd dovecot-pop3d dovecot-imapd swaks curl.

smtp_opensmtpd() {
    cat >"$tmp/smtpd.conf" <<END
pki peel cert "$tmp/cert.pem"
pki peel key "$tmp/key.pem"
listen on s0 port 25 tls pki peel hostname mail.example.org
action drop maildir "$tmp/mail/%{rcpt.user}"
match from any for domain "example.org" action drop
END
    tls_key
    chmod 600 "$tmp/key.pem" "$tmp/smtpd.conf"
    mkdir -p "$tmp/mail"
    chmod a+rwx "$tmp" "$tmp/mail"
    echo 'nameserver 127.0.0.1' >"$tmp/resolv.conf" # nobody answers there, at once
    on $s unshare -m sh -c "mount --bind $tmp/resolv.conf /etc/resolv.conf &&
        mount -t tmpfs none /var/spool && mkdir -m 711 /var/spool/smtpd &&
        exec smtpd -d -f $tmp/smtpd.conf" >"$tmp/smtpd.log" 2>&1 &
    sleep 2
    printf 'one\ntwo\n' >"$tmp/a.txt"
    sniff $c c0 smtp-opensmtpd.pcap tcp port 25
    on $c swaks -s 10.77.2.2 -f me@example.com -t root@example.org --h-Subject 'A mail' \
        --body 'What it says' --attach-type text/plain --attach "@$tmp/a.txt" \
        --attach-type application/octet-stream --attach "@$tmp/smtpd.conf" >/dev/null 2>&1 || true
    on $c swaks -s 10.77.2.2 -f me@example.com -t root@elsewhere.net >/dev/null 2>&1 || true
    (sleep 0.5; printf 'EHLO me\r\nQUIT\r\n'; sleep 0.5) | on $c timeout 3 openssl s_client \
        -quiet -starttls smtp -connect 10.77.2.2:25 >/dev/null 2>&1 || true
    keep smtp-opensmtpd.pcap
    ip netns pids $s | xargs -r kill
    sleep 0.5
}

serve_mail() { # serve_mail: dovecot with a mailbox of two mails
    chmod a+rx "$tmp"
    mkdir -p "$tmp/box/new" "$tmp/box/cur" "$tmp/box/tmp" "$tmp/dovecot"
    printf 'From: me@example.com\r\nTo: you@example.org\r\nSubject: First\r\nDate: Mon, 1 Jan 2024 12:00:00 +0000\r\n\r\nHello\r\n.dot\r\n' >"$tmp/box/cur/1.a:2,"
    printf 'From: me@example.com\r\nSubject: Second\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--\r\n' >"$tmp/box/cur/2.a:2,S"
    chown -R dovenull "$tmp/box"
    cat >"$tmp/dovecot.conf" <<END
base_dir = $tmp/dovecot
state_dir = $tmp/dovecot
log_path = $tmp/dovecot.log
protocols = imap pop3
listen = 10.77.2.2
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login cram-md5
mail_location = maildir:$tmp/box
first_valid_uid = 1
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=dovenull gid=dovenull home=$tmp/box
}
END
    on $s dovecot -F -c "$tmp/dovecot.conf" &
    sleep 1.5
}

say() { # say PORT LINE...: a line every 0.2 s to the server
    local port=$1 line
    shift
    (for line; do
        printf '%s\r\n' "$line"
        sleep 0.2
    done) | on $c timeout 10 socat -t 1 - TCP4:10.77.2.2:"$port" >/dev/null || true
}

pop_dovecot() {
    serve_mail
    sniff $c c0 pop-dovecot.pcap tcp port 110
    say 110 CAPA 'USER me' 'PASS secret' STAT LIST UIDL 'TOP 1 0' 'RETR 1' 'RETR 9' 'DELE 1' RSET NOOP QUIT
    on $c curl -s --login-options AUTH=CRAM-MD5 -u me:secret pop3://10.77.2.2/2 >/dev/null
    keep pop-dovecot.pcap
    ip netns pids $s | xargs -r kill
    sleep 0.5
}

imap_dovecot() {
    serve_mail
    sniff $c c0 imap-dovecot.pcap tcp port 143
    say 143 'a CAPABILITY' 'b LOGIN me secret' 'c LIST "" "*"' 'd SELECT INBOX' \
        'e FETCH 1:2 (FLAGS ENVELOPE BODYSTRUCTURE)' 'f UID FETCH 1 BODY[]' 'g STORE 1 +FLAGS (\Seen)' \
        'h SEARCH UNSEEN' 'i IDLE' 'DONE' 'j STATUS INBOX (MESSAGES)' 'k BOGUS' \
        'l APPEND INBOX {6}' 'A: b' '' 'm LOGOUT'
    on $c curl -s -u me:secret 'imap://10.77.2.2/INBOX;UID=2' >/dev/null
    keep imap-dovecot.pcap
    ip netns pids $s | xargs -r kill
    sleep 0.5
}

all="$all smtp_opensmtpd pop_dovecot imap_dovecot"
