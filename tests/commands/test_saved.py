"""What was saved since: seen by size and time, without reading a file."""

from __future__ import annotations

import os

from commands.saved import saved, written_since
from tests.schemas.content import COMPLAINTS, KEYS, TERMS, Content


def test_what_is_written_new_or_gone_is_seen(content: Content) -> None:
    """A file that was written, one that is new and one that is gone are told, each by its path; nothing else is."""
    content.write("mkdocs.yml", "site_name: 手册\n")
    before = saved(content.root)
    content.write(COMPLAINTS, content.read(COMPLAINTS) + "\n")
    content.write("handbook/new/handbook.yaml", "title: 新\n")
    content.write("mkdocs.yml", "site_name: 册手\n")
    os.utime(content.root / "mkdocs.yml", ns=(1, 1))
    (content.root / KEYS).unlink()

    changed = written_since(before, saved(content.root))
    assert changed == sorted([COMPLAINTS, "handbook/new/handbook.yaml", "mkdocs.yml", KEYS])


def test_what_editors_and_builds_leave_is_nothing(content: Content) -> None:
    """Copies that editors keep beside a file, hidden files and what is built are not content."""
    before = saved(content.root)
    for path in (f"{TERMS}~", "handbook/.terms.yaml.swp", "handbook/4913.tmp", ".git/index", "build/site/index.html"):
        content.write(path, "x")

    assert written_since(before, saved(content.root)) == []


def test_a_folder_that_is_not_there_has_nothing(content: Content) -> None:
    """A library without a site of its own is looked at all the same."""
    assert not (content.root / "site").exists()
    assert TERMS in saved(content.root)
