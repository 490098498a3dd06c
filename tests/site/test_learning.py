"""A course as a learner's home: from a server and from a stick, at a desk and on a phone, in both languages."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from filled.reading.document import open_form
from filled.reading.refusals import RefusedError
from tests.site.conftest import Open, ServedSite
from tests.site.learners import BOOK, COURSE, Learner, fill
from training.progress import Progress

GONE = f"{BOOK}/procedures/complaint-handling#steps.gone/who~000000000000"


def learner_at(visit: Open, url: str, **options: Any) -> Learner:
    """Somebody who has opened the course."""
    learner = Learner(visit(url, **options).page)
    expect(learner.left).to_be_visible()
    return learner


@pytest.mark.parametrize(
    ("way", "lang", "width", "words"),
    [
        ("http", "", 1280, ("已完成 {}%", "答对 9 题，共 10 题", "今日复习 1 题", "学习进度-小王-2026-11-28.json")),
        ("file", "en/", 390, ("{}% done", "9 of 10 right", "Repeat today: 1", "progress-小王-2026-11-28.json")),
    ],
)
def test_a_new_hire_learns(
    site: ServedSite, visit: Open, way: str, lang: str, width: int, words: tuple[str, ...], tmp_path: Path
) -> None:
    """Chooses a nickname, reads and marks it, tests herself; what was wrong is due the next day and then is not; she
    leaves, somebody else sees nothing of it; and what she exports is read in the terminal and in another browser.
    """
    percent, result, repeat, name = words
    url = getattr(site, way)(f"{lang}{COURSE}.html")
    learner = Learner(visit("about:blank", width, timezone_id="Asia/Shanghai").page)
    page = learner.page
    page.clock.install(time=datetime.fromisoformat("2026-11-27T23:30:00+08:00"))
    page.goto(url)
    expect(learner.far).to_have_text(percent.format(0))
    learner.is_called("小王")

    learner.reads_what_is_next()
    parts = page.locator("[data-task]:visible").count()
    expect(learner.far).to_have_text(percent.format(100 // parts))
    expect(learner.task("manners", "read").locator(".tick")).to_be_checked()

    (wrong,) = learner.test("complaints", wrong=1)
    expect(page.locator(".quiz h4")).to_have_text(result)
    page.locator(".quiz__bar .button--first").click()
    expect(learner.task("complaints", "test")).to_contain_text("9 / 10")
    expect(learner.left).not_to_contain_text(repeat)

    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-28T00:05:00+08:00"))
    page.goto(url)
    page.get_by_role("button", name=repeat).click()
    assert learner.answers() == []
    page.locator(".quiz__bar .button--first").click()
    expect(learner.left).to_be_visible()
    expect(page.get_by_role("button", name=repeat)).to_have_count(0)
    (person,) = learner.kept()["people"]
    assert person["cards"][wrong]["due"] == "2026-11-30"

    file = learner.exports_to(tmp_path)
    assert file.name == name
    learner.leaves()
    expect(learner.far).to_have_text(percent.format(0))
    learner.is_called("李")
    expect(learner.far).to_have_text(percent.format(0))

    progress = Progress.read(file.read_bytes(), name)
    assert (progress.name, progress.lost) == ("小王", 0)
    assert progress.has_done("test", f"{COURSE}#complaints")
    other = learner_at(visit, url, width=width)
    other.takes_in(file)
    expect(other.page.locator(".who__line > b")).to_have_text("小王")
    expect(other.far).to_have_text(percent.format(200 // parts))
    (moved,) = other.kept()["people"]
    assert {part: moved[part] for part in ("done", "items", "cards")} == {
        part: person[part] for part in ("done", "items", "cards")
    }


def test_taking_in_a_file_says_first_what_it_would_do(site: ServedSite, visit: Open, tmp_path: Path) -> None:
    """The newer entry counts, whichever side it is on; what is no progress is refused by name, and changes nothing."""
    learner = learner_at(visit, site.file(f"{COURSE}.html"))
    page = learner.page
    learner.is_called("小王")
    learner.task("keys", "read").locator(".tick").check()
    read = f"read {BOOK}/policies/service-promises"
    now = learner.kept()["people"][0]["done"][read]["at"]

    def take(content: object) -> None:
        (tmp_path / "x.json").write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        page.locator("input[type=file]").set_input_files(tmp_path / "x.json")

    said = page.locator(".who__said").last
    take("[]")
    expect(said).to_have_text("x.json: 这不是导出的学习进度，没有导入。")
    take({"what": "shouce learning progress", "format": 2})
    expect(said).to_have_text("x.json: 这个文件是另一版手册导出的，这一版读不了，没有导入。")

    done = {read: {"at": now - 1, "is": 0}, "practise x/scripts/y": {"at": now, "is": 1}, "read z": "?"}
    progress = {"done": done, "items": {}, "cards": {}}
    take(
        {
            "what": "shouce learning progress",
            "format": 1,
            "nickname": "小李",
            "date": "2026-11-20",
            "progress": progress,
        }
    )
    expect(said).to_have_text(
        "“小李”，2026年11月20日 导出。新的 1 项，比这里新的 0 项，这里更新、不动的 1 项。放进“小王”。"
        "其中 1 项看不懂，不导入。导入不导入"
    )
    assert len(learner.kept()["people"][0]["done"]) == 1
    page.locator(".who__said .i-check").click()
    expect(said).to_have_text("已导入 1 项。")
    expect(page.locator("[data-learner] button:has(.i-archive)")).to_be_focused()
    assert learner.kept()["people"][0]["done"].keys() == {read, "practise x/scripts/y"}
    expect(learner.task("keys", "read").locator(".tick")).to_be_checked()


def test_the_schedule_is_that_of_the_terminal(site: ServedSite, visit: Open) -> None:
    """Every sequence of answers of the table comes back on the same days, with the same memory."""
    page = learner_at(visit, site.file(f"{COURSE}.html")).page
    table = json.loads((Path(__file__).parents[1] / "data" / "repetition.json").read_text("utf-8"))

    found = page.evaluate(
        """async (table) => {
          await Shouce.learning.ready();
          return table.map(({ answers }) => {
            let card = null;
            return answers.map(({ day, right }) => (card = Shouce.learning.rated(card, right ? 3 : 1, day)));
          });
        }""",
        table,
    )

    assert [[card["due"] for card in cards] for cards in found] == [
        [answer["due"] for answer in case["answers"]] for case in table
    ]
    for cards, case in zip(found, table, strict=True):
        for card, answer in zip(cards, case["answers"], strict=True):
            assert (card["s"], card["d"]) == pytest.approx((answer["stability"], answer["difficulty"]), rel=1e-4)


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("Object.defineProperty(window, 'localStorage', { get() { throw new Error('private'); } })",
         "这个浏览器不让网页存东西（例如无痕窗口），所以不能用昵称。"),
        ("localStorage.setItem('shouce.learning', '{\"format\": 1, \"peo')",
         "存在这台电脑上的进度读不出来。没有动它；要重新开始，就点右边。"),
        ("localStorage.setItem('shouce.learning', '{\"format\": 9}')",
         "这台电脑上的进度是另一版手册存的，这一版读不了，没有动它。"),
    ],
    ids=["private", "broken", "other format"],
)  # fmt: skip
def test_without_a_storage_one_learns_as_a_guest(site: ServedSite, visit: Open, script: str, problem: str) -> None:
    """It is said why there are no nicknames; ticks stay in the tab; what is kept there is not written over."""
    watched = visit("about:blank")
    watched.page.add_init_script(f"if (location.protocol !== 'about:' && !sessionStorage.seen) {{ {script} }}")
    watched.page.goto(site.http(f"{COURSE}.html"))
    learner = Learner(watched.page)

    expect(watched.page.locator(".who__line--problem")).to_contain_text(problem)
    expect(watched.page.locator(".who__name")).to_have_count(0)
    learner.task("keys", "read").locator(".tick").check()
    watched.page.reload()
    expect(learner.task("keys", "read").locator(".tick")).to_be_checked()
    anew = watched.page.get_by_role("button", name="重新开始")
    if anew.count():
        watched.page.evaluate("sessionStorage.seen = 1")
        anew.click()
        expect(watched.page.locator(".who__name")).to_be_visible()


def test_leaving_returns_the_computer_to_nobody_in_every_tab(site: ServedSite, visit: Open) -> None:
    """What is done in one tab stands in the other at once; who leaves in one has left in both: an open test closes."""
    learner = learner_at(visit, site.http(f"{COURSE}.html"))
    learner.is_called("小王")
    second = Learner(learner.page.context.new_page())
    second.page.goto(site.http(f"{COURSE}.html"))
    expect(second.page.locator(".who__line > b")).to_have_text("小王")

    learner.task("keys", "read").locator(".tick").check()
    expect(second.task("keys", "read").locator(".tick")).to_be_checked()
    learner.task("complaints", "test").locator("button").click()
    expect(learner.page.locator(".quiz__stem")).to_be_focused()
    second.page.locator(".who .i-return").click()

    expect(learner.page.locator(".who__name")).to_be_visible()
    expect(learner.task("keys", "read").locator(".tick")).not_to_be_checked()
    expect(learner.page.locator(".quiz__stem")).to_have_count(0)


def test_a_nickname_is_deleted_once_that_is_confirmed_and_comes_back(site: ServedSite, visit: Open) -> None:
    """It asks first; the deletion can be taken back in the same view; a nickname is nobody else's."""
    learner = learner_at(visit, site.file(f"{COURSE}.html"))
    page = learner.page
    learner.is_called("Wang")
    learner.task("keys", "read").locator(".tick").check()

    page.locator(".who .i-cross").click()
    expect(page.locator(".who__said").first).to_contain_text("删除“Wang”在这台电脑上的全部进度？")
    page.locator(".who__said .i-cross").click()
    expect(page.get_by_text("已删除“Wang”。")).to_be_visible()
    assert learner.kept() == {"format": 1, "current": "", "people": []}
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".who__line > b")).to_have_text("Wang")
    expect(learner.task("keys", "read").locator(".tick")).to_be_checked()

    page.locator(".who .i-return").first.click()
    for name, said in (
        ("", "请先写一个昵称。"),
        ("ｗａｎｇ", "这台电脑上已经有“ｗａｎｇ”了，点它就行，或换一个。"),
        ("a/b", "昵称里不能有 / \\ : * ? \" < > |，也不能用点开头或结尾。"),
    ):  # fmt: skip
        page.locator(".who__name").fill(name)
        page.locator(".who__name").press("Enter")
        expect(page.locator(".who__said").first).to_have_text(said)


def test_what_a_guest_did_can_be_taken_along(site: ServedSite, visit: Open) -> None:
    """Whoever chooses a nickname afterwards is asked, and nothing is taken along unasked."""
    learner = learner_at(visit, site.file(f"en/{COURSE}.html"))
    learner.task("keys", "read").locator(".tick").check()
    learner.is_called("Ann")
    expect(learner.task("keys", "read").locator(".tick")).not_to_be_checked()

    learner.page.get_by_role("button", name="Add it to “Ann”").click()

    expect(learner.task("keys", "read").locator(".tick")).to_be_checked()
    expect(learner.page.get_by_text("Something was done in this tab")).to_have_count(0)


def test_items_that_are_gone_leave_the_schedule(site: ServedSite, visit: Open) -> None:
    """The learner is told how many; nothing else of what is known is touched."""
    learner = learner_at(visit, site.http(f"en/{COURSE}.html"))
    card = {"at": 1, "s": 0.2, "d": 6.4, "last": "2026-01-01", "due": "2026-01-02", "course": COURSE}
    cards = {GONE: card, "elsewhere": {**card, "course": "other/courses/x"}}
    person = {"name": "Ann", "done": {}, "items": {GONE: {"at": 1, "ok": 0, "right": 0, "wrong": 1}}, "cards": cards}
    learner.page.evaluate(
        "value => localStorage.setItem('shouce.learning', JSON.stringify(value))",
        {"format": 1, "current": "Ann", "people": [person]},
    )
    learner.page.reload()

    expect(learner.left).to_contain_text("Questions to repeat that are no longer asked, as their text has changed: 1.")
    (kept,) = learner.kept()["people"]
    assert (kept["items"], list(kept["cards"])) == ({}, ["elsewhere"])


RUN = """(items) => {
  const holder = document.createElement("div");
  holder.className = "quiz";
  document.querySelector("[data-course]").append(holder);
  window.finished = null;
  const data = { course: "x", modules: {}, topics: [["t", "Keys", 1, 1, [0]]], items };
  Shouce.learning.ready().then(() => Shouce.learning.run(holder, data, items, {
    title: "Try", finish: (score, of) => { window.finished = [score, of]; }, close: () => holder.remove() }));
}"""
ITEM = {"kind": "own", "title": "By hand", "url": "x.html", "why": "Because.", "draft": 1}


def test_every_way_of_answering_works_by_keyboard(site: ServedSite, visit: Open) -> None:
    """All that are right are chosen with number keys, an order is made with arrow keys, and Enter answers; safety,
    drafts and a picture with its text are shown, an order is told once, and the summary has the topics.
    """
    learner = learner_at(visit, site.file(f"en/{COURSE}.html"))
    page = learner.page
    options = [[key, f"option {key}"] for key in "abc"]
    every = {**ITEM, "id": "1", "how": "all", "stem": "Which?", "options": options, "right": ["a", "c"]}
    order = {**ITEM, "id": "2", "how": "order", "stem": "In order?", "options": options, "right": ["a", "b", "c"]}
    order["why"] = "option a → option b → option c"
    every["picture"] = ["assets/favicon.svg", "A form with an entry that is wrong"]
    page.evaluate(RUN, [every, order])

    expect(page.locator(".quiz__meta")).to_contain_text("Safety")
    expect(page.locator(".quiz__meta")).to_contain_text("from a draft")
    page.locator(".quiz__picture").click()
    expect(page.locator("dialog img")).to_have_attribute("alt", "A form with an entry that is wrong")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator(".quiz__said")).to_have_text("Please choose an answer first.")
    shown = page.locator(".quiz__option input").evaluate_all("all => all.map(({ value }) => value)")
    for key in ("a", "c"):
        page.keyboard.press(str(shown.index(key) + 1))
    page.keyboard.press("Enter")
    expect(page.locator(".quiz__said--right")).to_contain_text("That is right.Because.")
    page.keyboard.press("Enter")

    learner.put_in_order("abc")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz__said--right")).to_have_text(
        "That is right.The order is: option a → option b → option c"
    )
    page.keyboard.press("Enter")

    expect(page.locator(".quiz h4")).to_have_text("2 of 2 right")
    expect(page.locator(".quiz__topics li")).to_have_text(["KeysSafety1 / 1", "Other1 / 1"])
    assert page.evaluate("finished") == [2, 2]


def test_a_test_that_is_cut_short_is_none(site: ServedSite, visit: Open) -> None:
    """Its answers are kept; wrong ones can be done again at once, which counts for nothing."""
    page = learner_at(visit, site.file(f"en/{COURSE}.html")).page
    options = [["a", "right"], ["b", "wrong"], ["c", "wrong too"]]
    items = [
        {**ITEM, "id": str(at), "how": "one", "stem": "Which?", "options": options, "right": ["a"]} for at in range(3)
    ]
    page.evaluate(RUN, items)
    page.locator(".quiz__option input[value=b]").check()
    page.keyboard.press("Enter")
    expect(page.locator(".quiz__said--wrong")).to_contain_text(
        "Not quite. Here is why.Because.You will be asked again tomorrow."
    )

    page.locator(".quiz__head .mini").click()
    expect(page.locator(".quiz h4")).to_have_text("0 of 1 right")
    page.get_by_role("button", name="The wrong ones again (1)").click()
    page.locator(".quiz__option input[value=a]").check()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    expect(page.locator(".quiz h4")).to_have_text("1 of 1 right")
    assert page.evaluate("finished") is None
    assert page.evaluate(
        "Object.entries(Shouce.learning.now().items).map(([id, { right, wrong }]) => [id, right, wrong])"
    ) == [["0", 0, 1]]


def test_weak_and_unseen_items_are_asked_first(site: ServedSite, visit: Open) -> None:
    """Of fourteen items ten are asked: the two that were wrong last, then those never asked, then the oldest."""
    page = learner_at(visit, site.file(f"{COURSE}.html")).page
    drawn: list[str] = page.evaluate(
        """() => {
          const known = (at, ok) => ({ at, ok, right: 1, wrong: 1 });
          Shouce.learning.change(({ items }) => Object.assign(items, {
            w1: known(9, 0), w2: known(8, 0), r1: known(1, 1), r2: known(2, 1), r3: known(3, 1), r4: known(4, 1) }));
          const ids = ["r1", "r2", "r3", "r4", "w1", "w2", ...Array.from({ length: 8 }, (_, at) => `n${at}`)];
          return Shouce.learning.draw(ids.map((id) => ({ id, kind: id[0] }))).map(({ id }) => id);
        }"""
    )

    assert sorted(drawn) == [*(f"n{at}" for at in range(8)), "w1", "w2"]


def test_a_form_is_an_exercise(site: ServedSite, visit: Open, tmp_path: Path) -> None:
    """Opened from a course it is marked by its own rules, sums and conditions among them, whatever serves it; once
    nothing is wrong that is noted, and the copy to take along is none: whoever reads forms refuses it.
    """
    page = visit(site.file(f"{BOOK}/forms/repair-bill.html?course={COURSE}&module=keys&exercise#fill")).page
    check = page.locator("[data-fill] [type=submit]")
    expect(page.get_by_role("note").last).to_contain_text("练习：这张不作记录留存。")
    expect(check).to_have_text("检查")
    fill(page, {
        "job||room": "3-1801", "job||month": "2026-11", "job||reported": "2026-11-05T08:30",
        "job||arrived": "2026-11-05T09:00", "parts||used": "2026-10-31", "parts||quantity": "2", "parts||price": "3.5",
        "parts||amount": "8", "cost||labour": "50", "cost||material": "7", "cost||total": "57",
        "cost||finished": "2026-11-05",
    })  # fmt: skip
    page.locator("[data-place='job||payer'] input").first.check()
    check.click()

    def wrong(place: str) -> Any:
        return page.locator(f"[data-fill] .field:has([data-place='{place}']) [data-wrong]").first

    expect(wrong("parts||used")).to_have_text("应不早于“到场时间”（2026-11-05 09:00） · 在“结算月份”写的月份里")
    expect(wrong("parts||amount")).to_have_text("应等于“数量” × “单价”")
    expect(wrong("cost||quoted")).to_have_text("“费用承担”是“业主”时必填")
    expect(wrong("cost||material")).to_have_text("应等于“金额”整列")
    expect(page.locator("[data-said]")).to_contain_text("填对 10 栏，还有 4 处要改，已标在栏目下面。")
    assert page.evaluate("Shouce.learning.now().done") == {}

    fill(page, {"parts||used": "2026-11-05", "parts||amount": "7", "cost||quoted": "60"})
    check.click()
    expect(page.locator("[data-said]")).to_contain_text(
        "检查过了：必填的都填了，没有违反这张表的规则（14 栏）。已记下。"
    )
    page.wait_for_function(f"'fill {BOOK}/forms/repair-bill' in Shouce.learning.now().done")
    with page.expect_download() as got:
        page.locator("[data-said] button").click()
    assert got.value.suggested_filename.startswith("练习-SC-GT-01-repair-bill-")
    got.value.save_as(tmp_path / "copy.docx")
    with pytest.raises(RefusedError, match="it is the practice copy of a course, and no record"):
        open_form((tmp_path / "copy.docx").read_bytes())


def test_a_course_is_printed_as_a_plan(site: ServedSite, visit: Open) -> None:
    """With boxes to tick and a line for the tutor, and without what only a screen can do."""
    page = learner_at(visit, site.file(f"{COURSE}.html")).page
    page.emulate_media(media="print")

    expect(page.locator(".mycourse")).to_be_hidden()
    expect(page.locator(".selftest").first).to_be_hidden()
    boxes = page.locator(".tasks li:not(.selftest)").evaluate_all(
        "all => all.map((e) => parseFloat(getComputedStyle(e, '::before').width))"
    )
    assert len(boxes) == 6
    assert min(boxes) > 9
    expect(page.locator(".onpaper__box")).to_have_count(3)
    expect(page.locator(".onpaper")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "learn", "heading"),
    [("", "学习：客服前台上岗", "按岗位学"), ("en/", "Take the course: Front-desk induction", "Courses by post")],
)
def test_a_post_and_a_handbook_lead_to_the_course(
    site: ServedSite, visit: Open, lang: str, learn: str, heading: str
) -> None:
    """From the page of the role with one press, and from the first page of its handbook."""
    page = visit(site.file(f"{lang}{BOOK}/roles/front-desk.html")).page
    page.locator(".button:visible", has_text=learn).click()
    expect(page.locator(".left")).to_be_visible()

    page.goto(site.file(f"{lang}{BOOK}/index.html"))
    expect(page.locator("#courses")).to_have_text(heading)
    page.locator(".courses a").click()
    expect(page.locator(".left")).to_be_visible()
