#!/bin/sh
# All checks, as `./communique test` runs them. Arguments go to pytest, and then only the tests on SQLite are run.
#   tests/checks.sh quick    what takes seconds: lint, format, types, floors, and the tests of what only reckons
#   tests/checks.sh soak     the long proofs
set -eu

cd "$(dirname "$0")/.."
bin=$PWD/.venv/bin
# The same for all processes of one run, so that they agree on the order of tests; another one each time.
export PYTHONHASHSEED="${PYTHONHASHSEED:-$(( $(date +%s) % 4294967295 ))}"

# A hundred processes read the same modules: compiling them once is enough.
unset PYTHONDONTWRITEBYTECODE

# Thousands of small databases and stores: in memory, where there is room for them, nobody waits for a disk.
needed=4194304 # kB
if [ "$(df --output=avail /dev/shm 2>/dev/null | tail -1)" -gt "$needed" ] 2>/dev/null; then
    TMPDIR=/dev/shm
fi
TMPDIR=$(mktemp -d "${TMPDIR:-/tmp}/communique-checks-XXXXXX")
export TMPDIR
asides=
trap 'rm -rf "$TMPDIR"' EXIT
trap 'for one in $asides; do kill "${one%%:*}"; done; wait; exit 130' HUP INT TERM # else nothing would be cleared away

# Two cores, and whoever waits for a browser or a server leaves its own to another.
processes=4

say() {
    printf '\n== %s\n' "$*"
}

# check NAME COMMAND: run it, and remember if it doesn't pass, so that one run tells everything.
failed=
check() {
    say "$1"
    name=$1
    shift
    "$@" || failed="$failed, $name"
}

# aside COMMAND: run it beside all else; `gather` tells what came of it.
aside() {
    ( "$1"; [ -z "$failed" ] || { printf '%s' "$failed" >"$TMPDIR/failed-$1"; exit 1; } ) >"$TMPDIR/said-$1" 2>&1 &
    asides="$asides $!:$1"
}

gather() {
    for one in $asides; do
        wait "${one%%:*}" || failed="$failed$(cat "$TMPDIR/failed-${one#*:}" || printf ', %s' "${one#*:}")"
        cat "$TMPDIR/said-${one#*:}"
    done
    asides=
}

end() {
    [ -z "$failed" ] && exit 0
    printf '\nNot passed: %s\n' "${failed#, }" >&2
    exit 1
}

style() {
    check lint "$bin/ruff" check --quiet .
    check format "$bin/ruff" format --check --quiet .
    check types "$bin/mypy"
    check floors "$bin/lint-imports" --no-cache
}

# need TEST PACKAGE WHY: what the machine itself must have, and how one sees that it does.
need() {
    $1 >/dev/null 2>&1 && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "installing $2"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$2"; } \
            >/dev/null && return
    fi
    echo "$3 need $2, and are left out without it. Install it with:"
    echo "    sudo apt install -y $2"
}

# Playwright brings its own node, which wants a library that a bare Debian hasn't.
node_runs() {
    "$("$bin/python" -c 'from playwright._impl._driver import compute_driver_executable as driver; print(driver()[0])')" \
        --version
}

a_browser() {
    command -v chromium-headless-shell || command -v chromium
}

need_a_browser() {
    need a_browser chromium-headless-shell "Browser tests"
    need node_runs libatomic1 "Browser tests"
}

letters_are_set() {
    "$bin/python" -c 'import sys; from communique.content.darkroom.fonts import can_shape; sys.exit(not can_shape())'
}

# Only root can try disks and system calls that fail; without root nothing is installed for it, and the tests say why.
need_what_fails() {
    [ "$(id -u)" = 0 ] || return 0
    need "command -v mkfs.xfs" xfsprogs "Cuts of the power"
    need "command -v strace" strace "Calls that fail"
}

postgres_answers() {
    "$bin/python" -c 'import sys; from tests.stage import postgres_server as server; sys.exit(server() is None)'
}

# played ...: pytest with so many processes side by side.
played() {
    "$bin/python" -m pytest -n "$processes" --dist loadscope --no-loadscope-reorder "$@"
}

tests() {
    check "tests on SQLite" played --durations=30 -m "not soak" "$@"
}

# tests_on_postgres NAME MARKER: those that bear the marker.
tests_on_postgres() {
    if postgres_answers; then
        export COMMUNIQUE_TEST_DATABASE=postgres
        check "$1" played --durations=30 -m "$2 and not soak and not browser"
    elif [ "${CI:-}" = true ]; then
        check "$1 (no server answers; COMMUNIQUE_TEST_POSTGRES names one)" false
    else
        say "$1: left out, no server answers (COMMUNIQUE_TEST_POSTGRES names one)"
    fi
}

# In a fresh clone no test has been compiled yet: once is enough, where each process that plays would do it for itself.
compile_the_tests() {
    "$bin/python" -m pytest --collect-only -q -m "not soak" >/dev/null 2>&1 || : # what is wrong with them is told by all
}

what_both_databases_tell() {
    tests_on_postgres "tests on PostgreSQL" both
}

case ${1:-} in
quick)
    style
    check tests played -m "not soak and not browser and not database" ;;
soak)
    need_a_browser
    need letters_are_set libfribidi0 "Tests of share cards"
    need_what_fails
    need "command -v debootstrap" debootstrap "The tests on a bare Debian"
    check soak "$bin/python" -m pytest -m soak
    tests_on_postgres "all tests on PostgreSQL" database ;;
"")
    need "command -v git" git "The tests of the house"
    need letters_are_set libfribidi0 "Tests of share cards"
    need_what_fails
    need_a_browser
    # All at once: each process that plays reads all tests first, which takes as long as a hundred of them.
    processes=1
    aside style
    compile_the_tests
    aside what_both_databases_tell
    processes=3
    tests
    gather ;;
*)
    tests "$@" ;;
esac
end
