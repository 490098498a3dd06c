"""What every block needs while one form is drawn: the record, its language and variant, the paper, fresh numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from generators.docx.faces import FACES, Faces
from generators.docx.labels import FormWords
from generators.docx.paper import Paper
from schemas.control_names import Path, bookmark, told_apart
from schemas.defaults import FormDefaults, form_defaults
from schemas.entry import Entry
from schemas.form import Form
from schemas.library import Library
from schemas.picture import PictureFile
from schemas.values import Value

Given = Mapping[tuple[Path, int | None], Value]
"""Values by the path of their blank and, in a register, the number of its row."""
NOTHING_GIVEN: Final[Given] = MappingProxyType({})


@dataclass(slots=True)
class Sheet:
    """One form being drawn. `fill` is the variant for the screen; otherwise it is the one for the pen.

    The `logo` of the company stands in the header where there is one.
    """

    library: Library
    entry: Entry
    form: Form
    fill: bool
    logo: PictureFile | None = None
    given: Given = field(default_factory=dict)
    """What a sheet for the pen says already."""
    qr: int = 964
    """How large the QR code is, in twips."""
    lang: str = ""
    paper: Paper = field(init=False)
    defaults: FormDefaults = field(init=False)
    faces: Faces = field(init=False)
    words: FormWords = field(init=False)
    grid_widths: dict[int, tuple[list[int], list[int]]] = field(default_factory=dict)
    """Widths of label columns and of value columns in twips, by the number of columns of a grid."""
    _last: int = 0
    _names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lang = self.library.lang
        self.paper = Paper.of(self.form.page)
        self.defaults = form_defaults(self.library, self.entry)
        self.faces = FACES.of(self.lang)
        self.words = FormWords(self.lang)

    @property
    def for_resident(self) -> bool:
        """Whether it is handed out: what only the office needs, such as draft and source, is left off."""
        return self.form.audience == "resident"

    def number(self) -> int:
        """The next number for a control and its bookmark, from 1."""
        self._last += 1
        return self._last

    def bookmark(self, path: Path, row: int | None) -> str:
        """A bookmark name that this document does not have yet."""
        name = bookmark(path, row)
        if name in self._names:
            name = told_apart(name, self._last)
        self._names.add(name)
        return name

    def prose(self, size: int) -> tuple[float, int]:
        """The room of printed text of *size* in em, and what stays free beside it for a mark that hangs, in twips."""
        free = round(self.faces.hang * size * 10)
        return (self.paper.room - free) / (size * 10), free

    def plain(self, text: str) -> str:
        """*text* without markup: links as titles, project values filled in."""
        if "[[" not in text and "{" not in text:
            return text
        return self.library.plain(text, self.entry)

    def actor(self, reference: str) -> str:
        """The title of a role or party."""
        return self.library.actor_title(reference, self.entry.handbook)
