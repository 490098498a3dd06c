"""The pictures of items that show one."""

from __future__ import annotations

from training.item import Item
from training.material import Material


def picture_of(material: Material, item: Item, lang: str) -> bytes | None:
    """The picture of an item as PNG; None where it cannot be made."""
    return None
