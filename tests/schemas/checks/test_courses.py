"""A course whose records are gone or withdrawn, and a main role without a course."""

from __future__ import annotations

import re

import pytest

from tests.schemas.content import BOOK, COMPLAINTS, COURSE, FRONT_DESK, POLICY, SCRIPT, Content

WITHDRAWN = "status: {withdrawn: {name: 陈静, on: 2026-01-10}, reason: 不再用}"
LEVELS = f"{BOOK}/qualifications/front-desk.yaml"
REFERENCES = {
    "read": ("read: [~GT-ZY-KF-002~]", "GT-ZY-KF-999"),
    "practise": ("practise: [~call-scripts/scripts/hold-and-call-back~]", "call-scripts/scripts/no-such-script"),
    "fill": ("fill: [~GT-R-KF-13~]", "GT-R-KF-999"),
    "level": ("level: ~qualifications/front-desk#alone~", "qualifications/back-desk#alone"),
    "items.from": ('from: ~"GT-ZY-KF-006#1.1"~', '"GT-ZY-KF-999#1.1"'),
}


@pytest.mark.parametrize("key", REFERENCES)
def test_a_record_of_a_course_that_is_gone_is_an_error(content: Content, key: str) -> None:
    """What is read, practised or filled, the level, and what a question is asked from."""
    marked, gone = REFERENCES[key]
    place = content.put(COURSE, marked, gone)

    assert f"{place}: error: there is no record '{gone.strip(chr(34))}' [unknown-reference]" in content.titles()


@pytest.mark.parametrize(
    ("marked", "gone", "record", "part"),
    [
        (
            "level: ~qualifications/front-desk#alone~",
            "qualifications/front-desk#boss",
            "qualifications/front-desk",
            "boss",
        ),
        ('from: ~"GT-ZY-KF-006#1.1"~', '"GT-ZY-KF-006#9.9"', "GT-ZY-KF-006", "9.9"),
    ],
)
def test_a_part_that_is_gone_is_an_error_too(content: Content, marked: str, gone: str, record: str, part: str) -> None:
    """The record stands, and its level or its article does not."""
    place = content.put(COURSE, marked, gone)

    assert f"{place}: error: there is no '{part}' in '{record}' [unknown-part]" in content.titles()


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("requires", "requires: [courses/gone]\nhours: 16"),
        ("from", "blueprint:\n  - {id: gone, title: 无, from: [courses/gone]}"),
    ],
)
def test_what_a_course_requires_or_is_asked_from_is_looked_up(content: Content, key: str, line: str) -> None:
    """A prior course, and the record of a topic."""
    content.change(
        COURSE, "hours: 16\n" if key == "requires" else "blueprint:", line + ("\n" if key == "requires" else "")
    )
    place = content.place(COURSE, "courses/gone")

    assert f"{place}: error: there is no record 'courses/gone' [unknown-reference]" in content.titles()


@pytest.mark.parametrize(
    ("path", "places"),
    [
        (COMPLAINTS, {"GT-BF-KF-001": "complaints, title: 投诉, hours: 4, read: ["}),
        (POLICY, {"GT-ZY-KF-006": "read: [", "GT-ZY-KF-006#1.1": 'from: "'}),
        (SCRIPT, {"call-scripts/scripts/hold-and-call-back": "practise: ["}),
        (LEVELS, {"qualifications/front-desk#alone": "level: "}),
    ],
)
def test_a_record_of_a_course_that_was_withdrawn_is_told_at_the_course(
    content: Content, path: str, places: dict[str, str]
) -> None:
    """Wherever the course names it; what it says is nobody's question any more."""
    without = re.sub(r"^status:.*\n( .*\n)*", "", content.read(path), count=1, flags=re.MULTILINE)
    content.write(path, f"{WITHDRAWN}\n{without}")
    told = [line for line in content.titles() if line.startswith(COURSE)]

    for name, before in places.items():
        place = content.place(COURSE, name, skip=before)
        assert f"{place}: warning: '{name}' has been withdrawn [withdrawn-in-use]" in told


def test_a_main_role_wants_a_course(content: Content) -> None:
    """Eight of twenty steps make one; seven do not, and neither does a department that does more."""
    for step in ("- id: verify\n    title: 首次联系与核实\n", "- id: is-major\n"):
        content.change(COMPLAINTS, f"{step}    by: service-officer", f"{step}    by: front-desk")
    content.change(COURSE, "role: front-desk", "role: control-room")
    seven = [line for line in content.titles() if "main-role" in line]
    content.change(COMPLAINTS, "- id: accepted\n    by: service-officer", "- id: accepted\n    by: front-desk")
    eight = [line for line in content.titles() if "main-role" in line]
    content.change(COURSE, "role: control-room", "role: front-desk")

    assert seven == []
    told = "this role does 8 of the handbook's 20 steps, and no course prepares anybody for it"
    assert eight == [f"{FRONT_DESK}:1:1: warning: {told} [main-role-without-course]"]
    assert [line for line in content.titles() if "main-role" in line] == []


@pytest.mark.parametrize(
    ("before", "found"), [("1 个月", False), ("11 个月", False), ("12 个月", True), ("400 天", True)]
)
def test_what_is_renewed_before_anybody_has_it(content: Content, before: str, found: bool) -> None:
    """A certificate of twelve months is renewed less than twelve months before it runs out."""
    place = content.put(COURSE, "before: ~1 个月~}", before)

    found_at = [title.partition(": ")[0] for title in content.titles() if title.endswith("[renewed-too-early]")]
    assert found_at == ([place] if found else [])
