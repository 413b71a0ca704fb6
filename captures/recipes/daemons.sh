# SPDX-License-Identifier: BSD-2-Clause
# Routers' daemons: OSPF, BGP, RIP, EIGRP, Babel, PIM, BFD, VRRP.  Needs the Debian packages
# frr babeld keepalived socat; FRR's daemons have their files in $tmp alone.

# frr HOST DAEMON [OPTION...]: starts it with the configuration on standard input.
frr() {
    local host=$1 daemon=$2 dir=$tmp/$1
    shift 2
    mkdir -p "$dir"
    cat >"$dir/$daemon.conf"
    chown -R frr:frr "$dir"
    chmod 711 "$tmp"
    on $host /usr/lib/frr/$daemon -f "$dir/$daemon.conf" -z "$dir/zserv" -i "$dir/$daemon.pid" \
        --vty_socket "$dir" -u frr -g frr -P 0 "$@" >>"$dir/log" 2>&1 &
    for _ in $(seq 30); do
        [ -S "$dir/$daemon.vty" ] && return
        sleep 0.1
    done
    cat "$dir/log" >&2
    return 1
}

frr_zebra() { # frr_zebra HOST...
    for host in "$@"; do
        frr $host zebra </dev/null
    done
}

frr_say() { # frr_say HOST DAEMON COMMAND...
    local host=$1 daemon=$2 args=()
    shift 2
    for command in "$@"; do
        args+=(-c "$command")
    done
    on $host timeout 5 vtysh --vty_socket "$tmp/$host" -d $daemon "${args[@]}" >>"$tmp/$host/log" 2>&1 || true
}

# frr_end: ends the daemons, zebra last, so that the others can say farewell.
frr_end() {
    for ns in $c $r $s; do
        for pid in "$tmp/$ns"/[!z]*.pid "$tmp/$ns/zebra.pid"; do
            [ -e "$pid" ] && kill "$(cat "$pid")" 2>/dev/null && sleep 0.3
        done
        rm -rf "${tmp:?}/$ns"
    done
    true
}

# The backbone with MD5 between client and router, a not so stubby area at the server's.
ospf_areas() {
    sniff $c c0 ospf-backbone.pcap proto ospf
    local backbone=$sniffer
    sniff $s s0 ospf-nssa.pcap proto ospf
    local nssa=$sniffer
    frr_zebra $r $s
    frr $c zebra <<END
interface c0
 link-params
  enable
  metric 30
  max-bw 1.25e+08
  admin-grp 0xab
  delay 1000
END
    frr $c ospfd -a <<END
interface c0
 ip ospf message-digest-key 1 md5 secret
 ip ospf authentication message-digest
 ip ospf hello-interval 3
 ip ospf dead-interval 6
router ospf
 ospf router-id 1.1.1.1
 network 10.77.1.0/24 area 0
 capability opaque
 mpls-te on
 mpls-te router-address 1.1.1.1
 router-info area
 default-information originate always metric 7 metric-type 1
 redistribute kernel
END
    frr $r ospfd -a <<END
interface r0
 ip ospf message-digest-key 1 md5 secret
 ip ospf authentication message-digest
 ip ospf hello-interval 3
 ip ospf dead-interval 6
interface r1
 ip ospf authentication
 ip ospf authentication-key words
 ip ospf hello-interval 3
 ip ospf dead-interval 6
router ospf
 ospf router-id 2.2.2.2
 capability opaque
 network 10.77.1.0/24 area 0
 network 10.77.2.0/24 area 1
 area 1 nssa
 area 1 default-cost 20
END
    frr $s ospfd <<END
interface s0
 ip ospf authentication
 ip ospf authentication-key words
 ip ospf hello-interval 3
 ip ospf dead-interval 6
router ospf
 ospf router-id 3.3.3.3
 network 10.77.2.0/24 area 1
 area 1 nssa
 redistribute kernel metric 5
END
    on $s ip route add 192.0.2.0/24 via 10.77.2.99
    sleep 17
    on $s ip route del 192.0.2.0/24
    sleep 3
    frr_end
    sniffer=$backbone
    keep ospf-backbone.pcap
    sniffer=$nssa
    keep ospf-nssa.pcap
}

# The same for IPv6: an authentication trailer in the backbone, a stub at the server's.
ospf6_areas() {
    sniff $c c0 ospf6-backbone.pcap ip6 proto 89
    local backbone=$sniffer
    sniff $s s0 ospf6-stub.pcap ip6 proto 89
    local stub=$sniffer
    frr_zebra $c $r $s
    frr $c ospf6d <<END
interface c0
 ipv6 ospf6 area 0
 ipv6 ospf6 hello-interval 3
 ipv6 ospf6 dead-interval 6
 ipv6 ospf6 authentication key-id 10 hash-algo hmac-sha-256 key secret
router ospf6
 ospf6 router-id 1.1.1.1
 redistribute kernel
 default-information originate always metric 7
END
    frr $r ospf6d <<END
interface r0
 ipv6 ospf6 area 0
 ipv6 ospf6 hello-interval 3
 ipv6 ospf6 dead-interval 6
 ipv6 ospf6 authentication key-id 10 hash-algo hmac-sha-256 key secret
interface r1
 ipv6 ospf6 area 1
 ipv6 ospf6 hello-interval 3
 ipv6 ospf6 dead-interval 6
router ospf6
 ospf6 router-id 2.2.2.2
 area 1 nssa
 graceful-restart helper enable
END
    frr $s ospf6d <<END
interface s0
 ipv6 ospf6 area 1
 ipv6 ospf6 hello-interval 3
 ipv6 ospf6 dead-interval 6
router ospf6
 ospf6 router-id 3.3.3.3
 area 1 nssa
 redistribute kernel
END
    on $c ip route add 2001:db8:1::/48 via fd77:1::99
    on $s ip route add 2001:db8:2::/48 via fd77:2::99
    sleep 17
    on $s ip route del 2001:db8:2::/48
    on $c ip route del 2001:db8:1::/48
    sleep 3
    frr_end
    sniffer=$backbone
    keep ospf6-backbone.pcap
    sniffer=$stub
    keep ospf6-stub.pcap
}

rip_exchange() {
    sniff $c c0 rip-md5.pcap udp port 520 or udp port 521
    local first=$sniffer
    sniff $s s0 rip-plain.pcap udp port 520 or igmp
    local second=$sniffer
    frr_zebra $c $r $s
    frr $c ripd <<END
key chain ring
 key 1
  key-string secret
interface c0
 ip rip authentication mode md5 auth-length old-ripd
 ip rip authentication key-chain ring
router rip
 network c0
 timers basic 5 15 10
 default-information originate
 redistribute kernel metric 3
END
    frr $r ripd <<END
key chain ring
 key 1
  key-string secret
interface r0
 ip rip authentication mode md5
 ip rip authentication key-chain ring
interface r1
 ip rip send version 1 2
 ip rip receive version 1 2
 ip rip authentication mode text
 ip rip authentication string words
router rip
 network r0
 network r1
 timers basic 5 15 10
END
    frr $s ripd <<END
interface s0
 ip rip send version 1
 ip rip receive version 1 2
router rip
 network s0
 timers basic 5 15 10
 redistribute kernel metric 2
END
    frr $c ripngd <<END
router ripng
 network c0
 timers basic 5 15 10
 default-information originate
END
    frr $r ripngd <<END
router ripng
 network r0
 network r1
 timers basic 5 15 10
 redistribute connected
END
    on $c ip route add 198.51.100.0/24 via 10.77.1.99
    on $s ip route add 192.168.7.0/24 via 10.77.2.99
    sleep 8
    on $c ip route del 198.51.100.0/24
    on $s ip route del 192.168.7.0/24
    sleep 7
    frr_end
    sniffer=$first
    keep rip-md5.pcap
    sniffer=$second
    keep rip-plain.pcap
}

eigrp_neighbours() {
    sniff $c c0 eigrp-neighbours.pcap proto 88
    frr_zebra $c $r
    frr $c eigrpd <<END
router eigrp 7
 eigrp router-id 1.1.1.1
 network 10.77.1.0/24
 redistribute kernel
END
    frr $r eigrpd <<END
router eigrp 7
 eigrp router-id 2.2.2.2
 network 10.77.1.0/24
 network 10.77.2.0/24
END
    sleep 9
    on $r ip link set r1 down
    sleep 3
    on $r ip link set r1 up
    on $r ip addr add fd77:2::1/64 dev r1 nodad 2>/dev/null || true
    sleep 3
    frr_end
    keep eigrp-neighbours.pcap
}

# FRR's babeld joins no group here: Debian's does.
babel_neighbours() {
    sniff $c c0 babel-neighbours.pcap udp port 6696
    for host in "$c c0" "$r r0"; do
        set -- $host
        on $1 babeld -I "$tmp/babel.$2" -S "$tmp/babel-state.$2" -h 2 -H 2 \
            -C 'default enable-timestamps true' -C 'redistribute local if c0' \
            -C 'redistribute if r1' -C 'redistribute local' $2 >"$tmp/babel.log" 2>&1 &
    done
    sleep 9
    on $r ip link set r1 down
    sleep 2
    on $r ip link set r1 up
    on $r ip addr add fd77:2::1/64 dev r1 nodad 2>/dev/null || true
    kill "$(cat "$tmp/babel.r0")"
    sleep 1
    kill "$(cat "$tmp/babel.c0")"
    keep babel-neighbours.pcap
}

all="$all ospf_areas ospf6_areas rip_exchange eigrp_neighbours babel_neighbours"

# Two systems: communities of three kinds, IPv6, VPNs, EVPN, several paths of a prefix,
# labels; then a refresh, withdrawals, a shutdown with words, and a peer whose system is wrong.
bgp_peers() {
    sniff $c c0 bgp-peers.pcap tcp port 179
    frr_zebra $c $r
    frr $c bgpd -p 179 <<END
bgp send-extra-data zebra
router bgp 65001
 bgp router-id 1.1.1.1
 no bgp ebgp-requires-policy
 bgp graceful-restart
 neighbor 10.77.1.1 remote-as 65002
 neighbor 10.77.1.1 timers 3 9
 neighbor 10.77.1.1 capability extended-nexthop
 neighbor 10.77.1.1 capability orf prefix-list both
 neighbor 10.77.1.1 advertisement-interval 0
 address-family ipv4 unicast
  network 192.0.2.0/24 route-map coloured
  network 198.51.100.0/24
  neighbor 10.77.1.1 activate
  neighbor 10.77.1.1 addpath-tx-all-paths
  neighbor 10.77.1.1 soft-reconfiguration inbound
  neighbor 10.77.1.1 prefix-list some in
 address-family ipv6 unicast
  network 2001:db8::/48 route-map coloured
  neighbor 10.77.1.1 activate
 address-family ipv4 vpn
  network 203.0.113.0/24 rd 65001:7 label 100
  neighbor 10.77.1.1 activate
 address-family ipv6 vpn
  network 2001:db8:7::/48 rd 1.1.1.1:7 label 101
  neighbor 10.77.1.1 activate
 address-family ipv4 labeled-unicast
  neighbor 10.77.1.1 activate
 address-family ipv4 flowspec
  neighbor 10.77.1.1 activate
 address-family l2vpn evpn
  neighbor 10.77.1.1 activate
  advertise-all-vni
ip prefix-list some permit 10.0.0.0/8 le 24
route-map coloured permit 10
 set community 65001:1 65001:2 no-export graceful-shutdown
 set large-community 65001:1:2 65001:3:4
 set extcommunity rt 65001:100 1.1.1.1:200
 set extcommunity soo 65001:300
 set extcommunity bandwidth 1000
 set metric 50
 set as-path prepend 65001 65099
 set aggregator as 65001 1.1.1.1
 set atomic-aggregate
END
    frr $r bgpd -p 179 <<END
router bgp 65002
 bgp router-id 2.2.2.2
 no bgp ebgp-requires-policy
 bgp graceful-restart
 neighbor 10.77.1.2 remote-as 65001
 neighbor 10.77.1.2 timers 3 9
 neighbor 10.77.1.2 capability orf prefix-list both
 neighbor 10.77.1.2 capability extended-nexthop
 address-family ipv4 unicast
  network 10.77.2.0/24
  neighbor 10.77.1.2 activate
  neighbor 10.77.1.2 addpath-tx-all-paths
 address-family ipv6 unicast
  network fd77:2::/64
  neighbor 10.77.1.2 activate
 address-family ipv4 vpn
  neighbor 10.77.1.2 activate
 address-family ipv6 vpn
  neighbor 10.77.1.2 activate
 address-family ipv4 labeled-unicast
  neighbor 10.77.1.2 activate
 address-family ipv4 flowspec
  neighbor 10.77.1.2 activate
 address-family l2vpn evpn
  neighbor 10.77.1.2 activate
  advertise-all-vni
END
    on $c ip link add br7 address 02:00:00:00:07:0c type bridge
    on $c ip link add vx7 master br7 type vxlan id 7 dstport 4789 local 10.77.1.2 nolearning
    on $c ip addr add 10.78.0.1/24 dev br7
    on $c ip link set br7 up
    on $c ip link set vx7 up
    on $c bridge fdb add 02:00:00:00:07:07 dev br7 self 2>/dev/null || true
    sleep 6
    frr_say $c bgpd 'clear ip bgp 10.77.1.1 in' 'clear bgp ipv6 unicast 10.77.1.1 in' \
        'clear ip bgp 10.77.1.1 in prefix-filter'
    sleep 1
    frr_say $c bgpd 'configure terminal' 'router bgp 65001' 'address-family ipv4 unicast' \
        'no network 192.0.2.0/24' 'exit' 'address-family ipv6 unicast' 'no network 2001:db8::/48'
    on $c ip link del vx7
    sleep 1
    frr_say $c bgpd 'configure terminal' 'router bgp 65001' \
        'neighbor 10.77.1.1 shutdown message back at noon'
    sleep 1
    frr_say $r bgpd 'configure terminal' 'router bgp 65002' 'no neighbor 10.77.1.2' \
        'neighbor 10.77.1.2 remote-as 65009'
    frr_say $c bgpd 'configure terminal' 'router bgp 65001' 'no neighbor 10.77.1.1 shutdown'
    sleep 2
    on $c ip link del br7
    frr_end
    keep bgp-peers.pcap
}

# A rendezvous point at the client's, a member and a source at the server's.
pim_routers() {
    sniff $c c0 pim-routers.pcap proto 103
    local routers=$sniffer
    sniff $s s0 igmp-querier.pcap igmp or proto 103
    local members=$sniffer
    frr_zebra $c $r
    frr $c pimd <<END
interface c0
 ip pim
 ip pim hello 3
END
    frr $r pimd <<END
ip pim join-prune-interval 5
interface r0
 ip pim
 ip pim hello 3
 ip pim bfd
interface r1
 ip pim
 ip pim hello 3
 ip igmp
 ip igmp query-interval 5
 ip igmp query-max-response-time 20
END
    sleep 1
    for ns in $c $r; do # not before there is a way to it
        frr_say $ns pimd 'configure terminal' 'ip pim rp 10.77.1.2 239.0.0.0/8'
    done
    sleep 2
    on $s timeout 8 socat -u UDP4-RECV:7777,ip-add-membership=239.7.7.7:10.77.2.2 - \
        >/dev/null 2>&1 || true &
    on $s timeout 8 socat -u UDP4-RECV:7778,ip-add-source-membership=232.7.7.7:10.77.2.2:10.77.1.2 - \
        >/dev/null 2>&1 || true &
    sleep 3
    for _ in 1 2 3 4; do
        echo hello | on $s timeout 2 socat -u - UDP4-DATAGRAM:239.7.7.8:7777,ip-multicast-if=10.77.2.2,ip-multicast-ttl=9
        sleep 0.7
    done
    sleep 5
    frr_end
    sniffer=$routers
    keep pim-routers.pcap
    sniffer=$members
    keep igmp-querier.pcap
}

bfd_sessions() {
    sniff $c c0 bfd-sessions.pcap udp portrange 3784-3785 or udp port 4784
    frr_zebra $c $r
    for ends in "$c 10.77.1.2 10.77.1.1 fd77:1::2 fd77:1::1" "$r 10.77.1.1 10.77.1.2 fd77:1::1 fd77:1::2"; do
        set -- $ends
        frr $1 bfdd --bfdctl "$tmp/$1/bfdd.sock" <<END
bfd
 peer $3
  receive-interval 1900
  transmit-interval 1900
  detect-multiplier 5
  echo transmit-interval 1900
  echo receive-interval 1900
  echo-mode
 peer $5 local-address $4
  receive-interval 700
 peer $3 multihop local-address $2
  minimum-ttl 250
END
    done
    sleep 5
    frr_say $c bfdd 'configure terminal' bfd 'peer 10.77.1.1' shutdown
    sleep 1
    frr_end
    keep bfd-sessions.pcap
}

# keepalived HOST: VRRP of version 2 with a password and of version 3, for IPv4 and IPv6.
vrrp_routers() {
    sniff $c c0 vrrp-keepalived.pcap proto 112 or ip6 proto 112 or ah or arp
    for end in "$c c0 100" "$r r0 150"; do
        set -- $end
        cat >"$tmp/keepalived.$3" <<END
global_defs {
    router_id $2
    vrrp_garp_master_refresh 0
}
vrrp_instance first {
    state BACKUP
    interface $2
    virtual_router_id 7
    priority $3
    advert_int 1
    version 2
    authentication {
        auth_type PASS
        auth_pass words
    }
    virtual_ipaddress { 10.77.1.77/24 10.77.1.78/24 }
}
vrrp_instance second {
    state BACKUP
    interface $2
    virtual_router_id 8
    priority $3
    advert_int 0.9
    version 3
    virtual_ipaddress { 10.77.1.80/24 }
}
vrrp_instance third {
    state BACKUP
    interface $2
    virtual_router_id 9
    priority $3
    advert_int 1
    version 3
    virtual_ipaddress { fe80::9/64 fd77:1::9/64 }
}
vrrp_instance fourth {
    state BACKUP
    interface $2
    virtual_router_id 10
    priority $3
    advert_int 1
    version 2
    authentication {
        auth_type AH
        auth_pass words
    }
    virtual_ipaddress { 10.77.1.90/24 }
}
END
        on $1 keepalived -n -l -f "$tmp/keepalived.$3" -p "$tmp/k$3.pid" -r "$tmp/v$3.pid" \
            >"$tmp/keepalived.log" 2>&1 &
    done
    sleep 6
    kill "$(cat "$tmp/k150.pid")"
    sleep 4
    kill "$(cat "$tmp/k100.pid")"
    sleep 1
    keep vrrp-keepalived.pcap
}

all="$all bgp_peers pim_routers bfd_sessions vrrp_routers"
