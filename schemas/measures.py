"""A number that a form works out, as others rest on it: how it is worked out, in words, and from which forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.asked import Say, asked
from schemas.computed import Computed
from schemas.form import Form
from schemas.library import Library
from schemas.references import FormRef, MeasureRef
from schemas.sources import place_of
from schemas.words import Bilingual, Word, Words


class _RatingWords(Words):
    satisfied = Word("满意数", "answers counted as satisfied")
    answered = Word("有效评价数", "answers that count")


_QUOTIENT: Final = Bilingual("{part} ÷ {whole} × 100%", "{part} ÷ {whole} × 100%")


@dataclass(frozen=True, slots=True)
class Measured:
    """A number that a form works out.

    Attributes:
        formula: in words: a quotient of what the form calls its fields, or what it calls the field.
        is_rate: whether it is a percentage.
        sources: the forms whose filled copies are read for it.
    """

    formula: str
    is_rate: bool
    sources: tuple[FormRef, ...]


def measure_at(library: Library, reference: MeasureRef, handbook: str) -> Measured | None:
    """The number that *reference* of a record of *handbook* means, in the language of the view; None where none is."""
    entry = library.find(reference, handbook)
    if entry is None or not isinstance(entry.record, Form):
        return None
    return measured(entry.record, reference.part, lambda text: library.plain(text, entry), library.lang)


def measured(form: Form, path: str, say: Say, lang: str) -> Measured | None:
    """The number in the field *path* (`block.field`, `block.row.column`); None where the form does not work it out.

    Args:
        form: the form, in *lang*.
        path: the field, by ids.
        say: makes plain words of a text of the form.
        lang: the language.
    """
    computed = form.computed_from
    titles = {place_of(slot): slot.label for slot in asked(form, say, lang)}
    if computed is None or path not in titles:
        return None
    quotient = _quotient(computed, path, titles, lang)
    if quotient is None and not _is_worked_out(computed, path):
        return None
    sources = tuple(dict.fromkeys(source.form for source in computed.sources.values()))
    return Measured(quotient or titles[path], quotient is not None, sources)


def measures_of(form: Form, lang: str) -> tuple[str, ...]:
    """Every number that *form* works out, by its path."""
    computed = form.computed_from
    places = (place_of(slot) for slot in asked(form, str, lang)) if computed is not None else ()
    return tuple(path for path in places if computed is not None and _is_worked_out(computed, path))


def _is_worked_out(computed: Computed, path: str) -> bool:
    block, _, inner = path.partition(".")
    column = inner.rpartition(".")[2]
    if path in computed.fields:
        return True
    if block in computed.ratings:
        ratings = computed.ratings[block]  # type: ignore[index]
        return column in (ratings.answered, ratings.satisfied, ratings.rate)
    return block in computed.cells and column in computed.cells[block].columns  # type: ignore[index]


def _quotient(computed: Computed, path: str, titles: dict[str, str], lang: str) -> str | None:
    """Part and whole in words; None for a number that is no rate."""
    block, _, inner = path.partition(".")
    row, _, column = inner.rpartition(".")
    if (measure := computed.fields.get(path)) is not None:  # type: ignore[call-overload]
        rate = measure.rate
        names = (titles.get(rate.part, rate.part), titles.get(rate.whole, rate.whole)) if rate else None
    elif block in computed.ratings and column == computed.ratings[block].rate:  # type: ignore[index]
        ratings, words = computed.ratings[block], _RatingWords(lang)  # type: ignore[index]
        names = (
            titles.get(f"{block}.{row}.{ratings.satisfied}", words.satisfied),
            titles.get(f"{block}.{row}.{ratings.answered}", words.answered),
        )
    else:
        return None
    return _QUOTIENT.say(lang, part=names[0], whole=names[1]) if names else None
