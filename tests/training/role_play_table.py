"""Cases that both players of talks are held to, the terminal's and the page's: `tests/data/role-play.json`.

`python -m tests.training.role_play_table` writes what `training.study` gives for each; the browser has to give it too.

    thresholds  the numbers by which talks are made and marked
    typed       what somebody typed, the script's line, words never said → level, share, the clauses left out, the words
                never said that are in it, each with the case in which it is not said
    graphs      moments and ways → the customers: key, the answers that each is the first to give, the moments come to
    talks       every script and fault tree of the small library, in both languages → the customers likewise, their
                turns, and for some sequences of answers the marks, the score and the verdict
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from generators.wording.practice import PracticeWords
from schemas.anchors import anchor
from schemas.library import Library
from schemas.loader import load_library
from schemas.words import LANGUAGES
from tests.schemas.content import LIBRARY
from training.material import Material
from training.study import thresholds
from training.study.customers import Customer, customers_of
from training.study.matching import matched
from training.study.never_said import forbidden
from training.study.play import Moment, Play, Way, WayKind, play_of, spoken
from training.study.talk import Talk, Turn, talk_of
from training.study.talk_marks import Marks, Told, marks_of_choice, marks_of_typed, verdict_of

TABLE: Final = Path(__file__).parents[1] / "data" / "role-play.json"

_HOLD: Final = "这个问题我需要查一下，请您稍等，好吗？"
_GREETING: Final = "您好，客服中心，很高兴为您服务！本次通话有录音。"
_TYPED: Final[list[tuple[str, str, list[str]]]] = [
    # how a line was said
    ("您好请稍等，这个问题我帮您查一查可以吗", _HOLD, []),
    ("这个问题我要查一下，请您稍等好吗", _HOLD, []),
    ("請您稍等，好嗎", _HOLD, []),
    ("请您稍等，好吗？", _HOLD, []),
    ("祝愉快", _HOLD, []),
    ("", _HOLD, []),
    ("？！", _HOLD, []),
    ("您好，客服中心，很高兴为您服务", _GREETING, []),
    ("您好，客服中心，很高兴为您服务，通话有录音", _GREETING, []),
    ("您好，客服中心，很高兴为您服务，通话有录音，今天天气不错，您吃了吗，最近忙不忙，家里都好吧", _GREETING, []),
    ("我五点前打给您", "我在 … 前打给您。", []),
    ("你好", "感谢来电，再见。", []),
    ("好", "好。", []),
    ("Thanks for calling, bye", "Thank you for calling, goodbye.", []),
    ("let me look that up, would you mind holding", "I need to look that up. Would you mind holding?", []),
    ("I'll call you by five", "I will call you by … .", []),
    ("I’ve checked: it’s the customer’s modem", "I've checked it. The modems are the customers'.", []),
    ("Hello", "I will call you by … .", []),
    ("it is so", "It is so.", []),
    ("ＯＫ，ｗｉ－ｆｉ 好了", "OK，wi-fi好了。", []),
    ("10050 转 2", "请拨 10050 转 2。", []),
    # words never said
    ("恩恩，嗯，我也不清楚", _HOLD, ["恩", "不知道、我也不清楚"]),
    ("嗯嗯，好的", _HOLD, ["恩、嗯"]),
    ("感恩有您", _HOLD, ["恩、嗯"]),
    ("请您等一下", _HOLD, ["等着、等一下（不问对方同不同意）"]),
    ("师傅马上到", _HOLD, ["马上到（没有确认的）（电话里）"]),
    ("尽快给您回电", "我们尽快回电", ["很快、尽快、过几天"]),
    ("不知道", "您说不知道密码", ["不知道"]),
    ("我，不，知道", _HOLD, ["不知道"]),
    ("We'll do it soon", "We will do it by five.", ["“Soon”, “in a few days”"]),
    ("IN A FEW DAYS", "We will do it by five.", ["“Soon”, “in a few days”"]),
    ("The moon is sooner", "We will do it by five.", ["“Soon”, “in a few days”"]),
    ("That’s not my job", "I will pass you on.", ["“That's not my job”"]),
    ("Repeating it", "I see.", ["Repeating the customer’s words one by one"]),
    ("随便", _HOLD, ["（空的）", ""]),
]

_Graph = dict[str, dict[str, Any]]
_GRAPHS: Final[dict[str, _Graph]] = {
    "one way": {"a": {"next": "b"}, "b": {"end": True}},
    "two answers, one long": {
        "a": {"heard": {"yes": "b", "no": "c"}},
        "b": {"next": "d"},
        "c": {"decided": {"found": "b", "lost": "d"}},
        "d": {"end": True},
    },
    "several beginnings, the first is not the first moment": {
        "x": {"entry": "called back", "next": "b"},
        "a": {"start": True, "heard": {"yes": "b", "no": "x"}},
        "b": {"end": True},
        "y": {"entry": "cut off", "next": "x"},
    },
    "gone round until the limit": {
        "a": {"heard": {"clear": "e", "more": "b"}, "limit": [2, "out"]},
        "b": {"heard": {"again": "a", "enough": "e"}},
        "out": {"next": "e"},
        "e": {"end": True},
    },
    "a limit that is too far": {
        "a": {"heard": {"clear": "e", "more": "a"}, "limit": [8, "out"]},
        "out": {"end": True},
        "e": {"end": True},
    },
    "a limit within a round": {
        "a": {"heard": {"on": "b"}, "limit": [1, "e"]},
        "b": {"heard": {"back": "a", "home": "e"}, "limit": [1, "f"]},
        "e": {"end": True},
        "f": {"end": True},
    },
    "what follows though there are answers": {
        "a": {"heard": {"yes": "e"}, "next": "b"},
        "b": {"next": "e"},
        "e": {"end": True},
    },
    "answers that read alike": {
        "a": {"heard": {"yes": "b", "no": "c"}},
        "b": {"heard": {"yes": "a", "no": "e"}},
        "c": {"heard": {"yes": "e", "no": "b"}},
        "e": {"end": True},
    },
    "never an end": {"a": {"heard": {"yes": "b", "no": "a"}}, "b": {"next": "a"}},
    "a way to nowhere": {"a": {"heard": {"yes": "gone", "no": "e"}}, "e": {"end": True}},
    "a moment that nothing leads to": {"a": {"next": "e"}, "e": {"end": True}, "lost": {"heard": {"yes": "e"}}},
    "longer than a talk may be": {
        **{f"n{no}": {"heard": {f"on {no}": f"n{no + 1}", f"off {no}": "e"}} for no in range(18)},
        "n18": {"end": True},
        "e": {"end": True},
    },
}


def _thresholds() -> dict[str, float]:
    return {name: value for name, value in vars(thresholds).items() if name.isupper()}


def _typed() -> Iterator[dict[str, Any]]:
    for typed, line, never in _TYPED:
        found = matched(typed, line)
        yield {
            "typed": typed, "line": line, "never": never, "level": found.level, "share": round(found.share, 6),
            "missing": found.missing, "forbidden": [[each.phrase, each.when] for each in forbidden(typed, never, line)],
        }  # fmt: skip


def play_of_graph(graph: _Graph) -> Play:
    """A graph as a script."""
    first = next((id_ for id_, node in graph.items() if node.get("start")), next(iter(graph)))
    entries = [id_ for id_, node in graph.items() if node.get("entry") and id_ != first]
    return Play(
        address="", title="", is_script=True, moments={id_: _moment(id_, node) for id_, node in graph.items()},
        starts=(first, *entries), never=(), seconds=0, words=PracticeWords("zh"),
    )  # fmt: skip


def _moment(id_: str, node: dict[str, Any]) -> Moment:
    kinds: tuple[WayKind, ...] = ("heard", "decided")
    ways = [Way(kind, id_, target, text) for kind in kinds for text, target in node.get(kind, {}).items()]
    ways += [Way("next", id_, node["next"])] if "next" in node else []
    times, away = node.get("limit", (0, ""))
    ways += [Way("limit", id_, away)] if away else []
    texts = {"entry": node["entry"]} if "entry" in node else {}
    return Moment(id_, texts, "", tuple(ways), 0, times, bool(node.get("end")))


def _customer(customer: Customer) -> dict[str, Any]:
    visits = [anchor("node", visit.moment.id) for visit in customer.visits]
    return {"key": customer.key, "met": customer.met, "visits": visits}


def played(play: Play) -> list[dict[str, Any]]:
    """The customers of a script or a fault tree, their turns, and what some sequences of answers are worth."""
    return [_played(play, customer, talk_of(play, customer.visits)) for customer in customers_of(play)]


def _played(play: Play, customer: Customer, talk: Talk) -> dict[str, Any]:
    ways = (_rightly, _wrongly, _mixed)
    rounds = [[answer(play, turn, at) for at, turn in enumerate(talk.turns)] for answer in ways]
    return {
        **_customer(customer),
        "turns": [_turn(turn) for turn in talk.turns],
        "rest": [[cue.who, cue.asked, cue.text] for cue in talk.rest],
        "rounds": [_marked(play, talk, answers) for answers in rounds],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    act = turn.act
    return {
        "moment": anchor("node", turn.moment.id),
        "act": [act.sort, spoken(act.shows), spoken(act.says)],
        "cues": [[cue.who, cue.asked, cue.text] for cue in turn.cues],
        "siblings": [[way.kind, anchor("node", way.target)] for way in turn.siblings],
        "within": turn.seconds,
    }


def _rightly(play: Play, turn: Turn, at: int) -> dict[str, Any]:
    """The right line, typed where one is said."""
    return {"type": spoken(turn.act.says)} if turn.act.says else {"choose": anchor("node", turn.moment.id)}


def _wrongly(play: Play, turn: Turn, at: int) -> dict[str, Any]:
    """The line of another answer, or of a moment before, at every other turn too late."""
    others = [*(way.target for way in turn.siblings), *(id_ for id_ in play.moments if id_ != turn.moment.id)]
    return {"choose": anchor("node", others[0]), "late": at % 2 == 1}


def _mixed(play: Play, turn: Turn, at: int) -> dict[str, Any]:
    """Half a line, the line of another moment, the line and what is never said, by turns."""
    if not turn.act.says:
        return _rightly(play, turn, at)
    line = spoken(turn.act.says)
    lines = [spoken(moment.texts["say"]) for moment in play.moments.values() if "say" in moment.texts]
    typed = (line[: len(line) // 2], lines[(at * 7) % len(lines)], f"{line} {next(iter(play.never), '')}")
    return {"type": typed[at % 3]}


def _marked(play: Play, talk: Talk, answers: list[dict[str, Any]]) -> dict[str, Any]:
    told: list[Told] = []
    for turn, answer in zip(talk.turns, answers, strict=True):
        said = {each.turn.moment.id for each in told}
        told.append(Told(turn, "", _marks(play, turn, answer, said), bool(answer.get("late"))))
    score, of = sum(each.points for each in told), sum(each.most for each in told)
    marks = [[each.marks.level, each.marks.why, each.marks.about, each.marks.missing] for each in told]
    return {"answers": answers, "marks": marks, "score": score, "of": of, "verdict": verdict_of(score, of)}


def _marks(play: Play, turn: Turn, answer: dict[str, Any], said: set[str]) -> Marks:
    if "type" in answer:
        return marks_of_typed(play, turn, answer["type"], said)
    chosen = next(moment for moment in play.moments.values() if anchor("node", moment.id) == answer["choose"])
    return marks_of_choice(turn, chosen, said)


def plays(library: Library) -> Iterator[tuple[str, Play]]:
    """Every script and fault tree of a library in each language, with its page on the site."""
    material = Material(library)
    for entry in (*library.of_kind("scripts"), *library.of_kind("troubleshooting")):
        for lang in LANGUAGES:
            folder = "" if lang == library.languages[0] else f"{lang}/"
            yield f"{folder}{entry.address}.html", play_of(material.subject(entry.address), lang)


def table() -> dict[str, list[dict[str, Any]]]:
    """The cases of each group with what is worked out for them."""
    graphs = (
        {"graph": name, "moments": graph, "customers": [_customer(each) for each in customers_of(play_of_graph(graph))]}
        for name, graph in _GRAPHS.items()
    )
    talks = ({"page": page, "customers": played(play)} for page, play in plays(load_library(LIBRARY).require()))
    return {"thresholds": [_thresholds()], "typed": [*_typed()], "graphs": [*graphs], "talks": [*talks]}


def written() -> str:
    """The table as it is kept: a case a line."""
    groups = (
        f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in group) + "\n]"
        for name, group in table().items()
    )
    return "{\n" + ",\n".join(groups) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(written(), "utf-8")
