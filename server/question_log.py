"""The questions that found no sure answer, for the handbook's owner: what was asked and when, never who asked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, Final

_NUMBERS: Final = re.compile(r"\d{5,}[0-9Xx]?")
MAX_BYTES: Final = 10 * 1024 * 1024


class QuestionLog:
    """Appends one JSON line a question to `questions.jsonl`; long numbers (phones, ids) are masked.

    Args:
        path: the file under the data folder; its folder is made when the first question is noted.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()

    def note(self, answer: Mapping[str, Any]) -> None:
        """Keep the question of *answer*, unless it was answered or the log has reached its size."""
        if answer["status"] == "answered":
            return
        asked = _NUMBERS.sub(lambda match: "*" * len(match[0]), str(answer["question"]))
        line = {"day": date.today().isoformat(), "question": asked, "lang": answer["lang"], "status": answer["status"]}
        with self._lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > MAX_BYTES:
                return
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
