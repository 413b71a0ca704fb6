# SPDX-License-Identifier: BSD-2-Clause
# TLS, DTLS and SNMP.  Needs the Debian packages openssl snmpd snmp.

tls_key() { # tls_key: an authority's certificate and key, in $tmp
    [ -e "$tmp/key.pem" ] && return
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
        -keyout "$tmp/key.pem" -out "$tmp/cert.pem" -subj '/C=CH/O=Example/CN=www.example.org' \
        -addext subjectAltName=DNS:www.example.org,IP:10.77.2.2,email:root@example.org \
        -addext keyUsage=digitalSignature,keyCertSign \
        -addext extendedKeyUsage=serverAuth,clientAuth \
        -addext certificatePolicies=1.2.3.4 \
        -addext crlDistributionPoints=URI:http://www.example.org/crl \
        -addext 'authorityInfoAccess=OCSP;URI:http://www.example.org/ocsp' 2>/dev/null
}

tls_serve() { # tls_serve OPTION...: s_server in the background
    on $s openssl s_server -quiet -accept 443 -cert "$tmp/cert.pem" -key "$tmp/key.pem" \
        -CAfile "$tmp/cert.pem" -cipher ALL:@SECLEVEL=0 "$@" </dev/null >/dev/null 2>&1 &
    sleep 0.5
}

tls_ask() { # tls_ask OPTION...
    (sleep 0.3; echo hello; sleep 0.3) | on $c timeout 3 openssl s_client -connect 10.77.2.2:443 \
        -servername www.example.org -cipher ALL:@SECLEVEL=0 "$@" >/dev/null 2>&1 || true
}

tls_versions() {
    tls_key
    sniff $c c0 tls-versions.pcap tcp port 443
    tls_serve -Verify 1 -alpn h2,http/1.1
    tls_ask -tls1 -cert "$tmp/cert.pem" -key "$tmp/key.pem"
    tls_ask -tls1_2 -alpn h2,http/1.1 -status -ct -cert "$tmp/cert.pem" -key "$tmp/key.pem"
    tls_ask -tls1_3 -alpn http/1.1
    ip netns pids $s | xargs -r kill
    keep tls-versions.pcap
}

tls_psk() {
    tls_key
    sniff $c c0 tls-psk.pcap tcp port 443
    tls_serve -psk 0123456789abcdef -psk_hint example -nocert
    tls_ask -tls1_2 -psk 0123456789abcdef -psk_identity who
    ip netns pids $s | xargs -r kill
    keep tls-psk.pcap
}

dtls_handshake() {
    tls_key
    sniff $c c0 dtls-handshake.pcap udp port 4433
    on $s openssl s_server -quiet -dtls1_2 -accept 4433 -cert "$tmp/cert.pem" \
        -key "$tmp/key.pem" -mtu 1400 </dev/null >/dev/null 2>&1 &
    sleep 0.5
    (sleep 0.3; echo hello; sleep 0.3) | on $c timeout 3 openssl s_client -dtls1_2 \
        -connect 10.77.2.2:4433 -mtu 1400 -use_srtp SRTP_AES128_CM_SHA1_80 >/dev/null 2>&1 || true
    ip netns pids $s | xargs -r kill
    keep dtls-handshake.pcap
}

snmp_walk() {
    cat >"$tmp/snmpd.conf" <<END
rocommunity public
createUser reader SHA authauth AES privpriv
rouser reader noauth
sysDescr a device
sysLocation here
END
    sniff $c c0 snmp-walk.pcap udp port 161 or udp port 162
    on $s snmpd -f -C -c "$tmp/snmpd.conf" -Lo udp:10.77.2.2:161 >/dev/null 2>&1 &
    sleep 1
    on $c snmpget -v1 -c public 10.77.2.2 1.3.6.1.2.1.1.3.0 1.3.6.1.2.1.1.2.0 >/dev/null || true
    on $c snmpget -v2c -c public 10.77.2.2 1.3.6.1.2.1.1.6.0 1.3.6.1.9.9 >/dev/null || true
    on $c snmpset -v2c -c public 10.77.2.2 1.3.6.1.2.1.1.6.0 s there >/dev/null 2>&1 || true
    on $c snmpbulkget -v2c -Cn0 -Cr4 -c public 10.77.2.2 1.3.6.1.2.1.1 >/dev/null || true
    on $c snmpget -v3 -l noAuthNoPriv -u reader 10.77.2.2 1.3.6.1.2.1.1.6.0 >/dev/null || true
    on $c snmpget -v3 -l authPriv -u reader -a SHA -A authauth -x AES -X privpriv 10.77.2.2 \
        1.3.6.1.2.1.1.6.0 >/dev/null || true
    on $c snmptrap -v1 -c public 10.77.2.2 1.3.6.1.4.1.8072 10.77.1.2 6 17 '' \
        1.3.6.1.2.1.1.6.0 s here || true
    on $c snmptrap -v2c -c public 10.77.2.2 '' 1.3.6.1.6.3.1.1.5.3 1.3.6.1.2.1.2.2.1.1 i 1 || true
    ip netns pids $s | xargs -r kill
    keep snmp-walk.pcap
}

all="$all tls_versions tls_psk dtls_handshake snmp_walk"
