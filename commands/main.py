"""The command line: options that come before the verb, and the verbs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, NoReturn

import typer

from commands import context
from commands.collecting import collect_seldom
from commands.spoken import SpokenCommand, SpokenGroup
from schemas.findings import HandbookError, user_language
from schemas.messages import Requests
from schemas.words import LANGUAGES, ByLanguage, Language


class Verb(NamedTuple):
    """Where a verb's function is, and what the list of verbs says of it: the first paragraph of its docstring."""

    function: str
    summary: str


VERBS: Final = {
    "check": Verb(
        "commands.check:check",
        "Look at every file and print every finding, each with its place and how to put it right.",
    ),
    "build": Verb(
        "commands.build:build", "Build everything into build/. What has not changed is not written again."
    ),
    "serve": Verb(
        "commands.serve:serve", "Build what has changed, then serve the site and the API until Ctrl-C."
    ),
    "ask": Verb(
        "commands.ask:ask", "Answer a question with the step that settles it, and say where it stands."
    ),
    "form": Verb(
        "commands.form:form", "Write forms as DOCX or PDF: one, or all of a procedure, a role or a handbook."
    ),
    "sheet": Verb(
        "commands.sheet:make_sheets",
        "Write a card, a procedure or a script as a sheet of one page, PDF, to hang at the desk.",
    ),
    "read": Verb(
        "commands.read:read",
        "Read filled forms: their values, and every mistake with its place, what was found and what is expected.",
    ),
    "report": Verb(
        "commands.report:report",
        "Add up a folder of filled forms: one table, its totals, and the form that is worked out from them.",
    ),
    "study": Verb(
        "commands.study:study",
        "Study a course in the terminal: what is due first, then what went wrong, then what is new.",
    ),
    "exam": Verb(
        "commands.exam:exam",
        "Write the papers of an exam for a class: papers, answer sheets, key, practical, sign-in sheet.",
    ),
    "export": Verb(
        "commands.export:export",
        "Write a course for other systems: SCORM 1.2, GIFT, Moodle XML or Anki. Items kept for exams never leave.",
    ),
    "translate": Verb(
        "commands.translate:translate",
        "Bring the English up to date with the YAML: new texts are added, changed ones become fuzzy, none is lost.",
    ),
    "eval": Verb(
        "commands.evaluate:evaluate",
        "Ask the built index many questions and count hits; a record's own ask leaves the index while it is asked.",
    ),
    "tune": Verb(
        "commands.tune:tune",
        "Tune the packaged encoder to this library: texts, their translations and asks are brought near to each other.",
    ),
    "mcp": Verb(
        "commands.assistants:mcp",
        "Serve the answers to assistants, over MCP on standard input and output.",
    ),
    "licences": Verb(
        "commands.licences:licences",
        "List what of others the program stands on and what the site carries, each with its licence.",
    ),
    "editor": Verb(
        "commands.editor:editor",
        "Let an editor complete the ids of this library and mark mistakes while one types.",
    ),
    "new": Verb(
        "commands.new:new",
        "Write something to start from: a library, a handbook or a commented record; it never overwrites one.",
    ),
}  # fmt: skip
"""Every verb, in the order of a day's work."""


class Verbs(SpokenGroup):
    """The verbs, each imported when it is called: `check` does not wait for the encoder, `--help` for none."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs in the order of a day's work."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """What the list of verbs shows of a verb, or None."""
        verb = VERBS.get(cmd_name)
        return self.summarised(cmd_name, verb.summary) if verb else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb that is called, imported now; of one that is not there, those that are nearly called so."""
        self.commands.update({name: self.get_command(ctx, name) for name in VERBS})
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(VERBS[name].function, name) if name in VERBS else command, rest


def load(function: str, name: str) -> Any:
    """The command of a verb, whose module is imported for it."""
    module, _, attribute = function.partition(":")
    verb = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="markdown")
    verb.command(name, cls=SpokenCommand)(getattr(import_module(module), attribute))
    return typer.main.get_command(verb)


app = typer.Typer(
    name="handbook", cls=Verbs, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)  # fmt: skip


@app.callback()
def options(
    root: Annotated[
        Path | None,
        typer.Option(help="Folder that holds handbook/library.yaml; default: HANDBOOK_ROOT, then upward from here."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of messages; default: from LANG.")] = None,
) -> None:
    """A customer-service handbook: check it, build it, ask it, print from it.

    Example: `handbook ask 怎么处理投诉`
    """
    context.use(root, lang)


def main() -> None:
    """Run the command line; a domain error, or what the system refuses, is one line and exit code 1."""
    collect_seldom()
    try:
        _run()
    except HandbookError as error:
        _end(error)
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(1)
    except OSError as error:
        _end(_worded(error))
    except KeyboardInterrupt:
        sys.exit(130)


def _run() -> None:
    try:
        _call()
    finally:
        sys.stdout.flush()  # here it can still be said that what was printed went nowhere


_CALL_ERROR: Final[Any] = typer.BadParameter.__mro__[2]
"""What the reader of the command line raises; the class that says so has no public name of its own."""


def _call() -> None:
    """Read the command line and run the verb; what is wrong with its words is said in the language it asks for."""
    lang = _asked_language(sys.argv[1:])
    context.use(None, lang)  # help is printed before any option is read
    _CALLED_IN.of(lang)()


def _call_in_chinese() -> None:
    try:
        code = app(standalone_mode=False)
    except _CALL_ERROR as error:
        from commands.usage_errors import usage_in_chinese  # few calls need it

        if error.format_message():
            context.err.print(usage_in_chinese(error), markup=False)
        sys.exit(error.exit_code)
    except typer.Abort:
        context.err.print("已中止。")
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


_CALLED_IN: Final[ByLanguage[Callable[[], Any]]] = ByLanguage(_call_in_chinese, app)
"""How the command line is read: typer itself says in English what is wrong with it."""


def _asked_language(words: list[str]) -> str:
    """The language of messages, before anything has been read: `--lang` before the verb, then the user's own."""
    before = words[: next((place for place, word in enumerate(words) if word in VERBS), len(words))]
    for place, word in enumerate(before):
        name, _, value = word.partition("=")
        asked = value or "".join(before[place + 1 : place + 2])
        if name == "--lang" and asked in LANGUAGES:
            return asked
    return user_language()


def _end(error: HandbookError) -> NoReturn:
    context.err.print(f"handbook: {error.say(context.lang())}", markup=False)
    sys.exit(1)


def _worded(error: OSError) -> HandbookError:
    """What the system refused, in words; what it does not name is what was printed."""
    if error.filename is not None:
        return context.refused(Requests.SYSTEM_REFUSED, error, error.filename)
    _let_go_of_output()
    return context.refused(Requests.CANNOT_PRINT, error, "")


def _let_go_of_output() -> None:
    """So that Python does not try once more, when it ends, to print what cannot be printed."""
    with suppress(OSError):  # output may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
