"""A piece of a record, and the few things every kind needs to cut one off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from schemas.anchors import Part, anchor
from schemas.calls import Call
from schemas.clock import after_hours, extension, in_full
from schemas.deadline import Deadline
from schemas.entry import Entry
from schemas.laws import Citation, say_articles
from schemas.library import Library
from schemas.policy import Commitment
from schemas.procedure import Step
from schemas.punctuation import Marks
from schemas.record import Model, Record
from schemas.references import FormRef
from schemas.scalars import Ask, Code, Id
from schemas.walk import leaves, texts
from schemas.ways import Branch
from search.words import SearchWords

_ENDS: Final = frozenset("。！？；…”.!?;:")


@dataclass(frozen=True, slots=True)
class Cut:
    """One piece in one language; both languages of a record give the same pieces in the same order.

    Attributes:
        key: what the id of the passage has after `#`; empty for the record as a whole.
        part: the id a reference uses; empty where nothing can point at the piece.
        anchor: the HTML id on the record's page; empty where it has none.
        sort: what it is among the pieces of its kind of record, `register`; empty where its anchor says so.
    """

    key: str = ""
    part: str = ""
    anchor: str = ""
    section: str = ""
    text: str = ""
    by: str = ""
    within: str = ""
    forms: tuple[str, ...] = ()
    say: str = ""
    asks: tuple[str, ...] = ()
    hints: str = ""
    start: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Scissors:
    """What cutting one record needs: the library in one language, and the record's entry in it."""

    library: Library
    entry: Entry

    @property
    def lang(self) -> str:
        """The language of the view."""
        return self.library.lang

    def plain(self, *texts: str | None, blanks: Mapping[str, str] | None = None) -> str:
        """The texts there are, as plain words, one after the other."""
        return self.marks.space.join(self.library.plain(text, self.entry, blanks) for text in texts if text)

    @property
    def words(self) -> SearchWords:
        """The words of passages."""
        return SearchWords(self.lang)

    @property
    def marks(self) -> Marks:
        """What stands between texts."""
        return Marks(self.lang)

    def labelled(self, part: Model, name: str) -> str:
        """What a field says, a text or what has a wording of its own, after what it is called; empty without it."""
        value = getattr(part, name)
        if not value:
            return ""
        return self.with_label(part, name, self.plain(value) if isinstance(value, str) else value.say(self.lang))

    def with_label(self, part: Model, name: str, words: str) -> str:
        """*words* after what the field *name* is called."""
        return f"{part.label_of(name).of(self.lang)}{self.marks.colon}{words}"

    def call(self, call: Call) -> str:
        """A number to call, who answers and when it is the one: `119 火警和抢险救援`."""
        number = self.library.number_in(call.number, self.entry.handbook)
        return " ".join(filter(None, (number, call.answered_by(self.lang), self.plain(call.when))))

    def listed(self, texts: Iterable[str]) -> str:
        """The texts in a row, with semicolons between them."""
        return self.marks.semicolon.join(self.plain(text).rstrip("。；;.") for text in texts)

    def joined(self, *pieces: str) -> str:
        """The pieces there are as one text, each ended as a sentence."""
        ended = (piece if piece[-1] in _ENDS else piece + self.marks.stop for piece in pieces if piece)
        return self.marks.space.join(ended)

    def deadline(self, deadline: Deadline | Commitment | None) -> str:
        """Within what time and how far extendable; empty without a deadline."""
        said = (say(self.library, self.entry, deadline) for say in (in_full, extension))
        return self.marks.semicolon.join(filter(None, said))

    def after_hours(self, part: Step | Commitment) -> str:
        """Who does it outside the hours and what differs then, after what that is called."""
        said = after_hours(self.library, self.entry, part)
        return self.with_label(part, "after_hours", said) if said else ""

    def actors(self, *references: str) -> str:
        """The titles of roles and parties."""
        return self.marks.enumeration.join(self.library.actor_title(name, self.entry.handbook) for name in references)

    def forms(self, references: Iterable[str]) -> tuple[str, ...]:
        """The codes of forms; the address where a form has no code of its own; as written where it is not found."""
        resolved = ((reference, self.library.find(reference, self.entry.handbook)) for reference in references)
        names = (self._name(entry.address) if entry else reference for reference, entry in resolved)
        return tuple(dict.fromkeys(names))

    def titles(self, references: Iterable[str]) -> str:
        """The titles of records, to be found by."""
        entries = (self.library.find(reference, self.entry.handbook) for reference in references)
        return " ".join(self.library.title(entry.address) for entry in entries if entry)

    def laws(self, citations: Iterable[Citation]) -> Iterator[Cut]:
        """The laws that a record rests on, as one piece; none where it cites none."""
        if laws := [self.law(citation) for citation in citations]:
            text = self.marks.semicolon.join(laws)
            yield Cut(key="laws", section=self.words.laws, text=text)

    def law(self, citation: Citation) -> str:
        """A law with the articles that are cited and what they say."""
        listed = self.library.law(str(citation.law))
        name = [str(listed.title) if listed else str(citation.law), say_articles(citation.articles, self.lang)]
        says = [f"{self.marks.colon}{self.plain(citation.says).rstrip('。；;.')}"] if citation.says else []
        return " ".join(filter(None, name)) + "".join(says)

    def branches(self, branches: Mapping[Id, Branch], headings: Mapping[str, str]) -> str:
        """Each answer and where it leads."""
        phrases = (
            self.words.branch.format(answer=self.plain(branch.text), to=headings.get(str(branch.to), str(branch.to)))
            for branch in branches.values()
        )
        return self.marks.semicolon.join(phrases)

    def asks(self) -> tuple[str, ...]:
        """The asks of the record as a whole."""
        return tuple(map(str, self.entry.record.asks))

    def _name(self, address: str) -> str:
        code = self.library.heading(address, "").code
        return code if code and not Code(code).is_placeholder else address


def part_cut(kind: str, part: str, section: str, text: str, **facts: object) -> Cut:
    """A piece that has an anchor on its page."""
    place = anchor(kind, part)
    return Cut(key=place, part=part, anchor=place, section=section, text=text, **facts)  # type: ignore[arg-type]


def cut_by_parts(at: Scissors, record: Record) -> Iterator[Cut]:
    """The whole, then every part: for a kind of record that needs nothing more exact.

    The whole is found, too, by all that the record says outside its parts.
    """
    parts = [*record.parts()]
    inside = {leaf.value for part in parts for leaf in texts(part.body)}
    around = (leaf.value for leaf in texts(record) if leaf.path[0] not in Record.model_fields)
    hints = " ".join(at.plain(text) for text in around if text not in inside)
    yield Cut(text=at.plain(record.summary or record.title), hints=hints, asks=at.asks())
    yield from (_part(at, part) for part in parts)


def _part(at: Scissors, part: Part) -> Cut:
    values = (leaf.value for leaf in texts(part.body) if leaf.value != part.title)
    within = [leaf.value for leaf in leaves(part.body)]
    return part_cut(
        part.kind, part.id, shorten(at.plain(part.title)), at.listed(values) or at.plain(part.title),
        forms=at.forms(value for value in within if isinstance(value, FormRef)),
        asks=tuple(str(value) for value in within if isinstance(value, Ask)),
    )  # fmt: skip


def shorten(text: str, limit: int = 40) -> str:
    """*text* as a heading: its first *limit* characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
