"""What stands above the questions of a paper: whose it is, and what a candidate has to know."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.punctuation import joined
from training.draw import Paper
from training.paper.sheet import Blocks, Class


def whose(exam: Class, paper: Paper) -> Blocks:
    """The grid of a paper or of an answer sheet: who, where, when, and which paper."""
    words = exam.words
    number = str(paper.number)
    minutes = words.minutes.format(minutes=exam.exam.minutes)
    date = {"value": exam.date} if exam.date else {"type": "date"}
    return [
        {
            "grid": {
                "id": "whose",
                "columns": "3",
                "fields": [
                    {"id": "name", "title": words.name},
                    {"id": "post", "title": words.post},
                    {"id": "seat", "title": words.seat},
                    {"id": "number", "title": words.paper_no, "value": number},
                    {"id": "date", "title": words.date, "span": "1"} | date,
                    {"id": "time", "title": words.time, "value": minutes},
                ],
            }
        }
    ]


def rules(exam: Class, paper: Paper) -> Blocks:
    """What a candidate has to know, numbered."""
    words = exam.words
    lines = [words.rule.format(no=no, text=text) for no, text in enumerate(_rules(exam, paper), 1)]
    return [{"text": {"id": "rules", "title": words.rules, "style": "body", "text": "\n".join(lines)}}]


def _rules(exam: Class, paper: Paper) -> Iterator[str]:
    words = exam.words
    yield words.rule_pass.format(
        items=len(paper.questions), minutes=exam.exam.minutes, right=exam.right, pass_=exam.pass_mark
    )
    if topics := safety_topics(exam):
        yield words.rule_safety.format(topics=topics)
    yield words.rule_sheet
    yield words.rule_alone
    if drafts := sum(question.item.is_draft for question in paper.questions):
        all_of_them = drafts == len(paper.questions)
        yield words.rule_all_drafts if all_of_them else words.rule_drafts.format(count=drafts)


def safety_topics(exam: Class) -> str:
    """The topics of which every item must be right; empty where there is none."""
    topics = [topic for topic in exam.blueprint.topics if topic.safety]
    return joined([exam.words.quoted.format(text=exam.say(topic.title)) for topic in topics], exam.lang)
