# SPDX-License-Identifier: BSD-2-Clause
# MQTT, Modbus, Syslog, NTP and STUN.  Needs the Debian packages mosquitto mosquitto-clients
# python3-pymodbus bsdutils rsyslog chrony ntpsec-ntpdig coturn.

mqtt_mosquitto() {
    local at='-h 10.77.2.2 -i peel'
    printf 'listener 1883 10.77.2.2\nallow_anonymous true\nuser root\n' >"$tmp/mosquitto.conf"
    on $s mosquitto -c "$tmp/mosquitto.conf" >/dev/null 2>&1 &
    sleep 0.7
    sniff $c c0 mqtt-mosquitto.pcap tcp port 1883
    on $c mosquitto_pub $at -V mqttv311 -t a/b -m kept -r -q 1
    on $c mosquitto_sub -h 10.77.2.2 -i other -V mqttv311 -t 'a/#' -q 2 -C 1 >/dev/null
    on $c mosquitto_pub $at -V mqttv31 -t a/c -m old -q 0 -u me -P secret --will-topic gone --will-payload bye
    on $c mosquitto_sub -h 10.77.2.2 -i five -V mqttv5 -t 'a/+' -q 1 -C 1 -x 60 >/dev/null
    on $c mosquitto_pub $at -V mqttv5 -t a/b -m '' -r -q 2 -D publish content-type text/plain \
        -D publish user-property name value -D connect session-expiry-interval 10
    on $c mosquitto_sub -h 10.77.2.2 -i five -V mqttv5 -t none -U a/b -E >/dev/null
    keep mqtt-mosquitto.pcap
    ip netns pids $s | xargs -r kill
}

modbus_pymodbus() {
    on $s /usr/bin/python3 - <<'END' &
from pymodbus.server import StartTcpServer
from pymodbus.datastore import ModbusSequentialDataBlock as B, ModbusSlaveContext, ModbusServerContext
from pymodbus.device import ModbusDeviceIdentification
who = ModbusDeviceIdentification()
who.VendorName, who.ProductCode, who.MajorMinorRevision = "peel", "P", "1.0"
s = ModbusSlaveContext(di=B(0, [1, 0] * 20), co=B(0, [0] * 40), hr=B(0, list(range(40))), ir=B(0, [7] * 40))
StartTcpServer(context=ModbusServerContext(slaves=s, single=True), identity=who, address=("10.77.2.2", 502))
END
    sleep 2
    sniff $c c0 modbus-pymodbus.pcap tcp port 502
    on $c /usr/bin/python3 - <<'END' || true
from pymodbus.client import ModbusTcpClient
from pymodbus import mei_message, diag_message, other_message, file_message
c = ModbusTcpClient("10.77.2.2")
c.connect()
c.read_coils(1, 9, slave=1)
c.read_discrete_inputs(1, 5, slave=1)
c.read_holding_registers(2, 4, slave=1)
c.read_input_registers(0, 2, slave=1)
c.write_coil(3, True, slave=1)
c.write_register(4, 77, slave=1)
c.write_coils(0, [True, False, True], slave=1)
c.write_registers(0, [1, 2, 3], slave=1)
c.mask_write_register(1, 0xF2, 0x25, slave=1)
c.readwrite_registers(read_address=1, read_count=2, write_address=3, values=[9], slave=1)
c.read_holding_registers(200, 4, slave=1)
c.execute(mei_message.ReadDeviceInformationRequest(slave=1))
c.execute(other_message.ReportSlaveIdRequest(slave=1))
c.close()
END
    keep modbus-pymodbus.pcap
    ip netns pids $s | xargs -r kill
}

syslog_rsyslog() {
    on $s socat -u UDP4-RECV:514 /dev/null &
    cat >"$tmp/rsyslog.conf" <<END
module(load="imuxsock" SysSock.Use="off")
input(type="imuxsock" Socket="$tmp/log")
*.* @10.77.2.2:514
*.* @10.77.2.2:514;RSYSLOG_SyslogProtocol23Format
END
    sniff $c c0 syslog-rsyslog.pcap udp port 514
    on $c rsyslogd -n -f "$tmp/rsyslog.conf" -i "$tmp/rsyslog.pid" &
    sleep 1
    on $c logger -u "$tmp/log" -p auth.err -t peel[7] 'something failed'
    on $c logger -u "$tmp/log" -p local3.debug 'just so'
    on $c logger -n 10.77.2.2 -d -p cron.notice --rfc5424 --sd-id x@1 --sd-param 'a="b"' 'structured'
    sleep 0.5
    keep syslog-rsyslog.pcap
    ip netns pids $s | xargs -r kill
    ip netns pids $c | xargs -r kill
}

ntp_chrony() {
    cat >"$tmp/chrony.conf" <<END
local stratum 3
allow
user root
bindcmdaddress /
pidfile $tmp/chrony.pid
driftfile $tmp/drift
END
    on $s chronyd -x -n -f "$tmp/chrony.conf" -L 3 &
    sleep 1
    sniff $c c0 ntp-chrony.pcap udp port 123
    on $c timeout 12 chronyd -x -Q -f /dev/null -L 3 'server 10.77.2.2 iburst' 'user root' \
        "pidfile $tmp/c.pid" 'cmdport 0' >/dev/null 2>&1 || true
    on $c ntpdig -t 1 10.77.2.2 >/dev/null 2>&1 || true
    keep ntp-chrony.pcap
    ip netns pids $s | xargs -r kill
}

stun_coturn() {
    on $s turnserver -n -L 10.77.2.2 -u me:secret -r peel -a --no-cli --no-tls --no-dtls \
        --min-port 50000 --max-port 50010 --log-file "$tmp/turn.log" --pidfile "$tmp/turn.pid" \
        --userdb "$tmp/turndb" >/dev/null 2>&1 &
    sleep 1
    sniff $c c0 stun-coturn.pcap udp port 3478
    on $c turnutils_stunclient 10.77.2.2 >/dev/null 2>&1 || true
    on $c timeout 6 turnutils_uclient -u me -w secret -y -n 2 -c 10.77.2.2 >/dev/null 2>&1 || true
    keep stun-coturn.pcap
    ip netns pids $s | xargs -r kill
}

all="$all mqtt_mosquitto modbus_pymodbus syslog_rsyslog ntp_chrony stun_coturn"
