"""Qualifications and courses: cut into levels, losses, modules and the exam."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.course import Course, Exam, Module, Topic
from schemas.qualification import Level, Loss, Qualification, Recheck
from schemas.references import LevelRef
from search.cutting import Cut, Scissors, part_cut


def cut_course(at: Scissors, record: Course) -> Iterator[Cut]:
    """The whole, modules, the exam."""
    hints = at.marks.enumeration.join((at.actors(record.role), _level_of(at, record)))
    yield Cut(text=at.plain(record.summary) or hints, hints=hints, asks=at.asks())
    yield from (_module(at, module) for module in record.modules)
    if record.exam:
        yield _exam(at, record, record.exam)


def _module(at: Scissors, module: Module) -> Cut:
    pieces = [at.plain(module.aim)]
    if module.shifts:
        pieces.append(at.words.shifts.format(module.shifts))
    if module.sign:
        pieces.append(at.words.signed.format(at.actors(module.sign)))
    hints = at.titles([*module.read, *module.practise, *module.fill])
    return part_cut("module", str(module.id), at.plain(module.title), at.joined(*pieces), hints=hints)


def _exam(at: Scissors, record: Course, exam: Exam) -> Cut:
    numbers = {"items": exam.items, "minutes": exam.minutes, "pass_": f"{exam.pass_}%", "attempts": exam.attempts}
    pieces = [at.words.exam_text.format(**numbers), *(_topic(at, topic) for topic in record.blueprint)]
    if exam.retake_after:
        pieces.append(at.words.retake.format(exam.retake_after.say(at.lang)))
    if record.valid_for:
        pieces.append(at.words.valid.format(record.valid_for.say(at.lang)))
    return Cut(key="exam", section=at.words.exam, text=at.marks.semicolon.join(pieces))


def _level_of(at: Scissors, record: Course) -> str:
    if not isinstance(record.level, LevelRef):
        return at.plain(record.level)
    entry = at.library.find(record.level, at.entry.handbook)
    return at.library.heading(entry.address, record.level.part).title if entry else str(record.level)


def _topic(at: Scissors, topic: Topic) -> str:
    template = at.words.safety_topic if topic.safety else at.words.topic
    return template.format(at.plain(topic.title), topic.least)


def cut_qualification(at: Scissors, record: Qualification) -> Iterator[Cut]:
    """The whole, its levels, when it is suspended or lowered, how it is checked again."""
    titles = at.marks.enumeration.join(at.plain(level.title) for level in record.levels)
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.scope, titles), asks=at.asks())
    yield from (_level(at, record, level) for level in record.levels)
    yield from (_loss(at, record, "suspension", at.words.suspended, loss) for loss in record.suspend)
    yield from (_loss(at, record, "downgrade", at.words.downgraded, loss) for loss in record.downgrade)
    if record.recheck:
        yield _recheck(at, record.recheck)
    yield from at.laws(record.laws)


def _level(at: Scissors, record: Qualification, level: Level) -> Cut:
    words, pieces = at.words, []
    if level.requires:
        pieces.append(
            words.requires.format(at.marks.enumeration.join(_title(at, record, id_) for id_ in level.requires))
        )
    if level.months is not None:
        pieces.append(words.months.format(level.months))
    if level.exam:
        pieces.append(words.marks.format(level.exam.marks, f"{level.exam.pass_.normalize():f}"))
    if level.valid_for:
        pieces.append(words.valid.format(level.valid_for.say(at.lang)))
    if level.renew:
        pieces.append(at.plain(level.renew.do))
    if level.needs:
        pieces.append(at.listed(level.needs.values()))
    if level.may:
        pieces.append(words.may.format(at.listed(level.may.values())))
    hints = at.titles([level.course] if level.course else [])
    return part_cut(
        "level", str(level.id), at.plain(level.title), at.joined(*pieces) or at.plain(level.title),
        asks=tuple(map(str, level.asks)), hints=hints,
    )  # fmt: skip


def _title(at: Scissors, record: Qualification, id_: str) -> str:
    return next((at.plain(level.title) for level in record.levels if level.id == id_), str(id_))


def _loss(at: Scissors, record: Qualification, kind: str, heading: str, loss: Loss) -> Cut:
    lowered = at.words.lowered_to.format(_title(at, record, loss.to)) if loss.to else ""
    text = at.joined(at.plain(loss.when), lowered, at.labelled(loss, "then"))
    within = loss.lasts.say(at.lang) if loss.lasts else ""
    by = at.actors(loss.by) if loss.by else ""
    return part_cut(kind, str(loss.id), heading, text, by=by, within=within)


def _recheck(at: Scissors, recheck: Recheck) -> Cut:
    by = at.actors(recheck.by) if recheck.by else ""
    forms = at.forms([recheck.form] if recheck.form else [])
    text = at.joined(at.plain(recheck.every), at.plain(recheck.do))
    return Cut(key="recheck", section=at.words.recheck, text=text, by=by, forms=forms)
