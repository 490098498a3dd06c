"""`handbook study`: a course in the terminal, item by item, or a script or a fault tree as a talk."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from commands import context
from commands.finding_records import find_course, find_module, find_played
from commands.study_files import carry_in, carry_out
from schemas.library import Library
from schemas.messages import Requests
from schemas.words import Language
from training.material import Material
from training.progress import MOST_OF_NAME, ProgressUnreadableError, is_name
from training.study.desk import Desk
from training.study.drawing import Wish
from training.study.keeping import FOLDER, Keeping
from training.study.play import play_of
from training.study.practising import practise
from training.study.session import study as study_course


def study(
    course: Annotated[
        str, typer.Argument(metavar="[COURSE]", help="Id or address of a course, handbook/id, or part of its title.")
    ] = "",
    as_: Annotated[
        str | None,
        typer.Option("--as", metavar="NICKNAME", help="Whose progress; default: your login name."),
    ] = None,
    module: Annotated[str | None, typer.Option(metavar="ID", help="Only this module.")] = None,
    count: Annotated[int, typer.Option(min=1, max=500, help="At most so many questions.")] = 10,
    new: Annotated[bool, typer.Option("--new", help="Only questions that you were never asked.")] = False,
    script: Annotated[
        str | None, typer.Option(metavar="ID", help="Talk with a customer: a script, or a fault tree.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the questions; default: that of messages.")] = None,
    export: Annotated[Path | None, typer.Option(metavar="FILE", help="Take your progress along as a file.")] = None,
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Put to your progress what a file holds.")
    ] = None,
) -> None:
    """Study a course in the terminal: what is due first, then what went wrong, then what is new.

    With `--script` you talk with a customer. Each answer is kept at once, in a file that the page of the course imports
    and exports; it is no record of training.

    Example: `handbook study front-desk-induction` · `handbook study --script hold-and-call-back --lang en`
    """
    words = lang or context.lang()
    keeping = Keeping(context.data_folder(context.root()) / FOLDER, _learner(as_), words, _now)
    desk = Desk(context.page, _typed, words, is_live=sys.stdin.isatty() and context.page.is_terminal)
    with _closing(desk, keeping):
        _set_aside_if_broken(desk, keeping)
        if export is not None:
            carry_out(keeping, export)
        elif import_ is not None:
            carry_in(keeping, import_)
        elif script is not None:
            library = context.library()
            played = find_played(library, script).address
            practise(desk, play_of(Material(library).subject(played), words), keeping, Random())  # noqa: S311 - no secret
        else:
            library = context.library()
            address = find_course(library, _named(library, course)).address
            wish = Wish(count, find_module(library, address, module) if module else "", new)
            study_course(desk, Material(library), address, keeping, wish, Random())  # noqa: S311 - no secret


def _now() -> datetime:
    return datetime.now().astimezone()


def _typed(prompt: str) -> str:
    """The next line, edited as a terminal can edit it; what is no text is replaced."""
    if sys.stdin.isatty():
        return _edited(prompt)
    context.page.print(prompt, end="", markup=False)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    context.page.print(line.rstrip("\n"), markup=False)
    return line


def _edited(prompt: str) -> str:
    """A line typed in a terminal.

    Raises:
        EOFError, KeyboardInterrupt: Ctrl-D, Ctrl-C, which GNU readline, the editor of `input`, does not always hear.
    """
    from prompt_toolkit.output import create_output
    from prompt_toolkit.output.vt100 import Vt100_Output
    from prompt_toolkit.shortcuts import PromptSession

    output = create_output()
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False  # not all terminals say where their cursor stands, and one line can do without
    return PromptSession[str](prompt, output=output).prompt()


def _learner(typed: str | None) -> str:
    """The nickname of the learner.

    Raises:
        typer.Exit: it cannot be the name of a file, or nobody said one and the login name will not do.
    """
    try:
        name = typed if typed is not None else getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        name = ""
    if is_name(name):
        return name
    raise context.wrong_usage(
        context.say(
            '用 --as 写昵称：1 到 {most} 个字，没有 / \\ : * ? " < > |，不以点开头或结尾。',
            'Give a nickname with --as: 1 to {most} characters, none of / \\ : * ? " < > |, no dot at either end.',
            most=MOST_OF_NAME,
        )
    )


def _named(library: Library, course: str) -> str:
    """What was typed for a course.

    Raises:
        typer.Exit: nothing; which there are is said.
    """
    if course.strip():
        return course
    view = library.view(context.lang())
    listed = "".join(f"\n  {entry.address}  {view.title(entry.address)}" for entry in library.of_kind("courses"))
    raise context.wrong_usage(
        context.say(
            "写上课程，如 handbook study front-desk-induction。有这些：{listed}",
            "Name a course, such as handbook study front-desk-induction. There are:{listed}",
            listed=listed,
        )
    )


def _set_aside_if_broken(desk: Desk, keeping: Keeping) -> None:
    try:
        lost = keeping.now().lost
    except ProgressUnreadableError as error:
        aside = keeping.set_aside()
        message = desk.t.broken.format(reason=error.say(desk.lang), path=aside.name)
        context.err.print(message, style="yellow", markup=False)
        return
    if lost:
        context.err.print(desk.t.lost.format(n=lost, path=keeping.path), style="yellow", markup=False)


@contextmanager
def _closing(desk: Desk, keeping: Keeping) -> Iterator[None]:
    """However it ends, it is said where all that was done until then is kept.

    Raises:
        HandbookError: `cannot-write`, when the disk refuses; what stood there still does.
    """
    try:
        yield
    except OSError as error:
        raise context.refused(Requests.CANNOT_WRITE, error, keeping.path) from None
    except KeyboardInterrupt:
        desk.space()  # the line of the prompt has no end
        raise
    finally:
        if desk.has_kept:
            context.out.print(desk.t.kept.format(path=keeping.path), style="dim", markup=False)
