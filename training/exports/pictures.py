"""The pictures of items that show one."""

from __future__ import annotations

from schemas.findings import HandbookError
from training.item import Item
from training.material import Material
from training.pictures import picture


def picture_of(material: Material, item: Item, lang: str) -> bytes | None:
    """The picture of an item as PNG, kept where builds keep theirs; None where LibreOffice does not make it."""
    try:
        return picture(material, item, lang, material.library.root / "build")
    except HandbookError:
        return None
