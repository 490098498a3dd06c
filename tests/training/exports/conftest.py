"""The pictures of items in the tests of what is exported."""

from __future__ import annotations

from tests.training.exports.samples import pictures

__all__ = ["pictures"]
