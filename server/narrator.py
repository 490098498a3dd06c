"""Found steps as one paragraph, in the words of a language model: every sentence cites a step, or it is dropped.

What is sent is the question, personal data masked, and the steps as the handbook has them; nothing else of anybody.
"""

from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from schemas.languages import NAMES
from schemas.masking import masked
from server.errors import RefusedError, Trouble

KEY: Final = "HANDBOOK_NARRATOR_KEY"
"""The variable with the key of the address, where that wants one."""
SECONDS: Final = 30.0
"""For the whole of it: who waits longer has read the steps meanwhile."""
_MOST_BYTES: Final = 256 * 1024
_TASK: Final = """\
You put steps of a customer-service department's handbook into one paragraph of {language}, at most 120 words.
Use only what the numbered steps say, in their order; change no number, name, code or time limit. What endangers people
comes first. End every sentence with the number of the step it comes from, in brackets: [1]. Write nothing besides."""
_SENTENCE: Final = re.compile(r"(?:[^\n]+?(?:[。！？!?]+|\.(?=[\s\[]|$)|(?=\n)|$)[”’」\"']?)(?:[ \t]*\[\d+\])*")
"""To its full stop, which an English one is before a blank or a citation only, and what is cited behind it."""
_CITED: Final = re.compile(r"\s*\[(\d+)\]")
_NUMBER: Final = re.compile(r"\d+(?:[.:：,]\d+)*")
_FACTS: Final = ("title", "section", "text", "by", "within", "say", "code", "forms")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the numbers of the answers that it cites, the first of which is 1."""

    text: str
    cites: tuple[int, ...]


class Narrator:
    """Asks a model behind an OpenAI-compatible address; may be shared by threads.

    Args:
        url: its address, which `/chat/completions` is put behind.
        model: what it is called there.
        seconds: how long an answer may take.
    """

    def __init__(self, url: str, model: str, seconds: float = SECONDS) -> None:
        self.model: Final = model
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._seconds = seconds
        self._open = urllib.request.build_opener(_NoRedirect).open

    def paragraph(self, answer: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the model makes of the steps of *answer*, ready for JSON: `sentences`, how many were dropped, `model`.

        There are no sentences where nothing was found, and none where somebody may be in danger: the card says it all.

        Raises:
            RefusedError: the model does not answer, or not as it should.
        """
        steps = answer["answers"]
        if not steps or answer["danger"]:
            return {"sentences": [], "dropped": 0, "model": self.model}
        said = [*sentences(self._ask(answer["question"], steps, answer["lang"]))]
        kept = [one for one in said if _is_said(one, steps)]
        return {
            "sentences": [{"text": one.text, "cites": list(one.cites)} for one in kept],
            "dropped": len(said) - len(kept),
            "model": self.model,
        }

    def _ask(self, question: str, steps: Sequence[Mapping[str, Any]], lang: str) -> str:
        numbered = "\n".join(f"[{number}] {_facts(step)}" for number, step in enumerate(steps, start=1))
        messages = [
            {"role": "system", "content": _TASK.format(language=NAMES.of(lang).en)},
            {"role": "user", "content": f"{masked(question)}\n\n{numbered}"},
        ]
        content = json.dumps({"model": self.model, "messages": messages, "temperature": 0}).encode()
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get(KEY):
            headers["Authorization"] = f"Bearer {key}"
        request = urllib.request.Request(self._url, content, headers)  # noqa: S310 - http or https, as library.yaml has it
        try:
            with self._open(request, timeout=self._seconds) as response:
                read = json.loads(response.read(_MOST_BYTES))
            return str(read["choices"][0]["message"]["content"])
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise RefusedError(Trouble.NARRATOR, model=self.model) from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else: what is sent is for the address that the library names."""

    def redirect_request(self, *args: Any, **options: Any) -> None:
        """None: the redirection is an error."""


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of what a model wrote, each with what it cites, before its full stop or behind it."""
    for found in _SENTENCE.findall(text):
        cites = tuple(dict.fromkeys(int(number) for number in _CITED.findall(found)))
        if plain := _CITED.sub("", found).strip():
            yield Sentence(plain, cites)


def _is_said(sentence: Sentence, steps: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a sentence cites steps that there are, and has no number that none of them has."""
    if not sentence.cites or not all(1 <= number <= len(steps) for number in sentence.cites):
        return False
    known = {number for cite in sentence.cites for number in _NUMBER.findall(_facts(steps[cite - 1]))}
    return set(_NUMBER.findall(sentence.text)) <= known


def _facts(step: Mapping[str, Any]) -> str:
    """What a step says, its facts one after another."""
    values = (step[name] for name in _FACTS)
    return " | ".join(" ".join(value) if isinstance(value, list) else value for value in values if value)
