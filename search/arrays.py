"""Arrays as files of a generation: numpy's own format, without pickles."""

from __future__ import annotations

import io
import math
from typing import Any

import numpy as np
from numpy.typing import NDArray


def array_bytes(array: NDArray[Any]) -> bytes:
    """*array* as the content of a file."""
    written = io.BytesIO()
    np.save(written, array, allow_pickle=False)
    return written.getvalue()


def array_of(content: bytes) -> NDArray[Any]:
    """The array of the *content* of a file, where it lies in memory.

    Raises:
        ValueError, EOFError: it holds none.
    """
    stream = io.BytesIO(content)
    if np.lib.format.read_magic(stream) != (1, 0):
        raise ValueError("another version of numpy's format")
    shape, in_columns, kind = np.lib.format.read_array_header_1_0(stream)
    flat: NDArray[Any] = np.frombuffer(content, kind, math.prod(shape), stream.tell())
    return flat.reshape(shape, order="F" if in_columns else "C")
