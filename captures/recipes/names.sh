# SPDX-License-Identifier: BSD-2-Clause
# DNS, mDNS, NetBIOS names, DHCP and DHCPv6.  Needs the Debian packages bind9 bind9-dnsutils
# avahi-daemon samba isc-dhcp-server isc-dhcp-relay isc-dhcp-client.

dns_bind() {
    mkdir -p "$tmp/named"
    chmod -R a+rwX "$tmp"
    cat >"$tmp/named/zone" <<'END'
$TTL 600
@ SOA ns1 admin 1 3600 600 86400 60
@ NS ns1
@ MX 10 mail
@ TXT "v=spf1 -all" "more"
@ CAA 0 issue "ca.example.net"
ns1 A 10.77.2.2
ns1 AAAA fd77:2::2
mail A 10.77.2.3
www CNAME ns1
_sip._tcp SRV 1 2 5060 ns1
host HINFO "PC" "Linux"
host LOC 47 22 0.000 N 8 32 0.000 E 400m 1m
svc HTTPS 1 . alpn="h2,h3" ipv4hint=10.77.2.2 port=8443
svc SVCB 0 www
ssh SSHFP 4 2 123456789abcdef67890123456789abcdef67890123456789abcdef678901234
_443._tcp TLSA 3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971
num NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:x@example.org!" .
sub DNAME other.example.net.
*.wild A 10.77.2.9
END
    cat >"$tmp/named/named.conf" <<END
options {
    directory "$tmp/named"; listen-on { 10.77.2.2; }; listen-on-v6 { none; };
    recursion no; allow-transfer { any; }; pid-file none; session-keyfile none;
    dnssec-validation no; key-directory "$tmp/named";
};
controls { };
key "peel" { algorithm hmac-sha256; secret "c2VjcmV0IG9mIHBlZWw="; };
zone "example.org" { type primary; file "$tmp/named/zone"; };
zone "signed.example" { type primary; file "$tmp/named/signed"; dnssec-policy default; inline-signing yes; };
zone "dyn.example" { type primary; file "$tmp/named/dyn"; allow-update { key peel; }; };
END
    sed 's/^svc.*//' "$tmp/named/zone" >"$tmp/named/signed"
    printf '$TTL 60\n@ SOA ns1 admin 1 3600 600 86400 60\n@ NS ns1\nns1 A 10.77.2.2\n' >"$tmp/named/dyn"
    on $s named -f -c "$tmp/named/named.conf" -u root -S 1024 >/dev/null 2>&1 &
    sleep 3
    sniff $c c0 dns-bind.pcap port 53
    for type in SOA NS MX TXT CAA ANY; do
        on $c dig +noall @10.77.2.2 example.org $type
    done
    for what in 'www A' '_sip._tcp SRV' 'host HINFO' 'host LOC' 'svc HTTPS' 'svc SVCB' 'ssh SSHFP' \
        '_443._tcp TLSA' 'num NAPTR' 'a.sub A' 'b.wild A' 'missing A'; do
        on $c dig +noall @10.77.2.2 "${what% *}.example.org" "${what#* }"
    done
    on $c dig +noall +tcp +nsid +subnet=10.0.0.0/8 +padding=128 @10.77.2.2 ns1.example.org AAAA
    on $c dig +noall +dnssec @10.77.2.2 signed.example SOA
    on $c dig +noall +dnssec @10.77.2.2 signed.example DNSKEY
    on $c dig +noall +dnssec @10.77.2.2 none.signed.example A
    on $c dig +noall +noedns @10.77.2.2 elsewhere.net A
    on $c dig +noall @10.77.2.2 -c CH version.bind TXT
    on $c dig +noall @10.77.2.2 example.org AXFR
    printf 'server 10.77.2.2\nkey hmac-sha256:peel c2VjcmV0IG9mIHBlZWw=\nupdate add a.dyn.example 60 A 10.0.0.1\nsend\n' |
        on $c nsupdate
    keep dns-bind.pcap
    ip netns pids $s | xargs -r kill
}

mdns_avahi() {
    for host in $c $r; do
        mkdir -p "$tmp/avahi-$host/services"
        printf '[server]\nhost-name=%s\nenable-dbus=no\nallow-interfaces=%s\n[wide-area]\nenable-wide-area=no\n[publish]\npublish-hinfo=yes\npublish-workstation=yes\n' \
            "${host##*-}" "$([ $host = $c ] && echo c0 || echo r0)" >"$tmp/avahi-$host/avahi-daemon.conf"
        cat >"$tmp/avahi-$host/services/http.service" <<END
<service-group><name>Page of ${host##*-}</name>
<service><type>_http._tcp</type><port>80</port><txt-record>path=/</txt-record></service></service-group>
END
    done
    sniff $c c0 mdns-avahi.pcap udp port 5353
    for host in $c $r; do
        on $host unshare -m sh -c "mount --bind $tmp/avahi-$host /etc/avahi && mount -t tmpfs none /run &&
            exec avahi-daemon --no-drop-root --no-chroot --no-rlimits" >/dev/null 2>&1 &
        sleep 2
    done
    on $c dig +noall +tries=1 +timeout=1 @224.0.0.251 -p 5353 _http._tcp.local PTR || true
    sleep 1
    ip netns pids $c | xargs -r kill 2>/dev/null || true
    sleep 1
    ip netns pids $r | xargs -r kill
    keep mdns-avahi.pcap || true
}

nbns_samba() {
    mkdir -p "$tmp/samba"
    printf '[global]\nworkgroup = PEEL\nnetbios name = SERVER\nserver role = standalone\ninterfaces = r0\nbind interfaces only = yes\nwins support = yes\nlocal master = yes\npreferred master = yes\nos level = 99\nprivate dir = %s\nlock directory = %s\nstate directory = %s\ncache directory = %s\npid directory = %s\nncalrpc dir = %s\nlog file = %s/log\n' \
        "$tmp/samba" "$tmp/samba" "$tmp/samba" "$tmp/samba" "$tmp/samba" "$tmp/samba" "$tmp/samba" >"$tmp/smb.conf"
    sniff $c c0 nbns-samba.pcap udp port 137
    on $r nmbd -F --no-process-group -s "$tmp/smb.conf" -l "$tmp/samba" >/dev/null 2>&1 &
    sleep 6
    on $c nmblookup -s "$tmp/smb.conf" -B 10.77.1.255 SERVER >/dev/null 2>&1 || true
    on $c nmblookup -s "$tmp/smb.conf" -A 10.77.1.1 >/dev/null 2>&1 || true
    on $c nmblookup -s "$tmp/smb.conf" -R -U 10.77.1.1 'PEEL#1b' >/dev/null 2>&1 || true
    keep nbns-samba.pcap
    ip netns pids $r | xargs -r kill
}

dhcp_relay() {
    : >"$tmp/leases"
    cat >"$tmp/dhcpd.conf" <<END
authoritative;
option domain-name "example.org";
option domain-name-servers 10.77.2.2, 10.77.2.3;
option domain-search "example.org", "sub.example.org";
option classless code 121 = array of unsigned integer 8;
option classless 24, 10, 99, 1, 10, 77, 1, 1;
option ntp-servers 10.77.2.2;
default-lease-time 600; max-lease-time 7200;
subnet 10.77.2.0 netmask 255.255.255.0 { }
subnet 10.77.1.0 netmask 255.255.255.0 {
    range 10.77.1.100 10.77.1.110; option routers 10.77.1.1;
    option broadcast-address 10.77.1.255; option host-name "peel";
    filename "boot.img"; server-name "boot"; next-server 10.77.2.2;
}
END
    printf 'send host-name "client"; send dhcp-client-identifier "peel-1"; send vendor-class-identifier "peel";\nrequest subnet-mask, broadcast-address, time-offset, routers, domain-name, domain-name-servers, domain-search, host-name, ntp-servers, classless;\noption classless code 121 = array of unsigned integer 8;\n' >"$tmp/dhclient.conf"
    on $s dhcpd -4 -f -q -cf "$tmp/dhcpd.conf" -lf "$tmp/leases" -pf "$tmp/dhcpd.pid" s0 >/dev/null 2>&1 &
    on $r dhcrelay -4 -d -q -a -m append -i r0 -i r1 10.77.2.2 -pf "$tmp/relay.pid" >/dev/null 2>&1 &
    sleep 1
    sniff $r any dhcp-relay.pcap -y LINUX_SLL2 udp port 67 or udp port 68
    on $c dhclient -1 -4 -sf /bin/true -cf "$tmp/dhclient.conf" -lf "$tmp/c.leases" -pf "$tmp/c.pid" c0 >/dev/null 2>&1 || true
    on $c dhclient -r -4 -sf /bin/true -cf "$tmp/dhclient.conf" -lf "$tmp/c.leases" -pf "$tmp/c.pid" c0 >/dev/null 2>&1 || true
    keep dhcp-relay.pcap
    for host in $c $r $s; do ip netns pids $host | xargs -r kill 2>/dev/null || true; done
}

dhcpv6_isc() {
    : >"$tmp/leases6"
    cat >"$tmp/dhcpd6.conf" <<END
option dhcp6.name-servers fd77:2::2;
option dhcp6.domain-search "example.org", "sub.example.org";
option dhcp6.sntp-servers fd77:2::2;
option dhcp6.info-refresh-time 3600;
default-lease-time 600;
subnet6 fd77:1::/64 { range6 fd77:1::100 fd77:1::110; prefix6 fd77:100:: fd77:1ff:: /48; }
END
    on $r dhcpd -6 -f -q -cf "$tmp/dhcpd6.conf" -lf "$tmp/leases6" -pf "$tmp/dhcpd6.pid" r0 >/dev/null 2>&1 &
    sleep 1
    sniff $c c0 dhcpv6-isc.pcap udp port 546 or udp port 547
    on $c timeout 10 dhclient -1 -6 -N -P -sf /bin/true -lf "$tmp/c6.leases" -pf "$tmp/c6.pid" c0 >/dev/null 2>&1 || true
    on $c timeout 5 dhclient -r -6 -sf /bin/true -lf "$tmp/c6.leases" -pf "$tmp/c6.pid" c0 >/dev/null 2>&1 || true
    on $c timeout 5 dhclient -1 -6 -S -sf /bin/true -lf "$tmp/c6b.leases" -pf "$tmp/c6b.pid" c0 >/dev/null 2>&1 || true
    keep dhcpv6-isc.pcap
    for host in $c $r; do ip netns pids $host | xargs -r kill 2>/dev/null || true; done
}

all="$all dns_bind mdns_avahi nbns_samba dhcp_relay dhcpv6_isc"
