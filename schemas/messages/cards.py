"""Messages about emergency cards: what is on them, and what a handbook that uses them gives."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Cards(Message):
    """Emergency cards, and the handbooks that use them."""

    UNKNOWN_CARD = error(
        "unknown-card",
        Bilingual("没有应急卡“{value}”", "there is no card '{value}'"),
        Bilingual("{guess}应急卡在 handbook/cards/ 里。", "{guess}Cards are in handbook/cards/."),
    )
    UNKNOWN_CARD_ACTOR = error(
        "unknown-card-actor",
        Bilingual("应急卡里没有“{value}”这个人", "cards have no actor '{value}'"),
        Bilingual(
            "{guess}卡上的人写在 library.yaml 的 actors 里。", "{guess}Actors of cards are in `actors` of library.yaml."
        ),
    )
    UNKNOWN_CARD_PLACE = error(
        "unknown-card-place",
        Bilingual("应急卡里没有“{value}”这个地点", "cards have no place '{value}'"),
        Bilingual(
            "{guess}卡上的地点写在 library.yaml 的 places 里。",
            "{guess}Places of cards are in `places` of library.yaml.",
        ),
    )
    CARD_WITHOUT_NUMBER = error(
        "card-without-number",
        Bilingual("这张卡没有要打的电话", "this card has no number to call"),
        Bilingual("写 calls: [119]，最要紧的在前。", "Write calls: [119], the most urgent first."),
    )
    CARD_WITH_MANY_ACTS = error(
        "card-with-many-acts",
        Bilingual("头几步有 {number} 步，最多 {most} 步", "there are {number} first acts, {most} at most"),
        Bilingual(
            "留下先救人的三步，其余的写进接着做的规程。",
            "Keep the three that save people; the rest belongs in the procedure that follows.",
        ),
    )
    CARD_TOO_LONG = warning(
        "card-too-long",
        Bilingual("第一屏有 {number} 行，最多 {most} 行", "the first screen has {number} lines, {most} at most"),
        Bilingual(
            "电话一行、每步一行、每句话一行、绝不一行：合并或者删去。",
            "The numbers, each act, each saying and what is never done are a line each: join some or leave some out.",
        ),
    )
    CARD_LINE_LONG = notice(
        "card-line-long",
        Bilingual(
            "这一行有 {number} 字，一眼看不完，最多 {most} 字", "this line has {number} characters, {most} at most"
        ),
        Bilingual("只留手上先做的事。", "Keep what the hands do first."),
    )
    CARD_ACTOR_NOT_GIVEN = error(
        "card-actor-not-given",
        Bilingual("用了应急卡“{card}”，没有说“{actor}”是谁", "card '{card}' is used, but not who '{actor}' is"),
        Bilingual("在 cards 的 actors 里写 {id}: 岗位编号。", "Write {id}: a role’s id, in `actors` of `cards`."),
    )
    CARD_PLACE_NOT_GIVEN = warning(
        "card-place-not-given",
        Bilingual("用了应急卡“{card}”，没有说“{place}”在哪里", "card '{card}' is used, but not where '{place}' is"),
        Bilingual("在 cards 的 places 里写 {id}: 在哪里。", "Write {id}: where it is, in `places` of `cards`."),
    )
    CARD_NUMBER_NOT_GIVEN = error(
        "card-number-not-given",
        Bilingual(
            "应急卡“{card}”要打 {value}，这里没有这个号码", "card '{card}' calls {value}, which is not given here"
        ),
        Bilingual("在 project 里写 {key}: 号码。", "Write {key}: the number, in `project`."),
    )
    CARD_ACTOR_AWAY = warning(
        "card-actor-away",
        Bilingual(
            "应急卡“{card}”的“{actor}”是{role}，有的时间不在岗，也没有人替",
            "'{actor}' of card '{card}' is the {role}, who is not always there, and nobody stands in",
        ),
        Bilingual(
            "换一个 24 小时有人的岗位，或者在岗位里写 stands_in: {{night: …}}。",
            "Name a role that is always there, or write stands_in: {{night: …}} in the role.",
        ),
    )
    CARD_LICENCE_WITHOUT_HOLDER = warning(
        "card-licence-without-holder",
        Bilingual(
            "应急卡“{card}”说有证的人才能做“{what}”，本手册没有岗位持“{licence}”",
            "card '{card}' keeps '{what}' to the licensed, but no role of this handbook holds '{licence}'",
        ),
        Bilingual(
            "在持证岗位的 licences 里写 id: {licence}；谁都没有，就由外单位做：outside。",
            "Write id: {licence} in `licences` of the role that holds it; where nobody does, say who: `outside`.",
        ),
    )
    CARD_UNUSED = notice(
        "card-unused",
        Bilingual("没有手册用这张应急卡", "no handbook uses this card"),
        Bilingual("在 handbook.yaml 的 cards 里写 use: [{id}]。", "Write use: [{id}] in `cards` of a handbook.yaml."),
    )
    DANGER_TWICE = warning(
        "danger-twice",
        Bilingual("“{value}”也在 {other} 里，不知道该给哪张卡", "'{value}' is in {other} too: which card is meant?"),
        Bilingual("留在更要命的那张里。", "Keep it on the card of the greater danger."),
    )
    CRIES_MISSING = notice(
        "cries-missing",
        Bilingual(
            "没有写出事时人们怎么说，问题框只能照 dangers 里的词认出险情",
            "it does not say what people cry, so the question box knows the danger by the words of `dangers` only",
        ),
        Bilingual(
            "写 cries 和 calm，中文英文都要，各写几十句：正在出事时怎么说，听着像其实没事的怎么说。",
            "Write `cries` and `calm`, dozens in each language: what is said in danger, what only sounds like it.",
        ),
    )
    CRY_TWICE = warning(
        "cry-twice",
        Bilingual("“{value}”在 {other} 里已经有了", "'{value}' is in {other} already"),
        Bilingual("留下一句，换一种说法再写。", "Keep one of them and put the other differently."),
    )
    CRY_AND_CALM = error(
        "cry-and-calm",
        Bilingual("“{value}”既在 cries 又在 calm（{other}）", "'{value}' is both a cry and calm ({other})"),
        Bilingual(
            "真有人有危险的留在 cries，没有的留在 calm。", "If anybody is in danger it is a cry, otherwise calm."
        ),
    )
    EMERGENCY_WITHOUT_CARDS = warning(
        "emergency-without-cards",
        Bilingual("有应急预案 {value}，没有一张应急卡", "there is an emergency plan, {value}, but not one card"),
        Bilingual("写 cards: {{use: [fire, gas, lift]}}。", "Write cards: {{use: [fire, gas, lift]}}."),
    )
