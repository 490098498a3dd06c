"""Trying what comes by chance for as long as one likes: the same inputs in every run, and any of them again by itself.

`FUZZ_MINUTES` says how long all of it takes, 30 if nothing is said; `FUZZ_SEED` where chance begins; `FUZZ_ROUND` that
only this one round is made, as the message of a failure says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import monotonic, process_time
from typing import Final

from tests.hostile_texts import KINDS

MINUTES: Final = float(os.environ.get("FUZZ_MINUTES", "30"))
SEED: Final = os.environ.get("FUZZ_SEED", "1")
ONLY: Final = os.environ.get("FUZZ_ROUND")
SHARES: Final = 3
"""The API, the reader and the loader each have a third of the time."""
_PEERS: Final = 5


def fuzz(name: str, attempt: Callable[[Random], Callable[[], object]], peer: Callable[[], object], times: float) -> int:
    """Make rounds until the time is over, and return how many were made.

    Args:
        name: what is tried; part of the seed.
        attempt: makes what one round tries; what that then raises is a failure.
        peer: something ordinary of the largest size; an attempt takes at most *times* as many seconds of a core.
        times: see *peer*.

    Raises:
        AssertionError: an attempt failed or was too slow; the message says how to make that round again.
    """
    most = times * median(_seconds(peer) for _ in range(_PEERS))
    until = monotonic() + MINUTES * 60 / SHARES
    number = int(ONLY or 0)
    while True:
        again = f"again with FUZZ_SEED={SEED} FUZZ_ROUND={number}"
        random = Random(f"{SEED}/{name}/{number}")  # noqa: S311 - the same in every run
        try:
            seconds = _seconds(attempt(random))
        except Exception as error:
            raise AssertionError(f"{name}: {again}") from error
        assert seconds <= most, f"{name}: {seconds:.2f} s of a core where {most:.2f} are enough: {again}"
        number += 1
        if ONLY is not None or monotonic() > until:
            sys.stdout.write(f"{name}: {number} rounds, seed {SEED}\n")
            return number


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def text(random: Random, longest: int = 30_000) -> str:
    """A hostile text, mostly a short one, often of two kinds."""
    kinds = random.choices(list(KINDS), k=random.choice((1, 1, 2)))
    length = random.choice((0, 1, 2, 10, 100, 1000, longest))
    return "".join(KINDS[kind](length // len(kinds)) for kind in kinds)


def mixed(random: Random, plain: str, longest: int = 30_000) -> str:
    """*plain* with pieces taken out, doubled, or replaced by a hostile text."""
    for _ in range(random.choice((1, 1, 2, 5))):
        start = random.randrange(len(plain) + 1)
        end = min(len(plain), start + random.choice((0, 1, 5, 50)))
        plain = plain[:start] + random.choice(("", plain[start:end] * 2, text(random, longest))) + plain[end:]
    return plain
