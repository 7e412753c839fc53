#!/bin/sh
# Debian's Chromium, Japanese fonts, Virtuoso and PDF tools for the tests that use them.
# Where this is not Debian, or we may not install, the tests that need them are skipped and say so.
set -eu
wanted=""
need() { # need COMMAND-OR-FILE PACKAGE
    command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || wanted="$wanted $2"
}
need chromium chromium
need /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
need virtuoso-t virtuoso-opensource
need pdftoppm poppler-utils
[ -n "$wanted" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    echo "Not installed (no root or no apt-get):$wanted. Tests that need them are skipped."
    exit 0
fi
apt-get update -qq
# shellcheck disable=SC2086 # a list of words
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
