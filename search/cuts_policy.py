"""Policies: cut into sections, articles, promises, objectives, prices, decisions, rewards and penalties."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.authority import Decision, DecisionRow
from schemas.conduct import Consequence
from schemas.measures import measure_at
from schemas.objective import Objective
from schemas.policy import Article, Clause, Commitment, Policy, Section
from schemas.tariff import Band, Tariff
from search.cutting import Cut, Scissors, part_cut
from search.words import VERBS


def cut_policy(at: Scissors, record: Policy) -> Iterator[Cut]:
    """The whole, definitions, sections, articles, promises, objectives, prices, and what hangs on a policy."""
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.purpose, record.scope), asks=at.asks())
    for id_, text in record.definitions.items():
        yield Cut(key=f"definition-{id_}", section=at.words.definition, text=at.plain(text))
    for section in record.sections:
        yield _section(at, section)
        for article in section.articles:
            yield _article(at, article, at.plain(section.title))
            yield from (_clause(at, article, clause) for clause in article.clauses)
    yield from (_commitment(at, promise) for promise in record.commitments)
    yield from (_objective(at, objective) for objective in record.objectives)
    yield from (_tariff(at, tariff) for tariff in record.tariffs)
    yield from (_decision(at, decision) for decision in record.authority)
    yield from (_consequence(at, "reward", at.words.rewards, one) for one in record.rewards)
    yield from (_consequence(at, "penalty", at.words.penalties, one) for one in record.penalties)
    if record.never:
        yield Cut(key="never", section=at.words.never, text=at.listed(record.never.values()))
    yield from at.laws(record.laws)


def _section(at: Scissors, section: Section) -> Cut:
    """What a section says itself, and what its articles are about."""
    heading = f"{section.printed.of(at.lang)} {at.plain(section.title)}".strip()
    text = at.joined(at.plain(section.note), at.listed(one.title or one.text for one in section.articles))
    return part_cut("section", str(section.id), heading, text)


def _article(at: Scissors, article: Article, section: str) -> Cut:
    heading = at.plain(article.title) or section
    text = at.joined(at.plain(article.text), *(_numbered(at, clause) for clause in article.clauses))
    return part_cut(
        "article", str(article.no), f"{article.printed.of(at.lang)} {heading}", text,
        by=at.actors(*article.by) if article.by else "", forms=at.forms(article.forms), say=at.plain(article.say),
        asks=tuple(map(str, article.asks)), hints=section,
    )  # fmt: skip


def _clause(at: Scissors, article: Article, clause: Clause) -> Cut:
    section = f"{article.printed.of(at.lang)} {at.plain(article.title)}".strip()
    part, text = f"{article.no}.{clause.no}", at.plain(article.text)
    return part_cut("clause", part, section, _numbered(at, clause), hints=text)


def _numbered(at: Scissors, clause: Clause) -> str:
    return f"{clause.printed.of(at.lang)} {at.plain(clause.text)}"


def _commitment(at: Scissors, promise: Commitment) -> Cut:
    pieces = [at.plain(promise.text), at.labelled(promise, "when"), at.after_hours(promise)]
    return part_cut(
        "commitment", str(promise.id), at.words.commitment, at.joined(*pieces), within=at.deadline(promise),
        by=at.actors(promise.by) if promise.by else "", asks=tuple(map(str, promise.asks)),
    )  # fmt: skip


def _objective(at: Scissors, objective: Objective) -> Cut:
    measure = measure_at(at.library, objective.computed, at.entry.handbook) if objective.computed else None
    formula = measure.formula if measure else at.plain(objective.formula)
    text = at.listed(filter(None, [formula, objective.target.say(at.lang), at.plain(objective.note)]))
    sources = measure.sources if measure else objective.sources
    return part_cut(
        "objective", str(objective.id), at.plain(objective.title), text, within=at.plain(objective.every),
        by=at.actors(objective.by) if objective.by else "", forms=at.forms(sources),
    )  # fmt: skip


def _tariff(at: Scissors, tariff: Tariff) -> Cut:
    prices = [tariff.price.say(at.lang)] if tariff.price else [_band(at, band) for band in tariff.bands]
    deposit = at.words.deposit.format(tariff.deposit.amount.say(at.lang)) if tariff.deposit else ""
    refund = tariff.deposit.refund if tariff.deposit else None
    pieces = [*map(at.plain, prices), deposit, *map(at.plain, (refund, tariff.ground, tariff.note))]
    text = at.marks.semicolon.join(filter(None, pieces))
    by = at.actors(tariff.waive.by) if tariff.waive else ""
    return part_cut("tariff", str(tariff.id), at.plain(tariff.item), text, by=by)


def _band(at: Scissors, band: Band) -> str:
    up_to = at.words.up_to.format(band.up_to.say(at.lang)) if band.up_to else ""
    return " ".join(filter(None, (at.plain(band.title), up_to, band.price.say(at.lang))))


def _decision(at: Scissors, decision: Decision) -> Cut:
    text = at.marks.semicolon.join(_row(at, decision, row) for row in decision.rows)
    within = decision.within.say(at.lang) if decision.within else ""
    forms = dict.fromkeys(form for form in (decision.form, *(row.of.form for row in decision.rows)) if form)
    return part_cut(
        "decision", str(decision.id), at.plain(decision.title), at.joined(text, at.plain(decision.note)),
        within=within, forms=at.forms(forms), hints=at.words.decisions,
    )  # fmt: skip


def _row(at: Scissors, decision: Decision, row: DecisionRow) -> str:
    roles = (f"{at.actors(role)} {VERBS[verb].say(at.lang)}" for role, verb in row.of.roles.items())
    about = [row.say_sums(at.lang), *dict.fromkeys(map(at.plain, filter(None, (decision.when, row.of.when))))]
    head = at.marks.comma.join(filter(None, about))
    return at.marks.colon.join(filter(None, [head, at.marks.enumeration.join(roles)]))


def _consequence(at: Scissors, kind: str, heading: str, one: Consequence) -> Cut:
    text = at.words.branch.format(answer=at.plain(one.text), to=at.plain(one.measure))
    points = f"{one.label_of('points').of(at.lang)}{at.marks.colon}{one.points}" if one.points is not None else ""
    return part_cut(kind, str(one.id), heading, at.joined(text, points), by=at.actors(one.by) if one.by else "")
