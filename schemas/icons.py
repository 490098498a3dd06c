"""The icons of the site: what a kind of record, a tile of the first page or a button can be marked with.

Each is drawn in `site/docs/assets/icons.css`; several names there share one drawing.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Icon = Literal[
    "menu", "ask", "search", "scheme", "person", "resident", "visitor", "people", "customer", "team", "clock",
    "calendar", "repeat", "form", "handover", "alert", "ban", "draft", "arrow", "return", "redo", "flag", "promise",
    "phone", "call", "check", "cross", "up", "down", "top", "download", "plus", "lock", "archive", "file", "printer",
    "edit", "stamp", "play", "list", "expand", "zoom", "info", "blank", "book", "chat", "script", "course", "training",
    "document", "procedure", "policy", "guide", "role", "troubleshooting", "symptom", "cause", "escalate",
    "complaint", "complaints", "help", "service", "key", "keys", "wifi", "broadband", "manners", "parcel",
    "renovate", "renovation", "move", "moving", "home", "tools", "repair", "fire", "emergency", "water", "lift",
    "elevator", "car", "parking", "pet", "money", "star", "quality", "order", "sale", "gift", "chart", "survey",
]  # fmt: skip
ICONS: Final[frozenset[str]] = frozenset(get_args(Icon))
