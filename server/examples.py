"""What `/api/openapi.json` shows of questions and answers, as the small library of the tests answers them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

QUESTIONS: Final = {"Chinese": {"value": "怎么处理投诉"}, "English": {"value": "how to handle complaint"}}
ANSWER: Final[Mapping[str, Any]] = {
    "question": "怎么处理投诉",
    "lang": "zh",
    "status": "answered",
    "answers": [
        {
            "handbook": "greentown-after-sales",
            "kind": "procedure",
            "record": "complaint-handling",
            "step": "receive",
            "code": "GT-BF-KF-001",
            "title": "客户投诉处理管理办法",
            "section": "受理",
            "text": "请业主坐下说完，不打断、不辩解；记下房号、姓名、电话、诉求；复述要点请业主确认。"
            "注意：情绪激烈时请到会客室，由两人接待。",
            "by": "客服前台",
            "within": "当场",
            "forms": ["GT-R-KF-26"],
            "say": "您说的我记下来了，是这样，……，您看有没有漏的？",
            "url": "greentown-after-sales/procedures/complaint-handling.html#step-receive",
            "score": 0.5,
            "edition": "1",
            "effective": "2026-01-15",
            "status": "draft",
            "also": [],
        }
    ],
    "took_ms": 12.5,
    "search": "semantic",
    "danger": None,
}
PLACES: Final[Mapping[str, Any]] = {
    "question": "投诉",
    "lang": "zh",
    "places": 45,
    "passages": [
        {
            "handbook": "greentown-after-sales",
            "kind": "course",
            "record": "front-desk-induction",
            "code": None,
            "title": "客服前台上岗",
            "section": "投诉",
            "excerpt": [["投诉", True]],
            "url": "greentown-after-sales/courses/front-desk-induction.html#module-complaints",
        }
    ],
}


def shown(example: Mapping[str, Any], described: str) -> dict[int | str, dict[str, Any]]:
    """The *example* of an answer, in the shape of OpenAPI."""
    return {200: {"description": described, "content": {"application/json": {"example": example}}}}
