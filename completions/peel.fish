# SPDX-License-Identifier: BSD-2-Clause
# peel.fish: completion of peel's command line for fish; the fields come from peel itself.

# Lines of peel fields as "name<tab>label", asked for once a shell.
function __peel_load
    set -q __peel_fields; and return
    set -l list (command peel fields 2>/dev/null)
    set -g __peel_fields (string replace -rf '^(\S+) +\S+ +(.*?)(  .*)?$' '$1\t$2' -- $list)
    set -g __peel_protocols (string replace -rf '^(\S+) +PROTOCOL +(.*?)(  .*)?$' '$1\t$2' -- $list)
end

function __peel_fields
    __peel_load
    printf '%s\n' $__peel_fields
end

# The last name in the word, which what ends in one of the stops stands before.
function __peel_last -a stops
    set -l word (string replace -r '^["\']' '' -- (commandline -ct))
    set -l front (string match -r "^.*[$stops]" -- $word)
    set -q front[1]; or set front ''
    printf '%s\n' $front$argv[2..]
end

function __peel_expression
    __peel_load
    __peel_last ' !(){}&|=<>,' $__peel_fields
end

function __peel_list_of_protocols
    __peel_load
    __peel_last ',' $__peel_protocols
end

# Whether the subcommand is that one; without any it is read.
function __peel_is
    set -l words (commandline -opc)
    set -l subcommand read
    contains -- "$words[2]" read live follow stats conversations ladder craft send replay sockets explain fields; and set subcommand $words[2]
    test "$words[2]" = conv; and set subcommand conversations
    test $subcommand = $argv[1]
end

function __peel_is_first
    test (count (commandline -opc)) -eq 1
end

# Captures by their endings, and folders; all files when there is none.
function __peel_captures
    set -l word (string replace -r '^--[^=]*=' '' -- (commandline -ct))
    set -l all (complete -C "'' $word")
    set -l captures (string match -r '^[^\t]*(?:/|\.(?:pcap|pcapng|cap|gz|zst|lz4))(?:\t.*)?$' -- $all)
    set -q captures[1]; or set captures $all
    printf '%s\n' $captures
end

complete -c peel -f
complete -c peel -n __peel_is_first -a read -d 'take capture files apart'
complete -c peel -n __peel_is_first -a sockets -d "list this machine's sockets, and whose they are"
complete -c peel -n __peel_is_first -a live -d 'capture from interfaces'
complete -c peel -n __peel_is_first -a follow -d 'show what the two ends of a conversation told each other'
complete -c peel -n __peel_is_first -a ladder -d 'draw who sent what to whom'
complete -c peel -n __peel_is_first -a craft -d 'build packets, or change captured ones'
complete -c peel -n __peel_is_first -a send -d 'send packets, and show what answers them'
complete -c peel -n __peel_is_first -a replay -d 'send the frames of capture files again'
complete -c peel -n __peel_is_first -a stats -d 'say on one page what is in capture files'
complete -c peel -n __peel_is_first -a conversations -d 'list connections, who opened them, how they went'
complete -c peel -n __peel_is_first -a explain -d 'say what a field, protocol, port, address or octets are'
complete -c peel -n __peel_is_first -a fields -d 'list the fields that there are'
complete -c peel -n __peel_is_first -l version -d 'the version'

complete -c peel -n '__peel_is read' -a '(__peel_captures)'
complete -c peel -n '__peel_is read' -s c -x -d 'stop after so many frames'
complete -c peel -n '__peel_is read' -s d -x -d 'take bytes for a protocol: tcp.port==8888,http'
complete -c peel -n '__peel_is read' -l overlap -x -a 'bsd first last linux' -d 'whose octets count where fragments overlap'
complete -c peel -n '__peel_is read' -l color -x -a 'auto always never' -d 'paint summary lines'
complete -c peel -n '__peel_is read' -l json -d 'the statistics as one JSON document'
complete -c peel -n '__peel_is read' -l memory -x -d 'remember at most so much'
complete -c peel -n '__peel_is read' -l no-sandbox -d 'keep all rights'
complete -c peel -n '__peel_is read' -s z -x -a 'conv,eth conv,ip conv,ipv6 conv,tcp conv,udp conv,sctp conv,dccp endpoints,eth endpoints,ip endpoints,ipv6 endpoints,tcp endpoints,udp endpoints,sctp endpoints,dccp io,phs io,stat, expert plen,tree ptype,tree dests,tree ip_hosts,tree ip_srcdst,tree ipv6_ptype,tree ipv6_dests,tree ipv6_hosts,tree ipv6_srcdst,tree' -d 'count'
complete -c peel -n '__peel_is follow' -a '(__peel_captures)'
complete -c peel -n '__peel_is follow' -l client -d 'just who sent the first packet'
complete -c peel -n '__peel_is follow' -l color -x -a 'auto always never' -d 'colours'
complete -c peel -n '__peel_is follow' -l format -x -a 'ascii hex raw yaml' -d 'as tshark writes it'
complete -c peel -n '__peel_is follow' -l help -d 'list the options'
complete -c peel -n '__peel_is follow' -l hex -d 'octets and characters'
complete -c peel -n '__peel_is follow' -l json -d 'an object a line'
complete -c peel -n '__peel_is follow' -l memory -x -d 'remember at most so much'
complete -c peel -n '__peel_is follow' -l no-sandbox -d 'keep all rights'
complete -c peel -n '__peel_is follow' -l raw -d 'the octets unchanged'
complete -c peel -n '__peel_is follow' -s r -l read-file -x -a '(__peel_captures)' -d 'read this file'
complete -c peel -n '__peel_is follow' -l save -x -a '(__fish_complete_directories)' -d 'each end to a file of its own'
complete -c peel -n '__peel_is follow' -l server -d 'just the other end'
complete -c peel -n '__peel_is follow' -s Y -x -a '(__peel_expression)' -d 'the conversation of the first frame that passes'
complete -c peel -n '__peel_is craft' -s F -x -a 'pcapng pcap nsecpcap' -d 'format of the file'
complete -c peel -n '__peel_is craft' -s f -r -F -d 'run this script'
complete -c peel -n '__peel_is craft' -s i -x -a '(command ls /sys/class/net)' -d 'by this interface'
complete -c peel -n '__peel_is craft' -s n -x -d 'so many packets'
complete -c peel -n '__peel_is craft' -s w -r -F -d 'write to this file'
complete -c peel -n '__peel_is craft' -s Y -x -a '(__peel_expression)' -d 'frames that match this filter'
complete -c peel -n '__peel_is craft' -l c -d 'arrays for C programs'
complete -c peel -n '__peel_is craft' -l del -x -d 'take a header away'
complete -c peel -n '__peel_is craft' -l from -x -a '(__peel_captures)' -d 'frames of this file'
complete -c peel -n '__peel_is craft' -l guard -d 'hold the resets of the kernel back'
complete -c peel -n '__peel_is craft' -l help -d 'list the options'
complete -c peel -n '__peel_is craft' -l hex -d 'hexadecimal digits, a line a packet'
complete -c peel -n '__peel_is craft' -l ip -d 'no link layer'
complete -c peel -n '__peel_is craft' -l json -r -d 'records of peel read -T ndjson'
complete -c peel -n '__peel_is craft' -l mac -x -d 'another hardware address'
complete -c peel -n '__peel_is craft' -l map -x -d 'another prefix of addresses'
complete -c peel -n '__peel_is craft' -l raw -d 'leave lengths and checksums'
complete -c peel -n '__peel_is craft' -l seed -x -d 'what is random is the same for the same number'
complete -c peel -n '__peel_is craft' -l set -x -d 'change a field'
complete -c peel -n '__peel_is craft' -l show -d 'detail trees'
complete -c peel -n '__peel_is craft' -l zip -d 'values in step'
complete -c peel -n '__peel_is send' -s i -x -a '(command ls /sys/class/net)' -d 'whole frames by this interface'
complete -c peel -n '__peel_is send' -s n -x -d 'so many packets'
complete -c peel -n '__peel_is send' -s q -d 'just the summary'
complete -c peel -n '__peel_is send' -l expect -x -a '(__peel_expression)' -d 'answers that match this filter'
complete -c peel -n '__peel_is send' -l guard -d 'hold the resets of the kernel back'
complete -c peel -n '__peel_is send' -l help -d 'list the options'
complete -c peel -n '__peel_is send' -l interval -x -d 'seconds between packets'
complete -c peel -n '__peel_is send' -l mbps -x -d 'at most so many million bits a second'
complete -c peel -n '__peel_is send' -l pps -x -d 'so many packets a second'
complete -c peel -n '__peel_is send' -l retries -x -d 'send again what is not answered'
complete -c peel -n '__peel_is send' -l seed -x -d 'what is random is the same for the same number'
complete -c peel -n '__peel_is send' -l timeout -x -d 'wait so long for answers'
complete -c peel -n '__peel_is send' -l yes -d 'many packets to many hosts are meant'
complete -c peel -n '__peel_is send' -l zip -d 'values in step'
complete -c peel -n '__peel_is replay' -a '(__peel_captures)'
complete -c peel -n '__peel_is replay' -s c -x -d 'stop after so many frames'
complete -c peel -n '__peel_is replay' -s i -x -a '(command ls /sys/class/net)' -d 'send by this interface'
complete -c peel -n '__peel_is replay' -s Y -x -a '(__peel_expression)' -d 'just the frames that match this filter'
complete -c peel -n '__peel_is replay' -l del -x -d 'take a header away'
complete -c peel -n '__peel_is replay' -l help -d 'list the options'
complete -c peel -n '__peel_is replay' -l interval -x -d 'seconds between frames'
complete -c peel -n '__peel_is replay' -l json -d 'the summary as JSON'
complete -c peel -n '__peel_is replay' -l loop -x -d 'so many times'
complete -c peel -n '__peel_is replay' -l mac -x -d 'another hardware address'
complete -c peel -n '__peel_is replay' -l map -x -d 'other addresses'
complete -c peel -n '__peel_is replay' -l mbps -x -d 'so many million bits a second'
complete -c peel -n '__peel_is replay' -l merge -d 'order the frames of several files by time'
complete -c peel -n '__peel_is replay' -l pps -x -d 'so many frames a second'
complete -c peel -n '__peel_is replay' -l raw -d 'leave lengths and checksums'
complete -c peel -n '__peel_is replay' -l seed -x -d 'what is random is the same for the same number'
complete -c peel -n '__peel_is replay' -l set -x -d 'change a field'
complete -c peel -n '__peel_is replay' -l speed -x -d 'so many times as fast'
complete -c peel -n '__peel_is replay' -l top -d 'as fast as possible'
complete -c peel -n '__peel_is replay' -l yes -d 'many frames to many hosts are meant'
complete -c peel -n '__peel_is ladder' -a '(__peel_captures)'
complete -c peel -n '__peel_is ladder' -s c -x -d 'stop after so many frames'
complete -c peel -n '__peel_is ladder' -l color -x -a 'auto always never' -d 'paint rows'
complete -c peel -n '__peel_is ladder' -l format -x -a 'text tshark tshark-standard' -d 'the kind of drawing'
complete -c peel -n '__peel_is ladder' -l json -d 'as one JSON document'
complete -c peel -n '__peel_is ladder' -l help -d 'list the options'
complete -c peel -n '__peel_is ladder' -l memory -x -d 'remember at most so much'
complete -c peel -n '__peel_is ladder' -l no-sandbox -d 'keep all rights'
complete -c peel -n '__peel_is ladder' -l merge -d 'order the frames of several files by time'
complete -c peel -n '__peel_is ladder' -l ports -d 'a column for each address and port'
complete -c peel -n '__peel_is ladder' -s r -l read-file -x -a '(__peel_captures)' -d 'read this file'
complete -c peel -n '__peel_is ladder' -s t -x -a 'r a ad adoy d dd e u ud udoy' -d 'form of times'
complete -c peel -n '__peel_is ladder' -l width -x -d 'characters of a line'
complete -c peel -n '__peel_is ladder' -s Y -x -a '(__peel_expression)' -d 'draw the frames that match this filter'
complete -c peel -n '__peel_is stats' -a '(__peel_captures)'
complete -c peel -n '__peel_is stats' -s c -x -d 'stop after so many frames'
complete -c peel -n '__peel_is stats' -l json -d 'as one JSON document'
complete -c peel -n '__peel_is stats' -l help -d 'list the options'
complete -c peel -n '__peel_is stats' -l memory -x -d 'remember at most so much'
complete -c peel -n '__peel_is stats' -l no-sandbox -d 'keep all rights'
complete -c peel -n '__peel_is stats' -l merge -d 'order the frames of several files by time'
complete -c peel -n '__peel_is stats' -s r -l read-file -x -a '(__peel_captures)' -d 'read this file'
complete -c peel -n '__peel_is stats' -l top -x -d 'so many talkers and conversations'
complete -c peel -n '__peel_is stats' -s Y -x -a '(__peel_expression)' -d 'count the frames that match this filter'
complete -c peel -n '__peel_is conversations' -a '(__peel_captures)'
complete -c peel -n '__peel_is conversations' -s c -x -d 'stop after so many frames'
complete -c peel -n '__peel_is conversations' -l csv -d 'comma-separated values'
complete -c peel -n '__peel_is conversations' -l help -d 'list the options'
complete -c peel -n '__peel_is conversations' -l json -d 'an object a line'
complete -c peel -n '__peel_is conversations' -l memory -x -d 'remember at most so much'
complete -c peel -n '__peel_is conversations' -l no-sandbox -d 'keep all rights'
complete -c peel -n '__peel_is conversations' -l merge -d 'order the frames of several files by time'
complete -c peel -n '__peel_is conversations' -s N -x -a t -d 'names of services'
complete -c peel -n '__peel_is conversations' -s r -l read-file -x -a '(__peel_captures)' -d 'read this file'
complete -c peel -n '__peel_is conversations' -l sort -x -a 'start duration packets bytes retransmissions rtt address' -d 'order'
complete -c peel -n '__peel_is conversations' -l top -x -d 'so many rows'
complete -c peel -n '__peel_is conversations' -s Y -x -a '(__peel_expression)' -d 'count the frames that match this filter'
complete -c peel -n '__peel_is read' -l count -d 'print just how many frames there are'
complete -c peel -n '__peel_is read' -s d -x -a '(__peel_expression)' -d 'take these bytes for that protocol'
complete -c peel -n '__peel_is read' -s E -x -a 'header=y header=n separator=/t separator=/s occurrence=a occurrence=f occurrence=l aggregator=, aggregator=/s quote=d quote=s quote=n bom=y bom=n' -d 'how -T fields writes'
complete -c peel -n '__peel_is read' -s e -x -a '(__peel_fields)' -d 'a field to print'
complete -c peel -n '__peel_is read' -s F -x -a 'pcapng pcap nsecpcap' -d 'the format that -w writes'
complete -c peel -n '__peel_is read' -s f -x -d 'a capture filter'
complete -c peel -n '__peel_is read' -l help -d 'list the options'
complete -c peel -n '__peel_is read' -s l -d 'write line by line'
complete -c peel -n '__peel_is read' -l merge -d 'order the frames of several files by time'
complete -c peel -n '__peel_is read' -s N -x -a t -d 'names for ports'
complete -c peel -n '__peel_is read' -s n -d 'no names'
complete -c peel -n '__peel_is read' -s O -x -a '(__peel_list_of_protocols)' -d 'details of these protocols'
complete -c peel -n '__peel_is read' -s P -l print -d 'summary lines, too; print although -w is given'
complete -c peel -n '__peel_is read' -s q -d 'print no frames'
complete -c peel -n '__peel_is read' -s r -l read-file -x -a '(__peel_captures)' -d 'read this file'
complete -c peel -n '__peel_is read' -s T -x -a 'text tabs fields json jsonraw ek pdml psml ndjson' -d 'form of output'
complete -c peel -n '__peel_is read' -s t -x -a 'r a ad adoy d dd e u ud udoy' -d 'form of time'
complete -c peel -n '__peel_is read' -s V -d 'the detail tree of every frame'
complete -c peel -n '__peel_is read' -s w -r -F -d 'write the frames to this file'
complete -c peel -n '__peel_is read' -s x -d 'the bytes of every frame'
complete -c peel -n '__peel_is read' -s Y -x -a '(__peel_expression)' -d 'show the frames that match this filter'

complete -c peel -n '__peel_is fields' -a '(__peel_fields)'
complete -c peel -n '__peel_is fields' -l help -d 'list the options'
complete -c peel -n '__peel_is fields' -l json -d 'one JSON object a line'

complete -c peel -n '__peel_is explain' -a '(__peel_fields)'
complete -c peel -n '__peel_is explain' -l help -d 'list the options'
complete -c peel -n '__peel_is explain' -l link -x -a 'eth ip ipv6 raw sll' -d 'what the octets are'

complete -c peel -n '__peel_is live' -s a -x -d 'when the capture ends'
complete -c peel -n '__peel_is live' -s B -l buffer-size -x -d 'octets that may wait in the kernel'
complete -c peel -n '__peel_is live' -s b -x -d 'one file after the other'
complete -c peel -n '__peel_is live' -s C -x -d 'a new file after so many megabytes'
complete -c peel -n '__peel_is live' -s c -x -d 'stop after so many frames'
complete -c peel -n '__peel_is live' -s D -l list-interfaces -d 'list interfaces'
complete -c peel -n '__peel_is live' -s d -x -d 'take these bytes for that protocol'
complete -c peel -n '__peel_is live' -s E -x -d 'how fields are printed'
complete -c peel -n '__peel_is live' -s e -x -a '(__peel_fields)' -d 'a field to print'
complete -c peel -n '__peel_is live' -s F -x -a 'pcapng pcap nsecpcap' -d 'format of the file'
complete -c peel -n '__peel_is live' -s f -x -d 'a capture filter'
complete -c peel -n '__peel_is live' -s G -x -d 'a new file after so many seconds'
complete -c peel -n '__peel_is live' -s I -l monitor-mode -d '802.11 frames as they are on the air'
complete -c peel -n '__peel_is live' -s i -l interface -x -a '(command ls /sys/class/net)' -d 'capture from this interface'
complete -c peel -n '__peel_is live' -s J -l list-time-stamp-types -d 'list types of time stamps'
complete -c peel -n '__peel_is live' -s j -l time-stamp-type -x -d 'who stamps times'
complete -c peel -n '__peel_is live' -s L -l list-data-link-types -d 'list link types'
complete -c peel -n '__peel_is live' -s l -d 'write line by line'
complete -c peel -n '__peel_is live' -s N -x -d 'names for ports'
complete -c peel -n '__peel_is live' -s n -d 'numbers, as always'
complete -c peel -n '__peel_is live' -s O -x -d 'details of these protocols alone'
complete -c peel -n '__peel_is live' -s P -l print -d 'print although -w is given'
complete -c peel -n '__peel_is live' -s p -l no-promiscuous-mode -d 'not promiscuous'
complete -c peel -n '__peel_is live' -s Q -l direction -x -a 'in inout out' -d 'one direction'
complete -c peel -n '__peel_is live' -s q -d 'print no frames'
complete -c peel -n '__peel_is live' -s s -l snapshot-length -x -d 'octets kept of a frame'
complete -c peel -n '__peel_is live' -s T -x -a 'text tabs fields json jsonraw ek pdml psml ndjson' -d 'form of output'
complete -c peel -n '__peel_is live' -s t -x -d 'form of time'
complete -c peel -n '__peel_is live' -s U -l packet-buffered -d 'write every frame at once'
complete -c peel -n '__peel_is live' -s V -d 'detail trees'
complete -c peel -n '__peel_is live' -s W -x -d 'so many files'
complete -c peel -n '__peel_is live' -s w -r -F -d 'write frames to this file'
complete -c peel -n '__peel_is live' -s x -d 'bytes in hexadecimal'
complete -c peel -n '__peel_is live' -s Y -x -a '(__peel_expression)' -d 'just the frames that match this filter'
complete -c peel -n '__peel_is live' -s y -l linktype -x -d 'link type'
complete -c peel -n '__peel_is live' -s Z -x -d 'become this user'
complete -c peel -n '__peel_is live' -s z -x -d 'a statistic, or a command for complete files'
complete -c peel -n '__peel_is live' -l after -x -d 'time behind what --when waits for'
complete -c peel -n '__peel_is live' -l before -x -d 'time before what --when waits for'
complete -c peel -n '__peel_is live' -l color -x -d 'paint lines'
complete -c peel -n '__peel_is live' -l count -d 'just how many frames'
complete -c peel -n '__peel_is live' -l help -d 'list the options'
complete -c peel -n '__peel_is live' -l immediate-mode -d 'every frame as it comes'
complete -c peel -n '__peel_is live' -l json -d 'statistics as JSON'
complete -c peel -n '__peel_is live' -l memory -x -d 'what is remembered across frames'
complete -c peel -n '__peel_is live' -l netns -x -d 'in this network namespace'
complete -c peel -n '__peel_is live' -l no-sandbox -d 'keep all rights'
complete -c peel -n '__peel_is live' -l overlap -x -a 'bsd first last linux' -d 'whose octets count'
complete -c peel -n '__peel_is live' -l post-rotate -x -d 'run with each complete file'
complete -c peel -n '__peel_is live' -l queue -x -d 'octets between capturing and decoding'
complete -c peel -n '__peel_is live' -l stats -d 'counts once a second'
complete -c peel -n '__peel_is live' -l time-stamp-precision -x -a 'micro nano' -d 'of time stamps'
complete -c peel -n '__peel_is live' -l when -x -a '(__peel_expression)' -d 'keep what is around such frames'
complete -c peel -n '__peel_is sockets' -s c -x -d 'stop after so many times'
complete -c peel -n '__peel_is sockets' -s n -d 'no names'
complete -c peel -n '__peel_is sockets' -s Y -x -d 'the sockets that match this filter'
complete -c peel -n '__peel_is sockets' -l help -d 'list the options'
complete -c peel -n '__peel_is sockets' -l json -d 'an object a line'
complete -c peel -n '__peel_is sockets' -l netns -x -d 'in this network namespace'
complete -c peel -n '__peel_is sockets' -l watch -d 'again and again'
