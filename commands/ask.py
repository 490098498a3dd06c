"""`handbook ask`: a question, and the step that answers it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, TypedDict

import typer
from rich.panel import Panel
from rich.text import Text

from commands import context
from commands.answering import open_or_make
from schemas.punctuation import joined
from schemas.words import Bilingual
from search.answer import Answer, Hit
from search.encoder import EncoderCrashedError


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


def ask(
    question: Annotated[str, typer.Argument(help="The question, in Chinese or English.")] = "",
    handbook: Annotated[str | None, typer.Option(help="Only this handbook.")] = None,
    top: Annotated[int, typer.Option(min=1, max=20, help="How many answers.")] = 3,
    batch: Annotated[Path | None, typer.Option(help="A file with one question a line; needs --json.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")] = False,
) -> None:
    """Answer a question with the step that settles it, and say where it stands.

    Example: `handbook ask 怎么处理投诉` · `handbook ask "how to handle complaint"`
    """
    if batch is not None and not as_json:
        raise context.wrong_usage(context.say("--batch 要和 --json 一起用。", "--batch needs --json."))
    if batch is None and not question.strip():
        raise context.wrong_usage(
            context.say("写上问题：handbook ask 怎么处理投诉", "Give a question: handbook ask 怎么处理投诉")
        )
    searcher = open_or_make(context.root(), context.library)
    if handbook and all(passage.handbook != handbook for passage in searcher.index.passages):
        handbook = _handbook_without_answers(handbook)
    for warning in searcher.warnings:
        context.warn(warning)
    for line in _questions(question, batch):
        answer = searcher.ask(line, handbook=handbook, top=top)
        context.print_json(answer.as_json()) if as_json else _print(answer)


def _handbook_without_answers(typed: str) -> str:
    """The id of a handbook that the index knows nothing of: one with no record yet, or none at all.

    Raises:
        HandbookError: rule `no-record`, with «did you mean».
    """
    from commands.finding_records import find_handbook  # only now are the records read

    return find_handbook(context.library(), typed)


def _questions(question: str, batch: Path | None) -> list[str]:
    if batch is None:
        return [question]
    try:
        return batch.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        message = context.say(
            f"读不了 {batch}：要 UTF-8 的文本文件。", f"Cannot read {batch}: it must be a UTF-8 text file."
        )
        raise context.wrong_usage(message) from None


def _print(answer: Answer) -> None:
    if answer.search == "encoder-crashed":
        context.warn(EncoderCrashedError())
    if lead := _LEADS[answer.status].of(answer.lang):
        context.out.print(lead, style="yellow")
    for number, hit in enumerate(answer.answers, 1):
        context.page.print(_card(number, hit, answer.lang))


def _card(number: int, hit: Hit, lang: str) -> Panel:
    body = Text(hit.text)
    facts = [fact for fact in (hit.by, hit.within, joined(hit.forms, lang)) if fact]
    if facts:
        body.append("\n" + " · ".join(facts), style="cyan")
    if hit.say:
        body.append(f"\n“{hit.say}”", style="green")
    body.append(f"\n{hit.url}", style="dim")
    place = " ".join(part for part in (hit.code, hit.title) if part)
    return Panel(body, title=f"{number}. {place} › {hit.section}", title_align="left", border_style="dim")
