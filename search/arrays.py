"""Arrays as files of a generation: numpy's own format, without pickles."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray


def array_bytes(array: NDArray[Any]) -> bytes:
    """*array* as the content of a file."""
    written = io.BytesIO()
    np.save(written, array, allow_pickle=False)
    return written.getvalue()


def array_of(content: bytes) -> NDArray[Any]:
    """The array of the *content* of a file.

    Raises:
        ValueError, EOFError: it holds none.
    """
    array: NDArray[Any] = np.load(io.BytesIO(content), allow_pickle=False)
    return array
