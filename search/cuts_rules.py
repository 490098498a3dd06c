"""Policies and guides: cut into articles, promises, prices and points."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.guide import Guide, GuideSection, Point
from schemas.policy import Article, Commitment, Consequence, Decision, Objective, Policy, Tariff
from search.cutting import Cut, Scissors, part_cut
from search.words import VERBS


def cut_policy(at: Scissors, record: Policy) -> Iterator[Cut]:
    """The whole, definitions, articles, promises, objectives, prices, and what hangs on a policy."""
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.purpose, record.scope), asks=at.asks())
    for id_, text in record.definitions.items():
        yield Cut(key=f"definition-{id_}", section=at.words.definition, text=at.plain(text))
    for section in record.sections:
        yield from (_article(at, article, at.plain(section.title)) for article in section.articles)
    yield from (_commitment(at, promise) for promise in record.commitments)
    yield from (_objective(at, objective) for objective in record.objectives)
    yield from (_tariff(at, tariff) for tariff in record.tariffs)
    yield from _attached(at, record)


def _article(at: Scissors, article: Article, section: str) -> Cut:
    heading = at.plain(article.title) or section
    return part_cut(
        "article", str(article.no), f"{article.no} {heading}", at.plain(article.text),
        by=at.actors(*article.by) if article.by else "", forms=at.forms(article.forms), say=at.plain(article.say),
        asks=tuple(map(str, article.asks)), hints=section,
    )  # fmt: skip


def _commitment(at: Scissors, promise: Commitment) -> Cut:
    pieces = [at.plain(promise.text), at.labelled(promise, "when"), at.after_hours(promise)]
    return part_cut(
        "commitment", str(promise.id), at.words.commitment, at.joined(*pieces), within=at.deadline(promise),
        by=at.actors(promise.by) if promise.by else "", asks=tuple(map(str, promise.asks)),
    )  # fmt: skip


def _objective(at: Scissors, objective: Objective) -> Cut:
    text = at.listed([objective.formula, objective.target])
    within = at.plain(objective.every)
    forms = at.forms(objective.sources)
    return part_cut("objective", str(objective.id), at.plain(objective.title), text, within=within, forms=forms)


def _tariff(at: Scissors, tariff: Tariff) -> Cut:
    text = at.marks.semicolon.join(filter(None, [at.plain(tariff.price.say(at.lang)), at.plain(tariff.note)]))
    return part_cut("tariff", str(tariff.id), at.plain(tariff.item), text)


def _attached(at: Scissors, record: Policy) -> Iterator[Cut]:
    if record.authority:
        text = at.marks.semicolon.join(_decision(at, decision) for decision in record.authority)
        yield Cut(key="decisions", section=at.words.decisions, text=text)
    attached = (("rewards", at.words.rewards, record.rewards), ("penalties", at.words.penalties, record.penalties))
    for key, heading, consequences in attached:
        if consequences:
            text = at.marks.semicolon.join(_consequence(at, one) for one in consequences)
            yield Cut(key=key, section=heading, text=text)
    if record.never:
        yield Cut(key="never", section=at.words.never, text=at.listed(record.never.values()))
    yield from at.laws(record.laws)


def _decision(at: Scissors, decision: Decision) -> str:
    roles = (f"{at.actors(role)} {VERBS[verb].say(at.lang)}" for role, verb in decision.roles.items())
    return f"{at.plain(decision.title)}: {at.marks.enumeration.join(roles)}"


def _consequence(at: Scissors, one: Consequence) -> str:
    return at.words.branch.format(answer=at.plain(one.text), to=at.plain(one.measure))


def cut_guide(at: Scissors, record: Guide) -> Iterator[Cut]:
    """The whole, points, do / don't pairs section by section."""
    sections = " ".join(at.plain(section.title) for section in record.sections)
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.purpose, sections), asks=at.asks())
    for section in record.sections:
        yield from (_point(at, point, section) for point in section.points)
        if section.pairs:
            text = at.marks.semicolon.join(
                at.words.pair.format(do=at.plain(pair.do), dont=at.plain(pair.dont)) for pair in section.pairs
            )
            yield Cut(key=f"pairs-{section.id}", section=at.words.pairs.format(at.plain(section.title)), text=text)
    yield from at.laws(record.laws)


def _point(at: Scissors, point: Point, section: GuideSection) -> Cut:
    heading = at.plain(point.title) or at.plain(section.title)
    return part_cut(
        "point", str(point.id), heading, at.plain(point.text), say=at.plain(point.say),
        asks=tuple(map(str, point.asks)), hints=at.plain(section.title),
    )  # fmt: skip
