"""Engines for `search.encoding.child` that misbehave when a text tells them to."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class Brittle:
    """Two numbers a text: its length, and 1; `crash`, `hang` and `eat` do what they say."""

    def encode(self, texts: Sequence[str], *, questions: bool) -> NDArray[np.float32]:
        """As `search.encoding.child.Engine`."""
        if "crash" in texts:
            ctypes.string_at(0)
        if "eat" in texts:
            np.ones(2**31, dtype=np.uint8)
        while "hang" in texts:
            time.sleep(0.01)
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


class Broken:
    """Cannot be made."""

    def __init__(self) -> None:
        raise OSError("no weights")


class Dying:
    """Dies when it is made."""

    def __init__(self) -> None:
        ctypes.string_at(0)
