from __future__ import annotations

from pathlib import Path

from schemas.loader import load_library
from tests.copies import more_handbooks, more_procedures
from tests.schemas.content import LIBRARY


def test_more_handbooks(tmp_path: Path) -> None:
    """Three times the handbooks are three times the records, without any finding; cards are the library’s."""
    loading = load_library(more_handbooks(LIBRARY, tmp_path, 3))
    one = load_library(LIBRARY).require()

    assert loading.findings == ()
    library = loading.require()
    assert sorted(library.handbooks) == sorted(
        f"{book}{number}" for book in one.handbooks for number in ("", "-2", "-3")
    )
    cards = len(one.of_kind("cards"))
    assert len(library.entries) == 3 * (len(one.entries) - cards) + cards
    titles = {str(book.file.title) for book in library.view("en").handbooks.values()}
    assert len(titles) == len(library.handbooks)


def test_more_procedures(tmp_path: Path) -> None:
    """Three times the procedures stand in their handbook's chapters, in both languages, on the same roles and forms."""
    library = load_library(more_procedures(LIBRARY, tmp_path, 3)).require()
    one = load_library(LIBRARY).require()

    added = library.entries.keys() - one.entries.keys()
    assert added == {
        f"{entry.address}-{number}" for entry in one.of_kind("procedures") for number in (2, 3)
    }  # fmt: skip
    for entry in one.of_kind("procedures"):
        copies = [library.view("en").entries[f"{entry.address}{number}"] for number in ("", "-2", "-3")]
        assert len({str(copy.record.title) for copy in copies}) == 3
        assert len({str(copy.record.code) for copy in copies if copy.record.code}) == (3 if entry.record.code else 0)
        assert len({copy.url for copy in copies}) == 3
        forms = [[str(ref) for step in copy.record.model_dump()["steps"] for ref in step["forms"]] for copy in copies]
        assert forms[0] == forms[1] == forms[2]


def test_the_same_every_time(tmp_path: Path) -> None:
    """Two libraries made the same way are the same bytes."""
    for grow in (more_handbooks, more_procedures):
        roots = [grow(LIBRARY, tmp_path / grow.__name__ / str(number), 2) for number in range(2)]
        contents = [
            {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
            for root in roots
        ]
        assert contents[0] == contents[1]
