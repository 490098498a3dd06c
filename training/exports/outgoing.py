"""A course on its way out: its items in one language, each once, by what it is examined on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from schemas.course import Course
from schemas.languages import PREFIX
from schemas.words import Bilingual, Counted, Named
from training.exports.pictures import picture_of
from training.exports.words import ExportWords
from training.item import Item, Option
from training.material import Material, Subject
from training.place import place_of
from training.pool import PracticePool


class Left(Named):
    """What of a course does not leave, and why."""

    PRIVATE = "private", Counted("{number} 道留作考试", "{number} kept for exams", "{number} kept for exams")
    NO_PICTURE = (
        "no-picture",
        Counted(
            "{number} 道要看图，图还做不出来",
            "{number} whose picture is missing",
            "{number} whose pictures are missing",
        ),
    )
    PICTURE = (
        "picture",
        Counted(
            "{number} 道要看图，这种格式放不了图",
            "{number} that shows a picture, which the format cannot hold",
            "{number} that show a picture, which the format cannot hold",
        ),
    )
    MANY_RIGHT = (
        "many-right",
        Counted(
            "{number} 道对的答案太多，题库分不了分",
            "{number} with more right answers than a question bank can weigh",
            "{number} with more right answers than a question bank can weigh",
        ),
    )
    TALKS = (
        "talks",
        Counted(
            "{number} 段话术、排障只能读，演练在手册网站上做",
            "{number} script or fault tree to read only; it is played on the handbook's own site",
            "{number} scripts and fault trees to read only; they are played on the handbook's own site",
        ),
    )
    FORMS = (
        "forms",
        Counted(
            "{number} 张表只能看，填写在手册网站上做",
            "{number} form to look at only; it is filled on the handbook's own site",
            "{number} forms to look at only; they are filled on the handbook's own site",
        ),
    )

    def say(self, number: int) -> Bilingual:
        """So much that does not leave for this reason."""
        counted: Counted = self.wording
        return counted.of(number)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for another system.

    Attributes:
        content: its bytes.
        items: how many items are in it.
        left: what is not, and how much of it.
    """

    content: bytes
    items: int
    left: Counter[Left]


@dataclass(frozen=True, slots=True)
class Category:
    """Items that a question bank keeps together.

    Attributes:
        id: of the topic of the blueprint, or of the module.
        title: what it is called.
        items: its items; no item is in two.
    """

    id: str
    title: str
    items: tuple[Item, ...]


class Outgoing:
    """A course on its way out.

    Args:
        material: the library.
        pool: the items that anybody may practise.
        lang: the language it leaves in.

    Raises:
        TypeError: the pool is another one; items of an exam never leave.
    """

    def __init__(self, material: Material, pool: PracticePool, lang: str) -> None:
        if not isinstance(pool, PracticePool):
            raise TypeError(f"only a PracticePool is published, no {type(pool).__name__}")
        self.material = material
        self.pool = pool
        self.lang = lang
        self.t = ExportWords(lang)
        self.course: Subject[Course] = material.subject(pool.course)
        self.view = material.views.of(lang)
        self.pictures: dict[str, bytes] = {}
        for item in pool.items:
            picture = picture_of(material, item, lang) if item.picture else None
            if picture is not None:
                self.pictures[item.id] = picture

    @property
    def title(self) -> str:
        """What the course is called."""
        return self.course.title.of(self.lang)

    @property
    def handbook(self) -> str:
        """What its handbook is called."""
        return str(self.view.handbooks[self.course.handbook].file.title)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that leave."""
        return tuple(item for item in self.pool.items if not item.picture or item.id in self.pictures)

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """The items by topic; those of no topic by module; at last those of neither. None is empty."""
        taken: set[str] = set()
        return tuple(category for category in self._categories(taken) if category.items)

    def left_out(self) -> Counter[Left]:
        """How many items of the course do not leave, by reason."""
        private = sum(item.private for item in self.course.record.items)
        return +Counter({Left.PRIVATE: private, Left.NO_PICTURE: len(self.pool.items) - len(self.items)})

    def place_title(self, item: Item) -> str:
        """What the place that says so is called: the record, and its part where it is one."""
        place = place_of(self.view, item)
        return f"{place.title} · {place.part}" if place.part else place.title

    def place(self, item: Item) -> str:
        """Where the handbook says so."""
        return self.t.place.format(place=self.place_title(item))

    def address(self, item: Item) -> str:
        """Where that stands on the published site; empty where the library has none."""
        base = self.view.base_url.rstrip("/")
        return f"{base}/{PREFIX.of(self.lang)}{item.url}" if base else ""

    def why(self, item: Item) -> str:
        """What is shown once an item is answered: what the step says, where, and that it is a draft; a line each."""
        return "\n".join(filter(None, (item.why.of(self.lang), self.place(item), self.draft(item))))

    def draft(self, item: Item) -> str:
        """That nobody has approved the text that an item was made from; empty when somebody has."""
        return self.t.draft if item.is_draft else ""

    def _categories(self, taken: set[str]) -> Iterator[Category]:
        course = self.course
        for number, topic in enumerate(course.record.blueprint):
            title = course.say(lambda record: record.blueprint[number].title)  # noqa: B023 - said at once
            yield self._category(str(topic.id), title.of(self.lang), self.pool.by_topic[str(topic.id)], taken)
        for number, module in enumerate(course.record.modules):
            title = course.say(lambda record: record.modules[number].title)  # noqa: B023 - said at once
            yield self._category(str(module.id), title.of(self.lang), self.pool.by_module[str(module.id)], taken)
        yield self._category("others", self.t.others, tuple(item.id for item in self.items), taken)

    def _category(self, id_: str, title: str, ids: tuple[str, ...], taken: set[str]) -> Category:
        wanted = set(ids) - taken
        items = tuple(item for item in self.items if item.id in wanted)
        taken.update(item.id for item in items)
        return Category(id_, title, items)


def laid_out(item: Item) -> tuple[Option, ...]:
    """The options of an item in an order of their own, the same every time, that tells nothing of which is right."""
    rank: Callable[[Option], str] = lambda option: sha256(f"{item.id}\0{option.key}".encode()).hexdigest()  # noqa: E731
    return tuple(sorted(item.options, key=rank))
