# SPDX-License-Identifier: BSD-2-Clause
# Telnet, SSH and RADIUS.  Needs the Debian packages inetutils-telnetd inetutils-telnet openssh-server
# openssh-client freeradius freeradius-utils socat.

telnet_inetutils() {
    on $s socat TCP4-LISTEN:23,fork 'EXEC:/usr/sbin/telnetd -E /bin/cat' &
    sleep 0.5
    sniff $c c0 telnet-inetutils.pcap tcp port 23
    (sleep 0.7; echo 'a line'; sleep 0.3; echo 'another one'; sleep 0.3) |
        on $c timeout 3 env TERM=xterm script -qec 'telnet 10.77.2.2' /dev/null >/dev/null 2>&1 || true
    keep telnet-inetutils.pcap
    ip netns pids $s | xargs -r kill
}

ssh_openssh() {
    mkdir -p /run/sshd
    for kind in ed25519 ecdsa; do
        ssh-keygen -q -t $kind -N '' -C peel -f "$tmp/$kind"
    done
    cp "$tmp/ecdsa.pub" "$tmp/authorized"
    chmod 700 "$tmp"
    cat >"$tmp/sshd_config" <<END
HostKey $tmp/ed25519
HostKey $tmp/ecdsa
AuthorizedKeysFile $tmp/authorized
PermitRootLogin yes
UsePAM no
PidFile none
Compression yes
StrictModes no
END
    on $s /usr/sbin/sshd -D -f "$tmp/sshd_config" 2>/dev/null &
    sleep 0.7
    sniff $c c0 ssh-openssh.pcap tcp port 22
    on $c ssh -F none -i "$tmp/ecdsa" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o ConnectTimeout=3 root@10.77.2.2 true 2>/dev/null || true
    on $c ssh -F none -i "$tmp/ecdsa" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o ConnectTimeout=3 -o KexAlgorithms=diffie-hellman-group-exchange-sha256 -o Ciphers=aes128-ctr \
        -o MACs=hmac-sha2-256 -o HostKeyAlgorithms=ecdsa-sha2-nistp256 -C root@10.77.2.2 true \
        2>/dev/null || true
    keep ssh-openssh.pcap
    ip netns pids $s | xargs -r kill
}

radius_freeradius() {
    cp -r /etc/freeradius/3.0 "$tmp/raddb"
    sed -i 's/^\(\s*\)\(user\|group\) = .*/\1\2 = root/' "$tmp/raddb/radiusd.conf"
    cat >>"$tmp/raddb/clients.conf" <<END
client peel {
    ipaddr = 10.77.1.2
    secret = testing123
}
END
    sed -i "1i me Cleartext-Password := \"secret\"\n    Reply-Message = \"Hello\",\n    Framed-IP-Address = 10.0.0.1,\n    Tunnel-Type:1 = VLAN,\n    Tunnel-Private-Group-Id:1 = 77,\n    Session-Timeout = 600\n" \
        "$tmp/raddb/mods-config/files/authorize"
    on $s freeradius -f -d "$tmp/raddb" -l "$tmp/radius.log" &
    sleep 2
    sniff $c c0 radius-freeradius.pcap udp port 1812 or udp port 1813
    on $c radtest me secret 10.77.2.2 0 testing123 >/dev/null 2>&1 || true
    on $c radtest me wrong 10.77.2.2 0 testing123 >/dev/null 2>&1 || true
    on $c radtest -t mschap me secret 10.77.2.2 0 testing123 >/dev/null 2>&1 || true
    on $c radtest -t eap-md5 me secret 10.77.2.2 0 testing123 >/dev/null 2>&1 || true
    printf 'Acct-Status-Type = Start\nUser-Name = me\nAcct-Session-Id = "1"\nNAS-Port-Type = Virtual\n' |
        on $c radclient -r 1 10.77.2.2 acct testing123 >/dev/null 2>&1 || true
    printf 'Message-Authenticator = 0x00\n' |
        on $c radclient -r 1 10.77.2.2 status testing123 >/dev/null 2>&1 || true
    keep radius-freeradius.pcap
    ip netns pids $s | xargs -r kill
}

all="$all telnet_inetutils ssh_openssh radius_freeradius"
