#!/usr/bin/env bash
# Installs the coach into .venv and makes what it needs once: the exported encoder, the compiled words, the index.
#
#   bash scripts/setup.sh            what the coach needs
#   bash scripts/setup.sh --tests    what its tests need as well
#
# PYTHON       the Python to use (3.11 or later); found by itself where it is not given
# TORCH_INDEX  the address of PyTorch's CPU wheels, as its own install page names it: spares gigabytes of GPU packages
#
# A second run finds a stamp of the same lock files and pyproject.toml and installs nothing.
# Nothing here writes to standard output: `make chat` keeps that for the conversation.
set -euo pipefail
exec 1>&2
cd "$(dirname "${BASH_SOURCE[0]}")/.."

VENV_PYTHON=.venv/bin/python
AXE=tests/browser/node_modules
RECENT_ENOUGH='import sys; sys.exit(sys.version_info < (3, 11))'

main() {
    local lock=requirements.lock stamp=.venv/installed
    case "${1:-}" in
        "") ;;
        --tests) lock=requirements-dev.lock stamp=.venv/installed-for-tests; system_packages; install_axe ;;
        *) stop "no such option: $1 (known: --tests)" ;;
    esac
    make_venv
    if [ "$(fingerprint "$lock")" != "$(cat "$stamp" 2>/dev/null || true)" ]; then
        rm -f "$stamp"
        install "$lock"
        fingerprint requirements.lock >.venv/installed
        fingerprint "$lock" >"$stamp"
    fi
    # settings of the tests are none of the coach's
    env -u COACH_TEST_POSTGRES -u COACH_TEST_NO_SKIPS .venv/bin/coach setup
}

# System packages that tests need: a browser for the pages, and npm, which fetches what checks them. They are installed
# only where that can be done without asking (Debian or Ubuntu, as root); elsewhere this says so, and which tests are
# skipped for want of them.
system_packages() {
    system_package chromium "the tests in a browser are skipped"
    if [ ! -e "$AXE/.lock" ]; then
        system_package npm "axe is not there, and the tests that pages are for everybody are skipped"
    fi
    if [ -z "${COACH_TEST_POSTGRES:-}" ]; then
        say "tests: COACH_TEST_POSTGRES is not set (an SQLAlchemy URL of an empty database): the PostgreSQL tests are skipped"
    fi
    if [ -z "${COACH_SOURCES:-}" ] && [ ! -d ../shared/sources ]; then
        say "tests: no source texts (COACH_SOURCES, or ../shared/sources): the tests that read them are skipped"
    fi
}

system_package() {
    if command -v "$1" >/dev/null; then
        return
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "tests: installing $1"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1"; } >/dev/null 2>&1 ||
            say "tests: $1 could not be installed: $2"
    else
        say "tests: no $1 (apt-get install $1, as root): $2"
    fi
}

# axe-core, which finds what keeps people out of a page; nothing of it is part of the coach.
install_axe() {
    if cmp -s tests/browser/package-lock.json "$AXE/.lock" || ! command -v npm >/dev/null; then
        return
    fi
    say "tests: fetching axe-core by npm"
    if npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent >/dev/null; then
        cp tests/browser/package-lock.json "$AXE/.lock"
    else
        say "tests: npm could not fetch axe-core: the tests that pages are for everybody are skipped"
    fi
}

make_venv() {
    if [ -x "$VENV_PYTHON" ] && "$VENV_PYTHON" -c "$RECENT_ENOUGH" 2>/dev/null; then
        return
    fi
    local python
    python=$(find_python)
    say "setup: making .venv with $("$python" --version 2>&1)"
    "$python" -m venv --clear .venv ||
        stop "$python cannot make virtual environments (on Debian and Ubuntu the package python3-venv is missing)"
}

find_python() {
    local candidate
    if [ -n "${PYTHON:-}" ]; then
        "$PYTHON" -c "$RECENT_ENOUGH" 2>/dev/null || stop "PYTHON=$PYTHON does not run as Python 3.11 or later"
        echo "$PYTHON"
        return
    fi
    for candidate in python3.11 python3.12 python3.13 python3 python3.14 python; do
        if command -v "$candidate" >/dev/null && "$candidate" -c "$RECENT_ENOUGH" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    stop "no Python 3.11 or later found; install one, or name it: make setup PYTHON=/path/to/python3"
}

install() {
    local torch
    torch=$(grep '^torch==' requirements.lock)
    if [ -n "${TORCH_INDEX:-}" ]; then
        installed "$torch" || "$VENV_PYTHON" -m pip install --no-deps --index-url "$TORCH_INDEX" "$torch"
    elif [ "$(uname -s)" = Linux ] && ! installed "$torch"; then
        say "setup: PyTorch may bring gigabytes of GPU packages that the coach does not use; README.md (TORCH_INDEX) says how to spare them"
    fi
    say "setup: installing $1 (the first time takes some minutes)"
    "$VENV_PYTHON" -m pip install --disable-pip-version-check -r "$1"
    "$VENV_PYTHON" -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
}

# Whether NAME==VERSION is installed, in whatever build (2.13.0+cpu is a 2.13.0).
installed() {
    "$VENV_PYTHON" - "$1" <<'PY' 2>/dev/null
import sys
from importlib.metadata import version
name, wanted = sys.argv[1].split("==")
sys.exit(version(name).split("+")[0] != wanted)
PY
}

# One hash over everything that decides what is installed, and where.
fingerprint() {
    "$VENV_PYTHON" - requirements.lock "$1" pyproject.toml <<'PY'
import hashlib, os, sys
total = hashlib.sha256(f"{os.getcwd()} {sys.version}".encode())
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        total.update(file.read())
print(total.hexdigest())
PY
}

say() { printf '%s\n' "$*" >&2; }
stop() { say "setup: $*"; exit 2; }

main "$@"
