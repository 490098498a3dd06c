"""«Which word is it»: a term by its definition, for the terms that stand in what a course teaches.

Beside it stand terms of the same sort. In English the definition is always asked: nobody has to read Chinese.

A term belongs to the library and to no record: its items are asked with those of the course, and lead to the glossary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Final

from schemas.terms import GLOSSARY, Term
from schemas.terms_used import terms_in
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import WRONG, gives_away, with_wrong
from training.item import Item, Option, fields_of
from training.material import Material

MOST: Final = 12
"""So many terms a course asks about at most."""
_SORTS: Final = (
    ("person", "[人户员主理师单位公司企业门方客属]$",
     (r"Who|The (?:\S+ ){0,3}(?:person|people|party|company|companies|owner|technician|committee|department)|Spouse|"
     r"Watches|Somebody|A (?:person|company)|Writes|Looks|Leads|Holds")),
    ("number", "[号码]$", ""),
    ("paper", "[单书证卡签函条样报]$|[^盖]章$|[^抄]表$|文件", "(?!After|Before|Held|The other)"),
    ("money", "[费款金价]$|赔偿|补偿|收益|返", ""),
    ("place", "[室房台区道所厅]$|部位", "The |A |Where "),
    ("act", "", r"To |More |\w+ing (?!card|room|officer)"),
)  # fmt: skip
"""Sorts of things: how a term of each ends in Chinese, and how its explanation begins in English."""
_NEAR: Final = 40
"""Terms that are so many lines apart in the file are of other trades."""
_TRIED: Final = 8
"""Of so many terms those are chosen that do not betray the right one."""
_OVERLAPPING: Final = (
    frozenset({"resident", "occupier", "occupant", "tenant"}),
    frozenset({"customer", "client", "user", "shopper"}),
)
"""What plain English says of the same people."""
_STEM: Final = 4
_LONG_WORD: Final = re.compile("[a-z]{3,}")
"""English words by which a definition can betray its term: `meter`, `meters`, `metering`."""


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
    """By its definition; where that betrays it in Chinese, there by its English. A term without a definition: none."""
    term = material.library.terms.terms[number]
    trade = material.library.trade(handbook)
    if term.definition is None:
        return
    meaning = Bilingual(term.definition.zh, term.definition.en)
    named = [str(each.id) for each in material.library.terms.terms if each.zh in meaning.zh]
    by_meaning = in_both(lambda lang: _Stem(lang).meaning.format(meaning=meaning.of(lang)))
    yield from _made(material, trade, number, "meaning", by_meaning, (meaning.zh, term.zh), named)
    by_english = Bilingual(_Stem("zh").english.format(term=term.zh), by_meaning.en)
    fields = (meaning.zh, term.zh, term.english(trade))
    yield from _made(material, trade, number, "english", by_english, fields, named)


def _made(
    material: Material, trade: str, number: int, what: str, stem: Bilingual, fields: Iterable[object],
    named: Collection[str],
) -> Iterator[Item]:  # fmt: skip
    term = material.library.terms.terms[number]
    place = f"{term.id}.{what}" + (f".{trade}" if term.english(trade) != term.english() else "")
    names, right = material.once(_every_name), _option(term, trade, what)
    beside = [
        _option(each, trade, what)
        for each in material.once(_of_the_sort, str(term.id))
        if str(each.id) not in named and not _means_the_same(term, each, names)
    ]
    some = combinations(beside[:_TRIED], WRONG), combinations(beside[:_TRIED], WRONG - 1)
    wrong = next((each for each in chain(*some) if not _is_betrayed(stem, right, each)), ())
    options = with_wrong(f"{GLOSSARY}#{place}/term", [right], [[each] for each in wrong])
    if options is None or gives_away(stem, right.text):
        return
    yield Item(
        kind="term", record=GLOSSARY, place=place, anchor=f"term-{term.id}", fields=fields_of(fields), stem=stem,
        options=options, right=(right.key,),
        why=in_both(lambda lang: _Stem(lang).why.format(zh=term.zh, en=term.english(trade))),
    )  # fmt: skip


def _of_the_sort(material: Material, id_: str) -> list[Term]:
    """The terms of the same sort of thing: those first that end alike in either language, then those near by."""
    terms, sorts = material.library.terms.terms, material.once(_every_sort)
    number = next(at for at, each in enumerate(terms) if each.id == id_)
    term = terms[number]

    def unlike(at: int) -> tuple[bool, int]:
        return not _ends_alike(terms[at], term), abs(at - number)

    of_the_sort = (
        at
        for at, each in enumerate(terms)
        if at != number and not each.choice and (sorts[str(each.id)] & sorts[id_] or _ends_alike(each, term))
    )
    return [terms[at] for at in sorted(of_the_sort, key=unlike) if unlike(at) < (True, _NEAR)]


def _every_sort(material: Material) -> dict[str, set[str]]:
    return {str(term.id): _sorts(term) for term in material.library.terms.terms}


def _sorts(term: Term) -> set[str]:
    """What sort of thing a term is, by the last character of its name and the first words that explain it."""
    if term.definition is None:
        return set()
    return {sort for sort, name, told in _SORTS if re.search(name, term.zh) and re.match(told, term.definition.en)}


def _ends_alike(term: Term, other: Term) -> bool:
    return term.zh[-2:] == other.zh[-2:] or term.english().split()[-1] == other.english().split()[-1]


def _is_betrayed(stem: Bilingual, right: Option, wrong: Sequence[Option]) -> bool:
    """Whether the definition has more of the right term in it than of any other, in either language."""
    told = [right, *wrong]
    in_zh = [len(set(option.text.zh) & set(stem.zh)) for option in told]
    in_en = [len(_stems(option.text.en) & _stems(stem.en)) for option in told]
    return any(first > max(others) for first, *others in (in_zh, in_en))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _LONG_WORD.findall(text.casefold())}


def _option(term: Term, trade: str, what: str) -> Option:
    english = term.english(trade)
    return Option(str(term.id), Bilingual(english if what == "english" else term.zh, english))


def _means_the_same(term: Term, other: Term, names: dict[str, set[str]]) -> bool:
    """Whether one is another name of the other, in either language, or holds it."""
    if term is other:
        return False
    mine, its = names[str(term.id)], names[str(other.id)]
    alike = mine & its or _roots(mine) & _roots(its) or any(mine & some and its & some for some in _OVERLAPPING)
    return bool(alike) or any(_holds(*two) or _holds(*reversed(two)) for two in _in_both(term, other))


def _in_both(term: Term, other: Term) -> tuple[tuple[str, str], tuple[str, str]]:
    return (term.zh, other.zh), (f" {term.english()} ", f" {other.english()} ")


def _holds(name: str, other: str) -> bool:
    return other in name


def _roots(names: set[str]) -> set[str]:
    """How names of one English word begin: an occupier is an occupant, and a resident is called that too."""
    return {name[:_STEM] for name in names if _LONG_WORD.fullmatch(name) and len(name) > _STEM}


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
