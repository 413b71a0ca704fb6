# SPDX-License-Identifier: BSD-2-Clause
# Neighbours on a link: LLDP, CDP, spanning trees, PTP.  Needs the Debian packages lldpd
# linuxptp.

# lldp_speak HOST OPTION...: lldpd with its socket in $tmp.
lldp_speak() {
    local host=$1
    shift
    on $host lldpd -d -u "$tmp/lldpd.$host" -L /bin/true "$@" >"$tmp/lldpd.log" 2>&1 &
}

lldp_tell() { # lldp_tell HOST COMMAND...
    local host=$1
    shift
    on $host lldpcli -u "$tmp/lldpd.$host" "$@" >>"$tmp/lldpd.log" 2>&1 || true
}

lldp_end() {
    ip netns pids $1 | while read -r pid; do
        if [ "$(cat /proc/$pid/comm)" = lldpd ]; then kill $pid 2>/dev/null || true; fi
    done
}

# One host speaks LLDP with everything it has, then LLDP, CDP of both versions, and the
# protocols of Extreme, Foundry and Nortel.
lldp_neighbours() {
    mkdir -p /run/lldpd # where it locks itself in
    chmod 711 "$tmp"
    sniff $c c0 lldp-neighbours.pcap ether proto 0x88cc or ether dst 01:00:0c:cc:cc:cc or \
        ether dst 01:e0:52:cc:cc:cc or ether dst 00:e0:2b:00:00:00 or ether dst 01:00:81:00:01:00
    lldp_speak $c -c -M 3 -k -I c0 -S 'a host of a test' -P Linux
    sleep 1
    lldp_tell $c configure lldp tx-interval 1
    lldp_tell $c configure lldp portidsubtype local portone description 'first port'
    lldp_tell $c configure med location coordinate latitude 48.85667N longitude 2.2014E \
        altitude 117.47 m datum WGS84
    lldp_tell $c configure med location address country CH language en city Bern street Gasse
    lldp_tell $c configure med location elin 911
    lldp_tell $c configure med policy application voice vlan 500 priority voice dscp 46
    lldp_tell $c configure med power pd source pse priority high value 5000
    lldp_tell $c configure dot3 power pse supported enabled paircontrol powerpairs spare \
        class class-3 type 2 source primary priority low requested 10000 allocated 15000
    lldp_tell $c configure lldp custom-tlv oui 33,44,55 subtype 44 oui-info 45,45,45,45
    lldp_tell $c configure lldp capabilities-advertisements
    lldp_tell $c resume
    lldp_speak $r -e -s -f -ccc -I r0
    sleep 1
    lldp_tell $r resume
    lldp_tell $r configure lldp tx-interval 1
    sleep 3
    lldp_end $c
    lldp_end $r
    sleep 1
    keep lldp-neighbours.pcap
}

# Two bridges with two links between them, of which one must be cut.
stp_bridges() {
    sniff $c c0 stp-bridges.pcap ether dst 01:80:c2:00:00:00
    for ns in $c $r; do
        on $ns ip link add br0 type bridge stp_state 1 hello_time 100 forward_delay 400 max_age 600
    done
    on $c ip link set br0 address 02:00:00:00:0b:0c
    on $r ip link set br0 type bridge priority 4096
    ip link add c1 netns $c type veth peer name r9 netns $r
    on $c ip link set c0 master br0
    on $c ip link set c1 master br0
    on $r ip link set r0 master br0
    on $r ip link set r9 master br0
    for link in "$c c1" "$r r9" "$c br0" "$r br0"; do
        set -- $link
        on $1 ip link set $2 up
    done
    sleep 11
    on $c ip link set c1 down
    sleep 2
    on $r ip link set br0 type bridge priority 61440 # the other becomes root
    sleep 4
    on $c ip link del br0
    on $r ip link del br0
    on $c ip link del c1
    keep stp-bridges.pcap
}

# ptp_clocks OPTION NAME FILTER...: a master and a slave for some seconds.
ptp_clocks() {
    local option=$1 name=$2
    shift 2
    cat >"$tmp/ptp.conf" <<END
[global]
logSyncInterval 0
logAnnounceInterval 0
logMinDelayReqInterval 0
clock_servo linreg
time_stamping software
announceReceiptTimeout 2
END
    sniff $c c0 $name "$@"
    for end in "$r r0 100" "$c c0 200"; do
        set -- $end
        on $1 timeout 9 ptp4l $option -f "$tmp/ptp.conf" -i $2 --priority1=$3 -m \
            --uds_address="$tmp/ptp.$3" --free_running=1 \
            >"$tmp/ptp.log" 2>&1 &
    done
    sleep 7
    on $r timeout 2 pmc $option -f "$tmp/ptp.conf" -s "$tmp/ptp.100" -i "$tmp/pmc" \
        'GET CLOCK_DESCRIPTION' >/dev/null 2>&1 || true
    on $c timeout 2 pmc $option -f "$tmp/ptp.conf" -i c0 -b 1 'GET CURRENT_DATA_SET' \
        'GET DEFAULT_DATA_SET' 'GET CLOCK_DESCRIPTION' 'GET PORT_DATA_SET' 'GET TIME_STATUS_NP' \
        'SET PRIORITY2 7' >/dev/null 2>&1 || true
    sleep 1
    keep $name
}

ptp_ethernet() {
    ptp_clocks -2 ptp-ethernet.pcap ether proto 0x88f7
}

ptp_udp() {
    ptp_clocks -4 ptp-udp.pcap udp port 319 or udp port 320
}

ptp_peers() {
    ptp_clocks -6P ptp-peers.pcap ip6 and udp port 319 or ip6 and udp port 320
}

all="$all lldp_neighbours stp_bridges ptp_ethernet ptp_udp ptp_peers"
