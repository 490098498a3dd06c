"""The command line: options that come before the verb, and the verbs."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from commands import context
from schemas.findings import HandbookError
from schemas.words import Language

VERBS: Final = {
    "check": "commands.check:check",
    "build": "commands.build:build",
    "serve": "commands.serve:serve",
    "ask": "commands.ask:ask",
    "form": "commands.form:form",
    "read": "commands.read:read",
    "report": "commands.report:report",
    "translate": "commands.translate:translate",
    "eval": "commands.evaluate:evaluate",
    "new": "commands.new:new",
}


class Verbs(TyperGroup):
    """The verbs, each imported when it is called: `check` does not wait for the encoder, nor `ask` for mkdocs."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs in the order of a day's work."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a verb, or None."""
        if cmd_name not in VERBS:
            return None
        module, _, function = VERBS[cmd_name].partition(":")
        verb = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="markdown")
        verb.command(cmd_name)(getattr(import_module(module), function))
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
    """Run the command line; a domain error is one line and exit code 1."""
    try:
        app()
    except HandbookError as error:
        context.err.print(f"handbook: {error.say(context.lang())}", markup=False)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
