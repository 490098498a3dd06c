"""The pictures that the questions of papers show."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.picture import whole_picture
from training.draw import Paper
from training.exports.pictures import picture_of
from training.item import Item
from training.material import Material
from training.paper.sheet import Pictures


def pictures_of(material: Material, papers: Iterable[Paper], lang: str) -> tuple[Pictures, frozenset[str]]:
    """The pictures that are shown, by what their items call them; and the ids of the items whose picture is missing."""
    pictures, missing = {}, set()
    for item in _shown(papers):
        content = picture_of(material, item, lang)
        picture = whole_picture(content) if content else None
        if picture is None:
            missing.add(item.id)
        else:
            pictures[item.picture] = picture
    return pictures, frozenset(missing)


def _shown(papers: Iterable[Paper]) -> Iterable[Item]:
    """The items that show a picture, each once."""
    items = (question.item for paper in papers for question in paper.questions)
    return {item.id: item for item in items if item.picture}.values()
