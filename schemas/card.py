"""A card: what is done in the first minute of an emergency, the same words in every handbook of the library.

Its people and places have names of the library's own (`actors` and `places` of library.yaml); each handbook that uses
the card says who and where that is (`cards` of handbook.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import Field, model_validator

from schemas.amounts import Flag
from schemas.anchors import Part
from schemas.calls import Call
from schemas.duration import TimeSpan
from schemas.laws import Citation, Laws
from schemas.record import Label, Model, OwnId, Record
from schemas.references import ActorRef, CallNumber, CardActor, CardPlace, StepRef
from schemas.scalars import Asks, Frozen, Id, Plain, Text, Texts

DANGERS: Final = (
    "fire", "smoke", "gas", "lift", "illness", "missing-person", "not-heard-of", "suicide-threat", "electric-shock",
    "drowning", "e-bike-fire", "storm", "flood", "power-cut", "robbery", "bomb-threat",
)  # fmt: skip
"""The ids of the cards that every desk needs sooner or later; a library may have others."""


class Dangers(Model):
    """The words that mean this danger, as people cry them."""

    zh: tuple[Plain, ...] = Field(
        min_length=1, title="中文里指这种危险的词，如 着火、冒烟", description="Chinese words that mean this danger"
    )
    en: tuple[Plain, ...] = Field(
        min_length=1, title="英文里指这种危险的词，如 fire", description="English words that mean it: fire, burning"
    )


class Sentences(Model):
    """What people say, in each language; never translated, for frightened people do not say the same in both."""

    zh: Asks = Field((), title="中文的话，一句一条", description="Chinese sentences")
    en: Asks = Field((), title="英文的话，一句一条", description="English sentences")


class CardCall(Call):
    """A number to call, and what is called by a project that has none of it."""

    instead: CallNumber | None = Field(
        None,
        title="项目没有这个号码时打哪个，如 project.building-phone",
        description="The number to call where the project has not this one: project.building-phone",
    )
    optional: Flag = Field(
        False,
        title="不是每个地方都有的号码：没有的手册不写这一行",
        description="Not every place has this number: left out in a handbook without it",
    )


class Act(Model):
    """One of the first acts."""

    id: OwnId
    by: CardActor = Field(
        title="谁来做：library.yaml 里 actors 的编号", description="Who does it: one of `actors` of library.yaml"
    )
    do: Text = Field(title="具体做什么，一句话", description="What is done, in a sentence")


class Saying(Model):
    """What is said to the person who calls, and when it is this."""

    id: OwnId
    when: Text | None = Field(
        None, title="什么情况下说这一句，如 楼道没有烟", description="When it is this: no smoke in the stairwell"
    )
    say: Text = Field(title="对来电人怎么说", description="The words to say")


class Licensed(Model):
    """What only somebody with a licence does, or only somebody from outside."""

    id: OwnId
    by: CardActor | None = Field(
        None,
        title="卡上的谁来做；本手册里是外单位的，由外单位持证",
        description="Which actor does it; where that is an outsider, the licence is theirs",
    )
    do: Text = Field(title="什么事", description="What it is")
    title: Text | None = Field(
        None, title="要有什么证，如 消防设施操作员证", description="The licence it takes, as it is called"
    )
    licence: Id | None = Field(
        None, title="岗位 licences 里这本证的编号", description="The id of the licence in `licences` of a role"
    )
    outside: Text | None = Field(
        None, title="只由外单位做的，写哪个单位", description="Who does it, when it is never done by one’s own people"
    )


class Report(Model):
    """To whom it is reported afterwards, within what time and by which law."""

    id: OwnId
    to: Text = Field(title="报给谁", description="To whom")
    by: CardActor | None = Field(None, title="谁去报", description="Who reports")
    within: TimeSpan | None = Field(None, title="多长时间内，如 1 小时", description="Within what time")
    from_: Text | None = Field(
        None, alias="from", title="从什么时候算起，如 接报", description="What the time counts from"
    )
    how: Text | None = Field(None, title="怎么报，报什么", description="How, and what is said")
    law: Citation | None = Field(None, title="依据哪部法规", description="The law that asks for it")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the time comes from"
    )


class Practice(Model):
    """How it is drilled."""

    every: Text = Field(title="多久一次", description="How often")
    by: CardActor = Field(title="谁组织", description="Who leads it")
    do: Text = Field(title="练什么，怎样算合格", description="What is practised and how it is judged")


class Card(Record):
    """What is done in the first minute of an emergency."""

    dangers: Dangers = Field(title="指这种危险的词，中文英文都要", description="Words that mean it, in both languages")
    cries: Sentences = Field(
        Sentences(),
        title="正在出事时人们怎么说、怎么喊：问题框照这些认出险情；不印在卡上",
        description="What people say when it happens: the question box knows the danger by these; not on the card",
    )
    calm: Sentences = Field(
        Sentences(),
        title="听着像、其实没有人有危险的话：演习、保险、维修、过去的事；不印在卡上",
        description="What only sounds like it: drills, insurance, repairs, what is past; not on the card",
    )
    calls: tuple[CardCall, ...] = Field(
        (), title="打什么电话，最要紧的在前", description="Numbers to call, the first first"
    )
    acts: tuple[Act, ...] = Field(min_length=1, title="头几步，不超过三步", description="The first acts, three at most")
    say: tuple[Saying, ...] = Field((), title="对来电人怎么说，按情况分", description="What to say, by condition")
    never: Annotated[Texts, Label("绝不", "Never")] = Field(
        default_factory=dict, title="绝不能做的事，写“编号: 文字”", description="What is never done, by id"
    )
    licensed: tuple[Licensed, ...] = Field(
        (), title="只能由有证的人或外单位做的事", description="What only the licensed or outsiders do"
    )
    places: tuple[CardPlace, ...] = Field(
        (), title="要知道的地点和钥匙：library.yaml 里 places 的编号", description="Places and keys, of library.yaml"
    )
    places_if_any: tuple[CardPlace, ...] = Field(
        (),
        title="不是每本手册都有的地点和钥匙：没有写在哪里的不出现",
        description="Places and keys that not every handbook has: left out where it is not said",
    )
    report: tuple[Report, ...] = Field(
        (), title="事后报给谁，多长时间内", description="To whom it is reported, by when"
    )
    drill: tuple[Practice, ...] = Field((), title="怎样演练", description="How it is drilled")
    laws: Laws = ()

    @model_validator(mode="before")
    @classmethod
    def _accept_one_saying_alone(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("say"), str):
            return {**value, "say": [{"id": "say", "say": value["say"]}]}
        return value

    def actors(self) -> Iterator[str]:
        """Who acts on it, by their ids in library.yaml, in reading order."""
        yield from (str(act.by) for act in self.acts)
        yield from (str(item.by) for item in self.licensed if item.by)
        yield from (str(report.by) for report in self.report if report.by)
        yield from (str(drill.by) for drill in self.drill)

    def all_places(self) -> tuple[CardPlace, ...]:
        """Its places: those that every handbook has, then the others."""
        return (*self.places, *self.places_if_any)

    def parts(self) -> Iterator[Part]:
        """Its acts, what is said, what only the licensed do, and to whom it is reported."""
        yield from (Part("act", str(act.id), act.do, act) for act in self.acts)
        yield from (Part("say", str(saying.id), saying.when or saying.say, saying) for saying in self.say)
        yield from (Part("licensed", str(item.id), item.do, item) for item in self.licensed)
        yield from (Part("report", str(report.id), report.to, report) for report in self.report)


class CardUse(Model):
    """What a handbook gives to one card, where it differs from what it gives to all."""

    actors: Frozen[Id, ActorRef] = Field(
        default_factory=dict, title="这张卡里的人是哪些岗位", description="Who the actors of this card are"
    )
    places: Texts = Field(
        default_factory=dict, title="这张卡里的地点在哪里", description="Where the places of this card are"
    )
    then: StepRef | None = Field(None, title="处理完接着做哪一步", description="The step that follows this card")


class CardsUsed(Model):
    """The cards of a handbook: which, and who and where their actors and places are there."""

    use: Frozen[Id, CardUse] = Field(
        title="用哪些应急卡：[fire, gas]，或“编号: 另给的人和地点”", description="Which cards, or what each is given"
    )
    actors: Frozen[Id, ActorRef] = Field(
        default_factory=dict, title="卡上的人是哪些岗位，写“编号: 岗位”", description="Who the actors are, by id"
    )
    places: Texts = Field(
        default_factory=dict, title="卡上的地点在哪里，写“编号: 文字”", description="Where the places are, by id"
    )
    then: StepRef | None = Field(None, title="处理完接着做哪一步", description="The step that follows a card")

    @model_validator(mode="before")
    @classmethod
    def _accept_names_alone(cls, value: Any) -> Any:
        use = value.get("use") if isinstance(value, dict) else None
        if isinstance(use, list) and all(isinstance(name, str) for name in use):
            return {**value, "use": {name: {} for name in use}}
        if isinstance(use, dict):
            return {**value, "use": {name: {} if given is None else given for name, given in use.items()}}
        return value

    def actor(self, card: str, actor: str) -> ActorRef | None:
        """Who an actor of a card is; None when nobody said so."""
        given = self.use.get(Id(card))
        return (given.actors.get(Id(actor)) if given else None) or self.actors.get(Id(actor))

    def place(self, card: str, place: str) -> Text | None:
        """Where a place of a card is; None when nobody said so."""
        given = self.use.get(Id(card))
        return (given.places.get(Id(place)) if given else None) or self.places.get(Id(place))

    def after(self, card: str) -> StepRef | None:
        """The step that follows a card."""
        given = self.use.get(Id(card))
        return (given.then if given else None) or self.then
