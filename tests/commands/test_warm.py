"""What follows from a save, step by step, whatever it is that was saved; and that a save is noticed, whoever saves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from commands.noticing import Noticing
from commands.told import Told
from commands.warm import Looked, Read, Save, Shown, Warm, address_in
from schemas.findings import Worded
from schemas.words import Bilingual
from tests.schemas.content import CATALOGUE, COMPLAINTS, KEYS, SETTINGS, TERMS, Content


@pytest.fixture
def warm(content: Content) -> Warm:
    """What is warm of the small library."""
    warm = Warm(content.root)
    warm.begin()
    return warm


def steps(warm: Warm, *changed: str) -> list[object]:
    """What follows from a save, for short: the errors, that pages are shown, the rules of the findings."""
    short = list[object]()
    for step in warm.after(Save(1, changed, ())):
        if isinstance(step, Read):
            short.append([f"{each.path}:{each.line}:{each.col} {each.rule}" for each in step.errors])
        elif isinstance(step, Looked):
            short.append({each.rule for each in step.findings if each.severity != "notice"})
        else:
            short.append(type(step))
    return short


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        (b"", "1:1 empty-file"),
        ("title: 客户".encode("gb18030"), "1:8 not-utf8"),
        (b"title: [", "2:1 yaml-syntax"),
    ],
)
def test_a_file_that_cannot_be_read(warm: Warm, content: Content, broken: bytes, place: str) -> None:
    """Half a file, or one in another encoding, is told with its place, and no page is made; mended, pages are."""
    text = content.read(COMPLAINTS)
    content.write(COMPLAINTS, broken)
    (errors,) = steps(warm, COMPLAINTS)
    assert isinstance(errors, list)
    assert errors[0] == f"{COMPLAINTS}:{place}"
    content.write(COMPLAINTS, text)
    assert steps(warm, COMPLAINTS) == [[], Shown, set()]


def test_what_was_saved_is_looked_at(warm: Warm, content: Content) -> None:
    """A record is looked at with its English, whichever of them was saved."""
    content.write(COMPLAINTS, content.read(COMPLAINTS).replace("summary: ", "summary: 好。", 1))
    assert steps(warm, COMPLAINTS) == [[], Shown, {"translation-outdated"}]
    content.write(CATALOGUE, content.read(CATALOGUE) + "\n")
    assert steps(warm, CATALOGUE) == [[], Shown, {"translation-outdated"}]


def test_files_that_come_and_go(warm: Warm, content: Content) -> None:
    """A record that is renamed, or deleted, and the file that holds the library together: each comes to its steps."""
    path = content.root / KEYS
    path.rename(path.with_stem("keys-lent"))
    (first, *rest) = steps(warm, KEYS, KEYS.replace("key-loan-register", "keys-lent"))
    assert (first, rest[0]) == ([], Shown)
    path.with_stem("keys-lent").unlink()
    assert steps(warm, KEYS.replace("key-loan-register", "keys-lent"))[:2] == [[], Shown]
    settings = content.read(SETTINGS)
    (content.root / SETTINGS).unlink()
    assert steps(warm, SETTINGS) == [[f"{SETTINGS}:1:1 missing-file"]]
    content.write(SETTINGS, settings)
    assert steps(warm, SETTINGS, TERMS)[:2] == [[], Shown]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (COMPLAINTS, "greentown-after-sales/procedures/complaint-handling"),
        (CATALOGUE, "greentown-after-sales/procedures/complaint-handling"),
        ("handbook/cards/fire.yaml", "cards/fire"),
        ("handbook/en/cards/fire.po", "cards/fire"),
        ("mkdocs.yml", ""),
    ],
)
def test_a_record_and_its_english_have_one_address(path: str, address: str) -> None:
    """Which record a file is, or the English of."""
    assert address_in(path) == address


def test_every_way_to_save_is_noticed(content: Content) -> None:
    """Written in place, put in its place by renaming, two hundred files at once, a folder that is moved away.

    What an editor keeps beside a file is none; each save is told once, and what the system tells wakes us.
    """
    noticing, kept = Noticing(content.root, None), content.root / f"{COMPLAINTS}~"
    with noticing.told():
        assert noticing.next() == []
        content.write(COMPLAINTS, content.read(COMPLAINTS) + "\n")
        assert noticing.next() == [COMPLAINTS]
        kept.write_text("x", "utf-8")
        new = content.root / f"{COMPLAINTS}.tmp"
        new.write_text(content.read(COMPLAINTS) + "\n", "utf-8")
        new.replace(content.root / COMPLAINTS)
        assert noticing.next() == [COMPLAINTS]
        many = sorted(f"handbook/greentown-after-sales/guides/made-{number}.yaml" for number in range(200))
        for path in many:
            content.write(path, "title: 一")
        seen = noticing.next()
        while len(seen) < len(many):
            seen += noticing.next()
        assert sorted(seen) == many
        (content.root / many[0]).parent.rename(content.root / "elsewhere")
        gone = noticing.next()
        assert set(many) < set(gone)
        os.utime(content.root / COMPLAINTS)
        assert noticing.next() == [COMPLAINTS]


def worded(path: str, severity: str) -> Worded:
    """A finding of a file."""
    return Worded(path, 1, 1, "rule", severity, Bilingual("字", "word"), Bilingual("", ""))  # type: ignore[arg-type]


def test_what_is_shown_goes_when_it_is_mended() -> None:
    """Findings of a file stay until it is looked at again; of the others only errors are shown, found at the end."""
    told, warning, error = Told(), worded(COMPLAINTS, "warning"), worded(KEYS, "error")
    told.saved([COMPLAINTS])
    assert told.read(()) == ()
    assert told.looked([warning, worded(COMPLAINTS, "notice")]) == (warning,)
    assert told.whole([warning, error, worded(TERMS, "warning")]) == (error,)
    assert list(told.findings) == [warning, error]
    told.saved([CATALOGUE])
    told.read(())
    assert told.looked(()) == ()
    assert list(told.findings) == [error]
    told.saved([KEYS])
    assert told.read((error,)) == (error,)
    assert list(told.findings) == [error]
    told.read(())
    told.looked(())
    assert list(told.findings) == []


def test_a_root_without_a_library(tmp_path: Path) -> None:
    """Where there is nothing yet nothing fails: the missing file is told."""
    (tmp_path / "handbook").mkdir()
    warm = Warm(tmp_path)
    warm.begin()
    assert steps(warm, SETTINGS) == [[f"{SETTINGS}:1:1 missing-file"]]
