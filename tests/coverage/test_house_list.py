"""The house list is whole, and the library has nobody and nothing that it does not name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from schemas.library import Library
from schemas.loader import load_library
from tests.coverage.house import House, house_list
from tests.coverage.in_house import deviations
from tests.coverage.report import house_of
from tests.coverage.source import coverage

ROOT: Final = Path(__file__).parents[2]
HOUSES: Final = house_list().handbooks
EVERY_HOUSE: Final = pytest.mark.parametrize("handbook", HOUSES)
PUBLIC: Final = frozenset({"10050", "95598", "96333"})
"""Numbers that whoever answers them makes known himself."""
OPEN: Final = frozenset(
    """
""".strip().splitlines()
)
"""Where the library is otherwise today. A line goes when its record is put right; no other may come."""


@pytest.fixture(scope="module")
def project() -> Library:
    """The library of this repository, whichever other one the tests are run on."""
    return load_library(ROOT).require()


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)


def test_every_handbook_of_the_source_has_its_house() -> None:
    """The sixteen handbooks are the same sixteen, in the same order."""
    assert list(HOUSES) == list(coverage().handbooks)


def test_no_id_and_no_name_is_given_twice() -> None:
    """A post or a unit has an id that no other has; no two of them, and no two parties, have the same two names."""
    houses = house_list()
    roles = [*(id_ for group in houses.groups.values() for id_ in group), *houses.units]
    named = (*houses.posts().values(), *houses.units.values())

    assert _twice(roles) == []
    assert _twice(f"{one.zh} {one.en}" for one in named) == []
    assert _twice(f"{party.zh} {party.en}" for party in houses.parties.values()) == []


@EVERY_HOUSE
def test_nobody_of_a_handbook_is_called_like_somebody_else(handbook: str) -> None:
    """Within a handbook each title of a post, a unit or a party stands for one of them, in either language."""
    houses, house = house_list(), HOUSES[handbook]
    roles = {**houses.posts(), **houses.units}
    people = [roles[id_] for id_ in (*house.posts, *house.units)]
    parties = [houses.parties[id_] for id_ in house.parties]

    for named in (people, parties):
        assert _twice(one.zh for one in named) == []
        assert _twice(one.en for one in named) == []


@EVERY_HOUSE
def test_a_handbook_has_whom_its_work_needs(handbook: str) -> None:
    """Front line, supervisor and manager are there; whoever stands in, owns a record or acts on a card is there too."""
    houses, house = house_list(), HOUSES[handbook]
    posts = {id_: houses.posts()[id_] for id_ in house.posts}
    answerable = {
        id_ for id_, post in posts.items() if post.level in ("supervisor", "manager") and not post.on_duty.rota
    }

    assert {post.level for post in posts.values()} >= {"front-line", "supervisor", "manager"}
    standing_in = [house.stands_in.get(id_, post.stands_in) for id_, post in posts.items()]
    assert {other for by_absence in standing_in for other in by_absence.values()} <= set(posts)
    assert {*house.on_duty, *house.stands_in} <= set(posts)
    assert house.hours.after_hours is None or house.hours.after_hours in posts
    assert set(house.courses) <= set(posts)
    assert house.courses
    assert set(house.owners) <= answerable - {"duty-manager"}
    assert set(house.units) <= set(houses.units)
    assert set(house.parties) <= set(houses.parties)
    assert set(house.actors) == set(houses.actors)
    assert set(house.actors.values()) <= {*posts, *house.parties}
    assert {id_ for post in posts.values() for id_ in post.licences} <= set(houses.licences)


@EVERY_HOUSE
def test_values_of_a_project_are_samples(handbook: str) -> None:
    """Each key means what the list says; a name says that it is a sample, and a number is public or cannot be real."""
    houses, house = house_list(), HOUSES[handbook]
    phones = [value for key, value in house.project.items() if houses.project[key].kind == "phone"]

    assert set(house.project) <= set(houses.project)
    assert {houses.project[place.key].kind for place in houses.places.values()} == {"place"}
    assert {"name", "phone", "hours"} <= set(house.project)
    assert "示例" in house.project["name"]
    assert [phone for phone in phones if not _cannot_be_real(phone)] == []
    assert [value for value in house.project.values() if re.search(r"[0-9]{7}", value)] == []


def _cannot_be_real(phone: str) -> bool:
    number = re.search(r"[0-9][0-9-]+$", phone)
    return number is not None and (number[0] in PUBLIC or re.search(r"-0000-|-000-", number[0]) is not None)


def test_codes_of_our_own_are_nobodys_else() -> None:
    """No code of a source has the prefix; each of ours is the prefix, two letters of its handbook, a running number."""
    prefix = house_list().prefix
    codes = [form.code for house in HOUSES.values() for form in house.forms.values()]
    expected = [code for house in HOUSES.values() for code in _running(prefix, house)]

    assert not [item.code for _, item in coverage().items() if item.code and item.code.startswith(prefix)]
    assert codes == expected
    assert _twice(codes) == []
    assert _twice(house_initials(house) for house in HOUSES.values() if house.forms) == []


def house_initials(house: House) -> str:
    """The letters by which the codes of a handbook are told from others': `GT`."""
    return next(iter(house.forms.values())).code.split("-")[1]


def _running(prefix: str, house: House) -> list[str]:
    numbered = range(1, len(house.forms) + 1)
    return [f"{prefix}{house_initials(house)}-{number:02}" for number in numbered] if house.forms else []


def test_the_library_and_the_list_have_one_prefix(project: Library) -> None:
    """`check` asks of our own forms for the prefix that the list gives them."""
    assert project.own_codes == house_list().prefix


def test_what_is_ours_and_what_is_the_sources_have_different_addresses() -> None:
    """No form of our own and no course has the address of an item; a role may be one, as the source has roles too."""
    asked = {f"{handbook}/{item.record}" for handbook, item in coverage().items()}
    ours = {record for record in house_list().records() if "/roles/" not in record}

    assert asked & ours == set()


def test_roles_of_the_source_are_in_the_list() -> None:
    """Each role that a source has is a post or a unit of its handbook."""
    roles = [(handbook, item.record) for handbook, item in coverage().items() if item.record.startswith("roles/")]

    assert [role for role in roles if role[1] not in HOUSES[role[0]].records()] == []


def test_writers_are_told_of_every_shop() -> None:
    """The page for writers names the shop of each handbook as the list does."""
    page = (ROOT / "docs" / "writing.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, re.MULTILINE)

    assert rows == [(id_, house.shop.name) for id_, house in HOUSES.items()]


@EVERY_HOUSE
def test_the_report_says_who_is_in_a_handbook(handbook: str) -> None:
    """Its shop, each post and unit by both its titles, and each code of its own forms."""
    houses, house = house_list(), HOUSES[handbook]
    report = "\n".join(house_of(houses, handbook))
    posts = [houses.posts()[id_] for id_ in house.posts]

    assert house.shop.name in report
    for named in (*posts, *(houses.units[id_] for id_ in house.units), *house.forms.values()):
        assert f"{named.zh}  {named.en}" in report


def test_promised_times_are_those_that_stand_in_the_pilot(project: Library) -> None:
    """Each id kept for a promised time says which step or commitment has it today."""
    for house in HOUSES.values():
        for commitment in house.commitments.values():
            record, _, part = commitment.today.partition("#")
            entry = project.find(record, "greentown-after-sales")
            assert entry is not None
            assert part in entry.parts, commitment.today


def test_the_library_has_nobody_that_the_list_does_not_name(project: Library) -> None:
    """Posts, units, parties, project keys, own forms, courses and owners are those of the list, but for OPEN."""
    there = set(deviations(project, house_list()))

    assert there - OPEN == set(), "take it from the house list, or add it there first"
    assert OPEN - there == set(), "these are right now: take their lines out of OPEN"
