"""The command line: options that come before the verb, and the verbs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from commands import ask, build, check, context, evaluate, form, new, serve, translate
from schemas.findings import HandbookError

app = typer.Typer(
    name="handbook",
    help="A customer-service handbook: check it, build it, ask it, print from it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


@app.callback()
def options(
    root: Annotated[
        Path | None, typer.Option(help="Folder that holds handbook/library.yaml; default: HANDBOOK_ROOT, then upward from here.")
    ] = None,
    lang: Annotated[Literal["zh", "en"] | None, typer.Option(help="Language of messages; default: from LANG.")] = None,
) -> None:
    """A customer-service handbook: check it, build it, ask it, print from it.

    Example: `handbook ask 怎么处理投诉`
    """
    context.use(root, lang)


app.command("check")(check.check)
app.command("build")(build.build)
app.command("serve")(serve.serve)
app.command("ask")(ask.ask)
app.command("form")(form.form)
app.command("translate")(translate.translate)
app.command("eval")(evaluate.evaluate)
app.command("new")(new.new)


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
