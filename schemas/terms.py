"""`terms.yaml`: the bilingual term file, which feeds the index, the glossary and the translators."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model
from schemas.scalars import Id, Plain


class Aliases(Model):
    """Other words for the same thing, by language."""

    zh: tuple[Plain, ...] = Field((), description="Other Chinese words, colloquial ones first")
    en: tuple[Plain, ...] = Field((), description="Other English words")


class Definition(Model):
    """What the term means, in both languages."""

    zh: Plain = Field(description="Chinese definition")
    en: Plain = Field(description="English definition")


class Term(Model):
    """A term of the trade."""

    id: Id = Field(description="ASCII id")
    zh: Plain = Field(description="The Chinese term")
    en: Plain = Field(description="The English term")
    aliases: Aliases = Field(Aliases(), description="Other words for it")
    abbreviations: tuple[Plain, ...] = Field((), description="Abbreviations")
    definition: Definition | None = Field(None, description="What it means")


class Terms(Model):
    """Every term of the library."""

    terms: tuple[Term, ...] = Field((), description="Terms")
