"""The moments of the first pages: each opens at what settles it, never at the top of a text that one has to search."""

from __future__ import annotations

from typing import Final

import pytest

from schemas.library_file import Task
from tests.schemas.content import handbooks

BEGINNING_FIRST: Final = ("procedures", "troubleshooting", "cards", "forms", "qualifications")
"""What begins with what to do first: the numbers, the question and step 1 on the first screen, the form itself."""
MOMENTS: Final = [
    (book, task) for book in handbooks().handbook_ids() for task in handbooks().handbooks[book].file.tasks
]


@pytest.mark.parametrize(("book", "task"), MOMENTS, ids=[f"{book}-{task.id}" for book, task in MOMENTS])
def test_a_moment_leads_to_what_settles_it(book: str, task: Task) -> None:
    """Of a role, a policy, a guide or a script a part is named, and there is that part."""
    view, part = handbooks().view("zh"), str(task.to).partition("#")[2]
    entry = view.find(task.to, book)
    assert entry is not None
    assert part or entry.kind in BEGINNING_FIRST
    assert bool(view.heading(entry.address, part).anchor) == bool(part)
