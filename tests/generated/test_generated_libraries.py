"""What `check` accepts, `build` builds: libraries made by chance from the models, of texts of all of Unicode.

Two thousand are checked, each of which is one that was made or what is left of it without what has errors; two
hundred of those without any are built into pages and forms, twenty with everything. Of one that fails the smallest
that does is printed.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import process_time
from typing import Final, get_args

import pytest

from commands import context
from commands.build import BuildPart, build_all
from commands.check import COURSES
from commands.progress import silently
from schemas.block_kinds import BlockKind
from schemas.checks import check
from schemas.field_types import FieldType
from schemas.findings import Worded
from schemas.form import Form
from schemas.kinds import KIND_NAMES
from schemas.library import Library
from schemas.loader import load_library
from tests.generated.english import write_english
from tests.generated.libraries import Files, make_library, write_library, written
from tests.generated.mending import smallest, without_errors
from tests.generators.sites import PROJECT

SHARES: Final = 8
"""As many runs of seeds, for as many processes as there are cores: what each finds depends on its seeds alone."""
CHECKED, BUILT, WHOLE = 2_000, 200, 20
TODAY: Final = date(2026, 1, 20)
_PATIENCE: Final = 12
_MOST_SECONDS: Final = 20
"""Of a core, for a check of a library of some twenty records: a hundred times what they take."""
_PAGES: Final[tuple[BuildPart, ...]] = ("forms", "site")
_ALL: Final[tuple[BuildPart, ...]] = ("forms", "index", "site", "book")


@dataclass
class Reached:
    """How many of what there can be the accepted libraries had."""

    checked: int = 0
    accepted: int = 0
    built: int = 0
    whole: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, library: Library) -> None:
        """Count what is in one more."""
        self.accepted += 1
        for entry in library.entries.values():
            self.kinds[entry.kind] += 1
            if isinstance(entry.record, Form):
                self.blocks.update(block.kind for block in entry.record.blocks)
                self.fields.update(each.type for each in entry.record.fields())

    def join(self, other: Reached) -> None:
        """Count what another share had."""
        for name in ("checked", "accepted", "built", "whole"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("kinds", "blocks", "fields"):
            getattr(self, name).update(getattr(other, name))


@pytest.mark.prove
def test_what_check_accepts_is_built(tmp_path: Path) -> None:
    """No library ends in a traceback, and what is accepted has its pages and forms in its languages."""
    reached = Reached()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for share in pool.map(_share, range(SHARES), [tmp_path] * SHARES):
            reached.join(share)
    sys.stdout.write(f"{reached}\n")

    assert (reached.checked >= CHECKED, reached.built, reached.whole) == (True, BUILT, WHOLE)
    assert reached.kinds.keys() == set(KIND_NAMES)
    assert reached.blocks.keys() == set(get_args(BlockKind))
    assert reached.fields.keys() == set(get_args(FieldType))


def _share(share: int, folder: Path) -> Reached:
    """Check and build the libraries of one run of seeds."""
    root = folder / str(share)
    root.mkdir()
    context.use(root, "zh")
    reached, attempt = Reached(), Attempt(root)
    whole = WHOLE // SHARES + (share < WHOLE % SHARES)
    for seed in count(share * 10_000):
        if reached.checked >= CHECKED / SHARES and reached.built >= BUILT / SHARES:
            return reached
        files = attempt.accepted(seed, reached)
        if files and reached.built < BUILT / SHARES:
            attempt.build(seed, files, _ALL if reached.whole < whole else _PAGES)
            reached.built += 1
            reached.whole += reached.whole < whole
    raise AssertionError


class Attempt:
    """Checks and builds libraries under *root*, one after another."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def accepted(self, seed: int, reached: Reached) -> Files | None:
        """The library of *seed* without what has errors; None where little would be left of it."""
        files = make_library(Random(seed))  # noqa: S311  # the same in every run
        for patience in range(_PATIENCE + 1):
            findings = self._try(seed, files, self.check)
            reached.checked += 1
            if not any(finding.severity == "error" for finding in findings):
                reached.add(load_library(self._root).require())
                return files
            files = without_errors(files, findings, patience // 3)
        return None

    def build(self, seed: int, files: Files, parts: tuple[BuildPart, ...]) -> None:
        """Build it, every other one with English; look for the pages and forms that it must have."""

        def build(some: Files) -> list[Worded]:
            findings = self.check(some)
            if any(finding.severity == "error" for finding in findings):
                return findings
            library = load_library(self._root).require()
            if seed % 2 and "en" in library.settings.languages:
                write_english(library, self._root, Random(seed))  # noqa: S311  # the same in every run
                library = load_library(self._root).require()
            build_all(library, silently, parts=parts, late="index" in parts)
            assert list(_missing(library, self._root / "build")) == []
            return findings

        self._try(seed, files, build)

    def check(self, files: Files) -> list[Worded]:
        """What is found in *files*, said in both languages."""
        shutil.rmtree(self._root / "handbook", ignore_errors=True)
        write_library(files, self._root)
        before = process_time()
        findings = check(load_library(self._root), TODAY, beside=COURSES.find()).findings
        assert process_time() - before < _MOST_SECONDS
        assert all(finding.say(lang) for finding in findings for lang in ("zh", "en"))
        return list(findings)

    def _try(self, seed: int, files: Files, work: Callable[[Files], list[Worded]]) -> list[Worded]:
        try:
            return work(files)
        except Exception as error:
            small = smallest(files, partial(_fails_alike, work, error))
            shown = "\n".join(f"# {path}\n{written(data)}" for path, data in small.items())
            raise AssertionError(f"seed {seed}: {type(error).__name__}: {error}\n{shown}") from error


def _fails_alike(work: Callable[[Files], object], as_before: Exception, files: Files) -> bool:
    try:
        work(files)
    except Exception as error:  # whatever it is: it is compared with what was raised before
        return type(error) is type(as_before) and _place(error) == _place(as_before)
    return False


def _place(error: Exception) -> tuple[str, int]:
    """The innermost line of the program itself that *error* comes from."""
    place, step = ("", 0), error.__traceback__
    while step is not None:
        path = step.tb_frame.f_code.co_filename
        if path.startswith(str(PROJECT)) and ".venv" not in path:
            place = (path, step.tb_lineno)
        step = step.tb_next
    return place


def _missing(library: Library, build: Path) -> Iterator[str]:
    """The pages and forms of *library* that were not built."""
    for lang in library.settings.languages:
        prefix, ending = ("", "") if lang == "zh" else ("en/", f".{lang}")
        for entry in library.entries.values():
            if not (page := build / "site" / prefix / entry.url).is_file():
                yield page.as_posix()
            name = f"{entry.code}-{entry.id}" if entry.code and "XX" not in entry.code else entry.id
            form = build / "forms" / entry.handbook / f"{name}{ending}.docx"
            if entry.kind == "forms" and not form.is_file():
                yield form.as_posix()
