"""What `/api/openapi.json` tells other programs of questions and answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commands.answering import IndexAnswers
from search.ask import open_searcher
from server.app import create_app
from server.examples import ANSWER, PLACES, QUESTIONS
from server.narrator import Narrator


def described(path: str) -> Mapping[str, Any]:
    """What the description of the API says of *path*."""
    app = create_app(None, None, print)  # type: ignore[arg-type]  # neither is asked for a description
    told: Mapping[str, Any] = app.openapi()["paths"][path]["get"]
    return told


def said(example: Any) -> Any:
    """*example* without what is null: descriptions of FastAPI never have that."""
    if isinstance(example, Mapping):
        return {name: said(value) for name, value in example.items() if value is not None}
    return [said(value) for value in example] if isinstance(example, list) else example


def test_without_a_model_there_is_no_paragraph() -> None:
    """Where the library names none the API has no such address."""
    assert "/api/paragraph" not in create_app(None, None, print).openapi()["paths"]  # type: ignore[arg-type]
    with_model = create_app(None, None, print, narrator=Narrator("http://127.0.0.1:9/v1", "qwen"))  # type: ignore[arg-type]
    assert "/api/paragraph" in with_model.openapi()["paths"]


def test_the_example_is_what_is_answered(indexed_library: Path) -> None:
    """The example of an answer is the answer to the example of a question, but for how sure and how fast it was."""
    answers = IndexAnswers(open_searcher(indexed_library))
    found = answers.answer(QUESTIONS["Chinese"]["value"], handbook=None, top=1, lang=None)
    sure = {"score": ANSWER["answers"][0]["score"]}
    told = {**found, "took_ms": ANSWER["took_ms"], "answers": [{**found["answers"][0], **sure}]}
    assert told == ANSWER
    places = answers.text(PLACES["question"], handbook=None, top=1, lang=None)
    assert json.loads(json.dumps(places)) == PLACES


def test_the_examples_are_in_the_description() -> None:
    """Who writes a client finds both in `/api/openapi.json`."""
    shown = {
        path: described(path)["responses"]["200"]["content"]["application/json"] for path in ("/api/ask", "/api/text")
    }
    assert shown["/api/ask"]["example"] == said(ANSWER)
    assert shown["/api/text"]["example"] == said(PLACES)
    question = next(one for one in described("/api/ask")["parameters"] if one["name"] == "q")
    assert question["examples"] == QUESTIONS
