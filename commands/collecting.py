"""When Python searches its memory for rubbish: a library is millions of objects, and they stay."""

from __future__ import annotations

import gc
from typing import Final

_COLLECTED_AFTER: Final = 20_000
"""So many new objects between two searches."""


def collect_seldom() -> None:
    """Search less often than Python does of itself."""
    gc.set_threshold(_COLLECTED_AFTER, 20, 50)


def set_aside() -> None:
    """Search all that was made so far once more, and then never again; of a library that takes seconds each time."""
    gc.collect()
    gc.freeze()
