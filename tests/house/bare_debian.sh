#!/bin/sh
# From a bare Debian 12 to a finished site, by the README alone, in a folder that debootstrap makes; with times.
#   bare_debian.sh [--test] FOLDER      as root; --test runs `./communique test` there as well
# The folder is kept, and used again if it is there. What this machine needs to reach the network is taken along: the
# configuration of apt, certificates, name servers.
set -eu

test=
if [ "${1:-}" = --test ]; then
    test=1
    shift
fi
root=${1:?"say which folder to make the Debian in"}
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
port=8907
first_limit=60 second_limit=5

[ -x "$root/usr/bin/apt" ] || debootstrap --variant=minbase bookworm "$root" >"$root.log" 2>&1 || {
    tail -5 "$root.log" >&2
    exit 1
}

take_along() {
    [ -e "$1" ] || return 0
    mkdir -p "$root$(dirname "$1")"
    cp -rL "$1" "$root$(dirname "$1")/"
}
take_along /etc/resolv.conf
take_along /etc/hosts
take_along /etc/apt/apt.conf.d

mounted=
leave() {
    [ -z "${demo:-}" ] || kill -TERM "$demo" 2>/dev/null || true
    for place in $mounted; do umount -l "$root/$place" || true; done
}
trap leave EXIT
for place in proc:proc tmpfs:dev/shm; do
    mkdir -p "$root/${place#*:}"
    mountpoint -q "$root/${place#*:}" || mount -t "${place%%:*}" "${place%%:*}" "$root/${place#*:}"
    mounted="$mounted ${place#*:}"
done

# Tests that read ../shared find it there, where it stands beside this checkout.
if [ -d "$here/../shared" ]; then
    mkdir -p "$root/root/shared"
    mountpoint -q "$root/root/shared" || mount --bind "$here/../shared" "$root/root/shared"
    mounted="$mounted root/shared"
fi

certificates=$(env | grep -E '^(PIP_CERT|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|https?_proxy|HTTPS?_PROXY)=' | tr '\n' ' ' || true)
in="chroot $root /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin"
in="$in DEBIAN_FRONTEND=noninteractive $certificates"

echo "== what the README names"
line=$(sed -n 's/^    sudo \(apt install .*\)$/\1/p' "$here/README.md" | head -1)
# shellcheck disable=SC2086  # $in and the line are the words of commands, here and below
$in apt-get -qq update
echo "$line"
# shellcheck disable=SC2086
$in $line >"$root.log" 2>&1
take_along /etc/ssl/certs/ca-certificates.crt # only now: a package of this name may just have come

echo "== a fresh clone"
rm -rf "$root/root/communique"
git clone --quiet "file://$here" "$root/root/communique"
chown -R 0:0 "$root/root/communique"

now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{ printf "%.1f", $1 - $2 }'; }
answers() { curl --silent --fail --output /dev/null "http://127.0.0.1:$port/"; }

if answers; then
    echo "Somebody answers on port $port already." >&2
    exit 1
fi

# start LIMIT WHAT: how long until the demonstration answers, from the end of the installation on.
start() {
    log=$root.demo.log
    begun=$(now)
    # shellcheck disable=SC2086
    (exec $in sh -c "cd /root/communique && exec ./communique demo --no-input --port $port") >"$log" 2>&1 &
    demo=$!
    installed=
    until answers; do
        kill -0 "$demo" 2>/dev/null || { cat "$log"; exit 1; }
        if [ -z "$installed" ] && grep -q '^Installed' "$log"; then
            installed=$(since "$begun") begun=$(now)
            echo "   installed after $installed s"
        fi
        sleep 0.05
    done
    took=$(since "$begun")
    echo "   $2: answers after $took s (limit $1 s)"
    echo "$took $1" | awk '{ exit $1 > $2 }' || missed="${missed:-} $2"
    until grep -q '^Sign in' "$log"; do sleep 0.1; done
    kill -TERM "$demo"
    wait "$demo" || true
    demo=
}

echo "== ./communique demo"
start "$first_limit" "the first time"
start "$second_limit" "the second time"

if [ -n "$test" ]; then
    echo "== ./communique test"
    # shellcheck disable=SC2086
    $in sh -c "cd /root/communique && ./communique test"
fi
[ -z "${missed:-}" ] || { echo "Too slow:$missed"; exit 1; }
echo "From a bare Debian to a finished site: as the README says."
