"""Where the hand-written half of the site is: a library's own, or that which comes with the program.

A library that has a `site/` of its own (theme, scripts, styles, pictures: all of it) is built with that, and one that
has a `mkdocs.yml` of its own with that; what it does not have is read from beside the program's packages, where it
stands in a checkout and in an installed wheel alike.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).parents[1]
_SITE: Final = "site"
_CONFIG: Final = "mkdocs.yml"


def docs_folder(root: Path | None) -> Path:
    """The files of the site that are written by hand, to be published as they are or joined."""
    return _site(root) / "docs"


def assets_folder(root: Path | None) -> Path:
    """The scripts, styles and pictures among them; without a library those of the program."""
    return docs_folder(root) / "assets"


def overrides_folder(root: Path) -> Path:
    """The templates that take the place of the theme's."""
    return _site(root) / "overrides"


def base_config(root: Path) -> Path:
    """The configuration of mkdocs that a build adds to."""
    return _own(root, _CONFIG)


def seen_from_build(root: Path, path: Path) -> str:
    """How a configuration under `build/` names *path*: within the library so that it can be moved, else whole."""
    return f"../{path.relative_to(root).as_posix()}" if path.is_relative_to(root) else path.as_posix()


def _site(root: Path | None) -> Path:
    return _own(root, _SITE)


def _own(root: Path | None, name: str) -> Path:
    return root / name if root is not None and (root / name).exists() else _PROGRAM / name
