"""`terms.yaml`: the bilingual term file, which feeds the index, the glossary and the translators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from schemas.amounts import Flag, refuse
from schemas.messages import Glossary
from schemas.record import Model, OwnId
from schemas.scalars import Frozen, Id, Plain

DEFAULT: Final = "default"
GLOSSARY: Final = "glossary"
"""What stands where a record's address does for the terms, which belong to the library: their page."""


def _read_english(value: Any) -> Any:
    return {DEFAULT: value} if isinstance(value, str) else value


def _with_default(value: Mapping[Id, Plain]) -> Mapping[Id, Plain]:
    if DEFAULT not in value:
        raise refuse(Glossary.NO_DEFAULT_ENGLISH, ", ".join(value))
    return value


ByTrade = Annotated[
    Frozen[Id, Plain],
    BeforeValidator(_read_english),
    AfterValidator(_with_default),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "required": [DEFAULT]},
            ]
        }
    ),
]
"""A word by the trade of the handbook that uses it: `ticket`, or `{default: ticket, property: repair order}`."""


class Aliases(Model):
    """Other words for the same thing, by language."""

    zh: tuple[Plain, ...] = Field((), title="中文", description="Other Chinese words, colloquial ones first")
    en: tuple[Plain, ...] = Field((), title="英文", description="Other English words")


class Definition(Model):
    """What the term means, in both languages."""

    zh: Plain = Field(title="中文", description="Chinese definition")
    en: Plain = Field(title="英文", description="English definition")


class Term(Model):
    """A term of the trade, or the word of a choice."""

    id: OwnId
    zh: Plain = Field(title="中文", description="The Chinese term")
    en: ByTrade = Field(
        title="英文；各行业不同的，写 {default: ticket, property: repair order}",
        description="The English term; where trades differ, {default: ticket, property: repair order}",
    )
    choice: Flag = Field(
        default=False,
        title="是不是选项上的词（满意、一般）：填表时勾的，中英文一一对应，不作检索词",
        description="Whether it is a word of choices to be ticked: one English everywhere, and no word for search",
    )
    aliases: Aliases = Field(
        Aliases(),
        title="别的说法，供检索；选项的别的英文写在 en 里，就也可以用",
        description="Other words for it, for search; other English of a choice that may be used too",
    )
    abbreviations: tuple[Plain, ...] = Field((), title="缩写", description="Abbreviations")
    definition: Definition | None = Field(None, title="意思", description="What it means")

    def english(self, trade: str = "") -> str:
        """The English in a handbook of *trade*."""
        return str(self.en.get(Id(trade)) or self.en[Id(DEFAULT)])

    @property
    def all_english(self) -> tuple[str, ...]:
        """Its English in any trade, that of most first."""
        return tuple(dict.fromkeys([self.english(), *map(str, self.en.values())]))


class Never(Model):
    """A word that no text uses, and what is written instead."""

    word: Plain = Field(title="不用的词，中文或英文", description="The word, Chinese or English")
    write: Plain = Field(title="改写成什么", description="What to write instead")
    unless: tuple[Plain, ...] = Field(
        (),
        title="在这些词里可以用，如 opinion survey",
        description="Words in which it may stand, such as opinion survey",
    )


class Terms(Model):
    """Every term of the library, and the words that it never uses."""

    terms: tuple[Term, ...] = Field((), title="各个用语", description="Terms")
    never: tuple[Never, ...] = Field((), title="不用的词", description="Words never to be used")
