"""Pictures beside the files that name them: the company's logo, a valve, a panel; read and judged in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal, NamedTuple

from schemas.findings import HandbookError
from schemas.messages import Files, Message

PictureKind = Literal["png", "jpeg"]
MOST_BYTES: Final = 1_000_000
"""A picture is part of every form or page that has it, so it may be no larger than this."""
_ENDS: Final[Mapping[PictureKind, bytes]] = {"png": b"IEND\xaeB`\x82", "jpeg": b"\xff\xd9"}
"""What stands at the end of a whole picture."""
_TAIL: Final = 64
"""So many last bytes hold the end; cameras put a few bytes behind that of a JPEG."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that Word and every browser take as it is: its bytes, its kind, and its size in pixels."""

    content: bytes
    kind: PictureKind
    width: int
    height: int


class _Rules(NamedTuple):
    """What is said of a picture that cannot be shown."""

    missing: Message
    too_large: Message
    no_picture: Message


LOGO: Final = _Rules(Files.LOGO_MISSING, Files.LOGO_TOO_LARGE, Files.LOGO_NO_PICTURE)
STEP: Final = _Rules(Files.PICTURE_MISSING, Files.PICTURE_TOO_LARGE, Files.PICTURE_NO_PICTURE)


@dataclass(frozen=True, slots=True)
class NoPicture:
    """Why a picture cannot be shown: the rule and its values."""

    rule: Message
    values: Mapping[str, object]


class PictureError(HandbookError):
    """A picture that cannot be shown; its values are those of the finding."""

    def __init__(self, rule: Message, /, **values: object) -> None:
        super().__init__(rule, **values)
        self.message = rule


def read_picture(folder: Path, name: str, rules: _Rules) -> PictureFile:
    """The picture *name* in *folder*, of which what is wrong is said by *rules*.

    Raises:
        PictureError: it is missing, too large (over a megabyte), or no picture (neither PNG nor JPEG, or cut short).
    """
    path = folder / name
    if Path(name).name != name or not path.is_file():
        raise PictureError(rules.missing, value=name, folder=folder.name)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise PictureError(rules.too_large, value=name, size=f"{size / 1_000_000:.1f}")
    picture = whole_picture(path.read_bytes())
    if picture is None:
        raise PictureError(rules.no_picture, value=name)
    return picture


def whole_picture(content: bytes) -> PictureFile | None:
    """A whole PNG or JPEG; its size is that of its head, as nothing here needs its pixels."""
    from PIL import Image  # most handbooks have no picture, and every verb would wait for it

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            kind: PictureKind = "png" if image.format == "PNG" else "jpeg"
            picture = PictureFile(content, kind, *image.size)
            image.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):  # as Pillow words what it stumbles on
        return None
    return picture if _ENDS[kind] in content[-_TAIL:] else None
