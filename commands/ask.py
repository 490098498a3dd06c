"""`handbook ask`: a question, and the step that answers it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands import context
from commands.answer_cards import print_answer
from commands.answering import open_or_make
from search.card import card_of


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
        context.print_json(answer.as_json()) if as_json else print_answer(answer, card_of(searcher.index, answer))


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
