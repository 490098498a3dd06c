"""Everything that stands in two languages, and the one place where the language is chosen.

A word of the product is a `Bilingual`; what differs between the languages and is no word (a font, a width, a function)
is a `ByLanguage`. The words of a page or a form are a `Words`: a subclass lists them, an instance says them.

    class Signing(Words):
        signed_by = Word("由{who}签", "signed by {who}")

    Signing("zh").signed_by.format(who="经理")

Both languages are arguments that cannot be left out, and a word that is asked for by a wrong name is a mypy error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Generic, Literal, Self, TypeVar, overload

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
"""The languages of the product, that of the department first."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ByLanguage(Generic[T]):
    """A value for each language."""

    zh: T
    en: T

    def of(self, lang: str) -> T:
        """The value for *lang*; English for any but Chinese."""
        return self.zh if lang == "zh" else self.en

    def both(self) -> tuple[T, T]:
        """The values of both languages, that of the department first."""
        return self.zh, self.en


@dataclass(frozen=True, slots=True)
class Bilingual(ByLanguage[str]):
    """A text in both languages; `{names}` in it are filled when it is said."""

    def say(self, lang: str, **values: object) -> str:
        """The text in *lang*, filled with *values*; without any its braces stay as they are.

        A value that is a text in both languages is said in *lang* too.
        """
        text = self.of(lang)
        values_in_lang = {
            name: value.of(lang) if isinstance(value, Bilingual) else value for name, value in values.items()
        }
        return text.format_map(values_in_lang) if values_in_lang else text

    def filled(self, **values: object) -> Bilingual:
        """The text filled with *values*, in both languages."""
        return in_both(lambda lang: self.say(lang, **values))


@dataclass(frozen=True, slots=True)
class Counted:
    """Things with their number, which English writes in two ways: `1 error`, `2 errors`; `{number}` is filled.

    Args:
        zh: for any number.
        one: for one, in English.
        several: for any other number, in English.
    """

    zh: str
    one: str
    several: str

    def of(self, number: int) -> Bilingual:
        """As many of them as *number*."""
        words = Bilingual(self.zh, self.one if number == 1 else self.several)
        return words.filled(number=f"{number:,}")


def in_both(say: Callable[[str], str]) -> Bilingual:
    """What *say* says in each language, as one text."""
    return Bilingual(say("zh"), say("en"))


def with_article(noun: Bilingual) -> Bilingual:
    """*noun* as English has it in a sentence: `a form`, `an emergency card`; what ends in s stands alone."""
    article = "" if noun.en.endswith("s") else "an " if noun.en[:1] in "aeiou" else "a "
    return Bilingual(noun.zh, f"{article}{noun.en}")


class Word(Bilingual):
    """A text of a `Words`: read from an instance it is the text in that instance's language."""

    __slots__ = ()

    @overload
    def __get__(self, words: None, owner: type[Any]) -> Word: ...

    @overload
    def __get__(self, words: Words, owner: type[Any]) -> str: ...

    def __get__(self, words: Words | None, owner: type[Any]) -> Word | str:
        return self if words is None else self.of(words.lang)


class Named(StrEnum):
    """Names that other programs read, each with its wording: a subclass says what that is and lists `A = "a", …`."""

    _value_: str
    wording: Any

    def __new__(cls, name: str, wording: Any) -> Self:
        """A member of its name, which carries its wording."""
        named = str.__new__(cls, name)
        named._value_ = name
        named.wording = wording
        return named


class Words:
    """The words of one part of the product, said in one language.

    Args:
        lang: the language.
    """

    def __init__(self, lang: str) -> None:
        self.lang: Final = lang

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Every word with its name, those of base classes too: for scripts, which are given them all."""
        return ((name, getattr(self, name)) for name in names_of(type(self)))


def names_of(words: type[Words]) -> tuple[str, ...]:
    """The names of every word of *words*, in the order they are written, those of base classes first."""
    every = (name for base in reversed(words.__mro__) for name, value in vars(base).items() if isinstance(value, Word))
    return tuple(dict.fromkeys(every))
