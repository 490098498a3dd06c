"""How a moment of a talk is called where a way leads to it."""

from __future__ import annotations

import pytest

from generators.pages.dialogue import shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("感谢来电，再见。", "感谢来电，再见。"),
        (
            "您好，这里是客服中心，您可以说说是什么事，我们马上为您查一查",
            "您好，这里是客服中心，您可以说说是什么事，我们马上…",
        ),
        (
            "Hear the first question out; answer what you can, then go on",
            "Hear the first question out; answer what you can…",
        ),
        (
            "请先断电，再把 modem 和 POWER 灯旁边的线一根一根 reconnected 插好",
            "请先断电，再把 modem 和 POWER 灯旁边的线一根一根…",
        ),
        ("x" * 60, "x" * 51 + "…"),
    ],
)
def test_a_long_moment_is_called_by_its_beginning(text: str, shown: str) -> None:
    """As broad as it may be, without a sign at its end, and no word of it is cut; a word that is too long is."""
    assert shorten(text) == shown
