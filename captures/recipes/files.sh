# SPDX-License-Identifier: BSD-2-Clause
# HTTP, FTP and TFTP.  Needs the Debian packages nginx-light curl vsftpd ftp tftpd-hpa tftp-hpa
# python3.

serve_files() { # serve_files: nginx with all that a body can be, its files in $tmp/www
    mkdir -p "$tmp/www/up"
    seq 1 120 >"$tmp/www/numbers.txt"
    printf '{"name": "peel", "layers": [1, 2.5, null, true], "nested": {"a": "b"}}' >"$tmp/www/a.json"
    printf '<?xml version="1.0"?>\n<a b="c"><d>text</d></a>\n' >"$tmp/www/a.xml"
    printf '<html><body>%s</body></html>\n' "$(seq -s ' ' 1 200)" >"$tmp/www/index.html"
    chmod -R a+rwX "$tmp" "$tmp/www"
    cat >"$tmp/nginx.conf" <<END
daemon off; pid $tmp/nginx.pid; error_log $tmp/nginx.log; user root;
events { worker_connections 16; }
http {
    access_log off;
    types { text/html html; text/plain txt; application/json json; application/xml xml; }
    gzip on; gzip_min_length 1; gzip_types text/plain application/json;
    server {
        listen 80; root $tmp/www;
        location /up { client_body_temp_path $tmp; dav_methods PUT DELETE; }
        location /old { return 301 /index.html; }
        location /answer { add_header Set-Cookie "id=7; Path=/"; return 200 "fine\n"; }
        location /secret { auth_basic "peel"; auth_basic_user_file $tmp/users; }
    }
}
END
    printf 'me:{PLAIN}secret\n' >"$tmp/users"
    on $s nginx -c "$tmp/nginx.conf" 2>/dev/null &
    sleep 1
}

http_nginx() {
    local at=http://10.77.2.2
    serve_files
    sniff $c c0 http-nginx.pcap tcp port 80
    on $c curl -s --compressed $at/numbers.txt $at/a.json $at/index.html -o /dev/null -o /dev/null -o /dev/null
    on $c curl -s -I $at/a.xml >/dev/null
    on $c curl -s -r 10-29,40-49 $at/numbers.txt >/dev/null
    on $c curl -s -L $at/old -o /dev/null
    on $c curl -s -u me:secret -e http://www.example.org/ $at/secret -o /dev/null
    on $c curl -s -d 'name=value&other=a%20b' $at/answer -o /dev/null
    on $c curl -s -F part=text -F "file=@$tmp/www/a.json;type=application/json" $at/answer -o /dev/null
    on $c curl -s -T "$tmp/www/a.xml" -H 'Transfer-Encoding: chunked' $at/up/a.xml -o /dev/null
    on $c curl -s -X DELETE $at/up/a.xml -o /dev/null
    on $c curl -s --http1.0 $at/a.xml -o /dev/null
    keep http-nginx.pcap
    ip netns pids $s | xargs -r kill
}

ftp_vsftpd() {
    mkdir -p "$tmp/ftp/up" "$tmp/empty"
    seq 1 300 >"$tmp/ftp/numbers.txt"
    chmod a+rx "$tmp" "$tmp/ftp"
    chmod a+rwx "$tmp/ftp/up"
    cat >"$tmp/vsftpd.conf" <<END
listen=NO
listen_ipv6=YES
anonymous_enable=YES
anon_root=$tmp/ftp
no_anon_password=NO
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
secure_chroot_dir=$tmp/empty
ftpd_banner=Welcome
seccomp_sandbox=NO
END
    on $s vsftpd "$tmp/vsftpd.conf" &
    sleep 1
    sniff $c c0 ftp-vsftpd.pcap tcp
    on $c curl -s ftp://10.77.2.2/ >/dev/null
    on $c curl -s --disable-epsv ftp://10.77.2.2/numbers.txt >/dev/null
    on $c curl -s -P - --disable-eprt ftp://10.77.2.2/numbers.txt -r 0-99 >/dev/null
    on $c curl -s -P - "ftp://[fd77:2::2]/numbers.txt" -r 100-199 >/dev/null
    on $c curl -s -T "$tmp/ftp/numbers.txt" -Q '-RNFR up/n' -Q '-RNTO up/m' ftp://10.77.2.2/up/n || true
    on $c curl -s -u somebody:wrong ftp://10.77.2.2/ || true
    keep ftp-vsftpd.pcap
    ip netns pids $s | xargs -r kill
}

tftp_hpa() {
    mkdir -p "$tmp/tftp"
    seq 1 300 >"$tmp/tftp/numbers.txt"
    : >"$tmp/tftp/up.txt"
    chmod -R a+rwX "$tmp/tftp"
    on $s in.tftpd --listen --address 10.77.2.2:69 --create --secure "$tmp/tftp"
    sleep 0.5
    sniff $c c0 tftp-hpa.pcap udp
    (cd "$tmp" && on $c tftp -m binary 10.77.2.2 -c get numbers.txt)
    (cd "$tmp" && on $c tftp -m netascii 10.77.2.2 -c put numbers.txt up.txt)
    (cd "$tmp" && on $c tftp 10.77.2.2 -c get missing.txt || true)
    on $c curl -s --tftp-blksize 1024 tftp://10.77.2.2/numbers.txt >/dev/null
    keep tftp-hpa.pcap
    ip netns pids $s | xargs -r kill
}

all="$all http_nginx ftp_vsftpd tftp_hpa"
