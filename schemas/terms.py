"""`terms.yaml`: the bilingual term file, which feeds the index, the glossary and the translators."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model, OwnId
from schemas.scalars import Plain


class Aliases(Model):
    """Other words for the same thing, by language."""

    zh: tuple[Plain, ...] = Field((), title="中文", description="Other Chinese words, colloquial ones first")
    en: tuple[Plain, ...] = Field((), title="英文", description="Other English words")


class Definition(Model):
    """What the term means, in both languages."""

    zh: Plain = Field(title="中文", description="Chinese definition")
    en: Plain = Field(title="英文", description="English definition")


class Term(Model):
    """A term of the trade."""

    id: OwnId
    zh: Plain = Field(title="中文", description="The Chinese term")
    en: Plain = Field(title="英文", description="The English term")
    aliases: Aliases = Field(Aliases(), title="别的说法", description="Other words for it")
    abbreviations: tuple[Plain, ...] = Field((), title="缩写", description="Abbreviations")
    definition: Definition | None = Field(None, title="意思", description="What it means")


class Terms(Model):
    """Every term of the library."""

    terms: tuple[Term, ...] = Field((), title="各个用语", description="Terms")
