"""A copy of the small library under `tests/data`, to break and to check."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from schemas.checks import OfRecord, check
from schemas.entry import Entry
from schemas.findings import Worded
from schemas.library import Library
from schemas.loader import load_library
from schemas.messages import Lengths

LIBRARY = Path(__file__).parents[1] / "data" / "library"
HANDBOOKS = Path(os.environ.get("HANDBOOK_ROOT") or Path(__file__).parents[2]).resolve()
"""The handbooks of which is proven what holds for any: those of this repository, unless others are named."""
TODAY = date(2026, 1, 20)
_LENGTHS = frozenset(Lengths)
LEFT_BEHIND = frozenset(
    {"translation-missing", "translation-moved", "translation-outdated", "translation-unknown", "catalogue-stray"}
)
"""What is found in the English of a text that a test has changed or taken out."""

BOOK = "handbook/greentown-after-sales"
COMPLAINTS = f"{BOOK}/procedures/complaint-handling.yaml"
KEYS = f"{BOOK}/forms/key-loan-register.yaml"
SURVEY = f"{BOOK}/forms/opinion-survey.yaml"
REGISTER = f"{BOOK}/forms/complaint-register.yaml"
REPORT = f"{BOOK}/forms/complaint-report.yaml"
FRONT_DESK = f"{BOOK}/roles/front-desk.yaml"
POLICY = f"{BOOK}/policies/service-promises.yaml"
GUIDE = f"{BOOK}/guides/front-desk-essentials.yaml"
COURSE = f"{BOOK}/courses/front-desk-induction.yaml"
TITLE_PAGE = f"{BOOK}/handbook.yaml"
CATALOGUE = f"{BOOK}/en/procedures/complaint-handling.po"
"""The English of the complaints procedure."""
TITLE_CATALOGUE = f"{BOOK}/en.po"
KEYS_CATALOGUE = f"{BOOK}/en/forms/key-loan-register.po"
SCRIPT = "handbook/call-scripts/scripts/hold-and-call-back.yaml"
TROUBLE = "handbook/call-scripts/troubleshooting/no-sound.yaml"
SETTINGS = "handbook/library.yaml"
TERMS = "handbook/terms.yaml"
LAWS = "handbook/laws.yaml"
FIRE = "handbook/cards/fire.yaml"
GAS = "handbook/cards/gas.yaml"


@cache
def handbooks() -> Library:
    """All handbooks of which is proven what holds for any, loaded once."""
    return load_library(HANDBOOKS).require()


@dataclass(frozen=True)
class Content:
    """A content root that a test may change."""

    root: Path

    def read(self, path: str) -> str:
        """The text of a file."""
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file, and the folders it needs."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def change(self, path: str, old: str, new: str) -> None:
        """Replace *old*, which the file must hold once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} is in {path} {text.count(old)} times"

        self.write(path, text.replace(old, new))

    def place(self, path: str, token: str, skip: str = "") -> str:
        """`path:line:col` of *token*, counted in the text itself; the token begins after *skip*."""
        text = self.read(path)
        assert text.count(skip + token) == 1, f"{skip + token!r} is in {path} {text.count(skip + token)} times"

        return _place(path, text[: text.index(skip + token) + len(skip)])

    def put(self, path: str, marked: str, new: str) -> str:
        """Put *new* in the place of what stands between the two `~` of *marked*, and return where that is."""
        before, old, after = marked.split("~")
        start = self.read(path).partition(before + old + after)[0]
        self.change(path, before + old + after, before + new + after)
        return _place(path, start + before)

    def findings(
        self, today: date = TODAY, *, lengths: bool = False, beside: Sequence[OfRecord] = ()
    ) -> tuple[Worded, ...]:
        """Every finding, as objects; what is said of the *lengths* of a sample's texts only when asked for."""
        findings = check(load_library(self.root), today, beside=beside).findings
        return findings if lengths else tuple(finding for finding in findings if finding.rule not in _LENGTHS)

    def check(self, lang: str = "en", today: date = TODAY) -> list[str]:
        """Every finding in words, but for English that a changed text no longer has."""
        return [finding.say(lang) for finding in self.findings(today) if finding.rule not in LEFT_BEHIND]

    def titles(self, lang: str = "en", today: date = TODAY) -> list[str]:
        """The same without the hints: `path:line:col: error: title [rule]`."""
        return [said.partition("\n")[0] for said in self.check(lang, today)]

    def library(self) -> Library:
        """The library, which must have no error."""
        return load_library(self.root).require()

    def entry(self, path: str) -> Entry:
        """The record of a file."""
        return next(entry for entry in self.library().entries.values() if entry.path.as_posix() == path)


def _place(path: str, before: str) -> str:
    """`path:line:col` of what comes after *before* in a file."""
    lines = before.split("\n")
    return f"{path}:{len(lines)}:{len(lines[-1]) + 1}"
