"""A module of a course inside a learning management system: its texts as a page, its items as data for scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generators.book import BookPage, article_of
from generators.pages.page import Target
from schemas.course import Module
from schemas.entry import Entry
from schemas.languages import TAGS
from schemas.library import Library
from training.exports.outgoing import Outgoing, laid_out
from training.exports.scorm.words import LessonWords
from training.item import KIND_TITLES, Item

TEST_ITEMS: Final = 10
"""So many items a self-test has at most, drawn anew each time."""
PASS: Final = 80
"""The mastery score, in percent, of a course that names none."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
"""What answers are called in what is reported: the standard takes one of these for each."""
_LONGEST_ID: Final = 255
_TEMPLATE: Final = "lesson.html.j2"


class LessonPage(BookPage):
    """A record inside a module: what the module has too is a place on the same page, all else has no link."""

    def __init__(self, view: Library, entry: Entry, book: str, addresses: Sequence[str]) -> None:
        super().__init__(view, entry, book)
        self._addresses = addresses

    def href(self, target: Entry | Target | str, part: str = "") -> str:
        """The place of a record, or of a part of it, in the module; empty for everything outside it."""
        if isinstance(target, str) or target.address not in self._addresses:
            return ""
        return f"#{key_of(target.address)}{f'--{part}' if part else ''}"


def key_of(address: str) -> str:
    """The HTML id of a record in a module; its kind comes first, as in the printed book."""
    handbook, kind, id_ = ("", *address.split("/"))[-3:]
    return "-".join(filter(None, (kind, handbook, id_)))


@dataclass(frozen=True, slots=True)
class Text:
    """A record that is read in a module.

    Attributes:
        key: its HTML id.
        title: what it is called.
        code: its printed code; may be empty.
        article: all that it says.
    """

    key: str
    title: str
    code: str
    article: Markup


class Lesson:
    """A module.

    Args:
        outgoing: the course.
        module: the module; None for what belongs to no module.
        items: its items.
    """

    def __init__(self, outgoing: Outgoing, module: Module | None, items: Sequence[Item]) -> None:
        self.outgoing = outgoing
        self.module = module
        self.items = tuple(items)
        self.t = LessonWords(outgoing.lang)

    @property
    def id(self) -> str:
        """What its files are named; no module can be called as the last one is."""
        return str(self.module.id) if self.module else "_others"

    @property
    def title(self) -> str:
        """What it is called."""
        return self._say("title") if self.module else self.outgoing.t.others

    @property
    def mastery(self) -> int:
        """The score that passes, in percent."""
        exam = self.outgoing.course.record.exam
        return round(float(exam.pass_)) if exam else PASS

    @cached_property
    def texts(self) -> tuple[tuple[str, tuple[Text, ...]], ...]:
        """What is read, practised and filled, each with its heading; empty ones are left out."""
        module, t = self.module, self.t
        parts = ((t.to_read, module.read), (t.to_practise, module.practise), (t.to_fill, module.fill)) if module else ()
        made = ((heading, tuple(self._texts([str(name) for name in names]))) for heading, names in parts)
        return tuple((heading, texts) for heading, texts in made if texts)

    def page(self) -> bytes:
        """The page of the module."""
        rendered: str = _template().render(lesson=self, t=self.t, tag=TAGS.of(self.outgoing.lang))
        return rendered.encode()

    def data(self) -> bytes:
        """What the scripts of the page work with; `lesson.js` says its shape."""
        told = self._told()
        mark = sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:12]
        text = json.dumps({"mark": mark, **told}, ensure_ascii=False, separators=(",", ":"))
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return f"(window.Shouce ??= {{}}).lesson = {text};\n".encode()

    @property
    def about(self) -> str:
        """The aim of the module; empty where it names none."""
        return self._say("aim") if self.module and self.module.aim else ""

    @property
    def facts(self) -> tuple[str, ...]:
        """How long it takes and how many shifts are worked with it."""
        if self.module is None:
            return ()
        hours = self.t.hours.format(number=self.module.hours) if self.module.hours else ""
        shifts = self.t.shifts.format(number=self.module.shifts) if self.module.shifts else ""
        return tuple(filter(None, (hours, shifts)))

    @property
    def has_drafts(self) -> bool:
        """Whether anything in it is not approved yet."""
        material = self.outgoing.material
        return any(item.is_draft for item in self.items) or any(
            material.subject(address).is_draft for address in self._addresses
        )

    def _say(self, field: str) -> str:
        number = self.outgoing.course.record.modules.index(self.module)
        said = self.outgoing.course.say(lambda record: getattr(record.modules[number], field))
        return said.of(self.outgoing.lang)

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        """The records that the module teaches."""
        found = (self.outgoing.course.find(str(name)) for name in (self.module.teaches if self.module else ()))
        return tuple(dict.fromkeys(entry.address for entry in found if entry))

    def _texts(self, names: Sequence[str]) -> Iterator[Text]:
        view, course = self.outgoing.view, self.outgoing.course
        for name in names:
            if (found := course.find(name)) is not None:
                entry = view.entries[found.address]
                page = LessonPage(view, entry, entry.handbook or course.handbook, self._addresses)
                key, heading = key_of(entry.address), view.heading(entry.address, "")
                yield Text(key, heading.title, heading.code, article_of(page, key))

    def _told(self) -> dict[str, Any]:
        return {
            "count": min(TEST_ITEMS, len(self.items)),
            "pass": self.mastery,
            "items": [self._item(item) for item in self.items],
            "words": dict(self.t),
        }

    def _item(self, item: Item) -> dict[str, Any]:
        lang, options = self.outgoing.lang, laid_out(item)
        letters = {option.key: _LETTERS[number] for number, option in enumerate(options)}
        return {
            "id": reported_id(item),
            "how": item.answering,
            "kind": KIND_TITLES[item.kind].of(lang),
            "stem": item.stem.of(lang),
            "options": [option.text.of(lang) for option in options],
            "right": [letters[key] for key in item.right],
            "why": item.why.of(lang),
            "place": self.outgoing.place(item),
            "href": self._href(item),
            "draft": int(item.is_draft),
            "picture": picture_path(item) if item.id in self.outgoing.pictures else "",
        }

    def _href(self, item: Item) -> str:
        """The place that says so: on the page of the module, otherwise on the published site, if anywhere."""
        if item.record in self._addresses:
            return f"#{key_of(item.record)}{f'--{item.anchor}' if item.anchor else ''}"
        return self.outgoing.address(item)


def reported_id(item: Item) -> str:
    """An item as it is reported: letters and digits, 255 at most; the digest tells apart what begins alike."""
    first, *words = re.split("[^A-Za-z0-9]+", item.id.rpartition("~")[0])
    digest = sha256(item.id.encode()).hexdigest()[:12]
    return (first + "".join(word[:1].upper() + word[1:] for word in words))[: _LONGEST_ID - len(digest)] + digest


def picture_path(item: Item) -> str:
    """The file of an item's picture in the package."""
    return f"pictures/{sha256(item.id.encode()).hexdigest()[:16]}.png"


def _template() -> Any:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(_TEMPLATE)
