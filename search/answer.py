"""An answer as every reader gets it: the command, the API and the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final, Literal

from schemas.languages import PREFIX
from search.danger.watch import Danger
from search.passages import Passage, PassageKind

Status = Literal["answered", "unsure", "blank_in_handbook", "not_in_handbook"]
_FOR_CARDS: Final = ("wants", "found")
"""What only the card of an answer needs."""

Way = Literal["semantic", "lexical", "encoder-crashed", "vectors-away"]
"""By meaning and words, by words alone, or by words since the encoder died of the question, or the vectors are away."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers, in the language of the answer; None where the handbook says nothing.

    Attributes:
        kind: `procedure`, `form` …
        handbook: where the record is; for one of the library itself, the handbook that was asked, if one was.
        record: the id of the record; with its handbook, if it is in one, and the kind's folder it makes the address.
        step: the id of the step, article, node …; None for the record as a whole and for pieces without an id.
        section: the heading of the step; the name of the kind for the record as a whole.
        forms: codes of forms, or addresses of forms without a code.
        url: the page and anchor, relative to the top of the site.
        score: 0 to 1, never rising from one answer to the next; the first one's is how sure the whole answer is.
        effective: ISO date.
        also: addresses of the same matter in other handbooks.
    """

    handbook: str | None
    kind: str
    record: str
    step: str | None
    code: str | None
    title: str
    section: str
    text: str
    by: str | None
    within: str | None
    forms: list[str]
    say: str | None
    url: str
    score: float
    edition: str
    effective: str | None
    status: str
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answers to a question, best first; none with `not_in_handbook`.

    Attributes:
        search: how they were found.
        wants: the fact that is asked for.
        found: the numbers of the passages that were chosen, best first, whatever they amount to.
        planned: the title that is asked for, where a chapter plans it and it is not written yet; then nothing answers.
        danger: whom to call first, where whoever asks is in danger.
    """

    question: str
    lang: str
    status: Status
    answers: tuple[Hit, ...]
    took_ms: float
    search: Way
    wants: str = ""
    found: tuple[int, ...] = ()
    danger: Danger | None = None
    planned: Mapping[str, str] | None = None

    def as_json(self) -> dict[str, Any]:
        """The object that `handbook ask --json` and `/api/ask` give."""
        left_out = _FOR_CARDS if self.planned else (*_FOR_CARDS, "planned")
        values = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in left_out}
        danger = asdict(self.danger) if self.danger else None
        return {**values, "answers": [asdict(hit) for hit in self.answers], "danger": danger}


def show(passage: Passage, kind: PassageKind, lang: str, score: float, asked: str | None = None) -> Hit:
    """*passage*, of a record of *kind*, as an answer in *lang* to somebody who *asked* a handbook, if it was one."""
    wording = passage.wording(lang)
    return Hit(
        handbook=passage.handbook or asked,
        kind=kind.name,
        record=passage.record.rpartition("/")[2],
        step=passage.part or None,
        code=passage.code or None,
        title=wording.title,
        section=wording.section or kind.words.of(lang),
        text=wording.text,
        by=wording.by or None,
        within=wording.within or None,
        forms=list(passage.forms),
        say=wording.say or None,
        url=PREFIX.of(lang) + passage.url,
        score=round(score, 4),
        edition=passage.edition,
        effective=passage.effective or None,
        status=passage.status,
    )
