"""What the page of a course works with: its plan and its items, in both languages."""

from __future__ import annotations

import json
from typing import Any

from schemas.library import Library
from tests.schemas.content import Content
from training.browser import course_files, items, items_name, plan, plan_name
from training.material import Material
from training.pool import practice_pool

COURSE = "greentown-after-sales/courses/front-desk-induction"


def written(library: Library, name: str) -> Any:
    """The value in one of the files."""
    text = next(make for found, _, make in course_files(library) if found == name)().decode()
    assert text.count("\n") == 1
    return json.loads(text[text.index("] = ") + 4 : -2])


def test_a_plan_has_what_is_done_and_no_item(library: Library) -> None:
    """Its modules with their tasks by act and address, in the language of the file."""
    found = written(library, plan_name(COURSE, "en"))

    assert (found["title"], found["pass"], found["hours"]) == ("Front-desk induction", 85.0, 16.0)
    assert [(module["id"], module["hours"]) for module in found["modules"]] == [
        ("manners", 4.0), ("keys", 8.0), ("complaints", 4.0),
    ]  # fmt: skip
    assert found["modules"][0]["tasks"][1] == [
        "practise", "call-scripts/scripts/hold-and-call-back", "Customer on hold",
        "call-scripts/scripts/hold-and-call-back.html",
    ]  # fmt: skip
    assert found["modules"][0]["url"] == f"{COURSE}.html#module-manners"
    assert all(isinstance(module["items"], int) for module in found["modules"])


def test_the_items_are_those_that_may_be_practised(library: Library) -> None:
    """Each once, in both languages by the same ids; modules and topics name them by number."""
    material = Material(library)
    pool = practice_pool(material, COURSE)
    zh, en = (items(material, pool, lang) for lang in ("zh", "en"))

    ids = [item.id for item in pool.items]
    assert [item["id"] for item in zh["items"]] == [item["id"] for item in en["items"]] == ids
    assert zh["modules"] == en["modules"]
    listed = plan(material, pool, "zh")["modules"]
    assert {module["id"]: module["items"] for module in listed} == {
        module: len(numbers) for module, numbers in zh["modules"].items()
    }
    (by_hand,) = [item for item in en["items"] if item["kind"] == "own"]
    assert by_hand["right"] == ["refuse"]
    assert by_hand["url"] == "greentown-after-sales/policies/service-promises.html#article-1-1"
    assert en["topics"][0][:2] == ["keys", "Authority to lend keys"]


def test_every_text_stands_in_a_file_once(library: Library) -> None:
    """Numbers stand in their place, and lead back to the whole item."""
    material = Material(library)
    whole = items(material, practice_pool(material, COURSE), "en")
    short = written(library, items_name(COURSE, "en"))
    texts = short["texts"]

    assert len(set(texts)) == len(texts)
    for item, packed in zip(whole["items"], short["items"], strict=True):
        assert [[texts[key], texts[text]] for key, text in packed["options"]] == item["options"]
        assert [item["options"][at][0] for at in packed["right"]] == item["right"]
        assert (texts[packed["title"]], texts[packed["why"]]) == (item["title"], item.get("why", ""))
        assert f"{texts[packed['id'][0]]}#{packed['id'][1]}" == item["id"]


def test_what_is_required_leads_to_its_course(content: Content) -> None:
    """A course with its address, so that the page can say how far one is in it; a level of a qualification without."""
    content.write(
        f"handbook/{COURSE.rpartition('/')[0]}/second.yaml",
        "title: 第二门\nrole: front-desk\nlevel: 第二级\n"
        "requires: [courses/front-desk-induction, qualifications/front-desk#alone]\n"
        "modules:\n  - {id: more, title: 更多, read: [GT-BF-KF-001]}\n",
    )
    found = written(content.library(), plan_name("greentown-after-sales/courses/second", "zh"))

    assert found["requires"] == [
        ["客服前台上岗", f"{COURSE}.html", COURSE],
        ["单独当班", "greentown-after-sales/qualifications/front-desk.html#level-alone", ""],
    ]
    assert found["pass"] == 80
    assert "hours" not in found


def test_author_text_cannot_end_the_script(content: Content) -> None:
    """A tag is written so that it stays text."""
    content.change(f"handbook/{COURSE}.yaml", "title: 钥匙, hours", 'title: "钥匙</script>", hours')
    name = plan_name(COURSE, "zh")
    raw = next(make for found, _, make in course_files(content.library()) if found == name)().decode()

    assert "</" not in raw
    assert r"钥匙<\/script>" in raw
