"""`python -m bench.build_quickly [PART]`: a build of what is ours to make quickly, without LibreOffice and vectors."""

from __future__ import annotations

import sys
from typing import cast

from commands import context
from commands.build import BuildPart, build_all

_PARTS: tuple[BuildPart, ...] = ("forms", "index", "site", "book")


def main() -> None:
    """Build everything, or one part."""
    context.use(None, None)
    parts = tuple(cast(BuildPart, part) for part in sys.argv[1:]) or _PARTS
    build_all(context.library(), lambda part, done, total: None, parts=parts, dense=False, office=False)


main()
