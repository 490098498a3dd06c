"""`computed_from`: its shape, and that everything it names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.checks.computed import computed_findings
from schemas.findings import Worded
from schemas.fingerprint import fingerprint
from schemas.form import Form
from tests.filled import report_samples as samples
from tests.schemas.content import BOOK, Content


@pytest.fixture
def forms(tmp_path: Path) -> Content:
    """The library of forms that are worked out from each other, to break."""
    return Content(samples.make_root(tmp_path / "root"))


def path(id_: str) -> str:
    """The file of a form."""
    return f"{BOOK}/forms/{id_}.yaml"


def found(content: Content, id_: str) -> Iterator[Worded]:
    """What is found in a form, but for what all of these short forms lack."""
    usual = {"form-unused", "asks-missing", "owner-missing", "not-in-a-chapter"}
    for finding in content.findings():
        if finding.path == path(id_) and finding.rule not in usual and not finding.rule.startswith("translation"):
            yield finding


def said(content: Content, id_: str, old: str, new: str) -> list[str]:
    """What is found in a form, as `line text [rule] hint`, after *old* in it became *new*."""
    content.change(path(id_), old, new)
    return [
        re.sub(r"^.*?:(\d+):\d+: ", r"\1 ", finding.say("en")).replace("\n    ", " ") for finding in found(content, id_)
    ]


def test_the_samples_are_sound(forms: Content) -> None:
    """Pareto data, a chart of a form that is worked out itself, a survey's summary, monthly statistics."""
    assert [finding.say("en") for id_ in samples.FORMS for finding in found(forms, id_)] == []


class TestShape:
    """What a file may say at all."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            (
                "head.total: {count: cases}", "head.total: {coutn: cases}",
                ("error: unknown key 'coutn' [unknown-key] Did you mean 'count'? "
                "The keys here are: count, sum, take, list, say, total, rate, working, threshold, less, where."),
            ),
            (
                "head.total: {count: cases}", "head.total: {count: cases, say: x}",
                ("error: a field has exactly one measure; here are: count, say [one-measure-each] "
                "Write one of count, sum, take, list, say, total, rate, working, threshold."),
            ),
            (
                "head.total: {count: cases}", "head.total: {say: x, where: {kind: fees}}",
                "error: 'where' goes with count, sum, take, list [goes-with] Add that, or delete 'where'.",
            ),
            (
                "      count: count\n", "      count: count\n      sum: count\n",
                ("error: groups are either counted or summed; here are: count, sum [one-amount-each] "
                "Write count: column, or sum: column with of: source.field."),
            ),
            (
                "      classes: {a: 80, b: 90, c: 100}\n", "",
                "error: 'class' goes with classes [goes-with] Add that, or delete 'class'.",
            ),
            (
                "head.total: {count: cases}", "head/total: {count: cases}",
                ("error: 'head/total' does not say where a field is [bad-dotted] "
                "Write ids with dots: head.total (this form) or complaints.category (a source)."),
            ),
            (
                "{form: T-01, rows: entries, date: received}", "{form: T-01, rows: entries, period: thsi}",
                ("error: 'thsi' is not one of the choices [bad-choice] Did you mean 'this'? "
                "The choices are: this, last, to-date."),
            ),
        ],
    )  # fmt: skip
    def test_what_is_misspelt_or_too_much_is_said(self, forms: Content, old: str, new: str, expected: str) -> None:
        """At its place, with what may stand there."""
        (message,) = said(forms, "cause-data", old, new)

        assert message.partition(" ")[2] == expected

    def test_a_condition_takes_one_value_or_several(self, forms: Content) -> None:
        """And stays what it was for the fingerprint."""
        forms.change(path("cases"), "where: {kind: [repair, service]}", "where: {kind: [repair]}")
        several = forms.entry(path("cases")).record
        forms.change(path("cases"), "where: {kind: [repair]}", "where: {kind: repair}")
        one = forms.entry(path("cases")).record

        assert isinstance(one, Form)
        assert one.totals[4].where == {"kind": ("repair",)}
        assert fingerprint(one) == fingerprint(several)

    def test_forms_without_it_keep_their_fingerprint(self, forms: Content) -> None:
        """Paper that is out there stays current."""
        assert "computed_from" not in forms.entry(path("cases")).record.model_dump(exclude_defaults=True)


class TestNames:
    """Everything that is named is there, and of the kind that it must be."""

    @pytest.mark.parametrize(
        ("id_", "old", "new", "expected"),
        [
            ("cause-data", "rows: entries", "rows: entreis", "'entreis'|entries"),
            ("cause-data", "date: received", "date: recieved", "'recieved'|received"),
            ("cause-data", "head.total:", "head.totl:", "'head.totl'|head.total"),
            ("cause-data", "{count: cases}", "{count: case}", "'case'|cases"),
            ("cause-data", "{list: cases.book}", "{list: cases.bok}", "'bok'|book"),
            ("cause-data", "group: cases.kind", "group: cases.knd", "'knd'|kind"),
            ("cause-data", "other: other", "other: othr", "'othr'|other"),
            ("cause-data", "share: share", "share: shar", "'shar'|share"),
            ("cause-data", "    causes:\n      group", "    cause:\n      group", "'cause'|causes"),
            ("cause-data", "{a: 80, b: 90, c: 100}", "{a: 80, b: 90, d: 100}", "'d'|"),
            ("cause-data", "first: head.from", "first: head.frm", "'head.frm'|head.from"),
            ("survey-summary", "{valid: valid}}", "{valid: vald}}", "'vald'|valid"),
            ("survey-summary", "{back: filled}", "{bck: filled}", "'bck'|back"),
            ("survey-summary", "valid.ratings", "valid.rating", "'valid.rating'|valid.ratings"),
            ("survey-summary", "answered: rated", "answered: rtd", "'rtd'|rated"),
            ("survey-summary", "total: all}", "total: al}", "'al'|all"),
            ("survey-summary", "whole: items.all.rated", "whole: items.all.ratd", "'items.all.ratd'|items.all.rated"),
            ("survey-summary", "fields: [head.returned", "fields: [head.retrned", "'head.retrned'|head.returned"),
            ("monthly", "now: {total", "nwo: {total", "'nwo'|now"),
            ("monthly", "total: [last, in]", "total: [lst, in]", "'lst'|last"),
            ("monthly", "by: kind", "by: knd", "'knd'|kind"),
            ("monthly", "rows: {business:", "rows: {busness:", "'busness'|business"),
            ("monthly", "{kind: [shop, office]}", "{kind: [shop, ofice]}", "'ofice'|office"),
            ("monthly", "columns: {room: room,", "columns: {rom: room,", "'rom'|room"),
            ("monthly", "order: room", "order: rom", "'rom'|room"),
            ("monthly", "{of: gone,", "{of: gon,", "'gon'|gone"),
            ("cases", "where: {kind: [repair, service]}", "where: {kind: [repair, servce]}", "'servce'|service"),
            ("cases", "by: kind}", "by: knd}", "'knd'|kind"),
        ],
    )
    def test_an_id_that_is_not_there_is_said_with_the_one_that_was_meant(
        self, forms: Content, id_: str, old: str, new: str, expected: str
    ) -> None:
        """«There is no … to point at here. Did you mean …?» at the place where it stands."""
        word, meant = expected.split("|")

        messages = said(forms, id_, old, new)

        (message,) = [message for message in messages if f"error: there is no {word} to point at here" in message]
        assert (f"Did you mean '{meant}'?" in message) is bool(meant)

    @pytest.mark.parametrize(
        ("id_", "old", "new", "expected"),
        [
            (
                "cause-data", "date: received", "date: room",
                ("error: field 'room' is of type room; date / month / datetime is needed here [wrong-field-type] "
                "Name another field, or change its type."),
            ),
            (
                "cause-data", "{count: cases}", "{sum: cases.kind}",
                ("error: field 'kind' is of type choice; number / money is needed here [wrong-field-type] "
                "Name another field, or change its type."),
            ),
            (
                "monthly", "month: head.month}\n  fields", "month: head.homes}\n  fields",
                ("error: field 'homes' is of type number; month is needed here [wrong-field-type] "
                "Name another field, or change its type."),
            ),
            (
                "cause-data", "    causes:\n      group", "    head:\n      group",
                "error: 'head' is a grid; a register is needed here [wrong-block] Name another block.",
            ),
            (
                "survey-summary", "{threshold: by-item}", "{threshold: by-itme}",
                ("error: there is no 'by-itme' to point at here [unknown-local] "
                "Did you mean 'by-item'? The ids are: by-item."),
            ),
            (
                "survey-summary", "{working: result.rate}", "{working: head.sent}",
                "error: 'head.sent' is not worked out by `rate` [not-a-rate] `working` takes a field that has a rate.",
            ),
            (
                "cases", "{closed: empty, due: past}", "{closed: empty, room: past}",
                ("error: field 'room' is of type room; date / month / datetime is needed here [wrong-field-type] "
                "Name another field, or change its type."),
            ),
            (
                "cases", "sum: paid", "sum: room",
                ("error: field 'room' is of type room; number / money is needed here [wrong-field-type] "
                "Name another field, or change its type."),
            ),
            (
                "cause-data", "form: T-01", "form: T-1",
                "error: there is no record 'T-1' [unknown-reference] Did you mean 'T-01'? Check the code or address.",
            ),
            (
                "monthly", "now: {total: [last, in], less: [out]}", "now: {total: [last, growth]}",
                ("error: this is worked out from itself: homes.last → homes.growth → homes.last "
                "[computed-in-a-circle] Break the circle somewhere."),
            ),
        ],
    )  # fmt: skip
    def test_what_is_there_must_be_of_the_right_kind(
        self, forms: Content, id_: str, old: str, new: str, expected: str
    ) -> None:
        """A date where a date is needed, a number where something is added up."""
        if "circle" in expected:
            forms.change(path(id_), "last: {take: before.now}", "last: {total: [growth]}")

        messages = said(forms, id_, old, new)

        assert expected in {message.partition(" ")[2] for message in messages}

    def test_a_field_that_several_blocks_have_needs_its_block(self, forms: Content) -> None:
        """The message names both."""
        grid = "  - grid: {id: foot, fields: [{id: book, title: 册, type: serial}]}\n"
        forms.change(path("cases"), "totals:\n", f"{grid}totals:\n")

        (finding,) = found(forms, "cause-data")

        assert finding.say("zh").partition(": ")[2] == (
            "错误: “book”在几个块里都有 [ambiguous-field]\n    写明是哪个块的：head.book, foot.book。"
        )
        assert said(forms, "cause-data", "cases.book", "cases.foot.book") == []

    def test_rows_that_count_nothing_are_a_warning(self, forms: Content) -> None:
        """A row that is no item, and an item that has no row."""
        messages = said(forms, "survey-summary", "manner: 态度, speed", "maner: 态度, speed")

        assert {message.partition(" ")[2] for message in messages} == {
            (
                "warning: row 'maner' of the matrix counts nothing [row-of-nothing] Did you mean 'manner'? "
                "Its rows should have the ids: manner, speed, repair, desk, works."
            ),
            "warning: the matrix has no row 'manner', so it is not counted [row-missing] Add it to `rows`.",
        }

    def test_a_source_that_is_not_there_is_said_once(self, forms: Content) -> None:
        """What its fields would be is not known."""
        assert len(said(forms, "survey-summary", "valid: {form: T-05", "valid: {form: T-55")) == 1

    def test_only_errors_keep_a_form_from_being_worked_out(self, forms: Content) -> None:
        """A row that counts nothing does not."""
        forms.change(path("survey-summary"), "manner: 态度, speed", "maner: 态度, speed")
        library = forms.library()

        assert computed_findings(library, samples.form("survey-summary", library)) == ()
