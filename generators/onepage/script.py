"""The sheet of a script: its rules, the words never said, and every moment of the talk with what may be answered."""

from __future__ import annotations

from collections.abc import Iterator

from generators.onepage.blocks import Block, Lines, Row, Table
from generators.pages.page import Page
from generators.pages.script import NodeView, node_views
from schemas.punctuation import Marks
from schemas.script import Script


def blocks(page: Page, *, whole: bool) -> Iterator[Block]:
    """What stands on it: all of the talk, whatever room there is."""
    del whole
    assert page.entry is not None
    script = page.entry.record
    assert isinstance(script, Script)
    rules = ((page.time(rule.limit) if rule.limit else "", page.plain(rule.text)) for rule in script.rules)
    yield Lines(page.t.rules, tuple(rules))
    yield Lines(page.t.never_say, tuple(("", page.plain(text)) for text in script.never.values()), "never")
    heads = (page.t.number_short, page.t.dialogue, page.t.time_limit)
    yield Table(heads, tuple(_row(page, view) for view in node_views(page, script)))


def _row(page: Page, view: NodeView) -> Row:
    """A moment of the talk in a line: what is said, else asked or done; below it the rest, and where it leads."""
    node = view.node
    main, *rest = [page.plain(text) for text in (node.say, node.ask, node.do, node.note) if text]
    timer = page.timer(node.timer, node.waits) if node.timer else ""
    if node.entry:
        rest.insert(0, page.t.entry.format(name=page.plain(node.entry)) + Marks(page.lang).stop)
    below = (Marks(page.lang).space.join(rest), Marks(page.lang).semicolon.join(_ways(page, view)))
    return Row(
        (str(view.no), main, timer),
        below=tuple(filter(None, below)),
        is_question=bool(node.ask and not node.say),
    )


def _ways(page: Page, view: NodeView) -> Iterator[str]:
    """Where a moment leads, its forms, and how often one may come back to it."""
    exits = view.exits
    if exits.forms:
        yield page.t.list_separator.join(" ".join(filter(None, (form.code, form.title))) for form in exits.forms)
    yield from (f"{way.text} → {way.no}" for way in (*exits.answers, *exits.outcomes))
    if exits.onward:
        yield f"→ {exits.onward.no}"
    if exits.limit:
        yield f"{page.t.loop_limit.format(n=exits.times)} → {exits.limit.no}"
