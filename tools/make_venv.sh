#!/bin/sh
# Make the virtual environment named by $1 with a Python from 3.11 to 3.13, on a machine that may lack python3-venv.
set -u
venv=$1

suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1; }
works() { suits "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }
say() { echo "make_venv: $*" >&2; }

works && exit 0

python=
if [ -n "${PYTHON:-}" ]; then
    suits "$PYTHON" || { say "PYTHON is '$PYTHON', which is not a Python from 3.11 to 3.13"; exit 1; }
    python=$PYTHON
else
    for candidate in python3.13 python3.12 python3.11 python3 python; do
        if suits "$candidate"; then python=$candidate; break; fi
    done
fi
if [ -z "$python" ]; then
    say "no Python from 3.11 to 3.13 on the PATH; install one, or name it: make PYTHON=/path/to/python3.11"
    exit 1
fi
say "$venv with $($python --version 2>&1) ($python)"

# Debian and Ubuntu split venv's pip off into a package of its own: ask every other way before giving up.
with_venv() { "$python" -m venv --clear "$venv" >/dev/null 2>&1; }
with_virtualenv() { "$python" -m virtualenv --quiet --clear "$venv" >/dev/null 2>&1; }
with_system_pip() {
    "$python" -m venv --clear --without-pip "$venv" >/dev/null 2>&1 &&
        "$python" -m pip --quiet --python "$venv/bin/python" install pip >/dev/null 2>&1
}
with_packages() {
    root=
    [ "$(id -u)" = 0 ] || root="sudo -n"
    $root true 2>/dev/null && command -v apt-get >/dev/null || return 1
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "apt-get install python$version-venv"
    $root env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install "python$version-venv" >&2 &&
        with_venv
}
for way in with_venv with_virtualenv with_system_pip with_packages; do
    $way && works && exit 0
done
say "$python cannot make a virtual environment: it has no ensurepip (Debian: apt-get install python3-venv),"
say "no virtualenv and no pip, and apt-get could not be used (not root, no sudo, or no network)"
exit 1
