"""«Which form»: the one that is filled in at a step, or in regular work, among those that it has nothing to do with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.words import LANGUAGES, Bilingual, ByLanguage, Word, Words, in_both
from training.choosing import words_in
from training.item import Item, Option
from training.making import made, quoted
from training.material import Material, Subject, in_both_any
from training.sources.posts_of_steps import named_in
from training.sources.recurring import WorkOf, works_of
from training.sources.steps import StepOf, called_alike, steps_of, steps_of_handbook


class _Stem(Words):
    step = Word(
        "《{title}》走到“{step}”这一步，填哪张表？", "In “{title}”, which form is filled in at the step “{step}”?"
    )
    work = Word(
        "《{title}》里的日常工作“{step}”，填哪张表？", "In “{title}”, which form goes with the regular work “{step}”?"
    )


@dataclass(frozen=True)
class _Form:
    """A form that may be offered as an answer."""

    option: Option

    @cached_property
    def _words(self) -> ByLanguage[set[str]]:
        return in_both_any(lambda lang: words_in(self.option.text.of(lang)))

    def shares(self, text: Bilingual) -> int:
        """How many words its title and *text* share, in the language in which they share more."""
        return max(len(self._words.of(lang) & words_in(text.of(lang))) for lang in LANGUAGES)


def items_form(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step and each regular work that fills in one form."""
    for step in steps_of(subject):
        if not step.is_question and step.can_be_named:
            yield from filter(None, (_of_step(step),))
    for work in works_of(subject):
        yield from filter(None, (_of_work(work),))


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
    never = {*_touched(subject, part), *named_in(words, offered), *alike, *hinted} - {address}
    return made(
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
        why=why,
    )


def _others(subject: Subject[Procedure], right: Option, forms: tuple[_Form, ...]) -> Iterator[list[Option]]:
    """Those of the same procedure, those of the handbook that are called much the same, then any of them."""
    near = {form for step in steps_of(subject) for form in _touched(subject, step.step)}
    yield [form.option for form in forms if form.option.key in near]
    yield [form.option for form in forms if form.shares(right.text) > 1]
    yield [form.option for form in forms]


def _touched(subject: Subject[Procedure], part: Step | PeriodicWork) -> set[str]:
    """The addresses of the forms that a step or a regular work fills in or reads."""
    return set(_addresses(subject, part.every_form))


def _addresses(subject: Subject[Procedure], references: Iterable[str]) -> Iterator[str]:
    for reference in references:
        if (form := subject.find(str(reference))) is not None:
            yield form.address


def _forms_of(material: Material, handbook: str) -> tuple[_Form, ...]:
    """Every form that procedures of a handbook fill in."""
    parts: list[tuple[Subject[Procedure], Step | PeriodicWork]] = [
        (step.subject, step.step) for step in steps_of_handbook(material, handbook)
    ]
    parts += [
        (work.subject, work.work)
        for procedure in material.of_kind("procedures", handbook)
        for work in works_of(procedure)
    ]
    filled = dict.fromkeys(
        address for subject, part in parts for address in _addresses(subject, (field.target for field in part.writes))
    )
    return tuple(_Form(_option(material, address)) for address in filled)


def _option(material: Material, address: str) -> Option:
    return Option(address, material.title(address))
