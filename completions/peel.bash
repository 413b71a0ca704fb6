# SPDX-License-Identifier: BSD-2-Clause
# peel.bash: completion of peel's command line for bash; the fields come from peel itself.
# shellcheck shell=bash

# Names of all fields and of all protocols, asked for once a shell.
_peel_fields=
_peel_protocols=
# What -z counts.
_peel_statistics='conv,eth conv,ip conv,ipv6 conv,tcp conv,udp conv,sctp conv,dccp endpoints,eth
    endpoints,ip endpoints,ipv6 endpoints,tcp endpoints,udp endpoints,sctp endpoints,dccp io,phs
    io,stat, expert plen,tree ptype,tree dests,tree ip_hosts,tree ip_srcdst,tree ipv6_ptype,tree
    ipv6_dests,tree ipv6_hosts,tree ipv6_srcdst,tree follow,tcp, follow,udp,'

_peel_load() { # _peel_load PEEL
    local list
    [[ -n $_peel_fields ]] && return
    list=$("${1/#\~\//$HOME/}" fields 2>/dev/null) || return
    _peel_fields=$(cut -d ' ' -f 1 <<<"$list")
    _peel_protocols=$(awk '$2 == "PROTOCOL" { print $1 }' <<<"$list")
}

# What a subcommand takes; tests/completions holds it against --help.
_peel_options() { # _peel_options SUBCOMMAND
    case $1 in
        read)
            echo '-c -d -E -e -F -f -l -N -n -O -P -q -r -T -t -V -w -x -Y -z
                --color --count --help --json --memory --merge --no-sandbox --overlap
                --print --read-file'
            ;;
        follow)
            echo '-r -Y --client --color --format --help --hex --json --memory --no-sandbox --raw --read-file
                --save --server'
            ;;
        conversations | conv)
            echo '-c -N -r -Y --csv --help --json --memory --merge --no-sandbox --read-file --sort --top'
            ;;
        ladder)
            echo '-c -r -t -Y --color --format --help --json --memory --merge --no-sandbox --ports --read-file --width'
            ;;
        craft)
            echo '-f -F -i -n -w -Y --c --del --from --guard --help --hex --ip --json --mac --map --raw --seed --set --show --zip'
            ;;
        send)
            echo '-i -n -q --expect --guard --help --interval --mbps --pps --retries --seed --timeout --yes --zip'
            ;;
        replay)
            echo '-c -i -Y --del --help --interval --json --loop --mac --map --mbps --merge --pps --raw
                --seed --set --speed --top --yes'
            ;;
        live)
            echo '-a -B -b -C -c -D -d -E -e -F -f -G -I -i -J -j -L -l -N -n -O -P -p -Q -q -s -T -t -U -V
                -W -w -x -Y -y -Z -z --after --before --buffer-size --color --count --direction --help
                --immediate-mode --interface --json --linktype --list-data-link-types --list-interfaces
                --list-time-stamp-types --memory --monitor-mode --netns --no-promiscuous-mode --no-sandbox
                --overlap --packet-buffered --post-rotate --print --queue --snapshot-length --stats
                --time-stamp-precision --time-stamp-type --when'
            ;;
        sockets) echo '-c -n -Y --help --json --netns --watch' ;;
        stats) echo '-c -r -Y --help --json --memory --merge --no-sandbox --read-file --top' ;;
        explain) echo '--help --link' ;;
        fields) echo '--help --json' ;;
    esac
}

_peel_style() { # how readline takes the words; outside of completion there is none
    compopt -o "$1" 2>/dev/null || :
}

_peel_words() { # _peel_words WORDS CUR
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# The last name in CUR, which what ends in one of STOPS stands before.
_peel_last() { # _peel_last NAMES CUR STOPS
    local cur=${2#[\"\']} name i
    name=${cur##*["$3"]}
    _peel_words "$1" "$name"
    for i in "${!COMPREPLY[@]}"; do
        COMPREPLY[i]=${cur%"$name"}${COMPREPLY[i]}
    done
    _peel_style nospace
}

# Captures by their endings, and folders; all files when there is none.
_peel_captures() { # _peel_captures CUR
    local file all
    mapfile -t all < <(compgen -f -- "$1")
    for file in "${all[@]}"; do
        [[ -d $file || $file =~ \.(pcap|pcapng|cap|gz|zst|lz4)$ ]] && COMPREPLY+=("$file")
    done
    [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=("${all[@]}")
    _peel_style filenames
}

# -E KEY=VALUE, of which bash makes three words.
_peel_print_option() { # _peel_print_option KEY CUR
    case $1 in
        '')
            _peel_words 'header= separator= occurrence= aggregator= quote= bom=' "$2"
            _peel_style nospace
            ;;
        header | bom) _peel_words 'y n' "$2" ;;
        occurrence) _peel_words 'a f l' "$2" ;;
        quote) _peel_words 'd s n' "$2" ;;
        separator) _peel_words '/t /s , ;' "$2" ;;
        aggregator) _peel_words '/s , ;' "$2" ;;
    esac
}

# The argument of an option of peel read; fails when it takes none.
_peel_read_argument() { # _peel_read_argument OPTION KEY CUR
    case $1 in
        -z) _peel_words "$_peel_statistics" "$3" ;;
        --memory | --top | --width) ;;
        --format) _peel_words 'ascii hex raw yaml text tshark tshark-standard' "$3" ;;
        -[cfw]) mapfile -t COMPREPLY < <([[ $1 != -w ]] || compgen -f -- "$3") ;;
        -[dY]) _peel_last "$_peel_fields" "$3" ' !(){}&|=<>,' ;;
        -E) _peel_print_option "$2" "$3" ;;
        -e) _peel_words "$_peel_fields" "$3" ;;
        -F) _peel_words 'pcapng pcap nsecpcap' "$3" ;;
        -N) _peel_words 't' "$3" ;;
        -O) _peel_last "$_peel_protocols" "$3" ',' ;;
        -r | --read-file) _peel_captures "$3" ;;
        -T) _peel_words 'text tabs fields json jsonraw ek pdml psml ndjson' "$3" ;;
        -t) _peel_words 'r a ad adoy d dd e u ud udoy' "$3" ;;
        --sort) _peel_words 'start duration packets bytes retransmissions rtt address' "$3" ;;
        --save) mapfile -t COMPREPLY < <(compgen -d -- "$3") ;;
        --color) _peel_words 'auto always never' "$3" ;;
        --overlap) _peel_words 'bsd first last linux' "$3" ;;
        *) return 1 ;;
    esac
}

_peel_read() { # _peel_read OPTION KEY CUR [SUBCOMMAND]
    local option=$1
    [[ $option =~ ^-[lnPqVx]+(.)$ ]] && option=-${BASH_REMATCH[1]}
    _peel_read_argument "$option" "$2" "$3" && return
    case $3 in
        -*) _peel_words "$(_peel_options "${4:-read}")" "$3" ;;
        *) _peel_captures "$3" ;;
    esac
}

# What stands behind BEFORE on the command line of peel craft.
_peel_craft() { # _peel_craft BEFORE CUR
    case $1 in
        -i) _peel_words "$(ls /sys/class/net 2>/dev/null)" "$2" ;;
        --from | -f) _peel_style filenames && mapfile -t COMPREPLY < <(compgen -f -- "$2") ;;
        -w) mapfile -t COMPREPLY < <(compgen -f -- "$2") ;;
        -F) _peel_words 'pcapng pcap nsecpcap' "$2" ;;
        --set | --del) _peel_words "$_peel_fields" "$2" ;;
    esac
}

# The same of peel send.
_peel_send() { # _peel_send BEFORE CUR
    case $1 in
        -i) _peel_words "$(ls /sys/class/net 2>/dev/null)" "$2" ;;
        --expect) _peel_words "$_peel_fields" "$2" ;;
    esac
}

# The same of peel replay.
_peel_replay() { # _peel_replay BEFORE CUR
    case $1 in
        -i) _peel_words "$(ls /sys/class/net 2>/dev/null)" "$2" ;;
        -Y) _peel_last "$_peel_fields" "$2" ' !(){}&|=<>,' ;;
        --set | --del) _peel_words "$_peel_fields" "$2" ;;
        -c | --interval | --loop | --mac | --map | --mbps | --pps | --seed | --speed) ;;
        *) _peel_captures "$2" ;;
    esac
}

# What may stand where peel sockets wants a word.
_peel_sockets() { # _peel_sockets BEFORE CUR
    local names
    case $1 in
        --netns)
            names=$(ip netns list 2>/dev/null | cut -d' ' -f1)
            _peel_words "$names" "$2"
            ;;
        -c) ;;
        *) _peel_words "$_peel_fields" "$2" ;;
    esac
}

# The same of peel live; what it shares with peel read is completed there.
_peel_live() { # _peel_live BEFORE KEY CUR
    case $1 in
        -i | --interface) _peel_words "$(ls /sys/class/net 2>/dev/null) any" "$3" ;;
        -Q | --direction) _peel_words 'in inout out' "$3" ;;
        --time-stamp-precision) _peel_words 'micro nano' "$3" ;;
        --when) _peel_last "$_peel_fields" "$3" ' !(){}&|=<>,' ;;
        -Z) _peel_words "$(cut -d: -f1 /etc/passwd)" "$3" ;;
        --netns) _peel_words "$(ls /run/netns 2>/dev/null)" "$3" ;;
        -a) _peel_words 'duration: files: filesize: packets:' "$3" ;;
        -b) _peel_words 'duration: files: filesize: interval: packets:' "$3" ;;
        *) _peel_read "$@" live ;;
    esac
}

_peel() {
    local subcommands='read live follow stats conversations ladder craft send replay sockets explain fields' command=read key='' words names
    local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}

    COMPREPLY=()
    if [[ $COMP_CWORD -gt 1 && $cur == '=' ]]; then # KEY=
        key=$before cur='' before=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $COMP_CWORD -gt 2 && $before == '=' ]]; then # KEY=CUR
        key=${COMP_WORDS[COMP_CWORD - 2]} before=${COMP_WORDS[COMP_CWORD - 3]}
    fi
    [[ $key == --* ]] && before=$key
    [[ $COMP_CWORD -gt 1 && " $subcommands conv " == *" ${COMP_WORDS[1]} "* ]] && command=${COMP_WORDS[1]}
    _peel_load "${COMP_WORDS[0]}"
    case $command,$cur in
        explain,-*) _peel_words "$(_peel_options explain)" "$cur" ;;
        explain,*)
            names=$_peel_fields
            [[ $before == --link ]] && names='eth ip ipv6 raw sll'
            _peel_words "$names" "$cur"
            ;;
        craft,-*) _peel_words "$(_peel_options craft)" "$cur" ;;
        craft,*) _peel_craft "$before" "$cur" ;;
        send,-*) _peel_words "$(_peel_options send)" "$cur" ;;
        send,*) _peel_send "$before" "$cur" ;;
        replay,-*) _peel_words "$(_peel_options replay)" "$cur" ;;
        replay,*) _peel_replay "$before" "$cur" ;;
        sockets,-*) _peel_words "$(_peel_options sockets)" "$cur" ;;
        sockets,*) _peel_sockets "$before" "$cur" ;;
        live,-*) _peel_words "$(_peel_options live)" "$cur" ;;
        live,*) _peel_live "$before" "$key" "$cur" ;;
        fields,-*) _peel_words "$(_peel_options fields)" "$cur" ;;
        fields,*) _peel_words "$_peel_fields" "$cur" ;;
        *) _peel_read "$before" "$key" "$cur" "$command" ;;
    esac
    [[ $COMP_CWORD -eq 1 ]] || return 0
    [[ $cur == -* ]] && subcommands=--version
    mapfile -t words < <(compgen -W "$subcommands" -- "$cur")
    COMPREPLY+=("${words[@]}")
}

complete -F _peel peel
