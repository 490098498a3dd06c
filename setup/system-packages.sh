#!/bin/sh
# Installs the Debian packages named as arguments that are missing: through apt when root, otherwise says which line to run.
# With --optional first, what cannot be installed is no failure: the line to run is said, and that is all.
set -eu

failure=1
if [ "${1:-}" = --optional ]; then
    failure=0
    shift
fi

missing=""
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

say_line() {
    echo "These system packages are missing. Run:  ${1}apt-get install --no-install-recommends$missing" >&2
    exit "$failure"
}

[ "$(id -u)" = 0 ] || say_line "sudo "
echo "Installing system packages:$missing"
# shellcheck disable=SC2086  # the list is meant to be split into words
if ! { apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; }; then
    say_line ""
fi
