"""Relative addresses between pages, so that the site works at a root, under a sub-path and opened as files."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, relpath
from typing import Final

ROOT: Final = "data-root"
"""The attribute of a document that is shown at any depth: where the site stands on its host."""


@lru_cache(maxsize=65536)
def relative(here: str, there: str) -> str:
    """The way from the page *here* to *there*, both given from the same root; `#part` is kept.

    >>> relative("a/forms/x.html", "a/procedures/y.html#step-2")
    '../procedures/y.html#step-2'
    """
    path, mark, part = there.partition("#")
    if path == here and mark:
        return f"#{part}"
    return relpath(path, dirname(here) or ".") + mark + part
