"""The web form on the page of a form: every blank has one input, and its definition is that of the form."""

from __future__ import annotations

import json

from lxml import html

from generators.docx.printed import printed_fingerprint
from generators.page import render_record
from tests.filled.filled_samples import EVERY_FORM, InBoth, Sample
from tests.generators import docx_samples as samples


def page_of(id_: str, lang: str = "zh") -> html.HtmlElement:
    """The page of a form of the sample library."""
    view = samples.library().view(lang)
    return html.fromstring(render_record(view, samples.form(id_, view)).content)


@EVERY_FORM
def test_every_blank_has_one_input(form: InBoth) -> None:
    """In order, each blank of a form has one input on its page, and the script is told its type and its controls."""
    for sample in form:
        asks_for_its_blanks(sample)


def asks_for_its_blanks(sample: Sample) -> None:
    """Its page does."""
    tree = html.fromstring(render_record(sample.library, sample.entry).content)
    (told,) = tree.findall(".//template[@data-fill-definition]")
    definition = json.loads("".join(map(str, told.itertext())))
    places = ["|".join(blank.place) for blank in sample.blanks.all]

    assert places == tree.xpath("//form[@data-fill]//@data-place")
    assert places == [blank["place"] for blank in definition["blanks"]]
    assert all(blank["parts"] for blank in definition["blanks"])
    assert definition["printed"] == printed_fingerprint(sample.library, sample.entry)


def test_native_inputs() -> None:
    """Each type of field has the input that browsers have for it."""
    inputs = {
        place: element
        for element in page_of("everything").xpath("//form[@data-fill]//*[@data-place]")
        if (place := element.get("data-place")).startswith("head||")
    }
    shown = {place.split("|")[2]: element.get("type") or element.tag for place, element in inputs.items()}

    assert shown == {
        "project": "text", "serial": "text", "room": "text", "long": "textarea", "day": "date", "month": "month",
        "moment": "datetime-local", "clock": "time", "area": "number", "phone": "tel", "id-no": "text",
        "money": "number", "fee": "number", "way": "fieldset", "grade": "select", "works": "fieldset",
        "seen": "checkbox", "mark": "fieldset", "who": "text",
    }  # fmt: skip
    area = inputs["head||area"]
    assert (area.get("min"), area.get("max"), area.getnext().text) == ("1", "500", "平方米")


def test_a_withdrawn_form_is_not_filled() -> None:
    """The page of a withdrawn form offers neither the web form nor a button to it."""
    withdrawn = samples.HEAD.replace("status: draft", "status: {withdrawn: {name: 王经理, on: 2026-02-01}}")
    library = samples.with_forms({"made": f"{withdrawn}blocks:\n  - grid: {{id: g, fields: [{{id: a, title: 甲}}]}}\n"})
    tree = html.fromstring(render_record(library, samples.form("made", library)).content)

    assert tree.xpath("//*[@data-fill or @href='#fill']") == []
    assert "这张表已废止，任何一版都请停用。" in str(tree.xpath("string(//@data-sheet)"))
