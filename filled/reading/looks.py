"""How text looks as far as that decides whether it is read: struck out, hidden, in a font of signs.

What a run says itself counts first. Otherwise the styles of its letters, its paragraph and its table say it, each with
those that it is based on; a toggle (strike-out, hidden) that several of these turn on is off again, as Word has it, and
one that the defaults of the document turn on stays on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from filled.reading.symbols import is_symbolic
from filled.wordml import VAL, W, is_on

_STRUCK, _DOUBLE, _HIDDEN, _FONTS = f"{W}strike", f"{W}dstrike", f"{W}vanish", f"{W}rFonts"
_STYLED, _RUN_PR, _PARAGRAPH_PR, _TABLE_PR = f"{W}rStyle", f"{W}rPr", f"{W}pPr", f"{W}tblPr"
_FACES: Final = tuple(f"{W}{name}" for name in ("ascii", "hAnsi", "cs", "eastAsia"))
_TELLING: Final = frozenset({_STRUCK, _DOUBLE, _HIDDEN})


class Own(NamedTuple):
    """What one place says of how text looks; None where it says nothing."""

    struck: bool | None = None
    double: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, base: Own) -> Own:
        """This, and what *base* says where this says nothing."""
        return Own(
            base.struck if self.struck is None else self.struck,
            base.double if self.double is None else self.double,
            base.hidden if self.hidden is None else self.hidden,
            base.font if self.font is None else self.font,
        )


class Look(NamedTuple):
    """How text looks."""

    struck: bool = False
    hidden: bool = False
    font: str = ""


_NOTHING: Final = Own()
_PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a document, as far as they decide how text looks.

    Attributes:
        defaults: what holds where nothing else is said.
        styles: what each style says, with all that it is based on, by kind (`paragraph`, `character`, `table`) and id.
        usual: the style of each kind that holds where none is named.
        is_plain: whether nothing in them strikes out, hides or draws signs.
    """

    defaults: Own = _NOTHING
    styles: Mapping[tuple[str, str], Own] = field(default_factory=dict)
    usual: Mapping[str, Own] = field(default_factory=dict)
    is_plain: bool = True

    def look(self, properties: etree._Element | None, paragraph: etree._Element | None) -> Look:
        """How a run with these *properties* looks in *paragraph*."""
        direct = _NOTHING if properties is None else own(properties)
        if self.is_plain:
            return _shown(direct, ()) if direct != _NOTHING else _PLAIN
        return _shown(direct, self._levels(properties, paragraph), self.defaults)

    def _levels(self, properties: etree._Element | None, paragraph: etree._Element | None) -> tuple[Own, ...]:
        table = None if paragraph is None else next(paragraph.iterancestors(f"{W}tbl"), None)
        return (
            self._style("character", properties),
            self._style("paragraph", _part(paragraph, _PARAGRAPH_PR)),
            _NOTHING if table is None else self._style("table", _part(table, _TABLE_PR)),
        )

    def _style(self, kind: str, properties: etree._Element | None) -> Own:
        named = None if properties is None else properties.find(_NAMED[kind])
        usual = self.usual.get(kind, _NOTHING)
        return usual if named is None else self.styles.get((kind, named.get(VAL) or ""), usual)


_NAMED: Final = {"character": _STYLED, "paragraph": f"{W}pStyle", "table": f"{W}tblStyle"}


def _part(node: etree._Element | None, name: str) -> etree._Element | None:
    return None if node is None else node.find(name)


def _shown(direct: Own, levels: Iterable[Own], defaults: Own = _NOTHING) -> Look:
    levels = tuple(levels)
    struck, hidden = (
        mine if mine is not None else bool(default) or sum(bool(level) for level in said) % 2 == 1
        for mine, default, said in (
            (direct.struck, defaults.struck, [level.struck for level in levels]),
            (direct.hidden, defaults.hidden, [level.hidden for level in levels]),
        )
    )
    nearest = direct
    for level in (*levels, defaults):
        nearest = nearest.over(level)
    return Look(struck or bool(nearest.double), hidden, nearest.font or "")


def own(properties: etree._Element) -> Own:
    """What `w:rPr` says itself."""
    struck = double = hidden = font = None
    for child in properties:
        tag = child.tag
        if tag == _STRUCK:
            struck = is_on(child)
        elif tag == _DOUBLE:
            double = is_on(child)
        elif tag == _HIDDEN:
            hidden = is_on(child)
        elif tag == _FONTS:
            font = _font(child)
    return Own(struck, double, hidden, font)


def _font(fonts: etree._Element) -> str | None:
    """The font of signs among *fonts*, else an ordinary one; None where they only name those of the theme."""
    names = [name for face in _FACES if (name := fonts.get(face))]
    return next(filter(is_symbolic, names), names[0] if names else None)


def is_plain(properties: etree._Element) -> bool:
    """Whether `w:rPr` itself says nothing of whether text is read."""
    return not any(
        child.tag in _TELLING or (child.tag == _FONTS and is_symbolic(_font(child) or "")) for child in properties
    )


def looks_of(styles: etree._Element) -> Looks:
    """The looks that the styles part of a document gives."""
    said: dict[tuple[str, str], tuple[Own, str]] = {}
    usual: dict[str, str] = {}
    for style in styles.iterchildren(f"{W}style"):
        kind, id_ = style.get(f"{W}type") or "paragraph", style.get(f"{W}styleId") or ""
        properties, base = style.find(_RUN_PR), style.find(f"{W}basedOn")
        mine = _NOTHING if properties is None else own(properties)
        said[kind, id_] = mine, "" if base is None else base.get(VAL) or ""
        if is_on_by(style, f"{W}default"):
            usual[kind] = id_
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{_RUN_PR}")
    default = _NOTHING if defaults is None else own(defaults)
    if not any(map(_tells, (default, *(mine for mine, _ in said.values())))):
        return Looks()
    resolved = _resolved(said)
    return Looks(default, resolved, {kind: resolved[kind, id_] for kind, id_ in usual.items()}, is_plain=False)


def _tells(said: Own) -> bool:
    return bool(said.struck or said.double or said.hidden) or is_symbolic(said.font or "")


def is_on_by(node: etree._Element, name: str) -> bool:
    """Whether the attribute *name* of *node* is there and on."""
    return node.get(name) is not None and is_on(node, name)


def _resolved(said: Mapping[tuple[str, str], tuple[Own, str]]) -> dict[tuple[str, str], Own]:
    """What each style says with all that it is based on; a circle ends where it began."""
    resolved: dict[tuple[str, str], Own] = {}
    for start in said:
        chain: dict[tuple[str, str], Own] = {}
        at = start
        while at in said and at not in chain and at not in resolved:
            chain[at], base = said[at]
            at = at[0], base
        below = resolved.get(at, _NOTHING)
        for style, mine in reversed(chain.items()):
            below = resolved[style] = mine.over(below)
    return resolved
