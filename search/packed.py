"""Numbers as text for the page: unsigned LEB128, and base64."""

from __future__ import annotations

from base64 import b64encode

import numpy as np
from numpy.typing import NDArray


def base64_of(content: bytes) -> str:
    """*content* as a string of JSON can hold it."""
    return b64encode(content).decode()


def in_bits(numbers: NDArray[np.int8], bits: int) -> bytes:
    """Numbers that *bits* can hold, half of them below 0, one after another, low bits first."""
    raised = numbers.reshape(-1, 1).astype(np.int16) + (1 << bits - 1)
    return np.packbits(raised >> np.arange(bits) & 1, bitorder="little").tobytes()


def leb128(numbers: NDArray[np.int64]) -> bytes:
    """Each number in as many bytes as it needs, seven bits in each, low ones first; the last has the top bit unset."""
    sizes = np.sum([numbers >= 1 << shift for shift in range(7, 63, 7)], axis=0) + 1
    ends = np.cumsum(sizes)
    packed = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    for nth in range(int(sizes.max()) if len(numbers) else 0):
        has_byte = sizes > nth
        more = np.where(sizes[has_byte] > nth + 1, 0x80, 0)
        packed[(ends - sizes)[has_byte] + nth] = numbers[has_byte] >> 7 * nth & 0x7F | more
    return packed.tobytes()
