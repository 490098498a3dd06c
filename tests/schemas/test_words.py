"""Words in two languages: one place chooses the language."""

from __future__ import annotations

from schemas.words import Bilingual, ByLanguage, Named, Word, Words, in_both, names_of


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


def test_a_text_in_a_text_is_said_in_the_same_language() -> None:
    """A value may be in both languages; filled, the text stays in both."""
    served = Bilingual("{who}：{n} 张", "{who}: {n} forms").filled(who=Bilingual("前台", "front desk"), n=2)

    assert served == Bilingual("前台：2 张", "front desk: 2 forms")
    assert served == in_both(served.say)


class Reason(Named):
    """A name with its wording."""

    wording: Bilingual

    EMPTY = "is-empty", Bilingual("空的", "empty")


def test_a_name_carries_its_wording() -> None:
    """Other programs read the name as the string that it is."""
    assert f"{Reason.EMPTY}" == "is-empty"
    assert {"is-empty": 1}[Reason.EMPTY] == 1
    assert Reason.EMPTY.wording.say("en") == "empty"


def test_any_other_language_is_answered_in_english() -> None:
    """A language that the product does not speak gets English."""
    assert ByLanguage(1, 2).of("fr") == 2
    assert ByLanguage(1, 2).of("zh") == 1
