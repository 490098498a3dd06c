"""A fingerprint is what a record says, whatever its file looks like."""

from __future__ import annotations

import random
import re

import pytest
import yaml

from tests.schemas.content import COMPLAINTS, KEYS, POLICY, SCRIPT, SURVEY, Content


def shuffled(value: object, chance: random.Random) -> object:
    """The same content with the keys of every mapping in another order."""
    if isinstance(value, dict):
        items = [(key, shuffled(inner, chance)) for key, inner in value.items()]
        chance.shuffle(items)
        return dict(items)
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", [COMPLAINTS, KEYS, SURVEY, POLICY, SCRIPT])
def test_formatting_key_order_and_comments_do_not_count(content: Content, path: str) -> None:
    """The file written by another program, keys shuffled, comments gone, has the same fingerprint."""
    before = content.entry(path).fingerprint
    data = yaml.load(content.read(path), Loader=yaml.BaseLoader)  # noqa: S506  # strings only: it builds nothing
    for seed in range(3):
        written = yaml.dump(shuffled(data, random.Random(seed)), allow_unicode=True, default_style='"')  # noqa: S311
        content.write(path, f"# written again\n{written}")

        assert content.entry(path).fingerprint == before
    assert re.fullmatch(r"[0-9a-f]{12}", before)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (COMPLAINTS, "then: approve\n", "then: handle\n"),
        (COMPLAINTS, "{able: {text: 能,", "{able: {text: 可以,"),
        (COMPLAINTS, "within: {time: 30 分钟", "within: {time: 31 分钟"),
        (COMPLAINTS, "{text: 能, to: answer-now}", "{text: 能, to: grade}"),
        (
            COMPLAINTS,
            "responsibilities:\n  front-desk: {accept: 受理",
            "responsibilities:\n  front-desk: {accept: 接下",
        ),
        (COMPLAINTS, "  department-head: {handle", "  front-line: {handle"),
        (KEYS, "rows: 16", "rows: 17"),
        (KEYS, "{letter: 委托书", "{letter: 委托信"),
        (KEYS, "where: {back: empty}}", "where: {due: empty}}"),
        (SURVEY, "counts_as_satisfied: [satisfied]", "counts_as_satisfied: [satisfied, neutral]"),
        (POLICY, "service-centre-manager: decides", "service-centre-manager: reviews"),
        (POLICY, "price: 10 元/把", "price: 12 元/把"),
        (SCRIPT, "timer: 60 秒", "timer: 90 秒"),
        (SCRIPT, "{text: 好, to: search}", "{text: 好的, to: search}"),
    ],
)
def test_a_changed_value_counts(content: Content, path: str, old: str, new: str) -> None:
    """Down to a word of a branch and the key of a mapping."""
    before = content.entry(path).fingerprint
    content.change(path, old, new)

    assert content.entry(path).fingerprint != before


def test_order_counts_where_it_means_something(content: Content) -> None:
    """Two fields exchanged print another form."""
    before = content.entry(KEYS).fingerprint
    month = "        - {id: month, title: 月份, type: month, required: true}\n"
    serial = "        - {id: serial, title: 册号, type: serial}\n"
    content.change(KEYS, month + serial, serial + month)

    assert content.entry(KEYS).fingerprint != before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (KEYS, "{id: serial, title: 册号, type: serial}", "{id: serial, title: 册号, type: serial, required: false}"),
        (COMPLAINTS, "status: draft", "status: {state: draft}"),
        (COMPLAINTS, "    within: 当场\n    do: 请", "    within: {time: 当场}\n    do: 请"),
    ],
)
def test_what_is_left_out_and_what_is_said_though_it_goes_without_saying_are_one(
    content: Content, path: str, old: str, new: str
) -> None:
    """A default written out, and a short form written long, change nothing."""
    before = content.entry(path).fingerprint
    content.write(path, content.read(path).replace(old, new))

    assert content.entry(path).fingerprint == before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (KEYS, "asks: [", "asks: [钥匙借给装修队怎么记, "),
        (KEYS, "review_by: 2027-01-15", "review_by: 2027-02-15"),
        (KEYS, "owner: service-supervisor", "owner: service-centre-manager"),
        (KEYS, "\nprivacy: personal\n", "\nprivacy: personal\nformerly: [forms/key-register]\n"),
        (KEYS, "\nprivacy: personal\n", "\nprivacy: personal\nrelated: [GT-R-KF-26]\n"),
        (KEYS, "\nprivacy: personal\n", "\nprivacy: personal\naccept: [{rule: form-unused, reason: 试用}]\n"),
        (COMPLAINTS, "    asks: [业主骂人怎么办, what do I write down when someone complains]\n", ""),
        (COMPLAINTS, "    every: 每月 5 日前\n", "    every: 每月 5 日前\n    asks: [月底要交什么]\n"),
        (POLICY, "forms: [GT-R-KF-13]}", "forms: [GT-R-KF-13], asks: [钥匙能不能借]}"),
        (SCRIPT, "    timer: 60 秒\n", "    timer: 60 秒\n    asks: [查不到怎么办]\n"),
    ],
)
def test_what_nobody_reads_or_fills_does_not_count(content: Content, path: str, old: str, new: str) -> None:
    """Questions of the record and of its parts, and who keeps it where and until when, leave the text what it is."""
    before = content.entry(path).fingerprint
    content.change(path, old, new)

    assert content.entry(path).fingerprint == before
