"""Sheets of one page beside the pages: made once, offered where they are, and told where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generators.onepage.build import Sheets, make_sheets, standing_sheets
from generators.page import render_record
from generators.printing.prints import Prints
from generators.tree import Stored, read
from schemas.keeper import Keeper
from schemas.library import Library
from tests.schemas.content import COMPLAINTS, FIRE, LIBRARY, Content


class Box(dict[str, bytes]):
    """A store in memory."""

    def put(self, key: str, value: bytes) -> None:
        """As `Store.put`."""
        self[key] = value


class Builds:
    """Builds of the sheets of a library that is edited."""

    def __init__(self, content: Content, box: Box) -> None:
        self.content = content
        self.folder = content.root / "build"
        self._box = box

    def copied(self, root: Path) -> Builds:
        """The same in another folder, to be changed."""
        return Builds(Content(Path(shutil.copytree(self.content.root, root / "copy"))), Box(self._box))

    def library(self) -> Library:
        """The library as it is now, with what was made of it."""
        return self.content.library().kept_by(Keeper(self._box, "1"))

    def standing(self) -> Sheets:
        """The sheets that are there."""
        return standing_sheets(self.library(), self.folder)

    def made(self) -> Sheets:
        """The sheets, when those that were missing are made."""
        make_sheets(self.library(), self.folder, lambda done, total: None)
        return self.standing()


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """The small library, built."""
    builds = Builds(Content(Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("sheets") / "root"))), Box())
    builds.made()
    return builds


def marks(sheets: Sheets) -> dict[str, str]:
    """What tells the content of each sheet from another."""
    return {path: source.mark for path, source in sheets.files.items() if isinstance(source, Stored)}


def offered(builds: Builds, address: str, lang: str = "zh") -> list[tuple[str, str]]:
    """Where the page of a record says that its sheet is, and what the button is called."""
    library, sheets = builds.library(), frozenset(builds.standing().files)
    view = library.view(lang)
    page: Any = html.fromstring(render_record(view, view.entries[address], prints=Prints(sheets=sheets)).content)
    links = page.xpath("//*[contains(@class, 'actions')]//a[contains(@href, '-sheet')]")
    return sorted({(link.get("href"), link.text_content()) for link in links})


def test_every_record_has_its_sheet_in_both_languages(builds: Builds) -> None:
    """It stands beside the page, called after its code and id; a card's after the handbook whose people it shows."""
    sheets = builds.standing()
    folder = "greentown-after-sales/procedures/GT-BF-KF-001-complaint-handling-sheet"

    assert sheets.unmade == 0
    assert sheets.problems == ()
    assert {f"{folder}.pdf", f"en/{folder}.en.pdf", "cards/fire-greentown-after-sales-sheet.pdf"} <= set(sheets.files)
    assert all(read(source).startswith(b"%PDF") for source in sheets.files.values())


@pytest.mark.parametrize(
    ("address", "lang", "href", "title"),
    [
        (
            "greentown-after-sales/procedures/complaint-handling", "zh",
            "GT-BF-KF-001-complaint-handling-sheet.pdf", "打印一页纸（PDF）",
        ),
        (
            "greentown-after-sales/procedures/complaint-handling", "en",
            "GT-BF-KF-001-complaint-handling-sheet.en.pdf", "Print on one sheet (PDF)",
        ),
        ("cards/fire", "zh", "fire-greentown-after-sales-sheet.pdf", "打印一页纸（PDF）"),
        ("call-scripts/scripts/hold-and-call-back", "zh", "1.1.5-hold-and-call-back-sheet.pdf", "打印一页纸（PDF）"),
    ],
)  # fmt: skip
def test_the_page_offers_it(builds: Builds, address: str, lang: str, href: str, title: str) -> None:
    """A button, in the language of the page, leads to the file beside it."""
    assert offered(builds, address, lang) == [(href, title)]


def test_only_what_changed_is_made_again(builds: Builds, tmp_path: Path) -> None:
    """A word of one procedure: its own sheets are others, until they are made there are none; the rest is as it was."""
    builds = builds.copied(tmp_path)
    before = marks(builds.standing())
    builds.content.change(COMPLAINTS, "\n    say: 您说的我记下来了", "\n    say: 好的，您说的我记下来了")
    between = builds.standing()
    after = marks(builds.made())

    gone = before.keys() - between.files.keys()
    own = "greentown-after-sales/procedures/GT-BF-KF-001-complaint-handling-sheet"
    assert gone == {f"{own}.pdf", f"en/{own}.en.pdf"}
    assert between.unmade == 2
    assert {path for path in after if after[path] != before[path]} == gone


def test_what_is_too_long_or_lacks_letters_is_told(builds: Builds, tmp_path: Path) -> None:
    """Its page offers no sheet where it is too long; both are told by name at every build."""
    builds = builds.copied(tmp_path)
    builds.content.change(
        FIRE, "\nnever:", "\nnever:\n" + "\n".join(f"  never-{n}: {'不要这样做。' * 12}" for n in range(60))
    )
    builds.content.change(COMPLAINTS, "\n    say: 您说的我记下来了", "\n    say: 🔥您说的我记下来了")
    builds.made()
    problems = builds.standing().problems

    assert [problem.say("zh") for problem in problems] == [
        "一页纸放不下，没有做：火警。把它拆短，或打印它的页面。",
        "一页纸上有字体没有的字符，会印成方框：客户投诉处理管理办法。换成文字。",
    ]
    assert [problem.say("en") for problem in problems] == [
        "Too long for a sheet of one page, so that none is offered: Fire. Shorten the records, or print their pages.",
        (
            "Sheets of one page have characters that the font has not, which are printed as boxes: "
            "Handling customer complaints. Put them in words."
        ),
    ]
    assert offered(builds, "cards/fire") == []
    assert builds.standing().unmade == 0
