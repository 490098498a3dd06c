"""Random edits of a library, as its authors make them: the same ones for the same seed, and never one with an error."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from schemas.checks import check
from schemas.loader import load_library
from tests.schemas.content import BOOK, SETTINGS, TERMS, TITLE_PAGE, TODAY

_WORD: Final = re.compile("[\u4e00-\u9fff]{2}")
_DIGIT: Final = re.compile("[0-9]")
_ITEM: Final = re.compile(
    r"^ *- \{.+\}$|^ +[a-z-]+: \{.+\}$|^ +(?:mind|say|basis|standard|with|cites|forms|see): .+$", re.M
)
_REFERENCE: Final = re.compile(r"(?:by|owner|party): ([a-z-]+)|(GT-[A-Z]+-KF-[0-9]+)")
_TRANSLATION: Final = re.compile(r'(?<=msgstr ")[A-Za-z]')
_CODE: Final = re.compile(r"^code: .+\n", re.MULTILINE)
_FORMERLY: Final = re.compile(r"^formerly: .+\n", re.MULTILINE)


class Edits:
    """Edits the library under *root* at random; each edit leaves it without an error.

    Attributes:
        last: what was done last, for the message of a test that fails.
    """

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._random = Random(seed)  # noqa: S311 - the same edits in every run
        self._number = 0
        self.last = ""

    def make(self) -> None:
        """Make one edit."""
        kinds: list[Callable[[], tuple[Path, str | None]]] = [
            self._other_word, self._other_digit, self._item_less, self._other_reference, self._record_more,
            self._record_less, self._other_translation, self._translation_in_doubt, self._other_title_page,
            self._other_settings,
        ]  # fmt: skip
        while True:
            edit = self._random.choice(kinds)
            path, text = edit()
            before = path.read_text("utf-8") if path.exists() else None
            if text == before:
                continue
            self._write(path, text)
            if not any(finding.severity == "error" for finding in check(load_library(self._root), TODAY).findings):
                self.last = f"{edit.__name__} {path.relative_to(self._root)}"
                return
            self._write(path, before)

    def _write(self, path: Path, text: str | None) -> None:
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")

    def _records(self) -> list[Path]:
        return sorted((self._root / "handbook").glob("*/*/*.yaml"))

    def _record(self) -> Path:
        return self._random.choice(self._records())

    def _catalogue(self) -> Path:
        return self._random.choice(sorted((self._root / BOOK).rglob("*.po")))

    def _replaced(self, path: Path, pattern: re.Pattern[str], new: str) -> tuple[Path, str]:
        """*path* with one of the places where *pattern* is found replaced by *new*."""
        text = path.read_text("utf-8")
        matches = list(pattern.finditer(text))
        if not matches:
            return path, text
        start, end = self._random.choice(matches).span()
        return path, text[:start] + new + text[end:]

    def _other_word(self) -> tuple[Path, str]:
        self._number += 1
        return self._replaced(self._record(), _WORD, f"改{self._number}")

    def _other_digit(self) -> tuple[Path, str]:
        return self._replaced(self._record(), _DIGIT, str(self._random.randrange(10)))

    def _item_less(self) -> tuple[Path, str]:
        return self._replaced(self._record(), _ITEM, "")

    def _other_reference(self) -> tuple[Path, str]:
        path = self._record()
        text = path.read_text("utf-8")
        found = [match.group(1) or match.group(2) for match in _REFERENCE.finditer(text)]
        if len(found) < 2:
            return path, text
        old, new = self._random.sample(found, 2)
        return self._replaced(path, re.compile(re.escape(old)), new)

    def _record_more(self) -> tuple[Path, str]:
        path = self._record()
        self._number += 1
        text = _FORMERLY.sub("", _CODE.sub("", path.read_text("utf-8")))
        return path.with_stem(f"made-{self._number}"), text

    def _record_less(self) -> tuple[Path, None]:
        made = [path for path in self._records() if path.stem.startswith("made-")]
        return self._random.choice(made or self._records()), None

    def _other_translation(self) -> tuple[Path, str]:
        return self._replaced(self._catalogue(), _TRANSLATION, "Q")

    def _translation_in_doubt(self) -> tuple[Path, str]:
        return self._replaced(self._catalogue(), re.compile('(?<=\n)(?=msgctxt ")'), "#, fuzzy\n")

    def _other_title_page(self) -> tuple[Path, str]:
        pattern = self._random.choice([_WORD, _DIGIT, _REFERENCE])
        return self._replaced(self._root / TITLE_PAGE, pattern, self._random.choice(["改动", "7", "GT-R-KF-13"]))

    def _other_settings(self) -> tuple[Path, str]:
        path = self._random.choice([SETTINGS, TERMS])
        return self._replaced(self._root / path, _WORD, "改动")
