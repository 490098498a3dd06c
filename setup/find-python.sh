#!/bin/sh
# Prints the first Python interpreter that is new enough, or says what to install.
for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "$python"
        exit 0
    fi
done
echo "Python 3.11 or newer is needed. On Debian:  apt-get install python3 python3-venv" >&2
exit 1
