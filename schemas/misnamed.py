"""Files with a name that no record can have: what they were to be called, and what only lies there."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from schemas.words import Bilingual

ID: Final = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9][a-z0-9-]{0,63}")
"""What a handbook or record may be called: a file name on every system, so none of the names Windows keeps."""
LEFT_BEHIND: Final = re.compile(
    r"\..*|.*~|~\$.*|~.*\.tmp|#.*#|.*\.(?:bak|tmp|temp|swp|swo|orig|rej|old|part|crdownload|lnk|url)"
    r"|desktop\.ini|(?:eh)?thumbs(?:_vista)?\.db|icon\r|__macosx|\$recycle\.bin|system volume information",
    re.IGNORECASE,
)
"""What operating systems, editors, office programs and browsers leave behind: passed over without a word."""
_ENDINGS: Final = re.compile(r"(?:\.ya?ml|\.txt)+$", re.IGNORECASE)
_NO_ENDING: Final = re.compile(r"[^.]*")
_COPY: Final = re.compile(r"(?: ?- ?| )(?:副本|copy|Copy)(?: ?\(?\d+\)?)?$| ?\(\d+\)$|（\d+）$")
_CAPITAL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_IN_IDS: Final = re.compile("[^a-z0-9]+")
_TITLE: Final = re.compile(rb"^\xef?\xbb?\xbf?title ?(?::|\xef\xbc\x9a)", re.MULTILINE)
_MUCH: Final = 4096

_TO: Final = Bilingual("改名为 {to}：", "Rename it to {to}: ")
_OF_COPY: Final = Bilingual(
    "{to} 已经有了，这多半是它的副本：不要就删掉，要就另起一个名字。",
    "There is {to} already, of which this is probably a copy: delete it, or give it a name of its own; ",
)
_NEW: Final = Bilingual(
    "用英文或拼音起名，如 night-leak.yaml：", "Name it in English or pinyin, as in night-leak.yaml: "
)

_NEW_FOLDER: Final = Bilingual("用英文或拼音起名，如 front-desk：", "Name it in English or pinyin, as in front-desk: ")


def id_meant(name: str) -> str:
    """The id that a file or folder called *name* was to have; empty where its name has no letter of an id."""
    stem = _COPY.sub("", _ENDINGS.sub("", name))
    return _NOT_IN_IDS.sub("-", _CAPITAL.sub("-", stem).lower()).strip("-")[:64]


def is_record(path: Path) -> bool:
    """Whether a file is a record by its ending or, with an ending of plain text or none, by its words."""
    if path.suffix.lower() in (".yaml", ".yml") or re.search(r"\.ya?ml", path.name, re.IGNORECASE):
        return True
    if path.suffix.lower() != ".txt" and not _NO_ENDING.fullmatch(path.name):
        return False
    try:
        with path.open("rb") as file:
            return _TITLE.search(file.read(_MUCH)) is not None
    except OSError:
        return False


def rename(name: str, id_: str, there: Collection[str] = (), *, folder: bool = False) -> Bilingual:
    """What a misnamed file or *folder* is to be called: by its *id_*, unless that is taken by one of those *there*."""
    if not ID.fullmatch(id_):
        return _NEW_FOLDER if folder else _NEW
    to = id_ if folder else f"{id_}.yaml"
    return (_OF_COPY if to in there and to != name else _TO).filled(to=to)
