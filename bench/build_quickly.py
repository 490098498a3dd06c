"""`python -m bench.build_quickly [PART]`: a build of what is ours to make quickly, without what follows."""

from __future__ import annotations

import sys
from typing import cast

from commands import context
from commands.build import BuildPart, build_all
from commands.progress import silently

_PARTS: tuple[BuildPart, ...] = ("forms", "index", "site", "book")


def main() -> None:
    """Build everything, or one part."""
    context.use(None, None)
    parts = tuple(cast(BuildPart, part) for part in sys.argv[1:]) or _PARTS
    build_all(context.library(), silently, parts=parts, late=False)


main()
