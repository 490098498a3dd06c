"""What a whole book shares while it is written: places that links lead to, pictures, entries of its contents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from generators.docx import wml
from generators.docx.page import picture
from schemas.picture import PictureFile

_FACES: Final = {"": "", "bold": "BookBold", "soft": "BookSoft"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its level from 1, its words, and the bookmark it leads to."""

    level: int
    title: str
    mark: str


@dataclass(slots=True)
class Manuscript:
    """A book being written.

    Attributes:
        lang: its language.
        places: the ids of its HTML that there are: a link to another leads nowhere.
        wanted: those of them that a link leads to: no other gets a bookmark.
        charts: its flowcharts as SVG, by number.
        pictures: what it shows, by what it is related as.
        entries: its contents.
    """

    lang: str
    places: Collection[str] = ()
    wanted: Collection[str] = ()
    charts: list[str] = field(default_factory=list)
    pictures: dict[str, PictureFile] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    _marks: dict[str, str] = field(default_factory=dict)
    _last: int = 0

    def mark(self, place: str) -> str:
        """The name of the bookmark at a place: those of Word are short."""
        return self._marks.setdefault(place, f"p{len(self._marks) + 1}")

    def bookmark(self, place: str) -> str:
        """A bookmark at a place."""
        self._last += 1
        return f'<w:bookmarkStart w:id="{self._last}" w:name="{self.mark(place)}"/><w:bookmarkEnd w:id="{self._last}"/>'

    def runs(self, text: str, face: str, href: str = "") -> str:
        """A piece of text as runs; a link where it leads to a place of this book."""
        run = wml.run(text, _FACES[face])
        place = href.removeprefix("#")
        if not href or place not in self.places:
            return run
        return f'<w:hyperlink w:anchor="{self.mark(place)}" w:history="1">{run}</w:hyperlink>'

    def picture(self, content: PictureFile, described: str, size: tuple[int, int]) -> str:
        """A picture in a line; *size* is its width and height in twips."""
        name = f"picture{len(self.pictures) + 1}"
        self.pictures[name] = content
        return picture(name, described, 1000 + len(self.pictures), size, name)
