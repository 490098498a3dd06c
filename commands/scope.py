"""Which files a call is about: what a person types for them, from any working folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.findings import Candidates, HandbookError, closest
from schemas.messages import Requests
from schemas.root import CONTENT
from schemas.words import LANGUAGES

_ENGLISH: Final = LANGUAGES[1]
"""The folder that holds the English of what lies beside it."""


@dataclass(frozen=True)
class Scope:
    """The files and folders that are asked for, as paths from the root; all of the library when there are none."""

    paths: tuple[str, ...] = ()
    is_files: bool = False

    def __call__(self, path: str) -> bool:
        """Whether what is found in the file *path*, from the root, is asked for."""
        return not self.paths or any(path == one or path.startswith(f"{one}/") for one in self.paths)


def scope_of(root: Path, typed: Sequence[str]) -> Scope:
    """What is meant by the paths that a person typed: as seen from the working folder, or from the library.

    The English of a record belongs to it, and the other way round.

    Raises:
        HandbookError: rule `no-path`, with «did you mean», or `path-outside`.
    """
    content = (root / CONTENT).resolve()
    found = [_path_of(content, each) for each in typed]
    paths = (path.relative_to(content.parent).as_posix() for each in found for path in _with_other_half(content, each))
    return Scope(tuple(paths), bool(found) and all(path.is_file() for path in found))


def _with_other_half(content: Path, path: Path) -> Iterator[Path]:
    """*path*, and where the other language of what is there stands: `book/forms/x.yaml` and `book/en/forms/x.po`."""
    yield path
    *above, last = path.relative_to(content).parts if path != content else ("",)
    if _ENGLISH in above:
        above.remove(_ENGLISH)
        yield content.joinpath(*above, last).with_suffix(".yaml" if path.is_file() else "")
    elif above and path.is_dir():
        yield content.joinpath(*above, _ENGLISH, last)
    elif len(above) > 1 or above == ["cards"]:
        yield content.joinpath(*above[:-1], _ENGLISH, above[-1], last).with_suffix(".po")


def _path_of(content: Path, typed: str) -> Path:
    seen_from = (Path.cwd(), content.parent, content)
    there = [path for folder in seen_from for path in _there(folder, typed)]
    inside = next((path for path in there if path.is_relative_to(content)), None)
    if inside is not None:
        return inside
    if content.parent in there:
        return content
    if there:
        raise HandbookError(Requests.PATH_OUTSIDE, value=typed, folder=content)
    raise HandbookError(Requests.NO_PATH, value=typed, folder=content, guess=_meant(content, typed))


def _meant(content: Path, typed: str) -> Candidates:
    """The file whose code was typed, or whose name ends most like it, written as it can be typed."""
    if (coded := _coded(content, typed)) is not None:
        return Candidates(coded, (coded,))
    length = len(Path(typed).parts)
    names = (path.relative_to(content) for path in _records(content))
    by_end = {"/".join(name.parts[-length:]): name.as_posix() for name in names}
    meant = by_end.get(closest(typed, by_end), "")
    return Candidates(meant, (meant,) if meant else ())


def _coded(content: Path, typed: str) -> str | None:
    """The file of the record with this code."""
    line = re.compile(rf"^code: *[\"']?{re.escape(typed)}[\"']? *(?:#.*)?$", re.MULTILINE)
    texts = ((path, path.read_bytes().decode("utf-8", "replace")) for path in _records(content))
    return next((path.relative_to(content).as_posix() for path, text in texts if line.search(text)), None)


def _records(content: Path) -> Iterator[Path]:
    return (path for path in sorted(content.rglob("*.yaml")) if path.is_file())


def _there(folder: Path, typed: str) -> Iterator[Path]:
    """What there is of this name in *folder*; an address is that of its file."""
    return (path for name in (typed, f"{typed}.yaml") if (path := (folder / name).resolve()).exists())
