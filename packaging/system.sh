#!/bin/sh
# Checks what the system itself must have before .venv can be made and the window can open.
# As root on Debian or Ubuntu it installs what is missing; otherwise it prints the one line to run, and stops.
# usage: packaging/system.sh run|package
set -eu
purpose=${1:-run}
missing=""

need() { missing="$missing $1"; }
has_library() { { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"; }
library() { has_library "$1" || need "$2"; }
program() { command -v "$1" >/dev/null 2>&1 || need "$2"; }

[ "$(uname -s)" = Linux ] || exit 0
"${PYTHON:-python3}" -c 'import ensurepip, venv' >/dev/null 2>&1 || need python3-venv
library libglib-2.0.so.0 libglib2.0-0
library libEGL.so.1 libegl1
library libGL.so.1 libgl1
library libfontconfig.so.1 libfontconfig1
library libdbus-1.so.3 libdbus-1-3
library libxkbcommon.so.0 libxkbcommon0
library libxcb-cursor.so.0 libxcb-cursor0
library libxcb-icccm.so.4 libxcb-icccm4
library libxcb-keysyms.so.1 libxcb-keysyms1
library libxcb-shape.so.0 libxcb-shape0
library libxkbcommon-x11.so.0 libxkbcommon-x11-0
library libcups.so.2 libcups2
if [ "$purpose" = package ]; then
    program objdump binutils
    program desktop-file-validate desktop-file-utils
    program appstreamcli appstream
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing what the system is missing:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
    echo "Something is missing on this system. Run this line once, then try again:"
    echo "    sudo apt-get install -y --no-install-recommends$missing"
    exit 1
fi
