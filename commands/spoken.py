"""Verbs whose `--help` is in the language that is asked for: what they say in English, and the frame around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

from commands import context
from schemas.words import ByLanguage

_FRAME: Final = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "DEFAULT_STRING": "[不写就是 {}]",
    "REQUIRED_LONG_STRING": "[必写]",
}
"""Words that typer puts around help, by the names it keeps them under."""
_USAGE: Final = {"Usage: ": "用法：", "[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}


def usage(line: str) -> str:
    """How a call is written, in Chinese; what is Chinese already stays so."""
    for en, zh in _USAGE.items():
        line = line.replace(en, zh)
    return line


def _is_chinese() -> bool:
    return ByLanguage(zh=True, en=False).of(context.lang())


def _in_chinese(text: str) -> str:
    """A help text paragraph by paragraph; one that the table lacks stays in English."""
    from commands.help_words import CHINESE, EXAMPLE  # only whoever asks for help waits for it

    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    said = (
        EXAMPLE.zh + one.removeprefix(EXAMPLE.en) if one.startswith(EXAMPLE.en) else CHINESE.get(one, one)
        for one in paragraphs
    )
    return "\n\n".join(said)


@contextmanager
def _framed() -> Iterator[None]:
    """Meanwhile typer frames help in Chinese."""
    from typer import rich_utils  # typer itself imports it for help only

    before = {name: getattr(rich_utils, name) for name in _FRAME}
    try:
        for name, word in _FRAME.items():
            setattr(rich_utils, name, word)
        yield
    finally:
        for name, word in before.items():
            setattr(rich_utils, name, word)


class _Spoken:
    """A command or a group whose help is said in the language of the run."""

    help: str | None
    get_params: Any

    def get_usage(self, ctx: Any) -> str:
        """How it is called."""
        line: str = super().get_usage(ctx)  # type: ignore[misc]  # of the class it is mixed into
        return usage(line) if _is_chinese() else line

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print its help."""
        write = super().format_help  # type: ignore[misc]  # of the class it is mixed into
        if not _is_chinese():
            write(ctx, formatter)
            return
        for said in (self, *self.get_params(ctx)):
            said.help = _in_chinese(getattr(said, "help", None) or "")
        with _framed():
            write(ctx, formatter)


class SpokenCommand(_Spoken, TyperCommand):
    """A verb."""


class SpokenGroup(_Spoken, TyperGroup):
    """A list of verbs."""

    def summarised(self, name: str, summary: str) -> SpokenCommand:
        """What the list shows of the verb *name*."""
        return SpokenCommand(name, help=_in_chinese(summary) if _is_chinese() else summary)
