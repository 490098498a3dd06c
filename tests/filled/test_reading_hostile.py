"""Hostile files are refused, each with its own line, within bounded memory; `bench` has how long each takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.hostile import Cost, all_files, measure
from filled.reading import read_form
from filled.reading.refusals import Refusal, RefusedError
from schemas.library import Library
from schemas.words import LANGUAGES
from tests.filled.hostile_files import HEAVY, HOSTILE, good, in_body, relation, with_parts
from tests.filled.hostile_tricks import TRICKS

REFUSED = {**HOSTILE, **TRICKS}
_SAYS_HOW = re.compile("，请|；|; ")
_NOTHING_TO_DO = {Refusal.MISSING, Refusal.UNREADABLE, Refusal.PRACTICE}
"""Where the reason is all there is to say; of a file that the system does not open the system says it."""
MOST_MEMORY = 100
"""In MB, the interpreter and everything it imports with it."""


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Cost]:
    """What came of every file, each read in a process of its own."""
    return measure(all_files(), tmp_path_factory.mktemp("hostile"))


def test_there_are_enough() -> None:
    """There are at least twenty kinds of hostile files."""
    assert len(REFUSED) >= 20


def test_good(library: Library) -> None:
    """The form that the hostile ones are made from is read."""
    assert read_form(library, good()).values["head"]["serial"] == "张三"


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, library: Library) -> None:
    """A hostile file is refused with its own reason, in one line in both languages."""
    make, reason = REFUSED[name]

    with pytest.raises(RefusedError) as raised:
        read_form(library, make(), f"{name}.docx")

    assert raised.value.say("en") == reason
    assert "\n" not in raised.value.say("zh")
    assert raised.value.say("zh") != raised.value.say("en")


@pytest.mark.parametrize("reason", Refusal)
def test_how_to_put_it_right_is_said(reason: Refusal) -> None:
    """In both languages: by the reason itself, after a semicolon, or by a line of its own."""
    refused = RefusedError(reason)

    told = [bool(refused.remedy(lang) or _SAYS_HOW.search(reason.wording.of(lang))) for lang in LANGUAGES]
    assert told == [reason not in _NOTHING_TO_DO] * 2


@pytest.mark.parametrize("name", all_files())
def test_memory(name: str, costs: dict[str, Cost]) -> None:
    """A hostile file takes less than 100 MB, the interpreter included, and its process ends as it should."""
    assert costs[name].said == (REFUSED[name][1] if name in REFUSED else "read")
    assert costs[name].megabytes < MOST_MEMORY


@pytest.mark.parametrize(
    "make",
    [
        lambda: relation("hyperlink", "https://example.org/"),
        lambda: with_parts(word__media__photo_dot_png=b"\x89PNG" + bytes(1000)),
        lambda: in_body('<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/dde&quot; "/></w:p>'),
    ],
    ids=["hyperlink", "photo", "field"],
)
def test_harmless(make: Callable[[], bytes], library: Library) -> None:
    """A link that somebody may click, a pasted photo and a field of the document's own keep no form from being read."""
    assert read_form(library, make()).values["head"]["serial"] == "张三"


def test_long_names_are_cut(library: Library) -> None:
    """What a file calls its control does not fill the screen when it is pointed out."""
    (note,) = (note for note in read_form(library, HEAVY["huge-tag"]()).notes if note.rule == "unknown-control")

    assert len(note.say("en", show_personal=True)) < 600


def test_missing(tmp_path: Path, library: Library) -> None:
    """A file that is not there is said not to be there."""
    with pytest.raises(RefusedError) as raised:
        read_form(library, tmp_path / "nothing.docx")

    assert raised.value.say("zh") == "没有这个文件"


def test_folder(tmp_path: Path, library: Library) -> None:
    """A folder in the place of a file is said not to open."""
    with pytest.raises(RefusedError) as raised:
        read_form(library, tmp_path)

    assert raised.value.say("en") == "it cannot be opened: a folder stands where a file should be"
