"""A round of items of a course, from what is due to what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from rich.text import Text

from schemas.course import Course
from training.item import Item
from training.material import Material, Subject
from training.pool import PracticePool, practice_pool
from training.progress import Progress
from training.repetition import answered, due, retired
from training.study.asking import Asked, Head, ask
from training.study.desk import Desk, LeftError
from training.study.drawing import Wish, drawn
from training.study.keeping import Keeping
from training.study.overview import show_overview


def study(desk: Desk, material: Material, course: str, keeping: Keeping, wish: Wish, random: Random) -> None:
    """Ask a round of the course at *course*, and keep each answer as soon as it is given.

    Raises:
        ProgressUnreadableError: the learner's file is broken.
        OSError: it cannot be read or written.
    """
    subject: Subject[Course] = material.subject(course)
    pool, day = practice_pool(material, course), keeping.clock().date()
    progress = _without_retired(desk, pool, keeping)
    waiting = due(progress, course, day)
    desk.show(Text(subject.title.of(desk.lang), style="bold cyan").append(f"  {course}", style="not bold dim"))
    desk.show(desk.t.learner.format(name=keeping.name) + " · " + desk.t.no_certificate, "dim")
    show_overview(desk, subject, pool, progress, len(waiting))
    items = drawn(pool, progress, day, wish, random)
    if not items:
        desk.show(desk.t.nothing_new if wish.only_new and pool.items else desk.t.no_items)
        return
    desk.show(desk.t.how, "dim")
    told = _round(desk, material, pool, keeping, items, waiting, random)
    _sum_up(desk, subject, pool, told)


def _without_retired(desk: Desk, pool: PracticePool, keeping: Keeping) -> Progress:
    """What was done up to now, less what is asked no more."""
    gone = retired(keeping.now(), pool.course, {item.id for item in pool.items})
    if not gone:
        return keeping.now()
    desk.show(desk.learning.retired.format(n=len(gone)), "yellow")
    return keeping.change(lambda progress: progress.without(gone))


def _round(
    desk: Desk, material: Material, pool: PracticePool, keeping: Keeping, items: Sequence[Item],
    waiting: Sequence[str], random: Random,
) -> list[Asked]:  # fmt: skip
    subject: Subject[Course] = material.subject(pool.course)
    safety = {id_ for topic in subject.record.blueprint if topic.safety for id_ in pool.by_topic[str(topic.id)]}
    told: list[Asked] = []

    def keep(asked: Asked) -> None:
        id_, now = asked.item.id, keeping.clock()
        keeping.change(lambda progress: answered(progress, id_, asked.is_known, pool.course, now))
        desk.has_kept = True

    try:
        for number, item in enumerate(items, 1):
            head = Head(number, len(items), item.id in waiting, item.id in safety)
            asked = ask(desk, material, item, head, random, keep)
            told.append(asked)
            if not asked.is_right and number < len(items):
                desk.pause()
    except LeftError:
        pass
    return told


def _sum_up(desk: Desk, subject: Subject[Course], pool: PracticePool, told: Sequence[Asked]) -> None:
    if not told:
        return
    t = desk.t
    desk.space()
    desk.show(desk.learning.summary.format(right=sum(asked.is_right for asked in told), all=len(told)), "bold")
    left = list(told)
    for number, topic in enumerate(subject.record.blueprint):
        title = subject.say(lambda record: record.blueprint[number].title).of(desk.lang)  # noqa: B023 - said at once
        ids = set(pool.by_topic[str(topic.id)])
        _sum_up_topic(desk, title, [asked for asked in left if asked.item.id in ids])
        left = [asked for asked in left if asked.item.id not in ids]
    if len(left) < len(told):
        _sum_up_topic(desk, desk.learning.other_topics, left)
    unknown = sum(not asked.is_known for asked in told)
    if unknown:
        desk.show(t.tomorrow.format(n=unknown))


def _sum_up_topic(desk: Desk, title: str, told: Sequence[Asked]) -> None:
    if told:
        desk.show(f"  {title} {sum(asked.is_right for asked in told)}/{len(told)}", "dim")
