"""How an item is put together from its question, its right answer, and those that stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from schemas.words import Bilingual, ByLanguage, in_both
from training.choosing import gives_away, points_at, with_wrong
from training.item import Item, ItemKind, Option, fields_of
from training.material import Subject

_LONGEST: Final = ByLanguage(90, 190)
"""Characters of a question."""
_INNER: Final = str.maketrans("“”《》", "‘’〈〉")


def made(
    subject: Subject[Any],
    kind: ItemKind,
    place: str,
    part: str,
    *,
    stem: Bilingual,
    right: Option,
    wrong: Iterable[Iterable[Option]],
    never: Collection[str] = (),
    fields: Iterable[object],
    why: Bilingual,
) -> Item | None:
    """An item of a record; None where it would be no question.

    That is where the question says the answer, the right answer shows by its looks, the question is too long to be read
    in an exam, or there are too few wrong answers.

    Args:
        subject: the record.
        kind: what is asked.
        place: the field it is asked from, by ids.
        part: the part of the record that has this field.
        stem: the question.
        right: the right answer.
        wrong: wrong ones, in groups, nearest first.
        never: the keys of those that may be right too.
        fields: the values in the department's language that question and right answer come from. What has an address
            of its own (a role, a form, a procedure) counts by it, and not by its title.
        why: what is shown once it is answered.
    """
    if gives_away(stem, right.text) or is_too_long(stem):
        return None
    options = with_wrong(f"{subject.address}#{place}/{kind}", [right], wrong, never)
    if options is None or points_at(stem, right.text, [option.text for option in options[1:]]):
        return None
    return item_of(subject, kind, place, part, stem=stem, options=options, right=right, fields=fields, why=why)


def item_of(
    subject: Subject[Any],
    kind: ItemKind,
    place: str,
    part: str,
    *,
    stem: Bilingual,
    options: tuple[Option, ...],
    right: Option,
    fields: Iterable[object],
    why: Bilingual,
) -> Item:
    """An item of a record with one right answer, which is one of its *options*; the others as in `made`."""
    return Item(
        kind=kind,
        record=subject.address,
        place=place,
        anchor=subject.anchor(part),
        fields=fields_of(fields),
        stem=stem,
        options=options,
        right=(right.key,),
        why=why,
        is_draft=subject.is_draft,
    )


def is_too_long(stem: Bilingual, longest: ByLanguage[int] = _LONGEST) -> bool:
    """Whether a question takes too long to read, in either language."""
    return any(len(words) > limit for words, limit in zip(stem.both(), longest.both(), strict=True))


def quoted(text: Bilingual) -> Bilingual:
    """A text as it stands between quotation marks: those within it are single."""
    return in_both(lambda lang: in_quotes(text.of(lang)))


def in_quotes(words: str) -> str:
    """The same of words in one language."""
    return words.translate(_INNER)
