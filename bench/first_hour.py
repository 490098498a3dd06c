"""`python -m bench.first_hour HANDBOOK`: the first hour of a new author, with an installed program, in seconds.

HANDBOOK is the program as it is installed, such as `~/handbook-program/bin/handbook`. Everything is done in an empty
folder as `docs/first-hour.md` says it; then the program serves, and the pages are asked for.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.request import urlopen

from rich.console import Console
from rich.table import Table

from tests.first_hour import PAGE, follow

_PAGES = ("service-desk/procedures/lost-property.html", "en/service-desk/procedures/lost-property.html")


def main(program: str) -> None:
    """Follow the page and print what took how long."""
    table = Table("typed", "seconds", "answered", title=f"The first hour (load {os.getloadavg()[0]:.0f})")
    began = perf_counter()

    def type_(words: list[str], folder: Path) -> str:
        started = perf_counter()
        done = subprocess.run(  # noqa: S603 - the program that was named
            [program, *words], cwd=folder, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=False,
        )  # fmt: skip
        lines = done.stdout.strip().splitlines() or [""]
        table.add_row(" ".join(words), f"{perf_counter() - started:.1f}", lines[-1].strip()[:60])
        return done.stdout

    with TemporaryDirectory() as scratch:
        for _ in follow(PAGE.read_text("utf-8"), Path(scratch), type_):
            pass
        started = perf_counter()
        with _served(program, Path(scratch) / "my-desk") as url:
            table.add_row("serve", f"{perf_counter() - started:.1f}", url)
            for page in _PAGES:
                started = perf_counter()
                with urlopen(f"{url}/{page}") as answer:  # noqa: S310 - the server that was just started
                    title = re.search(r"<title>(.*?)</title>", answer.read().decode())
                table.add_row(page, f"{perf_counter() - started:.2f}", title[1] if title else "")
    table.add_row("all of it", f"{perf_counter() - began:.1f}", "")
    Console().print(table)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "HANDBOOK_ROOT")}
    return kept | {"LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "100"}


@contextmanager
def _served(program: str, folder: Path) -> Iterator[str]:
    """The address at which the program serves a library, until the end."""
    process = subprocess.Popen(  # noqa: S603 - the program that was named
        [program, "serve", "--port", "0"], cwd=folder, env=_environment(), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        found = (match for line in process.stdout if (match := re.search(r"(http://\S+?)/ ", line)))
        yield next(found)[1]
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(sys.argv[1])
