"""What holds for a form: its own word first, then the defaults of its handbook, and what is missing is an error."""

from __future__ import annotations

import pytest

from schemas.defaults import form_defaults
from tests.schemas.content import BOOK, REGISTER, SURVEY, TITLE_PAGE, Content

OWN = "keep: {time: 3 年, from: 结案}"
DEFAULTS = (
    "defaults:\n  keep: {time: 3 年, from: 事项办结之日}\n  dispose: 两人清点后碎毁\n"
    "  strike_out: 写错的划一横线，在旁改写并由改的人签字；不涂改，不撕页。\n"
)


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        ("", ("3 年", "事项办结之日", "两人清点后碎毁")),
        ("keep: 5 年", ("5 年", "事项办结之日", "两人清点后碎毁")),
        ("keep: {from: 结案}", ("3 年", "结案", "两人清点后碎毁")),
        ("keep: {time: 1 年, from: 结案, dispose: 退给业主}", ("1 年", "结案", "退给业主")),
    ],
)
def test_what_a_form_does_not_say_its_handbook_does(
    content: Content, keep: str, expected: tuple[str, str, str]
) -> None:
    """A time alone, a moment alone, all of it, or nothing."""
    content.change(REGISTER, OWN, keep)
    library = content.library()
    kept = form_defaults(library, content.entry(REGISTER))

    assert kept.time is not None
    assert (kept.time.say("zh"), str(kept.from_), str(kept.dispose)) == expected


def test_privacy_comes_from_the_handbook(content: Content) -> None:
    """A form that says none has the handbook's; without one it is internal."""
    assert form_defaults(content.library(), content.entry(SURVEY)).privacy == "internal"

    content.change(TITLE_PAGE, "defaults:\n", "defaults:\n  privacy: personal\n")

    assert form_defaults(content.library(), content.entry(SURVEY)).privacy == "personal"
    assert form_defaults(content.library(), content.entry(REGISTER)).privacy == "personal"


def test_a_form_that_nothing_says_how_long_to_keep_is_an_error(content: Content) -> None:
    """Neither the form nor its handbook."""
    content.change(TITLE_PAGE, DEFAULTS, "")
    content.change(f"{BOOK}/forms/repair-bill.yaml", "keep: {from: 结清之日}", "keep: {time: 3 年}")
    content.change(REGISTER, OWN, "keep: {from: 结案}")

    assert content.check("zh") == [
        (
            f"{REGISTER}:1:1: 错误: 没有写填好的表保存多久 [keep-missing]\n"
            "    写 keep: {time: 3 年, from: …}，或者在 handbook.yaml 的 defaults 里写一次。"
        )
    ]
    assert content.check("en") == [
        (
            f"{REGISTER}:1:1: error: nothing says how long filled copies are kept [keep-missing]\n"
            "    Write keep: {time: 3 年, from: …}, or once in `defaults` of handbook.yaml."
        )
    ]
