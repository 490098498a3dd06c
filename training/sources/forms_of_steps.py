"""«Which form»: the one that is filled in at a step, or in regular work, among those that it has nothing to do with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.columns import column_title
from schemas.library import Library
from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.references import FieldRef
from schemas.words import LANGUAGES, Bilingual, ByLanguage, Word, Words, in_both
from training.choosing import WRONG, words_in
from training.item import Item, Option
from training.likeness import shared
from training.making import in_quotes, made, quoted
from training.material import Material, Subject, in_both_any
from training.sources.posts_of_steps import named_in
from training.sources.recurring import WorkOf, works_of
from training.sources.safety import secures
from training.sources.sequence import followers
from training.sources.steps import StepOf, called_alike, steps_of, steps_of_handbook

_TWIN: Final = 0.5
"""Of the words of the shorter one of two titles."""
_FOR_ANYTHING: Final = 8
"""So many procedures fill in a form like the log of a shift."""


class _Stem(Words):
    step = Word(
        "《{title}》走到“{step}”这一步，填哪张表？", "In “{title}”, which form is filled in at the step “{step}”?"
    )
    work = Word(
        "《{title}》里的日常工作“{step}”，填哪张表？", "In “{title}”, which form goes with the regular work “{step}”?"
    )


class _Quote(Words):
    form = Word("{why}填《{form}》。", "{why} It goes in “{form}”.")
    columns = Word("{why}填《{form}》的{columns}。", "{why} It goes in “{form}”, under {columns}.")
    column = Word("“{column}”", "“{column}”")
    between = Word("", ", ")


@dataclass(frozen=True)
class OfferedForm:
    """A form that may be offered as an answer.

    Attributes:
        option: the form.
        by: the addresses of the procedures that fill it in.
    """

    option: Option
    by: frozenset[str] = frozenset()

    @property
    def is_for_anything(self) -> bool:
        """Whether so many procedures fill it in that anything may be noted in it."""
        return len(self.by) >= _FOR_ANYTHING

    @cached_property
    def _words(self) -> ByLanguage[set[str]]:
        return in_both_any(lambda lang: words_in(self.option.text.of(lang)))

    def shares(self, text: Bilingual) -> int:
        """How many words its title and *text* share, in the language in which they share more."""
        return max(len(self._words.of(lang) & words_in(text.of(lang))) for lang in LANGUAGES)

    def is_much_like(self, text: Bilingual) -> bool:
        """Whether half of its title stands in *text*, or the other way round: nobody remembers which is which."""
        return any(
            shared(frozenset(self._words.of(lang)), frozenset(words_in(text.of(lang)))) >= _TWIN for lang in LANGUAGES
        )


def items_form(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step and each regular work that fills in one form.

    None for what is done on the spot or keeps people safe: nobody should think of a form there.
    """
    asked: Counter[str] = Counter()
    for item in _every(subject):
        asked[item.right[0]] += 1
        if asked[item.right[0]] <= _OFTEN:
            yield item


_OFTEN: Final = 2
"""So many items of a procedure have the same form for their answer."""


def _every(subject: Subject[Procedure]) -> Iterator[Item]:
    for step in steps_of(subject):
        at_once = secures(step) or str(step.step.within and step.step.within.time) == _AT_ONCE
        if step.can_be_named and not (step.is_question or at_once):
            yield from filter(None, (_of_step(step),))
    for work in works_of(subject):
        if work.can_be_named:
            yield from filter(None, (_of_work(work),))


_AT_ONCE: Final = "立即"
_NOTE: Final = re.compile(r"（[^（）]*）|\([^()]*\)|: .*$")
_MOST_COLUMNS: Final = 3
"""With more of them it is most of the form."""
_LONGEST_COLUMN: Final = ByLanguage(16, 40)


def _of_step(step: StepOf) -> Item | None:
    alike = {form for other in called_alike(step) for form in _touched(other.subject, other.step)}
    return _item(step.subject, step.step, step.place, step.id, _Stem.step, step.heading, step.words, alike, step.why)


def _of_work(work: WorkOf) -> Item | None:
    return _item(work.subject, work.work, work.place, work.id, _Stem.work, work.title, work.words, set(), work.why)


def _item(
    subject: Subject[Procedure],
    part: Step | PeriodicWork,
    place: str,
    id_: str,
    template: Word,
    heading: Bilingual,
    words: Iterable[Bilingual],
    alike: set[str],
    why: Bilingual,
) -> Item | None:
    filled = dict.fromkeys(_addresses(subject, (field.target for field in part.writes)))
    if len(filled) != 1 or not heading.zh:
        return None
    (address,) = filled
    right = _option(subject.material, address)
    forms = subject.material.once(_forms_of, subject.handbook)
    offered = tuple(form.option for form in forms)
    hinted = (form.option.key for form in forms if form.shares(heading))
    if next(form for form in forms if form.option.key == address).shares(heading):
        return None
    twins = {
        *_filled_together(subject, address),
        *_filled_about_then(subject, id_, str(part.by)),
        *(form.option.key for form in forms if form.is_much_like(right.text) or form.is_for_anything),
    }
    never = {*_touched(subject, part), *named_in(words, offered), *alike, *hinted, *twins} - {address}
    item = made(
        subject,
        "form",
        place,
        id_,
        stem=in_both(
            lambda lang: template.of(lang).format(title=quoted(subject.title).of(lang), step=quoted(heading).of(lang))
        ),
        right=right,
        wrong=_others(subject, right, forms),
        never=never,
        fields=(heading.zh, address),
        why=_with_form(subject, part, right, why),
    )
    return item if item is not None and len(item.options) > WRONG else None


def _with_form(subject: Subject[Procedure], part: Step | PeriodicWork, form: Option, why: Bilingual) -> Bilingual:
    """What is shown once it is answered: what the step says, and what is filled in on which form."""

    def say(lang: str) -> str:
        view, words = subject.material.views.of(lang), _Quote(lang)
        columns = [_column(view, field, subject.handbook) for field in part.writes]
        named = [words.column.format(column=in_quotes(title)) for title in dict.fromkeys(columns) if title]
        titles = words.between.join(named) if len(named) <= _MOST_COLUMNS else ""
        template = words.columns if titles else words.form
        return template.format(why=why.of(lang), form=in_quotes(form.text.of(lang)), columns=titles)

    return in_both(say)


def _column(view: Library, field: FieldRef, handbook: str) -> str:
    """What the form calls a column, without its notes in brackets; empty for what it has no short name for."""
    title = _NOTE.sub("", column_title(view, field, handbook)).strip()
    return "" if title == field.part or len(title) > _LONGEST_COLUMN.of(view.lang) else title


def _filled_together(subject: Subject[Procedure], address: str) -> set[str]:
    """The forms that some step of the same procedure fills in beside this one: its twins for other cases."""
    together: set[str] = set()
    for step in steps_of(subject):
        filled = set(_addresses(subject, (field.target for field in step.step.writes)))
        together |= filled if address in filled else set()
    return together


def _filled_about_then(subject: Subject[Procedure], id_: str, by: str) -> Iterator[str]:
    """The forms that the same post fills in just before or after a step: on the spot both may lie there."""
    for step in steps_of(subject):
        is_beside = step.id in followers(subject, id_) or id_ in followers(subject, step.id)
        if is_beside and str(step.step.by) == by:
            yield from _touched(subject, step.step)


def _others(subject: Subject[Procedure], right: Option, forms: tuple[OfferedForm, ...]) -> Iterator[list[Option]]:
    """Those of the same procedure, those of its chapter that are called a little alike, then any of the chapter.

    Forms of other chapters are about other matters: nobody would take one of them for the right one.
    """
    near = {form for step in steps_of(subject) for form in _touched(subject, step.step)}
    chapter = subject.material.once(_of_one_chapter, subject.address)
    beside = [form for form in forms if form.by & chapter]
    yield [form.option for form in forms if form.option.key in near]
    yield [form.option for form in beside if form.shares(right.text) > 1]
    yield [form.option for form in beside]


def _of_one_chapter(material: Material, address: str) -> frozenset[str]:
    """The addresses of the records that stand in the same chapter as a record, itself among them."""
    handbook = address.partition("/")[0]
    waiting = list(material.library.handbooks[handbook].file.chapters)
    for chapter in waiting:
        waiting += chapter.chapters
        found = (material.library.find(reference, handbook) for reference in chapter.records)
        addresses = frozenset(entry.address for entry in found if entry is not None)
        if address in addresses:
            return addresses
    return frozenset((address,))


def _touched(subject: Subject[Procedure], part: Step | PeriodicWork) -> set[str]:
    """The addresses of the forms that a step or a regular work fills in or reads."""
    return set(_addresses(subject, part.every_form))


def _addresses(subject: Subject[Procedure], references: Iterable[str]) -> Iterator[str]:
    for reference in references:
        if (form := subject.find(str(reference))) is not None:
            yield form.address


def _forms_of(material: Material, handbook: str) -> tuple[OfferedForm, ...]:
    """Every form that procedures of a handbook fill in."""
    parts: list[tuple[Subject[Procedure], Step | PeriodicWork]] = [
        (step.subject, step.step) for step in steps_of_handbook(material, handbook)
    ]
    parts += [
        (work.subject, work.work)
        for procedure in material.of_kind("procedures", handbook)
        for work in works_of(procedure)
    ]
    filled: dict[str, set[str]] = {}
    for subject, part in parts:
        for address in _addresses(subject, (field.target for field in part.writes)):
            filled.setdefault(address, set()).add(subject.address)
    return tuple(OfferedForm(_option(material, address), frozenset(by)) for address, by in filled.items())


def _option(material: Material, address: str) -> Option:
    return Option(address, material.title(address))
