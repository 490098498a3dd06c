from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.search.conftest import PROJECT

_SCRIPT = """
import importlib, os, sys
importlib.import_module(sys.argv[1])
print(*(name for name in sys.modules if name in ("search", "numpy")), os.environ.get("OPENBLAS_NUM_THREADS"))
"""


def _printed(module: str, **given: str) -> list[str]:
    names = ("OPENBLAS_NUM_THREADS", "PATH", "HOME")
    environment = {name: os.environ[name] for name in names[1:] if name in os.environ} | given
    command = [sys.executable, "-c", _SCRIPT, module]
    return subprocess.run(
        command, cwd=PROJECT, check=True, capture_output=True, text=True, env={**environment, "PYTHONPATH": "."}
    ).stdout.split()


@pytest.mark.parametrize("module", ["search.ask", "commands.build", "commands.serve", "bench.answers"])
def test_the_threads_of_numpy_are_limited_before_it_is_imported(module: str) -> None:
    """`search` comes first, whatever the way in; by numpy's first import it is too late."""
    assert _printed(module) in (["search", "numpy", "1"], ["search", "1"])


def test_what_the_user_has_set_stays() -> None:
    """Somebody with many cores and one reader knows better."""
    assert _printed("search.ask", OPENBLAS_NUM_THREADS="4")[-1] == "4"
