"""What stands before a round: what is due, what is new, and what is left of each module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from schemas.course import Course, Module
from training.material import Subject
from training.pool import PracticePool
from training.progress import Act, Progress
from training.study.desk import Desk

_NARROW: Final = 60
"""With fewer characters in a line a table has no room."""
_Share = tuple[int, int]
"""How much is done, and of how much."""


def show_overview(desk: Desk, subject: Subject[Course], pool: PracticePool, progress: Progress, due: int) -> None:
    """Show how far somebody is in a course, and what comes next."""
    t = desk.t
    known = [item.id for item in pool.items if (entry := progress.items.get(item.id)) and entry.ok]
    new = [item.id for item in pool.items if item.id not in progress.items]
    counts = (t.due.format(n=due), t.new.format(n=len(new)), t.known.format(n=len(known), all=len(pool.items)))
    desk.show(" · ".join(counts), "bold")
    desk.show(_modules(desk, subject, pool, progress, set(known)))
    following = next(_left(desk, subject, progress), None)
    if following is not None:
        desk.show(following[0])
        desk.show_place(following[1])


def _modules(
    desk: Desk, subject: Subject[Course], pool: PracticePool, progress: Progress, known: set[str]
) -> RenderableType:
    """How far each module is: a table, or where that has no room some lines a module."""
    t = desk.t
    headings = (t.read, t.practise, t.fill, t.questions)
    rows = list(_rows(desk, subject, pool, progress, known))
    if desk.console.width < _NARROW:
        return Group(*(_in_lines(title, headings, shares) for title, shares in rows))
    table = Table(box=box.SIMPLE, pad_edge=False, header_style="dim")
    table.add_column(t.module, overflow="fold")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for title, shares in rows:
        table.add_row(Text(title), *(_share(*share) for share in shares))
    return table


def _rows(
    desk: Desk, subject: Subject[Course], pool: PracticePool, progress: Progress, known: set[str]
) -> Iterator[tuple[str, list[_Share]]]:
    """The title of each module, and of what how much is done."""
    for number, module in enumerate(subject.record.modules):
        title = subject.say(lambda record: record.modules[number].title).of(desk.lang)  # noqa: B023 - said at once
        ids = pool.by_module[str(module.id)]
        shares = [(_done(subject, progress, act, names), len(names)) for act, names in _tasks(module)]
        yield title, [*shares, (sum(id_ in known for id_ in ids), len(ids))]


def _in_lines(title: str, headings: Sequence[str], shares: Sequence[_Share]) -> Text:
    counts = (f"{heading} {done}/{of}" for heading, (done, of) in zip(headings, shares, strict=True) if of)
    return Text(title).append(f"\n  {' · '.join(counts)}", style="dim")


def _tasks(module: Module) -> Iterator[tuple[Act, Sequence[str]]]:
    yield "read", module.read
    yield "practise", module.practise
    yield "fill", module.fill


def _share(done: int, of: int) -> Text:
    """`2/3`; nothing where there is nothing to do."""
    return Text(f"{done}/{of}", style="green" if done == of else "") if of else Text("–", style="dim")


def _done(subject: Subject[Course], progress: Progress, act: Act, names: Sequence[str]) -> int:
    targets = (subject.find(str(name)) for name in names)
    return sum(target is not None and progress.has_done(act, target.address) is not None for target in targets)


def _left(desk: Desk, subject: Subject[Course], progress: Progress) -> Iterator[tuple[str, str]]:
    """What is left to read, to practise and to fill in, in the order of the modules, each with where it is done."""
    words = desk.learning
    templates = {"read": words.do_read, "practise": words.do_practise, "fill": words.do_fill}
    for module in subject.record.modules:
        for act, names in _tasks(module):
            for name in names:
                target = subject.find(str(name))
                if target is not None and progress.has_done(act, target.address) is None:
                    title = subject.material.title(target.address).of(desk.lang)
                    here = f"handbook study --script {target.address}" if act == "practise" else target.url
                    yield templates[act].format(title=title), here
