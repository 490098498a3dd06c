"""An unchanged library is not checked again, and says what it said."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from schemas import checks
from schemas.checked import checked
from schemas.checks.day import Day
from schemas.entry import Entry
from schemas.kept import FOLDER
from schemas.library import Library
from schemas.messages import Lengths
from tests.commands.running import handbook
from tests.edits import Edits
from tests.schemas.content import (
    BOOK,
    CATALOGUE,
    COMPLAINTS,
    COURSE,
    FRONT_DESK,
    GUIDE,
    KEYS,
    POLICY,
    REGISTER,
    SETTINGS,
    TITLE_PAGE,
    TODAY,
    Content,
)

MANAGER = f"{BOOK}/roles/service-centre-manager.yaml"
MODELS = ("schemas.record", "schemas.loader", "schemas.checks", "yaml")
"""Without these nothing can be checked, only remembered."""


def anew(content: Content, today: date = TODAY) -> list[str]:
    """What a library is found to have that nobody has checked before."""
    return [finding.say("zh") for finding in content.findings(today)]


def remembered(content: Content, today: date = TODAY) -> list[str]:
    """What `check` says, but of the lengths of texts."""
    lengths = set(Lengths)
    return [finding.say("zh") for finding in checked(content.root, today).findings if finding.rule not in lengths]


def test_an_unchanged_library_is_answered_without_the_models(content: Content) -> None:
    """In both languages, as JSON, shortened and strict, to the last byte and with the same exit code."""
    content.change(COMPLAINTS, "owner: service-centre-manager", "owner: service-centre-manger")
    content.change(FRONT_DESK, 'no: "1.1"', 'titel: x\n        no: "1.1"')
    content.write(CATALOGUE, "")
    calls = [("zh", ()), ("en", ()), ("en", ("--json",)), ("zh", ("--strict", "--json"))]
    day = ("--today", "2026-01-20")
    first = [handbook("check", *day, *words, root=content.root, lang=lang) for lang, words in calls]
    again = [handbook("check", *day, *words, root=content.root, lang=lang, without=MODELS) for lang, words in calls]

    assert again == first
    assert [call.code for call in first] == [1, 1, 1, 1]
    assert "service-centre-manger" in first[0].out


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.change(COMPLAINTS, "不打断", "不打岔"),
        lambda content: content.write(f"{BOOK}/policies/empty.yaml", ""),
        lambda content: (content.root / REGISTER).unlink(),
        lambda content: (content.root / REGISTER).rename(content.root / BOOK / "forms" / "other.yaml"),
        lambda content: (content.root / BOOK / "policy").mkdir(),
        lambda content: (content.root / BOOK / "policies" / "folder.yaml").mkdir(),
        lambda content: content.write(CATALOGUE, content.read(CATALOGUE).replace("msgstr", "msgstr ", 3)),
        lambda content: content.write(SETTINGS, content.read(SETTINGS) + "tasks: []\n"),
        lambda content: (content.root / COMPLAINTS).write_bytes(content.read(COMPLAINTS).encode("gbk")),
        lambda content: (content.root / BOOK / "policies" / "link.yaml").symlink_to(content.root / COMPLAINTS),
        lambda content: os.mkfifo(content.root / BOOK / "policies" / "pipe.yaml"),
        lambda content: content.change(FRONT_DESK, ", see: [GT-BF-KF-001]", ""),
        lambda content: content.change(FRONT_DESK, ", see: [GT-R-KF-13]", ", see: [GT-R-KF-14]"),
        lambda content: content.change(COURSE, "read: [GT-BF-KF-001]", "read: [GT-ZY-KF-006]"),
        lambda content: content.change(TITLE_PAGE, "records: [GT-ZY-KF-002]", "records: []"),
        lambda content: content.change(KEYS, "code: GT-R-KF-13\n", "code: GT-R-KF-14\n"),
        lambda content: content.change(KEYS, "code: GT-R-KF-13\n", "code: GT-R-KF-26\n"),
        lambda content: content.change(POLICY, "谁来办, time: 30 分钟", "谁来办, time: [30]"),
        lambda content: content.change(POLICY, "id: first-call", "id: first"),
        lambda content: content.change(POLICY, "forms: [GT-R-KF-28], ", ""),
        lambda content: content.change(COMPLAINTS, "- id: grade", "- id: graded"),
        lambda content: content.change(COMPLAINTS, "{time: 30 分钟, from: receive}", "{time: 2 小时, from: receive}"),
        lambda content: content.change(SETTINGS, "languages: [zh, en]", "languages: [zh]"),
        lambda content: content.change(MANAGER, "mission:", "reports_to: front-desk\nmission:"),
        lambda content: content.change(TITLE_PAGE, "  borrower: 借用人\n", ""),
        lambda content: (content.root / MANAGER).unlink(),
    ],
)
def test_whatever_is_changed_is_checked(content: Content, change: Callable[[Content], object]) -> None:
    """A text, a new, deleted, renamed or broken file, a catalogue, a link; and what others are found to have by it."""
    before = remembered(content)
    change(content)

    assert remembered(content) == anew(content)
    assert remembered(content) == anew(content)
    assert before == []


def test_a_line_of_a_catalogue_moves(content: Content) -> None:
    """A comment above an entry in doubt: the entry is pointed at where it stands now."""
    content.write(CATALOGUE, content.read(CATALOGUE).replace("\nmsgctxt", "\n#, fuzzy\nmsgctxt", 2))
    before = remembered(content)
    content.write(CATALOGUE, f"# one line more\n{content.read(CATALOGUE)}")

    assert remembered(content) == anew(content) != before


def test_whatever_is_edited_nothing_of_before_is_left(content: Content) -> None:
    """After each of some edits at random: what is kept is not believed once anything that it rests on has changed."""
    edits = Edits(content.root, seed=11)
    for _ in range(8):
        edits.make()
        assert remembered(content) == anew(content), edits.last


def test_records_that_nothing_was_changed_for_are_not_looked_at_again(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One word of a guide is changed: that guide alone is checked."""
    remembered(content)
    content.change(GUIDE, "微笑着说话", "笑着说话")
    looked_at: list[str] = []
    check_record = checks._check_record

    def noting(library: Library, entry: Entry, day: Day, of_records: Sequence[checks.OfRecord]) -> bytes:
        looked_at.append(entry.address)
        return check_record(library, entry, day, of_records)

    monkeypatch.setattr(checks, "_check_record", noting)
    remembered(content)

    assert looked_at == ["greentown-after-sales/guides/front-desk-essentials"]


def test_a_logo_is_looked_at(content: Content) -> None:
    """A picture beside the title page is no YAML, and still decides."""
    logo = "handbook/greentown-after-sales/logo.png"
    content.change(TITLE_PAGE, "company: {", "company: {logo: logo.png, ")
    missing = remembered(content)
    content.write(logo, b"no picture")

    assert [line.partition(": ")[2].partition(" [")[2].partition("]")[0] for line in missing] == ["logo-missing"]
    assert remembered(content) == anew(content) != missing


def test_the_day_decides(content: Content) -> None:
    """A record whose review is overdue on one day is not on another, in whichever order one asks."""
    days = [date(2026, 1, 20), date(2036, 1, 20)]

    assert [remembered(content, day) for day in (*days, *days)] == [anew(content, day) for day in (*days, *days)]
    assert anew(content, days[0]) != anew(content, days[1])


def test_where_nothing_can_be_written(content: Content) -> None:
    """The library is checked each time, and nothing is said about it."""
    (content.root / "build").write_text("a file where the folder would be")
    content.change(COMPLAINTS, "owner: service-centre-manager", "owner: nobody-of-this-name")

    assert remembered(content) == remembered(content) == anew(content) != []


def test_a_torn_store_is_begun_anew(content: Content) -> None:
    """What is left of a store that was torn is not believed."""
    content.change(COMPLAINTS, "owner: service-centre-manager", "owner: nobody-of-this-name")
    remembered(content)
    store = content.root / FOLDER / "findings.sqlite"
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])

    assert remembered(content) == remembered(content) == anew(content)
