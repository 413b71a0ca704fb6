# SPDX-License-Identifier: BSD-2-Clause
# rlogin, rsh and rexec.  Needs the Debian packages inetutils-inetd rsh-redone-server
# rsh-redone-client.

login_serve() { # login_serve: inetd with these services in the background
    cat >"$tmp/inetd.conf" <<END
login stream tcp nowait root /usr/sbin/in.rlogind in.rlogind
shell stream tcp nowait root /usr/sbin/in.rshd in.rshd
END
    echo 10.77.1.2 client >"$tmp/hosts" # or else the server looks for the client's name
    echo 10.77.2.2 server >>"$tmp/hosts"
    on $s sh -c "mount --bind $tmp/hosts /etc/hosts; mount --bind /dev/null /etc/resolv.conf
        exec inetutils-inetd -d $tmp/inetd.conf" >/dev/null 2>&1 &
    sleep 0.5
}

login_remote() {
    sniff $c c0 login-remote.pcap tcp port 513 or tcp port 514
    login_serve
    (sleep 0.5; echo wrong; sleep 1) | on $c timeout 4 script -qc 'rlogin -l nobody 10.77.2.2' /dev/null \
        >/dev/null 2>&1 || true
    on $c timeout 4 rsh -l nobody 10.77.2.2 echo hello </dev/null >/dev/null 2>&1 || true
    ip netns pids $s | xargs -r kill
    keep login-remote.pcap
}

all="$all login_remote"
