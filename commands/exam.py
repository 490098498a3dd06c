"""`handbook exam`: the papers of an exam for a class."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from commands import context
from commands.finding_records import find_course
from commands.listing_questions import list_questions
from commands.progress import progress
from schemas.words import LANGUAGES, Counted, Language
from training.draw import Copies
from training.material import Material
from training.paper.files import exam_files
from training.paper.making import exam_for_class
from training.paper.sheet import Class

Draw = Literal["same", "each"]
_MOST: Final = 300
"""Papers of one class; a word processor is slow to open more in one file."""
_PAPERS: Final = Counted("{number} 份卷", "{number} paper", "{number} papers")
_SEED_BYTES: Final = 8
_LONGEST_SEED: Final = 60
_FILE_ENDINGS: Final = (".docx", ".doc", ".pdf", ".zip")


def exam(
    course: Annotated[
        str, typer.Argument(metavar="COURSE", help="Id or address of a course, handbook/id, or part of its title.")
    ],
    paper: Annotated[
        int | None, typer.Option("--paper", metavar="N", help="How many papers: one for each candidate.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A folder for the files.")] = None,
    lang: Annotated[Language, typer.Option(help="Language of the papers.")] = LANGUAGES[0],
    seed: Annotated[
        str | None, typer.Option(help="The same seed gives the same papers; default: one that nobody can guess.")
    ] = None,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of the exam; default: written by hand.")
    ] = None,
    copies_alike: Annotated[
        bool, typer.Option("--copies-alike", help="All papers alike, questions and answers in the same order.")
    ] = False,
    list_: Annotated[
        bool, typer.Option("--list", help="Print every question that can be drawn, to be read and struck out.")
    ] = False,
    draw: Annotated[
        Draw, typer.Option(help="same: the same questions for everybody; each: every paper draws its own.")
    ] = "same",
) -> None:
    """Write the papers of an exam for a class: papers, answer sheets, key, practical, sign-in sheet.

    The questions are the same on every paper, their order and that of the answers are not: neighbours cannot copy.

    Example: `handbook exam front-desk-induction --paper 30 -o exam/`
    """
    if list_:
        list_questions(context.library(), course, lang)
        return
    copies = _copies(draw, alike=copies_alike)
    count, folder = _wanted(paper, output, course)
    chosen = _seed(seed)
    library = context.library()
    entry = find_course(library, course)
    day = date.date().isoformat() if date else ""
    made = exam_for_class(Material(library), entry.address, count, chosen, copies=copies, date=day, lang=lang)
    paths = _write(made, folder)
    _say(made)
    for path in paths:
        context.out.print(str(path), markup=False)


def _copies(draw: Draw, *, alike: bool) -> Copies:
    if draw == "each" and alike:
        raise context.wrong_usage(
            context.say("--copies-alike 和 --draw each 只能选一个。", "Choose either --copies-alike or --draw each.")
        )
    return "each" if draw == "each" else "alike" if alike else "shuffled"


def _wanted(paper: int | None, output: Path | None, course: str) -> tuple[int, Path]:
    """How many papers, and the folder for them.

    Raises:
        typer.Exit: one of them is not said, or will not do.
    """
    if paper is None:
        message = context.say(
            "现在的考试是纸上的：写出要几份卷、放到哪里，如 handbook exam {course} --paper 30 -o exam/。"
            "在服务器上考试以后才有。",
            "Exams are on paper: say how many papers and where to, such as handbook exam {course} --paper 30 -o exam/. "
            "Exams on the server come later.",
            course=course,
        )
        raise context.wrong_usage(message)
    if not 1 <= paper <= _MOST:
        raise context.wrong_usage(context.say("--paper 写 1 到 {most}。", "--paper takes 1 to {most}.", most=_MOST))
    if output is None:
        raise context.wrong_usage(context.say("放到哪里？用 -o 写一个文件夹。", "Where to? Name a folder with -o."))
    if output.suffix.lower() in _FILE_ENDINGS or output.is_file():
        message = context.say(
            "{path} 是文件名；试卷、答题卡、答案是几个文件，-o 要写文件夹。",
            "{path} is the name of a file; papers, answer sheets and key are several files: name a folder with -o.",
            path=output,
        )
        raise context.wrong_usage(message)
    return paper, output


def _seed(seed: str | None) -> str:
    """The seed that was given, or one that nobody can guess.

    Raises:
        typer.Exit: it is empty, too long, or cannot be printed.
    """
    if seed is None:
        return secrets.token_hex(_SEED_BYTES)
    if not (seed.strip() and len(seed) <= _LONGEST_SEED and seed.isprintable()):
        raise context.wrong_usage(
            context.say(
                "--seed 写 1 到 {most} 个看得见的字。",
                "--seed takes 1 to {most} visible characters.",
                most=_LONGEST_SEED,
            )
        )
    return seed.strip()


def _write(made: Class, folder: Path) -> list[Path]:
    """Write all files of an exam, or none.

    Raises:
        HandbookError: `cannot-write`.
    """
    with progress() as report:
        files = {
            folder / name: content
            for name, content in exam_files(made, lambda done, total: report("papers", done, total))
        }
    context.write_outputs(files)
    return list(files)


def _say(made: Class) -> None:
    """What was drawn, with what, and what the trainer has to know."""
    line = context.say(
        "{course}（{address}）：{papers}，每份 {items} 道题，答对 {right} 道及格；抽题号 {seed}",
        "{course} ({address}): {papers} of {items} questions, {right} to pass; seed {seed}",
        course=made.subject.title,
        address=made.subject.address,
        papers=_PAPERS.of(len(made.papers)),
        items=made.exam.items,
        right=made.right,
        seed=made.seed,
    )
    context.out.print(line, style="bold", markup=False)
    course = made.subject.record
    if course.has_practical and not course.rubric:
        context.err.print(
            context.say(
                "课程里没有写实操评分表（rubric）：practical.docx 里的看什么、几分是空的。",
                "The course has no rubric: what practical.docx looks at, and the marks, are blank.",
            ),
            style="yellow", markup=False,
        )  # fmt: skip
