"""`handbook eval`: how often the right record and the right step come first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from commands import context
from commands.shared import open_newest
from commands.unanswered import print_unanswered
from schemas.words import ByLanguage
from search.evaluation import Evaluation, HitRates, Miss
from search.evaluation import evaluate as evaluate_index
from search.questions import FILE

_HEADS: Final = ByLanguage(
    ("题组", "n", "hit@1", "95 % 区间", "hit@3", "95 % 区间", "MRR@10"),
    ("questions", "n", "hit@1", "95 %", "hit@3", "95 %", "MRR@10"),
)


def evaluate(
    questions: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="JSON lines: question, lang, expect. Default: tests/data/evaluation/questions.jsonl of the root.",
        ),
    ] = None,
    asks: Annotated[
        bool,
        typer.Option("--asks", help="Ask the records' own asks instead, as is done where there is no such file."),
    ] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List every question that went wrong.")] = False,
    log: Annotated[
        bool, typer.Option("--log", help="With --misses: what readers asked and did not find, instead of questions.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ask the built index many questions and count hits; a record's own ask leaves the index while it is asked.

    Example: `handbook eval --questions questions.jsonl`
    """
    if asks and questions is not None:
        raise context.wrong_usage(
            context.say("--asks 和 --questions 只写一个。", "--asks and --questions: give one of them.")
        )
    root = context.root()
    if log:
        if not misses:
            raise context.wrong_usage(context.say("--log 要和 --misses 一起用。", "--log needs --misses."))
        print_unanswered(root, as_json=as_json)
        return
    report = evaluate_index(open_newest(root), None if asks else questions or _of_root(root))
    if as_json:
        context.print_json(report.as_json() if misses else {**report.as_json(), "misses": []})
        return
    _print(report)
    for miss in report.misses if misses else ():
        _print_miss(miss)


def _of_root(root: Path) -> Path | None:
    """The questions of the library, where it has some."""
    return root / FILE if (root / FILE).is_file() else None


def _print(report: Evaluation) -> None:
    table = Table(
        *_HEADS.of(context.lang()), box=None, title=f"{report.mode} · {report.generation}", title_justify="left"
    )
    for name, measure in report.measures.items():
        if measure.n:
            table.add_row(name, *_cells(measure))
    context.out.print(table)
    for name, refusal in report.refusals.items():
        if refusal.off:
            line = context.say(
                f"{name}：手册外的 {refusal.off} 题拒答 {refusal.refused:.0%}，误答 {refusal.wrong:.0%}；"
                f"手册内的 {refusal.on} 题保留 {refusal.kept:.0%}",
                f"{name}: of {refusal.off} off-topic, {refusal.refused:.0%} refused, {refusal.wrong:.0%} answered; "
                f"of {refusal.on} on-topic, {refusal.kept:.0%} kept",
            )
            context.out.print(line)
    for name, number in report.unwritten.items():
        context.out.print(
            context.say(
                f"{name}：{number} 题没有问，回答它的记录还没有写",
                f"{name}: {number} not asked, as no record that answers them is written yet",
            )
        )
    if report.alike:
        context.out.print(
            context.say(
                f"和题目一样或几乎一样的“问法”：{len(report.alike)} 条",
                f"asks of records that are the same as a question, or nearly: {len(report.alike)}",
            )
        )
    for same in report.alike:
        context.out.print(f"  {same.place}: {same.ask} ≈ {same.question}", markup=False)


def _print_miss(miss: Miss) -> None:
    expected = context.say("、", ", ").join(miss.expect) or context.say("手册外", "in no handbook")
    line = context.say(
        f"{miss.group}/{miss.lang}：{miss.question} [{miss.status}] 第一条 {miss.first}，应为 {expected}",
        f"{miss.group}/{miss.lang}: {miss.question} [{miss.status}] first {miss.first}, expected {expected}",
    )
    context.out.print(line, markup=False)


def _cells(measure: HitRates) -> tuple[str, ...]:
    def interval(bounds: tuple[float, float]) -> str:
        return f"{bounds[0]:.2f}–{bounds[1]:.2f}"

    return (
        str(measure.n), f"{measure.hit1:.3f}", interval(measure.hit1_interval),
        f"{measure.hit3:.3f}", interval(measure.hit3_interval), f"{measure.mrr10:.3f}",
    )  # fmt: skip
