"""Sheets of one page: all that they say is on them, as it was written, as large as it fits and never cut."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import segno

from generators.onepage.make import KINDS, sheet
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.loader import load_library
from schemas.procedure import Procedure
from schemas.script import Script
from tests.schemas.content import COMPLAINTS, FIRE, LIBRARY, SCRIPT, SETTINGS, Content, handbooks

THREE = [
    "cards/fire",
    "greentown-after-sales/procedures/complaint-handling",
    "call-scripts/scripts/hold-and-call-back",
]
"""One of each kind."""

PROCEDURE = THREE[1]


@pytest.fixture(scope="module")
def small() -> Library:
    """The small library."""
    return load_library(LIBRARY).require()


@pytest.fixture
def copy(tmp_path: Path) -> Content:
    """The small library, to be changed."""
    return Content(Path(shutil.copytree(LIBRARY, tmp_path / "root")))


def text_of(pdf: bytes) -> str:
    """All that a PDF says, without spaces, for a line may end anywhere."""
    with pdfium.PdfDocument(pdf) as document:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)


def sheets_of(copy: Content, path: str, lang: str = "zh") -> str:
    """What the sheet of a file's record says."""
    return text_of(sheet(copy.library().view(lang), copy.entry(path)).pdf)


def is_code_of(text: str, pdf: bytes) -> bool:
    """Whether every module of the code at the upper right, 20 mm from edge to edge, is that of *text*."""
    modules = [list(row) for row in segno.make_qr(text, error="m").matrix_iter(border=1)]
    with pdfium.PdfDocument(pdf) as document:
        picture = document[0].render(scale=4).to_pil().convert("L")
    dots = 4 * 72 / 25.4
    left, top, each = (210 - 14 - 20) * dots, 12 * dots, 20 * dots / len(modules)
    return all(
        (picture.getpixel((int(left + (x + 0.5) * each), int(top + (y + 0.5) * each))) < 128) == bool(module)
        for y, row in enumerate(modules)
        for x, module in enumerate(row)
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", THREE)
def test_a_sheet_fits_and_is_the_same_again(small: Library, address: str, lang: str) -> None:
    """It is A4, has a page (a procedure two at most), text of 8 pt at least, no box for a missing character."""
    view = small.view(lang)
    made, again = (sheet(view, view.entries[address]) for _ in range(2))

    assert made.pdf == again.pdf
    assert made.pages <= KINDS[view.entries[address].kind].most
    assert made.size >= 8
    assert made.missing == ""
    with pdfium.PdfDocument(made.pdf) as document:
        assert [tuple(map(round, page.get_size())) for page in document] == [(595, 842)] * made.pages


@pytest.mark.parametrize("path", [COMPLAINTS, FIRE, SCRIPT])
def test_typst_does_nothing_with_a_text(copy: Content, path: str) -> None:
    """What would be markup, a call, a reference or an escape is printed as it stands; an emoji is told."""
    hostile = r"""#panic("x") *b* _i_ $x^2$ @ref <label> `raw` \u{41} "q" 'q' // = - + [b] ~ --- 火🔥"""
    title = next(line for line in copy.read(path).splitlines() if line.startswith("title: "))
    quoted = hostile.replace("'", "''")
    copy.change(path, f"{title}\n", f"title: '{quoted}'\n")

    made = sheet(copy.library(), copy.entry(path))

    assert "".join(hostile.removesuffix("🔥").split()) in text_of(made.pdf)
    assert made.missing == "🔥"


@pytest.mark.parametrize("word", ["您看到了没有", "x", "GT-R-KF-26、"])
def test_nothing_leaves_the_page(copy: Content, word: str) -> None:
    """A text without end, said or asked, with or without a place to break, is within the margins to its last letter."""
    long = word * (1500 // len(word))
    copy.change(COMPLAINTS, "\n    say: 您说的我记下来了，是这样，……，您看有没有漏的？", f"\n    say: {long}终")
    with pdfium.PdfDocument(sheet(copy.library(), copy.entry(COMPLAINTS)).pdf) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_charbox(at) for at in range(text.count_chars())]
            assert all(left > 30 and right < 565 and bottom > 10 for left, bottom, right, _ in boxes if right > left)
        said = "".join(page.get_textpage().get_text_bounded() for page in document)

    assert said.count(word[0]) >= 1500 // len(word)
    assert "终" in said


def test_a_card_shows_the_people_and_places_of_a_handbook(copy: Content) -> None:
    """Those of the handbook that is asked for, and without one those that its page shows first."""
    places = "assembly: 楼下大堂, extinguishers: 茶水间门口, fire-lane: 一号门"
    people = "desk: agent, scene: agent, control: team-leader, lead: team-leader"
    use = f"cards: {{use: [fire], actors: {{{people}}}, places: {{{places}}}}}\n"
    path = "handbook/call-scripts/handbook.yaml"
    copy.write(path, copy.read(path) + use)
    view = copy.library().view("zh")
    own, other = (text_of(sheet(view, view.entries["cards/fire"], book).pdf) for book in ("", "call-scripts"))

    assert ("中央草坪旗杆下" in own, "楼下大堂" in own) == (True, False)
    assert ("中央草坪旗杆下" in other, "楼下大堂" in other) == (False, True)


def test_a_card_says_what_is_done(small: Library) -> None:
    """The number, the acts, what is never done, and that it is a draft."""
    said = text_of(sheet(small.view("zh"), small.entries["cards/fire"]).pdf)

    assert all(word in said for word in ("119", "乘电梯", "绝不", "草稿，非受控文本", "第1版", "本页是提要"))


def test_every_step_is_there(small: Library) -> None:
    """What is done or asked, its role and form, and what is said, with what is to be filled in bracketed."""
    view = small.view("zh")
    entry = view.entries[PROCEDURE]
    procedure = entry.record
    assert isinstance(procedure, Procedure)
    said = text_of(sheet(view, entry).pdf)

    texts = [text for step in procedure.steps for text in (step.ask or step.heading, step.mind, step.say) if text]
    assert [text for text in texts if "".join(view.plain(text, entry).split()) not in said] == []
    assert "GT-R-KF-26" in said


def test_a_long_procedure_leaves_out_how_and_says_so(copy: Content) -> None:
    """A short one says how each step is done; one that takes two pages so has its dangers on one, and says it."""
    entry = copy.entry(COMPLAINTS)
    assert isinstance(entry.record, Procedure)
    step = next(step for step in entry.record.steps if step.do and step.mind)
    do, mind = ("".join(copy.library().view("zh").plain(text or "", entry).split()) for text in (step.do, step.mind))
    short = sheets_of(copy, COMPLAINTS)
    first = next(line for line in copy.read(COMPLAINTS).splitlines() if line.startswith("    do: "))
    copy.change(COMPLAINTS, f"{first}\n", f"{first}{'做到这里，再看一遍。' * 130}\n")
    long = sheets_of(copy, COMPLAINTS)

    assert (do in short, mind in short, "略去各步的具体做法" in short) == (True, True, False)
    assert (do in long, mind in long, "本页是提要，略去各步的具体做法；做法以全文为准。" in long) == (False, True, True)


def test_every_moment_of_a_talk_is_there(small: Library) -> None:
    """What is said, asked, done and answered, in English."""
    view = small.view("en")
    entry = view.entries[THREE[2]]
    script = entry.record
    assert isinstance(script, Script)
    said = text_of(sheet(view, entry).pdf)

    ways = [way.text for node in script.nodes.values() for way in (*node.listen.values(), *node.branches.values())]
    texts = [text for node in script.nodes.values() for text in (node.say, node.ask, node.do, node.note) if text]
    never = list(script.never.values())
    assert [text for text in (*texts, *ways, *never) if "".join(view.plain(text, entry).split()) not in said] == []


def test_the_page_is_reached_by_the_code(copy: Content) -> None:
    """Where the site's address is known the sheet carries it as a QR code; else there is none."""
    without = sheet(copy.library(), copy.entry(COMPLAINTS)).pdf
    copy.write(SETTINGS, copy.read(SETTINGS) + "\nbase_url: https://handbook.example/sub\n")
    made = sheet(copy.library().view("en"), copy.entry(COMPLAINTS)).pdf

    assert "现行文本" not in text_of(without)
    assert "Currenttext" in text_of(made)
    assert is_code_of("https://handbook.example/sub/en/greentown-after-sales/procedures/complaint-handling.html", made)


def test_what_is_approved_is_no_draft(copy: Content) -> None:
    """Its state is that of the record, with who approved it and when."""
    before = sheets_of(copy, COMPLAINTS)
    copy.change(
        COMPLAINTS, "\nstatus: draft\n",
        "\nstatus: {state: approved, approved: {name: 陈静, post: 经理, on: 2026-01-10}, effective: 2026-01-15}\n",
    )  # fmt: skip
    after = sheets_of(copy, COMPLAINTS)

    assert "草稿，非受控文本" in before
    assert "草稿" not in after
    assert "受控文本第1版" in after
    assert "陈静，2026-01-10" in after


def test_what_is_too_long_is_told(copy: Content) -> None:
    """Nothing is cut to fit: the sheet is not made, and the message says how long it would be."""
    copy.change(FIRE, "\nnever:", "\nnever:\n" + "\n".join(f"  never-{n}: {'不要这样做。' * 12}" for n in range(60)))
    with pytest.raises(HandbookError) as caught:
        sheet(copy.library(), copy.entry(FIRE))

    assert caught.value.say("zh").startswith("《火警》用最小的字（8 磅）也要 ")
    assert caught.value.say("en").endswith(
        "pages in the smallest type (8 pt); such a sheet has 1 at most, and none was written. "
        "Print its page instead, or shorten the record."
    )


@pytest.mark.prove
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_record_fits(lang: str) -> None:
    """Of all handbooks every one does; no character is missing."""
    view = handbooks().view(lang)
    made = [sheet(view, entry) for entry in view.entries.values() if entry.kind in KINDS]

    assert {each.missing for each in made} == {""}
    assert sum(each.pages == 1 for each in made) > 0.8 * len(made)
