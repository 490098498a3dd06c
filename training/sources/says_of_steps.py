"""«What do you say»: at a step, by an article, on a point of a guide, and on a card in one of its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.card import Card
from schemas.guide import Guide, Point
from schemas.policy import Article, Policy
from schemas.procedure import Procedure
from schemas.punctuation import Marks
from schemas.words import Bilingual, ByLanguage, Word, Words, in_both
from training.item import Item, Option
from training.likeness import Worded, nearest_first
from training.making import quoted
from training.material import Subject
from training.sources.making import item_of_texts, option_of
from training.sources.quoting import ended
from training.sources.said import rest_of, said_by, said_in

_TELLING: Final = 2
"""With so much of a rule in them words belong to it."""
_REPEATING, _REPEATING_EN = 5, 3
"""With more of it they only repeat it."""


class _Stem(Words):
    step = Word("《{title}》，“{heading}”这一步，怎么说？", "“{title}”, at the step “{heading}”: what do you say?")
    rule = Word("《{title}》：“{text}”照这一条，怎么说？", "“{title}”: “{text}” Going by this, what do you say?")
    doing = Word(
        "《{title}》，“{heading}”这一步：{do}这时怎么说？",
        "“{title}”, at the step “{heading}”: {do} What do you say?",
    )
    condition = Word("应急卡“{title}”：{condition}，怎么说？", "Card “{title}”. {condition}: what do you say?")


def items_say_at_steps(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step with words to say."""
    for step in subject.record.steps:
        if step.say:
            heading, do = quoted(subject.say_of(str(step.id), "heading")), _told(subject, str(step.id))
            word = _Stem.doing if all(do.both()) else _Stem.step
            stem = _stem(word, title=subject.title, heading=heading, do=do)
            yield from _made(subject, f"steps.{step.id}", str(step.id), stem, (step.heading, step.do, step.say))


_SENTENCE: Final = ByLanguage(re.compile("(?<=[。；])"), re.compile("(?<=[.;]) "))
_TITLE: Final = re.compile("《[^》]*》|“[^”]*”")
_WORD: Final = ByLanguage(re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]+"))
_ONLY_REFERS: Final = 6
"""With so many characters or words beside its titles, a sentence says no more than where something stands."""


def _told(subject: Subject[Procedure], part: str) -> Bilingual:
    """What a step says to do, without the sentences that only send the reader elsewhere."""
    text = subject.say_of(part, "do")
    return quoted(in_both(lambda lang: _without_references(text.of(lang), lang)))


def _without_references(text: str, lang: str) -> str:
    sentences = _SENTENCE.of(lang).split(text)
    kept = [each for each in sentences if not (_TITLE.search(each) and _is_bare(_TITLE.sub("", each), lang))]
    words = Marks(lang).space.join(kept).strip().rstrip("；;")
    return ended(Bilingual(words, words[:1].upper() + words[1:])).of(lang) if words else ""


def _is_bare(text: str, lang: str) -> bool:
    return len(_WORD.of(lang).findall(text)) <= _ONLY_REFERS


def items_say_by_articles(subject: Subject[Policy]) -> Iterator[Item]:
    """An item for each article with words to say."""
    for section in subject.record.sections:
        for article in section.articles:
            yield from _made_by_rule(subject, f"articles.{article.no}", str(article.no), article)


def items_say_on_points(subject: Subject[Guide]) -> Iterator[Item]:
    """An item for each point of a guide with words to say."""
    for section in subject.record.sections:
        for point in section.points:
            yield from _made_by_rule(subject, f"points.{point.id}", str(point.id), point)


def items_say_on_cards(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each condition of a card, among the words of its other conditions: nothing of another danger."""
    own = subject.material.once(said_by, subject.address)
    for saying in subject.record.say:
        if not saying.when:
            continue
        condition = subject.say_of(str(saying.id), "when")
        right = option_of(own, f"{subject.address}#{saying.id}")
        item = item_of_texts(
            subject, "say", f"say.{saying.id}", part=str(saying.id),
            stem=_stem(_Stem.condition, title=subject.title, condition=condition),
            right=right, others=(own,),
            fields=(saying.when, saying.say), why=right.option.text,
        )  # fmt: skip
        if item is not None:
            yield item


def _made(subject: Subject[Any], place: str, part: str, stem: Bilingual, fields: tuple[object, ...]) -> Iterator[Item]:
    material = subject.material
    own = material.once(said_by, subject.address)
    right = option_of(own, f"{subject.address}#{part}")
    item = item_of_texts(
        subject, "say", place, part=part, stem=stem, right=right, others=(own, _of_one_post(subject, part)),
        fields=fields, why=right.option.text,
    )  # fmt: skip
    if item is not None:
        yield item


def _of_one_post(subject: Subject[Procedure], part: str) -> list[Worded]:
    """What the post of a step says at its other steps: no words of another counter."""
    said = {each.option.key: each for each in subject.material.once(said_in, subject.handbook)}
    post = next(step.by for step in subject.record.steps if step.id == part)
    return [
        said[key]
        for other in subject.material.of_kind("procedures", subject.handbook)
        for step in other.record.steps
        if step.by == post and other is not subject and (key := f"{other.address}#{step.id}") in said
    ]


def _made_by_rule(subject: Subject[Any], place: str, part: str, body: Article | Point) -> Iterator[Item]:
    """Of a rule that its words can be told by without repeating it: its words are not the answer to it."""
    if not body.say:
        return
    material = subject.material
    stem = _stem(_Stem.rule, title=subject.title, text=quoted(ended(subject.say_of(part, "text"))))
    own, every = material.once(said_by, subject.address), material.once(said_in, subject.handbook)
    right = option_of(own, f"{subject.address}#{part}")
    rule = Worded(Option("", stem))
    if not _TELLING < len(right.grams & rule.grams) <= _REPEATING or len(right.words & rule.words) > _REPEATING_EN:
        return
    others = nearest_first(right, (*own, *rest_of(every, own)))
    item = item_of_texts(
        subject, "say", place, part=part, stem=stem, right=right, others=others, fields=(body.text, body.say),
        why=right.option.text,
    )  # fmt: skip
    if item is not None:
        yield item


def _stem(word: Word, **values: Bilingual) -> Bilingual:
    return in_both(lambda lang: word.say(lang, **values))
