"""What `FORM#column` is called on a page: a field by its title, a block by its own or by all that stands in it."""

from __future__ import annotations

import pytest

from schemas.columns import columns_of
from tests.schemas.content import KEYS, Content

ADDRESS = "greentown-after-sales/forms/key-loan-register"


@pytest.mark.parametrize(
    ("written", "title"),
    [("", "项目名称、月份、册号"), ("      title: 本册\n", "本册")],
)
def test_a_block_without_a_title_is_called_by_its_fields(content: Content, written: str, title: str) -> None:
    """Nobody reads an id."""
    content.change(KEYS, "      id: head\n", f"      id: head\n{written}")

    titles = columns_of(content.library(), ADDRESS)

    assert (titles["head"], titles["head.month"], titles["room"]) == (title, "月份", "房号")


@pytest.mark.parametrize(
    ("lang", "called"),
    [("zh", "主管检查（客服主管）签字"), ("en", "Supervisor’s check (Service supervisor)")],
)
def test_places_to_sign_are_called_by_who_signs(content: Content, lang: str, called: str) -> None:
    """A step fills in no «signed»; where a place does not say who signs, its role is named beside it."""
    assert columns_of(content.library().view(lang), ADDRESS)["checked"] == called
