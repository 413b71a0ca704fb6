# SPDX-License-Identifier: BSD-2-Clause
# MQTT.


def mqtt_size(n):
    return bytes([n]) if n < 128 else bytes([n & 127 | 128]) + mqtt_size(n >> 7)


def mqtt_text(b):
    return struct.pack("!H", len(b)) + b


def mqtt(type_, flags, *parts):
    body = b"".join(parts)
    return bytes([type_ << 4 | flags]) + mqtt_size(len(body)) + body


def mqtt_properties(*parts):
    body = b"".join(parts)
    return mqtt_size(len(body)) + body


def mqtt_connect(version, flags, *rest, name=b"MQTT"):
    return mqtt(1, 0, mqtt_text(name), bytes([version, flags]), B("003c"), *rest)


def mqtt_version5():
    """Every property and every message of version 5; topics by number; messages in pieces."""
    text, props, t, id_ = mqtt_text, mqtt_properties, Talk(1883), B("0007")
    every = [B("0101"), B("0200000005"), B("03") + text(b"text/plain"), B("08") + text(b"resp"),
             B("09") + text(b"corr"), B("0bac02"), B("110000003c"), B("12") + text(b"cid"),
             B("13000a"), B("15") + text(b"am"), B("16") + text(b"ad"), B("1701"),
             B("1800000007"), B("1901"), B("1a") + text(b"ri"), B("1c") + text(b"srv"),
             B("1f") + text(b"why"), B("210010"), B("220011"), B("230012"), B("2401"), B("2501"),
             B("26") + text(b"k") + text(b"v"), B("2700010000"), B("2801"), B("2900"), B("2a01")]
    why = props(B("1f") + text(b"no"))
    t.say(0, mqtt_connect(5, 0x2e, props(*every), text(b"c1"), props(B("1800000001")),
                          text(b"wt"), text(b"wm")))
    t.say(1, mqtt(2, 0, B("0185"), why))
    t.say(0, mqtt(3, 11, text(b"topic"), id_, props(B("230005"), B("03") + text(b"text/plain")),
                  b"payload"))
    t.say(0, mqtt(3, 2, text(b""), id_, props(B("230005")), b"by number"))
    t.say(0, mqtt(3, 2, text(b""), id_, props(B("230006")), b"unknown"))
    t.say(0, mqtt(3, 0, text(b""), props(), b"empty"))
    for type_ in (4, 5, 6, 7):
        t.say(1, mqtt(type_, 0, id_, B("92"), why))
    t.say(1, mqtt(4, 0, id_) + mqtt(5, 0, id_, B("10")))
    t.say(0, mqtt(8, 2, id_, props(B("0b01")), text(b"a/#"), B("2e"), text(b"b"), B("ff")))
    t.say(1, mqtt(9, 0, id_, props(), B("00018055")) + mqtt(11, 0, id_, props(), B("0011")))
    t.say(0, mqtt(10, 2, id_, props(), text(b"a/#"), text(b"b")) + mqtt(12, 0))
    t.say(1, mqtt(13, 0) + mqtt(14, 0, B("8e"), why) + mqtt(14, 0, B("04")) + mqtt(14, 0))
    t.say(0, mqtt(15, 0, B("18"), props(B("15") + text(b"m"))) + mqtt(15, 0) + mqtt(0, 3, b"ab"))
    t.say(0, mqtt(3, 0, text(b"t"), props(b"\x77abc"), b"x"))
    long = mqtt(3, 0, text(b"long"), props(), b"z" * 40)
    for part in (long[:1], long[1:10], long[10:]):
        t.say(0, part)
    return pcap(t.frames)


def mqtt_version3():
    """Version 3.1.1 and 3.1; connections whose begin wasn't seen; what can't be."""
    text, t, id_, frames = mqtt_text, Talk(1883), B("0007"), []
    t.say(0, mqtt_connect(4, 0xee, text(b"c1"), text(b"wt"), text(b"wm"), text(b"us"), text(b"pw")))
    t.say(1, mqtt(2, 0, B("ff05")))
    t.say(0, mqtt(3, 13, text(b"topic"), id_, b"pay") + mqtt(3, 6, text(b"topic"), id_, b"pay"))
    t.say(0, mqtt(8, 2, id_, text(b"a/#"), B("02")) + mqtt(10, 2, id_, text(b"a/#")))
    t.say(1, mqtt(9, 0, id_, B("0080")) + mqtt(11, 0, id_))
    t.say(0, mqtt(14, 0) + mqtt(12, 5, b"extra"))
    frames += t.frames
    t = Talk(1883, 40002)
    t.say(0, mqtt(3, 0, text(b"topic"), b"pay"))
    t.say(1, mqtt(9, 0, id_, B("00")) + mqtt(2, 0, B("0000")))
    t.say(0, mqtt_connect(3, 2, text(b"c1"), name=b"MQIsdp"))
    t.say(0, mqtt_connect(9, 2, text(b"c1")))
    t.say(0, mqtt(1, 0, text(b"MQTT")))
    t.say(0, mqtt(3, 0, B("00206162")))
    return pcap(frames + t.frames)
