"""What readers asked and did not find, in the terminal: the same groups as on the owner's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from commands import context
from commands.noting import question_log
from commands.shared import open_newest
from schemas.words import Bilingual
from search.unanswered import Fix, Group, groups_of

_NONE: Final = Bilingual("还没有：{path} 里没有记下什么。", "Nothing yet: nothing is noted in {path}.")
_HEAD: Final = Bilingual("{question}（{n} 次，{days}）", "{question} ({n} times, {days})")
_PLANNED: Final = Bilingual("列了题目，还没有写", "named, not written yet")
_NEAREST: Final = Bilingual("最接近 {place}", "closest: {place}")
_FIXES: Final = {
    "ask": Bilingual("加一条问法", "add an ask"),
    "fact": Bilingual("补上留空的一项", "fill in what is left blank"),
    "title": Bilingual("新写一篇", "begin a new record"),
    "text": Bilingual("改这一处的条文", "put the text right"),
}


def print_unanswered(root: Path, *, as_json: bool) -> None:
    """Print the groups of the question log, those first that were asked most."""
    log = question_log(root, context.warn)
    groups = groups_of(open_newest(root), log.lines(), context.lang())
    if as_json:
        context.print_json({"groups": [group.as_json() for group in groups]})
        return
    if not groups:
        context.out.print(_NONE.of(context.lang()).format(path=log.place), markup=False)
    for group in groups:
        context.out.print("\n".join(_lines(group, context.lang())) + "\n", markup=False)


def _lines(group: Group, lang: str) -> Iterator[str]:
    days = group.first if group.first == group.last else f"{group.first} – {group.last}"
    yield _HEAD.of(lang).format(question=group.question, n=group.asked + group.down, days=days)
    yield from (f"  {wording}" for wording in group.wordings if wording != group.question)
    yield from (f"  # {note}" for note in group.notes)
    if group.status == "planned":
        yield f"  {_PLANNED.of(lang)}"
    if group.nearest:
        yield "  " + _NEAREST.of(lang).format(place=f"{group.nearest.title} › {group.nearest.section}")
    yield from (f"  {_said(fix, lang)}" for fix in group.fixes)


def _said(fix: Fix, lang: str) -> str:
    where = " › ".join(filter(None, (fix.file, fix.place)))
    return " ".join(filter(None, (f"{_FIXES[fix.kind].of(lang)} {where}", fix.yaml)))
