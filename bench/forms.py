"""Forms a second on one core, against docxtpl and plain python-docx on the same forms, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from time import process_time
from typing import Any, Final

from rich.table import Table

from bench.form_peers import Plain, Template, plain_of, template_of
from filled.filling import fill_form
from filled.reading import read_form
from generators.docx.document import VARIANTS, Variant
from generators.form import build_form
from schemas.entry import Entry
from schemas.library import Library
from tests.filled import filled_samples as filled

_ROUNDS: Final = 3
_DOCXTPL: Final = "docxtpl, the same filled copy without controls"
_PLAIN: Final = "plain python-docx, the same tables"
_ALL_FORMS: Final = 67
"""How many forms will stand on this; there are fewer today, so some are built again."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A form with everything that is worked out before anything is measured."""

    entry: Entry
    values: dict[str, Any]
    copy: bytes
    template: Template
    lean: Template
    context: dict[str, str]
    plain: Plain


def _case(library: Library, entry: Entry) -> _Case:
    """A form with every blank and every printed row of it filled."""
    blanks = filled.Sample(library, entry).blanks
    values = filled.loose(filled.full_answers(blanks, 1, filled.EVERYDAY))
    copy, template = fill_form(library, entry, values), template_of(library, entry)
    lean = template_of(library, entry, lean=True)
    return _Case(entry, values, copy, template, lean, template.context(copy), plain_of(library, entry))


def _seconds(work: Callable[[], object]) -> float:
    """The seconds of one core that *work* takes, the best of several rounds: others may use this machine too."""
    taken = []
    for _ in range(_ROUNDS):
        started = process_time()
        work()
        taken.append(process_time() - started)
    return min(taken)


def _each(work: Callable[[_Case], object], cases: list[_Case]) -> float:
    """How many forms a second *work* does."""
    return len(cases) / _seconds(lambda: [work(case) for case in cases])


def _build(library: Library, variant: Variant, case: _Case) -> bytes:
    return build_form(library, case.entry, variant=variant)


def _rates(library: Library, cases: list[_Case]) -> Iterator[tuple[str, float]]:
    for variant in VARIANTS:
        yield f"built from its definition, to {variant}", _each(partial(_build, library, variant), cases)
    yield "a filled copy", _each(lambda case: fill_form(library, case.entry, case.values), cases)
    yield "a blank copy to fill", _each(lambda case: fill_form(library, case.entry, {}), cases)
    yield _DOCXTPL, _each(lambda case: case.lean.render(case.context), cases)
    yield (
        "docxtpl, the same filled copy with its controls",
        _each(lambda case: case.template.render(case.context), cases),
    )
    yield _PLAIN, _each(lambda case: case.plain.build(), cases)
    yield "a filled copy read back", _each(lambda case: read_form(library, case.copy), cases)


def table(library: Library) -> Table:
    """Forms a second, and the ratio to both peers."""
    view = library.view("zh")
    cases = [_case(view, entry) for entry in view.of_kind("forms")]
    rates = dict(_rates(view, cases))
    docxtpl, plain = rates[_DOCXTPL], rates[_PLAIN]
    speed_table = Table(
        "forms", "a second", "× docxtpl", "× python-docx", title=f"{len(cases)} forms, every blank filled"
    )
    for name, rate in rates.items():
        speed_table.add_row(name, f"{rate:.0f}", f"{rate / docxtpl:.1f}", f"{rate / plain:.1f}")
    speed_table.caption = (
        f"{_ALL_FORMS} forms × {len(VARIANTS)} variants built in {_all_built(view):.2f} s (goal: under 2)"
    )
    return speed_table


def _all_built(library: Library) -> float:
    entries = list(islice(cycle(library.of_kind("forms")), _ALL_FORMS))
    return _seconds(lambda: [build_form(library, entry, variant=variant) for entry in entries for variant in VARIANTS])
