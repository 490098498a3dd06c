"""All forms by kind: what a form is follows from what is in it, as no record says it and a title may mislead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generators.pages.forms import ListedForm, listed_form
from generators.pages.listing import facet, telling
from generators.pages.page import FORM_KINDS, Page, Rendered
from generators.pages.sectors import Sector
from generators.printing.prints import NO_PRINTS, Prints
from generators.wording.tables import AUDIENCES
from schemas.block_kinds import BLOCKS, BlockKind
from schemas.form import Audience, Form, Grid, Register, TextBlock
from schemas.library import Library
from schemas.reads import derived
from schemas.words import Bilingual

ROWS_SHARE: Final = 0.8
"""From which share of its cells on, those in blank rows, a form is kept row by row."""
_UNTOLD: Final[tuple[BlockKind, ...]] = ("grid", "text")
"""What nearly every form has tells none from another."""


@dataclass(frozen=True, slots=True)
class FormKind:
    """A kind of form: what it is called, how it is told, and whether a form is of it."""

    id: str
    title: Bilingual
    how: Bilingual
    holds: Callable[[Form], bool]


def _has(*kinds: BlockKind) -> Callable[[Form], bool]:
    return lambda form: any(block.kind in kinds for block in form.blocks)


def _is_worked_out(form: Form) -> bool:
    return form.computed_from is not None or _has("chart")(form)


def _is_agreed_to(form: Form) -> bool:
    texts = (block.body for block in form.blocks if isinstance(block.body, TextBlock))
    return _has("consent")(form) or any(text.style != "note" for text in texts)


def _is_by_row(form: Form) -> bool:
    bodies = [block.body for block in form.blocks]
    in_rows = sum(body.rows * len(body.columns) for body in bodies if isinstance(body, Register))
    alone = sum(len(body.fields) for body in bodies if isinstance(body, Grid))
    return in_rows > 0 and in_rows >= ROWS_SHARE * (in_rows + alone)


KINDS_OF_FORM: Final = (
    FormKind(
        "survey", Bilingual("问卷", "Surveys"),
        Bilingual("有按等级打分的题目。", "With statements that are rated on a scale."), _has("survey"),
    ),
    FormKind(
        "notice", Bilingual("通知书", "Notices"),
        Bilingual("送到对方手里，由对方签收，或记下拒收。", "Handed to somebody who signs for it, or refuses."),
        _has("receipt"),
    ),
    FormKind(
        "summary", Bilingual("汇总和统计", "Summaries and figures"),
        Bilingual("数字从别的填好的表算出来，或者画成图。", "Worked out from other filled forms, or drawn as a chart."),
        _is_worked_out,
    ),
    FormKind(
        "approval", Bilingual("审批单", "Approvals"),
        Bilingual("有逐级审批的意见栏。", "With opinions that are given one after another."), _has("approval"),
    ),
    FormKind(
        "agreement", Bilingual("同意书和函件", "Agreements and letters"),
        Bilingual("有要本人同意的事项，或印好一段正文。", "With what a person agrees to, or a printed letter or text."),
        _is_agreed_to,
    ),
    FormKind(
        "checklist", Bilingual("检查表", "Checklists"),
        Bilingual("有逐项核对结果的项目。", "With items that are checked one by one."), _has("checklist"),
    ),
    FormKind(
        "register", Bilingual("登记表", "Registers"),
        Bilingual("一行记一件：八成以上的格子在空白行里。", "A row a case: four cells in five are in blank rows."),
        _is_by_row,
    ),
    FormKind(
        "sheet", Bilingual("一事一单", "Sheets for one case"),
        Bilingual("一张记一件：主要是写着名称的格子。", "A sheet a case: mostly boxes with a name."), _has("grid"),
    ),
    FormKind(
        "other", Bilingual("其他", "Others"),
        Bilingual("以上各样都没有。", "With none of these."), lambda _: True,
    ),
)  # fmt: skip
"""Every kind of form; a form is of the first that it fits."""


@dataclass(frozen=True, slots=True)
class FormTraits:
    """What a form can be found by among all others; `holds` are kinds of block, in their own order."""

    kind: str
    holds: tuple[BlockKind, ...]
    audience: Audience


@dataclass(frozen=True, slots=True)
class KnownForm:
    """A line of the list: a form, and what it is found by."""

    form: ListedForm
    traits: FormTraits
    book: str
    book_title: str


@derived
def traits_of(view: Library, address: str) -> FormTraits:
    """What a form is found by."""
    form = view.entries[address].record
    assert isinstance(form, Form)
    kind = next(kind.id for kind in KINDS_OF_FORM if kind.holds(form))
    held = {block.kind for block in form.blocks}
    return FormTraits(kind, tuple(kind for kind, _ in BLOCKS.items() if kind in held - {*_UNTOLD}), form.audience)


def form_kinds_page(view: Library, prints: Prints = NO_PRINTS) -> Rendered:
    """The page that lists every form by kind."""
    page = Page(view, FORM_KINDS, prints=prints)
    forms = [
        KnownForm(listed_form(page, entry), traits_of(view, entry.address), book, view.names(book)[0])
        for book in view.handbook_ids()
        for entry in view.of_kind("forms", book)
    ]
    kinds = tuple(_sectors(page, forms))
    return page.finish(
        "form_kinds.html.j2",
        page.t.form_kinds,
        page.t.form_kinds_lead,
        kinds=kinds,
        facets=telling(
            facet("kind", page.t.form_kind, ((kind.id, kind.title) for kind in kinds)),
            facet("book", page.t.handbook, ((form.book, form.book_title) for form in forms)),
            facet("for", page.t.audience, ((each, AUDIENCES[each].of(page.lang)) for each in _audiences(forms))),
            facet("holds", page.t.holds, ((each, BLOCKS[each].heading.of(page.lang)) for each in _held(forms))),
            facet(
                "status",
                page.t.status,
                ((form.form.control.status, page.state(form.form.control.status)) for form in forms),
            ),
        ),
    )


def _sectors(page: Page, forms: Iterable[KnownForm]) -> Iterable[Sector[KnownForm]]:
    """The forms of each kind that there are any of."""
    found: dict[str, list[KnownForm]] = {}
    for form in forms:
        found.setdefault(form.traits.kind, []).append(form)
    for kind in KINDS_OF_FORM:
        if kind.id in found:
            yield Sector(kind.id, kind.title.of(page.lang), kind.how.of(page.lang), tuple(found[kind.id]))


def _audiences(forms: Iterable[KnownForm]) -> list[Audience]:
    found = {form.traits.audience for form in forms}
    return [audience for audience, _ in AUDIENCES.items() if audience in found]


def _held(forms: Iterable[KnownForm]) -> list[BlockKind]:
    found = {kind for form in forms for kind in form.traits.holds}
    return [kind for kind, _ in BLOCKS.items() if kind in found]
