"""Two folders that change places in one step, where the system has such a step."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = -100  # AT_FDCWD
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def put_in_place(new: Path, place: Path, old: Path) -> None:
    """Put the folder *new* at *place*; what stood there is at *old* afterwards, where nothing may be.

    On Linux and macOS, on file systems that can, whoever looks at *place* sees the one folder or the other at any
    moment. Elsewhere two renames do it, and for the moment between them nothing stands there.

    Raises:
        OSError: the system refuses; *place* is as it was.
    """
    if not place.exists():
        new.rename(place)
        return
    try:
        _exchange()(os.fsencode(new), os.fsencode(place))
    except OSError:
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
    else:
        new.rename(old)


@cache
def _exchange() -> Callable[[bytes, bytes], None]:
    """The system's own call for it; one that raises OSError where there is none."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            swap = library.renamex_np
            return lambda one, other: _check(swap(one, other, _EXCHANGE))
        rename = library.renameat2
        return lambda one, other: _check(rename(_HERE, one, _HERE, other, _EXCHANGE))
    return _refuse


def _check(returned: int) -> None:
    if returned != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _refuse(one: bytes, other: bytes) -> None:
    raise OSError("no call that exchanges two folders")
