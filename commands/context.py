"""What every verb shares: the root, the language of its messages, and how errors leave the program."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer
from rich.console import Console

from schemas import disk
from schemas.findings import HandbookError, user_language
from schemas.messages import Requests
from schemas.root import find_root
from schemas.words import Bilingual

if TYPE_CHECKING:
    from schemas.findings import Finding, Worded
    from schemas.library import Library
    from schemas.loader import Loading

out = Console(highlight=False, soft_wrap=True, emoji=False)  # `:100:` in a place is no emoji
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)
page = Console(highlight=False, emoji=False)
"""For what is laid out to the width of the terminal: cards and tables."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options given before the verb."""

    root: Path | None = None
    lang: str = "en"


_settings: ContextVar[Settings | None] = ContextVar("settings", default=None)


def _given() -> Settings:
    return _settings.get() or Settings()


def use(root: Path | None, lang: str | None) -> None:
    """Set the options of this run; the language falls back to the user's own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that has no Chinese shows escapes
    _settings.set(Settings(root, lang or user_language()))


def lang() -> str:
    """The language of messages in this run."""
    return _given().lang


def say(zh: str, en: str, **values: object) -> str:
    """The wording in this run's language, filled with *values*."""
    return Bilingual(zh, en).say(lang(), **values)


def personal(*, is_shown: bool) -> str:
    """Whether what is printed has personal data in it, and how to have it otherwise."""
    if is_shown:
        return say("含个人信息（--show-personal）", "with personal data (--show-personal)")
    return say("个人信息已隐去；要看，加 --show-personal", "personal data is masked; --show-personal shows it")


def root() -> Path:
    """The content root of this run.

    Raises:
        HandbookError: rule `no-root`.
    """
    return find_root(_given().root, os.environ.get("HANDBOOK_ROOT"), Path.cwd())


def load() -> Loading:
    """The library of this run, with what is wrong in it."""
    from schemas.loader import load_library  # not every verb reads it, and the models take longest to import

    return load_library(root(), keep=True)


def library() -> Library:
    """The library of this run.

    Raises:
        HandbookError: rule `no-library`, when a file has an error; the first of them are printed.
    """
    loading = load()
    tell_errors(loading.findings)
    return loading.require()


def tell_errors(findings: Iterable[Finding | Worded]) -> int:
    """Print the first errors among *findings*, each with its place and what puts it right; how many there are."""
    errors = [finding for finding in findings if finding.severity == "error"]
    for finding in errors[:_MOST_TOLD]:
        err.print(finding.say(lang()), style="red", markup=False)
    return len(errors)


_MOST_TOLD: Final = 10
"""As many errors as stand on a screen; `handbook check` lists them all."""


def build_folder() -> Path:
    """Where everything generated is."""
    return root() / "build"


def data_folder(root: Path) -> Path:
    """Where what must never be lost is kept: `HANDBOOK_DATA`, otherwise `data/` beside the handbook."""
    return Path(os.environ.get("HANDBOOK_DATA") or root / "data")


def print_json(value: Any) -> None:
    """Print *value* as one line of JSON, as other programs read it."""
    escapes = not (sys.stdout.encoding or "").lower().startswith("utf")
    typer.echo(json.dumps(value, ensure_ascii=escapes))


def write_output(path: Path, content: bytes) -> Path:
    """Write a file that the user asked for, with the folders it needs.

    Raises:
        HandbookError: `cannot-write`; what stood there still does.
    """
    write_outputs({path: content})
    return path


def write_outputs(files: Mapping[Path, bytes]) -> None:
    """Write files that the user asked for, with the folders they need: all of them, or none.

    Raises:
        HandbookError: `cannot-write`; what stood there still does.
    """
    try:
        disk.write_together(files)
    except OSError as error:
        raise refused(Requests.CANNOT_WRITE, error, next(iter(files))) from None


def refused(rule: Requests, error: OSError, place: object) -> HandbookError:
    """What the system refused, as one line that says where, why and what puts it right.

    Args:
        rule: a message that names `path`, `reason` and `remedy`.
        error: as the system raised it.
        place: where it was, if the system does not say.
    """
    path = disk.place(error, place)
    if isinstance(error, FileNotFoundError) and not _PACKAGES.isdisjoint(Path(path).parents):
        return HandbookError(Requests.PROGRAM_INCOMPLETE, path=path)
    return HandbookError(rule, path=path, reason=disk.reason(error), remedy=disk.remedy(error))


_PACKAGES: Final = frozenset(
    Path(__file__).parents[1] / name
    for name in ("commands", "filled", "generators", "schemas", "search", "server", "site", "training")
)
"""Where the files of the program itself are; some of them are read only when they are needed."""


def warn(problem: HandbookError) -> None:
    """Say on the error stream what the user should know, and go on."""
    err.print(problem.say(lang()), style="yellow", markup=False)


def wrong_usage(message: str) -> typer.Exit:
    """Say what is wrong with the words of the call; exit code 2."""
    err.print(message, markup=False)
    return typer.Exit(2)
