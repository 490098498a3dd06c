"""An answer as the terminal shows it: the fact first, who, within what time, what to say, the form by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypedDict

from rich.panel import Panel
from rich.text import Text

from commands import context
from schemas.punctuation import Marks, joined
from schemas.words import Bilingual
from search.answer import Answer, Hit
from search.card import AnswerCard, Place
from search.danger.watch import Danger
from search.encoder import EncoderCrashedError
from search.errors import VectorsAwayError


class _Leads(TypedDict):
    answered: Bilingual
    unsure: Bilingual
    blank_in_handbook: Bilingual
    not_in_handbook: Bilingual


_LEADS: Final[_Leads] = {
    "answered": Bilingual("", ""),
    "unsure": Bilingual("不太确定，最接近的是：", "Not sure; the nearest are:"),
    "blank_in_handbook": Bilingual(
        "手册写了这件事，但没有写您问的这一点：", "The handbook covers this, but leaves this point blank:"
    ),
    "not_in_handbook": Bilingual("手册里没有写这件事。", "The handbook does not cover this."),
}

_PLANNED: Final = Bilingual(
    "“{title}”列在“{chapter}”里，还没有写。", "“{title}” is named in “{chapter}” and not written yet."
)
_STEP_OF: Final = Bilingual("第 {n} 步，共 {of} 步", "step {n} of {of}")
_PART_OF: Final = Bilingual("第 {n} 条，共 {of} 条", "{n} of {of}")
_BEFORE: Final = Bilingual("上一步 {place}", "before: {place}")
_AFTER: Final = Bilingual("下一步 {place}", "next: {place}")
_PART_BEFORE: Final = Bilingual("上一条 {place}", "before: {place}")
_PART_AFTER: Final = Bilingual("下一条 {place}", "next: {place}")
_BEGINS: Final = Bilingual("从这里开始 {place}", "begins with: {place}")
_NEVER: Final = Bilingual("绝不：{text}", "Never: {text}")
_NEAREST: Final = Bilingual("最接近的几处：", "The closest places:")
_PAPERS: Final = Bilingual("也许是这几张表：", "It may be one of these forms:")


_IN_DANGER: Final = Bilingual("有人有危险：119 · 120 · 110", "Somebody is in danger: 119 · 120 · 110")


def print_answer(answer: Answer, card: AnswerCard) -> None:
    """Print *answer*, the first with its *card*; for a dead end what is nearest."""
    lang = answer.lang
    if answer.search == "encoder-crashed":
        context.warn(EncoderCrashedError())
    if answer.search == "vectors-away":
        context.warn(VectorsAwayError())
    if answer.danger:
        context.page.print(_danger(answer.danger))
    lead = _PLANNED.of(lang).format(**answer.planned) if answer.planned else _LEADS[answer.status].of(lang)
    if lead:
        context.out.print(lead, style="yellow", markup=False)
    for number, hit in enumerate(answer.answers, 1):
        context.page.print(_panel(number, hit, card if number == 1 else AnswerCard(), lang))
    if not answer.answers:
        _list(_NEAREST.of(lang), (f"{place.title} › {place.section}  {place.url}" for place in card.nearest))
    _list(_PAPERS.of(lang), (f"{paper.code} {paper.title}  {paper.url}".strip() for paper in card.papers))
    if not answer.danger:
        context.out.print(_IN_DANGER.of(lang), style="dim")


def _danger(danger: Danger) -> Panel:
    """Whom to call, before any answer."""
    lines = (" ".join(filter(None, (one["number"], one["who"], one["when"]))) for one in danger.numbers)
    also = " · ".join(other["title"] for other in danger.also)
    body = Text("\n".join(filter(None, (*lines, danger.url, also))), style="bold red")
    return Panel(body, title=Text(danger.title), title_align="left", border_style="red")


def _list(title: str, lines: Iterable[str]) -> None:
    for number, line in enumerate(lines):
        if not number:
            context.out.print(title, style="yellow")
        context.out.print(f"  {line}", markup=False)


def _panel(number: int, hit: Hit, card: AnswerCard, lang: str) -> Panel:
    body = Text()
    if card.fact:
        body.append(f"{card.fact.value}\n", style="bold yellow")
    body.append(hit.text)
    forms = [f"{paper.code} {paper.title}".strip() for paper in card.forms] or hit.forms
    lines: Sequence[tuple[str, str]] = (
        (" · ".join(filter(None, (hit.by, hit.within, joined(forms, lang)))), "cyan"),
        (f"“{hit.say}”" if hit.say else "", "green"),
        (_NEVER.of(lang).format(text=Marks(lang).semicolon.join(card.never)) if card.never else "", "red"),
        (" · ".join(_where(hit, card, lang)), "dim"),
        (hit.url, "dim"),
    )
    for line, style in lines:
        if line:
            body.append(f"\n{line}", style=style)
    place = " ".join(part for part in (hit.code, hit.title) if part)
    return Panel(body, title=f"{number}. {place} › {hit.section}", title_align="left", border_style="dim")


def _where(hit: Hit, card: AnswerCard, lang: str) -> Iterator[str]:
    """Which step it is, and what comes before and after."""
    counted, before, after = (
        (_STEP_OF, _BEFORE, _AFTER) if hit.kind == "procedure" else (_PART_OF, _PART_BEFORE, _PART_AFTER)
    )
    if card.number:
        yield counted.of(lang).format(n=card.number, of=card.of)
    for words, places in ((before, card.before), (after if hit.step else _BEGINS, card.after)):
        if places:
            yield words.of(lang).format(place=_sections(places))


def _sections(places: Iterable[Place]) -> str:
    return " / ".join(place.section for place in places)
