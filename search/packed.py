"""Numbers as text for the page, in the 64 signs of base64."""

from __future__ import annotations

import string
from base64 import b64encode
from typing import Final

import numpy as np
from numpy.typing import NDArray

_SIGNS: Final = np.frombuffer(f"{string.ascii_uppercase}{string.ascii_lowercase}{string.digits}+/".encode(), np.uint8)


def base64_of(content: bytes) -> str:
    """*content* as a string of JSON can hold it."""
    return b64encode(content).decode()


def in_bits(numbers: NDArray[np.int8], bits: int) -> bytes:
    """Numbers that *bits* can hold, half of them below 0, one after another, low bits first."""
    raised = numbers.reshape(-1, 1).astype(np.int16) + (1 << bits - 1)
    return np.packbits(raised >> np.arange(bits) & 1, bitorder="little").tobytes()


def in_signs(numbers: NDArray[np.int8]) -> str:
    """Numbers from -4 to 3, two in each sign: those that are frequent are compressed further than in bits."""
    first, second = numbers.reshape(-1, 2).T.astype(np.int16) + 4
    signs = _SIGNS[8 * first + second]
    return bytes(signs).decode()


def in_digits(numbers: NDArray[np.int64]) -> str:
    """Each number in as many digits as it needs, five bits in each, low ones first; all but its last are from 32 on.

    As a digit is a sign, what is often the same stays the same in the text: it is compressed further than base64.
    """
    sizes = np.sum([numbers >= 1 << shift for shift in range(5, 60, 5)], axis=0) + 1
    ends = np.cumsum(sizes)
    digits = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    for nth in range(int(sizes.max()) if len(numbers) else 0):
        has_digit = sizes > nth
        more = np.where(sizes[has_digit] > nth + 1, 32, 0)
        digits[(ends - sizes)[has_digit] + nth] = numbers[has_digit] >> 5 * nth & 31 | more
    return _SIGNS[digits].tobytes().decode()
