"""«Who decides this»: a sum or a case, by the authority matrix of a policy."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_UP, Decimal

from schemas.authority import Decision, DecisionRow, SumLevel
from schemas.money import Sum
from schemas.policy import Policy
from schemas.references import ActorRef
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import gives_away, with_wrong
from training.item import Item, Option, fields_of
from training.likeness import Worded, says_the_same
from training.material import Subject
from training.sources.limits_of_roles import permitted_to
from training.sources.quoting import begun, ended


class _Stem(Words):
    case = Word("《{title}》：{what}，由谁决定？", "“{title}”. {what}: who decides?")
    in_case = Word("《{title}》：{what}。{when}由谁决定？", "“{title}”. {what}. {when} Who decides?")
    sum = Word("《{title}》：{what}，这次 {sum}，由谁决定？", "“{title}”. {what}, this time {sum}: who decides?")
    sum_in_case = Word(
        "《{title}》：{what}。{when}这次 {sum}，由谁决定？",
        "“{title}”. {what}. {when} This time it is {sum}. Who decides?",
    )
    why = Word("{what}，{sums}：{who}", "{what}, {sums}: {who}")
    why_any = Word("{what}：{who}", "{what}: {who}")


def items_decide_of_matrix(subject: Subject[Policy]) -> Iterator[Item]:
    """An item for each line of the authority matrix, or for each level of one."""
    for number, decision in enumerate(subject.record.authority):
        for level, row in enumerate(decision.rows):
            deciding = [str(actor) for actor, share in row.of.roles.items() if share == "decides"]
            item = _item(subject, number, level, deciding[0]) if len(deciding) == 1 else None
            if item is not None:
                yield item


def _item(subject: Subject[Policy], number: int, level: int, decider: str) -> Item | None:
    decision = subject.record.authority[number]
    row = decision.rows[level]
    place = f"authority.{decision.id}" + (f".{row.of.id}" if decision.levels else "")
    right = _option(subject, decider)
    options = with_wrong(
        f"{subject.address}#{place}/decide", [right], _others(subject, decision), deciding_too(subject, number, level)
    )
    stem = _stem(subject, number, level)
    if options is None or gives_away(stem, right.text):
        return None
    return Item(
        kind="decide",
        record=subject.address,
        place=place,
        anchor=subject.anchor(str(decision.id)),
        fields=fields_of((decision.title, decision.when, _case(row), row.above, row.up_to, right.key)),
        stem=stem,
        options=options,
        right=(right.key,),
        why=_why(subject, number, level, right.text),
        is_draft=subject.is_draft,
    )


def sample_of(row: DecisionRow) -> Sum | None:
    """A plain sum that a line is about; None where it is about any."""
    end = row.up_to or row.above
    if end is None:
        return None
    low = row.above.yuan if row.above else Decimal(0)
    yuan = _plain(low + (row.up_to.yuan - low) * Decimal("0.6") if row.up_to else end.yuan * Decimal("1.6"))
    scaled = yuan * end.amount / end.yuan
    return Sum(Decimal(int(scaled)), end.scale) if scaled == int(scaled) else Sum(yuan)


def _plain(yuan: Decimal) -> Decimal:
    """A sum in two figures, rounded up."""
    step = Decimal(10) ** (yuan.adjusted() - 1)
    return Decimal(f"{(yuan / step).to_integral_value(ROUND_UP) * step:f}")


def _case(row: DecisionRow) -> str | None:
    """What case a level is about, where no sum tells it."""
    return row.of.when if row.above is None and row.up_to is None and isinstance(row.of, SumLevel) else None


def deciding_too(subject: Subject[Policy], number: int, level: int) -> set[str]:
    """Who has a part in the decision itself, stands in for somebody, or is named where the case is described."""
    decision = subject.record.authority[number]
    row = decision.rows[level]
    found = [str(actor) for actor, share in row.of.roles.items() if share in ("decides", "countersigns")]
    found += [str(deputy) for deputy in decision.deputies.values()]
    said = " ".join(filter(None, (decision.when, decision.note, row.of.when)))
    keys = {subject.actor_key(actor) for actor in found}
    title = Worded(Option("", subject.say(lambda record: record.authority[number].title)))
    for role in subject.material.of_kind("roles", subject.handbook):
        permitted = subject.material.once(permitted_to, role.address)
        if role.title.zh in said or any(says_the_same(title, each) for each in permitted):
            keys.add(role.address)
    return keys


def _others(subject: Subject[Policy], decision: Decision) -> Iterator[list[Option]]:
    """Those who decide other levels of it, those who have another part in it, then those who decide something else."""
    rows = decision.rows
    yield [_option(subject, str(actor)) for row in rows for actor, share in row.of.roles.items() if share == "decides"]
    yield [
        _option(subject, str(actor))
        for row in rows
        for actor, share in row.of.roles.items()
        if share in ("reviews", "proposes")
    ]
    yield [_option(subject, str(actor)) for actor in _deciding(subject.record.authority)]
    yield [
        Option(subject.actor_key(str(actor)), subject.actor(str(actor)))
        for policy in subject.material.of_kind("policies", subject.handbook)
        for actor in _deciding(policy.record.authority)
    ]


def _deciding(decisions: tuple[Decision, ...]) -> Iterator[ActorRef]:
    for decision in decisions:
        for row in decision.rows:
            yield from (actor for actor, share in row.of.roles.items() if share == "decides")


def _option(subject: Subject[Policy], actor: str) -> Option:
    return Option(subject.actor_key(actor), subject.actor(actor))


def _stem(subject: Subject[Policy], number: int, level: int) -> Bilingual:
    what = subject.say(lambda record: record.authority[number].title)
    row = subject.record.authority[number].rows[level]
    when = subject.say(lambda record: record.authority[number].when)
    case = subject.say(lambda record: _case(record.authority[number].rows[level])) if _case(row) else when
    sample = sample_of(row)

    def say(lang: str) -> str:
        words = _Stem(lang)
        with_case = words.sum_in_case if sample else words.in_case
        without = words.sum if sample else words.case
        return (with_case if case.zh else without).format(
            title=subject.title.of(lang), what=what.of(lang), when=ended(begun(case)).of(lang),
            sum=sample.say(lang) if sample else "",
        )  # fmt: skip

    return in_both(say)


def _why(subject: Subject[Policy], number: int, level: int, who: Bilingual) -> Bilingual:
    what = subject.say(lambda record: record.authority[number].title)
    row = subject.record.authority[number].rows[level]

    def say(lang: str) -> str:
        sums = row.say_sums(lang)
        template = _Stem(lang).why if sums else _Stem(lang).why_any
        return template.format(what=what.of(lang), sums=sums, who=who.of(lang))

    return in_both(say)
