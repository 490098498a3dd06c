"""The template environment: everything printed is one line of text and escaped, unless our own code made it markup.

Both hold for every template at once, whatever an author types.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from schemas.icons import ICONS, Icon

Chip = Literal["who", "who2", "time", "time2", "form", "course", "must", "plain"]
"""How a chip looks: the style sheets have a class for each."""
CHIPS: Final[frozenset[str]] = frozenset(get_args(Chip))

_TEMPLATES: Final = Path(__file__).parent.parent / "templates"
HEADING: Final = '<h2 id="{id}">{title}</h2>'
# No text can hold this control character: the loader refuses it and `_printed` drops it.
_MARK: Final = "\x01"
_DATE: Final = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_HEADING: Final = re.compile(rf"{_MARK}(?P<title>.+)\{{#(?P<id>[a-z0-9-]+)\}}{_MARK}")


def heading(title: str, anchor: str) -> Markup:
    """A heading of the second level, which stands in the contents of its page, on a line of its own."""
    return Markup(f"{_MARK}{escape(title)}{{#{anchor}}}{_MARK}")  # noqa: S704 - escaped


def icon_class(name: Icon) -> str:
    """The class of an icon.

    Raises:
        LookupError: there is no such icon; a template, which no type checker reads, names it.
    """
    if name not in ICONS:
        raise LookupError(f"schemas/icons.py: there is no icon {name!r}")
    return f"i-{name}"


def chip_class(style: Chip) -> str:
    """The class of a chip.

    Raises:
        LookupError: there is no such chip; a template names it.
    """
    if style not in CHIPS:
        raise LookupError(f"generators/pages/template.py: there is no chip {style!r}")
    return f"chip--{style}"


def _printed(value: object) -> object:
    """What an expression prints: nothing for None, one line for a text; markup of our own passes."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return " ".join(value.replace(_MARK, "").split("\n"))


def json_text(value: Mapping[str, Any]) -> Markup:
    """*value* as JSON between two tags, where a script reads it: an attribute’s quotes would double it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(html.escape(text, quote=False))  # noqa: S704 - escaped


def whole_dates(text: str) -> Markup:
    """*text* in which no line breaks within a date."""
    return Markup(_DATE.sub(r'<span class="nowrap">\g<0></span>', str(escape(_printed(text)))))  # noqa: S704 - escaped


@cache
def environment() -> Environment:
    """The environment of all page templates: autoescape on, unknown names are errors."""
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
    )
    env.globals["heading"] = heading
    env.filters.update(icon_class=icon_class, chip_class=chip_class, whole_dates=whole_dates)
    return env


def finished(rendered: str, heading_as: str = HEADING) -> str:
    """*rendered* with its headings in place, without blank lines.

    Args:
        rendered: what a template gave.
        heading_as: the HTML of a heading, with `{id}` and `{title}`.
    """
    lines = filter(None, map(str.strip, rendered.split("\n")))
    return _HEADING.sub(lambda match: heading_as.format_map(match.groupdict()), "\n".join(lines)) + "\n"


def headings(rendered: str) -> tuple[tuple[str, str], ...]:
    """The (id, title) of every heading of *rendered*, in order: the table of contents of a page."""
    return tuple((match["id"], match["title"]) for match in _HEADING.finditer(rendered))
