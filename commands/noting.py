"""Where questions and what readers say of answers are kept: on this machine, or in the database of several."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from commands import context
from schemas.findings import HandbookError
from search.shared import shared_database
from server.question_log import FILE, QuestionLog


def question_log(root: Path, tell: Callable[[HandbookError], None]) -> QuestionLog:
    """The log of the content under *root*; *tell* is told once when writing begins to fail.

    Raises:
        HandbookError: `HANDBOOK_DATABASE` names no database, or its driver is not installed.
    """
    path = context.data_folder(root) / FILE
    database = shared_database()
    if database is None:
        return QuestionLog(path, tell)
    from server.shared_log import SharedLog  # the driver is an extra

    return SharedLog(database, path, tell)
