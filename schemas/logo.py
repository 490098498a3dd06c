"""The company's logo: a picture beside `handbook.yaml`, read and judged in one place for `check` and for the forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from schemas.findings import HandbookError
from schemas.messages import Files, Message

PictureKind = Literal["png", "jpeg"]
MOST_BYTES: Final = 1_000_000
"""A logo is part of every form, so it may be no larger than this."""
_ENDS: Final[Mapping[PictureKind, bytes]] = {"png": b"IEND\xaeB`\x82", "jpeg": b"\xff\xd9"}
"""What stands at the end of a whole picture."""
_TAIL: Final = 64
"""So many last bytes hold the end; cameras put a few bytes behind that of a JPEG."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that Word takes as it is: its bytes, its kind, and its size in pixels."""

    content: bytes
    kind: PictureKind
    width: int
    height: int


class LogoError(HandbookError):
    """A logo that cannot be printed; its values are those of the finding."""

    def __init__(self, rule: Message, /, **values: object) -> None:
        super().__init__(rule, **values)
        self.message = rule


def read_logo(folder: Path, name: str) -> Logo:
    """The logo *name* of the handbook in *folder*.

    Raises:
        LogoError: `logo-missing`, `logo-too-large` (over a megabyte) or `logo-no-picture` (neither PNG nor JPEG,
            or cut short).
    """
    path = folder / name
    if Path(name).name != name or not path.is_file():
        raise LogoError(Files.LOGO_MISSING, value=name, folder=folder.name)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise LogoError(Files.LOGO_TOO_LARGE, value=name, size=f"{size / 1_000_000:.1f}")
    picture = _picture(path.read_bytes())
    if picture is None:
        raise LogoError(Files.LOGO_NO_PICTURE, value=name)
    return picture


def _picture(content: bytes) -> Logo | None:
    """A whole PNG or JPEG; its size is that of its head, as nothing here needs its pixels."""
    from PIL import Image  # most handbooks have no logo, and every verb would wait for it

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            kind: PictureKind = "png" if image.format == "PNG" else "jpeg"
            logo = Logo(content, kind, *image.size)
            image.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):  # as Pillow words what it stumbles on
        return None
    return logo if _ENDS[kind] in content[-_TAIL:] else None
