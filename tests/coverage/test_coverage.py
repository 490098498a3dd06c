"""Every item of the source documents has its address; what is written holds all that the source names."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from schemas.library import Library
from schemas.loader import load_library
from tests.coverage.holding import missing, strays
from tests.coverage.house import house_list
from tests.coverage.report import details, table
from tests.coverage.source import coverage

ROOT: Final = Path(__file__).parents[2]
ITEMS: Final = {
    "property-org-duties": 11,
    "greentown-after-sales": 53,
    "five-part-service": 19,
    "broadband-callback": 3,
    "service-execution": 11,
    "agency-standards": 13,
    "care-basics": 5,
    "vanke-service-department": 27,
    "call-scripts": 6,
    "service-and-confidentiality": 7,
    "seven-step-service": 6,
    "service-desk": 6,
    "property-xst": 65,
    "certified-service": 13,
    "insurance-strategic-channel": 7,
    "account-service": 19,
}
OPEN: Final[frozenset[str]] = frozenset()
"""What written records lack today. A line goes when its record is put right; no other may come."""


@pytest.fixture(scope="module")
def project() -> Library:
    """The library of this repository, whichever other one the tests are run on."""
    return load_library(ROOT).require()


def test_every_item_of_the_source_is_there_once() -> None:
    """All 271 items of the sixteen documents, 37 of them parts, charts and groups of duties, in the source's words."""
    kinds = Counter(item.kind for _, item in coverage().items())

    assert {id_: len(book.items) for id_, book in coverage().handbooks.items()} == ITEMS
    assert sum(ITEMS.values()) == 271
    assert kinds["part"] + kinds["org"] + kinds["duties"] == 37
    assert coverage().digest() == "f830e9e8cfd93c2a", "what the source says is never changed: put the record right"


def test_no_two_items_have_one_address() -> None:
    """Each item has an address of its own."""
    addresses = Counter((handbook, item.at) for handbook, item in coverage().items())

    assert [address for address, times in addresses.items() if times > 1] == []


def test_what_is_written_holds_what_the_source_names(project: Library) -> None:
    """Code, title, page and every fact stand in each record and titled part that is written, but for the open lines."""
    lacking = {str(lack) for lack in missing(project, coverage())}

    assert lacking - OPEN == set(), "put the record right; what the source names is not changed"
    assert OPEN - lacking == set(), "these hold now: take their lines out of OPEN"


def test_every_record_is_an_item_or_has_a_reason(project: Library) -> None:
    """Nothing is in the library but items of the source, what the house list names, and what is listed as ours."""
    assert list(strays(project, coverage(), house_list().records())) == [], (
        "give its address to its item in coverage.yaml"
    )


def test_the_report_has_every_item(project: Library) -> None:
    """The table counts all items, and the details of a handbook name each with its address and title."""
    *_, last = table(project, coverage())
    lines = "\n".join(details(project, coverage(), "greentown-after-sales"))

    assert last.split()[:2] == ["all", "271"]
    for item in coverage().handbooks["greentown-after-sales"].items:
        assert f"  {item.at}  {item.code}  {item.title}" in lines
