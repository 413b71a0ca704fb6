# SPDX-License-Identifier: BSD-2-Clause
# Keys: IKE of both versions with ESP over UDP, EAP over a wire with RADIUS behind it.  Needs
# the Debian packages strongswan-swanctl strongswan-charon libcharon-extra-plugins
# libstrongswan-standard-plugins libstrongswan-extra-plugins hostapd wpasupplicant openssl.

# ike_run HOST: charon with its files in $tmp, and the connections of standard input.
ike_run() {
    local host=$1 dir=$tmp/ike.$1
    mkdir -p "$dir/swanctl"
    cat >"$dir/swanctl/swanctl.conf"
    cat >"$dir/strongswan.conf" <<END
charon {
    load = random nonce openssl aes sha1 sha2 hmac kdf gmp curve25519 pem pkcs1 x509 pubkey constraints kernel-libipsec kernel-netlink socket-default vici eap-identity eap-md5 eap-mschapv2 md4 md5 xauth-generic xcbc gcm
    piddir = $dir
    retransmit_timeout = 1
    retransmit_tries = 1
    fragment_size = 1280
    i_dont_care_about_security_and_use_aggressive_mode_psk = yes
    keep_alive = 2
    cookie_threshold = 1000
    syslog { }
    filelog { log { path = $dir/log
        default = 1 } }
    plugins {
        vici { socket = unix://$dir/vici }
        kernel-libipsec { allow_peer_ts = yes }
    }
}
END
    # it has its number written where it was built to, which is not to be seen outside
    on $host unshare -m bash -c "mount -t tmpfs none /run; exec env STRONGSWAN_CONF=$dir/strongswan.conf \
        /usr/lib/ipsec/charon" >/dev/null 2>&1 &
    for _ in $(seq 50); do
        [ -S "$dir/vici" ] && break
        sleep 0.1
    done
    ike_tell $host --load-all --file "$dir/swanctl/swanctl.conf"
}

ike_tell() { # ike_tell HOST ARGUMENT...
    local host=$1 command=$2
    shift 2
    STRONGSWAN_CONF=$tmp/ike.$host/strongswan.conf on $host timeout 8 swanctl $command \
        --uri "unix://$tmp/ike.$host/vici" "$@" >>"$tmp/ike.$host/said" 2>&1 || true
}

# ike_connection WHICH LOCAL REMOTE: ESP goes over UDP, as no kernel does it here.
ike_connection() {
    local version=2 more= esp=aes256gcm16-curve25519,aes128-sha256
    local ike=aes256gcm16-prfsha256-curve25519,aes128-sha256-modp2048,aes128-sha256-ecp256
    case $1 in
    main) version=1 ike=aes128-sha256-modp2048,3des-sha1-modp1024 esp=aes128-sha256 ;;
    aggressive) version=1 more='aggressive = yes' ike=aes256-sha1-modp1024 esp=aes256-sha1-modp1536 ;;
    odd) ike=aes256-sha384-ecp$(((${2##*.} + 1) * 128)) ;;
    esac
    cat <<END
connections {
    $1 {
        version = $version
        $more
        local_addrs = $2
        remote_addrs = $3
        encap = yes
        proposals = $ike
        local {
            auth = psk
        }
        remote {
            auth = psk
        }
        children {
            net {
                local_ts = ${2/77/78}/32
                remote_ts = ${3/77/78}/32
                esp_proposals = $esp
            }
        }
        dpd_delay = 2
    }
}
secrets {
    ike {
        secret = words
    }
}
END
}

ike_start() { # ike_start WHICH: both ends, and one asks the other
    ike_connection $1 10.77.1.1 10.77.1.2 | ike_run $r
    ike_connection $1 10.77.1.2 10.77.1.1 | ike_run $c
    ike_tell $c --initiate --ike $1 --child net --timeout 4
}

ike_addresses() {
    on $c ip addr replace 10.78.1.2/32 dev lo
    on $r ip addr replace 10.78.1.1/32 dev lo
}

ike_end() {
    for ns in $c $r; do
        ip netns pids $ns | while read -r pid; do
            if [ "$(cat /proc/$pid/comm)" = charon ]; then kill $pid 2>/dev/null || true; fi
        done
    done
    sleep 1
    rm -rf "$tmp/ike.$c" "$tmp/ike.$r"
}

ike_version1() {
    ike_addresses
    sniff $c c0 ike-version1.pcap udp port 500 or udp port 4500
    ike_start main
    on $c ping -q -c 2 -i 0.2 -W 1 -I 10.78.1.2 10.78.1.1 >/dev/null || true
    sleep 2.5
    ike_tell $c --terminate --ike main --timeout 3
    ike_end
    ike_start aggressive
    ike_tell $c --terminate --ike aggressive --timeout 3
    ike_end
    keep ike-version1.pcap
}

ike_version2() {
    ike_addresses
    sniff $c c0 ike-version2.pcap udp port 500 or udp port 4500
    ike_start second
    on $c ping -q -c 2 -i 0.2 -W 1 -I 10.78.1.2 10.78.1.1 >/dev/null || true
    sleep 2.5
    ike_tell $c --rekey --ike second
    ike_tell $c --rekey --child net
    sleep 1
    ike_tell $c --terminate --ike second --timeout 3
    ike_end
    ike_start odd
    ike_end
    keep ike-version2.pcap
}

# A host asks for the port: hostapd passes its EAP on to another hostapd, which is a RADIUS server.
eap_wired() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -keyout "$tmp/eap.key" -out "$tmp/eap.pem" \
        -subj '/C=CH/O=Example/CN=radius.example.org' 2>/dev/null
    cat >"$tmp/users" <<END
"md5" MD5 "words"
"tls" TLS
"peap" PEAP
"inside" MSCHAPV2 "words" [2]
END
    echo '0.0.0.0/0 secret' >"$tmp/clients"
    cat >"$tmp/server.conf" <<END
driver=none
radius_server_clients=$tmp/clients
radius_server_auth_port=1812
eap_server=1
eap_user_file=$tmp/users
ca_cert=$tmp/eap.pem
server_cert=$tmp/eap.pem
private_key=$tmp/eap.key
END
    cat >"$tmp/port.conf" <<END
interface=r0
driver=wired
ieee8021x=1
eap_reauth_period=0
own_ip_addr=10.77.2.1
nas_identifier=router.example.org
auth_server_addr=10.77.2.2
auth_server_port=1812
auth_server_shared_secret=secret
END
    sniff $c c0 eap-wired.pcap ether proto 0x888e
    local wire=$sniffer
    sniff $s s0 eap-radius.pcap udp port 1812
    local radius=$sniffer
    on $s hostapd "$tmp/server.conf" >"$tmp/server.log" 2>&1 &
    on $r hostapd "$tmp/port.conf" >"$tmp/port.log" 2>&1 &
    sleep 1
    for how in 'MD5 identity="md5" password="words"' 'PEAP identity="peap" password="words"' \
        "TLS identity=\"tls\" client_cert=\"$tmp/eap.pem\" private_key=\"$tmp/eap.key\"" \
        'MD5 identity="md5" password="wrong"'; do
        set -- $how
        {
            echo ap_scan=0
            echo "network={ key_mgmt=IEEE8021X eapol_flags=0 eap=$1"
            shift
            printf '%s\n' "$@"
            echo 'phase2="auth=MSCHAPV2"'
            echo '}'
        } | sed 's/^network={ \(.*\) \(.*\) \(.*\)/network={\n\1\n\2\n\3/' >"$tmp/port.how"
        on $c timeout 3 wpa_supplicant -D wired -i c0 -c "$tmp/port.how" >>"$tmp/supplicant.log" 2>&1 || true
    done
    for ns in $r $s; do
        ip netns pids $ns | while read -r pid; do
            if [ "$(cat /proc/$pid/comm)" = hostapd ]; then kill $pid; fi
        done
    done
    sniffer=$wire
    keep eap-wired.pcap
    sniffer=$radius
    keep eap-radius.pcap
}

all="$all ike_version1 ike_version2 eap_wired"
