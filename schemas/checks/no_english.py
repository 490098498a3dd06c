"""What stands where English should: a note of work to do, an address alone, escapes, another language.

A library that tells languages (`lingua`, `py3langid`) was not taken: texts here have five words as a rule, of which
neither is sure, and what is asked is only whether they are English.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from schemas.markup import marks, may_be_marked, without_markup
from schemas.messages import English

_UNFINISHED: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?{2,}|[(\[]\?[)\]]"
    r"|(?i:\blorem ipsum\b|\btranslate me\b|\bto be translated\b|\b(?:untranslated|not (?:yet )?translated)\b)"
)
_ADDRESS: Final = re.compile(
    r"(?:https?://|ftp://|file:|mailto:|www\.)\S+|[^\s@]+@[^\s@]+\.\w+|(?:[A-Za-z]:\\|\\\\|~?/|\.{1,2}/)\S+"
    r"|[\w./\\-]+\.(?:docx?|xlsx?|pptx?|pdf|po|ya?ml|txt|png|jpe?g|html?)"
)
_ESCAPE: Final = re.compile(r"\\.?\w{0,4}|%\([a-z]+\)[sd]")
"""Of a character, and of a value, as programs write them; Markdown and HTML: `schemas.checks.markup_shown`."""
_BRACES: Final = re.compile(r"\[\[|\]\]|[{}]")
_SUSPECT: Final = re.compile(r"[\\\[\]{}%?]|TODO|TBD|TBC|FIXME|XXX|ranslat|orem ipsum")
"""What all of these have in them, and few texts."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_OTHER_WORD: Final = re.compile(r"[A-Za-z]*[^\W\d_A-Za-z][^\W\d_]*")
"""A word with a letter that is not one of the 26."""
_OFTEN_IN_ENGLISH, *_OTHERS = (
    frozenset(words.split())
    for words in (
        "the a an of to and in on for with by at is are be or not no if it you your we they this that who when from as",
        "le la les un une des du et est dans pour sur avec qui que vous nous il elle ne pas sont au aux cette ce votre",
        "der das dem den und ist nicht ein eine einen mit für auf von zu zum zur bei sie wir ihr im oder wird bitte",
        "el la los las un una del es en para con que se su al lo como más pero usted por",
        "il la gli una uno di della del è con che non si sono alla nel questo lo ed le",
        "os as uma dos das é em para com que não se um na ao sua você ou por",
        "het een en van is niet voor op zijn dat te aan bij naar wordt de",
        "och är det som en att på för inte med av den ett",
        "dan ke dari untuk dengan tidak ini itu pada dalam di",
    )
)
_OFTEN: Final = tuple(words - _OFTEN_IN_ENGLISH for words in _OTHERS)
"""Words that most sentences have, in French, German, Spanish, Italian, Portuguese, Dutch, Swedish and Indonesian."""
_OFTEN_ELSEWHERE: Final = frozenset[str]().union(*_OFTEN)
_ACCENTED: Final = re.compile("(?=.*[^a-z])[a-zß-ɏḀ-ỿ]+")
_KNOWN_LETTERS: Final = ("LATIN", "CJK", "MICRO", "FEMININE", "MASCULINE")
_LONGEST_UNIT: Final = 3
"""So many letters may be a unit with a Greek one: kΩ."""
_FEWEST: Final = 2
"""So many words of another language make a text one of it; one may be a name or a loan."""
_SENTENCE: Final = 5
"""Among so many words one of another language is enough where none is English."""


def not_english(source: str, translation: str) -> dict[English, str]:
    """The rules that a translation breaks by being no English, each with what shows it."""
    found: dict[English, str] = {}
    words = without_markup(translation) if may_be_marked(translation) else translation
    if _SUSPECT.search(words):
        if (note := _UNFINISHED.search(words)) and note[0] not in source:
            found[English.TRANSLATION_UNFINISHED] = note[0]
        elif token := _markup(source, translation, words):
            found[English.TRANSLATION_MARKUP] = token
    if " " not in translation and translation not in source and _ADDRESS.fullmatch(translation):
        found = {English.TRANSLATION_UNFINISHED: translation}
    if others := _of_another_language(source, translation):
        found[English.TRANSLATION_LANGUAGE] = others
    return found


def _markup(source: str, translation: str, words: str) -> str:
    """What is meant as another sign, a blank or a link, and is shown as it stands; the Chinese has it not."""
    tokens = [match[0] for match in _ESCAPE.finditer(words)]
    if _BRACES.search(words) and marks(source) == marks(translation):  # where they differ, another finding says so
        tokens += _BRACES.findall(words)
    return next((token for token in tokens if token not in source), "")


def _of_another_language(source: str, translation: str) -> str:
    """The words that are of another language, where they are more than the English ones."""
    if translation.isascii():
        if _OFTEN_ELSEWHERE.isdisjoint(translation.lower().split()):
            return ""  # as nearly all are
    elif word := _of_another_script(source, translation):
        return word
    words = dict.fromkeys(_WORD.findall(without_markup(translation).lower()))
    english = len(_OFTEN_IN_ENGLISH & words.keys())
    candidates = ([word for word in words if word in often or _ACCENTED.fullmatch(word)] for often in _OFTEN)
    foreign = max(candidates, key=len)
    fewest = 1 if not english and len(words) >= _SENTENCE else _FEWEST
    return " ".join(foreign) if len(foreign) >= max(fewest, english + 1) else ""


def _of_another_script(source: str, translation: str) -> str:
    """The first word in letters that are neither Latin nor Chinese and that the Chinese does not have."""
    for word in _OTHER_WORD.findall(translation):
        known = _KNOWN_LETTERS if len(word) > _LONGEST_UNIT else (*_KNOWN_LETTERS, "GREEK")
        if word not in source and any(c.isalpha() and not unicodedata.name(c, "").startswith(known) for c in word):
            return str(word)
    return ""
