"""A policy: numbered articles, and the tables that departments hang on them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.duration import Price, TimeSpan
from schemas.procedure import ExternalReference
from schemas.record import Model, Record
from schemas.scalars import Asks, FormRef, Frozen, Id, Number, RoleRef, StepRef, Text, Texts


class Article(Model):
    """One numbered article."""

    no: Number = Field(description="Printed number, which is also its id")
    title: Text | None = Field(None, description="A few words")
    text: Text = Field(description="The rule")
    by: tuple[RoleRef, ...] = Field((), description="Whom it binds, when not everybody")
    forms: tuple[FormRef, ...] = Field((), description="Forms it needs")
    say: Text | None = Field(None, description="The words to say")
    basis: Text | None = Field(None, description="Where a number comes from")
    asks: Asks = Field((), description="How staff would ask about it")


class Section(Model):
    """Articles under one heading."""

    id: Id = Field(description="ASCII id")
    no: Number | None = Field(None, description="Printed number of the section")
    title: Text = Field(description="Heading")
    articles: tuple[Article, ...] = Field(min_length=1, description="Numbered articles")


class Objective(Model):
    """A quality objective that can be computed."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="What is measured")
    formula: Text = Field(description="How it is computed")
    sources: tuple[FormRef, ...] = Field((), description="Forms whose fields feed the formula")
    target: Text = Field(description="The target")
    every: Text | None = Field(None, description="How often it is measured")
    basis: Text | None = Field(None, description="Where the target comes from")


class Commitment(Model):
    """A promised time that steps of procedures cite."""

    id: Id = Field(description="ASCII id")
    text: Text = Field(description="The promise")
    time: TimeSpan = Field(description="The promised time")
    basis: Text | None = Field(None, description="Where the time comes from")


class Tariff(Model):
    """One line of a price list."""

    id: Id = Field(description="ASCII id")
    item: Text = Field(description="What is paid for")
    price: Price = Field(description="120 元, 0.5 元/件")
    note: Text | None = Field(None, description="What is included")
    basis: Text | None = Field(None, description="Where the price comes from")


class Decision(Model):
    """One line of the authority matrix: who does what in a decision."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="What is decided")
    roles: Frozen[RoleRef, Literal["decides", "reviews", "proposes", "informed"]] = Field(
        description="What each role does in it"
    )


class Consequence(Model):
    """A reward or a penalty."""

    id: Id = Field(description="ASCII id")
    text: Text = Field(description="What was done")
    measure: Text = Field(description="What follows")
    basis: Text | None = Field(None, description="Where the measure comes from")


class Policy(Record):
    """Rules that hold all the time."""

    summary: Text = Field(description="What it settles")
    purpose: Text | None = Field(None, description="Why the policy exists")
    scope: Text | None = Field(None, description="Whom and what it covers")
    definitions: Texts = Field(default_factory=dict, description="Words used in a particular sense, by id")
    sections: tuple[Section, ...] = Field(min_length=1, description="Sections of numbered articles")
    objectives: tuple[Objective, ...] = Field((), description="Quality objectives")
    commitments: tuple[Commitment, ...] = Field((), description="Promised times")
    tariffs: tuple[Tariff, ...] = Field((), description="Price list")
    authority: tuple[Decision, ...] = Field((), description="Authority matrix")
    rewards: tuple[Consequence, ...] = Field((), description="Rewards")
    penalties: tuple[Consequence, ...] = Field((), description="Penalties")
    laws: tuple[ExternalReference, ...] = Field((), description="External laws, with the day they were checked")
    cites: tuple[StepRef, ...] = Field((), description="Steps and articles it builds on")
    never: Texts = Field(default_factory=dict, description="Words and acts that are never allowed, by id")
