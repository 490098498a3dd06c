"""«Which word is it»: a term by its definition, and its English, for the terms that stand in what a course teaches.

A term belongs to the library and to no record: its items are asked with those of the course, and lead to the glossary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from schemas.terms import Term
from schemas.terms_used import terms_in
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import gives_away, with_wrong
from training.item import GLOSSARY, Item, Option, fields_of
from training.material import Material

MOST: Final = 12
"""So many terms a course asks about at most."""
_NEIGHBOURS: Final = 12
"""The terms that stand so near in the file are of the same field."""


class _Stem(Words):
    meaning = Word("“{meaning}”说的是哪个用语？", "Which term is this? “{meaning}”")
    english = Word("“{term}”的英文，本手册怎么写？", "How does this handbook put “{term}” in English?")
    why = Word("{zh}：{en}", "{en}: {zh}")


def items_of_terms(material: Material, handbook: str, addresses: Sequence[str]) -> Iterator[Item]:
    """The items of the terms in what is taught: those first that stand in few records otherwise.

    Args:
        material: the library.
        handbook: whose trade the English is of.
        addresses: the records that are taught.
    """
    found = 0
    for number in _by_telling(material, handbook, addresses):
        made = list(_items(material, handbook, number))
        yield from made[:1]
        found += bool(made)
        if found == MOST:
            return


def _items(material: Material, handbook: str, number: int) -> Iterator[Item]:
    """By its definition where it has one, otherwise by its English."""
    term = material.library.terms.terms[number]
    trade = material.library.trade(handbook)
    if term.definition is not None:
        meaning = Bilingual(term.definition.zh, term.definition.en)
        stem = in_both(lambda lang: _Stem(lang).meaning.format(meaning=meaning.of(lang)))
        right = Option(str(term.id), Bilingual(term.zh, term.english(trade)))
        fields: tuple[object, ...] = (term.definition.zh, term.zh)
        named = [each.id for each in material.library.terms.terms if each.zh in meaning.zh]
        yield from _made(material, trade, number, "meaning", stem, right, fields, named)
    stem = in_both(lambda lang: _Stem(lang).english.format(term=term.zh))
    english = term.english(trade)
    yield from _made(
        material,
        trade,
        number,
        "english",
        stem,
        Option(str(term.id), Bilingual(english, english)),
        (term.zh, english),
        (),
    )


def _made(
    material: Material, trade: str, number: int, what: str, stem: Bilingual, right: Option, fields: Iterable[object],
    named: Collection[str],
) -> Iterator[Item]:  # fmt: skip
    terms = material.library.terms.terms
    is_of_the_trade = terms[number].english(trade) != terms[number].english()
    place = f"{terms[number].id}.{what}" + (f".{trade}" if is_of_the_trade else "")
    near = [
        [each for each in terms[max(number - reach, 0) : number + reach + 1] if not each.choice]
        for reach in (_NEIGHBOURS, 3 * _NEIGHBOURS)
    ]
    names = material.once(_every_name)
    never = {str(each.id) for each in near[-1] if _means_the_same(terms[number], each, names)} | set(map(str, named))
    others = [[_option(each, trade, what) for each in group] for group in near]
    options = with_wrong(f"{GLOSSARY}#{place}/term", [right], others, never)
    if options is None or gives_away(stem, right.text):
        return
    term = terms[number]
    yield Item(
        kind="term", record=GLOSSARY, place=place, anchor=f"term-{term.id}", fields=fields_of(fields), stem=stem,
        options=options, right=(right.key,),
        why=in_both(lambda lang: _Stem(lang).why.format(zh=term.zh, en=term.english(trade))),
    )  # fmt: skip


def _option(term: Term, trade: str, what: str) -> Option:
    english = term.english(trade)
    return Option(str(term.id), Bilingual(english if what == "english" else term.zh, english))


def _means_the_same(term: Term, other: Term, names: dict[str, set[str]]) -> bool:
    """Whether one is another name of the other, in either language, or holds it."""
    if term is other:
        return False
    return bool(names[str(term.id)] & names[str(other.id)]) or term.zh in other.zh or other.zh in term.zh


def _every_name(material: Material) -> dict[str, set[str]]:
    """What each term is called, by its id."""
    return {str(term.id): _names(term) for term in material.library.terms.terms}


def _names(term: Term) -> set[str]:
    every = (term.zh, *term.all_english, *term.aliases.zh, *term.aliases.en, *term.abbreviations)
    return {str(name).casefold() for name in every}


def _by_telling(material: Material, handbook: str, addresses: Sequence[str]) -> list[int]:
    """The numbers of the terms in what is taught, those first that a definition tells and that are most at home there.

    At home: of the records of the handbook in which a term stands, most are taught.
    """
    taught = Counter(term for address in addresses for term in terms_in(material.library, address))
    everywhere = material.once(_how_often, handbook)
    numbers = {str(term.id): number for number, term in enumerate(material.library.terms.terms) if not term.choice}

    def rank(term: str) -> tuple[bool, float, int, int]:
        number = numbers[term]
        share = taught[term] / max(everywhere[term], taught[term])
        return material.library.terms.terms[number].definition is None, -share, -taught[term], number

    return [numbers[term] for term in sorted((term for term in taught if term in numbers), key=rank)]


def _how_often(material: Material, handbook: str) -> Counter[str]:
    """In how many records of a handbook each term stands."""
    entries = material.library.of_handbook(handbook)
    return Counter(term for entry in entries for term in terms_in(material.library, entry.address))


def stands_in(material: Material, item: Item, address: str) -> bool:
    """Whether the term of an item stands in a record."""
    return item.record == GLOSSARY and item.place.partition(".")[0] in terms_in(material.library, address)
