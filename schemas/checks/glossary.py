"""Words: each term stands once in the term file; texts use its English, one for a choice, and none that is barred."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from schemas.by_library import ByLibrary
from schemas.catalogue import Catalogue, Message
from schemas.checks.english_of_terms import check_english_of_terms
from schemas.checks.sectors import misspelt, trades_of
from schemas.document import Document
from schemas.entry import Entry, text_address
from schemas.findings import Finding
from schemas.library import Library
from schemas.markup import without_markup
from schemas.messages import Glossary
from schemas.scalars import Text
from schemas.terms import DEFAULT, Never, Term
from schemas.walk import Leaf, leaves

_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_STEM: Final = 4
"""So many letters at the beginning make two words forms of one another."""
_LONGEST_NAME: Final = 2
"""Words of a name; what is longer tells what is meant, as people put it."""
_CHOICES: Final = frozenset({"choices", "scale"})
"""What the way to the text of a choice goes through."""


# -- the term file ----------------------------------------------------------------------------------------------------


def check_terms(library: Library) -> Iterator[Finding]:
    """Findings about the term file itself."""
    if (document := library.terms_document) is None:
        return
    terms = library.terms.terms
    yield from _twice(terms, document)
    yield from _aliases(terms, document)
    yield from check_english_of_terms(terms, document)
    trades = trades_of(library)
    for number, term in enumerate(terms):
        for trade in term.en:
            if trade != DEFAULT:
                yield from misspelt(document, ("terms", number, "en", trade), trade, trades)


def _twice(terms: Iterable[Term], document: Document) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, term in enumerate(terms):
        before = first.setdefault(str(term.zh).casefold(), number)
        if before != number:
            line = document.place(("terms", before, "zh"))[0]
            yield document.finding(("terms", number, "zh"), Glossary.TERM_TWICE, value=term.zh, first=line)


def _aliases(terms: tuple[Term, ...], document: Document) -> Iterator[Finding]:
    heads = {word.casefold(): number for number, term in enumerate(terms) for word in (term.zh, *term.all_english)}
    first: dict[str, int] = {}
    for number, term in enumerate(terms):
        own = {term.zh.casefold()} | ({term.english().casefold()} if not term.choice else set())
        for key, word in _other_words(term):
            where = ("terms", number, *key)
            head, before = heads.get(word.casefold(), number), first.setdefault(word.casefold(), number)
            if word.casefold() in own:
                yield document.finding(where, Glossary.WORD_AGAIN, value=word)
            elif head != number and not term.choice:
                line = document.place(("terms", head, "id"))[0]
                yield document.finding(where, Glossary.ALIAS_IS_TERM, value=word, first=line)
            elif before != number:
                line = document.place(("terms", before, "id"))[0]
                values = {"value": word, "other": terms[before].zh, "first": line}
                yield document.finding(where, Glossary.ALIAS_SHARED, **values)
            own.add(word.casefold())


def _other_words(term: Term) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The aliases and abbreviations of a term, each with its place in it."""
    for lang, words in (("zh", term.aliases.zh), ("en", term.aliases.en)):
        yield from ((("aliases", lang, index), word) for index, word in enumerate(words))
    yield from ((("abbreviations", index), word) for index, word in enumerate(term.abbreviations))


# -- texts ------------------------------------------------------------------------------------------------------------


class _Words:
    """What texts are searched for."""

    def __init__(self, library: Library) -> None:
        terms = library.terms
        self._never = {each.word.casefold(): each for each in terms.never}
        self._barred = {
            True: _any_of(each.word for each in terms.never if _CHINESE.search(each.word)),
            False: _any_of(each.word for each in terms.never if not _CHINESE.search(each.word)),
        }
        self._terms = {str(term.zh): term for term in terms.terms if not term.choice}
        self._by_trade: dict[tuple[str, str], tuple[re.Pattern[str], re.Pattern[str] | None]] = {}
        self._of_terms = _any_of(zh for zh, term in self._terms.items() if term.aliases.en or len(term.en) > 1)

    def _english(self, word: str, trade: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        if (word, trade) not in self._by_trade:
            self._by_trade[word, trade] = _english_of(self._terms[word], trade)
        return self._by_trade[word, trade]

    def never(self, text: str, *, is_chinese: bool) -> Iterator[tuple[str, Never]]:
        """The words in *text* that are never used, each as it stands; what a link leads to is no word."""
        pattern, text = self._barred[is_chinese], without_markup(text)
        for match in pattern.finditer(text) if pattern else ():
            each = self._never[match["word"].casefold()]
            if not any(_covers(text, match.start("word"), match.end("word"), other) for other in each.unless):
                yield match["word"], each

    def otherwise(self, source: str, translation: str, trade: str) -> Iterator[tuple[Term, str]]:
        """The terms of *source* that *translation* calls by another word than their English, with that word."""
        for word in dict.fromkeys(match["word"] for match in self._of_terms.finditer(source)) if self._of_terms else ():
            english, others = self._english(word, trade)
            if others and not english.search(translation) and (other := others.search(translation)):
                yield self._terms[word], other["word"]


def _english_of(term: Term, trade: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Finds the English of a term in a handbook of *trade*; and what is written in its place by mistake.

    That is its English in other trades, and other words for it that are no paraphrase and no other form of the same
    word, as «apologise» is of «apology»: those are for search.
    """
    english = term.english(trade)
    stems = {word[:_STEM] for word in english.casefold().split()}
    aliases = (
        alias
        for alias in map(str, term.aliases.en)
        if len(alias.split()) <= _LONGEST_NAME and not stems & {word[:_STEM] for word in alias.casefold().split()}
    )
    others = [*(other for other in term.all_english if other != english), *aliases]
    found = _any_of([english])
    assert found is not None
    return found, _any_of(others)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of *words*, the longest first; English ones as whole words, of one or several."""
    by_length = sorted(map(str, words), key=len, reverse=True)
    if not by_length:
        return None
    chinese = "|".join(re.escape(word) for word in by_length if _CHINESE.search(word))
    english = "|".join(re.escape(word) for word in by_length if not _CHINESE.search(word))
    parts = [*([rf"\b(?:{english})(?=(?:e?s)?\b)"] if english else []), *([chinese] if chinese else [])]
    return re.compile(f"(?P<word>{'|'.join(parts)})", re.IGNORECASE)


def _covers(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether *phrase* stands in *text* around what stands from *start* to *end*."""
    at = text.casefold().find(phrase.casefold(), max(0, end - len(phrase)))
    return 0 <= at <= start


_WORDS: Final = ByLibrary(_Words)


def check_words_used(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for words in the texts of a record that the term file has otherwise."""
    if library.terms.terms or library.terms.never:
        base = f"{entry.kind}/{entry.id}"
        yield from _used(library, entry.handbook, base, entry.leaves, entry.document, entry.catalogue)


def check_words_of_title_pages(library: Library) -> Iterator[Finding]:
    """The same for the texts of the title page of each handbook."""
    for book in library.handbooks.values():
        yield from _used(library, book.id, "handbook", leaves(book.file), book.document, book.catalogue)


def _used(
    library: Library, handbook: str, base: str, of_file: Iterable[Leaf], document: Document, catalogue: Catalogue
) -> Iterator[Finding]:
    words, trade = _WORDS.of(library), library.trade(handbook)
    for leaf in of_file:
        if not isinstance(leaf.value, Text):
            continue
        for word, never in words.never(leaf.value, is_chinese=True):
            place = document.place_of(word, leaf.location)
            yield Finding(document.path, *place, Glossary.WORD_NEVER, {"value": word, "write": never.write})
        message = catalogue.messages.get(text_address(base, leaf.path))
        if message is None or message.fuzzy or message.source != leaf.value:
            continue
        for word, never in words.never(message.translation, is_chinese=False):
            yield _at(catalogue, message, Glossary.WORD_NEVER, value=word, write=never.write)
        for term, word in words.otherwise(leaf.value, message.translation, trade):
            yield _at(catalogue, message, Glossary.TERM_NOT_USED, term=term.zh, english=term.english(trade), value=word)


def _at(catalogue: Catalogue, message: Message, rule: Glossary, **values: Any) -> Finding:
    return Finding(catalogue.path, message.line, 1, rule, values)


# -- choices ----------------------------------------------------------------------------------------------------------


class _Choice(NamedTuple):
    """A choice of a form: its Chinese, its English, and where the English is."""

    zh: str
    en: str
    path: str
    line: int


def check_choices(library: Library) -> Iterator[Finding]:
    """Findings for choices of a handbook that have another English than the same choice elsewhere in it."""
    glossary = {str(term.zh): term for term in library.terms.terms if term.choice}
    for handbook in library.handbook_ids():
        by_word: dict[str, list[_Choice]] = defaultdict(list)
        for entry in library.of_kind("forms", handbook):
            for choice in _choices_of(library, entry):
                by_word[choice.zh].append(choice)
        for word, choices in by_word.items():
            yield from _otherwise(word, choices, glossary.get(word), library.trade(handbook))


def _choices_of(library: Library, entry: Entry) -> Iterator[_Choice]:
    """The choices of a form, kept so that it need not be read for them."""
    kept = library.keeper.of(f"choices/{entry.address}", library, lambda: _choices(entry))
    return (_Choice(*row) for row in json.loads(kept))


def _choices(entry: Entry) -> bytes:
    catalogue, base = entry.catalogue, f"{entry.kind}/{entry.id}"
    rows: list[_Choice] = []
    for leaf in entry.leaves:
        if isinstance(leaf.value, Text) and _CHOICES & set(leaf.path[:-1]):
            message = catalogue.messages.get(text_address(base, leaf.path))
            if message is not None and message.translation.strip() and message.source == leaf.value:
                rows.append(_Choice(str(leaf.value), message.translation, catalogue.path, message.line))
    return json.dumps(rows, ensure_ascii=False).encode()


def _otherwise(word: str, choices: list[_Choice], term: Term | None, trade: str) -> Iterator[Finding]:
    if term is not None:
        english, allowed = term.english(trade), {alias.casefold() for alias in term.aliases.en}
        rule = Glossary.CHOICE_OTHERWISE
    else:
        english, allowed = Counter(choice.en for choice in choices).most_common(1)[0][0], set()
        rule = Glossary.CHOICE_SEVERAL
    for choice in choices:
        if choice.en.casefold() not in {english.casefold(), *allowed}:
            values = {"value": word, "english": english, "other": choice.en}
            yield Finding(choice.path, choice.line, 1, rule, values)
