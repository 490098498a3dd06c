"""What makes a term right: its own names, and those of whatever is called or explained alike."""

from __future__ import annotations

from schemas.terms import Term
from training.item import Item
from training.material import Material


def right_term(material: Material, item: Item) -> frozenset[str]:
    """The terms that have a name or the explanation of the asked one, in either language."""
    terms = {str(term.id): term for term in material.library.terms.terms}
    asked = terms[item.place.partition(".")[0]]
    names = _names(asked)
    return frozenset(
        option.key
        for option in item.options
        if _names(terms[option.key]) & names
        or (asked.definition is not None and terms[option.key].definition == asked.definition)
    )


def _names(term: Term) -> set[str]:
    every = (term.zh, *term.en.values(), *term.aliases.zh, *term.aliases.en, *term.abbreviations)
    return {str(name).casefold().strip() for name in every}
