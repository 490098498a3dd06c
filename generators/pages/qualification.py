"""The page of a qualification: its levels from below, what each takes and allows, and how one loses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.pages.page import Link, Page
from generators.pages.record import Content, Fact, names, print_action
from schemas.punctuation import Marks
from schemas.qualification import Assessment, Level, Loss, Qualification
from schemas.renewal import Renewal


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level with what it takes and how long it is valid."""

    of: Level
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LossView:
    """What makes one lose a level; the level it is lowered to, and who decides."""

    of: Loss
    facts: tuple[Fact, ...]


def content(page: Page) -> Content:
    """What the page of a qualification says."""
    assert page.entry is not None
    record = page.entry.record
    assert isinstance(record, Qualification)
    body = page.render(
        "qualification.html.j2",
        record=record,
        levels=tuple(LevelView(level, tuple(_level(page, record, level))) for level in record.levels),
        suspend=tuple(_loss(page, record, loss) for loss in record.suspend),
        downgrade=tuple(_loss(page, record, loss) for loss in record.downgrade),
        recheck=tuple(_recheck(page, record)),
    )
    sections = tuple((page.anchor("level", level.id), page.plain(level.title)) for level in record.levels)
    return Content(body, tuple(_facts(page, record)), (print_action(page),), sections=sections)


def _facts(page: Page, record: Qualification) -> Iterator[Fact]:
    if record.roles:
        yield Fact(page.t.for_role, links=names(page, record.roles))
    if record.register_:
        yield Fact(page.t.register, links=(page.refer(record.register_),))


def _level(page: Page, record: Qualification, level: Level) -> Iterator[Fact]:
    if level.requires:
        yield Fact(page.t.requires, links=tuple(_to_level(page, record, id_) for id_ in level.requires))
    if level.months is not None:
        yield Fact(page.t.months_before, page.t.months_n.format(n=level.months))
    if level.course:
        yield Fact(page.t.course, links=(page.refer(level.course),))
    if level.exam:
        yield Fact(page.t.exam, say_assessment(page, level.exam))
    if level.valid_for:
        yield Fact(page.t.valid_for, page.time(level.valid_for))
    if level.renew:
        yield from renewal(page, level.renew)


def say_assessment(page: Page, exam: Assessment) -> str:
    """How a level is examined: `满分 100 分，80 分及格；实操占 40%`."""
    number = page.t.marks_of.format(pass_=f"{exam.pass_.normalize():f}", marks=exam.marks)
    share = f"{exam.practical.normalize():f}%" if exam.practical is not None else ""
    return Marks(page.lang).semicolon.join(filter(None, (number, share and page.t.practical_share.format(share=share))))


def renewal(page: Page, renew: Renewal) -> Iterator[Fact]:
    """How a certificate is renewed, on the page of a course too."""
    before = page.t.renew_before.format(time=page.time(renew.before)) if renew.before else ""
    yield Fact(page.t.renew, Marks(page.lang).semicolon.join(filter(None, (page.plain(renew.do), before))), tone="wide")
    if renew.course:
        yield Fact(page.t.renew_course, links=(page.refer(renew.course),))


def _to_level(page: Page, record: Qualification, id_: str) -> Link:
    level = next((level for level in record.levels if level.id == id_), None)
    return Link(page.plain(level.title), f"#{page.anchor('level', id_)}") if level else Link(id_)


def _loss(page: Page, record: Qualification, loss: Loss) -> LossView:
    facts = []
    if loss.to:
        facts.append(Fact(page.t.lowered_to, links=(_to_level(page, record, loss.to),)))
    if loss.lasts:
        facts.append(Fact(loss.label_of("lasts").of(page.lang), page.time(loss.lasts)))
    if loss.by:
        facts.append(Fact(page.t.decided_by, links=(page.actor(loss.by),)))
    if loss.then:
        facts.append(Fact(loss.label_of("then").of(page.lang), page.plain(loss.then)))
    return LossView(loss, tuple(facts))


def _recheck(page: Page, record: Qualification) -> Iterator[Fact]:
    recheck = record.recheck
    if recheck is None:
        return
    yield Fact(page.t.every, page.plain(recheck.every))
    if recheck.do:
        yield Fact(page.t.do_word, page.plain(recheck.do))
    if recheck.by:
        yield Fact(page.t.who_does, links=(page.actor(recheck.by),))
    if recheck.form:
        yield Fact(page.t.forms_used, links=(page.refer(recheck.form),))
