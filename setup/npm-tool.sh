#!/bin/sh
# Installs a program that tests or measurements need, pinned by the lock file in setup/NAME/, into .venv/NAME:
# setup/npm-tool.sh NAME
# npm only fetches it: each but eslint is a program, or a script of a browser's, that needs no Node to run. Programs are for
# x86-64 Linux.
set -eu

name="$1"
here="$(cd "$(dirname "$0")" && pwd)"
pinned="$here/$name"
target="$here/../.venv/$name"

if cmp -s "$pinned/package-lock.json" "$target/installed.json"; then
    exit 0
fi
command -v npm >/dev/null 2>&1 || "$here/system-packages.sh" npm
mkdir -p "$target"
cp "$pinned/package.json" "$pinned/package-lock.json" "$target/"
(cd "$target" && npm ci --no-audit --no-fund --loglevel=error) || {
    echo "npm could not install $name, which tests or measurements need (setup/$name/package.json)." >&2
    exit 1
}
cp "$pinned/package-lock.json" "$target/installed.json"
