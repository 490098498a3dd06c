"""Slips of the pen inside texts: what was meant as a link, a blank or several items, and is shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from schemas.checks.codes_in_texts import codes_astray
from schemas.checks.markup_shown import foreign_markup
from schemas.checks.signs import is_in_english, signs_astray
from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.kinds import KIND_NAMES
from schemas.library import Library
from schemas.markup import may_be_marked, without_markup
from schemas.messages import Message, Slips
from schemas.reads import derived
from schemas.references import Reference
from schemas.scalars import Ask, Code, Text
from schemas.terms import Terms
from schemas.walk import Leaf, leaves

_OF_NO_TITLE: Final = re.compile(r"(?:[，。；：、,;:*＊]|_{2,})$|^《[^《》]*》$")
_SUSPECT: Final = re.compile(r"[\[\]{}［］｛｝【】《〈<`]|project\.")
_DOUBLE: Final = re.compile(r"[\[［【]{2}[^\[\]［］【】\n]{1,200}[\]］】]{2}")
_SINGLE: Final = re.compile(r"[\[［【《〈<`]([^\[\]［］【】《》〈〉<>`\n]{1,200})[\]］】》〉>`]")
_OF_MARKDOWN: Final = re.compile(r"\[[^\[\]\n]{1,200}\][(（]([^()（）\s]{1,200})[)）]")
_BETWEEN_NAMES: Final = re.compile("[，、；,;/|和与及\\s]+")
_WIDE_BRACES: Final = re.compile(r"｛[^{}｛｝\n]{0,80}[}｝]|\{[^{}｛｝\n]{0,80}｝")
_KEY: Final = r"(project\.[a-z0-9-]+)"
_OTHER_BLANK: Final = re.compile(rf"\{{\{{\s*{_KEY}\s*\}}\}}|[$%#@]\{{{_KEY}\}}|[<＜《〈（(]\s*{_KEY}\s*[>＞》〉）)]")
"""A value of the project as other template languages write blanks."""
_PAIRS: Final = re.compile(r"\{[{%#][^\n]*?[}%#]\}|\{[^{}\n]*\}")
_HALF: Final = re.compile(r"\{[^\s{}，。；、：,;:]{0,30}|[^\s{}，。；、：,;:]{0,30}\}")
_COMMA: Final = re.compile("[，、；,;]")
_CHINESE: Final = re.compile(r"[\u2e80-\u9fff]")
_ENGLISH: Final = re.compile(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")
_SEVERAL: Final = re.compile("[，、；;]|, ")


def check_slips(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for texts of a record that are shown otherwise than they were meant."""
    yield from _texts(library, entry.document, entry.handbook, entry.leaves)


def check_slips_of_none(library: Library) -> Iterator[Finding]:
    """The same for the texts that are of no record."""
    yield from _texts(library, library.settings_document, "", leaves(library.settings))
    for book in library.handbooks.values():
        yield from _texts(library, book.document, book.id, leaves(book.file))
    if library.laws_document is not None:
        yield from _texts(library, library.laws_document, "", leaves(library.laws))
    if library.terms_document is not None:
        yield from _terms(library.terms_document, library.terms)


def _texts(library: Library, document: Document, handbook: str, of_file: Iterable[Leaf]) -> Iterator[Finding]:
    for leaf in of_file:
        value = leaf.value
        if isinstance(value, Text):
            ours = leaf.location[0] != "source"
            for rule, token, values in _slips(library, handbook, value, ours=ours):
                yield _at(document, leaf.location, token, rule, **values)
            if ours and leaf.path[-1] == "title" and (match := _OF_NO_TITLE.search(value)):
                yield document.finding(leaf.location, Slips.TITLE_SIGN, value=value, sign=match[0])
        elif isinstance(value, Ask) and _is_in_two_languages(value):
            yield document.finding(leaf.location, Slips.ITEMS_RUN_TOGETHER, value=value)


def _slips(library: Library, handbook: str, text: str, *, ours: bool) -> Iterator[tuple[Slips, str, dict[str, Any]]]:
    """What is shown as it stands in *text*, each said once; *ours*: whether it is, and not of a source."""
    found = [*_brackets(library, handbook, text), *_braces(text)] if _SUSPECT.search(text) else []
    yield from found
    rest = without_markup(text) if may_be_marked(text) else text
    for _, token, _ in found:
        rest = rest.replace(token, "\n")
    yield from ((Slips.MARKUP_SHOWN, foreign.token, {"instead": foreign.instead}) for foreign in foreign_markup(rest))
    if ours:
        yield from codes_astray(library, handbook, rest)
        yield from signs_astray(text)
        if is_in_english(text):
            yield Slips.TEXT_IN_ENGLISH, text, {}


def _at(document: Document, location: Location, token: str, rule: Message, **values: Any) -> Finding:
    return Finding(document.path, *document.place_of(token, location), rule, {"value": token, **values})


def _brackets(library: Library, handbook: str, text: str) -> Iterator[tuple[Slips, str, dict[str, str]]]:
    words = without_markup(text)
    for match in _DOUBLE.finditer(words):
        yield Slips.WIDE_BRACKETS, match[0], {}
    for match in _OF_MARKDOWN.finditer(words):
        if _is_meant(library, handbook, match[1]):
            yield Slips.SINGLE_BRACKETS, match[0], {"target": match[1]}
    for match in _SINGLE.finditer(_DOUBLE.sub("\n", words)):
        names = _names_in(library, handbook, match[1].strip())
        if names:
            yield Slips.SINGLE_BRACKETS, match[0], {"target": "]] [[".join(names)}


def _names_in(library: Library, handbook: str, text: str) -> list[str]:
    """The records that *text* names, where it names nothing else: one, or several in a row."""
    if _is_meant(library, handbook, text):
        return [text]
    if address := _address_of(library, handbook, text):
        return [address]
    names = [name for name in _BETWEEN_NAMES.split(text) if name not in library.handbooks]
    return names if names and all(_is_meant(library, handbook, name) for name in names) else []


def _is_meant(library: Library, handbook: str, name: str) -> bool:
    """Whether *name* is meant as a record: it is its address or code, or is written as those of its handbook are.

    A number, which is a code too, is one only of a place.
    """
    if not re.fullmatch(Reference.pattern or "", name) or name.isdecimal() or Code(name).is_placeholder:
        return False
    if library.find(name, handbook) is not None:
        return True
    target = name.partition("#")[0]
    if "/" in target:
        return target.rpartition("/")[0] in KIND_NAMES
    return target.rpartition("-")[0] in _series(library, handbook)


@derived
def _address_of(library: Library, handbook: str, name: str) -> str:
    """The address of the record of a handbook that has *name* for its id, a role before others; empty without one."""
    found = [entry for entry in library.of_handbook(handbook) if entry.id == name] if handbook else []
    entry = min(found, key=lambda entry: KIND_NAMES.index(entry.kind), default=None)
    return f"{entry.kind}/{entry.id}" if entry is not None else ""


@derived
def _series(library: Library, handbook: str) -> tuple[str, ...]:
    """What the codes of a handbook begin with, up to their last number: `GT-R-KF`."""
    codes = (str(entry.code or "") for entry in library.of_handbook(handbook)) if handbook else ()
    return tuple(dict.fromkeys(series for code in codes if (series := code.rpartition("-")[0])))


def _braces(text: str) -> Iterator[tuple[Slips, str, dict[str, str]]]:
    for match in _OTHER_BLANK.finditer(text):
        yield Slips.DOUBLE_BRACES, match[0], {"name": match[1] or match[2] or match[3]}
    words = without_markup(text)
    for match in _WIDE_BRACES.finditer(words):
        yield Slips.WIDE_BRACES, match[0], {}
    for match in _HALF.finditer(_PAIRS.sub("\n", _WIDE_BRACES.sub("\n", words))):
        yield Slips.HALF_BLANK, match[0], {}


def _is_in_two_languages(ask: str) -> bool:
    """Whether a Chinese and an English question stand in one."""
    parts = _COMMA.split(ask)
    if len(parts) == 1:  # as nearly all have
        return False
    each = [(bool(_CHINESE.search(part)), bool(_ENGLISH.search(part))) for part in parts]
    return (True, True) not in each and (True, False) in each and (False, True) in each


def _terms(document: Document, terms: Terms) -> Iterator[Finding]:
    for number, term in enumerate(terms.terms):
        for leaf in leaves(term, ("terms", number)):
            if {"aliases", "abbreviations"} & set(leaf.location) and _SEVERAL.search(leaf.value):
                yield document.finding(leaf.location, Slips.ITEMS_RUN_TOGETHER, value=leaf.value)
            for token, instead in foreign_markup(leaf.value) if isinstance(leaf.value, str) else ():
                yield _at(document, leaf.location, token, Slips.MARKUP_SHOWN, instead=instead)
