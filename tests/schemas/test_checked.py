"""An unchanged library is not checked again, and says what it said."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import pytest

from schemas.checked import checked
from schemas.kept import FOLDER
from tests.commands.running import handbook
from tests.schemas.content import (
    BOOK,
    CATALOGUE,
    COMPLAINTS,
    FRONT_DESK,
    REGISTER,
    SETTINGS,
    TITLE_PAGE,
    TODAY,
    Content,
)

MODELS = ("schemas.record", "schemas.loader", "schemas.checks", "yaml")
"""Without these nothing can be checked, only remembered."""


def anew(content: Content, today: date = TODAY) -> list[str]:
    """What a library is found to have that nobody has checked before."""
    return [finding.say("zh") for finding in content.findings(today)]


def remembered(content: Content, today: date = TODAY) -> list[str]:
    """What `check` says."""
    return [finding.say("zh") for finding in checked(content.root, today).findings]


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
    ],
)
def test_whatever_is_changed_is_checked(content: Content, change: Callable[[Content], object]) -> None:
    """A text, a new, deleted, renamed or broken file, a folder, a catalogue, a link: what is found is of today."""
    before = remembered(content)
    change(content)

    assert remembered(content) == anew(content)
    assert remembered(content) == anew(content)
    assert before == []


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
