"""Words in two languages: one place chooses the language."""

from __future__ import annotations

from schemas.words import Bilingual, ByLanguage, Word, Words, names_of


class Greeting(Words):
    """Two words."""

    hello = Word("您好", "Hello")
    counted = Word("{n} 位", "{n} people")


class More(Greeting):
    """A word more."""

    bye = Word("再见", "Goodbye")


def test_a_word_is_said_in_the_language_of_its_words() -> None:
    """A word read from an instance is its text in that language; read from the class it is the word itself."""
    assert Greeting("zh").hello == "您好"
    assert Greeting("en").counted.format(n=3) == "3 people"
    assert Greeting.hello == Word("您好", "Hello")


def test_words_are_listed_with_those_they_build_on() -> None:
    """The words of a class come with those of its bases, which stand first."""
    assert names_of(More) == ("hello", "counted", "bye")
    assert dict(More("en")) == {"hello": "Hello", "counted": "{n} people", "bye": "Goodbye"}


def test_a_text_is_filled_when_it_is_said() -> None:
    """Names in braces are filled by what is given; without anything given they stay as they are."""
    assert Bilingual("{n} 张", "{n} forms").say("zh", n=2) == "2 张"
    assert Bilingual("{n} 张", "{n} forms").say("en") == "{n} forms"


def test_any_other_language_is_answered_in_english() -> None:
    """A language that the product does not speak gets English."""
    assert ByLanguage(1, 2).of("fr") == 2
    assert ByLanguage(1, 2).of("zh") == 1
