#!/bin/sh
# All checks, as `./communique test` runs them. Arguments go to pytest, and then only the tests on SQLite are run.
#   tests/checks.sh quick    what takes seconds: lint, format, types, floors, and the tests of what only reckons
#   tests/checks.sh soak     the long proofs
set -eu

cd "$(dirname "$0")/.."
bin=$PWD/.venv/bin
# The same for all processes of one run, so that they agree on the order of tests; another one each time.
export PYTHONHASHSEED="${PYTHONHASHSEED:-$(( $(date +%s) % 4294967295 ))}"

say() {
    printf '\n== %s\n' "$*"
}

style() {
    say lint
    "$bin/ruff" check .
    say format
    "$bin/ruff" format --check --quiet .
    say types
    "$bin/mypy"
    say floors
    "$bin/lint-imports" --no-cache
}

# need COMMAND PACKAGE WHY: what the machine itself must have.
need() {
    command -v "$1" >/dev/null 2>&1 && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "installing $2"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } \
            >/dev/null && return
    fi
    echo "$3 need $1, and are left out without it. Install it with:"
    echo "    sudo apt install -y $2"
}

postgres_answers() {
    "$bin/python" -c 'import sys; from tests.stage import postgres_server as server; sys.exit(server() is None)'
}

tests() {
    say "tests on SQLite"
    "$bin/python" -m pytest -n 2 -m "not soak" "$@"
}

tests_on_postgres() {
    if ! postgres_answers; then
        say "tests on PostgreSQL: left out, no server answers (COMMUNIQUE_TEST_POSTGRES names one)"
        [ "${CI:-}" != true ]
        return
    fi
    say "tests on PostgreSQL"
    COMMUNIQUE_TEST_DATABASE=postgres "$bin/python" -m pytest -n 2 -m "database and not soak and not browser"
}

case ${1:-} in
quick)
    style
    "$bin/python" -m pytest -n 2 -m "not soak and not browser and not database" ;;
soak)
    need chromium chromium "Browser tests"
    need debootstrap debootstrap "The tests on a bare Debian"
    "$bin/python" -m pytest -m soak ;;
"")
    need git git "The tests of the house"
    need chromium chromium "Browser tests"
    style
    tests
    tests_on_postgres ;;
*)
    tests "$@" ;;
esac
